"""What happened in the world as several articles tell it, side by side."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from contactline.app import router
from contactline.app.context import Context
from contactline.app.events import card, clicked, nothing
from contactline.views import escape, labels

_MOST = 8
_LISTED = 1000
_WIDTHS = {
    "When": 132,
    "What": 138,
    "Who": 220,
    "Where": 128,
    "Articles": 70,
    "Publishers": 80,
    "Reports differ": 220,
}


def differing(ctx: Context) -> None:
    """Incidents of the selected events whose reports contradict one another, each with its versions."""
    found = _selected(ctx, several=True)
    several = len(found)
    if not several:
        return
    differ = found[found["differences"].map(len) > 0]
    st.header("Reports that differ" if len(differ) else "Told by more than one article")
    if differ.empty:
        told = "1 incident is" if several == 1 else f"{several:,} incidents are"
        st.caption(f"{told} told by more than one article; no contradiction was found in what they tell.")
    for row in differ.head(_MOST).itertuples():
        with st.expander(f"**{title(ctx, row)}** \N{EM DASH} {_differences(row)}"):
            versions(ctx, row)
    words = f"Compare all {several:,}" if several > 1 else "Compare the reports"
    if len(differ) > _MOST:
        words += f", {len(differ):,} of which differ"
    st.page_link(
        router.page("sources"),
        label=words,
        icon=":material/compare_arrows:",
        query_params={"list": "Incidents"},
    )


def listed(ctx: Context) -> None:
    """The incidents of the selected events; a click shows all that is told of one."""
    number = int(ctx.index.incidents(ctx.mask).sum())
    if not number:
        nothing(ctx, "incident")
        return
    told_often = _selected(ctx, several=True)
    words = f"{len(told_often):,} of {labels.count(number, 'incident')} are told by more than one article."
    if number > _LISTED:
        words += f" The first {_LISTED:,} are listed."
    st.caption(f"{words} Click one to read its reports side by side. At first, those of the topmost.")
    found = pd.concat([told_often, _selected(ctx, several=False)]).head(_LISTED)
    days = zip(found["date_start"], found["date_end"], found["date_precision"], strict=True)
    table = pd.DataFrame(
        {
            "When": [labels.sortable(*day) for day in days],
            "What": found["label"].to_numpy(),
            "Who": [", ".join(ctx.names.get(code, code) for code in codes) for codes in found["countries"]],
            "Where": found["place_id"].map(ctx.names).astype("str").fillna("").to_numpy(),
            "Articles": found["articles"].to_numpy(),
            "Publishers": found["publishers"].to_numpy(),
            "Reports differ": [
                "; ".join(line.removeprefix("Reports differ ") for line in lines) for lines in found["differences"]
            ],
        }
    )
    chosen = st.dataframe(
        table,
        key="incidents",
        hide_index=True,
        height=min(318, 38 + 35 * len(table)),
        on_select="rerun",
        selection_mode="single-cell",
        column_config={name: st.column_config.Column(width=width) for name, width in _WIDTHS.items()},
        alt=f"{labels.count(len(table), 'incident')}, those told by most publishers first",
    )
    picked = clicked(chosen) or 0
    incident = found.iloc[picked if picked < len(found) else 0]
    st.header(title(ctx, incident))
    if len(incident["differences"]):
        st.warning(_differences(incident), icon=":material/compare_arrows:")
    versions(ctx, incident)


def versions(ctx: Context, incident: Any) -> None:
    """Each article's version of an incident with its sentence, two beside one another, near-copies last."""
    events = ctx.index.events[ctx.index.events["incident_id"] == incident.incident_id]
    copies = ctx.store.articles.set_index("article_id")["copy_of"]
    copied = events["article_id"].map(copies)
    events = events.assign(copied=copied.notna()).sort_values(["copied", "publisher", "article_id"], kind="stable")
    for column, (_, event) in zip(_columns(len(events)), events.iterrows(), strict=True):
        with column:
            if event["copied"]:
                st.caption("Nearly a copy of another article: it counts as no source of its own.")
            card(ctx, event, f"version_{event['event_id']}", whole=True)


def title(ctx: Context, incident: Any) -> str:
    """An incident in a line: what, when, who, where, how many tell it."""
    sides = ", ".join(ctx.names.get(code, code) for code in incident.countries)
    when = labels.when(incident.date_start, incident.date_end, incident.date_precision)
    place = ctx.names.get(incident.place_id, "") if isinstance(incident.place_id, str) else ""
    parts = [incident.label, when, sides, place, labels.count(int(incident.articles), "article")]
    return escape.markdown(" \N{MIDDLE DOT} ".join(part for part in parts if part))


def _selected(ctx: Context, several: bool) -> pd.DataFrame:
    """The incidents of the selected events that ``several`` articles tell, or the first of those that one does.

    Those whose reports differ come first, then those told by most.
    """
    some = ctx.index.incidents(ctx.mask) & ((ctx.store.incidents["articles"] > 1) == several).to_numpy()
    found = ctx.store.incidents[some]
    if not several:
        found = found.head(_LISTED)
    order = found.assign(differ=found["differences"].map(len) > 0)
    return order.sort_values(
        ["differ", "publishers", "articles", "events"], ascending=False, kind="stable", ignore_index=True
    ).drop(columns="differ")


def _differences(incident: Any) -> str:
    return escape.markdown(" ".join(incident.differences))


def _columns(number: int) -> list[Any]:
    found: list[Any] = []
    while len(found) < number:
        found += st.columns(2)
    return found[:number]
