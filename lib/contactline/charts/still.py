"""Pictures without scripts, as SVG, for printing: the chart over time and the map."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from datetime import date
from typing import Any
from urllib.parse import unquote

import pandas as pd

from contactline.charts import basemap, bins, map_chart, timeline
from contactline.views import escape, labels
from contactline.views.words import say

_WIDE, _HIGH, _MAP_HIGH = 700, 150, 430
_EDGE = 24  # SVG units below the bars, for the days
_BARS = 60
_HOME = (44.6, 38.7, 48.2, 41.3)  # west, south, east, north in degrees: the least area that the map shows
_NAMED = 25  # most places whose names are written, if they fit
_LETTER = 6.1  # width of a letter in SVG units
_SQUARE = "display:inline-block;width:3mm;height:3mm"
_SQUEEZE = math.cos(math.radians(40))


def course(rows: pd.DataFrame, window: tuple[date, date]) -> str:
    """Bars of what is known to the day, by class. ``rows``: as returned by ``counting.rows``; "" where there
    are none.
    """
    width = bins.fitting(*window, most=_BARS)
    begin, end = bins.axis(*window, width)
    days = rows["date_start"]
    inside = (rows["date_precision"] == "day") & (days >= pd.Timestamp(begin)) & (days < pd.Timestamp(end))
    exact = rows[inside]
    if exact.empty:
        return ""
    first, stop = bins.binned(exact["date_start"], width)
    counts = (
        exact.assign(first=first, stop=stop).groupby(["first", "stop", "quad"]).size().rename("n").reset_index()
    )
    top = int(counts.groupby("first")["n"].sum().max())
    whole, high = (end - begin).days, _HIGH - _EDGE - 14
    drawn: list[str] = []
    base: dict[Any, int] = {}
    for quad, colour in timeline.colours(False).items():
        for a, b, number in counts[counts["quad"] == quad][["first", "stop", "n"]].itertuples(
            index=False, name=None
        ):
            x, x2 = ((day.date() - begin).days / whole * _WIDE for day in (a, b))
            low = base.get(a, 0)
            base[a] = low + int(number)
            y = _HIGH - _EDGE - base[a] / top * high
            drawn.append(
                f'<rect x="{x:.1f}" y="{y:.1f}" width="{max(x2 - x - 0.6, 0.8):.1f}" '
                f'height="{int(number) / top * high:.1f}" fill="{colour}" stroke="#4a5361" stroke-width=".3"/>'
            )
    line = f'<line x1="0" y1="{_HIGH - _EDGE}" x2="{_WIDE}" y2="{_HIGH - _EDGE}" stroke="#4a5361"/>'
    names = (
        _text(0, _HIGH - 8, labels.day(begin)),
        _text(_WIDE, _HIGH - 8, labels.day(window[1]), "end"),
        _text(0, 10, say("brief.highest", number=f"{top:,}", per=width.name)),
    )
    return _svg(_WIDE, _HIGH, "".join((*drawn, line, *names)), say("brief.course"))


def places_map(places: pd.DataFrame, days: tuple[date, date]) -> str:
    """The base map on these days, with a disc at each place; "" where no place is on the base map.

    ``places``: rows of ``map_query.places`` whose number is not 0.
    """
    told = places[map_chart.within(places)]
    if told.empty:
        return ""
    west, south = min(_HOME[0], told["lon"].min() - 0.3), min(_HOME[1], told["lat"].min() - 0.3)
    east, north = max(_HOME[2], told["lon"].max() + 0.3), max(_HOME[3], told["lat"].max() + 0.3)
    scale = min(_WIDE / ((east - west) * _SQUEEZE), _MAP_HIGH / (north - south))
    wide, high = (east - west) * _SQUEEZE * scale, (north - south) * scale

    def at(lon: float, lat: float) -> tuple[float, float]:
        return (lon - west) * _SQUEEZE * scale, (north - lat) * scale

    drawn = list(_base(days, at, wide, high))
    most, colours = int(told["number"].max()), timeline.colours(False)
    by_number = told.sort_values("number", ascending=False, kind="stable").to_dict("records")
    discs = [(*at(row["lon"], row["lat"]), 3 + 9 * math.sqrt(row["number"] / most)) for row in by_number]
    drawn += [
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{size:.1f}" fill="{colours[row["quad"]]}" fill-opacity=".85" '
        'stroke="#232830" stroke-width=".7"/>'
        for row, (x, y, size) in zip(by_number, discs, strict=True)
    ]
    taken: list[_Box] = []
    for row, disc in zip(by_number[:_NAMED], discs, strict=False):
        drawn.append(_name(f"{row['label']} {row['number']:,}", disc, wide, taken))
    return _svg(wide, high, "".join(drawn), say("brief.map"))


_Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""


def _name(words: str, disc: tuple[float, float, float], wide: float, taken: list[_Box]) -> str:
    """A place's name beside its disc where it overlaps no other; "" where there is no such position."""
    x, y, size = disc
    long = _LETTER * len(words)
    spots = ((x + size + 2, y + 3), (x - size - 2 - long, y + 3), (x - long / 2, y + size + 11))
    for left, base in (*spots, (x - long / 2, y - size - 3)):
        box = (left, base - 10, left + long, base + 3)
        if left < 0 or box[2] > wide or any(_over(box, other) for other in taken):
            continue
        taken.append(box)
        return _text(left, base, words)
    return ""


