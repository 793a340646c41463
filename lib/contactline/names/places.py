"""Places: the table, its names, and the words around a name in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from contactline.lexicon import Lexicon, derived
from contactline.names.index import NameSense, folded_words, shape_of

_FARTHEST_BEFORE = 90  # characters looked at before a name
_FARTHEST_AFTER = 30  # characters looked at after a name
_SENTENCE_MARKS = ".;:!?"
_WORD = re.compile(r"[^\W_]+(?:['-][^\W_]+)*|[.,;:!?()\"«»“”]")


@dataclass(frozen=True, slots=True)
class Place:
    """A row of places.csv. ``extent``: point, area or line. ``lat``, ``lon``: degrees (WGS 84), None without a
    position.

    ``radius_km``: half its width, or the precision of the position. ``actor``: who is meant by the name when it
    acts.
    """

    place_id: str
    name: str
    name_other: str
    kind: str
    extent: str
    country: str
    admin: str
    lat: float | None
    lon: float | None
    radius_km: float
    actor: str

    @property
    def label(self) -> str:
        """Both names where there are two: "Stepanakert / Khankendi"."""
        return f"{self.name} / {self.name_other}" if self.name_other else self.name

    @property
    def province(self) -> str:
        """The first word of the administrative unit, which all names of a province share.

        For a province itself, the first word of its name.
        """
        unit = self.admin or (self.name if self.kind in ("region", "district") else "")
        return unit.split(" ")[0]


@derived
def places(lexicon: Lexicon) -> dict[str, Place]:
    """The places by id."""
    return {
        r["place_id"]: Place(
            r["place_id"],
            r["name"],
            r["name_other"],
            r["kind"],
            r["extent"],
            r["country"],
            r["admin"],
            float(r["lat"]) if r["lat"] else None,
            float(r["lon"]) if r["lon"] else None,
            float(r["radius_km"] or 0),
            r["actor"],
        )
        for r in lexicon.rows("places")
    }


def senses(lexicon: Lexicon) -> Iterator[tuple[str, NameSense]]:
    """The names of places with what they stand for, for the index of all names."""
    table = places(lexicon)
    for r in lexicon.rows("place_names"):
        yield (
            r["name"],
            NameSense(
                "place",
                r["place_id"],
                r["form"],
                weak=r["strength"] == "weak",
                near=folded_words(r["near"]),
                article=folded_words(r["article"]),
                country=table[r["place_id"]].country,
                shape=shape_of(r["name"]),
            ),
        )


@derived
def cues(lexicon: Lexicon) -> dict[str, frozenset[str]]:
    """The words of place_cues.csv by cue."""
    found: dict[str, set[str]] = {}
    for r in lexicon.rows("place_cues"):
        found.setdefault(r["cue"], set()).add(r["word"])
    return {cue: frozenset(words) for cue, words in found.items()}


def words_before(folded: str, start: int) -> list[str]:
    """The words before a name in its sentence, the last first; a full stop or the like ends them."""
    first = max(0, start - _FARTHEST_BEFORE)
    for mark in _SENTENCE_MARKS:
        first = max(first, folded.rfind(mark, first, start) + 1)
    found = _WORD.findall(folded, first, start)
    found.reverse()
    return found


def word_after(folded: str, end: int) -> str:
    """The next word or punctuation mark after a name ("" at the end of the text)."""
    match = _WORD.search(folded, end, end + _FARTHEST_AFTER)
    return match[0] if match else ""
