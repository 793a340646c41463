"""Articles that a visitor sends: read from memory, together with what the visitor says about them, within
limits.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from contactline.intake.articles import read_bytes
from contactline.intake.errors import InputError
from contactline.lexicon import Lexicon
from contactline.records import OWN, Article
from contactline.rejects import Reject


@dataclass(frozen=True, slots=True)
class Limits:
    """Limits on what a visitor may add.

    ``articles``: number in all. ``letters``: characters of one article. At once: ``megabytes`` of files,
    ``seconds`` of coding.
    """

    articles: int
    letters: int
    megabytes: int
    seconds: int


@dataclass(frozen=True, slots=True)
class Told:
    """What a visitor says about the articles that they send; "" or None for nothing."""

    title: str = ""
    publisher: str = ""
    day: date | None = None


def read_given(
    files: Iterable[tuple[str, bytes]], told: Told, limits: Limits, lexicon: Lexicon, known: Iterable[str] = ()
) -> tuple[list[Article], list[Reject]]:
    """Read articles from files given by name and content. Returns them, and what cannot be used. Nothing is
    written.

    Ids begin with ``records.OWN`` and are made from the content of an article. ``told`` is used for articles that
    do not state it themselves, and its title only for a single article. ``known``: ids of the articles added
    before; they count towards ``limits`` and are not added again.
    """
    files = list(files)
    size = sum(len(data) for _, data in files)
    if size > limits.megabytes * 1_000_000:
        reason = f"these files have more than {limits.megabytes} megabytes together."
        return [], [Reject(files[0][0], None, "", reason, "Send fewer at once.")]
    earlier = set(known)
    found: list[Article] = []
    rejects: list[Reject] = []

    def refuse(error: InputError) -> None:
        rejects.append(error.reject)

    for article in read_bytes(files, refuse, lexicon):
        if len(earlier) + len(found) >= limits.articles:
            reason = f"it and what follows were not read: {limits.articles:,} articles is the most."
            refuse(InputError(article.origin, reason, "Remove some first."))
            break
        own = replace(article, article_id=_own_id(article))
        if own.article_id in earlier:
            refuse(InputError(article.origin, "this article was added before.", "It is in your list."))
        elif len(own.body) > limits.letters:
            long = f"the article has more than {limits.letters:,} letters."
            refuse(InputError(article.origin, long, "Add a part of it."))
        else:
            found.append(own)
    return [_with_told(article, told, alone=len(found) == 1) for article in found], rejects


def _own_id(article: Article) -> str:
    whole = "\0".join((article.url, article.title, article.body))
    return OWN + hashlib.sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def _with_told(article: Article, told: Told, alone: bool) -> Article:
    day = None if article.published or article.published_within else told.day
    return replace(
        article,
        title=article.title or (told.title if alone else ""),
        publisher=article.publisher or told.publisher,
        published=day or article.published,
        published_basis="manifest" if day else article.published_basis,
    )
