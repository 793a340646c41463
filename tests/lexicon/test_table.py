"""Tables as they are read from their files, with what is wrong with the file."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from contactline.lexicon.table import LINE, Fault, Table, read_table, read_tables, split_cell


def test_a_table_as_it_is_read(tmp_path: Path) -> None:
    (tmp_path / "made.csv").write_text('# what\n a , b \n\n# more\n"x,\ny", 1 \nz\nu,2,3\n', encoding="utf-8")

    assert read_table(tmp_path / "made.csv") == Table(
        "made",
        ("a", "b"),
        (
            {"a": "x,\ny", "b": "1", LINE: "6"},
            {"a": "z", "b": "", LINE: "7"},
            {"a": "u", "b": "2", LINE: "8"},
        ),
        (
            Fault("made", 7, "", "1 cell", "2, as in the header"),
            Fault("made", 8, "", "3 cells", "2, as in the header"),
        ),
    )


def test_a_file_in_another_encoding_has_a_fault_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "made.csv").write_bytes(b"a,b\n1,2\ncaf\xe9,3\n")

    fault = Fault("made", 3, "", "byte 0xe9", "a file in UTF-8")
    assert read_table(tmp_path / "made.csv") == Table("made", (), (), (fault,))


def test_a_cell_longer_than_the_reader_takes_is_a_fault(tmp_path: Path) -> None:
    (tmp_path / "made.csv").write_text(f"a,b\n{'x' * 11},2\n", encoding="utf-8")

    limit = csv.field_size_limit(10)
    try:
        table = read_table(tmp_path / "made.csv")
    finally:
        csv.field_size_limit(limit)

    fault = Fault("made", 2, "", "field larger than field limit (10)", "cells separated by commas")
    assert table == Table("made", (), (), (fault,))


def test_a_byte_order_mark_is_no_part_of_the_first_cell(tmp_path: Path) -> None:
    (tmp_path / "made.csv").write_bytes(b"\xef\xbb\xbfa\r\n1\r\n")

    assert read_table(tmp_path / "made.csv") == Table("made", ("a",), ({"a": "1", LINE: "2"},))


def test_a_table_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"made\.csv"):
        read_table(tmp_path / "made.csv")


def test_the_tables_of_a_folder(tmp_path: Path) -> None:
    for name in ("b.csv", "a.csv", "notes.txt"):
        (tmp_path / name).write_text("x\n1\n", encoding="utf-8")

    row = {"x": "1", LINE: "2"}
    assert read_tables(tmp_path) == {"a": Table("a", ("x",), (row,)), "b": Table("b", ("x",), (row,))}


@pytest.mark.parametrize(
    ("fault", "message"),
    [
        (
            Fault("months", 12, "month", "x13", "a whole number from 1 to 12"),
            "months.csv, line 12: month 'x13': expected a whole number from 1 to 12",
        ),
        (
            Fault("months", 12, "", "5 cells", "3, as in the header"),
            "months.csv, line 12: 5 cells: expected 3, as in the header",
        ),
        (Fault("months", 0, "", "no rows", "at least one"), "months.csv: no rows: expected at least one"),
    ],
)
def test_a_fault_in_words(fault: Fault, message: str) -> None:
    assert str(fault) == message


@pytest.mark.parametrize(
    ("cell", "items"),
    [("", []), ("one", ["one"]), ("one; two ;three", ["one", "two", "three"]), (";one;;", ["one"])],
)
def test_a_list_in_a_cell(cell: str, items: list[str]) -> None:
    assert split_cell(cell) == items
