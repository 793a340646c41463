"""Figures of who is named, who acts, and on whom. Colours as in ``timeline``; customdata says what a click
selects.
"""

from __future__ import annotations

import math
import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
import pandas as pd
import plotly.graph_objects as go
from plotly.subplots import make_subplots

from contactline.charts import bins, timeline
from contactline.views import escape, labels
from contactline.views.words import say

PANELS = ("named", "source", "target")
FOLD = "fold"
"""The first item of the customdata of the triangles that open and close a row."""

_GREY, _PALE_GREY = "#7f8b99", "rgba(127,139,153,.4)"
_ROW = 25  # height of a row in pixels
_CELL = 44
_GUTTER, _NARROW_GUTTER = (
    0.14,
    0.4,
)  # share of the longest bar that is kept free left of the bars, for the triangles
_THIN = 60  # a bar so many times shorter than the longest is too thin for an edge
_LEFT, _INDENT = 195, 12  # pixels for the names, and for the indentation of each level
_NAME = 30  # most characters of a name there
_LABEL = 27  # most characters of a name beside the matrix
_ROOM, _NARROW_ROOM = 1.35, 1.9  # times the longest bar: the width of a panel, with the numbers after the bars
_NARROW_LEFT, _NARROW_NAME = 112, 15  # the same on a phone, in both charts
_CORNERS = dict(zip(labels.QUADS, ((-0.22, -0.22), (0.22, -0.22), (-0.22, 0.22), (0.22, 0.22)), strict=True))
"""The corner of a matrix cell for each class: cooperation above, conflict below; verbal left, material right."""

_MOST_MARK = 20  # pixels; four marks fit into a cell
_LEAST_MARK = 13  # pixels; a number fits into such a mark
_STEPS = 12  # points of the curve of an arrow
_HEAD = 8  # the point of a curve at which its arrow's head is drawn
_TITLES = (say("actor_charts.named"), say("actor_charts.acts"), say("actor_charts.acted_on"))


def frequency(rows: pd.DataFrame, dark: bool, narrow: bool = False) -> go.Figure:
    """Three columns of bars: how often named, how often source, how often target, in the four classes.

    ``rows``: as returned by ``actor_query.frequency``. customdata: "fold", key; or the panel (one of ``PANELS``),
    key, and the class or the form of the name. ``narrow``: for a phone, with shorter names.
    """
    left, letters = (_NARROW_LEFT, _NARROW_NAME) if narrow else (_LEFT, _NAME)
    gutter, room = (_NARROW_GUTTER, _NARROW_ROOM) if narrow else (_GUTTER, _ROOM)
    figure = make_subplots(rows=1, cols=3, shared_yaxes=True, horizontal_spacing=0.02, column_titles=_TITLES)
    names = [str(name) for name in rows["name"]]
    escaped = [escape.label(name) for name in names]
    totals = (rows["named"] + rows["described"], rows["source"], rows["target"])
    longest = [max(1, int(total.max())) if len(total) else 1 for total in totals]
    for bars in _bars(rows, dark):
        _add_bars(figure, bars, escaped, longest[bars.panel - 1], dark)
    for panel, (total, most) in enumerate(zip(totals, longest, strict=True), 1):
        _add_totals(figure, panel, total)
        figure.update_xaxes(range=[-gutter * most, room * most], visible=False, row=1, col=panel)
    _add_triangles(figure, rows, -gutter / 2 * longest[0], dark)
    figure.update_yaxes(range=[len(rows) - 0.5, -0.5], showgrid=False, zeroline=False, showticklabels=False)
    for row, (name, level) in enumerate(zip(names, rows["level"], strict=True)):
        _add_row_name(figure, row, timeline.short(name, letters - 2 * level), _INDENT * level - left)
    figure.update_layout(
        barmode="stack",
        bargap=0.25,
        height=_ROW * len(rows) + 40,
        margin={"t": 32, "b": 0, "l": left, "r": 30 if narrow else 8},
        showlegend=False,
        dragmode=False,
        hovermode="closest",
    )
    _write_in_ink(figure, dark)
    return figure


@dataclass(frozen=True)
class _Bars:
    """The bars of one class (or form of name) in one panel, numbered from 1. ``clicks`` is their customdata."""

    panel: int
    numbers: pd.Series
    name: str
    fill: str
    clicks: list[tuple[str, str, str]]
    hover: str


