"""The whole path: articles in, tables out. The stages stand here in their order."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from contactline import (
    __version__,
    cleaning,
    coding,
    dates,
    dating,
    intake,
    linking,
    locations,
    names,
    parsing,
)
from contactline.lexicon import Lexicon, load
from contactline.records import UNKNOWN, Article, CodedArticle, Published
from contactline.rejects import Reject, of_origin
from contactline.tables import freshness, schemas, store
from contactline.tables.rows import article_rows, kind, lexicon_rows

Progress = Callable[[int, int, str], None]

_log = logging.getLogger(__name__)
_CHUNK = 500
_WORDS_AFTER = 60  # characters after a trigger that still say what it is about
_DASK_NEEDED = 'A scheduler needs Dask: pip install -e ".[cluster]"'


@dataclass(frozen=True, slots=True)
class BuildSummary:
    """What a build did.

    ``not_coded`` are (article_id, language) of articles that are not in English; ``rejects`` the inputs that could
    not be used, which stand in rejects.csv, too.
    """

    tables: Path
    articles: int
    coded: int
    events: int
    incidents: int
    not_coded: tuple[tuple[str, str], ...]
    rejects: tuple[Reject, ...] = ()


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
    mentions = names.resolve(found, document, published, lexicon)
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
) -> BuildSummary:
    """Code the articles of ``inputs`` into the folder ``tables``, which then holds exactly these.

    An article whose text, facts, lexicon and code are those of the last build is taken over from it. ``scheduler``
    is the address of a Dask scheduler that codes the others. ``progress(done, total, what)`` is called on the way.
    ``time`` is stamped into build.json; ``lexicon`` is data/lexicon where none is given. What cannot be read or
    coded is left out, and named in the report and in rejects.csv. Raises intake.InputError for a path that is not
    there and where nothing at all could be used, LexiconError, store.StoreError, and ModuleNotFoundError where a
    scheduler is asked for and Dask is not installed.
    """
    tables, lexicon = Path(tables), lexicon or load()
    store.check_place(tables)
    tell = progress or (lambda done, total, what: None)
    stamp = freshness.stamp(inputs, lexicon)
    rejects: list[Reject] = []
    articles = list(intake.read(inputs, lambda error: rejects.append(error.reject)))
    digests = {a.article_id: _digest(a, stamp["lexicon"], stamp["code"]) for a in articles}
    kept = _reusable(tables, digests)
    fresh = [a for a in articles if a.article_id not in kept.ids]
    parts: dict[str, list[pa.Table]] = {name: [kept.tables[name]] for name in kept.tables}
    recent: dict[str, list[pa.Table]] = {name: [] for name in schemas.ARTICLE_TABLES}
    failed: set[str] = set()
    tell(0, len(fresh), "coding")
    for done, (article, found) in enumerate(
        zip(fresh, _coded(fresh, digests, scheduler, lexicon), strict=True), 1
    ):
        if isinstance(found, Reject):
            rejects.append(found)
            failed.add(article.article_id)
        else:
            for name, more in found.items():
                recent[name].append(more)
        if recent["articles"] and (done % _CHUNK == 0 or done == len(fresh)):  # small tables take much room
            for name, some in recent.items():
                parts.setdefault(name, []).append(pa.concat_tables(some).combine_chunks())
                some.clear()
        tell(done, len(fresh), article.title or article.article_id)
    articles = [a for a in articles if a.article_id not in failed]
    if rejects and not articles:
        raise _nothing_left(rejects)
    tell(len(fresh), len(fresh), "linking")
    found_tables = _in_order(parts, [a.article_id for a in articles])
    found_tables["articles"] = _with(found_tables["articles"], "origin", [a.origin for a in articles])
    found_tables |= _used_lexicon(found_tables, lexicon)
    found_tables = _linked(found_tables, lexicon)
    paths = [str(Path(path).absolute()) for path in inputs]
    told = time.isoformat() if time else None
    build = {**stamp, "paths": paths, "version": __version__, "time": told, "rejects": len(rejects)}
    store.write(tables, found_tables, build, rejects)
    languages = zip(
        found_tables["articles"]["article_id"].to_pylist(),
        found_tables["articles"]["language"].to_pylist(),
        strict=True,
    )
    return BuildSummary(
        tables=tables,
        articles=len(articles),
        coded=len(fresh) - len(failed),
        events=found_tables["events"].num_rows,
        incidents=found_tables["incidents"].num_rows,
        not_coded=tuple((key, language) for key, language in languages if language != "en"),
        rejects=tuple(rejects),
    )


def _nothing_left(rejects: Sequence[Reject]) -> intake.InputError:
    first = rejects[0]
    where = first.file if first.row is None else f"{first.file}, line {first.row}"
    told = f"{first.reason} Nothing is left to build from; inputs that could not be used: {len(rejects)}."
    return intake.InputError(where, told, first.todo, first.article_id)


def _digest(article: Article, *fingerprints: str) -> str:
    facts = (article.body, article.is_html, article.title, article.publisher, article.author, article.url)
    known = (article.article_id, article.published, article.published_basis, article.language)
    return hashlib.sha256(repr((facts, known, fingerprints)).encode("utf-8", "surrogatepass")).hexdigest()[:24]


@dataclass(frozen=True, slots=True)
class _Kept:
    ids: frozenset[str]
    tables: Mapping[str, pa.Table]


def _reusable(tables: Path, digests: Mapping[str, str]) -> _Kept:
    """The rows of the last build whose articles have not changed."""
    try:
        store.read_build(tables)
        old = {name: store.read_table(tables, name) for name in schemas.ARTICLE_TABLES}
    except store.StoreError:
        return _Kept(frozenset(), {})
    pairs = zip(old["articles"]["article_id"].to_pylist(), old["articles"]["digest"].to_pylist(), strict=True)
    ids = frozenset(key for key, digest in pairs if digests.get(key) == digest)
    wanted = pa.array(sorted(ids), pa.string())
    kept = {
        name: old[name].filter(pc.is_in(old[name]["article_id"], wanted)) for name in old if name != "event_actors"
    }
    event_ids = kept["events"]["event_id"].combine_chunks()
    kept["event_actors"] = old["event_actors"].filter(pc.is_in(old["event_actors"]["event_id"], event_ids))
    return _Kept(ids, kept)


def _coded(
    articles: Sequence[Article], digests: Mapping[str, str], scheduler: str | None, lexicon: Lexicon
) -> Iterator[dict[str, pa.Table] | Reject]:
    """The tables of each article, in order, or why it has none."""
    rows = partial(_article_tables, lexicon=lexicon)
    if scheduler is None:
        yield from map(rows, articles, (digests[a.article_id] for a in articles))
        return
    try:
        from dask.distributed import Client
    except ImportError:
        raise ModuleNotFoundError(_DASK_NEEDED) from None
    with Client(scheduler) as client:
        futures = client.map(rows, list(articles), [digests[a.article_id] for a in articles], pure=False)
        for future in futures:
            yield future.result()
            future.release()


def _article_tables(article: Article, digest: str, lexicon: Lexicon) -> dict[str, pa.Table] | Reject:
    """What one article tells; whatever is raised on the way costs this article alone."""
    try:
        rows = article_rows(code(article, lexicon), digest, lexicon)
        return {name: store.table(name, rows[name]) for name in schemas.ARTICLE_TABLES}
    except Exception as error:
        _log.warning("The article %r (%s) could not be coded.", article.article_id, article.origin, exc_info=True)
        told = f"the article could not be coded ({type(error).__name__})."
        return of_origin(article.origin, article.article_id, told, "Shorten it or leave it out, and report this.")


def _in_order(parts: Mapping[str, list[pa.Table]], ids: Sequence[str]) -> dict[str, pa.Table]:
    """Each table with its articles in the order they were read, an article's rows together."""
    place = {key: number for number, key in enumerate(ids)}
    tables: dict[str, pa.Table] = {}
    for name in schemas.ARTICLE_TABLES:
        table = pa.concat_tables(parts.get(name, [store.table(name, [])]))
        keys = table["event_id" if name == "event_actors" else "article_id"].to_pylist()
        numbers = [place[key.rsplit("-", 1)[0] if name == "event_actors" else key] for key in keys]
        tables[name] = table.take(pa.array(sorted(range(len(numbers)), key=numbers.__getitem__), pa.int64()))
    return tables


