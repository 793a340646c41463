"""The base map (land, water, borders and areas) as a map style made from local files, which loads nothing from
outside.

Files: data/basemap (SOURCES.md).
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any
from urllib.parse import quote

from contactline.lexicon import read_table
from contactline.views import outlines
from contactline.views.outlines import DIRECTORY

EXTENT = (41.0, 37.5, 52.0, 44.5)
"""West, south, east, north in degrees; the base map is empty outside."""


@dataclass(frozen=True, slots=True)
class Theme:
    """The colours of the base map and of the text on it."""

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


@cache
def label_points() -> dict[str, tuple[float, float]]:
    """Longitude and latitude for the names of those places whose middle would cover a town."""
    rows = read_table(DIRECTORY / "label_points.csv").rows
    return {row["place_id"]: (float(row["lon"]), float(row["lat"])) for row in rows}


@cache
def style(dark: bool, first: date, last: date) -> str:
    """The base map as a style in a data: address: land, water, borders, districts, the former Nagorno-Karabakh
    Autonomous Oblast.

    Also the area held by Armenian forces (its edge is the line of contact) and the corridor's route, as on these
    days.
    """
    theme = DARK if dark else LIGHT
    water = outlines.features("water")
    areas = outlines.features("nk_areas")
    oblast = [f for f in areas if f["properties"]["kind"] == "historical_region"]
    held = [
        f for f in areas if f["properties"]["kind"] == "disputed_area" and outlines.existed_between(f, first, last)
    ]
    sources = {
        "land": [f["geometry"] for f in outlines.features("countries")],
        "water": [f["geometry"] for f in water if "Polygon" in f["geometry"]["type"]],
        "rivers": [f["geometry"] for f in water if "Line" in f["geometry"]["type"]],
        "districts": [_outlines(f["geometry"] for f in outlines.features("districts"))],
        "oblast": [f["geometry"] for f in oblast],
        "held": [f["geometry"] for f in held],
        "corridor": outlines.of_place("lachin_corridor", first, last),
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


def _outlines(areas: Iterable[outlines.Geometry]) -> outlines.Geometry:
    """The borders of areas as lines; a border that two of them share occurs only once."""
    seen: set[frozenset[tuple[float, ...]]] = set()
    lines: list[outlines.Line] = []
    for ring in (ring for area in areas for ring in outlines.rings(area)):
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


def _collection(geometries: Iterable[outlines.Geometry]) -> dict[str, Any]:
    features = [{"type": "Feature", "properties": {}, "geometry": geometry} for geometry in geometries]
    return {"type": "FeatureCollection", "features": features}


def _paint(source: str, kind: str, paint: dict[str, Any]) -> dict[str, Any]:
    return {"id": f"{source}-{kind}", "type": kind, "source": source, "paint": paint}
