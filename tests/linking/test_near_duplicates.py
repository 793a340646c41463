"""Near-copies are found, and only they."""

from __future__ import annotations

import random

import pytest

from contactline import linking

WORDS = "border village road truce minister talks army soldiers night shelling town corridor leader accord".split()


def text(seed: int, length: int = 120) -> list[str]:
    chance = random.Random(seed)
    return [chance.choice(WORDS) + str(chance.randrange(50)) for _ in range(length)]


ORIGINAL = text(1)

CASES = [
    ("the same words", ORIGINAL, True),
    ("a headline and a tail more", [*text(2, 10), *ORIGINAL, *text(3, 10)], True),
    ("its first half", ORIGINAL[:60], True),
    ("some words changed", [w if n % 20 else "changed" for n, w in enumerate(ORIGINAL)], True),
    ("another text", text(4), False),
    ("a shared quotation", [*text(5), *ORIGINAL[:40]], False),
    ("too short to compare", ORIGINAL[:20], False),
]


@pytest.mark.parametrize(("other", "copy"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_copies(other: list[str], copy: bool) -> None:
    found = linking.near_duplicates([("first", " ".join(ORIGINAL)), ("second", " ".join(other).upper())])

    assert found == ({"second": "first"} if copy else {})


def test_a_copy_of_a_copy_names_the_first() -> None:
    articles = [("a", " ".join(ORIGINAL)), ("b", " ".join(ORIGINAL)), ("c", " ".join(ORIGINAL))]

    assert linking.near_duplicates(articles) == {"b": "a", "c": "a"}
