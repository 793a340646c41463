"""Each article once, with an id: missing ids are made, and repeated articles are refused."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator
from dataclasses import replace

from contactline.intake.addresses import is_article, plain
from contactline.intake.errors import InputError, Refuse, short
from contactline.records import Article

_LONG = 200  # characters; two equal texts of this length are not equal by chance


def made_id(article: Article) -> str:
    """16 hexadecimal digits made from the article's address, or from its title and text if it has none."""
    if is_article(article.url):
        return _digest("url", plain(article.url))
    return _digest("text", article.title, article.body)


def _digest(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def distinct(articles: Iterable[Article], refuse: Refuse) -> Iterator[Article]:
    """Yield the articles, each with an id; the second article with an id, and the second copy of a text, are
    refused.

    A copy has the same words, publisher and day. The same report by another publisher is a separate article.
    """
    seen: dict[str, str] = {}
    texts: dict[str, str] = {}
    for article in articles:
        key = article.article_id or made_id(article)
        copy = _copy_key(article)
        if copy in texts:
            refuse(_told(article, key, f"the text was already read as article {short(texts[copy])}"))
            continue
        if key in seen and not article.article_id:  # two texts at one address
            key = _digest("url", plain(article.url), article.body)
        if key in seen:
            named = f"the article id {short(key)} was already read from {os.path.basename(seen[key])}"
            refuse(_told(article, key, named))
            continue
        seen[key] = article.origin
        if copy:
            texts[copy] = key
        yield article if article.article_id else replace(article, article_id=key)


def _copy_key(article: Article) -> str:
    """A key that copies of an article share; "" for a text so short that other articles may have it, too."""
    if len(article.body) < _LONG:
        return ""
    words = " ".join(article.body.split())
    day = article.published.isoformat() if article.published else ""
    return _digest(words, article.publisher.casefold(), day, article.url if article.is_html else "")


def _told(article: Article, key: str, reason: str) -> InputError:
    todo = "Each article needs an id of its own: rename one or leave it out."
    if "text" in reason:
        todo = "Leave one of them out."
    return InputError(article.origin, f"{reason}.", todo, key)