def _bars(rows: pd.DataFrame, dark: bool) -> list[_Bars]:
    """All bars of ``frequency``, in the order in which they are stacked."""
    found = []
    for column, name, fill in (
        ("named", say("actor_charts.by_name"), _GREY),
        ("described", say("actor_charts.by_title"), _PALE_GREY),
    ):
        clicks = [("named", key, column) for key in rows["key"]]
        hover = f"%{{hovertext}}: <b>%{{x}}</b> {say('actor_charts.times')} {name}<extra></extra>"
        found.append(_Bars(1, rows[column], name, fill, clicks, hover))
    for panel, role in ((2, "source"), (3, "target")):
        for quad in labels.QUADS:
            clicks = [(role, key, quad) for key in rows["key"]]
            hover = f"%{{hovertext}}, {role}: <b>%{{x}}</b> {quad}<extra></extra>"
            fill = timeline.colours(dark)[quad]
            found.append(_Bars(panel, rows[f"{role} {quad}"], quad.capitalize(), fill, clicks, hover))
    return found


def _add_bars(figure: go.Figure, bars: _Bars, names: list[str], longest: int, dark: bool) -> None:
    """Draw bars; very thin ones without an edge, which would hide their colour."""
    edges = [0.6 if number > longest / _THIN else 0.0 for number in bars.numbers]
    figure.add_bar(
        orientation="h",
        x=bars.numbers,
        y=list(range(len(bars.numbers))),
        name=bars.name,
        marker={"color": bars.fill, "line": {"width": edges, "color": timeline.edge(dark)}},
        customdata=bars.clicks,
        hovertext=names,
        hovertemplate=bars.hover,
        row=1,
        col=bars.panel,
    )


def _add_totals(figure: go.Figure, panel: int, totals: pd.Series) -> None:
    """Write the total after each stack of bars."""
    figure.add_scatter(
        x=totals,
        y=list(range(len(totals))),
        mode="text",
        text=[f" {n:,}" if n else "" for n in totals],
        textposition="middle right",
        hoverinfo="skip",
        showlegend=False,
        cliponaxis=False,
        row=1,
        col=panel,
    )


def _add_row_name(figure: go.Figure, row: int, name: str, shift: int) -> None:
    """Write a row's name, indented by ``shift`` pixels; tick labels would end at the bars and could not show
    the levels.
    """
    figure.add_annotation(
        x=0,
        y=row,
        xref="paper",
        text=escape.label(name),
        showarrow=False,
        xanchor="left",
        xshift=shift,
        font_size=13,
    )


def _add_triangles(figure: go.Figure, rows: pd.DataFrame, x: float, dark: bool) -> None:
    """Draw a triangle before each row that has children; a click opens or closes the row."""
    some = rows[rows["foldable"]]
    figure.add_scatter(
        x=[x] * len(some),
        y=list(some.index),
        mode="markers",
        cliponaxis=False,
        showlegend=False,
        marker={
            "symbol": ["triangle-down" if yes else "triangle-right" for yes in some["open"]],
            "size": 10,
            "color": _ink(dark),
            "opacity": 1,
            "standoff": 0,
        },
        customdata=[(FOLD, key) for key in some["key"]],
        hovertext=[
            say("actor_charts.close" if yes else "actor_charts.open", name=escape.label(name))
            for name, yes in zip(some["name"], some["open"], strict=True)
        ],
        hovertemplate="%{hovertext}<extra></extra>",
        row=1,
        col=1,
    )


