"""Which events of different articles are the same incident.

1. Reports of one landmark of the chronology (a war, a ceasefire) are one incident (landmarks). 2. So are reports
of the same kind of act by the same parties on the same days. 3. Reports left over are joined where the evidence is
strong enough (attach, evidence).

Only reports of one kind that share a day, or something rare, are compared, so that time grows in proportion to
their number. An incident says what brought its reports together, and which war it is part of.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from contactline.dates.chronology import Landmark
from contactline.lexicon import Lexicon, derived
from contactline.lexicon.conflict import ConflictParties, conflict_parties
from contactline.linking import landmarks
from contactline.linking.attach import attach
from contactline.linking.evidence import Comparison, Rarity
from contactline.linking.landmarks import LandmarkMatch
from contactline.linking.moves import Move, moved
from contactline.linking.reports import PLACED, SPOKEN, Publication, Reference, Report, is_joint, kind_of
from contactline.linking.summary import Incident, summarize

_LONG = timedelta(days=4)  # between first and last day; a shorter event counts as one of its first day


@dataclass(slots=True)
class _Cluster:
    """The reports found so far to be one incident; it grows while the reports of a block are processed."""

    sources: frozenset[str]
    targets: frozenset[str]
    mode: str
    point: str | None
    reports: list[Report] = field(default_factory=list)
    articles: set[str] = field(default_factory=set)

    @property
    def parties(self) -> frozenset[str]:
        return self.sources | self.targets


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A report prepared for comparison with clusters: its parties by side, and its place if that is a town."""

    report: Report
    kind: str
    sources: frozenset[str]
    targets: frozenset[str]
    point: str | None

    @property
    def parties(self) -> frozenset[str]:
        return self.sources | self.targets


def link(
    reports: Iterable[Report],
    publications: Mapping[str, Publication],
    points: frozenset[str] = frozenset(),
    place_names: Mapping[str, str] | None = None,
    moves: Sequence[Move] = (),
    *,
    lexicon: Lexicon,
) -> tuple[Incident, ...]:
    """Return the incidents of all reports, each report in exactly one, in the order of their first event ids.

    ``publications`` are by article id, ``place_names`` by place id. ``points`` are the ids of places that are
    towns and the like: attacks on two such places are two incidents, while a town and its region may be the same.
    ``moves``: reports that a reader has separated or put together, applied at the end.
    """
    groups: list[list[Report]] = []
    blocks: dict[tuple[str, date, date], list[Report]] = defaultdict(list)
    of_landmarks: dict[LandmarkMatch, list[Report]] = defaultdict(list)
    for report in sorted(reports, key=lambda report: report.event_id):
        kind = kind_of(report, lexicon)
        match = landmarks.match(report, publications[report.article_id], kind, lexicon)
        block = _block(report, kind)
        if match is not None:
            of_landmarks[match].append(report)
        elif block is None:
            groups.append([report])
        else:
            blocks[block].append(report)
    conflict = conflict_parties(lexicon)
    for (kind, _, _), together in sorted(blocks.items()):
        groups.extend(cluster.reports for cluster in _clusters(kind, together, points, conflict))
    reference = Reference(publications, points, place_names or {}, _country_names(lexicon), conflict)
    comparison = Comparison(publications, points, conflict, Rarity.of(r for group in groups for r in group))
    groups = attach(groups, comparison, lexicon)
    of_landmarks, groups = moved(of_landmarks, groups, moves)
    by_landmark = {
        match: summarize(group, reference, (match.description,), landmarks.dated_by(match, group))
        for match, group in of_landmarks.items()
    }
    others = [summarize(group, reference, _reasons(group, comparison, lexicon)) for group in groups]
    wars = {match.landmark: incident for match, incident in by_landmark.items() if match.part == "war"}
    found = [_in_its_war(i, match, wars) for match, i in by_landmark.items()]
    found += [_within_a_war(i, wars, conflict) for i in others]
    return tuple(sorted(found, key=lambda incident: incident.events[0]))


@derived
def _country_names(lexicon: Lexicon) -> Mapping[str, str]:
    names = {row["actor_id"]: row["name"] for row in lexicon.rows("actors")}
    return {row["code"]: names[row["actor_id"]] for row in lexicon.rows("countries")}


def _reasons(group: Sequence[Report], comparison: Comparison, lexicon: Lexicon) -> tuple[str, ...]:
    """What brings a group's reports together, each reason once: "same day", "same parties", "21 killed"."""
    if len(group) < 2:
        return ()
    first, *others = sorted(group, key=lambda report: report.event_id)
    kind = kind_of(first, lexicon)
    found = (comparison.compare(first, other, kind) for other in others)
    return tuple(dict.fromkeys(reason for evidence in found if evidence for reason in evidence.reasons))


