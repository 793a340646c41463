"""The events behind a count: a list, the sentence of the one that is clicked, and the same rows to download."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

import numpy as np
import pandas as pd
import streamlit as st

from contactline.app import cards, correct, downloads, readable, router
from contactline.app.context import Context
from contactline.charts import timeline
from contactline.views import alike, article_text, completed, corrected, escape, export, highlight, indexed, labels
from contactline.views.query import Mask
from contactline.views.words import count, say

_ROW = "row"  # in the address: the event whose row was clicked
_MOST = 1000  # most rows listed; a longer list has to be filtered or downloaded
_BOTH = say("events.each_other")
_COLUMNS = {
    "day": (say("columns.when"), 164, say("column_help.when")),
    "label": (say("columns.what"), 116, None),
    "sources": (say("columns.who"), 126, say("column_help.who")),
    "targets": (say("columns.to_whom"), 118, say("column_help.to_whom", both=_BOTH)),
    "mediators": (say("columns.mediated_by"), 90, say("column_help.now_and_then")),
    "speakers": (say("columns.said_by"), 90, say("column_help.now_and_then")),
    "place": (say("columns.where"), 102, None),
    "status": (say("columns.reported_as"), 88, say("column_help.reported_as")),
    "toll": (say("columns.toll"), 100, say("column_help.toll")),
    "publisher": (say("columns.publisher"), 96, None),
    "trigger": (say("columns.trigger"), 76, say("column_help.trigger")),
}
"""The columns: heading, width in pixels (together they fit beside the filters on a laptop), help."""

_KEPT = (_COLUMNS["day"][0], _COLUMNS["label"][0])
"""The columns that are in every list."""

_NOW_AND_THEN = ("mediators", "speakers")
"""Columns that are left out if they would be empty."""


@st.fragment
def event_list(ctx: Context, mask: Mask, key: str, height: int = 318) -> None:
    """List events, the latest first, with the sentence of the one that was clicked (at first, of the topmost one).

    ``mask``: selects from ``ctx.index.events``. ``key``: unique for each list of a page. A click redraws only this
    list.
    """
    here = np.flatnonzero(mask)
    if not len(here):
        nothing(ctx, say("events.no_event"))
        return
    dated, undated = np.split(here, [np.searchsorted(here, ctx.index.dated)])  # they come by first day
    latest = dated[-_MOST:][::-1]
    rows = ctx.at(np.concatenate([latest, undated[: _MOST - len(latest)]]))
    if len(here) > _MOST:
        st.caption(say("events.list_short", number=f"{_MOST:,}", total=f"{len(here):,}"))
    table, said = alike.without_constant_columns(listing(rows, ctx.names), _KEPT)
    ids = list(rows["event_id"])
    asked = st.query_params.get(_ROW)
    shown = rows.iloc[ids.index(asked) if asked in ids else 0]
    if ctx.narrow:  # the sentence comes above the list, as the cards make the list long
        card(ctx, shown, key)
        titles = [heading for heading, *_ in _COLUMNS.values()][:3]
        cards.listed(readable.texts(table, titles), titles, key, lambda at: _choose(ids[at]))
    else:
        _table(table, ids, key, height)
    if said:
        st.caption(escape.markdown(said))
    if asked not in ids and len(rows) > 1:
        st.caption(say("events.click"))
    if not ctx.narrow:
        card(ctx, shown, key)
    download(ctx, mask, key)


def _table(table: pd.DataFrame, ids: list[str], key: str, height: int) -> None:
    st.dataframe(
        readable.styled(table, (_COLUMNS["day"][0],)),
        key=f"{key}_rows",
        hide_index=True,
        height=min(height, 38 + 35 * len(table)),
        column_config={
            heading: st.column_config.TextColumn(width=width, help=help)
            for heading, width, help in _COLUMNS.values()
        },
        on_select=lambda: _pick(f"{key}_rows", ids),
        selection_mode="single-cell",
        alt=say("events.list_alt", events=count(len(table), "event")),
    )


def _pick(key: str, ids: list[str]) -> None:
    """Put the row that was clicked into the address."""
    picked = clicked(st.session_state[key])
    if picked is not None and picked < len(ids):
        _choose(ids[picked])


def _choose(event_id: str) -> None:
    st.query_params[_ROW] = event_id


def listing(events: pd.DataFrame, names: dict[str, str]) -> pd.DataFrame:
    """The events as a readable table: dates that can be sorted, one-word statuses. ``names``: of places and
    countries.
    """
    days = events[["date_start", "date_end", "date_precision", "date_basis"]].itertuples(index=False)
    texts = {name: events[name].astype("str").fillna("") for name in (*indexed.SIDES, "publisher")}
    alike = (texts["sources"] == texts["targets"]) & texts["sources"].str.contains(", ", regex=False)
    texts["targets"] = texts["targets"].mask(alike, _BOTH)
    table = events.assign(
        day=[labels.sortable(*day) for day in days],
        place=events["place_id"].map(names),
        status=events["status"].map(labels.STATUSES_SHORT),
        toll=[labels.toll(event, names) for event in events.to_dict("records")],
        **texts,
    )[list(_COLUMNS)].fillna("")
    table = table.drop(columns=[name for name in _NOW_AND_THEN if not table[name].any()])
    shown = corrected.marked(table, events["corrected"])
    return shown.rename(columns={name: heading for name, (heading, *_) in _COLUMNS.items()})


def nothing(ctx: Context, filtered: str) -> None:
    """Say that there is nothing to list, and why. ``filtered``: the words to use if the filters are the reason."""
    if len(ctx.store.articles) == 0:
        st.info(say("events.no_articles"), icon=":material/folder_off:")
    elif not len(ctx.index.events):
        st.info(say("events.none_found"), icon=":material/search_off:")
    else:
        st.info(" ".join(filter(None, (filtered, _searched(ctx)))), icon=":material/search_off:")


def _searched(ctx: Context) -> str:
    """What the words searched for have to do with it: whether sentences have them in which no event was coded."""
    if not ctx.filters.text:
        return ""
    found = len(ctx.index.uncoded(ctx.filters))
    if not found:
        return say("events.words_nowhere")
    return say("events.words_uncoded", sentences=count(found, "sentence"))


def clicked(state: Any) -> int | None:
    """The row of a table that was selected by its box, a click on a cell, or the arrow keys; None for none."""
    selection = state["selection"]
    rows = [*selection.get("rows", ()), *(row for row, _ in selection["cells"])]
    return int(rows[0]) if rows else None


def card(
    ctx: Context,
    event: pd.Series,
    key: str,
    link: bool = True,
    whole: bool = False,
    differing: Collection[str] = (),
) -> None:
    """Draw an event: its sentence with trigger and names marked, and a link to its article.

    ``whole``: with the other sentences of the article that report it. ``differing``: the facts that are marked
    because other reports disagree (values of the column about of the table differences).
    """
    marks = article_text.marks(ctx.store, event, ctx.names)
    numbers = sorted({event["sentence"], *(event["other_sentences"] if whole else ())})
    pieces = [article_text.sentence(ctx.store, event["article_id"], number) for number in numbers]
    marked = " \N{HORIZONTAL ELLIPSIS} ".join(
        highlight.marked(words, [*marks, *article_text.searched(words, ctx.filters.text, start)], ctx.dark, start)
        for words, start in pieces
    )
    # both are the same where both parties act
    sides = dict.fromkeys(side for side in (event["sources"], event["targets"]) if side)
    who = " \N{RIGHTWARDS ARROW} ".join(sides)
    if event["mediators"]:
        who = say("events.mediated", who=who, mediators=event["mediators"])
    said_by = ", ".join(ctx.names.get(key, key) for key in event["attributed_to"].split(";") if key)
    where = ctx.names.get(event["place_id"], "")
    facts = {"day": labels.when_of(event), "who": who, "place": where, "toll": labels.toll(event, ctx.names)}
    status = labels.STATUSES[event["status"]]
    facts["whether"] = status if "whether" in differing else ""
    report = ", ".join(part for part in (event["publisher"], status) if part)
    if said_by:
        report = say("events.said_by", report=report, speakers=said_by)
    title = " \N{MIDDLE DOT} ".join(
        [escape.markdown(event["label"])]
        + [_marked(escape.markdown(words), about in differing) for about, words in facts.items() if words]
    )
    with st.container(border=True, key=f"{key}_card", gap="small"):
        st.markdown(f"**{title}**")
        added = completed.note(ctx.store, event, ctx.names, ctx.index.lexicon) if ctx.filters.completed else ""
        if added:
            st.caption(escape.markdown(added))
        st.html(highlight.quotation(marked, report, timeline.colours(ctx.dark)[event["quad"]]))
        correct.event_controls(ctx, event, key)
        if link:
            open_event(event["event_id"], f"{key}_open")


def _marked(words: str, differs: bool) -> str:
    """Words of Markdown, marked where other reports disagree."""
    return f":orange-background[{words}]" if differs else words


def open_event(event_id: str, key: str) -> None:
    """Link to an event in its article on the Sources page; the filters stay in the address."""
    label, icon = say("events.read"), ":material/article:"
    with st.container(key=key):
        if router.current() != "sources":
            st.page_link(router.page("sources"), label=label, icon=icon, query_params={"event": event_id})
        elif st.button(label, icon=icon, type="tertiary", key=f"{key}_button"):
            st.query_params["event"] = event_id  # on the same page, a link would not change the address
            st.rerun()


def download(ctx: Context, mask: Mask, key: str) -> None:
    """Draw the download of exactly these events."""
    downloads.control(
        ctx,
        key,
        "events",
        lambda: export.flat(ctx.store, "events", list(ctx.index.events["event_id"][mask])),
        forms=downloads.PLACED,
    )