def matrix(
    nodes: pd.DataFrame,
    pairs: pd.DataFrame,
    dark: bool,
    chosen: tuple[str, str, str] | None = None,
    narrow: bool = False,
) -> go.Figure:
    """Who (rows) does what to whom (columns): a square with a number for each class, larger for higher numbers.

    ``nodes`` and ``pairs``: as returned by ``actor_query``; pairs with an actor that is not in ``nodes`` are left
    out. ``chosen``: the source, target and class ("": all) drawn with a thick edge. ``narrow``: as for
    ``frequency``. customdata: source, target, class.
    """
    position = {key: number for number, key in enumerate(nodes["key"])}
    name = dict(zip(nodes["key"], map(escape.label, nodes["name"]), strict=True))
    drawn = pairs[pairs["source"].isin(position.keys()) & pairs["target"].isin(position.keys())]
    most = max(1, int(drawn["n"].max())) if len(drawn) else 1
    figure = go.Figure()
    for quad in labels.QUADS:
        some = drawn[drawn["quad"] == quad]
        across, down = _CORNERS[quad]
        thick = [chosen in ((*key, quad), (*key, "")) for key in zip(some["source"], some["target"], strict=True)]
        sizes = [max(_LEAST_MARK, _MOST_MARK * math.sqrt(n / most)) for n in some["n"]]
        figure.add_scatter(
            x=some["target"].map(position).astype(float) + across,
            y=some["source"].map(position).astype(float) + down,
            mode="markers+text",
            name=quad.capitalize(),
            text=[f"{n:,}" for n in some["n"]],
            textfont={"size": 10, "color": "#111" if quad.startswith("verbal") or dark else "#fff"},
            marker={
                "symbol": "square",
                "size": sizes,
                "opacity": 1,
                "color": timeline.colours(dark)[quad],
                "line": {
                    "width": [2.5 if yes else 0.6 for yes in thick],
                    "color": [_ink(dark) if yes else timeline.edge(dark) for yes in thick],
                },
            },
            customdata=_rows(some["source"], some["target"], some["quad"]),
            hovertext=[
                f"{name[a]} \N{RIGHTWARDS ARROW} {name[b]}: <b>{n:,}</b> {quad}"
                for a, b, n in zip(some["source"], some["target"], some["n"], strict=True)
            ],
            hovertemplate="%{hovertext}<extra></extra>",
        )
    _add_grid(
        figure, [escape.label(timeline.short(word, _NARROW_NAME if narrow else _LABEL)) for word in nodes["name"]]
    )
    return figure


def _add_grid(figure: go.Figure, names: list[str]) -> None:
    """The names on both axes of the matrix, and the lines between its cells."""
    number = len(names)
    figure.update_xaxes(side="top", tickangle=-60, range=[-0.5, number - 0.5])
    figure.update_yaxes(range=[number - 0.5, -0.5])
    for update in (figure.update_xaxes, figure.update_yaxes):
        update(
            tickvals=list(range(number)),
            ticktext=names,
            tickfont_size=11,
            showgrid=False,
            zeroline=False,
            automargin=True,
        )
    for line in range(number + 1):
        for add in (figure.add_hline, figure.add_vline):
            add(line - 0.5, line={"width": 0.6, "color": _PALE_GREY}, layer="below")
    figure.update_layout(
        height=_CELL * number + 170,
        margin={"t": 8, "b": 0, "l": 8, "r": 60},
        dragmode=False,
        hovermode="closest",
        showlegend=False,
    )


def network(
    nodes: pd.DataFrame,
    pairs: pd.DataFrame,
    dark: bool,
    chosen: tuple[str, str, str] | None = None,
    most: int = 40,
) -> go.Figure:
    """The ``most`` frequent links among ``nodes`` on a circle: arrows from source to target.

    The size of a node is that of its events, the width of an arrow that of the pair's, its colour that of their
    most frequent class. customdata of a node: its key; of an arrow: source, target, "".
    """
    spots = _circle(list(nodes["key"]))
    name = dict(zip(nodes["key"], nodes["name"], strict=True))
    links = _links(pairs, spots)[:most]
    highest = max([link.number for link in links], default=1)
    figure = go.Figure()
    for link in reversed(links):
        thick = chosen is not None and chosen[:2] == (link.source, link.target)
        _add_arrow(figure, link, math.sqrt(link.number / highest), thick, thick or not chosen, dark)
    _add_arrow_targets(figure, links, name)
    _add_nodes(figure, nodes, spots, dark)
    for key in nodes["key"]:
        _add_node_name(figure, name[key], *spots[key])
    figure.update_xaxes(visible=False, range=[-1.85, 1.85])
    figure.update_yaxes(visible=False, range=[-1.35, 1.35])
    figure.update_layout(height=560, margin={"t": 0, "b": 0, "l": 0, "r": 0}, dragmode=False, hovermode="closest")
    _write_in_ink(figure, dark)
    return figure


@dataclass(frozen=True, slots=True)
class _Link:
    """All events from one actor to another: their number, their most frequent class, and all classes in words.

    ``x`` and ``y``: the points of its curve.
    """

    source: str
    target: str
    number: int
    quad: str
    words: str
    x: list[float]
    y: list[float]


