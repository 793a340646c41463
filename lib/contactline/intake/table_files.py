"""Rows of tables in files: CSV of any delimiter, Excel and Parquet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from contextlib import closing
from functools import partial

from contactline.intake import decoding, rows
from contactline.intake.errors import InputError, cut
from contactline.intake.options import Reading
from contactline.intake.source import Source
from contactline.records import Article

_OWN_SHEET = "Contact Line"
_LARGEST_CELL = 2**31 - 1
_DELIMITERS = ",;\t|"
_SEP_LINE = "sep="  # a first line by which Excel tells the delimiter


def csv_articles(source: Source, reading: Reading) -> Iterator[Article]:
    """The articles of a CSV file, one a row."""
    found = decoding.read(source.data())
    text = found.text
    if found.guessed:
        told = "the file does not tell its encoding; it is read as"
        reading.note(f"{source.label}: {told} {found.guessed}.")
    names = header(text)
    if twice := sorted({one for one in names if one and names.count(one) > 1}):
        raise InputError(source.label, f"the header has {cut(', '.join(twice))} twice.", "Rename or remove one.")
    yield from rows.articles(source.label, lambda: csv_rows(text, source.label), reading)


def csv_rows(text: str, label: str) -> Iterator[tuple[str, dict[str, str]] | InputError]:
    """Each row with its origin ("file, line 3"), or why it cannot be read.

    Broken are a row that has more cells than the header, and one with a quotation mark too many or too few; after
    that, the rest of the file is left out, too, unless it falls into rows as long as the header: text of the
    broken cell must not be taken for articles.
    """
    parting, skipped = delimiter(text), int(text[:4].lower() == _SEP_LINE)
    lines = list(io.StringIO(text, newline=""))
    found = list(_cells(lines, parting, skipped))
    names: list[str] | None = None
    last_odd = 0  # the place of the last row that is not as long as the header
    for place, (line, cells) in enumerate(found):
        origin = f"{label}, line {line}"
        if isinstance(cells, csv.Error):
            told = f"not readable as CSV ({cells})."
            todo = "Inside a quoted cell, a quotation mark is written twice."
            if names is None or place < last_odd:
                yield InputError(origin, f"{told} This row and all below it are left out.", todo)
                return
            yield InputError(origin, told, todo)
        elif not any(cells):
            continue
        elif names is None:
            names = [c.strip() for c in cells]
            last_odd = max(n for n, (_, more) in enumerate(found) if _is_odd(more, len(names)) or n == place)
        elif any(cells[len(names) :]):
            told = f"the row has {len(cells)} cells, the header {len(names)}."
            yield InputError(origin, told, "A cell that holds a comma needs quotation marks around it.")
        else:
            yield origin, dict(zip(names, cells, strict=False))


def _is_odd(cells: list[str] | csv.Error, length: int) -> bool:
    """Whether a row that could be read says something, in more or fewer cells than the header has."""
    return isinstance(cells, list) and any(cells) and len(cells) != length


def _cells(lines: list[str], parting: str, start: int = 0) -> Iterator[tuple[int, list[str] | csv.Error]]:
    """The cells of each row, or the error in their place, with the line that the row begins on."""
    csv.field_size_limit(_LARGEST_CELL)
    while start < len(lines):
        below = map(lines.__getitem__, range(start, len(lines)))  # no copy for each of many broken rows
        reader = csv.reader(below, delimiter=parting, strict=True)
        first = start + 1
        try:
            for cells in reader:
                yield first, cells
                first = start + reader.line_num + 1
            return
        except csv.Error as error:
            yield first, error
            ended = start + reader.line_num >= len(lines)
            start = first if ended else start + reader.line_num  # a quote that stays open takes in all lines


def header(text: str) -> list[str]:
    """The names of the columns; empty where the first line has none or cannot be read."""
    text = text.lstrip()
    lines = list(io.StringIO(text, newline=""))
    _, cells = next(_cells(lines, delimiter(text), int(text[:4].lower() == _SEP_LINE)), (0, []))
    return [cell.strip() for cell in cells] if isinstance(cells, list) and any(cells) else []


def delimiter(text: str) -> str:
    """The character between the cells: the one that its first line has most, or names as Excel does."""
    header = text.lstrip().partition("\n")[0]
    if header[:4].lower() == _SEP_LINE and header[4:5]:
        return header[4]
    return max(_DELIMITERS, key=header.count)


def xlsx_articles(source: Source, reading: Reading) -> Iterator[Article]:
    """The articles of an Excel file, one a row, of each sheet that has texts."""
    import openpyxl

    data = source.data()
    names = openpyxl.load_workbook(io.BytesIO(data), read_only=True).sheetnames
    if names[0] == _OWN_SHEET:
        names = names[:1]  # an export of ours: the other sheets say what its columns mean
    for name in names:
        label = source.label if len(names) == 1 else f"{source.label}, sheet {name}"
        yield from rows.articles(label, partial(_sheet, data, name, label), reading)


def _sheet(data: bytes, name: str, label: str) -> Iterator[rows.Row]:
    import openpyxl

    with closing(openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)) as book:
        header: list[str] | None = None
        for number, cells in enumerate(book[name].iter_rows(values_only=True), 1):
            if not any(cell not in (None, "") for cell in cells):
                continue
            if header is None:
                header = [str(cell or "").strip() for cell in cells]
                continue
            named = zip(header, cells, strict=False)
            yield f"{label}, line {number}", {key: cell for key, cell in named if key and cell not in (None, "")}


def parquet_articles(source: Source, reading: Reading) -> Iterator[Article]:
    """The articles of a Parquet file, one a row."""
    yield from rows.articles(source.label, lambda: _parquet(source), reading)


def _parquet(source: Source) -> Iterator[rows.Row]:
    import pyarrow.parquet as pq

    opened = source.open()
    with closing(opened if opened.seekable() else io.BytesIO(source.data())) as f:
        number = 0
        for batch in pq.ParquetFile(f).iter_batches(batch_size=256):
            for row in batch.to_pylist():
                number += 1
                yield f"{source.label}, line {number}", row
