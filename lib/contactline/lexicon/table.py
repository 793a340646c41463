"""A table of the lexicon as read from its file, and the faults that a table can have."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from pathlib import Path

Row = dict[str, str]
"""The cells of a row by column, without the white space around them; its line in the file under ``LINE``."""

LINE = "#line"


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong, where, and what was expected.

    ``table``: the file's name without .csv. ``line``: 0 for a fault of the whole table. ``column``: "" where no
    single cell is wrong; ``value`` is then a description ("5 cells"), else the content of the cell (in a list: the
    wrong item). ``expected`` completes "expected ...".
    """

    table: str
    line: int
    column: str
    value: str
    expected: str

    def __str__(self) -> str:
        where = f"{self.table}.csv, line {self.line}" if self.line else f"{self.table}.csv"
        what = f"{self.column} {self.value!r}" if self.column else self.value
        return f"{where}: {what}: expected {self.expected}"


@dataclass(frozen=True, slots=True)
class Table:
    """A table as read: ``rows`` in the order of the file; a missing cell is "".

    ``faults``: those found by reading alone, namely rows with more or fewer cells than the header, and a file that
    is not a table in UTF-8. Such a file has no columns and no rows.
    """

    name: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    faults: tuple[Fault, ...] = ()


def split_cell(cell: str) -> list[str]:
    """The items of a list cell, separated by ';'. Empty items are dropped."""
    return [item.strip() for item in cell.split(";") if item.strip()]


def read_tables(folder: Path) -> dict[str, Table]:
    """Every .csv file of a folder as a table, by name. Raises OSError where a file cannot be opened."""
    return {path.stem: read_table(path) for path in sorted(folder.glob("*.csv"))}


def read_table(path: Path) -> Table:
    """Read a table from a file, as ``parse_table`` does. Raises OSError where the file cannot be opened."""
    return parse_table(path.stem, path.read_bytes())


def parse_table(name: str, data: bytes) -> Table:
    """Parse a table; lines that begin with # are comments, the first other line has the names of the columns.

    A byte order mark at the beginning, as spreadsheets write it, is skipped. All faults of the file are in the
    table's ``faults``; nothing is raised.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        byte = f"byte 0x{data[error.start]:02x}"
        return Table(name, (), (), (Fault(name, line, "", byte, "a file in UTF-8"),))
    columns: tuple[str, ...] = ()
    rows: list[Row] = []
    faults: list[Fault] = []
    reader = csv.reader(io.StringIO(text, newline=""))
    try:
        for cells in reader:
            if not cells or cells[0].startswith("#"):
                continue
            stripped = [cell.strip() for cell in cells]
            if not columns:
                columns = tuple(stripped)
                continue
            if len(stripped) != len(columns):
                width = f"{len(columns)}, as in the header"
                faults.append(Fault(name, reader.line_num, "", _counted(len(stripped), "cell"), width))
                stripped += [""] * (len(columns) - len(stripped))
            row = dict(zip(columns, stripped, strict=False))
            row[LINE] = str(reader.line_num)
            rows.append(row)
    except csv.Error as error:
        return Table(name, (), (), (Fault(name, reader.line_num, "", str(error), "cells separated by commas"),))
    return Table(name, columns, tuple(rows), tuple(faults))


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
