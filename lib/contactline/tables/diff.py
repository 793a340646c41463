"""What differs between the tables of two builds, and why.

In: two folders of tables. Out: each article, event and incident that was added, removed or changed. An event
counts as the same in both builds where its article has it in the same sentence with the same trigger, even if its
running number differs. An incident counts as the same where most of its events are the same.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from os.path import commonprefix
from pathlib import Path
from typing import Any

from contactline.tables import lexicon_copy
from contactline.tables.lexicon_copy import LexiconRow
from contactline.tables.snapshot import Snapshot, snapshot

Row = dict[str, Any]

_FACTS = ("title", "publisher", "author", "url", "language", "published", "published_basis")
_ARTICLE = ("text", *_FACTS, "published_start", "published_end", "copy_of")
_NOT_OF_AN_EVENT = frozenset(
    {"event_id", "article_id", "sentence", "start", "end", "incident_id", "other_sentences", "corrected"}
)
_NOT_OF_AN_INCIDENT = frozenset({"incident_id", "part_of", "corrected"})
_SHOWN = 60  # characters of a value that a line shows


@dataclass(frozen=True, slots=True)
class Change:
    """One difference between two builds.

    ``what``: article, event or incident. ``how``: added, removed or changed. ``key``: its id in the new build, or
    in the old one if it was removed. ``label``: its title or words. ``fields``: for each changed column (column,
    before, after). ``why``: the causes that are known, in words. ``before``: the id in the old build of a changed
    incident or event whose id is different now, else "".
    """

    what: str
    how: str
    key: str
    label: str
    why: tuple[str, ...]
    fields: tuple[tuple[str, str, str], ...] = ()
    before: str = ""

    def __str__(self) -> str:
        values = "; ".join(f"{name}: {old} -> {new}" for name, old, new in map(_where_it_differs, self.fields))
        reasons = ", ".join(self.why) or "no cause is known"
        told = f"{self.what} {self.key} {self.how} ({reasons}): {_short(self.label)}"
        return f"{told}\n    {values}" if values else told

    def record(self) -> dict[str, Any]:
        """The same as a record for JSON."""
        fields = [{"field": name, "old": old, "new": new} for name, old, new in self.fields]
        return {
            "what": self.what,
            "how": self.how,
            "id": self.key,
            "id_before": self.before or self.key,
            "label": self.label,
            "why": list(self.why),
            "fields": fields,
        }


@dataclass(frozen=True, slots=True)
class _Side:
    """One of the two builds, with what is compared of it.

    ``events``: by article; each with the words of its sentence and its parties.
    """

    build: Mapping[str, Any]
    articles: dict[str, Row]
    events: dict[str, list[Row]]
    incidents: dict[str, Row]
    lexicon: frozenset[LexiconRow]

    @classmethod
    def of(cls, found: Snapshot) -> _Side:
        events: dict[str, list[Row]] = defaultdict(list)
        parties: dict[str, list[str]] = defaultdict(list)
        for row in found.table("event_actors").to_pylist():
            who = row["actor_id"] or row["text"]
            parties[row["event_id"]].append(f"{row['role']} {who} ({row['country']})")
        words = {(row["article_id"], row["sentence"]): row["text"] for row in found.table("sentences").to_pylist()}
        for row in found.table("events").to_pylist():
            said = words.get((row["article_id"], row["sentence"]), "")
            told = {"parties": ", ".join(sorted(parties[row["event_id"]])), "words": said}
            events[row["article_id"]].append(row | told)
        return cls(
            found.build,
            {row["article_id"]: row for row in found.table("articles").to_pylist()},
            events,
            {row["incident_id"]: row for row in found.table("incidents").to_pylist()},
            lexicon_copy.read(found.folder),
        )


@dataclass(frozen=True, slots=True)
class _Causes:
    """The differences between the sources of two builds: changed rows of the lexicon, the code, the
    corrections.
    """

    rows: tuple[LexiconRow, ...]
    lexicon: bool
    code: bool
    corrections: bool

    @classmethod
    def of(cls, old: _Side, new: _Side) -> _Causes:
        differ = {name: old.build.get(name) != new.build.get(name) for name in ("lexicon", "code", "corrections")}
        rows = sorted(old.lexicon ^ new.lexicon) if old.lexicon and new.lexicon else ()
        return cls(tuple(rows), **differ)

    def of_words(self, names: Iterable[str]) -> tuple[str, ...]:
        """The changed rows that hold one of the names (of patterns, actors, places); if none does, all possible
        causes.
        """
        wanted = {name for name in names if name}
        rows = [row for row in self.rows if wanted & set(row.cells)]
        found = [f"lexicon: {row.table}.csv, {_short(','.join(filter(None, row.cells)))}" for row in rows[:3]]
        if self.lexicon and not found:
            tables = dict.fromkeys(f"{row.table}.csv" for row in self.rows)
            found = [f"lexicon: {', '.join(tables)}" if tables else "lexicon"]
        return (*found, *(["code"] if self.code else []))


def compare(old: Path, new: Path) -> list[Change]:
    """List the differences between the tables in two folders: articles first, then events, then incidents.

    Raises StoreError where one of the folders has no tables.
    """
    sides = []
    for folder in (old, new):
        with snapshot(folder) as found:
            sides.append(_Side.of(found))
    before, after = sides
    causes = _Causes.of(before, after)
    articles = list(_articles(before, after, causes))
    whose = {change.key: change.why for change in articles}
    same: dict[str, str] = {}
    events = list(_events(before, after, causes, whose, same))
    changed = {change.key for change in events}
    return [*articles, *events, *_incidents(before, after, same, changed, causes)]


def summary(changes: Sequence[Change]) -> str:
    """Count the changes by what changed and how, as one line of text."""
    if not changes:
        return "No differences."
    counted = Counter((change.what, change.how) for change in changes)
    return (
        ", ".join(f"{number} {what}{'s' * (number != 1)} {how}" for (what, how), number in counted.items()) + "."
    )


def _articles(old: _Side, new: _Side, causes: _Causes) -> Iterator[Change]:
    for key in dict.fromkeys([*old.articles, *new.articles]):
        before, after = old.articles.get(key), new.articles.get(key)
        row = after or before or {}
        if before is None or after is None:
            yield Change("article", "added" if after else "removed", key, row["title"], ("the articles",))
            continue
        fields = _differing(before, after, _ARTICLE)
        changed = {name for name, _, _ in fields}
        why = [*(["text"] if "text" in changed else [])]
        if changed & set(_FACTS):
            why.append("manifest")
        if before["digest"] != after["digest"]:
            if not why or causes.lexicon or causes.code:
                why.extend(causes.of_words([]))
        elif changed == {"copy_of"}:
            why.append("other articles")
        if fields:
            yield Change("article", "changed", key, row["title"], tuple(why), fields)


def _events(
    old: _Side, new: _Side, causes: _Causes, whose: Mapping[str, tuple[str, ...]], same: dict[str, str]
) -> Iterator[Change]:
    """Yield the events that differ, and fill ``same`` with the old event id by the new one for events in both
    builds.
    """
    for article in dict.fromkeys([*old.events, *new.events]):
        pairs = _paired(old.events.get(article, []), new.events.get(article, []))
        of_article = tuple(why for why in whose.get(article, ()) if why in ("text", "manifest", "the articles"))
        for before, after in pairs:
            row = after or before or {}
            if before and after:
                same[after["event_id"]] = before["event_id"]
            why = of_article or _why_event(before, after, old, new, causes)
            if before is None or after is None:
                how = "added" if after else "removed"
                yield Change("event", how, row["event_id"], f"{row['type']}: {row['words']}", why)
            elif fields := _differing(before, after, [n for n in after if n not in _NOT_OF_AN_EVENT | {"words"}]):
                yield Change("event", "changed", row["event_id"], f"{row['type']}: {row['words']}", why, fields)


def _why_event(before: Row | None, after: Row | None, old: _Side, new: _Side, causes: _Causes) -> tuple[str, ...]:
    """The causes of a difference in an event whose article has not changed."""
    rows = [row for row in (before, after) if row]
    if any(row.get("corrected") for row in rows):
        return ("correction",)
    article = rows[0]["article_id"]
    digests = {side.articles[article]["digest"] for side in (old, new) if article in side.articles}
    if len(digests) == 1:  # the article was not coded again: a correction or other articles caused the difference
        return ("correction",) if causes.corrections else ("other articles",)
    names = [name for row in rows for name in (row["pattern_id"], row["place_id"], *_ids(row))]
    return causes.of_words(names)


def _ids(event: Row) -> list[str]:
    """The ids of the actors that are an event's parties."""
    return [part.split(" ")[1] for part in event["parties"].split(", ") if part.count(" ") >= 1]


