"""The map: base map and events by place, drawn by pydeck with no tile, font or request from outside.

A town is a disc sized by its events. A region is its own polygon, shaded; where no polygon is known, a ring as
wide as the region: never a dot in its middle. The Lachin corridor is a line, its route that of the days shown.
Base map: data/basemap (SOURCES.md).
"""

from __future__ import annotations

import base64
import csv
import json
import math
import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pandas as pd
import pydeck as pdk

from contactline import charts, labels
from contactline.map_query import ALWAYS

BASEMAP = Path(__file__).resolve().parents[2] / "data" / "basemap"
VIEW = {"latitude": 39.85, "longitude": 46.55, "zoom": 7.5}
HEIGHT = 620
_CLEAR = [0, 0, 0, 0]
_LARGEST = 34  # pixels: the radius of the place with most events
_SMALLEST = 5
_SPACE = 3.3  # pixels: the width of a space in a label
_CENTURY = date(1992, 1, 1)


class CompactDeck(pdk.Deck):  # type: ignore[misc]
    """pydeck indents its JSON, which makes borders six times as long on the wire."""

    def to_json(self) -> str:
        """The deck as short JSON."""
        return json.dumps(json.loads(super().to_json()), separators=(",", ":"), ensure_ascii=False)


@dataclass(frozen=True, slots=True)
class Theme:
    sea: str
    land: str
    line: str
    faint: str
    area: str
    text: tuple[int, int, int]
    halo: tuple[int, int, int, int]
    edge: tuple[int, int, int]


_LIGHT = Theme(
    "#dfe9f0", "#f7f5f0", "#8a8f96", "#d9d5cb", "#b08d57", (35, 40, 48), (255, 255, 255, 235), (60, 60, 60)
)
_DARK = Theme(
    "#0e1a24", "#1b232c", "#6b7682", "#2c3640", "#c9a66b", (230, 234, 240), (18, 22, 28, 235), (240, 240, 240)
)


@cache
def _layer(name: str) -> dict[str, Any]:
    return json.loads((BASEMAP / f"{name}.geojson").read_text(encoding="utf-8"))  # type: ignore[no-any-return]


def _valid(feature: dict[str, Any], first: date, last: date) -> bool:
    """Whether a dated feature stood on any of the days."""
    since, until = feature["properties"].get("valid_from"), feature["properties"].get("valid_to")
    return not (since and since > last.isoformat()) and not (until and until < first.isoformat())


def _collection(features: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "type": "FeatureCollection",
        "features": [{"type": "Feature", "properties": {}, "geometry": f["geometry"]} for f in features],
    }


@cache
def style(dark: bool, first: date, last: date) -> str:
    """The base map as a style in a data: address: land, water, borders, districts, the former Nagorno-Karabakh
    Autonomous Oblast, the area held by Armenian forces and the line of contact on the days that they stood, and
    the corridor's route of those days.
    """
    theme = _DARK if dark else _LIGHT
    water = _layer("water")["features"]
    areas = _layer("nk_areas")["features"]
    oblast = [f for f in areas if f["properties"]["kind"] == "historical_region"]
    held = [f for f in areas if f["properties"]["kind"] != "historical_region" and _valid(f, first, last)]
    corridor = [
        f for f in _layer("lachin_corridor")["features"]
        if f["properties"]["kind"] == "corridor" and _valid(f, first, last)
    ]  # fmt: skip
    sources = {
        "land": _layer("countries"),
        "water": _collection([f for f in water if "Polygon" in f["geometry"]["type"]]),
        "rivers": _collection([f for f in water if "Line" in f["geometry"]["type"]]),
        "districts": _collection(_layer("districts")["features"]),
        "oblast": _collection(oblast),
        "held": _collection(held),
        "corridor": _collection(corridor),
    }
    blue = "#b7cfde" if not dark else "#22384a"
    layers: list[dict[str, Any]] = [
        {"id": "sea", "type": "background", "paint": {"background-color": theme.sea}},
        _paint("land", "fill", {"fill-color": theme.land}),
        _paint("districts", "line", {"line-color": theme.faint, "line-width": 0.7}),
        _paint("water", "fill", {"fill-color": theme.sea}),
        _paint("rivers", "line", {"line-color": blue, "line-width": 0.9}),
        _paint("oblast", "fill", {"fill-color": theme.area, "fill-opacity": 0.13}),
        _paint("oblast", "line", {"line-color": theme.area, "line-width": 1.6}),
        _paint("held", "line", {"line-color": theme.area, "line-width": 1.1, "line-dasharray": [3, 2]}),
        _paint("land", "line", {"line-color": theme.line, "line-width": 1.3}),
        _paint("corridor", "line", {"line-color": theme.line, "line-width": 2.6}),
    ]
    found = {
        "version": 8,
        "sources": {name: {"type": "geojson", "data": data} for name, data in sources.items()},
        "layers": layers,
    }
    packed = json.dumps(found, separators=(",", ":")).encode()
    return "data:application/json;base64," + base64.b64encode(packed).decode()


