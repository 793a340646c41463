"""The parties of acts within a country: which country, and what it rests on."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

import pytest

from contactline import pipeline
from contactline.coding import home
from contactline.lexicon import load
from contactline.records import Article

LEXICON = load()


class Case(NamedTuple):
    """A text, the number of the event asked about, and that event's parties as "CODE basis"."""

    text: str
    event: int
    source: list[str]
    target: list[str]


OWN = "own government"
CASES = [
    # the country of the place, whoever is held
    Case("Police in Yerevan detained dozens of people after the march.", 0, ["ARM told"], [f"ARM {OWN}"]),
    Case("Azerbaijani police detained three activists.", 0, ["AZE told"], [f"AZE {OWN}"]),
    # the sentence's places, where the clause has none
    Case(
        "Officers detained 20 activists after crowds blocked a road in Gyumri.", 0, [f"ARM {OWN}"], [f"ARM {OWN}"]
    ),
    # the country that the text has told of
    Case("Protesters blocked roads in Yerevan. Officers detained six people.", 1, [f"ARM {OWN}"], [f"ARM {OWN}"]),
    Case("Protesters blocked roads in Yerevan. Two critics were detained.", 1, [f"ARM {OWN}"], [f"ARM {OWN}"]),
    Case("Opposition leaders were arrested in Armenia.", 0, [f"ARM {OWN}"], ["ARM told"]),
    Case("Armenian police brought ten activists to police stations.", 0, ["ARM told"], [f"ARM {OWN}"]),
    Case("Police detained 35 protesters in Yerevan on Sunday.", 0, [f"ARM {OWN}"], ["ARM told"]),
    # those of another side stay whose they are
    Case("Two Armenian soldiers were detained near Sotk.", 0, [], ["ARM told"]),
    Case("Azerbaijan detained two Armenian farmers near Sotk.", 0, ["AZE told"], ["ARM told"]),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.text)
def test_parties(case: Case) -> None:
    article = Article("x", case.text, published=date(2022, 5, 2), published_basis="metadata")
    event = pipeline.code(article, LEXICON).events[case.event]

    def parties(role: str) -> list[str]:
        return [f"{p.country or '-'} {p.basis}" for p in event.parties if p.role == role]

    assert (parties("source"), parties("target")) == (case.source, case.target)


def test_nothing_told_leaves_the_country_as_it_was() -> None:
    assert home.after("ARM", []) == "ARM"
