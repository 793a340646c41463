"""What happened: the most important incidents in a line each, and the list of all."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from contactline.app import downloads, lists, router
from contactline.app.context import Context
from contactline.app.events import nothing
from contactline.app.sidebar import set_filter
from contactline.views import escape, export, incidents, labels
from contactline.views.query import Mask
from contactline.views.words import count, say, words_of

_TOLD = 8  # incidents on the Overview
_DIFFERING = 5
_PAGE = 50  # rows per page of the list
_WIDTHS = {
    "when": 132,
    "what": 138,
    "who": 230,
    "where": 128,
    "toll": 100,
    "publishers": 76,
    "grade": 190,
    "differences": 90,
}
"""The columns of the list and their widths in pixels; their headings are the words of "columns"."""


def happened(ctx: Context, most: int = _TOLD) -> None:
    """Draw the most important incidents of the selected events, by day, each linked to its reports; and a link
    to all.
    """
    found = _selected(ctx)
    if found.empty:
        nothing(ctx, say("events.no_incident"))
        return
    st.header(say("incidents.happened"))
    _lines(ctx, ctx.kept("most telling", lambda: incidents.most_important(found, most), most))
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        st.page_link(
            router.page("incidents"),
            label=say("incidents.all", incidents=count(len(found), "incident")),
            icon=":material/arrow_forward:",
        )
        undated = int(found["date_start"].isna().sum())
        if 0 < undated < len(found):
            st.button(
                say("incidents.undated", number=f"{undated:,}"),
                key="happened_undated",
                type="tertiary",
                icon=":material/event_busy:",
                help=say("incidents.undated_help"),
                on_click=set_filter,
                kwargs={"known": "none"},
            )


def few(ctx: Context, mask: Mask, most: int) -> None:
    """Draw the most important incidents of some events, by day, each linked to its reports."""
    _lines(ctx, incidents.most_important(incidents.selected(ctx.index, mask), most))


def differing(ctx: Context) -> None:
    """Draw the incidents of the selected events whose reports contradict each other, with what they disagree
    on.
    """
    differ = ctx.kept("differing", lambda: incidents.most_differing(_selected(ctx), _DIFFERING))
    if differ.empty:
        return
    st.header(say("incidents.differing"))
    rows = zip(differ["incident_id"], differ["differences"], in_words(ctx, differ), strict=True)
    for incident_id, differences, line in rows:
        with st.container(gap=None, key=f"told_{incident_id}"):
            link(incident_id, line)
            st.caption(escape.markdown(" ".join(differences)))


def listed(ctx: Context) -> None:
    """Draw the list of all incidents of the selected events, page by page; a click opens one."""
    found = _selected(ctx)
    if found.empty:
        nothing(ctx, say("events.no_incident"))
        return
    orders = words_of("incident_orders")
    with st.container(horizontal=True, gap="medium", vertical_alignment="bottom"):
        order = st.selectbox(
            say("incidents.order"),
            list(orders),
            format_func=orders.__getitem__,
            key="order",
            bind="query-params",
            persist_state="session",
            width=280,
        )
        first = _first_of_page(len(found))
    downloads.row(
        say("incidents.shown", incidents=count(len(found), "incident")),
        lambda: downloads.control(ctx, "incidents", "incidents", lambda: _flat(ctx), forms=downloads.PLACED),
    )
    rows, listed_ = ctx.kept("list", lambda: _page(ctx, found, order, first), order, first)
    headings = words_of("columns")
    ids = list(rows["incident_id"])
    shape = lists.Shape(
        headings["when"],
        (headings["when"], headings["what"], headings["who"]),
        {headings[name]: width for name, width in _WIDTHS.items()},
        say("incidents.list_alt", incidents=count(len(ids), "incident")),
    )
    lists.opening(listed_.rename(columns=headings), shape, "incident", ctx.narrow, lambda at: _open(ids[at]))


def _flat(ctx: Context) -> pd.DataFrame:
    return export.flat(ctx.store, "incidents", list(ctx.index.events["event_id"][ctx.mask]))


def _selected(ctx: Context) -> pd.DataFrame:
    """The incidents of the selected events, as ``incidents.selected`` returns them."""
    return ctx.kept("incidents", lambda: incidents.selected(ctx.index, ctx.mask))


def _page(ctx: Context, found: pd.DataFrame, order: str, first: int) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The incidents on one page of the list, and the readable table of them."""
    rows = incidents.ordered(found, order).iloc[first : first + _PAGE]
    return rows, _table(ctx, rows)


def _first_of_page(number: int) -> int:
    """Draw the choice of a page, if there are several, and return the number of its first row."""
    pages = -(-number // _PAGE)
    if pages < 2:
        return 0
    if int(st.session_state.get("page") or 1) > pages:
        st.session_state["page"] = 1  # the page number came from a longer list
    return (int(st.pagination(pages, key="page", bind="query-params")) - 1) * _PAGE


def _table(ctx: Context, rows: pd.DataFrame) -> pd.DataFrame:
    """The readable table: one row per incident, sortable days, the names of parties and places, whose word it
    is.
    """
    about = words_of("about")
    differ = ctx.store.differences[ctx.store.differences["incident_id"].isin(rows["incident_id"])]
    differ = differ.drop_duplicates(["incident_id", "about"])
    lines = in_words(ctx, rows)
    days = zip(rows["date_start"], rows["date_end"], rows["date_precision"], strict=True)
    return pd.DataFrame(
        {
            "when": [labels.sortable(*day, line.basis) for day, line in zip(days, lines, strict=True)],
            "what": [line.what for line in lines],
            "who": [line.who for line in lines],
            "where": [line.where for line in lines],
            "toll": [line.toll for line in lines],
            "publishers": rows["publishers"].to_numpy(),
            "grade": [line.grade for line in lines],
            "differences": [
                ", ".join(differ["about"][differ["incident_id"] == key].map(about)) for key in rows["incident_id"]
            ],
        }
    )


def _open(incident_id: str) -> None:
    st.query_params["incident"] = incident_id


def _lines(ctx: Context, found: pd.DataFrame) -> None:
    with st.container(gap=None, key="told_lines"):
        for incident_id, line in zip(found["incident_id"], in_words(ctx, found), strict=True):
            link(incident_id, line)


def link(incident_id: str, line: incidents.Line) -> None:
    """Draw an incident in one line that links to it."""
    st.page_link(
        router.page("incidents"),
        label=say("incidents.line", when=escape.markdown(line.when), story=escape.markdown(line.story)),
        query_params={"incident": incident_id},
    )


def in_words(ctx: Context, found: pd.DataFrame) -> list[incidents.Line]:
    """Incidents (rows of their table) as lines of text."""
    ids = tuple(found["incident_id"])
    return ctx.kept(
        "lines", lambda: incidents.lines(ctx.index, found, ctx.names, added=ctx.filters.completed), ids
    )
