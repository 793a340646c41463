"""The checks of the tables of places and actors: every fault at once, with file, row and value."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from contactline import lexicon
from contactline.matching import fold

BASEMAP = lexicon.DIRECTORY.parent / "basemap" / "countries.geojson"
TOLERANCE_KM = 6.0  # Natural Earth's borders are generalised, and lack some exclaves
POINTS = frozenset(("village", "town", "city", "capital", "base", "bridge", "mountain"))
KINDS = POINTS | {"region", "district", "country", "border", "road", "corridor", "river", "lake"}
EXTENTS = frozenset(("point", "area", "line"))
STRENGTHS = frozenset(("strong", "weak"))
BODIES = frozenset(
    ("NKR", "EU", "UN", "OSC", "NATO", "ICRC", "IGO", "NGO", "MED", "CIV", "SUN", "")
)  # codes of actors that are no country of countries.csv

Ring = list[tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a row: ``file``, its ``row`` (line in the file), the ``value`` and why."""

    file: str
    row: str
    value: str
    reason: str

    def __str__(self) -> str:
        return f"{self.file}:{self.row}: {self.value!r}: {self.reason}"


def check(directory: Path = lexicon.DIRECTORY, basemap: Path = BASEMAP) -> list[Fault]:
    """All faults of the tables of names, in the order of the files."""
    return [
        *_places(directory, basemap),
        *_names("place_names", "place_id", _ids("places", "place_id", directory), directory),
        *_actors(directory),
        *_names("actor_names", "actor_id", _ids("actors", "actor_id", directory), directory),
        *_countries(directory),
        *_roles(directory),
        *_small_tables(directory),
    ]


def _ids(table: str, column: str, directory: Path) -> frozenset[str]:
    return frozenset(r[column] for r in lexicon.rows(table, directory))


def _codes(directory: Path) -> frozenset[str]:
    return BODIES | _ids("countries", "code", directory)


def _twice(table: str, column: str, directory: Path) -> Iterator[Fault]:
    seen: set[str] = set()
    for r in lexicon.rows(table, directory):
        if r[column] in seen:
            yield Fault(f"{table}.csv", r["#line"], r[column], f"{column} stands twice")
        seen.add(r[column])


def _places(directory: Path, basemap: Path) -> Iterator[Fault]:
    yield from _twice("places", "place_id", directory)
    actors = _ids("actors", "actor_id", directory)
    borders = _borders(basemap)
    for r in lexicon.rows("places", directory):
        line = r["#line"]
        for column, allowed in (("kind", KINDS), ("extent", EXTENTS)):
            if r[column] not in allowed:
                yield Fault("places.csv", line, r[column], f"no {column} of a place")
        for column in ("name", "source", "licence", "confidence"):
            if not r[column]:
                yield Fault("places.csv", line, r["place_id"], f"{column} is empty")
        if r["actor"] and r["actor"] not in actors:
            yield Fault("places.csv", line, r["actor"], "no such actor")
        yield from _position(r, borders)


def _position(r: dict[str, str], borders: dict[str, list[Ring]]) -> Iterator[Fault]:
    try:
        lat, lon, radius = float(r["lat"]), float(r["lon"]), float(r["radius_km"])
    except ValueError:
        yield Fault("places.csv", r["#line"], f"{r['lat']}, {r['lon']}, {r['radius_km']}", "not three numbers")
        return
    if not (-90 <= lat <= 90 and -180 <= lon <= 180 and radius >= 0):
        yield Fault("places.csv", r["#line"], f"{lat}, {lon}, {radius}", "out of bounds")
    elif r["kind"] in POINTS and r["country"] in borders:
        distance = distance_outside(lat, lon, borders[r["country"]])
        if distance > TOLERANCE_KM + radius:
            yield Fault("places.csv", r["#line"], r["place_id"], f"{distance:.0f} km outside {r['country']}")


