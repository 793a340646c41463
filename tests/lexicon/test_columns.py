"""Kinds of cells: which values are of a kind, and which are not."""

from __future__ import annotations

import pytest

from contactline.lexicon.columns import Choice, Day, Decimal, Key, Keys, Kind, Pattern, Text, Whole, listed
from contactline.lexicon.table import LINE, Table

KEYS = Keys(
    {
        "months": Table(
            "months",
            ("word", "month"),
            ({"word": "May", "month": "5", LINE: "2"}, {"word": "", "month": "6", LINE: "3"}),
        ),
        "days": Table("days", ("word",), ({"word": "Monday", LINE: "2"},)),
        "empty": Table("empty", ("word",), ()),
    }
)

KINDS = [
    (Text(), ["a", "New Year’s Day", "$"], ["a  b", "a\nb", "a\tb", "a\u00a0b", "a\u200bb"]),
    (Text(lower=True), ["will", "year’s end", "42"], ["Will", "a  b", "Ə"]),
    (Text(r"Q[0-9]+"), ["Q1", "Q42"], ["Q", "q1", "Q1 ", "xQ1"]),
    (Whole(-1, 12), ["-1", "0", "012", "12"], ["13", "-2", "1.0", "+1", "1_0", "x", "²", "٢", "1 "]),
    (
        Decimal(-90, 90),
        ["-90", "0", "39.9999", "90.0"],
        ["90.01", "-90.01", "nan", "inf", "1e1", "1,5", ".5", "5.", "1_0"],
    ),
    (
        Day(),
        ["2020-11-09", "2024-02-29", "0001-01-01"],
        ["2023-02-29", "2024-13-01", "20201109", "2020-W46-1", "2020-11", "2020-11-09T00:00"],
    ),
    (Choice(("yes", "no")), ["yes", "no"], ["Yes", "y", "maybe"]),
    (Key((("months", "word"),)), ["May"], ["may", "Monday", "5"]),
    (Key((("months", "word"), ("days", "word")), also=("NONE",)), ["May", "Monday", "NONE"], ["none", "Sunday"]),
    (Key((("months", "month", "word"),)), ["5"], ["6", "7"]),
    # a table that is not there, lacks the column or has no rows is a fault of its own: nothing is compared with it
    (Key((("moths", "word"),)), ["anything"], []),
    (Key((("months", "colour"),)), ["anything"], []),
    (Key((("empty", "word"),)), ["anything"], []),
    (Pattern(), ["a|b", "(?:a)", "\\d+"], ["(", "[", "a{2,1}", "(a)", "(?P<n>a)", "a)|(b", "(?i)a"]),
]


@pytest.mark.parametrize(("kind", "right", "wrong"), KINDS, ids=[repr(case[0]) for case in KINDS])
def test_values_that_are_not_of_a_kind(kind: Kind, right: list[str], wrong: list[str]) -> None:
    assert sorted(kind.unfit(frozenset([*right, *wrong]), KEYS)) == sorted(wrong)


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (Text(), "text on one line with single blanks"),
        (Text(lower=True), "text on one line with single blanks, in small letters"),
        (Text("Q[0-9]+", "an id such as Q399"), "an id such as Q399"),
        (Whole(1, 12), "a whole number from 1 to 12"),
        (Decimal(-90, 90), "a number from -90 to 90"),
        (Day(), "a day such as 2020-11-09"),
        (Choice(("yes", "no")), "yes or no"),
        (
            Key((("months", "word"), ("days", "word")), also=("NONE",)),
            "a word of months.csv, a word of days.csv or NONE",
        ),
        (Key((("countries", "code", "place_id"),)), "a code of countries.csv with a place_id"),
        (Pattern(), "a regular expression without groups that capture"),
    ],
)
def test_what_a_kind_expects(kind: Kind, expected: str) -> None:
    assert kind.expected == expected


def test_the_keys_of_a_table() -> None:
    assert KEYS.of("months", "word") == {("May",)}
    assert KEYS.of("months", "word", "month") == {("May", "5"), ("", "6")}
    assert KEYS.of("moths", "word") is None


@pytest.mark.parametrize(
    ("words", "sentence"), [(["a"], "a"), (["a", "b"], "a or b"), (["a", "b", "c"], "a, b or c")]
)
def test_words_as_in_a_sentence(words: list[str], sentence: str) -> None:
    assert listed(words) == sentence
