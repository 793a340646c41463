"""Rules on rows, each on a few made rows."""

from __future__ import annotations

import pytest

from contactline.lexicon.columns import Choice, Keys, Whole
from contactline.lexicon.rules import Holding, Holds, Ordered, Rule, Together, Unique, When
from contactline.lexicon.table import LINE, Fault, Table

KINDS = Table(
    "kinds", ("kind", "mode"), ({"kind": "x", "mode": "", LINE: "2"}, {"kind": "x", "mode": "m", LINE: "3"})
)

CASES = [
    (
        "no two rows have one key",
        Unique(("a",)),
        ["a"],
        [["x"], ["y"], ["x"], ["x"]],
        [
            (4, "a", "x", "what no other row has, but line 2 has it"),
            (5, "a", "x", "what no other row has, but line 2 has it"),
        ],
    ),
    (
        "a key of two columns",
        Unique(("a", "b")),
        ["a", "b"],
        [["x", ""], ["x", "y"], ["x", ""]],
        [(4, "a, b", "x | ", "what no other row has, but line 2 has it")],
    ),
    (
        "a key that is not filled is none",
        Unique(("a", "b"), filled=True),
        ["a", "b"],
        [["x", ""], ["x", ""], ["x", "y"], ["x", "y"]],
        [(5, "a, b", "x | y", "what no other row has, but line 4 has it")],
    ),
    (
        "a row that must be there",
        Holds(("a",), (("x",), ("z",))),
        ["a"],
        [["x"], ["y"]],
        [(0, "a", "z", "a row with it: the code needs one")],
    ),
    (
        "a row of two cells that must be there",
        Holds(("a", "b"), (("x", ""), ("y", ""))),
        ["a", "b"],
        [["x", ""], ["y", "m"]],
        [(0, "a, b", "y | ", "a row with it: the code needs one")],
    ),
    (
        "days in order",
        Ordered("a", "b"),
        ["a", "b"],
        [["2020-01-02", "2020-01-01"], ["2020-01-01", "2020-01-01"], ["2020-01-02", ""], ["", "2020-01-01"]],
        [(2, "b", "2020-01-01", "a day not before a, 2020-01-02")],
    ),
    (
        "one cell asks for another",
        When("a", ("x", "y"), "b", Whole(0, 9)),
        ["a", "b"],
        [["x", "1"], ["x", ""], ["y", "10"], ["z", ""], ["z", "10"]],
        [
            (3, "b", "", "a whole number from 0 to 9 where a is x"),
            (4, "b", "10", "a whole number from 0 to 9 where a is y"),
        ],
    ),
    (
        "one cell asks for a choice",
        When("a", ("x",), "b", Choice(("p", "q"))),
        ["a", "b"],
        [["x", "p"], ["x", "r"]],
        [(3, "b", "r", "p or q where a is x")],
    ),
    (
        "cells that stand together elsewhere",
        Together(("kind", "mode"), "kinds", unless="NONE"),
        ["kind", "mode"],
        [["x", ""], ["x", "m"], ["x", "n"], ["y", ""], ["NONE", ""]],
        [
            (4, "kind, mode", "x | n", "such a row of kinds.csv"),
            (5, "kind, mode", "y | ", "such a row of kinds.csv"),
        ],
    ),
    (
        "cells that stand together in a table that is not there",
        Together(("kind", "mode"), "moths"),
        ["kind", "mode"],
        [["x", "n"]],
        [],
    ),
    (
        "a check of single rows",
        Holding(("a", "b"), lambda a, b: a != b, "two that differ"),
        ["a", "b"],
        [["x", "x"], ["x", "y"]],
        [(2, "a, b", "x | x", "two that differ")],
    ),
]


@pytest.mark.parametrize(
    ("rule", "columns", "cells", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_a_rule(
    rule: Rule, columns: list[str], cells: list[list[str]], expected: list[tuple[int, str, str, str]]
) -> None:
    rows = [dict(zip([*columns, LINE], [*row, str(n)], strict=True)) for n, row in enumerate(cells, 2)]
    keys = Keys({"kinds": KINDS, "made": Table("made", tuple(columns), tuple(rows))})

    assert list(rule.faults("made", rows, keys)) == [Fault("made", *fault) for fault in expected]
