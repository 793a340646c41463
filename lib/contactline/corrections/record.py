"""The file of corrections: one row for each correction by a reader, checked row by row and written completely."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from contactline.corrections import csv_file, values
from contactline.corrections.csv_file import CorrectionsError
from contactline.lexicon import Lexicon
from contactline.rejects import Reject

COLUMNS = ("when", "what", "field", "value", "why", "fingerprint")
_TODO = "Correct the row or remove it; the others are applied."


@dataclass(frozen=True, slots=True)
class Correction:
    """One correction by a reader.

    ``when``: the moment as ISO 8601. ``kind``: article, event or incident. ``key``: the id of the article or
    event; for an incident, that of one of its events. ``field`` and ``value``: as in ``values.checks``; right,
    wrong and split have no value. ``why``: the reader's reason. ``fingerprint``: that of the event's sentence
    (``identity``), "" for an article, which its id identifies.
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
        """Kind and id, as written in the file."""
        return f"{self.kind} {self.key}"

    @property
    def cells(self) -> tuple[str, ...]:
        """The cells of its row."""
        return self.when, self.what, self.field, self.value, self.why, self.fingerprint


def read(path: Path, lexicon: Lexicon) -> tuple[tuple[Correction, ...], tuple[Reject, ...]]:
    """Read the corrections of a file in its order, and the rows that cannot be used; both empty where there is
    no file.
    """
    found: list[Correction] = []
    rejects: list[Reject] = []
    try:
        header, rows = csv_file.read(path, COLUMNS)
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
        raise ValueError(f"{one.field!r} is not a field of an {kind}; these are: {', '.join(checks[kind])}")
    if kind != "article" and ":" not in one.fingerprint:
        raise ValueError("the fingerprint of its sentence is missing")
    checks[kind][one.field](one.value)
    return one


def add(path: Path, corrections: Sequence[Correction]) -> None:
    """Append corrections to the file, which is made if it is missing.

    Existing rows stay unchanged, including those that cannot be used. Raises CorrectionsError for a file that is
    not a list of corrections, and OSError where it cannot be written; in both cases the file is unchanged.
    """
    csv_file.append(path, COLUMNS, [one.cells for one in corrections])


def remove(path: Path, correction: Correction) -> bool:
    """Remove the last row with this correction, and the file if it was the only row. Returns whether there was
    such a row.

    Raises the same errors as ``add``.
    """
    with csv_file.WRITING:
        header, rows = csv_file.read(path, COLUMNS)
        places = [header.index(name) for name in COLUMNS]
        cells_of = [tuple(cells[i] for i in places) if len(cells) == len(header) else () for _, cells in rows]
        if correction.cells not in cells_of:
            return False
        last = len(rows) - 1 - cells_of[::-1].index(correction.cells)
        left = [cells for number, (_, cells) in enumerate(rows) if number != last]
        csv_file.write(path, header, left)
        return True


def digest(path: Path | None) -> str:
    """A digest that changes with the content of the file; "" where there is none."""
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()[:16] if path else ""
    except FileNotFoundError:
        return ""
    except OSError as error:
        return str(error.strerror)
