"""Actors in a tree of countries, organisations and persons: parts, names, pairs, cards."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from made_tables import event, made, row

from contactline.lexicon import load
from contactline.views import actor_query
from contactline.views.actor_query import ANY, Cast
from contactline.views.query import EventIndex, Filters

LEXICON = load()

EVENTS = (
    event("e1", "ASSAULT", "2020-10-04", sources="army:AZE", targets=":NKR"),
    event("e2", "CONSULT", "2020-10-05", sources="aliyev:AZE putin:RUS", targets="aliyev:AZE putin:RUS"),
    event("e3", "ACCUSE", "2020-10-06", sources="putin:RUS", targets="azerbaijan:AZE", article_id="b"),
    event("e4", "ASSAULT", "", sources=":", targets="aliyev:AZE army:AZE", article_id="b"),
    event("e5", "AGREE", "2020-10-09", sources="armenia:ARM"),
)


def mention(
    article_id: str, sentence: int, text: str, ref: str | None, country: str, form: str = "name", start: int = 0
) -> dict:
    return row(
        "mentions",
        article_id=article_id,
        sentence=sentence,
        start=start,
        end=start + len(text),
        text=text,
        kind="actor",
        form=form,
        ref=ref,
        country=country,
    )


MORE = {
    "actors": [
        row("actors", actor_id="azerbaijan", name="Azerbaijan", kind="state", country="AZE"),
        row("actors", actor_id="army", name="Azerbaijan armed forces", kind="military", country="AZE"),
    ],
    "articles": [
        row(
            "articles",
            article_id=key,
            published_start=day,
            published_end=day,
            published_precision="day",
            published_basis="manifest",
            title=f"Title {key}",
            text="Words.",
            copy_of=None,
        )
        for key, day in (("a", date(2020, 10, 10)), ("b", date(2020, 10, 7)))
    ],
    "mentions": [
        mention("a", 0, "Aliyev", "aliyev", "AZE"),
        mention("a", 1, "Aliyev", "aliyev", "AZE", start=10),
        mention("a", 1, "Aliyev", "aliyev", "AZE", start=20),
        mention("a", 1, "the\nAzerbaijani  leader", "aliyev", "AZE", form="title"),
        mention("b", 2, "Azeris", None, "AZE", form="demonym"),
        row("mentions", article_id="a", sentence=0, kind="place", ref="goris", text="Goris"),
    ],
    "actor_roles": [
        row(
            "actor_roles", actor_id="aliyev", country="AZE", role="President", since=date(2003, 10, 31), until=None
        ),
        row(
            "actor_roles",
            actor_id="aliyev",
            country="AZE",
            role="Prime Minister",
            since=date(2003, 8, 4),
            until=date(2003, 10, 31),
        ),
        row("actor_roles", actor_id="putin", country="RUS", role="President", since=date(2012, 5, 7), until=None),
    ],
}


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> EventIndex:
    folder = tmp_path_factory.mktemp("actors") / "tables"
    return EventIndex.build(made(folder, *EVENTS, publishers={"a": "An Agency"}, more=MORE), LEXICON)


@pytest.fixture(scope="module")
def cast(index: EventIndex) -> Cast:
    return Cast.build(index)


BOTH = ("a", "b")


def every(index: EventIndex) -> np.ndarray:
    return np.ones(len(index.events), bool)


def ids(index: EventIndex, mask: np.ndarray) -> list[str]:
    return sorted(index.events["event_id"][mask])


def test_every_actor_stands_under_its_country(cast: Cast) -> None:
    tree = cast.tree

    assert tree.loc["aliyev", ["name", "level", "parent"]].tolist() == ["Aliyev", 2, "AZE/persons"]
    assert tree.loc["AZE/persons", ["name", "level", "parent"]].tolist() == ["Persons of Azerbaijan", 1, "AZE"]
    assert tree.loc["army", ["level", "parent"]].tolist() == [1, "AZE"]
    assert tree.loc["AZE", ["name", "level", "parent"]].tolist() == ["Azerbaijan", 0, ""]
    assert tree.loc["azerbaijan", "name"] == "Azerbaijan itself"  # not the same as the row above it
    assert cast.top("aliyev") == cast.top("AZE") == "AZE"


def test_the_leaves_under_a_row(cast: Cast) -> None:
    assert cast.leaves("AZE") == {"azerbaijan", "army", "aliyev", "AZE/unnamed"}
    assert cast.leaves("AZE/persons") == cast.leaves("aliyev") == {"aliyev"}
    assert cast.leaves("nobody") == set()


@pytest.mark.parametrize(
    ("level", "expected"),
    [
        ("country", {"aliyev": "AZE", "army": "AZE", "AZE/unnamed": "AZE"}),
        ("organisation", {"aliyev": "AZE/persons", "army": "army"}),
        ("person", {"aliyev": "aliyev", "army": "army"}),
    ],
)
def test_a_folded_row_stands_for_its_leaves(cast: Cast, level: str, expected: dict[str, str]) -> None:
    fold = cast.folded(cast.unfolded(level))

    assert {leaf: fold[leaf] for leaf in expected} == expected


def test_a_row_may_be_open_inside_a_closed_one(cast: Cast) -> None:
    assert cast.folded({"AZE/persons"})["aliyev"] == "AZE"


def test_events_are_counted_once_in_each_row(index: EventIndex, cast: Cast) -> None:
    rows = actor_query.frequency(cast, every(index), BOTH, cast.unfolded("person")).set_index("key")

    assert rows.loc["AZE", ["source", "target", "events"]].tolist() == [2, 3, 4]  # e4 strikes two of its leaves
    assert rows.loc["aliyev", ["source", "target", "events"]].tolist() == [1, 2, 2]
    assert rows.loc["AZE", "source material conflict"] == 1
    assert rows.loc["AZE", "target verbal conflict"] == 1
    assert rows.loc["NKR", ["source", "target"]].tolist() == [0, 1]


def test_names_are_counted_apart_from_titles_and_peoples(index: EventIndex, cast: Cast) -> None:
    rows = actor_query.frequency(cast, every(index), BOTH, cast.unfolded("person")).set_index("key")

    assert rows.loc["aliyev", ["named", "described"]].tolist() == [3, 1]
    assert rows.loc["AZE", ["named", "described"]].tolist() == [3, 2]
    only_b = actor_query.frequency(cast, every(index), ("b",), frozenset()).set_index("key")
    assert only_b.loc["AZE", ["named", "described"]].tolist() == [0, 1]


def test_what_is_open_is_followed_by_what_it_holds(index: EventIndex, cast: Cast) -> None:
    closed = actor_query.frequency(cast, every(index), BOTH, frozenset())
    opened = actor_query.frequency(cast, every(index), BOTH, {"AZE"})

    assert closed["key"].tolist() == ["AZE", "RUS", "ARM", "NKR", "UNK"]  # whom nobody names comes last
    assert opened["key"].tolist()[:5] == ["AZE", "AZE/persons", "army", "azerbaijan", "AZE/unnamed"]
    first = opened.iloc[0]
    assert (first["foldable"], first["open"]) == (True, True)
    assert opened.set_index("key").loc["AZE/persons", ["foldable", "open"]].tolist() == [True, False]
    assert actor_query.frequency(cast, every(index), BOTH, {"AZE"}, most=2)["key"].tolist() == [
        "AZE",
        "AZE/persons",
        "army",
        "RUS",
    ]


def test_only_selected_events_are_counted(index: EventIndex, cast: Cast) -> None:
    mask = index.select(Filters(types=("CONSULT",)))
    rows = actor_query.frequency(cast, mask, (), frozenset()).set_index("key")

    assert rows["events"].to_dict() == {"AZE": 1, "RUS": 1}


def test_talks_count_both_ways_and_none_upon_oneself(index: EventIndex, cast: Cast) -> None:
    pairs = actor_query.pairs(cast, every(index), cast.unfolded("person"))

    found = {(row.source, row.target): row.n for row in pairs.itertuples()}
    assert found == {
        ("aliyev", "putin"): 1,
        ("putin", "aliyev"): 1,
        ("army", "NKR/unnamed"): 1,
        ("putin", "azerbaijan"): 1,
        ("UNK/unnamed", "aliyev"): 1,
        ("UNK/unnamed", "army"): 1,
    }
    folded = actor_query.pairs(cast, every(index), frozenset()).set_index(["source", "target"])["n"]
    assert folded["UNK", "AZE"] == 1  # one event, though it strikes two


def test_nodes_are_the_most_active_those_of_a_country_together(index: EventIndex, cast: Cast) -> None:
    nodes = actor_query.nodes(cast, every(index), cast.unfolded("person"), 3)

    assert nodes["key"].tolist() == ["aliyev", "army", "putin"]
    assert nodes["n"].tolist() == [2, 2, 2]


@pytest.mark.parametrize(
    ("source", "target", "quad", "expected"),
    [
        ("AZE", "NKR", "", ["e1"]),
        ("AZE", "RUS", "", ["e2"]),
        ("RUS", "AZE", "", ["e2", "e3"]),
        ("RUS", "AZE", "verbal conflict", ["e3"]),
        ("RUS", ANY, "", ["e2", "e3"]),
        (ANY, "aliyev", "", ["e2", "e4"]),
        (ANY, "aliyev", "material conflict", ["e4"]),
        ("AZE", "AZE", "", []),
        ("nobody", "AZE", "", []),
    ],
)
def test_the_events_of_a_pair(
    index: EventIndex, cast: Cast, source: str, target: str, quad: str, expected: list[str]
) -> None:
    assert ids(index, actor_query.between(cast, every(index), source, target, quad)) == expected


def test_every_number_of_the_pairs_is_that_of_its_events(index: EventIndex, cast: Cast) -> None:
    for level in actor_query.LEVELS:
        for pair in actor_query.pairs(cast, every(index), cast.unfolded(level)).itertuples():
            mask = actor_query.between(cast, every(index), pair.source, pair.target, pair.quad)
            assert pair.n == mask.sum()


def test_the_course_of_an_actor(index: EventIndex, cast: Cast) -> None:
    course = actor_query.course(cast, index.events, "AZE")

    assert sorted(zip(course["role"], course["quad"], strict=True)) == [
        ("source", "material conflict"),
        ("source", "verbal cooperation"),
        ("target", "material conflict"),
        ("target", "verbal conflict"),
        ("target", "verbal cooperation"),
    ]
    assert list(course) == ["role", "quad", "status", "date_start", "date_end", "date_precision"]


def test_the_words_that_name_an_actor(cast: Cast) -> None:
    names = actor_query.names(cast, "aliyev", BOTH)

    assert [tuple(row) for row in names.to_numpy(object)] == [
        ("Aliyev", "name", 3),
        ("the Azerbaijani leader", "title", 1),
    ]
    assert actor_query.names(cast, "AZE", ("b",))["text"].tolist() == ["Azeris"]


def test_the_sentences_that_hold_them(index: EventIndex, cast: Cast) -> None:
    told = actor_query.sentences(cast, index.store, "aliyev", BOTH, "Aliyev", "name")

    assert told["sentence"].tolist() == [0, 1]
    assert told["spans"].tolist() == [[(0, 6)], [(10, 16), (20, 26)]]
    assert told["title"].tolist() == ["Title a", "Title a"]
    assert actor_query.sentences(cast, index.store, "aliyev", ("b",), "Aliyev", "name").empty


def test_first_and_last_mention(cast: Cast) -> None:
    assert actor_query.ends(cast, "AZE", BOTH)["article_id"].tolist() == ["b", "a"]
    assert actor_query.ends(cast, "aliyev", BOTH)["article_id"].tolist() == ["a"]
    assert actor_query.ends(cast, "RUS", BOTH).empty
    assert actor_query.articles_named(cast, "AZE", BOTH) == 2


def test_offices_in_their_order(index: EventIndex, cast: Cast) -> None:
    assert actor_query.roles(cast, index.store, "aliyev")["role"].tolist() == ["Prime Minister", "President"]
    assert actor_query.roles(cast, index.store, "AZE")["name"].unique().tolist() == ["Aliyev"]
    assert actor_query.roles(cast, index.store, "army").empty


def test_what_the_filter_of_actors_needs(index: EventIndex, cast: Cast) -> None:
    assert actor_query.ids(cast, "AZE", index.actors) == ["AZE"]
    assert actor_query.ids(cast, "AZE/persons", index.actors) == ["aliyev"]
    assert actor_query.ids(cast, "AZE/unnamed", index.actors) == []


def test_of_no_events_there_is_no_cast(tmp_path: Path) -> None:
    index = EventIndex.build(made(tmp_path / "t"), LEXICON)
    cast = Cast.build(index)

    assert cast.tree.empty
    assert actor_query.frequency(cast, every(index), (), frozenset()).empty
    assert actor_query.pairs(cast, every(index), frozenset()).empty
    assert isinstance(actor_query.nodes(cast, every(index), frozenset(), 5), pd.DataFrame)


def test_actors_that_no_table_has_say_so(tmp_path: Path) -> None:
    unlisted = [
        row("actors", actor_id="new:sona-pel", name="Sona Pel", kind="person", country="ARM"),
        row("actors", actor_id="new:body:arm:tea-council", name="Tea Council", kind="body", country="ARM"),
    ]
    talks = event("e1", "CONSULT", sources="new:sona-pel:ARM", targets="new:body:arm:tea-council:ARM")
    tree = Cast.build(EventIndex.build(made(tmp_path / "t", talks, more={"actors": unlisted}), LEXICON)).tree

    assert tree.loc[["new:sona-pel", "new:body:arm:tea-council"]].to_numpy().tolist() == [
        ["Sona Pel", "person, not in the lexicon", 2, "ARM/persons"],
        ["Tea Council", "body, not in the lexicon", 1, "ARM"],
    ]
