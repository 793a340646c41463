"""One incident: whose word it is, its reports side by side with their differences, its place, related
incidents.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
import streamlit as st

from contactline.app import chips, correct, router
from contactline.app.context import Context
from contactline.app.events import card
from contactline.charts import map_chart
from contactline.views import escape, facets, incidents, map_query
from contactline.views.words import count, say

_REPORTS = 8  # reports shown before the reader asks for more
_PARTS = 10
_MAP = 300  # height in pixels


def asked() -> bool:
    """Whether the address asks for one incident."""
    return "incident" in st.query_params


def show(ctx: Context) -> None:
    """Draw the incident that the address asks for."""
    incident_id = st.query_params.get("incident", "")
    rows = ctx.store.incidents[ctx.store.incidents["incident_id"] == incident_id]
    with st.container(horizontal=True, gap="small"):
        st.button(say("incidents.back"), icon=":material/arrow_back:", type="tertiary", on_click=_back)
        if not rows.empty:
            (line,) = incidents.lines(ctx.index, rows, ctx.names, added=ctx.filters.completed)
            title = " \N{MIDDLE DOT} ".join(filter(None, (line.when, line.what, line.who, line.where, line.toll)))
            address = ctx.address(incident=incident_id)
            chips.link(address, say("heading.link_copy_incident"), ctx.cite(title, chips.url(address)))
    if rows.empty:
        st.warning(say("incidents.missing"))
        return
    incident = rows.iloc[0]
    router.entitle(f"{line.when}: {line.what}")
    st.title(escape.markdown(title), anchor=False)
    here = (ctx.index.events["incident_id"] == incident_id).to_numpy()
    words, where = st.columns([3, 2], gap="large")
    with words:
        _facts(ctx, incident, line)
    with where:
        _map(ctx, incident, here)
    _reports(ctx, incident_id, here)


def _facts(ctx: Context, incident: pd.Series, line: incidents.Line) -> None:
    """Draw whose word it is, what reports disagree on, why they are linked, and what the incident is part of or
    contains.
    """
    grade = escape.markdown(line.grade[:1].upper() + line.grade[1:])
    st.markdown(f"**{grade}**", help=say("grades.help"))
    for difference in incident["differences"]:
        st.warning(escape.markdown(difference), icon=":material/compare_arrows:")
    if len(incident["linked_by"]) and incident["events"] > 1:
        reasons = ", ".join(incident["linked_by"])
        st.caption(say("incidents.linked_by", reasons=escape.markdown(reasons)))
    every = ctx.store.incidents
    _related(ctx, say("incidents.part_of"), "whole", every[every["incident_id"] == incident["part_of"]])
    parts = every[every["part_of"] == incident["incident_id"]]
    _related(ctx, say("incidents.parts", incidents=count(len(parts), "incident")), "parts", parts)
    correct.controls(ctx, incident)


def _related(ctx: Context, title: str, key: str, found: pd.DataFrame) -> None:
    """Draw other incidents, one line each with a link."""
    if found.empty:
        return
    st.markdown(title)
    first = found.sort_values("date_start", kind="stable").head(_PARTS)
    lines = incidents.lines(ctx.index, first, ctx.names, added=ctx.filters.completed)
    with st.container(gap=None, key=f"related_{key}"):
        for incident_id, line in zip(first["incident_id"], lines, strict=True):
            words = say("incidents.line", when=escape.markdown(line.when), story=escape.markdown(line.story))
            st.button(words, key=f"open_{incident_id}", type="tertiary", on_click=_open, args=(incident_id,))
    if len(found) > len(first):
        st.caption(say("incidents.more_parts", number=f"{len(found) - len(first):,}"))


def _map(ctx: Context, incident: pd.Series, here: np.ndarray[Any, np.dtype[np.bool_]]) -> None:
    """Draw the places where its reports say that it happened."""
    places = map_query.places(ctx.index, here, ctx.toponyms)
    told = places[places["number"] > 0]
    if told.empty:
        st.caption(say("incidents.no_place"))
        return
    first, last = incident["date_start"], incident["date_end"]
    known = None if pd.isna(first) or pd.isna(last) else (first.date(), last.date())
    names = ", ".join(told.sort_values("number", ascending=False)["label"])
    st.pydeck_chart(map_chart.deck(places, known, ctx.dark), height=_MAP, key="incident_map", alt=names)
    st.caption(escape.markdown(names))


def _reports(ctx: Context, incident_id: str, here: np.ndarray[Any, np.dtype[np.bool_]]) -> None:
    """Draw each report with its sentence, in two columns; those that differ first, near-duplicates last."""
    events = ctx.index.events[here]
    articles = count(events["article_id"].nunique(), "article")
    st.header(say("incidents.reports", reports=count(len(events), "report"), articles=articles))
    differences = ctx.store.differences[ctx.store.differences["incident_id"] == incident_id]
    outside = int((here & ~ctx.mask).sum())
    notes = [say("incidents.marked")] if len(differences) else []
    notes += [say("incidents.outside", number=f"{outside:,}")] if outside else []
    if notes:
        st.caption(" ".join(notes))
    of_accord = facets.facets(events, ctx.index.lexicon)
    if of_accord:
        st.caption(facets.told(of_accord))
    copies = ctx.store.articles.set_index("article_id")["copy_of"]
    events = events.assign(
        copied=events["article_id"].map(copies).notna(),
        agrees=~events["event_id"].isin([*differences["event_id"], *differences["other_event_id"]]),
    ).sort_values(["copied", "agrees", "publisher", "article_id"], kind="stable")
    every = len(events) <= _REPORTS or st.toggle(
        say("incidents.more", reports=count(len(events), "report")), key="every", bind="query-params"
    )
    shown = events if every else events.head(_REPORTS)
    for column, (_, event) in zip(_columns(len(shown)), shown.iterrows(), strict=True):
        with column:
            if event["event_id"] in of_accord:
                st.caption(f"**{facets.NAMES[of_accord[event['event_id']]]}**")
            if event["copied"]:
                st.caption(say("incidents.near_duplicate"))
            card(ctx, event, f"version_{event['event_id']}", whole=True, differing=frozenset(differences["about"]))


def _back() -> None:
    st.query_params.pop("incident", None)


def _open(incident_id: str) -> None:
    st.query_params["incident"] = incident_id


def _columns(number: int) -> list[Any]:
    found: list[Any] = []
    while len(found) < number:
        found += st.columns(2)
    return found[:number]
