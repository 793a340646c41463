"""The map with its settings, and the table of the same numbers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from contactline.app import downloads, legend, quotes, readable
from contactline.app.context import Context
from contactline.app.events import clicked
from contactline.app.sidebar import set_filter
from contactline.charts import map_chart
from contactline.views import escape, export_charts, held, labels, map_query
from contactline.views.query import NOWHERE, Mask
from contactline.views.words import count, say

_WEEK = "monday"  # in the address: the first day (a Monday) of the week shown
UNITS = map_query.UNITS
"""What the page can count."""

_SECONDS = 1.5  # seconds for each week when the weeks are played
_FAR = 8  # places off the map that are listed
_NAMED = "named"  # in the address: the place whose mentions are listed
_EVER = (date(1992, 1, 1), date(2023, 12, 31))  # days of the layer where no event has a day


def chart(ctx: Context) -> None:
    """Draw the map and its table. A click on a place filters by it; the other places stay, in paler colours."""
    mask = ctx.index.select(replace(ctx.filters, places=()))
    with st.container(horizontal=True, vertical_alignment="center", gap="medium"):
        weekly = ctx.count != "mentions" and st.toggle(
            say("map.weekly"), key="weekly", bind="query-params", help=say("map.weekly_help")
        )
        st.toggle(say("held.layer"), key="held", bind="query-params", help=say("held.layer_help"))
        with st.popover(say("legend.title"), icon=":material/help:", type="tertiary"):
            st.html(legend.signs(ctx.dark))
            st.caption(say("map.explained"))
    if weekly and map_query.weeks(ctx.index, mask):
        st.fragment(_week, run_every=_SECONDS if st.session_state.get("playing") else None)(ctx, mask)
        return
    if weekly:
        st.info(say("map.no_weeks"), icon=":material/event_busy:")
    _draw(ctx, mask, mask, _days(ctx))


def click_place(unit: str = "events") -> None:
    """Filter by the place that was clicked, or list its mentions. A second click, or one beside all places, undoes
    that.

    ``unit``: one of ``map_query.UNITS``.
    """
    objects = st.session_state["map_chart"]["selection"]["objects"]
    place: dict[str, Any] = next((found for layer in objects.values() for found in layer), {})
    place_id = place.get("place_id") or place.get("properties", {}).get("place_id")
    _choose_place(place_id or "", unit)


def _week(ctx: Context, mask: Mask) -> None:
    """Draw one week of the events, chosen by a slider or played."""
    if st.session_state.pop("_whole_page", False):
        st.rerun(scope="app")  # a filter was changed within this fragment
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
        st.caption(say("map.of_the_week", events=ctx.in_words(ctx.number(here))))
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
    """Put the week into the address, so that links and Back work."""
    st.query_params[_WEEK] = st.session_state["week"].isoformat()


def _play() -> None:
    """Start or stop playing. The whole page has to run again, because the interval belongs to the whole
    fragment.
    """
    st.session_state.update(playing=not st.session_state.get("playing"), _whole_page=True)


def _choose(**chosen: object) -> None:
    """Set filters while playing, which stops it."""
    set_filter(**chosen)
    st.session_state.update(playing=False, _whole_page=True)


def _read(place_id: str) -> None:
    """Show the sentences that name a place; "" for none."""
    if place_id and st.query_params.get(_NAMED) != place_id:
        st.query_params[_NAMED] = place_id
    else:
        st.query_params.pop(_NAMED, None)


def _words(monday: date) -> str:
    return f"{labels.day(monday)} \N{EN DASH} {labels.day(monday + timedelta(days=6))}"


def _draw(ctx: Context, mask: Mask, every: Mask, days: tuple[date, date] | None) -> None:
    """Draw the map of what ``mask`` selects, in a view that fits ``every``; below it, what the map cannot show."""
    unit = ctx.count
    articles = ctx.articles(mask) if unit == "mentions" else set()
    places = map_query.places(ctx.index, mask, ctx.toponyms, unit, articles)
    frame = map_chart.Frame(places, wide=ctx.wide)
    if mask is not every:  # one week: only the numbers change, not the view and its scale
        framed = map_query.places(ctx.index, every, unit=unit)
        frame = map_chart.Frame(framed, map_query.busiest(ctx.index, every, unit), ctx.wide)
    told = places[places["number"] > 0].sort_values(["number", "label"], ascending=[False, True])
    shown = (days if mask is not every else ctx.window) or _EVER
    layer = held.holders(ctx.index.lexicon, *shown, ctx.toponyms) if st.session_state.get("held") else None
    picked = (st.query_params.get(_NAMED, ""),) if unit == "mentions" else ctx.filters.places
    st.pydeck_chart(
        map_chart.deck(places, days, ctx.dark, tuple(filter(None, picked)), frame, unit, layer),
        key="map_chart",
        height=map_chart.HEIGHT,
        on_select=partial(click_place, unit),
        selection_mode="single-object",
        alt=_map_in_words(told, unit),
    )
    with st.container(horizontal=True, gap="small", horizontal_alignment="right"):
        if unit != "mentions":
            st.html(legend.classes(ctx.dark))
        downloads.control(
            ctx,
            "map",
            f"map {unit}",
            lambda: export_charts.places(told),
            chart="map_chart",
            pictures=downloads.MAP,
        )
    if told.empty and ctx.shown.events:
        st.info(say("map.no_places"), icon=":material/location_off:")
    _not_on_it(told, map_query.nowhere(ctx.index, mask, unit), unit)
    if layer is not None:
        _held(layer, shown, ctx)
    _table(told, unit, ctx.narrow)
    if unit == "mentions":
        _mentions(ctx, articles, told)


def _mentions(ctx: Context, articles: set[str], told: pd.DataFrame) -> None:
    """Draw the sentences that name the place that was clicked."""
    place_id = st.query_params.get(_NAMED, "")
    names = dict(zip(told["place_id"], told["label"], strict=True))
    if place_id not in names:
        st.caption(say("map.click_mention"))
        return
    found = map_query.sentences(ctx.index, place_id, articles)
    number = count(int(found["spans"].map(len).sum()), "mention")
    st.header(say("map.mentioned", place=escape.markdown(names[place_id]), mentions=number))
    quotes.listed(found, names[place_id], "place", ctx.dark)


def _held(layer: pd.DataFrame, days: tuple[date, date], ctx: Context) -> None:
    """Draw the meaning of the layer's colours, and the same in words with its sources."""
    first, last = (labels.day(day) for day in days)
    st.html(legend.holders(ctx.dark, ctx.index.lexicon))
    st.caption(say("held.explained", first=first, last=last))
    with st.expander(say("held.title", days=labels.span(*days))):
        shown = layer[["label", "words", "sources"]].set_axis(
            [say(f"held.{name}") for name in ("place", "who", "sources")], axis="columns"
        )
        told = "; ".join(f"{row.label}: {row.words}" for row in layer.itertuples())
        st.dataframe(shown, hide_index=True, key="held_table", alt=say("held.alt", held=told))
        downloads.control(ctx, "held", "held", lambda: export_charts.held(layer))


