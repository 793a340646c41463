"""Numbers in a grid of cells that can be clicked; higher numbers are darker."""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt
from typing import Any

import plotly.graph_objects as go

from contactline.charts.timeline import ink, rgb, short
from contactline.views import escape

_ROW = 34  # height of a row in pixels
_UPRIGHT = 190  # pixels for names of columns that are written upright
_HIGH, _ABOVE = 16, 14  # pixels of a line of a column's name, and of the room above the lines
_LETTERS, _LETTER = 24, 7  # most characters of a name beside its row, and pixels of a character
_LIGHT, _DARK = ("#e6edf4", "#8fb4d6"), ("#22303f", "#3f6a96")
_LINE = 2.5  # pixels around the chosen cell


def grid(
    rows: Sequence[tuple[str, str]],
    columns: Sequence[tuple[str, str]],
    numbers: Sequence[tuple[str, str, int]],
    dark: bool,
    chosen: tuple[str, str] | None = None,
    narrow: bool = False,
) -> go.Figure:
    """A cell for each number, the first row on top.

    ``rows`` and ``columns``: (key, words) of each. ``numbers``: (key of the row, key of the column, number above
    0). ``chosen``: the cell with a thick edge. ``narrow``: write the names of columns upright, where lines do not
    fit. customdata: the keys of row and column. Each cell is a bar, because clicks on a plotly heat map are not
    reported.
    """
    down, across = ({key: n for n, (key, _) in enumerate(some)} for some in (rows, columns))
    words = dict(rows), dict(columns)
    most = max((number for *_, number in numbers), default=1)
    bars = {
        "type": "bar",
        "x": [across[column] for _, column, _ in numbers],
        "base": [down[row] - 0.5 for row, _, _ in numbers],
        "y": [1] * len(numbers),
        "width": 1,
        "text": [f"{number:,}" for *_, number in numbers],
        "textposition": "inside",
        "insidetextanchor": "middle",
        "textangle": 0,
        "textfont": {"color": "#fff" if dark else "#111", "size": 13},
        "constraintext": "none",
        "marker": {
            "color": [_shade(number / most, dark) for *_, number in numbers],
            "line": {
                "width": [_LINE if (row, column) == chosen else 1 for row, column, _ in numbers],
                "color": [
                    ink(dark) if (r, c) == chosen else ("#12161c" if dark else "#fff") for r, c, _ in numbers
                ],
            },
        },
        "selected": {"marker": {"opacity": 1}},
        "unselected": {"marker": {"opacity": 1}},
        "customdata": [[row, column] for row, column, _ in numbers],
        "hovertext": [
            f"{escape.label(words[0][row])}, {escape.label(words[1][column])}: <b>{number:,}</b>"
            for row, column, number in numbers
        ],
        "hovertemplate": "%{hovertext}<extra></extra>",
    }
    return go.Figure({"data": [bars], "layout": _layout(rows, columns, dark, narrow)})


def _layout(
    rows: Sequence[tuple[str, str]], columns: Sequence[tuple[str, str]], dark: bool, narrow: bool
) -> dict[str, Any]:
    across = [escape.label(words) if narrow else _lines(escape.label(words)) for _, words in columns]
    down = [short(words, _LETTERS) for _, words in rows]
    lines = max((name.count("<br>") + 1 for name in across), default=1)
    beside = _LETTER * max(map(len, down), default=1) + 8
    above = _UPRIGHT if narrow else _ABOVE + _HIGH * lines
    ticks = {
        "showgrid": False,
        "zeroline": False,
        "fixedrange": True,
        "tickfont": {"color": ink(dark), "size": 12},
    }
    return {
        "height": above + _ROW * len(rows),
        "margin": {"t": above, "b": 0, "l": beside, "r": 8},
        "bargap": 0,
        "dragmode": False,
        "hovermode": "closest",
        "xaxis": {
            **ticks,
            "side": "top",
            "range": [-0.5, len(columns) - 0.5],
            "tickvals": list(range(len(columns))),
            "ticktext": across,
            "automargin": False,
            "tickangle": -90 if narrow else 0,
        },
        "yaxis": {
            **ticks,
            "range": [len(rows) - 0.5, -0.5],
            "tickvals": list(range(len(rows))),
            "ticktext": [escape.label(name) for name in down],
            "automargin": False,  # in a low chart plotly would take its room from the names above
        },
    }


def _shade(share: float, dark: bool) -> str:
    low, high = map(rgb, _DARK if dark else _LIGHT)
    mixed = (round(a + (b - a) * sqrt(share)) for a, b in zip(low, high, strict=True))
    return "rgb({},{},{})".format(*mixed)


def _lines(words: str) -> str:
    """Words broken into short lines."""
    lines = [""]
    for word in words.split():
        if lines[-1] and len(lines[-1]) + len(word) > 10:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}".strip()
    return "<br>".join(lines)
