"""Corrections of events, and the events as they were coded, put back."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from made_corrections import LEXICON, correction, tables

from contactline.corrections.events import as_coded, to_events
from contactline.corrections.record import Correction

DAY = {
    "date_start": date(2031, 6, 1),
    "date_end": date(2031, 6, 30),
    "date_precision": "month",
    "date_basis": "correction",
    "date_text": "",
}


def row_of(event_id: str, *corrections: Correction) -> dict[str, Any]:
    found, _ = to_events(tables(), corrections, LEXICON)
    return next(row for row in found["events"].to_pylist() if row["event_id"] == event_id)


@pytest.mark.parametrize(
    ("fields", "changed"),
    [
        ([("day", "2031-06")], DAY),
        ([("day", "")], DAY | {"date_start": None, "date_end": None, "date_precision": "unknown"}),
        ([("place", "goris")], {"place_id": "goris", "place_basis": "correction"}),
        ([("place", "")], {"place_id": None, "place_basis": "correction"}),
        ([("status", "denied")], {"status": "denied"}),
        ([("killed", "3..5")], {"killed": 3, "killed_low": 3, "killed_high": 5, "killed_kind": "total"}),
        ([("killed", "..5")], {"killed": 5, "killed_low": None, "killed_high": 5, "killed_kind": "total"}),
        ([("killed", "")], {"killed": None, "killed_low": None, "killed_high": None, "killed_kind": ""}),
        ([("injured", "4")], {"injured": 4, "injured_low": 4, "injured_high": 4, "injured_kind": "increment"}),
        ([("captured", "4..")], {"captured_low": 4, "captured_high": None}),
        ([("status", "denied"), ("status", "claimed")], {"status": "claimed"}),
    ],
)
def test_a_field_of_an_event(fields: list[tuple[str, str]], changed: dict[str, Any]) -> None:
    before = row_of("a-02")

    assert row_of("a-02", *(correction("a-02", *one) for one in fields)) == before | changed | {
        "corrected": [fields[0][0]]
    }


def test_a_type_brings_its_label_and_class() -> None:
    row = row_of("a-02", correction("a-02", "type", "CONSULT-phone"))

    assert (row["type"], row["mode"], row["label"], row["quad"]) == (
        "CONSULT",
        "phone",
        "Phone call",
        "verbal cooperation",
    )


def test_parties_keep_their_words_where_they_were_coded() -> None:
    swapped = [correction("a-02", "source", "AZE"), correction("a-02", "target", "ARM;pashinyan")]
    found, _ = to_events(tables(), swapped, LEXICON)

    parties = [row for row in found["event_actors"].to_pylist() if row["event_id"] == "a-02"]
    assert [(p["role"], p["actor_id"], p["country"], p["text"]) for p in parties] == [
        ("source", "azerbaijan", "AZE", "Azerbaijan"),
        ("target", "armenia", "ARM", ""),
        ("target", "pashinyan", "ARM", ""),
    ]
    assert [row["actor_id"] for row in found["coded_parties"].to_pylist()] == ["armenia", "azerbaijan"]


def test_a_rejected_event_is_left_out_and_kept_as_it_was_coded() -> None:
    found, (resolved,) = to_events(tables(), [correction("a-02", "wrong")], LEXICON)

    assert found["events"]["event_id"].to_pylist() == ["a-01", "b-01"]
    assert set(found["event_actors"]["event_id"].to_pylist()) == {"a-01"}
    assert found["coded_events"]["event_id"].to_pylist() == ["a-02"]
    assert [(row["event_id"], row["state"]) for row in found["corrections"].to_pylist()] == [("a-02", "applied")]
    assert resolved.event_id == "a-02"


@pytest.mark.parametrize("fields", [["right"], ["wrong", "right"], ["split"]])
def test_what_is_right_stays(fields: list[str]) -> None:
    found, _ = to_events(tables(), [correction("a-02", field) for field in fields], LEXICON)

    assert found["events"].equals(tables()["events"])


@pytest.mark.parametrize(
    "fields", [[("day", "2031")], [("wrong", "")], [("source", "RUS")], [("wrong", ""), ("right", "")], []]
)
def test_the_events_as_they_were_coded_come_back(fields: list[tuple[str, str]]) -> None:
    before = tables()
    found, _ = to_events(before, [correction("a-01", *one) for one in fields], LEXICON)

    back = as_coded({name: found[name] for name in ("articles", "events", "event_actors")}, found)

    assert back["events"].equals(before["events"])
    assert back["event_actors"].equals(before["event_actors"])


def test_events_of_articles_that_are_coded_anew_do_not_come_back() -> None:
    found, _ = to_events(tables(), [correction("a-02", "wrong")], LEXICON)
    only_b = {
        "articles": found["articles"].slice(1),
        "events": found["events"].slice(1),
        "event_actors": found["event_actors"].slice(0, 0),
    }

    assert as_coded(only_b, found)["events"]["event_id"].to_pylist() == ["b-01"]
