"""Articles that are near-copies of one another: agency copy that several publishers print."""

from __future__ import annotations

import re
import zlib
from collections import defaultdict
from collections.abc import Iterable
from itertools import islice

_WORD = re.compile(r"\w+")
_SHINGLE = 4
_SKETCH = 48
_COMMON = 200
_ALIKE = 0.6
_SHORTEST = 30


def near_duplicates(articles: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Which article is a near-copy of which: {article_id: the id of the first one with its text}.

    ``articles`` are (article_id, text), the surest original first. Two texts are near-copies when the shorter
    shares at least 0.6 of its runs of four words with the other; texts under 30 words are never compared. Only
    texts that share one of their 48 smallest hashes (Broder's sketches, 1997) meet, so that time grows in
    proportion to the number of articles.
    """
    buckets: dict[int, list[str]] = defaultdict(list)
    shingles: dict[str, frozenset[int]] = {}
    found: dict[str, str] = {}
    for article_id, text in articles:
        words = _WORD.findall(text.lower())
        if len(words) < _SHORTEST:
            continue
        mine = frozenset(
            zlib.crc32(" ".join(words[i : i + _SHINGLE]).encode()) for i in range(len(words) - _SHINGLE + 1)
        )
        sketch = sorted(mine)[:_SKETCH]
        shared: dict[str, int] = defaultdict(int)
        for value in sketch:
            for other in islice(buckets[value], _COMMON):
                shared[other] += 1
        for other in sorted(shared, key=lambda key: (-shared[key], key))[:5]:
            if len(mine & shingles[other]) >= _ALIKE * min(len(mine), len(shingles[other])):
                found[article_id] = other
                break
        else:
            shingles[article_id] = mine
            for value in sketch:
                buckets[value].append(article_id)
    return found
