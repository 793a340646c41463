"""Spans that reach to the article's day."""

from __future__ import annotations

from datetime import date

import pytest
from made_sentences import LEXICON, fired, made

from contactline.coding import open_spans
from contactline.dates.words import date_words
from contactline.records import UNKNOWN, Interval, Timex

DAY = date(2023, 9, 22)
MONDAY = Interval(date(2023, 9, 18), date(2023, 9, 18), "day")
NEXT = Interval(date(2023, 9, 25), date(2023, 9, 25), "day")
YEAR = Interval(date(2023, 1, 1), date(2023, 12, 31), "year")
LAST_YEAR = Interval(date(2022, 1, 1), date(2022, 12, 31), "year")
CLOSED = "0:The/DET/det>1 1:road/NOUN/nsubj>4 2:has/AUX/aux>4 3:been/AUX/aux:pass>4 4:closed/VERB/ROOT>4"
SINCE_CLAUSE = (
    CLOSED + " 5:since/SCONJ/mark>8 6:the/DET/det>7 7:siege/NOUN/nsubj>8 8:began/VERB/advcl>4 9:on/NUM/date>8"
    " 10:Monday/NUM/date>8"
)


@pytest.mark.parametrize(
    ("text", "i", "trigger", "expected"),
    [
        (f"{CLOSED} 5:since/NUM/date>4 6:Monday/NUM/date>4", 6, 4, True),
        (f"{CLOSED} 5:since/NUM/date>4 6:early/NUM/date>4 7:May/NUM/date>4", 7, 4, True),
        (f"{CLOSED} 5:Monday/NUM/date>4", 5, 4, False),
        (SINCE_CLAUSE, 10, 4, True),
        # the siege itself began on that day
        (SINCE_CLAUSE, 10, 8, False),
        # the date of a noun is the noun's, but for a perfect that runs on from it
        (
            f"{CLOSED} 5:since/ADP/case>7 6:the/DET/det>7 7:war/NOUN/obl>4 8:of/ADP/date>7 9:May/NUM/date>7",
            9,
            4,
            True,
        ),
        (
            "0:They/PRON/nsubj>1 1:hailed/VERB/ROOT>1 2:peace/NOUN/obj>1 3:since/ADP/case>5 4:the/DET/det>5"
            " 5:truce/NOUN/obl>1 6:in/NUM/date>5 7:May/NUM/date>5",
            7,
            1,
            False,
        ),
        # of a clause beside it
        (f"{CLOSED} 5:and/CCONJ/cc>6 6:mined/VERB/conj>4 7:since/NUM/date>6 8:Monday/NUM/date>6", 8, 0, False),
    ],
)
def test_what_began_with_a_date(text, i, trigger, expected):
    assert open_spans.begins_at(made(text).clauses, i, fired(trigger)) is expected


@pytest.mark.parametrize(("word", "expected"), [("worst", True), ("bloodiest", True), ("new", False)])
def test_a_date_that_is_compared_with(word, expected):
    text = (
        f"0:the/DET/det>2 1:{word}/ADJ/amod>2 2:clash/NOUN/nsubj>5 3:since/NUM/date>2 4:1994/NUM/date>2"
        " 5:killed/VERB/ROOT>5 6:ten/NUM/obj>5"
    )
    assert open_spans.is_compared_with(made(text).clauses, 4, fired(5)) is expected


@pytest.mark.parametrize(
    ("interval", "last_day", "expected"),
    [
        (MONDAY, DAY, Interval(date(2023, 9, 18), DAY, "range")),
        (YEAR, DAY, Interval(date(2023, 1, 1), DAY, "range")),
        (MONDAY, None, None),
        (UNKNOWN, DAY, None),
        # what is still to come has no end at the news
        (NEXT, DAY, NEXT),
    ],
)
def test_spans_end_with_the_article(interval, last_day, expected):
    assert open_spans.to_the_news(interval, last_day) == expected


@pytest.mark.parametrize(
    ("text", "interval", "expected"),
    [
        ("So far this year three fell.", YEAR, Interval(date(2023, 1, 1), DAY, "range")),
        ("Three fell this year so far.", YEAR, Interval(date(2023, 1, 1), DAY, "range")),
        ("Three fell this year.", YEAR, YEAR),
        ("So far this year three fell.", LAST_YEAR, LAST_YEAR),
    ],
)
def test_so_far(text, interval, expected):
    at = text.index("this year")
    timex = Timex(at, at + 9, "this year", "date", "", interval, "article", (at, at + 9))
    assert open_spans.so_far(text, timex, DAY) == expected


