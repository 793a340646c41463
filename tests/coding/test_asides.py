"""Words of events that only describe somebody or something: no events, unless they have a day of their own."""

from __future__ import annotations

from datetime import date

import pytest

from contactline import pipeline
from contactline.lexicon import load
from contactline.records import Article

LEXICON = load()
NONE: list[str] = []

STANDING_BY = [
    ("The hills are held by ethnic Armenians backed by Yerevan.", NONE),
    ("Turkey, which openly supports Baku, kept silent.", NONE),
    ("The enclave is recognised by the United Nations as part of Azerbaijan.", NONE),
    ("The separatist army is financed by Armenia.", NONE),
    ("Turkey supports Azerbaijan.", ["SUPPORT TUR>AZE"]),
    ("Armenia recognised the independence of Kosovo on Monday.", ["SUPPORT ARM>XKX"]),
    ("The ministry printed a plan for Armenia backed by Moscow on Monday.", ["SUPPORT RUS>ARM"]),
]
GROUND_AND_TROOPS = [
    ("Sappers found mines in districts previously occupied by Armenia.", NONE),
    ("People came back to areas that Azerbaijan had taken.", NONE),
    ("The soldiers that Baku sent to the border were not counted.", NONE),
    ("The village, captured by Azerbaijani troops, lies near Hadrut.", ["ASSAULT AZE>"]),
    ("A village captured by Azerbaijani troops on Monday lies near Hadrut.", ["ASSAULT AZE>"]),
    ("Azerbaijan sent soldiers to the border.", ["MOBILIZE AZE>"]),
]
THANKS = [
    ("Mirzoyan thanked Germany for hosting the talks.", ["SUPPORT ARM>DEU"]),
    ("Bayramov thanked France for organising a meeting.", ["SUPPORT AZE>FRA"]),
    ("Germany hosted talks with Armenia.", ["CONSULT ARM+DEU>ARM+DEU"]),
]
ACCUSATIONS = [
    ("Baku accused Armenia of not handing over the maps.", ["ACCUSE AZE>ARM"]),
    ("Yerevan blamed Azerbaijan for refusing to open the road.", ["ACCUSE ARM>AZE"]),
    ("Armenia refused to open the road to Azerbaijan.", ["REJECT ARM>AZE"]),
]


def coded(text: str) -> list[str]:
    article = Article("x", text, published=date(2023, 9, 22), published_basis="metadata")
    return [
        f"{event.type} {_joined(event.parties, 'source')}>{_joined(event.parties, 'target')}"
        for event in pipeline.code(article, LEXICON).events
    ]


def _joined(parties, role: str) -> str:  # type: ignore[no-untyped-def]
    return "+".join(sorted({p.country for p in parties if p.role == role}))


@pytest.mark.parametrize(("text", "expected"), [*STANDING_BY, *GROUND_AND_TROOPS, *THANKS, *ACCUSATIONS])
def test_what_only_describes_is_no_event(text: str, expected: list[str]) -> None:
    assert coded(text) == expected
