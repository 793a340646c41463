"""Counts by place and by week."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import numpy as np
import pytest
from made_tables import event, made

from contactline.lexicon import load
from contactline.views import labels, map_query
from contactline.views.query import EventIndex, Filters

LEXICON = load()

EVENTS = (
    event("e1", "ASSAULT", "2020-10-04", place_id="stepanakert"),
    event("e2", "ASSAULT", "2020-10-05", place_id="stepanakert"),
    event("e3", "CONSULT", "2020-10-11", place_id="stepanakert"),
    event("e4", "CONSULT", "2020-10-12..2020-10-18", "week", place_id="goris"),
    event("e5", "AGREE", "2020-10-01..2020-10-31", "month", place_id="goris"),
    event("e6", "AGREE", "2020-11-02"),
    event("e7", "REQUEST", ""),
)


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> EventIndex:
    return EventIndex.build(made(tmp_path_factory.mktemp("map") / "tables", *EVENTS), LEXICON)


def every(index: EventIndex) -> np.ndarray:
    return np.ones(len(index.events), bool)


def test_each_place_has_its_counts_by_class(index: EventIndex) -> None:
    places = map_query.places(index, every(index)).set_index("place_id")

    assert places.loc["stepanakert", ["events", *labels.QUADS, "quad", "label"]].tolist() == [
        3,
        1,
        0,
        0,
        2,
        "material conflict",
        "Stepanakert / Khankendi",
    ]
    assert places.loc["goris", "events"] == 2


def test_only_selected_events_count(index: EventIndex) -> None:
    places = map_query.places(index, index.select(Filters(types=("CONSULT",)))).set_index("place_id")

    assert places["events"][places["events"] > 0].to_dict() == {"stepanakert": 1, "goris": 1}


def test_places_that_are_always_named_are_there_without_events(index: EventIndex) -> None:
    places = map_query.places(index, every(index)).set_index("place_id")

    assert set(map_query.ALWAYS) <= set(places.index)
    assert places.loc["lachin", "events"] == 0
    assert places.index.is_unique and places.index.is_monotonic_increasing


def test_names_follow_the_setting(index: EventIndex) -> None:
    places = map_query.places(index, every(index), "Azerbaijani").set_index("place_id")

    assert places.loc[["stepanakert", "lachin"], "label"].tolist() == ["Khankendi", "Lachin"]


def test_events_without_a_place_are_counted(index: EventIndex) -> None:
    assert map_query.nowhere(index, every(index)) == 2
    assert map_query.nowhere(index, index.select(Filters(types=("ASSAULT",)))) == 0


def test_weeks_are_those_with_an_event_of_a_known_day_or_week(index: EventIndex) -> None:
    assert map_query.weeks(index, every(index)) == [
        date(2020, 9, 28),
        date(2020, 10, 5),
        date(2020, 10, 12),
        date(2020, 11, 2),
    ]
    assert map_query.weeks(index, index.select(Filters(precision="none"))) == []


@pytest.mark.parametrize(
    ("monday", "expected"),
    [
        (date(2020, 9, 28), ["e1"]),
        (date(2020, 10, 5), ["e2", "e3"]),
        (date(2020, 10, 12), ["e4"]),
        (date(2020, 10, 19), []),
    ],
)
def test_a_week_holds_what_is_known_to_be_of_it(index: EventIndex, monday: date, expected: list[str]) -> None:
    mask = map_query.within(index, every(index), monday)

    assert list(index.events["event_id"][mask]) == expected


def test_the_busiest_week_of_a_place(index: EventIndex) -> None:
    assert map_query.busiest(index, every(index)) == 2  # Stepanakert, 5 to 11 October
    assert map_query.busiest(index, index.select(Filters(types=("AGREE",)))) == 0


def test_of_no_events_there_is_nothing_but_the_places_always_named(tmp_path: Path) -> None:
    index = EventIndex.build(made(tmp_path / "t"), LEXICON)
    places = map_query.places(index, every(index))

    assert places["events"].sum() == 0
    assert map_query.weeks(index, every(index)) == []
    assert map_query.busiest(index, every(index)) == 0