def _paint(source: str, kind: str, paint: dict[str, Any]) -> dict[str, Any]:
    return {"id": f"{source}-{kind}", "type": kind, "source": source, "paint": paint}


@cache
def _polygons() -> dict[str, dict[str, Any]]:
    """Shapes of regions by the plain words of their names."""
    found = {_plain(f["properties"]["name"]): f["geometry"] for f in _layer("districts")["features"]}
    for feature in _layer("districts")["features"]:
        for other in re.split(r"[;/,]", feature["properties"].get("name_alt") or ""):
            found.setdefault(_plain(other), feature["geometry"])
    for feature in _layer("nk_areas")["features"]:
        if feature["properties"]["kind"] == "historical_region":
            found["nagorno karabakh"] = feature["geometry"]
    found.pop("", None)
    return found


def _plain(name: str) -> str:
    words = re.sub(r"\b(?:district|province|region|rayon|marz)\b", " ", name.lower().replace("-", " "))
    return " ".join(words.split())


def shapes_of(place_id: str, kind: str, first: date, last: date) -> list[dict[str, Any]]:
    """The lines or polygons of a region, border or corridor on these days; none where the base map has none."""
    if place_id == "lachin_corridor":
        return [
            f["geometry"]
            for f in _layer("lachin_corridor")["features"]
            if f["properties"]["kind"] == "corridor" and _valid(f, first, last)
        ]
    if place_id == "line_of_contact":
        return [
            f["geometry"] for f in _layer("nk_areas")["features"] if f["properties"]["kind"] == "ceasefire_line"
        ]
    if place_id == "armenia_azerbaijan_border":
        return [_common_border("Armenia", "Azerbaijan")]
    if kind == "country":
        return [
            f["geometry"]
            for f in _layer("countries")["features"]
            if _plain(f["properties"]["name"]) == _plain(place_id)
        ]
    if kind not in ("region", "district"):
        return []
    found = _polygons().get(_plain(place_id.replace("_", " ")))
    return [found] if found else []


@cache
def _common_border(one: str, other: str) -> dict[str, Any]:
    """The line between two countries: the stretches of one's outline whose corners are the other's, too."""
    rings = {}
    for feature in _layer("countries")["features"]:
        geometry = feature["geometry"]
        parts = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
        rings[feature["properties"]["name"]] = [ring for part in parts for ring in part]
    shared = {tuple(corner) for ring in rings[other] for corner in ring}
    lines: list[list[list[float]]] = []
    for ring in rings[one]:
        line: list[list[float]] = []
        for corner in [*ring, None]:
            if corner is not None and tuple(corner) in shared:
                line.append(corner)
            else:
                lines += [line] if len(line) > 1 else []
                line = []
    return {"type": "MultiLineString", "coordinates": lines}


@cache
def _label_points() -> dict[str, tuple[float, float]]:
    with open(BASEMAP / "label_points.csv", newline="", encoding="utf-8") as f:
        rows = csv.DictReader(line for line in f if not line.startswith("#"))
        return {row["place_id"]: (float(row["lat"]), float(row["lon"])) for row in rows}


def deck(
    places: pd.DataFrame, days: tuple[date, date] | None, dark: bool, picked: tuple[str, ...] = ()
) -> CompactDeck:
    """The map of map_query.places. ``days``: those shown; ``picked``: place_ids that are filtered for."""
    first, last = days or (_CENTURY, date.max)
    theme = _DARK if dark else _LIGHT
    rows = [_row(place, dark, picked) for _, place in places.iterrows()]
    shapes = {row["place_id"]: shapes_of(row["place_id"], row["kind"], first, last) for row in rows}
    top = max((row["n"] for row in rows), default=0) or 1
    for row in rows:
        row["r"] = 0 if not row["n"] else max(_SMALLEST, round(_LARGEST * (row["n"] / top) ** 0.5, 1))
    discs = {row["place_id"] for row in rows if row["n"] and row["extent"] == "point"}
    ringed = {
        row["place_id"] for row in rows if row["n"] and row["extent"] != "point" and not shapes[row["place_id"]]
    }
    # every place is in both layers, invisible where it is not drawn: a click tells the number of a row
    points = [
        {**r, "edge": [*theme.edge, 255]} if r["place_id"] in discs else {**r, "r": 0, "edge": _CLEAR}
        for r in rows
    ]
    rings = [
        {**r, "metres": 1000 * r["radius"], "edge": r["colour"]}
        if r["place_id"] in ringed
        else {**r, "metres": 0, "edge": _CLEAR}
        for r in rows
    ]
    layers = [
        _areas(rows, shapes),
        pdk.Layer(
            "ScatterplotLayer", rings, id="rings", get_position="[lon, lat]", get_radius="metres", filled=True,
            get_fill_color=_CLEAR, stroked=True, get_line_color="edge", line_width_min_pixels=2, pickable=True,
        ),
        pdk.Layer(
            "ScatterplotLayer", points, id="points", get_position="[lon, lat]", get_radius="r",
            radius_units=pdk.types.String("pixels"), get_fill_color="colour", stroked=True,
            get_line_color="edge", line_width_min_pixels=1, pickable=True,
        ),
        _names(rows, theme),
    ]  # fmt: skip
    return CompactDeck(
        layers,
        map_provider=None,
        map_style=style(dark, first, last),
        initial_view_state=pdk.ViewState(**VIEW),
        tooltip={"html": "<b>{label}</b><br>{told}<br>{split}"},
    )


