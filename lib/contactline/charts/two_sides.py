"""Two sets of numbers compared: over time, and as pairs of bars.

The two colours differ from those of the classes of events, and for colour-blind readers also in lightness.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from contactline.charts import bins
from contactline.charts.rankings import named_rows
from contactline.charts.timeline import edge, ink
from contactline.views import escape, labels
from contactline.views.words import say

_MOST = 45  # most pairs of bars that can be distinguished and clicked
_WIDTHS = (1, 7, 30, 90, 365)  # widths of bars in days, where days are counted from the first of each period
_NAMES = ("a", "b")
_PLACES = {"a": 0.31, "b": 0.69}  # the middle of each side's bar, as a share of the bin that both belong to
_WIDE = 0.38


@dataclass(frozen=True, slots=True)
class Course:
    """What is drawn of a side.

    Its name, the exact days of what is counted (datetime64), the days that it is about, and the number of articles
    by which its numbers are divided (1 for plain counts).
    """

    name: str
    days: pd.Series
    window: tuple[date, date]
    articles: int = 1


def colours(dark: bool) -> tuple[str, str]:
    """The colour of the first and of the second side."""
    return ("#2dd4bf", "#b794f4") if dark else ("#0f766e", "#7c3aed")


def course(sides: tuple[Course, Course], aligned: bool, dark: bool) -> go.Figure:
    """Both sides over time in one chart, a pair of bars for each day, week or longer.

    ``aligned``: both begin on the left, whatever their days; otherwise they share the days that either is about.
    customdata: "a" or "b", "days", "first/last" of the bar's days.
    """
    if aligned:
        length = max((one.window[1] - one.window[0]).days + 1 for one in sides)
        step = next((days for days in _WIDTHS if length / days <= _MOST), _WIDTHS[-1])
        bars = [_aligned(one, step) for one in sides]
        title = say("compare.axis_days") if step == 1 else say("compare.axis_more", days=step)
        axis: dict[str, Any] = {"title": {"text": title, "font": {"size": 12}}, "rangemode": "tozero"}
        axis |= {"range": [-0.5, -(-length // step) - 0.5], "tickformat": "d"}
        if step > 1:
            ticks = range(0, -(-length // step), max(1, -(-length // step) // 8))
            axis |= {"tickvals": list(ticks), "ticktext": [str(n * step + 1) for n in ticks]}
        else:
            ticks = range(0, length, max(1, length // 8))
            axis |= {"tickvals": list(ticks), "ticktext": [str(n + 1) for n in ticks]}
    else:
        first, last = min(one.window[0] for one in sides), max(one.window[1] for one in sides)
        width = bins.fitting(first, last, _MOST)
        bars = [_on_days(one, width) for one in sides]
        axis = bins.day_axis(*bins.axis(first, last, width), ink(dark))
    # bars side by side within a bin; plotly's own groups would be as wide as the gaps between them
    drawn = [
        _bars(name, one, rows, colour, dark)
        for name, one, rows, colour in zip(_NAMES, sides, bars, colours(dark), strict=True)
    ]
    whole = all(one.articles == 1 for one in sides)
    most = max((max(trace["y"], default=0) for trace in drawn), default=0)
    layout = {
        "height": 300,
        "margin": {"t": 8, "b": 0, "l": 8, "r": 8},
        "barmode": "group",
        "bargap": 0.25,
        "dragmode": False,
        "showlegend": False,
        "xaxis": {
            "showgrid": False,
            "fixedrange": True,
            "tickfont": {"color": ink(dark)},
            "automargin": True,
            **axis,
        },
        "yaxis": {
            "rangemode": "tozero",
            "fixedrange": True,
            "automargin": True,
            "tickfont": {"color": ink(dark)},
            **({"dtick": 1} if whole and most < 5 else {}),
        },
    }
    return go.Figure({"data": drawn, "layout": layout})


def _aligned(one: Course, step: int) -> pd.DataFrame:
    """A row for each bar that is not empty: where it begins, its length, its first and last day, its number."""
    start, stop = (np.datetime64(day) for day in one.window)
    days = one.days.to_numpy("datetime64[D]")
    days = days[(days >= start) & (days <= stop)]
    x, number = np.unique((days - start).astype(int) // step, return_counts=True)
    first = [one.window[0] + timedelta(days=int(n) * step) for n in x]
    last = [min(day + timedelta(days=step - 1), one.window[1]) for day in first]
    return pd.DataFrame({"begins": x - 0.5, "length": 1.0, "first": first, "last": last, "number": number})


def _on_days(one: Course, width: bins.Bin) -> pd.DataFrame:
    """The same with real dates, in plotly's milliseconds."""
    start, stop = (np.datetime64(day) for day in one.window)
    days = one.days.to_numpy("datetime64[D]")
    found, number = np.unique(bins.edges(days[(days >= start) & (days <= stop)], width)[0], return_counts=True)
    spans = [bins.bin_of(day, width) for day in found.astype(object)]
    begins = found.astype("datetime64[ms]").astype(np.int64).astype(float)
    length = [((last - first).days + 1) * float(bins.DAY) for first, last in spans]
    first = [max(day, one.window[0]) for day, _ in spans]
    last = [min(day, one.window[1]) for _, day in spans]
    return pd.DataFrame({"begins": begins, "length": length, "first": first, "last": last, "number": number})


