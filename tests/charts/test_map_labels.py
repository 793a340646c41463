"""Names on the map: important ones first, none on another one or on a foreign disc, at any zoom."""

from __future__ import annotations

import itertools

import numpy as np
import pytest

from contactline.charts import map_labels
from contactline.charts.map_labels import FADE, SIZE, ZOOMS, Name, Placed, on_screen, placed, width

Box = tuple[float, float, float, float]


def box(place: Placed, zoom: float) -> Box:
    """Left, top, right, bottom, worked out apart from the module's own boxes."""
    x, y = on_screen(place.name.lon, place.name.lat, zoom)
    across, down = width(place.name.text) / 2 + place.name.pad, SIZE / 2 + place.name.pad
    return x + place.dx - across, y + place.dy - down, x + place.dx + across, y + place.dy + down


def disc(name: Name, zoom: float) -> Box:
    x, y = on_screen(name.lon, name.lat, zoom)
    return x - name.radius, y - name.radius, x + name.radius, y + name.radius


def meet(a: Box, b: Box) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def made(number: int, seed: int) -> list[Name]:
    rng = np.random.default_rng(seed)
    return [
        Name(
            "Village " * int(rng.integers(1, 4)),
            float(rng.uniform(45, 48)),
            float(rng.uniform(39, 41)),
            float(rng.uniform(5, 30)),
            bool(rng.integers(0, 2)),
            float(rng.integers(0, 2) * 4),
        )
        for _ in range(number)
    ]


@pytest.mark.parametrize("zoom", [5.0, 7.5, 8.5, 10.0, 11.75])
@pytest.mark.parametrize("seed", range(4))
def test_names_do_not_collide(zoom: float, seed: int) -> None:
    names = made(40, seed)
    shown = [place for place in placed(names) if place.zoom <= zoom]

    assert shown
    for a, b in itertools.combinations(shown, 2):
        assert not meet(box(a, zoom), box(b, zoom)), (a, b)
    for place in shown:
        assert [
            n for n in names if n.beside and n is not place.name and meet(box(place, zoom), disc(n, zoom))
        ] == []


def test_a_name_that_appears_makes_room_for_itself_before() -> None:
    places = placed(made(40, 9))

    for a, b in itertools.combinations(places, 2):
        zoom = np.ceil(4 * max(a.zoom - FADE, b.zoom)) / 4
        if a.zoom <= ZOOMS[1] and b.zoom <= zoom < a.zoom:
            assert not meet(box(a, zoom), box(b, zoom))


def test_the_first_name_is_shown_from_the_farthest_zoom_on() -> None:
    here = Name("Aaa", 46.5, 39.8), Name("Bbb", 46.5, 39.8001)

    first, second = placed(here)
    assert (first.zoom, first.dx, first.dy) == (ZOOMS[0], 0, 0)
    assert second.zoom > ZOOMS[1]  # never: both stand on one spot

    assert [place.name.text for place in placed(here[::-1])] == ["Bbb", "Aaa"]
    assert placed(here[::-1])[0].zoom == ZOOMS[0]


def test_a_name_goes_to_the_side_that_is_free() -> None:
    left, right = Name("Western town", 46.5, 39.8, 10, True), Name("Eastern town", 46.6, 39.8, 10, True)

    first, second = placed([left, right])
    assert first.dx < 0 < second.dx
    alone = placed([left])[0]
    assert alone.dx > 0 and alone.dy == 0  # right of its disc, where nothing is in the way
    assert alone.dx - width(left.text) / 2 > left.radius


def test_places_are_where_the_web_maps_of_the_world_put_them() -> None:
    assert on_screen(-180, 0, 0) == (0, 256)
    assert on_screen(180, 85.0511287798066, 1) == pytest.approx((1024, 0), abs=1e-6)


def test_nothing_to_write_is_nothing_written() -> None:
    assert placed([]) == []


def test_longer_names_are_wider() -> None:
    assert width("") == 0 < width("il") < width("mw")
    assert map_labels.width("Stepanakert / Khankendi (4)") == pytest.approx(160, abs=12)  # as the browser draws it
