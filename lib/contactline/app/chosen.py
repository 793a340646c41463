"""The sentences behind a number that was clicked. Which number it is, is kept in the address."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pandas as pd
import streamlit as st

from contactline.app import downloads, incidents, readable
from contactline.app.context import Context
from contactline.app.events import event_list
from contactline.views import escape
from contactline.views.query import Mask
from contactline.views.words import say


def asked(name: str) -> tuple[str, ...]:
    """The parts of the number that the address names under ``name``; () for none."""
    return tuple(st.query_params.get_all(name))


def click(key: str, name: str) -> None:
    """Put the bar or cell clicked in the chart ``key`` into the address; its customdata are the parts of the
    number.

    A second click on it removes it.
    """
    points = st.session_state[key]["selection"]["points"]
    if points and "customdata" in points[0]:
        parts = points[0]["customdata"]
        choose(name, tuple(map(str, parts)) if isinstance(parts, list) else (str(parts),))


def choose(name: str, parts: Sequence[str]) -> None:
    """Put a number into the address by its parts; if it is there already, remove it."""
    if asked(name) == tuple(parts):
        forget(name)
    else:
        st.query_params[name] = list(parts)


def forget(name: str) -> None:
    """Remove the number from the address."""
    st.query_params.pop(name, None)


def sentences(ctx: Context, mask: Mask, words: str, name: str, key: str, lines: int = 0) -> None:
    """List the events that a number counts, with the sentence of one of them.

    ``mask``: the events, among those that ``ctx`` selects. ``words``: what they are. ``name``: the number's name
    in the address. ``key``: unique for each list of a page. ``lines``: how many of their incidents are described
    before them.
    """
    number = ctx.in_words(ctx.number(mask))
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        st.subheader(
            say("chosen.title", what=escape.markdown(words), number=number), anchor=False, width="content"
        )
        st.button(
            say("chosen.close"),
            icon=":material/close:",
            type="tertiary",
            key=f"{key}_close",
            on_click=forget,
            args=(name,),
        )
    if lines:
        incidents.few(ctx, mask, lines)
    event_list(ctx, mask & ctx.mask, key)


def table(
    ctx: Context, shown: pd.DataFrame, what: str, key: str, rows: Callable[[], pd.DataFrame], chart: str = ""
) -> None:
    """Draw the numbers of a chart as a table, for reading, with their download.

    ``shown``: the table with readable headings. ``what``, ``rows`` and ``chart``: as for ``downloads.control``.
    """
    downloads.row("", lambda: downloads.control(ctx, key, what, rows, chart=chart))
    with st.expander(say("chosen.as_table"), icon=":material/table:"):
        st.dataframe(readable.styled(shown), hide_index=True, key=f"{key}_as_table", alt=say("chosen.as_table"))
