"""A bare month or year is a date only where the words around allow it."""

from __future__ import annotations

import pytest

from contactline.dates.expressions import find_in
from contactline.lexicon import load

MONTHS = [
    ("It was signed in April.", True),
    ("April was cold.", True),
    ("It was signed in March.", True),
    ("Since March nobody came.", True),
    ("A March on the capital.", False),
    ("They may come.", False),
    ("They came for May flowers.", False),
    ("They came for May and stayed.", True),
    ("A Sep date.", True),
    ("They broke the March truce.", True),
    ("They came for March talks.", True),
    ("The March on the capital failed.", False),
    ("Sep date.", False),
    ("The song Black April was sung.", False),
    ("The April Revolution failed.", False),
    ("In April Revolution came.", True),
]

NAMES = [
    ("April Holt and June Müller came.", False),
    ("He met Karen May and April Holt.", False),
    ("A note written by April Holt.", False),
    ("A note of April Holt.", False),
    ("Karen May came, and a letter of May was read.", False),
    ("Mrs. May came, and a letter of May was read.", False),
    # the months themselves
    ("By April Holt will have left.", True),
    ("In April Holt left.", True),
    ("From April Georgian troops came.", True),
    ("Georgia May Leave, it says; by May it will.", True),
    ("A letter of May was read.", True),
]

YEARS = [
    ("In 1990 it fell.", True),
    ("In 1490 it fell.", True),
    ("Some say 1490 was cold.", False),
    ("In 2090 it will fall.", True),
    ("In 2200 it will fall.", False),
    ("In 999 it fell.", False),
    ("It was nearly 2000.", False),
    ("Resolution 1990 was recalled.", False),
    ("It lasts until at least 2026.", True),
    ("It killed at least 2000.", False),
    ("There were 2000 people.", False),
    ("There were 1990 armed soldiers.", False),
    ("There were 1990 Armenian soldiers.", False),
    ("The 1990 soldiers came.", False),
    ("Between 1985 and 1990 soldiers came.", True),
    ("From 1990 onwards he came.", True),
    ("Until 1990 Armenian soldiers came.", True),
    ("Until 1990 soldiers came, he waited.", False),
    ("Flights 1990 came.", False),
    ("He paid 1990.", False),
    ("It weighed 1990 kg.", False),
    ("1990 Armenian elections came.", True),
    ("In 1990 soldiers came.", True),
    ("The treaty of 1990 soldiers.", True),
    ("The treaty of 2010 soldiers.", False),
    ("The 1990 shootings.", True),
    ("Before 2020 elections came.", True),
    ("Before 2020 voters came.", False),
    ("A 1990-strong force.", False),
]


@pytest.mark.parametrize(("text", "is_date"), [*MONTHS, *NAMES, *YEARS])
def test_what_is_a_date(text: str, is_date: bool) -> None:
    assert (find_in(text, load()) != ()) is is_date


@pytest.mark.parametrize("text", ["A Sept. 12 date.", "Sept. 2020 days.", "1990 BC people.", "May 2020 people."])
def test_what_is_not_bare_is_a_date_everywhere(text: str) -> None:
    assert len(find_in(text, load())) == 1
