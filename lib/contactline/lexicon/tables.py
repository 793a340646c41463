"""The tables under data/lexicon: where they lie and how they are read.

Each module that needs a table builds its own frozen index from the rows and caches it by folder, so that
importing costs nothing and a test can pass a folder of its own.
"""

from __future__ import annotations

import csv
import hashlib
from functools import cache
from pathlib import Path

from contactline import locations

DIRECTORY = locations.LEXICON


@cache
def rows(name: str, directory: Path = DIRECTORY) -> tuple[dict[str, str], ...]:
    """The rows of ``<directory>/<name>.csv`` as dicts of stripped strings; an absent cell is "".

    Each row carries its line number under the key "#line", for messages that name file and row.
    Lines that begin with # are comments. Raises FileNotFoundError where the table is missing.
    """
    path = directory / f"{name}.csv"
    with open(path, newline="", encoding="utf-8") as f:
        reader = csv.reader(f)
        header: list[str] | None = None
        found = []
        for cells in reader:
            if not cells or cells[0].startswith("#"):
                continue
            if header is None:
                header = [c.strip() for c in cells]
                continue
            row = dict(zip(header, (c.strip() for c in cells), strict=False))
            for column in header[len(cells) :]:
                row[column] = ""
            row["#line"] = str(reader.line_num)
            found.append(row)
    return tuple(found)


def split(cell: str) -> list[str]:
    """The items of a list cell, separated by ';'."""
    return [item.strip() for item in cell.split(";") if item.strip()]


def fingerprint(directory: Path = DIRECTORY) -> str:
    """A digest over every table's bytes: a changed row means that articles are coded again."""
    digest = hashlib.sha256()
    for path in sorted(directory.glob("*.csv")):
        digest.update(path.name.encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]
