"""A check of the chronology: the cue of a landmark must contain words about it, not only a number."""

from __future__ import annotations

from contactline.dates import chronology
from contactline.lexicon import Lexicon, patterns, split_cell
from contactline.lexicon.table import LINE, Fault

_COLUMNS = tuple(column for _, column in chronology.STRENGTHS)
_QUANTIFIERS = frozenset(
    "about almost and approximately around at by close exactly fewer is least less more most nearly of only over "
    "roughly some than the to under up was were".split()
)
_MEASURES = frozenset(
    "acre acres hectare hectares kg kilogram kilograms kilometer kilometers kilometre kilometres km m meter "
    "meters metre metres mile miles per percent square".split()
)


def faults(lexicon: Lexicon) -> list[Fault]:
    """Return the cues of chronology.csv that are only a number, with or without a unit ("28,120", "361 tons")."""
    names_no_event = _QUANTIFIERS | _MEASURES | patterns.word_classes(lexicon)["money"] | _numerals(lexicon)
    return [
        Fault(
            "chronology",
            int(row[LINE]),
            column,
            cue,
            "words that name the event; a number alone may mean anything",
        )
        for row in lexicon.rows("chronology")
        for column in _COLUMNS
        for cue in split_cell(row[column])
        if all(_number(word) or word in names_no_event for word in cue.lower().split())
    ]


def _numerals(lexicon: Lexicon) -> frozenset[str]:
    words = (row["word"].lower() for table in ("numbers", "multipliers") for row in lexicon.rows(table))
    return frozenset(part for word in words for part in word.split())


def _number(word: str) -> bool:
    """Whether a word has digits and no letters: "28,120", "99.89%", "62/243"."""
    return any(c.isdigit() for c in word) and not any(c.isalpha() for c in word)
