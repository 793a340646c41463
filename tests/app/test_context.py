"""A page's view of the tables."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from made_tables import event, made, row
from made_views import view

from contactline.app.context import Context
from contactline.tables.store import Store
from contactline.views.query import Filters

EVENTS = (
    event("late", "CONSULT", "2031-05-12", sources="russia:RUS"),
    event("undated", "CONSULT", "", sources="russia:RUS"),
    event("early", "ASSAULT", "2030-03-04", sources="russia:RUS", status="background"),
    event("other", "ASSAULT", "2031-05-12", sources="iran:IRN", article_id="b"),
)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    return made(tmp_path_factory.mktemp("context") / "tables", *EVENTS)


def chosen(ctx: Context) -> list[str]:
    return list(ctx.events["event_id"])


MAY = {"start": date(2031, 5, 1), "end": date(2031, 5, 31)}


@pytest.mark.parametrize(
    ("filters", "events", "timeless"),
    [
        # by their first day, undated last
        (Filters(), ["early", "late", "other", "undated"], 4),
        (Filters(actors=("RUS",)), ["early", "late", "undated"], 3),
        # all filters but the days
        (Filters(**MAY, actors=("RUS",)), ["late"], 3),
        (Filters(**MAY, background=False), ["late", "other"], 3),
        (Filters(text="no such words"), [], 0),
    ],
)
def test_the_selected_events(store: Store, filters: Filters, events: list[str], timeless: int) -> None:
    ctx = view(store, filters)

    assert (chosen(ctx), int(ctx.timeless.sum())) == (events, timeless)


@pytest.mark.parametrize(
    ("filters", "expected"),
    [(Filters(), {"a", "b"}), (Filters(actors=("RUS",)), {"a"}), (Filters(text="no such words"), set())],
)
def test_names_are_counted_in_the_articles_of_the_events(
    store: Store, filters: Filters, expected: set[str]
) -> None:
    ctx = view(store, filters)

    assert ctx.articles(ctx.mask) == expected


def test_the_numbers_over_a_page_are_those_of_its_events(store: Store) -> None:
    ctx = view(store, Filters(actors=("RUS",)))

    assert (ctx.shown.events, ctx.shown.articles, ctx.shown.undated, ctx.shown.background) == (3, 1, 1, 1)
    assert ctx.store is store


def test_the_sentence_over_a_page_that_counts_mentions_says_so(tmp_path: Path) -> None:
    named = row("mentions", article_id="a", kind="place", ref="goris", start=0, end=5)
    told = event("late", "CONSULT", "2031-05-12", place_id="goris")
    ctx = view(made(tmp_path / "tables", told, more={"mentions": [named, {**named, "start": 9, "end": 14}]}))

    assert replace(ctx, count="mentions").shown.counts == "2 mentions in 1 article"
    assert replace(ctx, count="events").shown.counts == "1 event in 1 article"
