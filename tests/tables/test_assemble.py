"""Tables of many articles from the rows of each."""

from __future__ import annotations

from pathlib import Path

import made
import pyarrow as pa

from contactline.lexicon import load
from contactline.tables import assemble, schemas

LEXICON = load()


def column(tables: dict[str, pa.Table], table: str, name: str) -> list[object]:
    return tables[table][name].to_pylist()


def test_articles_stand_in_the_order_of_their_parts_with_the_place_they_were_read_from(tmp_path: Path) -> None:
    parts = (made.part(made.coded(key)) for key in "dba")

    tables = assemble.article_tables(parts, {key: f"{key}.txt" for key in "abcd"}, tmp_path)

    assert sorted(tables) == sorted(schemas.ARTICLE_TABLES)
    assert column(tables, "articles", "article_id") == ["d", "b", "a"]
    assert column(tables, "articles", "origin") == ["d.txt", "b.txt", "a.txt"]
    assert column(tables, "events", "event_id") == ["d-01", "b-01", "a-01"]
    assert list(dict.fromkeys(column(tables, "event_actors", "event_id"))) == ["d-01", "b-01", "a-01"]


def test_only_actors_and_places_that_are_named_are_taken_from_the_lexicon(tmp_path: Path) -> None:
    tables = assemble.article_tables([made.part(made.coded("a"))], {"a": ""}, tmp_path)

    found = assemble.lexicon_tables(tables, LEXICON)

    assert column(found, "actors", "actor_id") == ["azerbaijan"]
    assert column(found, "actor_roles", "actor_id") == []
    assert column(found, "places", "place_id") == ["azerbaijan", "stepanakert"]  # a state is a place, too
