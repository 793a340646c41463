"""Annotated articles: reading a gold file and checking that each line can be scored as intended.

In: a file with one annotated article per line (for example tests/five.jsonl): "id", "text" or "file" (beside the
gold file), what is known of the article, "noise", "places", "actors" and "events". Out: ``Gold`` values.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from contactline import intake
from contactline.lexicon.schema import PLOVER_TYPES
from contactline.records import Article


@dataclass(frozen=True, slots=True)
class Gold:
    """An annotated article: the article itself and the line of the gold file."""

    article: Article
    facts: Mapping[str, Any]

    @property
    def published(self) -> date | None:
        """The day that the annotator gives for the article, None where there is none."""
        value = self.facts.get("published")
        return date.fromisoformat(value) if value else None


def read_gold(path: Path, undated: bool = False) -> list[Gold]:
    """Read the annotated articles of a file in its order; ``undated`` withholds everything but their text.

    Raises intake.InputError, naming the line, for a line that is not an annotated article, for an annotation that
    could not be scored, and for an id that an earlier line has.
    """
    found: dict[str, Gold] = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
        if not line.strip():
            continue
        gold = _gold(line, f"{path}, line {number}", path.parent, undated)
        key = gold.article.article_id
        if key in found:
            raise intake.InputError(f"{path}, line {number}: the id {key!r} has a line already.")
        found[key] = gold
    return list(found.values())


def _gold(line: str, origin: str, folder: Path, undated: bool) -> Gold:
    try:
        facts = json.loads(line)
        facts["events"], facts["id"]
    except (ValueError, KeyError, TypeError) as error:
        raise intake.InputError(f"{origin}: not an annotated article ({error!r}).") from None
    if fault := next(_faults(facts), None):
        raise intake.InputError(f"{origin}, article {facts['id']!r}: {fault}.")
    if "file" in facts:
        facts["text"] = next(intake.read([folder / facts["file"]])).body
    article = intake.row_article({key: value for key, value in facts.items() if value}, origin)
    return Gold(Article(article.article_id, article.body, origin=origin) if undated else article, facts)


def _faults(facts: Mapping[str, Any]) -> Iterator[str]:
    """Yield what in a line's annotation could not be scored as intended."""
    if not isinstance(facts["events"], list) or not all(isinstance(e, dict) for e in facts["events"]):
        yield '"events" is not a list of objects'
        return
    for key in ("places", "actors"):
        if not isinstance(facts.get(key) or {}, dict):
            yield f'"{key}" is not an object of names with their numbers of mentions'
    if not isinstance(facts.get("noise") or [], list):
        yield '"noise" is not a list of lines'
    for number, event in enumerate(facts["events"], 1):
        yield from _event_faults(event, number)


def _event_faults(event: Mapping[str, Any], number: int) -> Iterator[str]:
    for key in ("quote", "type"):
        if not isinstance(event.get(key), str):
            yield f'event {number} has no "{key}"'
    if event.get("type") not in PLOVER_TYPES:
        yield f"event {number} is of the type {event.get('type')!r}, none of {', '.join(PLOVER_TYPES)}"
    for key in ("source", "target"):
        if not isinstance(event.get(key) or [], list):
            yield f'"{key}" of event {number} is not a list of country codes'
    for key in ("date_start", "date_end"):
        if event.get(key) and not _is_day(event[key]):
            yield f'"{key}" of event {number}, {event[key]!r}, is not a date such as 2023-09-20'


def _is_day(value: object) -> bool:
    try:
        return bool(date.fromisoformat(str(value)))
    except ValueError:
        return False
