"""Which events are one incident."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from datetime import timedelta

import pytest
from made_reports import BOTH, CEASEFIRE, DAY, PUBLICATIONS, UNDATED, days, report, words

from contactline import linking
from contactline.lexicon import load
from contactline.linking import Publication, Report

LEXICON = load()
YEAR = days("1994-01-01", "1994-12-31", "year")

PAIRS = [
    pytest.param({}, {}, True, id="the same"),
    pytest.param({}, {"start": DAY + timedelta(1), "end": DAY + timedelta(1)}, False, id="another day"),
    pytest.param({"end": DAY + timedelta(1)}, {}, True, id="overnight"),
    pytest.param(
        days("2020-10-01", "2020-10-31", "month"),
        {},
        False,
        id="the month beside its day",
    ),
    pytest.param(
        YEAR | {"sources": "AZE NKR", "targets": "AZE NKR"},
        YEAR | {"sources": "AZE NKR", "targets": "AZE NKR"},
        True,
        id="a war of the same year",
    ),
    pytest.param(
        YEAR,
        YEAR,
        False,
        id="two attacks of a year",
    ),
    pytest.param(
        {"place_id": "ganja"},
        {"sources": "AZE NKR", "targets": "AZE NKR"},
        False,
        id="the shelling of a town on a day of fighting",
    ),
    pytest.param(
        {},
        {"sources": "AZE NKR", "targets": "AZE NKR"},
        True,
        id="an attack without its town on a day of fighting",
    ),
    pytest.param(UNDATED, UNDATED, False, id="no date"),
    pytest.param({}, {"type": "CONSULT"}, False, id="another type"),
    pytest.param({"mode": "aerial"}, {"mode": "firearms"}, False, id="another mode"),
    pytest.param({"mode": "aerial"}, {}, True, id="a mode beside none"),
    pytest.param({}, {"sources": "RUS", "targets": "UKR"}, False, id="other parties"),
    pytest.param({}, {"targets": "ARM"}, True, id="Armenia or its kin in Karabakh"),
    pytest.param({}, {"targets": ""}, True, id="the target left out"),
    pytest.param({}, {"sources": ""}, True, id="the attacker left out"),
    pytest.param({}, {"sources": "NKR", "targets": "AZE"}, False, id="the other way round"),
    pytest.param({"sources": "", "targets": ""}, {"sources": "", "targets": ""}, False, id="no parties"),
    pytest.param({"place_id": "ganja"}, {"place_id": "stepanakert"}, False, id="two towns"),
    pytest.param({"place_id": "ganja"}, {"place_id": "karabakh"}, True, id="a town and its region"),
    pytest.param(
        CEASEFIRE | {"trigger": "reached", "sources": "AZE NKR", "targets": "AZE NKR"},
        {
            "type": "AGREE",
            "trigger": "agreed",
            "words": "agreed to accept a truce",
            "sources": "NKR",
            "targets": "AZE",
        },
        True,
        id="a ceasefire under two types",
    ),
    pytest.param(
        {"type": "SUPPORT", "trigger": "signed", "words": "signed with his neighbour"},
        CEASEFIRE | {"trigger": "reached"},
        True,
        id="a signing, whatever was signed",
    ),
    pytest.param(
        CEASEFIRE | {"trigger": "reached"},
        {"type": "RETREAT", "mode": "resign", "trigger": "step down", "words": "step down over the ceasefire"},
        False,
        id="a resignation over a ceasefire",
    ),
    pytest.param(
        CEASEFIRE | {"trigger": "reached"},
        {"type": "SUPPORT", "trigger": "welcomed", "words": "welcomed the ceasefire"},
        False,
        id="praise of a ceasefire",
    ),
    pytest.param(
        {"type": "CONSULT"},
        {"type": "CONSULT", "sources": "NKR", "targets": "AZE"},
        True,
        id="talks told from either side",
    ),
    pytest.param(
        YEAR | {"type": "SUPPORT"},
        YEAR | {"type": "SUPPORT"},
        False,
        id="a state of things over a year",
    ),
    pytest.param(
        {"end": DAY + timedelta(6), "precision": "week", "date_basis": "article"},
        {"end": DAY + timedelta(6), "precision": "week", "date_basis": "article"},
        False,
        id="a week that only the articles' day tells",
    ),
    pytest.param({"type": "ACCUSE"}, {"type": "ACCUSE", "sources": ""}, False, id="words of another speaker"),
    pytest.param({"type": "ACCUSE"}, {"type": "ACCUSE", "targets": ""}, True, id="words of the same speaker"),
    pytest.param(
        {"type": "ACCUSE", "targets": ""}, {"type": "ACCUSE", "targets": ""}, False, id="words to nobody"
    ),
]


@pytest.mark.parametrize(("first", "second", "one"), PAIRS)
def test_two_events_are_one_incident(first: dict[str, object], second: dict[str, object], one: bool) -> None:
    events = [report("a-1", **first), report("b-1", **second)]
    points = frozenset({"ganja", "stepanakert"})

    both = {
        linking.link(order, PUBLICATIONS, points, lexicon=LEXICON)[0].events for order in (events, events[::-1])
    }

    assert both == {("a-1", "b-1") if one else ("a-1",)}


def test_a_part_of_the_parties_joins_no_incident_where_two_would_do() -> None:
    events = [report("a-1", targets="ARM"), report("b-1", targets="RUS"), report("c-1", targets="")]

    assert [i.events for i in linking.link(events, PUBLICATIONS, lexicon=LEXICON)] == [
        ("a-1",),
        ("b-1",),
        ("c-1",),
    ]


def test_two_attacks_in_one_article_are_two_while_a_truce_may_be_reported_twice() -> None:
    truce = CEASEFIRE | {"sources": "AZE NKR", "targets": "AZE NKR"}
    events = [report("a-1"), report("a-2"), report("a-3", **truce), report("a-4", **truce)]

    assert [i.events for i in linking.link(events, PUBLICATIONS, lexicon=LEXICON)] == [
        ("a-1",),
        ("a-2",),
        ("a-3", "a-4"),
    ]


WAR: dict[str, object] = {
    **words("war", "The war of 2020 was short."),
    **BOTH,
    **days("2020-01-01", "2020-12-31", "year"),
}
TRUCE: dict[str, object] = {
    **words("truce", "A truce was agreed in Moscow."),
    **CEASEFIRE,
}
BARDA: dict[str, object] = {
    "place_id": "barda",
    "killed": 21,
    **words("hit", "Cluster rockets hit Barda at noon."),
}
MADE = [
    report("a-1", **WAR),
    report("a-2", **BARDA),
    report("a-3", **TRUCE, **BOTH),
    report("a-4", **TRUCE, **BOTH),
    report("a-5", place_id="ganja"),
    report("b-1", **{**WAR, **days("2020-09-27", "2020-11-10")}),
    report("b-2", **{**BARDA, **UNDATED}),
    report("b-3", **TRUCE, **BOTH),
    report("b-4", targets="", mode="aerial"),
    report("b-5", sources="NKR", targets="AZE"),
    report("c-1", **{**BARDA, "targets": ""}),
    report("c-2", type="CONSULT", trigger="met", **BOTH),
    report("c-3", **UNDATED, sources="", targets=""),
    report("c-4", sources="ARM", targets="AZE", status="denied"),
    report("c-5", place_id="karabakh", killed=2),
]
"""Reports of three articles: a war, its fights on one day, a truce, talks, and what nobody else tells."""


@pytest.mark.parametrize("seed", range(12))
def test_the_order_of_the_reports_changes_no_incident_and_no_id(seed: int) -> None:
    points = frozenset({"ganja", "barda"})
    shuffled = MADE.copy()
    random.Random(seed).shuffle(shuffled)
    publications = {
        letter: replace(PUBLICATIONS[letter], first=DAY + timedelta(n), last=DAY + timedelta(n))
        for n, letter in enumerate("abc")
    }

    incidents = linking.link(MADE, publications, points, lexicon=LEXICON)

    assert (
        linking.link(shuffled, dict(sorted(publications.items(), reverse=True)), points, lexicon=LEXICON)
        == incidents
    )
    assert max(len(incident.events) for incident in incidents) > 2


@dataclass(frozen=True)
class Arrival:
    """A build of today's reports, and the next one with one more. ``days``: of each article, by its letter, as days
    after ``DAY``; an article that is not there has none. ``ids``: of each event, whose incident's id it has then.
    """

    today: tuple[Report, ...]
    new: Report
    days: dict[str, int]
    ids: dict[str, str]


ARRIVALS = {
    "a later article that tells it too": Arrival(
        (report("b-1"),), report("a-1"), {"a": 2, "b": 1}, {"a-1": "b-1", "b-1": "b-1"}
    ),
    "an article without a day": Arrival((report("b-1"),), report("a-1"), {"b": 1}, {"a-1": "b-1", "b-1": "b-1"}),
    "an article of the same day with a later name": Arrival(
        (report("a-1"),), report("b-1"), {"a": 1, "b": 1}, {"a-1": "a-1", "b-1": "a-1"}
    ),
    "an older article: the id is of its event from now on": Arrival(
        (report("a-1"),), report("b-1"), {"a": 2, "b": 1}, {"a-1": "b-1", "b-1": "b-1"}
    ),
    "an article that tells something else": Arrival(
        (report("b-1"),),
        report("a-1", sources="RUS", targets="UKR"),
        {"a": 2, "b": 1},
        {"a-1": "a-1", "b-1": "b-1"},
    ),
    "an article without which two were not one: the older id stays": Arrival(
        (report("a-1", targets=""), report("b-1", sources="")),
        report("c-1"),
        {"a": 2, "b": 1, "c": 3},
        {"a-1": "b-1", "b-1": "b-1", "c-1": "b-1"},
    ),
}


@pytest.mark.parametrize("arrival", ARRIVALS.values(), ids=ARRIVALS)
def test_an_incident_has_the_id_of_its_oldest_event(arrival: Arrival) -> None:
    at = {letter: DAY + timedelta(days) for letter, days in arrival.days.items()}
    publications = {letter: Publication(letter, first=at.get(letter), last=at.get(letter)) for letter in "abc"}
    own = {
        event: linking.link([report(event)], publications, lexicon=LEXICON)[0].incident_id for event in arrival.ids
    }

    before = linking.link(arrival.today, publications, lexicon=LEXICON)
    after = linking.link([*arrival.today, arrival.new], publications, lexicon=LEXICON)

    assert {i.incident_id for i in before} <= set(own.values())
    assert {event: i.incident_id for i in after for event in i.events} == {
        event: own[of] for event, of in arrival.ids.items()
    }


def test_an_incident_says_what_links_its_reports_and_of_which_war_it_is_a_part() -> None:
    events = [report("a-1", **WAR), report("b-1", **WAR), report("a-2"), report("b-2")]

    first, second = linking.link(events, PUBLICATIONS, lexicon=LEXICON)

    assert [first.events, second.events] == [("a-1", "b-1"), ("a-2", "b-2")]
    assert first.linked_by == ("all report 44-day war (a landmark of the chronology)",)
    assert second.linked_by == ("same day", "same parties")
    assert (first.part_of, second.part_of) == (None, first.incident_id)


def test_ids_do_not_depend_on_other_incidents() -> None:
    alone = linking.link([report("a-1")], PUBLICATIONS, lexicon=LEXICON)
    among = linking.link(
        [report("a-1"), report("b-1", sources="RUS", targets="UKR")], PUBLICATIONS, lexicon=LEXICON
    )

    assert alone[0] == among[0]


def test_every_event_is_in_one_incident_and_many_events_take_little_time() -> None:
    days = [DAY + timedelta(n % 50) for n in range(5000)]
    events = [
        replace(report(f"a-{n:05}", start=day, end=day, place_id=f"p{n % 7}"), article_id=str(n))
        for n, day in enumerate(days)
    ]
    publications = {str(n): Publication(f"paper {n}") for n in range(5000)}

    incidents = linking.link(events, publications, frozenset(f"p{n}" for n in range(7)), lexicon=LEXICON)

    assert sorted(event for i in incidents for event in i.events) == sorted(e.event_id for e in events)
    assert len(incidents) == 350