def _in_its_war(incident: Incident, match: LandmarkMatch, wars: Mapping[Landmark, Incident]) -> Incident:
    """Mark the outbreak of a war as part of that war, if the build has an incident for it."""
    war = wars.get(match.landmark)
    return incident if match.part != "outbreak" or war is None else replace(incident, part_of=war.incident_id)


def _within_a_war(incident: Incident, wars: Mapping[Landmark, Incident], conflict: ConflictParties) -> Incident:
    """Mark a fight between the sides of a war, on days of that war, as part of it."""
    sides = conflict.one_side(incident.countries) & conflict.belligerents.keys()
    if incident.type != "ASSAULT" or incident.start is None or incident.end is None or not sides:
        return incident
    for landmark, war in wars.items():
        if landmark.start <= incident.start <= incident.end <= landmark.end and sides <= conflict.one_side(
            landmark.parties
        ):
            return replace(incident, part_of=war.incident_id)
    return incident


def _block(report: Report, kind: str) -> tuple[str, date, date] | None:
    """The kind and the days within which a report is compared with others; None if it is compared with none.

    An event of a few days is compared by its first day, as it may go on overnight. A month, a year or a longer
    span is exact enough only for acts that happen once in such a time (a war of two sides, an accord, a summit),
    and only where the text itself gives it.
    """
    if report.start is None or report.end is None or not report.parties:
        return None
    if report.end - report.start < _LONG and report.precision in ("day", "range"):
        return kind, report.start, report.start
    is_singular = is_joint(kind) or kind == "ASSAULT" and bool(report.sources & report.targets)
    return (kind, report.start, report.end) if is_singular and report.date_basis != "article" else None


def _clusters(
    kind: str, block: Sequence[Report], points: frozenset[str], conflict: ConflictParties
) -> list[_Cluster]:
    """Group the reports of one kind and day by their parties.

    Reports with the most parties come first. A report with only some of the parties joins the cluster that has all
    of them, if there is exactly one; if there are several and none has exactly the same parties, it stays alone.
    """
    clusters: list[_Cluster] = []
    for candidate in sorted(
        (_candidate(report, kind, points, conflict) for report in block),
        key=lambda c: (-len(c.parties), c.report.event_id),
    ):
        possible = [cluster for cluster in clusters if _may_join(candidate, cluster)]
        exact = [cluster for cluster in possible if cluster.parties == candidate.parties]
        if exact or len(possible) == 1:
            cluster = (exact or possible)[0]
        else:
            cluster = _Cluster(candidate.sources, candidate.targets, candidate.report.mode, candidate.point)
            clusters.append(cluster)
        cluster.mode = cluster.mode or candidate.report.mode
        cluster.point = cluster.point or candidate.point
        cluster.reports.append(candidate.report)
        cluster.articles.add(candidate.report.article_id)
    return clusters


def _candidate(report: Report, kind: str, points: frozenset[str], conflict: ConflictParties) -> _Candidate:
    return _Candidate(
        report,
        kind,
        sources=conflict.one_side(report.sources),
        targets=conflict.one_side(report.targets),
        point=report.place_id if report.place_id in points and report.type in PLACED else None,
    )


def _may_join(candidate: _Candidate, cluster: _Cluster) -> bool:
    """Whether a report can belong to a cluster's incident: kind and day are the same, everything else must be
    compatible.
    """
    report = candidate.report
    if not candidate.parties <= cluster.parties:
        return False
    if is_joint(candidate.kind):  # acts without direction, often reported several times in an article
        return candidate.kind != "CONSULT" or _fits(report.mode, cluster.mode)
    if report.article_id in cluster.articles:  # coding has already merged what one article tells twice
        return False
    if not _fits(report.mode, cluster.mode) or not _fits(candidate.point, cluster.point):
        return False
    return not _is_part_of_fighting(candidate, cluster) and _fits_direction(candidate, cluster)


def _fits(value: str | None, other: str | None) -> bool:
    """Whether two values of a fact are compatible: equal, or one of them missing."""
    return not value or not other or value == other


def _is_part_of_fighting(candidate: _Candidate, cluster: _Cluster) -> bool:
    """Whether one report is a side's attack on a town, and the other the fighting of that day, which includes
    it.
    """
    is_one_way = not candidate.sources & candidate.targets
    cluster_is_one_way = not cluster.sources & cluster.targets
    return candidate.point != cluster.point and is_one_way != cluster_is_one_way


def _fits_direction(candidate: _Candidate, cluster: _Cluster) -> bool:
    """Whether the reports agree on who acted against whom, as far as both say so."""
    report = candidate.report
    if report.start and report.end and report.end - report.start > _LONG:
        return candidate.parties == cluster.parties
    if candidate.kind in SPOKEN:
        has_both = bool(candidate.sources and cluster.targets)
        return has_both and candidate.sources == cluster.sources
    return not candidate.sources or bool(candidate.sources & cluster.sources)
