"""Map layers of who held what: districts in the colour of the side that held them, towns as small dots in it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import pandas as pd
import pydeck as pdk

from contactline.charts import timeline
from contactline.views import escape, outlines

UNKNOWN = ""
"""The key for a place of which each side held a part, or nothing is known."""

_LIGHT = {"AZE": "#2f8f6b", "NKR": "#7d5ba6", "ARM": "#a8557f", UNKNOWN: "#7a828c"}
_DARK = {"AZE": "#5fc79d", "NKR": "#b497dd", "ARM": "#e08db6", UNKNOWN: "#a3abb5"}
_FILL, _EDGE = 85, 235  # opacity of fill and edge, 0 to 255
_DOT = 4  # radius in pixels


def colours(dark: bool) -> Mapping[str, str]:
    """A colour for each side that held places, different from the colours of the classes."""
    return _DARK if dark else _LIGHT


def layers(held: pd.DataFrame, days: tuple[date, date], dark: bool) -> list[pdk.Layer]:
    """The layers of ``held.holders``: the fill shows who held a place on the last of the days, the edge on the
    first.

    A click on them does nothing, as they are not places of events.
    """
    rows = [_row(row, dark) for row in held.to_dict("records")]
    features = [
        {"type": "Feature", "geometry": geometry, "properties": row}
        for row, extent in zip(rows, held["extent"], strict=True)
        if extent == "area"
        for geometry in outlines.of_place(row["held"], *days)
    ]
    dots = [row for row, extent in zip(rows, held["extent"], strict=True) if extent == "point"]
    return [
        pdk.Layer(
            "GeoJsonLayer",
            {"type": "FeatureCollection", "features": features},
            id="held",
            get_fill_color="properties.fill",
            get_line_color="properties.rim",
            stroked=True,
            filled=True,
            get_line_width=1.6,
            line_width_units=pdk.types.String("pixels"),
            pickable=True,
        ),
        pdk.Layer(
            "ScatterplotLayer",
            dots,
            id="held_towns",
            get_position="[lon, lat]",
            get_radius=_DOT,
            radius_units=pdk.types.String("pixels"),
            get_fill_color="solid",
            stroked=True,
            get_line_color="rim",
            line_width_min_pixels=1.5,
            pickable=True,
        ),
    ]


def _row(row: dict[Any, Any], dark: bool) -> dict[str, Any]:
    """A place in the form that the layers and the tooltip read."""
    of = colours(dark)
    after, before = (timeline.rgb(of.get(row[end], of[UNKNOWN])) for end in ("after", "before"))
    return {
        "held": row["place_id"],
        "place_id": "",
        "label": escape.markup(escape.template(row["label"])),
        "told": escape.markup(escape.template(row["words"])),
        "split": "",
        "lon": round(row["lon"], 4),
        "lat": round(row["lat"], 4),
        "fill": [*after, _FILL],
        "solid": [*after, _EDGE],
        "rim": [*before, _EDGE],
    }
