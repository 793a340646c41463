"""Columns of a list with the same value in every cell: they are left out, and the value is given once."""

from __future__ import annotations

from collections.abc import Collection

import pandas as pd

from contactline.views.words import say


def without_constant_columns(table: pd.DataFrame, kept: Collection[str] = ()) -> tuple[pd.DataFrame, str]:
    """The table without its constant columns, and their values in words ("" for none).

    The names of columns are headings for readers. ``kept``: columns that stay in any case. A table of one row
    keeps its columns, except empty ones.
    """
    told, said = [], []
    for name in table.columns:
        values = table[name]
        alike = len(values) > 0 and (values == values.iloc[0]).all()
        empty = alike and values.iloc[0] == ""
        if name in kept or not alike or (len(values) == 1 and not empty):
            told.append(name)
        elif not empty:
            said.append(say("alike.one", heading=name, value=values.iloc[0]))
    return table[told], say("alike.all", columns="; ".join(said)) if said else ""
