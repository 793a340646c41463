"""Places: the tables, the choice among places of one name, and whether a country's or capital's name is a place or an actor."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from contactline import lexicon
from contactline.matching import Entry, fold, shape_of

DISPUTING = ("ARM", "AZE")  # small places of these countries are only read in articles about the region
BEFORE = 70  # characters looked at before a name
_WORD = re.compile(r"[^\W_]+(?:['-][^\W_]+)*|[.,;:!?()\"«»“”]")


@dataclass(frozen=True, slots=True)
class Place:
    """A row of places.csv. ``extent``: point, area or line. ``radius_km``: half its width, or how exact the point is.

    ``actor``: the actor that the name stands for when it acts, "" where there is none. ``lat``, ``lon``: degrees, WGS 84.
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


@cache
def places(directory: Path = lexicon.DIRECTORY) -> dict[str, Place]:
    """The places by id."""
    return {
        r["place_id"]: Place(
            r["place_id"], r["name"], r["name_other"], r["kind"], r["extent"], r["country"], r["admin"],
            float(r["lat"]) if r["lat"] else None, float(r["lon"]) if r["lon"] else None,
            float(r["radius_km"] or 0), r["actor"],
        )
        for r in lexicon.rows("places", directory)
    }


def entries(directory: Path = lexicon.DIRECTORY) -> Iterator[tuple[str, Entry]]:
    """The names of places for the index of all names."""
    table = places(directory)
    for r in lexicon.rows("place_names", directory):
        yield r["name"], Entry(
            "place", r["place_id"], weak=r["strength"] == "weak", near=words(r["near"]), article=words(r["article"]),
            country=table[r["place_id"]].country, shape=shape_of(r["name"]),
        )


def words(cell: str) -> tuple[str, ...]:
    """A list cell as folded words."""
    return tuple(fold(w) for w in lexicon.split(cell))


@cache
def cues(directory: Path = lexicon.DIRECTORY) -> dict[str, frozenset[str]]:
    """The words of place_cues.csv by cue."""
    found: dict[str, set[str]] = {}
    for r in lexicon.rows("place_cues", directory):
        found.setdefault(r["cue"], set()).add(r["word"])
    return {cue: frozenset(held) for cue, held in found.items()}


def words_before(folded: str, start: int) -> list[str]:
    """The words before a name in its sentence, the last first; a full stop or the like ends them."""
    found = _WORD.findall(folded[max(0, start - BEFORE) : start])
    found.reverse()
    for i, word in enumerate(found):
        if word in ".;:!?":
            return found[:i]
    return found


def word_after(folded: str, end: int) -> str:
    """The next word or mark after a name ("" at the end of the text)."""
    match = _WORD.search(folded, end, end + 30)
    return match[0] if match else ""


def is_place(folded: str, start: int, end: int, kind: str, after_place: bool, directory: Path = lexicon.DIRECTORY) -> bool:
    """Whether the name of a country, capital or region at start..end is meant as a place, not as who acts there.

    ``kind`` is the place's kind. ``after_place``: the name before it, joined by "and" or a comma, is a place.
    Countries and capitals are actors unless a word beside them says place; regions and other towns the other way round.
    """
    cue = cues(directory)
    before = words_before(folded, start)
    while before and (before[0] == "the" or before[0] in cue["direction"]):
        if before[0] in cue["direction"]:
            return True
        before = before[1:]
    last = before[0] if before else ""
    following = word_after(folded, end)
    possessive = following == "s" or folded[end : end + 2] == "'s"
    if last in cue["locative"]:
        return True
    if not possessive and following in cue["after"]:
        return True
    if last in cue["direct"]:
        return True
    if last in ("to", "from") or (last == "for" and "left" in before[1:3]):
        motion = cue["to_motion"] if last != "from" else cue["from_motion"]
        return any(w in motion for w in before[1:5]) or kind not in ("country",) and last == "from"
    if last == "of":
        if before[1:2] and before[1] in cue["compass"]:
            return True
        if kind == "country":
            return False
    if kind in ("country", "capital", "base"):
        if after_place and following not in cue["act"]:
            return True
        if kind == "country":
            return last == "," and not possessive and after_place
        return last in (",", "capital", "city") and following in (",", ".", ")", "")
    if last in cue["actor"] and kind != "region":
        return following not in cue["act"]
    return not (following in cue["act"] and last not in (",",))
