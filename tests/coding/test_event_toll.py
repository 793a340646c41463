"""The toll of an event: its rows, its bounds, of whom, and the days of a running total."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import made as made_rows
import pytest
from made_sentences import fired, made

from contactline.coding.candidates import Candidate
from contactline.coding.counts import UNTOLD, Count
from contactline.coding.event_date import EventDate, EventWords
from contactline.coding.event_toll import EventToll, dated_total, loose, of_its_side, tolls_of, with_later
from contactline.coding.participants import Participant
from contactline.coding.tolls import ToldToll
from contactline.lexicon import load
from contactline.records import UNKNOWN, Figure, Interval, Published, Toll

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


def test_the_first_number_counts_and_all_words_stay():
    row = EventToll((told(None), told(9, countries=("ARM",), groups=("soldiers",), words="nine")))
    assert (row.number("killed"), row.number("injured"), row.text) == (9, None, "five men; nine")
    assert row.toll() == Toll(killed=Figure(9, 9, "increment"), of=("soldiers", "ARM"))


def test_other_types_have_captives_alone():
    freed = told(15, "handed_over", groups=("prisoners",))
    (row,) = tolls_of(0, replace(ATTACK, type="RETREAT"), EventWords(ONE_WORD, [(0, 0)]), [told(5)], (freed,))
    assert row.toll() == Toll(handed_over=Figure(15, 15, "increment"), of=("prisoners",))


def test_each_side_is_hit_by_the_other():
    armenian = of_its_side(ATTACK, EventToll((told(countries=("ARM",)),)))
    assert ([a.country for a in armenian.source], [a.country for a in armenian.target]) == (["AZE"], ["ARM"])


SEPTEMBER = Interval(date(2020, 9, 27), date(2020, 9, 27), "day")
SO_FAR = told(90, kind="total")
SINCE = replace(SO_FAR, since=True)


def days(first, last, basis, text=""):
    precision = "day" if first == last else "range"
    return EventDate(Interval(date(2020, *first), date(2020, *last), precision), basis, text)


@pytest.mark.parametrize(
    ("case", "toll", "when", "own_days", "published", "as_of", "expected"),
    [
        (
            "since a day",
            SINCE,
            days((9, 27), (9, 27), "clause", "27 September"),
            True,
            date(2020, 10, 5),
            date(2020, 10, 5),
            days((9, 27), (10, 5), "clause", "27 September"),
        ),
        (
            "so far: since the war began, by the chronology",
            SO_FAR,
            days((10, 5), (10, 5), "article"),
            True,
            date(2020, 10, 5),
            date(2020, 10, 5),
            days((9, 27), (10, 5), "chronology"),
        ),
        (
            "as of Friday",
            SO_FAR,
            days((10, 2), (10, 2), "clause", "Friday"),
            True,
            date(2020, 10, 5),
            date(2020, 10, 2),
            days((9, 27), (10, 2), "chronology"),
        ),
        (
            "beside those killed on Friday",
            SO_FAR,
            days((10, 2), (10, 2), "clause", "Friday"),
            False,
            date(2020, 10, 5),
            date(2020, 10, 5),
            days((9, 27), (10, 5), "chronology"),
        ),
        (
            "in a time without fighting",
            SO_FAR,
            EventDate(UNKNOWN, "unknown", ""),
            True,
            date(2021, 8, 20),
            date(2021, 8, 20),
            EventDate(UNKNOWN, "unknown", ""),
        ),
        (
            "in an article without a day",
            SINCE,
            EventDate(SEPTEMBER, "clause", "27 September"),
            True,
            None,
            None,
            EventDate(SEPTEMBER, "clause", "27 September"),
        ),
    ],
)
def test_days_of_a_total(case, toll, when, own_days, published, as_of, expected):
    own = Published(published, Interval(published, published, "day") if published else UNKNOWN, "byline", "")
    counted, found = dated_total(EventToll((toll,)), when, own_days, own, LEXICON)
    assert (counted.as_of, found) == (as_of, expected), case


PUBLISHED = Published(date(2020, 10, 5), Interval(date(2020, 10, 5), date(2020, 10, 5), "day"), "byline", "")


def later(*tolls):
    """The rows of the made attack (made.coded) once the next sentence tells these tolls, as number, kind and day."""
    (attack,) = made_rows.coded(killed=None).events
    rows = with_later(replace(attack, toll_text="", other_sentences=()), EventToll(tolls), 1, PUBLISHED, LEXICON)
    return [(r.killed, r.injured, r.toll.killed.kind, r.when.start, r.toll_text, r.other_sentences) for r in rows]


def test_the_next_sentence_tells_the_toll():
    assert later(told(4), told(10, "injured", words="ten hurt")) == [
        (4, 10, "increment", date(2020, 10, 4), "five men; ten hurt", (1,))
    ]


def test_a_total_told_in_the_next_sentence_is_a_row_of_its_own():
    assert later(SO_FAR) == [
        (None, None, "", date(2020, 10, 4), "", (1,)),
        (90, None, "total", date(2020, 9, 27), "five men", (1,)),
    ]


@pytest.mark.parametrize(
    ("case", "candidates", "misfortune", "number"),
    [
        ("no event takes it", [], False, 5),
        ("an attack of the sentence", [ATTACK], False, None),
        ("a crash", [], True, None),
    ],
)
def test_loose_tolls(case, candidates, misfortune, number):
    found = loose([told()], candidates, EventWords(ONE_WORD, []), misfortune)
    assert found.number("killed") == number, case
