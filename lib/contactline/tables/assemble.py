"""Whole tables from the rows of many articles, and the rows of the lexicon that these articles name.

In: the rows of articles, in pieces, in the order of the articles. Out: every table of ``schemas.ARTICLE_TABLES``,
and the lexicon's rows of the actors and places that the articles name.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc

from contactline.lexicon import Lexicon
from contactline.tables import schemas, spool, store
from contactline.tables.rows import Rows, lexicon_rows
from contactline.tables.unlisted_actors import unlisted_rows


def tables_of(rows: Rows) -> dict[str, pa.Table]:
    """The rows of one article as tables, by name."""
    return {name: store.table(name, rows[name]) for name in schemas.ARTICLE_TABLES}


def article_tables(
    parts: Iterable[Mapping[str, pa.Table]], origins: Mapping[str, str], work: Path
) -> dict[str, pa.Table]:
    """Write each table of ``schemas.ARTICLE_TABLES`` to a file in the folder ``work``, and return them mapped from
    there.

    ``parts``: the rows of one article or of several, by table. ``origins``: by article id, the file that the
    article was read from in this build, for the column ``origin``.
    """
    found = spool.collect(parts, work)
    ids = found["articles"]["article_id"].to_pylist()
    return found | {"articles": with_column(found["articles"], "origin", [origins[key] for key in ids])}


def lexicon_tables(tables: Mapping[str, pa.Table], lexicon: Lexicon) -> dict[str, pa.Table]:
    """Build the tables ``actors``, ``actor_roles`` and ``places``: the lexicon's rows that ``tables`` refer to.

    An actor that is in no table of the lexicon gets a row made from its mentions.
    """
    used = {
        *tables["mentions"]["ref"].unique().to_pylist(),
        *pc.list_flatten(tables["mentions"]["candidates"]).unique().to_pylist(),
        *tables["events"]["place_id"].unique().to_pylist(),
        *tables["event_actors"]["actor_id"].unique().to_pylist(),
    }
    rows = lexicon_rows(lexicon)
    rows["actors"].extend(unlisted_rows(tables["mentions"]))
    keys = {"actors": "actor_id", "actor_roles": "actor_id", "places": "place_id"}
    return {name: store.table(name, [row for row in rows[name] if row[key] in used]) for name, key in keys.items()}


def with_column(table: pa.Table, name: str, values: Sequence[str | None]) -> pa.Table:
    """Replace the string column ``name`` of a table by ``values``, one for each row."""
    return table.set_column(
        table.schema.get_field_index(name), table.schema.field(name), pa.array(values, pa.string())
    )
