"""Filters, counts and the sentence over a page."""

from __future__ import annotations

from dataclasses import fields
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest
from made_tables import event, made, row

from contactline.lexicon import load
from contactline.views import labels, query
from contactline.views.query import EventIndex, Filters

LEXICON = load()

EVENTS = (
    event(
        "e1",
        "CONSULT",
        "1994-01-01..1994-12-31",
        "year",
        "armenia:ARM azerbaijan:AZE",
        "armenia:ARM azerbaijan:AZE",
        status="background",
        text="Both met in 1994.",
    ),
    event(
        "e2",
        "ASSAULT",
        "2020-10-04",
        sources="azerbaijan:AZE",
        targets=":NKR",
        mode="heavy-weapons",
        place_id="stepanakert",
        status="claimed",
        text="Shells fell on the town.",
    ),
    event(
        "e3",
        "CONSULT",
        "2020-10-09",
        sources="putin:RUS",
        targets="aliyev:AZE",
        mode="phone",
        article_id="b",
        text="Putin called Aliyev about a ceasefire.",
    ),
    event(
        "e4",
        "AGREE",
        "2020-10-01..2020-10-31",
        "month",
        "aliyev:AZE",
        "putin:RUS",
        article_id="b",
        place_id="goris",
        text="A ceasefire was promised.",
    ),
    event("e5", "REQUEST", "", sources="putin:RUS", text="Putin asked for talks.", status="planned"),
)
MEDIATED = event(
    "e6",
    "RETREAT",
    "2021-02-03",
    sources="new:ani-tor:ARM",
    article_id="c",
    date_basis="article",
    text="A truce took hold.",
    mediators="iran:IRN",
    speakers="putin:RUS",
)


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> EventIndex:
    folder = tmp_path_factory.mktemp("query") / "tables"
    return EventIndex.build(made(folder, *EVENTS, publishers={"b": "An Agency"}), LEXICON)


def chosen(index: EventIndex, filters: Filters) -> list[str]:
    return list(index.events["event_id"][index.select(filters)])


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({"actors": ("iran",), "role": "mediator"}, ["e6"]),
        ({"actors": ("IRN",), "role": "mediator"}, ["e6"]),
        ({"actors": ("putin",), "role": "speaker"}, ["e6"]),
        ({"actors": ("iran",)}, ["e6"]),
        ({"actors": ("new:ani-tor",)}, ["e6"]),
        ({"unlisted": False}, ["e1", "e4", "e2", "e3", "e6", "e5"]),
        ({"actors": ("iran",), "role": "speaker"}, []),
        ({"unlisted": False, "actors": ("new:ani-tor",)}, []),
        ({"reported": False}, ["e1", "e4", "e2", "e3", "e5"]),
        ({"text": "iran truce"}, ["e6"]),  # a mediator's name is found, too
    ],
)
def test_mediators_speakers_and_what_is_left_out(
    tmp_path: Path, filters: dict[str, Any], expected: list[str]
) -> None:
    index = EventIndex.build(made(tmp_path / "t", *EVENTS, MEDIATED), LEXICON)

    assert chosen(index, Filters(**filters)) == expected


