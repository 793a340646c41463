"""A readable table: days as "20 Sep 2023", numbers as "1,234".

Only the display changes: a cell still holds a date as sortable text, or a number, by which a click on a heading
sorts. Streamlit's own date column cannot show a date of which only the month or some days are known.
"""

from __future__ import annotations

from collections.abc import Collection
from numbers import Integral, Real

import pandas as pd
from pandas.io.formats.style import Styler

from contactline.views import labels


def styled(table: pd.DataFrame, days: Collection[str] = ()) -> Styler:
    """The table for ``st.dataframe``.

    ``days``: the headings of columns that ``labels.sortable`` wrote; the table need not have all of them.
    """
    return table.reset_index(drop=True).style.format({name: _day if name in days else _words for name in table})


def texts(table: pd.DataFrame, days: Collection[str] = ()) -> pd.DataFrame:
    """The same table as plain words, for cards. ``days``: as for ``styled``."""
    return pd.DataFrame({name: column.map(_day if name in days else _words) for name, column in table.items()})


def _day(value: object) -> str:
    return labels.listed(str(value))


def _words(value: object) -> str:
    """A cell in words: whole numbers with a separator for thousands, others with at most three decimals."""
    if isinstance(value, str):
        return value
    if isinstance(value, Integral):
        return f"{int(value):,}"
    # false for NaN, which is not equal to itself
    if isinstance(value, Real) and (number := float(value)) == number:
        return f"{number:,.3f}".rstrip("0").rstrip(".")
    return ""
