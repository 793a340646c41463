"""What in a report can match a landmark of the chronology: its days, its parties, its words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta

from contactline.dates.chronology import Landmark
from contactline.lexicon import Lexicon, derived
from contactline.lexicon.conflict import ConflictParties
from contactline.linking.reports import CARRIED, Publication, Report

AROUND = timedelta(days=1)
"""Tolerance in days between reports of one event: it may have been signed at night, or in another time zone."""
FEW_DAYS = timedelta(days=4)
"""A report with a span of at most this length is about single acts."""
YEAR = timedelta(days=364)
IMPORTANT = 1
"""The importance of landmarks that many articles mention."""
OF_A_WAR = 1000
"""A number of dead that only a war can have, whoever fought it."""
_YEAR_NUMBER = re.compile(r"\b(?:19|20)[0-9]{2}\b")
_DECADE = re.compile(r"\b(?:19)?([2-9]0)s\b")
_BESIDE = 10
"""Characters before a trigger in which a year belongs to it."""
_BEHIND = 14
"""Characters after a trigger in which a year or decade belongs to it: "end of the 2016 war", "war in the 90s"."""
_CIVILIANS = "CIV"


@dataclass(frozen=True, slots=True)
class LandmarkMatch:
    """A landmark that a report is about, and which part of it: "war", "outbreak" or "accord"."""

    landmark: Landmark
    part: str

    @property
    def description(self) -> str:
        """What the reports of this landmark have in common, in words."""
        if self.part == "outbreak":
            return f"all report the outbreak of {self.landmark.name}"
        return f"all report {self.landmark.name} (a landmark of the chronology)"


def has_days(report: Report, publication: Publication) -> bool:
    """Whether a report has days of its own, not taken from its article or from the sentences before it."""
    days = report.start, report.end
    if None in days or report.date_basis in CARRIED:
        return False
    return report.start == report.end or days != (publication.first, publication.last)


def is_short(report: Report) -> bool:
    """Whether a report's days are few enough for a single act."""
    return report.start is not None and report.end is not None and report.end - report.start <= FEW_DAYS


def is_of_years(report: Report) -> bool:
    """Whether a report's days span a year or more."""
    return report.start is not None and report.end is not None and report.end - report.start >= YEAR


def years_of(text: str) -> frozenset[int]:
    """The years written as numbers in a text."""
    return frozenset(map(int, _YEAR_NUMBER.findall(text)))


def years_beside(report: Report) -> frozenset[int]:
    """The years right before and after a report's trigger: "a 1994 truce"."""
    return years_of(_beside(report))


def decades_beside(report: Report) -> frozenset[int]:
    """The first years of the decades right before and after a report's trigger: "war in the 90s"."""
    return frozenset(1900 + int(tens) for tens in _DECADE.findall(_beside(report)))


def _beside(report: Report) -> str:
    at = max(0, report.sentence.find(report.words))
    return report.sentence[max(0, at - _BESIDE) : at + len(report.trigger) + _BEHIND]


@derived
def _wide_places(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(row["place_id"] for row in lexicon.rows("places") if row["kind"] in ("region", "country"))


def is_local(report: Report, lexicon: Lexicon) -> bool:
    """Whether a report names a place that is too small for a war: a town, a district, a road."""
    return report.place_id is not None and report.place_id not in _wide_places(lexicon)


@derived
def _words(lexicon: Lexicon) -> dict[str, re.Pattern[str]]:
    return {row["part"]: re.compile(row["words"], re.IGNORECASE) for row in lexicon.rows("war_words")}


def says(part: str, text: str, lexicon: Lexicon) -> bool:
    """Whether a text contains words of one part of war_words.csv."""
    return _words(lexicon)[part].search(text) is not None


def fits_parties(report: Report, landmark: Landmark, conflict: ConflictParties) -> bool:
    """Whether all parties of a report belong to the landmark, and a belligerent is among them.

    A report of the dead of a war, or of a ceasefire that a mediator brought about, need not name a belligerent.
    """
    sides = conflict.one_side(report.parties - {_CIVILIANS})
    if not sides <= conflict.one_side(landmark.parties):
        return False
    of_war = report.killed.kind == "total" or (report.killed.number or 0) >= OF_A_WAR
    return of_war or report.mode == "ceasefire" or bool(sides & conflict.belligerents.keys())