OCTOBER = {"start": date(2020, 10, 5), "end": date(2020, 10, 9)}


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({}, ["e1", "e4", "e2", "e3", "e5"]),
        ({"start": date(2020, 10, 4)}, ["e4", "e2", "e3"]),
        ({"end": date(2020, 10, 3)}, ["e1", "e4"]),
        (OCTOBER, ["e4", "e3"]),
        (OCTOBER | {"undated": True}, ["e4", "e3", "e5"]),
        (OCTOBER | {"precision": "day"}, ["e3"]),
        (OCTOBER | {"precision": "none"}, ["e5"]),
        ({"precision": "vague"}, ["e1", "e4"]),
        ({"precision": "none"}, ["e5"]),
        ({"actors": ("putin",)}, ["e4", "e3", "e5"]),
        ({"actors": ("putin",), "role": "source"}, ["e3", "e5"]),
        ({"actors": ("putin",), "role": "target"}, ["e4"]),
        ({"actors": ("AZE",)}, ["e1", "e4", "e2", "e3"]),
        ({"actors": ("NKR", "putin")}, ["e4", "e2", "e3", "e5"]),
        ({"actors": ("nobody",)}, []),
        ({"types": ("CONSULT",)}, ["e1", "e3"]),
        ({"types": ("CONSULT-phone",)}, ["e3"]),
        ({"types": ("CONSULT-phone", "ASSAULT")}, ["e2", "e3"]),
        ({"places": ("stepanakert",)}, ["e2"]),
        ({"places": (query.NOWHERE, "goris")}, ["e1", "e4", "e3", "e5"]),
        ({"places": ("atlantis",)}, []),
        ({"statuses": ("claimed", "planned")}, ["e2", "e5"]),
        ({"background": False}, ["e4", "e2", "e3", "e5"]),
        ({"publishers": ("An Agency",)}, ["e4", "e3"]),
        ({"publishers": ("publisher not known",)}, ["e1", "e2", "e5"]),
        ({"text": "ceasefire"}, ["e4", "e3"]),
        ({"text": "CEASEFIRE putin called"}, ["e3"]),
        ({"text": "khankendi"}, ["e2"]),
        ({"text": "phone"}, []),
        ({"text": "c.a"}, []),
        ({"text": "called OR asked"}, ["e3", "e5"]),
        ({"text": '"a ceasefire" -called'}, ["e4"]),
        ({"text": "ceasefire -called"}, ["e4"]),
        ({"text": '"a cease"'}, []),
        ({"text": "-ceasefire -putin"}, ["e1", "e2"]),
        ({"types": ("verbal cooperation",)}, ["e1", "e4", "e3"]),
        ({"types": ("verbal cooperation", "REQUEST")}, ["e1", "e4", "e3", "e5"]),
        ({"pairs": ("putin>aliyev",)}, ["e3"]),
        ({"pairs": ("RUS>AZE",)}, ["e3"]),
        ({"pairs": ("AZE>RUS", "AZE>NKR")}, ["e4", "e2"]),
        ({"pairs": ("*>putin",)}, ["e4"]),
        ({"pairs": ("putin>*",)}, ["e3", "e5"]),
        ({"pairs": ("ARM>AZE",)}, ["e1"]),
        ({"pairs": ("armenia>ARM",)}, []),  # an act on oneself is no act of a pair
    ],
)
def test_filters_select(index: EventIndex, filters: dict[str, Any], expected: list[str]) -> None:
    assert chosen(index, Filters(**filters)) == expected


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({}, "5 events in 2 articles, mostly 1–31 Oct 2020"),
        (OCTOBER | {"actors": ("RUS",)}, "2 events in 1 article, 5–9 Oct 2020, involving Russia"),
        ({"start": date(2020, 10, 4), "end": date(2020, 10, 4)}, "2 events in 2 articles, 4 Oct 2020"),
        (
            {
                "actors": ("putin", "aliyev"),
                "role": "source",
                "types": ("CONSULT", "AGREE"),
                "places": ("stepanakert",),
            },
            "0 events in 0 articles, done by Putin or Aliyev, talks or agreement or promise, "
            "place Stepanakert / Khankendi",
        ),
        (
            {
                "statuses": ("claimed",),
                "background": False,
                "publishers": ("X",),
                "text": "fell",
                "precision": "day",
            },
            "0 events in 0 articles, claimed by one side, without background history, "
            "reported by X, with the words “fell”, known to the day",
        ),
        (
            {"actors": ("RUS",), "role": "mediator", "pairs": ("AZE>*",), "reported": False},
            "0 events in 0 articles, mediated by Russia, Azerbaijan → anyone, "
            "without those dated by their article alone",
        ),
    ],
)
def test_the_sentence_says_what_is_shown(index: EventIndex, filters: dict[str, Any], expected: str) -> None:
    wanted = Filters(**filters)
    said = query.shown(index, index.select(wanted), wanted, query.names(index.store, LEXICON))

    assert said.sentence == expected
    assert said.counts == expected.split(", ")[0]


def test_the_numbers_beside_the_sentence(index: EventIndex) -> None:
    every = Filters()
    said = query.shown(index, index.select(every), every, {})

    assert (said.events, said.incidents, said.articles) == (5, 5, 2)
    assert (said.vague, said.undated, said.background, said.older, said.newer) == (2, 1, 1, 1, 0)


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({}, (date(2020, 10, 1), date(2020, 10, 31))),
        (OCTOBER, (OCTOBER["start"], OCTOBER["end"])),
        ({"start": date(2020, 10, 4)}, (date(2020, 10, 4), date(2020, 10, 31))),
        ({"end": date(1999, 1, 1)}, (date(1994, 1, 1), date(1999, 1, 1))),
        ({"precision": "none"}, None),
    ],
)
def test_the_days_that_a_page_is_about(
    index: EventIndex, filters: dict[str, Any], expected: tuple[date, date] | None
) -> None:
    wanted = Filters(**filters)

    assert query.window(index, index.select(wanted), wanted) == expected


