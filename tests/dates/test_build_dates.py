"""What the words of a date say, before it is counted from anywhere."""

from __future__ import annotations

from dataclasses import fields

import pytest

from contactline.dates import expressions
from contactline.dates.words import Expression
from contactline.lexicon import load

LEXICON = load()

PLACES = ("start", "end", "text", "words", "event")


def said(text: str) -> list[dict[str, object]]:
    """The fields of each expression that its words fill."""
    blank = {f.name: f.default for f in fields(Expression)}
    return [
        {f.name: v for f in fields(e) if f.name not in PLACES and (v := getattr(e, f.name)) != blank[f.name]}
        for e in expressions.find_in(text, LEXICON)
    ]


def date(**told: object) -> dict[str, object]:
    return {"form": "date", **told}


def shift(offset: int, unit: str, anchor: str = "article", **told: object) -> dict[str, object]:
    return {"form": "shift", "offset": offset, "unit": unit, **({"anchor": anchor} if anchor else {}), **told}


def vague(kind: str = "date", **told: object) -> dict[str, object]:
    return {"form": "vague", **({} if kind == "date" else {"kind": kind}), **told}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on 2031-05-12", [date(year=2031, month=5, day=12)]),
        ("on 12 May 2031", [date(year=2031, month=5, day=12)]),
        ("on Monday, May 12", [date(month=5, day=12, weekday=0)]),
        ("on the first of May", [date(month=5, day=1)]),
        ("on May the 3rd", [date(month=5, day=3)]),
        ("on Christmas Eve 2031", [date(year=2031, month=12, day=24)]),
        ("on 12 May of that year", [date(month=5, day=12, year_offset=0, year_anchor="text")]),
        ("on 12 May last year", [date(month=5, day=12, year_offset=-1, year_anchor="article")]),
        ("in May 2031", [date(year=2031, month=5)]),
        ("in 480 BC", [date(year=480, era="BC")]),
        # two numbers keep their order
        ("on 12/05/2031", [{"form": "numeric", "year": 2031, "day": 12, "month": 5, "relation": "/"}]),
        ("on 5.12.31", [{"form": "numeric", "year": 2031, "day": 5, "month": 12, "relation": "."}]),
        ("on 13/14/31", []),
        # a range is one, two days in a row lie in both, a list is not
        ("on 12-14 May", [date(month=5, day=12, group=1), date(month=5, day=14, group=1)]),
        ("on 12 and 13 May", [date(month=5, day=12, group=1), date(month=5, day=13, group=1)]),
        ("on 12 and 14 May", [date(month=5, day=12), date(month=5, day=14)]),
        ("in May-June 2031", [date(year=2031, month=5, group=1), date(year=2031, month=6, group=1)]),
        ("in December-January 2031", [date(year=2030, month=12, group=1), date(year=2031, month=1, group=1)]),
        ("in May and June 2031", [date(year=2031, month=5), date(year=2031, month=6)]),
        ("in 2031-33", [date(year=2031, group=1), date(year=2033, group=1)]),
        # weekdays
        ("on Monday", [date(weekday=0)]),
        ("last Monday", [date(weekday=0, relation="last", anchor="article")]),
        ("on Monday last week", [date(weekday=0, unit="week", offset=-1, anchor="article")]),
        # seasons, quarters, halves, decades, centuries
        ("in the autumn of 2031", [{"form": "season", "season": "FA", "year": 2031}]),
        (
            "last spring",
            [{"form": "season", "season": "SP", "relation": "last", "offset": -1, "anchor": "article"}],
        ),
        ("a hot spring", []),
        ("the fall of the town", []),
        ("in the second quarter of 2031", [{"form": "quarter", "number": 2, "year": 2031}]),
        ("in Q4 2031", [{"form": "quarter", "number": 4, "year": 2031}]),
        ("in the first half of 2031", [{"form": "half", "number": 1, "year": 2031}]),
        ("in the second half", []),
        ("in the 1990s", [{"form": "decade", "number": 199}]),
        ("in the ’90s", [{"form": "decade", "number": 199}]),
        ("in the 19th century", [{"form": "century", "number": 19}]),
        # counted from a day
        ("yesterday", [shift(-1, "day")]),
        ("two weeks ago", [shift(-2, "week")]),
        ("two days later", [shift(2, "day", "text")]),
        ("a fortnight ago", [shift(-2, "week")]),
        ("next year", [shift(1, "year")]),
        ("the next year", [shift(1, "year", "text")]),
        ("the previous month", [shift(-1, "month", "text")]),
        ("earlier this month", [shift(0, "month", relation="earlier")]),
        ("late last week", [shift(-1, "week", part="late")]),
        ("the end of the month", [shift(0, "month", "", part="late")]),
        (
            "the 5th of next month",
            [
                {"form": "nth_of_month", "day": 5, "offset": 1, "anchor": "article", "relation": "next"},
            ],
        ),
        # parts
        ("in early May", [date(month=5, part="early")]),
        ("at the end of 2031", [date(year=2031, part="late")]),
        ("early on Monday", [date(weekday=0)]),
        # an unknown number of units, a span of time, something repeated
        ("a few days ago", [vague(unit="day", anchor="article", relation="last")]),
        ("weeks later", [vague(unit="week", anchor="text", relation="next")]),
        ("in the coming days", [vague(unit="day", anchor="article", relation="next")]),
        ("for two weeks", [vague("duration", unit="week")]),
        ("a five-day visit", [vague("duration", unit="day")]),
        ("over the last two years", [vague("duration", unit="year")]),
        ("every week", [vague("repeated")]),
        ("daily flights", [vague("repeated")]),
        # open at one end
        ("since 2031", [date(year=2031, open="since")]),
        ("until May 2031", [date(year=2031, month=5, open="until")]),
    ],
)
def test_what_the_words_say(text: str, expected: list[dict[str, object]]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "event", "expected"),
    [
        ("a day after the vote", "the vote", shift(1, "day", "text")),
        ("two weeks before the vote", "the vote", shift(-2, "week", "text")),
        ("on the eve of the vote", "of the vote", shift(-1, "day", "text")),
        ("the year after the vote", "the vote", shift(1, "year", "text")),
        ("the day after, he left", None, shift(1, "day", "text")),
        ("the tenth anniversary of the vote", "the vote", {"form": "anniversary", "number": 10, "anchor": "text"}),
    ],
)
def test_where_the_words_of_an_event_begin(text: str, event: str | None, expected: dict[str, object]) -> None:
    (found,) = expressions.find_in(text, LEXICON)

    assert (said(text)[0], text[found.event :].strip() if found.event >= 0 else None) == (expected, event)
