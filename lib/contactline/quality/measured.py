"""Measured figures stored in data/measured.json: a JSON object with one entry for each set of articles."""

from __future__ import annotations

import json
import os
from datetime import date
from pathlib import Path
from typing import Any

UNSEEN = "unseen"
"""The entry measured on articles that nobody had at hand while the program was made. Whoever keeps those articles
wrote it; its keys are those of that file, not those of ``evaluate``."""


class MeasuredError(Exception):
    """Raised where the file of measured figures cannot be read; the message says why and what to do."""


def read(path: Path) -> dict[str, Any]:
    """Read the figures of each set by its name, in the order of the file; {} where there is no file.

    Raises MeasuredError where the file is not a JSON object of objects.
    """
    if not path.is_file():
        return {}
    try:
        sets = json.loads(path.read_text(encoding="utf-8"))
    except (ValueError, OSError) as error:
        raise MeasuredError(
            f"{path}: no measured figures can be read from it ({error}); name another file"
        ) from None
    if not isinstance(sets, dict) or not all(isinstance(figures, dict) for figures in sets.values()):
        raise MeasuredError(
            f"{path}: expected a JSON object with one object for each set of articles, such as "
            '{"five": {"event_f1": 0.9}}; name another file'
        )
    return sets


def record(path: Path, name: str, figures: dict[str, Any], day: date) -> None:
    """Write the figures of one set, and the day they were measured, to the file; other sets stay unchanged.

    The file is replaced completely or not at all. Raises MeasuredError where the existing file cannot be read.
    """
    sets = read(path)
    sets[name] = {"measured": day.isoformat(), **figures}
    new = path.with_name(f".{path.name}.new")
    new.write_text(json.dumps(sets, indent=1) + "\n", encoding="utf-8")
    os.replace(new, path)
