"""The base map: land, water, borders and areas in files of our own, as a style that asks for nothing from outside.

Files: data/basemap (SOURCES.md). ``shapes.csv`` says which of their features is the shape of which place.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any
from urllib.parse import quote

from contactline import locations
from contactline.lexicon import read_table

DIRECTORY = locations.BASEMAP
EXTENT = (41.0, 37.5, 52.0, 44.5)
"""West, south, east, north: beyond these degrees the base map is empty."""

_BEND = 0.003  # degrees: a third of a kilometre

Geometry = dict[str, Any]
Line = list[list[float]]


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours of the base map, and of what is written on it."""

    sea: str
    land: str
    river: str
    border: str
    district: str
    area: str
    road: str
    text: tuple[int, int, int]
    halo: tuple[int, int, int]


LIGHT = Theme(
    "#dfe9f0", "#f7f5f0", "#b7cfde", "#8a8f96", "#d9d5cb", "#a37d42", "#6b7280", (35, 40, 48), (255, 255, 255)
)
DARK = Theme(
    "#0e1a24", "#1b232c", "#22384a", "#6b7682", "#2c3640", "#c9a66b", "#9aa4af", (230, 234, 240), (18, 22, 28)
)


def inside(lon: float, lat: float) -> bool:
    """Whether a point lies on the base map."""
    west, south, east, north = EXTENT
    return west <= lon <= east and south <= lat <= north


def shapes(place_id: str, first: date, last: date) -> list[Geometry]:
    """The lines or polygons of a region, border or road on these days; none where the base map has none."""
    found = []
    for file, name in _rows().get(place_id, ()):
        if "|" in name:
            found.append(_common(file, *name.split("|")))
        else:
            found += [f["geometry"] for f in _features(file) if _is(f, name) and _stood(f, first, last)]
    return found


@cache
def label_points() -> dict[str, tuple[float, float]]:
    """Longitude and latitude of the names whose place's middle would hide a town."""
    rows = read_table(DIRECTORY / "label_points.csv").rows
    return {row["place_id"]: (float(row["lon"]), float(row["lat"])) for row in rows}


@cache
def style(dark: bool, first: date, last: date) -> str:
    """The base map as a style in a data: address: land, water, borders, districts, the former Nagorno-Karabakh
    Autonomous Oblast; the area held by Armenian forces (its edge is the line of contact) and the corridor's route
    as they stood on these days.
    """
    theme = DARK if dark else LIGHT
    water = _features("water")
    areas = _features("nk_areas")
    oblast = [f for f in areas if f["properties"]["kind"] == "historical_region"]
    held = [f for f in areas if f["properties"]["kind"] == "disputed_area" and _stood(f, first, last)]
    sources = {
        "land": [f["geometry"] for f in _features("countries")],
        "water": [f["geometry"] for f in water if "Polygon" in f["geometry"]["type"]],
        "rivers": [f["geometry"] for f in water if "Line" in f["geometry"]["type"]],
        "districts": [_outlines(f["geometry"] for f in _features("districts"))],
        "oblast": [f["geometry"] for f in oblast],
        "held": [f["geometry"] for f in held],
        "corridor": shapes("lachin_corridor", first, last),
    }
    found = {
        "version": 8,
        "sources": {
            name: {"type": "geojson", "data": _collection(geometries)} for name, geometries in sources.items()
        },
        "layers": [
            {"id": "sea", "type": "background", "paint": {"background-color": theme.sea}},
            _paint("land", "fill", {"fill-color": theme.land}),
            _paint("districts", "line", {"line-color": theme.district, "line-width": 0.7}),
            _paint("water", "fill", {"fill-color": theme.sea}),
            _paint("rivers", "line", {"line-color": theme.river, "line-width": 0.9}),
            _paint("oblast", "fill", {"fill-color": theme.area, "fill-opacity": 0.13}),
            _paint("oblast", "line", {"line-color": theme.area, "line-width": 1.6}),
            _paint("held", "line", {"line-color": theme.area, "line-width": 1.1, "line-dasharray": [3, 2]}),
            _paint("land", "line", {"line-color": theme.border, "line-width": 1.3}),
            _paint("corridor", "line", {"line-color": theme.road, "line-width": 2.4}),
        ],
    }
    packed = json.dumps(found, separators=(",", ":"))
    return "data:application/json," + quote(packed, safe='{}[]":,.-_ /=')


@cache
def _rows() -> dict[str, list[tuple[str, str]]]:
    found: dict[str, list[tuple[str, str]]] = {}
    for row in read_table(DIRECTORY / "shapes.csv").rows:
        found.setdefault(row["place_id"], []).append((row["file"], row["feature"]))
    return found


