"""Figures over time and rankings, from frames of events. Nothing is drawn more exactly than it is known.

Colours: hue tells cooperation (blue) from conflict (orange), tone words (light) from deeds (dark). Measured for
colour-blind readers (Machado's simulation): the four differ by at least 28 (CIE 1976) in each theme; a thin edge
gives the light tones their contrast.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
import pandas as pd
import plotly.graph_objects as go
from plotly.subplots import make_subplots

from contactline.views import escape, labels
from contactline.views.words import say, words_of

_LIGHT = dict(zip(labels.QUADS, ("#6BAED6", "#08519C", "#FDAE6B", "#C2410C"), strict=True))
_DARK = dict(zip(labels.QUADS, ("#A6D1EC", "#3D84C6", "#FFCB9A", "#E2622B"), strict=True))
_GREY = "#7f8b99"
_MARGIN = {"r": 12, "b": 0}
# Left edges without and with lanes, in pixels; the strip has that of the lanes, so that dates line up.
_LEFT, _WIDE_LEFT = 78, 138
_MOST_BARS = 130  # that can be told apart and clicked
_MOST_THIN_BARS = 480
_MOST_SPANS = 300
_DAY = 86_400_000  # milliseconds, plotly's unit of time
_PALE = 0.4
_VAGUE = words_of("vague")
"""Rows for dates that are known less exactly than to the day, and what they are called."""

_READABLE = 0.025  # share of the axis from which a span is wide enough for its number
_TICKS = [
    {"dtickrange": [None, "M1"], "value": "%-d %b\n%Y"},
    {"dtickrange": ["M1", "M12"], "value": "%b %Y"},
    {"dtickrange": ["M12", None], "value": "%Y"},
]
_FEW_DAYS = 7  # so many get a tick each; plotly would put hours between them
_MONTHS_NAMED = 400  # days from which plotly's ticks are months or more


@dataclass(frozen=True, slots=True)
class Bin:
    """A width of bars: its name, its numpy unit (weeks begin on Mondays) and its days."""

    name: str
    unit: str
    days: float


BINS = (
    Bin("day", "D", 1),
    Bin("week", "W", 7),
    Bin("month", "M", 30.4),
    Bin("quarter", "3M", 91.3),
    Bin("year", "Y", 365.2),
    Bin("decade", "10Y", 3652.4),
)
_MONDAY = np.timedelta64(4, "D")  # numpy's weeks begin on Thursdays, as 1 January 1970 was one


def colours(dark: bool) -> dict[str, str]:
    """The colour of each class of events."""
    return _DARK if dark else _LIGHT


def ink(dark: bool) -> str:
    """The colour of numbers and names on a figure, readable on the page's ground."""
    return "#c3ccd7" if dark else "#4a5361"


def edge(dark: bool) -> str:
    """The thin line around every bar and square."""
    return "rgba(255,255,255,.35)" if dark else "rgba(0,0,0,.35)"


def fitting(start: date, end: date, most: int = _MOST_BARS) -> Bin:
    """The narrowest bins that make at most ``most`` bars (decades, where even these make more)."""
    days = (end - start).days + 1
    return next((b for b in BINS if days / b.days <= most), BINS[-1])


def binned(days: pd.Series, width: Bin) -> tuple[pd.Series, pd.Series]:
    """The first day of each day's bin, and the first day after it."""
    values = days.to_numpy("datetime64[D]")
    if width.unit == "W":
        first = (values - _MONDAY).astype("datetime64[W]").astype("datetime64[D]") + _MONDAY
        stop = first + np.timedelta64(7, "D")
    elif width.unit == "D":
        first, stop = values, values + np.timedelta64(1, "D")
    else:
        number, unit = int(width.unit[:-1] or 1), width.unit[-1]
        whole = values.astype(f"datetime64[{unit}]").astype(np.int64)
        whole -= whole % number
        first = whole.astype(f"datetime64[{unit}]").astype("datetime64[D]")
        stop = (whole + number).astype(f"datetime64[{unit}]").astype("datetime64[D]")
    as_series = (pd.Series(v.astype("datetime64[ms]"), days.index) for v in (first, stop))
    return next(as_series), next(as_series)


