"""Widths of bars over time, the bin of a day, and what a drag over bins means."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest

from contactline.charts import bins


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (date(2020, 10, 1), date(2020, 10, 1), "day"),
        (date(2020, 1, 1), date(2020, 5, 9), "day"),
        (date(2020, 1, 1), date(2020, 5, 10), "week"),
        (date(2020, 1, 1), date(2023, 12, 31), "month"),
        (date(2000, 1, 1), date(2023, 12, 31), "quarter"),
        (date(1915, 1, 1), date(2023, 12, 31), "year"),
        (date(1000, 1, 1), date(2023, 12, 31), "decade"),
    ],
)
def test_bins_fit_the_days(start: date, end: date, expected: str) -> None:
    assert bins.fitting(start, end).name == expected


@pytest.mark.parametrize(
    ("unit", "day", "first", "stop"),
    [
        ("day", "2020-10-04", "2020-10-04", "2020-10-05"),
        ("week", "2020-10-04", "2020-09-28", "2020-10-05"),  # a Sunday lies in the week of the Monday before
        ("week", "2020-10-05", "2020-10-05", "2020-10-12"),
        ("week", "1969-12-28", "1969-12-22", "1969-12-29"),
        ("month", "2020-02-29", "2020-02-01", "2020-03-01"),
        ("quarter", "2020-12-31", "2020-10-01", "2021-01-01"),
        ("quarter", "1969-05-08", "1969-04-01", "1969-07-01"),
        ("year", "1988-02-20", "1988-01-01", "1989-01-01"),
        ("decade", "1988-02-20", "1980-01-01", "1990-01-01"),
        ("decade", "2000-01-01", "2000-01-01", "2010-01-01"),
    ],
)
def test_a_day_lies_in_its_bin(unit: str, day: str, first: str, stop: str) -> None:
    width = next(b for b in bins.BINS if b.name == unit)

    found = bins.binned(pd.Series(pd.to_datetime([day])), width)

    assert [list(part.dt.strftime("%Y-%m-%d")) for part in found] == [[first], [stop]]


DAY, WEEK, MONTH = bins.BINS[:3]


@pytest.mark.parametrize(
    ("box", "width", "expected"),
    [
        pytest.param(["2020-10-05 12:00", "2020-10-07 12:00"], DAY, ("2020-10-05", "2020-10-07"), id="days"),
        pytest.param(["2020-10-07 12:00", "2020-10-05 12:00"], DAY, ("2020-10-05", "2020-10-07"), id="backwards"),
        pytest.param(
            ["2020-10-05 22:00", "2020-10-07 02:00"], DAY, ("2020-10-06", "2020-10-06"), id="hardly touched"
        ),
        pytest.param(["2020-10-05 22:00", "2020-10-05 23:00"], DAY, ("2020-10-05", "2020-10-05"), id="within one"),
        pytest.param(
            ["2020-10-05 22:00", "2020-10-06 02:00"], DAY, ("2020-10-06", "2020-10-06"), id="between two"
        ),
        pytest.param(["2020-10-07", "2020-10-14 12:00"], WEEK, ("2020-10-05", "2020-10-18"), id="weeks"),
        pytest.param(["2020-09-12", "2020-11-20"], MONTH, ("2020-09-01", "2020-11-30"), id="months"),
        pytest.param(["2020-09-29", "2020-11-02"], MONTH, ("2020-10-01", "2020-10-31"), id="one month"),
    ],
)
def test_a_drag_means_whole_bins(box: list[str], width: bins.Bin, expected: tuple[str, str]) -> None:
    assert tuple(day.isoformat() for day in bins.snapped(box, width)) == expected


@pytest.mark.parametrize(
    ("day", "width", "expected"),
    [
        (date(2020, 10, 4), DAY, "4 Oct 2020"),
        (date(2020, 10, 4), WEEK, "28 Sep – 4 Oct 2020"),
        (date(2020, 10, 4), MONTH, "Oct 2020"),
        (date(2020, 10, 4), bins.BINS[4], "2020"),
    ],
)
def test_a_bin_in_words(day: date, width: bins.Bin, expected: str) -> None:
    assert bins.words(*bins.bin_of(day, width), width) == expected


def test_the_axis_holds_whole_bins() -> None:
    start, end = date(2020, 1, 15), date(2020, 12, 16)

    assert bins.axis(start, end, WEEK) == (date(2020, 1, 13), date(2020, 12, 21))


def test_few_days_are_named_one_by_one_without_hours() -> None:
    axis = bins.day_axis(date(2020, 10, 4), date(2020, 10, 7), "#000")

    assert (axis["ticktext"], axis["tickvals"][0]) == (
        ["4 Oct 2020", "5 Oct 2020", "6 Oct 2020"],
        "2020-10-04 12:00",
    )


@pytest.mark.parametrize(("low", "expected"), [(False, "%-d %b\n%Y"), (True, "%-d %b %Y")])
def test_a_low_axis_has_one_line(low: bool, expected: str) -> None:
    axis = bins.day_axis(date(2020, 10, 4), date(2020, 12, 7), "#000", low=low)

    assert axis["tickformatstops"][0]["value"] == expected
