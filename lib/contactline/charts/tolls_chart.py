"""Tolls over time: the growth of running totals, and what single incidents cost. Nothing is added up.

A mark is one report: its shape shows how the text bounds the number, its colour whose word it is. A toll that is
not known to the day is a line over its possible days; one in words without a number is on the axis.
"""

from __future__ import annotations

import textwrap
from datetime import date
from typing import Any

import numpy as np
import pandas as pd
import plotly.graph_objects as go
from plotly.subplots import make_subplots

from contactline.charts import bins, timeline
from contactline.views import escape
from contactline.views.words import say, words_of

_LIGHT = {"own": "#0f5c8c", "other": "#c2410c", "third": "#4a5361", "": "#8a94a1"}
_DARK = {"own": "#6bb3dd", "other": "#ff9d66", "third": "#c3ccd7", "": "#7f8b99"}
_SHAPES = {
    "exact": "circle",
    "range": "circle",
    "least": "triangle-up",
    "most": "triangle-down",
    "about": "circle-open",
    "words": "line-ns-open",
}
_PANEL, _LOW_PANEL, _GAP, _TOP, _BOTTOM = 120, 60, 34, 64, 40  # heights in pixels; a panel with few tolls is low
_FEW_TOLLS = 2
_WIDE = 20  # if the highest number is so many times the lowest, the axis has a square-root scale
_FEW = 5  # if the highest number is lower, every whole number has a tick
_NEAR = 0.16  # share of a panel within which two numbers would overlap
_LONGEST = 28  # most characters of words on a line
_APART = 0.22  # least share of the axis between two ticks
_THIN = 160  # most bars that fit side by side
_TITLE = 42  # most characters of a line of a panel's title on a phone
_LINE = 17  # height of such a line in pixels


def grown(rows: pd.DataFrame, window: tuple[date, date], dark: bool, narrow: bool = False) -> go.Figure:
    """Running totals, a panel for each side and group: steps through the latest numbers.

    Where reports of one day differ, a band covers the lowest to the highest. ``rows``: those of ``tolls.drawn``
    whose kind is total. ``window``: first and last day of the axis. ``narrow``: for
    a phone, where the title of a panel takes several lines. The customdata of each mark is its event_id.
    """
    return _figure(rows, window, dark, narrow, steps=True)


def single(rows: pd.DataFrame, window: tuple[date, date], dark: bool, narrow: bool = False) -> go.Figure:
    """What single incidents cost, a panel for each side and group.

    A bar reaches the lowest number in the reports of an incident, a paler part the highest. Arguments as for
    ``grown``.
    """
    return _figure(rows, window, dark, narrow, steps=False)


def _figure(rows: pd.DataFrame, window: tuple[date, date], dark: bool, narrow: bool, *, steps: bool) -> go.Figure:
    panels = list(dict.fromkeys(rows["panel"]))
    titles = [_titled(panel, not steps and _is_wide(rows[rows["panel"] == panel]), narrow) for panel in panels]
    lines = max(len(title) for title in titles)
    gap, above = _GAP + _LINE * (lines - 1), _TOP + _LINE * (len(titles[0]) - 1)
    sizes = rows["panel"].value_counts()
    heights = [_LOW_PANEL if sizes[panel] <= _FEW_TOLLS else _PANEL for panel in panels]
    height = sum(heights) + gap * (len(panels) - 1)
    figure = make_subplots(
        rows=len(panels),
        cols=1,
        shared_xaxes=True,
        row_heights=heights,
        vertical_spacing=gap / height if len(panels) > 1 else 0,
    )
    for number, panel in enumerate(panels, start=1):
        some = rows[rows["panel"] == panel]
        rooted = not steps and _is_wide(some)
        raised = some.assign(**{end: _height(some[end], rooted) for end in ("number", "low", "high")})
        exact, vague = raised[raised["as_of"].notna()], raised[raised["as_of"].isna()]
        (_steps if steps else _bars)(figure, exact, window, dark, number)
        _lines(figure, vague, window, dark, number)
        _marks(figure, exact, dark, number)
        _title(figure, titles[number - 1], dark, number)
        _numbers(figure, some, rooted, dark, number)
    _legend(figure, rows, dark)
    first, last = (pd.Timestamp(day) for day in window)
    figure.update_xaxes(
        type="date",
        range=[first.isoformat(), (last + pd.Timedelta(days=1)).isoformat()],
        tickformatstops=bins.TICKS,
        tickfont={"color": timeline.ink(dark)},
        showgrid=True,
        gridcolor="rgba(127,139,153,.18)",
    )
    figure.update_layout(
        height=height + above + _BOTTOM,
        margin={"t": above, "b": _BOTTOM, "l": 52, "r": 24},
        dragmode=False,
        hovermode="closest",
        barmode="overlay",
        legend={
            "orientation": "h",
            "traceorder": "normal",
            "x": 0,
            "y": 1 + (above - _TOP + 30) / height,
            "yanchor": "bottom",
            "font_color": timeline.ink(dark),
        },
    )
    return figure


