"""Dates without a year that follow the latest fact of a text."""

from __future__ import annotations

from datetime import date

import made_landmarks
import pytest
from made_documents import document

from contactline import dates
from contactline.dating import yearless
from contactline.dating.evidence import DatedFact, TextEvidence
from contactline.lexicon import Lexicon

LATEST = DatedFact(date(2031, 4, 21), date(2031, 4, 21), 0, "21 April 2031", "", 3.0, by_date=True)
END = date(2031, 6, 5)


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return made_landmarks.lexicon()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("They met on May 3.", [("2031-05-03", "2031-05-03", 2.0)], id="a day"),
        pytest.param("They met in May.", [("2031-05-01", "2031-05-31", 1.0)], id="a month weighs less"),
        pytest.param("They met on December 30.", [("2030-12-30", "2030-12-30", 2.0)], id="in the nearest year"),
        pytest.param("They met on June 9.", [], id="after the end"),
        pytest.param("They will meet on May 3.", [], id="still to come"),
        pytest.param("They announced a march in the town on May 3.", [], id="announced"),
        pytest.param("They have until May 3.", [], id="a deadline"),
        pytest.param("They met on May 3, 2030.", [], id="with its year"),
        pytest.param("They met on May 3, 2030 and on May 4.", [], id="continuing a date with its year"),
        pytest.param(
            "They met on Saturday, May 3.", [("2031-05-03", "2031-05-03", 2.0)], id="a weekday that fits"
        ),
        pytest.param("They met on Thursday, May 5.", [], id="a weekday that fits no year"),
    ],
)
def test_dates_that_follow(lexicon: Lexicon, text: str, expected: list[tuple[str, str, float]]) -> None:
    made = document(text)
    evidence = TextEvidence.of(made, dates.find(made, lexicon), lexicon)

    found = list(yearless.following(evidence, LATEST, END))

    assert [(str(fact.first), str(fact.last), fact.weight) for fact in found] == expected


def test_the_words_say_what_the_date_follows(lexicon: Lexicon) -> None:
    made = document("They met on May 3.")

    (fact,) = yearless.following(TextEvidence.of(made, dates.find(made, lexicon), lexicon), LATEST, END)

    assert fact.words == "'May 3', which follows '21 April 2031'"
