"""Figures of who is named, acts, and on whom. Colours as in ``charts``; customdata says what a click asks for."""

from __future__ import annotations

import math
import textwrap
from collections.abc import Sequence
from datetime import date

import numpy as np
import pandas as pd
import plotly.graph_objects as go
from plotly.subplots import make_subplots

from contactline.charts import timeline
from contactline.views import escape, labels

PANELS = ("named", "source", "target")
FOLD = "fold"
"""Stands first in the customdata of the marks that fold and unfold a row."""

_GREY, _PALE_GREY = "#7f8b99", "rgba(127,139,153,.4)"
_ROW = 25  # pixels
_CELL = 40
_GUTTER = 0.14  # of the longest bar: room for the triangles, left of the bars
_THIN = 60  # a bar is so many times shorter than the longest: too thin for an edge
_LEFT, _INDENT = 195, 12  # pixels: of the names, and of each level
_NAME = 30  # letters of a name there
_LABEL = 27  # letters of a name beside the matrix
_CORNERS = dict(zip(labels.QUADS, ((-0.22, -0.22), (0.22, -0.22), (-0.22, 0.22), (0.22, 0.22)), strict=True))
"""Where in a cell of the matrix each class stands: cooperation above, conflict below; words left, deeds right."""

_MOST_MARK = 17  # pixels: four marks in a cell
_TITLES = ("Named", "Acts", "Acted on")


def frequency(rows: pd.DataFrame, dark: bool) -> go.Figure:
    """Three columns of bars: how often named, how often source, how often target, in the four classes.

    ``rows``: as from ``actor_query.frequency``. customdata: "fold", key; or the panel (of ``PANELS``), key, and
    the class or the form.
    """
    figure = make_subplots(rows=1, cols=3, shared_yaxes=True, horizontal_spacing=0.02, column_titles=_TITLES)
    y = list(range(len(rows)))
    words = [str(name) for name in rows["name"]]
    told = [escape.label(name) for name in words]
    totals = (rows["named"] + rows["described"], rows["source"], rows["target"])
    tops = [max(1, int(total.max())) if len(total) else 1 for total in totals]
    for column, name, fill in (("named", "by name", _GREY), ("described", "by title or people", _PALE_GREY)):
        click = [("named", key, column) for key in rows["key"]]
        hover = f"%{{hovertext}}: <b>%{{x}}</b> times {name}<extra></extra>"
        _stack(figure, 1, tops[0], rows[column], name, fill, told, click, hover, dark)
    for place, role in ((2, "source"), (3, "target")):
        for quad in labels.QUADS:
            click = [(role, key, quad) for key in rows["key"]]
            hover = f"%{{hovertext}}, {role}: <b>%{{x}}</b> {quad}<extra></extra>"
            fill = timeline.colours(dark)[quad]
            numbers = rows[f"{role} {quad}"]
            _stack(figure, place, tops[place - 1], numbers, quad.capitalize(), fill, told, click, hover, dark)
    for place, (total, top) in enumerate(zip(totals, tops, strict=True), 1):
        figure.add_scatter(
            x=total,
            y=y,
            mode="text",
            text=[f" {n:,}" if n else "" for n in total],
            textposition="middle right",
            hoverinfo="skip",
            showlegend=False,
            cliponaxis=False,
            row=1,
            col=place,
        )
        figure.update_xaxes(range=[-_GUTTER * top, top * 1.35], visible=False, row=1, col=place)
    _folds(figure, rows, -_GUTTER / 2 * tops[0], dark)
    figure.update_yaxes(range=[len(rows) - 0.5, -0.5], showgrid=False, zeroline=False, showticklabels=False)
    for row, (name, level) in enumerate(zip(words, rows["level"], strict=True)):
        figure.add_annotation(  # tick labels would end at the bars, and the levels not be seen
            x=0,
            y=row,
            xref="paper",
            text=escape.label(_short(name, _NAME - 2 * level)),
            showarrow=False,
            xanchor="left",
            xshift=_INDENT * level - _LEFT,
            font_size=13,
        )
    figure.update_layout(
        barmode="stack",
        bargap=0.25,
        height=_ROW * len(rows) + 40,
        margin={"t": 32, "b": 0, "l": _LEFT, "r": 8},
        showlegend=False,
        dragmode=False,
        hovermode="closest",
    )
    return figure


