"""Names that the article itself explains."""

from __future__ import annotations

import pytest
from made_names import Found, found

from contactline.names.explained_names import occurrences
from contactline.names.index import NameMatch, NameSense


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "The Organization of Turkic States (TDT) met Armenia. The TDT spoke.",
            [
                ("Organization of Turkic States", "actor name", "ots"),
                ("TDT", "actor description", "ots"),
                ("Armenia", "actor name", "armenia"),
                ("TDT", "actor name", "ots"),
            ],
            id="acronym of a body",
        ),
        pytest.param(
            "The Ministry of Foreign Affairs (MFA) of Armenia met. The MFA slept.",
            [
                ("Ministry of Foreign Affairs (MFA) of Armenia", "actor name", "arm_mfa"),
                ("MFA", "actor name", "arm_mfa"),
            ],
            id="acronym of a ministry",
        ),
        pytest.param(
            "Armenia heard Serguei Lawrow; Lawrow was brief. Sjusha was quiet, Olaf Lawrow loud.",
            [
                ("Armenia", "actor name", "armenia"),
                ("Serguei Lawrow", "actor name", "lavrov"),
                ("Lawrow", "actor name", "lavrov"),
                ("Sjusha", "place name", "shusha"),
            ],
            id="sounds like a known name",
        ),
        pytest.param(
            "Armenian Prime Minister Pasjinjan spoke; Pasjinjan went on to the city of Nachitjevan.",
            [
                ("Pasjinjan", "actor name", "pashinyan"),
                ("Pasjinjan", "actor name", "pashinyan"),
                ("Nachitjevan", "place name", "nakhchivan"),
            ],
            id="behind a title, called a city",
        ),
        pytest.param(
            "Armenia sent Zohrab Mnatsakanjan to the province of Tuvush.",
            [
                ("Armenia", "actor name", "armenia"),
                ("Zohrab Mnatsakanjan", "actor name", "mnatsakanyan"),
                ("Tuvush", "place name", "tavush"),
            ],
            id="behind a first name, called a province",
        ),
    ],
)
def test_explained(text: str, expected: Found) -> None:
    assert found(text) == expected


def test_nothing_is_compared_in_an_article_about_something_else() -> None:
    unlisted = [("Pasjinjan", "actor name", "new:pashinian")]
    assert found("Premier Pasjinjan went to the province of Tuvush.") == unlisted


def test_occurrences_are_whole_words_and_the_longest() -> None:
    short, long = NameSense("place", "a"), NameSense("place", "b")
    assert occurrences("Abo, Abo Bay and Abora.", {"Abo": (short,), "Abo Bay": (long,)}) == [
        NameMatch(0, 3, (short,)),
        NameMatch(5, 12, (long,)),
    ]
