"""Files that other programs open: DuckDB, openpyxl, and what is the same in all of them."""

from __future__ import annotations

import csv
import io
import json
from datetime import date, datetime
from pathlib import Path

import duckdb
import pandas as pd
import pyarrow.parquet as pq
import pytest
from made_exports import exported
from openpyxl import load_workbook

from contactline.cells import without_guard
from contactline.tables.store import Store
from contactline.views import codebook, export
from contactline.views.export_files import About

ABOUT = About("4 events, involving Iran", {"version": "1.2", "counts": {"articles": 2}})
TEXT = "- Guns fell silent in town; then =SUM(1) fell."


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Store:
    return exported(tmp_path_factory.mktemp("t"))


@pytest.fixture(scope="module")
def events(found: Store) -> pd.DataFrame:
    return export.flat(found, "events")


def test_parquet_has_the_codebook_s_types_and_meanings(events: pd.DataFrame) -> None:
    for rows in (events, events.iloc[:0]):
        schema = pq.read_schema(io.BytesIO(export.render(rows, "parquet", ABOUT)))
        types = ("date_start", "sources", "killed", "lat", "mode", "source_ids")
        assert [str(schema.field(name).type) for name in types] == [
            "date32[day]",
            "list<element: string>",
            "int64",
            "double",
            "string",
            "list<element: string>",
        ]
        means = {column.name: column.means for column in codebook.columns("events")}
        assert {field.name: field.metadata[b"description"].decode() for field in schema} == means
        assert schema.metadata[b"filter"].decode() == ABOUT.filters


def test_duckdb_reads_days_lists_and_nulls(events: pd.DataFrame, tmp_path: Path) -> None:
    (tmp_path / "e.parquet").write_bytes(export.render(events, "parquet"))
    (tmp_path / "e.csv").write_bytes(export.render(events, "csv"))
    (tmp_path / "e.jsonl").write_bytes(export.render(events, "jsonl"))
    asked = "select event_id, date_start::date, killed, mode, len({}) from '{}' order by event_id limit 2"

    expected = [
        ("a-01", date(2020, 10, 4), 2, "heavy-weapons", 2),
        ("a-02", date(2020, 10, 1), None, None, 1),
    ]
    for name, sources in (
        ("e.parquet", "sources"),
        ("e.csv", "string_split(sources, ';')"),
        ("e.jsonl", "sources"),
    ):
        assert duckdb.sql(asked.format(sources, tmp_path / name)).fetchall() == expected


def test_a_sheet_can_be_sorted_and_says_what_it_is(events: pd.DataFrame) -> None:
    book = load_workbook(io.BytesIO(export.render(events, "xlsx", ABOUT)))
    sheet, about, columns = (book[name] for name in ("Contact Line", "About", "Columns"))
    row = dict(zip([cell.value for cell in sheet[1]], sheet[2], strict=True))

    assert book.active is sheet
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A2", sheet.dimensions)
    assert (row["date_start"].value, row["date_start"].number_format) == (datetime(2020, 10, 4), "yyyy-mm-dd")
    assert (row["title"].value, row["title"].data_type, row["killed"].value) == ("=1+1", "s", 2)
    assert [(r[0].value, r[1].value) for r in about.iter_rows()][:3] == [
        ("What was asked for", ABOUT.filters),
        ("Rows", 4),
        ("Version of Contact Line", "1.2"),
    ]
    means = {r[0].value: [cell.value or "" for cell in r[1:]] for r in columns.iter_rows(min_row=2)}
    assert means == {
        row["column"]: [row[name] for name in ("type", "unit", "means", "values", "null")]
        for row in codebook.rows("events")
    }
    assert tuple(means) == codebook.names("events")


def test_no_cell_of_a_sheet_is_changed_but_one_that_is_too_long(found: Store) -> None:
    articles = export.flat(found, "articles").assign(publisher="-\x01\uffff5", text="x" * 40_000)
    row = load_workbook(io.BytesIO(export.render(articles, "xlsx"))).active[2]

    assert [cell.data_type for cell in row].count("f") == 0
    assert [cell.value for cell in row][1:3] == ["=1+1", "-5"]
    text = row[articles.columns.get_loc("text")].value
    assert (len(text), text[-8:]) == (32_767, "xx [...]")


def test_offsets_hold_in_a_csv(found: Store) -> None:
    (row,) = [r for r in read(export.render(export.flat(found, "articles"), "csv")) if r["article_id"] == "a"]
    sentence = read(export.render(export.flat(found, "sentences"), "csv"))[0]
    text = without_guard(row["text"])

    assert text[int(sentence["start"]) : int(sentence["end"])] == TEXT == without_guard(sentence["text"])
    assert row["text"].startswith("- Guns fell silent in town; then =SUM(1)")


def test_a_mark_for_excel_stands_only_where_it_is_asked_for(events: pd.DataFrame) -> None:
    plain, marked = (export.render(events, "csv", About(bom=bom)) for bom in (False, True))

    assert marked == b"\xef\xbb\xbf" + plain


def test_entries_of_a_list_can_be_counted_again(events: pd.DataFrame) -> None:
    rows = events.assign(sources=[["a;b", None, "c"]] * len(events))

    assert read(export.render(rows, "csv"))[0]["sources"] == "a,b;;c"
    assert json.loads(export.render(rows, "json"))[0]["sources"] == ["a;b", None, "c"]


def test_short_names(events: pd.DataFrame) -> None:
    short = codebook.short_names(codebook.names("events"))

    for form in ("csv", "geojson"):
        data = export.render(events, form, About(short=True))
        header = (
            read(data)[0].keys()
            if form == "csv"
            else {*json.loads(data)["features"][0]["properties"], "lat", "lon"}
        )
        assert set(header) == set(short.values())


def read(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode())))
