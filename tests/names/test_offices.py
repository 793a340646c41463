"""Offices: who held which one when, and which office a title names."""

from __future__ import annotations

from datetime import date

import pytest

from contactline.lexicon import load
from contactline.names import offices
from contactline.names.offices import Term
from contactline.records import UNKNOWN, Interval

LEXICON = load()


@pytest.mark.parametrize(
    ("title", "office"),
    [
        ("Armenian Prime Minister", "prime_minister"),
        ("Armenia's deputy prime minister", "deputy_prime_minister"),
        ("U.S. Secretary of State", "foreign_minister"),
        ("Armenian baker", ""),
    ],
)
def test_office_of(title: str, office: str) -> None:
    assert offices.office_of(title, LEXICON) == office


def test_holders_in_an_interval() -> None:
    year = Interval(date(2018, 1, 1), date(2018, 12, 31), "year")
    assert offices.holders("ARM", "prime_minister", year, LEXICON) == (
        "pashinyan",
        "karen_karapetyan",
        "serzh_sargsyan",
    )
    assert offices.holders("ARM", "pope", UNKNOWN, LEXICON) == ()


@pytest.mark.parametrize(
    ("since", "until", "expected"),
    [
        pytest.param(date(2020, 1, 1), date(2020, 6, 1), True, id="within"),
        pytest.param(date(2019, 1, 1), date(2020, 3, 1), True, id="ends on the first day"),
        pytest.param(date(2020, 3, 31), None, True, id="begins on the last day"),
        pytest.param(None, date(2020, 2, 29), False, id="ended before"),
        pytest.param(date(2020, 4, 1), None, False, id="begins after"),
        pytest.param(None, None, True, id="days unknown"),
    ],
)
def test_term_overlaps(since: date | None, until: date | None, expected: bool) -> None:
    march = Interval(date(2020, 3, 1), date(2020, 3, 31), "month")
    assert Term("a", "ARM", "president", since, until).overlaps(march) is expected


def test_the_country_with_an_office() -> None:
    assert offices.countries_of_office(LEXICON)["state_minister"] == frozenset({"NKR"})
