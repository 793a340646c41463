"""Which language a text is in."""

from __future__ import annotations

import pytest

from contactline.cleaning import language

ENGLISH = (
    "The minister visited the border on Monday and met the soldiers who serve there; later she told the press "
    "that the road would be opened again before the winter, and that the bridge was safe."
)
FRENCH = (
    "Le ministre a visité la frontière lundi et a rencontré les soldats qui y servent; plus tard, il a dit à la "
    "presse que la route serait ouverte avant l'hiver, et que le pont était sûr."
)
RUSSIAN = "Министр посетил границу в понедельник и встретился с солдатами, которые там служат."
SHORT = "Ouvert hier."
MIXED = "1, 2, 3 ... 100% -- "


@pytest.mark.parametrize(
    ("text", "told", "code"),
    [
        (ENGLISH, "", "en"),
        (FRENCH, "", "fr"),
        (RUSSIAN, "", "ru"),
        # what the text shows outweighs what was told of it
        (ENGLISH, "fr", "en"),
        (FRENCH, "en", "fr"),
        # a script of its own needs fewer letters than the Latin one
        (RUSSIAN[:40], "", "ru"),
        (FRENCH[:40], "", "en"),
        (RUSSIAN[:10], "", "en"),
        # too short to tell: the word given for it, whatever its spelling
        (SHORT, "fr", "fr"),
        (SHORT, " FR-ca ", "fr"),
        (SHORT, "en_GB", "en"),
        (SHORT, "", "en"),
        (MIXED * 20, "", "en"),
        ("", "hy", "hy"),
        # told twice, in another script and in English
        (RUSSIAN * 20 + "\n" + ENGLISH, "", "en"),
        (RUSSIAN * 20 + " The Voice of the People", "", "ru"),
        # the beginning decides
        (ENGLISH * 6 + RUSSIAN * 40, "", "en"),
    ],
)
def test_the_language(text: str, told: str, code: str) -> None:
    assert language.detect(text, told) == code
