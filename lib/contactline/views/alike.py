"""Columns of a list in which every cell says the same: they are left out, and what they say is said once."""

from __future__ import annotations

from collections.abc import Collection

import pandas as pd

from contactline.views.words import say


def without(table: pd.DataFrame, kept: Collection[str] = ()) -> tuple[pd.DataFrame, str]:
    """The table without the columns that tell no row from another, and what they say, in words ("" for nothing).

    Its columns are headings as they are read; ``kept``: those that stay whatever they say. A table of one row
    stays whole, but for what it says nothing of.
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
