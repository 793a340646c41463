"""An event told in several sentences is one row."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from made_documents import document

from contactline.coding import within_article
from contactline.coding.within_article import REASONS, Pair
from contactline.lexicon import load
from contactline.lexicon.conflict import conflict_parties
from contactline.records import UNKNOWN, Event, Figure, Interval, Party, Toll

TEXT = "They fought there. The attack went on. This attack ended. They left."
MONDAY = Interval(date(2023, 9, 18), date(2023, 9, 18), "day")
TUESDAY = Interval(date(2023, 9, 19), date(2023, 9, 19), "day")
YEAR = Interval(date(2022, 1, 1), date(2022, 12, 31), "year")
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
    found = within_article.merge(events, DOCUMENT, CONFLICT)
    return [(e.sentence, e.other_sentences) for e in found]


DOCUMENT = document(TEXT)
TITLED = document("Soldier killed. A guard was shot. A guard was fatally hurt. They left.", title_span=(0, 15))
CONFLICT = conflict_parties(load())
UNDATED = {"when": UNKNOWN, "date_basis": "unknown", "date_text": ""}
REPORTED = {
    "when": Interval(date(2023, 9, 22), date(2023, 9, 22), "day"),
    "date_basis": "article",
    "date_text": "",
}
TALKS = {"type": "CONSULT", "trigger": "met"}
TRUCE = {"type": "CONCEDE", "mode": "ceasefire", "trigger": "agreed"}
PROTEST = {"type": "PROTEST", "mode": "demo", "trigger": "marched", "sources": "ARM", "targets": "ARM"}
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
    # reported without a date, an attack may be of another day than the article's
    ("an attack dated by the article", {}, {**REPORTED, "trigger": "attacked"}, True),
    ("other words dated by the article", {}, {**REPORTED, "trigger": "shelled"}, False),
    ("both dated by the article", REPORTED, {**REPORTED, "trigger": "shelled"}, False),
    (
        "talks dated by the article",
        TALKS,
        {**TALKS, "when": Interval(date(2023, 9, 20), date(2023, 9, 20), "day"), "date_basis": "article"},
        True,
    ),
    (
        "talks of the article's day beside those since Sunday",
        {**TALKS, **REPORTED},
        {**TALKS, "when": Interval(date(2023, 9, 17), date(2023, 9, 22), "range"), "trigger": "talks"},
        False,
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
    assert within_article.merge([event], DOCUMENT, CONFLICT) == (event,)


def test_three_tellings_in_the_order_of_the_text():
    accused = told(1, type="ACCUSE")
    assert merge(told(0), accused, told(2), told(3)) == [(0, (2, 3)), (1, ())]


def test_the_fuller_telling_is_kept():
    bare = told(0, targets="", when=UNKNOWN, date_basis="unknown", date_text="", confidence=0.9)
    full = told(2, place_id="goris", place_basis="clause", killed=3, toll_text="three killed", status="claimed")
    (row,) = within_article.merge([bare, full], DOCUMENT, CONFLICT)
    assert row == replace(full, other_sentences=(0,), confidence=0.9)


def test_what_one_telling_lacks_comes_from_the_other():
    first = told(0)
    second = told(1, place_id="goris", place_basis="clause", killed=3, injured=4, toll_text="three killed")
    (row,) = within_article.merge([first, second], DOCUMENT, CONFLICT)
    assert (row.place_id, row.place_basis, row.killed, row.injured, row.toll_text) == (
        "goris",
        "clause",
        3,
        4,
        "three killed",
    )


def test_a_figure_that_one_telling_lacks_comes_from_the_other():
    hurt = Toll(injured=Figure(4, None, "total"), of=("civilians",))
    (row,) = within_article.merge([told(0, toll=SO_FAR), told(1, toll=hurt)], DOCUMENT, CONFLICT)
    assert row.toll == replace(SO_FAR, injured=Figure(4, None, "total"))


def test_two_attacks_of_one_sentence_with_one_toll_are_one():
    rows = within_article.merge(
        [told(0, trigger="shelled", killed=2), told(0, trigger="killed", start=9)],
        DOCUMENT,
        CONFLICT,
    )
    assert [(r.trigger, r.killed, r.other_sentences) for r in rows] == [("shelled", 2, ())]


def test_merging_again_changes_nothing():
    once = within_article.merge(
        [told(0), told(1, when=TUESDAY), told(2), told(3, type="ACCUSE")], DOCUMENT, CONFLICT
    )
    assert within_article.merge(once, DOCUMENT, CONFLICT) == once


ONE_KILLED = Toll(killed=Figure(1, 1, "increment"))
SO_FAR = Toll(killed=Figure(9, 9, "total"), of=("soldiers", "ARM"), as_of=date(2023, 9, 20))
DECISIVE = {  # one pair for each reason: the reasons before it do not apply, and it does
    "_other_type": ({}, {"type": "ACCUSE"}),
    "_others_attacked": ({}, {"sources": "RUS"}),
    "_rows_of_one_word": ({}, {"sentence": 0}),
    "_total_and_increment": ({"toll": ONE_KILLED}, {"toll": SO_FAR}),
    "_other_act_within_a_country": (PROTEST, {**PROTEST, "mode": "riot", "trigger": "rioted"}),
    "_repeats": ({"type": "ACCUSE"}, {"type": "ACCUSE", "sentence": 0, "start": 9}),
    "_title_tells_the_dead": ({"targets": "", "killed": 1}, {"killed": 1, "trigger": "shot"}),
    "_one_attack_of_a_sentence": ({}, {"sentence": 0, "start": 9, "trigger": "killed"}),
    "_same_word_on_the_same_day": ({"type": "ACCUSE"}, {"type": "ACCUSE"}),
    "_tells_only_a_toll": ({}, {**UNDATED, "sources": "", "targets": "", "trigger": "died", "toll": ONE_KILLED}),
    "_not_compared": ({"type": "ACCUSE"}, {"type": "ACCUSE", "trigger": "blamed"}),
    "_other_gathering": (PROTEST, {**PROTEST, "trigger": "rallied"}),
    "_only_one_planned_or_denied": ({}, {"status": "planned"}),
    "_only_one_mediation": (TALKS, {**TALKS, "mode": "third-party", "trigger": "mediated"}),
    "_call_and_meeting": ({**TALKS, "trigger": "meeting"}, {**TALKS, "mode": "phone", "trigger": "phone calls"}),
    "_other_countries": (TALKS, {**TALKS, "sources": "RUS"}),
    "_each_names_one_country": ({"targets": ""}, {"targets": "", "trigger": "shelled"}),
    "_near_the_articles_day": (TALKS, {**TALKS, "when": TUESDAY, "date_basis": "article"}),
    "_other_days": ({}, {"when": TUESDAY}),
    "_other_roles_in_a_long_span": ({"when": YEAR}, {"when": YEAR, "targets": "", "trigger": "shelled"}),
    "_deed_within_a_fight": (
        {"sources": "ARM AZE", "targets": "ARM AZE", "trigger": "clashes"},
        {"trigger": "shelled"},
    ),
    "_other_places": ({"place_id": "goris"}, {"place_id": "sotk", "trigger": "shelled"}),
    "_other_tolls": ({"killed": 2, "trigger": "shelled"}, {"killed": 5}),
    "_one_operation": ({"trigger": "offensive"}, {**UNDATED, "trigger": "operation"}),
    "_undated_by_other_words": ({}, {**UNDATED, "trigger": "shelled"}),
}


@pytest.mark.parametrize(
    ("second", "same"),
    [
        ({"sentence": 1, "killed": 1}, True),
        ({"sentence": 1, "killed": 2}, False),  # not as many
        ({"sentence": 1, "killed": None}, False),  # no dead
        ({"sentence": 2, "killed": None}, True),  # a deadly wound
        ({"sentence": 1, "killed": 1, "sources": "ARM", "targets": "AZE"}, False),  # the other way round
    ],
)
def test_a_title_tells_of_the_dead_of_the_first_lines(second: dict, same: bool) -> None:
    title = told(targets="", killed=1, trigger="killed", date_basis="article")
    lead = told(trigger="shot", **second)

    assert within_article.is_same(Pair(title, lead, TITLED, CONFLICT)) == same


MARCH = {**PROTEST, "place_id": "yerevan"}
ARREST = {"type": "COERCE", "mode": "arrest", "sources": "ARM", "targets": "ARM"}


@pytest.mark.parametrize(
    ("text", "first", "second", "same"),
    [
        ("Some 400 people marched. About 400 angry men rallied.", PROTEST, {"trigger": "rallied"}, True),
        ("They marched there. They rallied.", MARCH, {"trigger": "rallied"}, True),
        ("They marched. They rallied.", PROTEST, {"trigger": "rallied"}, False),
        ("Some 400 people marched. About 900 people rallied.", MARCH, {"trigger": "rallied"}, False),
        ("They marched there. They rallied.", MARCH, {"when": TUESDAY, "trigger": "rallied"}, False),
        ("They held 35 protesters. Some 35 activists were taken.", ARREST, {"trigger": "taken"}, True),
        ("They held 35 protesters. Another 20 activists were taken.", ARREST, {"trigger": "taken"}, False),
        ("They held 1,200 protesters. Dozens were taken.", ARREST, {"trigger": "taken"}, True),
        ("They held 35 protesters. They fired gas.", ARREST, {"mode": "", "trigger": "fired"}, False),
    ],
)
def test_arrests_and_protests_by_place_and_number(text: str, first: dict, second: dict, same: bool) -> None:
    people = frozenset({"people", "men", "protesters", "activists"})
    pair = Pair(told(0, **first), told(1, **{**first, **second}), document(text), CONFLICT, people)

    assert within_article.is_same(pair) == same


@pytest.mark.parametrize(("name", "pair"), DECISIVE.items(), ids=list(DECISIVE))
def test_each_reason_decides_a_pair(name: str, pair: tuple[dict, dict]) -> None:
    first, second = (told(**{"sentence": n, **facts}) for n, facts in enumerate(pair))

    read = TITLED if "title" in name else DOCUMENT
    deciding = next(r for r in REASONS if r.applies(Pair(first, second, read, CONFLICT)))

    assert deciding.applies.__name__ == name


def test_every_reason_has_its_pair() -> None:
    assert [reason.applies.__name__ for reason in REASONS] == list(DECISIVE)
