"""Writing and reading the stored tables, which lie between the path of the text and the dashboard.

One folder a build: a Parquet file a table, rejects.csv with the inputs that could not be used, changes.json with
what the last builds changed, and build.json.
How one build takes the place of another is told in ``folder``, how all of one build is read in ``snapshot``.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from contactline import rejects
from contactline.lexicon import Lexicon
from contactline.rejects import Reject
from contactline.tables import history, lexicon_copy, mapped
from contactline.tables.folder import (
    BUILD,
    REJECTS,
    StoreError,
    check_place,
    in_words,
    path_of,
    publish,
    workplace,
)
from contactline.tables.schemas import SCHEMAS, VERSION
from contactline.tables.snapshot import BUILD_KEY, read_build, snapshot

__all__ = [
    "BUILD",
    "REJECTS",
    "Store",
    "StoreError",
    "check_place",
    "of_tables",
    "read",
    "read_build",
    "read_rejects",
    "read_table",
    "stamp",
    "table",
    "write",
]

_ROWS_AT_ONCE = 20_000  # rows that are compressed at a time: texts of articles take much room
_COUNTED = ("killed", "injured", "captured", "handed_over", "held")
_MAY_BE_UNKNOWN = frozenset(
    {"killed", "injured"}
    | {f"{what}_{bound}" for what in _COUNTED for bound in ("min", "best", "max")}
    | {f"{what}_{end}" for what in _COUNTED for end in ("low", "high")}
)


def _kept(name: str) -> cached_property[pd.DataFrame]:
    """A table as a frame, made when it is first asked for."""
    return cached_property(lambda store: _frame(store.arrow[name]))


@dataclass(frozen=True)
class Store:
    """A build's tables as frames, columns and types as in ``schemas.SCHEMAS``; each is made when it is asked for.

    Texts are strings, "" where there is nothing to say; ids that stay open are NaN. Days are datetime64 (NaT where
    unknown), the dead and injured Int32 (NA where unknown), lists numpy arrays, of large tables Python lists.
    ``build`` is build.json, ``arrow`` the same tables as Arrow; large ones lie on disk and cost memory only as far
    as they are read (``mapped``).
    """

    folder: Path
    build: Mapping[str, Any]
    arrow: Mapping[str, pa.Table]

    articles = _kept("articles")
    sentences = _kept("sentences")
    mentions = _kept("mentions")
    events = _kept("events")
    event_actors = _kept("event_actors")
    incidents = _kept("incidents")
    differences = _kept("differences")
    actors = _kept("actors")
    actor_roles = _kept("actor_roles")
    places = _kept("places")
    noise = _kept("noise")
    uncoded = _kept("uncoded")
    corrections = _kept("corrections")
    coded_events = _kept("coded_events")
    coded_parties = _kept("coded_parties")

    def having(self, **frames: pd.DataFrame) -> Store:
        """The same store with other frames in the place of some tables."""
        found = replace(self)
        found.__dict__.update(frames)
        return found

    @property
    def by_day(self) -> pd.DataFrame:
        """The events sorted by first and last day, undated ones last; those of one day stay in their order."""
        if mapped.BY_DAY in self.arrow:
            return _frame(self.arrow[mapped.BY_DAY])
        return self.events.sort_values([*mapped.DAYS], kind="stable", ignore_index=True)


def table(name: str, rows: list[dict[str, Any]]) -> pa.Table:
    """Rows as the table ``name``: each has every column. Raises KeyError for a row that lacks one."""
    schema = SCHEMAS[name]
    return pa.table(
        {field.name: pa.array([row[field.name] for row in rows], field.type) for field in schema}, schema
    )


def write(
    folder: Path,
    tables: Mapping[str, pa.Table],
    build: Mapping[str, Any],
    rejected: Sequence[Reject] = (),
    *,
    lexicon: Lexicon | None = None,
) -> None:
    """Publish a build: every table of ``schemas.SCHEMAS``, rejects.csv and build.json, whole or not at all.

    With a ``lexicon``, its rows are kept beside them (``lexicon_copy``); so is what the build changes of the one
    whose place it takes (``history``).

    Each file holds the build's id, so that files of different builds in one folder are noticed. Raises StoreError
    where ``folder`` holds something that is no build, so that a wrong path costs nothing, and where it cannot be
    written (a full disk, no right to).
    """
    folder = folder.resolve()
    check_place(folder)
    counts = {name: tables[name].num_rows for name in SCHEMAS}
    facts = {"tables_version": VERSION, **build, "counts": counts}
    key = _build_id(facts, tables, rejected)
    with in_words(folder), workplace(folder) as work:
        fresh = work / "fresh"
        fresh.mkdir()
        for name, schema in SCHEMAS.items():
            marked = tables[name].cast(schema).replace_schema_metadata({BUILD_KEY: key})
            path = fresh / f"{name}.parquet"
            pq.write_table(marked, path, compression="zstd", row_group_size=_ROWS_AT_ONCE)
        rejects.write(fresh / REJECTS, rejected)
        if lexicon is not None:
            lexicon_copy.write(fresh, lexicon)
        text = json.dumps({"build": key, **facts}, indent=1) + "\n"  # in ASCII, since a path may be no UTF-8
        (fresh / BUILD).write_text(text, encoding="utf-8")
        history.write(fresh, folder)
        publish(fresh, folder)


def _build_id(facts: Mapping[str, Any], tables: Mapping[str, pa.Table], rejected: Sequence[Reject]) -> str:
    """16 hexadecimal digits that differ where two builds do: in what they were made from, or left out."""
    digest = hashlib.sha256(json.dumps(facts, sort_keys=True).encode())
    for column in ("article_id", "digest"):
        digest.update(repr(tables["articles"][column].to_pylist()).encode())
    digest.update(repr(list(rejected)).encode())
    return digest.hexdigest()[:16]


def stamp(folder: Path) -> str:
    """What tells one build in a folder from another: the time of its build.json; "" where there is none."""
    try:
        return str(path_of(folder, BUILD).stat().st_mtime_ns)
    except OSError:
        return ""


def read_rejects(folder: Path) -> list[Reject]:
    """The inputs that the build could not use; none where it had none, or has no such file."""
    return rejects.read(path_of(folder, REJECTS))


def read_table(folder: Path, name: str) -> pa.Table:
    """One table as Arrow. Raises StoreError where a file of the build is missing, broken or has other columns."""
    with snapshot(folder) as build:
        return build.table(name)


def read(folder: Path | str) -> Store:
    """All tables of a build. Raises StoreError where one is missing, broken or of another version."""
    with snapshot(Path(folder)) as build:
        found = {name: mapped.table(build, name) or build.table(name) for name in SCHEMAS}
        by_day = mapped.table(build, mapped.BY_DAY)
        return Store(Path(folder), build.build, found if by_day is None else found | {mapped.BY_DAY: by_day})


def _frame(table: pa.Table) -> pd.DataFrame:
    """A table as a frame that shares its memory, but for days and numbers that may be unknown, and lists of small
    tables.
    """
    counts = [name for name in table.column_names if name in _MAY_BE_UNKNOWN]
    large = pa.large_string() in table.schema.types
    frame: pd.DataFrame = table.drop_columns(counts).to_pandas(
        date_as_object=False, split_blocks=True, types_mapper=_list_type if large else None
    )
    known = table.select(counts).to_pandas(types_mapper={pa.int32(): pd.Int32Dtype()}.get)
    return frame.join(known)[table.column_names] if counts else frame


def _list_type(kind: pa.DataType) -> pd.ArrowDtype | None:
    return pd.ArrowDtype(kind) if pa.types.is_list(kind) else None


def of_tables(folder: Path, build: Mapping[str, Any], tables: Mapping[str, pa.Table]) -> Store:
    """Tables that are not on the disk, every one of ``schemas.SCHEMAS``; ``folder``: of the build they extend."""
    return Store(folder, build, {name: tables[name].cast(SCHEMAS[name]) for name in SCHEMAS})
