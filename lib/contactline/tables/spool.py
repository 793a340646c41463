"""Tables that lie on the disk while they are worked with, so that memory does not grow with them.

Arrow files are mapped into memory: the system reads what is looked at, and lets go of it where room is needed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

import pyarrow as pa

from contactline.tables.schemas import ARTICLE_TABLES, SCHEMAS

_ROWS_AT_ONCE = 2000  # rows that are put together as one piece of a file: many small pieces take much room


def on_disk(batches: Iterable[pa.RecordBatch], schema: pa.Schema, path: Path) -> pa.Table:
    """A table written to ``path`` and mapped from there. The file may be removed while the table is used."""
    with pa.OSFile(str(path), "wb") as file, pa.ipc.new_file(file, schema) as writer:
        for batch in batches:
            writer.write_batch(batch)
    return _mapped(path)


def collect(parts: Iterable[Mapping[str, pa.Table]], work: Path) -> dict[str, pa.Table]:
    """Each table of ``schemas.ARTICLE_TABLES`` from the parts in their order, on the disk in the folder ``work``.

    A part holds the rows of one article or of several that follow one another.
    """
    writers = {name: _Writer(SCHEMAS[name], work / name) for name in ARTICLE_TABLES}
    try:
        for part in parts:
            for name, writer in writers.items():
                writer.add(part[name])
    finally:
        for writer in writers.values():
            writer.close()
    return {name: _mapped(work / name) for name in ARTICLE_TABLES}


def _mapped(path: Path) -> pa.Table:
    return pa.ipc.open_file(pa.memory_map(str(path))).read_all()


class _Writer:
    """A growing Arrow file: rows are gathered until they are worth a piece of it."""

    def __init__(self, schema: pa.Schema, path: Path) -> None:
        self._schema = schema
        self._file = pa.OSFile(str(path), "wb")
        self._writer = pa.ipc.new_file(self._file, schema)
        self._waiting: list[pa.Table] = []
        self._rows = 0

    def add(self, table: pa.Table) -> None:
        self._waiting.append(table)
        self._rows += table.num_rows
        if self._rows >= _ROWS_AT_ONCE:
            self._write()

    def _write(self) -> None:
        if self._rows:
            self._writer.write_table(pa.concat_tables(self._waiting).combine_chunks(), max_chunksize=_ROWS_AT_ONCE)
        self._waiting, self._rows = [], 0

    def close(self) -> None:
        self._write()
        self._writer.close()
        self._file.close()
