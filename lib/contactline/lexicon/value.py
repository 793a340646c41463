"""The lexicon: every table in data/lexicon as one frozen value that is passed through all stages.

A module that needs a table builds its own index from the rows with a function marked ``derived``. The index is
built once for a lexicon and discarded with it, so that no index outlives an edit of a table.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache, wraps
from pathlib import Path
from typing import Any, TypeVar

from contactline import locations
from contactline.lexicon.faults import faults
from contactline.lexicon.table import Row, Table, parse_table

T = TypeVar("T")

_KEPT = 4  # lexicons kept in memory: the one in use, one just edited, and those of tests
_SHOWN = 20  # most faults that an error message lists


class LexiconError(ValueError):
    """Raised for tables with faults; the message names each fault with file, row, value and what was expected."""


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """The tables of one folder as they were when they were read, without faults.

    ``fingerprint``: a digest of every table's bytes; two lexicons with the same fingerprint are equal. ``memory``:
    the results of ``derived`` functions.
    """

    folder: Path
    fingerprint: str
    tables: Mapping[str, Table] = field(repr=False)
    memory: dict[Any, Any] = field(default_factory=dict, repr=False)

    def rows(self, table: str) -> tuple[Row, ...]:
        """The rows of a table, each a dict of stripped strings, with the line in the file under "#line".

        Raises KeyError for a name that is not in the schema.
        """
        return self.tables[table].rows

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Lexicon) and self.fingerprint == other.fingerprint

    def __hash__(self) -> int:
        return hash(self.fingerprint)

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickle as the folder and fingerprint: a worker of a cluster reads its own copy of the tables, which
        has to be the same.
        """
        return _same, (self.folder, self.fingerprint)


def load(folder: Path = locations.LEXICON) -> Lexicon:
    """Load the lexicon of a folder. Files are read at each call, but parsed and checked only when their bytes have
    changed.

    Raises LexiconError where a table is missing or breaks its schema, OSError where a file cannot be opened.
    """
    return _checked(folder, tuple((path.stem, path.read_bytes()) for path in sorted(folder.glob("*.csv"))))


def derived(build: Callable[[Lexicon], T]) -> Callable[[Lexicon], T]:
    """Mark a function of a lexicon: it runs once for each lexicon, and its result is kept with the lexicon."""

    @wraps(build)
    def kept(lexicon: Lexicon) -> T:
        if build not in lexicon.memory:
            lexicon.memory[build] = build(lexicon)
        found: T = lexicon.memory[build]
        return found

    return kept


@lru_cache(maxsize=_KEPT)
def _checked(folder: Path, contents: tuple[tuple[str, bytes], ...]) -> Lexicon:
    digest = hashlib.sha256()
    for name, data in contents:
        digest.update(name.encode())
        digest.update(hashlib.sha256(data).digest())
    tables = {name: parse_table(name, data) for name, data in contents}
    found = faults(tables)
    if found:
        listed = [f"  {fault}" for fault in found[:_SHOWN]]
        rest = len(found) - len(listed)
        more = [f"  ... and {rest} more; contactline check lists them all."] if rest else []
        raise LexiconError("\n".join([f"The tables in {folder} cannot be used:", *listed, *more]))
    return Lexicon(folder, digest.hexdigest()[:16], tables)


def _same(folder: Path, fingerprint: str) -> Lexicon:
    lexicon = load(folder)
    if lexicon.fingerprint != fingerprint:
        raise LexiconError(
            f"{folder}: the tables here are not those of the machine that asks for them. Copy them from there."
        )
    return lexicon