def strip(
    events: pd.DataFrame, span: tuple[date, date], window: tuple[date, date] | None, dark: bool
) -> go.Figure:
    """All years in one strip: bars with square-root height, so that quiet times stay visible next to the peak.

    ``span``: first and last day of the strip; ``window``: the chosen days, shaded.
    """
    exact = events[events["date_precision"] == "day"]
    width = fitting(*span, most=_MOST_THIN_BARS)
    first, stop = binned(exact["date_start"], width)
    counts = pd.DataFrame({"first": first, "stop": stop}).value_counts().rename("n").reset_index()
    figure = go.Figure(
        go.Bar(
            x=_middle(counts["first"], counts["stop"]),
            y=np.sqrt(counts["n"]),
            width=_milliseconds(counts["first"], counts["stop"]) * 0.94,
            marker={"color": _GREY, "line": {"width": 0}},
            customdata=np.stack(
                [counts["n"].astype(str), _bin_words(counts["first"], counts["stop"], width)], axis=-1
            ),
            hovertemplate="%{customdata[1]}: <b>%{customdata[0]}</b><extra></extra>",
        )
    )
    top = int(counts["n"].max()) if len(counts) else 1
    ticks = [t for t in (1, 5, 20, 50, 100, 250, 500, 1000, 2500, 5000, 10000, 50000) if t <= top][-3:]
    figure.update_yaxes(
        tickvals=np.sqrt(ticks), ticktext=[f"{t:,}" for t in ticks], tickfont_color=ink(dark), automargin=False
    )
    if window:
        figure.add_vrect(
            x0=window[0].isoformat(),
            x1=_after(window[1]),
            fillcolor="#0f5c8c",
            opacity=0.2,
            line={"color": "#0f5c8c", "width": 1},
        )
    _days(figure, *_axis(*span), dark)
    figure.update_layout(
        height=114,
        margin={"t": 4, "l": _WIDE_LEFT, **_MARGIN},
        dragmode="select",
        selectdirection="h",
        showlegend=False,
        bargap=0,
    )
    return figure


def focus(
    events: pd.DataFrame, start: date, end: date, dark: bool, lanes: Mapping[str, str] | None = None
) -> go.Figure:
    """Events over time in the four classes, background paler; beneath, lanes of types and spans of vague dates.

    ``events``: date_start, date_end (datetime64), date_precision, date_basis, quad, type and status (str). What is
    dated only by the day of its report is hatched. ``lanes``: types
    with the label of each, drawn where they occur (None: no lanes). An event is drawn in the bin of its day; one
    whose day is not known is drawn as the span that it lies in, never on a day. customdata: first day, last day,
    class or type (of a span: its precision), the days in words, the number.
    """
    width = fitting(start, end)
    exact, vague = _dated(events, start, end, width)
    kinds = [kind for kind in _VAGUE if kind in set(vague["date_precision"].unique())]
    present = set(exact["type"].unique())
    lanes = {name: words for name, words in (lanes or {}).items() if name in present}
    heights = [240, 21 * len(lanes) if lanes else 0, 22 * len(kinds)]
    rows = [h for h in heights if h]
    figure = make_subplots(
        rows=len(rows),
        cols=1,
        shared_xaxes=True,
        row_heights=[h / sum(rows) for h in rows],
        vertical_spacing=16 / (sum(rows) + 16 * len(rows)),
    )
    axis = _axis(start, end)
    _bars(figure, exact, width, dark)
    if lanes:
        _lanes(figure, exact, width, lanes, dark, row=2)
    if kinds:
        _spans(figure, vague, kinds, axis, dark, row=len(rows))
    _days(figure, *axis, dark)
    _frame(
        figure, words_of("timeline_charts")[width.name], sum(rows), len(rows), _WIDE_LEFT if lanes else _LEFT, dark
    )
    return figure


