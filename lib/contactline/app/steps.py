"""The chart of the Timeline page: the whole period with zoom, or by weeks or months, which can be played."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import streamlit as st

from contactline.app import incidents, over_time
from contactline.app.context import Context
from contactline.app.events import event_list
from contactline.app.sidebar import set_filter
from contactline.charts import bins
from contactline.views import counting
from contactline.views.query import Filters
from contactline.views.words import say, words_of

_SECONDS = 2  # seconds for each step when the steps are played
_MOST = 600  # most steps of the slider
_TOLD = 5  # incidents listed below the chart
_BY = words_of("steps_by")
_BINS = {"week": bins.BINS[1], "month": bins.BINS[2]}


def panel(ctx: Context, key: str) -> None:
    """Draw the choice between the whole period and steps, the chart, and the events in it."""
    by = st.segmented_control(
        say("steps.label"),
        list(_BY),
        default="whole",
        format_func=_BY.__getitem__,
        key="by",
        bind="query-params",
        required=True,
        label_visibility="collapsed",
    )
    days = steps(ctx, by) if by in _BINS else []
    if days:
        st.fragment(_step, run_every=_SECONDS if st.session_state.get("steps_play") else None)(ctx, key, days)
        return
    over_time.course(ctx, key, lanes=True)
    zoom(ctx)
    if over_time.marked() is None or not ctx.shown.events:
        incidents.happened(ctx, _TOLD)


def zoom(ctx: Context) -> None:
    """Draw buttons for half and twice the number of days, and for the days before and after."""
    if ctx.window is None:
        return
    first, last = ctx.window
    length = (last - first).days + 1
    half, quarter = timedelta(days=length // 2), timedelta(days=length // 4)
    whole = timedelta(days=length)
    choices = (
        (say("over_time.earlier"), "chevron_left", (first - whole, last - whole), True),
        (say("over_time.zoom_in"), "zoom_in", (first + quarter, last - quarter), length > 3),
        (say("over_time.zoom_out"), "zoom_out", (first - half, last + half), True),
        (say("over_time.later"), "chevron_right", (first + whole, last + whole), True),
    )
    with st.container(horizontal=True, gap="small"):
        for label, icon, days, possible in choices:
            st.button(
                label,
                key=f"zoom_{icon}",
                icon=f":material/{icon}:",
                type="tertiary",
                disabled=not possible,
                on_click=set_filter,
                kwargs={"dates": days},
            )


def steps(ctx: Context, by: str) -> list[date]:
    """The first days of the weeks or months of the page's days, at most ``_MOST``."""
    if ctx.window is None:
        return []
    width = _BINS[by]
    first, found = bins.bin_of(ctx.window[0], width)[0], list[date]()
    while first <= ctx.window[1] and len(found) < _MOST:
        found.append(first)
        first = bins.bin_of(first, width)[1] + timedelta(days=1)
    return found


def _step(ctx: Context, key: str, days: list[date]) -> None:
    """Draw one step: its strip, its chart, its events."""
    if st.session_state.pop("_whole_page", False):
        st.rerun(scope="app")  # a filter was changed within this fragment
    playing = bool(st.session_state.get("steps_play"))
    width = _BINS[st.session_state["by"]]
    if st.session_state.get("step") not in days:
        st.session_state["step"] = days[0]
    elif playing:
        st.session_state["step"] = days[(days.index(st.session_state["step"]) + 1) % len(days)]
    with st.container(horizontal=True, vertical_alignment="center"):
        st.button(
            say("steps.stop") if playing else say("steps.play"),
            key="steps_button",
            icon=":material/pause:" if playing else ":material/play_arrow:",
            on_click=_play,
        )
        if len(days) > 1:
            st.select_slider(
                say("steps.step"),
                days,
                key="step",
                bind="query-params",
                format_func=lambda day: bins.words(*bins.bin_of(day, width), width),
                label_visibility="collapsed",
            )
    window = bins.bin_of(st.session_state["step"], width)
    here = ctx.index.select(_days(ctx.filters, window)) & ctx.mask
    rows = counting.rows(ctx.index, here, ctx.unit)
    over_time.years(ctx, f"{key}_step_years", window, lanes=True, after=_whole_page)
    over_time.chart(ctx, f"{key}_step", rows, window, lanes=True, top=_highest(ctx), after=_whole_page)
    st.button(
        say("steps.only"),
        key="steps_only",
        type="tertiary",
        icon=":material/filter_alt:",
        on_click=_only,
        args=(window,),
    )
    if over_time.marked() is None:
        event_list(ctx, here & ctx.mask, f"{key}_step_list")
    else:
        over_time.marked_events(ctx, f"{key}_step", rows, window)


def _days(filters: Filters, window: tuple[date, date]) -> Filters:
    return replace(filters, start=window[0], end=window[1], undated=False)


def _highest(ctx: Context) -> int:
    """The height of the highest bar in all steps (a bar is a day in both), so that the steps can be compared."""
    rows = ctx.rows
    exact = rows["date_start"][(rows["date_precision"] == "day").to_numpy()]
    return int(exact.value_counts().max()) if len(exact) else 0


def _play() -> None:
    st.session_state["steps_play"] = not st.session_state.get("steps_play")
    _whole_page()  # the interval at which steps are played is set by the whole page


def _whole_page() -> None:
    """Make the whole page run again, not only the fragment of the step."""
    st.session_state["_whole_page"] = True


def _only(window: tuple[date, date]) -> None:
    set_filter(dates=window)
    st.session_state["by"] = "whole"
    _whole_page()
