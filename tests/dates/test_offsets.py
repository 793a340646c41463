"""What is counted in units from another day.

The article's day is Monday 12 May 2031.
"""

from __future__ import annotations

from datetime import date

import pytest
from made_dates import timexes, values

from contactline.dates import offsets
from contactline.dates.anchors import NO_VALUE, Value
from contactline.dates.calendar import interval_of
from contactline.records import UNKNOWN, Interval


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("He left today.", ["2031-05-12"], id="today"),
        pytest.param("He left two weeks ago.", ["2031-W18"], id="weeks"),
        pytest.param("He left two months ago.", ["2031-03"], id="months"),
        pytest.param("He left last year.", ["2030"], id="year"),
        pytest.param("He left two decades ago.", ["201X"], id="decades"),
        pytest.param("He left two hours ago.", ["2031-05-12"], id="hours of the same day"),
        pytest.param("He left 20 hours ago.", [""], id="hours of another day"),
        pytest.param("He left two centuries ago.", [""], id="centuries have no value"),
        pytest.param("He left at the weekend.", ["2031-W19"], id="the weekend that is over"),
        pytest.param("He will leave at the weekend.", ["2031-W20"], id="the weekend to come"),
        pytest.param("He leaves next weekend.", ["2031-W20"], id="next weekend"),
        pytest.param("He leaves the weekend after next.", ["2031-W21"], id="the weekend after next"),
        pytest.param("He left the weekend before last.", ["2031-W18"], id="the weekend before last"),
        pytest.param("He left on the 5th of last month.", ["2031-04-05"], id="a day of last month"),
        pytest.param("He left on the 31st of last month.", [""], id="a day that last month has not"),
    ],
)
def test_from_the_article(text: str, expected: list[str]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("He came on 3 March 2029 and left two days later.", ["2029-03-03", "2029-03-05"], id="days"),
        pytest.param("He came on 3 March 2029. He left a month later.", ["2029-03-03", "2029-04"], id="month"),
        pytest.param(
            "He came in March 2029 and left a month later.", ["2029-03", "2029-04"], id="month from a month"
        ),
        pytest.param("He came in 2029 and left the following year.", ["2029", "2030"], id="year from a year"),
        pytest.param("He came in 2029 and left a day later.", ["2029", ""], id="no day from a year"),
        pytest.param(
            "On 3 March 2029 he came, and by the end of the month he left.",
            ["2029-03-03", "2029-03"],
            id="same sentence",
        ),
        pytest.param(
            "On 3 March 2029 he came. By the end of the month he left.",
            ["2029-03-03", "2029-03"],
            id="another sentence, of a year that is over",
        ),
        pytest.param(
            "On 3 March 2031 he came. By the end of the month he left.",
            ["2031-03-03", "2031-05"],
            id="another sentence, of the article's year",
        ),
        pytest.param(
            "In March 2029 he came. Later in the year he left.", ["2029-03", "2029"], id="later in a year told"
        ),
    ],
)
def test_from_the_text(text: str, expected: list[str]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("On 3 March 1920 he came. Next year he left.", ["1920-03-03", "1921"], id="next year"),
        pytest.param("In 1920 he came. Today it is a museum.", ["1920", ""], id="today is no day of a history"),
        pytest.param("In 1920 he came. In that decade he left.", ["1920", "192X"], id="that decade"),
    ],
)
def test_in_a_history(text: str, expected: list[str]) -> None:
    assert values(text, history=True) == expected


@pytest.mark.parametrize(
    ("offset", "unit", "expected"),
    [
        pytest.param(1, "day", Value("2032-01-01", "event"), id="day"),
        pytest.param(-1, "week", Value("2031-W52", "event"), id="week"),
        pytest.param(2, "month", Value("2032-02", "event"), id="month"),
        pytest.param(-3, "year", Value("2028", "event"), id="year"),
        pytest.param(1, "century", NO_VALUE, id="no unit that is counted"),
        pytest.param(10**7, "day", NO_VALUE, id="beyond the calendar"),
    ],
)
def test_shifted(offset: int, unit: str, expected: Value) -> None:
    assert offsets.shifted(date(2031, 12, 31), offset, unit, "event") == expected


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        pytest.param(date(2031, 5, 12), Interval(date(2031, 5, 17), date(2031, 5, 18), "range"), id="Monday"),
        pytest.param(date(2031, 5, 15), Interval(date(2031, 5, 17), date(2031, 5, 25), "range"), id="Thursday"),
        pytest.param(date(2031, 5, 16), Interval(date(2031, 5, 17), date(2031, 5, 25), "range"), id="Friday"),
        pytest.param(date(2031, 5, 17), Interval(date(2031, 5, 24), date(2031, 5, 25), "range"), id="Saturday"),
        pytest.param(date(9999, 12, 31), UNKNOWN, id="beyond the calendar"),
    ],
)
def test_next_weekend_is_either_of_two_late_in_the_week(day: date, expected: Interval) -> None:
    assert [t.interval for t in timexes("They meet next weekend.", article_day=day)] == [expected]


def test_the_weekend_of_a_week() -> None:
    found = offsets.weekend_of(interval_of("2031-W19"))

    assert (found.start, found.end, found.precision) == (date(2031, 5, 10), date(2031, 5, 11), "range")
