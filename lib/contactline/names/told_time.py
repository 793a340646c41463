"""The time described by a sentence that names somebody: an office is interpreted for that time.

"In 1994 President Aliyev accepted the truce" means the president at that time, whenever the article appeared.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from contactline.lexicon import Lexicon, derived, split_cell
from contactline.lexicon.inflection import verb_forms
from contactline.records import Document, Interval, Mention, Timex

_ADVERBIAL = re.compile(
    r"\b(?:in|on|during|by|around|early in|late in) (?:the )?(?:early |late |mid-)?$", re.IGNORECASE
)
_WORD = re.compile(r"[^\W\d_]+|[;:\"“”]")
_FARTHEST_AFTER = 9  # words between a name and a date behind it
_FARTHEST_CASE = 24  # characters before a date in which its preposition stands
_PARTICIPLE = "ed"
_BOUNDARIES = frozenset(
    "that who which whose whom where when while as since after before because if although though until".split()
) | frozenset(';:"“”')
"""Between a name and a date: another clause begins, whose time is not that of the name's."""


def told_time(mention: Mention, timexes: Sequence[Timex], document: Document, lexicon: Lexicon) -> Interval | None:
    """The days of an explicit date in the clause of a mention; None where there is none."""
    sentence = next((s for s in document.sentences if s.start <= mention.start < s.end), None)
    if sentence is None:
        return None
    text = document.text
    here = [t for t in timexes if sentence.start <= t.start < sentence.end and _tells(t, text, sentence.start)]
    before = [t for t in here if t.end <= mention.start]
    if before:
        between = text[before[-1].end : mention.start]
        return before[-1].interval if _one_clause(between, lexicon) else None
    after = [t for t in here if t.start >= mention.end]
    if not after:
        return None
    words = _WORD.findall(text[mention.end : after[0].words[0]])
    close = len(words) <= _FARTHEST_AFTER and sum(w.endswith(_PARTICIPLE) for w in words) < 2
    return after[0].interval if close and _one_clause(" ".join(words), lexicon) else None


def _tells(timex: Timex, text: str, start: int) -> bool:
    """Whether a date is explicit, with its year, and says when something happened: "in May 1994", not "the 1994
    truce".
    """
    interval = timex.interval
    if timex.kind != "date" or timex.basis != "explicit" or interval.start is None or interval.end is None:
        return False
    first = timex.words[0]
    return (
        first == start
        or _ADVERBIAL.search(text[max(start, first - _FARTHEST_CASE) : first]) is not None
        or (text[first : timex.end].lower().startswith(("in ", "on ", "during ")))
    )


def _one_clause(between: str, lexicon: Lexicon) -> bool:
    """Whether no other clause, and no verb of saying, is between a date and a name."""
    words = _WORD.findall(between.lower())
    return not any(word in _BOUNDARIES or word in _saying(lexicon) for word in words)


@derived
def _saying(lexicon: Lexicon) -> frozenset[str]:
    """All forms of the verbs of saying."""
    rows = [r for r in lexicon.rows("word_classes") if r["class"] == "saying" and r["pos"] == "v"]
    return frozenset(f for r in rows for verb in split_cell(r["words"]) for f in verb_forms(verb, lexicon))
