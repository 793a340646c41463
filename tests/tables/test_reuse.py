"""Which articles are the same as in the last build."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import made
import pytest

from contactline.lexicon import load
from contactline.records import Article
from contactline.tables import assemble, reuse, schemas, store
from contactline.tables.rows import article_rows

LEXICON = load()
ARTICLE = Article("a", "They met.", origin="in.jsonl, line 1")


@pytest.mark.parametrize(
    ("changes", "fingerprint", "same"),
    [
        pytest.param({}, "lexicon", True, id="nothing"),
        pytest.param({"origin": "moved.jsonl, line 9"}, "lexicon", True, id="where it was read from"),
        pytest.param({"body": "They met again."}, "lexicon", False, id="the text"),
        pytest.param({"title": "Talks"}, "lexicon", False, id="the title"),
        pytest.param({"published": date(2020, 10, 4)}, "lexicon", False, id="the day"),
        pytest.param({}, "another lexicon", False, id="the lexicon"),
    ],
)
def test_a_digest_changes_with_what_coding_depends_on(
    changes: dict[str, object], fingerprint: str, same: bool
) -> None:
    before = reuse.digest(ARTICLE, "lexicon", "code")
    after = reuse.digest(replace(ARTICLE, **changes), fingerprint, "code")  # type: ignore[arg-type]

    assert (before == after, len(before)) == (same, 24)


def test_a_lone_surrogate_in_a_text_has_a_digest() -> None:
    assert len(reuse.digest(Article("a", "broken \ud83d sign"))) == 24


@pytest.fixture
def built(tmp_path: Path) -> Path:
    """Tables of the articles a (digest "1") and b (digest "2")."""
    rows = (article_rows(made.coded(key), digest, LEXICON) for key, digest in (("a", "1"), ("b", "2")))
    tables = assemble.article_tables({}, map(assemble.tables_of, rows), [Article("a", ""), Article("b", "")])
    tables |= assemble.lexicon_tables(tables, LEXICON)
    empty = ("incidents", "differences", "corrections", *schemas.CODED_TABLES)
    tables |= {name: store.table(name, []) for name in empty}
    store.write(tmp_path / "t", tables, {})
    return tmp_path / "t"


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        pytest.param({"a": "1", "b": "2"}, ["a", "b"], id="both unchanged"),
        pytest.param({"a": "1", "b": "3"}, ["a"], id="one changed"),
        pytest.param({"b": "2", "c": "1"}, ["b"], id="one gone, one new with the digest of another"),
    ],
)
def test_rows_of_unchanged_articles_are_taken_over(
    built: Path, today: dict[str, str], expected: list[str]
) -> None:
    kept = reuse.unchanged(built, today)

    assert sorted(kept.ids) == expected
    found = {name: sorted({row["article_id"] for row in kept.tables[name].to_pylist()}) for name in TABLES}
    assert found == dict.fromkeys(TABLES, expected)
    events = {row["event_id"] for row in kept.tables["event_actors"].to_pylist()}
    assert sorted(events) == [f"{key}-01" for key in expected]


TABLES = [name for name in schemas.ARTICLE_TABLES if name != "event_actors"]


def test_without_tables_nothing_is_taken_over(tmp_path: Path) -> None:
    assert reuse.unchanged(tmp_path, {"a": "1"}) == reuse.Kept(frozenset(), {})
