"""Rows to count: events, or the incidents that they report."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from made_tables import event, made
from made_views import many

from contactline.lexicon import load
from contactline.views import counting
from contactline.views.query import EventIndex, Filters

LEXICON = load()
DAY, MONTH = date(2031, 5, 12), date(2031, 5, 1)

EVENTS = (
    event("e1", "ASSAULT", "2031-05-12", incident_id="i1", status="background", date_basis="clause"),
    event("e2", "CONSULT", "2031-05-13", incident_id="i1", date_basis="article"),
    event("e3", "CONSULT", "2031-05-01..2031-05-31", "month", incident_id="i2", date_basis="clause"),
    event("e4", "AID", "2031-06-02", incident_id="i3", status="background", date_basis="article"),
    event("e5", "AID", "", incident_id="i4"),
)
INCIDENTS: dict[str, dict[str, Any]] = {
    "i1": {"type": "ASSAULT", "date_start": DAY, "date_end": DAY, "date_precision": "day"},
    "i2": {"date_start": MONTH, "date_end": date(2031, 5, 31), "date_precision": "month"},
    "i3": {"type": "AID", "date_start": date(2031, 6, 2), "date_end": date(2031, 6, 2), "date_precision": "day"},
    "i4": {"type": "AID"},
}


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> EventIndex:
    return EventIndex.build(made(tmp_path_factory.mktemp("rows") / "t", *EVENTS, incidents=INCIDENTS), LEXICON)


def told(index: EventIndex, filters: Filters, unit: str) -> list[tuple[str, ...]]:
    rows = counting.rows(index, index.select(filters), unit)
    days = rows["date_start"].dt.strftime("%m-%d").fillna("")
    return sorted(zip(days, rows["date_precision"], rows["type"], rows["status"], rows["date_basis"], strict=True))


def test_each_event_is_a_row(index: EventIndex) -> None:
    assert [row[:3] for row in told(index, Filters(), "events")] == [
        ("", "unknown", "AID"),
        ("05-01", "month", "CONSULT"),
        ("05-12", "day", "ASSAULT"),
        ("05-13", "day", "CONSULT"),
        ("06-02", "day", "AID"),
    ]


def test_each_incident_is_one_row_with_its_own_day_as_exact_as_it_is_known(index: EventIndex) -> None:
    assert told(index, Filters(), "incidents") == [
        ("", "unknown", "AID", "reported", ""),
        ("05-01", "month", "CONSULT", "reported", "clause"),
        ("05-12", "day", "ASSAULT", "reported", "clause"),
        ("06-02", "day", "AID", "background", "article"),
    ]


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (Filters(types=("CONSULT",)), [("05-01", "month", "CONSULT"), ("05-13", "day", "CONSULT")]),
        (
            Filters(start=date(2031, 5, 13), end=date(2031, 5, 14)),
            [("05-01", "month", "CONSULT"), ("05-13", "day", "CONSULT")],
        ),
        (Filters(types=("ASSAULT",)), [("05-12", "day", "ASSAULT")]),
    ],
)
def test_an_incident_is_drawn_by_a_report_that_is_selected(
    index: EventIndex, filters: Filters, expected: list[tuple[str, ...]]
) -> None:
    assert [row[:3] for row in told(index, filters, "incidents")] == expected


def test_a_war_is_drawn_as_long_as_it_was_though_a_report_names_a_day(tmp_path: Path) -> None:
    events = (
        event("e1", "ASSAULT", "2031-05-12", incident_id="war"),
        event("e2", "ASSAULT", "2031-05-12..2031-06-30", "range", incident_id="war"),
    )
    own = {"date_start": DAY, "date_end": date(2031, 6, 30), "date_precision": "range", "type": "ASSAULT"}
    index = EventIndex.build(made(tmp_path / "t", *events, incidents={"war": own}), LEXICON)

    assert [row[:3] for row in told(index, Filters(), "incidents")] == [("05-12", "range", "ASSAULT")]


@pytest.mark.parametrize(("unit", "expected"), [("events", ["e2"]), ("incidents", ["e1", "e2"])])
def test_the_events_behind_rows(index: EventIndex, unit: str, expected: list[str]) -> None:
    mask = index.select(Filters())
    rows = counting.rows(index, mask, unit)
    wanted = rows[rows["type"] == ("ASSAULT" if unit == "incidents" else "CONSULT")]
    wanted = wanted[wanted["date_precision"] == "day"]

    found = counting.events_of(index, mask, unit, wanted["at"].to_numpy())

    assert list(index.events["event_id"][found]) == expected


@pytest.mark.parametrize("unit", ["events", "incidents"])
@pytest.mark.parametrize("filters", [Filters(), Filters(types=("CONSULT",)), Filters(background=False)])
def test_there_is_a_row_for_each_thing_that_is_counted(tmp_path: Path, unit: str, filters: Filters) -> None:
    index = EventIndex.build(many(tmp_path / "t"), LEXICON)
    mask = index.select(filters)

    assert len(counting.rows(index, mask, unit)) == index.number(mask, unit) > 0


@pytest.mark.parametrize("unit", ["events", "incidents"])
@pytest.mark.parametrize("role", ["any", "source", "target"])
def test_sides_are_counted_as_a_filter_would(tmp_path: Path, unit: str, role: str) -> None:
    index = EventIndex.build(many(tmp_path / "t"), LEXICON)
    mask = index.select(Filters(background=False))

    found = counting.sides(index, mask, unit, Filters(role=role))

    assert found.to_dict() == {
        key: index.number(mask & index.involved((key,), role), unit) for key in ("AZE", "IRN", "RUS")
    }


def test_nothing_has_no_rows(index: EventIndex) -> None:
    none = index.select(Filters(text="no such words"))

    assert [len(counting.rows(index, none, unit)) for unit in ("events", "incidents")] == [0, 0]
