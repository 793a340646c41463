"""The most frequent values of something, as horizontal bars that can be clicked."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

import plotly.graph_objects as go

from contactline.charts.timeline import edge, ink, short
from contactline.views import escape

_PALE = 0.35
_LETTERS = 26  # most characters of a name beside its bar


def ranking(
    keys: Sequence[str],
    words: Sequence[str],
    counts: Sequence[int],
    fills: Sequence[str],
    dark: bool,
    chosen: Collection[str] = (),
) -> go.Figure:
    """Horizontal bars, the first on top, each with its number. customdata holds the key for clicks.

    ``chosen``: the keys that are filtered for; where there are some, the other bars are paler.
    """
    bars = {
        "type": "bar",
        "orientation": "h",
        "y": list(range(len(keys))),
        "x": list(counts),
        "text": [f"{n:,}" for n in counts],
        "textposition": "outside",
        "textfont": {"color": ink(dark)},
        "cliponaxis": False,
        "marker": {
            "color": list(fills),
            "opacity": [_PALE if chosen and key not in chosen else 1 for key in keys],
            "line": {"width": 0.6, "color": edge(dark)},
        },
        # without these plotly fails at a click on bars that have opacities of their own
        "selected": {"marker": {"opacity": 1}},
        "unselected": {"marker": {"opacity": _PALE}},
        "customdata": list(keys),
        "hovertext": [escape.label(word) for word in words],
        "hovertemplate": "%{hovertext}: <b>%{x}</b><extra></extra>",
    }
    layout = {
        "height": 26 * len(keys) + 12,
        "margin": {"t": 4, "b": 0, "l": 8, "r": 40},
        "bargap": 0.25,
        "dragmode": False,
        "xaxis": {"visible": False, "rangemode": "tozero"},
        "yaxis": named_rows(words, dark),
    }
    return go.Figure({"data": [bars], "layout": layout})


def named_rows(words: Sequence[str], dark: bool, letters: int = _LETTERS) -> dict[str, Any]:
    """The axis beside horizontal bars: names at 0, 1, ..., the first on top, cut to ``letters`` characters."""
    return {
        "tickvals": list(range(len(words))),
        "ticktext": [escape.label(short(word, letters)) for word in words],
        "autorange": "reversed",
        "automargin": True,
        "showgrid": False,
        "fixedrange": True,
        "tickfont": {"color": ink(dark)},
    }
