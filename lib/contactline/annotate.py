"""Standoff annotation: what was found in a text, with the offsets of the text as it was given."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from contactline import cleaning, pipeline
from contactline.lexicon import Lexicon, derived, unlisted
from contactline.records import Article, CodedArticle, Document, Event, Mention, Party

Record = dict[str, Any]


def annotate(articles: Iterable[Article], lexicon: Lexicon) -> Iterator[Record]:
    """Yield one record for each article, in the order of the articles. Nothing is stored.

    In a text whose day is unknown, "on Sunday" has no value. The offsets count characters of the text as given,
    the end excluded. For an HTML page they count characters of the text extracted from it, which the record then
    holds under "text".
    """
    for article in articles:
        yield record(pipeline.code(article, lexicon, infer_day=False), lexicon)


def record(coded: CodedArticle, lexicon: Lexicon) -> Record:
    """Turn one coded article into a record that can be written as JSON: days as "2020-10-04", null where unknown.

    Keys: id, published (value, basis, evidence, likeliest), dates, places, actors and events. The last four
    are lists of spans, each with start, end, text and what is known of the span. An HTML page also has the key
    text. Dates without a value are left out.
    """
    document, published = coded.document, coded.published
    line: Record = {"id": document.article.article_id}
    if document.article.is_html:
        line["text"] = document.raw
    line["published"] = {
        "value": published.day.isoformat() if published.day else None,
        "basis": published.basis,
        "evidence": published.evidence,
        "likeliest": published.likeliest.isoformat() if published.likeliest else None,
    }
    line["dates"] = [
        {**_span(document, t.start, t.end), "value": t.value}
        for t in coded.timexes
        if t.kind in ("date", "age") and t.value
    ]
    named = _names(lexicon) | {("actor", key): name for key, name in unlisted.names(coded.mentions).items()}
    line["places"] = [_named(document, m, named) for m in coded.mentions if m.kind == "place"]
    line["actors"] = [
        {**_named(document, m, named), "country": m.country} for m in coded.mentions if m.kind == "actor"
    ]
    line["events"] = [_event(document, event, lexicon) for event in coded.events]
    return line


@derived
def _names(lexicon: Lexicon) -> dict[tuple[str, str], str]:
    return {
        (kind, row[f"{kind}_id"]): row["name"] for kind in ("actor", "place") for row in lexicon.rows(f"{kind}s")
    }


def _span(document: Document, start: int, end: int) -> Record:
    raw_start, raw_end = cleaning.raw_span(document, start, end)
    return {"start": raw_start, "end": raw_end, "text": document.raw[raw_start:raw_end]}


def _named(document: Document, mention: Mention, names: Mapping[tuple[str, str], str]) -> Record:
    name = names.get((mention.kind, mention.ref)) if mention.ref else None
    return {**_span(document, mention.start, mention.end), "id": mention.ref, "name": name}


def _event(document: Document, event: Event, lexicon: Lexicon) -> Record:
    sentence = document.sentences[event.sentence]
    place = _names(lexicon).get(("place", event.place_id)) if event.place_id else None
    return {
        **_span(document, event.start, event.end),
        "sentence": list(cleaning.raw_span(document, sentence.start, sentence.end)),
        "type": event.type,
        "mode": event.mode,
        "status": event.status,
        "date_start": event.when.start.isoformat() if event.when.start else None,
        "date_end": event.when.end.isoformat() if event.when.end else None,
        "place": place,
        "confidence": event.confidence,
        "source": [_party(document, p) for p in event.parties if p.role == "source"],
        "target": [_party(document, p) for p in event.parties if p.role == "target"],
    }


def _party(document: Document, party: Party) -> Record:
    return {**_span(document, party.start, party.end), "id": party.actor_id, "country": party.country}
