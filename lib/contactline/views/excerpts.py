"""The part of an article that may be shown without its publisher's permission: the sentences that report
events.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from contactline.tables.store import Store
from contactline.views import article_text, telling
from contactline.views.own import are_own

_WITH_TEXTS = ("articles", "sentences", "noise")
_FIRST_LETTERS = 5 * article_text.LONGEST_HEADING  # of a text, in which its first line begins


def only(store: Store) -> Store:
    """The same tables without full texts, so that no page, search or file can show more than excerpts.

    ``sentences`` keeps those in which an event was coded, also a rejected one. The texts of ``articles`` and
    ``noise`` are "", and an article without a title has its first line as its title. Articles that the visitor has
    added stay whole.
    """
    rest = {name: table for name, table in store.arrow.items() if name not in _WITH_TEXTS}
    return _Excerpts(store.folder, store.build, rest, store)


def _articles(store: _Excerpts) -> pd.DataFrame:
    articles = store.whole.articles
    title = articles["title"].copy()
    odd = ~title.str.len().between(1, article_text.LONGEST_HEADING) | (title != title.str.strip())
    first = articles["text"].str.slice(0, _FIRST_LETTERS)[odd]
    pairs = zip(title[odd].tolist(), first.tolist(), strict=True)
    title[odd] = [article_text.heading({"title": own, "text": text}) for own, text in pairs]
    return articles.assign(title=title, text=_own_alone(articles))


def _sentences(store: _Excerpts) -> pd.DataFrame:
    sentences, events = store.whole.sentences, [store.whole.events, store.whole.coded_events]
    shown = telling.sentences(sentences, events) | are_own(sentences["article_id"])
    return sentences[shown].reset_index(drop=True)


def _noise(store: _Excerpts) -> pd.DataFrame:
    return store.whole.noise.assign(text=_own_alone(store.whole.noise))


def _own_alone(table: pd.DataFrame) -> pd.Series[str] | str:
    """The texts of articles that the visitor has added, "" for all others."""
    own = are_own(table["article_id"])
    return table["text"].where(own, "") if own.any() else ""


@dataclass(frozen=True)
class _Excerpts(Store):
    """A store whose texts are cut when they are first used: with a million events that takes seconds, and most
    pages use none.

    ``whole``: the tables with their texts, to be used only here.
    """

    whole: Store

    articles = cached_property(_articles)
    sentences = cached_property(_sentences)
    noise = cached_property(_noise)
