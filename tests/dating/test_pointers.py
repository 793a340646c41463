"""Words that point at the day of publication, and how their votes add up.

The landmarks are made_landmarks': a war from Monday 3 March 2031 to 20 April, a truce on Monday 21 April, a pact on
2 June, a count on 20 May.
"""

from __future__ import annotations

from datetime import date

import made_landmarks
import pytest
from made_documents import document

from contactline import dates
from contactline.dating import pointers
from contactline.dating.bounds import Clue
from contactline.dating.evidence import TextEvidence, dated_facts
from contactline.lexicon import Lexicon

WAR, TRUCE, END = date(2031, 3, 3), date(2031, 4, 21), date(2031, 12, 31)


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return made_landmarks.lexicon()


def read(text: str, lexicon: Lexicon) -> TextEvidence:
    made = document(text)
    return TextEvidence.of(made, dates.find(made, lexicon), lexicon)


@pytest.mark.parametrize(
    ("text", "bound", "expected"),
    [
        pytest.param("The truce of the hill holds.", TRUCE, [], id="no pointer"),
        pytest.param(
            "The truce of the hill was signed yesterday.",
            TRUCE,
            [("2031-04-22", "2031-04-22", 2.0, "'yesterday' beside 'truce of the hill'")],
            id="yesterday",
        ),
        pytest.param(
            "The truce of the hill was signed on Monday.",
            TRUCE,
            [("2031-04-21", "2031-04-27", 1.0, "'Monday' beside 'truce of the hill'")],
            id="a weekday",
        ),
        pytest.param("The truce of the hill was signed on Tuesday.", TRUCE, [], id="another weekday"),
        pytest.param("The truce of the hill holds. They met yesterday.", TRUCE, [], id="in another sentence"),
        pytest.param(
            "They spoke since the truce of the hill on Monday.",
            TRUCE,
            [("2031-04-21", "2031-04-27", 0.7, "'Monday' can be The Truce, 21 April 2031")],
            id="beside something that goes on, by its kind only",
        ),
        pytest.param(
            "So far 500 tents have come.",
            date(2031, 5, 20),
            [("2031-05-20", "2031-05-20", 2.0, "'500 tents' stood on that day")],
            id="a running count",
        ),
        pytest.param(
            "On Monday a ceasefire was signed.",
            TRUCE,
            [("2031-04-21", "2031-04-27", 0.7, "'Monday' can be The Truce, 21 April 2031")],
            id="words of a landmark's kind",
        ),
        pytest.param(
            "The hill war went on; the fighting entered its third week.",
            WAR,
            [("2031-03-17", "2031-03-23", 1.5, "'entered its third week' of what began on 3 March 2031")],
            id="a week of the war",
        ),
        pytest.param(
            f"The hill war is over. {'x' * 80}. The strike entered its third week.",
            WAR,
            [],
            id="a week of something else",
        ),
    ],
)
def test_pointers(lexicon: Lexicon, text: str, bound: date, expected: list[tuple[str, str, float, str]]) -> None:
    evidence = read(text, lexicon)

    found = pointers.find(evidence, dated_facts(evidence), bound, END)

    assert [(str(c.first), str(c.last), c.weight, c.why) for c in found] == expected


def days(first: int, last: int, weight: float, at: int = -1) -> Clue:
    return Clue(date(2031, 5, first), date(2031, 5, last), weight, "", at)


@pytest.mark.parametrize(
    ("clues", "expected"),
    [
        pytest.param([], {}, id="none"),
        pytest.param([days(3, 4, 1.0), days(4, 5, 2.0)], {3: 1.0, 4: 3.0, 5: 2.0}, id="days of two clues add up"),
        pytest.param(
            [days(3, 4, 1.0, 7), days(4, 5, 2.0, 7)], {3: 1.0, 4: 2.0, 5: 2.0}, id="the same words count once"
        ),
        pytest.param([days(1, 2, 1.0), days(10, 31, 1.0)], {2: 1.0, 10: 1.0}, id="only within the bounds"),
    ],
)
def test_votes(clues: list[Clue], expected: dict[int, float]) -> None:
    found = pointers.votes(clues, date(2031, 5, 2), date(2031, 5, 10))

    assert {day.day: weight for day, weight in found.items()} == expected


BLOCKADE = """landmark_id,name,date_start,date_end,kind,parties,place,cues,weak_cues,importance
road,The Road,2031-01-12,2031-09-24,blockade,ARM;AZE,,blockade of the road,,1
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("For the past seven months the blockade of the road has gone on.", [("2031-08-10", "2031-09-19")]),
        ("The blockade of the road: more than two months on nobody helps.", [("2031-03-13", "2031-04-22")]),
        ("The road has been closed for ten days in the blockade of the road.", [("2031-01-22", "2031-01-23")]),
        ("For nearly three weeks the blockade of the road has gone on in the past.", []),
        ("The blockade of the road was hard. He has been ill for the past two months.", []),
        ("He has been ill for the past two months.", []),
    ],
)
def test_so_long_since_a_blockade_began(text: str, expected: list[tuple[str, str]]) -> None:
    evidence = read(text, made_landmarks.lexicon(chronology=BLOCKADE))

    found = pointers.so_long_since(evidence, dated_facts(evidence))

    assert [(str(clue.first), str(clue.last)) for clue in found] == expected


def test_a_weekday_fits_by_chance_what_is_not_the_news(lexicon: Lexicon) -> None:
    evidence = read("They spoke since the truce of the hill on Monday.", lexicon)

    assert pointers.find(evidence, dated_facts(evidence), TRUCE, END, is_news=False) == []
