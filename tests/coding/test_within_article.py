"""An event told in several sentences is one row."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from made_documents import document, published_on

from contactline.coding import within_article
from contactline.coding.event_date import Calendar
from contactline.records import UNKNOWN, Event, Interval, Party

TEXT = "They fought there. The attack went on. This attack ended. They left."
MONDAY = Interval(date(2023, 9, 18), date(2023, 9, 18), "day")
TUESDAY = Interval(date(2023, 9, 19), date(2023, 9, 19), "day")
FRIDAY = Interval(date(2023, 9, 22), date(2023, 9, 22), "day")
WEEK = Interval(date(2023, 9, 18), date(2023, 9, 24), "week")


def told(sentence: int = 0, sources: str = "AZE", targets: str = "ARM", **facts: object) -> Event:
    """A reported attack on a Monday, with the date in its clause, but for what ``facts`` say."""
    event = Event(
        sentence=sentence,
        start=0,
        end=4,
        trigger="attacked",
        type="ASSAULT",
        mode="",
        when=MONDAY,
        date_basis="clause",
        date_text="Monday",
        place_id=None,
        place_basis="none",
        status="reported",
        attributed_to="",
        killed=None,
        injured=None,
        toll_text="",
        confidence=0.5,
        pattern_id="made",
        parties=tuple(
            Party(role, None, country, country, 0, 1)
            for role, countries in (("source", sources), ("target", targets))
            for country in countries.split()
        ),
    )
    return replace(event, **facts)  # type: ignore[arg-type]


def merge(*events: Event) -> list[tuple[int, tuple[int, ...]]]:
    found = within_article.merge(events, DOCUMENT, Calendar(DOCUMENT, published_on(date(2023, 9, 22)), ()))
    return [(e.sentence, e.other_sentences) for e in found]


DOCUMENT = document(TEXT)
UNDATED = {"when": UNKNOWN, "date_basis": "unknown", "date_text": ""}
TALKS = {"type": "CONSULT", "trigger": "met"}
TRUCE = {"type": "CONCEDE", "mode": "ceasefire", "trigger": "agreed"}
THE_ATTACK = TEXT.index("attack went")
PAIRS = [
    ("the same", {}, {}, True),
    ("another day", {}, {"when": TUESDAY}, False),
    ("a day beside its week", {}, {"when": WEEK, "date_basis": "sentence"}, True),
    ("another place", {"place_id": "goris"}, {"place_id": "sotk", "trigger": "shelled"}, False),
    ("a place beside none", {"place_id": "goris"}, {}, True),
    ("another toll", {"killed": 2, "trigger": "shelled"}, {"killed": 5}, False),
    ("a toll beside none", {"killed": 2}, {}, True),
    ("other sides", {}, {"sources": "RUS"}, False),
    ("a side untold", {}, {"targets": ""}, True),
    ("nobody told", {"sources": "", "targets": ""}, {"sources": "", "targets": ""}, False),
    ("the two Armenian sides", {}, {"targets": "NKR"}, True),
    ("another type", {}, {"type": "ACCUSE"}, False),
    ("planned beside reported", {}, {"status": "planned"}, False),
    ("denied beside reported", {}, {"status": "denied"}, False),
    ("claimed beside reported", {}, {"status": "claimed"}, True),
    ("undated, the same word", {}, UNDATED, True),
    ("undated, another word", {}, {**UNDATED, "trigger": "shelled"}, False),
    ("undated, pointing back", {}, {**UNDATED, "trigger": "attack", "start": THE_ATTACK}, True),
    ("both undated, the same word", UNDATED, UNDATED, True),
    ("both undated, another word", UNDATED, {**UNDATED, "trigger": "shelled"}, False),
    ("talks", TALKS, {**TALKS, "trigger": "talks"}, True),
    ("talks on another day", TALKS, {**TALKS, "when": TUESDAY}, False),
    (
        "talks dated by the article",
        TALKS,
        {**TALKS, "when": Interval(date(2023, 9, 20), date(2023, 9, 20), "day"), "date_basis": "article"},
        True,
    ),
    ("talks beside mediation", TALKS, {**TALKS, "mode": "third-party", "trigger": "mediated"}, False),
    ("two parts of a truce", TRUCE, {**TRUCE, "type": "SUPPORT"}, True),
    ("a truce agreed and in force", TRUCE, {**TRUCE, "type": "RETREAT"}, False),
    ("charges by other words", {"type": "ACCUSE"}, {"type": "ACCUSE", "trigger": "blamed"}, False),
    ("charges by the same words", {"type": "ACCUSE"}, {"type": "ACCUSE"}, True),
]


@pytest.mark.parametrize(("first", "second", "same"), [p[1:] for p in PAIRS], ids=[p[0] for p in PAIRS])
def test_pairs(first, second, same):
    expected = [(0, (1,))] if same else [(0, ()), (1, ())]
    assert merge(told(0, **first), told(1, **second)) == expected


def test_nothing():
    assert merge() == []


def test_one_event_stays_as_it_is():
    event = told()
    assert within_article.merge([event], DOCUMENT, Calendar(DOCUMENT, published_on(None), ())) == (event,)


def test_three_tellings_in_the_order_of_the_text():
    accused = told(1, type="ACCUSE")
    assert merge(told(0), accused, told(2), told(3)) == [(0, (2, 3)), (1, ())]


def test_the_fuller_telling_is_kept():
    bare = told(0, targets="", when=UNKNOWN, date_basis="unknown", date_text="", confidence=0.9)
    full = told(2, place_id="goris", place_basis="clause", killed=3, toll_text="three killed", status="claimed")
    (row,) = within_article.merge([bare, full], DOCUMENT, Calendar(DOCUMENT, published_on(None), ()))
    assert row == replace(full, other_sentences=(0,), confidence=0.9)


def test_what_one_telling_lacks_comes_from_the_other():
    first = told(0)
    second = told(1, place_id="goris", place_basis="clause", killed=3, injured=4, toll_text="three killed")
    (row,) = within_article.merge([first, second], DOCUMENT, Calendar(DOCUMENT, published_on(None), ()))
    assert (row.place_id, row.place_basis, row.killed, row.injured, row.toll_text) == (
        "goris",
        "clause",
        3,
        4,
        "three killed",
    )


def test_two_attacks_of_one_sentence_with_one_toll_are_one():
    rows = within_article.merge(
        [told(0, trigger="shelled", killed=2), told(0, trigger="killed")],
        DOCUMENT,
        Calendar(DOCUMENT, published_on(None), ()),
    )
    assert [(r.trigger, r.killed, r.other_sentences) for r in rows] == [("shelled", 2, ())]


def test_merging_again_changes_nothing():
    book = Calendar(DOCUMENT, published_on(None), ())
    once = within_article.merge([told(0), told(1, when=TUESDAY), told(2), told(3, type="ACCUSE")], DOCUMENT, book)
    assert within_article.merge(once, DOCUMENT, book) == once
