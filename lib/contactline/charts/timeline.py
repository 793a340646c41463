"""Events or incidents over time, as a figure. Nothing is drawn more exactly than it is known.

Colours: blue for cooperation, orange for conflict; light for verbal acts, dark for material ones. Measured for
colour-blind readers (Machado's simulation): the four differ by at least 28 (CIE 1976) in each theme; a thin edge
gives the light tones their contrast.

A figure is made as one dictionary and passed to plotly at once: adding traces one by one takes five times as long.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from itertools import pairwise
from math import sqrt
from typing import Any

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from contactline.charts import bins
from contactline.charts.bins import Bin
from contactline.views import labels
from contactline.views.words import say, words_of

_LIGHT = dict(zip(labels.QUADS, ("#6BAED6", "#08519C", "#FDAE6B", "#C2410C"), strict=True))
_DARK = dict(zip(labels.QUADS, ("#A6D1EC", "#3D84C6", "#FFCB9A", "#E2622B"), strict=True))
GREY = "#7f8b99"
"""The colour of everything without a class: spans, bars of the strip, actors and places."""

LEFT, WIDE_LEFT = 84, 138
"""Left edges without and with lanes, in pixels; the strip has the same, so that dates line up."""

UNDATED = "none"
"""Stands for rows without a date in the customdata of their bar."""

_MOST_SPANS = 300
_PALE = 0.4
_GAP = 16  # pixels between the parts of the figure
_TOP = 48  # pixels for the legend and the title
_VAGUE = words_of("vague")
"""The rows for dates that are less exact than a day, with their labels."""

_READABLE = 0.025  # least share of the axis that a span needs for its number
_FEW = 5  # if the highest bar is lower, every whole number has a tick


def colours(dark: bool) -> dict[str, str]:
    """The colour of each class of events."""
    return _DARK if dark else _LIGHT


def ink(dark: bool) -> str:
    """The colour of numbers and names on a figure, readable on the page's background."""
    return "#c3ccd7" if dark else "#4a5361"


def edge(dark: bool) -> str:
    """The thin line around every bar and square."""
    return "rgba(255,255,255,.35)" if dark else "rgba(0,0,0,.35)"