def matrix(
    nodes: pd.DataFrame, pairs: pd.DataFrame, dark: bool, chosen: tuple[str, str, str] | None = None
) -> go.Figure:
    """Who (down) does what to whom (across): four squares a cell, area by number, colour by class.

    ``nodes`` and ``pairs``: as from ``actor_query``; a pair with another than these nodes is left out. ``chosen``:
    the source, target and class ("": all) that are drawn with a thick edge. customdata: source, target, class.
    """
    place = {key: number for number, key in enumerate(nodes["key"])}
    name = dict(zip(nodes["key"], map(escape.label, nodes["name"]), strict=True))
    drawn = pairs[pairs["source"].isin(place.keys()) & pairs["target"].isin(place.keys())]
    top = max(1, int(drawn["n"].max())) if len(drawn) else 1
    figure = go.Figure()
    for quad in labels.QUADS:
        some = drawn[drawn["quad"] == quad]
        across, down = _CORNERS[quad]
        thick = [chosen in ((*key, quad), (*key, "")) for key in zip(some["source"], some["target"], strict=True)]
        figure.add_scatter(
            x=some["target"].map(place).astype(float) + across,
            y=some["source"].map(place).astype(float) + down,
            mode="markers",
            name=quad.capitalize(),
            marker={
                "symbol": "square",
                "size": _size(some["n"], top, _MOST_MARK),
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
    number = len(nodes)
    ticks = {"tickvals": list(range(number)), "showgrid": False, "zeroline": False, "tickfont_size": 11}
    figure.update_xaxes(
        ticktext=[escape.label(_short(word, _LABEL)) for word in nodes["name"]],
        side="top",
        tickangle=-60,
        range=[-0.5, number - 0.5],
        automargin=True,
        **ticks,
    )
    figure.update_yaxes(
        ticktext=[escape.label(_short(word, _LABEL)) for word in nodes["name"]],
        range=[number - 0.5, -0.5],
        automargin=True,
        **ticks,
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
    return figure


def network(
    nodes: pd.DataFrame,
    pairs: pd.DataFrame,
    dark: bool,
    chosen: tuple[str, str, str] | None = None,
    most: int = 40,
) -> go.Figure:
    """The ``most`` frequent links among ``nodes`` on a circle: an arrow from who acts to whom it is done to.

    Size of a node by its events, width of an arrow by those of the pair, its colour by their most frequent class.
    customdata of a node: its key; of an arrow: source, target, "".
    """
    spots = _circle(list(nodes["key"]))
    name = dict(zip(nodes["key"], nodes["name"], strict=True))
    links = _links(pairs, spots)[:most]
    top = max([link[2] for link in links], default=1)
    figure = go.Figure()
    for source, target, number, quad, _ in reversed(links):
        x, y = _arc(spots[source], spots[target])
        head = [0.0] * (len(x) - 1)
        head[_HEAD] = 9 + 7 * math.sqrt(number / top)
        colour = timeline.colours(dark)[quad]
        thick = chosen is not None and chosen[:2] == (source, target)
        figure.add_scatter(
            x=x,
            y=y,
            mode="lines+markers",
            hoverinfo="skip",
            showlegend=False,
            line={"width": 1 + 6 * math.sqrt(number / top), "color": colour, "backoff": 0},
            opacity=1 if thick or not chosen else 0.35,
            marker={
                "symbol": "arrow",
                "angleref": "previous",
                "size": [*head, 0],
                "color": colour,
                "opacity": 1,
                "line": {"width": 1, "color": _ink(dark) if thick else timeline.edge(dark)},
            },
        )
    heads = [_arc(spots[source], spots[target]) for source, target, *_ in links]
    figure.add_scatter(
        x=[x[_HEAD] for x, _ in heads],
        y=[y[_HEAD] for _, y in heads],
        mode="markers",
        showlegend=False,
        marker={"size": 20, "color": "rgba(0,0,0,0)", "opacity": 1},
        customdata=[(source, target, "") for source, target, *_ in links],
        hovertext=[
            escape.label(f"{name[source]} \N{RIGHTWARDS ARROW} {name[target]}") + f": <b>{number:,}</b><br>{words}"
            for source, target, number, _, words in links
        ],
        hovertemplate="%{hovertext}<extra></extra>",
    )
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
            f"{escape.label(word)}: <b>{n:,}</b> events" for word, n in zip(nodes["name"], nodes["n"], strict=True)
        ],
        hovertemplate="%{hovertext}<extra></extra>",
        showlegend=False,
    )
    for key in nodes["key"]:
        _label(figure, name[key], *spots[key])
    figure.update_xaxes(visible=False, range=[-1.85, 1.85])
    figure.update_yaxes(visible=False, range=[-1.35, 1.35])
    figure.update_layout(height=560, margin={"t": 0, "b": 0, "l": 0, "r": 0}, dragmode=False, hovermode="closest")
    return figure


def course(parts: pd.DataFrame, window: tuple[date, date], dark: bool) -> go.Figure:
    """What one actor did (upwards) and what was done to it (downwards), by class; events of a known day.

    ``parts``: as from ``actor_query.course``. customdata: first day, last day, role, class.
    """
    width = timeline.fitting(*window, most=60)
    exact = parts[parts["date_precision"] == "day"]
    first, stop = timeline.binned(exact["date_start"], width)
    counts = exact.assign(first=first, stop=stop).groupby(["first", "stop", "role", "quad"]).size()
    table = counts.rename("n").reset_index()
    figure = go.Figure()
    for role, sign in (("source", 1), ("target", -1)):
        for quad in labels.QUADS:
            some = table[(table["role"] == role) & (table["quad"] == quad)]
            if some.empty:
                continue
            last = some["stop"] - pd.Timedelta(days=1)
            figure.add_bar(
                x=some["first"] + (some["stop"] - some["first"]) / 2,
                y=sign * some["n"],
                width=(some["stop"] - some["first"]).dt.days * 86_400_000 * 0.94,
                marker={
                    "color": timeline.colours(dark)[quad],
                    "line": {"width": 0.6, "color": timeline.edge(dark)},
                },
                customdata=_rows(
                    some["first"].dt.strftime("%Y-%m-%d"), last.dt.strftime("%Y-%m-%d"), some["role"], some["quad"]
                ),
                hovertext=[
                    f"{labels.span(a.date(), b.date())}, {role}: <b>{n:,}</b> {quad}"
                    for a, b, n in zip(some["first"], last, some["n"], strict=True)
                ],
                hovertemplate="%{hovertext}<extra></extra>",
                showlegend=False,
            )
    highest = table.groupby(["first", "role"])["n"].sum().max() if len(table) else 1
    step = next(s for s in (1, 2, 5, 10, 20, 50, 100, 1000, 10**6) if highest / s <= 3)
    ticks = list(range(-int(highest), int(highest) + 1))
    ticks = [tick for tick in ticks if tick % step == 0] if highest < 10**4 else [-int(highest), 0, int(highest)]
    figure.update_yaxes(
        tickvals=ticks,
        ticktext=[f"{abs(t):,}" for t in ticks],
        zeroline=True,
        zerolinecolor=_GREY,
        title={"text": "suffered \N{LEFTWARDS ARROW} \N{RIGHTWARDS ARROW} did", "font_size": 11},
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


_STEPS = 12
_HEAD = 8  # the point of an arc that bears its arrow's head


def _stack(
    figure: go.Figure,
    place: int,
    top: int,
    x: pd.Series,
    name: str,
    fill: str,
    words: list[str],
    click: list[tuple[str, str, str]],
    hover: str,
    dark: bool,
) -> None:
    """One class of bars; no edges where they would be all that is seen of a bar."""
    edges = [0.6 if number > top / _THIN else 0.0 for number in x]
    figure.add_bar(
        orientation="h",
        x=x,
        y=list(range(len(x))),
        name=name,
        marker={"color": fill, "line": {"width": edges, "color": timeline.edge(dark)}},
        customdata=click,
        hovertext=words,
        hovertemplate=hover,
        row=1,
        col=place,
    )


def _folds(figure: go.Figure, rows: pd.DataFrame, x: float, dark: bool) -> None:
    """A triangle before each row that holds others: a click opens or closes it."""
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
            f"{'Close' if yes else 'Unfold'} {escape.label(word)}"
            for word, yes in zip(some["name"], some["open"], strict=True)
        ],
        hovertemplate="%{hovertext}<extra></extra>",
        row=1,
        col=1,
    )


