"""What changed since an earlier build, in words: articles, incidents, tolls that increased, and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

import pandas as pd

from contactline.tables import history
from contactline.tables.history import Build
from contactline.tables.store import Store
from contactline.views import labels
from contactline.views.words import count, say, words_of

Record = Mapping[str, Any]
"""A change in the form of ``history.Build.rows``."""

HOWS = ("added", "changed", "removed")

_TOLLS = ("killed", "injured", "captured", "handed_over", "held")
_DAY = ("date_start", "date_end", "date_precision")
_COUNTED = ("events", "articles", "publishers")
_SIDES = ("tellers", "claimed_by", "denied_by", "countries")
_TOLD_ONLY = ("differences", "linked_by", "part_of", "text", "copy_of")
_FACTS = ("title", "publisher", "author", "published")


@dataclass(frozen=True, slots=True)
class Changed:
    """What changed since a build.

    ``time``: when that build was made (ISO 8601, "" where unknown). ``how``: ``history.FIRST`` or one of the
    constants with it. ``articles`` and ``incidents``: the changes that are kept. ``counts``: the number of changes
    by kind ("incident added"), including those that are not kept.
    """

    time: str
    how: str
    articles: tuple[Record, ...]
    incidents: tuple[Record, ...]
    counts: Mapping[str, int]

    @property
    def grown(self) -> tuple[Record, ...]:
        """The incidents that existed before and whose toll is now higher, or given for the first time."""
        return tuple(one for one in self.incidents if one["how"] == "changed" and _grew(one))

    def of(self, what: str, how: str) -> tuple[Record, ...]:
        """The articles or incidents that were added, removed or changed, except those in ``grown``."""
        rows = self.articles if what == "article" else self.incidents
        grown = {one["id"] for one in self.grown}
        return tuple(one for one in rows if one["how"] == how and (what == "article" or one["id"] not in grown))

    @property
    def left_out(self) -> int:
        """The number of changes of articles and incidents that are not kept."""
        every = sum(n for name, n in self.counts.items() if not name.startswith("event "))
        return every - len(self.articles) - len(self.incidents)


def builds(store: Store) -> Sequence[Build]:
    """The last builds of these tables, the newest first; empty where nothing is stored about them."""
    return _builds(store.folder, str(store.build.get("build", "")))


@lru_cache(maxsize=4)
def _builds(folder: Path, build: str) -> tuple[Build, ...]:
    found = history.read(folder)
    at = next((n for n, one in enumerate(found) if one.build == build), None)
    return tuple(found[at:]) if at is not None else ()


def earlier(found: Sequence[Build]) -> list[str]:
    """The ids of the builds since which the changes are known, the latest first."""
    kept = []
    for one in found:
        if not one.before:
            break
        kept.append(one.before)
    return kept


def names(found: Sequence[Build]) -> dict[str, str]:
    """A name for each of the ``earlier`` builds by its id: when it was made, no two the same."""
    times = {one.before: time_in_words(one.time_before) for one in found if one.before}
    often = Counter(times.values())
    return {key: f"{words} [{key[:4]}]" if often[words] > 1 else words for key, words in times.items()}


def since(found: Sequence[Build], build: str = "") -> Changed | None:
    """What changed since a build, "" for the one before the last; None where that is not known."""
    kept = earlier(found)
    if not kept:
        return None
    if build and build not in kept:
        return None
    some = found[: kept.index(build) + 1] if build else found[:1]
    rows = _merged(some)
    counts = dict(some[0].counts) if len(some) == 1 else _summed(some, rows)
    how = history.MANY if any(one.how == history.MANY for one in some) else history.COMPARED
    articles, incidents = (tuple(one for one in rows if one["what"] == what) for what in ("article", "incident"))
    return Changed(some[-1].time_before, how, articles, incidents, counts)


def _summed(some: Sequence[Build], rows: Sequence[Record]) -> dict[str, int]:
    """The counts over several builds: those of the merged changes if all changes are kept, else the sums."""
    total: Counter[str] = Counter()
    for one in some:
        total.update(one.counts)
    whole = all(
        len(one.rows) == sum(n for k, n in one.counts.items() if not k.startswith("event ")) for one in some
    )
    if whole:
        events = {name: n for name, n in total.items() if name.startswith("event ")}
        return events | dict(Counter(f"{row['what']} {row['how']}" for row in rows))
    return dict(total)


def _merged(some: Sequence[Build]) -> list[Record]:
    """The changes over several builds, the newest first. What was added and removed again is left out."""
    found: dict[tuple[str, str], Record] = {}
    for one in reversed(some):
        for row in one.rows:
            key = row["what"], row["id_before"]
            both = _both(found.pop(key), row) if key in found else row
            if both is not None:
                found[row["what"], row["id"]] = both
    return list(found.values())


def _both(first: Record, then: Record) -> Record | None:
    """Two consecutive changes of the same thing as one; None where they cancel each other."""
    hows = first["how"], then["how"]
    why = list(dict.fromkeys([*first["why"], *then["why"]]))
    if hows == ("added", "removed"):
        return None
    if hows == ("added", "changed"):
        return {**then, "how": "added", "fields": [], "why": first["why"]}
    if hows == ("changed", "removed"):
        return then
    old = {one["field"]: one["old"] for one in first["fields"]}
    new = {one["field"]: one["new"] for one in then["fields"]}
    names = dict.fromkeys([*old, *new])
    before = {one["field"]: one["old"] for one in then["fields"]} | old
    after = {one["field"]: one["new"] for one in first["fields"]} | new
    fields = [{"field": n, "old": before[n], "new": after[n]} for n in names if before[n] != after[n]]
    return {**then, "how": "changed", "fields": fields, "why": why} if fields else None


def _grew(one: Record) -> bool:
    """Whether a toll is higher than before, or given for the first time."""
    for field in one["fields"]:
        name, _, bound = field["field"].rpartition("_")
        if name in _TOLLS and bound in ("best", "max") and field["new"]:
            if not field["old"] or int(field["new"]) > int(field["old"]):
                return True
    return False


def counts_in_words(counts: Mapping[str, int], only: Iterable[str] = ("article", "incident")) -> str:
    """ "2 articles added, 9 incidents added, 6 incidents changed"; "" where nothing changed."""
    parts = [
        say(f"changes.{how}", things=count(counts[f"{what} {how}"], what))
        for what in only
        for how in HOWS
        if counts.get(f"{what} {how}")
    ]
    return ", ".join(parts)


def time_in_words(time: str) -> str:
    """When a build was made: "30 Nov 2026, 16:02 UTC"."""
    try:
        when = datetime.fromisoformat(time)
    except ValueError:
        return say("changes.no_time")
    return say("changes.time", day=labels.day(when.date()), time=f"{when:%H:%M}")


def differences(one: Record, names: Mapping[str, str]) -> list[str]:
    """The changed fields of an article or incident, one phrase each: "killed: 5, now 8".

    ``names``: the names of actors, country codes and places.
    """
    before = {field["field"]: field["old"] for field in one["fields"]}
    after = {field["field"]: field["new"] for field in one["fields"]}
    words = words_of("change_fields")
    found = [_toll(name, before, after) for name in _TOLLS]
    if any(name in before for name in _DAY) and all(name in before for name in _DAY[:2]):
        days = [_when(side) for side in (before, after)]
        found.append(_now(words["day"], *days))
    for name in ("label", *_COUNTED, *_FACTS):
        if name in before:
            found.append(_now(words[name], before[name], after[name]))
    if "place_id" in before:
        found.append(_now(words["place_id"], *(names.get(side["place_id"], "") for side in (before, after))))
    for name in _SIDES:
        if name in before:
            found.append(_now(words[name], *(_named(side[name], names) for side in (before, after))))
    found += [words[name] for name in _TOLD_ONLY if name in before]
    return list(filter(None, found)) or [words["other"]]


def reasons(one: Record) -> str:
    """Why something changed, as far as it is known.

    "" where that is obvious: an article was added or removed, and with it incidents and reports.
    """
    words = words_of("change_why")
    why = list(one["why"])
    reported = any(field["field"] == "events" for field in one["fields"])
    if why in (["the articles"], ["its events"]) and (one["how"] != "changed" or reported):
        return ""
    return ", ".join(words.get(reason, reason) for reason in why) or words["unknown"]


def removed(one: Record, names: Mapping[str, str]) -> str:
    """A removed incident as it was: "4 Oct 2020: Attack or fighting, Azerbaijan and Armenia, Goris"."""
    was = one.get("was", {})
    who = labels.together(names.get(code, code) for code in was.get("countries", ()))
    told = ", ".join(filter(None, (one["label"], who, names.get(was.get("place_id", ""), ""))))
    return say("changes.was", when=_when(was), what=told)


def rows(found: Changed) -> pd.DataFrame:
    """All changes that are kept, one row for each changed value.

    Columns: what, how, id, label, why, field, old, new; all are texts, "" where there is no value.
    """
    blank = {"field": "", "old": "", "new": ""}
    table = [
        {
            "what": one["what"],
            "how": one["how"],
            "id": one["id"],
            "label": one["label"],
            "why": ", ".join(one["why"]),
            **field,
        }
        for one in (*found.articles, *found.incidents)
        for field in (one["fields"] or [blank])
    ]
    return pd.DataFrame(table, columns=["what", "how", "id", "label", "why", *blank])


def _toll(name: str, before: Mapping[str, str], after: Mapping[str, str]) -> str:
    """ "killed: 5, now 8"; "" where the best and the highest number are unchanged."""
    changed = next((key for key in (f"{name}_best", f"{name}_max") if key in before), "")
    if not changed:
        return ""
    numbers = (f"{int(side[changed]):,}" if side[changed] else "" for side in (before, after))
    return _now(words_of("change_fields")[name], *numbers)


def _now(what: str, old: str, new: str) -> str:
    """ "killed: 5, now 8"; "killed: 8, not told before"; "killed: 5, not told now"."""
    key = "now" if old and new else "new" if new else "gone"
    return say(f"changes.{key}", what=what, old=old, new=new)


def _named(codes: str, names: Mapping[str, str]) -> str:
    return labels.together(names.get(code, code) for code in codes.split("; ") if code)


def _when(told: Mapping[str, str]) -> str:
    """The days of an incident in a few words; both ends are given, or neither."""
    first, last = (told.get(name, "") for name in _DAY[:2])
    if not first:
        return say("dates.unknown")
    if not last:
        return say("dates.not_before", day=labels.day(date.fromisoformat(first)))
    return labels.span(date.fromisoformat(first), date.fromisoformat(last))
