"""What the reports of one incident say together, and where they differ."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from contactline.linking import losses
from contactline.linking.reports import Publication, Report

_PRECISIONS = ("day", "range", "week", "month", "season", "year", "unknown")
"""From the most to the least exact: the incident's date is that of the most exact report."""

_Version = tuple[Report, str]
"""A report and what it says about one fact, in words."""


@dataclass(frozen=True, slots=True)
class Incident:
    """What happened in the world, as one or more events report it.

    ``events`` are event ids and ``countries`` codes. ``articles`` counts all articles; ``publishers`` and the
    tolls (None where no report gives one; of running totals and what the day cost, and of the people of several
    sides, only those that can be compared) leave out near-duplicates of articles that report it too.
    ``differences`` are plain sentences. ``linked_by``: what brings its reports together ("same day", "21 killed").
    ``part_of``: the id of the war's incident of which it is a part, None where there is none.
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
    killed_min: int | None
    killed_max: int | None
    injured_min: int | None
    injured_max: int | None
    differences: tuple[str, ...]
    linked_by: tuple[str, ...] = ()
    part_of: str | None = None


def summarize(
    reports: Sequence[Report],
    publications: Mapping[str, Publication],
    points: frozenset[str],
    place_names: Mapping[str, str],
    linked_by: tuple[str, ...] = (),
    dated_by: Report | None = None,
) -> Incident:
    """The incident of its reports: the type that most give, the most exact date, the place that most name.

    ``publications`` are by article id, ``place_names`` by place id; ``points`` are the places that are towns and
    the like. The incident's id is made from the id of its oldest event alone, so that it stays when articles are
    added later. ``dated_by``: the report whose days are those of a war as a whole, of which only running totals
    up to one day can be compared; None for anything else.
    """
    reports = sorted(reports, key=lambda report: report.event_id)
    oldest = min(reports, key=lambda r: (publications[r.article_id].first or date.max, r.event_id))
    typical = _typical(reports)
    originals = {publications[r.article_id].copy_of or r.article_id for r in reports}
    own = [r for r in reports if publications[r.article_id].copy_of not in originals]
    dated = dated_by or min(reports, key=lambda r: (_PRECISIONS.index(r.precision), _length(r), r.event_id))
    counted = [r for r in own if r.toll_as_of is not None] if dated_by else own
    killed, injured = _numbers(counted, "killed"), _numbers(counted, "injured")
    return Incident(
        incident_id="i" + hashlib.sha256(oldest.event_id.encode()).hexdigest()[:11],
        events=tuple(r.event_id for r in reports),
        type=typical.type,
        mode=typical.mode,
        start=dated.start,
        end=dated.end,
        precision=dated.precision,
        place_id=_place(reports, points),
        countries=tuple(sorted({country for r in reports for country in r.parties})),
        articles=len({r.article_id for r in reports}),
        publishers=len({publications[key].publisher or key for key in originals if key in publications}),
        killed_min=min(killed, default=None),
        killed_max=max(killed, default=None),
        injured_min=min(injured, default=None),
        injured_max=max(injured, default=None),
        differences=tuple(_differences(own, counted, publications, points, place_names, whole_war=bool(dated_by))),
        linked_by=linked_by,
    )


def _numbers(reports: Sequence[Report], what: losses.What) -> list[int]:
    """The numbers of killed or injured that can be compared; of several groups the first."""
    versions = next(iter(losses.comparable(reports, what)), [])
    return [v.number for v in versions]


def _typical(reports: Sequence[Report]) -> Report:
    """A report with the type and mode that most give; of those the one that is coded most confidently."""
    votes = Counter((r.type, r.mode) for r in reports)
    return max(reports, key=lambda r: (votes[r.type, r.mode], bool(r.mode), r.confidence, r.event_id))


def _length(report: Report) -> int:
    return (report.end - report.start).days if report.start and report.end else 0


def _place(reports: Sequence[Report], points: frozenset[str]) -> str | None:
    """The place that most reports give; of two that as many give, a town before a region."""
    votes = Counter(r.place_id for r in reports if r.place_id)
    return max(votes, key=lambda place: (votes[place], place in points, place), default=None)


def _differences(
    reports: Sequence[Report],
    counted: Sequence[Report],
    publications: Mapping[str, Publication],
    points: frozenset[str],
    place_names: Mapping[str, str],
    *,
    whole_war: bool,
) -> Iterator[str]:
    """A plain sentence on each fact about which the reports of an incident do not agree.

    ``counted``: the reports whose tolls can be compared. Of a war as a whole nobody tells one place or one day.
    """
    if len({r.article_id for r in reports}) < 2:
        return
    for fact, versions in (
        ("on who acted", _who_acted(reports)),
        *(("on how many were killed", versions) for versions in _numbers_differ(counted, "killed")),
        *(("on how many were injured", versions) for versions in _numbers_differ(counted, "injured")),
        (
            "on the place",
            []
            if whole_war
            else [(r, place_names.get(r.place_id, r.place_id)) for r in reports if r.place_id in points],
        ),
        ("on the day", [] if whole_war else [(r, _days(r)) for r in reports if r.precision == "day"]),
        ("on whether it happened", _statuses(reports)),
    ):
        if len({words for _, words in versions}) > 1:
            yield _difference(fact, versions, publications)


def _numbers_differ(reports: Sequence[Report], what: losses.What) -> Iterator[list[_Version]]:
    """The numbers of each group that can be compared, where no one number would make all of them true."""
    for versions in losses.comparable(reports, what):
        if losses.contradict(versions):
            yield [(v.report, v.words) for v in versions]


def _who_acted(reports: Sequence[Report]) -> list[_Version]:
    """Who acted against whom, where one report says the opposite of another; else nothing."""
    sided = [r for r in reports if r.sources and r.targets]
    one_way = {(r.sources, r.targets) for r in sided if not r.sources & r.targets}
    if not any((targets, sources) in one_way for sources, targets in one_way):
        return []
    return [(r, f"{_countries(r.sources)} against {_countries(r.targets)}") for r in sided]


def _countries(codes: frozenset[str]) -> str:
    return " and ".join(sorted(codes))


def _days(report: Report) -> str:
    return str(report.start) if report.start == report.end else f"{report.start} to {report.end}"


def _statuses(reports: Sequence[Report]) -> list[_Version]:
    """The status that each report gives the event, where one of them denies it; else nothing."""
    return [(r, r.status) for r in reports] if any(r.status == "denied" for r in reports) else []


def _difference(fact: str, versions: Sequence[_Version], publications: Mapping[str, Publication]) -> str:
    """ "Reports differ on ...: 5 killed (The Times), 2 killed (The Post)." """
    names: dict[str, list[str]] = {}
    for report, words in versions:
        names.setdefault(words, []).append(publications[report.article_id].name)
    said = (f"{words} ({', '.join(dict.fromkeys(who))})" for words, who in names.items())
    return f"Reports differ {fact}: {', '.join(said)}."
