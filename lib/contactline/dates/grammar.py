"""The shapes of date expressions, compiled with the words of a lexicon."""

from __future__ import annotations

import re
from dataclasses import dataclass

from contactline.dates.shapes import SHAPES, STARTERS, Shape
from contactline.dates.slots import filled, slots
from contactline.dates.words import DateWords, Expression, date_words, starter_of
from contactline.lexicon import Lexicon, derived

_DEPTH = 2  # most parts within parts ("the end of early 2021"), so that hostile text cannot nest them endlessly
# further kinds of expression that such a word can begin
_ALSO = {"ordinal": ("other",), "tens": ("number", "ordinal", "other")}
_WORDS = re.compile(r"([^\W\d_]+|\d+)(?:\s{1,3}(\w+))?")  # a word and the next


@dataclass(frozen=True, slots=True)
class Grammar:
    """The shapes by what they can begin with, each with its compiled pattern, in the order in which they are
    tried.
    """

    words: DateWords
    shapes: dict[str, tuple[tuple[re.Pattern[str], Shape], ...]]

    def read(self, text: str, at: int, starter: str, depth: int = 0) -> tuple[Shape | None, list[Expression]]:
        """The first shape that fits at an offset, with its expressions ("20 and 22 May" has two).

        ``starter``: what is found at the offset: one of shapes.STARTERS, or "tens", with which a number or an
        ordinal can begin; (None, []) where no expression begins.
        """
        for pattern, shape in self.shapes[starter]:
            m = pattern.match(text, at)
            if m is None:
                continue
            if shape.build:
                found = shape.build(m, self.words)
            elif shape.join:
                found = shape.join(m, self.words, self._behind(text, m.end(), depth))
            if found:
                return shape, found
        return None, []

    def _behind(self, text: str, at: int, depth: int) -> list[Expression]:
        """The expressions after a beginning ("the end of ..."), [] where there is no date."""
        words = _WORDS.match(text, at)
        if words is None or depth >= _DEPTH:
            return []
        starter = starter_of(words[1], self.words, words[2] or "")
        return self.read(text, at, starter, depth + 1)[1]


@derived
def grammar(lexicon: Lexicon) -> Grammar:
    """The shapes over the words of a lexicon, compiled once."""
    words = date_words(lexicon)
    pieces = slots(words)
    compiled = [(re.compile(filled(shape.pattern, pieces)), shape) for shape in SHAPES]
    return Grammar(
        words,
        {
            starter: tuple(x for x in compiled if {starter, *_ALSO.get(starter, ())} & set(x[1].starters))
            for starter in (*STARTERS, "tens")
        },
    )
