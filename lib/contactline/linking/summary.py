"""One incident from its reports: what they agree on, and where they differ."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from contactline.linking import losses
from contactline.linking.differences import Difference, differences
from contactline.linking.losses import NO_BOUNDS, Bounds
from contactline.linking.reports import Losses, Reference, Report
from contactline.linking.whose_word import whose_word

_PRECISIONS = ("day", "range", "week", "month", "season", "year", "unknown")
"""From the most to the least exact: the incident's date is that of the most exact report."""


@dataclass(frozen=True, slots=True)
class Incident:
    """An incident in the world, as one or more events report it.

    ``events`` are event ids and ``countries`` codes. ``articles`` is the number of all articles. ``publishers``
    and the tolls leave out near-duplicates of articles that report it too; of the tolls, only those that can be
    compared are used (not running totals with what one day cost, nor soldiers with civilians). ``told_by``,
    ``tellers``, ``claimed_by``, ``denied_by``: as in ``whose_word.Word``. ``linked_by``: what brings its reports
    together ("same day", "21 killed"). ``part_of``: the id of the incident of the war that it is part of, None
    where there is none.
    """

    incident_id: str
    events: tuple[str, ...]
    type: str
    mode: str
    start: date | None
    end: date | None
    precision: str
    place_id: str | None
    countries: tuple[str, ...]
    articles: int
    publishers: int
    killed: Bounds
    injured: Bounds
    captured: Bounds
    handed_over: Bounds
    held: Bounds
    told_by: str
    tellers: tuple[str, ...]
    claimed_by: tuple[str, ...]
    denied_by: tuple[str, ...]
    differences: tuple[Difference, ...]
    linked_by: tuple[str, ...] = ()
    part_of: str | None = None


def summarize(
    reports: Sequence[Report],
    reference: Reference,
    linked_by: tuple[str, ...] = (),
    dated_by: Report | None = None,
) -> Incident:
    """Make one incident of its reports: the type that most give, the most exact date, the place that most name.

    The incident's id is made from the id of its oldest event alone, so that it does not change when articles are
    added later. ``dated_by``: the report that gives the days of a war as a whole, whose running totals can only be
    compared up to one day; None for other incidents.
    """
    reports = sorted(reports, key=lambda report: report.event_id)
    publications = reference.publications
    oldest = min(reports, key=lambda r: (publications[r.article_id].first or date.max, r.event_id))
    typical = _typical(reports)
    originals = {publications[r.article_id].copy_of or r.article_id for r in reports}
    own = [r for r in reports if not _is_copied(r, reports, reference)]
    dated = dated_by or min(reports, key=lambda r: (_PRECISIONS.index(r.precision), _length(r), r.event_id))
    counted = [r for r in own if r.toll_as_of is not None] if dated_by else own
    word = whose_word(reports, reference)
    return Incident(
        incident_id="i" + hashlib.sha256(oldest.event_id.encode()).hexdigest()[:11],
        events=tuple(r.event_id for r in reports),
        type=typical.type,
        mode=typical.mode,
        start=dated.start,
        end=dated.end,
        precision=dated.precision,
        place_id=_place(reports, reference.points),
        countries=tuple(sorted({country for r in reports for country in r.parties})),
        articles=len({r.article_id for r in reports}),
        publishers=len({publications[key].publisher or key for key in originals if key in publications}),
        killed=_bounds(counted, "killed", reference),
        injured=_bounds(counted, "injured", reference),
        captured=_bounds(counted, "captured", reference),
        handed_over=_bounds(counted, "handed_over", reference),
        held=_bounds(counted, "held", reference),
        told_by=word.told_by,
        tellers=word.tellers,
        claimed_by=word.claimed_by,
        denied_by=word.denied_by,
        differences=tuple(differences(own, counted, reference, whole_war=bool(dated_by))),
        linked_by=linked_by,
    )


def _is_copied(report: Report, reports: Sequence[Report], reference: Reference) -> bool:
    """Whether a report repeats the original of a near-duplicate. A copy that gives numbers of its own counts as
    a report.
    """
    original = reference.publications[report.article_id].copy_of
    told = [_figures(r) for r in reports if r.article_id == original]
    return bool(told) and _figures(report) in told


def _figures(report: Report) -> tuple[Losses, ...]:
    return report.killed, report.injured, report.captured, report.handed_over, report.held


def _bounds(reports: Sequence[Report], what: losses.What, reference: Reference) -> Bounds:
    """The bounds of the first of the figures that can be compared."""
    if all(getattr(report, what).number is None for report in reports):  # a shortcut: most incidents have no toll
        return NO_BOUNDS
    return losses.bounds(next(iter(losses.comparable(reports, what, reference)), []), reference)


def _typical(reports: Sequence[Report]) -> Report:
    """A report with the type and mode that most reports give; of several, the most confidently coded one."""
    if len(reports) == 1:  # a shortcut: most incidents have one report
        return reports[0]
    votes = Counter((r.type, r.mode) for r in reports)
    return max(reports, key=lambda r: (votes[r.type, r.mode], bool(r.mode), r.confidence, r.event_id))


def _length(report: Report) -> int:
    return (report.end - report.start).days if report.start and report.end else 0


def _place(reports: Sequence[Report], points: frozenset[str]) -> str | None:
    """The place that most reports give; if two have as many, a town comes before a region."""
    if len(reports) == 1:
        return reports[0].place_id or None
    votes = Counter(r.place_id for r in reports if r.place_id)
    return max(votes, key=lambda place: (votes[place], place in points, place), default=None)
