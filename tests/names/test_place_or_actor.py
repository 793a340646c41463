"""What tells a country's name as a place from the one as an actor."""

from __future__ import annotations

import pytest

from contactline.lexicon import load
from contactline.names.index import fold
from contactline.names.place_or_actor import is_place

LEXICON = load()


@pytest.mark.parametrize(
    ("text", "name", "kind", "after_place", "expected"),
    [
        pytest.param("in Armenia", "Armenia", "country", False, True, id="in Armenia"),
        pytest.param("Armenia said", "Armenia", "country", False, False, id="Armenia said"),
        pytest.param("north of Armenia", "Armenia", "country", False, True, id="north of Armenia"),
        pytest.param("the leaders of Armenia", "Armenia", "country", False, False, id="the leaders of Armenia"),
        pytest.param("fled to Armenia", "Armenia", "country", False, True, id="fled to Armenia"),
        pytest.param("a message to Armenia", "Armenia", "country", False, False, id="a message to Armenia"),
        pytest.param("withdrew from Armenia", "Armenia", "country", False, True, id="withdrew from Armenia"),
        pytest.param("a letter from Armenia", "Armenia", "country", False, False, id="a letter from Armenia"),
        pytest.param("the Yerevan talks", "Yerevan", "capital", False, True, id="the Yerevan talks"),
        pytest.param("the mayor of Yerevan", "Yerevan", "capital", False, True, id="the mayor of Yerevan"),
        pytest.param("the support of Yerevan", "Yerevan", "capital", False, False, id="the support of Yerevan"),
        pytest.param("rockets struck Yerevan", "Yerevan", "capital", False, True, id="rockets struck Yerevan"),
        pytest.param("rockets struck Armenia", "Armenia", "country", False, False, id="rockets struck Armenia"),
        pytest.param("left for Yerevan", "Yerevan", "capital", False, True, id="left for Yerevan"),
        pytest.param(
            "invited the leaders of both countries to Yerevan",
            "Yerevan",
            "capital",
            False,
            True,
            id="invited the leaders of both countries to Yerevan",
        ),
        pytest.param("an appeal to Yerevan", "Yerevan", "capital", False, False, id="an appeal to Yerevan"),
        pytest.param("returned to Armenia", "Armenia", "country", False, True, id="returned to Armenia"),
        pytest.param(
            "returned the district to Armenia",
            "Armenia",
            "country",
            False,
            False,
            id="returned the district to Armenia",
        ),
        pytest.param(
            "the status of Artsakh was signed away",
            "Artsakh",
            "region",
            False,
            True,
            id="the status of Artsakh was signed away",
        ),
        pytest.param("Artsakh signed it", "Artsakh", "region", False, False, id="Artsakh signed it"),
        pytest.param("now part of Armenia", "Armenia", "country", False, True, id="now part of Armenia"),
        pytest.param(
            "steps on the part of Armenia", "Armenia", "country", False, False, id="steps on the part of Armenia"
        ),
        pytest.param(
            "a quarrel that drags in Armenia", "Armenia", "country", False, False, id="that drags in Armenia"
        ),
        pytest.param("it sent gunmen from Armenia", "Armenia", "country", False, True, id="sent from Armenia"),
        pytest.param("guarantees from Yerevan", "Yerevan", "capital", False, False, id="guarantees from Yerevan"),
        pytest.param("buses from Yerevan", "Yerevan", "capital", False, True, id="buses from Yerevan"),
        pytest.param("by bypassing Armenia", "Armenia", "country", False, True, id="by bypassing Armenia"),
        pytest.param(
            "the post office of Armenian-held Artsakh said",
            "Artsakh",
            "region",
            False,
            True,
            id="the post office of Armenian-held Artsakh said",
        ),
        pytest.param("left Armenia", "Armenia", "country", False, True, id="left Armenia"),
        pytest.param(
            "remained on Armenia territory", "Armenia", "country", False, True, id="remained on Armenia territory"
        ),
        pytest.param("in Armenia's view", "Armenia", "country", False, False, id="in Armenia's view"),
        pytest.param(
            "their counterparts in Armenia", "Armenia", "country", False, False, id="their counterparts in Armenia"
        ),
        pytest.param("Yerevan, Armenia", "Armenia", "country", True, True, id="Yerevan, Armenia"),
        pytest.param("It ended. Armenia", "Armenia", "country", False, False, id="It ended. Armenia"),
        pytest.param(
            "the capital, Yerevan – and more",
            "Yerevan",
            "capital",
            False,
            True,
            id="the capital, Yerevan – and more",
        ),
        pytest.param(
            "the capital, Yerevan, slept", "Yerevan", "capital", False, True, id="the capital, Yerevan, slept"
        ),
        pytest.param("Yerevan rejected it", "Yerevan", "capital", False, False, id="Yerevan rejected it"),
        pytest.param("guests from Yerevan", "Yerevan", "capital", False, True, id="guests from Yerevan"),
        pytest.param("Stepanakert was hit", "Stepanakert", "city", False, True, id="Stepanakert was hit"),
        pytest.param(
            "Stepanakert accused them", "Stepanakert", "city", False, False, id="Stepanakert accused them"
        ),
    ],
)
def test_is_place(text: str, name: str, kind: str, after_place: bool, expected: bool) -> None:
    start = text.index(name)
    assert is_place(fold(text), start, start + len(name), kind, after_place, LEXICON) is expected