def test_a_filter_for_the_days_beyond_selects_what_is_counted_there(index: EventIndex) -> None:
    every = index.select(Filters())
    assert index.span and index.news == (date(2020, 10, 1), date(2020, 10, 31))
    before, after = index.beyond((date(2020, 10, 5), date(2020, 10, 6)))

    assert (every & before).tolist() == index.select(Filters(end=date(2020, 10, 4))).tolist()
    assert (every & after).tolist() == index.select(Filters(start=date(2020, 10, 7))).tolist()
    assert not any(mask.any() for mask in index.beyond(None))


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({}, {"background": 1, "reported": 1, "completed": 0, "unlisted": 1, "undated": 0}),
        ({"background": False}, {"background": 1, "reported": 1, "completed": 0, "unlisted": 1, "undated": 0}),
        ({"types": ("ASSAULT",)}, {"background": 0, "reported": 0, "completed": 0, "unlisted": 0, "undated": 0}),
        (OCTOBER, {"background": 0, "reported": 0, "completed": 0, "unlisted": 0, "undated": 1}),
        (
            OCTOBER | {"precision": "day"},
            {"background": 0, "reported": 0, "completed": 0, "unlisted": 0, "undated": 0},
        ),
    ],
)
def test_what_one_click_leaves_out_or_lets_in(
    tmp_path: Path, filters: dict[str, Any], expected: dict[str, int]
) -> None:
    index = EventIndex.build(made(tmp_path / "t", *EVENTS, MEDIATED), LEXICON)

    assert index.also(Filters(**filters)) == expected


def test_sentences_with_the_words_in_which_no_event_was_coded(tmp_path: Path) -> None:
    more = [
        row("sentences", article_id=article, sentence=90 + number, text=text)
        for number, (article, text) in enumerate(
            (("a", "Nobody kept the Ceasefire."), ("b", "A ceasefire, again."), ("b", "Rain fell."))
        )
    ]
    store = made(tmp_path / "t", *EVENTS, publishers={"b": "An Agency"})
    sentences = pd.concat([store.sentences, pd.DataFrame(more)], ignore_index=True)
    index = EventIndex.build(store.having(sentences=sentences), LEXICON)

    def found(**filters: Any) -> list[str]:
        return list(index.uncoded(Filters(**filters))["text"])

    assert found(text="ceasefire") == ["Nobody kept the Ceasefire.", "A ceasefire, again."]
    assert found(text="ceasefire", actors=("putin",)) == found(text="ceasefire")
    assert found(text="ceasefire -again", publishers=("publisher not known",)) == ["Nobody kept the Ceasefire."]
    assert found(text="ceasefire", publishers=("An Agency",)) == ["A ceasefire, again."]
    assert found() == found(text="-ceasefire") == []


def test_counts_are_those_of_the_selected_events(index: EventIndex) -> None:
    mask = index.select(Filters(background=False))

    assert index.counts(mask, "type").to_dict() == {"AGREE": 1, "ASSAULT": 1, "CONSULT": 1, "REQUEST": 1}
    assert index.counts(mask, "place_id").to_dict() == {"goris": 1, "nowhere": 2, "stepanakert": 1}


def test_events_carry_the_names_that_people_read(index: EventIndex) -> None:
    row = index.events.set_index("event_id").loc["e2"]

    assert labels.when_of(row) == "4 Oct 2020"
    assert row[["kind", "place", "publisher", "sources", "targets"]].to_dict() == {
        "kind": "ASSAULT-heavy-weapons",
        "place": "Stepanakert / Khankendi",
        "publisher": "publisher not known",
        "sources": "Azerbaijan",
        "targets": "",
    }


def test_names_of_several_parties_are_joined_in_order_each_once(tmp_path: Path) -> None:
    index = EventIndex.build(
        made(
            tmp_path / "t",
            event("e1", sources="putin:RUS aliyev:AZE putin:RUS", targets="aliyev:AZE"),
            event("e2", sources="aliyev:AZE putin:RUS"),
            event("e3", targets="putin:RUS aliyev:AZE pashinyan:ARM"),
        ),
        LEXICON,
    )
    names = index.events.set_index("event_id")[["sources", "targets"]].T.to_dict()

    assert names == {
        "e1": {"sources": "Putin, Aliyev", "targets": "Aliyev"},
        "e2": {"sources": "Aliyev, Putin", "targets": ""},
        "e3": {"sources": "", "targets": "Putin, Aliyev, Pashinyan"},
    }


