"""Events of different articles that are one incident in the world, and where their reports differ.

Two events are one incident when they tell the same kind of act, of the same parties, on overlapping exact dates.
Events are blocked by kind and day, so that time grows in proportion to their number.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from contactline.lexicon import Lexicon, derived, split_cell

_SHORT_DAYS = 4
_LOCAL = frozenset({"ASSAULT", "COERCE", "PROTEST", "MOBILIZE"})
_SPOKEN = frozenset({"ACCUSE", "REJECT", "REQUEST", "SUPPORT", "THREATEN"})
_PLAIN_PRECISIONS = {"day": 0, "range": 1, "week": 2, "month": 3, "season": 4, "year": 5, "unknown": 6}


@dataclass(frozen=True, slots=True)
class Told:
    """An event as linking sees it. ``sources`` and ``targets`` are country codes, UNK left out.

    ``words`` is the trigger and what follows it in its sentence: "agreed to accept a ceasefire".
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
    killed: int | None = None
    injured: int | None = None
    confidence: float = 1.0
    date_basis: str = "explicit"


@dataclass(frozen=True, slots=True)
class Incident:
    """What happened in the world, as one or more events tell it. Counts of the dead leave near-copies out."""

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


@dataclass(frozen=True, slots=True)
class Source:
    """Who tells: an article's ``name`` in sentences, its publisher, and the article it is a near-copy of."""

    name: str
    publisher: str = ""
    copy_of: str | None = None


@dataclass(slots=True)
class _Cluster:
    sources: frozenset[str]
    targets: frozenset[str]
    mode: str
    point: str | None
    events: list[Told] = field(default_factory=list)
    articles: set[str] = field(default_factory=set)

    @property
    def parties(self) -> frozenset[str]:
        return self.sources | self.targets


@dataclass(frozen=True, slots=True)
class _Kind:
    name: str
    types: frozenset[str]
    words: re.Pattern[str]
    unless: re.Pattern[str]


@derived
def _kinds(lexicon: Lexicon) -> tuple[_Kind, ...]:
    return tuple(
        _Kind(
            row["kind"],
            frozenset(split_cell(row["types"])),
            re.compile(row["words"], re.IGNORECASE),
            re.compile(row["unless"] or r"(?!)", re.IGNORECASE),
        )
        for row in lexicon.rows("incident_kinds")
    )


def link(
    events: Iterable[Told],
    articles: Mapping[str, Source],
    points: frozenset[str] = frozenset(),
    place_names: Mapping[str, str] | None = None,
    *,
    lexicon: Lexicon,
) -> tuple[Incident, ...]:
    """The incidents of all events, each event in exactly one, in the order of their first events.

    ``articles`` says who tells; ``points`` are the places that are towns and the like: attacks on two of them are
    two incidents, while a town and its region may be one. An event without an exact day is an incident of its own,
    unless another gives the very same month, season, year or range.
    """
    told = sorted(events, key=lambda e: e.event_id)
    blocks: dict[tuple[str, date, date], list[Told]] = defaultdict(list)
    groups: list[list[Told]] = []
    for event in told:
        block = _block(event, lexicon)
        if block is None:
            groups.append([event])
        else:
            blocks[block].append(event)
    for (kind, _, _), met in sorted(blocks.items()):
        groups.extend(cluster.events for cluster in _clusters(kind, met, points))
    incidents = (
        _incident(sorted(g, key=lambda e: e.event_id), articles, points, place_names or {}) for g in groups
    )
    return tuple(sorted(incidents, key=lambda incident: incident.events[0]))


def kind_of(event: Told, lexicon: Lexicon) -> str:
    """The kind of act: a row of incident_kinds.csv (unless the event's mode is another), else its type."""
    words = f"{event.mode} {event.words}"
    for kind in _kinds(lexicon):
        if event.type not in kind.types or event.mode and not kind.words.search(event.mode):
            continue
        if kind.words.search(words) and not kind.unless.search(event.trigger):
            return kind.name
    return event.type


def _block(event: Told, lexicon: Lexicon) -> tuple[str, date, date] | None:
    """Events meet where kind and days agree; a few days count as their first: what goes on overnight.

    A month, a year or a longer span is exact enough only for the acts that are one of a kind in it (a war of two
    sides, a ceasefire, an accord, a summit), and only where the text itself tells it. None: the event meets no
    other.
    """
    if event.start is None or event.end is None or not event.sources | event.targets:
        return None
    kind = kind_of(event, lexicon)
    if event.end - event.start < timedelta(days=_SHORT_DAYS) and event.precision in ("day", "range"):
        return kind, event.start, event.start
    singular = not kind.isupper() or kind == "CONSULT" or kind == "ASSAULT" and event.sources & event.targets
    return (kind, event.start, event.end) if singular and event.date_basis != "article" else None


def _clusters(kind: str, block: Sequence[Told], points: frozenset[str]) -> list[_Cluster]:
    """Events of one kind and day by their parties: the fullest first, a part of them joins the one whole."""
    clusters: list[_Cluster] = []
    for event in sorted(block, key=lambda e: (-len(_one_side(e.sources | e.targets)), e.event_id)):
        sources, targets = _one_side(event.sources), _one_side(event.targets)
        point = event.place_id if event.place_id in points and event.type in _LOCAL else None
        same = [c for c in clusters if _may_join(c, kind, event, point)]
        exact = [c for c in same if c.parties == sources | targets]
        if exact or len(same) == 1:
            cluster = (exact or same)[0]
            cluster.mode = cluster.mode or event.mode
            cluster.point = cluster.point or point
        else:
            cluster = _Cluster(sources, targets, event.mode, point)
            clusters.append(cluster)
        cluster.events.append(event)
        cluster.articles.add(event.article_id)
    return clusters


