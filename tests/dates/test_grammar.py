"""Which words belong to a date expression that begins at an offset. What they mean: test_build_dates."""

from __future__ import annotations

import re

import pytest

from contactline.dates import words
from contactline.dates.grammar import grammar
from contactline.lexicon import load

LEXICON = load()


def covered(text: str) -> list[str]:
    """The expressions that begin with the first word."""
    shapes = grammar(LEXICON)
    word = re.match(r"[^\W\d_]+|\d+", text)
    kind = words.starter_of(word[0], shapes.words) if word else "quote"
    return [e.text for e in shapes.read(text, 0, kind)[1]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # whole dates, and where they end
        ("2031-05-12 was", ["2031-05-12"]),
        ("2031-05-12T10:00:00Z was", ["2031-05-12T10:00:00Z"]),
        ("12.05.2031 was", ["12.05.2031"]),
        ("12.05.2031.7", []),
        ("12 May 2031, he", ["12 May 2031"]),
        ("12th of May, 2031, he", ["12th of May, 2031"]),
        ("12 May he", ["12 May"]),
        ("12 May, 300 men", ["12 May"]),
        ("12 May 2,031 men", ["12 May"]),
        ("12-May-2031 was", ["12-May-2031"]),
        ("May 12, 2031, he", ["May 12, 2031"]),
        ("May the 12th, he", ["May the 12th"]),
        ("May 12 of that year, he", ["May 12 of that year"]),
        ("May, 2031 was", ["May, 2031"]),
        ("Sept. 12 was", ["Sept. 12"]),
        ("Monday, 12 May 2031, he", ["Monday, 12 May 2031"]),
        ("Monday, May 12, he", ["Monday, May 12"]),
        ("Monday the 12th, he", ["Monday the 12th"]),
        # what counts something is no day
        ("May 12 percent", ["May"]),
        ("May 12,000 men", ["May"]),
        ("May 12:30", ["May"]),
        # several days and months
        ("12 and 14 May 2031", ["12", "14 May 2031"]),
        ("12, 13 and 15 May", ["12", "13", "15 May"]),
        ("12-14 May", ["12", "14 May"]),
        ("May 12 to 14, 2031", ["May 12", "14, 2031"]),
        ("May and June 2031", ["May", "June 2031"]),
        ("May-June 2031", ["May", "June 2031"]),
        # weekdays and what goes with them
        ("Monday night, he", ["Monday night"]),
        ("Monday last week", ["Monday last week"]),
        # years, decades, centuries
        ("2031 was", ["2031"]),
        ("2031.5", []),
        ("2031-33 saw", ["2031", "33"]),
        ("1990s were", ["1990s"]),
        ("’90s were", ["’90s"]),
        ("'90s were", ["'90s"]),
        ("19th century", ["19th century"]),
        ("480 BC", ["480 BC"]),
        ("480 men", []),
        # parts, nested twice at most
        ("mid-May 2031", ["mid-May 2031"]),
        ("the end of May 2031", ["the end of May 2031"]),
        ("the end of the month", ["the end of the month"]),
        ("the end of the month of", []),
        ("the end of early May", ["the end of early May"]),
        ("the end of the road", []),
        ("the end of mid-early May", []),
        ("early on Monday", ["early on Monday"]),
        # counted from somewhere
        ("two days ago he", ["two days ago"]),
        ("two days after the vote", ["two days after"]),
        ("two days of talks", ["two days"]),
        ("the day before yesterday", ["the day before yesterday"]),
        ("the last two weeks", ["the last two weeks"]),
        ("earlier this month", ["earlier this month"]),
        ("next year he", ["next year"]),
        ("weeks later he", ["weeks later"]),
        ("five-day talks", ["five-day"]),
        ("every Monday", ["every Monday"]),
        # no date
        ("the city", []),
        ("the fall of the city", []),
        ("the second half of the match", []),
        ("the 7th army", []),
        ("Q3 2031 was", ["Q3 2031"]),
        ("Q5 2031 was", []),
    ],
)
def test_the_words_of_a_date(text: str, expected: list[str]) -> None:
    assert covered(text) == expected


def test_white_space_within_a_date() -> None:
    assert covered("12\nMay\u00a02031") == ["12\nMay\u00a02031"]
    assert covered("12    May") == []


@pytest.mark.parametrize(
    ("text", "starter", "shape"),
    [
        pytest.param("12 May 2031", "digit", "days_month", id="the first shape that fits"),
        pytest.param("2031", "digit", "year", id="a later shape"),
        pytest.param("the end of May", "other", "part", id="a part is the shape of the whole"),
        pytest.param("19980227", "glued", "compact", id="figures behind letters"),
        pytest.param("2031", "glued", None, id="a shape that cannot begin so"),
        pytest.param("the road", "other", None, id="no shape"),
    ],
)
def test_the_shape_that_is_read(text: str, starter: str, shape: str | None) -> None:
    found, expressions = grammar(LEXICON).read(text, 0, starter)

    assert (found.name if found else None, bool(expressions)) == (shape, shape is not None)
