"""How a date hangs on an event."""

from __future__ import annotations

import pytest
from made_sentences import fired, made

from contactline.coding import clause_dates
from contactline.records import UNKNOWN, Timex

SHELLED = "0:Baku/PROPN/nsubj>1 1:shelled/VERB/ROOT>1 2:Goris/PROPN/obj>1"
NO_TIME_WORDS = frozenset[str]()


def test_the_first_word_of_a_date():
    sentence = made(f"{SHELLED} 3:Monday/NUM/date>1")
    at = sentence.tokens[3]
    timexes = [Timex(a, b, "", "date", "", UNKNOWN, "", (a, b)) for a, b in ((at.start, at.end), (900, 901))]
    assert [clause_dates.token_of(sentence.clauses, t) for t in timexes] == [3, None]


@pytest.mark.parametrize(
    ("text", "i", "trigger", "expected"),
    [
        (f"{SHELLED} 3:Monday/NUM/date>1", 3, 1, False),
        (
            "0:He/PRON/nsubj>1 1:spoke/VERB/ROOT>1 2:Monday/NUM/date>1 3:after/ADP/case>4 4:talks/NOUN/obl>1",
            2,
            4,
            True,
        ),
        (
            "0:He/PRON/nsubj>1 1:spoke/VERB/ROOT>1 2:after/ADP/case>3 3:talks/NOUN/obl>1 4:Monday/NUM/date>3",
            4,
            3,
            False,
        ),
    ],
)
def test_a_date_apart_from_its_event(text, i, trigger, expected):
    assert clause_dates.is_apart(made(text).clauses, i, fired(trigger, 1)) is expected


OF_JULY = (
    "0:Baku/PROPN/nsubj>1 1:hailed/VERB/ROOT>1 2:the/DET/det>3 3:{}/NOUN/obj>1 4:of/ADP/date>3 5:July/NUM/date>3"
)


@pytest.mark.parametrize(
    ("text", "i", "event_type", "time_words", "expected"),
    [
        (f"{SHELLED} 3:Monday/NUM/date>1", 3, "ASSAULT", NO_TIME_WORDS, False),
        (OF_JULY.format("truce"), 5, "ASSAULT", NO_TIME_WORDS, True),
        (OF_JULY.format("morning"), 5, "ASSAULT", frozenset({"morning"}), False),
        # an opinion is not of the day of what it is about
        (OF_JULY.format("morning"), 5, "SUPPORT", frozenset({"morning"}), True),
        (
            "0:Baku/PROPN/nsubj>1 1:said/VERB/ROOT>1 2:Goris/PROPN/nsubj>3 3:fell/VERB/ccomp>1 4:Monday/NUM/date>3",
            4,
            "ACCUSE",
            NO_TIME_WORDS,
            True,
        ),
    ],
)
def test_dates_of_what_is_talked_about(text, i, event_type, time_words, expected):
    clauses = made(text).clauses
    assert clause_dates.is_aside(clauses, i, fired(1), event_type, time_words) is expected


@pytest.mark.parametrize(
    ("text", "i", "trigger", "expected"),
    [
        (
            "0:Baku/PROPN/nsubj>1 1:said/VERB/ROOT>1 2:Monday/NUM/date>1 3:Goris/PROPN/nsubj>4 4:fell/VERB/ccomp>1",
            2,
            4,
            True,
        ),
        (
            "0:Baku/PROPN/nsubj>1 1:spoke/VERB/ROOT>1 2:Monday/NUM/date>1 3:shelling/VERB/advcl>1 4:Goris/PROPN/obj>3",
            2,
            3,
            False,
        ),
    ],
)
def test_dates_of_the_clause_that_reports(text, i, trigger, expected):
    assert clause_dates.is_of_report(made(text).clauses, i, fired(trigger)) is expected
