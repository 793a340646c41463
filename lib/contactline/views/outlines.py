"""The shapes of places: lines and polygons from the files of the base map, as they were on the days asked for.

Files: data/basemap (SOURCES.md). ``shapes.csv`` says which feature is the shape of which place.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from typing import Any

from contactline import locations
from contactline.lexicon import read_table

DIRECTORY = locations.BASEMAP

_BEND = 0.003  # degrees, about a third of a kilometre: smaller bends are left out

Geometry = dict[str, Any]
Line = list[list[float]]
Features = Callable[[str], tuple[dict[str, Any], ...]]
"""A function that reads the features of a file."""


def of_place(place_id: str, first: date, last: date) -> list[Geometry]:
    """The lines or polygons of a region, border or road on these days; empty where the base map has none.

    Corners too small for the map are left out.
    """
    return _of_place(features, place_id, first, last)


def _of_place(read: Features, place_id: str, first: date, last: date) -> list[Geometry]:
    found = []
    for file, name in _rows().get(place_id, ()):
        if "|" in name:
            found.append(_common(read, file, *name.split("|")))
        else:
            found += [f["geometry"] for f in read(file) if _is(f, name) and existed_between(f, first, last)]
    return found


@cache
def as_one(place_id: str, first: date, last: date) -> Geometry | None:
    """The place's whole shape as a MultiPolygon or MultiLineString (RFC 7946); None where the base map has none.

    Adjacent areas are merged; outer rings run counter-clockwise, holes clockwise.
    """
    found = _of_place(_whole, place_id, first, last)
    rings_ = [ring for one in found for polygon in _parts(one, "Polygon") for ring in _wound(polygon)]
    if rings_:
        return {"type": "MultiPolygon", "coordinates": _polygons(_dissolved(rings_))}
    lines = [line for one in found for line in _parts(one, "LineString")]
    return {"type": "MultiLineString", "coordinates": lines} if lines else None


def _parts(geometry: Geometry, kind: str) -> list[Any]:
    """The coordinates of the polygons or lines in a geometry of one or many."""
    told = {kind: [geometry["coordinates"]], f"Multi{kind}": geometry["coordinates"]}
    return list(told.get(geometry["type"], ()))


def _wound(polygon: list[Line]) -> list[Line]:
    return [ring if (_turn(ring) > 0) == (number == 0) else ring[::-1] for number, ring in enumerate(polygon)]


def _turn(ring: Line) -> float:
    """Twice the signed area within a ring, negative if it runs clockwise."""
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, ring[1:], strict=False))


def _dissolved(rings: list[Line]) -> list[Line]:
    """The rings without the sides that two of them share, which run in opposite directions."""
    sides = {(tuple(a), tuple(b)) for ring in rings for a, b in zip(ring, ring[1:], strict=False)}
    onward: dict[tuple[float, ...], list[tuple[float, ...]]] = {}
    for a, b in sorted(sides):
        if (b, a) not in sides:
            onward.setdefault(a, []).append(b)
    found = []
    while onward:
        at = start = next(iter(onward))
        ring = [list(start)]
        while at != start or len(ring) == 1:
            after = onward[at].pop()
            if not onward[at]:
                del onward[at]
            ring.append(list(after))
            at = after
        found.append(ring)
    return found


def _polygons(rings: list[Line]) -> list[list[Line]]:
    """Polygons made of outer rings, each with the holes within it."""
    polygons = [[ring] for ring in rings if _turn(ring) > 0]
    for hole in (ring for ring in rings if _turn(ring) < 0):
        around = next((polygon for polygon in polygons if _within(hole, polygon[0])), None)
        if around:
            around.append(hole)
    return polygons


def _within(inner: Line, outer: Line) -> bool:
    """Whether the middle of a ring's first side is within another ring (even-odd rule)."""
    x, y = ((inner[0][axis] + inner[1][axis]) / 2 for axis in (0, 1))
    inside = False
    for (x1, y1), (x2, y2) in zip(outer, outer[1:], strict=False):
        if (y1 > y) != (y2 > y) and x < x1 + (y - y1) * (x2 - x1) / (y2 - y1):
            inside = not inside
    return inside


@cache
def _rows() -> dict[str, list[tuple[str, str]]]:
    found: dict[str, list[tuple[str, str]]] = {}
    for row in read_table(DIRECTORY / "shapes.csv").rows:
        found.setdefault(row["place_id"], []).append((row["file"], row["feature"]))
    return found


@cache
def features(file: str) -> tuple[dict[str, Any], ...]:
    """The features of a file, without corners too small for the map."""
    return tuple(f | {"geometry": _simpler(f["geometry"])} for f in _whole(file))


@cache
def _whole(file: str) -> tuple[dict[str, Any], ...]:
    found: list[dict[str, Any]] = json.loads((DIRECTORY / f"{file}.geojson").read_text(encoding="utf-8"))[
        "features"
    ]
    return tuple(found)


def _simpler(geometry: Geometry) -> Geometry:
    """A geometry with corners rounded to a thousandth of a degree (100 m), without those that hardly bend a
    line.
    """
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

    Whether a corner is left out depends only on it and its neighbours, so that a border that two areas share stays
    the same in both, whatever its direction.
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
    """The distance of a corner from the line between its neighbours, in degrees."""
    x, y = after[0] - before[0], after[1] - before[1]
    across, up = corner[0] - before[0], corner[1] - before[1]
    length = math.hypot(x, y)
    return abs(x * up - y * across) / length if length else math.hypot(across, up)


def _is(feature: dict[str, Any], name: str) -> bool:
    return bool(feature["properties"]["name"] == name)


def existed_between(feature: dict[str, Any], first: date, last: date) -> bool:
    """Whether a dated feature existed on any of the days; the former oblast is drawn in any case."""
    if feature["properties"]["kind"] == "historical_region":
        return True
    since, until = feature["properties"].get("valid_from"), feature["properties"].get("valid_to")
    return not (since and since > last.isoformat()) and not (until and until < first.isoformat())


def rings(geometry: Geometry) -> Iterator[Line]:
    for polygon in geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]:
        yield from polygon


@cache
def _common(read: Features, file: str, one: str, other: str) -> Geometry:
    """The line between two areas: the stretches of the outline of ``one`` whose corners are also corners of
    ``other``.
    """
    sides = {
        name: [ring for f in read(file) if _is(f, name) for ring in rings(f["geometry"])] for name in (one, other)
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
