"""The day of an event that a date hangs on: "a day after the ceasefire"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from contactline.dates import chronology
from contactline.dates.tense import Tense
from contactline.dates.words import Expression
from contactline.lexicon import Lexicon

_WORDS = 120  # characters in which an event is named, and in which a day is told beside it
_EVENT_END = re.compile(r"[.,;:!?\n]|\s(?:and|but|when|which|that|who)\s")
_EMPTY = frozenset(  # words that two events share without being one
    (
        "after",
        "before",
        "their",
        "there",
        "which",
        "would",
        "could",
        "other",
        "first",
        "second",
        "armenia",
        "azerbaijan",
        "armenian",
        "azerbaijani",
    )
)


def day_of(
    e: Expression,
    text: str,
    told: Sequence[tuple[int, int, date]],
    tense: Tense,
    latest: date | None,
    lexicon: Lexicon,
) -> date | None:
    """The first day of the event named behind an expression; None where nothing dates it.

    It is a landmark that the event's words betray (none after ``latest``), or else the last of the days ``told``
    (start, end, day) in another sentence with one of the event's telling words.
    """
    words = _EVENT_END.split(text[e.event : e.event + _WORDS], maxsplit=1)[0]
    landmarks = [
        h.landmark.start
        for h in chronology.find(words, lexicon)
        if h.sure and (latest is None or h.landmark.start <= latest)
    ]
    if landmarks:
        return max(landmarks)
    telling = _telling(words)
    for start, end, day in reversed(told):
        low, high = tense.sentence(start, end)
        if low <= e.start < high:
            continue
        if telling & _telling(text[max(low, start - _WORDS) : min(high, end + _WORDS)]):
            return day
    return None


def _telling(words: str) -> set[str]:
    return set(re.findall(r"[a-z]{5,}", words.lower())) - _EMPTY
