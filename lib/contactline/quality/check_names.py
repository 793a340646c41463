"""Checks of places and actors that need more than one row: positions, ambiguous names, holders of offices."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

from contactline import locations
from contactline.lexicon import Lexicon, Row
from contactline.lexicon.table import LINE, Fault
from contactline.names.index import fold

BASEMAP = locations.BASEMAP / "countries.geojson"
TOLERANCE_KM = 6.0  # tolerated, since Natural Earth's borders are simplified and lack some exclaves
POINTS = frozenset(("village", "town", "city", "capital", "base", "bridge", "mountain"))

Ring = list[tuple[float, float]]


def faults(lexicon: Lexicon, basemap: Path = BASEMAP) -> list[Fault]:
    """Return towns outside their country, strong names that mean two entries, and offices with two holders on
    one day.
    """
    borders = _borders(basemap)
    persons = frozenset(row["actor_id"] for row in lexicon.rows("actors") if row["kind"] == "person")
    return [
        *(fault for row in lexicon.rows("places") for fault in _position(row, borders)),
        *_names("place_names", "place_id", frozenset(), lexicon),
        *_names("actor_names", "actor_id", persons, lexicon),
        *_holders(lexicon),
    ]


def _position(row: Row, borders: dict[str, list[Ring]]) -> Iterator[Fault]:
    if row["kind"] not in POINTS or row["country"] not in borders:
        return
    distance = distance_outside(float(row["lat"]), float(row["lon"]), borders[row["country"]])
    if distance > TOLERANCE_KM + float(row["radius_km"]):
        country = row["country"]
        expected = f"a place in {country}; {row['lat']}, {row['lon']} lies {distance:.0f} km outside"
        yield Fault("places", int(row[LINE]), "place_id", row["place_id"], expected)


@cache
def _borders(basemap: Path) -> dict[str, list[Ring]]:
    """The outer rings of the countries that lie completely on the base map, by ISO 3166-1 alpha-3 code."""
    whole = {"AM": "ARM", "AZ": "AZE"}
    found: dict[str, list[Ring]] = {}
    for feature in json.loads(basemap.read_text(encoding="utf-8"))["features"]:
        code = whole.get(feature["properties"]["country_iso"])
        geometry = feature["geometry"]
        polygons = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
        if code:
            found.setdefault(code, []).extend([(x, y) for x, y in polygon[0]] for polygon in polygons)
    return found


def distance_outside(lat: float, lon: float, rings: list[Ring]) -> float:
    """How far, in km, a point (in degrees) lies outside all rings of (lon, lat); 0 inside one of them.

    Uses the even-odd rule. Distances are measured on a plane through the point, with an error of about one percent
    up to a hundred km.
    """
    if any(_inside(lon, lat, ring) for ring in rings):
        return 0.0
    scale = math.cos(math.radians(lat))
    near = math.inf
    for ring in rings:
        for (x1, y1), (x2, y2) in zip(ring, ring[1:], strict=False):
            ax, ay, bx, by = (x1 - lon) * scale, y1 - lat, (x2 - lon) * scale, y2 - lat
            dx, dy = bx - ax, by - ay
            length = dx * dx + dy * dy
            t = 0.0 if length == 0 else max(0.0, min(1.0, -(ax * dx + ay * dy) / length))
            near = min(near, math.hypot(ax + t * dx, ay + t * dy))
    return near * 111.2


def _inside(x: float, y: float, ring: Ring) -> bool:
    inside = False
    for (x1, y1), (x2, y2) in zip(ring, ring[1:], strict=False):
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            inside = not inside
    return inside


def _names(table: str, column: str, persons: frozenset[str], lexicon: Lexicon) -> Iterator[Fault]:
    """Yield strong names that mean two entries. A surname may mean several ``persons``: such a mention stays
    open.
    """
    holders: dict[str, str] = {}
    for row in lexicon.rows(table):
        surname = row[column] in persons and " " not in row["name"]
        if row["strength"] == "strong" and not surname:
            holder = holders.setdefault(fold(row["name"]), row[column])
            if holder != row[column]:
                yield Fault(
                    table, int(row[LINE]), "name", row["name"], f"a name of one; it is strong for {holder} too"
                )


def _holders(lexicon: Lexicon) -> Iterator[Fault]:
    """Yield offices that only one person can hold and that have two holders on one day, except on the day of
    handover.
    """
    single = {row["office"] for row in lexicon.rows("office_kinds") if row["holders"] == "one"}
    held: dict[tuple[str, str], list[tuple[date, date, str, int]]] = {}
    for row in lexicon.rows("actor_roles"):
        if row["office"] in single:
            since = date.fromisoformat(row["since"]) if row["since"] else date.min
            until = date.fromisoformat(row["until"]) if row["until"] else date.max
            terms = held.setdefault((row["country"], row["office"]), [])
            terms.append((since, until, row["actor_id"], int(row[LINE])))
    for (country, office), terms in held.items():
        terms.sort()
        for (_, until, holder, _), (since, _, later, line) in zip(terms, terms[1:], strict=False):
            if since < until and holder != later:
                expected = f"one {office} of {country} a day; {holder} holds it until {until}"
                yield Fault("actor_roles", line, "actor_id", later, expected)
