"""The day of an event that a date hangs on."""

from __future__ import annotations

from datetime import date

import pytest
from made_documents import document
from made_lexicon import with_tables

from contactline.dates import event_anchor
from contactline.dates.tense import Tense
from contactline.dates.words import Expression
from contactline.lexicon import Lexicon, load

LEXICON = load()

LANDMARKS = """landmark_id,name,date_start,date_end,kind,parties,cues,weak_cues,importance
a,The Hill War,2031-03-01,2031-05-12,war,,hill war,,1
b,The Pact,2031-06-01,2031-06-01,agreement,,Hill Pact;the pact,,1
c,The Second Pact,2033-06-01,2033-06-01,agreement,,the pact,in June,1
d,The Blue Bridge,2032-07-01,2032-07-01,other,,blue bridge,the bridge,1
"""
WAR, PACT, BRIDGE = date(2031, 3, 1), date(2031, 6, 1), date(2032, 7, 1)
VOTE, FLOOD = date(2032, 2, 3), date(2032, 4, 5)
"""What the text below has told: "the vote" and "the flood" with their days."""
BEFORE = "On 3 February 2032 voters elected a council. On 5 April 2032 a flood drowned the harvest. "


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return with_tables(chronology=LANDMARKS)


@pytest.mark.parametrize(
    ("sentence", "latest", "expected"),
    [
        # landmarks, by their first day
        ("A day after the hill war ended he left.", None, WAR),
        ("A day after the Hill Pact he left.", None, PACT),
        # the last of those that the words name, none that lies ahead
        ("A day after the hill war and its blue bridge.", None, WAR),
        ("A day after the hill war with its blue bridge.", None, BRIDGE),
        ("A day after the hill war with its blue bridge.", date(2032, 1, 1), WAR),
        # words that betray two landmarks, or one only weakly, tell of none
        ("A day after the pact he left.", None, None),
        ("A day after the bridge was built.", None, None),
        # what the text told beside a day with the same telling words
        ("A day after the flood he left.", None, FLOOD),
        ("A day after the council was elected he left.", None, VOTE),
        # short words and words without meaning are no sign
        ("A day after their visit he left.", None, None),
        ("A day after a storm he left.", None, None),
        # the event's words end with its clause
        ("A day after a storm, when the flood was over.", None, None),
        ("A day after a storm and a flood.", None, None),
    ],
)
def test_the_day_of_the_event(lexicon: Lexicon, sentence: str, latest: date | None, expected: date | None) -> None:
    text = BEFORE + sentence
    words = "A day after"
    start = text.index(words)
    e = Expression(
        start, start + len(words), words, (start, start + len(words)), "shift", event=start + len(words)
    )
    told = [
        (text.index(w), text.index(w) + len(w), d) for w, d in (("3 February 2032", VOTE), ("5 April 2032", FLOOD))
    ]

    assert event_anchor.day_of(e, text, told, Tense(document(text), LEXICON), latest, lexicon) == expected


def test_a_day_of_the_same_sentence_dates_nothing(lexicon: Lexicon) -> None:
    text = "On 5 April 2032, a day after the flood began, the flood ended."
    at = text.index("a day")
    e = Expression(at, at + 11, "a day after", (at, at + 11), "shift", event=at + 11)

    assert event_anchor.day_of(e, text, [(3, 15, FLOOD)], Tense(document(text), LEXICON), None, lexicon) is None