def _dated(events: pd.DataFrame, start: date, end: date, width: Bin) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The events that may lie within the days: those of a known day, and those dated less exactly.

    The first have more columns: ``first`` and ``stop`` of their bin (datetime64), and ``mark`` (told,
    reported, history).
    """
    needed = events[["date_start", "date_end", "date_precision", "date_basis", "quad", "type", "status"]]
    inside = (needed["date_start"] <= pd.Timestamp(end)) & (needed["date_end"] >= pd.Timestamp(start))
    dated = needed[inside]
    exact = dated[dated["date_precision"] == "day"]
    first, stop = binned(exact["date_start"], width)
    marks = [exact["status"] == "background", exact["date_basis"] == "article"]
    exact = exact.assign(first=first, stop=stop, mark=np.select(marks, ["history", "reported"], "told"))
    return exact, dated[dated["date_precision"] != "day"]


def _frame(figure: go.Figure, title: str, height: int, rows: int, left: int, dark: bool) -> None:
    """Title, legend and margins of ``focus``; ``height``: pixels of its ``rows`` together."""
    figure.add_annotation(
        text=title,
        x=0,
        y=1,
        xref="paper",
        yref="paper",
        xanchor="left",
        yanchor="bottom",
        showarrow=False,
        font={"size": 12, "color": ink(dark)},
    )
    figure.update_layout(
        barmode="stack",
        bargap=0,
        height=height + 16 * rows + 60,
        margin={"t": 48, "l": left, **_MARGIN},
        dragmode="select",
        selectdirection="h",
        hovermode="closest",
        legend={
            "orientation": "h",
            "y": 1 + 22 / height,
            "yanchor": "bottom",
            "x": 0,
            "traceorder": "normal",
            "font_color": ink(dark),
        },
    )


def ranking(
    keys: Sequence[str], words: Sequence[str], counts: Sequence[int], fills: Sequence[str], dark: bool
) -> go.Figure:
    """Horizontal bars, the first on top, each with its number; customdata holds the key for clicks."""
    figure = go.Figure(
        go.Bar(
            orientation="h",
            y=list(range(len(keys))),
            x=list(counts),
            text=[f"{n:,}" for n in counts],
            textposition="outside",
            textfont={"color": ink(dark)},
            cliponaxis=False,
            marker={"color": list(fills), "line": {"width": 0.6, "color": edge(dark)}},
            customdata=list(keys),
            hovertext=[escape.label(word) for word in words],
            hovertemplate="%{hovertext}: <b>%{x}</b><extra></extra>",
        )
    )
    figure.update_yaxes(
        tickvals=list(range(len(keys))),
        ticktext=[escape.label(_short(word)) for word in words],
        autorange="reversed",
        automargin=True,
        showgrid=False,
        tickfont={"color": ink(dark)},
    )
    figure.update_xaxes(visible=False, rangemode="tozero")
    figure.update_layout(
        height=26 * len(keys) + 12, margin={"t": 4, "b": 0, "l": 8, "r": 40}, bargap=0.25, dragmode=False
    )
    return figure


_FEW = 5
"""Events of the highest bar below which every whole number has its tick."""


def _bars(figure: go.Figure, exact: pd.DataFrame, width: Bin, dark: bool) -> None:
    counts = exact.groupby(["first", "stop", "quad", "mark"]).size().rename("n").reset_index()
    for quad in labels.QUADS:
        names = {
            "told": quad,
            "reported": say("classes.reported", class_=quad),
            "history": say("classes.background", class_=quad),
        }
        for mark, name in names.items():
            some = counts[(counts["quad"] == quad) & (counts["mark"] == mark)]
            if mark != "told" and some.empty:
                continue
            figure.add_bar(
                x=_middle(some["first"], some["stop"]),
                y=some["n"],
                width=_milliseconds(some["first"], some["stop"]) * 0.94,
                name=name[:1].upper() + name[1:],
                legendgroup=quad,
                showlegend=mark == "told",
                opacity=_PALE if mark == "history" else 1,
                marker={
                    "color": colours(dark)[quad],
                    "line": {"width": 0.6, "color": edge(dark)},
                    "pattern": {"shape": "/" if mark == "reported" else "", "solidity": 0.25},
                },
                customdata=_click(some, [quad] * len(some), width),
                hovertemplate="%{customdata[3]}<br><b>%{y}</b> " + name + "<extra></extra>",
                row=1,
                col=1,
            )
    highest = counts.groupby("first")["n"].sum().max() if len(counts) else 0
    whole = {"dtick": 1} if highest < _FEW else {"nticks": 5}  # half an event is none
    figure.update_yaxes(
        rangemode="tozero", automargin=False, tickformat=",d", tickfont_color=ink(dark), row=1, col=1, **whole
    )


def _lanes(
    figure: go.Figure, exact: pd.DataFrame, width: Bin, lanes: Mapping[str, str], dark: bool, row: int
) -> None:
    counts = exact.groupby(["first", "stop", "type", "quad"]).size().rename("n").reset_index()
    counts = counts[counts["type"].isin(list(lanes))]
    top = counts["n"].max() if len(counts) else 1
    names = list(lanes.values())
    figure.add_scatter(
        x=_middle(counts["first"], counts["stop"]),
        y=counts["type"].map(dict(lanes)),
        mode="markers",
        showlegend=False,
        customdata=_click(counts, counts["type"], width),
        marker={
            "symbol": "square",
            "size": 5 + 12 * np.sqrt(counts["n"] / top),
            "color": counts["quad"].map(colours(dark)),
            "opacity": 1,
            "line": {"width": 0.6, "color": edge(dark)},
        },
        hovertemplate="%{customdata[3]}<br>%{y}: <b>%{customdata[4]}</b><extra></extra>",
        row=row,
        col=1,
    )
    figure.update_yaxes(
        type="category",
        categoryorder="array",
        categoryarray=names[::-1],
        range=[-0.6, len(names) - 0.4],
        showgrid=True,
        tickfont={"size": 11, "color": ink(dark)},
        automargin=False,
        row=row,
        col=1,
    )


def _spans(
    figure: go.Figure, vague: pd.DataFrame, kinds: Sequence[str], axis: tuple[date, date], dark: bool, row: int
) -> None:
    """Spans with their numbers, a row for each kind of vague date; of very many spans the most frequent."""
    names = []
    for kind in kinds:
        some = vague[vague["date_precision"] == kind]
        counts = some.groupby(["date_start", "date_end"]).size().rename("n").reset_index()
        name = _VAGUE[kind]
        if len(counts) > _MOST_SPANS:
            name = say("timeline_charts.most_frequent", name=name, shown=_MOST_SPANS, number=f"{len(counts):,}")
            counts = counts.sort_values("n", ascending=False, kind="stable").head(_MOST_SPANS)
        names.append(name)
        words = [labels.when(a, b, kind) for a, b in zip(counts["date_start"], counts["date_end"], strict=True)]
        stop = counts["date_end"] + pd.Timedelta(days=1)
        firsts, lasts = counts["date_start"].dt.strftime("%Y-%m-%d"), counts["date_end"].dt.strftime("%Y-%m-%d")
        figure.add_bar(
            orientation="h",
            base=firsts,
            x=_milliseconds(counts["date_start"], stop),
            y=[name] * len(counts),
            width=0.74,
            showlegend=False,
            marker={
                "color": _GREY,
                "opacity": 0.25 + 0.5 * counts["n"] / max(1, counts["n"].max()),
                "line": {"width": 1, "color": edge(dark)},
            },
            customdata=np.stack([firsts, lasts, [kind] * len(counts), words, counts["n"].astype(str)], axis=-1),
            hovertemplate="%{customdata[3]}: <b>%{customdata[4]}</b><extra></extra>",
            row=row,
            col=1,
        )
        _span_numbers(figure, counts, name, axis, dark, row)
    figure.update_yaxes(
        type="category",
        categoryorder="array",
        categoryarray=names[::-1],
        showgrid=False,
        tickfont={"size": 11, "color": ink(dark)},
        automargin=False,
        row=row,
        col=1,
    )


def _span_numbers(
    figure: go.Figure, counts: pd.DataFrame, name: str, axis: tuple[date, date], dark: bool, row: int
) -> None:
    """The numbers of spans wide enough, in the middle of what is seen of each; none where spans overlap."""
    left, right = (pd.Timestamp(day) for day in axis)
    first = counts["date_start"].where(counts["date_start"] > left, left)
    stop = counts["date_end"] + pd.Timedelta(days=1)
    stop = stop.where(stop < right, right)
    by_start = np.argsort(first.to_numpy(), kind="stable")
    apart = bool((first.to_numpy()[by_start][1:] >= stop.to_numpy()[by_start][:-1]).all())
    wide = (stop - first).dt.days >= _READABLE * (right - left).days
    if not apart or not wide.any():
        return
    figure.add_scatter(
        x=_middle(first[wide], stop[wide]),
        y=[name] * int(wide.sum()),
        text=[f"{n:,}" for n in counts["n"][wide]],
        mode="text",
        textfont={"size": 11, "color": ink(dark)},
        hoverinfo="skip",
        showlegend=False,
        row=row,
        col=1,
    )


def _axis(start: date, end: date) -> tuple[date, date]:
    """The first day of the axis of time and the day after its last: whole bins, so that no bar is cut."""
    firsts, stops = binned(pd.Series(pd.to_datetime([start, end])), fitting(start, end))
    return firsts.iloc[0].date(), stops.iloc[1].date()


def _days(figure: go.Figure, first: date, stop: date, dark: bool) -> None:
    """An axis of days from ``first`` up to ``stop``; labels stand amid the day, month or year they name."""
    length = (stop - first).days
    few = {}
    if length <= _FEW_DAYS:
        days = pd.date_range(first, periods=length)
        few = {"tickvals": days + pd.Timedelta(hours=12), "ticktext": [labels.short_day(day) for day in days]}
    figure.update_xaxes(
        type="date",
        range=[first.isoformat(), stop.isoformat()],
        tickformatstops=_TICKS,
        ticklabelmode="period" if length > _MONTHS_NAMED else "instant",
        tickfont={"color": ink(dark)},
        **few,
    )


def _click(counts: pd.DataFrame, what: Sequence[str] | pd.Series, width: Bin) -> np.ndarray | None:
    """The customdata of a bar or square: first day, last day, class or type, the days in words, the number."""
    if counts.empty:
        return None
    last = counts["stop"] - pd.Timedelta(days=1)
    return np.stack(
        [
            counts["first"].dt.strftime("%Y-%m-%d"),
            last.dt.strftime("%Y-%m-%d"),
            np.asarray(what, object),
            _bin_words(counts["first"], counts["stop"], width),
            counts["n"].astype(str),
        ],
        axis=-1,
    )


def _bin_words(first: pd.Series, stop: pd.Series, width: Bin) -> list[str]:
    last = stop - pd.Timedelta(days=1)
    if width.name == "month":
        return list(first.dt.strftime("%B %Y"))
    if width.name == "year":
        return list(first.dt.strftime("%Y"))
    return [labels.span(a.date(), b.date()) for a, b in zip(first, last, strict=True)]


def _middle(first: pd.Series, stop: pd.Series) -> pd.Series:
    return first + (stop - first) / 2


def _milliseconds(first: pd.Series, stop: pd.Series) -> pd.Series:
    return (stop - first).dt.days * _DAY


def _after(day: date) -> str:
    return (pd.Timestamp(day) + pd.Timedelta(days=1)).date().isoformat()


def _short(word: str, most: int = 26) -> str:
    return word if len(word) <= most else word[: most - 1] + "\N{HORIZONTAL ELLIPSIS}"
