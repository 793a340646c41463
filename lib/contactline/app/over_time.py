"""Events over time: a strip of all years to drag over, and a chart whose bars, squares and spans can be clicked.

The strip is a separate chart because Streamlit reports no clicks on a chart in which dragging selects a box.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

import numpy as np
import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from contactline.app import downloads
from contactline.app.context import Context
from contactline.app.events import event_list
from contactline.app.sidebar import set_filter
from contactline.charts import bins, timeline
from contactline.charts import strip as strips
from contactline.lexicon import Lexicon
from contactline.views import counting, export_charts, labels
from contactline.views.words import say, words_of

CONFIG = {
    "displayModeBar": True,
    "modeBarButtons": [["toImage"]],
    "displaylogo": False,
    "scrollZoom": False,
}
"""Options of plotly's charts: the one tool of the (hidden) mode bar makes the pictures for ``downloads``."""

_MARK = "mark"  # in the address: the square or span whose events are listed, as first/last/type or precision


def _nothing_more() -> None:
    """The default of ``after``: do nothing more."""


def course(ctx: Context, key: str, lanes: bool = False) -> None:
    """Draw the strip, the numbers and the chart, if there is anything to draw: otherwise the page says why.

    ``key``: unique for each chart. ``lanes``: with a row for each type.
    """
    if not ctx.shown.events:
        return
    years(ctx, f"{key}_years", ctx.window if ctx.filters.dated else None, lanes)
    if ctx.window is None:
        st.info(say("over_time.no_dates"), icon=":material/event_busy:")
        return
    chart(ctx, key, ctx.rows, ctx.window, lanes)
    marked_events(ctx, key, ctx.rows, ctx.window)


def years(
    ctx: Context,
    key: str,
    window: tuple[date, date] | None,
    lanes: bool,
    after: Callable[[], None] = _nothing_more,
) -> None:
    """Draw all years that have news in one strip; dragging selects whole days, weeks or months.

    ``window``: the days to shade. ``lanes``: whether the chart below has lanes, with which the strip is aligned.
    ``after``: called after a drag.
    """
    wider = replace(ctx.filters, start=None, end=None)
    exact = ctx.index.answers.of(("exact days", wider, ctx.unit), lambda: _exact(ctx))
    span = ctx.index.news
    if span is None or exact.empty:
        return
    if window:
        span = min(span[0], window[0]), max(span[1], window[1])
    width = strips.width(span)
    left = timeline.WIDE_LEFT if lanes else timeline.LEFT
    st.plotly_chart(
        ctx.kept("strip", lambda: strips.strip(exact, span, window, ctx.dark, left), span, window, ctx.dark, left),
        key=key,
        on_select=lambda: drag(key, width, after),
        selection_mode="box",
        config=CONFIG,
        alt=say("over_time.strip_alt", unit=_unit(ctx), first=labels.day(span[0]), last=labels.day(span[1])),
    )


def _exact(ctx: Context) -> pd.Series:
    """The known days of everything that is counted, whatever days are chosen."""
    rows = counting.rows(ctx.index, ctx.timeless, ctx.unit) if ctx.filters.dated else ctx.rows
    return rows["date_start"][(rows["date_precision"] == "day").to_numpy()]


def chart(
    ctx: Context,
    key: str,
    rows: pd.DataFrame,
    window: tuple[date, date],
    lanes: bool,
    top: int = 0,
    after: Callable[[], None] = _nothing_more,
) -> None:
    """Draw rows (as ``counting.rows`` returns them) within some days, and say how many are drawn.

    ``top``: as for ``timeline.focus``. ``after``: called after a click.
    """
    drawn = ctx.kept(
        "chart", lambda: _chart(ctx, rows, window, lanes, top), key, window, lanes, top, ctx.dark, len(rows)
    )
    st.markdown(drawn.counted)
    st.plotly_chart(
        drawn.figure,
        key=key,
        on_select=lambda: click(key, window, ctx.index.lexicon, after),
        selection_mode="points",
        config=CONFIG,
        alt=drawn.alt,
    )
    kinds = labels.kinds(ctx.index.lexicon)
    downloads.row(
        drawn.read,
        lambda: downloads.control(
            ctx, key, f"timeline {ctx.unit}", lambda: export_charts.timeline(rows, kinds), chart=key
        ),
    )


class _Chart(NamedTuple):
    """A chart, what it shows in numbers and in words, and how to read it."""

    figure: go.Figure
    counted: str
    alt: str
    read: str


def _chart(ctx: Context, rows: pd.DataFrame, window: tuple[date, date], lanes: bool, top: int) -> _Chart:
    kinds = labels.kinds(ctx.index.lexicon)
    types = {name: kinds[name] for name in labels.type_quads(ctx.index.lexicon)} if lanes else None
    sentences = []
    if (rows["status"] == "background").any():
        sentences.append(say("over_time.pale"))
    if (rows["date_basis"] == "article").any():
        sentences.append(say("over_time.hatched"))
    return _Chart(
        timeline.focus(rows, *window, ctx.dark, types, ctx.unit, top),
        _drawn(ctx, rows, window),
        _alt(ctx, rows, window),
        " ".join([*sentences, say("over_time.click")]),
    )


