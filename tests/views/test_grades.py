"""Whose word an incident is, in words."""

from __future__ import annotations

import pytest

from contactline.lexicon import load
from contactline.views import grades

LEXICON = load()
NAMES = {
    "ARM": "Armenia",
    "AZE": "Azerbaijan",
    "NKR": "Karabakh Armenians",
    "RUS": "Russia",
    "USA": "United States",
}


def incident(tellers: str = "", claimed_by: str = "", denied_by: str = "") -> dict[str, list[str]]:
    return {"tellers": tellers.split(), "claimed_by": claimed_by.split(), "denied_by": denied_by.split()}


@pytest.mark.parametrize(
    ("whose", "grade", "stance"),
    [
        (incident(), "country of the publishers not known", ""),
        (incident("ARM AZE"), "told by both sides", ""),
        (incident("AZE NKR RUS USA"), "told by both sides and 2 third parties", ""),
        (incident("ARM"), "told by Armenia alone", ""),
        (incident("ARM NKR"), "told by Armenia and Karabakh Armenians alone", ""),
        (incident("ARM RUS"), "told by Armenia and 1 third party", ""),
        (incident("RUS USA"), "told by 2 third parties", ""),
        (incident("AZE", "AZE"), "claimed by Azerbaijan alone", "claimed by Azerbaijan alone"),
        (incident("ARM AZE", "ARM AZE"), "claimed by both sides", "claimed by both sides"),
        (incident("RUS", "RUS"), "claimed by 1 third party", "claimed by 1 third party"),
        (incident("AZE USA", "AZE"), "told by Azerbaijan and 1 third party, claimed by Azerbaijan", "claimed by Azerbaijan"),
        (incident("AZE", "AZE", "ARM"), "claimed by Azerbaijan alone, denied by Armenia", "claimed by Azerbaijan alone, denied by Armenia"),
        (incident("", "", "ARM NKR"), "country of the publishers not known, denied by Armenia and Karabakh Armenians", "denied by Armenia and Karabakh Armenians"),
        (incident("XXX"), "told by 1 third party", ""),
    ],
)  # fmt: skip
def test_grade_and_stance(whose: dict[str, list[str]], grade: str, stance: str) -> None:
    assert grades.grade(whose, NAMES, LEXICON) == grade
    assert grades.stance(whose, NAMES, LEXICON) == stance
