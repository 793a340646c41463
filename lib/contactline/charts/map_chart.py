"""The map: base map and numbers of each place, drawn by pydeck without tiles, fonts or requests from outside.

A town is a disc whose size is its number of incidents, events or mentions. A region is its polygon, shaded; if
none is known, a ring as wide as the region, but never a dot in its middle. A whole country, or a part of the
world, has a plate with its name and no outline, which would draw attention to what is known least exactly.
Borders, roads and rivers are lines.
"""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd
import pydeck as pdk

from contactline.charts import basemap, held_layer, map_labels, timeline
from contactline.views import escape, labels, outlines
from contactline.views.map_query import ALWAYS, NOUNS
from contactline.views.words import count, say

HEIGHT = 620
LARGEST, SMALLEST = 30, 5  # pixels: radii of the largest and the smallest disc
_VIEW = {"latitude": 39.85, "longitude": 46.55, "zoom": 7.5}
WIDE = 1000  # pixels: the width that the first view fits unless another is given
_MARGINS = (70, 110)  # pixels of width and height that the first view keeps free for names
_ZOOMS = (6.0, 9.0)  # least and greatest zoom of the first view
# share of what is counted that is in view; a phone shows less, but readable
_FRAMED = {"wide": 0.9, "narrow": 0.7}
_NARROW = 600  # a narrower map, in pixels, is a phone's
_MENTIONED = "#7f8b99"  # colour of mentions, which have no class
_BROAD = 40  # km: a wider ring would be meaningless on this map
_FEW = 10  # events: with fewer, no place gets the largest disc
_NAMES = 200  # most names that are written
_LANDMARK = 4  # pixels: radius of a town that is always named and has no events
_GATE, _EDGE = 30, 3  # pixels: a gate's radius (see _names), and the distance at which a name is clear of it
_PIN = 4
_VEIL = 150  # opacity of the ground behind a name, 0 to 255, so that lines do not cross it out
_HALO = 3  # pixels: width of the outline of a town under the pointer
_CLEAR = [0, 0, 0, 0]
_EVER = (date(1992, 1, 1), date.max)


@dataclass(frozen=True)
class Frame:
    """What the first view of the map contains.

    The rows of map_query.places in view, the number that has the largest disc if it is not that of the places
    drawn, and the width of the map in pixels.
    """

    places: pd.DataFrame
    top: int = 0
    wide: int = WIDE


class CompactDeck(pdk.Deck):  # type: ignore[misc]
    """A pydeck whose JSON is not indented; indentation would make the borders six times as long."""

    def to_json(self) -> str:
        """The deck as short JSON."""
        return json.dumps(json.loads(super().to_json()), separators=(",", ":"), ensure_ascii=False)


def deck(
    places: pd.DataFrame,
    days: tuple[date, date] | None,
    dark: bool,
    picked: Sequence[str] = (),
    frame: Frame | None = None,
    unit: str = "events",
    held: pd.DataFrame | None = None,
) -> CompactDeck:
    """The map of map_query.places.

    ``days``: those shown. ``picked``: place_ids that are filtered for, all others are paler. ``frame``: what the
    first view contains, if it is not these places. ``unit``: what is counted, one of ``map_query.UNITS``.
    ``held``: who held what, as returned by ``views.held.holders``.
    """
    first, last = days or _EVER
    theme = basemap.DARK if dark else basemap.LIGHT
    here = places[within(places)]
    here = here[(here["number"] > 0) | here["place_id"].isin(ALWAYS)]
    here = here.sort_values(["number", "label"], ascending=[False, True], kind="stable")
    frame = frame or Frame(places)
    top = max(_FEW, frame.top, *here["number"])
    rows = [_row(place, top, dark, picked, unit) for _, place in here.iterrows()]
    shapes = {row["place_id"]: outlines.of_place(row["place_id"], first, last) for row in rows}
    for row in rows:
        row["drawn"] = _drawn(row, bool(shapes[row["place_id"]]))
        if held is not None:
            row["soft"] = _CLEAR  # no shading, which would mix with the colours of the sides that held places
    with_events = [row for row in rows if row["n"]]
    layers = [
        *(held_layer.layers(held, (first, last), dark) if held is not None else []),
        _areas(with_events, shapes, theme),
        _rings(with_events, theme),
        *_discs(with_events, theme),
        _landmarks(rows, theme),
        *_names(rows, theme),
    ]
    return CompactDeck(
        layers,
        map_provider=None,
        map_style=basemap.style(dark, first, last),
        initial_view_state=pdk.ViewState(**view(frame.places, frame.wide), min_zoom=5, max_zoom=13),
        tooltip={"html": "<b>{label}</b><br>{told}<br>{split}"},
    )