@pytest.mark.parametrize(
    ("words", "interval", "side", "expected"),
    [
        pytest.param(
            "after 2022", LAST_YEAR, "after", Interval(date(2022, 1, 1), DAY, "range"), id="after a year"
        ),
        pytest.param("after Monday", MONDAY, "after", MONDAY, id="after a day: mostly of an event of that day"),
        pytest.param(
            "after 2023", YEAR, "after", Interval(date(2023, 1, 1), DAY, "range"), id="after this year began"
        ),
        pytest.param(
            "before 2022", LAST_YEAR, "before", Interval(None, date(2021, 12, 31), "range"), id="before it"
        ),
        pytest.param("until 2022", LAST_YEAR, "until", Interval(None, date(2022, 12, 31), "range"), id="until it"),
        pytest.param("by 2022", LAST_YEAR, "until", Interval(None, date(2022, 12, 31), "range"), id="by it"),
        pytest.param(
            "before Monday", MONDAY, "before", Interval(None, date(2023, 9, 17), "range"), id="before a day"
        ),
        pytest.param("by Monday", MONDAY, "until", MONDAY, id="by a day: the news of that day"),
        pytest.param("until Monday", NEXT, "until", None, id="an end to come tells nothing of what was done"),
        pytest.param("until 2023", YEAR, "until", None, id="a year that goes on"),
        pytest.param("in 2022", LAST_YEAR, "", LAST_YEAR, id="not open"),
        pytest.param("before then", UNKNOWN, "before", UNKNOWN, id="no days"),
    ],
)
def test_days_that_are_open_at_an_end(words, interval, side, expected):
    start, end = words.index(" ") + 1, len(words)
    timex = Timex(start, end, words[start:], "date", "", interval, "explicit", (start, end), side)

    assert open_spans.as_open(words, timex, interval, DAY) == expected


@pytest.mark.parametrize(
    ("text", "side", "expected"),
    [
        ("They left before 2022", "before", "before 2022"),
        ("They left prior to 2022", "before", "prior to 2022"),
        ("They stayed until the 2022", "until", "until the 2022"),
        ("They left no later than 2022", "until", "no later than 2022"),
        ("They left in 2022", "", "2022"),
    ],
)
def test_the_words_of_an_open_end(text, side, expected):
    at = text.index("2022")
    timex = Timex(at, at + 4, "2022", "date", "2022", LAST_YEAR, "explicit", (at, at + 4), side)

    assert text[open_spans.words_from(text, timex) :] == expected


@pytest.mark.parametrize(
    ("told", "auxiliary", "preposition", "first"),
    [
        ("three weeks", "has", "for", date(2023, 9, 1)),
        ("44 days", "has", "for", date(2023, 8, 9)),
        ("two years", "has", "for", date(2021, 9, 22)),
        ("six months", "has", "for", date(2023, 3, 22)),
        # the past needs no perfect
        ("the past two days", "was", "over", date(2023, 9, 20)),
        ("the last week", "was", "in", date(2023, 9, 15)),
        # of another time, of no number, of no days
        ("three weeks", "was", "for", None),
        ("three weeks", "has", "in", None),
        ("the next two days", "was", "over", None),
        ("many weeks", "has", "for", None),
        ("the past two hours", "was", "over", None),
    ],
)
def test_durations_are_counted_back_from_the_article(told, auxiliary, preposition, first):
    words = told.split()
    noun = 3 + len(words)
    before = "".join(f" {4 + n}:{word}/NUM/nummod>{noun}" for n, word in enumerate(words[:-1]))
    sentence = made(
        f"0:road/NOUN/nsubj>2 1:{auxiliary}/AUX/aux>2 2:closed/VERB/ROOT>2 3:{preposition}/ADP/case>{noun}{before}"
        f" {noun}:{words[-1]}/NOUN/obl>2"
    )
    span = (sentence.tokens[4].start, len(sentence.text))
    timex = Timex(*span, told, "duration", "", UNKNOWN, "unknown", span)
    found = open_spans.of_duration(sentence.clauses, timex, fired(2), DAY, date_words(LEXICON))
    assert found == (Interval(first, DAY, "range") if first else None)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("5:since/ADP/case>6 6:then/ADV/obl>4", True),
        ("5:ever/ADV/advmod>6 6:since/ADV/advmod>4", True),
        ("5:then/ADV/advmod>4", False),
    ],
)
def test_since_then(words, expected):
    assert open_spans.points_back(made(f"{CLOSED} {words}").clauses, fired(4)) is expected
