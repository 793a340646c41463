"""Past or future: whether the words around a date say that it is before or after the article's day."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Container
from dataclasses import dataclass

from contactline.dates.words import Expression, date_words
from contactline.lexicon import Lexicon, derived
from contactline.records import Document

_NEAR = 150  # characters on either side of a date in which a verb decides its tense
_LONGEST_SENTENCE = 300  # most characters on either side of a date that are read of its sentence
SENTENCE_END = re.compile(r"[.!?]['\"”’)]?\s*(?=[A-Z“\"])|\n")
_CLAUSE_END = re.compile(rf"{SENTENCE_END.pattern}|;\s")
_CLAUSE_BEGINS = re.compile(rf"{_CLAUSE_END.pattern}|\bthat\s|,\s(?:and|but)\s")
IN_BEFORE = re.compile(r"\bin\s(?:(?:about|around|roughly|approximately|just|only|exactly|another)\s)?$", re.I)
"""The word that makes a number of days after it a future date or a duration: "in ten days"."""
_FIRST_TIME = re.compile(  # "for the second time in two weeks", "the deadliest attack in a year"
    r"(?:\btimes?|\btwice|\bonce|(?:\b(?:first|second|third|most|only)|\w+(?:th|est))\s[a-z-]+(?:\s[a-z-]+)?)\s$",
    re.I,
)
_APOSTROPHES = ("'", "’")
_PAST_BEFORE = re.compile(r"\b(?:had|was|were)\b[^,;]*$")  # "the town had been cleared by Friday"
_HAD_BEHIND = re.compile(r"[^.;:\n]{0,60}?\b(?:had|was|were)\b")  # "By Friday forty had left"
_DEADLINE_BEHIND = re.compile(
    r"\s(?:night\s|noon\s|midnight\s)?deadline\b(?!\s(?:had|has|was|came|went|passed|expired|lapsed))"
)
_INFINITIVE = re.compile(
    r"\sto\s(?!(?:the|his|her|its|their|our|this|that|all|both|each)\b)[a-z]{3,}\s"
)  # of a headline: "Ministers to hold talks Friday"

_MODAL = (
    r"(?:(?:will|would|shall|should|could|might|must|won['’]t|['’]ll)"
    r"(?:\s(?:not|also|soon|now|then|[a-z]+ly))?(?:\snot)?)"
)


@dataclass(frozen=True, slots=True)
class _Hints:
    """The rows of tense_hints.csv and the verb forms that the code knows, as patterns.

    ``tense``: the name of the group that matches is none, future, past or past2. ``ahead``: words after which a
    day is still to come.
    """

    tense: re.Pattern[str]
    ahead: re.Pattern[str]


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
    """The pattern of a hint: with its verb if it ends in "to", in lower case if it is a month as well ("may")."""
    pattern = re.escape(word).replace(r"\ ", r"\s")
    if word.endswith(" to"):
        verb = r"\s(?:be\s)?(?!(?:an?|the|its|his|her|their|be|this|that)\b)[a-z]+"
        return rf"{pattern}(?:{verb}|\s\Z)"  # the date itself can follow: "put off to May 5"
    return rf"(?-i:{pattern})" if word in names else pattern


class Tense:
    """The tense at any position of a document, from its sentences and the rows of tense_hints.csv."""

    def __init__(self, document: Document, lexicon: Lexicon) -> None:
        self._text = document.text
        self._hints = _hints(lexicon)
        self._starts = [s.start for s in document.sentences]
        self._ends = [s.end for s in document.sentences]
        self._at: dict[tuple[int, int], str] = {}  # several rules ask about the same date

    def sentence(self, start: int, end: int) -> tuple[int, int]:
        """The bounds of the sentence around ``start..end``, at most 300 characters to either side."""
        low, high = max(0, start - _LONGEST_SENTENCE), min(len(self._text), end + _LONGEST_SENTENCE)
        i = bisect_right(self._starts, start) - 1
        if i >= 0 and self._ends[i] >= start:
            low, high = max(low, self._starts[i]), min(high, self._ends[i])
        return low, high

    def at(self, start: int, end: int) -> str:
        """past, future or "": from the nearest hint before ``start`` in the sentence, else from the first one
        after.
        """
        found = self._at.get((start, end))
        if found is None:
            found = self._at[start, end] = self._found_at(start, end)
        return found

    def _found_at(self, start: int, end: int) -> str:
        low, high = self.sentence(start, end)
        low, high = max(low, start - _NEAR), min(high, end + _NEAR)
        for m in _CLAUSE_END.finditer(self._text, low, start):
            low = m.end()
        nearest = self._last_hint(low, start) or self._first_hint(end, high)
        return nearest or ("future" if _INFINITIVE.search(self._text, low, start) else "")

    def _last_hint(self, low: int, high: int) -> str:
        """past or future by the last hint in a span of the text, "" where there is none."""
        found = [m.lastgroup for m in self._hints.tense.finditer(self._text, low, high) if m.lastgroup != "none"]
        return "" if not found else "future" if found[-1] == "future" else "past"

    def _first_hint(self, low: int, high: int) -> str:
        """As ``_last_hint``, by the first one."""
        for m in self._hints.tense.finditer(self._text, low, high):
            if m.lastgroup != "none":
                return "future" if m.lastgroup == "future" else "past"
        return ""

    def lies_ahead(self, e: Expression) -> bool:
        """Whether "in ten days" is a time to come, and not how long something took.

        It is behind a verb of the future ("will leave in ten days"), and at the beginning of a clause before one.
        """
        low, high = self.sentence(e.start, e.end)
        for m in _CLAUSE_BEGINS.finditer(self._text, low, e.start):
            low = m.end()
        before = IN_BEFORE.search(self._text, low, e.start)
        at = before.start() if before else e.start
        if not self._text[low:at].strip("\"“”' "):
            return self._first_hint(e.end, high) == "future"
        if _FIRST_TIME.search(self._text, low, at):
            return False
        return self._last_hint(low, at) == "future" or self._hints.ahead.search(self._text, low, at) is not None

    def is_future(self, e: Expression) -> bool:
        """Whether the words around an expression are about the future."""
        return self.at(e.start, e.end) == "future" or self._is_deadline(e)

    def _is_deadline(self, e: Expression) -> bool:
        """Whether a day is named as a deadline or an appointment: "by Friday", "a hearing for Tuesday"."""
        if e.weekday is None and e.day is None or self._text[e.end - 2 : e.end - 1] in _APOSTROPHES:
            return False
        low = max(0, e.start - _NEAR)
        if e.weekday is not None and _DEADLINE_BEHIND.match(self._text, e.end):
            return True
        ahead = self._hints.ahead.search(self._text, low, e.start)
        if ahead is None:
            return False
        sentence = self.sentence(e.start, e.end)[0]
        if not self._text[sentence : ahead.start()].strip() and _HAD_BEHIND.match(self._text, e.end):
            return False
        return _PAST_BEFORE.search(self._text, sentence, ahead.start()) is None