@cache
def _features(file: str) -> tuple[dict[str, Any], ...]:
    """The features of a file, without corners that the map is too small for."""
    found = json.loads((DIRECTORY / f"{file}.geojson").read_text(encoding="utf-8"))
    return tuple(f | {"geometry": _simpler(f["geometry"])} for f in found["features"])


def _simpler(geometry: Geometry) -> Geometry:
    """Corners rounded to a thousandth of a degree (a hundred metres), those that hardly bend a line left out."""
    depth = {"Point": 0, "LineString": 1, "Polygon": 2, "MultiLineString": 2, "MultiPolygon": 3}[geometry["type"]]

    def simpler(part: Any, depth: int) -> Any:
        if depth > 1:
            return [simpler(piece, depth - 1) for piece in part]
        if depth == 0:
            return [round(number, 3) for number in part]
        return _straightened([simpler(corner, 0) for corner in part])

    return {"type": geometry["type"], "coordinates": simpler(geometry["coordinates"], depth)}


def _straightened(line: Line) -> Line:
    """A line without the corners that lie within ``_BEND`` of the line between their neighbours.

    Whether a corner goes depends on it and its neighbours alone, so that a border stays one line where two areas
    share it, whichever way around each has it.
    """
    while len(line) > 4:
        bends = [math.inf, *(_bend(*three) for three in zip(line, line[1:], line[2:], strict=False)), math.inf]
        kept = [
            corner
            for i, corner in enumerate(line)
            if bends[i] > _BEND
            or bends[i] > min(bends[i - 1], bends[i + 1])
            or (bends[i] == bends[i - 1] and line[i] < line[i - 1])
            or (bends[i] == bends[i + 1] and line[i] < line[i + 1])
        ]
        if len(kept) == len(line):
            break
        line = kept
    return line


def _bend(before: list[float], corner: list[float], after: list[float]) -> float:
    """How far a corner lies from the line between its neighbours, in degrees."""
    x, y = after[0] - before[0], after[1] - before[1]
    across, up = corner[0] - before[0], corner[1] - before[1]
    length = math.hypot(x, y)
    return abs(x * up - y * across) / length if length else math.hypot(across, up)


def _is(feature: dict[str, Any], name: str) -> bool:
    return bool(feature["properties"]["name"] == name)


def _stood(feature: dict[str, Any], first: date, last: date) -> bool:
    """Whether a dated feature stood on any of the days; the former oblast is drawn whenever it was left."""
    if feature["properties"]["kind"] == "historical_region":
        return True
    since, until = feature["properties"].get("valid_from"), feature["properties"].get("valid_to")
    return not (since and since > last.isoformat()) and not (until and until < first.isoformat())


def _rings(geometry: Geometry) -> Iterator[Line]:
    for polygon in geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]:
        yield from polygon


@cache
def _common(file: str, one: str, other: str) -> Geometry:
    """The line between two areas: the stretches of one's outline whose corners are the other's, too."""
    sides = {
        name: [ring for f in _features(file) if _is(f, name) for ring in _rings(f["geometry"])]
        for name in (one, other)
    }
    shared = {tuple(corner) for ring in sides[other] for corner in ring}
    lines: list[Line] = []
    for ring in sides[one]:
        line: Line = []
        for corner in [*ring, None]:
            if corner is not None and tuple(corner) in shared:
                line.append(corner)
            else:
                lines += [line] if len(line) > 1 else []
                line = []
    return {"type": "MultiLineString", "coordinates": lines}


def _outlines(areas: Iterable[Geometry]) -> Geometry:
    """The borders of areas as lines: what two of them share is there but once."""
    seen: set[frozenset[tuple[float, ...]]] = set()
    lines: list[Line] = []
    for ring in (ring for area in areas for ring in _rings(area)):
        line = [ring[0]]
        for before, corner in zip(ring, ring[1:], strict=False):
            side = frozenset((tuple(before), tuple(corner)))
            if side in seen:
                lines += [line] if len(line) > 1 else []
                line = [corner]
            else:
                seen.add(side)
                line.append(corner)
        lines += [line] if len(line) > 1 else []
    return {"type": "MultiLineString", "coordinates": lines}


def _collection(geometries: Iterable[Geometry]) -> dict[str, Any]:
    features = [{"type": "Feature", "properties": {}, "geometry": geometry} for geometry in geometries]
    return {"type": "FeatureCollection", "features": features}


def _paint(source: str, kind: str, paint: dict[str, Any]) -> dict[str, Any]:
    return {"id": f"{source}-{kind}", "type": kind, "source": source, "paint": paint}