def within(places: pd.DataFrame) -> pd.Series[bool]:
    """Which of the places lie on the base map."""
    spots = zip(places["lon"], places["lat"], strict=True)
    return pd.Series([basemap.inside(*spot) for spot in spots], places.index, dtype=bool)


def view(places: pd.DataFrame, width: int = WIDE) -> dict[str, float]:
    """Latitude, longitude and zoom of a view with most of what is counted, in a frame of ``width`` pixels.

    Countries are ignored.
    """
    some = places[(places["number"] > 0) & (places["kind"] != "country") & (places["radius_km"] <= 2 * _BROAD)]
    some = some[within(some)].sort_values("number", ascending=False, kind="stable")
    before = some["number"].cumsum() - some["number"]
    share = _FRAMED["narrow" if width < _NARROW else "wide"]
    some = some[before < share * some["number"].sum()]
    if some.empty:
        return dict(_VIEW)
    high = some["radius_km"].where(some["extent"] != "point", 10) / 111
    wide = high / math.cos(math.radians(_VIEW["latitude"]))
    west, east = (some["lon"] - wide).min(), (some["lon"] + wide).max()
    south, north = (some["lat"] - high).min(), (some["lat"] + high).max()
    (left, bottom), (right, upper) = (map_labels.on_screen(*spot, 0) for spot in ((west, south), (east, north)))
    zoom = min(
        math.log2(max(100, width - _MARGINS[0]) / (right - left)),
        math.log2((HEIGHT - _MARGINS[1]) / (bottom - upper)),
    )
    return {
        "latitude": round((south + north) / 2, 3),
        "longitude": round((west + east) / 2, 3),
        "zoom": round(min(max(zoom, _ZOOMS[0]), _ZOOMS[1]), 2),
    }


def _row(place: pd.Series, top: int, dark: bool, picked: Sequence[str], unit: str) -> dict[str, Any]:
    """A place in the form that the layers read: numbers and names of the lexicon, no words of an article."""
    number = int(place["number"])
    red, green, blue = timeline.rgb(timeline.colours(dark).get(place["quad"], _MENTIONED))
    pale = 0.35 if picked and place["place_id"] not in picked else 1.0
    share = (number / top) ** 0.5
    extent = {"area": say("map_chart.area"), "line": say("map_chart.line")}.get(place["extent"], place["kind"])
    if place["kind"] == "country":
        extent = say("map_chart.country")
    return {
        "place_id": place["place_id"],
        "name": escape.template(place["label"]),
        "label": escape.markup(escape.template(place["label"])),
        "lon": round(float(place["lon"]), 4),
        "lat": round(float(place["lat"]), 4),
        "n": number,
        "point": place["extent"] == "point",
        "kind": place["kind"],
        "metres": 1000 * float(place["radius_km"]),
        "r": max(SMALLEST, round(LARGEST * share, 1)) if number else _LANDMARK,
        "colour": [red, green, blue, round(220 * pale)],
        "edge": [red, green, blue, round(150 * pale)],
        "wide": round(2 + 3 * share, 1),
        "soft": [red, green, blue, round((18 + 45 * share) * pale)],
        "told": f"{count(number, NOUNS[unit])}, {escape.markup(escape.template(extent))}",
        "split": ", ".join(f"{int(place[quad])} {quad}" for quad in labels.QUADS if place[quad]),
    }


def _drawn(row: dict[str, Any], shaped: bool) -> str:
    """How a place is drawn."""
    if row["point"]:
        return "disc" if row["n"] else "landmark"
    if row["kind"] == "country" or (not shaped and row["metres"] > 1000 * _BROAD):
        return "plate"
    return "shape" if shaped else "ring"


