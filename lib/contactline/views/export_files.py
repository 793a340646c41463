"""Rows as files that any program can read: CSV, Excel, Parquet, JSON. A missing value is null in all of them."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from contactline.cells import no_formula
from contactline.views.codebook import Column
from contactline.views.words import say, words_of

_LONGEST_CELL = 32_767  # characters that a spreadsheet's cell holds
_CUT_OFF = " [...]"
_UNKNOWN_TO_XML = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
_JOINED = {"other_excerpts": " || "}
_WIDTHS = {"day": 11, "integer": 10, "number": 10}
_WIDEST, _LOOKED_AT = 48, 50  # widest column in characters; number of rows from which widths are found

_ARROW = {
    "text": pa.string(),
    "integer": pa.int64(),
    "number": pa.float64(),
    "day": pa.date32(),
    "list": pa.list_(pa.string()),
    "numbers": pa.list_(pa.int64()),
}


@dataclass(frozen=True, slots=True)
class About:
    """What is written into a file besides the rows.

    ``filters``: what was asked for, in words, "" for everything. ``build``: build.json of the tables. ``bom``:
    whether a CSV begins with the byte order mark by which Excel recognises UTF-8. ``short``: whether columns have
    the short names of a shapefile. ``cited``: how to cite the view, "" where the rows are not from a page.
    """

    filters: str = ""
    build: Mapping[str, Any] = field(default_factory=dict)
    bom: bool = False
    short: bool = False
    cited: str = ""


def records(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """Rows as plain values: None for null, days as ISO texts, lists as lists."""
    plain = {name: [_iso(value) for value in values] for name, values in _columns(frame).items()}
    return [dict(zip(plain, row, strict=True)) for row in zip(*plain.values(), strict=True)]


def joined(name: str, value: Any) -> Any:
    """A value for one cell: the entries of a list are joined by ";"; a ";" within an entry becomes ","."""
    if not isinstance(value, list):
        return value
    sign = _JOINED.get(name, ";")
    texts = ("" if one is None else str(one) for one in value)
    return sign.join(texts if name in _JOINED else (text.replace(";", ",") for text in texts))


def printable(text: str) -> str:
    """A text without characters that XML does not allow."""
    return _UNKNOWN_TO_XML.sub("", text)


def as_csv(frame: pd.DataFrame, about: About) -> bytes:
    """UTF-8 CSV with a header; no cell can be read as a formula by a spreadsheet."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(frame.columns)
    writer.writerows([no_formula("" if cell is None else cell) for cell in row] for row in _cells(frame))
    return out.getvalue().encode("utf-8-sig" if about.bom else "utf-8")


def as_xlsx(frame: pd.DataFrame, about: About, columns: Mapping[str, Column]) -> bytes:
    """A workbook with three sheets: the rows with filters, what was asked for, and the meaning of the columns.

    Texts are stored as text, so that none is a formula and none needs a guard before it.
    """
    from openpyxl import Workbook
    from openpyxl.utils import get_column_letter

    book = Workbook(write_only=True)
    sheet = book.create_sheet(say("export.sheet_rows"))
    sheet.freeze_panes = "A2"
    for number, name in enumerate(frame.columns, 1):
        sheet.column_dimensions[get_column_letter(number)].width = _width(frame[name], columns.get(name))
    sheet.append(list(frame.columns))
    for row in _cells(frame):
        sheet.append([_sheet_cell(sheet, value) for value in row])
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(frame.columns))}{len(frame) + 1}"
    _add_sheet(book, say("export.sheet_about"), _about_rows(len(frame), about), (24, 100))
    if columns:
        headings = words_of("export_columns")
        told = [[name, *(_told(column, key) for key in list(headings)[1:])] for name, column in columns.items()]
        _add_sheet(book, say("export.sheet_columns"), [list(headings.values()), *told], (24, 9, 18, 70, 50, 60))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def as_parquet(frame: pd.DataFrame, about: About, columns: Mapping[str, Column]) -> bytes:
    """Columns of the codebook's types whatever their values, each with its meaning as metadata; days are dates."""
    arrays, fields = [], []
    for name, values in _columns(frame).items():
        column = columns.get(name)
        array = pa.array(values, _ARROW[column.type] if column else None)
        meta = {"description": column.means, "unit": column.unit, "null": column.null} if column else {}
        arrays.append(array)
        fields.append(pa.field(name, array.type, metadata={key: told for key, told in meta.items() if told}))
    told = {"filter": about.filters, "build": json.dumps(dict(about.build), ensure_ascii=False)}
    out = io.BytesIO()
    pq.write_table(pa.Table.from_arrays(arrays, schema=pa.schema(fields, metadata=told)), out)
    return out.getvalue()


