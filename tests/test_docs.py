"""The documents name what is there: commands, tables, data files."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from contactline import cli, intake
from contactline.tables import schemas

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
DATA = (ROOT / "data" / "README.md").read_text(encoding="utf-8")


def first_cells(document: str) -> list[str]:
    """The first cell of every table row."""
    return re.findall(r"^\| *`?([^|`]*?)`? *\|", document, re.MULTILINE)


def test_the_two_commands_stand_at_the_top() -> None:
    lines = [line.strip() for line in README.splitlines()[:12]]

    assert "pip install -r requirements.txt && streamlit run dashboard.py" in lines
    assert 'pip install -r requirements-dev.txt && pytest -n auto -m "not browser" && pytest -m browser' in lines


@pytest.mark.parametrize("command", sorted(cli.main.commands))
def test_every_command_has_a_row(command: str) -> None:
    assert [cell for cell in first_cells(README) if cell.split()[:2] == ["contactline", command]] != []


@pytest.mark.parametrize("table", sorted(schemas.SCHEMAS))
def test_every_table_has_a_row(table: str) -> None:
    assert table in first_cells(README)


def test_every_lexicon_table_has_a_source_and_a_licence() -> None:
    tables = {path.name for path in (ROOT / "data" / "lexicon").iterdir()}

    assert {cell for cell in first_cells(DATA.split("## lexicon")[1]) if cell.endswith(".csv")} == tables


def test_every_other_data_file_is_named() -> None:
    named = {cell.replace("\\", "") for cell in first_cells(DATA)}
    files = {path.relative_to(ROOT / "data") for path in (ROOT / "data").rglob("*") if path.is_file()}
    left = [
        str(path)
        for path in files
        if path.parts[0] not in ("lexicon", "parser", "tables")
        and path.name not in ("README.md", "SOURCES.md", ".gitkeep")
        and not any(path.match(name) for name in named)
    ]

    assert left == []


def test_requirements_pin_versions_and_name_no_index() -> None:
    lines = [
        line
        for name in ("requirements.txt", "requirements-dev.txt")
        for line in (ROOT / name).read_text().splitlines()
        if line and not line.startswith("#")
    ]

    assert [line for line in lines if not re.fullmatch(r"[\w.-]+==[\w.]+|-e \.|-r requirements\.txt", line)] == []


def test_the_manifest_of_the_five_articles_names_them_all() -> None:
    folder = ROOT / "data" / "articles"

    assert [a.published_basis for a in intake.read([folder])] == ["manifest"] * len(list(folder.glob("*.txt")))


def test_the_files_that_the_security_promises_name_are_there() -> None:
    promised = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`([a-z_/]+\.py)`", promised))

    assert named >= {"views/escape.py", "app/headers.py", "app/visitor.py", "tests/test_browser.py"}
    assert [
        name
        for name in named
        if not any((folder / name).is_file() for folder in (ROOT, ROOT / "lib" / "contactline"))
    ] == []
