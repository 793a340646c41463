"""The list of articles, and one article with what was found in it. Setting a date: test_jobs."""

from __future__ import annotations

from datetime import date
from typing import Any

import pandas as pd
import pytest
from made_tables import event, made, row
from made_views import drawn, frames, html, said, view

from contactline.app import article_page
from contactline.tables.store import Store
from contactline.views.query import Filters

TITLED = {
    "title": "A <b>bold</b> title",
    "published": date(2031, 5, 15),
    "published_start": date(2031, 5, 15),
    "published_end": date(2031, 5, 15),
    "published_precision": "day",
    "published_basis": "byline",
    "published_evidence": "the byline '15 May'",
    "published_likeliest": None,
    "warnings": ["A *warning*."],
    "author": "A. Writer",
    "url": "javascript:alert(1)",
}
UNTITLED = {"language": "ru", "copy_of": "a", "url": "https://example.org/b"}


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    return made(
        tmp_path_factory.mktemp("reader") / "tables",
        event("e1", "CONSULT", "2031-05-12", sources="russia:RUS", text="They <i>met</i>."),
        event("e2", "ASSAULT", "2031-05-14", sources="iran:IRN", text="Shots fell."),
        event("e3", "CONSULT", "", text="Talks.", article_id="b"),
        publishers={"a": "The Valley Post"},
        articles={"a": TITLED, "b": UNTITLED},
    )


@pytest.fixture(autouse=True)
def current(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """These tables are the dashboard's."""
    monkeypatch.setenv("CONTACTLINE_TABLES", str(store.folder))


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (Filters(), [("A <b>bold</b> title", "The Valley Post", 2), ("Talks.", "", 1)]),
        (Filters(types=("ASSAULT",)), [("A <b>bold</b> title", "The Valley Post", 1)]),
        (Filters(text="no such words"), []),
    ],
)
def test_the_articles_of_the_selected_events(store: Store, filters: Filters, expected: list[Any]) -> None:
    app = drawn(article_page.article_list, view(store, filters))

    found = [
        row
        for table in frames(app)
        for row in zip(table["Title"], table["Publisher"], table["Events"], strict=True)
    ]
    assert sorted(found) == sorted(expected)
    assert len(app.info) == (not expected)


@pytest.mark.parametrize(
    ("address", "asked"),
    [({}, False), ({"event": "e1"}, True), ({"article": "a"}, True), ({"list": "articles"}, False)],
)
def test_whether_an_article_is_asked_for(address: dict[str, str], asked: bool) -> None:
    found: list[bool] = []
    drawn(lambda: found.append(article_page.asked()), **address)

    assert found == [asked]


def test_an_article_with_its_facts(store: Store) -> None:
    app = drawn(article_page.show, view(store), article="a")

    words = said(app)
    assert [
        part for part in ("A <b>bold</b> title", "The Valley Post", "A. Writer", "15 May") if part not in words
    ] == []
    assert any("They &lt;i&gt;met&lt;/i&gt;. Shots fell." in body for body in html(app))
    assert [w.value for w in app.warning] == ["A \\*warning\\*\\."]
    assert [list(table["What"]) for table in frames(app)] == [["Talks", "Attack or fighting"]]


def test_only_addresses_of_the_web_are_links(store: Store) -> None:
    links = [
        [e.proto.url for e in drawn(article_page.show, view(store), article=key).get("link_button")]
        for key in "ab"
    ]

    assert links == [[], ["https://example.org/b"]]


def test_an_article_in_another_language_and_a_copy_say_so(store: Store) -> None:
    words = said(drawn(article_page.show, view(store), article="b"))

    assert "Not in English (ru)" in words
    assert "Near-duplicate of the article a" in words


def test_an_event_is_shown_with_how_it_was_coded(store: Store) -> None:
    app = drawn(article_page.show, view(store), event="e2")

    facts = [table for table in frames(app) if "Type" in table.index]
    assert facts[0].iloc[:, 0]["Type"] == "ASSAULT, material conflict"
    assert "Iran" in said(app)


def test_an_address_that_names_nothing_says_so(store: Store) -> None:
    app = drawn(article_page.show, view(store), article="nowhere")

    assert ["not in the tables" in w.value for w in app.warning] == [True]


def test_what_was_found_but_not_coded_is_listed_and_marked_so(store: Store) -> None:
    other = row("sentences", article_id="a", sentence=50, start=40, end=60, text="Nobody <met> Shota.")
    sentences = pd.concat([store.sentences, pd.DataFrame([other])], ignore_index=True)
    ctx = view(store.having(sentences=sentences), Filters(text="met shot"))
    app = drawn(article_page.found_uncoded, ctx)

    (body,) = html(app)
    assert "Found, but not coded: 1 sentence with these words" in said(app)
    assert "Nobody &lt;met&gt; Shota." in body
    assert "no event coded" in body
    app.button(key="found_a_50").click().run()
    assert app.query_params["article"] == "a"


def test_without_words_to_search_nothing_is_listed(store: Store) -> None:
    assert html(drawn(article_page.found_uncoded, view(store))) == []


def test_words_that_are_searched_for_are_marked_in_the_reader(store: Store) -> None:
    app = drawn(article_page.show, view(store, Filters(text="shots")), article="a")

    bodies = "".join(element.proto.body for element in app.get("html"))
    assert "words searched for</span>" in bodies
    assert 'title="words searched for">Shots</mark>' in bodies
