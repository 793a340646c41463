"""What the words of a weekday that is told by its week say, before it is counted from anywhere."""

from __future__ import annotations

import pytest
from made_expressions import date, said

from contactline.dates.expressions import find_in
from contactline.lexicon import load


def of_week(weekday: int, offset: int, anchor: str = "article") -> dict[str, object]:
    return date(weekday=weekday, unit="week", offset=offset, anchor=anchor)


def further(weekday: int, relation: str, offset: int) -> dict[str, object]:
    return date(weekday=weekday, relation=relation, offset=offset, anchor="article")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("on Monday last week", of_week(0, -1), id="last week"),
        pytest.param("on Monday of the previous week", of_week(0, -1, "text"), id="from the text"),
        pytest.param("on Monday, 3 weeks ago", of_week(0, -3) | {"relation": "nearest"}, id="weeks ago"),
        pytest.param("on Monday a fortnight from now", of_week(0, 2), id="fortnight from now"),
        pytest.param("on Monday in the week after next", of_week(0, 2), id="week after next"),
        pytest.param("the Monday before last", further(0, "last", -1), id="before last"),
        pytest.param("on Monday after next", further(0, "next", 1), id="after next"),
        pytest.param("on Monday week", further(0, "next", 1), id="Monday week"),
        pytest.param("two mondays hence", further(0, "next", 1), id="weekdays in lower case"),
        pytest.param("two weeks on Monday", further(0, "next", 2), id="weeks on a weekday"),
        pytest.param("a week last Monday", further(0, "last", -1), id="a week last weekday"),
    ],
)
def test_a_weekday_of_a_week(text: str, expected: dict[str, object]) -> None:
    assert said(text) == [expected]


@pytest.mark.parametrize(
    "text", ["several Mondays ago", "on Monday several weeks ago", "the Monday week-long fair"]
)
def test_words_that_count_no_weeks(text: str) -> None:
    assert [e.text for e in find_in(text, load()) if e.weekday is not None and (e.unit or e.relation)] == []
