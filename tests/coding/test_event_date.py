"""When an event took place, and whether it is news, to come or history."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from made_documents import document, published_on
from made_sentences import Made, fired, made

from contactline.coding import event_date
from contactline.coding.event_date import Calendar, Owners, When
from contactline.records import UNKNOWN, Dateline, Interval, Published, Timex

DAY = date(2023, 9, 22)
MONDAY, TUESDAY = date(2023, 9, 18), date(2023, 9, 19)


def on(day: date, last: date | None = None, precision: str = "day") -> Interval:
    return Interval(day, last or day, precision)


TODAY = on(DAY)
DATES = {
    "Monday": on(MONDAY),
    "Tuesday": on(TUESDAY),
    "September": on(date(2023, 9, 1), date(2023, 9, 30), "month"),
    "1994": on(date(1994, 1, 1), date(1994, 12, 31), "year"),
    "Easter": UNKNOWN,
}


def dates(sentence: Made) -> tuple[Timex, ...]:
    return tuple(
        Timex(t.start, t.end, t.text, "date", "", DATES[t.text], "explicit", (t.start, t.end))
        for t in sentence.tokens
        if t.text in DATES
    )


def calendar(sentence: Made, published: Published | None = None) -> Calendar:
    return Calendar(document(sentence.text), published or published_on(DAY), dates(sentence))


def when(text, trigger, number=0, event_type="ASSAULT", status="reported", events=None, published=None):
    sentence = made(text)
    owned = Owners(sentence.clauses, events or [(trigger.i, trigger.verb)])
    return calendar(sentence, published).when(0, number, owned, sentence.clauses, event_type, status, trigger)


URGED = (
    "0:Baku/PROPN/nsubj>1 1:urged/VERB/ROOT>1 2:access/NOUN/obj>1 3:under/ADP/case>4 4:orders/{pos}/obl>1"
    " 5:of/ADP/date>4 6:September/NUM/date>4 7:Monday/NUM/conj>6"
)
SHELLED = "0:Baku/PROPN/nsubj>1 1:shelled/VERB/ROOT>1 2:Goris/PROPN/obj>1"
TWO = (
    SHELLED
    + " 3:Monday/NUM/date>1 4:and/CCONJ/cc>5 5:attacked/VERB/conj>1 6:Shusha/PROPN/obj>5 7:Tuesday/NUM/date>5"
)
EVENTS = [(1, 1), (5, 5)]


@pytest.mark.parametrize(
    ("text", "trigger", "options", "expected"),
    [
        (f"{SHELLED} 3:Monday/NUM/date>1", fired(1), {}, When(on(MONDAY), "clause", "Monday")),
        (TWO, fired(1), {"events": EVENTS}, When(on(MONDAY), "clause", "Monday")),
        (TWO, fired(5), {"events": EVENTS, "number": 1}, When(on(TUESDAY), "clause", "Tuesday")),
        # the day before the month, wherever they stand
        (
            f"{SHELLED} 3:September/NUM/date>1 4:early/ADV/advmod>1 5:Monday/NUM/date>1",
            fired(1),
            {},
            When(on(MONDAY), "clause", "Monday"),
        ),
        # a date of the clause that reports it
        (
            "0:Baku/PROPN/nsubj>1 1:said/VERB/ROOT>1 2:Tuesday/NUM/date>1 3:Goris/PROPN/nsubj>4 4:fell/VERB/ccomp>1",
            fired(4),
            {"events": [(1, 1), (4, 4)], "number": 1},
            When(on(TUESDAY), "sentence", "Tuesday"),
        ),
        # a date without a value is none
        (f"{SHELLED} 3:Easter/NUM/date>1", fired(1), {}, When(UNKNOWN, "unknown", "")),
        # dates that say which thing is meant
        (URGED.format(pos="NOUN"), fired(1), {"event_type": "REQUEST"}, When(TODAY, "article", "")),
        (URGED.format(pos="PROPN"), fired(1), {"event_type": "REQUEST"}, When(TODAY, "article", "")),
        # without a date: what is said is said on the article's day, what is done lies open
        (SHELLED, fired(1), {}, When(UNKNOWN, "unknown", "")),
        (SHELLED, fired(1), {"event_type": "ACCUSE"}, When(TODAY, "article", "")),
        (SHELLED, fired(1), {"event_type": "AGREE", "status": "planned"}, When(UNKNOWN, "unknown", "")),
        (
            SHELLED,
            fired(1),
            {"event_type": "ACCUSE", "published": published_on(None)},
            When(UNKNOWN, "unknown", ""),
        ),
        (
            SHELLED,
            fired(1),
            {"event_type": "ACCUSE", "published": Published(None, DATES["September"], "inferred", "")},
            When(DATES["September"], "article", ""),
        ),
    ],
)
def test_when(text, trigger, options, expected):
    assert when(text, trigger, **options) == expected


def test_a_date_of_the_dateline_is_no_event_s():
    sentence = made(f"{SHELLED} 3:Monday/NUM/date>1")
    filed = replace(document(sentence.text), dateline=Dateline((0, len(sentence.text))))
    assert Calendar(filed, published_on(DAY), dates(sentence)).within(0, 99) == []


def test_dates_within_a_span():
    sentence = made(TWO)
    found = calendar(sentence).within(sentence.tokens[4].start, len(sentence.text))
    assert [t.text for t in found] == ["Tuesday"]


def test_durations_are_no_dates():
    sentence = made(f"{SHELLED} 3:Monday/NUM/date>1")
    spans = tuple(replace(t, kind="duration") for t in dates(sentence))
    assert Calendar(document(sentence.text), published_on(DAY), spans).within(0, 99) == []


@pytest.mark.parametrize(
    ("word", "assault", "owner"),
    [(0, False, 0), (1, False, 0), (2, False, 0), (3, False, 0), (5, False, 1), (6, False, 1), (7, False, 1)],
)
def test_owners(word, assault, owner):
    assert Owners(made(TWO).clauses, EVENTS).owner(word, assault) == owner


def test_a_toll_above_its_event_is_the_event_s():
    text = "0:clashes/NOUN/nsubj>1 1:left/VERB/ROOT>1 2:ten/NUM/obj>1"
    clauses = made(text).clauses
    two = Owners(clauses, [(0, 0), (0, 0)])
    assert (two.owner(2), two.owner(2, assault=True)) == (None, 0)
    assert Owners(clauses, [(0, 0)]).owner(2) == 0
    assert Owners(clauses, []).owner(2, assault=True) is None


def test_a_date_goes_with_the_event_told_last_before_it():
    text = "0:They/PRON/nsubj>1 1:discussed/VERB/ROOT>1 2:the/DET/det>3 3:attacks/NOUN/obj>1 4:Monday/NUM/date>1"
    owners = Owners(made(text).clauses, [(1, 1), (3, 1)])
    assert (owners.owner(4), owners.nearest(4)) == (0, 1)


@pytest.mark.parametrize(
    ("days", "expected"), [(0, False), (6, False), (8, False), (92, False), (93, True), (10_000, True)]
)
def test_history_begins_after_92_days(days, expected):
    sentence = made(SHELLED)
    told = When(on(DAY - timedelta(days)), "clause", "")
    assert calendar(sentence).history(told, sentence.clauses, fired(1), "ASSAULT") is expected


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
        (
            "0:Baku/PROPN/nsubj>1 1:said/VERB/ROOT>1 2:Goris/PROPN/nsubj>4 3:had/AUX/aux>4 4:attacked/VERB/ccomp>1",
            fired(4),
            "ASSAULT",
            False,  # "had" of reported speech
        ),
        (
            "0:The/DET/det>1 1:shelling/NOUN/nsubj>2 2:hurt/VERB/ROOT>2",
            fired(1, 2, support=False),
            "ASSAULT",
            True,
        ),
        ("0:The/DET/det>1 1:talks/NOUN/nsubj>2 2:hurt/VERB/ROOT>2", fired(1, 2, support=False), "CONSULT", False),
    ],
)
def test_history_without_a_date_is_told_by_the_tense(text, trigger, event_type, expected):
    sentence = made(text)
    told = When(UNKNOWN, "unknown", "")
    assert calendar(sentence).history(told, sentence.clauses, trigger, event_type) is expected


@pytest.mark.parametrize(
    ("interval", "published", "expected"),
    [
        (on(DAY + timedelta(1)), published_on(DAY), True),
        (on(DAY), published_on(DAY), False),
        (on(DAY - timedelta(1), DAY + timedelta(9), "range"), published_on(DAY), False),
        (UNKNOWN, published_on(DAY), False),
        (on(DAY), published_on(None), False),
        (on(date(2023, 10, 1)), Published(None, DATES["September"], "inferred", ""), True),
        (on(date(2023, 9, 30)), Published(None, DATES["September"], "inferred", ""), False),
    ],
)
def test_days_to_come(interval, published, expected):
    assert calendar(made(SHELLED), published).after(interval) is expected


def test_history_goes_on_until_a_fresh_date():
    """ "In 1994 they met. They attacked. They met on Monday. They attacked." """
    first = made(SHELLED)
    text = "Long ago 1994 came. They attacked. They met Monday. They attacked."
    days = tuple(
        Timex(at, at + len(word), word, "date", "", DATES[word], "explicit", (at, at + len(word)))
        for word in ("1994", "Monday")
        for at in [text.index(word)]
    )
    book = Calendar(document(text), published_on(DAY), days)
    owned = Owners(first.clauses, [(1, 1)])
    found = []
    for sentence in range(4):
        found.append(book.when(sentence, 0, owned, first.clauses, "ASSAULT", "reported", fired(1)))
        book.pass_over(sentence, False, {"ARM"})
    assert [w for w in found if w.basis == "text"] == [When(DATES["1994"], "text", "")]
    assert found[1] == When(DATES["1994"], "text", "")
    assert found[3] == When(UNKNOWN, "unknown", "")


def test_what_somebody_says_ends_the_history():
    text = "Long ago 1994 came. They spoke."
    at = text.index("1994")
    days = (Timex(at, at + 4, "1994", "date", "", DATES["1994"], "explicit", (at, at + 4)),)
    book = Calendar(document(text), published_on(DAY), days)
    book.pass_over(0, False, {"ARM"})
    assert (book.backdrop, book.told_of) == (When(DATES["1994"], "text", ""), {"ARM"})
    book.pass_over(1, True, set())
    assert (book.backdrop, book.told_of) == (None, set())


def test_bounds_are_stated():
    assert (event_date.HISTORY, event_date.NEWS) == (timedelta(days=92), timedelta(days=7))
