"""The lexicon is sound, and each kind of fault in it is named."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from contactline import locations
from contactline.lexicon import load
from contactline.quality import check, check_patterns

LEXICON = load()

FAULTS = [
    ("abbreviations", "Xyz,nickname", "kind 'nickname' is none of month, number, other, title"),
    ("abbreviations", "Gen,title", "'Gen' stands in line "),
    ("boilerplate", "ab+c,line,xyz", "the pattern does not match its example 'xyz'"),
    ("boilerplate", "ab(c,line,abc", "'ab(c' is no regular expression"),
    ("boilerplate", "abc,page,abc", "scope 'page' is none of byline, line, link, list, tail"),
    ("incident_kinds", "riot,PROTEST;RIOT,x,", "no such event type: RIOT"),
    ("incident_kinds", "riot,PROTEST,(,", "'(' is no regular expression"),
    ("ontology", "ASSAULT,,Attack,material conflict,x", "'ASSAULT/' stands in line "),
    ("sentence_openers", "Theirs,too,many", "3 cells, the header has 1"),
]


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the patterns' examples, which take seconds to code."""
    monkeypatch.setattr(check, "CHECKS", [c for c in check.CHECKS if c is not check_patterns.faults])


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize(("table", "row", "message"), FAULTS, ids=[fault[2] for fault in FAULTS])
def test_a_fault_is_named_with_its_file_and_row(tmp_path: Path, table: str, row: str, message: str) -> None:
    shutil.copytree(locations.LEXICON, tmp_path / "lexicon")
    path = tmp_path / "lexicon" / f"{table}.csv"
    lines = path.read_text(encoding="utf-8").splitlines()
    path.write_text("\n".join([*lines, row, ""]), encoding="utf-8")

    added = [fault for fault in check.faults(load(tmp_path / "lexicon")) if fault not in check.faults(LEXICON)]

    assert len(added) == 1
    assert added[0].startswith(f"{table}.csv, line {len(lines) + 1}: ")
    assert message in added[0]


@pytest.mark.usefixtures("small")
def test_a_table_in_another_encoding_and_one_without_rows(tmp_path: Path) -> None:
    shutil.copytree(locations.LEXICON, tmp_path / "lexicon")
    (tmp_path / "lexicon" / "extra.csv").write_bytes(b"word\ncaf\xe9\n")
    (tmp_path / "lexicon" / "more.csv").write_text("# nothing\nword\n")

    added = [
        fault.split(":")[0]
        for fault in check.faults(load(tmp_path / "lexicon"))
        if fault not in check.faults(LEXICON)
    ]

    assert added == ["extra.csv", "more.csv"]


@pytest.mark.usefixtures("small")
def test_the_lexicon_is_sound() -> None:
    assert check.faults(LEXICON) == []


def test_the_patterns_examples_are_checked_too() -> None:
    """What they code as: test_check_patterns."""
    assert check_patterns.faults in check.CHECKS
