"""Runs of capitalised words, in which names that are in no table are looked for.

Lines in which every longer word has a capital are headlines and show nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain, pairwise
from typing import NamedTuple

from contactline.names.article_context import ArticleContext

_UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪĮİŁŃŅŇŐŒŘŚŞŠŢŤŪŮŰŲŹŻŽƏȘȚ"
WORD = rf"[{_UPPER}][^\W\d_]+(?:['’-][^\W\d_]+)*"
"""A capitalised word of two letters or more, with what hyphens and apostrophes join to it."""
_PARTICLE = r"(?:al|el|de|del|der|den|di|da|van|von|bin|ibn|ben|oglu|oghlu|ogly|qizi|gizi|kyzy|ter)"
_INITIAL = rf"[{_UPPER}]\.(?=[ {_UPPER}])"
_RUN = re.compile(
    rf"[{_UPPER}](?:[^\W\d_]+(?:['’-][^\W\d_]+)*|\.(?=[ {_UPPER}]))(?: (?:{_PARTICLE}[ -])?(?:{WORD}|{_INITIAL}))*"
)
_WRAPPED = 40  # characters; the sentence of a longer line may continue on the next one
_FARTHEST_WORD = 24  # characters before a row in which the word before it begins
_POSSESSIVE = ("'s", "’s")
_SENTENCE_ENDS = '.!?:;"»”“«\n'
_LONG_WORD = re.compile(r"[^\W\d_]{4,}")
_HEADLINE_WORDS = 4  # least number of longer words in a headline


class CapitalWord(NamedTuple):
    """A word of a run: its start and end without "'s", and the folded word."""

    start: int
    end: int
    folded: str


def runs(context: ArticleContext) -> Iterator[list[CapitalWord]]:
    """Yield the runs of capitalised words from left to right; "'s" also ends a run.

    A single word is left out unless a rank or the like stands before it, or it is the head of a body's name.
    """
    folded, ranks, heads = context.folded, context.known.person_words, context.known.body_heads
    for match in _RUN.finditer(_unwrapped(context.text)):
        run, start = match[0], match.start()
        if start and folded[start - 1].isalnum():
            continue
        if " " in run or _word_before(folded, start) in ranks or run in heads:
            yield from _parts(start, run, folded)


def follows_rank(start: int, context: ArticleContext) -> bool:
    """Whether a rank, office or profession stands right before a position ("spokesman", "Col.")."""
    return _word_before(context.folded, start) in context.known.person_words


def _word_before(folded: str, start: int) -> str:
    """The word separated by a blank from a position, without a full stop; "" where there is none."""
    if start == 0 or folded[start - 1] != " ":
        return ""
    before = folded[max(0, start - _FARTHEST_WORD) : start - 1]
    return before[before.rfind(" ") + 1 :].strip("\"'(“.")


def _unwrapped(text: str) -> str:
    """A text in which long lines are joined by blanks to the lines that continue them."""
    if "\n" not in text:
        return text
    lines = text.split("\n")
    joints = [" " if len(line) >= _WRAPPED and after else "\n" for line, after in pairwise(lines)]
    return "".join(chain.from_iterable(zip(lines, [*joints, ""], strict=True)))


def _parts(start: int, run: str, folded: str) -> Iterator[list[CapitalWord]]:
    """Yield the words of a run, divided after a possessive. ``folded``: the whole text."""
    words: list[CapitalWord] = []
    for piece in run.split(" "):
        owns = piece.endswith(_POSSESSIVE)
        word = piece[:-2] if owns else piece
        words.append(CapitalWord(start, start + len(word), folded[start : start + len(word)]))
        start += len(piece) + 1
        if owns:
            yield words
            words = []
    if words:
        yield words


def begins_sentence(start: int, context: ArticleContext) -> bool:
    """Whether a word at ``start`` is the first of a sentence, a quotation or a line."""
    before = context.text[max(0, start - 3) : start].rstrip(" ")
    return not before or before[-1] in _SENTENCE_ENDS


def is_in_headline(start: int, text: str) -> bool:
    """Whether a line without a full stop has several longer words and all of them begin with a capital."""
    first = text.rfind("\n", 0, start) + 1
    end = text.find("\n", start)
    line = text[first : end if end >= 0 else len(text)]
    if line.rstrip().endswith((".", "!", ":")):
        return False
    words = _LONG_WORD.findall(line)
    return len(words) >= _HEADLINE_WORDS and all(w[0].isupper() for w in words)
