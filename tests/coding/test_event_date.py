"""When an event took place, and whether it is news, to come or history."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from made_documents import document, published_on
from made_sentences import Made, fired, made

import contactline
from contactline.coding.candidates import Candidate
from contactline.coding.event_date import NO_DATE, EventDate, EventDates
from contactline.coding.event_words import EventWords
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


def calendar(sentence: Made, published: Published | None = None) -> EventDates:
    return EventDates.of(document(sentence.text), published or published_on(DAY), dates(sentence))


def candidate(trigger, event_type="ASSAULT", status="reported") -> Candidate:
    return Candidate(trigger, event_type, "", status, (), (), (), None)


def when(text, trigger, number=0, event_type="ASSAULT", status="reported", events=None, published=None):
    sentence = made(text)
    owned = EventWords(sentence.clauses, events or [(trigger.i, trigger.verb)])
    event = candidate(trigger, event_type, status)
    return calendar(sentence, published).when(0, number, owned, sentence.context, event)


REPORTED = EventDate(TODAY, "article", "")
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
        (f"{SHELLED} 3:Monday/NUM/date>1", fired(1), {}, EventDate(on(MONDAY), "clause", "Monday")),
        (TWO, fired(1), {"events": EVENTS}, EventDate(on(MONDAY), "clause", "Monday")),
        (TWO, fired(5), {"events": EVENTS, "number": 1}, EventDate(on(TUESDAY), "clause", "Tuesday")),
        # the day before the month, wherever they stand
        (
            f"{SHELLED} 3:September/NUM/date>1 4:early/ADV/advmod>1 5:Monday/NUM/date>1",
            fired(1),
            {},
            EventDate(on(MONDAY), "clause", "Monday"),
        ),
        # a date of the clause that reports it
        (
            "0:Baku/PROPN/nsubj>1 1:said/VERB/ROOT>1 2:Tuesday/NUM/date>1 3:Goris/PROPN/nsubj>4 4:fell/VERB/ccomp>1",
            fired(4),
            {"events": [(1, 1), (4, 4)], "number": 1},
            EventDate(on(TUESDAY), "sentence", "Tuesday"),
        ),
        # an open span ends with the article, and gives way to a day
        (
            f"{SHELLED} 3:since/NUM/date>1 4:Monday/NUM/date>1",
            fired(1),
            {},
            EventDate(on(MONDAY, DAY, "range"), "clause", "since Monday"),
        ),
        (
            f"{SHELLED} 3:Tuesday/NUM/date>1 4:again/ADV/advmod>1 5:since/NUM/date>1 6:Monday/NUM/date>1",
            fired(1),
            {},
            EventDate(on(TUESDAY), "clause", "Tuesday"),
        ),
        # a date without a value is none
        (f"{SHELLED} 3:Easter/NUM/date>1", fired(1), {}, REPORTED),
        # dates that say which thing is meant
        (URGED.format(pos="NOUN"), fired(1), {"event_type": "REQUEST"}, REPORTED),
        (URGED.format(pos="PROPN"), fired(1), {"event_type": "REQUEST"}, REPORTED),
        # without a date news is of the article's day, whatever its type and status
        (SHELLED, fired(1), {}, REPORTED),
        (SHELLED, fired(1), {"event_type": "ACCUSE"}, REPORTED),
        (SHELLED, fired(1), {"event_type": "AGREE", "status": "planned"}, REPORTED),
        (SHELLED, fired(1), {"status": "denied"}, REPORTED),
        # an article without a day leaves it open, one of a span of days gives them all
        (SHELLED, fired(1), {"published": published_on(None)}, NO_DATE),
        (
            SHELLED,
            fired(1),
            {"published": Published(None, DATES["September"], "inferred", "")},
            EventDate(DATES["September"], "article", ""),
        ),
        (
            SHELLED,
            fired(1),
            {"published": Published(None, Interval(MONDAY, None, "range"), "inferred", "")},
            NO_DATE,
        ),
        # history without a date has none: by its tense, by a landmark beside it, by a word before the noun
        ("0:Baku/PROPN/nsubj>2 1:had/AUX/aux>2 2:shelled/VERB/ROOT>2 3:Goris/PROPN/obj>2", fired(2), {}, NO_DATE),
        (
            SHELLED + " 3:after/ADP/case>5 4:the/DET/det>5 5:collapse/NOUN/obl>1 6:of/ADP/case>8 7:the/DET/det>8"
            " 8:USSR/PROPN/nmod>5",
            fired(1),
            {},
            NO_DATE,
        ),
    ],
)
def test_when(text, trigger, options, expected):
    assert when(text, trigger, **options) == expected


def test_a_date_of_the_dateline_is_no_event_s():
    sentence = made(f"{SHELLED} 3:Monday/NUM/date>1")
    filed = replace(document(sentence.text), dateline=Dateline((0, len(sentence.text))))
    assert EventDates.of(filed, published_on(DAY), dates(sentence)).within(0, 99) == []


def test_dates_within_a_span():
    sentence = made(TWO)
    found = calendar(sentence).within(sentence.tokens[4].start, len(sentence.text))
    assert [t.text for t in found] == ["Tuesday"]


def test_durations_are_no_dates():
    sentence = made(f"{SHELLED} 3:Monday/NUM/date>1")
    spans = tuple(replace(t, kind="duration") for t in dates(sentence))
    assert EventDates.of(document(sentence.text), published_on(DAY), spans).within(0, 99) == []


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
    assert calendar(made(SHELLED), published).is_to_come(interval) is expected


def test_history_goes_on_until_a_fresh_date():
    """ "In 1994 they met. They attacked. They met on Monday. They attacked." """
    first = made(SHELLED)
    text = "Long ago 1994 came. They attacked. They met Monday. They attacked."
    days = tuple(
        Timex(at, at + len(word), word, "date", "", DATES[word], "explicit", (at, at + len(word)))
        for word in ("1994", "Monday")
        for at in [text.index(word)]
    )
    book = EventDates.of(document(text), published_on(DAY), days)
    owned = EventWords(first.clauses, [(1, 1)])
    found = []
    for sentence in range(4):
        found.append(book.when(sentence, 0, owned, first.context, candidate(fired(1))))
        book = book.after_sentence(sentence, False, False, frozenset({"ARM"}))
    assert [w for w in found if w.basis == "text"] == [EventDate(DATES["1994"], "text", "")]
    assert found[1] == EventDate(DATES["1994"], "text", "")
    assert found[3] == REPORTED


def test_what_somebody_says_ends_the_history():
    text = "Long ago 1994 came. They spoke."
    at = text.index("1994")
    days = (Timex(at, at + 4, "1994", "date", "", DATES["1994"], "explicit", (at, at + 4)),)
    book = EventDates.of(document(text), published_on(DAY), days)
    told = book.after_sentence(0, False, False, frozenset({"ARM"}))
    assert (told.background, told.background_countries) == (EventDate(DATES["1994"], "text", ""), {"ARM"})
    spoken = told.after_sentence(1, True, False, frozenset())
    assert (spoken.background, spoken.background_countries) == (None, frozenset())
    assert (book.background, told.background_countries) == (None, {"ARM"})  # earlier values stay as they were


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        # an article of an open day has the day of its first dated news, where that can be its day
        (MONDAY, DAY, on(MONDAY)),
        (MONDAY + timedelta(2), DAY, on(MONDAY)),
        (date(2023, 9, 1), date(2023, 9, 17), None),
        (MONDAY + timedelta(4), DAY, None),
    ],
)
def test_the_first_dated_news_of_an_article_of_an_open_day(first, last, expected):
    book = calendar(made(SHELLED), Published(None, on(first, last, "range"), "inferred", ""))
    assert book.after_event(0, "CONSULT", EventDate(on(MONDAY), "clause", "Monday")).lead == expected


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        # the day on which a plan is told is not the day of the plan
        ("Pashinyan said on Monday he will meet with Aliyev in Granada next week.", "2023-05-22", "2023-05-28"),
        ("Baku said Tuesday that Armenia and Azerbaijan will hold talks in June.", "2023-06-01", "2023-06-30"),
        # what describes a fight is of the days of the fight
        (
            "After a war that killed thousands in 2020, Baku and Yerevan agreed to a truce.",
            "2020-01-01",
            "2020-12-31",
        ),
        ("During clashes that began in 2016, Azerbaijan captured two hills.", "2016-01-01", "2016-12-31"),
        ("It should be noted that Baku on May 2 ordered Armenian troops to leave.", "2023-05-02", "2023-05-02"),
        # the wars before the news have no day where none is told
        ("Hundreds of Armenians were killed in the two previous wars.", "None", "None"),
        ("Two Armenians were killed in previous hours.", "2023-05-18", "2023-05-18"),
        ("Many fled the war in 2020 that ended with Azerbaijan capturing Shusha.", "2020-01-01", "2020-12-31"),
    ],
)
def test_each_clause_has_its_own_days(text: str, first: str, last: str) -> None:
    events = contactline.code(text, published="2023-05-18").events
    assert (first, last) in [(str(e.when.start), str(e.when.end)) for e in events]


def test_a_date_of_the_past_in_a_sentence_of_news_opens_no_background():
    text = (
        "Russia, which mediated the truce of 2020, warned Azerbaijan.\n\n"
        "Azerbaijan accused Armenia of firing at its posts, and Armenian troops shelled Tovuz."
    )
    shelled = contactline.code(text, published="2023-05-18").events[-1]
    assert (str(shelled.when.start), shelled.status) == ("2023-05-18", "reported")
