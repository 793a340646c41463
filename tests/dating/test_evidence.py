"""What a text tells as past and can be dated."""

from __future__ import annotations

from datetime import date

import made_landmarks
import pytest
from made_documents import document

from contactline import dates
from contactline.dates.tense import Tense
from contactline.dating import evidence
from contactline.dating.evidence import Told
from contactline.lexicon import Lexicon


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return made_landmarks.lexicon()


def find(text: str, lexicon: Lexicon, **fields: object) -> list[Told]:
    made = document(text, **fields)
    return evidence.find(made, dates.find(made, lexicon), Tense(made, lexicon), lexicon)


WAR, WAR_END = date(2031, 3, 3), date(2031, 4, 20)
TRUCE = date(2031, 4, 21)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nothing of note.", []),
        ("The hill war was over.", [Told(WAR, WAR_END, 4, "hill war", "The Hill War", 1.0)]),
        # weak cues tell only together, and add to a strong one
        ("They met at red ridge.", []),
        (
            "They met at red ridge and at the old mill.",
            [Told(WAR, WAR_END, 12, "red ridge", "The Hill War", 1.0, hinted=True)],
        ),
        (
            "The hill war came to red ridge.",
            [Told(WAR, WAR_END, 4, "hill war", "The Hill War", 1.5)],
        ),
        # what is to come is not told as past
        ("They will sign the river pact.", []),
        # since when something goes on
        ("Since the hill war he is blind.", [Told(WAR, WAR_END, 10, "hill war", "The Hill War", 1.0, since=True)]),
        # the world's news bounds, but dates nothing here
        (
            "The far vote was close.",
            [Told(date(2031, 5, 5), date(2031, 5, 5), 4, "far vote", "A vote far away", 1.0, coarse=True)],
        ),
        # dates with their year, the more exact the weightier
        (
            "He came on 21 April 2031.",
            [Told(TRUCE, TRUCE, 11, "21 April 2031", "", 3.0, by_date=True)],
        ),
        (
            "He came in April 2031.",
            [Told(date(2031, 4, 1), date(2031, 4, 30), 11, "April 2031", "", 1.0, coarse=True, by_date=True)],
        ),
        (
            "He is here since 2030.",
            [Told(date(2030, 1, 1), date(2030, 12, 31), 17, "2030", "", 1.0, True, True, True)],
        ),
        ("He will come on 21 April 2031.", []),
        ("He came in 1920, or in 480 BC.", []),
        # each once, where it is first told
        (
            "He came in April 2031. In April 2031 he left.",
            [Told(date(2031, 4, 1), date(2031, 4, 30), 11, "April 2031", "", 1.0, coarse=True, by_date=True)],
        ),
        # a landmark's day without its year, beside words of its kind
        (
            "The fighting broke out on March 3.",
            [Told(WAR, WAR_END, 26, "March 3", "The Hill War", 1.0, by_date=True)],
        ),
        ("The ceasefire came on 21 April.", [Told(TRUCE, TRUCE, 22, "21 April", "The Truce", 1.0, by_date=True)]),
        ("He was born on 3 March.", []),
    ],
)
def test_what_is_told_as_past(lexicon: Lexicon, text: str, expected: list[Told]) -> None:
    assert find(text, lexicon) == expected


def test_a_title_that_stands_outside_the_text_counts(lexicon: Lexicon) -> None:
    found = find("He came home.", lexicon, title="After the hill war")

    assert [(t.what, t.at, t.words) for t in found] == [("The Hill War", 0, "hill war")]


@pytest.mark.parametrize(
    ("told", "words"),
    [
        (Told(WAR, WAR_END, 0, "hill war", "The Hill War", 1.0), "'hill war' (The Hill War, 3 March 2031)"),
        (Told(WAR, WAR, 0, "3 March 2031", "", 3.0), "'3 March 2031'"),
        (Told(WAR, WAR, 0, "'Friday' can be so", "", 3.0), "'Friday' can be so"),
    ],
)
def test_how_it_is_said(told: Told, words: str) -> None:
    assert evidence.name(told) == words
