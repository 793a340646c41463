"""What the words of a calendar date say, before it is counted from anywhere."""

from __future__ import annotations

import pytest
from made_expressions import date, said


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on 2031-05-12", [date(year=2031, month=5, day=12)]),
        ("on 12 May 2031", [date(year=2031, month=5, day=12)]),
        ("on Monday, May 12", [date(month=5, day=12, weekday=0)]),
        ("on the first of May", [date(month=5, day=1)]),
        ("on May the 3rd", [date(month=5, day=3)]),
        ("on 12 May '31", [date(year=2031, month=5, day=12)]),
        ("on 12 May 96.", [date(year=1996, month=5, day=12)]),
        ("on 12 May 96 men left", [date(month=5, day=12)]),
        ("in June 96 they left", [date(year=1996, month=6)]),
        ("in June 96 were killed", [date(month=6)]),
        ("in 2031 June", [date(year=2031, month=6)]),
        ("on 2031, 12 June", [date(year=2031, month=6, day=12)]),
        ("in 2031 May said no", [date(year=2031)]),
        ("in last year's June", [date(month=6, year_offset=-1, year_anchor="article")]),
        ("on 12 May of that year", [date(month=5, day=12, year_offset=0, year_anchor="text")]),
        ("on 12 May last year", [date(month=5, day=12, year_offset=-1, year_anchor="article")]),
        ("in May 2031", [date(year=2031, month=5)]),
        ("in 480 BC", [date(year=480, era="BC")]),
        ("on 12. May 2031", [date(year=2031, month=5, day=12)]),
        ("after 12. May was cold", [date(month=5, day=12, open="after")]),
        ("scored 12. May was cold", []),
        ("on 2031/May/3", [date(year=2031, month=5, day=3)]),
        ("on May-3-2031", [date(year=2031, month=5, day=3)]),
        ("on 2031.5.3.7", []),
        ("on the twenty second of May", [date(month=5, day=22)]),
        ("the second May offensive", []),
        # the nth or last day or weekday
        ("on the third Monday of May", [date(month=5, day=18, rule="3 monday")]),
        ("on the last day of May", [date(month=5, day=31, rule="-1 day")]),
        ("on the last day of 2031", [date(year=2031, month=12, day=31, rule="-1 day")]),
        (
            "on the first day of the year",
            [date(month=1, day=1, rule="1 day", year_offset=0, year_anchor="article")],
        ),
        ("on the third day of 2031", [date(year=2031)]),
        ("on the sixth Monday of May", [date(weekday=0), date(month=5)]),
        # two numbers keep their order
        ("on 12/05/2031", [{"form": "numeric", "year": 2031, "day": 12, "month": 5, "relation": "/"}]),
        ("on 5.12.31", [{"form": "numeric", "year": 2031, "day": 5, "month": 12, "relation": "."}]),
        ("on 13/14/31", []),
        # a range is one, two days in a row lie in both, a list is not
        ("on 12-14 May", [date(month=5, day=12, group=1), date(month=5, day=14, group=1)]),
        ("on 12 and 13 May", [date(month=5, day=12, group=1), date(month=5, day=13, group=1)]),
        ("on 12 and 14 May", [date(month=5, day=12), date(month=5, day=14)]),
        ("from the third to the ninth of May", [date(month=5, day=3, group=1), date(month=5, day=9, group=1)]),
        ("on May third-ninth, 2031", [date(year=2031, month=5, day=n, group=1) for n in (3, 9)]),
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
        ("2031's autumn", [{"form": "season", "season": "FA", "year": 2031}]),
        (
            "last year's spring",
            [{"form": "season", "season": "SP", "year_offset": -1, "year_anchor": "article"}],
        ),
        ("the autumn of '31", [{"form": "season", "season": "FA", "year": 2031}]),
        ("a hot spring", []),
        ("the fall of the town", []),
        ("in the second quarter of 2031", [{"form": "quarter", "number": 2, "year": 2031}]),
        ("in Q4 2031", [{"form": "quarter", "number": 4, "year": 2031}]),
        ("in the first half of 2031", [{"form": "half", "number": 1, "year": 2031}]),
        ("in the second half", []),
        ("in 2031-H1", [{"form": "half", "number": 1, "year": 2031}]),
        ("in the last quarter of 2031", [{"form": "quarter", "number": 4, "year": 2031}]),
        ("in Q3 of last year", [{"form": "quarter", "number": 3, "year_offset": -1, "year_anchor": "article"}]),
        ("from Q1 to Q3 2031", [{"form": "quarter", "number": n, "year": 2031, "group": 1} for n in (1, 3)]),
        ("Q1: Who came?", []),
        ("in the fifth quarter of 2031", [date(year=2031)]),
        ("in the 1990s", [{"form": "decade", "number": 199}]),
        ("in the ’90s", [{"form": "decade", "number": 9}]),
        ("in the nineties", [{"form": "decade", "number": 9}]),
        ("in the eighteen-nineties", [{"form": "decade", "number": 189}]),
        ("in the late 80s", [{"form": "decade", "number": 8, "part": "late"}]),
        ("in her late eighties", []),
        ("highs in the 80s", []),
        ("in the 19th century", [{"form": "century", "number": 19}]),
        ("a 19th-century church", [{"form": "century", "number": 19, "kind": "age"}]),
        ("the twelfth century church", [{"form": "century", "number": 12, "kind": "age"}]),
        # parts
        ("in early May", [date(month=5, part="early")]),
        ("at the end of 2031", [date(year=2031, part="late")]),
        ("early on Monday", [date(weekday=0)]),
        # open at one end
        ("since 2031", [date(year=2031, open="since")]),
        ("until May 2031", [date(year=2031, month=5, open="until")]),
    ],
)
def test_what_the_words_say(text: str, expected: list[dict[str, object]]) -> None:
    assert said(text) == expected
