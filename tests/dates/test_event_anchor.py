"""The day of an event that a date is counted from."""

from __future__ import annotations

from datetime import date

import pytest
from made_dates import MONDAY, anchors_after, values
from made_documents import document, published_on
from made_lexicon import with_tables

from contactline import dates
from contactline.dates import event_anchor
from contactline.dates.words import Expression
from contactline.lexicon import Lexicon, load

LANDMARKS = """landmark_id,name,date_start,date_end,kind,parties,cues,weak_cues,importance
a,The Hill War,2031-03-01,2031-05-12,war,,hill war,,1
b,The Pact,2031-06-01,2031-06-01,agreement,,Hill Pact;the pact,,1
c,The Second Pact,2033-06-01,2033-06-01,agreement,,the pact,in June,1
d,The Blue Bridge,2032-07-01,2032-07-01,other,,blue bridge,the bridge,1
"""
WAR, PACT, BRIDGE = date(2031, 3, 1), date(2031, 6, 1), date(2032, 7, 1)
VOTE, FLOOD = date(2032, 2, 3), date(2032, 4, 5)
"""The days that the text below gives."""
BEFORE = "On 3 February 2032 voters elected a council. On 5 April 2032 a flood drowned the harvest. "


def after_a_day(start: int) -> Expression:
    """The words "A day after", of an event whose name begins behind them."""
    end = start + len("A day after")
    return Expression(start, end, "A day after", (start, end), "shift", event=end)


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
        # words that name two landmarks, or one only weakly, name none
        ("A day after the pact he left.", None, None),
        ("A day after the bridge was built.", None, None),
        # a day that the text gave beside the same words
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
    anchors = anchors_after(BEFORE + sentence, lexicon, latest, history=latest is None)
    at = len(BEFORE)

    assert event_anchor.day_of_event(after_a_day(at), anchors) == expected


def test_a_day_of_the_same_sentence_dates_nothing(lexicon: Lexicon) -> None:
    text = "On 5 April 2032, a day after the flood began, the flood ended."
    anchors = anchors_after(text, lexicon, None, history=True)

    assert event_anchor.day_of_event(after_a_day(text.index("a day")), anchors) is None


@pytest.mark.parametrize(
    ("before", "event", "day"),
    [
        pytest.param("On 6 June 2032 a raid was made on the port.", "the raid", date(2032, 6, 6), id="raid"),
        pytest.param("The coup of 6 June 2032 failed.", "the coup", date(2032, 6, 6), id="coup"),
        pytest.param("The vote was held on 6 June 2032.", "the vote", date(2032, 6, 6), id="vote"),
        pytest.param("A bomb went off on 6 June 2032.", "the bomb in the market", date(2032, 6, 6), id="bomb"),
        pytest.param("On 6 June 2032 the riot began.", "the riot", date(2032, 6, 6), id="riot"),
        pytest.param(
            "On 6 June 2032 both met with envoys from here.", "talks with some men from there", None, id="none"
        ),
    ],
)
def test_short_names_of_events(before: str, event: str, day: date | None) -> None:
    text = f"{before} Nothing came of it. A day after {event} he left."
    anchors = anchors_after(text, load(), None, history=True)

    assert event_anchor.day_of_event(after_a_day(text.index("A day after")), anchors) == day


def test_an_event_that_the_text_has_dated() -> None:
    text = "On 3 March 2029 a flood drowned the harvest. Prices rose by half. Two days after the flood he left."

    assert values(text) == ["2029-03-03", "2029-03-05"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "On 3 March 2029, just two days after the quake, he came.",
            ["2029-03-03", "2029-03-03"],
            id="apposition",
        ),
        pytest.param("In 2029, a year after the quake, he came.", ["2029", "2029"], id="apposition of a year"),
        pytest.param(
            "It was in June. A week after the quake he came.", ["2030-06", ""], id="nothing dates the event"
        ),
        pytest.param(
            "On 9 May 2031 they marked the 10th anniversary of the quake.",
            ["2031-05-09", "2031-05-09"],
            id="an anniversary is marked on its day",
        ),
        pytest.param(
            "On 3 May 2021 the harbour burned. It was rebuilt. Crowds marked the tenth anniversary of the day when the "
            "harbour burned.",
            ["2021-05-03", ""],
            id="the event's words end with its clause",
        ),
        pytest.param(
            "On 3 May 2021 the harbour burned. It was rebuilt. Crowds marked the tenth anniversary of the harbour fire.",
            ["2021-05-03", "2031-05-03"],
            id="an anniversary from its event",
        ),
        pytest.param(
            "On 3 May 2021 the harbour burned. It was rebuilt. Crowds marked the first anniversary of the harbour fire.",
            ["2021-05-03", ""],
            id="no anniversary of this year",
        ),
    ],
)
def test_what_an_event_dates(text: str, expected: list[str]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param("two days after the May 3 vote", "2031-05-05", id="its day in its name"),
        pytest.param("a day after Sunday's vote", "2031-05-12", id="its weekday in its name"),
        pytest.param("a month before the vote of 3 May", "2031-04", id="behind a noun"),
        pytest.param("two days after the vote and before May 3", "", id="too far behind"),
    ],
)
def test_the_day_in_the_name_of_an_event(words: str, expected: str) -> None:
    made = document(f"He came {words}.")
    found = dates.resolve(dates.find(made, load()), made, published_on(MONDAY), load())

    assert found[0].value == expected
