"""Both names of disputed places, or one."""

from __future__ import annotations

import pytest

from contactline.lexicon import load
from contactline.views import toponyms

LEXICON = load()


@pytest.mark.parametrize(
    ("place_id", "name", "other", "setting", "expected"),
    [
        ("stepanakert", "Stepanakert", "Khankendi", "both", "Stepanakert / Khankendi"),
        ("stepanakert", "Stepanakert", "Khankendi", "Armenian", "Stepanakert"),
        ("stepanakert", "Stepanakert", "Khankendi", "Azerbaijani", "Khankendi"),
        ("lachin", "Lachin", "Berdzor", "Armenian", "Berdzor"),
        ("lachin", "Lachin", "Berdzor", "Azerbaijani", "Lachin"),
        ("goris", "Goris", "", "Azerbaijani", "Goris"),
        ("nowhere_known", "One", "Two", "Armenian", "One / Two"),  # of an unknown language: both
    ],
)
def test_the_name_under_a_setting(place_id: str, name: str, other: str, setting: str, expected: str) -> None:
    assert toponyms.label(place_id, name, other, setting, LEXICON) == expected


def test_every_disputed_place_has_two_names_and_a_language() -> None:
    places = {row["place_id"]: row for row in LEXICON.rows("places")}

    for row in LEXICON.rows("name_languages"):
        assert row["language"] in ("hy", "az")
        assert places[row["place_id"]]["name_other"] != ""