def _over(one: _Box, other: _Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def classes() -> str:
    """The colours of the classes of events, as HTML."""
    return " ".join(
        f'<span style="white-space:nowrap;margin-right:4mm"><span style="{_SQUARE};background:{colour}"></span> '
        f"{escape.markup(quad)}</span>"
        for quad, colour in timeline.colours(False).items()
    )


def _base(days: tuple[date, date], at: Any, wide: float, high: float) -> Iterator[str]:
    """Yield the layers of the base map, in the colours of its style."""
    style = json.loads(unquote(basemap.style(False, *days).removeprefix("data:application/json,")))
    for layer in style["layers"]:
        paint, kind = layer["paint"], layer["type"]
        if kind == "background":
            yield f'<rect width="{wide:.1f}" height="{high:.1f}" fill="{paint["background-color"]}"/>'
            continue
        if kind not in ("fill", "line"):
            continue
        lines = [
            line
            for feature in style["sources"][layer["source"]]["data"]["features"]
            for line in _lines(feature["geometry"])
        ]
        path = "".join(filter(None, (_path(line, at, wide, high) for line in lines)))
        if kind == "fill":
            look = (
                f'fill="{paint["fill-color"]}" fill-opacity="{paint.get("fill-opacity", 1)}" fill-rule="evenodd"'
            )
        else:
            look = f'fill="none" stroke="{paint["line-color"]}" stroke-width="{paint.get("line-width", 1)}"'
            dashes = paint.get("line-dasharray")
            look += f' stroke-dasharray="{" ".join(map(str, dashes))}"' if dashes else ""
        if path:
            yield f'<path d="{path}" {look}/>'


def _lines(geometry: dict[str, Any]) -> list[list[list[float]]]:
    """The lines or rings of a geometry."""
    parts = geometry.get("coordinates", [])
    depth = {"LineString": 0, "MultiLineString": 1, "Polygon": 1, "MultiPolygon": 2}.get(geometry["type"])
    if depth is None:
        return [line for inner in geometry.get("geometries", ()) for line in _lines(inner)]
    if depth == 2:
        return [ring for polygon in parts for ring in polygon]
    return [parts] if depth == 0 else list(parts)


def _path(line: list[list[float]], at: Any, wide: float, high: float) -> str:
    """A line as an SVG path, "" where it is outside the picture."""
    points = [at(point[0], point[1]) for point in line]
    xs, ys = [x for x, _ in points], [y for _, y in points]
    if not points or max(xs) < 0 or min(xs) > wide or max(ys) < 0 or min(ys) > high:
        return ""
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points)


def _text(x: float, y: float, words: str, anchor: str = "start") -> str:
    """Text on a picture, with a pale outline around the letters."""
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" font-size="11" fill="#232830" stroke="#fff" '
        f'stroke-width="2.5" paint-order="stroke">{escape.markup(words)}</text>'
    )


def _svg(wide: float, high: float, inside: str, title: str) -> str:
    return (
        f'<svg viewBox="0 0 {wide:.0f} {high:.0f}" role="img" aria-label="{escape.markup(title)}" '
        f'font-family="sans-serif" xmlns="http://www.w3.org/2000/svg">{inside}</svg>'
    )
