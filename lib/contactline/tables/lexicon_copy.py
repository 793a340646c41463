"""The rows of the lexicon that a build was made with, kept beside its tables for comparing two builds."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pyarrow as pa
import pyarrow.parquet as pq

from contactline.lexicon import Lexicon
from contactline.lexicon.table import LINE
from contactline.tables.folder import path_of

FILE = "lexicon.parquet"
_SCHEMA = pa.schema([pa.field("table", pa.string()), pa.field("cells", pa.list_(pa.string()))])


class LexiconRow(NamedTuple):
    """A row of a table: the table's name and the cells in the order of its columns."""

    table: str
    cells: tuple[str, ...]


def write(folder: Path, lexicon: Lexicon) -> None:
    """Write all rows of a lexicon into a folder."""
    names, cells = [], []
    for name in sorted(lexicon.tables):
        for row in lexicon.rows(name):
            names.append(name)
            cells.append([value for column, value in row.items() if column != LINE])
    pq.write_table(pa.table([names, cells], schema=_SCHEMA), folder / FILE, compression="zstd")


def read(folder: Path) -> frozenset[LexiconRow]:
    """The rows of the lexicon of the build in a folder; none where it has no such file."""
    path = path_of(folder, FILE)
    try:
        found = pq.read_table(path, schema=_SCHEMA)
    except (FileNotFoundError, pa.ArrowException):
        return frozenset()
    pairs = zip(found["table"].to_pylist(), found["cells"].to_pylist(), strict=True)
    return frozenset(LexiconRow(table, tuple(cells)) for table, cells in pairs)
