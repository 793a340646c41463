"""Which articles of the last build are the same today, so that their rows can be taken over as they are.

Comes in: today's articles and the folder of the last build. Goes out: the rows of the articles that are unchanged.
Reads the stored tables of ``schemas.ARTICLE_TABLES``.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc

from contactline.records import Article
from contactline.tables import schemas, store


@dataclass(frozen=True, slots=True)
class Kept:
    """What is taken over: the ids of the articles, and their rows by table name, {} where there are none.

    ``coded``: the tables coded_events and coded_parties, with which corrections are taken back.
    """

    ids: frozenset[str]
    tables: Mapping[str, pa.Table]
    coded: Mapping[str, pa.Table] = field(default_factory=dict)


def digest(article: Article, *fingerprints: str) -> str:
    """24 hexadecimal digits that change when the article, or one of the fingerprints of lexicon and code, does.

    Where the article was read from is left out: a file that was only moved is not coded again.
    """
    facts = (article.body, article.is_html, article.title, article.publisher, article.author, article.url)
    known = (article.article_id, article.published, article.published_basis, article.language)
    said = (article.published_within, article.warnings)
    whole = (facts, known, said, fingerprints)
    return hashlib.sha256(repr(whole).encode("utf-8", "surrogatepass")).hexdigest()[:24]


def unchanged(tables: Path, digests: Mapping[str, str]) -> Kept:
    """The rows of the last build in the folder ``tables`` whose articles have the digest that they had then.

    ``digests``: today's articles, id to digest. Tables that are missing, broken or of another version give
    nothing.
    """
    try:
        store.read_build(tables)
        old = {name: store.read_table(tables, name) for name in schemas.ARTICLE_TABLES}
        coded = {name: store.read_table(tables, name) for name in schemas.CODED_TABLES}
    except store.StoreError:
        return Kept(frozenset(), {})
    pairs = zip(old["articles"]["article_id"].to_pylist(), old["articles"]["digest"].to_pylist(), strict=True)
    ids = frozenset(key for key, value in pairs if digests.get(key) == value)
    wanted = pa.array(sorted(ids), pa.string())
    kept = {
        name: old[name].filter(pc.is_in(old[name]["article_id"], wanted)) for name in old if name != "event_actors"
    }
    event_ids = kept["events"]["event_id"].combine_chunks()
    kept["event_actors"] = old["event_actors"].filter(pc.is_in(old["event_actors"]["event_id"], event_ids))
    return Kept(ids, kept, coded)
