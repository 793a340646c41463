"""Articles that are near-duplicates of each other, for example an agency's text printed by several publishers."""

from __future__ import annotations

import re
import zlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

import numpy as np
import numpy.typing as npt

Hashes = npt.NDArray[np.uint32]

_WORD = re.compile(r"\w+")
_SHORTEST = 30  # words; shorter texts are not compared, since stock phrases alone can make them similar
_SHINGLE = 4  # words in a run: long enough that two texts about one event share few by chance
_SHARED = 0.6  # least share of the shorter text's runs in a near-duplicate; cut and edited copies have more
_SKETCH = 48  # hashes indexed for each text: copies sharing 0.6 of their runs almost always share one of 48
_MOST_PER_HASH = 200  # articles looked up for one hash, so that a phrase all share does not make time quadratic
_COMPARED = 5  # articles compared in full: those with the most hashes in common
_FACTOR = np.uint32(2654435761)  # odd, so that no bit of a word's hash is lost


def near_duplicates(articles: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Find articles that are near-duplicates: {article_id: id of the first article with that text}.

    ``articles`` are (article_id, text), the likeliest original first. Two texts are near-duplicates if the shorter
    one shares at least 0.6 of its runs of four words with the other; texts under 30 words are never compared. Only
    texts that share one of their 48 smallest hashes (Broder's sketches, 1997) are compared, so that time grows in
    proportion to the number of articles.
    """
    shingles: dict[str, Hashes] = {}
    for article_id, text in articles:
        words = _WORD.findall(text.lower())
        if len(words) >= _SHORTEST:
            shingles[article_id] = _shingles(words)
    shared = _shared([own[:_SKETCH] for own in shingles.values()])
    index: dict[int, list[str]] = {}
    found: dict[str, str] = {}
    for article_id, own in shingles.items():
        sketch = np.intersect1d(own[:_SKETCH], shared, assume_unique=True).tolist() if len(shared) else []
        likely = _most_alike(sketch, index)
        original = next((other for other in likely if _are_alike(own, shingles[other])), None)
        if original is not None:
            found[article_id] = original
            continue
        for value in sketch:
            index.setdefault(value, []).append(article_id)
    return found


def _shared(sketches: Sequence[Hashes]) -> Hashes:
    """The hashes that several sketches have, in ascending order: few, and only these need to be looked up."""
    values = np.sort(np.concatenate(sketches)) if sketches else np.empty(0, np.uint32)
    return np.unique(values[1:][values[1:] == values[:-1]])


def _shingles(words: Sequence[str]) -> Hashes:
    """The hashes of a text's runs of words, each once, in ascending order."""
    codes = np.fromiter(map(_code, words), np.uint32, len(words))
    runs = codes[: len(codes) - _SHINGLE + 1].copy()
    for place in range(1, _SHINGLE):
        runs *= _FACTOR
        runs += codes[place : len(codes) - _SHINGLE + 1 + place]
    return np.unique(runs)


@lru_cache(maxsize=2**16)
def _code(word: str) -> int:
    return zlib.crc32(word.encode())


def _most_alike(sketch: Sequence[int], index: Mapping[int, Sequence[str]]) -> list[str]:
    """The few articles that share the most hashes with a sketch."""
    shared = Counter(other for value in sketch for other in index.get(value, ())[:_MOST_PER_HASH])
    return sorted(shared, key=lambda article_id: (-shared[article_id], article_id))[:_COMPARED]


def _are_alike(shingles: Hashes, other: Hashes) -> bool:
    both = np.intersect1d(shingles, other, assume_unique=True)
    return len(both) >= _SHARED * min(len(shingles), len(other))