def _paired(old: Sequence[Row], new: Sequence[Row]) -> Iterator[tuple[Row | None, Row | None]]:
    """Yield the events of an article as pairs (old, new), with None where an event is in one build only."""
    left, right = list(old), list(new)
    for key in (
        lambda e: (e["words"], e["trigger"], e["type"], e["start"]),
        lambda e: (e["words"], e["trigger"], e["type"]),
        lambda e: (e["words"], e["trigger"]),
        lambda e: (e["start"], e["end"]),
    ):
        by_key: dict[Any, list[Row]] = defaultdict(list)
        for event in left:
            by_key[key(event)].append(event)
        rest = []
        for event in right:
            if by_key[key(event)]:
                before = by_key[key(event)].pop(0)
                left.remove(before)
                yield before, event
            else:
                rest.append(event)
        right = rest
    yield from ((event, None) for event in left)
    yield from ((None, event) for event in right)


def _incidents(
    old: _Side, new: _Side, same: Mapping[str, str], changed: set[str], causes: _Causes
) -> Iterator[Change]:
    """Yield the incidents that differ, each compared with the old incident that shares the most events with it.

    ``same``: the old event id by the new one. ``changed``: the ids of the events that differ.
    """
    was = {event["event_id"]: event["incident_id"] for events in old.events.values() for event in events}
    members = _members(new)
    partners: dict[str, str] = {}
    taken: set[str] = set()
    for key, events in members.items():
        shared = Counter(was[same[event]] for event in events if event in same and was[same[event]])
        if shared and (best := shared.most_common(1)[0][0]) not in taken:
            partners[key] = best
            taken.add(best)
    old_members = _members(old)
    why_set = ("its events",)
    for key, row in new.incidents.items():
        if key not in partners:
            yield Change("incident", "added", key, row["label"], why_set)
            continue
        before = old.incidents[partners[key]]
        fields = _differing(before, row, [name for name in row if name not in _NOT_OF_AN_INCIDENT])
        if not fields:
            continue
        moved = {same.get(event) for event in members[key]} != set(old_members[partners[key]])
        moved = moved or bool(changed & set(members[key]))
        corrected = bool(before.get("corrected") or row.get("corrected"))
        why = ("correction",) if corrected else why_set if moved else causes.of_words([row["place_id"]]) or why_set
        old_key = partners[key] if partners[key] != key else ""
        yield Change("incident", "changed", key, row["label"], why, fields, old_key)
    for key, row in old.incidents.items():
        if key not in taken:
            yield Change("incident", "removed", key, row["label"], why_set)


def _members(side: _Side) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {key: [] for key in side.incidents}
    for events in side.events.values():
        for event in events:
            if event["incident_id"] in found:  # in tables that were not linked, events have no incident
                found[event["incident_id"]].append(event["event_id"])
    return found


def _differing(before: Row, after: Row, names: Iterable[str]) -> tuple[tuple[str, str, str], ...]:
    return tuple(
        (name, _text(before.get(name)), _text(after.get(name)))
        for name in names
        if before.get(name) != after.get(name)
    )


def _text(value: Any) -> str:
    if value is None:
        return ""
    return "; ".join(map(str, value)) if isinstance(value, list) else str(value)


def _where_it_differs(field: tuple[str, str, str]) -> tuple[str, str, str]:
    """Shorten the two values of a changed field to what fits a line: of long ones the part where they begin to
    differ.
    """
    name, old, new = field
    alike = len(commonprefix((old, new)))
    begin = max(0, alike - _SHOWN // 3) if max(len(old), len(new)) > _SHOWN else 0
    dots = "..." if begin else ""
    return name, dots + _short(old[begin:]), dots + _short(new[begin:])


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _SHOWN else words[: _SHOWN - 3] + "..."
