"""What builders take from a pattern's match."""

from __future__ import annotations

import re

import pytest

from contactline.dates import matches
from contactline.dates.words import Expression


def matched(pattern: str, text: str) -> re.Match[str]:
    found = re.search(pattern, text)
    assert found is not None
    return found


def test_an_expression_ends_with_its_last_word() -> None:
    m = matched(r"May (\()?", "on May (see below)")

    assert matches.expression(m, "date", month=5) == Expression(3, 6, "May", (3, 6), "date", month=5)
    assert matches.expression(m, "date", (4, 6)) == Expression(4, 6, "ay", (4, 6), "date")


@pytest.mark.parametrize(
    ("group", "words", "word"),
    [
        pytest.param("month", "sept.", "sept", id="an abbreviation"),
        pytest.param("relation", "of the last", "of the last", id="white space"),
        pytest.param("absent", "", "", id="a group that did not match"),
        pytest.param("other", "", "", id="a group that the shape has not"),
    ],
)
def test_the_words_of_a_group(group: str, words: str, word: str) -> None:
    m = matched(r"(?P<month>\w+\.) (?P<relation>of\s+the\s+last)(?P<absent>x)?", "Sept. of  the\nlast")

    assert (matches.words_of(m, group), matches.word_of(m, group)) == (words, word)


def test_the_characters_around_a_match() -> None:
    m = matched("May", "on 3 May 2031")

    assert (matches.before(m, 2), matches.before(m, 99), matches.behind(m, 3)) == ("3 ", "on 3 ", " 20")


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        pytest.param("2031", {"year": 2031}, id="a year"),
        pytest.param("44 BC", {"year": 44, "era": "BC"}, id="a year before Christ"),
        pytest.param("of last year", {"year_offset": -1, "year_anchor": "article"}, id="from the article"),
        pytest.param("of that year", {"year_offset": 0, "year_anchor": "text"}, id="from the text"),
        pytest.param("", {}, id="none"),
    ],
)
def test_the_fields_of_a_year(text: str, fields: dict[str, object]) -> None:
    pattern = r"(?:(?P<ancient>\d+) (?P<era>BC)|(?P<year>\d{4})|of (?P<year_relation>last|that) year)?"

    assert matches.year_fields(matched(pattern, text)) == fields


@pytest.mark.parametrize(("short", "year"), [(0, 2000), (49, 2049), (50, 1950), (99, 1999)])
def test_years_of_two_figures(short: int, year: int) -> None:
    assert matches.year_of_two_figures(short) == year


@pytest.mark.parametrize(
    ("text", "days", "group"),
    [
        pytest.param("on 20 May", [("20 May", 20)], 0, id="one"),
        pytest.param("on 20-22 May", [("20", 20), ("22 May", 22)], 1, id="a range"),
        pytest.param("on 20 and 21 May", [("20", 20), ("21 May", 21)], 1, id="two days in a row"),
        pytest.param("on 20 and 22 May", [("20", 20), ("22 May", 22)], 0, id="two days"),
        pytest.param("on 20, 21 and 22 May", [("20", 20), ("21", 21), ("22 May", 22)], 0, id="a list"),
    ],
)
def test_each_day_in_figures(text: str, days: list[tuple[str, int]], group: int) -> None:
    m = matched(r"(?P<days>\d.*\d) May", text)
    found = matches.each_day(m, 5)

    assert [(e.text, e.day) for e in found] == days
    assert {(e.month, e.group) for e in found} == {(5, group)}
    assert [text[slice(*e.words)] for e in found] == [m[0] if group else word for word, _ in days]


@pytest.mark.parametrize(
    ("days", "numbers"),
    [
        pytest.param("fourth", [("fourth", 4)], id="one"),
        pytest.param("twenty second", [("twenty second", 22)], id="two words"),
        pytest.param("twenty and second", [("twenty and second", 2)], id="no two words"),
        pytest.param("fourth to the ninth", [("fourth", 4), ("ninth", 9)], id="a range"),
        pytest.param(
            "first, Twenty-Second and 23", [("first", 1), ("Twenty-Second", 22), ("23", 23)], id="a list"
        ),
    ],
)
def test_each_day_in_words(days: str, numbers: list[tuple[str, int]]) -> None:
    ordinals = {"first": 1, "second": 2, "fourth": 4, "ninth": 9, "twenty second": 22}
    m = matched(r"(?P<days>.+)", days)

    assert [(e.text, e.day) for e in matches.each_day(m, 5, ordinals)] == numbers
