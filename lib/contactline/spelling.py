"""Misspelt and transliterated names: a bounded edit distance between spellings reduced to how they sound."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from contactline.matching import fold

SHORTEST = 5  # letters of a reduced spelling below which nothing is compared
_SOUNDS = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"sch|sj|sz", "sh"), (r"tch|tj|tsch", "ch"), (r"dzh|dsch|dj|zh", "j"), (r"kh|ch(?=i?tj)", "h"), (r"gh|q", "g"),
        (r"ou|oo", "u"), (r"(?<=[bdfglmnprtvz])j(?=[aeiou])", "i"), (r"y", "i"), (r"w", "v"), (r"ph", "f"), (r"ff$", "v"),
        (r"(.)\1+", r"\1"), (r"[^a-z]", ""),
    )
)


@lru_cache(maxsize=65536)
def sound(word: str) -> str:
    """A spelling reduced so that transliterations of one name come near each other.

    >>> sound("Pasjinjan") == sound("Pashinyan")
    True
    """
    reduced = fold(word)
    for pattern, by in _SOUNDS:
        reduced = pattern.sub(by, reduced)
    return reduced


def allowed(length: int) -> int:
    """How many edits two reduced spellings of this length may lie apart."""
    return 0 if length < SHORTEST else 1 if length < 9 else 2


def closest(word: str, names: Iterable[tuple[str, str]]) -> str | None:
    """The id of the one name within the allowed distance of a word; None where none or two lie equally near.

    ``names``: pairs of name and id. The first letter of the reduced spellings must agree.
    """
    reduced = sound(word)
    most = allowed(len(reduced))
    if len(reduced) < SHORTEST:
        return None
    best = most + 1
    found: set[str] = set()
    for name, ref in names:
        other = sound(name)
        if other[:1] != reduced[:1] or len(other) < SHORTEST:
            continue
        distance = Levenshtein.distance(reduced, other, score_cutoff=best)
        if distance < best:
            best, found = distance, {ref}
        elif distance == best <= most:
            found.add(ref)
    return found.pop() if len(found) == 1 else None
