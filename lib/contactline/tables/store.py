"""Writing and reading the stored tables, which lie between the path of the text and the dashboard.

One folder a build: a Parquet file a table, rejects.csv with the inputs that could not be used, and build.json. A
folder is written beside its place and renamed into it so that a reader sees the old build or the new one, never
half of one.
"""

from __future__ import annotations

import json
import os
import shlex
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from contactline import rejects
from contactline.rejects import Reject
from contactline.tables.schemas import SCHEMAS, VERSION

BUILD = "build.json"
REJECTS = "rejects.csv"
_ABANDONED_SECONDS = 3600
_TRIES = 3
_MAY_BE_UNKNOWN = frozenset(
    {"killed", "injured"}
    | {f"{what}_{bound}" for what in ("killed", "injured", "captured") for bound in ("min", "best", "max")}
    | {f"{what}_{end}" for what in ("killed", "injured", "captured", "handed_over") for end in ("low", "high")}
)


class StoreError(RuntimeError):
    """Tables that are missing, broken or of another version: the message says which, and what to do."""


@dataclass(frozen=True, slots=True)
class Store:
    """A build's tables as frames, columns and types as in ``schemas.SCHEMAS``.

    Texts are strings, "" where there is nothing to say; ids that stay open are NaN. Days are datetime64 (NaT where
    unknown), the dead and injured Int32 (NA where unknown), lists numpy arrays. ``build`` is build.json.
    """

    folder: Path
    build: Mapping[str, Any]
    articles: pd.DataFrame
    sentences: pd.DataFrame
    mentions: pd.DataFrame
    events: pd.DataFrame
    event_actors: pd.DataFrame
    incidents: pd.DataFrame
    differences: pd.DataFrame
    actors: pd.DataFrame
    actor_roles: pd.DataFrame
    places: pd.DataFrame
    noise: pd.DataFrame
    uncoded: pd.DataFrame
    corrections: pd.DataFrame
    coded_events: pd.DataFrame
    coded_parties: pd.DataFrame


def table(name: str, rows: list[dict[str, Any]]) -> pa.Table:
    """Rows as the table ``name``: each has every column. Raises KeyError for a row that lacks one."""
    schema = SCHEMAS[name]
    return pa.table(
        {field.name: pa.array([row[field.name] for row in rows], field.type) for field in schema}, schema
    )


def check_place(folder: Path) -> None:
    """Raises StoreError where ``write`` would: to be asked before hours of work, not after them."""
    if folder.exists() and not folder.is_dir():
        raise StoreError(f"{folder} is a file. The tables need a folder of their own: name another with --tables.")
    if folder.is_dir() and any(folder.iterdir()) and not (folder / BUILD).is_file():
        raise StoreError(f"{folder} holds files that are no tables. Name an empty or a new folder with --tables.")
    above = next(parent for parent in folder.absolute().parents if parent.exists())
    if not above.is_dir() or not os.access(above, os.W_OK):
        raise StoreError(f"{above} cannot be written to, so no tables can be there. Name another with --tables.")


def write(
    folder: Path, tables: Mapping[str, pa.Table], build: Mapping[str, Any], rejected: Sequence[Reject] = ()
) -> None:
    """Publish a build: every table of ``schemas.SCHEMAS``, rejects.csv and build.json, whole or not at all.

    Raises StoreError where ``folder`` holds something that is no build, so that a wrong path costs nothing, and
    where it cannot be written (a full disk, no right to, another build at the same moment).
    """
    folder = folder.resolve()
    check_place(folder)
    try:
        _write(folder, tables, build, rejected)
    except OSError as error:
        raise StoreError(
            f"{folder}: the tables could not be written ({error.strerror or error}). What was there is untouched. "
            "Fix the cause, or name another folder with --tables."
        ) from None


