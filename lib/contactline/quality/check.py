"""All faults of the lexicon's tables at once, each with its file, row, value and what was expected.

Each table is first checked against its schema. Only if all tables pass can they be checked together: names that
mean two things, offices with two holders, towns outside their country, patterns whose example is coded differently
from what the row says.
"""

from __future__ import annotations

from pathlib import Path

from contactline.lexicon import LexiconError, load
from contactline.lexicon.faults import faults as faults_of_all
from contactline.lexicon.faults import faults_of
from contactline.lexicon.schema import SCHEMAS
from contactline.lexicon.table import Fault, read_tables
from contactline.quality import check_landmarks, check_names, check_patterns

TABLES = tuple(sorted(SCHEMAS))


def faults(folder: Path, table: str = "") -> list[Fault]:
    """Return the faults of the tables in a folder, or of one of ``TABLES``; an empty list where there are none.

    Raises OSError where a file cannot be opened.
    """
    tables = read_tables(folder)
    broken = faults_of(table, tables) if table else faults_of_all(tables)
    if broken:
        return broken
    try:
        lexicon = load(folder)
    except LexiconError:  # another table has faults, so this one cannot be checked further
        return []
    found = [
        *check_landmarks.faults(lexicon),
        *check_names.faults(lexicon),
        *(check_patterns.faults(lexicon) if table in ("", "patterns") else ()),
    ]
    return [fault for fault in found if table in ("", fault.table)]
