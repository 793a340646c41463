"""Tables that stay on disk while they are used, so that memory does not grow with their size.

Arrow files are mapped into memory: the system reads the parts in use, and releases them when memory is needed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

import pyarrow as pa

from contactline.tables.schemas import ARTICLE_TABLES, SCHEMAS

_ROWS_AT_ONCE = 2000  # rows written as one batch: many small batches take much space


def on_disk(batches: Iterable[pa.RecordBatch], schema: pa.Schema, path: Path) -> pa.Table:
    """Write a table to ``path`` and map it from there. The file may be removed while the table is used."""
    with pa.OSFile(str(path), "wb") as file, pa.ipc.new_file(file, schema) as writer:
        for batch in batches:
            writer.write_batch(batch)
    return _mapped(path)


def collect(parts: Iterable[Mapping[str, pa.Table]], work: Path) -> dict[str, pa.Table]:
    """Join the parts in their order into each table of ``schemas.ARTICLE_TABLES``, on disk in the folder ``work``.

    A part holds the rows of one article, or of several consecutive ones.
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
    """An Arrow file that rows are appended to; they are gathered until there are enough for one batch."""

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
