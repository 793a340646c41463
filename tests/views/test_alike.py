"""Columns that say the same in every row."""

from __future__ import annotations

import pandas as pd
import pytest

from contactline.views import alike


@pytest.mark.parametrize(
    ("columns", "kept", "left", "said"),
    [
        ({"When": ["1", "2"], "Whose": ["one", "two"]}, (), ["When", "Whose"], ""),
        (
            {"When": ["1", "2"], "Whose": ["x", "x"]},
            (),
            ["When"],
            "The same in all rows, and therefore left out: Whose (x).",
        ),
        ({"When": ["1", "1"], "Toll": ["", ""]}, ("When",), ["When"], ""),
        ({"When": ["1"], "Toll": [""], "Who": ["x"]}, (), ["When", "Who"], ""),
        (
            {"A": [1, 1], "B": ["y", "y"], "C": [1, 2]},
            (),
            ["C"],
            "The same in all rows, and therefore left out: A (1); B (y).",
        ),
        ({"A": [], "B": []}, (), ["A", "B"], ""),
    ],
    ids=["unlike", "alike", "kept and empty", "one row", "several", "no row"],
)
def test_what_all_rows_say_is_said_once(
    columns: dict[str, list[object]], kept: tuple[str, ...], left: list[str], said: str
) -> None:
    table, words = alike.without_constant_columns(pd.DataFrame(columns), kept)

    assert (list(table), words) == (left, said)
