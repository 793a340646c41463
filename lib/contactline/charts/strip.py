"""All years in one strip to drag over: bars with square-root height, so that quiet times stay visible."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from contactline.charts import bins, timeline
from contactline.charts.bins import Bin
from contactline.views.words import say

_MOST_THIN_BARS = 480
_CHOSEN = "#0f5c8c"
_STEPS = (1, 5, 20, 50, 100, 250, 500, 1000, 2500, 5000, 10000, 50000)


def width(span: tuple[date, date]) -> Bin:
    """The bins of a strip over these days; a drag snaps to them."""
    return bins.fitting(*span, most=_MOST_THIN_BARS)


def strip(
    days: pd.Series,
    span: tuple[date, date],
    window: tuple[date, date] | None,
    dark: bool,
    left: int = timeline.WIDE_LEFT,
) -> go.Figure:
    """Days in bars along ``span``.

    ``days``: of each event or incident known to the day (datetime64). ``window``: the chosen days, shaded.
    ``left``: the left edge in pixels.
    """
    bin_ = width(span)
    first, stop = bins.axis(*span, bin_)
    values = days.to_numpy("datetime64[D]")
    inside = values[(values >= np.datetime64(first)) & (values < np.datetime64(stop))]
    begin, numbers = np.unique(bins.edges(inside, bin_)[0], return_counts=True)
    ends = bins.edges(begin, bin_)[1]
    dates = [(a, b - timedelta(days=1)) for a, b in zip(begin.tolist(), ends.tolist(), strict=True)]
    top = int(numbers.max()) if len(numbers) else 1
    ticks = [step for step in _STEPS if step <= top][-3:]
    shade = {"type": "rect", "xref": "x", "yref": "paper", "y0": 0, "y1": 1}
    shade |= {"fillcolor": _CHOSEN, "opacity": 0.2, "line": {"color": _CHOSEN, "width": 1}}
    bars = {
        "type": "bar",
        "x": np.datetime_as_string(
            begin.astype("datetime64[m]") + (ends - begin).astype("timedelta64[m]") // 2
        ).tolist(),
        "y": np.sqrt(numbers).tolist(),
        "width": ((ends - begin).astype(int) * bins.DAY * 0.94).tolist(),
        "marker": {"color": timeline.GREY, "line": {"width": 0}},
        "customdata": [
            [f"{n:,}", bins.words(*days_, bin_)] for n, days_ in zip(numbers.tolist(), dates, strict=True)
        ],
        "hovertemplate": "%{customdata[1]}: <b>%{customdata[0]}</b><extra></extra>",
    }
    layout = {
        "height": 116,
        "margin": {"t": 20, "l": left, "r": 12, "b": 0},
        "dragmode": "select",
        "selectdirection": "h",
        "showlegend": False,
        "bargap": 0,
        "xaxis": bins.day_axis(first, stop, timeline.ink(dark), low=True),
        "yaxis": {
            "tickvals": np.sqrt(ticks).tolist(),
            "ticktext": [f"{t:,}" for t in ticks],
            "tickfont": {"color": timeline.ink(dark)},
            "automargin": False,
            "fixedrange": True,
        },
        "annotations": [timeline.note(say("timeline_charts.drag"), dark)],
        "shapes": [{**shade, "x0": window[0].isoformat(), "x1": (window[1] + timedelta(days=1)).isoformat()}]
        if window
        else [],
    }
    return go.Figure({"data": [bars], "layout": layout})
