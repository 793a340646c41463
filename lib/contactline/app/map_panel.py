"""The map with its settings, and the table of the same counts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pandas as pd
import streamlit as st

from contactline.app import legend
from contactline.app.context import Context
from contactline.app.sidebar import set_filter
from contactline.charts import map_chart
from contactline.views import escape, labels, map_query
from contactline.views.query import NOWHERE, Mask
from contactline.views.words import count, say

_WEEK = "monday"  # in the address: the week that is shown
_SECONDS = 1.5  # a week of the play
_FAR = 8  # places beyond the map that are named


def chart(ctx: Context) -> None:
    """The map and its table; a click on a place filters for it, and the others stay, paler."""
    mask = ctx.index.select(replace(ctx.filters, places=()))
    weekly = st.toggle(say("map.weekly"), key="weekly", bind="query-params", help=say("map.weekly_help"))
    if weekly and map_query.weeks(ctx.index, mask):
        st.fragment(_week, run_every=_SECONDS if st.session_state.get("playing") else None)(ctx, mask)
        return
    if weekly:
        st.info(say("map.no_weeks"), icon=":material/event_busy:")
    _draw(ctx, mask, mask, _days(ctx))


def click_place() -> None:
    """Filter for the place that was clicked; a click on it again, or beside all places, shows all."""
    objects = st.session_state["map_chart"]["selection"]["objects"]
    clicked: dict[str, Any] = next((found for layer in objects.values() for found in layer), {})
    place_id = clicked.get("place_id") or clicked.get("properties", {}).get("place_id")
    _choose(place=[place_id] if place_id else [])


def _week(ctx: Context, mask: Mask) -> None:
    """One week of the events, chosen by a slider or played."""
    if st.session_state.pop("_whole_page", False):
        st.rerun(scope="app")  # a filter was chosen in here
    weeks = map_query.weeks(ctx.index, mask)
    playing = bool(st.session_state.get("playing"))
    asked = {monday.isoformat(): monday for monday in weeks}.get(st.query_params.get(_WEEK, ""), weeks[0])
    if playing:
        asked = weeks[(weeks.index(asked) + 1) % len(weeks)]
        st.query_params[_WEEK] = asked.isoformat()
    st.session_state["week"] = asked
    with st.container(horizontal=True, vertical_alignment="center"):
        st.button(
            say("map.stop") if playing else say("map.play"),
            key="play",
            icon=":material/pause:" if playing else ":material/play_arrow:",
            on_click=_play,
        )
        if len(weeks) > 1:
            st.select_slider(say("map.week"), weeks, key="week", format_func=_words, on_change=_keep_week)
        else:
            st.caption(_words(weeks[0]))
    monday: date = st.session_state["week"]
    sunday = monday + timedelta(days=6)
    here = map_query.within(ctx.index, mask, monday)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption(say("map.of_the_week", events=count(int(here.sum()), "event")))
        st.button(
            say("map.only_these"),
            key="only_week",
            type="tertiary",
            icon=":material/filter_alt:",
            on_click=_choose,
            kwargs={"dates": (monday, sunday)},
        )
    _draw(ctx, here, mask, (monday, sunday))


def _keep_week() -> None:
    """Keep the week in the address: it is what counts, so that a link and Back bring it."""
    st.query_params[_WEEK] = st.session_state["week"].isoformat()


def _play() -> None:
    """Start or stop the play: the page has to be run again, since its pace is that of the whole fragment."""
    st.session_state.update(playing=not st.session_state.get("playing"), _whole_page=True)


def _choose(**chosen: object) -> None:
    """Choose filters from within the play, which ends it."""
    set_filter(**chosen)
    st.session_state.update(playing=False, _whole_page=True)


def _words(monday: date) -> str:
    return f"{labels.short_day(monday)} \N{EN DASH} {labels.short_day(monday + timedelta(days=6))}"


def _draw(ctx: Context, mask: Mask, every: Mask, days: tuple[date, date] | None) -> None:
    """The map of the events in ``mask``, in the view that fits ``every``; beneath, what it cannot show."""
    places = map_query.places(ctx.index, mask, ctx.toponyms)
    framed, top = places, 0
    if mask is not every:  # of one week: what moves are the numbers, not the map and its scale
        framed, top = map_query.places(ctx.index, every), map_query.busiest(ctx.index, every)
    told = places[places["events"] > 0].sort_values(["events", "label"], ascending=[False, True])
    st.pydeck_chart(
        map_chart.deck(places, days, ctx.dark, ctx.filters.places, framed, top),
        key="map_chart",
        height=map_chart.HEIGHT,
        on_select=click_place,
        selection_mode="single-object",
        alt=_map_in_words(told),
    )
    st.html(legend.classes(ctx.dark) + legend.signs(ctx.dark))
    st.caption(say("map.explained"))
    if told.empty:
        st.info(say("map.no_places"), icon=":material/location_off:")
    _not_on_it(told, map_query.nowhere(ctx.index, mask))
    _table(told)


def _map_in_words(told: pd.DataFrame) -> str:
    """The map in words."""
    events = count(int(told["events"].sum()), "event")
    words = say("map.alt", events=events, places=count(len(told), "place"))
    most = ", ".join(f"{p.label} {p.events}" for p in told.head(10).itertuples())
    return say("map.alt_most", map=words, most=most) if most else words


def _days(ctx: Context) -> tuple[date, date] | None:
    if ctx.filters.start and ctx.filters.end:
        return ctx.filters.start, ctx.filters.end
    return ctx.index.span


def _not_on_it(told: pd.DataFrame, nowhere: int) -> None:
    """Buttons for the places beyond the map, and for the events without a place."""
    far = told[~map_chart.within(told)]
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        if nowhere:
            st.button(
                say("map.no_place", number=f"{nowhere:,}"),
                key="map_nowhere",
                type="tertiary",
                icon=":material/location_off:",
                on_click=_choose,
                kwargs={"place": [NOWHERE]},
            )
        if len(far):
            st.caption(say("map.beyond"))
        for place in far.head(_FAR).itertuples():
            name = escape.markdown(str(place.label))
            st.button(
                f"{name} ({place.events:,})",
                key=f"far_{place.place_id}",
                type="tertiary",
                on_click=_choose,
                kwargs={"place": [place.place_id]},
            )
        if len(far) > _FAR:
            st.caption(say("map.beyond_more", number=len(far) - _FAR))


def _table(told: pd.DataFrame) -> None:
    """The counts of the map; a click on a row filters for its place."""
    if told.empty:
        return
    shown = told[["label", "kind", "events", *labels.QUADS]].rename(
        columns={"label": say("columns.place"), "kind": say("columns.kind"), "events": say("columns.events")}
        | {q: q.capitalize() for q in labels.QUADS}
    )
    ids = list(told["place_id"])

    def pick() -> None:
        selection = st.session_state["map_table"]["selection"]
        rows = [*selection["rows"], *(row for row, _ in selection["cells"])]
        if rows:
            _choose(place=[ids[rows[0]]])

    st.dataframe(
        shown,
        key="map_table",
        hide_index=True,
        height=min(320, 38 + 35 * len(shown)),
        on_select=pick,
        selection_mode=["single-row", "single-cell"],
        alt=say("map.table_alt", map=_map_in_words(told)),
    )
