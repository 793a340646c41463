"""The columns of the stored tables and their types, shared by the stages that write them and the dashboard."""

from __future__ import annotations

from collections.abc import Mapping

import pyarrow as pa

VERSION = 4
"""The version of the tables' schema. Tables of another version are not read but built again."""

_STRINGS = pa.list_(pa.string())
_NUMBERS = pa.list_(pa.int32())


def _schema(columns: Mapping[str, pa.DataType]) -> pa.Schema:
    return pa.schema([pa.field(name, kind) for name, kind in columns.items()])


SCHEMAS: dict[str, pa.Schema] = {
    "articles": _schema(
        {
            "article_id": pa.string(),
            "title": pa.string(),
            "publisher": pa.string(),
            "publisher_country": pa.string(),
            "author": pa.string(),
            "url": pa.string(),
            "language": pa.string(),
            "published": pa.date32(),
            "published_start": pa.date32(),
            "published_end": pa.date32(),
            "published_precision": pa.string(),
            "published_basis": pa.string(),
            "published_evidence": pa.string(),
            "published_likeliest": pa.date32(),
            "text": pa.string(),
            "noise_chars": pa.int32(),
            "sentences": pa.int32(),
            "copy_of": pa.string(),
            "warnings": _STRINGS,
            "origin": pa.string(),
            "digest": pa.string(),
        }
    ),
    "sentences": _schema(
        {
            "article_id": pa.string(),
            "sentence": pa.int32(),
            "start": pa.int32(),
            "end": pa.int32(),
            "text": pa.string(),
        }
    ),
    "mentions": _schema(
        {
            "article_id": pa.string(),
            "sentence": pa.int32(),
            "start": pa.int32(),
            "end": pa.int32(),
            "text": pa.string(),
            "kind": pa.string(),
            "form": pa.string(),
            "ref": pa.string(),
            "country": pa.string(),
            "candidates": _STRINGS,
            "note": pa.string(),
        }
    ),
    "events": _schema(
        {
            "event_id": pa.string(),
            "article_id": pa.string(),
            "sentence": pa.int32(),
            "start": pa.int32(),
            "end": pa.int32(),
            "trigger": pa.string(),
            "type": pa.string(),
            "mode": pa.string(),
            "label": pa.string(),
            "quad": pa.string(),
            "score": pa.float64(),
            "date_start": pa.date32(),
            "date_end": pa.date32(),
            "date_precision": pa.string(),
            "date_basis": pa.string(),
            "date_text": pa.string(),
            "place_id": pa.string(),
            "place_basis": pa.string(),
            "status": pa.string(),
            "attributed_to": pa.string(),
            "killed": pa.int32(),
            "injured": pa.int32(),
            "toll_text": pa.string(),
            "killed_low": pa.int32(),
            "killed_high": pa.int32(),
            "killed_kind": pa.string(),
            "injured_low": pa.int32(),
            "injured_high": pa.int32(),
            "injured_kind": pa.string(),
            "captured_low": pa.int32(),
            "captured_high": pa.int32(),
            "handed_over_low": pa.int32(),
            "handed_over_high": pa.int32(),
            "held_low": pa.int32(),
            "held_high": pa.int32(),
            "toll_of": pa.string(),
            "toll_as_of": pa.date32(),
            "confidence": pa.float64(),
            "pattern_id": pa.string(),
            "incident_id": pa.string(),
            "other_sentences": _NUMBERS,
            "corrected": _STRINGS,
        }
    ),
    "event_actors": _schema(
        {
            "event_id": pa.string(),
            "role": pa.string(),
            "actor_id": pa.string(),
            "country": pa.string(),
            "text": pa.string(),
            "start": pa.int32(),
            "end": pa.int32(),
            "basis": pa.string(),
        }
    ),
    "incidents": _schema(
        {
            "incident_id": pa.string(),
            "type": pa.string(),
            "mode": pa.string(),
            "label": pa.string(),
            "date_start": pa.date32(),
            "date_end": pa.date32(),
            "date_precision": pa.string(),
            "place_id": pa.string(),
            "countries": _STRINGS,
            "articles": pa.int32(),
            "events": pa.int32(),
            "publishers": pa.int32(),
            "killed_min": pa.int32(),
            "killed_best": pa.int32(),
            "killed_max": pa.int32(),
            "injured_min": pa.int32(),
            "injured_best": pa.int32(),
            "injured_max": pa.int32(),
            "captured_min": pa.int32(),
            "captured_best": pa.int32(),
            "captured_max": pa.int32(),
            "handed_over_min": pa.int32(),
            "handed_over_best": pa.int32(),
            "handed_over_max": pa.int32(),
            "held_min": pa.int32(),
            "held_best": pa.int32(),
            "held_max": pa.int32(),
            "told_by": pa.string(),
            "tellers": _STRINGS,
            "claimed_by": _STRINGS,
            "denied_by": _STRINGS,
            "differences": _STRINGS,
            "linked_by": _STRINGS,
            "part_of": pa.string(),
            "corrected": _STRINGS,
        }
    ),
    "differences": _schema(
        {
            "incident_id": pa.string(),
            "about": pa.string(),
            "text": pa.string(),
            "event_id": pa.string(),
            "other_event_id": pa.string(),
        }
    ),
    "actors": _schema(
        {
            "actor_id": pa.string(),
            "name": pa.string(),
            "kind": pa.string(),
            "country": pa.string(),
            "part": pa.string(),
            "wikidata": pa.string(),
            "source": pa.string(),
            "licence": pa.string(),
            "confidence": pa.string(),
            "note": pa.string(),
        }
    ),
    "actor_roles": _schema(
        {
            "actor_id": pa.string(),
            "country": pa.string(),
            "role": pa.string(),
            "since": pa.date32(),
            "until": pa.date32(),
            "source": pa.string(),
            "confidence": pa.string(),
        }
    ),
    "places": _schema(
        {
            "place_id": pa.string(),
            "name": pa.string(),
            "name_other": pa.string(),
            "kind": pa.string(),
            "extent": pa.string(),
            "country": pa.string(),
            "admin": pa.string(),
            "lat": pa.float64(),
            "lon": pa.float64(),
            "radius_km": pa.float64(),
            "source": pa.string(),
            "licence": pa.string(),
            "confidence": pa.string(),
            "external_id": pa.string(),
            "note": pa.string(),
        }
    ),
    "noise": _schema(
        {
            "article_id": pa.string(),
            "start": pa.int32(),
            "end": pa.int32(),
            "text": pa.string(),
            "reason": pa.string(),
        }
    ),
    "uncoded": _schema({"article_id": pa.string(), "sentence": pa.int32()}),
    "corrections": _schema(
        {
            "when": pa.string(),
            "what": pa.string(),
            "field": pa.string(),
            "value": pa.string(),
            "why": pa.string(),
            "fingerprint": pa.string(),
            "state": pa.string(),
            "article_id": pa.string(),
            "event_id": pa.string(),
        }
    ),
}
SCHEMAS["coded_events"] = SCHEMAS["events"]
SCHEMAS["coded_parties"] = SCHEMAS["event_actors"]
"""The columns of each table, in order. ``noise`` has offsets of the raw text; ``digest`` tells what an article was
coded from; ``origin`` is the file and row that it was read from.

Of a toll, ``killed`` is the number that the text gives (of a range the lower), ``killed_low`` and ``killed_high``
are its bounds, null where the text leaves one open ("at least 5": 5 and null; "dozens": null throughout), and
``killed_kind`` is increment (whom the event alone cost), total (all so far, or since some day) or "" (untold);
likewise ``injured``. ``captured`` counts people taken, ``handed_over`` prisoners or bodies released or exchanged,
``held`` prisoners who are in captivity then (they may have been taken long before).
``toll_of`` says of whom as far as the text tells, separated by ";": soldiers, civilians, prisoners, bodies, then
codes of countries ("soldiers;ARM"). ``toll_as_of`` is the day up to which a running total counts.

``basis`` of a party: of ``records.BASES``.

``publisher_country`` of an article: where it was published (publishers.csv: a code of countries.csv, or OSC and
the like for bodies of no state), "" where that is not known.

Of an incident, ``killed_min``, ``_best`` and ``_max`` are the lowest number that a report gives, the best placed
one (what most independent publishers tell; of several the latest) and the highest; null where there are only
words, or nothing. They count the same people in the same way: of several groups (soldiers and civilians, a running
total and what one day cost) the one that most reports tell, of as many the widest. Likewise ``injured``,
``captured``, ``handed_over`` and ``held``. Near-duplicates do not count.
``tellers`` are those whose word it is, as codes in alphabetical order: of a claim its speaker, of any other report
the country where it was published; who denies it does not tell it. ``told_by`` sums them up: "both sides" (of
the conflict, NKR on Armenia's), "one side", "one side and third parties", "third parties", "unknown" where no
teller is known. ``claimed_by`` and ``denied_by`` are the codes of the speakers who claim it, and who deny it.
``differences`` are sentences on what its reports do not agree on, each beginning with what it is about; the table
``differences`` has them one a row: ``about`` is toll, day, place, who or whether, ``event_id`` and
``other_event_id`` are two reports that differ.

``corrected`` names the fields of an event or incident that a reader has put right; ``corrections`` lists each
correction with its state (``corrections.resolution``), and with the event that it means today. ``coded_events``
and ``coded_parties`` hold the rows of ``events`` and ``event_actors`` that corrections changed or rejected, as
they were coded."""

CODED_TABLES = ("coded_events", "coded_parties")
"""The tables with rows as coded, before corrections changed them."""

ARTICLE_TABLES = ("articles", "sentences", "mentions", "events", "event_actors", "noise", "uncoded")
"""The tables whose rows belong to one article each."""
