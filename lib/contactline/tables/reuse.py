"""Which articles of the last build are the same today, so that their rows can be taken over as they are.

Comes in: today's articles and the folder of the last build. Goes out: the rows of the articles that are unchanged,
all of one build, lying on the disk until they are needed. Reads the stored tables of ``schemas.ARTICLE_TABLES``.
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
    """What is taken over. ``places``: where in the last build each unchanged article stood, by id.

    ``tables`` are all rows of the last build, ``starts`` for each table the row with which each article begins,
    and one more for the end. ``coded``: the tables coded_events and coded_parties, with which corrections are
    taken back.
    """

    places: Mapping[str, int] = field(default_factory=dict)
    tables: Mapping[str, pa.Table] = field(default_factory=dict)
    starts: Mapping[str, npt.NDArray[np.int64]] = field(default_factory=dict)
    coded: Mapping[str, pa.Table] = field(default_factory=dict)

    def rows(self, first: int, last: int) -> dict[str, pa.Table]:
        """The tables of the articles that stood at ``first`` to ``last``, the last included."""
        found = {}
        for name, table in self.tables.items():
            begin, end = int(self.starts[name][first]), int(self.starts[name][last + 1])
            found[name] = table.slice(begin, end - begin)
        return found


def digest(article: Article, *fingerprints: str) -> str:
    """24 hexadecimal digits that change when the article, or one of the fingerprints of lexicon and code, does.

    Where the article was read from is left out: a file that was only moved is not coded again.
    """
    facts = (article.body, article.is_html, article.title, article.publisher, article.author, article.url)
    known = (article.article_id, article.published, article.published_basis, article.language)
    said = (article.published_within, article.warnings)
    whole = (facts, known, said, fingerprints)
    return hashlib.sha256(repr(whole).encode("utf-8", "surrogatepass")).hexdigest()[:24]


def unchanged(tables: Path, digests: Mapping[str, str], work: Path) -> Kept:
    """What of the last build in the folder ``tables`` has the digest that it had then.

    ``digests``: today's articles, id to digest. ``work``: an empty folder on the disk for the rows. Tables that
    are missing, broken, of another version or of different builds give nothing.
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
    """The row with which each article's rows begin, the articles' rows standing in the order of ``ids``.

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
    """For each row the id of its article; that of an event is the article's and a running number."""
    if name != "event_actors":
        return table["article_id"]
    return pc.replace_substring_regex(table["event_id"], r"-\d+$", "")
