"""The shapes of places: every one that the table names is there, as it stood on the days."""

from __future__ import annotations

import json
from datetime import date

import pytest

from contactline.lexicon import load, read_table
from contactline.views import outlines

EVER = date(1990, 1, 1), date(2025, 12, 31)
OLD = date(2022, 1, 1), date(2022, 6, 30)
NEW = date(2023, 6, 1), date(2023, 9, 30)
PLACES = {row["place_id"]: row for row in load().rows("places")}


@pytest.mark.parametrize("row", read_table(outlines.DIRECTORY / "shapes.csv").rows, ids=lambda row: row["feature"])
def test_each_row_of_the_shapes_names_a_place_and_a_feature(row: dict[str, str]) -> None:
    features = json.loads((outlines.DIRECTORY / f"{row['file']}.geojson").read_text())["features"]
    names = [feature["properties"]["name"] for feature in features]

    assert PLACES[row["place_id"]]["extent"] in ("area", "line")
    assert [name for name in row["feature"].split("|") if name not in names] == []


@pytest.mark.parametrize(
    "place_id", sorted({row["place_id"] for row in read_table(outlines.DIRECTORY / "shapes.csv").rows})
)
def test_each_shape_has_corners_near_its_place(place_id: str) -> None:
    corners = [spot for shape in outlines.of_place(place_id, *EVER) for spot in flat(shape["coordinates"])]

    assert len(corners) > 1
    place = PLACES[place_id]
    away = 1.5 * float(place["radius_km"]) / 85 + 1  # a degree is 85 to 111 km here
    assert min(abs(lon - float(place["lon"])) + abs(lat - float(place["lat"])) for lon, lat in corners) < away


def flat(part: object) -> list[tuple[float, float]]:
    if isinstance(part[0], (int, float)):  # type: ignore[index]
        return [tuple(part)]  # type: ignore[arg-type]
    return [spot for piece in part for spot in flat(piece)]  # type: ignore[attr-defined]


def test_the_corridor_takes_the_route_of_the_days() -> None:
    old, new = outlines.of_place("lachin_corridor", *OLD), outlines.of_place("lachin_corridor", *NEW)

    assert len(old) == len(new) == 1
    assert old != new
    assert len(outlines.of_place("lachin_corridor", OLD[0], NEW[1])) == 3  # both, and the link of that winter


def test_the_line_of_contact_is_there_as_long_as_it_stood() -> None:
    assert len(outlines.of_place("line_of_contact", date(2016, 4, 1), date(2016, 4, 5))) == 1
    assert outlines.of_place("line_of_contact", *NEW) == []


def test_a_place_without_an_outline_has_no_shape() -> None:
    assert outlines.of_place("stepanakert", *EVER) == []
    assert outlines.of_place("martakert_region", *EVER) == []  # its bounds are in no file


def test_a_border_is_what_two_countries_share() -> None:
    (border,) = outlines.of_place("armenia_iran_border", *EVER)

    assert all(45 < lon < 47 and 38.7 < lat < 39.1 for lon, lat in flat(border["coordinates"]))


def test_neighbours_still_share_their_border_when_corners_are_left_out() -> None:
    (border,) = outlines.of_place("armenia_azerbaijan_border", *EVER)
    corners = flat(border["coordinates"])

    assert len(corners) > 80
    assert len(border["coordinates"]) < 10  # in few pieces


@pytest.mark.parametrize("place_id", ["east_zangezur", "nakhchivan_ar", "surrounding_districts"])
def test_districts_that_touch_are_one_area_without_borders_in_it(place_id: str) -> None:
    whole = outlines.as_one(place_id, *EVER)

    assert whole is not None
    assert (whole["type"], len(whole["coordinates"]), len(whole["coordinates"][0])) == ("MultiPolygon", 1, 1)
    (ring,) = whole["coordinates"][0]
    assert len({tuple(corner) for corner in ring}) == len(ring) - 1  # it crosses and touches itself nowhere
    apart = sum(abs(area(shape["coordinates"][0])) for shape in outlines.of_place(place_id, *EVER))
    assert area(ring) == pytest.approx(apart, rel=0.01)


def test_a_city_within_its_district_leaves_no_hole() -> None:
    whole = outlines.as_one("karabakh_economic_region", *EVER)

    assert whole is not None
    assert [len(polygon) for polygon in whole["coordinates"]] == [1]


def test_holes_run_clockwise_in_the_area_around_them() -> None:
    whole = outlines.as_one("armenia", *EVER)

    assert whole is not None
    assert [[area(ring) > 0 for ring in polygon] for polygon in whole["coordinates"]] == [
        [True, False, False],
        [True],
    ]


def test_a_place_that_has_no_outline_has_none_as_a_whole() -> None:
    assert outlines.as_one("stepanakert", *EVER) is None


def area(ring: list[list[float]]) -> float:
    """Positive for a ring that runs counter-clockwise."""
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, ring[1:], strict=False)) / 2
