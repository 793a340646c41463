"""What an event is known by from one coding to the next: the words of its sentence and the words that name it."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable

_WORD = re.compile(r"\w+")


def sentence_mark(text: str) -> str:
    """12 hexadecimal digits of a sentence's words, whatever their case, spaces and punctuation."""
    words = " ".join(_WORD.findall(text.casefold()))
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def fingerprints(events: Iterable[tuple[str, str, str]]) -> dict[str, str]:
    """The fingerprint of each event by its id: "9f31c2ab04d1:shelled", the second of two alike ends in ":2".

    ``events``: id, sentence and trigger of each event of one article, in the order of the text. Where a sentence
    stands, its number and its offsets have no part in it.
    """
    seen: Counter[str] = Counter()
    found = {}
    for event_id, sentence, trigger in events:
        mark = f"{sentence_mark(sentence)}:{'_'.join(_WORD.findall(trigger.casefold()))}"
        seen[mark] += 1
        found[event_id] = mark if seen[mark] == 1 else f"{mark}:{seen[mark]}"
    return found