def marked_events(ctx: Context, key: str, rows: pd.DataFrame, window: tuple[date, date]) -> None:
    """List the events of the square or span that was clicked, in the chart of these rows and days."""
    mark = marked()
    if mark is None:
        return
    rows = rows[of_mark(rows, window, mark)]
    st.header(say("over_time.marked", what=_mark_words(mark, ctx.index.lexicon), number=ctx.in_words(len(rows))))
    st.button(say("over_time.every"), icon=":material/close:", type="tertiary", on_click=unmark)
    mask = counting.events_of(ctx.index, ctx.mask, ctx.unit, rows["at"].to_numpy())
    event_list(ctx, mask, f"{key}_marked")


def _mark_words(mark: tuple[date, date, str], lexicon: Lexicon) -> str:
    """A square or span in words: "Talks, 5-11 October 2020", "October 2020, day not known"."""
    first, last, what = mark
    if what == timeline.UNDATED:
        return say("dates.unknown").capitalize()
    if what in words_of("vague"):
        return labels.when(first, last, what)
    return say("over_time.square", kind=labels.kinds(lexicon).get(what, what), days=labels.span(first, last))


def marked() -> tuple[date, date, str] | None:
    """The first and the last day of the square or span named in the address, and its type or precision."""
    parts = st.query_params.get(_MARK, "").split("/")
    try:
        return date.fromisoformat(parts[0]), date.fromisoformat(parts[1]), parts[2]
    except (ValueError, IndexError):
        return None


def unmark() -> None:
    """Remove the square or span from the address, so that all events are listed."""
    st.query_params.pop(_MARK, None)


def of_mark(rows: pd.DataFrame, window: tuple[date, date], mark: tuple[date, date, str]) -> pd.Series:
    """Which rows the square or span stands for, in a chart of ``window``."""
    first, last, what = mark
    start, end = rows["date_start"], rows["date_end"]
    if what == timeline.UNDATED:
        return start.isna()
    if what in words_of("vague"):
        exactly = (start == pd.Timestamp(first)) & (end == pd.Timestamp(last))
        return exactly & (rows["date_precision"] == what)
    inside = (start >= pd.Timestamp(max(first, window[0]))) & (end <= pd.Timestamp(min(last, window[1])))
    return inside & (rows["date_precision"] == "day") & (rows["type"] == what)


def drag(key: str, width: bins.Bin, after: Callable[[], None] = _nothing_more) -> None:
    """Filter by the whole bins that were dragged over in the strip."""
    boxes = st.session_state[key]["selection"]["box"]
    if boxes:
        unmark()
        set_filter(dates=bins.snapped(boxes[0]["x"], width))
        after()


def click(
    key: str, window: tuple[date, date], lexicon: Lexicon, after: Callable[[], None] = _nothing_more
) -> None:
    """Filter by the bar that was clicked, or list the events of a square or span.

    ``window``: the days of the chart; a bar at its edge holds only what is within them.
    """
    points = st.session_state[key]["selection"]["points"]
    if not points or "customdata" not in points[0]:
        return
    first, last, what, *_ = points[0]["customdata"]
    if what in labels.QUADS:
        unmark()
        days = max(date.fromisoformat(first), window[0]), min(date.fromisoformat(last), window[1])
        set_filter(dates=days, known="day", type=_types(what, lexicon))
    else:
        st.query_params[_MARK] = f"{first}/{last}/{what}"
    after()


def _types(quad: str, lexicon: Lexicon) -> Sequence[str]:
    """The types of a class; if some types are filtered for already, those among them."""
    every = labels.types_of(quad, lexicon)
    chosen = st.session_state.get("type") or []
    return [key for key in chosen if key.partition("-")[0] in every] or every


def _drawn(ctx: Context, rows: pd.DataFrame, window: tuple[date, date]) -> str:
    """How many of the counted things are drawn, and how: "706 incidents, 342 drawn: 59 of a single day ..."."""
    first, last = (np.datetime64(day) for day in window)
    start, end = (rows[name].to_numpy("datetime64[D]") for name in ("date_start", "date_end"))
    inside = (start <= last) & (end >= first)
    exact = int((inside & (rows["date_precision"] == "day").to_numpy()).sum())
    drawn = int(inside.sum())
    undated = int(np.isnat(start).sum())
    parts = [say("over_time.exact", number=f"{exact:,}")]
    if drawn > exact:
        parts.append(say("over_time.vague", number=f"{drawn - exact:,}"))
    if undated:
        parts.append(say("over_time.undated", number=f"{undated:,}"))
    head = say("over_time.drawn", counted=ctx.in_words(len(rows)), drawn=f"{drawn:,}")
    return f"{head}: {', '.join(parts)}."


def _alt(ctx: Context, rows: pd.DataFrame, window: tuple[date, date]) -> str:
    first, last = (pd.Timestamp(day) for day in window)
    counts = rows["quad"][(rows["date_start"] <= last) & (rows["date_end"] >= first)].value_counts()
    told = ", ".join(f"{quad} {counts.get(quad, 0)}" for quad in labels.QUADS)
    return say(
        "over_time.alt",
        unit=_unit(ctx),
        first=labels.day(window[0]),
        last=labels.day(window[1]),
        counts=told,
    )


def _unit(ctx: Context) -> str:
    return words_of("units")[ctx.unit].capitalize()
