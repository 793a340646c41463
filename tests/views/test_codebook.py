"""The codebook: no column without its meaning, and one source for all that tells it."""

from __future__ import annotations

from pathlib import Path

import pytest

from contactline.tables.schemas import SCHEMAS
from contactline.views import codebook

ROOT = Path(__file__).parents[2]
TYPES = {
    "string": "text",
    "int32": "integer",
    "double": "number",
    "date32[day]": "day",
    "list<item: string>": "list",
    "list<item: int32>": "numbers",
}


@pytest.mark.parametrize("table", sorted(SCHEMAS))
def test_every_stored_column_is_described_with_its_type(table: str) -> None:
    described = {column.name: column.type for column in codebook.columns(table, stored=True)}

    assert described == {field.name: TYPES[str(field.type)] for field in SCHEMAS[table]}


@pytest.mark.parametrize("what", codebook.exports())
def test_every_exported_column_has_a_meaning_and_a_type(what: str) -> None:
    for column in codebook.columns(what):
        assert (column.type in TYPES.values(), column.means[-1:]) == (True, "."), column.name


def test_no_meaning_is_left_over() -> None:
    used = {column.name for what in codebook.exports() for column in codebook.columns(what)}
    used |= {column.name for what in codebook.charts() for column in codebook.columns(what)}
    used |= {name for schema in SCHEMAS.values() for name in schema.names}

    assert set(codebook._file()["columns"]) - used == set()
    for group in ("tables", "exports", "charts"):
        for what, facts in codebook._file()[group].items():
            here = SCHEMAS[what].names if group == "tables" else codebook.names(what)
            assert set(facts.get("columns", {})) - set(here) == set(), what


def test_the_document_is_that_of_the_repository() -> None:
    """contactline codebook --output docs/CODEBOOK.md"""
    assert (ROOT / "docs" / "CODEBOOK.md").read_text(encoding="utf-8") == codebook.document()


@pytest.mark.parametrize("what", codebook.exports())
def test_short_names_fit_a_shapefile_and_are_unlike(what: str) -> None:
    short = codebook.short_names(codebook.names(what))

    assert tuple(short) == codebook.names(what)
    assert len(set(short.values())) == len(short)
    assert max(map(len, short.values())) <= 10


def test_short_names_keep_what_is_short() -> None:
    names = ("type", "source_countries", "source_counters", "date_precision")

    assert codebook.short_names(names) == {
        "type": "type",
        "source_countries": "sourccntrs",
        "source_counters": "sourccntr2",
        "date_precision": "dateprecsn",
    }


def test_a_column_in_words() -> None:
    row = next(row for row in codebook.rows("events") if row["column"] == "killed_kind")

    assert row == {
        "column": "killed_kind",
        "type": "text",
        "unit": "",
        "means": "What is counted: increment, whom the event alone cost; total, all so far.",
        "values": "increment, total",
        "null": "Not told.",
    }


def test_a_file_s_description_has_its_types_and_bounds() -> None:
    described = codebook.resource("events", "events.csv", bom=True)
    fields = {field["name"]: field for field in described["schema"]["fields"]}

    assert (described["name"], described["path"], described["encoding"]) == ("events", "events.csv", "utf-8-sig")
    assert {name: fields[name]["type"] for name in ("event_id", "date_start", "killed", "lat", "sources")} == {
        "event_id": "string",
        "date_start": "date",
        "killed": "integer",
        "lat": "number",
        "sources": "string",
    }
    assert fields["status"]["constraints"] == {
        "required": True,
        "enum": ["reported", "claimed", "planned", "denied", "background"],
    }
    assert "constraints" not in fields["sources"]
