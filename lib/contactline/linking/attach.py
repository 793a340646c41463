"""Groups of reports that were found to be one incident, and single reports, joined by the evidence of their pairs.

Only groups that share something rare are compared (a town, a number of killed, a rare word, in the same kind of
act), so that time grows in proportion to the number of reports. The strongest pair is joined first, and only where
no report of either group excludes one of the other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from contactline.lexicon import Lexicon
from contactline.linking.evidence import Comparison, Evidence
from contactline.linking.reports import Report, is_joint, kind_of

_MOST_IN_A_BLOCK = 40
"""Groups that share one thing: with more of them it is not rare, and tells nothing."""
_MOST_COMPARED = 12
"""Reports of a group that are compared with those of another."""


def attach(groups: Sequence[Sequence[Report]], comparison: Comparison, lexicon: Lexicon) -> list[list[Report]]:
    """The groups, with those joined that the evidence shows to be one incident; in the order of their first."""
    kinds = [kind_of(group[0], lexicon) for group in groups]
    pairs = []
    for first, second in _candidates(groups, kinds, comparison):
        evidence = _evidence(groups[first], groups[second], kinds[first], comparison)
        if evidence is not None and evidence.enough:
            pairs.append((-evidence.points, first, second))
    merged: dict[int, list[int]] = {n: [n] for n in range(len(groups))}
    home = list(range(len(groups)))
    for _, first, second in sorted(pairs):
        one, other = sorted((home[first], home[second]))
        if one == other or not _compatible(merged[one], merged[other], groups, kinds, comparison):
            continue
        merged[one] += merged.pop(other)
        for n in merged[one]:
            home[n] = one
    return [[report for n in sorted(members) for report in groups[n]] for _, members in sorted(merged.items())]


def _candidates(
    groups: Sequence[Sequence[Report]], kinds: Sequence[str], comparison: Comparison
) -> Iterator[tuple[int, int]]:
    """Pairs of groups of one kind and month that share a town, a number of killed, the parties, or a rare word."""
    blocks: dict[tuple[str, ...], set[int]] = defaultdict(set)
    for n, group in enumerate(groups):
        for report in group[:_MOST_COMPARED]:
            for key in _keys(report, comparison):
                blocks[kinds[n], *key].add(n)
    seen: set[tuple[int, int]] = set()
    for members in blocks.values():
        if len(members) <= _MOST_IN_A_BLOCK:
            for pair in combinations(sorted(members), 2):
                if pair not in seen:
                    seen.add(pair)
                    yield pair


def _keys(report: Report, comparison: Comparison) -> Iterator[tuple[str, ...]]:
    window = comparison.window(report)
    months = {f"{day:%Y-%m}" for day in window} if window else {""}
    for month in months:
        if report.place_id in comparison.points:
            yield "place", str(report.place_id), month
        if report.killed.number:
            yield "killed", str(report.killed.number), month
        for stem in comparison.rarity.rare(report):
            yield "word", stem, month
        yield "parties", *sorted(report.parties), month


def _evidence(
    first: Sequence[Report], second: Sequence[Report], kind: str, comparison: Comparison
) -> Evidence | None:
    """The strongest evidence between reports of two groups; None where a pair is excluded."""
    best: Evidence | None = None
    articles = {r.article_id for r in first} & {r.article_id for r in second}
    if articles and not is_joint(kind):
        return None  # coding has joined an article's retellings already
    for a in first[:_MOST_COMPARED]:
        for b in second[:_MOST_COMPARED]:
            if a.article_id == b.article_id:
                continue
            evidence = comparison.compare(a, b, kind)
            if evidence is None:
                return None
            if best is None or evidence.points > best.points:
                best = evidence
    return best


def _compatible(
    first: Sequence[int],
    second: Sequence[int],
    groups: Sequence[Sequence[Report]],
    kinds: Sequence[str],
    comparison: Comparison,
) -> bool:
    """Whether no group joined on one side is excluded by one on the other."""
    return all(_evidence(groups[a], groups[b], kinds[a], comparison) is not None for a in first for b in second)