def _add_arrow(figure: go.Figure, link: _Link, share: float, thick: bool, strong: bool, dark: bool) -> None:
    """Draw a link. ``share`` (0 to 1) sets its width, ``thick`` its edge; it is pale unless ``strong``."""
    head = [0.0] * (len(link.x) - 1)
    head[_HEAD] = 9 + 7 * share
    colour = timeline.colours(dark)[link.quad]
    figure.add_scatter(
        x=link.x,
        y=link.y,
        mode="lines+markers",
        hoverinfo="skip",
        showlegend=False,
        line={"width": 1 + 6 * share, "color": colour, "backoff": 0},
        opacity=1 if strong else 0.35,
        marker={
            "symbol": "arrow",
            "angleref": "previous",
            "size": [*head, 0],
            "color": colour,
            "opacity": 1,
            "line": {"width": 1, "color": _ink(dark) if thick else timeline.edge(dark)},
        },
    )


def _add_arrow_targets(figure: go.Figure, links: list[_Link], name: dict[str, str]) -> None:
    """Draw invisible discs over the heads of the arrows, which are easier to click than a line."""
    figure.add_scatter(
        x=[link.x[_HEAD] for link in links],
        y=[link.y[_HEAD] for link in links],
        mode="markers",
        showlegend=False,
        marker={"size": 20, "color": "rgba(0,0,0,0)", "opacity": 1},
        customdata=[(link.source, link.target, "") for link in links],
        hovertext=[
            escape.label(f"{name[link.source]} \N{RIGHTWARDS ARROW} {name[link.target]}")
            + f": <b>{link.number:,}</b><br>{link.words}"
            for link in links
        ],
        hovertemplate="%{hovertext}<extra></extra>",
    )


def _add_nodes(figure: go.Figure, nodes: pd.DataFrame, spots: dict[str, tuple[float, float]], dark: bool) -> None:
    """Draw the actors as discs whose area is their number of events."""
    largest = max(1, int(nodes["n"].max())) if len(nodes) else 1
    figure.add_scatter(
        x=[spots[key][0] for key in nodes["key"]],
        y=[spots[key][1] for key in nodes["key"]],
        mode="markers",
        marker={
            "size": 10 + 26 * np.sqrt(nodes["n"] / largest),
            "color": _GREY,
            "opacity": 1,
            "line": {"width": 1.2, "color": _ink(dark)},
        },
        customdata=list(nodes["key"]),
        hovertext=[
            f"{escape.label(word)}: <b>{n:,}</b> {say('actor_charts.events')}"
            for word, n in zip(nodes["name"], nodes["n"], strict=True)
        ],
        hovertemplate="%{hovertext}<extra></extra>",
        showlegend=False,
    )


def course(parts: pd.DataFrame, window: tuple[date, date], dark: bool) -> go.Figure:
    """What one actor did (upwards) and what was done to it (downwards), by class; only events whose day is known.

    ``parts``: as returned by ``actor_query.course``. customdata: first day, last day, role, class.
    """
    width = bins.fitting(*window, most=60)
    exact = parts[parts["date_precision"] == "day"]
    first, stop = bins.binned(exact["date_start"], width)
    counts = exact.assign(first=first, stop=stop).groupby(["first", "stop", "role", "quad"]).size()
    table = counts.rename("n").reset_index()
    figure = go.Figure()
    for role in ("source", "target"):
        for quad in labels.QUADS:
            some = table[(table["role"] == role) & (table["quad"] == quad)]
            if not some.empty:
                _add_course_bars(figure, some, role, quad, dark)
    highest = int(table.groupby(["first", "role"])["n"].sum().max()) if len(table) else 1
    ticks = _both_ways(highest)
    figure.update_yaxes(
        tickvals=ticks,
        ticktext=[f"{abs(t):,}" for t in ticks],
        zeroline=True,
        zerolinecolor=_GREY,
        title={"text": say("actor_charts.course"), "font_size": 11},
    )
    stop_day = pd.Timestamp(window[1]) + pd.Timedelta(days=1)
    figure.update_xaxes(type="date", range=[window[0].isoformat(), stop_day.date().isoformat()])
    figure.update_layout(
        barmode="relative",
        bargap=0,
        height=190,
        margin={"t": 4, "b": 0, "l": 52, "r": 8},
        dragmode=False,
        hovermode="closest",
    )
    return figure


