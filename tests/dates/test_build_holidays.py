"""What the words of a holiday say: which it is, whose, and which of its years."""

from __future__ import annotations

import pytest
from made_expressions import said

from contactline.dates.expressions import find_in
from contactline.lexicon import load


def holiday(key: str, **filled: object) -> dict[str, object]:
    return {"form": "holiday", "holiday": key, **filled}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("on Christmas Eve 2031", holiday("christmas eve", year=2031), id="year behind"),
        pytest.param("2031 Christmas Eve", holiday("christmas eve", year=2031), id="year before"),
        pytest.param(
            "last year's Easter", holiday("easter", year_offset=-1, year_anchor="article"), id="year by reference"
        ),
        pytest.param("last Easter", holiday("easter", relation="last", anchor="article"), id="last"),
        pytest.param("the following Easter", holiday("easter", relation="next", anchor="text"), id="following"),
        pytest.param("on Black Monday", holiday("black monday", year=1987), id="a day of one year"),
        pytest.param("on Eid-al-Adha", holiday("eid al adha"), id="hyphens"),
        pytest.param("on New Years Eve", holiday("new years eve"), id="no apostrophe"),
        pytest.param("On Easter Georgian troops came.", holiday("easter"), id="a name behind a whole date"),
    ],
)
def test_what_the_words_say(text: str, expected: dict[str, object]) -> None:
    assert said(text)[-1] == expected


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        pytest.param("on Armenian Independence Day", "ARM", id="adjective"),
        pytest.param("on Armenia's Independence Day", "ARM", id="possessive"),
        pytest.param("on Independence Day of the Republic of Armenia", "ARM", id="of"),
        pytest.param("In Baku they marked Independence Day.", "AZE", id="capital in the sentence"),
        pytest.param("On Independence Day the Azerbaijanis met.", "AZE", id="behind in the sentence"),
        pytest.param("Georgians met. On Independence Day they sang.", "GEO", id="sentence before"),
        pytest.param("Georgians met Armenians on Independence Day.", "ARM", id="the nearer"),
        pytest.param("On Victory Day they sang.", "", id="anybody's where nobody is named"),
        pytest.param("On Victory Day Azerbaijanis sang.", "AZE", id="before anybody's"),
        pytest.param("On Armenian Christmas they sang.", "ARM", id="a feast that a church keeps on another day"),
        pytest.param("Armenians sang on Christmas.", "", id="a feast not directly beside the name"),
    ],
)
def test_whose_day_it_is(text: str, owner: str) -> None:
    assert [e.owner for e in find_in(text, load()) if e.form == "holiday"] == [owner]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("On Independence Day they sang.", id="nobody's"),
        pytest.param("the song White Christmas", id="name before"),
        pytest.param("during the Easter Offensive", id="name behind"),
        pytest.param("over the Christmas holidays", id="days around it"),
        pytest.param("every Easter", id="every"),
        pytest.param("French Independence Day", id="of a country without one"),
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert [e.text for e in find_in(text, load()) if e.form == "holiday"] == []


def test_the_words_of_the_relation_and_the_owner_belong_to_it() -> None:
    (found,) = find_in("Since last Armenian Christmas he has been away.", load())

    assert found.text == "last Armenian Christmas"