def _steps(figure: go.Figure, exact: pd.DataFrame, window: tuple[date, date], dark: bool, row: int) -> None:
    """Draw the latest number on each day, and a band where those of a day differ."""
    told = exact[exact["number"].notna()]
    if told["as_of"].nunique() < 2:
        return
    ends = pd.DataFrame({"low": told["low"].fillna(told["number"]), "high": told["high"].fillna(told["number"])})
    noon = told["as_of"] + pd.Timedelta(hours=12)
    days = ends.assign(noon=noon).groupby("noon", as_index=False).agg({"low": "min", "high": "max"})
    for end, fill in (("low", None), ("high", "tonexty")):
        figure.add_scatter(
            x=days["noon"],
            y=days[end],
            mode="lines",
            line={"width": 1, "color": _colours(dark)[""], "shape": "hv"},
            fill=fill,
            fillcolor="rgba(127,139,153,.22)",
            hoverinfo="skip",
            showlegend=False,
            row=row,
            col=1,
        )


def _bars(figure: go.Figure, exact: pd.DataFrame, window: tuple[date, date], dark: bool, row: int) -> None:
    """Draw a bar for each incident up to the lowest number in its reports, and an outline from there to the
    highest.
    """
    told = exact[exact["number"].notna()]
    if told.empty:
        return
    bars = told.groupby(["incident_id", "as_of"], as_index=False).agg(
        low=("number", "min"), high=("number", "max"), event_id=("event_id", "first"), hover=("hover", "first")
    )
    days = (pd.Timestamp(window[1]) - pd.Timestamp(window[0])).days + 1
    for base, top, fill in ((0, bars["low"], 0.45), (bars["low"], bars["high"] - bars["low"], 0.12)):
        figure.add_bar(
            x=bars["as_of"] + pd.Timedelta(hours=12),
            y=top,
            base=base,
            width=max(0.9, days / _THIN) * bins.DAY,
            marker={"color": _colours(dark)["third"], "opacity": fill, "line": {"width": 0}},
            customdata=bars["event_id"],
            hovertext=[escape.label(words) for words in bars["hover"]],
            hovertemplate="%{hovertext}<extra></extra>",
            showlegend=False,
            row=row,
            col=1,
        )


def _lines(figure: go.Figure, vague: pd.DataFrame, window: tuple[date, date], dark: bool, row: int) -> None:
    """Draw tolls that are not known to the day as lines over their possible days, with their numbers."""
    edges = pd.Timestamp(window[0]), pd.Timestamp(window[1]) + pd.Timedelta(days=1)
    top = float(vague["number"].max()) if vague["number"].notna().any() else 1.0
    written: list[tuple[float, float]] = []
    for told in vague.itertuples():
        line = _line(told, edges, dark)
        here = ((line.x[1] - edges[0]) / (edges[1] - edges[0]), line.y[1] / max(1.0, top))
        if any(abs(x - here[0]) < _NEAR and abs(y - here[1]) < _NEAR for x, y in written):
            line.text = None  # it would overlap another number; the tooltip still shows it
        written.append(here)
        figure.add_trace(line, row=row, col=1)


def _line(told: Any, edges: tuple[pd.Timestamp, pd.Timestamp], dark: bool) -> go.Scatter:
    """One toll over its days, with an arrow where these extend beyond the axis or have no end."""
    left, right = edges
    last = right if pd.isna(told.date_end) else told.date_end + pd.Timedelta(days=1)
    ends = (
        "arrow-left" if told.date_start < left else "line-ns-open",
        "arrow-right" if last > right else "line-ns-open",
    )
    if pd.isna(told.date_end):
        ends = ends[0], "arrow-right"
    first, last = max(told.date_start, left), min(last, right)
    colour = _colours(dark)[told.word]
    return go.Scatter(
        x=[first, first + (last - first) / 2, last],
        y=[0 if pd.isna(told.number) else float(told.number)] * 3,
        mode="lines+markers+text",
        text=["", escape.label(timeline.short(told.short, _LONGEST)), ""],
        textposition="top center",
        textfont={"size": 11, "color": timeline.ink(dark)},
        line={"width": 2, "color": colour, "dash": "dot"},
        marker={
            "symbol": [ends[0], "circle", ends[1]],
            "size": [9, 9, 9],
            "opacity": [1, 0, 1],
            "color": colour,
            "line": {"width": 2, "color": colour},
        },
        customdata=[told.event_id] * 3,
        hovertext=escape.label(told.hover),
        hovertemplate="%{hovertext}<extra></extra>",
        showlegend=False,
        cliponaxis=False,
    )


