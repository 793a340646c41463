"""One build, held open: all its files stay readable even if other builds replace it meanwhile.

In: a folder of tables. Out: its tables, all of the same build. The files are opened first; then the build's id and
the numbers of rows in each are compared with build.json. While another build is being published they may not
agree, so this waits and tries again.
"""

from __future__ import annotations

import json
import shlex
import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from contactline.tables.folder import BUILD, StoreError, path_of, recover
from contactline.tables.schemas import SCHEMAS, VERSION

BUILD_KEY = b"contactline.build"
"""The key of the build's id in the metadata of every Parquet file."""

_PATIENCE = 10.0  # seconds to wait while another build is being published; on a slow disk it takes a few
_PAUSE = 0.05


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A build as it was when it was opened. ``build`` is the content of build.json, ``files`` its tables by
    name.
    """

    folder: Path
    build: Mapping[str, Any]
    files: Mapping[str, pq.ParquetFile]

    def table(self, name: str) -> pa.Table:
        """A table as Arrow, columns and types as in ``schemas.SCHEMAS``. Raises StoreError where it is broken."""
        return pa.Table.from_batches(self.batches(name), SCHEMAS[name])

    def batches(self, name: str) -> Iterator[pa.RecordBatch]:
        """Yield the same table in batches, which need little memory."""
        try:
            for batch in self.files[name].iter_batches():
                yield batch.replace_schema_metadata(None)
        except (pa.ArrowException, OSError) as error:
            raise broken(self.folder, name, error) from None


@contextmanager
def snapshot(folder: Path) -> Iterator[Snapshot]:
    """Open the build in a folder until the end of the ``with`` block.

    Raises StoreError where a file is missing, broken, of another version or of another build than the rest.
    """
    recover(folder)
    until = time.monotonic() + _PATIENCE
    while True:
        before = _identity(folder)
        with ExitStack() as stack:
            try:
                found = _opened(folder, stack)
            except StoreError:
                if time.monotonic() > until or before == _identity(folder):
                    raise
            else:
                yield found
                return
        time.sleep(_PAUSE)


def _identity(folder: Path) -> tuple[object, ...]:
    """A value that changes when another build is published: where the files lie, and which files they are."""
    found: list[object] = []
    for name in (BUILD, *(f"{name}.parquet" for name in SCHEMAS)):
        try:
            found.append(path_of(folder, name).stat().st_ino)
        except OSError:
            found.append(None)
    return tuple(found)


def _opened(folder: Path, stack: ExitStack) -> Snapshot:
    build = read_build(folder)
    files = {name: stack.enter_context(_file(folder, name)) for name in SCHEMAS}
    for name, file in files.items():
        own = (file.schema_arrow.metadata or {}).get(BUILD_KEY, b"").decode()
        if own != build.get("build") or file.metadata.num_rows != build.get("counts", {}).get(name):
            raise StoreError(
                f"{folder / name}.parquet and {BUILD} beside it are of different builds. {advice(folder)}"
            )
    return Snapshot(folder, build, files)


def _file(folder: Path, name: str) -> pq.ParquetFile:
    try:
        file = pq.ParquetFile(path_of(folder, f"{name}.parquet"))
    except FileNotFoundError:
        raise StoreError(f"{folder / name}.parquet is missing. {advice(folder)}") from None
    except (pa.ArrowException, OSError) as error:
        raise broken(folder, name, error) from None
    if not file.schema_arrow.equals(SCHEMAS[name]):
        file.close()
        raise StoreError(f"{folder / name}.parquet has other columns than this program reads. {advice(folder)}")
    return file


def broken(folder: Path, name: str, error: Exception) -> StoreError:
    """The error to raise for a table that cannot be read."""
    return StoreError(f"{folder / name}.parquet is broken ({error}). {advice(folder)}")


def read_build(folder: Path) -> dict[str, Any]:
    """Read build.json. Raises StoreError where it is missing, broken or of another version."""
    path = path_of(folder, BUILD)
    try:
        build = json.loads(path.read_text(encoding="utf-8"))
        version = build["tables_version"]
    except (FileNotFoundError, NotADirectoryError):
        raise StoreError(f"There are no tables in {folder}. {advice(folder)}") from None
    except (ValueError, KeyError, TypeError):
        raise StoreError(f"{path} is broken. {advice(folder)}") from None
    if version != VERSION:
        raise StoreError(
            f"The tables in {folder} have version {version}, this program reads version {VERSION}. "
            f"{advice(folder)}"
        )
    return dict(build)


def advice(folder: Path) -> str:
    """A sentence with the command that builds the tables again."""
    return f"Run: contactline build ARTICLES --tables {shlex.quote(str(folder))}"
