"""Writing down what is known of an article from outside its text: a row of the manifest beside its file."""

from __future__ import annotations

import csv
import io
import os
from datetime import date
from pathlib import Path

from contactline import read

COLUMNS = ("file", "publisher", "author", "published", "language", "title", "url", "note")


def set_published(file: Path, day: date | None) -> None:
    """Set the publication day of a .txt or .html file's article in its folder's manifest; None clears it.

    Other rows, cells and columns stay; a folder without a manifest gets one. The file is replaced whole or not at
    all. Raises read.InputError where the file is missing or holds articles with facts of their own.
    """
    if not file.is_file():
        raise read.InputError(f"{file}: there is no such file, so no day can be set for it.")
    if file.suffix.lower() not in (".txt", ".html", ".htm"):
        raise read.InputError(f'{file}: its articles carry their own "published": change it there.')
    path = file.parent / read.MANIFEST
    rows = list(csv.reader(io.StringIO(read.decode(path.read_bytes()), newline=""))) if path.is_file() else []
    rows = [cells for cells in rows if any(cells)] or [list(COLUMNS)]
    header = [cell.strip() for cell in rows[0]]
    for name in ("file", "published"):
        if name not in header:
            header.append(name)
    rows[0] = header
    own = next(
        (cells for cells in rows[1:] if dict(zip(header, cells, strict=False)).get("file") == file.name), None
    )
    if own is None:
        own = [file.name if name == "file" else "" for name in header]
        rows.append(own)
    own.extend([""] * (len(header) - len(own)))
    own[header.index("published")] = day.isoformat() if day else ""
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\n").writerows(rows)
    fresh = path.with_name(f".{path.name}.{os.getpid()}")
    fresh.write_text(out.getvalue(), encoding="utf-8", newline="")
    fresh.replace(path)
