"""Which articles are the same as in the last build, so that their rows can be taken over unchanged.

In: the articles of the new build and the folder of the last build. Out: the rows of the unchanged articles, which
stay on disk until they are needed. Reads the stored tables of ``schemas.ARTICLE_TABLES``.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from contactline.records import Article
from contactline.tables import schemas, spool
from contactline.tables.folder import StoreError
from contactline.tables.snapshot import snapshot


@dataclass(frozen=True, slots=True)
class Kept:
    """The rows that are taken over from the last build.

    ``places``: by article id, the position of each unchanged article in the last build. ``tables``: all rows of
    the last build. ``starts``: for each table, the first row of each article, and one more number for the end.
    ``coded``: the tables coded_events and coded_parties, with which corrections are undone.
    """

    places: Mapping[str, int] = field(default_factory=dict)
    tables: Mapping[str, pa.Table] = field(default_factory=dict)
    starts: Mapping[str, npt.NDArray[np.int64]] = field(default_factory=dict)
    coded: Mapping[str, pa.Table] = field(default_factory=dict)

    def rows(self, first: int, last: int) -> dict[str, pa.Table]:
        """Return the tables of the articles at the positions ``first`` to ``last`` of the last build, the last
        included.
        """
        found = {}
        for name, table in self.tables.items():
            begin, end = int(self.starts[name][first]), int(self.starts[name][last + 1])
            found[name] = table.slice(begin, end - begin)
        return found


def digest(article: Article, *fingerprints: str) -> str:
    """Return 24 hexadecimal digits that change with the article and with the fingerprints of lexicon and code.

    The place where the article was read from has no influence: a file that was only moved is not coded again.
    """
    facts = (article.body, article.is_html, article.title, article.publisher, article.author, article.url)
    known = (article.article_id, article.published, article.published_basis, article.language)
    said = (article.published_within, article.warnings)
    whole = (facts, known, said, fingerprints)
    return hashlib.sha256(repr(whole).encode("utf-8", "surrogatepass")).hexdigest()[:24]


def unchanged(tables: Path, digests: Mapping[str, str], work: Path) -> Kept:
    """Find the articles of the last build, in the folder ``tables``, whose digest is still the same.

    ``digests``: today's articles, id to digest. ``work``: an empty folder on disk for the rows. Tables that are
    missing, broken, of another version or of different builds give nothing.
    """
    try:
        with snapshot(tables) as build:
            articles = build.files["articles"].read(["article_id", "digest"])
            ids = articles["article_id"].to_pylist()
            pairs = zip(ids, articles["digest"].to_pylist(), strict=True)
            places = {key: place for place, (key, value) in enumerate(pairs) if digests.get(key) == value}
            if not places:
                return Kept()
            found = {
                name: spool.on_disk(build.batches(name), schemas.SCHEMAS[name], work / f"{name}.old")
                for name in schemas.ARTICLE_TABLES
            }
            coded = {name: build.table(name) for name in schemas.CODED_TABLES}
        starts = {name: _starts(name, found[name], ids) for name in found}
    except (StoreError, KeyError):
        return Kept()
    return Kept(places, found, starts, coded)


def _starts(name: str, table: pa.Table, ids: Sequence[str]) -> npt.NDArray[np.int64]:
    """The first row of each article, where the rows of articles stand in the order of ``ids``.

    Raises KeyError where they do not.
    """
    place = {key: number for number, key in enumerate(ids)}
    lengths = np.zeros(len(ids), np.int64)
    last = -1
    for chunk in _articles_of(name, table).chunks:
        runs = pc.run_end_encode(chunk)
        begin = 0
        for key, end in zip(runs.values.to_pylist(), runs.run_ends.to_pylist(), strict=True):
            at = place[key]
            if at < last:
                raise KeyError(f"{name}: the rows of {key} stand in two places")
            lengths[at] += end - begin
            begin, last = end, at
    return np.concatenate(([0], np.cumsum(lengths)))


def _articles_of(name: str, table: pa.Table) -> pa.ChunkedArray:
    """The article id of each row; an event's id is the article's id and a running number."""
    if name != "event_actors":
        return table["article_id"]
    return pc.replace_substring_regex(table["event_id"], r"-\d+$", "")
