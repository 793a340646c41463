"""The meaning of every column of the stored tables and exports, from codebook.toml only.

It is rendered as a document and as the description of a file, and gives the types with which exports are written.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from contactline.tables.schemas import SCHEMAS

FILE = Path(__file__).with_name("codebook.toml")
SHORTEST = 10
"""Most characters of a column's name in a shapefile."""

_FRICTIONLESS = {"text": "string", "integer": "integer", "number": "number", "day": "date"}


@dataclass(frozen=True, slots=True)
class Column:
    """What a column contains.

    ``type``: text, integer, number, day, list (of texts) or numbers (a list of integers). ``values``: all values
    that occur, empty where there is no fixed set; ``other``: there may be others. ``null``: what a missing value
    means, "" where there is always one.
    """

    name: str
    type: str
    means: str
    unit: str = ""
    values: tuple[str, ...] = ()
    other: bool = False
    null: str = ""

    @property
    def listed(self) -> str:
        """Its values in one line, with "..." at the end if there may be others."""
        return ", ".join((*self.values, *(["..."] if self.other else [])))


@cache
def _file() -> Mapping[str, Any]:
    return tomllib.loads(FILE.read_text(encoding="utf-8"))


def exports() -> tuple[str, ...]:
    """The names of the exports."""
    return tuple(_file()["exports"])


def charts() -> tuple[str, ...]:
    """The names of the tables of charts, which the dashboard offers beside the exports."""
    return tuple(_file()["charts"])


def names(what: str) -> tuple[str, ...]:
    """The columns of an export, or of a chart's table, in order. Raises KeyError for an unknown name."""
    return tuple(_written(what)["order"])


def _written(what: str) -> Mapping[str, Any]:
    """The entry of an export or a chart's table in the file."""
    file = _file()
    return dict((file["exports"] | file["charts"])[what])


def means(what: str, stored: bool = False) -> str:
    """The meaning of a row of an export, of a chart's table, or (``stored``) of a stored table."""
    return str((_file()["tables"][what] if stored else _written(what))["means"])


@cache
def columns(what: str, stored: bool = False) -> tuple[Column, ...]:
    """The columns of an export, a chart's table or a stored table, in order. Raises KeyError for an unknown
    name.
    """
    own = (_file()["tables"][what] if stored else _written(what)).get("columns", {})
    order = SCHEMAS[what].names if stored else names(what)
    return tuple(_column(name, own.get(name) or _file()["columns"][name]) for name in order)


def _column(name: str, facts: Mapping[str, Any]) -> Column:
    return Column(name, **{**facts, "values": tuple(facts.get("values", ()))})


def short_names(columns: Sequence[str]) -> dict[str, str]:
    """For each column a different name that a shapefile can hold (10 characters).

    A longer name loses every "_", then as many vowels as necessary from the end on (but not its first letter),
    then its last letters. A number replaces the end of a name that would occur twice.
    """
    taken = {name for name in columns if len(name) <= SHORTEST}
    found: dict[str, str] = {}
    for name in columns:
        short = name if name in taken else _shortened(name)
        number = 1
        while name not in taken and short in {*taken, *found.values()}:
            number += 1
            short = f"{short[: SHORTEST - len(str(number))]}{number}"
        found[name] = short
    return found


def _shortened(name: str) -> str:
    letters = [letter for letter in name if letter != "_"]
    for at in range(len(letters) - 1, 0, -1):
        if len(letters) <= SHORTEST:
            break
        if letters[at] in "aeiou":
            del letters[at]
    return "".join(letters)[:SHORTEST]


def rows(what: str, stored: bool = False) -> list[dict[str, str]]:
    """The columns in words: column, type, unit, means, values, null, all texts."""
    return [
        {
            "column": column.name,
            "type": column.type,
            "unit": column.unit,
            "means": column.means,
            "values": column.listed,
            "null": column.null,
        }
        for column in columns(what, stored)
    ]


def document() -> str:
    """The whole codebook in Markdown."""
    parts = [str(_file()["head"])]
    for title, stored, tables in (
        ("Exports", False, exports()),
        ("What charts draw", False, charts()),
        ("Stored tables", True, tuple(_file()["tables"])),
    ):
        parts.append(f"\n## {title}\n")
        for what in tables:
            parts.append(f"\n### {what}\n\n{means(what, stored)}\n\n" + "\n".join(_lines(what, stored)) + "\n")
    return "".join(parts)


def _lines(what: str, stored: bool) -> Iterable[str]:
    yield "| column | type | unit | meaning | values | where there is none |"
    yield "|---|---|---|---|---|---|"
    for row in rows(what, stored):
        cells = [f"`{row['column']}`", *(row[name] for name in ("type", "unit", "means", "values", "null"))]
        yield "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def resource(what: str, path: str, bom: bool = False) -> dict[str, Any]:
    """The description of an export as CSV, a resource of a Frictionless data package
    (specs.frictionlessdata.io).
    """
    return {
        "name": Path(path).stem.lower().replace(" ", "-"),
        "path": path,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8-sig" if bom else "utf-8",
        "description": means(what),
        "schema": {"fields": [_field(column) for column in columns(what)], "missingValues": [""]},
    }


def _field(column: Column) -> dict[str, Any]:
    listed = column.type in ("list", "numbers")
    unit, null = column.unit and f"({column.unit})", column.null and f"Empty: {column.null}"
    field: dict[str, Any] = {
        "name": column.name,
        "type": "string" if listed else _FRICTIONLESS[column.type],
        "description": " ".join(filter(None, (column.means, unit, null))),
    }
    constraints: dict[str, Any] = {} if column.null or listed else {"required": True}
    if column.values and not column.other and not listed:
        constraints["enum"] = [int(value) if column.type == "integer" else value for value in column.values]
    return field | ({"constraints": constraints} if constraints else {})


def package(resource: Mapping[str, Any], build: Mapping[str, Any], known: str = "") -> str:
    """A datapackage.json with one more file, besides those in ``known``, the text of an existing one ("" for
    none).

    Raises ValueError where ``known`` is not such a text.
    """
    others = json.loads(known)["resources"] if known else []
    resources = [one for one in others if one["path"] != resource["path"]] + [dict(resource)]
    facts = {
        "name": "contactline",
        "title": "Contact Line: events of the Nagorno-Karabakh conflict, read from news articles",
        "version": str(build.get("version", "")),
        "created": build.get("time"),
        "resources": resources,
    }
    return json.dumps({name: value for name, value in facts.items() if value}, ensure_ascii=False, indent=1) + "\n"
