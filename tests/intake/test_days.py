"""Days in every form that can mean one day only, and what is no day."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from contactline import lexicon
from contactline.intake import days
from contactline.intake.days import Days

WORDS = lexicon.load()
DAY = date(2031, 5, 22)


@pytest.mark.parametrize(
    "written",
    [
        "2031-05-22",
        "2031-05-22T23:30:00-05:00",
        "2031-05-22 08:00:00",
        "2031/05/22",
        "2031.5.22",
        "20310522",
        "20310522T080000Z",
        "20310522080000",
        "22.05.2031",
        "22.5.31",
        "22. 05. 2031",
        "14:22, 22.05.2031",
        "22/05/2031",
        "05/22/2031",
        "5/22/31",
        "22-05-2031",
        "22 May 2031",
        "22-May-2031",
        "22-May-31",
        ["Thu 22 May 2031"],
        "22nd of May, 2031",
        "May 22, 2031",
        "May 22nd 2031 at 10:00 p.m.",
        "Thursday, May 22, 2031",
        "Thu, 22 May 2031 08:00:00 +0400",
        "Thu May 22 08:00:00 2031",
        "Thu May 22 08:00:00 +0000 2031",
        "2031 May 22",
        "Published: 22 May 2031",
        "datetime.datetime(2031, 5, 22, 8, 0)",
        "1937203200",
        "1937203200.0",
        "1937203200000",
        1937203200,
        1937203200000,
        20310522,
        DAY,
        datetime(2031, 5, 22, 8, tzinfo=UTC),
        {"$date": "2031-05-22T08:00:00Z"},
        [2031, 5, 22, 8, 0, 0, 3, 142, 0],
    ],
)
def test_a_day_in_every_form(written: object) -> None:
    assert days.read(written, WORDS) == Days(DAY, DAY)


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("2031-05", date(2031, 5, 1), date(2031, 5, 31)),
        ("5/2031", date(2031, 5, 1), date(2031, 5, 31)),
        ("May 2031", date(2031, 5, 1), date(2031, 5, 31)),
        ("2031", date(2031, 1, 1), date(2031, 12, 31)),
        (2031, date(2031, 1, 1), date(2031, 12, 31)),
        ("22 May 2031 - 3 June 2031", DAY, date(2031, 6, 3)),
    ],
)
def test_what_is_more_than_a_day_is_an_interval(written: object, first: date, last: date) -> None:
    assert days.read(written, WORDS) == Days(first, last)


@pytest.mark.parametrize(
    "written",
    [
        None,
        "",
        "n/a",
        "NaN",
        float("nan"),
        "0000-00-00 00:00:00",
        "1970-01-01T00:00:00Z",
        0,
        True,
        "last week",
        "2031-02-30",
        "31/31/2031",
        "0001-01-01",
        "22 May",
        "17",
        "123456",
        "1 234 5678",
        "x" * 10_000,
    ],
)
def test_what_is_no_day(written: object) -> None:
    assert days.read(written, WORDS) is None


def test_a_date_of_two_readings_is_both_or_what_its_column_says() -> None:
    both = Days(date(2031, 3, 4), date(2031, 4, 3), unsure=True)

    assert days.read("3/4/2031", WORDS) == both
    assert days.read("3/4/2031", WORDS, days.DAY_FIRST) == Days(date(2031, 4, 3), date(2031, 4, 3))
    assert days.read("3/4/2031", WORDS, days.MONTH_FIRST) == Days(date(2031, 3, 4), date(2031, 3, 4))
    assert days.read("3/4/2031", WORDS, "both") == both
    assert days.read("4/4/2031", WORDS) == Days(date(2031, 4, 4), date(2031, 4, 4))


@pytest.mark.parametrize(
    ("values", "order"),
    [
        (["3/4/2031", "22/4/2031", None], "dmy"),
        (["3/4/2031", "4/22/2031"], "mdy"),
        (["22/4/2031", "4/22/2031"], "both"),
        (["3/4/2031", "22.04.2031", "2031-04-22"], ""),
        ([], ""),
    ],
)
def test_the_order_in_a_column(values: list[object], order: str) -> None:
    assert days.order_of(values) == order


def test_dates_within_a_text_in_their_order() -> None:
    text = "On 22.05.2031 and, as of May 3, 2031, at 10:22 the 4/5/2031"

    assert [found.day for found in days.find(text, WORDS)] == [DAY, date(2031, 5, 3), None]


@pytest.mark.parametrize(
    ("value", "day"), [("44108", "2020-10-04"), (44108.5, "2020-10-04"), ("4410", None), ("80000", None)]
)
def test_the_day_number_of_a_spreadsheet(value: object, day: str | None) -> None:
    found = days.read(value, WORDS)

    assert (found and str(found.day)) == day
