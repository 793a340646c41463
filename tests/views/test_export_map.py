"""GeoJSON as a map program reads it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pandas as pd
import pyogrio
import pytest
from made_exports import exported

from contactline.views import export
from contactline.views.export_files import About


@pytest.fixture(scope="module")
def frame(tmp_path_factory: pytest.TempPathFactory) -> pd.DataFrame:
    return export.flat(exported(tmp_path_factory.mktemp("t")), "events")


def told(frame: pd.DataFrame, about: About = About()) -> dict[str, Any]:  # noqa: B008 it is frozen
    return json.loads(export.render(frame, "geojson", about))


def test_what_has_no_place_is_apart_and_counted(frame: pd.DataFrame) -> None:
    whole = told(frame, About("4 events"))

    assert [f["properties"]["event_id"] for f in whole["features"]] == ["a-01", "b-02"]
    apart = whole["contactline"]["without_place"]
    assert (whole["contactline"]["filter"], apart["count"]) == ("4 events", 2)
    assert [row["event_id"] for row in apart["rows"]] == ["a-02", "b-01"]


def test_a_town_is_a_point(frame: pd.DataFrame) -> None:
    shusha = told(frame)["features"][0]
    facts = ("lat", "lon", "extent", "radius_km", "geometry_is")

    assert shusha["geometry"] == {"type": "Point", "coordinates": [46.75, 39.8]}
    assert [shusha["properties"][name] for name in facts] == [39.8, 46.75, "point", 8.0, "point"]


def test_an_area_without_an_outline_is_a_ring_of_its_radius(frame: pd.DataFrame) -> None:
    iran = told(frame)["features"][1]
    (ring,) = iran["geometry"]["coordinates"]

    assert (iran["geometry"]["type"], iran["properties"]["geometry_is"]) == ("Polygon", "ring")
    assert (ring[0], ring[0] == ring[-1], len(ring)) == ([60.4229, 32.0], True, 49)
    assert (min(lat for _, lat in ring), max(lat for _, lat in ring)) == (25.705, 38.295)  # 700 km


def moved(frame: pd.DataFrame, place_id: str, extent: str, days: tuple[str, str] | None) -> pd.DataFrame:
    """The event of the town at another place and time."""
    start, end = (pd.Timestamp(day) for day in days) if days else (pd.NaT, pd.NaT)
    return frame.iloc[:1].assign(place_id=place_id, extent=extent, date_start=start, date_end=end)


@pytest.mark.parametrize(
    ("place_id", "extent", "days", "kind", "parts"),
    [
        ("syunik", "area", ("2021-05-12", "2021-05-12"), "MultiPolygon", 1),
        ("azerbaijan", "area", ("2021-05-12", "2021-05-12"), "MultiPolygon", 6),
        ("east_zangezur", "area", None, "MultiPolygon", 1),
        ("armenia_iran_border", "line", None, "MultiLineString", 1),
        ("lachin_corridor", "line", ("2022-01-01", "2022-06-30"), "MultiLineString", 1),
        ("lachin_corridor", "line", None, "MultiLineString", 3),
    ],
)
def test_an_area_or_line_has_its_outline_of_those_days(
    frame: pd.DataFrame, place_id: str, extent: str, days: tuple[str, str] | None, kind: str, parts: int
) -> None:
    (feature,) = told(moved(frame, place_id, extent, days))["features"]

    assert (feature["geometry"]["type"], feature["properties"]["geometry_is"]) == (kind, "outline")
    assert len(feature["geometry"]["coordinates"]) == parts


def test_outer_rings_run_counter_clockwise(frame: pd.DataFrame) -> None:
    features = told(pd.concat([frame, moved(frame, "azerbaijan", "area", None)]))["features"][1:]
    rings = [polygon[0] for f in features for polygon in parts_of(f["geometry"])]

    assert len(rings) == 7
    for ring in rings:
        assert sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, ring[1:], strict=False)) > 0


def parts_of(geometry: dict[str, Any]) -> list[Any]:
    return geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]


def test_a_ring_near_a_pole_stays_on_the_map(frame: pd.DataFrame) -> None:
    (feature,) = told(moved(frame, "x", "area", None).assign(lat=89.0, lon=170.0, radius_km=500.0))["features"]

    corners = feature["geometry"]["coordinates"][0]
    assert all(-180 <= lon <= 180 and -90 <= lat <= 90 for lon, lat in corners)


def test_a_map_program_reads_it(frame: pd.DataFrame, tmp_path: Path) -> None:
    (tmp_path / "e.geojson").write_bytes(export.render(frame, "geojson"))

    info = pyogrio.read_info(tmp_path / "e.geojson")
    _, table = pyogrio.read_arrow(tmp_path / "e.geojson")

    assert (info["features"], info["geometry_type"], info["crs"]) == (2, "Unknown", "EPSG:4326")
    assert table["event_id"].to_pylist() == ["a-01", "b-02"]
    assert table["geometry_is"].to_pylist() == ["point", "ring"]


def test_with_short_names_it_becomes_a_shapefile(frame: pd.DataFrame, tmp_path: Path) -> None:
    (tmp_path / "e.geojson").write_bytes(export.render(frame, "geojson", About(short=True)))

    meta, table = pyogrio.read_arrow(tmp_path / "e.geojson")
    pyogrio.write_arrow(
        table, tmp_path / "e.shp", geometry_name="wkb_geometry", geometry_type="Point", crs=meta["crs"]
    )
    info, again = pyogrio.read_info(tmp_path / "e.shp"), pyogrio.read_arrow(tmp_path / "e.shp")[1]

    assert (info["features"], info["geometry_type"]) == (2, "Point")
    assert again.column_names == table.column_names
    assert (again["lat"].to_pylist(), again["extent"].to_pylist()) == ([39.8, 32.0], ["point", "area"])


def test_what_has_no_place_at_all_is_no_map() -> None:
    with pytest.raises(export.ExportError, match="no places"):
        export.render(pd.DataFrame({"a": [1]}), "geojson")
