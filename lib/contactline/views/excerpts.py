"""What a publisher may have shown of an article: the sentences that tell events, and nothing else of its text."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from contactline.tables.store import Store
from contactline.views import article_text
from contactline.views.own import are_own

_WITH_TEXTS = ("articles", "sentences", "noise")


def only(store: Store) -> Store:
    """The same tables without full texts, so that no page, search or file can show more than excerpts.

    Of ``sentences`` those stay in which an event was coded; the texts of ``articles`` and of what was removed from
    them (``noise``) are "", and an article without a title has its first line for one. What the visitor has added
    stays whole.
    """
    articles, sentences, noise = store.articles, store.sentences, store.noise
    rest = {name: table for name, table in store.arrow.items() if name not in _WITH_TEXTS}
    return replace(store, arrow=rest).having(
        articles=articles.assign(
            title=[article_text.heading(row) for row in articles[["title", "text"]].to_dict("records")],
            text=articles["text"].where(are_own(articles["article_id"]), ""),
        ),
        sentences=sentences[_telling(store) | are_own(sentences["article_id"])].reset_index(drop=True),
        noise=noise.assign(text=noise["text"].where(are_own(noise["article_id"]), "")),
    )


def _telling(store: Store) -> pd.Series[bool]:
    """Which sentences tell an event, a rejected one too."""
    columns = ["article_id", "sentence"]
    events = pd.concat([store.events, store.coded_events])
    others = events[["article_id", "other_sentences"]].explode("other_sentences").dropna()
    told = pd.concat([events[columns], others.set_axis(columns, axis=1)]).astype({"sentence": "int64"})
    known = pd.MultiIndex.from_frame(store.sentences[columns].astype({"sentence": "int64"}))
    return pd.Series(known.isin(pd.MultiIndex.from_frame(told)), store.sentences.index)
