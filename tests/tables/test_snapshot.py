"""A build that is held open is read whole, whatever is published meanwhile."""

from __future__ import annotations

from pathlib import Path

import pyarrow.parquet as pq
import pytest
from made_tables import row

from contactline.tables import schemas, snapshot, store
from contactline.tables.folder import PENDING, StoreError


def write(folder: Path, title: str) -> None:
    rows = {name: [row(name, **({"title": title} if name == "articles" else {}))] for name in schemas.SCHEMAS}
    store.write(folder, {name: store.table(name, rows[name]) for name in rows}, {"time": title})


def test_each_file_holds_the_id_of_its_build(tmp_path: Path) -> None:
    write(tmp_path, "one")

    ids = {
        pq.read_schema(tmp_path / f"{name}.parquet").metadata[snapshot.BUILD_KEY].decode()
        for name in schemas.SCHEMAS
    }

    assert ids == {store.read_build(tmp_path)["build"]}


def test_a_build_that_is_open_stays_what_it_is(tmp_path: Path) -> None:
    write(tmp_path, "one")
    with snapshot.snapshot(tmp_path) as build:
        write(tmp_path, "two")
        first = build.table("articles")["title"].to_pylist(), build.build["time"]
    with snapshot.snapshot(tmp_path) as build:
        second = build.table("articles")["title"].to_pylist(), build.build["time"]

    assert (first, second) == ((["one"], "one"), (["two"], "two"))


def test_a_build_that_is_published_while_files_are_opened_is_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, "one")
    file, opened = snapshot._file, []

    def meanwhile(folder: Path, name: str) -> pq.ParquetFile:
        opened.append(name)
        if len(opened) == 3:
            write(folder, "two")
        return file(folder, name)

    monkeypatch.setattr(snapshot, "_file", meanwhile)
    with snapshot.snapshot(tmp_path) as build:
        found = build.table("articles")["title"].to_pylist(), build.build["time"]

    assert found == (["two"], "two")


def test_a_build_whose_publication_was_cut_short_is_read_and_put_in_its_place(tmp_path: Path) -> None:
    write(tmp_path / "t", "one")
    write(tmp_path / "other", "two")
    (tmp_path / "other").rename(tmp_path / "t" / PENDING)

    assert list(store.read(tmp_path / "t").articles["title"]) == ["two"]
    assert not (tmp_path / "t" / PENDING).exists()


@pytest.mark.parametrize("name", ["events", "build"])
def test_files_of_different_builds_are_noticed(tmp_path: Path, name: str) -> None:
    file = f"{name}.parquet" if name == "events" else "build.json"
    write(tmp_path / "t", "one")
    write(tmp_path / "other", "two")
    (tmp_path / "other" / file).replace(tmp_path / "t" / file)

    with pytest.raises(StoreError, match="are of different builds. Run: contactline build"):
        store.read(tmp_path / "t")
