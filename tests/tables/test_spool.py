"""Tables that lie on the disk hold the rows that they were given."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pytest
from made_tables import row

from contactline.tables import schemas, spool, store


def part(*ids: str) -> dict[str, pa.Table]:
    """A piece with one row in articles and two in sentences for each id, and none elsewhere."""
    rows = {name: [] for name in schemas.ARTICLE_TABLES} | {
        "articles": [row("articles", article_id=key) for key in ids],
        "sentences": [row("sentences", article_id=key, sentence=n) for key in ids for n in range(2)],
    }
    return {name: store.table(name, rows[name]) for name in rows}


@pytest.mark.parametrize("at_once", [1, 3, 1000])
def test_parts_stand_in_their_order_however_many_rows_are_written_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at_once: int
) -> None:
    monkeypatch.setattr(spool, "_ROWS_AT_ONCE", at_once)

    found = spool.collect([part("c"), part(), part("a", "b"), part("d")], tmp_path)

    assert found["articles"]["article_id"].to_pylist() == ["c", "a", "b", "d"]
    assert found["sentences"]["article_id"].to_pylist() == ["c", "c", "a", "a", "b", "b", "d", "d"]
    assert {name: found[name].schema.equals(schemas.SCHEMAS[name]) for name in found} == dict.fromkeys(found, True)
    assert found["events"].num_rows == 0


def test_a_table_can_be_used_when_its_file_is_gone(tmp_path: Path) -> None:
    table = part("a", "b")["sentences"]

    found = spool.on_disk(table.to_batches(), table.schema, tmp_path / "x")
    (tmp_path / "x").unlink()

    assert found.equals(table)
