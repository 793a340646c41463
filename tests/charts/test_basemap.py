"""The base map: every shape that a place names is there, as it stood on the days, in an address of our own."""

from __future__ import annotations

import json
from datetime import date
from urllib.parse import unquote

import pytest

from contactline.charts import basemap
from contactline.lexicon import load, read_table

LEXICON = load()

EVER = date(1990, 1, 1), date(2025, 12, 31)
OLD = date(2022, 1, 1), date(2022, 6, 30)
NEW = date(2023, 6, 1), date(2023, 9, 30)
PLACES = {row["place_id"]: row for row in LEXICON.rows("places")}


@pytest.mark.parametrize("row", read_table(basemap.DIRECTORY / "shapes.csv").rows, ids=lambda row: row["feature"])
def test_each_row_of_the_shapes_names_a_place_and_a_feature(row: dict[str, str]) -> None:
    features = json.loads((basemap.DIRECTORY / f"{row['file']}.geojson").read_text())["features"]
    names = [feature["properties"]["name"] for feature in features]

    assert PLACES[row["place_id"]]["extent"] in ("area", "line")
    assert [name for name in row["feature"].split("|") if name not in names] == []


@pytest.mark.parametrize(
    "place_id", sorted({row["place_id"] for row in read_table(basemap.DIRECTORY / "shapes.csv").rows})
)
def test_each_shape_has_corners_near_its_place(place_id: str) -> None:
    corners = [spot for shape in basemap.shapes(place_id, *EVER) for spot in flat(shape["coordinates"])]

    assert len(corners) > 1
    place = PLACES[place_id]
    away = 1.5 * float(place["radius_km"]) / 85 + 1  # a degree is 85 to 111 km here
    assert min(abs(lon - float(place["lon"])) + abs(lat - float(place["lat"])) for lon, lat in corners) < away


def flat(part: object) -> list[tuple[float, float]]:
    if isinstance(part[0], (int, float)):  # type: ignore[index]
        return [tuple(part)]  # type: ignore[arg-type]
    return [spot for piece in part for spot in flat(piece)]  # type: ignore[attr-defined]


def test_each_label_point_is_of_a_place_and_on_the_map() -> None:
    for place_id, spot in basemap.label_points().items():
        assert place_id in PLACES
        assert basemap.inside(*spot)


def test_the_corridor_takes_the_route_of_the_days() -> None:
    old, new = basemap.shapes("lachin_corridor", *OLD), basemap.shapes("lachin_corridor", *NEW)

    assert len(old) == len(new) == 1
    assert old != new
    assert len(basemap.shapes("lachin_corridor", OLD[0], NEW[1])) == 3  # both, and the link of that winter


def test_the_line_of_contact_is_there_as_long_as_it_stood() -> None:
    assert len(basemap.shapes("line_of_contact", date(2016, 4, 1), date(2016, 4, 5))) == 1
    assert basemap.shapes("line_of_contact", *NEW) == []


def test_a_place_without_an_outline_has_no_shape() -> None:
    assert basemap.shapes("stepanakert", *EVER) == []
    assert basemap.shapes("martakert_region", *EVER) == []  # its bounds are in no file


def test_a_border_is_what_two_countries_share() -> None:
    (border,) = basemap.shapes("armenia_iran_border", *EVER)

    assert all(45 < lon < 47 and 38.7 < lat < 39.1 for lon, lat in flat(border["coordinates"]))


def test_neighbours_still_share_their_border_when_corners_are_left_out() -> None:
    (border,) = basemap.shapes("armenia_azerbaijan_border", *EVER)
    corners = flat(border["coordinates"])

    assert len(corners) > 80
    assert len(border["coordinates"]) < 10  # in few pieces


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
