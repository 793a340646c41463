"""Which articles are the same as in the last build."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path

import made
import pyarrow as pa
import pytest

from contactline.records import Article
from contactline.tables import assemble, reuse, schemas, spool, store

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
    """Tables of the articles a, b and c (digests "1", "2", "3"), of which b has no events."""
    coded = [made.coded("a"), replace(made.coded("b"), events=()), made.coded("c")]
    each = (made.part(one, str(number)) for number, one in enumerate(coded, 1))
    tables = assemble.article_tables(each, dict.fromkeys("abc", ""), tmp_path)
    store.write(tmp_path / "t", made.whole(tables), {})
    return tmp_path / "t"


@pytest.mark.parametrize(
    ("today", "places"),
    [
        pytest.param({"a": "1", "b": "2", "c": "3"}, {"a": 0, "b": 1, "c": 2}, id="all unchanged"),
        pytest.param({"a": "1", "b": "4", "c": "3"}, {"a": 0, "c": 2}, id="one changed"),
        pytest.param({"c": "3", "d": "1"}, {"c": 2}, id="two gone, one new with the digest of another"),
    ],
)
def test_rows_of_unchanged_articles_are_taken_over(
    built: Path, tmp_path: Path, today: dict[str, str], places: dict[str, int]
) -> None:
    kept = reuse.unchanged(built, today, tmp_path)

    assert kept.places == places
    for key, place in places.items():
        rows = kept.rows(place, place)
        assert {name: set(rows[name]["article_id"].to_pylist()) - {key} for name in WITH_ARTICLE} == dict.fromkeys(
            WITH_ARTICLE, set()
        )
        events = [] if key == "b" else [f"{key}-01"]
        assert rows["events"]["event_id"].to_pylist() == events
        assert sorted(set(rows["event_actors"]["event_id"].to_pylist())) == events
        assert rows["sentences"].num_rows == 2


WITH_ARTICLE = [name for name in schemas.ARTICLE_TABLES if name != "event_actors"]


def test_articles_that_followed_one_another_are_taken_over_together(built: Path, tmp_path: Path) -> None:
    rows = reuse.unchanged(built, {"a": "1", "b": "2", "c": "3"}, tmp_path).rows(1, 2)

    assert rows["articles"]["article_id"].to_pylist() == ["b", "c"]
    assert rows["events"]["event_id"].to_pylist() == ["c-01"]


def test_without_tables_nothing_is_taken_over(tmp_path: Path) -> None:
    assert reuse.unchanged(tmp_path, {"a": "1"}, tmp_path) == reuse.Kept()


def test_tables_whose_articles_are_mixed_up_are_not_taken_over(built: Path, tmp_path: Path) -> None:
    tables = {name: store.read_table(built, name) for name in schemas.SCHEMAS}
    sentences = tables["sentences"]
    store.write(built, tables | {"sentences": sentences.take([0, 2, 1, 3, 4, 5])}, {})

    assert reuse.unchanged(built, {"a": "1"}, tmp_path) == reuse.Kept()


def test_rows_are_those_of_one_build_whoever_publishes_meanwhile(
    built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A build that takes the place of the one being read, at the worst moment, changes nothing of what is read."""
    other = {name: store.read_table(built, name).slice(0, 0) for name in schemas.SCHEMAS}
    on_disk = spool.on_disk

    def meanwhile(batches: Iterable[pa.RecordBatch], schema: pa.Schema, path: Path) -> pa.Table:
        store.write(built, other, {"time": "later"})
        return on_disk(batches, schema, path)

    monkeypatch.setattr(spool, "on_disk", meanwhile)
    kept = reuse.unchanged(built, {"a": "1", "c": "3"}, tmp_path)

    assert kept.places == {"a": 0, "c": 2}
    assert kept.rows(0, 0)["events"]["event_id"].to_pylist() == ["a-01"]
    assert store.read(built).build["time"] == "later"