def _row(place: pd.Series, dark: bool, picked: tuple[str, ...]) -> dict[str, Any]:
    """A place as the layers read it: numbers and names of the lexicon, no word of an article."""
    colour = _rgb(charts.colours(dark)[place["quad"]])
    number = int(place["events"])
    split = ", ".join(f"{int(place[quad])} {quad}" for quad in labels.QUADS if place[quad])
    strong = not picked or place["place_id"] in picked
    extent = {"area": "a region as a whole", "line": "along a line"}.get(place["extent"], place["kind"])
    return {
        "place_id": place["place_id"],
        "label": _clean(place["label"]),
        "lon": round(float(place["lon"]), 4),
        "lat": round(float(place["lat"]), 4),
        "n": number,
        "extent": place["extent"],
        "kind": place["kind"],
        "radius": float(place["radius_km"]),
        "colour": [*colour, 215 if strong else 70],
        "soft": [*colour, (0 if place["kind"] == "country" else 45) if strong else 0],
        "told": _clean(f"{labels.count(number, 'event')}, {extent}"),
        "split": split,
    }


def _areas(rows: list[dict[str, Any]], shapes: dict[str, list[dict[str, Any]]]) -> pdk.Layer:
    """Regions and districts shaded, countries, borders and the corridor as lines, where events are told."""
    features = [
        {"type": "Feature", "geometry": geometry, "properties": row}
        for row in rows
        if row["n"]
        for geometry in shapes[row["place_id"]]
    ]
    return pdk.Layer(
        "GeoJsonLayer", {"type": "FeatureCollection", "features": features}, id="areas",
        get_fill_color="properties.soft", get_line_color="properties.colour", stroked=True, filled=True,
        line_width_min_pixels=3, pickable=True,
    )  # fmt: skip


def _names(rows: list[dict[str, Any]], theme: Theme) -> pdk.Layer:
    """Labels of the places with events and of those always named; the fuller place wins where two collide."""
    named = [r for r in rows if r["n"] or r["place_id"] in ALWAYS]
    shown = []
    for row in named:
        lat, lon = _label_points().get(row["place_id"], (row["lat"], row["lon"]))
        disc = bool(row["n"]) and row["extent"] == "point"
        # a label beside its disc is moved by spaces: one moved by pixels is hidden by its collision test
        indent = "\N{NO-BREAK SPACE}" * (math.ceil(row["r"] / _SPACE) + 1) if disc else ""
        number = f" ({row['n']:,})" if row["n"] else ""
        shown.append(
            {
                "label": f"{indent}{row['label']}{number}",
                "lat": lat,
                "lon": lon,
                "rank": row["n"] + (1 if row["place_id"] in ALWAYS else 0),
                "anchor": "start" if disc else "middle",
            }
        )
    return pdk.Layer(
        "TextLayer", shown, id="names", get_position="[lon, lat]", get_text="label", get_size=13,
        get_color=list(theme.text), get_text_anchor="anchor", character_set=pdk.types.String("auto"),
        font_family=pdk.types.String("Source Sans, sans-serif"), font_weight=600,
        font_settings={"sdf": True, "fontSize": 48, "radius": 10, "smoothing": 0.18}, outline_width=6,
        outline_color=list(theme.halo), extensions=[{"@@type": "CollisionFilterExtension"}],
        get_collision_priority="rank", collision_test_props={"sizeScale": 1.2}, pickable=False,
    )  # fmt: skip


def _rgb(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _clean(text: str) -> str:
    """Words without what the map's JSON reader takes for code, or its tooltips for a placeholder."""
    return re.sub(r"^@@+|[{}]", "", text)
