"""Articles that are near-duplicates of each other, for example an agency's text printed by several publishers."""

from __future__ import annotations

import re
import zlib
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain, islice

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


def near_duplicates(articles: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Find articles that are near-duplicates: {article_id: id of the first article with that text}.

    ``articles`` are (article_id, text), the likeliest original first. Two texts are near-duplicates if the shorter
    one shares at least 0.6 of its runs of four words with the other; texts under 30 words are never compared. Only
    texts that share one of their 48 smallest hashes (Broder's sketches, 1997) are compared, so that time grows in
    proportion to the number of articles.
    """
    index = _Index()
    originals: dict[str, Hashes] = {}
    found: dict[str, str] = {}
    for article_id, text in articles:
        words = _WORD.findall(text.lower())
        if len(words) < _SHORTEST:
            continue
        shingles = _shingles(words)
        sketch = shingles[:_SKETCH].tolist()
        likely = _most_alike(sketch, index)
        original = next((other for other in likely if _are_alike(shingles, originals[other])), None)
        if original is not None:
            found[article_id] = original
            continue
        originals[article_id] = shingles
        for value in sketch:
            index.add(value, article_id)
    return found


class _Index:
    """The articles that have a hash in their sketch, in the order in which they were added.

    Most hashes have only one article, so the first article of a hash is stored without a list.
    """

    def __init__(self) -> None:
        self._first: dict[int, str] = {}
        self._more: dict[int, list[str]] = {}

    def add(self, value: int, article_id: str) -> None:
        if value not in self._first:
            self._first[value] = article_id
        else:
            self._more.setdefault(value, []).append(article_id)

    def get(self, value: int) -> Iterable[str]:
        """The first articles that have a hash."""
        if value not in self._first:
            return ()
        return chain((self._first[value],), islice(self._more.get(value, ()), _MOST_PER_HASH - 1))


def _shingles(words: Sequence[str]) -> Hashes:
    """The hashes of a text's runs of words, each once, in ascending order."""
    runs = (zlib.crc32(" ".join(words[i : i + _SHINGLE]).encode()) for i in range(len(words) - _SHINGLE + 1))
    return np.unique(np.fromiter(runs, np.uint32))


def _most_alike(sketch: Sequence[int], index: _Index) -> list[str]:
    """The few articles that share the most hashes with a sketch."""
    shared = Counter(other for value in sketch for other in index.get(value))
    return sorted(shared, key=lambda article_id: (-shared[article_id], article_id))[:_COMPARED]


def _are_alike(shingles: Hashes, other: Hashes) -> bool:
    both = np.intersect1d(shingles, other, assume_unique=True)
    return len(both) >= _SHARED * min(len(shingles), len(other))