@cache
def _borders(basemap: Path) -> dict[str, list[Ring]]:
    """The outer rings of the countries that lie wholly on the base map, by ISO 3166-1 alpha-3."""
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
    """How far, in km, a point (degrees) lies outside all rings of (lon, lat); 0 inside one.

    Even-odd rule; distances on a plane through the point, right to a percent within a hundred km.
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


def _names(table: str, column: str, ids: frozenset[str], directory: Path) -> Iterator[Fault]:
    """Ids resolve, and no strong name stands for two (surnames of several persons aside: they stay open)."""
    file = f"{table}.csv"
    persons = frozenset(r["actor_id"] for r in lexicon.rows("actors", directory) if r["kind"] == "person")
    strong: dict[str, str] = {}
    rows: set[tuple[str, str]] = set()
    for r in lexicon.rows(table, directory):
        if r[column] not in ids:
            yield Fault(file, r["#line"], r[column], f"no such {column}")
        if r["strength"] not in STRENGTHS:
            yield Fault(file, r["#line"], r["strength"], "neither strong nor weak")
        if r["form"] not in ("name", "description"):
            yield Fault(file, r["#line"], r["form"], "no form of a name")
        if (r["name"], r[column]) in rows:
            yield Fault(file, r["#line"], r["name"], "row stands twice")
        rows.add((r["name"], r[column]))
        surname = r[column] in persons and " " not in r["name"]
        if r["strength"] == "strong" and not surname:
            holder = strong.setdefault(fold(r["name"]), r[column])
            if holder != r[column]:
                yield Fault(file, r["#line"], r["name"], f"strong name of {holder} too")


def _actors(directory: Path) -> Iterator[Fault]:
    yield from _twice("actors", "actor_id", directory)
    codes = _codes(directory)
    parts: dict[tuple[str, str], str] = {}
    for r in lexicon.rows("actors", directory):
        for column in ("name", "kind", "source", "licence", "confidence"):
            if not r[column]:
                yield Fault("actors.csv", r["#line"], r["actor_id"], f"{column} is empty")
        if r["country"] not in codes:
            yield Fault("actors.csv", r["#line"], r["country"], "no such country")
        if r["part"]:
            holder = parts.setdefault((r["country"], r["part"]), r["actor_id"])
            if holder != r["actor_id"]:
                yield Fault("actors.csv", r["#line"], r["actor_id"], f"{r['part']}: {holder} is it too")


def _countries(directory: Path) -> Iterator[Fault]:
    yield from _twice("countries", "code", directory)
    actors, places = _ids("actors", "actor_id", directory), _ids("places", "place_id", directory)
    for r in lexicon.rows("countries", directory):
        if r["actor_id"] not in actors:
            yield Fault("countries.csv", r["#line"], r["actor_id"], "no such actor")
        if r["place_id"] and r["place_id"] not in places:
            yield Fault("countries.csv", r["#line"], r["place_id"], "no such place")


def _day(cell: str) -> date | None:
    return date.fromisoformat(cell) if cell else None


def _roles(directory: Path) -> Iterator[Fault]:
    """Dates parse and are in order, and an office for one has one holder a day (handing over aside)."""
    file = "actor_roles.csv"
    actors, codes = _ids("actors", "actor_id", directory), _codes(directory)
    one = {r["office"]: r["holders"] == "one" for r in lexicon.rows("office_kinds", directory)}
    held: dict[tuple[str, str], list[tuple[date, date, str, str]]] = {}
    for r in lexicon.rows("actor_roles", directory):
        line = r["#line"]
        if r["actor_id"] not in actors:
            yield Fault(file, line, r["actor_id"], "no such actor")
        if r["country"] not in codes:
            yield Fault(file, line, r["country"], "no such country")
        if r["office"] and r["office"] not in one:
            yield Fault(file, line, r["office"], "no such office")
        try:
            since, until = _day(r["since"]) or date.min, _day(r["until"]) or date.max
        except ValueError:
            yield Fault(file, line, f"{r['since']}..{r['until']}", "not ISO dates")
            continue
        if since > until:
            yield Fault(file, line, f"{r['since']}..{r['until']}", "ends before it begins")
        if r["office"] and one.get(r["office"]):
            held.setdefault((r["country"], r["office"]), []).append((since, until, r["actor_id"], line))
    for (country, office), terms in held.items():
        terms.sort()
        for (_, until, holder, _), (since, _, later, line) in zip(terms, terms[1:], strict=False):
            if since < until and holder != later:
                yield Fault(file, line, later, f"{office} of {country} while {holder} holds it")


def _small_tables(directory: Path) -> Iterator[Fault]:
    """The tables that lean on others: titles, leaders, mistranslations."""
    offices = _ids("office_kinds", "office", directory)
    codes, places = _codes(directory), _ids("places", "place_id", directory)
    for table, column in (("offices", "office"), ("leaders", "office")):
        for r in lexicon.rows(table, directory):
            if r[column] not in offices:
                yield Fault(f"{table}.csv", r["#line"], r[column], "no such office")
            if r["country"] not in codes:
                yield Fault(f"{table}.csv", r["#line"], r["country"], "no such country")
    parts = {r["part"] for r in lexicon.rows("actors", directory)}
    for r in lexicon.rows("groups", directory):
        if r["part"] not in parts:
            yield Fault("groups.csv", r["#line"], r["part"], "no actor is such a part of a country")
    for r in lexicon.rows("mistranslations", directory):
        if r["stands_for"] not in codes and r["stands_for"] not in places:
            yield Fault("mistranslations.csv", r["#line"], r["stands_for"], "neither country nor place")
    for r in lexicon.rows("translation_signs", directory):
        if not r["weight"].isdecimal():
            yield Fault("translation_signs.csv", r["#line"], r["weight"], "not a whole number")
        try:
            fits = re.search(r["pattern"], r["example"]) is not None
        except re.error:
            fits = False
        if not fits:
            yield Fault("translation_signs.csv", r["#line"], r["pattern"], f"does not match {r['example']!r}")
