"""Whose word an incident is: who reports it, who claims it and who denies it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from contactline.linking.reports import Reference, Report


@dataclass(frozen=True, slots=True)
class Word:
    """Who reports, claims and denies an incident. All fields but ``told_by`` are codes in alphabetical order.

    ``tellers``: for a claim its speakers, for any other report the country of its publisher; those who deny it are
    not included. ``told_by``: "both sides", "one side", "one side and third parties", "third parties" or
    "unknown". The sides are those of the belligerents; allies and mediators are third parties.
    """

    told_by: str = "unknown"
    tellers: tuple[str, ...] = ()
    claimed_by: tuple[str, ...] = ()
    denied_by: tuple[str, ...] = ()


def whose_word(reports: Iterable[Report], reference: Reference) -> Word:
    """Find who reports, claims and denies an incident."""
    tellers: set[str] = set()
    claimed: set[str] = set()
    denied: set[str] = set()
    for report in reports:
        if report.status == "denied":
            denied |= report.speakers
            continue
        if report.status == "claimed":
            claimed |= report.speakers
        publisher = {reference.publications[report.article_id].country} - {""}
        tellers |= report.speakers if report.status == "claimed" and report.speakers else publisher
    return Word(
        _told_by(tellers, reference), tuple(sorted(tellers)), tuple(sorted(claimed)), tuple(sorted(denied))
    )


def _told_by(tellers: set[str], reference: Reference) -> str:
    conflict = reference.conflict
    sides = {conflict.side_of(code) for code in tellers & conflict.belligerents.keys()}
    thirds = tellers - conflict.belligerents.keys()
    if len(sides) > 1:
        return "both sides"
    if sides:
        return "one side and third parties" if thirds else "one side"
    return "third parties" if thirds else "unknown"
