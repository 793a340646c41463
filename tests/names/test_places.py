"""Places: the table, and what tells a country's name as a place from the one as an actor."""

from __future__ import annotations

import pytest

from contactline.lexicon import load
from contactline.names import places
from contactline.names.index import fold

LEXICON = load()


def test_both_names_are_shown() -> None:
    table = places.places(LEXICON)
    assert [table[i].label for i in ("stepanakert", "shusha", "lachin", "baku")] == [
        "Stepanakert / Khankendi",
        "Shusha / Shushi",
        "Lachin / Berdzor",
        "Baku",
    ]


@pytest.mark.parametrize(
    ("place_id", "kind", "extent"),
    [
        ("stepanakert", "city", "point"),
        ("lachin_district", "district", "area"),
        ("lachin_corridor", "corridor", "line"),
        ("armenia_azerbaijan_border", "border", "line"),
        ("nagorno_karabakh", "region", "area"),
        ("armenia", "country", "area"),
    ],
)
def test_extents(place_id: str, kind: str, extent: str) -> None:
    place = places.places(LEXICON)[place_id]
    assert (place.kind, place.extent) == (kind, extent)


@pytest.mark.parametrize(
    ("text", "name", "kind", "after_place", "expected"),
    [
        ("in Armenia", "Armenia", "country", False, True),
        ("Armenia said", "Armenia", "country", False, False),
        ("north of Armenia", "Armenia", "country", False, True),
        ("the leaders of Armenia", "Armenia", "country", False, False),
        ("fled to Armenia", "Armenia", "country", False, True),
        ("a message to Armenia", "Armenia", "country", False, False),
        ("withdrew from Armenia", "Armenia", "country", False, True),
        ("a letter from Armenia", "Armenia", "country", False, False),
        ("the Yerevan talks", "Yerevan", "capital", False, True),
        ("the mayor of Yerevan", "Yerevan", "capital", False, True),
        ("the support of Yerevan", "Yerevan", "capital", False, False),
        ("rockets struck Yerevan", "Yerevan", "capital", False, True),
        ("rockets struck Armenia", "Armenia", "country", False, False),
        ("left for Yerevan", "Yerevan", "capital", False, True),
        ("invited the leaders of both countries to Yerevan", "Yerevan", "capital", False, True),
        ("an appeal to Yerevan", "Yerevan", "capital", False, False),
        ("returned to Armenia", "Armenia", "country", False, True),
        ("returned the district to Armenia", "Armenia", "country", False, False),
        ("the status of Artsakh was signed away", "Artsakh", "region", False, True),
        ("Artsakh signed it", "Artsakh", "region", False, False),
        ("left Armenia", "Armenia", "country", False, True),
        ("remained on Armenia territory", "Armenia", "country", False, True),
        ("in Armenia's view", "Armenia", "country", False, False),
        ("their counterparts in Armenia", "Armenia", "country", False, False),
        ("Yerevan, Armenia", "Armenia", "country", True, True),
        ("It ended. Armenia", "Armenia", "country", False, False),
        ("the capital, Yerevan – and more", "Yerevan", "capital", False, True),
        ("the capital, Yerevan, slept", "Yerevan", "capital", False, True),
        ("Yerevan rejected it", "Yerevan", "capital", False, False),
        ("guests from Yerevan", "Yerevan", "capital", False, True),
        ("Stepanakert was hit", "Stepanakert", "city", False, True),
        ("Stepanakert accused them", "Stepanakert", "city", False, False),
    ],
)
def test_place_or_actor(text: str, name: str, kind: str, after_place: bool, expected: bool) -> None:
    start = text.index(name)
    assert places.is_place(fold(text), start, start + len(name), kind, after_place, LEXICON) is expected
