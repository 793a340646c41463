"""Rows on a map: GeoJSON. What has no place is kept apart and counted: a map would lose it silently."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import pandas as pd

from contactline.views.export_files import About, joined, records


def as_geojson(frame: pd.DataFrame, about: About) -> bytes:
    """A point a row that has a place, with its extent and radius_km: of an area or line the point is the middle.

    Coordinates are longitude, latitude (RFC 7946). The member "contactline" has the filter, and the rows without a
    place with their number. Lists are lists; with short names, for a shapefile, they are joined.
    """
    features, without = [], []
    for record in records(frame):
        lat, lon = record["lat"], record["lon"]
        facts = {name: value for name, value in record.items() if name not in ("lat", "lon")}
        if about.short:
            facts = {name: joined(name, value) for name, value in facts.items()}
        if lat is None or lon is None:
            without.append(facts)
        else:
            features.append(_feature(lat, lon, facts))
    apart = {"filter": about.filters, "without_place": {"count": len(without), "rows": without}}
    whole = {"type": "FeatureCollection", "features": features, "contactline": apart}
    return (json.dumps(whole, ensure_ascii=False) + "\n").encode("utf-8")


def _feature(lat: float, lon: float, facts: Mapping[str, Any]) -> dict[str, Any]:
    return {"type": "Feature", "geometry": {"type": "Point", "coordinates": [lon, lat]}, "properties": dict(facts)}
