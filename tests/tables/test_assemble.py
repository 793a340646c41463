"""Tables of many articles from the rows of each."""

from __future__ import annotations

import made
import pyarrow as pa
import pytest

from contactline.lexicon import load
from contactline.records import Article
from contactline.tables import assemble, schemas
from contactline.tables.rows import article_rows

LEXICON = load()


def one(key: str) -> dict[str, pa.Table]:
    """The tables of one article."""
    return assemble.tables_of(article_rows(made.coded(key), "digest", LEXICON))


def column(tables: dict[str, pa.Table], table: str, name: str) -> list[object]:
    return tables[table][name].to_pylist()


def test_articles_stand_in_their_order_whether_taken_over_or_coded_now(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(assemble, "_CHUNK", 2)
    kept = assemble.article_tables({}, [one("b")], [Article("b", "")])
    order = [Article(key, "", origin=f"{key}.txt") for key in ("d", "b", "a", "c")]

    tables = assemble.article_tables(kept, [one("a"), one("c"), one("d")], order)

    assert sorted(tables) == sorted(schemas.ARTICLE_TABLES)
    assert column(tables, "articles", "article_id") == ["d", "b", "a", "c"]
    assert column(tables, "articles", "origin") == ["d.txt", "b.txt", "a.txt", "c.txt"]
    assert column(tables, "events", "event_id") == ["d-01", "b-01", "a-01", "c-01"]
    assert list(dict.fromkeys(column(tables, "event_actors", "event_id"))) == ["d-01", "b-01", "a-01", "c-01"]


def test_an_article_without_rows_is_left_out() -> None:
    tables = assemble.article_tables(
        {}, [one("b")], [Article("a", "", origin="a.txt"), Article("b", "", origin="b.txt")]
    )

    assert column(tables, "articles", "origin") == ["b.txt"]


def test_no_articles_make_empty_tables() -> None:
    tables = assemble.article_tables({}, [], [])

    assert {name: table.num_rows for name, table in tables.items()} == dict.fromkeys(schemas.ARTICLE_TABLES, 0)


def test_only_actors_and_places_that_are_named_are_taken_from_the_lexicon() -> None:
    tables = assemble.article_tables({}, [one("a")], [Article("a", "")])

    found = assemble.lexicon_tables(tables, LEXICON)

    assert column(found, "actors", "actor_id") == ["azerbaijan"]
    assert column(found, "actor_roles", "actor_id") == []
    assert column(found, "places", "place_id") == ["azerbaijan", "stepanakert"]  # a state is a place, too