def _sent(rows: Sequence[dict[str, Any]], drawn: str) -> list[dict[str, Any]]:
    """The fields of rows that a layer needs, for the rows that are ``drawn`` in this way."""
    return [
        {key: row[key] for key in (*_TOOLTIP, "lon", "lat", "metres", "r", "colour", "edge")}
        for row in rows
        if row["drawn"] == drawn
    ]


_TOOLTIP = ("place_id", "label", "told", "split")


def _areas(
    rows: Sequence[dict[str, Any]], shapes: dict[str, list[outlines.Geometry]], theme: basemap.Theme
) -> pdk.Layer:
    """Regions and districts, darker for higher numbers; borders and roads as broad, soft lines.

    What is under the pointer gets a strong outline; its fill, which has a meaning, does not change.
    """
    features = [
        {
            "type": "Feature",
            "geometry": geometry,
            "properties": {key: row[key] for key in (*_TOOLTIP, "soft", "edge")}
            | {"wide": 1.5 if "Polygon" in geometry["type"] else row["wide"]},
        }
        for row in sorted(rows, key=lambda row: -float(row["metres"]))  # small ones on top
        if row["drawn"] == "shape"
        for geometry in shapes[row["place_id"]]
    ]
    return pdk.Layer(
        "GeoJsonLayer",
        {"type": "FeatureCollection", "features": features},
        id="areas",
        get_fill_color="properties.soft",
        get_line_color="properties.edge",
        stroked=True,
        filled=True,
        get_line_width="properties.wide",
        line_width_units=pdk.types.String("pixels"),
        pickable=True,
        line_cap_rounded=True,
        line_joint_rounded=True,
        auto_highlight=True,
        highlight_color=[*theme.text, 255],
        **{"_subLayerProps": {"polygons-fill": {"autoHighlight": False}}},
    )


def _rings(rows: Sequence[dict[str, Any]], theme: basemap.Theme) -> pdk.Layer:
    """Regions whose outline is not known, as rings of their radius."""
    return pdk.Layer(
        "ScatterplotLayer",
        _sent(rows, "ring"),
        id="rings",
        get_position="[lon, lat]",
        get_radius="metres",
        filled=True,
        get_fill_color=_CLEAR,
        stroked=True,
        get_line_color="edge",
        line_width_min_pixels=1.5,
        pickable=True,
        auto_highlight=True,
        highlight_color=[*theme.text, 255],
    )


def _discs(rows: Sequence[dict[str, Any]], theme: basemap.Theme) -> list[pdk.Layer]:
    """Towns, as discs sized by their number.

    Below each is a wider invisible disc that reacts to the pointer and then appears as an outline around the
    visible one, whose own colour does not change.
    """
    discs = _sent(rows, "disc")
    shared: dict[str, Any] = {"get_position": "[lon, lat]", "radius_units": pdk.types.String("pixels")}
    halos = pdk.Layer(
        "ScatterplotLayer",
        [{key: row[key] for key in (*_TOOLTIP, "lon", "lat")} | {"r": row["r"] + _HALO} for row in discs],
        id="halos",
        get_radius="r",
        get_fill_color=_CLEAR,
        pickable=True,
        auto_highlight=True,
        highlight_color=[*theme.text, 255],
        **shared,
    )
    points = pdk.Layer(
        "ScatterplotLayer",
        discs,
        id="points",
        get_radius="r",
        get_fill_color="colour",
        stroked=True,
        get_line_color=[*theme.text, 255],
        line_width_min_pixels=1,
        pickable=False,
        **shared,
    )
    return [halos, points]


def _landmarks(rows: Sequence[dict[str, Any]], theme: basemap.Theme) -> pdk.Layer:
    """Towns that are always named, where they have no events."""
    return pdk.Layer(
        "ScatterplotLayer",
        [{"lon": row["lon"], "lat": row["lat"]} for row in rows if row["drawn"] == "landmark"],
        id="landmarks",
        get_position="[lon, lat]",
        get_radius=_LANDMARK,
        radius_units=pdk.types.String("pixels"),
        get_fill_color=[*theme.halo, 255],
        stroked=True,
        get_line_color=[*theme.text, 255],
        line_width_min_pixels=1.2,
        pickable=False,
    )