def _used_lexicon(tables: Mapping[str, pa.Table], lexicon: Lexicon) -> dict[str, pa.Table]:
    """The actors and places that the articles name."""
    used = {
        *tables["mentions"]["ref"].to_pylist(),
        *(key for keys in tables["mentions"]["candidates"].to_pylist() for key in keys),
        *tables["events"]["place_id"].to_pylist(),
        *tables["event_actors"]["actor_id"].to_pylist(),
    }
    rows = lexicon_rows(lexicon)
    keys = {"actors": "actor_id", "actor_roles": "actor_id", "places": "place_id"}
    return {name: store.table(name, [row for row in rows[name] if row[key] in used]) for name, key in keys.items()}


def _linked(tables: dict[str, pa.Table], lexicon: Lexicon) -> dict[str, pa.Table]:
    """The tables with near-duplicates named and incidents added."""
    articles = (
        tables["articles"]
        .select(["article_id", "title", "publisher", "text", "published_start", "published_end"])
        .to_pylist()
    )
    by_day = sorted(
        articles, key=lambda a: (a["published_start"] is None, a["published_start"] or a["published_end"])
    )
    copy_of = linking.near_duplicates((a["article_id"], a["text"]) for a in by_day)
    publications = {
        a["article_id"]: linking.Publication(
            a["publisher"] or a["title"] or a["article_id"], a["publisher"], copy_of.get(a["article_id"])
        )
        for a in articles
    }
    place_rows = tables["places"].to_pylist()
    points = frozenset(row["place_id"] for row in place_rows if row["extent"] == "point")
    place_names = {row["place_id"]: row["name"] for row in place_rows}
    incidents = linking.link(_reports(tables), publications, points, place_names, lexicon=lexicon)
    incident_of = {event: incident.incident_id for incident in incidents for event in incident.events}
    return tables | {
        "articles": _with(tables["articles"], "copy_of", [copy_of.get(a["article_id"]) for a in articles]),
        "events": _with(
            tables["events"], "incident_id", [incident_of[key] for key in tables["events"]["event_id"].to_pylist()]
        ),
        "incidents": store.table("incidents", [_incident_row(incident, lexicon) for incident in incidents]),
    }


