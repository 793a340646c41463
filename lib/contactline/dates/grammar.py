"""The shapes of date expressions, compiled over the words of a lexicon."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from contactline.dates.matches import Match, expression, words_of
from contactline.dates.shapes import SHAPES, STARTERS, Shape
from contactline.dates.slots import filled, slots
from contactline.dates.words import DateWords, Expression, date_words, starter_of
from contactline.lexicon import Lexicon, derived

_DEPTH = 2  # parts within parts ("the end of early 2021"): hostile text could nest them without end
_THE = re.compile(r"the\s{1,3}", re.I)
_UNIT = re.compile(r"(month|year|week|decade)\b(?!\s{1,3}(?:of|before|after|ago))", re.I)
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Grammar:
    """The shapes by what they can begin with, each with its compiled pattern, in the order of trial."""

    words: DateWords
    shapes: dict[str, tuple[tuple[re.Pattern[str], Shape], ...]]

    def read(self, text: str, at: int, starter: str, depth: int = 0) -> tuple[Shape | None, list[Expression]]:
        """The first shape that fits at an offset, with its expressions ("20 and 22 May" has two).

        ``starter``: one of shapes.STARTERS, what is found at the offset; (None, []) where no expression begins.
        """
        for pattern, shape in self.shapes[starter]:
            m = pattern.match(text, at)
            if m is None:
                continue
            found = shape.build(m, self.words) if shape.build else self._with_part(m, depth)
            if found:
                return shape, found
        return None, []

    def _with_part(self, m: Match, depth: int) -> list[Expression]:
        """Read "mid-September", "the end of 2022", "early on Monday", "the end of the month"."""
        text, at = m.string, m.end()
        part = self.words.parts[words_of(m, "part") or words_of(m, "part2")]
        the = _THE.match(text, at)
        unit = _UNIT.match(text, the.end()) if the else None
        if unit is not None:
            span = (m.start(), unit.end())
            return [expression(m, "shift", span, unit=unit[1].lower(), offset=0, part=part)]
        word = _WORD.match(text, at)
        if word is None or depth >= _DEPTH:
            return []
        _, inner = self.read(text, at, starter_of(word[0], self.words), depth + 1)
        if not inner or inner[0].kind != "date" or inner[0].form == "vague":
            return []
        first, end = inner[0], inner[-1].end
        if first.day is not None or first.weekday is not None or first.unit == "day" or first.form == "holiday":
            part = ""  # "early on Monday": still that day
        whole = replace(
            first,
            start=m.start(),
            text=text[m.start() : first.end],
            part=part or first.part,
            words=(m.start(), max(end, first.words[1])),
        )
        return [whole, *inner[1:]]


@derived
def grammar(lexicon: Lexicon) -> Grammar:
    """The shapes over the words of a lexicon, compiled once."""
    words = date_words(lexicon)
    pieces = slots(words)
    compiled = [(re.compile(filled(shape.pattern, pieces)), shape) for shape in SHAPES]
    return Grammar(
        words,
        {starter: tuple(x for x in compiled if starter in x[1].starters) for starter in STARTERS},
    )
