"""Inputs that a build could not use: which, where, why, and what to do. One such input does not affect the
others.
"""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from contactline.cells import no_formula

COLUMNS = ("file", "row", "id", "reason", "what to do")


@dataclass(frozen=True, slots=True)
class Reject:
    """An input that was left out. ``row``: the line of the file, None for all of it; ``article_id`` if known.

    ``reason`` and ``todo`` are sentences that name no folder: visitors of a dashboard read them.
    """

    file: str
    row: int | None
    article_id: str
    reason: str
    todo: str

    def __str__(self) -> str:
        return " ".join(part for part in (f"{self._place(self.file)}:", self.reason, self.todo) if part)

    def without_folder(self) -> str:
        """The same reject with only the name of its file, without the folder."""
        return " ".join(part for part in (f"{self._place(self.name)}:", self.reason, self.todo) if part)

    @property
    def name(self) -> str:
        """The file's own name."""
        return Path(self.file).name

    def _place(self, file: str) -> str:
        return file if self.row is None else f"{file}, line {self.row}"


def of_origin(origin: str, article_id: str, reason: str, todo: str) -> Reject:
    """Make a reject from an article's origin, which is "file" or "file, line 3"."""
    file, _, line = origin.rpartition(", line ")
    if file and line.isdecimal():
        return Reject(file, int(line), article_id, reason, todo)
    return Reject(origin, None, article_id, reason, todo)


def write(path: Path, rejects: Sequence[Reject]) -> None:
    """Write rejects as a CSV file with the columns ``COLUMNS``; the header is always written."""
    with open(path, "w", newline="", encoding="utf-8", errors="replace") as f:
        writer = csv.writer(f, lineterminator="\n")
        writer.writerow(COLUMNS)
        for one in rejects:
            cells = (one.file, one.row if one.row is not None else "", one.article_id, one.reason, one.todo)
            writer.writerow(map(no_formula, cells))


def read(path: Path) -> list[Reject]:
    """Read the rejects that ``write`` wrote; an empty list where the file does not exist."""
    if not path.is_file():
        return []
    with open(path, newline="", encoding="utf-8") as f:
        rows = list(csv.DictReader(f))
    return [
        Reject(row["file"], int(row["row"]) if row["row"] else None, row["id"], row["reason"], row["what to do"])
        for row in rows
    ]
