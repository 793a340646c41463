"""The dated landmarks of the conflict, and the words of a text that refer to them.

An article that refers to a landmark as past was written after it. The cues (words for a landmark) differ in
strength: a weak one (a place, a figure of speech) shows nothing by itself; a lasting one (a war's name) is used
long after the event.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import ahocorasick

from contactline.lexicon import Lexicon, derived, split_cell

STRENGTHS = (("news", "cues"), ("lasting", "lasting_cues"), ("weak", "weak_cues"))


@dataclass(frozen=True, slots=True)
class Landmark:
    """A row of chronology.csv. ``start`` and ``end``: its first and last day. ``parties``: country codes.

    ``place``: the name of its place, "" where unknown.
    """

    landmark_id: str
    name: str
    start: date
    end: date
    kind: str
    importance: int
    parties: tuple[str, ...]
    place: str = ""


@dataclass(frozen=True, slots=True)
class CueMatch:
    """The words ``text[start:end]``, which are a cue of a landmark.

    ``cue``: as in the table, in lower case. ``strength``: news, lasting or weak. ``shared_by``: the number of
    landmarks with the same cue.
    """

    start: int
    end: int
    landmark: Landmark
    cue: str
    strength: str
    shared_by: int

    @property
    def sure(self) -> bool:
        """Whether the words by themselves show that this landmark is meant."""
        return self.strength != "weak" and self.shared_by == 1


@derived
def landmarks(lexicon: Lexicon) -> tuple[Landmark, ...]:
    """The landmarks in the order of their first days."""
    found = [
        Landmark(
            row["landmark_id"],
            row["name"],
            date.fromisoformat(row["date_start"]),
            date.fromisoformat(row["date_end"]),
            row["kind"],
            int(row["importance"]),
            tuple(split_cell(row["parties"])),
            row.get("place", ""),
        )
        for row in lexicon.rows("chronology")
    ]
    return tuple(sorted(found, key=lambda x: (x.start, x.landmark_id)))


@derived
def _automaton(lexicon: Lexicon) -> ahocorasick.Automaton:
    by_id = {x.landmark_id: x for x in landmarks(lexicon)}
    cues: dict[str, list[tuple[Landmark, str]]] = {}
    for row in lexicon.rows("chronology"):
        for strength, column in STRENGTHS:
            for cue in split_cell(row.get(column, "")):
                cues.setdefault(cue.lower(), []).append((by_id[row["landmark_id"]], strength))
    automaton = ahocorasick.Automaton()
    for cue, owners in cues.items():
        automaton.add_word(cue, (cue, tuple(owners)))
    automaton.make_automaton()
    return automaton


def find(text: str, lexicon: Lexicon) -> tuple[CueMatch, ...]:
    """Every cue of a landmark in a text, in the order of the text; a cue of two landmarks twice."""
    lower = text.lower()
    if len(lower) != len(text):  # a character whose lower case is longer would shift the offsets
        lower = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    found: list[CueMatch] = []
    for last, (cue, owners) in _automaton(lexicon).iter(lower):
        start, end = last + 1 - len(cue), last + 1
        if (start and lower[start - 1].isalnum()) or (end < len(lower) and lower[end].isalnum()):
            continue
        found.extend(CueMatch(start, end, landmark, cue, strength, len(owners)) for landmark, strength in owners)
    return tuple(sorted(found, key=lambda match: (match.start, match.end, match.landmark.landmark_id)))
