"""Which figures in an incident's reports can be compared, and which of them contradict each other.

Figures are compared if they count the same people in the same way: soldiers, civilians or all; of one side or of
all; a running total up to a day, or what the incident itself cost. Two sources that give different numbers for the
same figure contradict each other, except where the later number may have grown since the earlier one was given,
and except where the bounds overlap ("at least five" and "seven"). A running total never falls: one that is lower
than another source's of the day before contradicts it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations, permutations, product
from typing import Literal

from contactline.linking.reports import Losses, Reference, Report

What = Literal["killed", "injured", "captured", "handed_over", "held"]
_Key = tuple[bool, date | None, frozenset[str]]
"""Whether it is a running total, up to which day, and who is counted."""

_NEXT = timedelta(days=1)
_GROWS = timedelta(days=7)
"""Days after the first report in which the toll of an incident may still grow."""
_GROUPS = frozenset({"soldiers", "civilians", "prisoners", "bodies"})


@dataclass(frozen=True, slots=True)
class Version:
    """What one report says about the number of people killed, injured and so on, with its bounds.

    ``people``: who is counted, where that distinguishes figures of one incident. ``number`` is what the text
    gives, ``low`` and ``high`` are its bounds, None where one is open. ``source``: the source that the report
    names for the figure, else its publisher. ``told``: the day on which the figure was given, None where unknown.
    """

    report: Report
    number: int
    low: int | None
    high: int | None
    is_total: bool
    people: frozenset[str]
    source: str
    told: date | None

    @property
    def words(self) -> str:
        """The figure in words: "at least 5", "19 to 21"."""
        if self.low is not None and self.high is not None and self.low != self.high:
            return f"{self.low:,} to {self.high:,}"
        bound = {(True, False): "at least ", (False, True): "up to ", (False, False): "about "}.get(
            (self.low is not None, self.high is not None), ""
        )
        return f"{bound}{self.number:,}"


@dataclass(frozen=True, slots=True)
class Bounds:
    """The lowest, the best supported and the highest number of an incident; None where no report gives one."""

    min: int | None = None
    best: int | None = None
    max: int | None = None


NO_BOUNDS = Bounds()


def comparable(reports: Iterable[Report], what: What, reference: Reference) -> list[list[Version]]:
    """Group the versions that can be compared with each other: one list for each figure.

    Figures of what the incident itself cost come before running totals; then come figures that more reports give,
    those of the widest groups of people, and the latest totals.
    """
    groups: dict[_Key, list[Version]] = {}
    for report in reports:
        figure: Losses = getattr(report, what)
        if figure.number is not None:
            key = _key(report, figure, reference)
            groups.setdefault(key, []).append(_version(report, figure, key, reference))

    def order(key: _Key) -> tuple[object, ...]:
        is_total, as_of, people = key
        return is_total, -len(groups[key]), len(people), -(as_of or date.min).toordinal(), sorted(people)

    return [groups[key] for key in sorted(groups, key=order)]


def bounds(versions: Sequence[Version], reference: Reference) -> Bounds:
    """The bounds of the versions of one figure; the best supported number is the one from most independent
    publishers.

    Of several with equal support it is the latest, and of those the highest.
    """
    if not versions:
        return NO_BOUNDS
    publishers: dict[int, set[str]] = {}
    told: dict[int, date] = {}
    for v in versions:
        publishers.setdefault(v.number, set()).add(reference.publisher(v.report))
        told[v.number] = max(told.get(v.number, date.min), v.report.toll_as_of or v.told or date.min)
    best = max(publishers, key=lambda number: (len(publishers[number]), told[number], number))
    lowest = min(v.number if v.low is None else v.low for v in versions)
    return Bounds(lowest, best, max(v.number if v.high is None else v.high for v in versions))


def contradictions(versions: Sequence[Version]) -> list[Version]:
    """The versions of one figure that contradict another one, in their order; none where the number only grew."""
    found = {
        id(v) for first, second in combinations(versions, 2) if contradict(first, second) for v in (first, second)
    }
    return [v for v in versions if id(v) in found]


def falling_totals(groups: Iterable[Sequence[Version]]) -> Iterator[tuple[Version, Version]]:
    """Pairs of running totals of the same people, from two sources and for consecutive days, where the later is
    lower.

    Yields (earlier, later). ``groups``: as returned by ``comparable``.
    """
    of_people: dict[frozenset[str], list[Sequence[Version]]] = {}
    for group in groups:
        if group[0].is_total and group[0].report.toll_as_of is not None:
            of_people.setdefault(group[0].people, []).append(group)
    for some in of_people.values():
        for one, other in permutations(some, 2):
            for earlier, later in product(one, other):
                days = earlier.report.toll_as_of, later.report.toll_as_of
                if days[0] and days[1] and days[1] - days[0] == _NEXT and earlier.source != later.source:
                    if _is_above(earlier, later):
                        yield earlier, later


def contradict(first: Version, second: Version) -> bool:
    """Whether two sources cannot both be right: no number fits both, and the later one is not explained by
    growth.
    """
    if first.source == second.source:
        return False  # the same source has corrected itself
    if not (_is_above(first, second) or _is_above(second, first)):
        return False
    of_one_day = first.is_total and first.report.toll_as_of is not None
    return of_one_day or not _has_grown(first, second)


def _is_above(first: Version, second: Version) -> bool:
    return first.low is not None and second.high is not None and first.low > second.high


def _has_grown(first: Version, second: Version) -> bool:
    """Whether the higher number was given later, while the dead were still being counted."""
    lower, higher = sorted((first, second), key=lambda v: v.number)
    if lower.told is None or higher.told is None:
        return False
    return timedelta(0) < higher.told - lower.told <= _GROWS


def _key(report: Report, figure: Losses, reference: Reference) -> _Key:
    """What a figure counts. If the text does not say whose people were hit, those of the target are meant."""
    is_total = figure.kind == "total"
    people = report.toll_of
    sources, targets, counted = map(
        reference.conflict.one_side, (report.sources, report.targets, people - _GROUPS)
    )
    if not sources & targets and counted <= targets:
        people = people & _GROUPS
    return is_total, report.toll_as_of if is_total else None, people


def _version(report: Report, figure: Losses, key: _Key, reference: Reference) -> Version:
    assert figure.number is not None
    publication = reference.publications[report.article_id]
    source = " and ".join(sorted(reference.country_names.get(code, code) for code in report.speakers))
    return Version(
        report,
        figure.number,
        figure.low,
        figure.high,
        figure.kind == "total",
        key[2],
        source or reference.publisher(report),
        publication.last or publication.first,
    )