def _links(pairs: pd.DataFrame, spots: dict[str, tuple[float, float]]) -> list[tuple[str, str, int, str, str]]:
    """Source, target, number, most frequent class, and all classes in words; the most frequent first."""
    some = pairs[pairs["source"].isin(spots.keys()) & pairs["target"].isin(spots.keys())]
    some = some[some["source"] != some["target"]]
    found = []
    for (source, target), rows in some.groupby(["source", "target"]):
        rows = rows.sort_values("n", ascending=False, kind="stable")
        words = "<br>".join(f"{n:,} {quad}" for quad, n in zip(rows["quad"], rows["n"], strict=True))
        found.append((str(source), str(target), int(rows["n"].sum()), str(rows["quad"].iloc[0]), words))
    return sorted(found, key=lambda link: (-link[2], link[:2]))


def _label(figure: go.Figure, name: str, x: float, y: float) -> None:
    """A node's name outside the circle."""
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
    """A place for each on the unit circle, the first on top, clockwise."""
    turn = 2 * math.pi / max(1, len(keys))
    return {key: (math.sin(i * turn), math.cos(i * turn)) for i, key in enumerate(keys)}


def _arc(a: tuple[float, float], b: tuple[float, float]) -> tuple[list[float], list[float]]:
    """A curve from ``a`` to ``b`` that bends to the right of its way: the two ways between a pair lie apart."""
    middle = ((a[0] + b[0]) / 2, (a[1] + b[1]) / 2)
    bend = middle[0] + 0.18 * (b[1] - a[1]), middle[1] - 0.18 * (b[0] - a[0])
    steps = [i / _STEPS for i in range(_STEPS + 1)]
    x, y = ([(1 - t) ** 2 * a[i] + 2 * t * (1 - t) * bend[i] + t * t * b[i] for t in steps] for i in (0, 1))
    return x, y


def _size(number: pd.Series, top: int, most: int) -> Sequence[float]:
    """Sides of squares whose area is as the number, none too small to be hit."""
    return [max(5.0, most * math.sqrt(n / top)) for n in number]


def _rows(*columns: pd.Series) -> list[tuple[str, ...]]:
    return list(zip(*(list(column) for column in columns), strict=True))


def _short(word: str, most: int) -> str:
    return word if len(word) <= most else word[: most - 1] + "\N{HORIZONTAL ELLIPSIS}"


def _ink(dark: bool) -> str:
    return "#e8ecf1" if dark else "#1d2430"
