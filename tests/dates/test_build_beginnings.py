"""What a beginning and the date behind it say together, before it is counted from anywhere."""

from __future__ import annotations

import pytest
from made_expressions import date, said, shift, vague

from contactline.dates.words import Count

WEEKS = vague("duration", unit="week")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a part
        ("at the end of the month", [shift(0, "month", "", part="late")]),
        ("in early May", [date(month=5, part="early")]),
        ("early on 3-5 May", [date(month=5, day=3, group=1), date(month=5, day=5, group=1)]),
        # so long from a day
        ("two days before yesterday", [shift(-1, "day", counted=Count(-2, "day", exact=True))]),
        ("a year ago tomorrow", [shift(1, "day", counted=Count(-1, "year", exact=True))]),
        ("a fortnight from Friday", [date(weekday=4, relation="next", counted=Count(2, "week", exact=True))]),
        ("two weeks after 3 May", [date(month=5, day=3, counted=Count(2, "week"))]),
        ("three nights before the 13th he", [date(day=13, counted=Count(-3, "day"))]),
        # not from a day, or from an event
        ("for two weeks from Friday", [WEEKS, date(weekday=4)]),
        ("two weeks from Monday to Friday", [WEEKS, date(weekday=0, group=1), date(weekday=4, group=1)]),
        ("two weeks after Monday's vote", [shift(2, "week", "text"), date(weekday=0, open="after")]),
        ("two weeks after the 3 May vote", [shift(2, "week", "text"), date(month=5, day=3, open="after")]),
        # the week of a day
        ("in the week of 3 May", [date(month=5, day=3, counted=Count(0, "week"))]),
        ("in the week beginning on the 3rd he", [date(day=3, counted=Count(0, "week"))]),
        ("on the weekend of 3-4 May", [date(month=5, day=3, unit="weekend", counted=Count(0, "week"))]),
        ("the week of the 3rd session", []),
    ],
)
def test_what_the_words_say(text: str, expected: list[dict[str, object]]) -> None:
    assert said(text) == expected
