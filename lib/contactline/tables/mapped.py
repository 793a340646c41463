"""Large tables as files that are mapped into memory, so that only the parts in use are read, and nothing is
copied.

Parquet is small on disk, but a column has to be unpacked as a whole. Each column of a table with many rows is
therefore also kept unpacked, as an Arrow file in the hidden folder ``.mapped`` beside the Parquet files; so are
the events once more, sorted by day, and the columns of events and parties as numbers (``coded``). These files can
be deleted at any time: they are made again when tables are read.
"""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from contactline.tables import coded
from contactline.tables.schemas import SCHEMAS
from contactline.tables.snapshot import Snapshot, broken, snapshot

FOLDER = ".mapped"
MANY = 50_000
"""Tables with fewer rows are unpacked in memory, which takes no time."""

BY_DAY = "events_by_day"
"""The table of events again, sorted by first and last day, undated ones last."""

DAYS = ("date_start", "date_end")

_NUMBERED_FROM = ("events", "event_actors", "articles", "incidents")


def table(build: Snapshot, name: str) -> pa.Table | None:
    """Return the table ``name`` (or ``BY_DAY``) of a build as mapped columns, which are made if they are missing.

    Columns and types are those of ``schemas.SCHEMAS``, except that texts have the type large_string, which pandas
    uses without copying. None for a table with few rows, and where its columns cannot be written beside its file.
    Raises StoreError where the file is broken.
    """
    source = "events" if name == BY_DAY else name
    file = build.files[source]
    if file.metadata.num_rows < MANY:
        return None
    try:
        return _kept(build.folder, name, _key(file), SCHEMAS[source].names, lambda: _unpacked_all(file, name))
    except pa.ArrowException as error:
        raise broken(build.folder, source, error) from None


def numbers(build: Snapshot) -> dict[str, pa.Table]:
    """The tables ``coded.EVENTS`` and ``coded.PARTIES`` of a build as mapped columns, made where they are missing.

    Empty where the build has few events, and where they cannot be written.
    """
    by_day = table(build, BY_DAY)
    if by_day is None:
        return {}
    key = "".join(_key(build.files[name]) for name in _NUMBERED_FROM)
    key = hashlib.sha256(key.encode()).hexdigest()[:16]

    def column(name: str, field: str) -> pa.Array:
        return by_day.column(field) if name == BY_DAY else _unpacked(build.files[name], field)

    found = {}
    for name, make in ((coded.EVENTS, coded.events), (coded.PARTIES, coded.parties)):
        made = _kept(build.folder, name, key, coded.names_of(name), partial(_arrays, make, column))
        if made is None:
            return {}
        found[name] = made
    return found


def _arrays(make: Callable[[coded.Column, str], pa.Table], column: coded.Column) -> Iterable[tuple[str, pa.Array]]:
    table = make(column, BY_DAY)
    return ((name, table.column(name).chunk(0)) for name in table.column_names)


def _kept(
    folder: Path, name: str, key: str, fields: Sequence[str], make: Callable[[], Iterable[tuple[str, pa.Array]]]
) -> pa.Table | None:
    """The mapped columns of a table, made where they are not there yet; None where they cannot be written."""
    place = folder / FOLDER / f"{name}-{key}"
    try:
        found = _columns(place, fields)
        if found is None:
            _make(make(), place, name)
            found = _columns(place, fields)
        return found
    except OSError:
        return None  # not permitted to write, or the disk is full


def prepare(folder: Path) -> None:
    """Make the mapped columns of all large tables in a folder, so that no visitor has to wait for them."""
    with snapshot(folder) as build:
        for name in (*SCHEMAS, BY_DAY):
            table(build, name)
        numbers(build)


def _key(file: pq.ParquetFile) -> str:
    """A key that differs between the tables of different builds: made from build id, sizes, least and greatest
    values.
    """
    facts = file.schema_arrow.metadata, file.metadata.to_dict()
    return hashlib.sha256(repr(facts).encode()).hexdigest()[:16]


def _make(columns: Iterable[tuple[str, pa.Array]], place: Path, name: str) -> None:
    """Write a table column by column, so that memory holds one; the folder gets its name only when complete."""
    fresh = place.parent / f".{place.name}-{os.getpid()}"
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir(parents=True)
    try:
        for field, column in columns:
            _write(fresh / f"{field}.arrow", column)
        for old in place.parent.glob(f"{name}-*"):
            # of an earlier build, or broken; a process that has it open can still read it
            shutil.rmtree(old, ignore_errors=True)
        fresh.rename(place)
    except OSError:
        if not place.is_dir():  # if it is there, another process has made it meanwhile
            raise
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
        pa.default_memory_pool().release_unused()


def _unpacked_all(file: pq.ParquetFile, name: str) -> Iterable[tuple[str, pa.Array]]:
    """The columns of a table, of ``BY_DAY`` in the order of the days."""
    order = _by_day(file) if name == BY_DAY else None
    for field in file.schema_arrow:
        column = _unpacked(file, field.name)
        yield field.name, column if order is None else column.take(order)


def _by_day(file: pq.ParquetFile) -> pa.Array:
    days = pa.table({day: _unpacked(file, day) for day in DAYS})
    return pc.sort_indices(days, sort_keys=[(day, "ascending", "at_end") for day in DAYS])


def _unpacked(file: pq.ParquetFile, name: str) -> pa.Array:
    column = file.read([name]).column(0)
    wide = pa.large_string() if pa.types.is_string(column.type) else column.type
    found = column.cast(wide).combine_chunks()
    return found if isinstance(found, pa.Array) else found.chunk(0)


def _write(path: Path, column: pa.Array) -> None:
    batch = pa.record_batch({"": column})
    with pa.OSFile(str(path), "wb") as out, pa.ipc.new_file(out, batch.schema) as writer:
        writer.write_batch(batch)


def _columns(place: Path, names: Sequence[str]) -> pa.Table | None:
    """Map the columns in a folder; None where one is missing or broken."""
    try:
        paths = {name: str(place / f"{name}.arrow") for name in names}
        return pa.table(
            {name: pa.ipc.open_file(pa.memory_map(path)).get_batch(0).column(0) for name, path in paths.items()}
        )
    except (OSError, pa.ArrowException):
        return None
