"""Whether a sentence is about sport, whose words for attacks, shots and battles are those of war reports."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from contactline.records import Token

_SCORE = re.compile(r"(?<![\d.,-])\d{1,2}\s?[-–]\s?\d{1,2}(?![\d.,-])")
_TERMS = ("sport_terms", "sport_events", "sport_clubs")
_NOUNS = frozenset({"NOUN", "PROPN"})
_ENOUGH = 2
"""Number of signs in a sentence about sport: a single "goal" or "final" may mean something else."""


def is_sport(tokens: Sequence[Token], text: str, classes: Mapping[str, frozenset[str]]) -> bool:
    """Whether a sentence has at least two signs of sport and no word of arms or casualties.

    Signs are sports terms, clubs, a score, and a word of winning next to a score. ``text``: the article's.
    """
    words = {token.lower for token in tokens}
    if not words.isdisjoint(classes["arms_and_casualties"]):
        return False
    nouns = {token.lower for token in tokens if token.pos in _NOUNS}
    signs = len(frozenset().union(*(nouns & classes[name] for name in _TERMS)))
    beside_score = 1 + (not words.isdisjoint(classes["sport_results"]))
    if signs >= _ENOUGH or signs + beside_score < _ENOUGH:
        return signs >= _ENOUGH  # whatever the score
    return bool(tokens) and _SCORE.search(text, tokens[0].start, tokens[-1].end) is not None
