"""The tables of a build linked with one another: near-duplicate articles named, incidents added.

Comes in: the tables of all articles. Goes out: the same tables with ``copy_of`` and ``incident_id`` filled in, and
the tables ``incidents`` and ``differences``. Reads ``ontology`` for the labels and what ``incidents.link`` reads.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain
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

_WORDS_AFTER = 60  # characters after a trigger that still say what it is about


def link_tables(
    tables: Mapping[str, pa.Table], lexicon: Lexicon, moves: Sequence[Move] = ()
) -> dict[str, pa.Table]:
    """The tables (``schemas.ARTICLE_TABLES``, actors, places) with near-duplicates named and incidents added.

    ``moves``: the reports that a reader has taken apart or put together (``moves``).
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
        "incidents": store.table("incidents", [_incident_row(incident, lexicon) for incident in incidents]),
        "differences": store.table("differences", _difference_rows(incidents)),
    }


def _publications(articles: pa.Table) -> dict[str, Publication]:
    """Each article as the publication of its reports, by id; of near-duplicates the first is the original."""
    columns = ["article_id", "title", "publisher", "publisher_country", "published_start", "published_end"]
    rows = articles.select(columns).to_pylist()
    days = [(a["published_start"] is None, a["published_start"] or a["published_end"]) for a in rows]
    texts = articles["text"]  # each is looked at once, since all of them are more than memory may hold
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
    """Each row of ``events`` with the countries of its parties and the words at its trigger."""
    countries = _countries_by_role(tables["event_actors"])
    speakers = _country_by_actor(tables["actors"])
    sentences = _sentences_with_events(tables)
    for row in chain.from_iterable(batch.to_pylist() for batch in tables["events"].to_batches()):
        end, text = sentences[row["article_id"], row["sentence"]]
        begin = len(text) - (end - row["start"])
        sides = countries.get(row["event_id"], {})
        yield Report(
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
            sources=_shared(sides.get("source", ())),
            targets=_shared(sides.get("target", ())),
            status=row["status"],
            killed=_losses(row, "killed"),
            injured=_losses(row, "injured"),
            captured=_captives(row, "captured"),
            handed_over=_captives(row, "handed_over"),
            held=_captives(row, "held"),
            confidence=row["confidence"],
            date_basis=row["date_basis"],
            toll_of=_shared(filter(None, row["toll_of"].split(";"))),
            toll_as_of=row["toll_as_of"],
            sentence=text,
            speakers=_shared(speakers[key] for key in row["attributed_to"].split(";") if key in speakers),
        )


def _sentences_with_events(tables: Mapping[str, pa.Table]) -> dict[tuple[str, int], tuple[int, str]]:
    """The end and the words of each sentence in which an event stands, by article and number."""
    keys = ("article_id", "sentence")
    wanted = set(zip(*(tables["events"][name].to_pylist() for name in keys), strict=True))
    found = {}
    for batch in tables["sentences"].select([*keys, "end", "text"]).to_batches():
        columns = (column.to_pylist() for column in batch.columns)
        found.update(
            {(key, at): (end, text) for key, at, end, text in zip(*columns, strict=True) if (key, at) in wanted}
        )
    return found


def _shared(codes: Iterable[str]) -> frozenset[str]:
    """The codes as a set that all reports with these codes share: a million sets take half a gigabyte."""
    return _one(frozenset(codes))


@lru_cache(maxsize=10_000)
def _one(codes: frozenset[str]) -> frozenset[str]:
    return codes


def _losses(row: Mapping[str, Any], what: str) -> Losses:
    return Losses(row[what], row[f"{what}_low"], row[f"{what}_high"], row[f"{what}_kind"])


def _captives(row: Mapping[str, Any], what: str) -> Losses:
    low, high = row[f"{what}_low"], row[f"{what}_high"]
    return Losses(high if low is None else low, low, high, "increment")


def _country_by_actor(actors: pa.Table) -> dict[str, str]:
    """The side for which an actor speaks, by id; those of no country, and media, are left out."""
    pairs = zip(actors["actor_id"].to_pylist(), actors["country"].to_pylist(), strict=True)
    return {key: country for key, country in pairs if country and country not in ("UNK", "MED", "CIV")}


def _countries_by_role(event_actors: pa.Table) -> dict[str, dict[str, set[str]]]:
    """The known countries of each event's parties: event_id -> role -> codes."""
    found: dict[str, dict[str, set[str]]] = {}
    for row in event_actors.select(["event_id", "role", "country"]).to_pylist():
        if row["country"] and row["country"] != "UNK":
            found.setdefault(row["event_id"], {}).setdefault(row["role"], set()).add(row["country"])
    return found


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
    """The lowest, the best placed and the highest number of each toll, by column."""
    return {
        f"{what}_{bound}": getattr(getattr(incident, what), bound)
        for what in get_args(What)
        for bound in ("min", "best", "max")
    }


def _difference_rows(incidents: Iterable[Incident]) -> list[dict[str, Any]]:
    return [
        {
            "incident_id": incident.incident_id,
            "about": difference.about,
            "text": difference.text,
            "event_id": difference.event_id,
            "other_event_id": difference.other_event_id,
        }
        for incident in incidents
        for difference in incident.differences
    ]
