"""The file of verdicts: a reader's judgements of events drawn at random, from which precision is measured."""

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
    """A reader's judgement of one event.

    ``when``: the moment as ISO 8601. ``verdict``: one of ``VERDICTS``. ``faults``: some of ``FAULTS``, what is
    wrong. ``seed``: that of the random draw. ``type`` and ``confidence``: as the event had them. ``coded``: a
    digest of everything that was shown of the event, since the verdict is only about that. ``fingerprint``: that
    of its sentence (``identity``).
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
    """Read the verdicts of a file in its order, and the number of unusable rows. Raises CorrectionsError and
    OSError.
    """
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
    """Append a verdict to the file. Raises CorrectionsError and OSError; in both cases the file is unchanged."""
    csv_file.append(path, COLUMNS, [verdict.cells])


def remove_last(path: Path) -> None:
    """Remove the last verdict. Raises the same errors as ``add``."""
    with csv_file.WRITING:
        header, rows = csv_file.read(path, COLUMNS)
        csv_file.write(path, header, [cells for _, cells in rows[:-1]])


def text_of(verdicts: Sequence[Verdict]) -> str:
    """The text of a file with these verdicts."""
    return csv_file.text_of(COLUMNS, [one.cells for one in verdicts])
