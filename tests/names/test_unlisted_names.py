"""Whom the forms of unlisted names stand for, and whose they are."""

from __future__ import annotations

import pytest
from made_documents import document, published_on
from made_names import LEXICON, found

from contactline import names
from contactline.lexicon import unlisted


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Garik Melikants came. A. Melikants stayed. Melikants left.",
            [
                ("Garik Melikants", "garik-melikants"),
                ("A. Melikants", "a-melikants"),
                ("Melikants", "garik-melikants"),
            ],
            id="another initial",
        ),
        pytest.param(
            "Judge Melikants came. Garik Melikants, or G. Melikants, left.",
            [(name, "garik-melikants") for name in ("Melikants", "Garik Melikants", "G. Melikants")],
            id="short for the full name",
        ),
        pytest.param(
            "Garik Aghavelyan, also Garik Aghavelian, came.",
            [("Garik Aghavelyan", "garik-agavelian"), ("Garik Aghavelian", "garik-agavelian")],
            id="two spellings",
        ),
        pytest.param(
            "Garik Bell came. The bell rang, Bell said.", [("Garik Bell", "garik-bel")], id="a common word"
        ),
    ],
)
def test_one_id(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(words, ref) for words, _, ref in found(text)] == [(words, f"new:{key}") for words, key in expected]


def test_a_surname_of_two_means_the_one_named_last() -> None:
    text = document("Sona Melikants came. Garik Melikants left. Melikants slept.")
    mentions = names.find(text, LEXICON)
    assert mentions[-1].candidates == ("new:sona-melikants", "new:garik-melikants")
    resolved = names.resolve(mentions, text, published_on(None), LEXICON)
    assert [m.ref for m in resolved] == ["new:sona-melikants", "new:garik-melikants", "new:garik-melikants"]


@pytest.mark.parametrize(
    ("text", "country"),
    [
        pytest.param("Armenian soldier Garik Melikants fell.", "ARM", id="adjective and rank"),
        pytest.param("Turkey's Garik Melikants fell.", "TUR", id="possessive"),
        pytest.param("Garik Melikants, a Georgian analyst, spoke.", "GEO", id="apposition"),
        pytest.param("Garik Melikants, spokesman for the Georgian government, spoke.", "GEO", id="office"),
        pytest.param("Garik Melikants, a teacher, saw the Georgian army.", "", id="beyond the apposition"),
        pytest.param("He flew to Georgia. Garik Melikants stayed.", "", id="another sentence"),
    ],
)
def test_whose(text: str, country: str) -> None:
    mentions = names.find(document(text), LEXICON)
    assert [(m.country, m.note) for m in mentions if m.text == "Garik Melikants"] == [(country, unlisted.NOTE)]


def test_a_misspelt_known_name_is_no_new_person() -> None:
    refs = [ref for _, _, ref in found("Prime Minister Nikol Pashinian met Armenian troops.")]
    assert refs == ["pashinyan", "arm_forces"]


def test_a_name_of_the_lexicon_in_another_spelling_is_no_new_person() -> None:
    mentions = names.find(document("Vagharshak Harutiunian came. Harutiunian left."), LEXICON)

    assert [(m.text, m.ref, m.country, m.note) for m in mentions] == [
        ("Vagharshak Harutiunian", "vagharshak_harutyunyan", "ARM", ""),
        ("Harutiunian", "vagharshak_harutyunyan", "ARM", ""),
    ]
