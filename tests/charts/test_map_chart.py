"""The map's layers: what is drawn as what, what a click finds, and that no text can be taken for code."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pandas as pd
import pytest

from contactline.charts import map_chart, map_labels
from contactline.views import labels

DAYS = date(2023, 1, 1), date(2023, 12, 31)


def place(place_id: str, events: int, lon: float, lat: float, **values: Any) -> dict[str, Any]:
    counts = dict.fromkeys(labels.QUADS, 0) | {"material conflict": events}
    return (
        {
            "place_id": place_id,
            "label": place_id.title(),
            "kind": "city",
            "extent": "point",
            "country": "AZE",
            "lon": lon,
            "lat": lat,
            "radius_km": 3.0,
            "number": events,
            "quad": "material conflict",
        }
        | counts
        | values
    )


def area(
    place_id: str, events: int, lon: float, lat: float, kind: str = "region", **values: Any
) -> dict[str, Any]:
    return place(place_id, events, lon, lat, kind=kind, extent="area", **{"radius_km": 30.0} | values)


PLACES = pd.DataFrame(
    [
        place("stepanakert", 9, 46.75, 39.82),
        place("goris", 1, 46.34, 39.51),
        place("lachin", 0, 46.55, 39.64),
        place("kapan", 0, 46.41, 39.21),
        place("moscow", 5, 37.6, 55.7),
        area("nagorno_karabakh", 20, 46.76, 39.92),
        area("martakert_region", 1, 46.8, 40.2, kind="district", radius_km=20.0),
        area("azerbaijan", 4, 47.5, 40.4, kind="country", radius_km=200.0),
        area("south_caucasus", 1, 46.0, 40.7, radius_km=300.0),
        place("lachin_corridor", 2, 46.5, 39.6, kind="corridor", extent="line", radius_km=20.0),
    ]
)


def layers(
    places: pd.DataFrame = PLACES, days: tuple[date, date] | None = DAYS, **settings: Any
) -> dict[str, Any]:
    deck = json.loads(map_chart.deck(places, days, settings.pop("dark", False), **settings).to_json())
    return {layer["id"]: layer for layer in deck["layers"]}


def ids(layer: dict[str, Any]) -> list[str]:
    data = layer["data"]
    rows = [f["properties"] for f in data["features"]] if isinstance(data, dict) else data
    return [row["place_id"] for row in rows]


def test_each_place_is_drawn_as_what_is_known_of_it() -> None:
    found = layers()

    assert ids(found["points"]) == ["stepanakert", "goris"]
    assert ids(found["areas"]) == [
        "nagorno_karabakh",
        "lachin_corridor",
        "lachin_corridor",
    ]  # and that winter's link
    assert ids(found["rings"]) == ["martakert_region"]
    assert [spot["lat"] for spot in found["landmarks"]["data"]] == [39.64]  # Lachin: always named
    plates = [row["place_id"] for row in found["names"]["data"] if row["edge"][3]]
    assert sorted(plates) == ["azerbaijan", "south_caucasus"]


def test_places_beyond_the_base_map_are_not_drawn() -> None:
    assert "moscow" not in map_chart.deck(PLACES, DAYS, dark=False).to_json()


def test_what_is_drawn_can_be_clicked_and_names_its_place() -> None:
    found = layers()

    for name in ("areas", "rings", "halos", "names"):
        assert found[name]["pickable"] is True
        assert None not in ids(found[name])
    assert not any(found[name]["pickable"] for name in ("points", "landmarks", "guards"))
    (lachin,) = [row for row in found["names"]["data"] if row["text"] == "Lachin"]
    assert lachin["place_id"] == ""  # nothing is told of it: nothing to filter for


def test_a_disc_s_area_is_its_number() -> None:
    big, small = (row["r"] for row in layers()["points"]["data"])
    most = max(PLACES["number"])

    assert big == pytest.approx(map_chart.LARGEST * (9 / most) ** 0.5, abs=0.1)
    assert small == pytest.approx(map_chart.LARGEST * (1 / most) ** 0.5, abs=0.1)
    many = PLACES.assign(number=PLACES["number"] * [1000, *[1] * (len(PLACES) - 1)])
    assert layers(many)["points"]["data"][-1]["r"] == map_chart.SMALLEST  # still to be hit


def test_names_tell_numbers_and_the_important_ones_come_first() -> None:
    names = [row["text"] for row in layers()["names"]["data"] if row["text"]]

    # drawn last, on top of others
    assert names[-4:] == ["Lachin_Corridor (2)", "Lachin", "Stepanakert (9)", "Nagorno_Karabakh (20)"]
    assert "Goris (1)" in names and "Kapan" not in names


def test_each_name_has_a_pin_of_its_own_number_and_a_gate_drawn_after_it() -> None:
    found = layers()
    names, guards = found["names"]["data"], found["guards"]["data"]

    assert len(names) == len(guards)
    for name, blank, pin, gate in zip(names[::2], names[1::2], guards[::2], guards[1::2], strict=True):
        assert name["text"] and not blank["text"]
        assert (pin["lon"], pin["lat"]) == (name["lon"], name["lat"])
        assert gate["lat"] == name["lat"] and gate["lon"] > name["lon"]
        assert gate["r"] > pin["r"]


def test_a_gate_covers_its_name_s_point_as_long_as_the_map_is_too_far(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(map_labels, "placed", lambda names: [map_labels.Placed(name, 0, 0, 8.0) for name in names])
    found = layers()

    for name, gate in zip(found["names"]["data"][::2], found["guards"]["data"][1::2], strict=True):
        near, far = (
            map_labels.on_screen(gate["lon"], gate["lat"], zoom)[0]
            - map_labels.on_screen(name["lon"], name["lat"], zoom)[0]
            for zoom in (8.0, 8.0 - map_labels.FADE)
        )
        assert near > gate["r"] + 2  # the filter looks at two pixels around the point
        assert far < gate["r"]


def test_a_filter_for_places_leaves_the_others_paler() -> None:
    found = layers(picked=("goris",))

    alphas = {row["place_id"]: row["colour"][3] for row in found["points"]["data"]}
    assert alphas["goris"] == layers()["points"]["data"][1]["colour"][3] > 2 * alphas["stepanakert"]


@pytest.mark.parametrize("text", ["@@#x", "@@=x", "@@@@=alert(1)", "a {label} b", "{"])
def test_no_name_is_read_as_code_or_as_a_placeholder(text: str) -> None:
    found = layers(PLACES.assign(label=text))

    for name in ("points", "names", "rings"):
        for row in found[name]["data"]:
            for key in ("label", "text", "told", "split"):
                assert not str(row.get(key, "")).startswith("@@")
                assert not {"{", "}"} & set(str(row.get(key, "")))


@pytest.mark.parametrize("dark", [False, True])
def test_the_map_asks_nobody_for_anything(dark: bool) -> None:
    deck = json.loads(map_chart.deck(PLACES, None, dark).to_json())

    assert deck["mapStyle"].startswith("data:")
    assert deck.get("mapProvider") is None
    assert "http" not in json.dumps(deck)


def test_the_message_is_small() -> None:
    assert len(map_chart.deck(PLACES, None, dark=False).to_json()) < 170_000


def test_the_corridor_is_drawn_as_it_ran_on_the_days() -> None:
    def route(*days: date) -> list[Any]:
        features = layers(days=days)["areas"]["data"]["features"]  # type: ignore[arg-type]
        return [f["geometry"] for f in features if f["properties"]["place_id"] == "lachin_corridor"]

    assert len(route(*DAYS)) == 2  # the new one, and the link of that winter
    assert route(date(2021, 1, 1), date(2021, 1, 2)) != route(date(2023, 6, 1), date(2023, 6, 2))


def test_the_first_view_holds_most_events_and_no_country() -> None:
    view = map_chart.view(PLACES)

    assert view["latitude"] == pytest.approx(39.9, abs=0.2)
    assert view["longitude"] == pytest.approx(46.7, abs=0.3)
    assert view == map_chart.view(PLACES[PLACES["kind"] != "country"])
    assert view == map_chart.view(PLACES[PLACES["place_id"] != "moscow"])


def test_the_view_widens_where_much_is_told_of_far_towns() -> None:
    far = pd.concat([PLACES, pd.DataFrame([place("baku", 30, 49.87, 40.41)])])

    assert map_chart.view(far)["zoom"] < map_chart.view(PLACES)["zoom"]
    assert map_chart.view(far)["longitude"] > map_chart.view(PLACES)["longitude"]


def test_the_view_stays_when_only_a_week_is_shown() -> None:
    week = PLACES.assign(number=[0, 1, *[0] * (len(PLACES) - 2)])
    decks = [
        json.loads(map_chart.deck(p, DAYS, False, frame=map_chart.Frame(PLACES)).to_json()) for p in (week, PLACES)
    ]

    assert decks[0]["initialViewState"] == decks[1]["initialViewState"]


def test_discs_of_one_week_are_of_the_scale_of_all_weeks() -> None:
    week = PLACES.assign(number=[20, 1, *[0] * (len(PLACES) - 2)])

    assert layers(week)["points"]["data"][0]["r"] == map_chart.LARGEST
    assert layers(week, frame=map_chart.Frame(week, top=80))["points"]["data"][0]["r"] == map_chart.LARGEST / 2


def test_few_events_have_no_large_disc() -> None:
    one = PLACES.assign(number=[1, *[0] * (len(PLACES) - 1)])

    assert layers(one)["points"]["data"][0]["r"] == round(map_chart.LARGEST / 10**0.5, 1)


def test_of_no_events_the_map_is_still_drawn() -> None:
    empty = PLACES.assign(number=0)
    found = layers(empty)

    assert ids(found["points"]) == ids(found["areas"]) == []
    assert [row["text"] for row in found["names"]["data"] if row["text"]] == [
        "Lachin_Corridor",
        "Lachin",
        "Stepanakert",
        "Nagorno_Karabakh",
    ]
    assert map_chart.view(empty)["zoom"] == 7.5


def test_what_the_pointer_is_on_gets_an_outline_and_keeps_its_colour() -> None:
    found = layers()

    halo, disc = found["halos"]["data"][0], found["points"]["data"][0]
    assert halo["place_id"] == disc["place_id"] and halo["r"] > disc["r"]
    assert found["halos"]["getFillColor"][3] == 0  # seen only while the pointer is on it
    assert list(found).index("halos") < list(found).index("points")
    assert found["areas"]["_subLayerProps"] == {"polygons-fill": {"autoHighlight": False}}


def test_every_name_lies_on_a_ground_that_no_line_strikes_through() -> None:
    assert all(row["plate"][3] > 0 for row in layers()["names"]["data"] if row["text"])


def test_the_first_view_fits_the_frame() -> None:
    phone, wide = (map_chart.view(PLACES, width) for width in (350, 1000))

    assert phone["zoom"] < wide["zoom"]
    assert (phone["latitude"], phone["longitude"]) == (wide["latitude"], wide["longitude"])
    west, east = 46.34, 47.11  # the events lie between
    (left, _), (right, _) = (map_labels.on_screen(lon, 39.8, phone["zoom"]) for lon in (west, east))
    assert right - left < 350


def test_mentions_are_counted_in_words_and_have_the_colour_of_no_class() -> None:
    found = layers(PLACES.assign(quad=""), unit="mentions")

    assert [row["told"] for row in found["points"]["data"]] == ["9 mentions, city", "1 mention, city"]
    assert len({tuple(row["colour"]) for row in found["points"]["data"]}) == 1


def test_who_held_what_lies_beneath_and_leaves_the_regions_of_events_empty() -> None:
    held = pd.DataFrame(
        [
            {
                "place_id": "fuzuli_district",
                "label": "Fuzuli",
                "extent": "area",
                "lat": 39.5,
                "lon": 47.2,
                "before": "NKR",
                "after": "AZE",
                "words": "one, then another",
                "sources": "a book",
            }
        ]
    )
    found = layers(held=held)

    assert list(found)[:2] == ["held", "held_towns"]
    assert {f["properties"]["soft"][3] for f in found["areas"]["data"]["features"]} == {0}
