"""Cells that no spreadsheet takes for formulas."""

from __future__ import annotations

import pytest

from contactline.cells import no_formula


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        ("=1+1", "'=1+1"),
        ("-5", "'-5"),
        ("\t=x", "'\t=x"),
        ("\uff1dx", "'\uff1dx"),
        ("a=b", "a=b"),
        ("", ""),
        (-5, -5),
    ],
)
def test_a_cell(cell: object, written: object) -> None:
    assert no_formula(cell) == written
