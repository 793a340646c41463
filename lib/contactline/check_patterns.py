"""The pattern table checks itself: every row's example must code as the row says."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from contactline import coding, lexicon, names, parsing, patterns, sentences
from contactline.records import UNKNOWN, Article, Document, Event, Published

LONGEST = 13
"""Alternatives that a frame may list; more of them are a class of words, with a name that says what they share."""

_UNDATED = Published(None, UNKNOWN, "unknown", "")


def faults(directory: Path = lexicon.DIRECTORY) -> list[str]:
    """All faults of patterns.csv, each with its row; none where the table is sound.

    A row's ``expect`` reads "TYPE SOURCE>TARGET": country codes joined by "+", an empty side is not looked
    at; "-" says that the example holds no event (rows of type NONE, which keep other patterns from firing).
    """
    found: list[str] = []
    seen: dict[str, int] = {}
    try:
        table = patterns.load(directory)
    except (KeyError, ValueError) as error:
        return [str(error)]
    types = {row["type"] for row in lexicon.rows("ontology", directory)}
    modes = {(row["type"], row["mode"]) for row in lexicon.rows("ontology", directory)}
    found.extend(_long_frames(directory))
    for pattern in table.all:
        where = f"patterns.csv row {pattern.row} ({pattern.pattern_id})"
        if pattern.pattern_id in seen:
            found.append(f"{where}: the id stands in row {seen[pattern.pattern_id]} already")
        seen[pattern.pattern_id] = pattern.row
        if pattern.type != "NONE" and (pattern.type not in types or (pattern.type, pattern.mode) not in modes):
            found.append(f"{where}: {pattern.type} {pattern.mode} is not in ontology.csv")
        if not pattern.triggers:
            found.append(f"{where}: no trigger")
        if not pattern.example or not pattern.expect:
            found.append(f"{where}: an example and what it codes as are missing")
            continue
        found.extend(f"{where}: {fault}" for fault in _example(pattern, directory))
    return found


def _long_frames(directory: Path) -> Iterator[str]:
    for row in lexicon.rows("patterns", directory):
        for condition in row["frame"].split():
            if condition.count("|") >= LONGEST:
                slot = condition.partition("=")[0]
                yield (
                    f"patterns.csv row {row['#line']} ({row['pattern_id']}): {slot} lists more than {LONGEST} "
                    "alternatives: give them a name in word_classes.csv"
                )


def coded(text: str, directory: Path = lexicon.DIRECTORY) -> tuple[Event, ...]:
    """The events of a few plain sentences without a date, as the whole path codes them."""
    document = Document(Article("example", text), text, text, ((0, 0, len(text)),), (), sentences.split(text))
    mentions = names.find(document, directory)
    parses = parsing.parse(document, mentions, (), coding.candidates(document, directory), directory)
    return coding.code(document, _UNDATED, (), mentions, parses, directory)[0]


def _example(pattern: patterns.Pattern, directory: Path) -> Iterator[str]:
    events = coded(pattern.example, directory)
    if pattern.expect == "-":
        if events:
            yield f"example {pattern.example!r}: expected no event, got {_shown(events)}"
        return
    wanted, _, sides = pattern.expect.partition(" ")
    source, _, target = sides.partition(">")
    for event in events:
        if event.pattern_id != pattern.pattern_id or event.type != wanted:
            continue
        if all(
            not side or _codes(event, role) == frozenset(side.split("+"))
            for role, side in (("source", source), ("target", target))
        ):
            return
    yield f"example {pattern.example!r}: expected {pattern.expect}, got {_shown(events) or 'nothing'}"


def _codes(event: Event, role: str) -> frozenset[str]:
    return frozenset(p.country for p in event.parties if p.role == role and p.country)


def _shown(events: tuple[Event, ...]) -> str:
    def side(event: Event, role: str) -> str:
        return "+".join(sorted(_codes(event, role)))

    return "; ".join(f"{e.type} {side(e, 'source')}>{side(e, 'target')} by {e.pattern_id}" for e in events)