def _map_in_words(told: pd.DataFrame, unit: str) -> str:
    """The content of the map in words, for screen readers."""
    events = count(int(told["number"].sum()), map_query.NOUNS[unit])
    words = say("map.alt", events=events, places=count(len(told), "place"))
    most = ", ".join(f"{p.label} {p.number:,}" for p in told.head(10).itertuples())
    return say("map.alt_most", map=words, most=most) if most else words


def _days(ctx: Context) -> tuple[date, date] | None:
    if ctx.filters.start and ctx.filters.end:
        return ctx.filters.start, ctx.filters.end
    return ctx.index.span


def _not_on_it(told: pd.DataFrame, nowhere: int, unit: str) -> None:
    """Draw buttons for the places off the map, and for what has no place."""
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
                f"{name} ({place.number:,})",
                key=f"far_{place.place_id}",
                type="tertiary",
                on_click=_choose_place,
                args=(str(place.place_id), unit),
            )
        if len(far) > _FAR:
            st.caption(say("map.beyond_more", number=len(far) - _FAR))


def _choose_place(place_id: str, unit: str) -> None:
    """Filter by a place, or list its mentions; "" for none."""
    if unit == "mentions":
        _read(place_id)
    else:
        _choose(place=[place_id] if place_id else [])


def _table(told: pd.DataFrame, unit: str, narrow: bool) -> None:
    """Draw the numbers of the map; a click on a row acts like one on its place. A phone leaves out the classes."""
    if told.empty:
        return
    classes = [] if unit == "mentions" or narrow else list(labels.QUADS)
    shown = told[["label", "kind", "number", *classes]].rename(
        columns={"label": say("columns.place"), "kind": say("columns.kind"), "number": say(f"columns.{unit}")}
        | {q: q.capitalize() for q in labels.QUADS}
    )
    ids = list(told["place_id"])

    def pick() -> None:
        row = clicked(st.session_state["map_table"])
        if row is not None:
            _choose_place(ids[row], unit)

    st.dataframe(
        readable.styled(shown),
        key="map_table",
        hide_index=True,
        height=min(320, 38 + 35 * len(shown)),
        on_select=pick,
        selection_mode=["single-row", "single-cell"],
        alt=say("map.table_alt", map=_map_in_words(told, unit)),
    )
