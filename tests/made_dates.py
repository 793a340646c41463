"""The values of the dates of a made-up text, for tests of single steps of their resolution.

The article's day is Monday 12 May 2031.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from made_documents import document

from contactline import dates
from contactline.dates.anchors import Anchors, Value
from contactline.dates.values import timex
from contactline.lexicon import Lexicon, load
from contactline.records import Timex

MONDAY = date(2031, 5, 12)


def timexes(
    text: str, history: bool = False, day_first: bool = True, article_day: date | None = MONDAY
) -> Iterator[Timex]:
    """Every expression of a text that is said to be news or history, one after the other."""
    made = document(text)
    anchors = Anchors.of(made, article_day, load(), history=history, day_first=day_first)
    for e in dates.find(made, load()):
        found = timex(e, anchors)
        yield found
        anchors = anchors.after(e, Value(found.value, found.basis))


def values(
    text: str, history: bool = False, day_first: bool = True, article_day: date | None = MONDAY
) -> list[str]:
    """The values of its dates; spans of time and what is repeated have none."""
    return [t.value for t in timexes(text, history, day_first, article_day) if t.kind == "date"]


def anchors_after(
    text: str, lexicon: Lexicon, article_day: date | None = MONDAY, history: bool = False
) -> Anchors:
    """The anchors behind the last expression of a text."""
    made = document(text)
    anchors = Anchors.of(made, article_day, lexicon, history=history)
    for e in dates.find(made, lexicon):
        found = timex(e, anchors)
        anchors = anchors.after(e, Value(found.value, found.basis))
    return anchors
