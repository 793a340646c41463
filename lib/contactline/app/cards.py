"""A list on a phone: one card per row instead of a table that is too wide, a few to a page."""

from __future__ import annotations

from collections.abc import Callable, Collection

import pandas as pd
import streamlit as st

from contactline.views import escape
from contactline.views.words import say

_PAGE = 20


def listed(table: pd.DataFrame, titles: Collection[str], key: str, pick: Callable[[int], None]) -> None:
    """Draw the rows of a table as cards: the columns ``titles`` as a button, the others below it.

    ``key``: unique for each list of a page. ``pick``: called with the number of the row that was clicked.
    """
    pages = -(-len(table) // _PAGE)
    with st.container(gap="small", key=f"{key}_cards"):
        shown = st.container(gap="small")
        page = int(st.pagination(pages, key=f"{key}_cards_page")) if pages > 1 else 1
        first = min(page - 1, pages - 1) * _PAGE
        with shown:
            for number, row in enumerate(table.iloc[first : first + _PAGE].to_dict("records"), first):
                _card(
                    {str(name): str(value) for name, value in row.items()}, titles, f"{key}_{number}", number, pick
                )


def _card(
    row: dict[str, str], titles: Collection[str], key: str, number: int, pick: Callable[[int], None]
) -> None:
    title = " \N{MIDDLE DOT} ".join(row[name] for name in titles if row.get(name))
    facts = [
        say("cards.fact", name=name, value=value) for name, value in row.items() if value and name not in titles
    ]
    with st.container(border=True, gap=None):
        st.button(escape.markdown(title), key=f"{key}_card", type="tertiary", on_click=pick, args=(number,))
        if facts:
            st.caption(escape.markdown(" \N{MIDDLE DOT} ".join(facts)))
