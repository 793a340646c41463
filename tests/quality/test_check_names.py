"""Faults of places and actors that show only beside other rows."""

from __future__ import annotations

import pytest
from made_lexicon import with_rows

from contactline.lexicon import load
from contactline.quality import check_names

LEXICON = load()


def test_the_tables_have_no_fault() -> None:
    assert check_names.faults(LEXICON) == []


@pytest.mark.parametrize(
    ("table", "row", "fault"),
    [
        pytest.param(
            "places",
            "far,Far,,town,point,ARM,,50.0,45.0,3,,s,l,c,,",
            "place_id 'far': expected a place in ARM; 50.0, 45.0 lies 968 km outside",
            id="a town outside its country",
        ),
        pytest.param(
            "place_names",
            "Baku,ganja,name,strong,,",
            "name 'Baku': expected a name of one; it is strong for baku too",
            id="a strong name of two places",
        ),
        pytest.param(
            "actor_roles",
            "putin,ARM,prime_minister,p,2021-01-01,,s,known",
            "actor_id 'putin': expected one prime_minister of ARM a day; pashinyan holds it until 9999-12-31",
            id="two holders of an office",
        ),
    ],
)
def test_a_fault_is_named(table: str, row: str, fault: str) -> None:
    assert [str(found).partition(": ")[2] for found in check_names.faults(with_rows(table, row))] == [fault]


@pytest.mark.parametrize(
    ("table", "row"),
    [
        pytest.param("actor_names", "Aliyev,pashinyan,name,strong,,", id="a surname may be several persons'"),
        pytest.param(
            "actor_roles",
            "putin,RUS,ambassador,p,2021-01-01,,s,known",
            id="an office for many may have many holders",
        ),
    ],
)
def test_no_fault(table: str, row: str) -> None:
    assert check_names.faults(with_rows(table, row)) == []


def test_distance_outside_a_square() -> None:
    square = [(45.0, 40.0), (46.0, 40.0), (46.0, 41.0), (45.0, 41.0), (45.0, 40.0)]
    assert check_names.distance_outside(40.5, 45.5, [square]) == 0.0
    assert round(check_names.distance_outside(42.0, 45.5, [square]), 1) == 111.2
