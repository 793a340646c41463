"""The input of linking: an event as one article reports it, its publication, and the kind of act."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from contactline.lexicon import Lexicon, derived, split_cell
from contactline.lexicon.conflict import ConflictParties

PLACED = frozenset({"ASSAULT", "COERCE", "PROTEST", "MOBILIZE"})
"""Types of acts at one place: in two towns they are two incidents."""
SPOKEN = frozenset({"ACCUSE", "REJECT", "REQUEST", "SUPPORT", "THREATEN"})
"""Types of acts that consist of words: with another speaker or addressee they are different acts."""

CARRIED = frozenset({"article", "text"})
"""Bases of days that a report does not give in its own words."""


@dataclass(frozen=True, slots=True)
class Losses:
    """A number of people killed, injured, captured, handed over or held, with its bounds and kind."""

    number: int | None = None
    low: int | None = None
    high: int | None = None
    kind: str = ""


NO_LOSSES = Losses()


@dataclass(frozen=True, slots=True)
class Report:
    """An event as one article reports it: a row of the table events with its parties.

    ``words`` is the trigger and what follows it in its sentence: "agreed to accept a ceasefire"; ``sentence`` is
    all of it. ``start`` and ``end`` are days, both included, None where unknown; ``precision`` is that of the
    interval. ``sources`` and ``targets`` are country codes; a party whose country is not known is left out.
    ``toll_of`` is who was counted, ``toll_as_of`` the day up to which a running total counts. ``speakers`` are the
    codes of those whom the article names as its source ("Baku said ..."), none where it tells the event itself.
    """

    event_id: str
    article_id: str
    type: str
    mode: str
    trigger: str
    words: str
    start: date | None
    end: date | None
    precision: str
    place_id: str | None
    sources: frozenset[str]
    targets: frozenset[str]
    status: str = "reported"
    killed: Losses = NO_LOSSES
    injured: Losses = NO_LOSSES
    captured: Losses = NO_LOSSES
    handed_over: Losses = NO_LOSSES
    held: Losses = NO_LOSSES
    confidence: float = 1.0
    date_basis: str = "explicit"
    toll_of: frozenset[str] = frozenset()
    toll_as_of: date | None = None
    sentence: str = ""
    speakers: frozenset[str] = frozenset()

    @property
    def parties(self) -> frozenset[str]:
        return self.sources | self.targets


@dataclass(frozen=True, slots=True)
class Publication:
    """An article as the publication of its reports.

    ``name`` is what sentences call it, ``copy_of`` the id of the article that it is a near-duplicate of. ``first``
    and ``last`` are the days between which it appeared, None where unknown. ``country`` is the code of where it
    was published, "" where unknown.
    """

    name: str
    publisher: str = ""
    copy_of: str | None = None
    first: date | None = None
    last: date | None = None
    country: str = ""


@dataclass(frozen=True, slots=True)
class Reference:
    """What is needed to interpret reports: publications by article id, towns, names by id or code, the conflict's
    sides.

    ``points`` are the ids of places that are towns and the like.
    """

    publications: Mapping[str, Publication]
    points: frozenset[str]
    place_names: Mapping[str, str]
    country_names: Mapping[str, str]
    conflict: ConflictParties

    def publisher(self, report: Report) -> str:
        """The publisher of a report; its article's id where the publisher is unknown."""
        return self.publications[report.article_id].publisher or report.article_id


@dataclass(frozen=True, slots=True)
class _Kind:
    name: str
    types: frozenset[str]
    modes: frozenset[str]
    words: re.Pattern[str]
    unless: re.Pattern[str]


@derived
def _kinds(lexicon: Lexicon) -> tuple[_Kind, ...]:
    return tuple(
        _Kind(
            row["kind"],
            frozenset(split_cell(row["types"])),
            frozenset(split_cell(row["modes"])),
            re.compile(row["words"], re.IGNORECASE),
            re.compile(row["unless"] or r"(?!)", re.IGNORECASE),
        )
        for row in lexicon.rows("incident_kinds")
    )


def kind_of(report: Report, lexicon: Lexicon) -> str:
    """The kind of act, which reports of one incident share although their types may differ.

    It is a kind of incident_kinds.csv, in lower case, where type, mode and words of the report match one; else the
    type itself, in upper case.
    """
    words = f"{report.mode} {report.words}"
    for kind in _kinds(lexicon):
        if report.type not in kind.types or not _fits_mode(report.mode, kind):
            continue
        found = kind.words.search(words)
        if found and not kind.unless.search(f"{report.trigger} {words[: found.start()]}"):
            return kind.name
    return report.type


def _fits_mode(mode: str, kind: _Kind) -> bool:
    return not mode or mode in kind.modes or kind.words.search(mode) is not None


def is_joint(kind: str) -> bool:
    """Whether all parties do the act together: talks, and the kinds of incident_kinds.csv (such as an accord)."""
    return not kind.isupper() or kind == "CONSULT"
