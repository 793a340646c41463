"""Mistranslated names: corrected on evidence only, and marked."""

from __future__ import annotations

import pytest
from made_documents import document

from contactline import names
from contactline.lexicon import load
from contactline.names import mistranslation
from contactline.names.index import fold

LEXICON = load()

SHOWN = "Xinhua News Agency (Reporter Li): the new crown slowed talks of Armenia and Azerbaijan. "


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
    ],
)
def test_corrections(text: str, expected: list[tuple[str, str, str]]) -> None:
    got = mistranslation.corrections(text, fold(text), LEXICON)
    assert [(text[r.start : r.end], r.stands_for, r.role) for r in got] == expected


def test_mentions_say_how_they_were_corrected() -> None:
    made = document(SHOWN + "Asian troops entered the Naka area.")
    assert [(m.text, m.ref, m.country, m.note) for m in names.find(made, LEXICON)][-2:] == [
        ("Asian troops", "arm_forces", "ARM", "read as Armenia: machine translation from Chinese"),
        ("Naka", "nagorno_karabakh", "AZE", "read as Nagorno-Karabakh: machine translation from Chinese"),
    ]


def test_a_corrected_name_is_whole_beside_a_longer_one() -> None:
    made = document("Armenia and Azerbaijan fought over the ownership of the Inna Karabakh region.")
    assert [(m.text, m.ref, m.note) for m in names.find(made, LEXICON)][-1] == (
        "Inna Karabakh",
        "nagorno_karabakh",
        "read as Nagorno-Karabakh: machine translation from Chinese",
    )


def test_sources_need_signs_enough() -> None:
    assert mistranslation.sources("Xinhua wrote it.", LEXICON) == frozenset()
    assert mistranslation.sources("Xinhua wrote of the new crown.", LEXICON) == frozenset(("Chinese",))
