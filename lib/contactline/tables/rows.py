"""Rows of the stored tables made from what was found in an article. Nothing is decided here."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from contactline.lexicon import Lexicon, derived
from contactline.lexicon.publishers import publisher_country
from contactline.records import CodedArticle, Document, Event, Figure, Toll
from contactline.tables.schemas import ARTICLE_TABLES, SCHEMAS

Row = dict[str, Any]
Rows = dict[str, list[Row]]
"""Rows by table, for the tables with rows of single articles (``schemas.ARTICLE_TABLES``)."""


@dataclass(frozen=True, slots=True)
class Kind:
    """The ontology's entry for a type and mode of event."""

    label: str
    quad: str
    score: float | None


@derived
def _kinds(lexicon: Lexicon) -> Mapping[tuple[str, str], Kind]:
    return {
        (row["type"], row.get("mode", "")): Kind(
            row["label"], row["quad"], float(row["score"]) if row.get("score") else None
        )
        for row in lexicon.rows("ontology")
    }


def kind(type_: str, mode: str, lexicon: Lexicon) -> Kind:
    """Return label, class and score of a type and mode; a mode that is not listed has those of its type."""
    kinds = _kinds(lexicon)
    return kinds.get((type_, mode)) or kinds.get((type_, "")) or Kind(type_.capitalize(), "", None)


def article_rows(coded: CodedArticle, digest: str, lexicon: Lexicon) -> Rows:
    """Return all rows of one article, by table. Ids of incidents and copies are filled in later, by linking."""
    document = coded.document
    key = document.article.article_id
    starts = [sentence.start for sentence in document.sentences]
    ids = event_ids(key, coded.events)
    rows: Rows = {name: [] for name in ARTICLE_TABLES}
    rows["articles"].append(_article(coded, digest, lexicon))
    rows["sentences"] = [
        {
            "article_id": key,
            "sentence": s.index,
            "start": s.start,
            "end": s.end,
            "text": document.text[s.start : s.end],
        }
        for s in document.sentences
    ]
    rows["noise"] = [
        {"article_id": key, "start": n.start, "end": n.end, "text": n.text, "reason": n.reason}
        for n in document.noise
    ]
    rows["uncoded"] = [{"article_id": key, "sentence": index} for index in coded.uncoded]
    for event_id, event in zip(ids, coded.events, strict=True):
        rows["events"].append(_event(event_id, key, event, lexicon))
        rows["event_actors"].extend(
            {
                "event_id": event_id,
                "role": party.role,
                "actor_id": party.actor_id,
                "country": party.country,
                "text": party.text,
                "start": party.start,
                "end": party.end,
                "basis": party.basis,
            }
            for party in event.parties
        )
    mentions = [*_names(coded), *_dates(coded), *_triggers(coded, ids)]
    for row in sorted(mentions, key=lambda r: (r["start"], r["end"])):
        row["article_id"] = key
        row["sentence"] = max(0, bisect_right(starts, row["start"]) - 1)
        rows["mentions"].append(row)
    return rows


def event_ids(article_id: str, events: tuple[Event, ...]) -> list[str]:
    """Return an id for each event: the article's id and a running number from 1."""
    return [f"{article_id}-{number:02}" for number in range(1, len(events) + 1)]


def lexicon_rows(lexicon: Lexicon) -> Rows:
    """Return the lexicon's actors, their roles, and its places as rows, by table."""
    return {
        "actors": [
            {name: row.get(name, "") for name in SCHEMAS["actors"].names} for row in lexicon.rows("actors")
        ],
        "actor_roles": [_role(row) for row in lexicon.rows("actor_roles")],
        "places": [_place(row) for row in lexicon.rows("places")],
    }


def _place(row: Mapping[str, str]) -> Row:
    cells: Row = {name: row.get(name, "") for name in SCHEMAS["places"].names}
    for name in ("lat", "lon", "radius_km"):
        cells[name] = float(cells[name]) if cells[name] else None
    return cells


