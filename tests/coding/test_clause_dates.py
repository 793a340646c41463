"""How a date hangs on an event."""

from __future__ import annotations

from datetime import date

import pytest
from made_sentences import fired, made

from contactline.coding import clause_dates
from contactline.records import UNKNOWN, Interval, Timex

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
        # of a clause joined to the event's, with a subject of its own, and of one without
        (f"{SHELLED} 3:May/NUM/date>5 4:people/NOUN/nsubj>5 5:left/VERB/conj>1", 3, 1, True),
        (f"{SHELLED} 3:May/NUM/date>4 4:left/VERB/conj>1", 3, 1, False),
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
        # a clause that tells of another time
        (
            f"{SHELLED} 3:after/SCONJ/mark>5 4:they/PRON/nsubj>5 5:met/VERB/advcl>1 6:Monday/NUM/date>5",
            6,
            "ASSAULT",
            NO_TIME_WORDS,
            True,
        ),
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
        # a joined clause with a subject of its own has only a date that stands before both
        (f"{SHELLED} 3:Monday/NUM/date>1 4:and/CCONJ/cc>5 5:left/VERB/conj>1", 3, 5, True),
        (f"{SHELLED} 3:Monday/NUM/date>1 4:and/CCONJ/cc>6 5:Goris/PROPN/nsubj>6 6:fell/VERB/conj>1", 3, 6, False),
        (
            "0:Monday/NUM/date>2 1:Baku/PROPN/nsubj>2 2:fired/VERB/ROOT>2 3:and/CCONJ/cc>5 4:Goris/PROPN/nsubj>5"
            " 5:fell/VERB/conj>2",
            0,
            5,
            True,
        ),
        # of the same time
        (
            "0:They/PRON/nsubj>1 1:met/VERB/ROOT>1 2:Monday/NUM/date>1 3:as/SCONJ/mark>5 4:Goris/PROPN/nsubj>5"
            " 5:fell/VERB/advcl>1",
            2,
            5,
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


CENTURY = Interval(date(1801, 1, 1), date(1900, 12, 31), "range")
YEAR = Interval(date(2018, 1, 1), date(2018, 12, 31), "year")
MONDAY = Interval(date(2018, 1, 1), date(2018, 1, 1), "day")


@pytest.mark.parametrize(
    ("before", "told", "behind", "interval", "expected"),
    [
        ("a/DET", "19th-century", "church/NOUN", CENTURY, True),
        ("the/DET", "2018", "report/NOUN", YEAR, True),
        ("in/ADP", "2018", "protesters/NOUN", YEAR, False),
        ("in/ADP", "1801", "Goris/PROPN", CENTURY, False),
        ("the/DET", "Monday", "raid/NOUN", MONDAY, False),
    ],
)
def test_ages_date_nothing_that_is_done(before, told, behind, interval, expected):
    sentence = made(f"0:{before}/dep>2 1:{told}/NUM/date>2 2:{behind}/ROOT>2")
    token = sentence.tokens[1]
    timex = Timex(token.start, token.end, told, "date", "", interval, "explicit", (token.start, token.end))
    assert clause_dates.is_age(sentence.clauses, 1, fired(2), timex) is expected


@pytest.mark.parametrize(("interval", "expected"), [(YEAR, True), (MONDAY, False)])
def test_the_year_of_a_building_is_no_attack_s(interval, expected):
    sentence = made(f"{SHELLED} 3:built/VERB/acl>2 4:in/NUM/date>3 5:1868/NUM/date>3")
    token = sentence.tokens[5]
    timex = Timex(token.start, token.end, "1868", "date", "", interval, "explicit", (token.start, token.end))
    assert clause_dates.is_age(sentence.clauses, 5, fired(1), timex) is expected


@pytest.mark.parametrize(("i", "expected"), [(5, True), (0, False)])
def test_dates_of_a_clause_that_holds_no_event(i, expected):
    text = (
        "0:Monday/NUM/date>6 1:men/NOUN/nsubj>6 2:hurt/VERB/acl>1 3:near/ADP/case>4 4:Goris/PROPN/obl>2"
        " 5:Tuesday/NUM/date>2 6:fled/VERB/ROOT>6"
    )
    assert clause_dates.is_of_other_clause(made(text).clauses, i, fired(6)) is expected


@pytest.mark.parametrize(
    ("text", "i", "trigger", "expected"),
    [
        (
            "0:When/SCONJ/mark>2 1:it/PRON/nsubj>2 2:ended/VERB/advcl>5 3:Monday/NUM/date>2 4:Baku/PROPN/nsubj>5"
            " 5:fired/VERB/ROOT>5",
            3,
            5,
            True,
        ),
        (
            "0:After/SCONJ/mark>2 1:it/PRON/nsubj>2 2:ended/VERB/advcl>5 3:Monday/NUM/date>2 4:Baku/PROPN/nsubj>5"
            " 5:fired/VERB/ROOT>5",
            3,
            5,
            False,
        ),
        (
            f"{SHELLED} 3:by/ADP/case>5 4:the/DET/det>5 5:time/NOUN/obl>1 6:it/PRON/nsubj>7 7:ended/VERB/acl:relcl>5"
            " 8:Monday/NUM/date>7",
            8,
            1,
            True,
        ),
    ],
)
def test_dates_of_what_happened_at_the_time(text, i, trigger, expected):
    assert clause_dates.is_of_circumstance(made(text).clauses, i, fired(trigger)) is expected


@pytest.mark.parametrize(("fights", "expected"), [(frozenset({"war"}), False), (frozenset(), True)])
def test_fighting_has_the_date_of_the_clause_about_it(fights, expected):
    text = (
        "0:war/NOUN/nsubj>4 1:that/PRON/nsubj>2 2:began/VERB/acl:relcl>0 3:Monday/NUM/date>2 4:killed/VERB/ROOT>4"
        " 5:ten/NUM/obj>4"
    )
    assert clause_dates.is_aside(made(text).clauses, 3, fired(4), "ASSAULT", NO_TIME_WORDS, fights) is expected
