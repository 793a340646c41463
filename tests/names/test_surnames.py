"""Surnames that stand alone, and where the whole name starts."""

from __future__ import annotations

import pytest
from made_names import Found, found, matched

from contactline.names.index import NameMatch, NameSense
from contactline.names.surnames import start_with_first_name


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Aliyev spoke. Natig Aliyev did not.",
            [("Aliyev", "actor name", "ilham_aliyev"), ("Natig Aliyev", "actor name", "new:natig-aliev")],
            id="not behind another first name",
        ),
        pytest.param(
            "They say that on Monday Aliyev slept.", [("Aliyev", "actor name", "ilham_aliyev")], id="behind a day"
        ),
        pytest.param("The price of power rose in May.", [], id="a common word"),
        pytest.param(
            "President Michel Temer flew home; Michel stayed.",
            [("Michel Temer", "actor name", "new:michel-temer"), ("Michel", "actor name", "michel")],
            id="first name of somebody else",
        ),
        pytest.param(
            "Ex-President Kocharyan Meets Putin, Tells Erdogan Nothing",
            [
                ("Kocharyan", "actor name", "kocharyan"),
                ("Putin", "actor name", "putin"),
                ("Erdogan", "actor name", "erdogan"),
            ],
            id="in a headline",
        ),
        pytest.param(
            "Secretary Austin flew home; Austin grows.",
            [("Austin", "actor name", "austin")],
            id="weak surname behind a title",
        ),
        pytest.param(
            "Secretary of State Baker and Vaqif Khachatryan met; Baker and Khachatryan did not.",
            [("Baker", "actor name", "james_baker"), ("Vaqif Khachatryan", "actor name", "vagif_khachatryan")],
            id="weak surname behind another first name",
        ),
        pytest.param(
            "Ned Price answered. Price said no more.",
            [("Ned Price", "actor name", "ned_price"), ("Price", "actor name", "ned_price")],
            id="weak surname behind its first name",
        ),
        pytest.param(
            "Shushan Stepanyan wrote first. Stepanyan wrote again.",
            [
                ("Shushan Stepanyan", "actor name", "shushan_stepanyan"),
                ("Stepanyan", "actor name", "shushan_stepanyan"),
            ],
            id="of those of one surname the one named in full",
        ),
    ],
)
def test_whose_surname(text: str, expected: Found) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param("Then Antony J. Blinken spoke.", "Antony J. Blinken", id="initial"),
        pytest.param("Then Nicol Pashinyan spoke.", "Nicol Pashinyan", id="another spelling"),
        pytest.param("Then Natig Pashinyan spoke.", "Pashinyan", id="another first name"),
        pytest.param("Then Pashinyan spoke.", "Pashinyan", id="no first name"),
    ],
)
def test_where_a_name_starts(text: str, name: str) -> None:
    _, context = matched(text)
    surname = name.split()[-1]
    start = text.index(surname)
    end = start + len(surname)
    sense = NameSense("actor", surname.lower())
    begins = start_with_first_name(sense, NameMatch(start, end, (sense,)), context)
    assert text[begins:end] == name
