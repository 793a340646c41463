"""What was found in articles, cached by digest, so that a build that was stopped continues where it was.

A file beside the tables maps the digest of an article (its text, its facts, the lexicon, the code) to the bytes of
``parts``. Results from before an edit of the lexicon are found again when the edit is undone. The size is limited:
at the end of each build the entries that were unused for the longest time are removed. Losing the cache costs only
time, so a build goes on without a cache that cannot be read or written.
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
_PATIENCE = 60.0  # seconds to wait while another build writes to the cache
_TABLE = "CREATE TABLE IF NOT EXISTS parts (digest TEXT PRIMARY KEY, build INTEGER, part BLOB) WITHOUT ROWID"
_PER_QUERY = 500  # digests per query: SQLite limits the number of parameters

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Size:
    """The size of a cache: the number of coded articles in it, and the bytes of its file."""

    articles: int
    bytes: int


class Cache:
    """The cache beside the tables in a folder, as one build uses it. It has to be closed."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / FILE
        self._file: sqlite3.Connection | None = None
        self._build = 0
        try:
            self._open()
        except sqlite3.Error as error:
            self._without(error)

    def known(self, digests: Iterable[str]) -> frozenset[str]:
        """Return those of the digests that the cache has; they count as used by this build."""
        return self._do(lambda: self._known(list(digests)), frozenset())

    def get(self, digest: str) -> bytes | None:
        """Return the bytes cached for a digest, None where there are none."""
        query = "SELECT part FROM parts WHERE digest = ?"
        row = self._do(lambda: self._run(query, (digest,)).fetchone(), None)
        return row[0] if row else None

    def put(self, digest: str, part: bytes) -> None:
        """Store bytes under a digest."""
        self._do(lambda: self._put(digest, part), None)

    def trim(self, limit: int = LIMIT_BYTES) -> None:
        """Remove the entries that were unused for the most builds, until no more than ``limit`` bytes are left."""
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
        self._run("PRAGMA synchronous = OFF")  # an incomplete write only means that some articles are coded again
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
        # a script, because execute() would free only a single page
        self._file.executescript("PRAGMA incremental_vacuum")

    def _do(self, work: Callable[[], T], otherwise: T) -> T:
        """Return the result of some work on the file. If the file fails, return ``otherwise``, and go on
        without the cache.
        """
        if self._file is None:
            return otherwise
        try:
            return work()
        except sqlite3.Error as error:
            self._without(error)
            return otherwise

    def _without(self, error: sqlite3.Error) -> None:
        _log.warning("%s is not used, because of an error (%s).", self._path, error)
        if self._file is not None:
            self._file.close()
            self._file = None
        # the file is not a database: it is removed, and the next build begins a new one
        if not isinstance(error, sqlite3.OperationalError):
            with suppress(OSError):
                self._path.unlink(missing_ok=True)


def size(folder: Path) -> Size:
    """Return the size of the cache beside the tables in a folder; zero where there is none."""
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
    """Remove the cache beside the tables in a folder, and return the size that it had."""
    held = size(folder)
    (folder / FILE).unlink(missing_ok=True)
    return held
