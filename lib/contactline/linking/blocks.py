"""Which groups of reports are compared at all: those that share something rare and can be of the same time.

Groups of one kind of act share a town, a number of killed, a rare word or the sides, on the same or adjacent days,
or in the same month where one of the two is not dated more exactly. A key that many groups share is not rare and
does not bring groups together, so that the number of pairs grows in proportion to the number of groups.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import combinations

import numpy as np
import numpy.typing as npt

from contactline.linking.evidence import Comparison
from contactline.linking.reports import Report

_MOST_IN_A_BLOCK = 40
"""Most groups that share a key; if more do, the key is not rare and shows nothing."""
MOST_COMPARED = 12
"""Most reports of a group that are compared with those of another."""
_EXACT = timedelta(days=4)
"""A span of at most this length is compared by days, a longer one by months."""
_MOST_WORDS = 6
"""Most rare words of a sentence by which it is looked up."""
_LONGEST = 120
"""Most months in which a report is looked up; a longer span is looked up in none."""


class _Lookup:
    """Which groups have a key, stored as two arrays: the hashes of keys, and the indices of groups."""

    def __init__(self) -> None:
        self.keys, self.members = array("q"), array("q")

    def add(self, key: tuple[str | int, ...], member: int) -> None:
        self.keys.append(hash(key))
        self.members.append(member)

    def blocks(self, wanted: npt.NDArray[np.int64] | None = None) -> Iterator[list[int]]:
        """Yield the groups that share a key (one of ``wanted``), if they are few: each set of groups once, in
        order.
        """
        keys, members = np.array(self.keys, np.int64), np.array(self.members, np.int64)
        if wanted is not None:
            chosen = np.isin(keys, wanted)
            keys, members = keys[chosen], members[chosen]
        order = np.lexsort((members, keys))
        keys, members = keys[order], members[order]
        first = np.ones(len(keys), bool)  # drops the second entry of a group that has a key twice
        first[1:] = (keys[1:] != keys[:-1]) | (members[1:] != members[:-1])
        keys, members = keys[first], members[first]
        starts = np.flatnonzero(np.concatenate((np.ones(len(keys[:1]), bool), keys[1:] != keys[:-1])))
        ends = np.append(starts[1:], len(keys))[: len(starts)]
        few = (ends - starts > 1) & (ends - starts <= _MOST_IN_A_BLOCK)
        for start, end in zip(starts[few].tolist(), ends[few].tolist(), strict=True):
            yield members[start:end].tolist()


def candidates(groups: Sequence[Sequence[Report]], comparison: Comparison) -> Iterator[tuple[int, int]]:
    """Yield the pairs of groups of one kind to compare, as indices into ``groups``, each pair once and in
    order.
    """
    by_day, by_month = _Lookup(), _Lookup()
    wide_keys: set[int] = set()
    wide: set[int] = set()
    for n, group in enumerate(groups):
        for report in group[:MOST_COMPARED]:
            window = comparison.window(report)
            is_exact = window is not None and window[1] - window[0] <= _EXACT
            months = _months(window)
            if not is_exact:
                wide.add(n)
            for shared in _shared(report, comparison):
                for month in months:
                    by_month.add((*shared, month), n)
                    if not is_exact:
                        wide_keys.add(hash((*shared, month)))
                for day in _days(window) if is_exact else ():
                    by_day.add((*shared, day), n)
    seen: set[tuple[int, int]] = set()
    with_wide = np.fromiter(wide_keys, np.int64, len(wide_keys))
    for blocks, only_wide in ((by_day.blocks(), False), (by_month.blocks(with_wide), True)):
        for block in blocks:
            for pair in combinations(block, 2):
                if pair not in seen and not (only_wide and pair[0] not in wide and pair[1] not in wide):
                    seen.add(pair)
                    yield pair


def _shared(report: Report, comparison: Comparison) -> Iterator[tuple[str | int, ...]]:
    """Yield the keys by which a report is brought together with others."""
    if report.place_id in comparison.points:
        yield "place", str(report.place_id)
    if report.killed.number:
        yield "killed", report.killed.number
    for stem in comparison.rarity.rare(report)[:_MOST_WORDS]:
        yield "word", stem
    sides = comparison.sides(report.parties)
    if sides:
        yield "sides", *sorted(sides)


def _days(window: tuple[date, date] | None) -> list[int]:
    """The days of a window and the day after it, so that adjacent windows share a day; as ordinals."""
    if window is None:
        return []
    first, last = (day.toordinal() for day in window)
    return list(range(first, last + 2))


def _months(window: tuple[date, date] | None) -> list[int]:
    """The months in which a window lies; [0] where there is no window."""
    if window is None:
        return [0]
    first, last = (day.year * 12 + day.month for day in window)
    return list(range(first, last + 1)) if last - first < _LONGEST else []
