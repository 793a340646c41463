"""Large tables as mapped columns: the same rows as in memory, made once, anew for another build."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pandas as pd
import pytest
from made_tables import row

from contactline.tables import mapped, schemas, store
from contactline.tables.store import StoreError

EVENTS = [
    row("events", event_id="late", date_start=date(2020, 10, 9), date_end=date(2020, 10, 10)),
    row("events", event_id="undated", other_sentences=[4, 7]),
    row("events", event_id="early", date_start=date(1994, 5, 12), date_end=date(1994, 5, 12), killed=3),
    row("events", event_id="also early", date_start=date(1994, 5, 12), date_end=date(1994, 5, 12)),
]


@pytest.fixture(autouse=True)
def two_rows_are_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mapped, "MANY", 2)


def written(folder: Path, events: list[dict[str, object]]) -> Path:
    rows = {"events": events, "articles": [row("articles", article_id="one", text="Shots were heard.")]}
    store.write(folder, {name: store.table(name, rows.get(name, [])) for name in schemas.SCHEMAS}, {})
    return folder


def test_a_large_table_is_mapped_and_a_small_one_is_not(tmp_path: Path) -> None:
    found = store.read(written(tmp_path / "t", EVENTS))
    made = sorted(path.name.partition("-")[0] for path in (tmp_path / "t" / mapped.FOLDER).iterdir())
    assert made == ["coded_event_parties", "coded_events_by_day", "events", "events_by_day"]
    assert mapped.BY_DAY in found.arrow


def test_mapped_rows_are_those_of_the_table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = written(tmp_path / "t", EVENTS)
    large = store.read(folder)
    monkeypatch.setattr(mapped, "MANY", 100)
    small = store.read(folder)
    lists = ["other_sentences", "corrected"]
    pd.testing.assert_frame_equal(large.events.drop(columns=lists), small.events.drop(columns=lists))
    both = ([[list(one) for one in table.events[name]] for name in lists] for table in (large, small))
    assert next(both) == next(both)


@pytest.mark.parametrize("many", [2, 100])
def test_events_by_day_come_in_order_with_the_undated_last(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, many: int
) -> None:
    monkeypatch.setattr(mapped, "MANY", many)
    by_day = store.read(written(tmp_path / "t", EVENTS)).by_day
    assert list(by_day["event_id"]) == ["early", "also early", "late", "undated"]


def test_the_columns_of_an_earlier_build_are_replaced(tmp_path: Path) -> None:
    store.read(written(tmp_path / "t", EVENTS))
    again = store.read(written(tmp_path / "t", EVENTS[:3]))
    kept = [path.name for path in (tmp_path / "t" / mapped.FOLDER).iterdir()]
    assert (list(again.events["event_id"]), len(kept)) == (["late", "undated", "early"], 4)


def test_whoever_reads_the_earlier_build_keeps_it(tmp_path: Path) -> None:
    before = store.read(written(tmp_path / "t", EVENTS))
    store.read(written(tmp_path / "t", EVENTS[:2]))
    assert list(before.events["event_id"]) == ["late", "undated", "early", "also early"]


def test_where_nothing_can_be_written_the_table_is_read_into_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_room(*_: object) -> None:
        raise OSError("No space left on device")

    monkeypatch.setattr(mapped, "_write", no_room)
    found = store.read(written(tmp_path / "t", EVENTS))
    assert (len(found.events), mapped.BY_DAY in found.arrow) == (4, False)
    assert list((tmp_path / "t" / mapped.FOLDER).iterdir()) == []


def test_a_broken_column_is_made_again(tmp_path: Path) -> None:
    folder = written(tmp_path / "t", EVENTS)
    mapped.prepare(folder)
    column = next((folder / mapped.FOLDER).glob("events-*/label.arrow"))
    column.write_bytes(b"cut off")
    assert list(store.read(folder).events["label"]) == [event["label"] for event in EVENTS]


def test_a_broken_file_is_told(tmp_path: Path) -> None:
    folder = written(tmp_path / "t", EVENTS)
    (folder / "events.parquet").write_bytes(b"PAR1")
    with pytest.raises(StoreError, match=r"events\.parquet is broken"):
        store.read(folder)
