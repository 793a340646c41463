"""Whether an event is told as history."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from made_sentences import fired, made

from contactline.coding import history
from contactline.records import UNKNOWN, Interval

DAY = date(2023, 9, 22)
LONG_STATES = frozenset({"war"})
SHELLED = "0:Baku/PROPN/nsubj>1 1:shelled/VERB/ROOT>1 2:Goris/PROPN/obj>1"


def days(ago: int, length: int = 0, precision: str = "day") -> Interval:
    end = DAY - timedelta(days=ago)
    return Interval(end - timedelta(days=length), end, precision)


@pytest.mark.parametrize(
    ("interval", "expected"),
    [
        (days(0), False),
        (days(6), False),
        # neither news nor history: the tense decides
        (days(8), None),
        (days(92), None),
        (days(93), True),
        (days(10_000), True),
        # a year, and a span that begins long before, hold more than the news
        (days(0, 264, "year"), True),
        (days(0, 93, "range"), True),
        (days(0, 30, "range"), None),
        (UNKNOWN, None),
    ],
)
def test_days_long_past(interval, expected):
    assert history.is_past(interval, DAY) is expected


def test_without_the_article_s_day_only_a_year_is_past():
    assert [history.is_past(i, None) for i in (days(0, 264, "year"), days(93), UNKNOWN)] == [True, False, None]


NOUN = "0:{}/DET/det>1 1:{}/NOUN/nsubj>2 2:hurt/VERB/ROOT>2"
AFTER = "0:They/PRON/nsubj>1 1:left/VERB/ROOT>1 2:after/ADP/case>4 3:{}/DET/det>4 4:{}/NOUN/obl>1"


@pytest.mark.parametrize(
    ("text", "trigger", "event_type", "expected"),
    [
        (SHELLED, fired(1), "ASSAULT", False),
        (
            "0:Baku/PROPN/nsubj>2 1:had/AUX/aux>2 2:shelled/VERB/ROOT>2 3:Goris/PROPN/obj>2",
            fired(2),
            "ASSAULT",
            True,
        ),
        # "had" of reported speech
        (
            "0:Baku/PROPN/nsubj>1 1:said/VERB/ROOT>1 2:Goris/PROPN/nsubj>4 3:had/AUX/aux>4 4:attacked/VERB/ccomp>1",
            fired(4),
            "ASSAULT",
            False,
        ),
        # a deed that a noun names is news, what lasts is not, nor what the news came after
        (NOUN.format("The", "shelling"), fired(1, 2, support=False), "ASSAULT", False),
        (NOUN.format("The", "war"), fired(1, 2, support=False), "ASSAULT", True),
        (NOUN.format("The", "war"), fired(1, 2, support=True), "ASSAULT", False),
        (NOUN.format("The", "war"), fired(1, 2, support=False), "CONSULT", False),
        (AFTER.format("the", "shelling"), fired(4, 1, support=False), "ASSAULT", True),
        (AFTER.format("a", "shelling"), fired(4, 1, support=False), "ASSAULT", False),
        (AFTER.format("the", "talks"), fired(4, 1, support=False), "CONSULT", False),
    ],
)
def test_history_told_by_tense_and_words(text, trigger, event_type, expected):
    clauses = made(text).clauses
    assert history.told_before_the_news(clauses, trigger, event_type, LONG_STATES) is expected


def test_the_bounds_are_stated():
    assert (history.HISTORY, history.NEWS) == (timedelta(days=92), timedelta(days=7))


@pytest.mark.parametrize(
    ("text", "i", "expected"),
    [
        ("0:Baku/PROPN/nsubj>3 1:has/AUX/aux>3 2:often/ADV/advmod>3 3:struck/VERB/ROOT>3", 3, True),
        ("0:Baku/PROPN/nsubj>2 1:often/ADV/advmod>2 2:struck/VERB/ROOT>2", 2, False),
        (
            "0:Baku/PROPN/nsubj>2 1:has/AUX/aux>2 2:helped/VERB/ROOT>2 3:for/ADP/case>4 4:decades/NOUN/obl>2",
            2,
            True,
        ),
        # counted, it is a span
        (
            "0:Baku/PROPN/nsubj>2 1:has/AUX/aux>2 2:helped/VERB/ROOT>2 3:for/ADP/case>5 4:two/NUM/nummod>5"
            " 5:decades/NOUN/obl>2",
            2,
            False,
        ),
        ("0:Baku/PROPN/nsubj>3 1:may/AUX/aux>3 2:often/ADV/advmod>3 3:strike/VERB/ROOT>3", 3, False),
    ],
)
def test_what_is_done_again_and_again(text, i, expected):
    clauses = made(text).clauses
    found = history.told_as_a_habit(clauses, fired(i), frozenset({"often"}), frozenset({"decades"}))
    assert found is expected
