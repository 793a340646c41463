"""Where the rows of each article of a build come from: the last build, the cache, or coding the article now.

In: the articles' files, the tables of the last build, the cache, the outcomes of coding. Out: the rows of all
articles in the order of the articles, in pieces. An article's text is held only while it is being worked on.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

import pyarrow as pa

from contactline import corrections, intake
from contactline.corrections import Correction
from contactline.records import Article
from contactline.rejects import Reject, of_origin
from contactline.tables import parts, reuse
from contactline.tables.cache import Cache

Part = dict[str, pa.Table]
"""Rows of consecutive articles, by table (``schemas.ARTICLE_TABLES``)."""

Reader = Callable[..., Iterator[Article]]
"""A function that reads all articles and passes what cannot be read to ``refuse``."""

_TOGETHER = 500  # at most so many articles are taken over from the last build in one piece


@dataclass(frozen=True, slots=True)
class Articles:
    """The articles of a build. They are never held all at once, but read again where their text is needed.

    ``reader``: reads all of them (``intake.read`` of the inputs). ``right``: the corrections, some of which set
    the day of an article. ``digests`` and ``origins``: by article id, in the order of reading. ``rejects``: the
    inputs that are left out. ``fingerprints``: those of the lexicon and the code, which are part of each digest.
    """

    reader: Reader
    right: Sequence[Correction]
    digests: dict[str, str]
    origins: dict[str, str]
    rejects: list[Reject]
    fingerprints: tuple[str, ...]

    @classmethod
    def read(cls, reader: Reader, stamp: Mapping[str, str], right: Sequence[Correction] = ()) -> Articles:
        """Read the digests of all articles that ``reader`` gives. Raises intake.InputError as ``intake.read``
        does.
        """
        found = cls(reader, right, {}, {}, [], (stamp["lexicon"], stamp["code"]))
        read = reader(refuse=lambda error: found.rejects.append(error.reject))
        for article in corrections.dated(read, right):
            found.digests[article.article_id] = reuse.digest(article, *found.fingerprints)
            found.origins[article.article_id] = article.origin
        return found

    def again(self, ids: Collection[str]) -> Iterator[tuple[Article, str]]:
        """Read the articles with these ids again, each with its digest; those that have changed meanwhile are
        left out.
        """
        if not ids:
            return
        try:
            for article in corrections.dated(self.reader(refuse=lambda _: None), self.right):
                digest = self.digests[article.article_id] if article.article_id in ids else ""
                if digest and digest == reuse.digest(article, *self.fingerprints):
                    yield article, digest
        except intake.InputError:
            return  # a file was deleted meanwhile: its articles are reported like those that have changed

    def changed(self, key: str) -> Reject:
        """The reject for an article that was there at the first reading, but was missing or different at the
        second.
        """
        return of_origin(self.origins[key], key, "the file was changed while it was read.", "Build again.")


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


class _Arrivals:
    """The outcomes of coding, in the order of the articles, leaving out those that changed before their second
    reading.

    ``wanted``: the ids of the articles to be coded, in the order in which they were first read.
    """

    def __init__(self, outcomes: Iterator[Outcome], wanted: Sequence[str]) -> None:
        self._outcomes = outcomes
        self._place = {key: number for number, key in enumerate(wanted)}
        self._early: Outcome | None = None

    def of(self, key: str) -> Outcome | None:
        """The outcome of an article, None where there is none. To be called for the articles in their order.

        An outcome that arrives after its turn, because the articles have changed their order, is left out.
        """
        outcome, self._early = self._early or next(self._outcomes, None), None
        while outcome is not None and self._place[outcome.article_id] < self._place[key]:
            outcome = next(self._outcomes, None)
        if outcome is not None and outcome.article_id != key:
            self._early = outcome
            return None
        return outcome


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

        ``outcomes``: those of the articles to be coded, in their order. ``code``: codes an article whose rows the
        cache turns out not to have.
        """
        arrivals = _Arrivals(outcomes, [key for key in self.articles.digests if key in self.todo])
        for run in self._runs():
            first = self.kept.places.get(run[0])
            if first is not None:
                yield corrections.as_coded(self.kept.rows(first, first + len(run) - 1), self.kept.coded)
            elif (
                part := self._from_cache(run[0], cache) or self._coded(run[0], cache, arrivals, code)
            ) is not None:
                yield part

    def _from_cache(self, key: str, cache: Cache) -> Part | None:
        packed = cache.get(self.articles.digests[key]) if key not in self.todo else None
        try:
            return parts.unpack(packed) if packed else None
        except parts.PartError:
            return None

    def _coded(
        self, key: str, cache: Cache, arrivals: _Arrivals, code: Callable[[tuple[Article, str]], Outcome]
    ) -> Part | None:
        """The rows of an article that was coded now, which are also cached in case this build is stopped."""
        outcome = arrivals.of(key) if key in self.todo else next(map(code, self.articles.again({key})), None)
        if outcome is None:
            self.articles.rejects.append(self.articles.changed(key))
            return None
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
