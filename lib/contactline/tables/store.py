"""Writing and reading the stored tables, which lie between the path of the text and the dashboard.

A build is one folder: a Parquet file for each table, rejects.csv with the inputs not used, changes.json with
what the last builds changed, and build.json.
``folder`` describes how a build replaces another, ``snapshot`` how all files of one build are read together.
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
from contactline.tables import coded, history, lexicon_copy, mapped
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

_ROWS_AT_ONCE = 20_000  # rows compressed at a time: texts of articles need much memory
_COUNTED = ("killed", "injured", "captured", "handed_over", "held")
_MAY_BE_UNKNOWN = frozenset(
    {"killed", "injured"}
    | {f"{what}_{bound}" for what in _COUNTED for bound in ("min", "best", "max")}
    | {f"{what}_{end}" for what in _COUNTED for end in ("low", "high")}
)


def _kept(name: str) -> cached_property[pd.DataFrame]:
    """A table as a frame, made when it is first used and then kept."""
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
        """The same store with some tables replaced by the given frames."""
        found = replace(self)
        found.__dict__.update(frames)
        return found

    @property
    def by_day(self) -> pd.DataFrame:
        """The events sorted by first and last day, undated ones last; events of the same day keep their order."""
        if mapped.BY_DAY in self.arrow:
            return _frame(self.arrow[mapped.BY_DAY])
        return self.events.sort_values([*mapped.DAYS], kind="stable", ignore_index=True)

    def numbers(self, by_day: pd.DataFrame) -> tuple[pa.Table, pa.Table]:
        """The events ``by_day`` and their parties as numbers, as of ``coded.events`` and ``coded.parties``."""
        if coded.EVENTS in self.arrow:
            return self.arrow[coded.EVENTS], self.arrow[coded.PARTIES]

        def column(name: str, field: str) -> pd.Series[str]:
            frame: pd.DataFrame = by_day if name == mapped.BY_DAY else getattr(self, name)
            return frame[field]

        return coded.events(column, mapped.BY_DAY), coded.parties(column, mapped.BY_DAY)


def table(name: str, rows: list[dict[str, Any]]) -> pa.Table:
    """Make the table ``name`` from rows, each of which has every column. Raises KeyError for a row that lacks
    one.
    """
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
    """Publish a build: every table of ``schemas.SCHEMAS``, rejects.csv and build.json, completely or not at all.

    With a ``lexicon``, its rows are stored beside the tables (``lexicon_copy``), and so is what the build changes
    compared with the one that it replaces (``history``). Each file holds the build's id, so that files of
    different builds in one folder are noticed. Raises StoreError where ``folder`` holds something that is not a
    build, so that a mistyped path destroys nothing, and where it cannot be written (full disk, no permission).
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
        # in ASCII, since a path may not be valid UTF-8
        text = json.dumps({"build": key, **facts}, indent=1) + "\n"
        (fresh / BUILD).write_text(text, encoding="utf-8")
        history.write(fresh, folder)
        publish(fresh, folder)


def _build_id(facts: Mapping[str, Any], tables: Mapping[str, pa.Table], rejected: Sequence[Reject]) -> str:
    """16 hexadecimal digits that differ where two builds differ in their sources or in the inputs left out."""
    digest = hashlib.sha256(json.dumps(facts, sort_keys=True).encode())
    for column in ("article_id", "digest"):
        digest.update(repr(tables["articles"][column].to_pylist()).encode())
    digest.update(repr(list(rejected)).encode())
    return digest.hexdigest()[:16]


def stamp(folder: Path) -> str:
    """The modification time of build.json, which changes with each build in a folder; "" where there is none."""
    try:
        return str(path_of(folder, BUILD).stat().st_mtime_ns)
    except OSError:
        return ""


def read_rejects(folder: Path) -> list[Reject]:
    """Read the inputs that the build could not use; an empty list where there were none, or the file is
    missing.
    """
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
        if by_day is not None:
            found |= {mapped.BY_DAY: by_day, **mapped.numbers(build)}
        return Store(Path(folder), build.build, found)


def _frame(table: pa.Table) -> pd.DataFrame:
    """A table as a frame that shares its memory, except for days, numbers that may be unknown, and lists of
    small tables.
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
    """Make a store of tables in memory, every one of ``schemas.SCHEMAS``. ``folder``: that of the build they
    extend.
    """
    return Store(folder, build, {name: tables[name].cast(SCHEMAS[name]) for name in SCHEMAS})
