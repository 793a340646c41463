"""The lexicon: every table under data/lexicon as one frozen value that is handed down the path.

Each module that needs a table builds its own index from the rows with a function marked ``derived``, so that an
index is built once for a lexicon and is gone with it: nothing outlives an edit of a table.
"""

from __future__ import annotations

import csv
import hashlib
import io
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache, wraps
from pathlib import Path
from typing import Any, TypeVar

from contactline import locations

T = TypeVar("T")
Row = Mapping[str, str]

_KEPT = 4  # lexicons held at once: the one in use, one just edited, and those of tests


class LexiconError(ValueError):
    """Tables that cannot be used: the message names each fault with file, row, value and what was expected."""


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """The tables of one folder as they stood when they were read.

    ``tables``: name of a table (its file without ".csv") to its rows, each a dict of stripped strings with the
    line number under the key "#line"; an absent cell is "". ``fingerprint``: a digest of every table's bytes.
    Two lexicons are equal where their fingerprints are. What ``derived`` functions built lives in ``memory``.
    """

    folder: Path
    fingerprint: str
    tables: Mapping[str, tuple[Row, ...]] = field(repr=False)
    memory: dict[Any, Any] = field(default_factory=dict, repr=False)

    def rows(self, table: str) -> tuple[Row, ...]:
        """The rows of a table. Raises LexiconError where the folder has no such table."""
        try:
            return self.tables[table]
        except KeyError:
            raise LexiconError(f"{self.folder}: the table {table}.csv is missing.") from None

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Lexicon) and self.fingerprint == other.fingerprint

    def __hash__(self) -> int:
        return hash(self.fingerprint)

    def __reduce__(self) -> tuple[Any, ...]:
        """A worker of a cluster reads the tables of its own machine, which have to be the same."""
        return _same, (self.folder, self.fingerprint)


def load(folder: Path = locations.LEXICON) -> Lexicon:
    """The lexicon of a folder. The files are read at each call, and parsed again only where a byte has changed.

    Raises LexiconError where the folder holds no tables.
    """
    contents = tuple((path.name, path.read_bytes()) for path in sorted(folder.glob("*.csv")))
    if not contents:
        raise LexiconError(f"{folder}: no tables here. Expected the .csv files of data/lexicon.")
    return _parsed(folder, contents)


def derived(build: Callable[[Lexicon], T]) -> Callable[[Lexicon], T]:
    """A function of a lexicon alone, made to run once for each lexicon: its result is kept with the lexicon."""

    @wraps(build)
    def kept(lexicon: Lexicon) -> T:
        if build not in lexicon.memory:
            lexicon.memory[build] = build(lexicon)
        found: T = lexicon.memory[build]
        return found

    return kept


def split_cell(cell: str) -> list[str]:
    """The items of a list cell, separated by ';'."""
    return [item.strip() for item in cell.split(";") if item.strip()]


def read_rows(path: Path) -> tuple[Row, ...]:
    """The rows of any table that is written as the lexicon's are. Raises OSError where it cannot be read."""
    return parse(path.read_bytes())


def parse(data: bytes) -> tuple[Row, ...]:
    """The rows of a table as ``Lexicon.tables`` holds them. Lines that begin with # are comments."""
    reader = csv.reader(io.StringIO(data.decode("utf-8"), newline=""))
    header: list[str] | None = None
    found: list[Row] = []
    for cells in reader:
        if not cells or cells[0].startswith("#"):
            continue
        if header is None:
            header = [cell.strip() for cell in cells]
            continue
        row = dict.fromkeys(header, "") | dict(zip(header, (cell.strip() for cell in cells), strict=False))
        row["#line"] = str(reader.line_num)
        found.append(row)
    return tuple(found)


@lru_cache(maxsize=_KEPT)
def _parsed(folder: Path, contents: tuple[tuple[str, bytes], ...]) -> Lexicon:
    digest = hashlib.sha256()
    for name, data in contents:
        digest.update(name.encode())
        digest.update(hashlib.sha256(data).digest())
    tables = {name.removesuffix(".csv"): parse(data) for name, data in contents}
    return Lexicon(folder, digest.hexdigest()[:16], tables)


def _same(folder: Path, fingerprint: str) -> Lexicon:
    lexicon = load(folder)
    if lexicon.fingerprint != fingerprint:
        raise LexiconError(
            f"{folder}: the tables here are not those of the machine that asks for them. Copy them from there."
        )
    return lexicon