def _add_course_bars(figure: go.Figure, counts: pd.DataFrame, role: str, quad: str, dark: bool) -> None:
    """Draw the bars of one role and class: upwards for the role of source, downwards for that of target."""
    length = counts["stop"] - counts["first"]
    last = counts["stop"] - pd.Timedelta(days=1)
    figure.add_bar(
        x=counts["first"] + length / 2,
        y=counts["n"] if role == "source" else -counts["n"],
        width=length.dt.days * 86_400_000 * 0.94,
        marker={"color": timeline.colours(dark)[quad], "line": {"width": 0.6, "color": timeline.edge(dark)}},
        customdata=_rows(
            counts["first"].dt.strftime("%Y-%m-%d"), last.dt.strftime("%Y-%m-%d"), counts["role"], counts["quad"]
        ),
        hovertext=[
            f"{labels.span(a.date(), b.date())}, {role}: <b>{n:,}</b> {quad}"
            for a, b, n in zip(counts["first"], last, counts["n"], strict=True)
        ],
        hovertemplate="%{hovertext}<extra></extra>",
        showlegend=False,
    )


def _both_ways(highest: int) -> list[int]:
    """Ticks of an axis from -``highest`` to ``highest``: at most three round numbers in each direction."""
    if highest >= 10**4:
        return [-highest, 0, highest]
    step = next(s for s in (1, 2, 5, 10, 20, 50, 100, 1000, 10**6) if highest / s <= 3)
    return [tick for tick in range(-highest, highest + 1) if tick % step == 0]


def _links(pairs: pd.DataFrame, spots: dict[str, tuple[float, float]]) -> list[_Link]:
    """The links between two different actors that have a position, the most frequent first."""
    some = pairs[pairs["source"].isin(spots.keys()) & pairs["target"].isin(spots.keys())]
    some = some[some["source"] != some["target"]]
    found = []
    for (source, target), rows in some.groupby(["source", "target"]):
        rows = rows.sort_values("n", ascending=False, kind="stable")
        words = "<br>".join(f"{n:,} {quad}" for quad, n in zip(rows["quad"], rows["n"], strict=True))
        curve = _arc(spots[str(source)], spots[str(target)])
        found.append(
            _Link(str(source), str(target), int(rows["n"].sum()), str(rows["quad"].iloc[0]), words, *curve)
        )
    return sorted(found, key=lambda link: (-link.number, link.source, link.target))


def _add_node_name(figure: go.Figure, name: str, x: float, y: float) -> None:
    """Write a node's name outside the circle."""
    beside = abs(x) >= 0.35
    lines = map(escape.label, textwrap.wrap(name, 12, break_long_words=False))
    figure.add_annotation(
        x=x,
        y=y,
        text="<br>".join(lines),
        showarrow=False,
        font_size=12,
        xanchor=("left" if x > 0 else "right") if beside else "center",
        yanchor="middle" if beside else "bottom" if y > 0 else "top",
        xshift=math.copysign(20, x) if beside else 0,
        yshift=0 if beside else math.copysign(20, y),
    )


def _circle(keys: Sequence[str]) -> dict[str, tuple[float, float]]:
    """A position for each key on the unit circle, the first on top, clockwise."""
    turn = 2 * math.pi / max(1, len(keys))
    return {key: (math.sin(i * turn), math.cos(i * turn)) for i, key in enumerate(keys)}


def _arc(a: tuple[float, float], b: tuple[float, float]) -> tuple[list[float], list[float]]:
    """A curve from ``a`` to ``b`` that bends to the right, so that the two directions of a pair do not overlap."""
    middle = ((a[0] + b[0]) / 2, (a[1] + b[1]) / 2)
    bend = middle[0] + 0.18 * (b[1] - a[1]), middle[1] - 0.18 * (b[0] - a[0])
    steps = [i / _STEPS for i in range(_STEPS + 1)]
    x, y = ([(1 - t) ** 2 * a[i] + 2 * t * (1 - t) * bend[i] + t * t * b[i] for t in steps] for i in (0, 1))
    return x, y


def _rows(*columns: pd.Series) -> list[tuple[str, ...]]:
    return list(zip(*(list(column) for column in columns), strict=True))


def _write_in_ink(figure: go.Figure, dark: bool) -> None:
    """Write names and totals in the page's text colour; Streamlit's theme would make them too pale to read."""
    figure.update_annotations(font_color=_ink(dark))
    figure.update_traces(textfont_color=_ink(dark), selector={"mode": "text"})


def _ink(dark: bool) -> str:
    return "#e8ecf1" if dark else "#1d2430"
