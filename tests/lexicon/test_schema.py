"""Every table of the lexicon has a schema, and nothing that breaks it passes unnamed."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

import contactline
from contactline import locations
from contactline.lexicon.columns import Choice, Column, Day, Decimal, Key, Kind, Pattern, Text, Whole
from contactline.lexicon.faults import faults, faults_of
from contactline.lexicon.schema import CLASSES_ASKED_FOR, SCHEMAS
from contactline.lexicon.table import LINE, Fault, Table, read_tables

SHIPPED = read_tables(locations.LEXICON)
COLUMNS = [
    pytest.param(schema.table, column, id=f"{schema.table}-{column.name}")
    for schema in SCHEMAS.values()
    for column in schema.columns
]


def nonsense(kind: Kind) -> str:
    """A value that is not of a kind."""
    match kind:
        case Text(lower=True):
            return "In Capitals"
        case Text(shape=""):
            return "two  blanks"
        case Text():
            return "+."
        case Whole():
            return str(kind.most + 1)
        case Decimal():
            return "north"
        case Day():
            return "2024-13-01"
        case Choice() | Key():
            return "nonsense"
        case Pattern():
            return "("
    raise AssertionError(f"no nonsense for {kind}")


def with_row(name: str, cells: dict[str, str]) -> tuple[dict[str, Table], int]:
    """The shipped tables, one of them with a copy of its last row that has other ``cells``, and that row's line."""
    table = SHIPPED[name]
    line = int(table.rows[-1][LINE]) + 1
    row = {**table.rows[-1], **cells, LINE: str(line)}
    return {**SHIPPED, name: replace(table, rows=(*table.rows, row))}, line


def test_the_shipped_tables_have_no_faults() -> None:
    assert [str(fault) for fault in faults(SHIPPED)] == []


def test_every_table_has_a_schema_and_every_schema_a_table() -> None:
    assert sorted(SCHEMAS) == sorted(path.stem for path in locations.LEXICON.glob("*.csv"))
    assert {name: table.columns for name, table in SHIPPED.items()} == {
        name: tuple(column.name for column in schema.columns) for name, schema in SCHEMAS.items()
    }


@pytest.mark.parametrize(("table", "column"), COLUMNS)
def test_nonsense_in_any_column_is_one_fault_that_names_it(table: str, column: Column) -> None:
    wrong = nonsense(column.kind)
    right = SHIPPED[table].rows[-1][column.name]
    tables, line = with_row(table, {column.name: f"{right};{wrong}" if column.many else wrong})

    assert faults_of(table, tables) == [Fault(table, line, column.name, wrong, column.kind.expected)]


@pytest.mark.parametrize(("table", "column"), [case for case in COLUMNS if not case.values[1].optional])
def test_nothing_in_a_required_column_is_one_fault(table: str, column: Column) -> None:
    for empty in ("", ";") if column.many else ("",):
        tables, line = with_row(table, {column.name: empty})

        assert faults_of(table, tables) == [Fault(table, line, column.name, empty, column.kind.expected)]


@pytest.mark.parametrize(
    ("table", "cells", "message"),
    [
        (
            "months",
            {"word": "Septembre", "month": "13"},
            "months.csv, line {line}: month '13': expected a whole number from 1 to 12",
        ),
        (
            "months",
            {"word": "Septembre", "month": "x13"},
            "months.csv, line {line}: month 'x13': expected a whole number from 1 to 12",
        ),
        (
            "months",
            {"word": "Septembre", "month": "\N{SUPERSCRIPT TWO}"},
            "months.csv, line {line}: month '²': expected a whole number from 1 to 12",
        ),
        ("months", {"word": "Sept."}, "months.csv, line {line}: word 'Sept.': expected one word of letters"),
        (
            "tense_hints",
            {"word": "hereupon", "tense": "futur"},
            "tense_hints.csv, line {line}: tense 'futur': expected future, past, none or ahead",
        ),
        (
            "chronology",
            {"landmark_id": "x", "date_start": "20241301"},
            "chronology.csv, line {line}: date_start '20241301': expected a day such as 2020-11-09",
        ),
        (
            "chronology",
            {"landmark_id": "x", "date_start": "2024-02-30"},
            "chronology.csv, line {line}: date_start '2024-02-30': expected a day such as 2020-11-09",
        ),
        (
            "places",
            {"place_id": "x", "lat": "nan"},
            "places.csv, line {line}: lat 'nan': expected a number from -90 to 90",
        ),
        (
            "places",
            {"place_id": "x", "lon": "181"},
            "places.csv, line {line}: lon '181': expected a number from -180 to 180",
        ),
        (
            "mistranslations",
            {"form": "Oz", "stands_for": "oz"},
            "mistranslations.csv, line {line}: stands_for 'oz': expected a code of countries.csv or a place_id of places.csv",
        ),
        (
            "groups",
            {"noun": "ninjas", "part": "ninjas"},
            "groups.csv, line {line}: part 'ninjas': expected a part of actors.csv",
        ),
        (
            "incident_kinds",
            {"kind": "riot", "types": "PROTEST;RIOT"},
            "incident_kinds.csv, line {line}: types 'RIOT': expected a type of ontology.csv",
        ),
        (
            "boilerplate",
            {"pattern": "(abc)", "example": "abc"},
            "boilerplate.csv, line {line}: pattern '(abc)': expected a regular expression without groups that capture",
        ),
    ],
)
def test_a_fault_says_file_line_value_and_what_was_expected(
    table: str, cells: dict[str, str], message: str
) -> None:
    tables, line = with_row(table, cells)

    assert [str(fault) for fault in faults(tables)] == [message.format(line=line)]


