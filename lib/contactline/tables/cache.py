"""What was found in articles, kept by fingerprint, so that a build that was killed goes on where it was.

A file beside the tables holds for each article's digest (its text, its facts, the lexicon, the code) the bytes of
``parts``. Whoever undoes an edit of the lexicon finds what was coded before it, too. It is bounded: at the end of
each build what was not used for the longest time goes. Nothing is lost with it but time, so that a cache that
cannot be read or written is done without.
"""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Callable, Iterable
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")

FILE = ".coded.sqlite"
LIMIT_BYTES = 2**30
_PATIENCE = 60.0  # seconds that one build waits for another to write
_TABLE = "CREATE TABLE IF NOT EXISTS parts (digest TEXT PRIMARY KEY, build INTEGER, part BLOB) WITHOUT ROWID"
_PER_QUERY = 500  # digests that are asked for at once: SQLite bounds the number of parameters

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Size:
    """How much a cache holds: coded articles, and the bytes of its file."""

    articles: int
    bytes: int


class Cache:
    """The cache beside the tables in a folder, for one build. To be closed."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / FILE
        self._file: sqlite3.Connection | None = None
        self._build = 0
        try:
            self._open()
        except sqlite3.Error as error:
            self._without(error)

    def known(self, digests: Iterable[str]) -> frozenset[str]:
        """Those of the digests that it has; they count as used by this build."""
        return self._do(lambda: self._known(list(digests)), frozenset())

    def get(self, digest: str) -> bytes | None:
        """The bytes for a digest, None where it has none."""
        query = "SELECT part FROM parts WHERE digest = ?"
        row = self._do(lambda: self._run(query, (digest,)).fetchone(), None)
        return row[0] if row else None

    def put(self, digest: str, part: bytes) -> None:
        """Keep bytes for a digest."""
        self._do(lambda: self._put(digest, part), None)

    def trim(self, limit: int = LIMIT_BYTES) -> None:
        """Let go of what the longest builds ago used, until no more than ``limit`` bytes are left."""
        self._do(lambda: self._trim(limit), None)

    def close(self) -> None:
        """Close the file; one that holds nothing is removed."""
        is_empty = self._do(lambda: self._run("SELECT 1 FROM parts LIMIT 1").fetchone() is None, False)
        if self._file is not None:
            self._file.close()
            self._file = None
        if is_empty:
            self._path.unlink(missing_ok=True)

    def _open(self) -> None:
        self._file = sqlite3.connect(self._path, timeout=_PATIENCE, isolation_level=None)
        self._run("PRAGMA auto_vacuum = INCREMENTAL")
        self._run("PRAGMA synchronous = OFF")  # a torn write costs the coding of some articles, no more
        self._run(_TABLE)
        self._build = (self._run("SELECT max(build) FROM parts").fetchone()[0] or 0) + 1

    def _run(self, query: str, values: tuple[object, ...] = ()) -> sqlite3.Cursor:
        assert self._file is not None
        return self._file.execute(query, values)

    def _known(self, digests: list[str]) -> frozenset[str]:
        found: set[str] = set()
        for first in range(0, len(digests), _PER_QUERY):
            some = tuple(digests[first : first + _PER_QUERY])
            where = f"WHERE digest IN ({','.join('?' * len(some))})"
            have = [row[0] for row in self._run(f"SELECT digest FROM parts {where}", some)]
            if have:
                self._run(f"UPDATE parts SET build = ? {where}", (self._build, *some))
            found.update(have)
        return frozenset(found)

    def _put(self, digest: str, part: bytes) -> None:
        self._run("INSERT OR REPLACE INTO parts VALUES (?, ?, ?)", (digest, self._build, part))

    def _trim(self, limit: int) -> None:
        rows = self._run("SELECT digest, length(part) FROM parts ORDER BY build DESC, digest").fetchall()
        kept = 0
        for digest, size in rows:
            kept += size
            if kept > limit:
                self._run("DELETE FROM parts WHERE digest = ?", (digest,))
        assert self._file is not None
        self._file.executescript("PRAGMA incremental_vacuum")  # execute() frees a single page

    def _do(self, work: Callable[[], T], otherwise: T) -> T:
        """What some work on the file gives; where the file fails, the build goes on without it."""
        if self._file is None:
            return otherwise
        try:
            return work()
        except sqlite3.Error as error:
            self._without(error)
            return otherwise

    def _without(self, error: sqlite3.Error) -> None:
        _log.warning("%s is done without (%s).", self._path, error)
        if self._file is not None:
            self._file.close()
            self._file = None
        if not isinstance(error, sqlite3.OperationalError):  # no database at all: the next build begins a new one
            with suppress(OSError):
                self._path.unlink(missing_ok=True)


def size(folder: Path) -> Size:
    """How much the cache beside the tables in a folder holds; nothing where there is none."""
    path = folder / FILE
    if not path.is_file():
        return Size(0, 0)
    try:
        with closing(sqlite3.connect(path, timeout=_PATIENCE)) as file:
            articles = file.execute("SELECT count(*) FROM parts").fetchone()[0]
    except sqlite3.Error:
        articles = 0
    return Size(articles, path.stat().st_size)


def clear(folder: Path) -> Size:
    """Remove the cache beside the tables in a folder, and say how much it held."""
    held = size(folder)
    (folder / FILE).unlink(missing_ok=True)
    return held
