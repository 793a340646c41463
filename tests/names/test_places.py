"""Places: the table, and the words beside a name."""

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
    ("text", "before", "after"),
    [
        pytest.param("It ended. They left for Goris, then", ["for", "left", "they"], ",", id="one sentence back"),
        pytest.param("Goris", [], "", id="alone"),
        pytest.param("the so-called Goris ", ["so-called", "the"], "", id="hyphen"),
        pytest.param("Yerevan, Goris fell", [",", "yerevan"], "fell", id="comma"),
    ],
)
def test_words_beside_a_name(text: str, before: list[str], after: str) -> None:
    start = text.index("Goris")
    found = (places.words_before(fold(text), start), places.word_after(fold(text), start + 5))
    assert found == (before, after)
