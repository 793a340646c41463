"""Every row of the pattern table proves itself by its example, and a row that does not is named."""

from __future__ import annotations

import csv
import io

import pytest
from made_lexicon import with_tables

from contactline.lexicon import Lexicon, load
from contactline.quality import check_patterns

LEXICON = load()

COLUMNS = [
    "pattern_id",
    "type",
    "mode",
    "pos",
    "trigger",
    "frame",
    "source",
    "target",
    "sided",
    "inner",
    "example",
    "expect",
]


def lexicon(*rows: dict[str, str]) -> Lexicon:
    """The lexicon with other patterns."""
    table = io.StringIO()
    writer = csv.DictWriter(table, COLUMNS, restval="")
    writer.writeheader()
    writer.writerows(rows)
    return with_tables(patterns=table.getvalue())


def row(pattern_id: str, type_: str, trigger: str, example: str, expect: str, **cells: str) -> dict[str, str]:
    return {
        "pattern_id": pattern_id,
        "type": type_,
        "pos": "v",
        "trigger": trigger,
        "example": example,
        "expect": expect,
        **cells,
    }


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
                "line 2: example 'Azerbaijan has attacked Armenia.': expected ASSAULT ARM>AZE by assault-x; "
                "coded is ASSAULT AZE>ARM by assault-x"
            ],
        ),
        (
            [{**ATTACK, "frame": "!with=" + "|".join("abcdefghijklmn")}],
            ["line 2: frame '!with': expected at most 13 alternatives; name more of them in word_classes.csv"],
        ),
        (
            [ATTACK, SHELL],
            [
                "line 3: example 'Azerbaijan has attacked Armenia.': expected ASSAULT AZE>ARM by assault-y; "
                "coded is ASSAULT AZE>ARM by assault-x"
            ],
        ),
        (
            [{**ATTACK, "example": "Azerbaijan has praised Armenia."}],
            [
                "line 2: example 'Azerbaijan has praised Armenia.': expected ASSAULT AZE>ARM by assault-x; "
                "coded is nothing"
            ],
        ),
        (
            [ATTACK, row("none-x", "NONE", "attack", "Azerbaijan has attacked Armenia.", "-", frame="!obj")],
            [
                "line 3: example 'Azerbaijan has attacked Armenia.': expected no event; "
                "coded is ASSAULT AZE>ARM by assault-x"
            ],
        ),
        (
            [row("none-x", "NONE", "attack", "Azerbaijan has attacked Armenia.", "-")],
            [],
        ),
    ],
)
def test_what_a_row_gets_wrong_is_said(rows: list[dict[str, str]], expected: list[str]) -> None:
    assert [str(fault) for fault in check_patterns.faults(lexicon(*rows))] == [
        f"patterns.csv, {e}" for e in expected
    ]


def test_every_shipped_row_codes_its_example() -> None:
    assert check_patterns.faults(LEXICON) == []


def test_every_row_that_is_no_event_keeps_one_out() -> None:
    rows = [{c: r[c] for c in COLUMNS} for r in LEXICON.rows("patterns")]
    silent = [r for r in rows if r["type"] == "NONE"]
    without = lexicon(*(r for r in rows if r["type"] != "NONE"))
    assert len(silent) > 10
    assert [r["pattern_id"] for r in silent if not check_patterns.coded(r["example"], without)] == []