def _names(rows: Sequence[dict[str, Any]], theme: basemap.Theme) -> list[pdk.Layer]:
    """The names, each from the zoom on at which it covers no other (map_labels), and the circles that make them
    appear.

    deck.gl cannot show an object from a certain zoom on, but its collision filter hides an object whose point is
    covered by another one that is drawn later; objects with the same row number do not hide each other. An
    invisible layer therefore has two circles for each name. The pin is at the name's point and has its row number.
    The gate is drawn right after it; its middle is so far away on the ground that it covers the point only while
    the map is zoomed out farther than the name's zoom. Important names are drawn last, so that their pins are
    above the gates of others. The letters themselves have no size for the filter.
    """
    always = {place_id: number for number, place_id in enumerate(ALWAYS)}
    rows = sorted(rows, key=lambda row: (always.get(row["place_id"], len(always)), -row["n"]))[:_NAMES]
    placed = map_labels.placed([_name(row) for row in rows])
    written: list[dict[str, Any]] = []
    circles: list[dict[str, Any]] = []
    for row, place in zip(reversed(rows), reversed(placed), strict=True):
        written += _written(row, place, theme)
        circles += _pin_and_gate(place)
    return [_circle_layer(circles), _text_layer(written, theme)]


def _written(row: dict[str, Any], place: map_labels.Placed, theme: basemap.Theme) -> list[dict[str, Any]]:
    """A name in the form that the text layer reads, and an empty one, so that there are as many rows as
    circles.
    """
    plate = row["drawn"] == "plate"
    shared = {key: row[key] for key in _TOOLTIP} | ({} if row["n"] else {"place_id": ""})
    shared |= {"lon": place.name.lon, "lat": place.name.lat}
    name = {
        "text": place.name.text,
        "offset": [round(place.dx, 1), round(place.dy, 1)],
        "plate": [*theme.halo, 215 if plate else _VEIL],
        "edge": row["edge"] if plate else _CLEAR,
    }
    return [shared | name, shared | {"text": "", "offset": [0, 0], "plate": _CLEAR, "edge": _CLEAR}]


def _pin_and_gate(place: map_labels.Placed) -> list[dict[str, Any]]:
    """The two circles of a name: see ``_names``."""
    lon, lat = place.name.lon, place.name.lat
    away = 360 * (_GATE + _EDGE) / (512 * 2**place.zoom)  # in degrees of longitude
    return [
        {"lon": lon, "lat": lat, "r": _PIN},
        {"lon": round(lon + away, 5), "lat": lat, "r": _GATE},
    ]


def _circle_layer(circles: Sequence[dict[str, Any]]) -> pdk.Layer:
    return pdk.Layer(
        "ScatterplotLayer",
        circles,
        id="guards",
        get_position="[lon, lat]",
        get_radius="r",
        radius_units=pdk.types.String("pixels"),
        get_fill_color=_CLEAR,
        pickable=False,
        extensions=_FILTER,
    )


def _text_layer(written: Sequence[dict[str, Any]], theme: basemap.Theme) -> pdk.Layer:
    return pdk.Layer(
        "TextLayer",
        written,
        id="names",
        get_position="[lon, lat]",
        get_text="text",
        get_size=map_labels.SIZE,
        get_color=list(theme.text),
        get_pixel_offset="offset",
        character_set=pdk.types.String("auto"),
        font_family=pdk.types.String("Source Sans, sans-serif"),
        font_weight=600,
        font_settings={"sdf": True, "fontSize": 48, "radius": 10, "smoothing": 0.18},
        outline_width=6,
        outline_color=[*theme.halo, 235],
        background=True,
        get_background_color="plate",
        get_border_color="edge",
        get_border_width=1,
        background_padding=[6, 3],
        pickable=True,
        collision_test_props={"sizeScale": 0.001, "padding": [0, 0, 0, 0]},
        extensions=_FILTER,
    )


_FILTER = [{"@@type": "CollisionFilterExtension"}]


def _name(row: dict[str, Any]) -> map_labels.Name:
    """The text to be written for a place, and its position."""
    text = row["name"] + (f" ({row['n']:,})" if row["n"] else "")
    if row["point"]:
        return map_labels.Name(text, row["lon"], row["lat"], row["r"], beside=True)
    lon, lat = basemap.label_points().get(row["place_id"], (row["lon"], row["lat"]))
    return map_labels.Name(text, lon, lat, pad=4 if row["drawn"] == "plate" else 0)
