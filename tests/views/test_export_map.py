"""GeoJSON as a map program reads it."""

from __future__ import annotations

import json
from pathlib import Path

import pandas as pd
import pyogrio
import pytest
from made_exports import exported

from contactline.views import export
from contactline.views.export_files import About


def test_what_has_no_place_is_apart_and_counted(tmp_path: Path) -> None:
    frame = export.flat(exported(tmp_path / "t"), "events")
    whole = json.loads(export.render(frame, "geojson", About("4 events")))

    assert [f["geometry"]["coordinates"] for f in whole["features"]] == [[46.75, 39.8], [53.0, 32.0]]
    assert [(f["properties"]["extent"], f["properties"]["radius_km"]) for f in whole["features"]] == [
        ("point", 8.0),
        ("area", 700.0),
    ]
    apart = whole["contactline"]["without_place"]
    assert (whole["contactline"]["filter"], apart["count"]) == ("4 events", 2)
    assert [row["event_id"] for row in apart["rows"]] == ["a-02", "b-01"]


@pytest.mark.parametrize("short", [False, True])
def test_a_map_program_reads_it(tmp_path: Path, short: bool) -> None:
    frame = export.flat(exported(tmp_path / "t"), "events")
    (tmp_path / "e.geojson").write_bytes(export.render(frame, "geojson", About(short=short)))

    info = pyogrio.read_info(tmp_path / "e.geojson")
    meta, table = pyogrio.read_arrow(tmp_path / "e.geojson")

    assert (info["features"], info["geometry_type"], info["crs"]) == (2, "Point", "EPSG:4326")
    assert table["event_id"].to_pylist() == ["a-01", "b-02"]


def test_what_has_no_place_at_all_is_no_map(tmp_path: Path) -> None:
    with pytest.raises(export.ExportError, match="no places"):
        export.render(pd.DataFrame({"a": [1]}), "geojson")
