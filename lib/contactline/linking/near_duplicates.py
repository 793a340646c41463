"""Articles that are near-duplicates of one another: an agency's text that several publishers print."""

from __future__ import annotations

import re
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import islice

_WORD = re.compile(r"\w+")
_SHORTEST = 30  # words below which texts are not compared: formulas alone can make them alike
_SHINGLE = 4  # words of a run: long enough that two texts on one event share few by chance
_SHARED = 0.6  # share of the shorter text's runs that make a near-duplicate: cut and edited copies have more
_SKETCH = 48  # hashes of a text that are indexed: two copies that share 0.6 miss one another in all 48 hardly ever
_MOST_PER_HASH = 200  # articles looked up for one hash, so that a formula all share does not make time quadratic
_COMPARED = 5  # articles with the most hashes in common that are compared in full


def near_duplicates(articles: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Which article is a near-duplicate of which: {article_id: the id of the first one with its text}.

    ``articles`` are (article_id, text), the likeliest original first. Two texts are near-duplicates when the
    shorter shares at least 0.6 of its runs of four words with the other; texts under 30 words are never compared.
    Only texts that share one of their 48 smallest hashes (Broder's sketches, 1997) are, so that time grows in
    proportion to the number of articles.
    """
    by_hash: dict[int, list[str]] = defaultdict(list)
    originals: dict[str, frozenset[int]] = {}
    found: dict[str, str] = {}
    for article_id, text in articles:
        words = _WORD.findall(text.lower())
        if len(words) < _SHORTEST:
            continue
        shingles = _shingles(words)
        sketch = sorted(shingles)[:_SKETCH]
        likely = _most_alike(sketch, by_hash)
        original = next((other for other in likely if _are_alike(shingles, originals[other])), None)
        if original is not None:
            found[article_id] = original
            continue
        originals[article_id] = shingles
        for value in sketch:
            by_hash[value].append(article_id)
    return found


def _shingles(words: Sequence[str]) -> frozenset[int]:
    """The hashes of a text's runs of words."""
    return frozenset(
        zlib.crc32(" ".join(words[i : i + _SHINGLE]).encode()) for i in range(len(words) - _SHINGLE + 1)
    )


def _most_alike(sketch: Sequence[int], by_hash: dict[int, list[str]]) -> list[str]:
    """The articles that share the most hashes with a sketch, a few at most."""
    shared = Counter(other for value in sketch for other in islice(by_hash.get(value, ()), _MOST_PER_HASH))
    return sorted(shared, key=lambda article_id: (-shared[article_id], article_id))[:_COMPARED]


def _are_alike(shingles: frozenset[int], other: frozenset[int]) -> bool:
    return len(shingles & other) >= _SHARED * min(len(shingles), len(other))
