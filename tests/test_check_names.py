"""The tables of names have no fault, and a fault of each kind is found with its file and row."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from contactline import check_names, lexicon


def test_the_tables_have_no_fault() -> None:
    assert [str(f) for f in check_names.check()] == []


@pytest.mark.parametrize(
    ("table", "row", "value", "reason"),
    [
        ("places", "mars,Mars,,planet,point,,,1,2,3,,s,l,c,,", "planet", "no kind of a place"),
        ("places", "baku,Baku,,town,point,AZE,,40.4,49.9,3,,s,l,c,,", "baku", "place_id stands twice"),
        ("places", "far,Far,,town,point,ARM,,50.0,45.0,3,,s,l,c,,", "far", "968 km outside ARM"),
        ("places", "odd,Odd,,town,point,,,x,45.0,3,,s,l,c,,", "x, 45.0, 3", "not three numbers"),
        ("places", "out,Out,,town,point,,,95,45.0,3,,s,l,c,,", "95.0, 45.0, 3.0", "out of bounds"),
        ("places", "who,Who,,town,point,,,40,45.0,3,nobody,s,l,c,,", "nobody", "no such actor"),
        ("place_names", "Baku,ganja,name,strong,,", "Baku", "strong name of baku too"),
        ("place_names", "Nowhere,nowhere,name,strong,,", "nowhere", "no such place_id"),
        ("place_names", "Bakuu,baku,name,firm,,", "firm", "neither strong nor weak"),
        ("actors", "x,X,person,QQQ,,,s,l,c,", "QQQ", "no such country"),
        ("actors", "x,X,military,ARM,forces,,s,l,c,", "x", "forces: arm_forces is it too"),
        ("actor_roles", "pashinyan,ARM,prime_minister,p,2021-13-01,,s,known", "2021-13-01..", "not ISO dates"),
        (
            "actor_roles",
            "putin,ARM,prime_minister,p,2021-01-01,,s,known",
            "putin",
            "prime_minister of ARM while pashinyan holds it",
        ),
        (
            "actor_roles",
            "putin,RUS,,p,2021-01-02,2021-01-01,s,known",
            "2021-01-02..2021-01-01",
            "ends before it begins",
        ),
        ("countries", "QQQ,nobody,,,", "nobody", "no such actor"),
        ("offices", "grand vizier,vizier,,", "vizier", "no such office"),
        ("groups", "ninjas,ninjas,name,", "ninjas", "no actor is such a part of a country"),
        ("mistranslations", "Oz,oz,place,*,,region,Chinese", "oz", "neither country nor place"),
        ("translation_signs", "hm,Chinese,much,hm", "much", "not a whole number"),
        ("translation_signs", "h(m,Chinese,1,hm", "h(m", "does not match 'hm'"),
        ("translation_signs", "hm,Chinese,1,ah", "hm", "does not match 'ah'"),
    ],
)
def test_a_fault_is_found(tmp_path: Path, table: str, row: str, value: str, reason: str) -> None:
    folder = tmp_path / "lexicon"
    shutil.copytree(lexicon.DIRECTORY, folder)
    with open(folder / f"{table}.csv", "a", encoding="utf-8") as f:
        f.write(row + "\n")
    last = len((folder / f"{table}.csv").read_text(encoding="utf-8").splitlines())
    assert check_names.Fault(f"{table}.csv", str(last), value, reason) in check_names.check(folder)


def test_distance_outside_a_square() -> None:
    square = [(45.0, 40.0), (46.0, 40.0), (46.0, 41.0), (45.0, 41.0), (45.0, 40.0)]
    assert check_names.distance_outside(40.5, 45.5, [square]) == 0.0
    assert round(check_names.distance_outside(42.0, 45.5, [square]), 1) == 111.2
