"""Every row of the pattern table proves itself by its example, and a row that does not is named."""

from __future__ import annotations

import csv
import shutil
from pathlib import Path

import pytest

from contactline import check_patterns, lexicon

COLUMNS = [
    "pattern_id", "type", "mode", "pos", "trigger", "frame", "source", "target", "sided", "inner", "example", "expect",
]  # fmt: skip


def folder(path: Path, *rows: dict[str, str]) -> Path:
    """The shipped lexicon with other patterns."""
    shutil.copytree(lexicon.DIRECTORY, path / "lexicon")
    with open(path / "lexicon" / "patterns.csv", "w", newline="", encoding="utf-8") as f:
        writer = csv.DictWriter(f, COLUMNS, restval="")
        writer.writeheader()
        writer.writerows(rows)
    return path / "lexicon"


def row(pattern_id: str, type_: str, trigger: str, example: str, expect: str, **cells: str) -> dict[str, str]:
    return {
        "pattern_id": pattern_id, "type": type_, "pos": "v", "trigger": trigger, "example": example, "expect": expect,
        **cells,
    }  # fmt: skip


ATTACK = row("assault-x", "ASSAULT", "attack", "Azerbaijan has attacked Armenia.", "ASSAULT AZE>ARM")
SHELL = row("assault-y", "ASSAULT", "shell", "Azerbaijan has attacked Armenia.", "ASSAULT AZE>ARM")


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([ATTACK], []),
        ([{**ATTACK, "expect": "ASSAULT >ARM"}], []),
        (
            [{**ATTACK, "expect": "ASSAULT ARM>AZE"}],
            [
                "row 2 (assault-x): example 'Azerbaijan has attacked Armenia.': expected ASSAULT ARM>AZE, "
                "got ASSAULT AZE>ARM by assault-x"
            ],
        ),
        (
            [{**ATTACK, "frame": "!with=" + "|".join("abcdefghijklmn")}],
            ["row 2 (assault-x): !with lists more than 13 alternatives: give them a name in word_classes.csv"],
        ),
        (
            [ATTACK, SHELL],
            [
                "row 3 (assault-y): example 'Azerbaijan has attacked Armenia.': expected ASSAULT AZE>ARM, "
                "got ASSAULT AZE>ARM by assault-x"
            ],
        ),
        (
            [{**ATTACK, "example": "Azerbaijan has praised Armenia."}],
            [
                "row 2 (assault-x): example 'Azerbaijan has praised Armenia.': expected ASSAULT AZE>ARM, "
                "got nothing"
            ],
        ),
        (
            [ATTACK, row("none-x", "NONE", "attack", "Azerbaijan has attacked Armenia.", "-", frame="!obj")],
            [
                "row 3 (none-x): example 'Azerbaijan has attacked Armenia.': expected no event, "
                "got ASSAULT AZE>ARM by assault-x"
            ],
        ),
        (
            [row("none-x", "NONE", "attack", "Azerbaijan has attacked Armenia.", "-")],
            [],
        ),
        ([{**ATTACK, "expect": ""}], ["row 2 (assault-x): an example and what it codes as are missing"]),
        ([{**ATTACK, "mode": "phone"}], ["row 2 (assault-x): ASSAULT phone is not in ontology.csv"]),
        ([ATTACK, ATTACK], ["row 3 (assault-x): the id stands in row 2 already"]),
        ([{**ATTACK, "type": "ATTACK"}], ["row 2 (assault-x): type 'ATTACK' is none of "]),
    ],
)
def test_what_a_row_gets_wrong_is_said(tmp_path: Path, rows: list[dict[str, str]], expected: list[str]) -> None:
    found = check_patterns.faults(folder(tmp_path, *rows))
    assert [f[: len("patterns.csv ") + len(e)] for f, e in zip(found, expected, strict=True)] == [
        f"patterns.csv {e}" for e in expected
    ]


def test_every_shipped_row_codes_its_example() -> None:
    assert check_patterns.faults() == []


def test_every_row_that_is_no_event_keeps_one_out(tmp_path: Path) -> None:
    rows = [{c: r[c] for c in COLUMNS} for r in lexicon.rows("patterns")]
    silent = [r for r in rows if r["type"] == "NONE"]
    without = folder(tmp_path, *(r for r in rows if r["type"] != "NONE"))
    assert len(silent) > 10
    assert [r["pattern_id"] for r in silent if not check_patterns.coded(r["example"], without)] == []
