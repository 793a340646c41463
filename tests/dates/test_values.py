"""The value and days of one expression by its form, and what has none.

The article's day is Monday 12 May 2031.
"""

from __future__ import annotations

from datetime import date

import pytest
from made_dates import MONDAY, timexes, values
from made_documents import document

from contactline import dates
from contactline.dates.anchors import Anchors
from contactline.dates.values import timex
from contactline.lexicon import load
from contactline.records import UNKNOWN, Interval


def day(month: int, number: int) -> date:
    return date(2031, month, number)


@pytest.mark.parametrize(
    ("text", "article_day", "history", "expected"),
    [
        pytest.param("In the nineties he left.", MONDAY, False, ["199X"], id="the last one that is over"),
        pytest.param("In the twenties he left.", date(2023, 5, 12), False, ["192X"], id="not one just begun"),
        pytest.param("In the twenties he left.", date(2026, 5, 12), False, ["202X"], id="one well under way"),
        pytest.param("In 1861 he came, in the seventies he left.", MONDAY, True, ["1861", "187X"], id="history"),
        pytest.param("In the nineties he left.", None, True, [""], id="nothing to complete it from"),
    ],
)
def test_a_decade_without_its_century(
    text: str, article_day: date | None, history: bool, expected: list[str]
) -> None:
    assert values(text, history=history, article_day=article_day) == expected


@pytest.mark.parametrize(
    ("words", "value", "interval", "basis"),
    [
        pytest.param("today", "2031-05-12", Interval(MONDAY, MONDAY, "day"), "article", id="shift"),
        pytest.param(
            "on 4.6.2029", "2029-06-04", Interval(*[date(2029, 6, 4)] * 2, "day"), "explicit", id="numeric"
        ),
        pytest.param("in early May", "2031-05", Interval(day(5, 1), day(5, 10), "range"), "completed", id="part"),
        pytest.param(
            "earlier this month", "2031-05", Interval(day(5, 1), day(5, 12), "range"), "article", id="ends today"
        ),
        pytest.param(
            "later this year", "2031", Interval(day(5, 12), day(12, 31), "range"), "article", id="begins today"
        ),
        pytest.param(
            "at the weekend", "2031-W19", Interval(day(5, 10), day(5, 11), "range"), "article", id="weekend"
        ),
        pytest.param(
            "late last weekend", "2031-W19", Interval(day(5, 10), day(5, 11), "range"), "article", id="part of one"
        ),
        pytest.param(
            "in the coming days", "", Interval(day(5, 12), day(5, 19), "range"), "article", id="next few days"
        ),
        pytest.param(
            "in the 1990s",
            "199X",
            Interval(date(1990, 1, 1), date(1999, 12, 31), "range"),
            "explicit",
            id="decade",
        ),
        pytest.param(
            "in the 19th century",
            "18XX",
            Interval(date(1801, 1, 1), date(1900, 12, 31), "range"),
            "explicit",
            id="century",
        ),
        pytest.param("in Q1 2031", "2031-Q1", Interval(day(1, 1), day(3, 31), "range"), "explicit", id="quarter"),
        pytest.param("a few weeks later", "", UNKNOWN, "unknown", id="vague"),
        pytest.param("for two weeks", "", UNKNOWN, "unknown", id="duration"),
        pytest.param("on 31 June 2029", "", UNKNOWN, "unknown", id="no such day"),
    ],
)
def test_days_and_what_they_rest_on(words: str, value: str, interval: Interval, basis: str) -> None:
    (found,) = timexes(f"It was so {words}.")

    assert (found.value, found.interval, found.basis) == (value, interval, basis)


@pytest.mark.parametrize(
    "words",
    [
        "in the 0th century",
        "in the early 0th century",
        "at the end of the 00th century",
        "on 0000-01-01",
        "on 9999-12-31",
        "0 BC",
        "999 decades ago",
        "999 decades later",
    ],
)
@pytest.mark.parametrize("history", [False, True])
def test_years_beyond_the_calendar_give_no_date(words: str, history: bool) -> None:
    found = list(timexes(f"It was so {words}, he said.", history))

    assert [(t.value, t.interval, t.basis) for t in found] == [("", UNKNOWN, "unknown")] * len(found)
    assert len(found) == 1


def test_a_date_beyond_the_calendar_anchors_nothing() -> None:
    assert values("It was on 9998-12-31. 364 days later, and at that weekend, he left.") == [
        "9998-12-31",
        "",
        "9998-W52",
    ]


def test_years_before_christ_have_no_value_and_a_history_goes_on_from_them() -> None:
    assert values("In 480 BC he came. In June he left. In 1920 he came. In June he left.", history=True) == [
        "",
        "",
        "1920",
        "1920-06",
    ]


def test_days_if_the_article_were_of_another_day() -> None:
    made = document("He left on Friday.")
    (e,) = dates.find(made, load())
    anchors = Anchors.of(made, None, load())

    found = [timex(e, anchors.on(d)).interval.start for d in (MONDAY, day(5, 17), MONDAY)]
    assert found == [day(5, 9), day(5, 16), day(5, 9)]
    assert timex(e, anchors).interval == UNKNOWN