def _write(
    folder: Path, tables: Mapping[str, pa.Table], build: Mapping[str, Any], rejected: Sequence[Reject]
) -> None:
    folder.parent.mkdir(parents=True, exist_ok=True)
    fresh = folder.parent / f".{folder.name}.new-{os.getpid()}"
    old = folder.parent / f".{folder.name}.old-{os.getpid()}"
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir()
    try:
        for name in SCHEMAS:
            pq.write_table(tables[name].cast(SCHEMAS[name]), fresh / f"{name}.parquet", compression="zstd")
        rejects.write(fresh / REJECTS, rejected)
        stamp = {"tables_version": VERSION, **build, "counts": {name: tables[name].num_rows for name in SCHEMAS}}
        (fresh / BUILD).write_text(json.dumps(stamp, indent=1) + "\n", encoding="utf-8")  # a path may be no UTF-8
        _remove_abandoned(folder, fresh.stat().st_mtime)
        if folder.exists():
            folder.rename(old)
        try:
            fresh.rename(folder)
        except OSError:
            if old.exists() and not folder.exists():
                old.rename(folder)
            raise
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
        shutil.rmtree(old, ignore_errors=True)


def _remove_abandoned(folder: Path, now: float) -> None:
    """Remove what killed builds have left beside the folder; a running build writes for minutes at most."""
    for left in folder.parent.glob(f".{folder.name}.[no][el][wd]-*"):
        if now - left.stat().st_mtime > _ABANDONED_SECONDS:
            shutil.rmtree(left, ignore_errors=True)


def _advice(folder: Path) -> str:
    return f"Run: contactline build ARTICLES --tables {shlex.quote(str(folder))}"


def read_build(folder: Path) -> dict[str, Any]:
    """build.json. Raises StoreError where it is missing, broken or of another version."""
    path = folder / BUILD
    if not path.is_file():
        raise StoreError(f"There are no tables in {folder}. {_advice(folder)}")
    try:
        build = json.loads(path.read_text(encoding="utf-8"))
        version = build["tables_version"]
    except (ValueError, KeyError, TypeError):
        raise StoreError(f"{path} is broken. {_advice(folder)}") from None
    if version != VERSION:
        raise StoreError(
            f"The tables in {folder} have version {version}, this program reads version {VERSION}. "
            f"{_advice(folder)}"
        )
    return dict(build)


def read_rejects(folder: Path) -> list[Reject]:
    """The inputs that the build could not use; none where it had none, or has no such file."""
    return rejects.read(folder / REJECTS)


def read_table(folder: Path, name: str) -> pa.Table:
    """One table as Arrow. Raises StoreError where its file is missing, broken or has other columns."""
    path = folder / f"{name}.parquet"
    try:
        found = pq.read_table(path)
    except FileNotFoundError:
        raise StoreError(f"{path} is missing. {_advice(folder)}") from None
    except (pa.ArrowException, OSError) as error:
        raise StoreError(f"{path} is broken ({error}). {_advice(folder)}") from None
    if not found.schema.equals(SCHEMAS[name]):
        raise StoreError(f"{path} has other columns than this program reads. {_advice(folder)}")
    return found


def read(folder: Path | str) -> Store:
    """All tables of a build as frames. Raises StoreError where one is missing, broken or of another version."""
    folder = Path(folder)
    for _ in range(_TRIES):
        build = read_build(folder)
        frames = {name: _frame(read_table(folder, name)) for name in SCHEMAS}
        if read_build(folder) == build:  # else another build took its place meanwhile
            return Store(folder, build, **frames)
    raise StoreError(f"The tables in {folder} are being written again and again. Try once more when that is done.")


def _frame(table: pa.Table) -> pd.DataFrame:
    frame: pd.DataFrame = table.to_pandas(date_as_object=False)
    for name in _MAY_BE_UNKNOWN & set(frame.columns):
        frame[name] = frame[name].astype("Int32")
    return frame


def of_tables(folder: Path, build: Mapping[str, Any], tables: Mapping[str, pa.Table]) -> Store:
    """Tables that are not on the disk, every one of ``schemas.SCHEMAS``; ``folder``: of the build they extend."""
    return Store(folder, build, **{name: _frame(tables[name].cast(SCHEMAS[name])) for name in SCHEMAS})
