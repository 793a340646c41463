"""The day that a report calls its own."""

from __future__ import annotations

from datetime import date

import made_landmarks
import pytest
from made_documents import document

from contactline import dates
from contactline.dating import own_date
from contactline.dating.bounds import Clue
from contactline.dating.evidence import TextEvidence
from contactline.lexicon import Lexicon

TRUCE, END = date(2031, 4, 21), date(2031, 12, 31)  # a Monday
FAR = "x" * 400 + ". "


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return made_landmarks.lexicon()


def read(text: str, lexicon: Lexicon) -> TextEvidence:
    made = document(text)
    return TextEvidence.of(made, dates.find(made, lexicon), lexicon)


def april(first: int, last: int) -> tuple[date, date]:
    return date(2031, 4, first), date(2031, 4, last)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("They met today (30 April).", april(30, 30), id="today with its date"),
        pytest.param("They met today, on 30 April.", april(30, 30), id="today, on its date"),
        pytest.param("It went on overnight to 23 April.", None, id="a night that led to a date"),
        pytest.param("The minister said on the 23rd that they met.", april(23, 23), id="a statement's day"),
        pytest.param(FAR + "The minister said on the 23rd that they met.", april(23, 23), id="anywhere"),
        pytest.param("The minister said on 23 April that they met.", april(23, 29), id="with its month"),
        pytest.param(
            "All is calm, he said, after he came on 23 April.", None, id="what he came on, not what he said"
        ),
        pytest.param("They met on Wednesday, April 23.", april(23, 29), id="a weekday with its date"),
        pytest.param(FAR + "They met on Wednesday, April 23.", None, id="but not far below"),
        pytest.param("They met on April 23.", None, id="a date alone"),
        pytest.param("They met on Wednesday, April 30.", None, id="too late for news of the bound"),
        pytest.param("They met today (20 April).", None, id="before the bound"),
    ],
)
def test_own_days(lexicon: Lexicon, text: str, expected: tuple[date, date] | None) -> None:
    found = own_date.own_days(read(text, lexicon), [], TRUCE, END)

    assert (found and (found.first, found.last)) == expected


def test_own_days_end_with_what_bounds_them(lexicon: Lexicon) -> None:
    found = own_date.own_days(read("They met on Wednesday, April 23.", lexicon), [], TRUCE, date(2031, 4, 25))

    assert (found and (found.first, found.last)) == april(23, 25)


WEEK = tuple(date(2031, 4, day) for day in range(21, 28))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "They met on Wednesday.",
            (date(2031, 4, 23), "the opening tells of 'Wednesday': 23 April 2031"),
            id="a weekday",
        ),
        pytest.param("They will meet on Wednesday.", None, id="still to come"),
        pytest.param("They met on Wednesday, and yesterday again.", None, id="a report that says yesterday"),
        pytest.param(FAR + "They met on Wednesday.", None, id="far below"),
        pytest.param("They met.", None, id="no weekday"),
    ],
)
def test_own_weekday(lexicon: Lexicon, text: str, expected: tuple[date, str] | None) -> None:
    assert own_date.own_weekday(read(text, lexicon), WEEK) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("They met on Monday. On Monday the pact was signed.", True, id="the same weekday elsewhere"),
        pytest.param("They met on Friday. On Monday the pact was signed.", False, id="another"),
        pytest.param("On Monday the pact was signed.", False, id="only where the clue points"),
    ],
)
def test_repeats_weekday(lexicon: Lexicon, text: str, expected: bool) -> None:
    clue = Clue(TRUCE, TRUCE, 1.0, "", at=text.rindex("Monday"))

    assert own_date.repeats_weekday(read(text, lexicon), [clue], TRUCE) is expected
