"""The toll of an event: its rows, its bounds, of whom, and the days of a running total."""

from __future__ import annotations

from datetime import date

import pytest
from made_sentences import fired, made

from contactline.coding.candidates import Candidate
from contactline.coding.counts import UNTOLD, Count
from contactline.coding.event_date import EventDate, EventWords
from contactline.coding.event_toll import EventToll, days_of_total, of_its_side, tolls_of
from contactline.coding.participants import Participant
from contactline.coding.tolls import ToldToll
from contactline.lexicon import load
from contactline.records import NOBODY, UNKNOWN, Figure, Interval, Published, Toll

LEXICON = load()


def told(number=5, what="killed", kind="increment", countries=(), groups=(), words="five men", i=0):
    count = UNTOLD if number is None else Count.exactly(number)
    return ToldToll(what, count, kind, groups, countries, words, 0, len(words), i)


def party(country):
    return Participant(country.lower(), country, country, 0, 3, 0)


ONE_WORD = made("0:killed/VERB/ROOT>0").clauses
ATTACK = Candidate(
    fired(0), "ASSAULT", "", "reported", (party("ARM"), party("AZE")), (party("ARM"), party("AZE")), (), None
)


@pytest.mark.parametrize(
    ("case", "tolls", "rows"),
    [
        ("nothing told", [], [[]]),
        ("killed and injured are one row", [told(5), told(7, "injured")], [[5, 7]]),
        ("told twice", [told(None), told(5)], [[None, 5]]),
        ("an increment and a total", [told(90, kind="total"), told(5)], [[5], [90]]),
        ("two sides", [told(5, countries=("ARM",)), told(7, countries=("AZE",))], [[5], [7]]),
        ("of one side or untold", [told(5, countries=("ARM",)), told(7, "injured")], [[5, 7]]),
    ],
)
def test_rows(case, tolls, rows):
    found = tolls_of(0, ATTACK, EventWords(ONE_WORD, [(0, 0)]), tolls)
    assert [[t.count.number for t in row.told] for row in found] == rows, case


def test_toll_of_a_total():
    row = EventToll((told(None), told(9, kind="total", countries=("ARM",), groups=("soldiers",), words="nine")))
    when = EventDate(Interval(date(2020, 9, 27), date(2020, 10, 4), "range"), "clause", "27 September")
    published = Published(date(2020, 10, 5), UNKNOWN, "byline", "")
    assert (row.number("killed"), row.number("injured"), row.text) == (9, None, "five men; nine")
    assert row.toll(when, published) == Toll(
        Figure(9, 9, "increment"), NOBODY, NOBODY, NOBODY, ("soldiers", "ARM"), date(2020, 10, 4)
    )


def test_each_side_is_hit_by_the_other():
    armenian = of_its_side(ATTACK, EventToll((told(countries=("ARM",)),)))
    assert ([a.country for a in armenian.source], [a.country for a in armenian.target]) == (["AZE"], ["ARM"])


SEPTEMBER = Interval(date(2020, 9, 27), date(2020, 9, 27), "day")


@pytest.mark.parametrize(
    ("case", "when", "beside", "published", "expected"),
    [
        (
            "since a day",
            EventDate(SEPTEMBER, "clause", "27 September"),
            False,
            date(2020, 10, 5),
            EventDate(Interval(date(2020, 9, 27), date(2020, 10, 5), "range"), "clause", "27 September"),
        ),
        (
            "since the war began, by the chronology",
            EventDate(Interval(date(2020, 10, 5), date(2020, 10, 5), "day"), "article", ""),
            False,
            date(2020, 10, 5),
            EventDate(Interval(date(2020, 9, 27), date(2020, 10, 5), "range"), "chronology", ""),
        ),
        (
            "beside those killed on Friday",
            EventDate(Interval(date(2020, 10, 2), date(2020, 10, 2), "day"), "clause", "Friday"),
            True,
            date(2020, 10, 5),
            EventDate(Interval(date(2020, 9, 27), date(2020, 10, 5), "range"), "chronology", ""),
        ),
        (
            "in a time without fighting",
            EventDate(UNKNOWN, "unknown", ""),
            False,
            date(2021, 8, 20),
            EventDate(UNKNOWN, "unknown", ""),
        ),
        (
            "in an article without a day",
            EventDate(SEPTEMBER, "clause", "27 September"),
            False,
            None,
            EventDate(SEPTEMBER, "clause", "27 September"),
        ),
    ],
)
def test_days_of_a_total(case, when, beside, published, expected):
    interval = Interval(published, published, "day") if published else UNKNOWN
    own = Published(published, interval, "byline", "")
    assert days_of_total(when, beside, own, LEXICON) == expected, case
