"""A CSV file that both people and the program write: read row by row, written completely or not at all."""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Sequence
from pathlib import Path
from threading import Lock

from contactline import intake
from contactline.cells import no_formula, without_guard

WRITING = Lock()
"""A lock held while a file is read and written again, so that no row of another visitor is lost."""


class CorrectionsError(ValueError):
    """Raised for a file of another kind than expected, to which nothing can be added. The message says why."""


def read(path: Path, columns: Sequence[str]) -> tuple[list[str], list[tuple[int, list[str]]]]:
    """Read the names of the columns, and the cells of each row with the number of the line on which it ends.

    ``columns``: the columns that must be there; for a file that is missing or empty they are the result. Raises
    CorrectionsError where one is missing, and OSError.
    """
    if not path.is_file():
        return list(columns), []
    text = intake.decode(path.read_bytes())
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=intake.delimiter(text))
    try:
        rows = [(reader.line_num, [without_guard(cell) for cell in cells]) for cells in reader if any(cells)]
    except csv.Error as error:
        raise CorrectionsError(f"the file is not readable as CSV ({error})") from None
    if not rows:
        return list(columns), []
    (_, header), *rest = rows
    if missing := [name for name in columns if name not in header]:
        raise CorrectionsError(f"the first line lacks {', '.join(missing)}: this is another kind of file")
    return header, rest


def append(path: Path, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Append rows to a file, whose own rows stay unchanged; the file is made if it is missing.

    ``columns``: the columns of the cells in each row, in their order. Raises CorrectionsError where the file lacks
    one of them, and OSError where it cannot be written; in both cases the file is unchanged.
    """
    with WRITING:
        header, before = read(path, columns)
        fresh = [dict(zip(columns, cells, strict=True)) for cells in rows]
        after = [[row.get(name, "") for name in header] for row in fresh]
        write(path, header, [cells for _, cells in before] + after)


def text_of(header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """The text of a CSV file with these rows, its cells guarded against being read as formulas."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(header)
    writer.writerows([no_formula(cell) for cell in cells] for cells in rows)
    return out.getvalue()


def write(path: Path, header: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Write a file beside ``path`` and rename it to ``path`` in one step; without rows, remove ``path``. Raises
    OSError.
    """
    if not rows:
        path.unlink(missing_ok=True)
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(f".{path.name}.new-{os.getpid()}")
    try:
        with open(fresh, "w", newline="", encoding="utf-8") as f:
            f.write(text_of(header, rows))
            f.flush()
            os.fsync(f.fileno())
        fresh.replace(path)
    finally:
        fresh.unlink(missing_ok=True)
