"""Counts by place and by week."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import numpy as np
import pytest
from made_tables import event, made, row

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

    assert places.loc["stepanakert", ["number", *labels.QUADS, "quad", "label"]].tolist() == [
        3,
        1,
        0,
        0,
        2,
        "material conflict",
        "Stepanakert / Khankendi",
    ]
    assert places.loc["goris", "number"] == 2


def test_only_selected_events_count(index: EventIndex) -> None:
    places = map_query.places(index, index.select(Filters(types=("CONSULT",)))).set_index("place_id")

    assert places["number"][places["number"] > 0].to_dict() == {"stepanakert": 1, "goris": 1}


def test_places_that_are_always_named_are_there_without_events(index: EventIndex) -> None:
    places = map_query.places(index, every(index)).set_index("place_id")

    assert set(map_query.ALWAYS) <= set(places.index)
    assert places.loc["lachin", "number"] == 0
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

    assert places["number"].sum() == 0
    assert map_query.weeks(index, every(index)) == []
    assert map_query.busiest(index, every(index)) == 0


ONE_INCIDENT = (
    event("o1", "ASSAULT", "2020-10-04", place_id="stepanakert", incident_id="i1"),
    event("o2", "CONSULT", "2020-10-05", place_id="stepanakert", incident_id="i1"),
    event("o3", "ASSAULT", "2020-10-05", place_id="goris", incident_id="i1"),
    event("o3b", "ASSAULT", "2020-10-06", place_id="goris", incident_id="i1"),
    event("o4", "ASSAULT", "2020-10-06", incident_id="i1"),
    event("o5", "ASSAULT", "2020-10-07", incident_id="i2"),
)
NAMED = "Goris is near; from Goris they left."


def named(ref: str, start: int, article_id: str = "a", **values: object) -> dict[str, object]:
    return row("mentions", article_id=article_id, kind="place", ref=ref, start=start, end=start + 5, **values)


@pytest.fixture(scope="module")
def linked(tmp_path_factory: pytest.TempPathFactory) -> EventIndex:
    mentions = [
        named("goris", 0),
        named("goris", 20),
        named("goris", 99, "b"),
        named("stepanakert", 3, sentence=1),
    ]
    mentions.append(named("goris", 5) | {"kind": "actor"})
    events = (event("o0", text=NAMED, incident_id="i0"), *ONE_INCIDENT)
    return EventIndex.build(
        made(tmp_path_factory.mktemp("map") / "tables", *events, more={"mentions": mentions}), LEXICON
    )


def test_an_incident_counts_once_in_each_place_that_its_reports_name(linked: EventIndex) -> None:
    places = map_query.places(linked, every(linked), unit="incidents").set_index("place_id")

    assert places["number"][places["number"] > 0].to_dict() == {"goris": 1, "stepanakert": 1}
    assert places.loc["stepanakert", "quad"] == "material conflict"  # that of its first report there


def test_an_incident_without_a_place_is_one_that_no_report_gives_one(linked: EventIndex) -> None:
    assert map_query.nowhere(linked, every(linked)) == 3
    assert map_query.nowhere(linked, every(linked), "incidents") == 2
    assert map_query.nowhere(linked, every(linked), "mentions") == 0


def test_the_busiest_week_counts_incidents_where_they_are_asked_for(linked: EventIndex) -> None:
    assert map_query.busiest(linked, every(linked)) == 2
    assert map_query.busiest(linked, every(linked), "incidents") == 1


def test_mentions_are_those_of_the_articles_asked_for(linked: EventIndex) -> None:
    found = map_query.places(linked, every(linked), unit="mentions", articles={"a"}).set_index("place_id")

    assert found["number"][found["number"] > 0].to_dict() == {"goris": 2, "stepanakert": 1}
    assert set(found["quad"]) == {""}
    assert map_query.places(linked, every(linked), unit="mentions")["number"].sum() == 0


def test_a_sentence_that_names_a_place_twice_is_one_with_two_marks(linked: EventIndex) -> None:
    (found,) = map_query.sentences(linked, "goris", {"a"}).to_dict("records")

    assert (found["article_id"], found["text"], found["start"]) == ("a", NAMED, 0)
    assert found["spans"] == [[0, 5], [20, 25]]
    assert map_query.sentences(linked, "kapan", {"a"}).empty