def _marks(figure: go.Figure, exact: pd.DataFrame, dark: bool, row: int) -> None:
    """Draw a mark for each report of a known day, with the range that it gives."""
    for word, some in exact.groupby("word", sort=False):
        height = some["number"].fillna(0).astype(float)
        figure.add_scatter(
            x=some["as_of"] + pd.Timedelta(hours=12),
            y=height,
            mode="markers",
            marker={
                "symbol": [_SHAPES[bound] for bound in some["bound"]],
                "size": 10,
                "color": _colours(dark)[str(word)],
                "opacity": 1,
                "line": {"width": 2, "color": _colours(dark)[str(word)]},
            },
            error_y={
                "type": "data",
                "symmetric": False,
                "array": (some["high"].astype("Float64") - height).clip(lower=0).fillna(0),
                "arrayminus": (height - some["low"].astype("Float64")).clip(lower=0).fillna(0),
                "thickness": 1.5,
                "width": 4,
            },
            customdata=some["event_id"],
            hovertext=[escape.label(words) for words in some["hover"]],
            hovertemplate="%{hovertext}<extra></extra>",
            showlegend=False,
            cliponaxis=False,
            row=row,
            col=1,
        )


def _titled(panel: str, rooted: bool, narrow: bool) -> list[str]:
    """The title of a panel, in lines."""
    words = f"{panel}{say('tolls_chart.rooted') if rooted else ''}"
    return textwrap.wrap(words, _TITLE) if narrow else [words]


def _title(figure: go.Figure, lines: list[str], dark: bool, row: int) -> None:
    figure.add_annotation(
        text="<br>".join(f"<b>{escape.label(line)}</b>" for line in lines),
        align="left",
        x=0,
        y=1,
        yshift=8,
        xref="x domain" if row == 1 else f"x{row} domain",
        yref="y domain" if row == 1 else f"y{row} domain",
        xanchor="left",
        yanchor="bottom",
        showarrow=False,
        font={"size": 13, "color": timeline.ink(dark)},
    )


def _numbers(figure: go.Figure, some: pd.DataFrame, rooted: bool, dark: bool, row: int) -> None:
    """Set the axis of whole numbers, at their heights on the scale."""
    told = bool(some["number"].notna().any())  # otherwise the axis has words only, and no numbers
    top = max(1.0, float(some[["number", "high"]].max().max() or 0)) if told else 1.0
    high = float(np.sqrt(top) if rooted else top)
    ticks: dict[str, object] = {"dtick": 1} if top < _FEW else {"nticks": 4}
    if rooted:
        round_numbers = [n * 10**e for e in range(7) for n in (1, 5)]
        at: list[int] = []
        for number in reversed([n for n in round_numbers if n <= top]):
            if not at or np.sqrt(at[-1]) - np.sqrt(number) > _APART * high:
                at.append(number)
        ticks = {"tickvals": list(np.sqrt(at)), "ticktext": [f"{n:,}" for n in at]}
    figure.update_yaxes(
        range=[-0.06 * high, 1.22 * high],
        zeroline=True,
        tickformat=",d",
        showticklabels=told,
        automargin=True,
        tickfont_color=timeline.ink(dark),
        row=row,
        col=1,
        **ticks,
    )


def _legend(figure: go.Figure, rows: pd.DataFrame, dark: bool) -> None:
    """Draw one entry for each kind of source that occurs."""
    names = words_of("tellers")
    for word in ("own", "other", "third", ""):
        if (rows["word"] == word).any():
            figure.add_scatter(
                x=[None],
                y=[None],
                mode="markers",
                marker={"symbol": "circle", "size": 10, "color": _colours(dark)[word]},
                name=names[word or "unknown"],
                row=1,
                col=1,
            )


def _colours(dark: bool) -> dict[str, str]:
    return _DARK if dark else _LIGHT


def _is_wide(some: pd.DataFrame) -> bool:
    told = some.loc[some["number"] > 0, "number"]
    return bool(len(told)) and float(told.max()) > _WIDE * float(told.min())


def _height(numbers: pd.Series, rooted: bool) -> pd.Series:
    heights = numbers.astype("Float64")
    return heights**0.5 if rooted else heights
