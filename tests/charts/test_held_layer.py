"""Who held what on the map: the colours of both ends of the days."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pandas as pd

from contactline.charts import held_layer, timeline

DAYS = date(2020, 9, 1), date(2020, 12, 31)


def row(place_id: str, extent: str, before: str, after: str, label: str = "Name") -> dict[str, Any]:
    return {
        "place_id": place_id,
        "label": label,
        "extent": extent,
        "lat": 39.5,
        "lon": 47.1,
        "before": before,
        "after": after,
        "words": "one, then another",
    }


HELD = pd.DataFrame(
    [
        row("fuzuli_district", "area", "", "AZE"),
        row("fuzuli", "point", "NKR", "AZE", label="{@@#x}"),
        row("hadrut_region", "area", "NKR", "AZE"),  # no outline is known of it: not drawn
    ]
)


def drawn(dark: bool = False) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    areas, towns = (json.loads(layer.to_json()) for layer in held_layer.layers(HELD, DAYS, dark))
    return [feature["properties"] for feature in areas["data"]["features"]], towns["data"]


def rgb(code: str, dark: bool = False) -> list[int]:
    colour = held_layer.colours(dark)[code]
    return [int(colour[at : at + 2], 16) for at in (1, 3, 5)]


def test_the_fill_tells_the_last_day_and_the_edge_the_first() -> None:
    (district,), (town,) = drawn()

    assert (district["held"], district["fill"][:3], district["rim"][:3]) == (
        "fuzuli_district",
        rgb("AZE"),
        rgb(held_layer.UNKNOWN),
    )
    assert (town["held"], town["solid"][:3], town["rim"][:3]) == ("fuzuli", rgb("AZE"), rgb("NKR"))


def test_a_click_on_them_filters_for_nothing_and_no_name_is_read_as_code() -> None:
    (district,), (town,) = drawn()

    assert district["place_id"] == town["place_id"] == ""
    assert town["label"] == "#x"


def test_no_holder_has_the_colour_of_a_class() -> None:
    for dark in (False, True):
        assert not set(held_layer.colours(dark).values()) & set(timeline.colours(dark).values())
