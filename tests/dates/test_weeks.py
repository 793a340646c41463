"""Weekdays that take their week from the words beside them."""

from __future__ import annotations

import pytest
from made_expressions import date, said, shift

from contactline.dates.expressions import find_in
from contactline.lexicon import load


def of_week(weekday: int, offset: int, **filled: object) -> dict[str, object]:
    return date(weekday=weekday, unit="week", offset=offset, anchor="article", **filled)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("last week, on Tuesday", [of_week(1, -1)], id="week before its weekday"),
        pytest.param("a week ago Tuesday", [of_week(1, -1, relation="nearest")], id="weeks ago before a weekday"),
        pytest.param("next week's Tuesday vote", [of_week(1, 1)], id="possessive"),
        pytest.param(
            "next week, on Tuesday and Friday", [of_week(1, 1), of_week(4, 1)], id="week before two weekdays"
        ),
        pytest.param(
            "on Tuesday, Thursday and Friday last week",
            [of_week(1, -1), of_week(3, -1), of_week(4, -1)],
            id="week behind a list",
        ),
        pytest.param(
            "from Tuesday to Friday of last week",
            [of_week(1, -1, group=1), of_week(4, -1, group=1)],
            id="week behind a range",
        ),
        pytest.param("last week. On Tuesday he left", [shift(-1, "week"), date(weekday=1)], id="another sentence"),
        pytest.param("last week they met on Tuesday", [shift(-1, "week"), date(weekday=1)], id="words between"),
        pytest.param(
            "last week, last Tuesday",
            [shift(-1, "week"), date(weekday=1, relation="last", anchor="article")],
            id="a weekday that tells its own week",
        ),
    ],
)
def test_the_week_of_a_weekday(text: str, expected: list[dict[str, object]]) -> None:
    assert said(text) == expected


def test_the_words_of_the_week_go_to_its_weekday() -> None:
    text = "Early reports say that last week, on Tuesday, he left."
    (found,) = find_in(text, load())

    assert (found.text, text[slice(*found.words)]) == ("last week, on Tuesday", "last week, on Tuesday")