def as_json(frame: pd.DataFrame) -> bytes:
    """One JSON array of objects."""
    return (json.dumps(records(frame), ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def as_jsonl(frame: pd.DataFrame) -> bytes:
    """One JSON object per line."""
    lines = (json.dumps(record, ensure_ascii=False) + "\n" for record in records(frame))
    return "".join(lines).encode("utf-8")


def _columns(frame: pd.DataFrame) -> dict[str, list[Any]]:
    return {str(name): [_plain(value) for value in frame[name]] for name in frame.columns}


def _plain(value: Any) -> Any:
    """A plain value: None for null, days as days, lists as lists."""
    if isinstance(value, str | int | bool):
        return value
    if hasattr(value, "tolist") and not pd.api.types.is_scalar(value):
        return value.tolist()
    if isinstance(value, list | dict):
        return value
    if pd.isna(value):
        return None
    if isinstance(value, pd.Timestamp):
        return value.date()
    return value.item() if hasattr(value, "item") else value


def _iso(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


def _cells(frame: pd.DataFrame) -> Iterator[tuple[Any, ...]]:
    """Yield the rows as cells: lists joined, None for null, days as days."""
    columns = [[joined(name, value) for value in values] for name, values in _columns(frame).items()]
    yield from zip(*columns, strict=True)


def _sheet_cell(sheet: Any, value: Any) -> Any:
    from openpyxl.cell import WriteOnlyCell

    if isinstance(value, str):
        cell = WriteOnlyCell(sheet, _fitting(value))
        cell.data_type = "s"
        return cell
    if isinstance(value, date):
        cell = WriteOnlyCell(sheet, value)
        cell.number_format = "yyyy-mm-dd"
        return cell
    return value


def _fitting(text: str) -> str:
    """A text cut to the length that a cell can hold."""
    text = printable(text)
    return text if len(text) <= _LONGEST_CELL else text[: _LONGEST_CELL - len(_CUT_OFF)] + _CUT_OFF


def _width(values: pd.Series[Any], column: Column | None) -> int:
    if column is not None and column.type in _WIDTHS:
        return max(_WIDTHS[column.type], len(str(values.name)) + 3)
    longest = max((len(str(joined("", _plain(value)))) for value in values.head(_LOOKED_AT)), default=0)
    return max(min(longest, _WIDEST), len(str(values.name))) + 3  # three characters more for the filter's button


def _about_rows(rows: int, about: About) -> list[list[Any]]:
    build = about.build
    return [
        [say("export.about_filter"), about.filters or say("export.about_all")],
        [say("export.about_rows"), rows],
        [say("export.about_version"), str(build.get("version", ""))],
        [say("export.about_built"), str(build.get("time") or "")],
        [say("export.about_articles"), build.get("counts", {}).get("articles")],
        [say("export.about_codebook"), say("export.about_codebook_where")],
        *([[say("export.about_cited"), about.cited]] if about.cited else []),
    ]


def _told(column: Column, key: str) -> str:
    return column.listed if key == "values" else str(getattr(column, key))


def _add_sheet(book: Any, title: str, rows: Sequence[Sequence[Any]], widths: Sequence[int]) -> None:
    from openpyxl.utils import get_column_letter

    sheet = book.create_sheet(title)
    for number, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    for row in rows:
        sheet.append([_sheet_cell(sheet, value) for value in row])
