"""The file of verdicts: what a reader says of events drawn at random, from which precision is measured."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from contactline.corrections import csv_file

COLUMNS = ("when", "event", "verdict", "faults", "seed", "type", "confidence", "coded", "fingerprint")
VERDICTS = ("right", "wrong", "unsure")
FAULTS = ("not an event", "type", "day", "place", "who", "toll", "status")


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a reader says of an event.

    ``when``: the moment as ISO 8601; ``verdict``: of ``VERDICTS``; ``faults``: of ``FAULTS``, what is wrong.
    ``seed``: of the draw. ``type`` and ``confidence``: as the event had them; ``coded``: a digest of all that was
    shown of it, since a verdict is of that alone. ``fingerprint``: of its sentence (``identity``).
    """

    when: str
    event_id: str
    verdict: str
    faults: tuple[str, ...]
    seed: int
    type: str
    confidence: float
    coded: str
    fingerprint: str

    @property
    def cells(self) -> tuple[str, ...]:
        """The cells of its row."""
        told = (self.when, self.event_id, self.verdict, ";".join(self.faults), str(self.seed), self.type)
        return (*told, f"{self.confidence:.2f}", self.coded, self.fingerprint)


def read(path: Path) -> tuple[tuple[Verdict, ...], int]:
    """The verdicts of a file in its order, and how many rows are none; raises CorrectionsError and OSError."""
    header, rows = csv_file.read(path, COLUMNS)
    found = [_verdict(dict(zip(header, cells, strict=False))) for _, cells in rows]
    usable = tuple(one for one in found if one is not None)
    return usable, len(found) - len(usable)


def _verdict(row: dict[str, str]) -> Verdict | None:
    try:
        one = Verdict(
            row["when"],
            row["event"],
            row["verdict"],
            tuple(filter(None, row["faults"].split(";"))),
            int(row["seed"]),
            row["type"],
            float(row["confidence"]),
            row["coded"],
            row["fingerprint"],
        )
    except (KeyError, ValueError):
        return None
    return one if one.verdict in VERDICTS and set(one.faults) <= set(FAULTS) else None


def add(path: Path, verdict: Verdict) -> None:
    """Write a verdict behind the others. Raises CorrectionsError and OSError; then nothing has changed."""
    csv_file.append(path, COLUMNS, [verdict.cells])


def remove_last(path: Path) -> None:
    """Take the last verdict out. Raises as ``add``."""
    with csv_file.WRITING:
        header, rows = csv_file.read(path, COLUMNS)
        csv_file.write(path, header, [cells for _, cells in rows[:-1]])


def text_of(verdicts: Sequence[Verdict]) -> str:
    """The file that holds these verdicts."""
    return csv_file.text_of(COLUMNS, [one.cells for one in verdicts])
