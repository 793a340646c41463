"""All faults of a lexicon are told at once, in the order of tables and lines."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from contactline import locations
from contactline.lexicon.faults import faults, faults_of
from contactline.lexicon.schema import SCHEMAS
from contactline.lexicon.table import LINE, Fault, Table, read_tables

SHIPPED = read_tables(locations.LEXICON)


def without(name: str) -> dict[str, Table]:
    """The shipped tables but one."""
    return {other: table for other, table in SHIPPED.items() if other != name}


def test_a_row_that_others_refer_to_is_missed_where_it_is_needed() -> None:
    table = SHIPPED["office_kinds"]
    rows = tuple(row for row in table.rows if row["office"] != "chancellor")
    tables = {**SHIPPED, "office_kinds": replace(table, rows=rows)}

    found = faults(tables)
    assert {(fault.table, fault.column, fault.value) for fault in found} == {
        ("actor_roles", "office", "chancellor"),
        ("leaders", "office", "chancellor"),
        ("offices", "office", "chancellor"),
    }
    assert [(fault.table, fault.line) for fault in found] == sorted((fault.table, fault.line) for fault in found)


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_missing_table_is_one_fault(name: str) -> None:
    columns = ", ".join(column.name for column in SCHEMAS[name].columns)

    assert [str(fault) for fault in faults(without(name))] == [
        f"{name}.csv: no such file: expected a table with the columns {columns}"
    ]


def test_a_table_without_a_schema_is_one_fault() -> None:
    assert [str(fault) for fault in faults({**SHIPPED, "moths": SHIPPED["months"]})] == [
        "moths.csv: a table without a schema: expected none but the tables of the schema"
    ]


def test_the_faults_of_a_table_that_there_is_not() -> None:
    with pytest.raises(
        KeyError, match="moths: no table of the lexicon; its tables are abbreviations, actor_names"
    ):
        faults_of("moths", SHIPPED)


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_column_that_is_missing_and_one_that_is_unknown(name: str) -> None:
    first, *others = (column.name for column in SCHEMAS[name].columns)
    table = SHIPPED[name]
    rows = tuple({**{c: row[c] for c in others}, "odd": "x", LINE: row[LINE]} for row in table.rows)
    tables = {**SHIPPED, name: replace(table, columns=("odd", *others), rows=rows)}

    expected = f"the columns {', '.join((first, *others))}"
    assert faults_of(name, tables) == [
        Fault(name, 0, "", f"no column {first!r}", expected),
        Fault(name, 0, "", "unknown column 'odd'", expected),
    ]


READ = [
    (
        "one cell too many",
        b"word,unit\nday,day,x\n",
        ["time_units.csv, line 2: 3 cells: expected 2, as in the header"],
    ),
    ("one too few", b"word,unit\nday\n", ["time_units.csv, line 2: 1 cell: expected 2, as in the header"]),
    (
        "another encoding",
        b"word,unit\nday,day\ncaf\xe9,day\n",
        ["time_units.csv, line 3: byte 0xe9: expected a file in UTF-8"],
    ),
    ("nothing", b"", ["time_units.csv: an empty file: expected a table with the columns word, unit"]),
    (
        "only comments",
        b"# Units of time\n",
        ["time_units.csv: an empty file: expected a table with the columns word, unit"],
    ),
    ("no rows", b"word,unit\n", ["time_units.csv: no rows: expected at least one"]),
    (
        "a column twice",
        b"word,unit,unit\nday,day,day\n",
        ["time_units.csv: column 'unit' stands twice: expected the columns word, unit"],
    ),
    (
        "all at once",
        b"# Units\nword,unit\nday,dy\nday,day,day\nDay,\n",
        [
            "time_units.csv, line 3: unit 'dy': expected second, minute, hour, day, night, weekend, week, fortnight, month, "
            "quarter, year, decade or century",
            "time_units.csv, line 4: 3 cells: expected 2, as in the header",
            "time_units.csv, line 5: word 'Day': expected text on one line with single blanks, in small letters",
            "time_units.csv, line 5: unit '': expected second, minute, hour, day, night, weekend, week, fortnight, month, "
            "quarter, year, decade or century",
        ],
    ),
    ("as spreadsheets write it", b"\xef\xbb\xbf# Units\r\nword , unit\r\n\r\n day , day \r\n", []),
]


@pytest.mark.parametrize(("written", "messages"), [case[1:] for case in READ], ids=[case[0] for case in READ])
def test_a_file_as_it_is_written(tmp_path: Path, written: bytes, messages: list[str]) -> None:
    (tmp_path / "time_units.csv").write_bytes(written)

    tables = {**SHIPPED, **read_tables(tmp_path)}

    assert [str(fault) for fault in faults(tables)] == messages
