"""Writes the day of an article that a user sets into the manifest.csv beside its file."""

from __future__ import annotations

import csv
import io
import os
from datetime import date
from pathlib import Path

from contactline.intake.articles import MANIFEST
from contactline.intake.decoding import decode
from contactline.intake.table_files import delimiter as delimiter_of

NAME = MANIFEST
COLUMNS = ("file", "publisher", "author", "published", "language", "title", "url", "note")
_SUFFIXES = (".txt", ".html", ".htm")  # of files that hold one article


def holds(path: Path) -> bool:
    """Whether a manifest can have a row for this file: it exists and is one article, not a table of several."""
    return path.suffix.lower() in _SUFFIXES and path.is_file()


def set_published(path: Path, day: date | None) -> date | None:
    """Write the day into the row of ``path`` in its folder's manifest; None removes it. Returns the day before.

    The manifest is created where there is none. A row with nothing else in it is removed, and so is a manifest
    without rows, so that setting the day that was returned undoes this. The other rows and columns stay as they
    are. The new file replaces the old one in one step. Raises ValueError where the row's old day is not a date,
    and OSError where the folder cannot be written to; then nothing has changed.
    """
    table = path.parent / NAME
    columns, rows, delimiter = _read(table)
    row = next((row for row in rows if row["file"] == path.name), None)
    if row is None:
        row = {"file": path.name}
        rows.append(row)
    before = _day(row.get("published") or "")
    row["published"] = day.isoformat() if day else ""
    if not any(value for name, value in row.items() if name != "file"):
        rows.remove(row)
    if not rows:
        table.unlink(missing_ok=True)
        return before
    fresh = table.with_suffix(f".new-{os.getpid()}")
    with open(fresh, "w", newline="", encoding="utf-8") as f:
        writer = csv.DictWriter(f, columns, restval="", lineterminator="\n", delimiter=delimiter)
        writer.writeheader()
        writer.writerows(rows)
    fresh.replace(table)
    return before


def _day(text: str) -> date | None:
    return date.fromisoformat(text.strip()) if text.strip() else None


def _read(table: Path) -> tuple[list[str], list[dict[str, str]], str]:
    """The columns, the rows and the character between cells; of an empty manifest where there is none."""
    if not table.is_file():
        return list(COLUMNS), [], ","
    text = decode(table.read_bytes())
    delimiter = delimiter_of(text)
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter)
    rows = [dict(row) for row in reader]
    columns = list(reader.fieldnames or COLUMNS)
    return columns + [name for name in ("file", "published") if name not in columns], rows, delimiter
