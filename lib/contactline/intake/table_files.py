"""Rows of tables in files: CSV with any delimiter, Excel and Parquet."""

from __future__ import annotations

import csv
import io
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from functools import partial
from itertools import chain, islice
from typing import BinaryIO

from contactline.intake import columns, decoding, rows
from contactline.intake.errors import InputError, cut
from contactline.intake.options import Reading
from contactline.intake.source import Source
from contactline.records import Article

_OWN_SHEET = "Contact Line"
_LARGEST_CELL = 25_000_000  # characters; more than a text may have
_TOO_LARGE = "field larger than"  # the csv module's message for a larger cell
_HEAD_LINES = 100
_TITLE_ROWS = 10  # rows of a sheet among which its header is looked for
_LEAST_COLUMNS, _LONGEST_NAME = 2, 40  # of a table that is not named as one: "Text, title" begins no sentence
_DELIMITERS = ",;\t|"
_SEP_LINE = "sep="  # a first line with which Excel gives the delimiter

Lines = Callable[[], Iterator[str]]
"""The lines of a file, with their ends, read again at each call."""


def csv_articles(source: Source, reading: Reading) -> Iterator[Article]:
    """Yield the articles of a CSV file, one per row; only one row is held in memory at a time."""
    lines, guessed = decoding.lines(source.open)
    if guessed:
        told = "the file does not tell its encoding; it is read as"
        reading.note(f"{source.label}: {told} {guessed}.")
    names = header(lines)
    if twice := sorted({one for one in names if one and names.count(one) > 1}):
        raise InputError(source.label, f"the header has {cut(', '.join(twice))} twice.", "Rename or remove one.")
    yield from rows.articles(source.label, lambda: csv_rows(lines, source.label), reading)


def csv_rows(lines: Lines, label: str) -> Iterator[tuple[str, dict[str, str]] | InputError]:
    """Yield each row with its origin ("file, line 3"), or the reason why it cannot be read.

    A row is broken if it has more cells than the header, or an unmatched quotation mark. The rest of the file is
    then left out too, unless it consists of rows as long as the header: text of the broken cell must not be taken
    for articles.
    """
    names: list[str] | None = None
    trusted = False  # whether the lines below a broken row are known to be rows
    for place, (line, cells) in enumerate(_cells(lines)):
        origin = f"{label}, line {line}"
        if isinstance(cells, csv.Error):
            told = f"not readable as CSV ({cells})."
            todo = "Inside a quoted cell, a quotation mark is written twice."
            if names is None or not trusted and _is_ragged(islice(_cells(lines), place + 1, None), len(names)):
                yield InputError(origin, f"{told} This row and all below it are left out.", todo)
                return
            trusted = True
            yield InputError(origin, told, todo)
        elif not any(cells):
            continue
        elif names is None:
            names = [c.strip() for c in cells]
        elif any(cells[len(names) :]):
            told = f"the row has {len(cells)} cells, the header {len(names)}."
            yield InputError(origin, told, "A cell that holds a comma needs quotation marks around it.")
        else:
            yield origin, dict(zip(names, cells, strict=False))


def _is_ragged(found: Iterable[tuple[int, list[str] | csv.Error]], length: int) -> bool:
    """Whether a readable, non-empty row has more or fewer cells than the header."""
    return any(isinstance(cells, list) and any(cells) and len(cells) != length for _, cells in found)


class _Lines:
    """Lines for a CSV reader; those of a broken row can be read again."""

    def __init__(self, lines: Iterator[str]) -> None:
        self._lines = lines
        self._again: deque[str] = deque()
        self.row: list[str] = []  # lines of the row that is being read
        self.number = 0  # number of lines before this row

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        self.row.append(self._again.popleft() if self._again else next(self._lines))
        return self.row[-1]

    def end_row(self) -> None:
        """Begin the next row after all lines of this one."""
        self.number += len(self.row)
        self.row = []

    def skip_line(self) -> None:
        """Begin the next row after the first line of this one."""
        self._again.extendleft(reversed(self.row[1:]))
        self.row = self.row[:1]
        self.end_row()

    def at_end(self) -> bool:
        """Whether no line is left."""
        if not self._again:
            self._again.extend(islice(self._lines, 1))
        return not self._again


def _cells(lines: Lines) -> Iterator[tuple[int, list[str] | csv.Error]]:
    """Yield the cells of each row, or the error instead, with the number of the line on which the row begins."""
    csv.field_size_limit(_LARGEST_CELL)
    head = _head(lines)
    left = _Lines(lines())
    if head.lstrip()[:4].lower() == _SEP_LINE:
        while not next(left).lstrip().lower().startswith(_SEP_LINE):
            pass
        left.end_row()
    mark = delimiter(head)
    length = 0  # number of cells in the header
    while not left.at_end():
        try:
            for cells in csv.reader(left, delimiter=mark, strict=True):
                yield left.number + 1, cells
                left.end_row()
                length = length or len(cells) * any(cells)
        except csv.Error as error:
            plain = left.row[0].rstrip("\r\n").split(mark)
            if mark == "\t" and len(plain) == length:  # in this table, quotation marks belong to the texts
                yield left.number + 1, plain
                left.skip_line()
                continue
            yield left.number + 1, error
            if left.at_end() or _TOO_LARGE in str(error):
                left.skip_line()  # an unmatched quotation mark has taken in all lines
            else:
                left.end_row()


