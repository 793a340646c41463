"""Places: the tables, and whether a country's or capital's name is meant as a place or as who acts there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from contactline.lexicon import Lexicon, derived, split_cell
from contactline.names.index import Entry, fold, shape_of

DISPUTING = ("ARM", "AZE")  # small places of these countries are only read in articles about the region
ACTING = ("country", "capital", "base")  # kinds whose names are actors unless a word beside them says place
BEFORE = 90  # characters looked at before a name
_WORD = re.compile(r"[^\W_]+(?:['-][^\W_]+)*|[.,;:!?()\"«»“”]")


@dataclass(frozen=True, slots=True)
class Place:
    """A row of places.csv. ``extent``: point, area or line. ``lat``, ``lon``: degrees, WGS 84.

    ``radius_km``: half its width, or how exact the point is. ``actor``: whom the name stands for when it acts.
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


def entries(lexicon: Lexicon) -> Iterator[tuple[str, Entry]]:
    """The names of places for the index of all names."""
    table = places(lexicon)
    for r in lexicon.rows("place_names"):
        yield (
            r["name"],
            Entry(
                "place",
                r["place_id"],
                r["form"],
                weak=r["strength"] == "weak",
                near=words(r["near"]),
                article=words(r["article"]),
                country=table[r["place_id"]].country,
                shape=shape_of(r["name"]),
            ),
        )


def words(cell: str) -> tuple[str, ...]:
    """A list cell as folded words."""
    return tuple(fold(w) for w in split_cell(cell))


@derived
def cues(lexicon: Lexicon) -> dict[str, frozenset[str]]:
    """The words of place_cues.csv by cue."""
    found: dict[str, set[str]] = {}
    for r in lexicon.rows("place_cues"):
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


def is_place(folded: str, start: int, end: int, kind: str, after_place: bool, lexicon: Lexicon) -> bool:
    """Whether the name of a country, capital or region at start..end is meant as a place, not as who acts there.

    ``kind`` is the place's kind. ``after_place``: the name before it, joined by "and" or a comma, is a place.
    Countries and capitals are actors unless a word beside them says place; regions and other towns the other way
    round.
    """
    cue = cues(lexicon)
    before = words_before(folded, start)
    following = word_after(folded, end)
    if kind not in ACTING:
        return following not in cue["act"] or bool(before and before[0] in cue["preposition"])
    if kind == "country" and folded[end : end + 2] == "'s":
        return False
    while before and before[0] == "the":
        before = before[1:]
    last = before[0] if before else ""
    if kind == "country" and last == "in" and before[1:2] and before[1] in cue["actor_in"]:
        return False
    if last in cue["direction"] or last in cue["locative"] or last in cue["direct"] or following in cue["after"]:
        return True
    if kind != "country" and (last in cue["struck"] or following in cue["held_in"]):
        return True
    reach = 5 if kind == "country" else 10  # "to" is a place's more often before a capital
    if last == "to":
        directly = any(w in cue["to_directly"] for w in before[1:2])
        return after_place or directly or any(w in cue["to_motion"] for w in before[1:reach])
    if last == "for" and any(w in cue["for_after"] for w in before[1:2]):
        return True
    if last == "from":
        return kind != "country" or any(w in cue["from_motion"] for w in before[1:5])
    if last == "of":
        kinds = cue["compass"] if kind == "country" else cue["compass"] | cue["town_of"]
        return any(w in kinds for w in before[1:2])
    if after_place:
        return following not in cue["act"]
    if kind == "country":
        return False
    if last == ",":
        return before[1:2] == ["capital"] or following in (",", ".", ")", "")
    return last in ("capital", "city")