def rgb(colour: str) -> tuple[int, int, int]:
    """A colour ("#6BAED6") in the form of deck.gl: red, green and blue from 0 to 255."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def short(words: str, most: int) -> str:
    """Words cut to at most ``most`` characters, the last of them an ellipsis if something was cut off."""
    return words if len(words) <= most else words[: most - 1] + "\N{HORIZONTAL ELLIPSIS}"


def note(words: str, dark: bool) -> dict[str, Any]:
    """A plotly annotation with words above the upper left corner of a figure."""
    return {
        "text": words,
        "x": 0,
        "y": 1,
        "xref": "paper",
        "yref": "paper",
        "xanchor": "left",
        "yanchor": "bottom",
        "showarrow": False,
        "font": {"size": 12, "color": ink(dark)},
    }


def focus(
    rows: pd.DataFrame,
    start: date,
    end: date,
    dark: bool,
    lanes: Mapping[str, str] | None = None,
    unit: str = "events",
    top: int = 0,
) -> go.Figure:
    """Rows over time in the four classes, background paler; below, lanes of types, spans of vague dates, and
    undated rows.

    ``rows``: one for each event or incident (``unit``, one of ``query.UNITS``), with columns date_start, date_end
    (datetime64), date_precision, date_basis, quad, type and status (str). Rows dated only by the day of their
    report are hatched. ``lanes``: types with their labels, drawn if they occur (None: no lanes). A row is drawn in
    the bin of its day; if its day is not known, it is drawn as a span and never on a day. ``top``: the axis of the
    bars reaches at least this number, so that figures can be compared. customdata: first day, last day, class or
    type (for a span its precision, for the last bar ``UNDATED``), the days in words, the number.
    """
    width = bins.fitting(start, end)
    exact, vague, undated = _parts(rows, start, end)
    begin = bins.edges(exact["date_start"].to_numpy("datetime64[D]"), width)[0]
    spans = tally(*(vague[name] for name in ("date_precision", "date_start", "date_end")))
    kinds = [kind for kind in _VAGUE if any(kind == row[0] for row in spans)]
    present, left = set(exact["type"].unique()), LEFT if lanes is None else WIDE_LEFT
    lanes = {name: words for name, words in (lanes or {}).items() if name in present}
    axis = bins.axis(start, end, width)
    parts = [(240, _bars(exact, begin, width, dark, top))]
    if lanes:
        parts.append((21 * len(lanes), _lanes(exact, begin, width, lanes, dark)))
    if kinds or undated:
        height = 22 * (len(kinds) + bool(undated))
        parts.append((height, _spans(spans, kinds, axis, undated, dark)))
    title = words_of("bars_per")[width.name].format(unit=words_of("units")[unit].capitalize())
    return _figure(parts, axis, title, left, dark)


_Part = tuple[list[dict[str, Any]], dict[str, Any]]
"""The traces of one part of the figure, and its vertical axis."""


def tally(*columns: Any) -> list[tuple[Any, ...]]:
    """Each combination of values that occurs, in order, followed by its number; faster than pandas on small
    frames.

    ``columns``: arrays of the same length, or categorical columns.
    """
    if not len(columns[0]):
        return []
    coded = [_coded(column) for column in columns]
    sizes = tuple(len(values) for _, values in coded)
    keys, numbers = np.unique(np.ravel_multi_index([codes for codes, _ in coded], sizes), return_counts=True)
    found = [values[at] for (_, values), at in zip(coded, np.unravel_index(keys, sizes), strict=True)]
    return list(zip(*found, numbers.tolist(), strict=True))


def _coded(column: Any) -> tuple[Any, Any]:
    """The values of a column as numbers of the different values, which are in order."""
    if isinstance(column, pd.Series) and isinstance(column.dtype, pd.CategoricalDtype):
        return column.cat.codes.to_numpy(np.int64), column.cat.categories
    return pd.factorize(np.asarray(column), sort=True)


def _parts(rows: pd.DataFrame, start: date, end: date) -> tuple[pd.DataFrame, pd.DataFrame, int]:
    """The rows that may be within the days, those of a known day and those of a vaguer date, and the number
    without date.
    """
    first, last = rows["date_start"].to_numpy("datetime64[D]"), rows["date_end"].to_numpy("datetime64[D]")
    inside = (first <= np.datetime64(end)) & (last >= np.datetime64(start))
    day = (rows["date_precision"] == "day").to_numpy()
    return rows[inside & day], rows[inside & ~day], int(np.isnat(first).sum())


def _figure(
    parts: list[tuple[int, _Part]], axis: tuple[date, date], title: str, left: int, dark: bool
) -> go.Figure:
    """Parts of a figure below each other over one time axis, each with its height in pixels."""
    height = sum(pixels for pixels, _ in parts) + _GAP * (len(parts) - 1)
    data: list[dict[str, Any]] = []
    layout: dict[str, Any] = {
        "xaxis": {
            **bins.day_axis(*axis, ink(dark)),
            "anchor": "y" if len(parts) == 1 else f"y{len(parts)}",
        },
        "height": height + _TOP + 52,
        "margin": {"t": _TOP, "l": left, "r": 12, "b": 0},
        "barmode": "stack",
        "bargap": 0,
        "dragmode": False,  # with box selection on, Streamlit would not report clicks
        "hovermode": "closest",
        "legend": {
            "orientation": "h",
            "y": 1 + 22 / height,
            "yanchor": "bottom",
            "x": 0,
            "traceorder": "normal",
            "font": {"color": ink(dark)},
        },
        "annotations": [note(title, dark)],
    }
    above = height
    for number, (pixels, (traces, vertical)) in enumerate(parts, 1):
        name = "" if number == 1 else str(number)
        layout[f"yaxis{name}"] = {
            **vertical,
            "domain": [max(0, (above - pixels) / height), above / height],
            "automargin": False,
            "fixedrange": True,
        }
        data += [{**trace, "yaxis": f"y{name}", "xaxis": "x"} for trace in traces]
        above -= pixels + _GAP
    return go.Figure({"data": data, "layout": layout})


def _bars(exact: pd.DataFrame, begin: Any, width: Bin, dark: bool, top: int) -> _Part:
    """A bar for each bin and class, divided into reported, dated by the report, and background.

    ``begin``: the first day of each row's bin. customdata has the number of the class in the bin, and for a part
    of it its kind.
    """
    history, reported = exact["status"] == "background", exact["date_basis"] == "article"
    marks = ("history", "reported", "told")
    mark_at = np.where(history, 0, np.where(reported, 1, 2))
    counts = [(*row, marks[mark], n) for *row, mark, n in tally(begin, exact["quad"], mark_at)]
    whole: Counter[tuple[Any, str]] = Counter()
    notes: dict[tuple[Any, str], str] = {}
    for first, quad, mark, n in counts:
        whole[first, quad] += n
        notes[first, quad] = notes.get((first, quad), "") + _note(mark, n)
    traces: list[dict[str, Any]] = []
    for quad in labels.QUADS:
        for mark in ("told", "reported", "history"):
            some = [(first, n) for first, of, how, n in counts if (of, how) == (quad, mark)]
            if not some:
                continue
            days = [first for first, _ in some]
            traces.append(
                {
                    "type": "bar",
                    **_across(days, width),
                    "y": [n for _, n in some],
                    "name": quad[:1].upper() + quad[1:],
                    "legendgroup": quad,
                    "showlegend": not any(trace["legendgroup"] == quad for trace in traces),
                    "opacity": _PALE if mark == "history" else 1,
                    "marker": {
                        "color": colours(dark)[quad],
                        "line": {"width": 0.6, "color": edge(dark)},
                        "pattern": {"shape": "/" if mark == "reported" else "", "solidity": 0.25},
                    },
                    "customdata": [
                        [*_click(first, width, quad, whole[first, quad]), notes[first, quad]] for first in days
                    ],
                    "hovertemplate": "%{customdata[3]}<br><b>%{customdata[4]}</b> "
                    + quad
                    + "%{customdata[5]}<extra></extra>",
                }
            )
    highest: Counter[Any] = Counter()
    for first, *_, n in counts:
        highest[first] += n
    return traces, _numbers(max(highest.values(), default=0), top, dark)


def _numbers(highest: int, top: int, dark: bool) -> dict[str, Any]:
    """A vertical axis of whole numbers from 0."""
    # there are no half events, so ticks are whole numbers
    ticks = {"dtick": 1} if max(highest, top) < _FEW else {"nticks": 5}
    reach = {"range": [0, 1.05 * max(highest, top, 1)]} if top or not highest else {"rangemode": "tozero"}
    return {"tickformat": ",d", "tickfont": {"color": ink(dark)}, **ticks, **reach}


def _note(mark: str, number: int) -> str:
    """Which part of a bar is background or dated only by the report."""
    if mark == "reported":
        return say("timeline_charts.reported", number=f"{number:,}")
    return say("timeline_charts.history", number=f"{number:,}") if mark == "history" else ""


def _lanes(exact: pd.DataFrame, begin: Any, width: Bin, lanes: Mapping[str, str], dark: bool) -> _Part:
    """A row for each type with a square for each bin (``begin``: as for ``_bars``) whose area is the number."""
    counts = tally(begin, exact["type"], exact["quad"])
    counts = [row for row in counts if row[1] in lanes]
    most = max((n for *_, n in counts), default=1)
    names = list(lanes.values())
    squares = {
        "type": "scatter",
        "mode": "markers",
        "x": _across([first for first, *_ in counts], width)["x"],
        "y": [lanes[kind] for _, kind, *_ in counts],
        "showlegend": False,
        "customdata": [_click(first, width, kind, n) for first, kind, _, n in counts],
        "marker": {
            "symbol": "square",
            "size": [5 + 12 * sqrt(n / most) for *_, n in counts],
            "color": [colours(dark)[quad] for _, _, quad, _ in counts],
            "opacity": 1,
            "line": {"width": 0.6, "color": edge(dark)},
        },
        "hovertemplate": "%{customdata[3]}<br>%{y}: <b>%{customdata[4]}</b><extra></extra>",
    }
    return [squares], _names(names, dark, grid=True) | {"range": [-0.6, len(names) - 0.4]}


def _spans(
    spans: list[tuple[Any, ...]], kinds: list[str], axis: tuple[date, date], undated: int, dark: bool
) -> _Part:
    """Spans with their numbers, one row for each kind of vague date; if there are too many spans, the most
    frequent.

    ``spans``: precision, first day, last day, number. The last row is a bar along the whole axis for the
    ``undated`` rows, which may be of any day.
    """
    names, traces = [], []
    for kind in kinds:
        some = [row[1:] for row in spans if row[0] == kind]
        name = _VAGUE[kind]
        if len(some) > _MOST_SPANS:
            name = say("timeline_charts.most_frequent", name=name, shown=_MOST_SPANS, number=f"{len(some):,}")
            some = sorted(some, key=lambda row: -row[2])[:_MOST_SPANS]
        names.append(name)
        days = [(pd.Timestamp(a).date(), pd.Timestamp(b).date(), n) for a, b, n in some]
        traces += [_span_bars(kind, days, name, dark), *_span_numbers(days, name, axis, dark)]
    if undated:
        names.append(say("timeline_charts.undated"))
        traces.append(_undated_bar(undated, names[-1], axis, dark))
    return traces, _names(names, dark, grid=False)


def _span_bars(kind: str, spans: list[tuple[date, date, int]], name: str, dark: bool) -> dict[str, Any]:
    """The spans of one kind; the more often a span occurs, the darker it is."""
    most = max((n for *_, n in spans), default=1)
    return {
        "type": "bar",
        "orientation": "h",
        "base": [first.isoformat() for first, *_ in spans],
        "x": [((last - first).days + 1) * bins.DAY for first, last, _ in spans],
        "y": [name] * len(spans),
        "width": 0.74,
        "showlegend": False,
        "marker": {
            "color": GREY,
            "opacity": [0.25 + 0.5 * n / most for *_, n in spans],
            "line": {"width": 1, "color": edge(dark)},
        },
        "customdata": [
            [first.isoformat(), last.isoformat(), kind, labels.when(first, last, kind), f"{n:,}"]
            for first, last, n in spans
        ],
        "hovertemplate": "%{customdata[3]}: <b>%{customdata[4]}</b><extra></extra>",
    }


def _undated_bar(number: int, name: str, axis: tuple[date, date], dark: bool) -> dict[str, Any]:
    """A hatched bar along the whole axis with its number; a click on it selects what has no date."""
    first, stop = axis
    days = [first.isoformat(), (stop - timedelta(days=1)).isoformat()]
    told = say("timeline_charts.undated_hover", number=f"{number:,}")
    return {
        "type": "bar",
        "orientation": "h",
        "base": [days[0]],
        "x": [(stop - first).days * bins.DAY],
        "y": [name],
        "width": 0.74,
        "showlegend": False,
        "marker": {
            "color": "rgba(127,139,153,.12)",
            "line": {"width": 1, "color": edge(dark)},
        },
        "text": [f"{number:,}"],
        "textposition": "inside",
        "insidetextanchor": "middle",
        "textangle": 0,
        "constraintext": "none",  # the bar is too flat for what plotly would make of it
        "textfont": {"size": 11, "color": ink(dark)},
        "customdata": [[*days, UNDATED, told, f"{number:,}"]],
        "hovertemplate": "%{customdata[3]}<extra></extra>",
    }


def _span_numbers(
    spans: list[tuple[date, date, int]], name: str, axis: tuple[date, date], dark: bool
) -> list[dict[str, Any]]:
    """The numbers of spans that are wide enough, in the middle of the visible part of each; none where spans
    overlap.
    """
    day = timedelta(days=1)
    seen = sorted((max(first, axis[0]), min(last + day, axis[1]), n) for first, last, n in spans)
    apart = all(before[1] <= after[0] for before, after in pairwise(seen))
    least = _READABLE * (axis[1] - axis[0])
    wide = [row for row in seen if row[1] - row[0] >= least]
    if not apart or not wide:
        return []
    return [
        {
            "type": "scatter",
            "mode": "text",
            "x": [_middle(first, stop) for first, stop, _ in wide],
            "y": [name] * len(wide),
            "text": [f"{n:,}" for *_, n in wide],
            "textfont": {"size": 11, "color": ink(dark)},
            "hoverinfo": "skip",
            "showlegend": False,
        }
    ]


def _names(names: list[str], dark: bool, grid: bool) -> dict[str, Any]:
    """A vertical axis of names, the first on top."""
    return {
        "type": "category",
        "categoryorder": "array",
        "categoryarray": names[::-1],
        "showgrid": grid,
        "tickfont": {"size": 11, "color": ink(dark)},
    }


def _across(firsts: list[Any], width: Bin) -> dict[str, Any]:
    """The position of bars on the time axis: the middle of their bins, and nearly their width."""
    days = [_bin(first, width) for first in firsts]
    return {
        "x": [_middle(first, stop) for first, stop in days],
        "width": [(stop - first).days * bins.DAY * 0.94 for first, stop in days],
    }


def _bin(first: Any, width: Bin) -> tuple[date, date]:
    """The first day of a bin and the first day after it."""
    begin, last = bins.bin_of(pd.Timestamp(first).date(), width)
    return begin, last + timedelta(days=1)


def _middle(first: date, stop: date) -> str:
    """The moment in the middle of a bin, as text that plotly reads."""
    begin = datetime.combine(first, datetime.min.time())
    return (begin + (stop - first) / 2).isoformat(" ")


def _click(first: Any, width: Bin, what: str, number: int) -> list[str]:
    """The customdata of a bar or square: first day, last day, class or type, the days in words, the number."""
    begin, stop = _bin(first, width)
    last = stop - timedelta(days=1)
    return [begin.isoformat(), last.isoformat(), what, bins.words(begin, last, width), f"{number:,}"]
