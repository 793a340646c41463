"""The whole path: articles in, tables out. The stages stand here in their order."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path

import pyarrow as pa

from contactline import (
    __version__,
    cleaning,
    coding,
    corrections,
    dates,
    dating,
    distribute,
    intake,
    linking,
    locations,
    names,
    parsing,
)
from contactline.gathering import Articles, Outcome, Plan, not_coded
from contactline.lexicon import Lexicon, load
from contactline.records import UNKNOWN, Article, CodedArticle, Published
from contactline.rejects import Reject
from contactline.tables import assemble, freshness, mapped, parts, reuse, store, unlisted_actors
from contactline.tables.cache import Cache
from contactline.tables.folder import in_words, workplace
from contactline.tables.rows import article_rows

Progress = Callable[[int, int, str], None]
"""Called with the number of articles done, the number of all, and a title or the name of the step."""

_WORTH_A_PROCESS = 40  # least number of articles per process: starting one takes as long as coding these

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class BuildSummary:
    """What a build did.

    ``coded``: number of articles coded now; the others were taken over from the last build. ``resumed``: number of
    articles taken from the cache, which an earlier build had coded (one that was stopped, or one with other tables
    of the lexicon). ``not_coded``: (article_id, language) of articles that are not in English. ``rejects``: the
    inputs that could not be used, which are also listed in rejects.csv. ``corrections``: (what, field, state) of
    each.
    """

    tables: Path
    articles: int
    coded: int
    events: int
    incidents: int
    not_coded: tuple[tuple[str, str], ...]
    rejects: tuple[Reject, ...] = ()
    corrections: tuple[tuple[str, str, str], ...] = ()
    resumed: int = 0


def code(article: Article, lexicon: Lexicon, *, infer_day: bool = True) -> CodedArticle:
    """Find everything in one article: the stages of the pipeline, one after the other.

    With ``infer_day`` false, an article has only the day that it was given with or that its page's markup states.
    """
    document = cleaning.clean(article, lexicon)
    expressions = dates.find(document, lexicon)
    found = names.find(document, lexicon)
    if infer_day or article.published or document.page_dates:
        published = dating.date_article(document, expressions, found, lexicon)
    else:
        published = Published(None, UNKNOWN, "unknown", "")
    timexes = dates.resolve(expressions, document, published, lexicon)
    mentions = names.resolve(found, document, published, lexicon, timexes)
    if document.language != "en":
        return CodedArticle(document, published, timexes, mentions, ())
    parses = parsing.parse(document, mentions, timexes, coding.sentences_to_parse(document, lexicon), lexicon)
    events, uncoded = coding.code(document, published, timexes, mentions, parses, lexicon)
    return CodedArticle(document, published, timexes, mentions, events, uncoded)


def build(  # noqa: PLR0913 each is a choice of its own, which callers know by name
    inputs: Sequence[Path | str] = (locations.ARTICLES,),
    tables: Path | str = locations.TABLES,
    *,
    jobs: int | None = None,
    scheduler: str | None = None,
    progress: Progress | None = None,
    time: datetime | None = None,
    lexicon: Lexicon | None = None,
    reading: intake.Options | None = None,
    corrected: Path | str = locations.CORRECTIONS,
) -> BuildSummary:
    """Code the articles of ``inputs`` into the folder ``tables``, which then holds exactly these.

    An article whose text, facts, lexicon and code are those of the last build, or of one that was cut short, is
    taken over from it. ``jobs``: processes that code the others, None for as many as there are cores; few articles
    are coded in this process. ``scheduler`` is the address of a Dask scheduler whose workers code them instead.
    ``progress(done, total, what)`` is called on the way. ``time`` is stamped into build.json; ``lexicon`` is
    data/lexicon where none is given; ``corrected`` the file of what a reader has put right, which need not be
    there; ``reading`` what the caller says of the inputs' columns and dates. What cannot be read or coded is
    left out, and named in the summary and in rejects.csv. Raises
    intake.InputError for a path that is not there and where nothing at all could be used, LexiconError,
    store.StoreError, and ModuleNotFoundError where a scheduler is named and Dask is not installed.
    """
    tables, lexicon, tell = Path(tables), lexicon or load(), progress or _silent
    store.check_place(tables)
    stamp = freshness.stamp(inputs, lexicon, corrections.digest(Path(corrected)))
    right, unusable = corrections.read(Path(corrected), lexicon)
    with workplace(tables) as work, closing(Cache(tables)) as cache:
        read = partial(intake.read, inputs, options=reading, lexicon=lexicon)
        articles = Articles.read(read, stamp, work, right)
        with in_words(tables):
            plan = Plan.of(articles, reuse.unchanged(tables, articles.digests, work), cache)
        outcomes = _outcomes(plan, lexicon, jobs, scheduler, tell)
        with in_words(tables):
            rows = plan.rows(cache, outcomes, partial(_outcome, lexicon=lexicon))
            found = assemble.article_tables(rows, articles.origins, work)
        if articles.rejects and not found["articles"].num_rows:
            raise _nothing_left(articles.rejects)
        tell(len(plan.todo), len(plan.todo), "linking")
        found |= unlisted_actors.one_entry(found)
        found, resolved = corrections.to_events(found, right, lexicon)
        found |= assemble.lexicon_tables(found, lexicon)
        found = linking.link_tables(found, lexicon, corrections.moves(resolved))
        found = corrections.to_incidents(found, resolved, lexicon)
        rejects = [*unusable, *articles.rejects]
        facts: dict[str, object] = {
            "paths": [str(Path(path).absolute()) for path in inputs],
            "version": __version__,
            "time": time.isoformat() if time else None,
            "rejects": len(rejects),
            "corrections_file": str(Path(corrected).absolute()),
        }
        if reading:  # so that the dashboard reads the same inputs the same way when it has to code them again
            facts |= {"columns": dict(reading.columns), "day_order": reading.day_order}
        store.write(tables, found, {**stamp, **facts}, rejects, lexicon=lexicon)
        mapped.prepare(tables)  # made now, so that the first visitor does not wait for it
        cache.trim()
    return _summary(tables, found, plan, rejects)


def _outcomes(
    plan: Plan, lexicon: Lexicon, jobs: int | None, scheduler: str | None, tell: Progress
) -> Iterator[Outcome]:
    """Yield the outcome of each article that has to be coded, and report progress meanwhile."""
    total = len(plan.todo)
    tell(0, total, "coding")
    outcomes = distribute.in_order(
        partial(_outcome, lexicon=lexicon),
        plan.articles.of(plan.todo),
        jobs=min(jobs or distribute.cores(), max(1, total // _WORTH_A_PROCESS)),
        scheduler=scheduler,
        lost=_lost,
    )
    for done, outcome in enumerate(outcomes, 1):
        tell(done, total, outcome.title or outcome.article_id)
        yield outcome


def _outcome(work: tuple[Article, str], lexicon: Lexicon) -> Outcome:
    """Code one article, given with its digest. An exception becomes the outcome of this article and stops no
    other.
    """
    article, digest = work
    try:
        found = parts.pack(assemble.tables_of(article_rows(code(article, lexicon), digest, lexicon)))
    except Exception as error:
        _log.warning("The article %r (%s) could not be coded.", article.article_id, article.origin, exc_info=True)
        return not_coded(article, digest, type(error).__name__)
    return Outcome(article.article_id, article.title, digest, found)


def _lost(work: tuple[Article, str]) -> Outcome:
    """The outcome of an article whose process ended twice, for example because it used too much memory."""
    return not_coded(*work, "the process that coded it ended")


def _nothing_left(rejects: Sequence[Reject]) -> intake.InputError:
    first = rejects[0]
    where = first.file if first.row is None else f"{first.file}, line {first.row}"
    reason = f"{first.reason} Nothing is left to build from; inputs that could not be used: {len(rejects)}."
    return intake.InputError(where, reason, first.todo, first.article_id)


def _silent(done: int, total: int, what: str) -> None:
    """Ignore progress; the default where the caller does not ask for it."""


def _summary(tables: Path, found: Mapping[str, pa.Table], plan: Plan, rejects: Sequence[Reject]) -> BuildSummary:
    articles = found["articles"].select(["article_id", "language"]).to_pylist()
    return BuildSummary(
        tables=tables,
        articles=len(articles),
        coded=len(articles) - len(plan.kept.places) - plan.resumed,
        events=found["events"].num_rows,
        incidents=found["incidents"].num_rows,
        not_coded=tuple((a["article_id"], a["language"]) for a in articles if a["language"] != "en"),
        rejects=tuple(rejects),
        corrections=tuple((row["what"], row["field"], row["state"]) for row in found["corrections"].to_pylist()),
        resumed=plan.resumed,
    )
