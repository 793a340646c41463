"""Filters by name. Links: test_pages."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from made_tables import event, made, row
from made_views import drawn, view
from streamlit.testing.v1 import AppTest

from contactline.app import sidebar
from contactline.app.context import Context
from contactline.tables.store import Store
from contactline.views.query import Filters

EVENTS = (
    event("e1", "CONSULT", "2031-05-12", sources="russia:RUS", mode="phone", place_id="goris"),
    event("e2", "ASSAULT", "2031-05-14", sources="iran:IRN", targets="russia:RUS"),
)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    return made(tmp_path_factory.mktemp("sidebar") / "tables", *EVENTS, publishers={"a": "The Valley Post"})


def draw(ctx: Context, chosen: list[Filters]) -> None:
    chosen.append(sidebar.draw(ctx.index, ctx.names))


def choose(store: Store, **address: Any) -> tuple[AppTest, Filters]:
    chosen: list[Filters] = []
    app = drawn(draw, view(store), chosen, **address)
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
        # the whole span is no filter, and a name that is not there is dropped
        ({"dates": ["2031-05-12", "2031-05-14"]}, Filters()),
        ({"actor": "Nobody"}, Filters()),
    ],
)
def test_the_address_chooses(store: Store, address: dict[str, Any], filters: Filters) -> None:
    assert choose(store, **address)[1] == filters


def test_the_options_are_those_of_the_tables(store: Store) -> None:
    app, _ = choose(store)

    assert [o for o in app.multiselect(key="actor").options if o.endswith("(all)")] == [
        "Russia (all)",
        "Iran (all)",
    ]
    assert app.multiselect(key="place").options == ["Goris", "not known"]
    assert app.multiselect(key="publisher").options == ["The Valley Post"]


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

    sidebar.reset()
    assert (state["actor"], state["background"]) == ([], True)
