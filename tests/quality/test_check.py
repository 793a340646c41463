"""The lexicon is sound; faults of one row come from its schema, and only sound rows are looked at as a whole."""

from __future__ import annotations

from pathlib import Path

from contactline import locations
from contactline.quality import check


def add(folder: Path, table: str, row: str) -> int:
    """Adds a row to a table; its line."""
    path = folder / f"{table}.csv"
    lines = [*path.read_text(encoding="utf-8").splitlines(), row]
    path.write_text("\n".join([*lines, ""]), encoding="utf-8")
    return len(lines)


def test_the_shipped_lexicon_is_sound() -> None:
    assert check.faults(locations.LEXICON) == []


def test_a_row_that_breaks_its_schema_is_named(lexicon_folder: Path) -> None:
    line = add(lexicon_folder, "months", "Septembre,13,yes")

    assert [str(fault) for fault in check.faults(lexicon_folder)] == [
        f"months.csv, line {line}: month '13': expected a whole number from 1 to 12"
    ]


def test_one_table_alone(lexicon_folder: Path) -> None:
    add(lexicon_folder, "months", "Septembre,13,yes")
    line = add(lexicon_folder, "tense_hints", "someday,futur")

    assert [(f.table, f.line, f.value) for f in check.faults(lexicon_folder, "tense_hints")] == [
        ("tense_hints", line, "futur")
    ]
    assert check.faults(lexicon_folder, "weekdays") == []


def test_names_are_looked_at_where_the_schema_holds(lexicon_folder: Path) -> None:
    line = add(lexicon_folder, "place_names", "Baku,ganja,name,strong,,")

    assert [(f.table, f.line, f.value) for f in check.faults(lexicon_folder, "place_names")] == [
        ("place_names", line, "Baku")
    ]


def test_an_example_is_coded_where_the_schema_holds(lexicon_folder: Path) -> None:
    line = add(
        lexicon_folder, "patterns", "assault-x,ASSAULT,,v,zap,,,,,,Azerbaijan has praised Armenia.,ASSAULT AZE>ARM"
    )

    assert [(f.table, f.line) for f in check.faults(lexicon_folder, "patterns")] == [("patterns", line)]
