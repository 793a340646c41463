"""Calendar arithmetic: values to days, parts of spans, shifts over the ends of months and years."""

from __future__ import annotations

from datetime import date

import pytest

from contactline.dates import calendar
from contactline.records import UNKNOWN, Interval


@pytest.mark.parametrize(
    ("value", "start", "end", "precision"),
    [
        ("2023-09-20", "2023-09-20", "2023-09-20", "day"),
        ("2024-02", "2024-02-01", "2024-02-29", "month"),
        ("2023", "2023-01-01", "2023-12-31", "year"),
        ("2023-W37", "2023-09-11", "2023-09-17", "week"),
        ("2020-W53", "2020-12-28", "2021-01-03", "week"),
        ("2022-FA", "2022-09-01", "2022-11-30", "season"),
        ("2023-WI", "2023-12-01", "2024-02-29", "season"),
        ("2022-Q3", "2022-07-01", "2022-09-30", "range"),
        ("2022-H2", "2022-07-01", "2022-12-31", "range"),
        ("199X", "1990-01-01", "1999-12-31", "range"),
    ],
)
def test_interval_of(value: str, start: str, end: str, precision: str) -> None:
    assert calendar.interval_of(value) == Interval(date.fromisoformat(start), date.fromisoformat(end), precision)


@pytest.mark.parametrize(
    ("year", "month", "rule", "day"),
    [
        (1999, 11, "4 thursday", "1999-11-25"),
        (1998, 5, "-1 monday", "1998-05-25"),
        (1999, 5, "-1 monday", "1999-05-31"),
    ],
)
def test_moving_holidays(year: int, month: int, rule: str, day: str) -> None:
    assert calendar.moving_holiday(year, month, rule) == date.fromisoformat(day)


@pytest.mark.parametrize(
    "value",
    ["", "2023-02-30", "2023-13", "2023-W60", "soon", "0000", "9999", "9999-12-31", "000X", "999X", "10000"],
)
def test_what_is_no_date_is_unknown(value: str) -> None:
    assert calendar.interval_of(value) == UNKNOWN


@pytest.mark.parametrize(
    ("value", "part", "start", "end"),
    [
        ("2023-09", "early", "2023-09-01", "2023-09-10"),
        ("2023-09", "mid", "2023-09-11", "2023-09-20"),
        ("2023-02", "late", "2023-02-21", "2023-02-28"),
        ("2023-02", "second", "2023-02-16", "2023-02-28"),
        ("2023", "early", "2023-01-01", "2023-04-30"),
        ("2023", "mid", "2023-05-01", "2023-08-31"),
        ("2023", "second", "2023-07-01", "2023-12-31"),
        ("199X", "late", "1996-09-01", "1999-12-31"),
        ("2023-W37", "early", "2023-09-11", "2023-09-12"),
        ("2023-09-20", "late", "2023-09-20", "2023-09-20"),
    ],
)
def test_part_of(value: str, part: str, start: str, end: str) -> None:
    found = calendar.part_of(calendar.interval_of(value), part)
    assert (found.start, found.end) == (date.fromisoformat(start), date.fromisoformat(end))


def test_shifts_over_the_ends() -> None:
    assert calendar.shift_months(2023, 11, 3) == (2024, 2)
    assert calendar.shift_months(2023, 1, -1) == (2022, 12)
    assert calendar.shift_days(date(2023, 12, 31), 1) == date(2024, 1, 1)
    assert calendar.shift_days(date.max, 1) is None
    assert calendar.safe_day(2023, 2, 29) is None


def test_hull() -> None:
    first, last = calendar.interval_of("2020"), calendar.interval_of("2022-05")
    assert calendar.hull(first, last) == Interval(date(2020, 1, 1), date(2022, 5, 31), "range")
    assert calendar.hull(first, first) == first
    assert calendar.hull(UNKNOWN, last) == last


@pytest.mark.parametrize(
    ("first", "last"), [(0, 0), (-99, 0), (0, 5), (9999, 9999), (9901, 10000), (5, 3)], ids=lambda year: str(year)
)
def test_years_beyond_the_calendar_have_no_days(first: int, last: int) -> None:
    assert calendar.year_interval(first, last) == UNKNOWN


@pytest.mark.parametrize("year", [0, 9999, 10000])
def test_years_beyond_the_calendar_have_no_holidays(year: int) -> None:
    assert calendar.moving_holiday(year, 11, "4 thursday") is None


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("0001", date(1, 1, 1), date(1, 12, 31)),
        ("0001-W01", date(1, 1, 1), date(1, 1, 7)),
        ("9998", date(9998, 1, 1), date(9998, 12, 31)),
        ("9998-WI", date(9998, 12, 1), date(9999, 2, 28)),
        ("9998-W53", date(9998, 12, 28), date(9999, 1, 3)),
    ],
)
def test_the_first_and_the_last_year(value: str, first: date, last: date) -> None:
    found = calendar.interval_of(value)

    assert (found.start, found.end) == (first, last)


def test_the_monday_of_any_day() -> None:
    days = [date.min, date(2023, 9, 20), date.max]

    assert [calendar.monday_of(day) for day in days] == [date.min, date(2023, 9, 18), date(9999, 12, 27)]
