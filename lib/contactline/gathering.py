"""Where the rows of each article of a build come from: the last build, the cache, or coding the article now.

In: the articles' files, the tables of the last build, the cache, the outcomes of coding. Out: the rows of all
articles in the order of the articles, in pieces. An article's text is held only while it is being worked on.
"""

from __future__ import annotations

import pickle
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa

from contactline import corrections
from contactline.corrections import Correction
from contactline.records import Article
from contactline.rejects import Reject, of_origin
from contactline.tables import parts, reuse
from contactline.tables.cache import Cache
from contactline.tables.folder import in_words

Part = dict[str, pa.Table]
"""Rows of consecutive articles, by table (``schemas.ARTICLE_TABLES``)."""

Reader = Callable[..., Iterator[Article]]
"""A function that reads all articles and passes what cannot be read to ``refuse``."""

_TOGETHER = 500  # at most so many articles are taken over from the last build in one piece


@dataclass(frozen=True, slots=True)
class Articles:
    """The articles of a build: read once, never held all at once, but kept on the disk until the build is over.

    ``digests`` and ``origins``: by id, in the order of reading. ``rejects``: what is left out. ``file``: where
    they are kept, each behind the one before from its ``places`` on.
    """

    digests: dict[str, str]
    origins: dict[str, str]
    rejects: list[Reject]
    file: Path
    places: dict[str, int]

    @classmethod
    def read(
        cls, reader: Reader, stamp: Mapping[str, str], work: Path, right: Sequence[Correction] = ()
    ) -> Articles:
        """The articles that ``reader`` reads (``intake.read`` of the inputs). Raises intake.InputError as it does.

        ``stamp``: the fingerprints of lexicon and code, which are part of each digest; ``work``: a folder for the
        file, in that of the tables; ``right``: the corrections, of which some set an article's day. Raises
        StoreError where the disk is full.
        """
        found = cls({}, {}, [], work / "articles.read", {})
        read = reader(refuse=lambda error: found.rejects.append(error.reject))
        with open(found.file, "wb") as kept:
            for article in corrections.dated(read, right):
                key = article.article_id
                found.digests[key] = reuse.digest(article, stamp["lexicon"], stamp["code"])
                found.origins[key], found.places[key] = article.origin, kept.tell()
                with in_words(work.parent):
                    pickle.dump(article, kept, pickle.HIGHEST_PROTOCOL)
        return found

    def of(self, ids: Collection[str]) -> Iterator[tuple[Article, str]]:
        """The articles with these ids in the order of reading, each with its digest."""
        if not ids:
            return
        with open(self.file, "rb") as kept:
            for key, digest in self.digests.items():
                if key in ids:
                    kept.seek(self.places[key])
                    yield pickle.load(kept), digest


@dataclass(frozen=True, slots=True)
class Outcome:
    """The result of coding one article: its tables as bytes (``parts``), or the reason why there are none."""

    article_id: str
    title: str
    digest: str
    found: bytes | Reject


def not_coded(article: Article, digest: str, why: str) -> Outcome:
    """The outcome of an article that could not be coded."""
    reason = f"the article could not be coded ({why})."
    todo = "Shorten it or leave it out, and report this."
    reject = of_origin(article.origin, article.article_id, reason, todo)
    return Outcome(article.article_id, article.title, digest, reject)


@dataclass(frozen=True, slots=True)
class Plan:
    """Which articles have to be coded.

    ``todo``: their digests by id. ``kept``: the articles taken over from the last build. ``known``: the digests
    that the cache has.
    """

    articles: Articles
    kept: reuse.Kept
    known: frozenset[str]
    todo: frozenset[str]

    @classmethod
    def of(cls, articles: Articles, kept: reuse.Kept, cache: Cache) -> Plan:
        """Plan to code every article that neither the last build nor the cache has."""
        fresh = {key: digest for key, digest in articles.digests.items() if key not in kept.places}
        known = cache.known(fresh.values())
        return cls(articles, kept, known, frozenset(key for key in fresh if fresh[key] not in known))

    @property
    def resumed(self) -> int:
        """The number of articles taken from the cache."""
        return len(self.articles.digests) - len(self.kept.places) - len(self.todo)

    def rows(
        self, cache: Cache, outcomes: Iterator[Outcome], code: Callable[[tuple[Article, str]], Outcome]
    ) -> Iterator[Part]:
        """Yield the rows of all articles in their order; for an article without rows, add the reason to
        ``articles.rejects``.

        ``outcomes``: of all articles to be coded, in their order; ``code`` codes one more, should the cache fail.
        """
        for run in self._runs():
            first = self.kept.places.get(run[0])
            if first is not None:
                yield corrections.as_coded(self.kept.rows(first, first + len(run) - 1), self.kept.coded)
            elif (
                part := self._from_cache(run[0], cache) or self._coded(run[0], cache, outcomes, code)
            ) is not None:
                yield part

    def _from_cache(self, key: str, cache: Cache) -> Part | None:
        packed = cache.get(self.articles.digests[key]) if key not in self.todo else None
        try:
            return parts.unpack(packed) if packed else None
        except parts.PartError:
            return None

    def _coded(
        self, key: str, cache: Cache, outcomes: Iterator[Outcome], code: Callable[[tuple[Article, str]], Outcome]
    ) -> Part | None:
        """The rows of an article that is coded now, kept for the next build should this one be cut short."""
        outcome = next(outcomes if key in self.todo else map(code, self.articles.of({key})))
        if isinstance(outcome.found, Reject):
            self.articles.rejects.append(outcome.found)
            return None
        cache.put(outcome.digest, outcome.found)
        return parts.unpack(outcome.found)

    def _runs(self) -> Iterator[list[str]]:
        """Yield the ids of the articles in their order: runs of articles that were consecutive in the last
        build, else one.
        """
        run: list[str] = []
        for key in self.articles.digests:
            place = self.kept.places.get(key)
            follows = bool(run) and place is not None and place == self.kept.places[run[-1]] + 1
            if run and (not follows or len(run) == _TOGETHER):
                yield run
                run = []
            if place is None:
                yield [key]
            else:
                run.append(key)
        if run:
            yield run
