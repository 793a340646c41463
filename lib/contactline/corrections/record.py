"""The file of corrections: what a reader has put right, a row each, checked row by row and written whole."""

from __future__ import annotations

import csv
import hashlib
import io
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

from contactline import intake
from contactline.cells import no_formula, without_guard
from contactline.corrections import values
from contactline.lexicon import Lexicon
from contactline.rejects import Reject

COLUMNS = ("when", "what", "field", "value", "why", "fingerprint")
_TODO = "Correct the row or remove it; the others are applied."
_writing = Lock()


class CorrectionsError(ValueError):
    """A file that is no list of corrections, so that nothing can be added to it. The message says what to do."""


@dataclass(frozen=True, slots=True)
class Correction:
    """What a reader has put right about one thing.

    ``when``: the moment as ISO 8601. ``kind``: article, event or incident; ``key``: the article's or event's id,
    of an incident that of one of its events. ``field`` and ``value``: of ``values.checks``, right, wrong and split
    have no value. ``why``: the reader's words. ``fingerprint``: of the event's sentence (``identity``), "" of an
    article, which its id names.
    """

    when: str
    kind: str
    key: str
    field: str
    value: str = ""
    why: str = ""
    fingerprint: str = ""

    @property
    def what(self) -> str:
        """Kind and id, as the file has them."""
        return f"{self.kind} {self.key}"

    @property
    def cells(self) -> tuple[str, ...]:
        """The cells of its row."""
        return self.when, self.what, self.field, self.value, self.why, self.fingerprint


def read(path: Path, lexicon: Lexicon) -> tuple[tuple[Correction, ...], tuple[Reject, ...]]:
    """The corrections of a file in its order, and the rows that cannot be used; none where there is no file."""
    found: list[Correction] = []
    rejects: list[Reject] = []
    try:
        header, rows = _rows(path)
    except (CorrectionsError, OSError) as error:
        why = error.strerror if isinstance(error, OSError) else str(error)
        todo = "Correct the file, or name another; no correction is applied until then."
        return (), (Reject(str(path), None, "", f"{why or 'The file cannot be read'}.", todo),)
    for line, cells in rows:
        try:
            found.append(_correction(header, cells, lexicon))
        except ValueError as error:
            key = dict(zip(header, cells, strict=False)).get("what", "").partition(" ")[2]
            rejects.append(Reject(str(path), line, key, f"the correction cannot be used: {error}.", _TODO))
    return tuple(found), tuple(rejects)


def _correction(header: Sequence[str], cells: Sequence[str], lexicon: Lexicon) -> Correction:
    if len(cells) != len(header):
        raise ValueError(f"it has {len(cells)} cells, the first line {len(header)}")
    row = dict(zip(header, cells, strict=True))
    kind, _, key = row["what"].partition(" ")
    one = Correction(row["when"], kind, key, row["field"], row["value"], row["why"], row["fingerprint"])
    checks = values.checks(lexicon)
    if kind not in checks or not key:
        raise ValueError(f'"what" is {row["what"]!r}, not one of {", ".join(checks)} with an id')
    if one.field not in checks[kind]:
        raise ValueError(f"{one.field!r} is no field of an {kind}; these are: {', '.join(checks[kind])}")
    if kind != "article" and ":" not in one.fingerprint:
        raise ValueError("the fingerprint of its sentence is missing")
    checks[kind][one.field](one.value)
    return one


def add(path: Path, corrections: Sequence[Correction]) -> None:
    """Write corrections behind those of the file, which is made where it is missing.

    Rows that are there stay as they are, those that cannot be used too. Raises CorrectionsError for a file that is
    no list of corrections, and OSError where it cannot be written; then nothing has changed.
    """
    with _writing:
        header, rows = _rows(path)
        fresh = [dict(zip(COLUMNS, one.cells, strict=True)) for one in corrections]
        _write(
            path, header, [cells for _, cells in rows] + [[one.get(name, "") for name in header] for one in fresh]
        )


def remove(path: Path, correction: Correction) -> bool:
    """Take the last row with this correction out, and the file where it was the only one. Whether there was one.

    Raises as ``add``.
    """
    with _writing:
        header, rows = _rows(path)
        places = [header.index(name) for name in COLUMNS]
        cells_of = [tuple(cells[i] for i in places) if len(cells) == len(header) else () for _, cells in rows]
        if correction.cells not in cells_of:
            return False
        last = len(rows) - 1 - cells_of[::-1].index(correction.cells)
        left = [cells for number, (_, cells) in enumerate(rows) if number != last]
        if left:
            _write(path, header, left)
        else:
            path.unlink()
        return True


def digest(path: Path | None) -> str:
    """What tells one state of the file from another; "" where there is none."""
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()[:16] if path else ""
    except FileNotFoundError:
        return ""
    except OSError as error:
        return str(error.strerror)


def _rows(path: Path) -> tuple[list[str], list[tuple[int, list[str]]]]:
    """The names of the columns, and each row with the line on which it ends."""
    if not path.is_file():
        return list(COLUMNS), []
    text = intake.decode(path.read_bytes())
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=intake.delimiter(text))
    try:
        rows = [(reader.line_num, [without_guard(cell) for cell in cells]) for cells in reader if any(cells)]
    except csv.Error as error:
        raise CorrectionsError(f"the file is not readable as CSV ({error})") from None
    if not rows:
        return list(COLUMNS), []
    (_, header), *rest = rows
    if missing := [name for name in COLUMNS if name not in header]:
        raise CorrectionsError(f"the first line lacks {', '.join(missing)}: this is no list of corrections")
    return header, rest


def _write(path: Path, header: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Write beside the file and put it in its place in one step."""
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(f".{path.name}.new-{os.getpid()}")
    try:
        with open(fresh, "w", newline="", encoding="utf-8") as f:
            writer = csv.writer(f, lineterminator="\n")
            writer.writerow(header)
            writer.writerows([no_formula(cell) for cell in cells] for cells in rows)
            f.flush()
            os.fsync(f.fileno())
        fresh.replace(path)
    finally:
        fresh.unlink(missing_ok=True)
