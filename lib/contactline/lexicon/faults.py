"""All faults of the lexicon's tables at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from contactline.lexicon.columns import Column, Keys
from contactline.lexicon.rules import Schema
from contactline.lexicon.schema import SCHEMAS
from contactline.lexicon.table import LINE, Fault, Row, Table, split_cell


def faults(tables: Mapping[str, Table]) -> list[Fault]:
    """All faults of a lexicon, in the order of tables and lines; [] where there are none.

    ``tables``: by name, as ``table.read_tables`` returns them. A table without a schema and a schema without a
    table are faults too.
    """
    keys = Keys(tables)
    found: list[Fault] = []
    for name in sorted({*SCHEMAS, *tables}):
        found.extend(_faults(name, tables, keys))
    return found


def faults_of(name: str, tables: Mapping[str, Table]) -> list[Fault]:
    """The faults of one table; the other tables are needed where it refers to them.

    Raises KeyError where the lexicon has no table with that name.
    """
    if name not in SCHEMAS:
        raise KeyError(f"{name}: no table of the lexicon; its tables are {', '.join(SCHEMAS)}")
    return _faults(name, tables, Keys(tables))


def _faults(name: str, tables: Mapping[str, Table], keys: Keys) -> list[Fault]:
    schema, table = SCHEMAS.get(name), tables.get(name)
    if schema is None:
        return [Fault(name, 0, "", "a table without a schema", "none but the tables of the schema")]
    named = ", ".join(column.name for column in schema.columns)
    if table is None:
        return [Fault(name, 0, "", "no such file", f"a table with the columns {named}")]
    if not table.columns:
        return list(table.faults) or [Fault(name, 0, "", "an empty file", f"a table with the columns {named}")]
    header = [Fault(name, 0, "", what, f"the columns {named}") for what in _of_header(schema, table.columns)]
    found = [*header, *table.faults]
    if not table.rows:
        found.append(Fault(name, 0, "", "no rows", "at least one"))
    misshapen = {fault.line for fault in table.faults}
    rows = [row for row in table.rows if int(row[LINE]) not in misshapen]
    for column in schema.columns:
        if column.name in table.columns:
            found.extend(_of_column(column, name, rows, keys))
    if rows and not header:
        wrong = {fault.line for fault in found}
        sound = [row for row in rows if int(row[LINE]) not in wrong]
        found.extend(fault for rule in schema.rules for fault in rule.faults(name, sound, keys))
    return sorted(found, key=lambda fault: fault.line)


def _of_header(schema: Schema, columns: tuple[str, ...]) -> list[str]:
    """Which columns are missing, unknown or duplicated."""
    wanted = [column.name for column in schema.columns]
    given = list(dict.fromkeys(columns))
    return [
        *(f"no column {c!r}" for c in wanted if c not in given),
        *(f"unknown column {c!r}" for c in given if c not in wanted),
        *(f"column {c!r} stands twice" for c in given if columns.count(c) > 1),
    ]


def _of_column(column: Column, name: str, rows: list[Row], keys: Keys) -> Iterator[Fault]:
    cells = frozenset([row[column.name] for row in rows])
    parts = {cell: split_cell(cell) if column.many else [cell] if cell else [] for cell in cells}
    values = frozenset([value for some in parts.values() for value in some])
    unfit = frozenset(column.kind.unfit(values, keys))
    wrong = {cell: [value for value in some if value in unfit] for cell, some in parts.items()} if unfit else {}
    if not column.optional:
        wrong.update((cell, [cell]) for cell, some in parts.items() if not some)
    if not any(wrong.values()):
        return
    for row in rows:
        for value in wrong.get(row[column.name], ()):
            yield Fault(name, int(row[LINE]), column.name, value, column.kind.expected)
