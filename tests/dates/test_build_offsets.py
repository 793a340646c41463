"""What the words of an offset, a span of time or an anniversary say, before it is counted from anywhere."""

from __future__ import annotations

import pytest
from made_expressions import date as year
from made_expressions import said, shift, vague

from contactline.dates.expressions import find_in
from contactline.lexicon import load


@pytest.mark.parametrize(
    ("text", "expected"),
    [
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
        ("than in the same month of 2019", [year(year=2019)]),
        ("the end of the month", [shift(0, "month", "", part="late")]),
        (
            "the 5th of next month",
            [
                {"form": "nth_of_month", "day": 5, "offset": 1, "anchor": "article", "relation": "next"},
            ],
        ),
        # an unknown number of units, a span of time, something repeated
        ("a few days ago", [vague(unit="day", anchor="article", relation="last")]),
        ("weeks later", [vague(unit="week", anchor="text", relation="next")]),
        ("in the coming days", [vague(unit="day", anchor="article", relation="next")]),
        ("for two weeks", [vague("duration", unit="week")]),
        ("a five-day visit", [vague("duration", unit="day")]),
        ("over the last two years", [vague("duration", unit="year")]),
        ("every week", [vague("repeated")]),
        ("daily flights", [vague("repeated")]),
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
    (found,) = find_in(text, load())

    assert (said(text)[0], text[found.event :].strip() if found.event >= 0 else None) == (expected, event)
