"""Filters by name. Links: test_pages."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from made_tables import event, made, row
from made_views import drawn, said, view
from streamlit.testing.v1 import AppTest

from contactline.app import sidebar
from contactline.app.context import Context
from contactline.tables.store import Store
from contactline.views.options import Options
from contactline.views.query import Filters

EVENTS = (
    event("e1", "CONSULT", "2031-05-12", sources="russia:RUS", mode="phone", place_id="goris"),
    event("e2", "ASSAULT", "2031-05-14", sources="iran:IRN", targets="russia:RUS"),
)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    return made(tmp_path_factory.mktemp("sidebar") / "tables", *EVENTS, publishers={"a": "The Valley Post"})


def draw(ctx: Context, options: Options, chosen: list[Filters]) -> None:
    chosen.append(sidebar.draw(ctx.index, options))
    sidebar.dropped()


def choose(store: Store, **address: Any) -> tuple[AppTest, Filters]:
    chosen: list[Filters] = []
    ctx = view(store)
    app = drawn(draw, ctx, Options.build(ctx.index, ctx.names), chosen, **address)
    return app, chosen[-1]


@pytest.mark.parametrize(
    ("address", "filters"),
    [
        ({}, Filters()),
        ({"actor": "Russia (all)"}, Filters(actors=("RUS",))),
        (
            {"place": "Goris", "publisher": "The Valley Post"},
            Filters(places=("goris",), publishers=("The Valley Post",)),
        ),
        (
            {"q": " truce ", "background": "false", "undated": "true"},
            Filters(text="truce", background=False, undated=True),
        ),
        ({"completed": "false"}, Filters(completed=False)),
        ({"dates": ["2031-05-13", "2031-05-14"]}, Filters(date(2031, 5, 13), date(2031, 5, 14))),
        # the whole span is no filter, all types of a class are the class
        ({"dates": ["2031-05-12", "2031-05-14"]}, Filters()),
        (
            {"type": ["Accusation", "Refusal", "Appeal or demand", "Threat", "Talks"]},
            Filters(types=("verbal conflict", "CONSULT")),
        ),
    ],
)
def test_the_address_chooses(store: Store, address: dict[str, Any], filters: Filters) -> None:
    assert choose(store, **address)[1] == filters


def test_the_options_are_those_of_the_tables(store: Store) -> None:
    app, _ = choose(store)

    assert [o for o in app.multiselect(key="actor").options if "(all)" in o] == [
        "Russia (all) · 2",
        "Iran (all) · 1",
    ]
    assert app.multiselect(key="place").options == ["Goris · 1", "not known · 1"]
    assert app.multiselect(key="publisher").options == ["The Valley Post · 2"]


def test_five_filters_are_in_sight_and_the_others_under_more(store: Store) -> None:
    app, _ = choose(store)
    (more,) = app.expander

    hidden = [widget.key for widget in (*more.multiselect, *more.selectbox)]
    assert hidden == ["pair", "status", "publisher", "known", "names"]
    seen = [widget.key for widget in (*app.date_input, *app.multiselect, *app.selectbox, *app.text_input)]
    assert [key for key in seen if key not in hidden] == ["dates", "actor", "type", "place", "role", "q"]


@pytest.mark.parametrize(
    ("period", "days"),
    [
        ("War of 2020", (date(2020, 9, 27), date(2020, 11, 10))),
        ("Blockade", (date(2022, 12, 12), date(2023, 9, 24))),
        ("Last month", (date(2031, 4, 14), date(2031, 5, 14))),
    ],
)
def test_a_period_is_chosen_with_one_click_and_let_go_with_another(
    store: Store, period: str, days: tuple[date, date]
) -> None:
    app, _ = choose(store)
    app.pills(key="_period").set_value(period).run()
    assert (app.date_input(key="dates").value, app.query_params["dates"]) == (days, [str(day) for day in days])

    app.pills(key="_period").set_value(None).run()
    assert app.date_input(key="dates").value == (date(2031, 5, 12), date(2031, 5, 14))
    assert "dates" not in app.query_params


def test_the_address_follows_the_widgets(store: Store) -> None:
    app, _ = choose(store, undated="true")
    app.multiselect(key="actor").select("RUS").run()
    app.selectbox(key="role").select("mediator").run()

    assert dict(app.query_params) == {
        "actor": "Russia (all)",
        "role": "as mediator",
        "known": "known or not, the undated too",
    }


def test_what_a_link_names_in_vain_is_said(store: Store) -> None:
    app, filters = choose(store, actor=["Nobody", "Iran (all)"])

    assert filters == Filters(actors=("IRN",))
    assert "These parts of the link match nothing in these articles and are ignored: Actors “Nobody”." in said(app)
    assert app.query_params["actor"] == "Iran (all)"


def test_an_actor_that_no_table_has_says_so(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("sidebar") / "tables"
    unlisted = row("actors", actor_id="new:sona-pel", name="Sona Pel", kind="person", country="")
    talks = event("e", "CONSULT", sources="new:sona-pel:")
    app, filters = choose(made(folder, talks, more={"actors": [unlisted]}), actor="Sona Pel (not in the lexicon)")

    assert filters == Filters(actors=("new:sona-pel",))


def test_tables_without_a_date_have_no_days_to_choose(tmp_path_factory: pytest.TempPathFactory) -> None:
    dateless = made(tmp_path_factory.mktemp("sidebar") / "tables", event("e", "CONSULT", ""))
    app, filters = choose(dateless)

    assert (len(app.date_input), filters) == (0, Filters())


def test_filters_are_chosen_by_their_names_and_taken_away(monkeypatch: pytest.MonkeyPatch) -> None:
    state: dict[str, Any] = {}
    monkeypatch.setattr("streamlit.session_state", state)

    sidebar.set_filter(actor=("RUS",), background=False, dates=[date(2031, 5, 1), date(2031, 5, 2)])
    assert state == {"actor": ["RUS"], "background": False, "dates": (date(2031, 5, 1), date(2031, 5, 2))}

    sidebar.set_filter(undated=True, role="speaker")
    assert (state["known"], state["role"]) == ("too", "speaker")

    sidebar.reset()
    assert (state["actor"], state["background"], state["known"], state["role"]) == ([], True, "any", "any")
