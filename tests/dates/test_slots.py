"""The pieces of the shapes' patterns."""

from __future__ import annotations

import re

import pytest

from contactline.dates.shapes import SHAPES
from contactline.dates.slots import filled, slots
from contactline.dates.words import date_words
from contactline.lexicon import load


@pytest.fixture(scope="module")
def pieces() -> dict[str, str]:
    return slots(date_words(load()))


@pytest.mark.parametrize(
    ("piece", "words", "others"),
    [
        pytest.param("month", ["May", "SEPTEMBER", "Sept.", "october"], ["may", "sept", "Mays"], id="month"),
        pytest.param("weekday", ["Monday", "monday", "MON.", "Tues"], ["mon", "Mondays"], id="weekday"),
        pytest.param("day", ["1", "01", "31", "3rd", "22 nd"], ["0", "32", "311"], id="day"),
        pytest.param(
            "days", ["20", "20-22", "20 to 22", "20, 21 and 22", "20th and 22nd"], ["20,22", "20 21"], id="days"
        ),
        pytest.param("year", ["1000", "1999", "2099"], ["999", "2100", "20201"], id="year"),
        pytest.param("number", ["two", "A FEW", "a  few", "12", "999"], ["1000", "twos"], id="number"),
        pytest.param("unit", ["day", "Weeks", "centuries"], ["daily"], id="unit"),
        pytest.param("relation", ["last", "this past", "very\nsame"], ["first"], id="relation"),
        pytest.param("direction", ["ago", "prior to", "beforehand", "from now"], ["now"], id="direction"),
        pytest.param("related_year", ["last year", "that same year"], ["year", "a year"], id="related year"),
        pytest.param("era", [" BC", "BCE", "B.C.", ""], [" BCs", " AD"], id="era"),
    ],
)
def test_what_a_piece_matches(pieces: dict[str, str], piece: str, words: list[str], others: list[str]) -> None:
    pattern = re.compile(filled(f"{{{piece}}}", pieces))

    assert [word for word in words if not pattern.fullmatch(word)] == []
    assert [word for word in others if pattern.fullmatch(word)] == []


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        pytest.param("a{b}a{b}", "axa1a2axa1a2", id="pieces of pieces"),
        pytest.param("a{1,3}", "a{1,3}", id="a repetition is no piece"),
    ],
)
def test_filling_in(pattern: str, expected: str) -> None:
    assert filled(pattern, {"b": "x{c}{d}", "c": "a1", "d": "a2"}) == expected


def test_a_piece_that_does_not_exist() -> None:
    with pytest.raises(KeyError, match="unknown"):
        filled("{unknown}", {})


def test_every_piece_is_used(pieces: dict[str, str]) -> None:
    written = "".join([*(shape.pattern for shape in SHAPES), *pieces.values()])

    assert [name for name in pieces if f"{{{name}}}" not in written] == []
