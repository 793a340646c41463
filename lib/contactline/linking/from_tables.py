"""The tables of a build linked with each other: near-duplicate articles marked, incidents added.

In: the tables of all articles. Out: the same tables with ``copy_of`` and ``incident_id`` filled in, and the tables
``incidents`` and ``differences``. Reads the lexicon's ``ontology`` for labels, and what ``incidents.link`` reads.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain, islice
from typing import Any, get_args

import pyarrow as pa

from contactline.lexicon import Lexicon
from contactline.linking.incidents import link
from contactline.linking.losses import What
from contactline.linking.moves import Move
from contactline.linking.near_duplicates import near_duplicates
from contactline.linking.reports import Losses, Publication, Report
from contactline.linking.summary import Incident
from contactline.tables import store
from contactline.tables.assemble import with_column
from contactline.tables.rows import kind

_WORDS_AFTER = 60  # characters after a trigger that are taken with it as the words of a report
_ROWS_AT_ONCE = 5000
_NOBODY: frozenset[str] = frozenset()
_AS_IT_IS = {
    "article_id": "article_id",
    "type": "type",
    "mode": "mode",
    "trigger": "trigger",
    "start": "date_start",
    "end": "date_end",
    "precision": "date_precision",
    "place_id": "place_id",
    "status": "status",
    "date_basis": "date_basis",
    "toll_as_of": "toll_as_of",
}
"""The fields of a report that are columns of the table of events."""


def link_tables(
    tables: Mapping[str, pa.Table], lexicon: Lexicon, moves: Sequence[Move] = ()
) -> dict[str, pa.Table]:
    """Return the tables (``schemas.ARTICLE_TABLES``, actors, places) with near-duplicates marked and incidents
    added.

    ``moves``: the reports that a reader has separated or put together (``moves.moved``).
    """
    publications = _publications(tables["articles"])
    place_rows = tables["places"].to_pylist()
    points = frozenset(row["place_id"] for row in place_rows if row["extent"] == "point")
    place_names = {row["place_id"]: row["name"] for row in place_rows}
    incidents = link(_reports(tables), publications, points, place_names, moves, lexicon=lexicon)
    incident_of = {event: incident.incident_id for incident in incidents for event in incident.events}
    copies = [publications[key].copy_of for key in tables["articles"]["article_id"].to_pylist()]
    incident_ids = [incident_of[key] for key in tables["events"]["event_id"].to_pylist()]
    return {
        **tables,
        "articles": with_column(tables["articles"], "copy_of", copies),
        "events": with_column(tables["events"], "incident_id", incident_ids),
        "incidents": _in_pieces("incidents", (_incident_row(incident, lexicon) for incident in incidents)),
        "differences": _in_pieces("differences", _difference_rows(incidents)),
    }


def _publications(articles: pa.Table) -> dict[str, Publication]:
    """By id, each article as the publication of its reports; of near-duplicates the first one is the original."""
    columns = ["article_id", "title", "publisher", "publisher_country", "published_start", "published_end"]
    rows = articles.select(columns).to_pylist()
    days = [(a["published_start"] is None, a["published_start"] or a["published_end"]) for a in rows]
    texts = articles["text"]  # read one by one, since all texts together may not fit into memory
    by_day = sorted(range(len(rows)), key=days.__getitem__)
    copy_of = near_duplicates((rows[at]["article_id"], texts[at].as_py()) for at in by_day)
    return {
        a["article_id"]: Publication(
            a["publisher"] or a["title"] or a["article_id"],
            a["publisher"],
            copy_of.get(a["article_id"]),
            a["published_start"],
            a["published_end"],
            a["publisher_country"],
        )
        for a in rows
    }


def _reports(tables: Mapping[str, pa.Table]) -> Iterator[Report]:
    """Yield each row of ``events`` as a report, with the countries of its parties and the words at its trigger.

    Equal values are one object: of a million events they would take gigabytes.
    """
    countries = _countries_by_event(tables["event_actors"])
    speakers = _country_by_actor(tables["actors"])
    sentences = _sentences_with_events(tables)
    known: dict[Any, Any] = {None: None}
    for row in chain.from_iterable(batch.to_pylist() for batch in tables["events"].to_batches()):
        end, text = sentences[row["article_id"], row["sentence"]]
        begin = len(text) - (end - row["start"])
        sources, targets = countries.get(row["event_id"], (_NOBODY, _NOBODY))
        yield Report(
            event_id=row["event_id"],
            words=text[begin : begin + row["end"] - row["start"] + _WORDS_AFTER],
            sources=sources,
            targets=targets,
            killed=_losses(row, "killed"),
            injured=_losses(row, "injured"),
            captured=_captives(row, "captured"),
            handed_over=_captives(row, "handed_over"),
            held=_captives(row, "held"),
            confidence=row["confidence"],
            toll_of=_one(frozenset(filter(None, row["toll_of"].split(";")))),
            sentence=text,
            speakers=_one(frozenset(speakers[key] for key in row["attributed_to"].split(";") if key in speakers)),
            **{name: known.setdefault(row[column], row[column]) for name, column in _AS_IT_IS.items()},
        )


def _sentences_with_events(tables: Mapping[str, pa.Table]) -> dict[tuple[str, int], tuple[int, str]]:
    """By article and number, the end and the text of each sentence that contains an event."""
    keys = ("article_id", "sentence")
    wanted = set(zip(*(tables["events"][name].to_pylist() for name in keys), strict=True))
    found = {}
    for batch in tables["sentences"].select([*keys, "end", "text"]).to_batches():
        columns = (column.to_pylist() for column in batch.columns)
        found.update(
            {(key, at): (end, text) for key, at, end, text in zip(*columns, strict=True) if (key, at) in wanted}
        )
    return found


@lru_cache(maxsize=10_000)
def _one(codes: frozenset[str]) -> frozenset[str]:
    """The codes as a set that all reports with these codes share."""
    return codes


def _losses(row: Mapping[str, Any], what: str) -> Losses:
    return _figure(row[what], row[f"{what}_low"], row[f"{what}_high"], row[f"{what}_kind"])


def _captives(row: Mapping[str, Any], what: str) -> Losses:
    low, high = row[f"{what}_low"], row[f"{what}_high"]
    return _figure(high if low is None else low, low, high, "increment")


@lru_cache(maxsize=10_000)
def _figure(number: int | None, low: int | None, high: int | None, kind: str) -> Losses:
    return Losses(number, low, high, kind)


def _country_by_actor(actors: pa.Table) -> dict[str, str]:
    """By id, the country or side for which an actor speaks; actors of no country, and media, are left out."""
    pairs = zip(actors["actor_id"].to_pylist(), actors["country"].to_pylist(), strict=True)
    return {key: country for key, country in pairs if country and country not in ("UNK", "MED", "CIV")}


def _countries_by_event(event_actors: pa.Table) -> dict[str, tuple[frozenset[str], frozenset[str]]]:
    """The known countries of each event's sources and of its targets, by event_id."""
    found: dict[str, tuple[frozenset[str], frozenset[str]]] = {}
    for batch in event_actors.select(["event_id", "role", "country"]).to_batches():
        for event_id, role, country in zip(*(column.to_pylist() for column in batch.columns), strict=True):
            if role in ("source", "target") and country and country != "UNK":
                sources, targets = found.get(event_id, (_NOBODY, _NOBODY))
                sides = (sources | {country}, targets) if role == "source" else (sources, targets | {country})
                found[event_id] = _pair(*sides)
    return found


