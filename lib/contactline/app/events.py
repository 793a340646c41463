"""The events behind a count: a list, the sentence of the one that is clicked, and the same rows to download."""

from __future__ import annotations

from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from contactline import charts, excerpts, export, labels, reading
from contactline.app import router, sidebar
from contactline.app.context import Context

_MOST = 1000  # rows that are listed; a longer list is to be filtered, or downloaded
_COLUMNS = {"when": "When", "label": "What", "sources": "Who", "targets": "To whom", "place": "Where",
            "status": "Told as", "publisher": "Publisher", "trigger": "Words"}  # fmt: skip

_WIDTHS = {
    "when": 205,
    "label": 150,
    "sources": 170,
    "targets": 170,
    "place": 150,
    "status": 120,
    "publisher": 140,
}


def event_list(ctx: Context, events: pd.DataFrame, key: str, height: int = 300) -> None:
    """List events, the latest first; a click on one shows its sentence, with a link into its article.

    ``events``: rows of ``ctx.events``. ``key``: another for each list of a page.
    """
    if events.empty:
        st.info("No event meets the filters.", icon=":material/search_off:")
        return
    dated = int(events["date_start"].notna().sum())
    latest = events.iloc[:dated].tail(_MOST).iloc[::-1]  # rows of ctx.events come by first day, undated last
    rows = pd.concat([latest, events.iloc[dated:].head(_MOST - len(latest))])
    if len(events) > _MOST:
        st.caption(f"The first {_MOST:,} of {len(events):,} events. Filter for fewer, or download them all.")
    table = rows[list(_COLUMNS)].assign(
        status=rows["status"].map(labels.STATUSES), place=rows["place_id"].map(ctx.names)
    )
    table = table.fillna("").rename(columns=_COLUMNS)
    chosen = st.dataframe(
        table,
        key=f"{key}_rows",
        hide_index=True,
        height=min(height, 38 + 35 * len(table)),
        column_config={
            _COLUMNS[name]: st.column_config.TextColumn(width=width) for name, width in _WIDTHS.items()
        },
        on_select="rerun",
        selection_mode=["single-row", "single-cell"],
        alt=f"{labels.count(len(events), 'event')}: when, what, who, to whom, where, told by whom",
    )
    picked = _picked(chosen)
    if picked is not None and picked < len(rows):
        card(ctx, rows.iloc[picked], key)
    else:
        st.caption("Click an event to read its sentence.")
    downloads(ctx, events, key)


def card(ctx: Context, event: pd.Series, key: str, link: bool = True) -> None:
    """An event with its sentence, the words that name it and its names marked, and the way into its article."""
    words, start = reading.sentence(ctx.store, event["article_id"], event["sentence"])
    marked = excerpts.marked(words, reading.marks(ctx.store, event, ctx.names), ctx.dark, start)
    sides = dict.fromkeys(side for side in (event["sources"], event["targets"]) if side)  # alike where both act
    who = " \N{RIGHTWARDS ARROW} ".join(sides)
    said_by = ", ".join(ctx.names.get(key, key) for key in event["attributed_to"].split(";") if key)
    told = ", ".join(part for part in (event["publisher"], labels.STATUSES[event["status"]]) if part)
    told += f", said by {said_by}" if said_by else ""
    where = ctx.names.get(event["place_id"], "")
    title = " \N{MIDDLE DOT} ".join(part for part in (event["label"], event["when"], who, where) if part)
    with st.container(border=True, key=f"{key}_card"):
        st.markdown(f"**{sidebar.plain(title)}**")
        st.html(excerpts.quotation(marked, told, charts.colours(ctx.dark)[event["quad"]]))
        if link:
            with st.container(horizontal=True):
                open_event(event["event_id"], "Read it in the article", f"{key}_open")


def open_event(event_id: str, label: str, key: str) -> None:
    """A button that opens an event in its article on the Sources page."""
    if st.button(label, key=key, icon=":material/article:", type="tertiary"):
        if router.current() != "sources":
            st.switch_page(router.page("sources"), query_params={"event": event_id})
        st.query_params["event"] = event_id  # switching to the page that is shown would drop the filters
        st.rerun()


def downloads(ctx: Context, events: pd.DataFrame, key: str) -> None:
    """Buttons that export exactly these events, when they are clicked."""
    with st.container(horizontal=True, gap="small"):
        for form, mime in (("csv", "text/csv"), ("xlsx", _XLSX), ("geojson", "application/geo+json")):
            st.download_button(
                form.upper() if form != "geojson" else "GeoJSON",
                partial(rendered, ctx, events, form),
                file_name=f"events.{form}",
                mime=mime,
                key=f"{key}_{form}",
                on_click="ignore",
                icon=":material/download:",
                type="tertiary",
            )


_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def rendered(ctx: Context, events: pd.DataFrame, form: str) -> bytes:
    """The events as a file, in the order of the screen."""
    return export.render(export.flat(ctx.store, "events", list(events["event_id"])), form)


def _picked(state: Any) -> int | None:
    """The row that was clicked, by its box or by a cell."""
    selection = state["selection"]
    if selection["rows"]:
        return int(selection["rows"][0])
    if selection["cells"]:
        return int(selection["cells"][0][0])
    return None
