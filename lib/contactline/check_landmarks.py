"""The chronology checks itself: a cue must be words that tell of its landmark, not a number."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from contactline import chronology, lexicon, patterns

_COLUMNS = tuple(column for _, column in chronology.STRENGTHS)
_QUANTIFIERS = frozenset(
    "about almost and approximately around at by close exactly fewer is least less more most nearly of only over "
    "roughly some than the to under up was were".split()
)
_MEASURES = frozenset(
    "acre acres hectare hectares kg kilogram kilograms kilometer kilometers kilometre kilometres km m meter "
    "meters metre metres mile miles per percent square".split()
)


def faults(directory: Path = lexicon.DIRECTORY) -> list[str]:
    """One line for each cue of chronology.csv that is only a number, with its row."""
    return list(_faults(directory))


def _faults(directory: Path) -> Iterator[str]:
    names_no_event = _QUANTIFIERS | _MEASURES | patterns.word_classes(directory)["money"] | _numerals(directory)
    for row in lexicon.rows("chronology", directory):
        for column in _COLUMNS:
            for cue in lexicon.split(row.get(column, "")):
                if all(_number(word) or word in names_no_event for word in cue.lower().split()):
                    yield (
                        f"chronology.csv, line {row['#line']}: {column} {cue!r} is only a number, which tells of "
                        "anything: add the words that name the event"
                    )


def _numerals(directory: Path) -> frozenset[str]:
    words = (row["word"].lower() for table in ("numbers", "multipliers") for row in lexicon.rows(table, directory))
    return frozenset(part for word in words for part in word.split())


def _number(word: str) -> bool:
    """Whether a word has a figure and no letter: "28,120", "99.89%", "62/243"."""
    return any(c.isdigit() for c in word) and not any(c.isalpha() for c in word)
