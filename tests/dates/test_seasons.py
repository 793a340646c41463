"""Seasons, quarters and halves of a year, with the year that the text leaves out.

The article's day is Monday 12 May 2031 where a case names no other.
"""

from __future__ import annotations

from datetime import date

import pytest
from made_dates import MONDAY, values


@pytest.mark.parametrize(
    ("words", "article_day", "expected"),
    [
        pytest.param("in the autumn of 2029", MONDAY, "2029-FA", id="its year"),
        pytest.param("in the autumn of last year", MONDAY, "2030-FA", id="its year by reference"),
        pytest.param("in the spring", MONDAY, "2031-SP", id="begun"),
        pytest.param("in the autumn", MONDAY, "2030-FA", id="not begun"),
        pytest.param("last spring", MONDAY, "2030-SP", id="last, while it lasts"),
        pytest.param("last winter", MONDAY, "2030-WI", id="last"),
        pytest.param("last spring", date(2031, 6, 1), "2031-SP", id="last, once it is over"),
        pytest.param("next spring", MONDAY, "2032-SP", id="next, once begun"),
        pytest.param("next autumn", MONDAY, "2031-FA", id="next"),
        pytest.param("this winter", date(2031, 2, 1), "2030-WI", id="this winter began last year"),
        pytest.param("this winter", MONDAY, "2031-WI", id="this winter to come"),
        pytest.param("in the first quarter", MONDAY, "2031-Q1", id="a quarter that has begun"),
        pytest.param("in the fourth quarter", MONDAY, "2030-Q4", id="a quarter that has not"),
        pytest.param("in the second half of last year", MONDAY, "2030-H2", id="a half"),
    ],
)
def test_in_news(words: str, article_day: date, expected: str) -> None:
    assert values(f"It was so {words}.", article_day=article_day) == [expected]


def test_a_season_to_come() -> None:
    assert values("He will leave in the autumn.") == ["2031-FA"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("In 1920 he came. That autumn he left.", ["1920", "1920-FA"], id="of the same year"),
        pytest.param("In May 1920 he came. Next spring he left.", ["1920-05", "1921-SP"], id="next"),
        pytest.param(
            "In May 1920 he came. Next autumn he left.", ["1920-05", "1920-FA"], id="next, of the same year"
        ),
        pytest.param("In May 1920 he came. Last spring he left.", ["1920-05", "1919-SP"], id="last"),
        pytest.param("Last spring he left.", [""], id="nothing to count from"),
    ],
)
def test_in_a_history(text: str, expected: list[str]) -> None:
    assert values(text, history=True, article_day=None) == expected
