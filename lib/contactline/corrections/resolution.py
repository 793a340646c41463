"""Which event of the tables each correction applies to, and why one cannot be applied."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from contactline.corrections import values
from contactline.corrections.identity import fingerprints, sentence_mark
from contactline.corrections.record import Correction

APPLIED, CHANGED, NOT_CODED, NO_ARTICLE = "applied", "sentence changed", "event not coded", "no such article"


@dataclass(frozen=True, slots=True)
class Resolved:
    """A correction and the event that it applies to in these tables.

    An event whose trigger has changed is found if one word of the trigger is the same. ``state``: applied;
    sentence changed (the article no longer has the sentence); event not coded (the sentence is there, the event is
    not); no such article. ``event_id``: the event of a correction of an event or incident. ``other_id``: the event
    whose incident is merged with this one. Both are None where the event is not there.
    """

    correction: Correction
    state: str
    article_id: str
    event_id: str | None = None
    other_id: str | None = None


@dataclass(frozen=True, slots=True)
class _Known:
    """What an article contains: event ids by fingerprint, and the marks of all sentences."""

    events: Mapping[str, str]
    sentences: frozenset[str]


def article_of(event_id: str) -> str:
    """The id of the article, with which an event's id begins."""
    return event_id.rpartition("-")[0]


def resolve(tables: Mapping[str, pa.Table], corrections: Sequence[Correction]) -> tuple[Resolved, ...]:
    """Find the event of each correction, in their order. Reads the tables articles, sentences and events."""
    wanted = {c.key if c.kind == "article" else article_of(c.key) for c in corrections}
    wanted |= {article_of(values.other(c.value)[0]) for c in corrections if c.field == "merge"}
    known = _known(tables, wanted)
    return tuple(_resolved(one, known) for one in corrections)


def _resolved(one: Correction, known: Mapping[str, _Known]) -> Resolved:
    if one.kind == "article":
        return Resolved(one, APPLIED if one.key in known else NO_ARTICLE, one.key)
    article_id = article_of(one.key)
    state, event_id = _event(article_id, one.fingerprint, known)
    if one.field != "merge" or state != APPLIED:
        return Resolved(one, state, article_id, event_id)
    other, fingerprint = values.other(one.value)
    state, other_id = _event(article_of(other), fingerprint, known)
    return Resolved(one, state, article_id, event_id, other_id)


def _event(article_id: str, fingerprint: str, known: Mapping[str, _Known]) -> tuple[str, str | None]:
    """The state and the event of a fingerprint in an article."""
    if article_id not in known:
        return NO_ARTICLE, None
    events = known[article_id].events
    if found := events.get(fingerprint):
        return APPLIED, found
    alike = [event_id for mark, event_id in events.items() if _alike(mark, fingerprint)]
    if len(alike) == 1:
        return APPLIED, alike[0]
    there = fingerprint.partition(":")[0] in known[article_id].sentences
    return NOT_CODED if there else CHANGED, None


def _alike(mark: str, other: str) -> bool:
    """Whether two fingerprints are of the same sentence and share a word of their triggers."""
    (sentence, words, *_), (other_sentence, other_words, *_) = mark.split(":"), other.split(":")
    return sentence == other_sentence and not {*words.split("_")}.isdisjoint(other_words.split("_"))


def _known(tables: Mapping[str, pa.Table], article_ids: set[str]) -> dict[str, _Known]:
    """What each of the articles with these ids contains; articles that are not there are left out."""
    wanted = pa.array(sorted(article_ids), pa.string())
    there = set(tables["articles"]["article_id"].to_pylist()) & article_ids
    sentences = _rows(tables["sentences"], wanted, ["article_id", "sentence", "text"])
    texts = {(row["article_id"], row["sentence"]): row["text"] for row in sentences}
    marks: dict[str, set[str]] = {key: set() for key in there}
    for row in sentences:
        marks[row["article_id"]].add(sentence_mark(row["text"]))
    events: dict[str, list[tuple[str, str, str]]] = {key: [] for key in there}
    for row in _rows(tables["events"], wanted, ["article_id", "event_id", "sentence", "trigger"]):
        told = texts.get((row["article_id"], row["sentence"]), "")
        events[row["article_id"]].append((row["event_id"], told, row["trigger"]))
    return {
        key: _Known(
            {mark: event_id for event_id, mark in fingerprints(events[key]).items()}, frozenset(marks[key])
        )
        for key in there
    }


def _rows(table: pa.Table, article_ids: pa.Array, columns: list[str]) -> list[dict[str, Any]]:
    some = table.select(columns).filter(pc.is_in(table["article_id"], article_ids))
    found: list[dict[str, Any]] = some.to_pylist()
    return found
