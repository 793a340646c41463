"""What is left of articles where they may not be shown whole."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest
from made_tables import event, made, row

from contactline.tables.store import Store
from contactline.views import article_text, excerpts


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    folder: Path = tmp_path_factory.mktemp("excerpts") / "tables"
    more = {
        "sentences": [
            row("sentences", article_id="a", sentence=3, start=40, end=52, text="Rain fell."),
            row("sentences", article_id="a", sentence=5, start=60, end=70, text="He agreed."),
            row("sentences", article_id="yours-b", sentence=9, start=60, end=70, text="My own."),
        ],
        "noise": [row("noise", article_id="a", start=0, end=4, text="Menu", reason="a menu")],
    }
    made_store = made(
        folder,
        event("e1", "CONSULT", "2031-05-12", text="They met."),
        event("e2", "CONSULT", "2031-05-12", text="They spoke."),
        event("e3", "CONSULT", "2031-05-12", article_id="yours-b", text="A talk."),
        articles={"a": {"text": "First line of it.\nThey met. They spoke."}, "yours-b": {"title": "Mine"}},
        more=more,
    )
    others = pd.Series([[5], [], []], dtype=made_store.events["other_sentences"].dtype)
    return made_store.having(events=made_store.events.assign(other_sentences=others))


def test_only_sentences_that_tell_events_are_left_and_own_articles_whole(store: Store) -> None:
    found = excerpts.only(store)

    articles = found.articles.set_index("article_id")
    assert list(found.sentences["text"]) == ["They met.", "They spoke.", "A talk.", "He agreed.", "My own."]
    assert (articles.at["a", "title"], articles.at["a", "text"]) == ("First line of it.", "")
    assert (articles.at["yours-b", "title"], articles.at["yours-b", "text"]) == ("Mine", "A talk.")
    assert list(found.noise["text"]) == [""]
    assert set(found.arrow) & {"articles", "sentences", "noise"} == set()


def test_sentences_that_follow_one_another_are_one_piece(store: Store) -> None:
    assert article_text.pieces(excerpts.only(store), "a") == [("They met. They spoke.", 0), ("He agreed.", 60)]
