"""Articles that a visitor has added: recognised by their ids, and marked on every screen."""

from __future__ import annotations

import pandas as pd

from contactline.records import OWN
from contactline.tables.store import Store
from contactline.views.words import say


def is_own(article_id: str) -> bool:
    """Whether an article, or the event or incident with an id made from it, is one that the visitor has added."""
    return article_id.startswith(OWN)


def are_own(article_ids: pd.Series[str]) -> pd.Series[bool]:
    """``is_own`` for each id of a column, fast also for a million ids."""
    return article_ids.str.startswith(OWN).astype(bool)


def in_incident(store: Store, incident_id: str) -> bool:
    """Whether one of an incident's reports is in an article that the visitor has added."""
    rows = store.events["incident_id"] == incident_id
    return bool(are_own(store.events.loc[rows, "article_id"]).any())


def marked(store: Store) -> Store:
    """The same tables with the publisher of each added article marked: "The Post (added by you)"."""
    articles = store.articles
    return store.having(articles=articles.assign(publisher=_marked(articles)))


def _marked(articles: pd.DataFrame) -> list[str]:
    pairs = zip(articles["article_id"], articles["publisher"], strict=True)
    return [_name(publisher) if is_own(key) else publisher for key, publisher in pairs]


def _name(publisher: str) -> str:
    return say("own.of", publisher=publisher) if publisher else say("own.nobody")
