"""The holidays of the table and the words that tell whose they are."""

from __future__ import annotations

import pytest
from made_lexicon import with_rows

from contactline.dates.holiday_words import Holiday, holiday_key, holiday_words


@pytest.mark.parametrize(
    "name",
    ["New Year's Eve", "New Year’s Eve", "New Years  eve"],
    ids=["plain", "curly", "without the apostrophe"],
)
def test_the_key_of_a_holiday(name: str) -> None:
    assert holiday_key(name) == "new years eve"


def test_the_key_has_a_space_for_a_hyphen() -> None:
    assert holiday_key("Eid-al-Fitr") == holiday_key("Eid al-Fitr") == "eid al fitr"


def test_the_rows_of_a_holiday() -> None:
    words = holiday_words(
        with_rows("holidays", "Fog Day,GEO,yes,,2001,2010,4,2,,,made", "Fog Day,,,,,,3,,2 sunday,2,made")
    )

    assert words.rows["fog day"] == (
        Holiday("Fog Day", "GEO", True, None, 2001, 2010, 4, 2, "", 1),
        Holiday("Fog Day", "", False, None, 0, 9999, 3, 0, "2 sunday", 2),
    )


@pytest.mark.parametrize(
    ("name", "code"),
    [("Georgia", "GEO"), ("Georgian", "GEO"), ("Georgians", "GEO"), ("Tbilisi", "GEO"), ("Artsakh", "NKR")],
)
def test_the_names_of_owners(name: str, code: str) -> None:
    assert holiday_words(with_rows("holidays")).codes[name] == code
