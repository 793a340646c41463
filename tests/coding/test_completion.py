"""Parties that a text leaves out and the conflict's facts supply, and what they say of themselves."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

import pytest

from contactline import pipeline
from contactline.lexicon import load
from contactline.records import Article, Event

LEXICON = load()


class Case(NamedTuple):
    """A sentence of an article of ``published``, and the parties of its first event as "CODE basis"."""

    text: str
    published: str
    source: list[str]
    target: list[str]


def coded(text: str, published: str) -> Event:
    day = date.fromisoformat(published) if published else None
    return pipeline.code(Article("x", text, published=day, published_basis="metadata"), LEXICON).events[0]


def parties(event: Event, role: str) -> list[str]:
    return [f"{p.country or '-'} {p.basis}" for p in event.parties if p.role == role]


CASES = [
    # whoever held the place was hit; the other side hit it
    Case("Rockets hit Shusha on 20 October 2020.", "2020-10-21", ["AZE other side"], ["NKR place held"]),
    Case("Askeran was shelled on 30 September 2020.", "2020-10-01", ["AZE other side"], ["NKR place held"]),
    Case(
        "The town of Goranboy was shelled on 2 October 2020.", "2020-10-03", ["ARM other side"], ["AZE place held"]
    ),
    Case(
        "Goris came under artillery fire on 13 September 2022.",
        "2022-09-14",
        ["AZE other side"],
        ["ARM place held"],
    ),
    # people of the place
    Case(
        "Three residents of Hadrut were killed by shelling on 1 October 2020.",
        "2020-10-02",
        ["AZE other side"],
        ["NKR place held"],
    ),
    Case(
        "Shelling killed a farmer near Barda on 9 October 2020.",
        "2020-10-10",
        ["ARM other side"],
        ["AZE place held"],
    ),
    # what one side gives up goes to the other
    Case(
        "Armenia agreed to cede two districts after its war with Azerbaijan.",
        "2020-11-12",
        ["ARM told"],
        ["AZE other side"],
    ),
    Case(
        "Azerbaijan returned five captives, and Armenia was glad.",
        "2021-05-05",
        ["AZE told"],
        ["ARM other side"],
    ),
    # a named party stays
    Case("Azerbaijan shelled Martakert on 4 October 2020.", "2020-10-05", ["AZE told"], ["NKR place held"]),
    Case(
        "Azerbaijani forces shelled Armenian positions near Shusha on 29 October 2020.",
        "2020-10-30",
        ["AZE told"],
        ["ARM told"],
    ),
    Case("Unknown gunmen shot a farmer near Goris on 5 May 2019.", "2019-05-06", ["- told"], ["ARM place held"]),
    # the side that holds the ground is not the one it fights there
    Case("Azerbaijan captured Zangilan on 20 October 2020.", "2020-10-21", ["AZE told"], ["NKR place held"]),
    Case("Armenian forces captured Kalbajar in April 1993.", "2020-10-21", ["ARM told"], ["AZE other side"]),
    # the article's day stands in; without one, a place of one holder is his, and one of several is open
    Case("Shells fell on Kalbajar.", "2020-11-03", ["AZE other side"], ["NKR place held"]),
    Case("Shells fell on Goris.", "", ["AZE other side"], ["ARM place held"]),
    Case("Shells fell on Kalbajar.", "", [], ["- place held"]),
    # authorities are of the place, and so are its people
    Case(
        "Police detained 30 demonstrators in Gyumri on Monday.",
        "2022-05-04",
        ["ARM own government"],
        ["ARM place held"],
    ),
    Case(
        "Prosecutors arrested two activists in Sumgayit on Monday.",
        "2022-05-04",
        ["AZE own government"],
        ["AZE place held"],
    ),
    # who tells of it is not who did it
    Case(
        "Armenian officials reported rocket strikes on Martakert on 2 October 2020.",
        "2020-10-03",
        ["AZE other side"],
        ["NKR place held"],
    ),
    # a side tells of its own dead
    Case(
        "The defence ministry of Armenia said that six people had died in the fighting on 2 October 2020.",
        "2020-10-03",
        ["AZE other side"],
        ["ARM own government"],
    ),
    # the one whom a side of the fighting fights, where the article speaks of it
    Case(
        "Azerbaijani troops launched an attack on Monday, and Armenia called it a crime.",
        "2020-10-03",
        ["AZE told"],
        ["ARM other side"],
    ),
    Case("Azerbaijani troops launched an attack on Monday.", "2020-10-03", ["AZE told"], []),
    # who breaks a truce breaks it against the other side
    Case("Armenia has often broken the ceasefire, Baku said.", "2020-10-13", ["ARM told"], ["AZE other side"]),
    Case("Baku said Armenian units kept breaking the truce.", "2020-10-13", ["ARM told"], ["AZE other side"]),
    Case("Yerevan said the truce was breached by Azerbaijan.", "2020-10-13", ["AZE told"], ["ARM other side"]),
    Case(
        "Azerbaijan violated the ceasefire along the front, Yerevan said.",
        "2020-10-13",
        ["AZE told"],
        ["ARM other side"],
    ),
    Case("Baku said Karabakh forces had violated the cease-fire.", "2020-10-13", ["NKR told"], ["AZE other side"]),
    Case("Azerbaijan violated the ceasefire twice.", "2020-10-13", ["AZE told"], []),
    # the other side is the one that tells of it; and the one that held the ground when the fight for it began
    Case(
        "The Karabakh defence ministry said Azerbaijan had broken the truce, Armenia heard.",
        "2020-10-13",
        ["AZE told"],
        ["NKR other side"],
    ),
    Case(
        "Armenia said Azerbaijan had broken the truce, Karabakh heard.",
        "2020-10-13",
        ["AZE told"],
        ["ARM other side"],
    ),
    Case(
        "Azerbaijani forces attacked villages near Martakert on 19-21 September 2023, and Armenia protested.",
        "2023-09-22",
        ["AZE told"],
        ["NKR other side"],
    ),
    # forces that nobody is named with are those of the side that speaks of them
    Case(
        "Ilham Aliyev said the troops had taken six Armenian hills.",
        "2020-10-13",
        ["AZE own government"],
        ["ARM told"],
    ),
    Case(
        "The army has retaken a village from Armenia, the Azerbaijani defence ministry said.",
        "2020-10-13",
        ["AZE own government"],
        ["ARM told"],
    ),
    Case(
        "The Armenian defence ministry said the forces had seized an Azerbaijani outpost.",
        "2020-10-13",
        ["ARM own government"],
        ["AZE told"],
    ),
    Case("Armenia said the troops had shelled Armenian villages.", "2020-10-13", ["- told"], ["ARM told"]),
    Case("Witnesses said the army had shelled Armenian villages.", "2020-10-13", ["- told"], ["ARM told"]),
    Case("The United States said the army had shelled Armenian villages.", "2020-10-13", ["- told"], ["ARM told"]),
    # a side that is ready for a truce is so with the other
    Case(
        "Yerevan said that Armenia was ready to observe a ceasefire, as Azerbaijan and France held talks.",
        "2020-10-03",
        ["ARM told"],
        ["AZE addressee"],
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.text)
def test_what_is_completed_says_what_it_rests_on(case: Case) -> None:
    event = coded(case.text, case.published)

    assert (parties(event, "source"), parties(event, "target")) == (case.source, case.target)
