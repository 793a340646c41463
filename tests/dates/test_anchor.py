"""From what a date is counted: the article's day in the news, the last date told in a history.

The article's day is Monday 12 May 2031.
"""

from __future__ import annotations

from datetime import date

import pytest
from made_documents import document

from contactline import dates
from contactline.dates.anchor import Reader
from contactline.lexicon import load
from contactline.records import Interval

LEXICON = load()

MONDAY = date(2031, 5, 12)


def values(text: str, history: bool = False, day_first: bool = True, anchor: date | None = MONDAY) -> list[str]:
    made = document(text)
    reader = Reader(made, anchor, history, day_first, LEXICON)
    return [t.value for e in dates.find(made, LEXICON) if (t := reader.read(e)).kind == "date"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # from the article's day
        ("He left today.", ["2031-05-12"]),
        ("He left on Friday.", ["2031-05-09"]),
        ("He will leave on Friday.", ["2031-05-16"]),
        ("He left last Monday.", ["2031-05-05"]),
        ("He left on Friday last week.", ["2031-05-09"]),
        ("He left two weeks ago.", ["2031-W18"]),
        ("He left in March.", ["2031-03"]),
        ("He left in August.", ["2030-08"]),
        ("He will leave in August.", ["2031-08"]),
        ("He left on 3 August.", ["2030-08-03"]),
        ("He left last year.", ["2030"]),
        ("He left last spring.", ["2030-SP"]),
        ("He left on the 9th.", ["2031-05-09"]),
        ("He left on the 20th.", ["2031-04-20"]),
        ("He left at the weekend.", ["2031-W19"]),
        ("He left on the 5th of last month.", ["2031-04-05"]),
        ("He left in the first quarter.", ["2031-Q1"]),
        # from the last date that the text told
        ("He came on 3 March 2029 and left two days later.", ["2029-03-03", "2029-03-05"]),
        ("He came on 3 March 2029 and left on the 7th.", ["2029-03-03", "2029-03-07"]),
        ("He came in March 2029 and left in June of that year.", ["2029-03", "2029-06"]),
        ("In 2029 he came in March and left in June.", ["2029", "2029-03", "2029-06"]),
        ("He came in 2029 and left the following year.", ["2029", "2030"]),
        ("He came on 3 March 2029. He left a month later.", ["2029-03-03", "2029-04"]),
        # a new sentence after a mere year is of the article's time again
        ("He came in 2029. He left in March.", ["2029", "2031-03"]),
        # days that are none
        ("He left on 31 June 2029.", [""]),
        # a decade has a value, a century only days
        ("He left in the 1990s.", ["199X"]),
    ],
)
def test_news(text: str, expected: list[str]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In March 1920 he came. In June he left.", ["1920-03", "1920-06"]),
        ("In November 1920 he came. In February he left.", ["1920-11", "1921-02"]),
        ("On 3 March 1920 he came. On Friday he left.", ["1920-03-03", "1920-03-05"]),
        ("On 3 March 1920 he came. Next year he left.", ["1920-03-03", "1921"]),
        ("On 3 March 1920 he came. On the 9th he left.", ["1920-03-03", "1920-03-09"]),
        ("On 28 March 1920 he came. On the 2nd he left.", ["1920-03-28", "1920-04-02"]),
        ("In 1920 he came. That autumn he left.", ["1920", "1920-FA"]),
        # "today" is no day of a history, and a weekday by itself none either
        ("In 1920 he came. Today it is a museum.", ["1920", ""]),
        ("He left on Friday.", [""]),
        # years before Christ are not ours
        ("In 480 BC he came. In June he left.", ["", ""]),
    ],
)
def test_history(text: str, expected: list[str]) -> None:
    assert values(text, history=True) == expected


def test_without_an_article_day_only_what_the_text_tells_has_a_value() -> None:
    assert values(
        "He came on Friday. On 3 March 2029 he left, and in May he died.", anchor=None, history=True
    ) == [
        "",
        "2029-03-03",
        "2029-05",
    ]


@pytest.mark.parametrize(
    ("text", "day_first", "expected"),
    [
        ("on 4/6/2029", True, "2029-06-04"),
        ("on 4/6/2029", False, "2029-04-06"),
        # the only way, whatever the habit
        ("on 4/16/2029", True, "2029-04-16"),
        ("on 16/4/2029", False, "2029-04-16"),
        # with points the day is first
        ("on 4.6.2029", False, "2029-06-04"),
        # the reading that lies near the article's day
        ("on 5/10/2031", True, "2031-05-10"),
    ],
)
def test_two_numbers(text: str, day_first: bool, expected: str) -> None:
    assert values(text, day_first=day_first) == [expected]


def day(month: int, number: int) -> date:
    return date(2031, month, number)


@pytest.mark.parametrize(
    ("text", "interval", "basis"),
    [
        ("in early May", Interval(day(5, 1), day(5, 10), "range"), "completed"),
        ("earlier this month", Interval(day(5, 1), day(5, 12), "range"), "article"),
        ("later this year", Interval(day(5, 12), day(12, 31), "range"), "article"),
        ("at the weekend", Interval(day(5, 10), day(5, 11), "range"), "article"),
        ("in the coming days", Interval(day(5, 12), day(5, 19), "range"), "article"),
        ("in the 19th century", Interval(date(1801, 1, 1), date(1900, 12, 31), "range"), "explicit"),
        ("in Q1 2031", Interval(day(1, 1), day(3, 31), "season"), "explicit"),
        ("a few weeks later", Interval(None, None, "unknown"), "unknown"),
        ("for two weeks", Interval(None, None, "unknown"), "unknown"),
    ],
)
def test_days_and_what_they_rest_on(text: str, interval: Interval, basis: str) -> None:
    made = document(f"It was so {text}.")
    (e,) = dates.find(made, LEXICON)
    found = Reader(made, MONDAY, False, True, LEXICON).read(e)

    assert (found.interval, found.basis) == (interval, basis)


def test_days_if_the_article_were_of_another_day_are_not_remembered() -> None:
    made = document("He left on Friday.")
    (e,) = dates.find(made, LEXICON)
    reader = Reader(made, None, False, True, LEXICON)

    assert [reader.read_from(e, d).start for d in (MONDAY, day(5, 17), MONDAY)] == [
        day(5, 9),
        day(5, 16),
        day(5, 9),
    ]


def test_an_event_that_the_text_has_dated() -> None:
    text = "On 3 March 2029 a flood drowned the harvest. Prices rose by half. Two days after the flood he left."

    assert values(text) == ["2029-03-03", "2029-03-05"]
