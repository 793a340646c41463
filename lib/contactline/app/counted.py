"""What is counted: incidents, each once however many articles report it, or events, one per report. Kept in the
address.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

import streamlit as st

from contactline.app.sidebar import set_filter
from contactline.views import labels
from contactline.views.query import UNITS, Filters, Shown
from contactline.views.words import say, words_of

KEY = "count"
"""The name of the setting in the address."""

_WORDS = words_of("units")


def row() -> Any:
    """The container of the choice, below the sentence of the page."""
    return st.container(horizontal=True, gap="small", vertical_alignment="center", key="count_row")


def choose(units: Sequence[str] = UNITS) -> str:
    """Draw the choice and return it. ``units``: what the page can count; the first is the default."""
    if st.session_state.get(KEY) not in units:
        st.session_state.pop(KEY, None)  # it was chosen on a page with more units
    st.markdown(say("counting.label"), width="content", help=say("counting.help"))
    chosen_ = st.segmented_control(
        say("counting.label"),
        list(units),
        default=units[0],
        format_func=_WORDS.__getitem__,
        key=KEY,
        bind="query-params",
        persist_state="session",
        required=True,
        label_visibility="collapsed",
    )
    return chosen_ or units[0]


def beyond(
    shown: Shown, span: tuple[date, date] | None, window: tuple[date, date] | None, filters: Filters
) -> None:
    """Draw links to what is before and after the days named in the heading, if no days are chosen.

    ``span``: the first and the last day of all events. ``window``: the days of the heading.
    """
    if span is None or window is None or filters.dated:
        return
    day = timedelta(days=1)
    for key, number, edge, days in (
        ("counting.older", shown.older, window[0], (span[0], window[0] - day)),
        ("counting.newer", shown.newer, window[1], (window[1] + day, span[1])),
    ):
        if number:
            st.button(
                say(key, number=f"{number:,}", day=labels.day(edge)),
                key=f"_{key.removeprefix('counting.')}",
                type="tertiary",
                icon=":material/filter_alt:",
                help=say("counting.these_days"),
                on_click=set_filter,
                kwargs={"dates": days},
            )


def chosen() -> str:
    """The unit chosen on another page."""
    return str(st.session_state.get(KEY) or UNITS[0])


def address(unit: str) -> list[tuple[str, str]]:
    """The unit as part of a link's query; nothing for incidents, which are the default."""
    return [] if unit == UNITS[0] else [(KEY, _WORDS[unit])]
