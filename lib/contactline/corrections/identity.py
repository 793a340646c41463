"""How an event is recognised from one coding to the next: by the words of its sentence and of its trigger."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable

_WORD = re.compile(r"\w+")


def sentence_mark(text: str) -> str:
    """12 hexadecimal digits that depend on a sentence's words, but not on case, spaces and punctuation."""
    words = " ".join(_WORD.findall(text.casefold()))
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def fingerprints(events: Iterable[tuple[str, str, str]]) -> dict[str, str]:
    """The fingerprint of each event by its id: "9f31c2ab04d1:shelled"; the second of two equal ones ends in ":2".

    ``events``: id, sentence and trigger of each event of one article, in the order of the text. The position of a
    sentence in its article does not matter.
    """
    seen: Counter[str] = Counter()
    found = {}
    for event_id, sentence, trigger in events:
        mark = f"{sentence_mark(sentence)}:{'_'.join(_WORD.findall(trigger.casefold()))}"
        seen[mark] += 1
        found[event_id] = mark if seen[mark] == 1 else f"{mark}:{seen[mark]}"
    return found
