"""What is known of an article from outside: a day written into the manifest.csv beside its file."""

from __future__ import annotations

import csv
import io
import os
from datetime import date
from pathlib import Path

from contactline.intake import articles

NAME = "manifest.csv"
COLUMNS = ("file", "publisher", "author", "published", "language", "title", "url", "note")
_SUFFIXES = (".txt", ".html", ".htm")


def holds(path: Path) -> bool:
    """Whether a manifest may tell about this file: a text or a page of its own (not a row of a larger file)."""
    return path.suffix.lower() in _SUFFIXES and path.is_file()


def set_published(path: Path, day: date | None) -> date | None:
    """Write the day into the row of ``path`` in its folder's manifest; None takes it out. Returns the day before.

    The manifest is made where there is none; a row that says nothing more goes, and a manifest without rows with
    it: to set the day that was returned undoes this. The other rows and columns stay as they are. The new file
    takes the old one's place in one step.
    """
    table = path.parent / NAME
    columns, rows, delimiter = _read(table)
    row = next((row for row in rows if row["file"] == path.name), None)
    if row is None:
        row = {"file": path.name}
        rows.append(row)
    before = row.get("published") or ""
    row["published"] = day.isoformat() if day else ""
    if not any(value for name, value in row.items() if name != "file"):
        rows.remove(row)
    if not rows:
        table.unlink(missing_ok=True)
        return _day(before)
    fresh = table.with_suffix(f".new-{os.getpid()}")
    with open(fresh, "w", newline="", encoding="utf-8") as f:
        writer = csv.DictWriter(f, columns, restval="", lineterminator="\n", delimiter=delimiter)
        writer.writeheader()
        writer.writerows(rows)
    fresh.replace(table)
    return _day(before)


def _day(text: str) -> date | None:
    return date.fromisoformat(text.strip()) if text.strip() else None


def _read(table: Path) -> tuple[list[str], list[dict[str, str]], str]:
    """The columns, the rows and what parts their cells."""
    if not table.is_file():
        return list(COLUMNS), [], ","
    text = articles.decode(table.read_bytes())
    delimiter = articles.delimiter(text)
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter)
    rows = [dict(row) for row in reader]
    columns = list(reader.fieldnames or COLUMNS)
    return columns + [name for name in ("file", "published") if name not in columns], rows, delimiter