def _role(row: Mapping[str, str]) -> Row:
    cells: Row = {name: row.get(name, "") for name in SCHEMAS["actor_roles"].names}
    for name in ("since", "until"):
        cells[name] = date.fromisoformat(cells[name]) if cells[name] else None
    return cells


def _article(coded: CodedArticle, digest: str, lexicon: Lexicon) -> Row:
    document, published = coded.document, coded.published
    article = document.article
    return {
        "article_id": article.article_id,
        "title": document.title,
        "publisher": article.publisher,
        "publisher_country": publisher_country(article.publisher, article.url, lexicon),
        "author": article.author,
        "url": article.url,
        "language": document.language,
        "published": published.day,
        "published_start": published.interval.start,
        "published_end": published.interval.end,
        "published_precision": published.interval.precision,
        "published_basis": published.basis,
        "published_evidence": published.evidence,
        "published_likeliest": published.likeliest,
        "text": document.text,
        "noise_chars": _noise_chars(document),
        "sentences": len(document.sentences),
        "copy_of": None,
        "warnings": [*document.warnings, *published.warnings],
        "origin": article.origin,
        "digest": digest,
    }


def _noise_chars(document: Document) -> int:
    return sum(len(noise.text) for noise in document.noise)


def _event(event_id: str, article_id: str, event: Event, lexicon: Lexicon) -> Row:
    meaning = kind(event.type, event.mode, lexicon)
    return {
        "event_id": event_id,
        "article_id": article_id,
        "sentence": event.sentence,
        "start": event.start,
        "end": event.end,
        "trigger": event.trigger,
        "type": event.type,
        "mode": event.mode,
        "label": meaning.label,
        "quad": meaning.quad,
        "score": meaning.score,
        "date_start": event.when.start,
        "date_end": event.when.end,
        "date_precision": event.when.precision,
        "date_basis": event.date_basis,
        "date_text": event.date_text,
        "place_id": event.place_id,
        "place_basis": event.place_basis,
        "status": event.status,
        "attributed_to": event.attributed_to,
        "killed": event.killed,
        "injured": event.injured,
        "toll_text": event.toll_text,
        **_toll(event.toll),
        "confidence": event.confidence,
        "pattern_id": event.pattern_id,
        "incident_id": None,
        "other_sentences": list(event.other_sentences),
        "corrected": [],
    }


def _toll(toll: Toll) -> Row:
    """The columns of a toll other than its two numbers."""
    cells: Row = {}
    for name in ("killed", "injured", "captured", "handed_over", "held"):
        figure: Figure = getattr(toll, name)
        cells[f"{name}_low"], cells[f"{name}_high"] = figure.low, figure.high
    cells["killed_kind"], cells["injured_kind"] = toll.killed.kind, toll.injured.kind
    return cells | {"toll_of": ";".join(toll.of), "toll_as_of": toll.as_of}


def _names(coded: CodedArticle) -> list[Row]:
    return [
        {
            "start": m.start,
            "end": m.end,
            "text": m.text,
            "kind": m.kind,
            "form": m.form,
            "ref": m.ref,
            "country": m.country,
            "candidates": list(m.candidates),
            "note": m.note,
        }
        for m in coded.mentions
    ]


def _dates(coded: CodedArticle) -> list[Row]:
    """Date expressions as rows of mentions: the column form has their kind, note where their value comes from."""
    return [
        {
            "start": t.start,
            "end": t.end,
            "text": t.text,
            "kind": "date",
            "form": t.kind,
            "ref": t.value or None,
            "country": "",
            "candidates": [],
            "note": t.basis,
        }
        for t in coded.timexes
    ]


def _triggers(coded: CodedArticle, ids: list[str]) -> list[Row]:
    return [
        {
            "start": e.start,
            "end": e.end,
            "text": e.trigger,
            "kind": "event",
            "form": "",
            "ref": event_id,
            "country": "",
            "candidates": [],
            "note": e.pattern_id,
        }
        for event_id, e in zip(ids, coded.events, strict=True)
    ]
