"""From names to mentions: what a name makes with the noun or title beside it."""

from __future__ import annotations

import pytest
from made_names import longest

from contactline.names.phrases import BareTitle, Composed, compose


def composed(text: str) -> Composed:
    """What the longest names of a text mean together."""
    return compose(*longest(text))


Row = tuple[str, str, str | None, str]


def rows(text: str) -> list[Row]:
    """(words, kind and form, id, country)"""
    return [(m.text, f"{m.kind} {m.form}", m.ref, m.country) for m in composed(text).mentions]


ARMENIAN = ("Armenian", "actor demonym", "armenia", "ARM")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a country and a noun are one actor
        ("Armenian forces fired.", [("Armenian forces", "actor description", "arm_forces", "ARM")]),
        (
            "The army of Armenia fired.",
            [("army", "actor description", "arm_forces", "ARM"), ("Armenia", "actor name", "armenia", "ARM")],
        ),
        ("Armenia's government spoke.", [("Armenia's government", "actor description", "armenia", "ARM")]),
        # a word of degree may stand between, another not
        (
            "The Armenian regular army fired.",
            [("Armenian regular army", "actor description", "arm_forces", "ARM")],
        ),
        # ethnic Armenians are those of Karabakh
        ("Ethnic Armenian forces fired.", [("Ethnic Armenian forces", "actor description", "nk_forces", "NKR")]),
        ("Armenian wine was sold.", [ARMENIAN]),
        ("The Armenian blue army fired.", [ARMENIAN]),
        # a quality is no actor, a language neither
        ("Turkish-made drones flew.", []),
        ("An anti-Armenian song was sung.", []),
        ("It is Khankendi in Azerbaijani.", [("Khankendi", "place name", "stepanakert", "AZE")]),
        # a title alone stands for its holder, whoever that is
        ("The Armenian president spoke.", [("Armenian president", "actor title", None, "ARM")]),
        ("The president spoke.", [("president", "actor title", None, "")]),
        ("A president spoke.", []),
        # a title before or behind a name is no mention of its own
        (
            "Armenian Prime Minister Nikol Pashinyan spoke.",
            [("Nikol Pashinyan", "actor name", "pashinyan", "ARM")],
        ),
        (
            "Nikol Pashinyan, Prime Minister of Armenia, spoke.",
            [("Nikol Pashinyan", "actor name", "pashinyan", "ARM"), ("Armenia", "actor name", "armenia", "ARM")],
        ),
        # a bare ministry is that of the country that named one last, or of who speaks for it
        (
            "Armenia's Defense Ministry spoke. The Defense Ministry spoke again.",
            [
                ("Armenia's Defense Ministry", "actor name", "arm_mod", "ARM"),
                ("Defense Ministry", "actor name", "arm_mod", "ARM"),
            ],
        ),
        ("The Defense Ministry spoke.", []),
        # a state is a place or an actor by the words around it
        ("They met in Armenia.", [("Armenia", "place name", "armenia", "ARM")]),
        ("Armenia protested.", [("Armenia", "actor name", "armenia", "ARM")]),
        (
            "They drove from Goris to Yerevan.",
            [("Goris", "place name", "goris", "ARM"), ("Yerevan", "place name", "yerevan", "ARM")],
        ),
        (
            "They met in Yerevan, Armenia.",
            [("Yerevan", "place name", "yerevan", "ARM"), ("Armenia", "place name", "armenia", "ARM")],
        ),
    ],
)
def test_mentions(text: str, expected: list[Row]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("Shells fell north of Goris.", "the area: north of it"),
        ("Shells fell around Goris.", "the area: around it"),
        ("Shells fell in Goris.", ""),
    ],
)
def test_the_area_of_a_place_is_noted(text: str, note: str) -> None:
    assert [(m.ref, m.note) for m in composed(text).mentions] == [("goris", note)]


def test_what_a_name_can_also_be_is_kept() -> None:
    found = composed("Armenia protested. They met in Moscow, and the Armenian foreign minister spoke.").mentions

    assert [(m.text, m.ref, m.other) for m in found] == [
        ("Armenia", "armenia", "armenia"),
        ("Moscow", "moscow", "russia"),
        ("Armenian foreign minister", None, None),
    ]
    assert "ararat_mirzoyan" in found[2].candidates and len(found[2].candidates) > 1


def test_two_adjectives_before_a_plural_title_are_two_officials() -> None:
    found = composed("The Azerbaijani and Armenian foreign ministers met.").mentions

    assert [(m.text, m.form, m.ref, m.country, m.candidates != ()) for m in found] == [
        ("Azerbaijani", "title", None, "AZE", True),
        ("Armenian foreign ministers", "title", None, "ARM", True),
    ]


def test_titles_without_a_known_name() -> None:
    text = "The Armenian president spoke. The foreign minister slept. Prime Minister Nikol Pashinyan came."

    assert composed(text).titles == [
        BareTitle(text.index(" spoke"), "ARM", "president"),
        BareTitle(text.index(" slept"), "", "foreign_minister"),
    ]
