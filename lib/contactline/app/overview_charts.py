"""Numbers and charts that pages share. A click on any of them filters; a drag over time chooses the days."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pandas as pd
import streamlit as st

from contactline.app import router
from contactline.app.context import Context
from contactline.app.events import nothing
from contactline.app.sidebar import set_filter
from contactline.charts import timeline
from contactline.lexicon import Lexicon
from contactline.views import labels, query
from contactline.views.query import NOWHERE
from contactline.views.words import count, say

_CONFIG = {"displayModeBar": False, "scrollZoom": False}
_TOP = 10
_TILE = 171  # pixels: two beside one another on a phone


def numbers(ctx: Context) -> None:
    """How many events, articles, incidents, places and sides, each a click from its list."""
    shown = ctx.shown
    incidents = int(ctx.index.incidents(ctx.mask).sum())
    places = ctx.events["place_id"].nunique()
    with st.container(horizontal=True, gap="small"):
        _tile(
            say("overview.events"),
            shown.events,
            say("overview.events_link"),
            "sources",
            say("overview.events_help"),
        )
        _tile(
            say("overview.articles"),
            shown.articles,
            say("overview.articles_link"),
            "sources",
            list=say("sources.articles"),
        )
        _tile(
            say("overview.incidents"),
            incidents,
            say("overview.incidents_link"),
            "sources",
            say("overview.incidents_help"),
            list=say("sources.incidents"),
        )
        _tile(say("overview.places"), places, say("overview.places_link"), "map")
        actors = ctx.index.named(ctx.mask)
        _tile(say("overview.actors"), actors, say("overview.actors_link"), "actors", say("overview.actors_help"))


def _tile(name: str, number: int, link: str, page: str, help: str | None = None, **address: str) -> None:
    """A number with its name and a link to the page that lists what it counts; ``address``: of that page."""
    with st.container(border=True, gap=None, width=_TILE):
        st.metric(name, f"{number:,}", help=help)
        st.page_link(router.page(page), label=link, icon=":material/arrow_forward:", query_params=address or None)


def years(ctx: Context) -> None:
    """All years in one strip, where the chart below shows but a part of them; a drag chooses the days."""
    exact = ctx.index.events[["date_start", "date_end", "date_precision"]][ctx.index.known("day") & ctx.timeless]
    if exact.empty or ctx.index.span is None:
        return
    first, last = exact["date_start"].min().date(), exact["date_end"].max().date()
    window = _window(ctx)
    if window is not None:
        first, last = min(first, window[0]), max(last, window[1])
    if window == (first, last):
        return
    span = ctx.index.span
    st.markdown(say("overview.strip"))
    st.plotly_chart(
        timeline.strip(exact, (first, last), window, ctx.dark),
        key="years",
        on_select=lambda: drag("years", span),
        selection_mode="box",
        config=_CONFIG,
        alt=say("overview.strip_alt", first=labels.day(first), last=labels.day(last)),
    )


def course(ctx: Context, key: str, lanes: bool = False) -> None:
    """Events over time in the four classes; a click on a bar or a drag filters."""
    span = _window(ctx)
    if span is None or not ctx.shown.events:
        if ctx.shown.events:
            st.info(say("overview.no_dates"), icon=":material/event_busy:")
        else:
            nothing(ctx, say("events.no_event"))
        return
    kinds = labels.kinds(ctx.index.lexicon)
    present = ctx.index.counts(ctx.mask, "type")
    chosen = {name: kinds[name] for name in labels.type_quads(ctx.index.lexicon) if present.get(name, 0)}
    events = ctx.events
    st.plotly_chart(
        timeline.focus(events, *span, ctx.dark, chosen if lanes else None),
        key=key,
        on_select=lambda: click_course(key, ctx.index.span or span, ctx.index.lexicon),
        selection_mode=("points", "box"),
        config=_CONFIG,
        alt=_course_words(ctx, span),
    )
    exact = int(ctx.index.known("day")[ctx.mask].sum())
    parts = [say("overview.exact", events=count(exact, "event"))]
    if ctx.shown.vague:
        parts.append(say("overview.vague", number=f"{ctx.shown.vague:,}"))
    if ctx.shown.undated:
        parts.append(say("overview.undated", number=f"{ctx.shown.undated:,}"))
    sentences = [", ".join(parts) + "."]
    if ctx.shown.background:
        sentences.append(say("overview.pale"))
    if (ctx.events["date_basis"] == "article").any():
        sentences.append(say("overview.hatched"))
    st.caption(" ".join([*sentences, say("overview.click")]))
    _beyond(ctx, span, key)


def kinds(ctx: Context) -> None:
    """What happened: the most frequent kinds of events."""
    counts = ctx.events.groupby(["kind", "quad"]).size().sort_values(ascending=False, kind="stable").head(_TOP)
    words = labels.kinds(ctx.index.lexicon)
    colour = timeline.colours(ctx.dark)
    keys = [kind for kind, _ in counts.index]
    _ranking(
        ctx,
        say("overview.what"),
        "type",
        keys,
        [words.get(kind, kind) for kind in keys],
        list(counts),
        [colour[quad] for _, quad in counts.index],
    )


def sides(ctx: Context, most: int = _TOP) -> None:
    """Who: the countries and parties with the most events, in any part."""
    found = {}
    for key in ctx.index.actors:
        if key.isupper():
            here = ctx.index.involved((key,)) & ctx.mask
            if number := int(here.sum()):
                found[key] = number
    top = sorted(found.items(), key=lambda item: (-item[1], item[0]))[:most]
    _ranking(
        ctx,
        say("overview.who"),
        "actor",
        [key for key, _ in top],
        [ctx.names.get(key, key) for key, _ in top],
        [number for _, number in top],
        ["#7f8b99"] * len(top),
    )


def places(ctx: Context, most: int = _TOP) -> None:
    """Where: the places with the most events, and how many have none."""
    counts = ctx.events["place_id"].value_counts().head(most)
    _ranking(
        ctx,
        say("overview.where"),
        "place",
        list(counts.index),
        [ctx.names.get(key, key) for key in counts.index],
        list(counts),
        ["#7f8b99"] * len(counts),
    )
    nowhere = int(ctx.events["place_id"].isna().sum())
    if nowhere:
        st.button(
            say("overview.no_place", events=count(nowhere, "event")),
            key="nowhere",
            type="tertiary",
            icon=":material/filter_alt:",
            help=say("overview.only_these"),
            on_click=set_filter,
            kwargs={"place": [NOWHERE]},
        )


def drag(key: str, span: tuple[date, date]) -> None:
    """Choose the days of a drag over a chart."""
    boxes = st.session_state[key]["selection"]["box"]
    if boxes:
        set_filter(dates=_within(boxes[0]["x"], span))


def click_course(key: str, span: tuple[date, date], lexicon: Lexicon) -> None:
    """Filter by a bar, a square or a span that was clicked, or by the days of a drag."""
    selection = st.session_state[key]["selection"]
    if selection["box"]:
        set_filter(dates=_within(selection["box"][0]["x"], span))
        return
    if not selection["points"]:
        return
    first, last, what, *_ = selection["points"][0]["customdata"]
    set_filter(dates=_within((first, last), span))
    if what in labels.QUADS:
        set_filter(type=labels.types_of(what, lexicon))
    elif what in labels.type_quads(lexicon):
        set_filter(type=[what])


def click_ranking(key: str, name: str) -> None:
    """Filter by the bar that was clicked; a click on the only one chosen takes it away."""
    points = st.session_state[key]["selection"]["points"]
    if points:
        value = points[0]["customdata"]
        value = value[0] if isinstance(value, list) else value
        set_filter(**{name: [] if list(st.session_state.get(name) or []) == [value] else [value]})


def _ranking(
    ctx: Context, title: str, name: str, keys: list[str], words: list[str], counts: list[int], fills: list[str]
) -> None:
    st.header(title)
    if not keys:
        st.caption(say("overview.nothing"))
        return
    key = f"top_{name}"
    st.plotly_chart(
        timeline.ranking(keys, words, counts, fills, ctx.dark),
        key=key,
        on_select=lambda: click_ranking(key, name),
        selection_mode="points",
        config=_CONFIG,
        alt=say(
            "overview.ranking_alt",
            title=title,
            counts=", ".join(f"{word} {number}" for word, number in zip(words, counts, strict=True)),
        ),
    )


def _window(ctx: Context) -> tuple[date, date] | None:
    """The days that a chart shows: the chosen ones, or those that hold all but a few of the events."""
    if ctx.filters.start and ctx.filters.end:
        return ctx.filters.start, ctx.filters.end
    return query.bulk(ctx.events)


def _beyond(ctx: Context, span: tuple[date, date], key: str) -> None:
    """Links to the events before and after what a chart shows."""
    if ctx.index.span is None or ctx.filters.dated:
        return
    before, after = span[0] - timedelta(days=1), span[1] + timedelta(days=1)
    sides = (
        (
            "overview.before",
            int((ctx.events["date_end"] <= pd.Timestamp(before)).sum()),
            (ctx.index.span[0], before),
        ),
        (
            "overview.after",
            int((ctx.events["date_start"] >= pd.Timestamp(after)).sum()),
            (after, ctx.index.span[1]),
        ),
    )
    with st.container(horizontal=True, gap="small"):
        for where, number, days in sides:
            if number:
                edge = labels.short_day(span[0] if where == "overview.before" else span[1])
                st.button(
                    say(where, events=count(number, "event"), day=edge),
                    key=f"{key}_{where.removeprefix('overview.')}",
                    type="tertiary",
                    icon=":material/filter_alt:",
                    help=say("overview.these_days"),
                    on_click=set_filter,
                    kwargs={"dates": days},
                )


def _within(days: Any, span: tuple[date, date]) -> tuple[date, date]:
    first, last = sorted(pd.Timestamp(day).date() for day in days)
    return min(max(first, span[0]), span[1]), max(min(last, span[1]), span[0])


def _course_words(ctx: Context, span: tuple[date, date]) -> str:
    first, last = (pd.Timestamp(day) for day in span)
    drawn = ctx.events[(ctx.events["date_start"] <= last) & (ctx.events["date_end"] >= first)]
    counts = drawn["quad"].value_counts()
    parts = ", ".join(f"{quad} {counts.get(quad, 0)}" for quad in labels.QUADS)
    return say("overview.course_alt", first=labels.day(span[0]), last=labels.day(span[1]), counts=parts)