def _one_side(countries: frozenset[str]) -> frozenset[str]:
    """Reports differ in whether they name Armenia or the Karabakh Armenians as the party: here they are one."""
    return frozenset("ARM" if country == "NKR" else country for country in countries)


def _may_join(cluster: _Cluster, kind: str, event: Told, point: str | None) -> bool:
    """Whether an event can be the cluster's: its mode, place, and who did it to whom agree as far as both tell."""
    sources, targets = _one_side(event.sources), _one_side(event.targets)
    if not sources | targets <= cluster.parties:
        return False
    if not kind.isupper() or kind == "CONSULT":  # two-sided by nature, and told again and again in an article
        return kind != "CONSULT" or not event.mode or not cluster.mode or event.mode == cluster.mode
    if event.article_id in cluster.articles:  # an article's retellings are one event already
        return False
    if (
        event.mode
        and cluster.mode
        and event.mode != cluster.mode
        or point
        and cluster.point
        and point != cluster.point
    ):
        return False
    one_way, cluster_one_way = not sources & targets, not cluster.sources & cluster.targets
    if point != cluster.point and one_way != cluster_one_way:
        return False  # a shelling of a town is a part of the fighting of that day, not the whole of it
    if (event.end or date.max) - (event.start or date.min) > timedelta(days=_SHORT_DAYS):
        return sources | targets == cluster.parties
    if kind in _SPOKEN:
        return bool(sources and cluster.targets) and sources == cluster.sources
    return not sources or bool(sources & cluster.sources)


def _incident(
    events: Sequence[Told], articles: Mapping[str, Source], points: frozenset[str], names: Mapping[str, str]
) -> Incident:
    first = _surest(events, articles)
    originals = {articles[e.article_id].copy_of or e.article_id for e in events}
    own = [e for e in events if articles[e.article_id].copy_of not in originals]
    narrowest = min(events, key=lambda e: (_PLAIN_PRECISIONS.get(e.precision, 6), _length(e), e.event_id))
    killed = [e.killed for e in own if e.killed is not None]
    injured = [e.injured for e in own if e.injured is not None]
    publishers = {articles[key].publisher or key for key in originals if key in articles}
    countries = Counter(c for e in events for c in e.sources | e.targets)
    return Incident(
        incident_id="i" + hashlib.sha256(" ".join(e.event_id for e in events).encode()).hexdigest()[:11],
        events=tuple(e.event_id for e in events),
        type=first.type,
        mode=first.mode,
        start=narrowest.start,
        end=narrowest.end,
        precision=narrowest.precision,
        place_id=_place(events, points),
        countries=tuple(sorted(countries)),
        articles=len({e.article_id for e in events}),
        publishers=len(publishers),
        killed_min=min(killed, default=None),
        killed_max=max(killed, default=None),
        injured_min=min(injured, default=None),
        injured_max=max(injured, default=None),
        differences=tuple(_differences(own, articles, points, names)),
    )


def _surest(events: Sequence[Told], articles: Mapping[str, Source]) -> Told:
    """The event whose type and mode most reports give, the surest of those."""
    votes = Counter((e.type, e.mode) for e in events)
    return max(events, key=lambda e: (votes[e.type, e.mode], bool(e.mode), e.confidence, e.event_id))


def _length(event: Told) -> int:
    return (event.end - event.start).days if event.start and event.end else 0


def _place(events: Sequence[Told], points: frozenset[str]) -> str | None:
    """The place that most reports give; of two that as many give, a town before a region."""
    votes = Counter(e.place_id for e in events if e.place_id)
    return max(votes, key=lambda place: (votes[place], place in points, place), default=None)


def _differences(
    events: Sequence[Told], articles: Mapping[str, Source], points: frozenset[str], names: Mapping[str, str]
) -> Iterator[str]:
    """Plain sentences on what the reports of an incident do not agree about."""
    if len({e.article_id for e in events}) < 2:
        return
    sides = {(e.sources, e.targets) for e in events if e.sources and e.targets and not e.sources & e.targets}
    if any((targets, sources) in sides for sources, targets in sides):
        yield _told(
            "on who acted", [(e, f"{_codes(e.sources)} against {_codes(e.targets)}") for e in events], articles
        )
    for what, numbers in (
        ("killed", [(e, f"{e.killed} killed") for e in events if e.killed is not None]),
        ("injured", [(e, f"{e.injured} injured") for e in events if e.injured is not None]),
    ):
        if len({words for _, words in numbers}) > 1:
            yield _told(f"on how many were {what}", numbers, articles)
    places = [(e, names.get(e.place_id, e.place_id)) for e in events if e.place_id and e.place_id in points]
    if len({words for _, words in places}) > 1:
        yield _told("on the place", places, articles)
    days = [(e, _days(e)) for e in events if e.precision == "day"]
    if len({words for _, words in days}) > 1:
        yield _told("on the day", days, articles)
    standing = [(e, e.status) for e in events]
    if "denied" in (words := {w for _, w in standing}) and len(words) > 1:
        yield _told("on whether it happened", standing, articles)


def _told(what: str, versions: Iterable[tuple[Told, str]], articles: Mapping[str, Source]) -> str:
    by_words: dict[str, list[str]] = {}
    for event, words in versions:
        tellers = by_words.setdefault(words, [])
        if (name := articles[event.article_id].name) not in tellers:
            tellers.append(name)
    return (
        f"Reports differ {what}: "
        + ", ".join(f"{words} ({', '.join(who)})" for words, who in by_words.items())
        + "."
    )


def _codes(countries: frozenset[str]) -> str:
    return " and ".join(sorted(countries))


def _days(event: Told) -> str:
    return str(event.start) if event.start == event.end else f"{event.start} to {event.end}"
