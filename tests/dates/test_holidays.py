"""Which day of a holiday a text means.

The article's day is Monday 12 May 2031.
"""

from __future__ import annotations

from datetime import date

import pytest
from made_dates import MONDAY, timexes, values
from made_documents import document

from contactline import dates
from contactline.dates.anchors import Anchors
from contactline.dates.holiday_words import Holiday
from contactline.dates.holidays import days_in
from contactline.dates.values import timex
from contactline.lexicon import load
from contactline.records import Interval


def row(rule: str = "", month: int = 0, day: int = 0, since: int = 0, until: int = 9999) -> Holiday:
    return Holiday("Fog Day", "", False, None, since, until, month, day, rule, 1)


@pytest.mark.parametrize(
    ("holiday", "year", "expected"),
    [
        pytest.param(row(month=5, day=28), 2031, ["2031-05-28"], id="fixed"),
        pytest.param(row(month=2, day=29), 2031, [], id="a day that the year has not"),
        pytest.param(row("easter -2"), 1961, ["1961-03-31"], id="easter"),
        pytest.param(row("orthodox 0"), 2024, ["2024-05-05"], id="orthodox"),
        pytest.param(row("4 thursday", month=11), 1999, ["1999-11-25"], id="weekday of a month"),
        pytest.param(row("islamic 10 1"), 2000, ["2000-01-08", "2000-12-28"], id="islamic"),
        pytest.param(row(month=5, day=28, since=2021), 2020, [], id="not yet kept"),
        pytest.param(row(month=5, day=28, until=2019), 2020, [], id="no longer kept"),
        *(pytest.param(row("easter 0"), year, [], id=f"year {year}") for year in (0, 1, 9999)),
    ],
)
def test_the_days_of_a_year(holiday: Holiday, year: int, expected: list[str]) -> None:
    assert [day.isoformat() for day in days_in(holiday, year)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("He left at Christmas.", ["2030-12-25"], id="past"),
        pytest.param("He will leave at Christmas.", ["2031-12-25"], id="future"),
        pytest.param("The road was shut at Easter.", ["2031-04-13"], id="past, this year"),
        pytest.param("A quiet Armenia before Republic Day.", ["2031-05-28"], id="soon, without a tense"),
        pytest.param("A quiet land after Halloween.", ["2030-10-31"], id="far, without a tense"),
        pytest.param("Last Easter the road was shut.", ["2031-04-13"], id="last"),
        pytest.param("Next Easter the road opens.", ["2032-03-28"], id="next"),
        pytest.param("This Christmas the road will open.", ["2031-12-25"], id="this, to come"),
        pytest.param("A land quiet this Christmas.", ["2030-12-25"], id="this, the nearer"),
        pytest.param("He left on Christmas Eve 2027.", ["2027-12-24"], id="its year"),
        pytest.param("He left at Easter last year.", ["2030-04-21"], id="its year by reference"),
        pytest.param("He left three days before Easter.", ["2031-04-10"], id="counted from"),
        pytest.param("In the week of Easter he left.", ["2031-W15"], id="the week of"),
        pytest.param(
            "He was freed ahead of Victory Day of Armenia.", ["2031-05-09"], id="what was done before it"
        ),
        pytest.param("He was freed before New Year's Eve.", ["2030-12-31"], id="what was done long before"),
        pytest.param("He will be freed before Christmas.", ["2031-12-25"], id="what will be done before it"),
        pytest.param("He left over the Easter weekend.", ["2031-W15"], id="its weekend"),
        pytest.param("Late on Christmas Eve he left.", ["2030-12-24"], id="a part of"),
        pytest.param("In 2027, at Easter, he left.", ["2027", "2027-03-28"], id="the year of the text"),
        pytest.param("He left on Black Monday.", ["1987-10-19"], id="a day of one year"),
        pytest.param(
            "In 2027 he fled the town. At Easter he came back.", ["2027", "2027-03-28"], id="told before"
        ),
    ],
)
def test_which_year(text: str, expected: list[str]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "article_day", "expected"),
    [
        pytest.param("Baku marked Victory Day.", MONDAY, ["2030-11-08"], id="the owner's own"),
        pytest.param("Baku marked Victory Day.", date(2018, 6, 1), ["2018-05-09"], id="before it had its own"),
        pytest.param("Baku marked Independence Day.", date(2019, 6, 1), ["2018-10-18"], id="the day until 2020"),
        pytest.param("Baku marked Independence Day.", date(2022, 6, 1), ["2022-05-28"], id="the day since 2021"),
    ],
)
def test_whose_day(text: str, article_day: date, expected: list[str]) -> None:
    assert values(text, article_day=article_day) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Armenia's Republic Day (28 May 2029) was quiet.", "2029-05-28", id="behind, in brackets"),
        pytest.param("On Armenia's Republic Day, May 28, 2029, all was quiet.", "2029-05-28", id="behind"),
        pytest.param("On 28 May 2029, Republic Day of Armenia, all was quiet.", "2029-05-28", id="before"),
    ],
)
def test_the_date_beside_a_holiday_is_its_day(text: str, expected: str) -> None:
    made, lexicon = document(text), load()
    first, second = dates.find(made, lexicon)
    anchors = Anchors.of(made, MONDAY, lexicon)
    one = timex(first, anchors, second)
    other = timex(second, anchors.after(first, dates.anchors.Value(one.value, one.basis)))

    assert (one.value, other.value) == (expected, expected)


@pytest.mark.parametrize(
    ("text", "value", "interval"),
    [
        pytest.param(
            "He left on Eid al-Fitr 2021.",
            "2021-05-13",
            Interval(date(2021, 5, 12), date(2021, 5, 14), "range"),
            id="a day that the moon decides",
        ),
        pytest.param(
            "He left in Ramadan 2021.",
            "",
            Interval(date(2021, 4, 12), date(2021, 5, 13), "range"),
            id="a month that the moon decides",
        ),
        pytest.param(
            "He left on Labour Day 2021.",
            "2021-05-01",
            Interval(date(2021, 5, 1), date(2021, 5, 1), "day"),
            id="a day",
        ),
    ],
)
def test_nothing_is_told_more_exactly_than_it_is_known(text: str, value: str, interval: Interval) -> None:
    assert [(t.value, t.interval) for t in timexes(text)] == [(value, interval)]
