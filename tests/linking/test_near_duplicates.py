"""Near-duplicates are found, and only they."""

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
    pytest.param(ORIGINAL, True, id="the same words"),
    pytest.param([*text(2, 10), *ORIGINAL, *text(3, 10)], True, id="a headline and a tail more"),
    pytest.param(ORIGINAL[:60], True, id="its first half"),
    pytest.param([w if n % 20 else "changed" for n, w in enumerate(ORIGINAL)], True, id="some words changed"),
    pytest.param(text(4), False, id="another text"),
    pytest.param([*text(5), *ORIGINAL[:40]], False, id="a shared quotation"),
    pytest.param(ORIGINAL[:20], False, id="too short to compare"),
]


@pytest.mark.parametrize(("other", "copy"), CASES)
def test_near_duplicates(other: list[str], copy: bool) -> None:
    found = linking.near_duplicates([("first", " ".join(ORIGINAL)), ("second", " ".join(other).upper())])

    assert found == ({"second": "first"} if copy else {})


def test_a_copy_of_a_copy_names_the_first() -> None:
    articles = [("a", " ".join(ORIGINAL)), ("b", " ".join(ORIGINAL)), ("c", " ".join(ORIGINAL))]

    assert linking.near_duplicates(articles) == {"b": "a", "c": "a"}
