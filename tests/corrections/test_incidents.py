"""Corrections of incidents: what linking moves, and what is put right after it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from made_corrections import LEXICON, correction, mark, tables
from made_tables import row

from contactline.corrections.incidents import moves, to_incidents
from contactline.corrections.record import Correction
from contactline.corrections.resolution import resolve
from contactline.tables import store
from contactline.tables.assemble import with_column


def linked() -> dict[str, Any]:
    """The three events as two incidents."""
    found = tables()
    incidents = [
        row("incidents", incident_id=key, killed_min=2, killed_max=2, place_id=None, countries=["ARM"])
        for key in ("talks", "fire")
    ]
    return {
        **found,
        "events": with_column(found["events"], "incident_id", ["talks", "fire", "fire"]),
        "incidents": store.table("incidents", incidents),
    }


def test_reports_that_linking_moves_in_the_order_of_the_corrections() -> None:
    merge = correction("a-01", "merge", f"b-01 {mark('b-01')}", "incident")
    gone = correction("a-02", "split", fingerprint="000000000000:fell")

    found = moves(resolve(tables(), [merge, correction("b-01", "split"), gone, correction("a-01", "right")]))

    assert found == (("a-01", "b-01"), ("b-01", None))


@pytest.mark.parametrize(
    ("field", "value", "changed"),
    [
        (
            "day",
            "2031-05-15",
            {"date_start": date(2031, 5, 15), "date_end": date(2031, 5, 15), "date_precision": "day"},
        ),
        ("type", "CONSULT-phone", {"type": "CONSULT", "mode": "phone", "label": "Phone call"}),
        ("place", "goris", {"place_id": "goris"}),
        ("parties", "RUS;AZE", {"countries": ["AZE", "RUS"]}),
        ("killed", "3..5", {"killed_min": 3, "killed_max": 5}),
        ("killed", "5..", {"killed_min": 5, "killed_max": 5}),
        ("injured", "", {"injured_min": None, "injured_max": None}),
        ("captured", "..9", {"captured_min": 9, "captured_max": 9}),
        ("handed_over", "14", {"handed_over_min": 14, "handed_over_max": 14}),
        ("held", "30..40", {"held_min": 30, "held_max": 40}),
    ],
)
def test_a_field_of_an_incident(field: str, value: str, changed: dict[str, Any]) -> None:
    before = linked()
    talks, fire = before["incidents"].to_pylist()

    found = to_incidents(before, resolve(before, [correction("b-01", field, value, "incident")]), LEXICON)

    best = {f"{field}_best": changed[f"{field}_min"]} if f"{field}_best" in fire else {}
    assert found["incidents"].to_pylist() == [talks, fire | changed | best | {"corrected": [field]}]


def test_the_place_of_an_incident_is_in_the_table_of_places() -> None:
    found = to_incidents(linked(), resolve(tables(), [correction("b-01", "place", "goris", "incident")]), LEXICON)

    assert [place["name"] for place in found["places"].to_pylist()] == ["Goris"]


def test_an_incident_that_was_split_or_merged_says_so() -> None:
    some: list[Correction] = [
        correction("a-02", "split"),
        correction("a-01", "merge", f"b-01 {mark('b-01')}", "incident"),
        correction("a-01", "right", "", "incident"),
    ]
    found = to_incidents(linked(), resolve(tables(), some), LEXICON)

    assert [(i["corrected"], i["linked_by"]) for i in found["incidents"].to_pylist()] == [
        (["merge"], ["put together by a reader"]),
        (["split"], []),
    ]