def _with(table: pa.Table, name: str, values: Sequence[str | None]) -> pa.Table:
    return table.set_column(
        table.schema.get_field_index(name), table.schema.field(name), pa.array(values, pa.string())
    )


def _reports(tables: Mapping[str, pa.Table]) -> Iterator[linking.Report]:
    parties: dict[str, dict[str, set[str]]] = {}
    for row in tables["event_actors"].select(["event_id", "role", "country"]).to_pylist():
        if row["country"] and row["country"] != "UNK":
            parties.setdefault(row["event_id"], {}).setdefault(row["role"], set()).add(row["country"])
    sentences = {
        (row["article_id"], row["sentence"]): (row["end"], row["text"]) for row in tables["sentences"].to_pylist()
    }
    for row in tables["events"].to_pylist():
        end, text = sentences[row["article_id"], row["sentence"]]
        begin = len(text) - (end - row["start"])
        sides = parties.get(row["event_id"], {})
        yield linking.Report(
            event_id=row["event_id"],
            article_id=row["article_id"],
            type=row["type"],
            mode=row["mode"],
            trigger=row["trigger"],
            words=text[begin : begin + row["end"] - row["start"] + _WORDS_AFTER],
            start=row["date_start"],
            end=row["date_end"],
            precision=row["date_precision"],
            place_id=row["place_id"],
            sources=frozenset(sides.get("source", ())),
            targets=frozenset(sides.get("target", ())),
            status=row["status"],
            killed=row["killed"],
            injured=row["injured"],
            confidence=row["confidence"],
            date_basis=row["date_basis"],
        )


def _incident_row(incident: linking.Incident, lexicon: Lexicon) -> dict[str, Any]:
    return {
        "incident_id": incident.incident_id,
        "type": incident.type,
        "mode": incident.mode,
        "label": kind(incident.type, incident.mode, lexicon).label,
        "date_start": incident.start,
        "date_end": incident.end,
        "date_precision": incident.precision,
        "place_id": incident.place_id,
        "countries": list(incident.countries),
        "articles": incident.articles,
        "events": len(incident.events),
        "publishers": incident.publishers,
        "killed_min": incident.killed_min,
        "killed_max": incident.killed_max,
        "injured_min": incident.injured_min,
        "injured_max": incident.injured_max,
        "differences": list(incident.differences),
    }