RULES = [
    # keys
    ("months", {}, "word 'September'", "what no other row has, but line {before} has it"),
    ("ontology", {"label": "x"}, "type, mode 'THREATEN | '", "what no other row has, but line {before} has it"),
    (
        "actors",
        {"actor_id": "x", "country": "ARM", "part": "forces"},
        "country, part 'ARM | forces'",
        "what no other row has, but line {arm_forces} has it",
    ),
    # days in order
    (
        "actor_roles",
        {"role": "x", "since": "2021-01-02", "until": "2021-01-01"},
        "until '2021-01-01'",
        "a day not before since, 2021-01-02",
    ),
    (
        "leaders",
        {"country": "CHN", "since": "2021-01-02", "until": "2021-01-01"},
        "until '2021-01-01'",
        "a day not before since, 2021-01-02",
    ),
    (
        "chronology",
        {"landmark_id": "x", "date_start": "2021-01-02", "date_end": "2021-01-01"},
        "date_end '2021-01-01'",
        "a day not before date_start, 2021-01-02",
    ),
    # one cell asks for another
    (
        "numbers",
        {"word": "umpteenth", "kind": "ordinal", "value": ""},
        "value ''",
        "a whole number from 1 to 99 where kind is ordinal",
    ),
    (
        "mistranslations",
        {"form": "Oz", "stands_for": "shusha", "role": "adjective"},
        "stands_for 'shusha'",
        "a code of countries.csv where role is adjective",
    ),
    (
        "mistranslations",
        {"form": "Oz", "stands_for": "EU", "role": "place"},
        "stands_for 'EU'",
        "a code of countries.csv with a place_id or a place_id of places.csv where role is place",
    ),
    (
        "mistranslations",
        {"form": "Oz", "stands_for": "AZE", "role": "place", "evidence": "article", "source": "Elvish"},
        "source 'Elvish'",
        "a source of translation_signs.csv where evidence is article",
    ),
    # two cells that belong together
    (
        "patterns",
        {"pattern_id": "aid-x", "type": "AID", "mode": "ceasefire"},
        "type, mode 'AID | ceasefire'",
        "such a row of ontology.csv",
    ),
    (
        "patterns",
        {"pattern_id": "aid-x", "type": "AGREE", "mode": ""},
        "pattern_id, type 'aid-x | AGREE'",
        "an id that begins with its type",
    ),
    (
        "holidays",
        {"name": "Leap Day", "owner": "", "since": "", "month": "2", "day": "30", "rule": ""},
        "month, day, rule '2 | 30 | '",
        "a day that the month has, or a rule",
    ),
    (
        "holidays",
        {"name": "Leap Day", "owner": "", "since": "", "month": "2", "day": "", "rule": "easter 1"},
        "month, day, rule '2 |  | easter 1'",
        "a day that the month has, or a rule",
    ),
    (
        "boilerplate",
        {"pattern": "ab+c", "example": "xyz"},
        "pattern, example 'ab+c | xyz'",
        "a pattern that matches its example",
    ),
]


@pytest.mark.parametrize(("table", "cells", "what", "expected"), RULES, ids=[f"{r[0]}: {r[3]}" for r in RULES])
def test_a_row_that_breaks_a_rule(table: str, cells: dict[str, str], what: str, expected: str) -> None:
    tables, line = with_row(table, cells)
    lines = {row["actor_id"]: row[LINE] for row in SHIPPED["actors"].rows}
    expected = expected.format(before=line - 1, **lines)

    assert [str(fault) for fault in faults(tables)] == [f"{table}.csv, line {line}: {what}: expected {expected}"]


def test_a_row_that_the_code_asks_for_by_name_may_not_be_missing() -> None:
    table = SHIPPED["tense_hints"]
    tables = {**SHIPPED, "tense_hints": replace(table, rows=tuple(r for r in table.rows if r["tense"] != "ahead"))}

    assert [str(fault) for fault in faults(tables)] == [
        "tense_hints.csv: tense 'ahead': expected a row with it: the code needs one"
    ]


def test_the_classes_that_the_code_asks_for_are_those_of_the_schema() -> None:
    code = "".join(path.read_text(encoding="utf-8") for path in Path(contactline.__file__).parent.rglob("*.py"))
    asked = set(re.findall(r'classes\["(\w+)"\]', code))

    assert asked
    assert asked <= set(CLASSES_ASKED_FOR)
