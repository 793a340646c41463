"""The map with its settings, and the table of the same counts."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import streamlit as st

from contactline import labels, map_chart, map_query
from contactline.app.context import Context
from contactline.app.sidebar import set_filter
from contactline.query import NOWHERE

_SECONDS = 1.5  # a week of the play


def chart(ctx: Context) -> None:
    """The map; a click on a place filters for it."""
    left, right = st.columns([3, 2], vertical_alignment="bottom")
    with left:
        names = st.segmented_control(
            "Names of disputed places", map_query.NAMES, default="both", key="names", bind="query-params",
            format_func={"both": "Both", "Armenian": "Armenian", "Azerbaijani": "Azerbaijani"}.__getitem__,
        )  # fmt: skip
    with right:
        weekly = st.toggle("Week by week", key="weekly", help="Show one week at a time, and play them.")
    if weekly and map_query.weeks(ctx.index, ctx.mask):
        playing = bool(st.session_state.get("playing"))
        st.fragment(_week, run_every=_SECONDS if playing else None)(ctx, names or "both")
    else:
        if weekly:
            st.info("No event that the filters select is known to its day or week.", icon=":material/event_busy:")
        _draw(ctx, ctx.mask, names or "both", _days(ctx))
    _nowhere(ctx)


def _week(ctx: Context, names: str) -> None:
    """One week of the events, chosen by a slider or played."""
    weeks = map_query.weeks(ctx.index, ctx.mask)
    if st.session_state.get("week") not in weeks:
        st.session_state["week"] = weeks[0]
    elif st.session_state.get("playing"):
        st.session_state["week"] = weeks[(weeks.index(st.session_state["week"]) + 1) % len(weeks)]
    with st.container(horizontal=True, vertical_alignment="center"):
        playing = bool(st.session_state.get("playing"))
        st.button(
            "Stop" if playing else "Play",
            key="play",
            icon=":material/pause:" if playing else ":material/play_arrow:",
            on_click=lambda: st.session_state.update(playing=not playing),
        )
        if len(weeks) > 1:
            st.select_slider("Week", weeks, key="week", format_func=_words)
        else:
            st.caption(_words(weeks[0]))
    monday: date = st.session_state["week"]
    mask = map_query.within(ctx.index, ctx.mask, monday)
    _draw(ctx, mask, names, (monday, monday + timedelta(days=6)))
    st.caption(f"{labels.count(int(mask.sum()), 'event')} known to be of this week; vaguer dates are left out.")


def _words(monday: date) -> str:
    return f"{labels.short_day(monday)} \N{EN DASH} {labels.short_day(monday + timedelta(days=6))}"


def _draw(ctx: Context, mask: Any, names: str, days: tuple[date, date] | None) -> None:
    places = map_query.places(ctx.index, mask, names)
    told = places[places["events"] > 0].sort_values("events", ascending=False)
    most = (
        "; most in " + ", ".join(f"{p.label} ({p.events})" for p in told.head(3).itertuples()) if len(told) else ""
    )
    st.pydeck_chart(
        map_chart.deck(places, days, ctx.dark, ctx.filters.places),
        key="map_chart",
        height=map_chart.HEIGHT,
        on_select=_pick,
        selection_mode="single-object",
        alt=f"Map of {labels.count(int(places['events'].sum()), 'event')} in {len(told)} places{most}",
    )
    if told.empty:
        st.info("No event that the filters select has a place.", icon=":material/location_off:")


def _pick() -> None:
    """Filter for the place that was clicked."""
    objects = st.session_state["map_chart"]["selection"]["objects"]
    for layer in ("points", "areas", "rings"):
        for found in objects.get(layer, []):
            place_id = found.get("place_id") or found.get("properties", {}).get("place_id")
            if place_id:
                set_filter(place=[place_id])
                return


def _days(ctx: Context) -> tuple[date, date] | None:
    if ctx.filters.start and ctx.filters.end:
        return ctx.filters.start, ctx.filters.end
    return ctx.index.span


def _nowhere(ctx: Context) -> None:
    number = map_query.nowhere(ctx.index, ctx.mask)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption(
            "A disc is a town, sized by its events. A shaded shape, a line or a ring is a region, a border or a "
            "corridor as a whole: where in it is not told. Brown: the former Nagorno-Karabakh Autonomous Oblast; "
            "dashed: the area held by Armenian forces and the line of contact, on the days that they stood."
        )
        if number:
            st.button(
                f"{number:,} without a place",
                type="tertiary",
                icon=":material/location_off:",
                on_click=set_filter,
                kwargs={"place": [NOWHERE]},
            )


def table(ctx: Context) -> None:
    """The counts of the map as a table; a click on a row filters for its place."""
    names = st.session_state.get("names") or "both"
    places = map_query.places(ctx.index, ctx.mask, names)
    told = places[places["events"] > 0].sort_values(["events", "label"], ascending=[False, True])
    if told.empty:
        return
    st.subheader("The same as a table")
    shown = told[["label", "kind", "events", *labels.QUADS]].rename(
        columns={"label": "Place", "kind": "Kind", "events": "Events"} | {q: q.capitalize() for q in labels.QUADS}
    )

    def pick() -> None:
        rows = st.session_state["map_table"]["selection"]["rows"]
        if rows:
            set_filter(place=[told["place_id"].iloc[rows[0]]])

    st.dataframe(
        shown, key="map_table", hide_index=True, height=min(320, 38 + 35 * len(shown)), on_select=pick,
        selection_mode="single-row", alt="Events by place and class",
    )  # fmt: skip
