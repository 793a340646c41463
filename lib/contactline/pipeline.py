"""The whole path: articles in, tables out. The stages stand here in their order."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
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
from contactline.lexicon import Lexicon, load
from contactline.records import UNKNOWN, Article, CodedArticle, Published
from contactline.rejects import Reject, of_origin
from contactline.tables import assemble, freshness, reuse, store, unlisted_actors
from contactline.tables.rows import article_rows

Progress = Callable[[int, int, str], None]
"""Called with the number of articles done, the number of all, and a title or the name of the step."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class BuildSummary:
    """What a build did. ``coded``: articles coded now, the others were taken over from the last build.

    ``not_coded`` are (article_id, language) of articles that are not in English; ``rejects`` the inputs that could
    not be used, which rejects.csv lists, too; ``corrections`` (what, field, state) of each correction.
    """

    tables: Path
    articles: int
    coded: int
    events: int
    incidents: int
    not_coded: tuple[tuple[str, str], ...]
    rejects: tuple[Reject, ...] = ()
    corrections: tuple[tuple[str, str, str], ...] = ()


def code(article: Article, lexicon: Lexicon, *, infer_day: bool = True) -> CodedArticle:
    """All that is found in one article: the stages of the path, one after the other.

    Without ``infer_day`` an article has the day that it was given with, or that its page's markup tells, or none.
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


def build(
    inputs: Sequence[Path | str] = (locations.ARTICLES,),
    tables: Path | str = locations.TABLES,
    *,
    scheduler: str | None = None,
    progress: Progress | None = None,
    time: datetime | None = None,
    lexicon: Lexicon | None = None,
    reading: intake.Options | None = None,
    corrected: Path | str = locations.CORRECTIONS,
) -> BuildSummary:
    """Code the articles of ``inputs`` into the folder ``tables``, which then holds exactly these.

    An article whose text, facts, lexicon and code are those of the last build is taken over from it. ``scheduler``
    is the address of a Dask scheduler that codes the others. ``progress(done, total, what)`` is called on the way.
    ``time`` is stamped into build.json; ``lexicon`` is data/lexicon where none is given;
    ``reading`` what the caller says of the inputs' columns and dates;
    ``corrected`` the file of what a reader has put right, which need not be there. What cannot be read or
    coded is left out, and named in the summary and in rejects.csv. Raises intake.InputError for a path that is not
    there and where nothing at all could be used, LexiconError, store.StoreError, and ModuleNotFoundError where a
    scheduler is named and Dask is not installed.
    """
    tables, lexicon, tell = Path(tables), lexicon or load(), progress or _silent
    store.check_place(tables)
    stamp = freshness.stamp(inputs, lexicon, corrections.digest(Path(corrected)))
    right, unusable = corrections.read(Path(corrected), lexicon)
    rejects: list[Reject] = [*unusable]
    read = intake.read(inputs, lambda error: rejects.append(error.reject), reading, lexicon)
    articles = list(corrections.dated(read, right))
    digests = {a.article_id: reuse.digest(a, stamp["lexicon"], stamp["code"]) for a in articles}
    kept = reuse.unchanged(tables, digests)
    fresh = [a for a in articles if a.article_id not in kept.ids]
    tell(0, len(fresh), "coding")
    work = [(article, digests[article.article_id]) for article in fresh]
    outcomes = distribute.in_order(partial(_article_tables, lexicon=lexicon), work, scheduler)
    before = corrections.as_coded(kept.tables, kept.coded)
    found = assemble.article_tables(before, _usable(outcomes, fresh, rejects, tell), articles)
    if len(rejects) > len(unusable) and not found["articles"].num_rows:
        raise _nothing_left(rejects[len(unusable) :])
    tell(len(fresh), len(fresh), "linking")
    found |= unlisted_actors.one_entry(found)
    found, resolved = corrections.to_events(found, right, lexicon)
    found |= assemble.lexicon_tables(found, lexicon)
    found = linking.link_tables(found, lexicon, corrections.moves(resolved))
    found = corrections.to_incidents(found, resolved, lexicon)
    paths = [str(Path(path).absolute()) for path in inputs]
    built_at = time.isoformat() if time else None
    facts: dict[str, object] = {"paths": paths, "version": __version__, "time": built_at, "rejects": len(rejects)}
    facts["corrections_file"] = str(Path(corrected).absolute())
    if reading:  # the dashboard codes the articles anew in the same way
        facts |= {"columns": dict(reading.columns), "day_order": reading.day_order}
    store.write(tables, found, {**stamp, **facts}, rejects)
    return _summary(tables, found, len(kept.ids), rejects)


def _article_tables(work: tuple[Article, str], lexicon: Lexicon) -> dict[str, pa.Table] | Reject:
    """What is found in one article, given with its digest; whatever is raised costs this article alone."""
    article, digest = work
    try:
        return assemble.tables_of(article_rows(code(article, lexicon), digest, lexicon))
    except Exception as error:
        _log.warning("The article %r (%s) could not be coded.", article.article_id, article.origin, exc_info=True)
        reason = f"the article could not be coded ({type(error).__name__})."
        return of_origin(
            article.origin, article.article_id, reason, "Shorten it or leave it out, and report this."
        )


def _usable(
    outcomes: Iterable[dict[str, pa.Table] | Reject],
    articles: Sequence[Article],
    rejects: list[Reject],
    tell: Progress,
) -> Iterator[dict[str, pa.Table]]:
    """The tables of each article that could be coded; why another could not is added to ``rejects``."""
    for done, (outcome, article) in enumerate(zip(outcomes, articles, strict=True), 1):
        tell(done, len(articles), article.title or article.article_id)
        if isinstance(outcome, Reject):
            rejects.append(outcome)
        else:
            yield outcome


def _nothing_left(rejects: Sequence[Reject]) -> intake.InputError:
    first = rejects[0]
    where = first.file if first.row is None else f"{first.file}, line {first.row}"
    reason = f"{first.reason} Nothing is left to build from; inputs that could not be used: {len(rejects)}."
    return intake.InputError(where, reason, first.todo, first.article_id)


def _silent(done: int, total: int, what: str) -> None:
    """Progress that nobody asked for."""


def _summary(tables: Path, found: Mapping[str, pa.Table], kept: int, rejects: Sequence[Reject]) -> BuildSummary:
    articles = found["articles"].select(["article_id", "language"]).to_pylist()
    return BuildSummary(
        tables=tables,
        articles=len(articles),
        coded=len(articles) - kept,
        events=found["events"].num_rows,
        incidents=found["incidents"].num_rows,
        not_coded=tuple((a["article_id"], a["language"]) for a in articles if a["language"] != "en"),
        rejects=tuple(rejects),
        corrections=tuple((row["what"], row["field"], row["state"]) for row in found["corrections"].to_pylist()),
    )