def _bars(name: str, one: Course, rows: pd.DataFrame, colour: str, dark: bool) -> dict[str, Any]:
    spans = list(zip(rows["first"], rows["last"], strict=True))
    return {
        "type": "bar",
        "x": [
            begins + _PLACES[name] * length for begins, length in zip(rows["begins"], rows["length"], strict=True)
        ],
        "width": [_WIDE * length for length in rows["length"]],
        "y": [_value(n, one.articles) for n in rows["number"]],
        "marker": {"color": colour, "line": {"width": 0.6, "color": edge(dark)}},
        "selected": {"marker": {"opacity": 1}},
        "unselected": {"marker": {"opacity": 1}},
        "customdata": [[name, "days", f"{first}/{last}"] for first, last in spans],
        "hovertext": [
            f"{escape.label(one.name)}<br>{labels.span(*span)}: <b>{_words(n, one.articles)}</b>"
            for span, n in zip(spans, rows["number"], strict=True)
        ],
        "hovertemplate": "%{hovertext}<extra></extra>",
    }


def pairs(
    what: str,
    keys: Sequence[str],
    words: Sequence[str],
    numbers: tuple[Sequence[int], Sequence[int]],
    articles: tuple[int, int],
    dark: bool,
) -> go.Figure:
    """Two horizontal bars for each of ``keys``, the first on top, each with its number.

    ``what``: one of ``compare.WHATS``. ``articles``: the numbers by which those of each side are divided (1 for
    plain counts). customdata: "a" or "b", ``what``, the key.
    """
    bars = [
        {
            "type": "bar",
            "orientation": "h",
            "y": list(range(len(keys))),
            "x": [_value(n, some) for n in side],
            "text": [_words(n, some) for n in side],
            "textposition": "outside",
            "textfont": {"color": ink(dark)},
            "cliponaxis": False,
            "marker": {"color": colour, "line": {"width": 0.6, "color": edge(dark)}},
            "selected": {"marker": {"opacity": 1}},
            "unselected": {"marker": {"opacity": 1}},
            "customdata": [[name, what, key] for key in keys],
            "hovertext": [escape.label(word) for word in words],
            "hovertemplate": "%{hovertext}: <b>%{text}</b><extra></extra>",
        }
        for name, side, some, colour in zip(_NAMES, numbers, articles, colours(dark), strict=True)
    ]
    layout = {
        "height": 42 * len(keys) + 12,
        "margin": {"t": 4, "b": 0, "l": 8, "r": 44},
        "barmode": "group",
        "bargap": 0.3,
        "dragmode": False,
        "showlegend": False,
        "xaxis": {"visible": False, "rangemode": "tozero", "fixedrange": True},
        "yaxis": named_rows(words, dark, letters=24),
    }
    return go.Figure({"data": bars, "layout": layout})


def _value(number: int, articles: int) -> float:
    return int(number) if articles == 1 else round(number / articles, 4) if articles else 0.0


def _words(number: int, articles: int) -> str:
    return f"{number:,}" if articles == 1 else f"{_value(number, articles):.2f}"
