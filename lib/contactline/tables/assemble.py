"""The rows of many articles put together as whole tables.

Comes in: rows taken over from the last build, and the tables of each article that was coded now. Goes out: every
table of ``schemas.ARTICLE_TABLES`` in the order of the articles, and the lexicon's rows of the actors and places
that they name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

import pyarrow as pa

from contactline.lexicon import Lexicon
from contactline.records import Article
from contactline.tables import schemas, store
from contactline.tables.rows import Rows, lexicon_rows
from contactline.tables.unlisted_actors import unlisted_rows

_CHUNK = 500  # articles whose small tables are put together as one: many small ones take much room


def tables_of(rows: Rows) -> dict[str, pa.Table]:
    """The rows of one article as tables, by name."""
    return {name: store.table(name, rows[name]) for name in schemas.ARTICLE_TABLES}


def article_tables(
    kept: Mapping[str, pa.Table], fresh: Iterable[Mapping[str, pa.Table]], articles: Sequence[Article]
) -> dict[str, pa.Table]:
    """Each table of ``schemas.ARTICLE_TABLES``, an article's rows together and the articles in their order.

    ``kept``: rows of articles taken over, by table name; ``fresh``: the tables of each other article;
    ``articles``: all of them, in the order wanted, and maybe some that have no rows. The column ``origin`` says
    where each was read from today.
    """
    parts = {name: [kept.get(name, store.table(name, []))] for name in schemas.ARTICLE_TABLES}
    for chunk in _chunks(fresh):
        for name in schemas.ARTICLE_TABLES:
            parts[name].append(pa.concat_tables([tables[name] for tables in chunk]).combine_chunks())
    found = _in_order(parts, [a.article_id for a in articles])
    origins = {a.article_id: a.origin for a in articles}
    ids = found["articles"]["article_id"].to_pylist()
    return found | {"articles": with_column(found["articles"], "origin", [origins[key] for key in ids])}


def _chunks(fresh: Iterable[Mapping[str, pa.Table]]) -> Iterator[list[Mapping[str, pa.Table]]]:
    """The articles' tables, some hundred articles at a time."""
    chunk: list[Mapping[str, pa.Table]] = []
    for tables in fresh:
        chunk.append(tables)
        if len(chunk) == _CHUNK:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


def _in_order(parts: Mapping[str, list[pa.Table]], ids: Sequence[str]) -> dict[str, pa.Table]:
    """Each table with its articles in the order they were read, an article's rows together."""
    place = {key: number for number, key in enumerate(ids)}
    tables: dict[str, pa.Table] = {}
    for name in schemas.ARTICLE_TABLES:
        table = pa.concat_tables(parts[name])
        keys = table["event_id" if name == "event_actors" else "article_id"].to_pylist()
        numbers = [place[key.rsplit("-", 1)[0] if name == "event_actors" else key] for key in keys]
        tables[name] = table.take(pa.array(sorted(range(len(numbers)), key=numbers.__getitem__), pa.int64()))
    return tables


def lexicon_tables(tables: Mapping[str, pa.Table], lexicon: Lexicon) -> dict[str, pa.Table]:
    """The tables ``actors``, ``actor_roles`` and ``places``: the lexicon's rows of those that ``tables`` name.

    An actor that no table of the lexicon has gets a row made from its mentions.
    """
    used = {
        *tables["mentions"]["ref"].to_pylist(),
        *(key for keys in tables["mentions"]["candidates"].to_pylist() for key in keys),
        *tables["events"]["place_id"].to_pylist(),
        *tables["event_actors"]["actor_id"].to_pylist(),
    }
    rows = lexicon_rows(lexicon)
    rows["actors"].extend(unlisted_rows(tables["mentions"]))
    keys = {"actors": "actor_id", "actor_roles": "actor_id", "places": "place_id"}
    return {name: store.table(name, [row for row in rows[name] if row[key] in used]) for name, key in keys.items()}


def with_column(table: pa.Table, name: str, values: Sequence[str | None]) -> pa.Table:
    """A table whose column of strings ``name`` holds ``values``, one for each row."""
    return table.set_column(
        table.schema.get_field_index(name), table.schema.field(name), pa.array(values, pa.string())
    )
