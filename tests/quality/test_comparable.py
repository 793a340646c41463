"""What makes names and excerpts comparable."""

from __future__ import annotations

import pytest

from contactline.lexicon import load
from contactline.quality import comparable

LEXICON = load()


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        pytest.param("Shusha / Shushi", "shusha", id="the first of two names"),
        pytest.param("Khankendi (Stepanakert)", "khankendi", id="without brackets"),
        pytest.param("Xank\u0259ndi\u2019s", "xankendi s", id="without marks"),
        pytest.param(None, "", id="none"),
    ],
)
def test_a_plain_name(name: str | None, expected: str) -> None:
    assert comparable.plain_name(name) == expected


@pytest.mark.parametrize(
    ("name", "same"),
    [
        pytest.param("Khankendi", "Stepanakert", id="both names of a place"),
        pytest.param("Goris district", "Goris", id="a town and its district"),
    ],
)
def test_names_of_one_place_are_the_same(name: str, same: str) -> None:
    assert comparable.place_name(name, LEXICON) == comparable.place_name(same, LEXICON)


def test_an_unknown_place_keeps_its_own_words() -> None:
    assert comparable.place_name("the village of Nowhere", LEXICON) == "the of nowhere"


@pytest.mark.parametrize(
    ("some", "among", "share"),
    [
        pytest.param("a b c", "a x b c", 1.0, id="in order"),
        pytest.param("a b", "b a", 0.5, id="out of order"),
        pytest.param("a b", "", 0.0, id="nothing to look in"),
        pytest.param("", "a b", 0.0, id="nothing to look for"),
    ],
)
def test_the_share_of_words_in_order(some: str, among: str, share: float) -> None:
    assert comparable.share_in_order(some.split(), among.split()) == share


def test_a_long_excerpt_is_cut_to_sixty_words_around_its_trigger() -> None:
    excerpt = " ".join([*(f"a{n}" for n in range(100)), "shelled", *(f"b{n}" for n in range(100))])

    found = comparable.words_around_trigger(excerpt, "shelled")

    assert (len(found), found[0], found[30], found[-1]) == (60, "a70", "shelled", "b28")


def test_addresses_and_markup_are_no_words() -> None:
    assert comparable.plain_text("See <b>this</b> at https://x.y/z now") == "see this at now"
