"""Dated landmarks of the conflict, and where a text speaks of them.

A landmark that a text tells as past bounds the text's own day from below. Its cues vary in strength: a weak one (a
place, a figure of speech) tells nothing by itself; a lasting one (a war's name) is used long after the news.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import ahocorasick

from contactline.lexicon import Lexicon, derived, split_cell

STRENGTHS = (("news", "cues"), ("lasting", "lasting_cues"), ("weak", "weak_cues"))


@dataclass(frozen=True, slots=True)
class Landmark:
    """A row of chronology.csv; both ends of the days included."""

    landmark_id: str
    name: str
    start: date
    end: date
    kind: str
    importance: int
    parties: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """Words ``text[start:end]`` that betray a landmark.

    ``strength``: news, lasting or weak; ``rivals``: how many landmarks share them.
    """

    start: int
    end: int
    landmark: Landmark
    cue: str
    strength: str
    rivals: int

    @property
    def sure(self) -> bool:
        """Whether the words betray this landmark by themselves."""
        return self.strength != "weak" and self.rivals == 1


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


def find(text: str, lexicon: Lexicon) -> tuple[Hit, ...]:
    """Every place where the text's words betray a landmark, in order."""
    lower = text.lower()
    if len(lower) != len(text):  # a letter whose lower case is longer would shift the offsets
        lower = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    found: list[Hit] = []
    for last, (cue, owners) in _automaton(lexicon).iter(lower):
        start, end = last + 1 - len(cue), last + 1
        if (start and lower[start - 1].isalnum()) or (end < len(lower) and lower[end].isalnum()):
            continue
        found.extend(Hit(start, end, landmark, cue, strength, len(owners)) for landmark, strength in owners)
    return tuple(sorted(found, key=lambda h: (h.start, h.end, h.landmark.landmark_id)))
