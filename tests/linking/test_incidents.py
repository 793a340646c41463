"""Which events are one incident, and where their reports differ."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from contactline import linking
from contactline.lexicon import load
from contactline.linking.incidents import Source, Told

LEXICON = load()

DAY = date(2020, 10, 4)
ARTICLES = {
    "a": Source("The Times", "The Times"),
    "b": Source("The Post", "The Post"),
    "c": Source("Copy", "Copy", "a"),
}


def told(event_id: str, **facts: object) -> Told:
    """An attack on a day, but for what ``facts`` say."""
    sides = {
        side: frozenset(str(facts.pop(side, usual)).split())
        for side, usual in (("sources", "AZE"), ("targets", "NKR"))
    }
    usual: dict[str, object] = {
        "type": "ASSAULT",
        "mode": "",
        "trigger": "shelled",
        "words": "",
        "start": DAY,
        "end": DAY,
        "precision": "day",
        "place_id": None,
    }
    return Told(event_id=event_id, article_id=event_id[0], **{**usual, **facts}, **sides)  # type: ignore[arg-type]


PAIRS = [
    ("the same", {}, {}, True),
    ("another day", {}, {"start": DAY + timedelta(1), "end": DAY + timedelta(1)}, False),
    ("overnight", {"end": DAY + timedelta(1)}, {}, True),
    (
        "the month beside its day",
        {"start": date(2020, 10, 1), "end": date(2020, 10, 31), "precision": "month"},
        {},
        False,
    ),
    (
        "a war of the same year",
        {
            "start": date(1994, 1, 1),
            "end": date(1994, 12, 31),
            "precision": "year",
            "sources": "AZE NKR",
            "targets": "AZE NKR",
        },
        {
            "start": date(1994, 1, 1),
            "end": date(1994, 12, 31),
            "precision": "year",
            "sources": "AZE NKR",
            "targets": "AZE NKR",
        },
        True,
    ),
    (
        "two attacks of a year",
        {"start": date(1994, 1, 1), "end": date(1994, 12, 31), "precision": "year"},
        {"start": date(1994, 1, 1), "end": date(1994, 12, 31), "precision": "year"},
        False,
    ),
    (
        "the shelling of a town on a day of fighting",
        {"place_id": "ganja"},
        {"sources": "AZE NKR", "targets": "AZE NKR"},
        False,
    ),
    (
        "an attack without its town on a day of fighting",
        {},
        {"sources": "AZE NKR", "targets": "AZE NKR"},
        True,
    ),
    ("no date", {"start": None, "end": None, "precision": "unknown"}, {"start": None, "end": None}, False),
    ("another type", {}, {"type": "CONSULT"}, False),
    ("another mode", {"mode": "aerial"}, {"mode": "firearms"}, False),
    ("a mode beside none", {"mode": "aerial"}, {}, True),
    ("other parties", {}, {"sources": "RUS", "targets": "UKR"}, False),
    ("Armenia or its kin in Karabakh", {}, {"targets": "ARM"}, True),
    ("the target left out", {}, {"targets": ""}, True),
    ("the attacker left out", {}, {"sources": ""}, True),
    ("the other way round", {}, {"sources": "NKR", "targets": "AZE"}, False),
    ("no parties", {"sources": "", "targets": ""}, {"sources": "", "targets": ""}, False),
    ("two towns", {"place_id": "ganja"}, {"place_id": "stepanakert"}, False),
    ("a town and its region", {"place_id": "ganja"}, {"place_id": "karabakh"}, True),
    (
        "a ceasefire under two types",
        {"type": "CONCEDE", "mode": "ceasefire", "trigger": "reached", "sources": "AZE NKR", "targets": "AZE NKR"},
        {
            "type": "AGREE",
            "trigger": "agreed",
            "words": "agreed to accept a truce",
            "sources": "NKR",
            "targets": "AZE",
        },
        True,
    ),
    (
        "a signing, whatever was signed",
        {"type": "SUPPORT", "trigger": "signed", "words": "signed with his neighbour"},
        {"type": "CONCEDE", "mode": "ceasefire", "trigger": "reached"},
        True,
    ),
    (
        "a resignation over a ceasefire",
        {"type": "CONCEDE", "mode": "ceasefire", "trigger": "reached"},
        {"type": "RETREAT", "mode": "resign", "trigger": "step down", "words": "step down over the ceasefire"},
        False,
    ),
    (
        "praise of a ceasefire",
        {"type": "CONCEDE", "mode": "ceasefire", "trigger": "reached"},
        {"type": "SUPPORT", "trigger": "welcomed", "words": "welcomed the ceasefire"},
        False,
    ),
    (
        "talks told from either side",
        {"type": "CONSULT"},
        {"type": "CONSULT", "sources": "NKR", "targets": "AZE"},
        True,
    ),
    (
        "a state of things over a year",
        {"type": "SUPPORT", "start": date(1994, 1, 1), "end": date(1994, 12, 31), "precision": "year"},
        {"type": "SUPPORT", "start": date(1994, 1, 1), "end": date(1994, 12, 31), "precision": "year"},
        False,
    ),
    (
        "a week that only the articles' day tells",
        {"end": DAY + timedelta(6), "precision": "week", "date_basis": "article"},
        {"end": DAY + timedelta(6), "precision": "week", "date_basis": "article"},
        False,
    ),
    ("words of another speaker", {"type": "ACCUSE"}, {"type": "ACCUSE", "sources": ""}, False),
    ("words of the same speaker", {"type": "ACCUSE"}, {"type": "ACCUSE", "targets": ""}, True),
    ("words to nobody", {"type": "ACCUSE", "targets": ""}, {"type": "ACCUSE", "targets": ""}, False),
]


@pytest.mark.parametrize(("first", "second", "one"), [p[1:] for p in PAIRS], ids=[p[0] for p in PAIRS])
def test_two_events_are_one_incident(first: dict[str, object], second: dict[str, object], one: bool) -> None:
    events = [told("a-1", **first), told("b-1", **second)]
    points = frozenset({"ganja", "stepanakert"})

    both = {linking.link(order, ARTICLES, points, lexicon=LEXICON)[0].events for order in (events, events[::-1])}

    assert both == {("a-1", "b-1") if one else ("a-1",)}


def test_a_part_of_the_parties_joins_no_incident_where_two_would_do() -> None:
    events = [told("a-1", targets="ARM"), told("b-1", targets="RUS"), told("c-1", targets="")]

    assert [i.events for i in linking.link(events, ARTICLES, lexicon=LEXICON)] == [("a-1",), ("b-1",), ("c-1",)]


def test_two_attacks_that_one_article_tells_are_two_while_it_may_tell_a_truce_twice() -> None:
    truce: dict[str, object] = {"type": "CONCEDE", "mode": "ceasefire", "sources": "AZE NKR", "targets": "AZE NKR"}
    events = [told("a-1"), told("a-2"), told("a-3", **truce), told("a-4", **truce)]

    assert [i.events for i in linking.link(events, ARTICLES, lexicon=LEXICON)] == [
        ("a-1",),
        ("a-2",),
        ("a-3", "a-4"),
    ]


@pytest.mark.parametrize(
    ("places", "expected"),
    [
        (("ganja", "karabakh"), "ganja"),  # a town where as many tell it
        (("ganja", "karabakh", "karabakh"), "karabakh"),  # one report does not place what the others keep wide
        ((None, "karabakh"), "karabakh"),
        ((None, None), None),
    ],
)
def test_an_incident_is_where_most_reports_put_it(places: tuple[str | None, ...], expected: str | None) -> None:
    sources = {key: Source(key, key) for key in "abd"}
    events = [told(f"{key}-1", place_id=place) for key, place in zip("abd", places, strict=False)]

    assert [i.place_id for i in linking.link(events, sources, frozenset({"ganja"}), lexicon=LEXICON)] == [expected]


def test_an_incident_sums_up_its_reports_and_counts_copies_once() -> None:
    events = [
        told("a-1", killed=5, injured=1, place_id="ganja", mode="aerial"),
        told("b-1", killed=2, place_id="karabakh"),
        told("c-1", killed=50, mode="aerial"),
    ]

    (incident,) = linking.link(events, ARTICLES, frozenset({"ganja"}), lexicon=LEXICON)

    assert (incident.type, incident.mode, incident.start, incident.end, incident.precision) == (
        "ASSAULT",
        "aerial",
        DAY,
        DAY,
        "day",
    )
    assert (incident.place_id, incident.countries) == ("ganja", ("AZE", "NKR"))
    assert (incident.articles, incident.publishers) == (3, 2)
    assert (incident.killed_min, incident.killed_max, incident.injured_min, incident.injured_max) == (2, 5, 1, 1)
    assert incident.differences == (
        "Reports differ on how many were killed: 5 killed (The Times), 2 killed (The Post).",
    )


DIFFERENCES = [
    ({}, {}, ()),
    (
        {"injured": 3},
        {"injured": 4},
        ("Reports differ on how many were injured: 3 injured (The Times), 4 injured (The Post).",),
    ),
    (
        {"type": "COOPERATE", "place_id": "ganja"},
        {"type": "COOPERATE", "place_id": "baku"},
        ("Reports differ on the place: Ganja (The Times), baku (The Post).",),
    ),
    (
        {},
        {"status": "denied"},
        ("Reports differ on whether it happened: reported (The Times), denied (The Post).",),
    ),
    (
        {"end": DAY + timedelta(1)},
        {},
        ("Reports differ on the day: 2020-10-04 to 2020-10-05 (The Times), 2020-10-04 (The Post).",),
    ),
]


@pytest.mark.parametrize(("first", "second", "sentences"), DIFFERENCES)
def test_differences_are_told_in_sentences(
    first: dict[str, object], second: dict[str, object], sentences: tuple[str, ...]
) -> None:
    (incident,) = linking.link(
        [told("a-1", **first), told("b-1", **second)],
        ARTICLES,
        frozenset({"ganja", "baku"}),
        {"ganja": "Ganja"},
        lexicon=LEXICON,
    )

    assert incident.differences == sentences


def test_ids_do_not_depend_on_other_incidents() -> None:
    alone = linking.link([told("a-1")], ARTICLES, lexicon=LEXICON)
    among = linking.link([told("a-1"), told("b-1", sources="RUS", targets="UKR")], ARTICLES, lexicon=LEXICON)

    assert alone[0] == among[0]


def test_every_event_is_in_one_incident_and_many_events_take_little_time() -> None:
    days = [DAY + timedelta(n % 50) for n in range(5000)]
    events = [
        replace(told(f"a-{n:05}", start=day, end=day, place_id=f"p{n % 7}"), article_id=str(n))
        for n, day in enumerate(days)
    ]
    articles = {str(n): Source(f"paper {n}") for n in range(5000)}

    incidents = linking.link(events, articles, frozenset(f"p{n}" for n in range(7)), lexicon=LEXICON)

    assert sorted(event for i in incidents for event in i.events) == sorted(e.event_id for e in events)
    assert len(incidents) == 350
