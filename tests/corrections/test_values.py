"""The values of corrections as they are written and read."""

from __future__ import annotations

from datetime import date

import pytest

from contactline.corrections import values
from contactline.lexicon import load
from contactline.records import NOBODY, UNKNOWN, Figure, Interval

LEXICON = load()


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("", UNKNOWN),
        ("2031-05-14", Interval(date(2031, 5, 14), date(2031, 5, 14), "day")),
        ("2031-02", Interval(date(2031, 2, 1), date(2031, 2, 28), "month")),
        ("2031", Interval(date(2031, 1, 1), date(2031, 12, 31), "year")),
        ("2031-05-14/2031-05-16", Interval(date(2031, 5, 14), date(2031, 5, 16), "range")),
        ("2030/2031-02", Interval(date(2030, 1, 1), date(2031, 2, 28), "range")),
    ],
)
def test_days(value: str, expected: Interval) -> None:
    assert values.day(value) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("", NOBODY),
        ("0", Figure(0, 0)),
        ("5", Figure(5, 5)),
        ("5..8", Figure(5, 8)),
        ("5..", Figure(5, None)),
        ("..8", Figure(None, 8)),
    ],
)
def test_tolls(value: str, expected: Figure) -> None:
    assert values.toll(value) == expected


def test_parties_are_codes_and_ids() -> None:
    found = values.parties("AZE; pashinyan;CIV", LEXICON)

    assert found == [("azerbaijan", "AZE"), ("pashinyan", "ARM"), (None, "CIV")]


@pytest.mark.parametrize(
    ("kind", "field", "value"),
    [
        ("event", "day", "14.5.2031"),
        ("event", "day", "2031-02-30"),
        ("event", "day", "2031-13"),
        ("event", "day", "2031-05/2031-04"),
        ("event", "killed", "five"),
        ("event", "killed", "8..5"),
        ("event", "killed", ".."),
        ("event", "type", "PICNIC"),
        ("event", "type", "ASSAULT-picnic"),
        ("event", "place", "atlantis"),
        ("event", "source", "XXX"),
        ("event", "status", "rumoured"),
        ("event", "wrong", "yes"),
        ("incident", "merge", "b-01"),
        ("article", "day", "2031-05"),
    ],
)
def test_what_is_no_value_is_refused(kind: str, field: str, value: str) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        values.checks(LEXICON)[kind][field](value)
