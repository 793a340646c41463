"""A table as it is read: days as "20 Sep 2023", numbers as "1,234".

What a cell holds stays what it is, a date that sorts as text or a number: a click on a heading sorts by that.
Streamlit's own column of dates has no place for one of which only the month or some days are known.
"""

from __future__ import annotations

from collections.abc import Collection
from numbers import Integral, Real

import pandas as pd
from pandas.io.formats.style import Styler

from contactline.views import labels


def styled(table: pd.DataFrame, days: Collection[str] = ()) -> Styler:
    """The table for ``st.dataframe``. ``days``: the headings of columns that ``labels.sortable`` wrote, of which
    the table need not have all.
    """
    return table.reset_index(drop=True).style.format({name: _day if name in days else _words for name in table})


def texts(table: pd.DataFrame, days: Collection[str] = ()) -> pd.DataFrame:
    """The same as plain words, for cards. ``days``: as of ``styled``."""
    return pd.DataFrame({name: column.map(_day if name in days else _words) for name, column in table.items()})


def _day(value: object) -> str:
    return labels.listed(str(value))


def _words(value: object) -> str:
    """A cell in words: whole numbers with their thousands, others with three decimals at most."""
    if isinstance(value, str):
        return value
    if isinstance(value, Integral):
        return f"{int(value):,}"
    if isinstance(value, Real) and (number := float(value)) == number:  # which the missing one is not
        return f"{number:,.3f}".rstrip("0").rstrip(".")
    return ""
