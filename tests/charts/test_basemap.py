"""The base map: what it has on the days, in an address of our own."""

from __future__ import annotations

import json
from datetime import date
from urllib.parse import unquote

import pytest

from contactline.charts import basemap
from contactline.lexicon import load

LEXICON = load()

EVER = date(1990, 1, 1), date(2025, 12, 31)
NEW = date(2023, 6, 1), date(2023, 9, 30)
PLACES = {row["place_id"]: row for row in LEXICON.rows("places")}


def test_each_label_point_is_of_a_place_and_on_the_map() -> None:
    for place_id, spot in basemap.label_points().items():
        assert place_id in PLACES
        assert basemap.inside(*spot)


@pytest.mark.parametrize("dark", [False, True])
def test_the_style_asks_nobody_for_anything(dark: bool) -> None:
    address = basemap.style(dark, *EVER)
    head, _, body = address.partition(",")
    style = json.loads(unquote(body))

    assert head == "data:application/json"
    assert not {"#", "%", "\n"} & set(body.replace("%23", ""))
    assert [s for s in style["sources"].values() if s["type"] != "geojson"] == []
    assert "http" not in body and not {"glyphs", "sprite"} & set(style)
    assert len(address) < 150_000


def test_the_style_has_what_stood_on_the_days() -> None:
    def features(days: tuple[date, date], source: str) -> int:
        style = json.loads(unquote(basemap.style(False, *days).partition(",")[2]))
        return len(style["sources"][source]["data"]["features"])

    assert features((date(2010, 1, 1), date(2010, 1, 2)), "held") == 1
    assert features(NEW, "held") == 0
    assert features(NEW, "oblast") == 1
    assert features(EVER, "corridor") == 3


@pytest.mark.parametrize(
    ("lon", "lat", "expected"), [(46.75, 39.82, True), (37.6, 55.7, False), (52.1, 40, False), (45, 37.4, False)]
)
def test_where_the_map_ends(lon: float, lat: float, expected: bool) -> None:
    assert basemap.inside(lon, lat) is expected
