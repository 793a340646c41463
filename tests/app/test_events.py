"""The list of events, and the card of one."""

from __future__ import annotations

from pathlib import Path

import pytest
from made_tables import event, made
from made_views import drawn, frames, html, said, view

from contactline.app import events
from contactline.tables.store import Store
from contactline.views.query import Filters
from contactline.views.words import say

EVENTS = (
    event("e1", "CONSULT", "2031-05-12", sources="russia:RUS", text="They <b>met</b> & left.", trigger="first"),
    event(
        "e2",
        "ASSAULT",
        "2031-05-14",
        sources="iran:IRN",
        targets="russia:RUS",
        text="Shots fell.",
        trigger="second",
        status="claimed",
        attributed_to="iran",
        place_id="goris",
    ),
    event("e3", "CONSULT", "", text="They $met$.", trigger="third", status="planned"),
)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    return made(tmp_path_factory.mktemp("events") / "tables", *EVENTS, publishers={"a": "The Valley Post"})


def test_the_latest_stand_first_and_the_undated_last(store: Store) -> None:
    ctx = view(store)
    app = drawn(events.event_list, ctx, ctx.mask, "made")

    (table,) = frames(app)
    assert list(table["Words"]) == ["second", "first", "third"]
    assert list(table["Where"]) == ["Goris", "", ""]
    assert "Publisher (The Valley Post)." in said(app)
    assert table["When"].is_unique


def test_an_empty_list_says_so(store: Store) -> None:
    ctx = view(store)
    app = drawn(events.event_list, ctx, ctx.mask & False, "made")

    assert frames(app) == []
    assert len(app.info) == 1


@pytest.mark.parametrize(
    ("event_id", "title", "quoted", "told"),
    [
        ("e1", "Talks · 12 May 2031 · Russia", "They &lt;b&gt;met&lt;/b&gt; &amp; left.", "The Valley Post"),
        ("e2", "14 May 2031 · Iran → Russia · Goris", "Shots fell.", "said by Iran"),
        ("e3", "date not known", "They $met$.", "The Valley Post"),
    ],
)
def test_a_card_has_the_facts_and_the_very_words(
    store: Store, event_id: str, title: str, quoted: str, told: str
) -> None:
    ctx = view(store)
    row = ctx.events[ctx.events["event_id"] == event_id].iloc[0]

    app = drawn(events.card, ctx, row, "made", False)

    (body,) = html(app)
    assert title in said(app)
    assert told in body
    assert quoted in body


def test_a_mediator_stands_on_the_card_and_in_a_column_of_its_own(tmp_path: Path) -> None:
    mediated = event(
        "m", "AGREE", sources="iran:IRN", targets="sona:ARM", mediators="russia:RUS", speakers="tigran:ARM"
    )
    ctx = view(made(tmp_path / "t", mediated))
    app = drawn(events.event_list, ctx, ctx.mask, "made")

    assert frames(app)[0][["Mediated by", "Said by"]].to_numpy().tolist() == [["Russia", "Tigran"]]
    assert "Iran → Sona, mediated by Russia" in said(app)


def test_columns_for_mediators_and_speakers_are_left_out_where_there_are_none(store: Store) -> None:
    ctx = view(store)
    (table,) = frames(drawn(events.event_list, ctx, ctx.mask, "made"))

    assert {"Mediated by", "Said by"} & set(table) == set()


@pytest.mark.parametrize(
    ("row", "shown"), [("e1", "They <b>met</b>"), ("no such event", "Shots fell."), ("e3", "They $met$.")]
)
def test_the_address_keeps_the_row_that_was_clicked(store: Store, row: str, shown: str) -> None:
    ctx = view(store)
    app = drawn(events.event_list, ctx, ctx.mask, "made", row=row)

    assert any(shown.replace("<", "&lt;").replace(">", "&gt;") in body for body in html(app))


def test_words_that_are_searched_for_are_marked_on_the_card(store: Store) -> None:
    ctx = view(store, Filters(text="fel"))
    row = ctx.events.iloc[0]
    app = drawn(events.card, ctx, row, "made", False)

    (body,) = [element.proto.body for element in app.get("html")]
    assert 'title="words searched for">fell</mark>' in body


def test_a_search_without_events_says_whether_its_words_stand_elsewhere(store: Store) -> None:
    app = drawn(events.nothing, view(store, Filters(text="no such words")), "No event.")

    assert [str(notice.value) for notice in app.info] == [f"No event. {say('events.words_nowhere')}"]
