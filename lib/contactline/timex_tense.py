"""Past or future: what the words beside a date betray of the side on which it lies."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache
from pathlib import Path

from contactline import lexicon
from contactline.records import Document
from contactline.timex_words import Expression

_NEAR = 150  # characters to either side in which a verb tells the tense of a date
_SPAN = 300  # characters to either side that a sentence is read for
SENTENCE_END = re.compile(r"[.!?]['\"”’)]?\s*(?=[A-Z“\"])|\n")
# A headline's infinitive: "Ministers to hold talks Friday".
_INFINITIVE = re.compile(r"\sto\s[a-z]{3,}\s")


@cache
def _hints(directory: Path) -> re.Pattern[str]:
    words: dict[str, list[str]] = {"future": [], "past": [], "none": []}
    for row in lexicon.rows("tense_hints", directory):
        words[row["tense"]].append(row["word"])
    either = {
        tense: "|".join(re.escape(w).replace(r"\ ", r"\s") for w in sorted(some, key=lambda w: (-len(w), w)))
        for tense, some in words.items()
    }
    # "will be held" is one hint, not a future and a past one; "the disputed region" is none.
    compound = (
        r"(?:(?:will|would|shall|won['’]t|['’]ll)(?:\s(?:not|also|soon|now|likely))?|to)\s(?:be|have\sbeen)\s\w+"
    )
    regular = r"(?<!\bthe\s)(?<!\ba\s)(?<!\ban\s)(?<!\bits\s)(?<!\btheir\s)(?<!\bof\s)[a-z]{2,}ed"
    return re.compile(
        rf"(?:(?<!\w)|(?=['’]ll))(?:(?P<none>{either['none']})|(?P<future>{compound}|{either['future']})"
        rf"|(?P<past>{either['past']}|{regular}))(?!\w)",
        re.I,
    )


class Tense:
    """The tense around any place of a document."""

    def __init__(self, document: Document, directory: Path = lexicon.DIRECTORY) -> None:
        self._text = document.text
        self._hints = _hints(directory)
        self._starts = [s.start for s in document.sentences]
        self._ends = [s.end for s in document.sentences]

    def sentence(self, start: int, end: int) -> tuple[int, int]:
        """The bounds of the sentence around ``start..end``, at most 300 characters to either side."""
        low, high = max(0, start - _SPAN), min(len(self._text), end + _SPAN)
        i = bisect_right(self._starts, start) - 1
        if i >= 0 and self._ends[i] >= start:
            low, high = max(low, self._starts[i]), min(high, self._ends[i])
        return low, high

    def at(self, start: int, end: int) -> str:
        """past, future or "": the nearest telling word before ``start`` in the sentence, else the first behind."""
        low, high = self.sentence(start, end)
        low, high = max(low, start - _NEAR), min(high, end + _NEAR)
        for m in SENTENCE_END.finditer(self._text, low, start):
            low = m.end()
        nearest = None
        for m in self._hints.finditer(self._text, low, start):
            if m.lastgroup != "none":
                nearest = m
        if nearest is None:
            behind = self._hints.finditer(self._text, end, high)
            nearest = next((m for m in behind if m.lastgroup != "none"), None)
        if nearest is not None:
            return nearest.lastgroup or ""
        return "future" if _INFINITIVE.search(self._text, low, start) else ""

    def is_future(self, e: Expression) -> bool:
        """Whether the words around an expression tell of what is still to come."""
        return self.at(e.start, e.end) == "future"
