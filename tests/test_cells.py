"""Cells that no spreadsheet takes for formulas."""

from __future__ import annotations

import time

import pytest

from contactline.cells import no_formula, without_guard


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        ("=1+1", "'=1+1"),
        ("-5", "'-5"),
        ("\t=x", "\t'=x"),
        (' "=x"', ' "\'=x"'),
        ("a;=x;+y", "a;'=x;'+y"),
        ("a\n@x", "a\n'@x"),
        ("'=x", "''=x"),
        ("- The minister said so.", "- The minister said so."),
        ("- A\n- the other; - and b", "- A\n- the other; - and b"),
        ("- cmd|' /C calc'!A0", "'- cmd|' /C calc'!A0"),
        ("- HYPERLINK(1)", "'- HYPERLINK(1)"),
        ("- 5", "'- 5"),
        ("\uff1dx", "'\uff1dx"),
        ("a=b", "a=b"),
        ("", ""),
        (-5, -5),
    ],
)
def test_a_cell(cell: object, written: object) -> None:
    assert no_formula(cell) == written
    assert not isinstance(written, str) or without_guard(written) == cell


@pytest.mark.parametrize("run", ["\n", "\t", '\n"', " ", ";", "'"], ids=repr)
def test_a_long_run_of_one_sign_takes_no_time(run: str) -> None:
    cell = "a" + run * 20_000
    began = time.process_time()

    assert without_guard(no_formula(cell)) == cell
    assert time.process_time() - began < 2
