"""Numbers and charts that pages share. Clicks on them: test_pages."""

from __future__ import annotations

import json
from typing import Any

import pytest
from made_tables import event, made
from made_views import drawn, said, specs, view

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
NOTHING = Filters(text="no such words")


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    return made(tmp_path_factory.mktemp("panels") / "tables", *EVENTS)


@pytest.mark.parametrize(
    ("filters", "numbers"),
    [
        (Filters(), {"Events": "4", "Articles": "2", "Incidents": "3", "Places": "2", "Actors": "3"}),
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


@pytest.mark.parametrize(
    ("panel", "words"),
    [
        (overview_charts.kinds, "What happened: Attack or fighting 2, Aid 1, Talks 1"),
        (overview_charts.sides, "Who: Iran 3, Russia 2, France 1"),
        (overview_charts.places, "Where: Goris 2, Stepanakert / Khankendi 1"),
    ],
)
def test_the_most_frequent_stand_first(store: Store, panel: Any, words: str) -> None:
    (chart,) = specs(drawn(panel, view(store)))

    assert chart.alt == words


@pytest.mark.parametrize("panel", [overview_charts.kinds, overview_charts.sides, overview_charts.places])
def test_a_ranking_of_nothing_says_so(store: Store, panel: Any) -> None:
    app = drawn(panel, view(store, NOTHING))

    assert (specs(app), "Nothing to show." in said(app)) == ([], True)


def test_events_without_a_place_are_a_click_away(store: Store) -> None:
    app = drawn(overview_charts.places, view(store))

    assert [button.label for button in app.button] == ["1 event without a place"]


def test_the_course_of_time_says_what_it_draws(store: Store) -> None:
    app = drawn(overview_charts.course, view(store), "made")

    (chart,) = specs(app)
    assert chart.alt == (
        "Events from 12 May 2031 to 14 May 2031: verbal cooperation 1, material cooperation 0, verbal conflict 0, "
        "material conflict 2"
    )
    assert "2 events of a single day, 1 known less exactly" in said(app)
    assert "1 without any date (not drawn)" in said(app)
    assert json.loads(chart.spec)["data"] != []


@pytest.mark.parametrize("filters", [NOTHING, Filters(types=("AID",))])
def test_a_course_without_dates_is_not_drawn(store: Store, filters: Filters) -> None:
    app = drawn(overview_charts.course, view(store, filters), "made")

    assert (specs(app), len(app.info)) == ([], 1)