def test_the_incidents_of_the_selected_events(tmp_path: Path) -> None:
    found = made(
        tmp_path / "t",
        event("e1", "ASSAULT", incident_id="i1"),
        event("e2", incident_id="i2"),
        event("e3", incident_id="i1"),
        event("e4", incident_id=None),
    )
    incidents = pd.DataFrame({"incident_id": ["i2", "i1", "other"]})
    index = EventIndex.build(found.having(incidents=incidents), LEXICON)

    assert index.incidents(index.select(Filters())).tolist() == [True, True, False]
    assert index.incidents(index.select(Filters(types=("ASSAULT",)))).tolist() == [False, True, False]
    assert index.incidents(np.zeros(4, bool)).tolist() == [False, False, False]


def test_incidents_are_counted_once_for_each_value_of_their_events(tmp_path: Path) -> None:
    index = EventIndex.build(
        made(
            tmp_path / "t",
            event("e1", "ASSAULT", incident_id="i1", place_id="goris"),
            event("e2", "ASSAULT", incident_id="i1", place_id="stepanakert"),
            event("e3", "CONSULT", incident_id="i2", place_id="goris"),
        ),
        LEXICON,
    )
    every = index.select(Filters())

    assert (index.number(every), index.number(every, "incidents")) == (3, 2)
    assert index.counts(every, "type", "incidents").to_dict() == {"ASSAULT": 1, "CONSULT": 1}
    assert index.counts(every, "place_id", "incidents").to_dict() == {"goris": 2, "stepanakert": 1}


def test_actors_stand_in_order_of_their_parts_after_the_countries(index: EventIndex) -> None:
    assert index.actors == ("AZE", "RUS", "ARM", "NKR", "azerbaijan", "putin", "aliyev", "armenia")


@pytest.mark.parametrize(
    ("which", "expected"),
    [
        (["e2", "e3", "e1"], (date(2020, 10, 4), date(2020, 10, 9))),
        (["e1", "e4"], (date(2020, 10, 1), date(2020, 10, 31))),
        (["e1"], (date(1994, 1, 1), date(1994, 12, 31))),
        (["e5"], None),
        ([], None),
    ],
)
def test_where_most_events_lie(index: EventIndex, which: list[str], expected: tuple[date, date] | None) -> None:
    assert query.bulk(index.events[index.events["event_id"].isin(which)]) == expected


def test_few_far_days_do_not_stretch_the_bulk(tmp_path: Path) -> None:
    near = [event(f"n{i}", days="2020-10-04") for i in range(98)]
    far = [event("f1", days="1992-05-08"), event("f2", days="2023-09-19")]
    index = EventIndex.build(made(tmp_path / "t", *near, *far), LEXICON)

    assert query.bulk(index.events) == (date(2020, 10, 4), date(2020, 10, 4))


def test_an_empty_store_answers_every_filter(tmp_path: Path) -> None:
    index = EventIndex.build(made(tmp_path / "t"), LEXICON)

    assert index.span is None
    for filters in (Filters(), Filters(start=date(2020, 1, 1), text="x", actors=("ARM",), places=("goris",))):
        assert index.select(filters).tolist() == []
        assert query.shown(index, index.select(filters), filters, {}).sentence.startswith("0 events in 0 articles")


def test_filters_are_frozen_and_ask_for_nothing_at_first() -> None:
    assert hash(Filters()) == hash(Filters())
    assert [f.name for f in fields(Filters) if f.default not in ((), "", None, False)] == [
        "role",
        "background",
        "precision",
        "completed",
        "unlisted",
        "reported",
    ]


def test_the_index_agrees_with_plain_pandas_on_many_events(tmp_path: Path) -> None:
    rng = np.random.default_rng(7)
    days = [date.fromordinal(int(n)) for n in rng.integers(737000, 738000, 300)]
    events = [
        event(f"e{i}", ["CONSULT", "ASSAULT", "AGREE"][i % 3], day.isoformat(), sources=f"a{i % 7}:ARM")
        for i, day in enumerate(days)
    ]
    index = EventIndex.build(made(tmp_path / "t", *events), LEXICON)
    first, last = date(2019, 1, 1), date(2019, 12, 31)

    found = index.select(Filters(start=first, end=last, types=("ASSAULT",), actors=("a3",)))

    plain = {f"e{i}" for i, day in enumerate(days) if first <= day <= last and i % 3 == 1 and i % 7 == 3}
    assert len(plain) > 3
    assert set(index.events["event_id"][found]) == plain
