"""Misspelt and transliterated names: a bounded edit distance between spellings reduced to how they sound."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from contactline.names.index import fold

SHORTEST = 6  # letters of a reduced spelling below which nothing is compared
_SOUNDS = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"tsch|tch|tj", "ch"),
        (r"sch|sj|sz", "sh"),
        (r"dzh|dsch|dj|zh", "j"),
        (r"kh", "h"),
        (r"gh|q", "g"),
        (r"ou|oo", "u"),
        (r"(?<=[bdfglmnprtvz])j(?=[aeiou])", "i"),
        (r"y", "i"),
        (r"w", "v"),
        (r"ph|ff$", "f"),
        (r"(.)\1+", r"\1"),
        (r"[^a-z]", ""),
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


def alike(word: str, name: str) -> bool:
    """Whether two first names may be one: they sound the same, or nearly so where they are long enough.

    >>> alike("Jeihun", "Jeyhun"), alike("Kamran", "Ilham")
    (True, False)
    """
    a, b = sound(word), sound(name)
    return a == b or a[:1] == b[:1] and min(len(a), len(b)) >= SHORTEST - 1 and Levenshtein.distance(a, b) <= 1


def closest(word: str, names: Iterable[tuple[str, str]], slack: int = 0) -> str | None:
    """The id of the one name within the allowed distance of a word; None where none or two lie equally near.

    ``names``: pairs of name and id. The first letter of the reduced spellings must agree. ``slack``: further edits
    allowed where other evidence (an office held by few) speaks for the name.
    """
    reduced = sound(word)
    most = allowed(len(reduced)) + slack
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
