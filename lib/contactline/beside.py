"""Articles that are shown beside a build: coded and linked together with the build's own, but written nowhere.

In: articles that a visitor has sent (``intake.read_given``), and the stored tables. Out: the tables as they would
be with these articles.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa

from contactline import corrections, linking, pipeline
from contactline.corrections import Correction
from contactline.intake import Limits
from contactline.lexicon import Lexicon
from contactline.records import Article
from contactline.rejects import Reject, of_origin
from contactline.tables import assemble, schemas, store, unlisted_actors
from contactline.tables.rows import article_rows
from contactline.tables.snapshot import snapshot

_log = logging.getLogger(__name__)

Tables = Mapping[str, pa.Table]
"""Tables by their names, as of ``schemas``."""


@dataclass(frozen=True, slots=True)
class Added:
    """An article that a visitor has added, and its tables (``schemas.ARTICLE_TABLES``)."""

    article: Article
    tables: Tables

    @property
    def events(self) -> int:
        """The number of events found in it."""
        return int(self.tables["events"].num_rows)


def code(
    articles: Sequence[Article], limits: Limits, lexicon: Lexicon, progress: Callable[[int, int, str], None]
) -> Iterator[Added | Reject]:
    """Code the articles one by one, and yield each with its tables, or the reason why it could not be coded.

    After ``limits.seconds`` seconds no further article is begun. An exception raised by one article does not stop
    the others. ``progress`` is called as by ``pipeline.build``.
    """
    end = time.monotonic() + limits.seconds
    for done, article in enumerate(articles):
        progress(done, len(articles), article.title or article.origin)
        if time.monotonic() > end:
            reason = f"the time for coding, {limits.seconds:,} seconds, was over before it."
            yield of_origin(article.origin, "", reason, "Add it once more by itself.")
            continue
        try:
            rows = article_rows(pipeline.code(article, lexicon), "", lexicon)
            yield Added(article, assemble.tables_of(rows))
        except Exception as error:
            _log.warning("An article that a visitor added could not be coded.", exc_info=True)
            reason = f"the article could not be coded ({type(error).__name__})."
            yield of_origin(article.origin, "", reason, "Shorten it or leave it out.")


def stored(folder: Path) -> dict[str, pa.Table]:
    """The tables of a build as they were coded, before corrections and links. Raises StoreError."""
    with snapshot(folder) as build:
        tables = {name: build.table(name) for name in schemas.ARTICLE_TABLES}
        return corrections.as_coded(tables, {name: build.table(name) for name in schemas.CODED_TABLES})


def empty_tables() -> dict[str, pa.Table]:
    """The tables of a build without any article."""
    return {name: store.table(name, []) for name in schemas.ARTICLE_TABLES}


def with_added(
    coded: Tables, own: Iterable[Added], lexicon: Lexicon, corrected: Sequence[Correction] = ()
) -> dict[str, pa.Table]:
    """Build all tables of ``schemas.SCHEMAS`` for the articles of a build (``stored``, ``none``) and the added
    ones.

    ``corrected``: the readers' corrections, as returned by ``corrections.read``.
    """
    parts = [coded, *(one.tables for one in own)]
    found = {
        name: pa.concat_tables([one[name] for one in parts]).combine_chunks() for name in schemas.ARTICLE_TABLES
    }
    found |= unlisted_actors.one_entry(found)
    found, resolved = corrections.to_events(found, corrected, lexicon)
    found |= assemble.lexicon_tables(found, lexicon)
    found = linking.link_tables(found, lexicon, corrections.moves(resolved))
    return corrections.to_incidents(found, resolved, lexicon)
