"""Rows on a map: GeoJSON. Rows without a place are listed separately and counted, as a map would drop them
silently.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from datetime import date
from typing import Any

import pandas as pd

from contactline.views import outlines
from contactline.views.export_files import About, joined, records

_CORNERS = 48  # corners of a ring that stands for an area
_KM_A_DEGREE = 111.2  # kilometres per degree of latitude
_NEAREST_POLE = 85.0  # degrees of latitude; nearer to a pole, a ring in kilometres cannot be drawn


def as_geojson(frame: pd.DataFrame, about: About) -> bytes:
    """A GeoJSON feature for each row that has a place, with lat, lon, extent and radius_km among its properties.

    ``geometry_is`` says what is drawn: "point", for a place known as one; "outline", the polygons or lines of an
    area, border or road, as they were on the row's days; "ring", a circle of radius_km, for an area or line
    without an outline. A shapefile holds only one kind of geometry: with short names, all are points (for an area
    or line its middle), and lists are joined. Coordinates are longitude, latitude (RFC 7946). The member
    "contactline" has the filter, and the number of rows without a place with these rows.
    """
    features, without = [], []
    for record in records(frame):
        if about.short:
            record = {name: joined(name, value) for name, value in record.items()}
        if record["lat"] is None or record["lon"] is None:
            without.append(record)
            continue
        kind, geometry = ("point", _point(record)) if about.short else _geometry(record)
        facts = record if about.short else record | {"geometry_is": kind}
        features.append({"type": "Feature", "geometry": geometry, "properties": facts})
    apart = {"filter": about.filters, "without_place": {"count": len(without), "rows": without}}
    whole = {"type": "FeatureCollection", "features": features, "contactline": apart}
    return (json.dumps(whole, ensure_ascii=False) + "\n").encode("utf-8")


def _geometry(record: Mapping[str, Any]) -> tuple[str, outlines.Geometry]:
    """The kind of geometry of a row, and the geometry."""
    if record["extent"] == "point" or record["radius_km"] is None:
        return "point", _point(record)
    first, last = (
        date.fromisoformat(told) if (told := record.get(name)) else other
        for name, other in (("date_start", date.min), ("date_end", date.max))
    )
    if outline := outlines.as_one(record["place_id"], first, last):
        return "outline", outline
    return "ring", _ring(record["lat"], record["lon"], record["radius_km"])


def _point(record: Mapping[str, Any]) -> outlines.Geometry:
    return {"type": "Point", "coordinates": [record["lon"], record["lat"]]}


def _ring(lat: float, lon: float, radius_km: float) -> outlines.Geometry:
    """A circle around an area's middle, cut where it would reach a pole or the antimeridian."""
    high = radius_km / _KM_A_DEGREE
    wide = high / math.cos(math.radians(min(abs(lat), _NEAREST_POLE)))
    turns = [2 * math.pi * step / _CORNERS for step in range(_CORNERS)]
    corners = [
        [
            round(max(-180.0, min(180.0, lon + wide * math.cos(turn))), 4),
            round(max(-90.0, min(90.0, lat + high * math.sin(turn))), 4),
        ]
        for turn in turns
    ]
    return {"type": "Polygon", "coordinates": [[*corners, corners[0]]]}
