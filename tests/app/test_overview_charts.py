"""The numbers of the Overview and its rankings. A click on each bar gives exactly the number beside it."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from made_tables import event, made
from made_views import drawn, many, said, specs, view

from contactline.app import overview_charts
from contactline.tables.store import Store
from contactline.views.query import Filters

EVENTS = (
    event("e1", "CONSULT", "2031-05-12", sources="russia:RUS", targets="iran:IRN", place_id="goris"),
    event(
        "e2",
        "ASSAULT",
        "2031-05-14",
        sources="iran:IRN",
        targets="russia:RUS",
        place_id="goris",
        incident_id="i-e1",
    ),
    event("e3", "ASSAULT", "2031-05-01..2031-05-31", "month", sources="iran:IRN", article_id="b"),
    event("e4", "AID", "", sources="france:FRA", place_id="stepanakert"),
)


@pytest.fixture(scope="module")
def crowd(tmp_path_factory: pytest.TempPathFactory) -> Store:
    return many(tmp_path_factory.mktemp("crowd") / "tables")


NOTHING = Filters(text="no such words")


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    return made(tmp_path_factory.mktemp("panels") / "tables", *EVENTS)


@pytest.mark.parametrize(
    ("filters", "numbers"),
    [
        (Filters(), {"Incidents": "3", "Events": "4", "Articles": "2", "Places": "2", "Actors": "3"}),
        (
            Filters(types=("AID",)),
            {"Events": "1", "Articles": "1", "Incidents": "1", "Places": "1", "Actors": "1"},
        ),
        (NOTHING, {"Events": "0", "Articles": "0", "Incidents": "0", "Places": "0", "Actors": "0"}),
    ],
)
def test_the_numbers(store: Store, filters: Filters, numbers: dict[str, str]) -> None:
    app = drawn(overview_charts.numbers, view(store, filters))

    assert {tile.label: tile.value for tile in app.metric} == numbers


@pytest.mark.parametrize(("count", "first"), [("incidents", "Incidents"), ("events", "Events")])
def test_what_is_counted_stands_first(store: Store, count: str, first: str) -> None:
    app = drawn(overview_charts.numbers, view(store, count=count))

    assert app.metric[0].label == first


@pytest.mark.parametrize(
    ("panel", "count", "words"),
    [
        (overview_charts.kinds, "events", "What, events: Attack or fighting 2, Aid 1, Talks 1"),
        (overview_charts.sides, "events", "Who, events: Iran 3, Russia 2, France 1"),
        (overview_charts.places, "events", "Where, events: Goris 2, Stepanakert / Khankendi 1"),
        (overview_charts.kinds, "incidents", "What, incidents: Attack or fighting 2, Aid 1, Talks 1"),
        (overview_charts.sides, "incidents", "Who, incidents: Iran 2, France 1, Russia 1"),
        (overview_charts.places, "incidents", "Where, incidents: Goris 1, Stepanakert / Khankendi 1"),
    ],
)
def test_the_most_frequent_stand_first(store: Store, panel: Any, count: str, words: str) -> None:
    (chart,) = specs(drawn(panel, view(store, count=count)))

    assert chart.alt == words


@pytest.mark.parametrize(
    ("filters", "words"),
    [
        (Filters(types=("ASSAULT",)), "What, events: Attack or fighting 2, Aid 1, Talks 1"),
        (Filters(types=("AID",), places=("goris",)), "What, events: Attack or fighting 1, Talks 1"),
    ],
)
def test_a_ranking_shows_what_else_could_be_chosen(store: Store, filters: Filters, words: str) -> None:
    (chart,) = specs(drawn(overview_charts.kinds, view(store, filters, count="events")))

    assert chart.alt == words


@pytest.mark.parametrize("count", ["incidents", "events"])
@pytest.mark.parametrize(
    "filters",
    [
        Filters(),
        Filters(types=("ASSAULT",)),
        Filters(types=("CONSULT", "AID")),
        Filters(actors=("RUS",), role="source"),
        Filters(role="target", background=False),
        Filters(places=("goris",), precision="day"),
        Filters(completed=False),
    ],
)
def test_a_click_on_a_bar_gives_its_number(
    crowd: Store, filters: Filters, count: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = view(crowd, filters, count=count)
    names = {"actor": "actors", "type": "types", "place": "places"}
    checked = 0
    for panel in (overview_charts.kinds, overview_charts.sides, overview_charts.places):
        (chart,) = specs(drawn(panel, here))
        (bars,) = json.loads(chart.spec)["data"]
        for key, number in zip(bars["customdata"], bars["text"], strict=True):
            name = {"kinds": "type", "sides": "actor", "places": "place"}[panel.__name__]
            state: dict[str, Any] = {"chart": {"selection": {"points": [{"customdata": key}]}}}
            monkeypatch.setattr("streamlit.session_state", state)
            overview_charts.click_ranking("chart", name)
            after = replace(filters, **{names[name]: tuple(state[name])})
            monkeypatch.undo()
            assert here.number(here.index.select(after)) == int(number), (panel.__name__, key)
            checked += 1
    assert checked > 6


@pytest.mark.parametrize(
    ("before", "clicked", "after"), [([], "RUS", ["RUS"]), (["RUS"], "RUS", []), (["RUS", "ARM"], "ARM", ["ARM"])]
)
def test_a_click_on_a_bar_chooses_it_and_another_takes_it_away(
    monkeypatch: pytest.MonkeyPatch, before: list[str], clicked: str, after: list[str]
) -> None:
    state = {"top": {"selection": {"points": [{"customdata": clicked}], "box": []}}, "actor": before}
    monkeypatch.setattr("streamlit.session_state", state)

    overview_charts.click_ranking("top", "actor")

    assert state["actor"] == after


@pytest.mark.parametrize("panel", [overview_charts.kinds, overview_charts.sides, overview_charts.places])
def test_a_ranking_of_nothing_says_so(store: Store, panel: Any) -> None:
    app = drawn(panel, view(store, NOTHING))

    assert (specs(app), "Nothing to show." in said(app)) == ([], True)


def test_events_without_a_place_are_a_click_away(store: Store) -> None:
    app = drawn(overview_charts.places, view(store))

    assert [button.label for button in app.button] == ["1 incident without a place"]
