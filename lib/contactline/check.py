"""Every fault of the lexicon's tables at once, each with its file, row and value."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from contactline import check_landmarks, check_names, check_patterns, lexicon

Check = Callable[[Path], list[str]]

_SCOPES = frozenset({"line", "link", "list", "tail", "byline"})
_ABBREVIATIONS = frozenset({"title", "number", "month", "other"})
_KEYS = {
    "abbreviations": ("form",),
    "boilerplate": ("pattern",),
    "incident_kinds": ("kind",),
    "ontology": ("type", "mode"),
    "sentence_openers": ("word",),
}


def faults(directory: Path = lexicon.DIRECTORY) -> list[str]:
    """One line a fault, in the order of the checks; [] where all tables are sound."""
    return [fault for check in CHECKS for fault in check(directory)]


def _shape(directory: Path) -> list[str]:
    """Rows with more or fewer cells than their header, and tables that are no UTF-8 or have no rows."""
    return [fault for path in sorted(directory.glob("*.csv")) for fault in _shape_of(path)]


def _shape_of(path: Path) -> Iterator[str]:
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        yield f"{path.name}: not UTF-8 ({error})"
        return
    width = 0
    reader = csv.reader(text.splitlines(keepends=True))
    count = 0
    for cells in reader:
        if not cells or cells[0].startswith("#"):
            continue
        count += 1
        width = width or len(cells)
        if len(cells) != width:
            yield f"{path.name}, line {reader.line_num}: {len(cells)} cells, the header has {width}"
    if count < 2:
        yield f"{path.name}: no rows"


def _keys(directory: Path) -> list[str]:
    """Rows whose key stands in the table twice."""
    found = []
    for name, columns in _KEYS.items():
        seen: dict[tuple[str, ...], str] = {}
        for row in lexicon.rows(name, directory):
            key = tuple(row[column] for column in columns)
            if key in seen:
                found.append(
                    f"{name}.csv, line {row['#line']}: {'/'.join(key)!r} stands in line {seen[key]} already"
                )
            seen.setdefault(key, row["#line"])
    return found


def _abbreviations(directory: Path) -> list[str]:
    return [
        f"abbreviations.csv, line {row['#line']}: kind {row['kind']!r} is none of {_listed(_ABBREVIATIONS)}"
        for row in lexicon.rows("abbreviations", directory)
        if row["kind"] not in _ABBREVIATIONS
    ]


def _boilerplate(directory: Path) -> list[str]:
    found = []
    for row in lexicon.rows("boilerplate", directory):
        where = f"boilerplate.csv, line {row['#line']}"
        if row["scope"] not in _SCOPES:
            found.append(f"{where}: scope {row['scope']!r} is none of {_listed(_SCOPES)}")
        pattern = _pattern(row["pattern"])
        if pattern is None:
            found.append(f"{where}: {row['pattern']!r} is no regular expression")
        elif not pattern.fullmatch(row["example"]):
            found.append(f"{where}: the pattern does not match its example {row['example']!r}")
    return found


def _incident_kinds(directory: Path) -> list[str]:
    types = {row["type"] for row in lexicon.rows("ontology", directory)}
    found = []
    for row in lexicon.rows("incident_kinds", directory):
        where = f"incident_kinds.csv, line {row['#line']}"
        unknown = [type_ for type_ in lexicon.split(row["types"]) if type_ not in types]
        if unknown:
            found.append(f"{where}: no such event type: {', '.join(unknown)}")
        found.extend(
            f"{where}: {row[column]!r} is no regular expression"
            for column in ("words", "unless")
            if _pattern(row[column]) is None
        )
    return found


def _listed(words: frozenset[str]) -> str:
    return ", ".join(sorted(words))


def _pattern(text: str) -> re.Pattern[str] | None:
    try:
        return re.compile(text, re.IGNORECASE)
    except re.error:
        return None


def _names(directory: Path) -> list[str]:
    return [str(fault) for fault in check_names.check(directory)]


CHECKS: Sequence[Check] = (
    _shape,
    _keys,
    _abbreviations,
    _boilerplate,
    _incident_kinds,
    check_landmarks.faults,
    _names,
    check_patterns.faults,
)
