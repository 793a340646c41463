"""Misspelt and transliterated names: a bounded edit distance between spellings reduced to how they sound.

The distance is Levenshtein's. The reductions are what English, German, Dutch, French and Polish spellings of
Armenian, Azerbaijani and Russian names differ in.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from contactline.names.index import fold

SHORTEST = 6
"""Letters of a reduced spelling below which it is not compared: one letter makes a short name another one."""
_LONG = 9  # letters; in longer names two edits are allowed
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


def allowed_edits(length: int) -> int:
    """The number of edits allowed between two spellings, for a reduced spelling with ``length`` letters."""
    if length < SHORTEST:
        return 0
    return 1 if length < _LONG else 2


def same_first_name(word: str, name: str) -> bool:
    """Whether two spellings may be one first name: they sound the same, or nearly so where they are long enough.

    >>> same_first_name("Jeihun", "Jeyhun"), same_first_name("Kamran", "Ilham")
    (True, False)
    """
    a, b = sound(word), sound(name)
    return a == b or a[:1] == b[:1] and min(len(a), len(b)) >= SHORTEST - 1 and Levenshtein.distance(a, b) <= 1


def alike(one: str, other: str) -> bool:
    """Whether two surnames can be spellings of the same name, if something else (an office) supports that.

    >>> alike("Sargsyan", "Sarkissian"), alike("Aliyev", "Aliev"), alike("Aliyev", "Elchibey")
    (True, True, False)
    """
    a, b = sound(one), sound(other)
    if min(len(a), len(b)) < SHORTEST:
        return a == b
    return a[:1] == b[:1] and Levenshtein.distance(a, b) <= allowed_edits(len(a)) + 1


def closest(word: str, names: Iterable[tuple[str, str]], slack: int = 0) -> str | None:
    """The id of the name nearest to a word within the allowed edits; None where there is none, or two are equally
    near.

    ``names``: pairs of name and id. The first letters of the reduced spellings must agree. ``slack``: edits
    allowed in addition where other evidence (an office held by few) supports the name.
    """
    reduced = sound(word)
    most = allowed_edits(len(reduced)) + slack
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
