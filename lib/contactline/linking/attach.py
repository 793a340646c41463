"""Joins groups of reports that were found to be one incident, and single reports, by the evidence of their pairs.

Only groups that share something rare are compared (blocks), so that time grows in proportion to the number of
reports. The strongest pair is joined first, and only if no report of either group excludes one of the other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from contactline.lexicon import Lexicon
from contactline.linking.blocks import MOST_COMPARED, candidates
from contactline.linking.evidence import Comparison, Evidence
from contactline.linking.reports import Report, is_joint, kind_of


def attach(groups: Sequence[Sequence[Report]], comparison: Comparison, lexicon: Lexicon) -> list[list[Report]]:
    """Return the groups, joined where the evidence shows one incident, in the order of their first reports."""
    of_kind: dict[str, list[int]] = defaultdict(list)
    for n, group in enumerate(groups):
        of_kind[kind_of(group[0], lexicon)].append(n)
    joined: list[tuple[int, list[Report]]] = []
    for kind, places in of_kind.items():
        for members in _joined([groups[n] for n in places], kind, comparison):
            joined.append((places[members[0]], [report for n in members for report in groups[places[n]]]))
    return [reports for _, reports in sorted(joined, key=lambda one: one[0])]


def _joined(groups: Sequence[Sequence[Report]], kind: str, comparison: Comparison) -> list[list[int]]:
    """Which groups of one kind are one incident, as lists of their indices, each in order."""
    pairs = []
    for first, second in candidates(groups, comparison):
        evidence = _evidence(groups[first], groups[second], kind, comparison)
        if evidence is not None and evidence.enough:
            pairs.append((-evidence.points, first, second))
    merged: dict[int, list[int]] = {n: [n] for n in range(len(groups))}
    home = list(range(len(groups)))
    known = {(first, second) for _, first, second in pairs}
    for _, first, second in sorted(pairs):
        one, other = sorted((home[first], home[second]))
        if one == other:
            continue
        across = {(min(a, b), max(a, b)) for a in merged[one] for b in merged[other]} - known
        if any(_evidence(groups[a], groups[b], kind, comparison) is None for a, b in across):
            continue
        merged[one] += merged.pop(other)
        for n in merged[one]:
            home[n] = one
    return [sorted(members) for members in merged.values()]


def _evidence(
    first: Sequence[Report], second: Sequence[Report], kind: str, comparison: Comparison
) -> Evidence | None:
    """The strongest evidence between reports of two groups; None where a pair is excluded."""
    best: Evidence | None = None
    articles = {r.article_id for r in first} & {r.article_id for r in second}
    if articles and not is_joint(kind):
        return None  # coding has already merged what one article tells twice
    for a in first[:MOST_COMPARED]:
        for b in second[:MOST_COMPARED]:
            if a.article_id == b.article_id:
                continue
            evidence = comparison.compare(a, b, kind)
            if evidence is None:
                return None
            if best is None or evidence.points > best.points:
                best = evidence
    return best
