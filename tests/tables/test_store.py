"""What is written is read again, whole or not at all."""

from __future__ import annotations

import json
from pathlib import Path

import made
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from contactline.lexicon import load
from contactline.tables import schemas, store
from contactline.tables.rows import Rows, article_rows, lexicon_rows

LEXICON = load()


def tables(*articles: str) -> dict[str, pa.Table]:
    rows: Rows = {name: [] for name in schemas.SCHEMAS}
    for article_id in articles:
        for name, more in article_rows(made.coded(article_id), "digest", LEXICON).items():
            rows[name].extend(more)
    rows |= lexicon_rows(LEXICON)
    return {name: store.table(name, rows[name]) for name in schemas.SCHEMAS}


def test_tables_are_read_as_they_were_written(tmp_path: Path) -> None:
    folder = tmp_path / "deep" / "tables"

    store.write(folder, tables("a", "b"), {"time": "2026-01-01"})
    found = store.read(folder)

    assert {name: list(getattr(found, name).columns) for name in schemas.SCHEMAS} == {
        name: schema.names for name, schema in schemas.SCHEMAS.items()
    }
    assert found.build["counts"]["articles"] == 2
    assert list(found.events["killed"]) == [2, 2]
    assert found.events["killed"].dtype == "Int32"
    assert list(found.events["injured"].isna()) == [True, True]
    assert list(found.events["date_start"]) == [pd.Timestamp("2020-10-04")] * 2
    assert [list(cell) for cell in found.events["other_sentences"]] == [[1], [1]]
    assert list(found.sentences["text"])[:2] == [
        "Azerbaijan shelled Stepanakert on Sunday,\nkilling two.",
        "=SUM(1) fled.",
    ]
    assert sorted(p.name for p in tmp_path.joinpath("deep").iterdir()) == ["tables"]


def test_empty_tables_are_read_with_their_columns(tmp_path: Path) -> None:
    store.write(tmp_path / "t", {name: store.table(name, []) for name in schemas.SCHEMAS}, {})

    found = store.read(tmp_path / "t")

    assert {name: len(getattr(found, name)) for name in schemas.SCHEMAS} == dict.fromkeys(schemas.SCHEMAS, 0)
    assert str(found.events["date_start"].dtype).startswith("datetime64")


def test_a_build_that_fails_leaves_the_last_one_and_no_litter(tmp_path: Path) -> None:
    store.write(tmp_path / "t", tables("a"), {})
    broken = tables("a", "b") | {"events": pa.table({"x": [1]})}

    with pytest.raises(ValueError, match="names"):
        store.write(tmp_path / "t", broken, {})

    assert list(store.read(tmp_path / "t").articles["article_id"]) == ["a"]
    assert [p.name for p in tmp_path.iterdir()] == ["t"]


def test_a_folder_of_other_things_is_never_replaced(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("years of work")

    with pytest.raises(store.StoreError, match="holds files that are not tables"):
        store.write(tmp_path, tables("a"), {})
    with pytest.raises(store.StoreError, match="is a file"):
        store.write(tmp_path / "thesis.txt", tables("a"), {})

    assert (tmp_path / "thesis.txt").read_text() == "years of work"


def remove(folder: Path) -> None:
    (folder / "events.parquet").unlink()


def scribble(folder: Path) -> None:
    (folder / "events.parquet").write_bytes(b"no table")


def rename_column(folder: Path) -> None:
    pq.write_table(pa.table({"event": ["x"]}), folder / "events.parquet")


def age(folder: Path) -> None:
    (folder / "build.json").write_text(json.dumps({"tables_version": 0}))


def mix(folder: Path) -> None:
    store.write(folder.parent / "other", tables("b"), {"time": "later"})
    (folder.parent / "other" / "events.parquet").replace(folder / "events.parquet")


def garble(folder: Path) -> None:
    (folder / "build.json").write_text("{")


def drop_stamp(folder: Path) -> None:
    (folder / "build.json").unlink()


@pytest.mark.parametrize(
    ("harm", "message"),
    [
        (remove, "events.parquet is missing"),
        (scribble, "events.parquet is broken"),
        (rename_column, "events.parquet has other columns"),
        (mix, "events.parquet and build.json beside it are of different builds"),
        (age, "have version 0, this program reads version 4"),
        (garble, "build.json is broken"),
        (drop_stamp, "There are no tables in"),
    ],
)
def test_harm_to_the_tables_is_named_with_what_to_do(tmp_path: Path, harm: object, message: str) -> None:
    store.write(tmp_path / "t", tables("a"), {})
    harm(tmp_path / "t")  # type: ignore[operator]

    with pytest.raises(store.StoreError) as error:
        store.read(tmp_path / "t")

    assert message in str(error.value)
    assert f"Run: contactline build ARTICLES --tables {tmp_path / 't'}" in str(error.value)


def test_what_cannot_be_written_is_said_and_costs_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store.write(tmp_path / "t", tables("a"), {})

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(store.pq, "write_table", full)
    with pytest.raises(
        store.StoreError, match="the disk is full .No space left on device.*untouched.*Free some space"
    ):
        store.write(tmp_path / "t", tables("a", "b"), {})

    assert list(store.read(tmp_path / "t").articles["article_id"]) == ["a"]
    assert [p.name for p in tmp_path.iterdir()] == ["t"]
    (tmp_path / "file").touch()
    with pytest.raises(store.StoreError, match="file cannot be written to"):
        store.write(tmp_path / "file" / "t", tables("a"), {})


def test_a_link_to_the_tables_stays_a_link(tmp_path: Path) -> None:
    store.write(tmp_path / "real", tables("a"), {})
    (tmp_path / "link").symlink_to("real")

    store.write(tmp_path / "link", tables("b"), {})

    assert (tmp_path / "link").is_symlink()
    assert list(store.read(tmp_path / "real").articles["article_id"]) == ["b"]
    assert sorted(p.name for p in tmp_path.iterdir()) == ["link", "real"]
