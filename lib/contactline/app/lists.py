"""Lists whose rows open something: a table, or cards for phones and for visitors who use only the keyboard.

In a table the keyboard can only open the first row, because moving to a row already opens it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

import pandas as pd
import streamlit as st

from contactline.app import cards, readable
from contactline.app.events import clicked
from contactline.views import alike, escape
from contactline.views.words import say

_HIGHEST = 600  # pixels of a table; a longer one scrolls


@dataclass(frozen=True)
class Shape:
    """How a list is drawn.

    ``when``: the heading of the column that ``labels.sortable`` wrote; ``titles``: the headings that a card has
    as its title. These columns stay even where all rows say the same. ``widths``: pixels of a table's columns, by
    their headings; ``alt``: the table in words.
    """

    when: str
    titles: tuple[str, ...]
    widths: Mapping[str, int]
    alt: str


def opening(table: pd.DataFrame, shape: Shape, key: str, narrow: bool, pick: Callable[[int], None]) -> None:
    """Draw a list, its columns by their headings. ``narrow``: as cards, which others can ask for by keyboard.

    ``key``: another for each list of a page; ``pick``: called with the number of the row that was opened.
    """
    table, said = alike.without_constant_columns(table, {shape.when, *shape.titles})
    if not narrow:
        narrow = st.toggle(say("cards.ask"), key="cards", bind="query-params")
    if narrow:
        cards.listed(readable.texts(table, (shape.when,)), shape.titles, key, pick)
    else:
        st.dataframe(
            readable.styled(table, (shape.when,)),
            key=f"{key}_rows",
            hide_index=True,
            height=min(_HIGHEST, 38 + 35 * len(table)),
            on_select=partial(pick_clicked, f"{key}_rows", len(table), pick),
            selection_mode="single-cell",
            column_config={
                heading: st.column_config.Column(width=width) for heading, width in shape.widths.items()
            },
            alt=shape.alt,
        )
    if said:
        st.caption(escape.markdown(said))


def pick_clicked(key: str, rows: int, pick: Callable[[int], None]) -> None:
    """Pick the row of the table ``key`` that was clicked, where it is one of those that are listed now."""
    row = clicked(st.session_state[key])
    if row is not None and row < rows:
        pick(row)
