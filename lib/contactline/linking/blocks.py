"""Which groups of reports are compared at all: those that share something rare, at a time that fits.

Groups of one kind of act share a town, a number of killed, a rare word or the sides, on days beside one another,
or in a month where one of the two is not known more exactly. What more than a few share is not rare and brings
nobody together, so that the pairs grow in proportion to the groups.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import combinations, product

from contactline.linking.evidence import Comparison
from contactline.linking.reports import Report

_MOST_IN_A_BLOCK = 40
"""Groups that share one thing: with more of them it is not rare, and tells nothing."""
MOST_COMPARED = 12
"""Reports of a group that are compared with those of another."""
_EXACT = timedelta(days=4)
"""A span up to here is compared day by day, a longer one month by month."""
_MOST_WORDS = 6
"""Rare words of a sentence by which it is looked up."""
_LONGEST = 120
"""Months in which a report is looked up: an act of a longer span has none that would bring it together."""

_Key = tuple[str, ...]


def candidates(groups: Sequence[Sequence[Report]], comparison: Comparison) -> Iterator[tuple[int, int]]:
    """Pairs of groups of one kind to compare, as their places in ``groups``, each once and in order."""
    by_day: dict[_Key, set[int]] = defaultdict(set)
    exact: dict[_Key, set[int]] = defaultdict(set)
    wide: dict[_Key, set[int]] = defaultdict(set)
    for n, group in enumerate(groups):
        for report in group[:MOST_COMPARED]:
            window = comparison.window(report)
            is_exact = window is not None and window[1] - window[0] <= _EXACT
            for shared in _shared(report, comparison):
                for month in _months(window):
                    (exact if is_exact else wide)[*shared, month].add(n)
                for day in _days(window) if is_exact else ():
                    by_day[*shared, day].add(n)
    seen: set[tuple[int, int]] = set()
    for pair in _pairs(by_day, exact, wide):
        if pair not in seen:
            seen.add(pair)
            yield pair


def _pairs(
    by_day: dict[_Key, set[int]], exact: dict[_Key, set[int]], wide: dict[_Key, set[int]]
) -> Iterator[tuple[int, int]]:
    for members in by_day.values():
        if len(members) <= _MOST_IN_A_BLOCK:
            yield from combinations(sorted(members), 2)
    for key, members in wide.items():
        others = exact.get(key, set())
        if len(members) + len(others) <= _MOST_IN_A_BLOCK:
            yield from combinations(sorted(members), 2)
            yield from ((min(p), max(p)) for p in product(members, others) if p[0] != p[1])


def _shared(report: Report, comparison: Comparison) -> Iterator[_Key]:
    """What brings a report together with others."""
    if report.place_id in comparison.points:
        yield "place", str(report.place_id)
    if report.killed.number:
        yield "killed", str(report.killed.number)
    for stem in comparison.rarity.rare(report)[:_MOST_WORDS]:
        yield "word", stem
    sides = comparison.conflict.one_side(report.parties)
    if sides:
        yield "sides", *sorted(sides)


def _days(window: tuple[date, date] | None) -> Iterator[str]:
    """The days of a window and the one after it, so that windows beside one another share one."""
    if window is not None:
        for n in range((window[1] - window[0]).days + 2):
            yield str(window[0] + timedelta(n))


def _months(window: tuple[date, date] | None) -> list[str]:
    """The months that a window lies in, "" where it has none."""
    if window is None:
        return [""]
    first, last = (day.year * 12 + day.month for day in window)
    return [str(month) for month in range(first, last + 1)] if last - first < _LONGEST else []
