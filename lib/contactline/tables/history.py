"""What each of the last builds changed, kept beside the tables.

In: the build in a folder, and the one that replaces it. Out: changes.json, which is published with the new build.
The number of builds and rows in it is limited, whatever the number of articles.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import pyarrow as pa

from contactline.tables import diff
from contactline.tables.diff import Change
from contactline.tables.folder import BUILD, StoreError, path_of
from contactline.tables.snapshot import Snapshot, snapshot

FILE = "changes.json"

FIRST, COMPARED, MANY, UNLIKE = "first", "compared", "many", "unlike"
"""How a build was compared with the one before: there was none; everything was compared; only articles, as
there are too many events; the build before could not be read."""

_BUILDS = 20
_ROWS = 1000  # rows kept for each build: about 200 kB
_ALL_ROWS = 3000
_EVENTS = 20_000  # most events of both builds together that are compared: this takes seconds and some 100 MB
_LETTERS = 200  # characters kept of a value
_DESCRIBED = ("date_start", "date_end", "date_precision", "place_id", "countries")


@dataclass(frozen=True, slots=True)
class Build:
    """A build and what it changed.

    ``build``, ``time``: its id and when it was made (ISO 8601, "" where unknown). ``before``, ``time_before``: the
    same of the build that it replaced, "" for the first build. ``how``: ``FIRST`` or one of the constants below
    it. ``counts``: the number of changes by kind ("incident added"). ``rows``: the changed articles and incidents,
    at most ``_ROWS``, as ``diff.Change.record`` returns them; a removed incident has its former columns under
    ``was`` (days as ISO texts).
    """

    build: str
    time: str
    before: str = ""
    time_before: str = ""
    how: str = FIRST
    counts: Mapping[str, int] = field(default_factory=dict)
    rows: list[Mapping[str, Any]] = field(default_factory=list)


def read(folder: Path) -> list[Build]:
    """Read the last builds of a folder, the newest first; an empty list where the file is missing or cannot be
    read.
    """
    try:
        found = json.loads(path_of(folder, FILE).read_text(encoding="utf-8"))
        return [Build(**one) for one in found["builds"]]
    except (OSError, ValueError, KeyError, TypeError):
        return []


def write(fresh: Path, folder: Path) -> None:
    """Write changes.json into ``fresh``, the folder of a new build: what it changes in the build in ``folder``,
    and the earlier entries of that build's changes.json.
    """
    this = _changed(fresh, folder)
    earlier = read(folder) if this.before else []
    kept = list(_bounded([this, *(one for one in earlier if one.build != this.build)]))
    text = json.dumps({"builds": [asdict(one) for one in kept]}, separators=(",", ":"))
    (fresh / FILE).write_text(text, encoding="utf-8")


def _bounded(builds: Iterable[Build]) -> Iterable[Build]:
    """Keep as many of the builds, the newest first, as the limits allow."""
    rows = 0
    for number, one in enumerate(builds):
        rows += len(one.rows)
        if number >= _BUILDS or (number and rows > _ALL_ROWS):
            return
        yield one


def _changed(fresh: Path, folder: Path) -> Build:
    with snapshot(fresh) as new:
        this = str(new.build["build"]), str(new.build.get("time") or "")
        if not path_of(folder, BUILD).is_file():
            return Build(*this)
        try:
            with snapshot(folder) as old:
                before = str(old.build["build"]), str(old.build.get("time") or "")
                if sum(one.build["counts"]["events"] for one in (old, new)) > _EVENTS:
                    changes = _articles(old, new)
                    return Build(*this, *before, MANY, _counts(changes), _rows(changes, {}))
                changes = diff.compare(folder, fresh)
                return Build(*this, *before, COMPARED, _counts(changes), _rows(changes, _removed(old, changes)))
        except StoreError:  # tables of an earlier version, or broken
            return Build(*this, how=UNLIKE)


def _articles(old: Snapshot, new: Snapshot) -> list[Change]:
    """The articles that were added, removed or changed, found by comparing ids and digests only."""
    sides = []
    for one in (old, new):
        columns = one.files["articles"].read(["article_id", "title", "digest"]).to_pylist()
        sides.append({row["article_id"]: row for row in columns})
    before, after = sides
    found = []
    for key in dict.fromkeys([*before, *after]):
        row = after.get(key) or before[key]
        if (key in before) != (key in after):
            found.append(
                Change("article", "added" if key in after else "removed", key, row["title"], ("the articles",))
            )
        elif before[key]["digest"] != after[key]["digest"]:
            found.append(Change("article", "changed", key, row["title"], ()))
    return found


def _counts(changes: Iterable[Change]) -> dict[str, int]:
    return dict(Counter(f"{change.what} {change.how}" for change in changes))


def _removed(old: Snapshot, changes: Iterable[Change]) -> dict[str, dict[str, Any]]:
    """The former columns of removed incidents, by id."""
    ids = {change.key for change in changes if (change.what, change.how) == ("incident", "removed")}
    if not ids:
        return {}
    table: pa.Table = old.table("incidents").select(["incident_id", *_DESCRIBED])
    rows = (row for row in table.to_pylist() if row["incident_id"] in ids)
    return {row["incident_id"]: {n: _plain(row[n]) for n in _DESCRIBED if row[n] is not None} for row in rows}


def _plain(value: Any) -> Any:
    return value.isoformat() if hasattr(value, "isoformat") else value


def _rows(changes: Sequence[Change], removed: Mapping[str, Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """The changes that are kept, as records: articles first, then incidents whose toll changed."""
    some = [change for change in changes if change.what != "event"]
    some.sort(key=lambda change: (change.what != "article", not _toll(change)))
    rows: list[Mapping[str, Any]] = []
    for change in some[:_ROWS]:
        row = change.record()
        row["label"] = row["label"][:_LETTERS]
        row["fields"] = [{name: value[:_LETTERS] for name, value in one.items()} for one in row["fields"]]
        rows.append(row | ({"was": dict(removed[change.key])} if change.key in removed else {}))
    return rows


def _toll(change: Change) -> bool:
    return any(
        name.startswith(("killed", "injured", "captured", "handed_over", "held")) for name, _, _ in change.fields
    )
