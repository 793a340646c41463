"""What a publisher may have shown of an article: the sentences that tell events, and nothing else of its text."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from contactline.tables.store import Store
from contactline.views import article_text, telling
from contactline.views.own import are_own

_WITH_TEXTS = ("articles", "sentences", "noise")


def only(store: Store) -> Store:
    """The same tables without full texts, so that no page, search or file can show more than excerpts.

    Of ``sentences`` those stay in which an event was coded, a rejected one too; the texts of ``articles`` and of
    what was removed from them (``noise``) are "", and an article without a title has its first line for one. What
    the visitor has added stays whole.
    """
    rest = {name: table for name, table in store.arrow.items() if name not in _WITH_TEXTS}
    return _Excerpts(store.folder, store.build, rest, store)


def _articles(store: _Excerpts) -> pd.DataFrame:
    articles = store.whole.articles
    title = articles["title"].copy()
    odd = ~title.str.len().between(1, article_text.LONGEST_HEADING) | (title != title.str.strip())
    rows = articles.loc[odd, ["title", "text"]]
    title[odd] = [article_text.heading(row) for row in rows.to_dict("records")]
    return articles.assign(title=title, text=_own_alone(articles))


def _sentences(store: _Excerpts) -> pd.DataFrame:
    sentences, events = store.whole.sentences, [store.whole.events, store.whole.coded_events]
    shown = telling.sentences(sentences, events) | are_own(sentences["article_id"])
    return sentences[shown].reset_index(drop=True)


def _noise(store: _Excerpts) -> pd.DataFrame:
    return store.whole.noise.assign(text=_own_alone(store.whole.noise))


def _own_alone(table: pd.DataFrame) -> pd.Series[str] | str:
    """The texts of what the visitor has added, for all else ""."""
    own = are_own(table["article_id"])
    return table["text"].where(own, "") if own.any() else ""


@dataclass(frozen=True)
class _Excerpts(Store):
    """A store whose texts are cut when they are first asked for: of a million events that takes seconds, and most
    pages look at none of them. ``whole``: the tables with their texts, which nobody else may read.
    """

    whole: Store

    articles = cached_property(_articles)
    sentences = cached_property(_sentences)
    noise = cached_property(_noise)
