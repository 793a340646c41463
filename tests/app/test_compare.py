"""The page of two periods or two actors over one another."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import parse_qsl

import pytest
from made_tables import event, made
from made_views import LEXICON, drawn, frames, html, press, said, specs, view
from streamlit.testing.v1 import AppTest

from contactline.app import compare
from contactline.app.context import Context
from contactline.tables.store import Store
from contactline.views.options import Options
from contactline.views.query import EventIndex, Filters, names

EVENTS = (
    event("e1", "CONSULT", "2020-10-04", sources=":RUS", targets=":ARM", text="They met in the rain."),
    event("e2", "ASSAULT", "2020-10-20", sources=":AZE", article_id="b", text="The bridge fell."),
    event("e3", "AID", "2020-10-01..2020-10-31", "month", sources=":RUS", article_id="b", text="Flour came."),
    event("e4", "CONSULT", "2016-04-05", sources=":RUS", article_id="c", text="They talked again."),
)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    return made(tmp_path_factory.mktemp("compare") / "tables", *EVENTS)


@pytest.fixture(autouse=True)
def offered(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """The options of the store by hand, as the page takes them from the current build."""
    index = EventIndex.build(store, LEXICON)
    options = Options.build(index, names(store, LEXICON))
    for where in ("contactline.app.compare.index", "contactline.app.context.index"):
        monkeypatch.setattr(where, lambda: (index, options))


def page(ctx: Context) -> None:
    both = compare.sides(ctx)
    if both is not None:
        compare.numbers(ctx, both)
        compare.course(ctx, both)
        compare.counted(ctx, both)


def links(app: AppTest) -> list[tuple[str, list[tuple[str, str]]]]:
    found: list[Any] = [element.proto for element in app.get("page_link")]
    return [(one.label.replace("\\", ""), parse_qsl(one.query_string)) for one in found]


def test_the_two_most_told_periods_with_links_to_what_is_counted(store: Store) -> None:
    app = drawn(page, view(store))

    assert [box.value for box in app.selectbox] == ["April 2016", "War of 2020"]
    assert links(app)[0] == ("1 incident", [("dates", "2016-04-02"), ("dates", "2016-04-05")])
    assert [words for words, _ in links(app)[5:8]] == ["3 incidents", "3 events", "2 articles"]
    assert "1.50 incidents per article that tells any of them" in said(app)
    assert [proto.alt.partition(":")[0] for proto in specs(app)] == [
        "incidents over time",
        "What",
        "Who",
        "Where",
    ][:3]


def test_the_numbers_of_the_table_are_those_of_the_bars(store: Store) -> None:
    table = frames(drawn(page, view(store)))[0]

    assert list(table.columns)[:2] == ["Counted by", "Name"]
    assert table.iloc[0].tolist() == ["What", "Aid", 0, 1, 0.0, 0.5]


def test_a_number_of_the_address_shows_its_sentences(store: Store) -> None:
    app = drawn(page, view(store), number=["b", "type", "ASSAULT"])  # type: ignore[arg-type]

    assert re.search(r"War of 2020, .*: Attack or fighting: 1 incident", said(app))
    assert any("bridge" in words for words in html(app))


def test_what_is_not_drawn_over_time_is_a_click_from_its_sentences(store: Store) -> None:
    app = drawn(page, view(store))
    (button,) = [one for one in app.button if "not drawn" in one.label]
    button.click().run()

    assert any("Flour" in words for words in html(app))
    assert not any("bridge" in words for words in html(app))
    assert not any("Flour" in words for words in html(press(app, "Close")))


@pytest.mark.parametrize("number", [["b"], ["c", "type", "AID"], ["a", "type", "AID"], ["a", "days", "x"]])
def test_a_number_that_is_not_there_shows_none(store: Store, number: list[str]) -> None:
    app = drawn(page, view(store), number=number)  # type: ignore[arg-type]

    assert "Close" not in [button.label for button in app.button]


def test_other_days_stand_in_the_address(store: Store) -> None:
    app = drawn(page, view(store), a="2020-10-19/2020-10-21")

    assert app.selectbox[0].value == "Other days"
    app.selectbox[0].select("Blockade").run()

    assert app.query_params["a"] == "2022-12-12/2023-09-24"
    assert "There is nothing about it under these filters." in said(app)


def test_the_same_days_twice_are_told_apart(store: Store) -> None:
    app = drawn(page, view(store), a="2020-10-04/2020-10-04", b="2020-10-04/2020-10-04")

    assert list(frames(app)[0].columns)[2:4] == ["4 Oct 2020 (1)", "4 Oct 2020 (2)"]


def test_two_actors(store: Store) -> None:
    app = drawn(page, view(store), sides="Two actors", b="Azerbaijan (all)")

    assert [box.value for box in app.selectbox] == ["RUS", "AZE"]
    assert links(app)[5] == ("1 incident", [("actor", "Azerbaijan (all)")])
    app.selectbox[0].select("ARM").run()
    assert app.query_params["a"] == "Armenia (all)"


def test_days_of_the_filters_do_not_count_and_that_is_said(store: Store) -> None:
    days = EVENTS[0]["row"]["date_start"]
    app = drawn(page, view(store, Filters(start=days, end=days)))

    assert links(app)[5][0] == "3 incidents"
    assert "The days chosen in the filters do not apply here" in said(app)


def test_without_anything_to_compare_it_says_so(tmp_path_factory: pytest.TempPathFactory) -> None:
    nothing = made(tmp_path_factory.mktemp("compare") / "tables")

    app = drawn(page, view(nothing))

    assert [one.value for one in app.info] == [
        "There is nothing to compare: no event has a date, or there are fewer than two actors."
    ]


def test_another_choice_lets_the_number_go(store: Store) -> None:
    app = drawn(page, view(store), number=["b", "type", "ASSAULT"])  # type: ignore[arg-type]
    app.segmented_control(key="sides").set_value("actors").run()

    assert "number" not in app.query_params


def test_every_pair_of_bars_can_be_taken_away_with_its_picture(store: Store) -> None:
    app = drawn(page, view(store))
    kept = [match[1] for match in re.finditer(r'data-picture="png" data-chart="([^"]+)"', " ".join(html(app)))]

    assert kept == ["compare_type", "compare_actor", "compare_course"]
    assert [one.proto.label for one in app.get("download_button")] == ["CSV", "Excel"] * 3