@lru_cache(maxsize=10_000)
def _pair(sources: frozenset[str], targets: frozenset[str]) -> tuple[frozenset[str], frozenset[str]]:
    """The countries of both sides as a pair that all events with these share."""
    return _one(sources), _one(targets)


def _incident_row(incident: Incident, lexicon: Lexicon) -> dict[str, Any]:
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
        **_toll(incident),
        "told_by": incident.told_by,
        "tellers": list(incident.tellers),
        "claimed_by": list(incident.claimed_by),
        "denied_by": list(incident.denied_by),
        "differences": [difference.text for difference in incident.differences],
        "linked_by": list(incident.linked_by),
        "part_of": incident.part_of,
        "corrected": [],
    }


def _toll(incident: Incident) -> dict[str, int | None]:
    """The lowest, the best supported and the highest number of each kind of toll, by column."""
    return {
        f"{what}_{bound}": getattr(getattr(incident, what), bound)
        for what in get_args(What)
        for bound in ("min", "best", "max")
    }


def _difference_rows(incidents: Iterable[Incident]) -> Iterator[dict[str, Any]]:
    for incident in incidents:
        for difference in incident.differences:
            yield {
                "incident_id": incident.incident_id,
                "about": difference.about,
                "text": difference.text,
                "event_id": difference.event_id,
                "other_event_id": difference.other_event_id,
            }


def _in_pieces(name: str, rows: Iterator[dict[str, Any]]) -> pa.Table:
    """Rows as the table ``name``, some at a time, because as Python objects they need many times the memory."""
    pieces = iter(lambda: list(islice(rows, _ROWS_AT_ONCE)), [])
    return pa.concat_tables([store.table(name, []), *(store.table(name, piece) for piece in pieces)])
