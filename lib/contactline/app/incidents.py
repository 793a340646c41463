"""What happened in the world as several articles tell it, side by side."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from contactline.app import correct, router
from contactline.app.context import Context
from contactline.app.events import card, clicked, nothing
from contactline.views import escape, labels
from contactline.views.words import count, say, words_of

_MOST = 8
_LISTED = 1000
_WIDTHS = {
    "when": 132,
    "what": 138,
    "who": 220,
    "where": 128,
    "articles": 70,
    "publishers": 80,
    "differences": 220,
}
"""The columns of the list and their widths in pixels; their headings are the words of "columns"."""


def differing(ctx: Context) -> None:
    """Incidents of the selected events whose reports contradict one another, each with its versions."""
    found = _selected(ctx, several=True)
    several = len(found)
    if not several:
        return
    differ = found[found["differences"].map(len) > 0]
    st.header(say("incidents.differing") if len(differ) else say("incidents.agreeing"))
    if differ.empty:
        agree = say("incidents.agree_many", number=f"{several:,}") if several > 1 else say("incidents.agree_one")
        st.caption(agree)
    for row in differ.head(_MOST).itertuples():
        with st.expander(f"**{title(ctx, row)}** \N{EM DASH} {_differences(row)}"):
            versions(ctx, row)
    words = say("incidents.compare_all", number=f"{several:,}") if several > 1 else say("incidents.compare_one")
    if len(differ) > _MOST:
        words = say("incidents.compare_differing", compare=words, number=f"{len(differ):,}")
    st.page_link(
        router.page("sources"),
        label=words,
        icon=":material/compare_arrows:",
        query_params={"list": say("sources.incidents")},
    )


def listed(ctx: Context) -> None:
    """The incidents of the selected events; a click shows all that is told of one."""
    number = int(ctx.index.incidents(ctx.mask).sum())
    if not number:
        nothing(ctx, say("events.no_incident"))
        return
    several = _selected(ctx, several=True)
    incidents = count(number, "incident")
    sentences = [say("incidents.several", number=f"{len(several):,}", incidents=incidents)]
    if number > _LISTED:
        sentences.append(say("incidents.list_short", number=f"{_LISTED:,}"))
    st.caption(" ".join([*sentences, say("incidents.click")]))
    found = pd.concat([several, _selected(ctx, several=False)]).head(_LISTED)
    days = zip(found["date_start"], found["date_end"], found["date_precision"], strict=True)
    table = pd.DataFrame(
        {
            "when": [labels.sortable(*day) for day in days],
            "what": found["label"].to_numpy(),
            "who": [", ".join(ctx.names.get(code, code) for code in codes) for codes in found["countries"]],
            "where": found["place_id"].map(ctx.names).astype("str").fillna("").to_numpy(),
            "articles": found["articles"].to_numpy(),
            "publishers": found["publishers"].to_numpy(),
            "differences": [
                "; ".join(line.removeprefix("Reports differ ") for line in lines) for lines in found["differences"]
            ],
        }
    )
    headings = words_of("columns")
    chosen = st.dataframe(
        table.rename(columns=headings),
        key="incidents",
        hide_index=True,
        height=min(318, 38 + 35 * len(table)),
        on_select="rerun",
        selection_mode="single-cell",
        column_config={headings[name]: st.column_config.Column(width=width) for name, width in _WIDTHS.items()},
        alt=say("incidents.list_alt", incidents=count(len(table), "incident")),
    )
    picked = clicked(chosen) or 0
    incident = found.iloc[picked if picked < len(found) else 0]
    st.header(title(ctx, incident))
    if len(incident["differences"]):
        st.warning(_differences(incident), icon=":material/compare_arrows:")
    _links(ctx, incident)
    correct.controls(ctx, incident)
    versions(ctx, incident)


def _links(ctx: Context, incident: Any) -> None:
    """What brings the reports of an incident together, and of which war it is a part."""
    if len(incident["linked_by"]) and incident["events"] > 1:
        st.caption(say("incidents.linked_by", reasons=escape.markdown(", ".join(incident["linked_by"]))))
    for war in ctx.store.incidents[ctx.store.incidents["incident_id"] == incident["part_of"]].itertuples():
        st.caption(say("incidents.part_of", incident=title(ctx, war)))


def versions(ctx: Context, incident: Any) -> None:
    """Each article's version of an incident with its sentence, two beside one another, near-copies last."""
    events = ctx.index.events[ctx.index.events["incident_id"] == incident.incident_id]
    copies = ctx.store.articles.set_index("article_id")["copy_of"]
    copied = events["article_id"].map(copies)
    events = events.assign(copied=copied.notna()).sort_values(["copied", "publisher", "article_id"], kind="stable")
    for column, (_, event) in zip(_columns(len(events)), events.iterrows(), strict=True):
        with column:
            if event["copied"]:
                st.caption(say("incidents.near_duplicate"))
            card(ctx, event, f"version_{event['event_id']}", whole=True)


def title(ctx: Context, incident: Any) -> str:
    """An incident in a line: what, when, who, where, how many tell it."""
    sides = ", ".join(ctx.names.get(code, code) for code in incident.countries)
    when = labels.when(incident.date_start, incident.date_end, incident.date_precision)
    place = ctx.names.get(incident.place_id, "") if isinstance(incident.place_id, str) else ""
    parts = [incident.label, when, sides, place, count(int(incident.articles), "article")]
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
