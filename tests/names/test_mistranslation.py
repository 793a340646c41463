"""Mistranslated names: read otherwise on evidence only, and marked."""

from __future__ import annotations

import pytest
from made_documents import document

from contactline import names
from contactline.lexicon import load
from contactline.names import mistranslation
from contactline.names.index import fold

LEXICON = load()

SHOWN = "(Reporter Li) The new crown epidemic slowed the talks of Armenia and Azerbaijan. "

# Reports of Afghan troops in plain English: six that a desk could write, and six that name Armenia and Azerbaijan, too.
AFGHAN_REPORTS = [
    "Afghan troops retook the district on Sunday, and the two sides agreed to a truce.",
    "Fighting broke out in Kunduz between Afghan forces and armed men on the same day.",
    "Xinhua News Agency reported on the 20th anniversary of the accord that the Afghan army had held its positions.",
    "The president held a telephone conversation with the Afghan foreign minister.",
    "The Afghan government and its rivals are in a state of hostility, the report said. (End)",
    "The Afghan military said on the 3 October attack that two posts were lost.",
]
BESIDE_THE_CONFLICT = [
    "The two sides of the war between Armenia and Azerbaijan were the talk of Afghan forces, too, a diplomat said.",
    "Armenia and Azerbaijan both sent peacekeepers, who served beside Afghan troops until 2021.",
    "Fighting broke out in the valley on the same day, Armenia and Azerbaijan said; Afghan soldiers took no part.",
    "Armenia accused Azerbaijan of hiring Afghan armed men; Baku said that no Afghan forces had come.",
    "The Afghan government called on Armenia and Azerbaijan to stop, China's Xinhua News Agency reported.",
    "Azerbaijan held a telephone conversation with the Afghan president, and Armenia was told of it. (End)",
]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (SHOWN + "Asian troops advanced.", [("Asian", "ARM", "adjective")]),
        (SHOWN + "Afghan military posts fell.", [("Afghan", "AZE", "adjective")]),
        (SHOWN + "The Naka region is calm.", [("Naka", "nagorno_karabakh", "place")]),
        # the word before tells it too
        (SHOWN + "Asia and Afghanistan met.", [("Asia", "ARM", "place"), ("Afghanistan", "AZE", "place")]),
        (SHOWN + "Aid for Afghanistan grew.", []),
        # no sign of machine translation
        ("Armenia and Azerbaijan met Asian troops.", []),
        # the countries are not both named
        ("Xinhua News Agency (Reporter Li): the new crown. Asian troops advanced.", []),
        # a context that does not fit
        (SHOWN + "Asian markets fell.", []),
        (SHOWN + "Afghan troops left Kabul.", []),
        # the place's short name is proof enough where both countries are named
        ("Armenia and Azerbaijan fight over naqa.", [("naqa", "nagorno_karabakh", "place")]),
        ("A cook called Naka.", []),
        ("Envoy Naka flew to Armenia and Azerbaijan.", []),
        # names of the region that only a machine writes show it for the rest of the article
        (
            "Armenia and Azerbaijan fought over the Naka region. Fire in the Naka area: Afghan troops came.",
            [
                ("Naka", "nagorno_karabakh", "place"),
                ("Naka", "nagorno_karabakh", "place"),
                ("Afghan", "AZE", "adjective"),
            ],
        ),
    ],
)
def test_readings(text: str, expected: list[tuple[str, str, str]]) -> None:
    got = mistranslation.readings(text, fold(text), LEXICON)
    assert [(text[r.start : r.end], r.stands_for, r.role) for r in got] == expected


def test_mentions_say_how_they_were_read() -> None:
    made = document(SHOWN + "Asian troops entered the Naka area.")
    assert [(m.text, m.ref, m.country, m.note) for m in names.find(made, LEXICON)][-2:] == [
        ("Asian troops", "arm_forces", "ARM", "read as Armenia: machine translation from Chinese"),
        ("Naka", "nagorno_karabakh", "AZE", "read as Nagorno-Karabakh: machine translation from Chinese"),
    ]


def test_a_name_read_otherwise_is_whole_beside_a_longer_one() -> None:
    made = document("Armenia and Azerbaijan fought over the ownership of the Inna Karabakh region.")
    assert [(m.text, m.ref, m.note) for m in names.find(made, LEXICON)][-1] == (
        "Inna Karabakh",
        "nagorno_karabakh",
        "read as Nagorno-Karabakh: machine translation from Chinese",
    )


@pytest.mark.parametrize("text", [*AFGHAN_REPORTS, *BESIDE_THE_CONFLICT])
def test_an_ordinary_report_of_afghan_troops_is_of_afghan_troops(text: str) -> None:
    assert mistranslation.sources(text, (), LEXICON) == frozenset()
    assert mistranslation.readings(text, fold(text), LEXICON) == ()
    assert [m for m in names.find(document(text), LEXICON) if m.note.startswith("read as")] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Xinhua wrote it.", []),
        ("The queen wore a new crown (End).", []),
        ("Talks ended at 13 o'clock.", []),
        ("Talks ended at 13 o'clock. (Finish)", ["Chinese"]),
        ("The ministry said on the 4th that talks on the Dalen (Dalen) bridge went on.", ["Chinese"]),
        ("Flights stopped because of the new crown virus.", ["Chinese"]),
        ("Xinhua News Agency, Tbilisi, March 3rd (Reporter Li) Talks were held.", ["Chinese"]),
    ],
)
def test_signs_add_up_to_evidence(text: str, expected: list[str]) -> None:
    assert sorted(mistranslation.sources(text, (), LEXICON)) == expected