def _head(lines: Lines) -> str:
    """The first lines, which contain the header."""
    return "".join(islice(lines(), _HEAD_LINES))


def header(lines: Lines) -> list[str]:
    """The names of the columns; empty where the first line has none or cannot be read."""
    found = (cells for _, cells in _cells(lines) if isinstance(cells, csv.Error) or any(cells))
    cells = next(found, [])
    return [cell.strip() for cell in cells] if isinstance(cells, list) else []


def delimiter(text: str) -> str:
    """The character between cells: the most frequent one of the first line, or the one given in Excel's way."""
    header = text.lstrip().partition("\n")[0]
    if header[:4].lower() == _SEP_LINE and header[4:5]:
        return header[4]
    return max(_DELIMITERS, key=header.count)


def is_table(head: str, reading: Reading) -> bool:
    """Whether a text of another name is a table: its first line names a column of texts and another fact."""
    line = head.lstrip("\ufeff\r\n ").partition("\n")[0].strip("\r")
    names = next(csv.reader([line], delimiter=delimiter(line)), [])
    if len(names) < _LEAST_COLUMNS or any(len(name) > _LONGEST_NAME for name in names):
        return False
    known = {columns.field_of(name, reading.lexicon) for name in names} - {"", "unused"}
    return len(known) > 1 and bool(known & {"text", "html"})


def xlsx_articles(source: Source, reading: Reading) -> Iterator[Article]:
    """Yield the articles of an Excel file, one per row, from each sheet that has texts."""
    import openpyxl

    with _seekable(source) as f, closing(openpyxl.load_workbook(f, read_only=True)) as book:
        names = list(book.sheetnames)
    if names[0] == _OWN_SHEET:
        names = names[:1]  # an export of this program: its other sheets describe the columns
    sheets = {name: source.label if len(names) == 1 else f"{source.label}, sheet {name}" for name in names}
    with_texts = [name for name, label in sheets.items() if _has_texts(_sheet(source, name, label), reading)]
    for name in with_texts or names:
        label = sheets[name]
        yield from rows.articles(label, partial(_sheet, source, name, label), reading)
    if with_texts and len(with_texts) < len(names):
        others = ", ".join(name for name in names if name not in with_texts)
        reading.note(f"{source.label}: sheets without texts of articles are passed over: {cut(others)}.")


def _has_texts(found: Iterator[rows.Row], reading: Reading) -> bool:
    """Whether a sheet has a column of texts, by its first rows."""
    return any(
        {"text", "html"} & columns.fields(row, reading.columns, reading.lexicon).keys()
        for _, row in islice(found, _HEAD_LINES)
    )


def _seekable(source: Source) -> BinaryIO:
    """The opened file, read into memory if it is not seekable, which these formats need."""
    opened = source.open()
    return opened if opened.seekable() else io.BytesIO(source.data())


def _sheet(source: Source, name: str, label: str) -> Iterator[rows.Row]:
    import openpyxl

    with (
        _seekable(source) as f,
        closing(openpyxl.load_workbook(f, read_only=True, data_only=True)) as book,
    ):
        filled = (
            (number, cells)
            for number, cells in enumerate(book[name].iter_rows(values_only=True), 1)
            if any(cell not in (None, "") for cell in cells)
        )
        first = list(islice(filled, _TITLE_ROWS))
        # the header may be below a title of the sheet
        at = next((i for i, (_, cells) in enumerate(first) if _count(cells) > 1), 0)
        header = [str(cell or "").strip() for cell in first[at][1]] if first else []
        for number, cells in chain(first[at + 1 :], filled):
            named = zip(header, cells, strict=False)
            yield f"{label}, line {number}", {key: cell for key, cell in named if key and cell not in (None, "")}


def _count(cells: Sequence[object]) -> int:
    """The number of non-empty cells in a row."""
    return sum(cell not in (None, "") for cell in cells)


def parquet_articles(source: Source, reading: Reading) -> Iterator[Article]:
    """Yield the articles of a Parquet file, one per row."""
    yield from rows.articles(source.label, lambda: _parquet(source), reading)


def _parquet(source: Source) -> Iterator[rows.Row]:
    import pyarrow.parquet as pq

    with _seekable(source) as f:
        number = 0
        for batch in pq.ParquetFile(f).iter_batches(batch_size=256):
            for row in batch.to_pylist():
                number += 1
                yield f"{source.label}, line {number}", row
