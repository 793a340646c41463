"""What happened in the world as several articles tell it, side by side."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from contactline import labels
from contactline.app.context import Context
from contactline.app.events import card
from contactline.app.sidebar import plain

_MOST = 8


def differing(ctx: Context) -> None:
    """Incidents of the selected events whose reports contradict one another, each with its versions."""
    found = ctx.store.incidents
    found = found[found["incident_id"].isin(ctx.events["incident_id"].dropna())]
    found = found[found["differences"].map(len) > 0]
    if found.empty:
        return
    st.subheader("Reports that differ")
    found = found.sort_values(["publishers", "events"], ascending=False, kind="stable")
    for row in found.head(_MOST).itertuples():
        versions(ctx, row)
    if len(found) > _MOST:
        st.caption(f"{len(found) - _MOST:,} more: filter for fewer.")


def versions(ctx: Context, incident: Any, expanded: bool = False) -> None:
    """One incident: what differs, and each article's version with its sentence."""
    key = incident.incident_id
    events = ctx.index.events[ctx.index.events["incident_id"] == key]
    with st.expander(
        f"{title(ctx, incident)} \N{EM DASH} {'; '.join(map(plain, incident.differences))}", expanded
    ):
        for column, (_, event) in zip(
            _columns(len(events)), events.sort_values("article_id", kind="stable").iterrows(), strict=True
        ):
            with column:
                card(ctx, event, f"version_{event['event_id']}")


def title(ctx: Context, incident: Any) -> str:
    """An incident in a line: what, when, who, how many tell it."""
    sides = ", ".join(ctx.names.get(code, code) for code in incident.countries)
    when = labels.when(incident.date_start, incident.date_end, incident.date_precision)
    told = labels.count(int(incident.articles), "article")
    parts = [incident.label, when, sides, f"{told}"]
    return plain(" \N{MIDDLE DOT} ".join(part for part in parts if part))


def _columns(number: int) -> list[Any]:
    found: list[Any] = []
    while len(found) < number:
        found += st.columns(2)
    return found[:number]


def listed(ctx: Context) -> None:
    """The incidents of the selected events; a click shows all that is told of one."""
    found = ctx.store.incidents
    found = found[found["incident_id"].isin(ctx.events["incident_id"].dropna())]
    if found.empty:
        st.info("No incident meets the filters.", icon=":material/search_off:")
        return
    found = found.sort_values(["publishers", "articles", "events"], ascending=False, kind="stable").head(1000)
    table = pd.DataFrame(
        {
            "What": found["label"].to_numpy(),
            "When": [
                labels.when(*row)
                for row in zip(found["date_start"], found["date_end"], found["date_precision"], strict=True)
            ],
            "Who": [", ".join(ctx.names.get(code, code) for code in codes) for codes in found["countries"]],
            "Where": found["place_id"].map(ctx.names).astype("str").fillna("").to_numpy(),
            "Articles": found["articles"].to_numpy(),
            "Publishers": found["publishers"].to_numpy(),
            "Differences": ["; ".join(lines) for lines in found["differences"]],
        }
    )
    chosen = st.dataframe(
        table, key="incidents", hide_index=True, on_select="rerun", selection_mode=["single-row", "single-cell"],
        alt=f"{labels.count(len(table), 'incident')}, those told by most publishers first",
    )  # fmt: skip
    rows = [*chosen["selection"]["rows"], *(row for row, _ in chosen["selection"]["cells"])]
    if rows and rows[0] < len(found):
        versions(ctx, found.iloc[rows[0]], expanded=True)
    else:
        st.caption("Click an incident to see each article's version.")
