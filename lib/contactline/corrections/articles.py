"""The day that a reader has set for an article, applied to the article before it is read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from contactline.corrections import values
from contactline.corrections.record import Correction
from contactline.records import Article

BASIS = "correction"
"""The basis of the day of such an article, and of events dated by it."""


def dated(articles: Iterable[Article], corrections: Sequence[Correction]) -> Iterator[Article]:
    """Yield the articles, each with the day last set for it; if it was set to no day, the day comes from the
    text.
    """
    days = {c.key: values.one_day(c.value) for c in corrections if c.kind == "article" and c.field == "day"}
    for article in articles:
        if article.article_id in days:
            day = days[article.article_id]
            article = replace(article, published=day, published_within=None, published_basis=BASIS if day else "")
        yield article
