"""Past or future: what the words beside a date betray of the side on which it lies."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Container
from dataclasses import dataclass

from contactline.dates.words import Expression, date_words
from contactline.lexicon import Lexicon, derived
from contactline.records import Document

_NEAR = 150  # characters to either side in which a verb tells the tense of a date
_SPAN = 300  # characters to either side that a sentence is read for
SENTENCE_END = re.compile(r"[.!?]['\"”’)]?\s*(?=[A-Z“\"])|\n")
_CLAUSE_END = re.compile(rf"{SENTENCE_END.pattern}|;\s")
# A headline's infinitive: "Ministers to hold talks Friday".
_APOSTROPHES = ("'", "’")
_REACHED = re.compile(r"\b(?:had|was|were)\b[^,;]*$")
_INFINITIVE = re.compile(r"\sto\s[a-z]{3,}\s")


_MODAL = (
    r"(?:(?:will|would|shall|should|could|might|must|won['’]t|['’]ll)"
    r"(?:\s(?:not|also|soon|now|then|[a-z]+ly))?(?:\snot)?)"
)


@dataclass(frozen=True, slots=True)
class _Hints:
    tense: re.Pattern[str]  # its groups none, future and past
    ahead: re.Pattern[str]  # before a day


@derived
def _hints(lexicon: Lexicon) -> _Hints:
    words: dict[str, list[str]] = {"future": [], "past": [], "none": [], "ahead": []}
    for row in lexicon.rows("tense_hints"):
        words[row["tense"]].append(row["word"])
    names = date_words(lexicon).months
    either = {
        tense: "|".join(_hint(w, names) for w in sorted(some, key=lambda w: (-len(w), w)))
        for tense, some in words.items()
    }
    # "will be held" is one hint, not a future and a past one; "the disputed region" is none.
    passive = r"to\s(?:be|have\sbeen)|(?:may|can)(?:\snot)?\sbe"
    compound = rf"(?:{_MODAL}(?:\s(?:be|have\sbeen))?|{passive})\s(?!on\b|be\b|have\b)[a-z]+"
    regular = r"(?<!\bthe\s)(?<!\ba\s)(?<!\ban\s)(?<!\bits\s)(?<!\btheir\s)(?<!\bof\s)[a-z]{2,}ed"
    undone = r"(?:did|could|would)(?:n['’]t|\snot)\s(?:be\s)?[a-z]+"  # "did not arrive", "could not be reached"
    return _Hints(
        re.compile(
            rf"(?:(?<!\w)|(?=['’]ll))(?:(?P<none>{either['none']})|(?P<past>{undone})"
            rf"|(?P<future>{compound}|{either['future']})|(?P<past2>{either['past']}|{regular}))(?!\w)",
            re.I,
        ),
        re.compile(rf"(?<!\w)(?:{either['ahead']})\s(?:on\s|early\s|late\s|next\s)?$", re.I),
    )


def _hint(word: str, names: Container[str]) -> str:
    """The pattern of a hint: what ends in "to" has its verb with it, what is a month as well has no capital."""
    pattern = re.escape(word).replace(r"\ ", r"\s")
    if word.endswith(" to"):
        verb = r"\s(?:be\s)?(?!(?:an?|the|its|his|her|their|be|this|that)\b)[a-z]+"
        return rf"{pattern}(?:{verb}|\s\Z)"  # the date itself can follow: "put off to May 5"
    return rf"(?-i:{pattern})" if word in names else pattern


class Tense:
    """The tense around any place of a document."""

    def __init__(self, document: Document, lexicon: Lexicon) -> None:
        self._text = document.text
        self._hints = _hints(lexicon)
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
        for m in _CLAUSE_END.finditer(self._text, low, start):
            low = m.end()
        nearest = None
        for m in self._hints.tense.finditer(self._text, low, start):
            if m.lastgroup != "none":
                nearest = m
        if nearest is None:
            behind = self._hints.tense.finditer(self._text, end, high)
            nearest = next((m for m in behind if m.lastgroup != "none"), None)
        if nearest is not None:
            return "future" if nearest.lastgroup == "future" else "past"
        return "future" if _INFINITIVE.search(self._text, low, start) else ""

    def is_future(self, e: Expression) -> bool:
        """Whether the words around an expression tell of what is still to come."""
        return self.at(e.start, e.end) == "future" or self._set_ahead(e)

    def _set_ahead(self, e: Expression) -> bool:
        """Whether a day is named as a deadline or an appointment: "by Friday", "a hearing for Tuesday"."""
        if e.weekday is None and e.day is None or self._text[e.end - 2 : e.end - 1] in _APOSTROPHES:
            return False
        low = max(0, e.start - _NEAR)
        ahead = self._hints.ahead.search(self._text, low, e.start)
        if ahead is None:
            return False
        # "The town had been cleared by Friday" tells how far it had come.
        return _REACHED.search(self._text, self.sentence(e.start, e.end)[0], ahead.start()) is None
