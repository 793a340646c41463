"""One article's annotation compared with its coding: events, day, text and mentions, each scored separately.

In: a ``Gold`` article and its coding. Out: frozen scores, which evaluate.py adds up.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from contactline.lexicon import Lexicon, unlisted
from contactline.quality.comparable import (
    names,
    place_name,
    plain_name,
    plain_text,
    share_in_order,
    words,
    words_around_trigger,
)
from contactline.quality.gold import Gold
from contactline.quality.matching import best_matching
from contactline.records import CodedArticle, Event

_ENOUGH_WORDS = 0.6  # least share of the gold's words in an excerpt for both to be the same event
_BODY_WORDS = 8  # a line with fewer words may be a heading, so it does not have to be kept
_KEPT_SHARE = 0.95
_FACT_LINE = re.compile(r"\s*(?:by|author|title|post_title)\b", re.IGNORECASE)
_EITHER_STATUS = (7, 92)  # days before the article between which reported and background are both accepted


@dataclass(frozen=True, slots=True)
class Pair:
    """A gold event and a predicted one, and which of its fields are right. ``score`` is 0 where they cannot be
    the same.
    """

    score: float
    date: bool
    near: bool
    place: bool
    actors: bool
    parties: float
    status: bool
    killed: bool

    @property
    def strict(self) -> bool:
        """Whether date, place, actors and status are all right."""
        return self.date and self.place and self.actors and self.status


@dataclass(frozen=True, slots=True)
class EventScores:
    """The scores of an article's events. Events that the gold calls optional are counted nowhere.

    ``wanted``: the types of the gold's events. ``hit``: the types of those that were found. ``pairs``: what is
    right of those. ``predicted``: for each predicted event its confidence, and whether the gold has it.
    ``misses``: lines that say what is wrong.
    """

    wanted: tuple[str, ...]
    hit: tuple[str, ...]
    pairs: tuple[Pair, ...]
    predicted: tuple[tuple[float, bool], ...]
    misses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TextScores:
    """``noise``: for each noise line, whether it was removed. ``body``: for each other line, whether it was
    kept.
    """

    noise: tuple[bool, ...]
    body: tuple[bool, ...]
    misses: tuple[str, ...]


# --- events


def score_events(gold: Gold, coded: CodedArticle, lexicon: Lexicon) -> EventScores:
    """Pair the gold's events with the predicted ones so that the total score is greatest, and score the pairs."""
    wanted = gold.facts["events"]
    table = [[pair(gold, fact, event, coded, lexicon) for event in coded.events] for fact in wanted]
    column_of = best_matching([[found.score for found in row] for row in table])
    row_of = {column: row for row, column in column_of.items()}
    needed = [row for row, fact in enumerate(wanted) if not fact.get("optional")]
    counted = [
        column
        for column in range(len(coded.events))
        if column not in row_of or not wanted[row_of[column]].get("optional")
    ]
    return EventScores(
        wanted=tuple(wanted[row]["type"] for row in needed),
        hit=tuple(wanted[row]["type"] for row in needed if row in column_of),
        pairs=tuple(table[row][column_of[row]] for row in needed if row in column_of),
        predicted=tuple((coded.events[column].confidence, column in row_of) for column in counted),
        misses=(
            *(line for row in needed for line in _gold_line(gold, row, table[row], column_of, coded, lexicon)),
            *(_invented_line(gold, coded, column, lexicon) for column in counted if column not in row_of),
        ),
    )


def pair(gold: Gold, fact: Mapping[str, Any], event: Event, coded: CodedArticle, lexicon: Lexicon) -> Pair:
    """Which fields of a predicted event agree with an annotated one; see ``Pair``."""
    excerpts = [words_around_trigger(_sentence(coded, event.sentence), event.trigger)]
    excerpts += [words_around_trigger(_sentence(coded, index), "") for index in event.other_sentences]
    span = max(share_in_order(words(fact["quote"]), excerpt) for excerpt in excerpts)
    exact, near = _dates(fact, event)
    place = place_name(names(lexicon).get(event.place_id or "", ""), lexicon)
    placed = place in [place_name(name, lexicon) for name in (fact["place"], *fact.get("alt_places", []))]
    actors, parties = _parties(fact, event)
    status = event.status == fact["status"] or _either_status(gold, fact, event)
    killed = event.killed in (fact.get("killed"), *fact.get("alt_killed", []))
    same = event.type in (fact["type"], *fact.get("alt", [])) and span >= _ENOUGH_WORDS
    named = bool(words(event.trigger)) and share_in_order(words(event.trigger), words(fact["quote"])) == 1.0
    score = 10 + 2 * exact + near + placed + parties + span + status + actors + 0.5 * killed + 2 * named
    if not fact.get("optional"):
        score += 100  # required events are paired before optional ones
    return Pair(score if same else 0.0, exact, near, placed, actors, parties, status, killed)


def _dates(fact: Mapping[str, Any], event: Event) -> tuple[bool, bool]:
    """Whether an event's days are exactly those of the gold, and whether they overlap with them."""
    start, end = event.when.start, event.when.end or event.when.start
    mine = (start.isoformat() if start else None, end.isoformat() if end else None)
    ranges = [(fact["date_start"], fact["date_end"]), *map(tuple, fact.get("alt_dates", []))]
    exact = mine in ranges
    overlap = any(r[0] and mine[0] and mine[1] and r[0] <= mine[1] and mine[0] <= r[1] for r in ranges)
    return exact, exact or overlap


def _parties(fact: Mapping[str, Any], event: Event) -> tuple[bool, float]:
    """Whether the parties are those of the gold (of a two-sided event in either role), and the share that
    agrees.
    """
    sources = {p.country for p in event.parties if p.role == "source"} - {"UNK", ""}
    targets = {p.country for p in event.parties if p.role == "target"} - {"UNK", ""}
    right, most = False, 0.0
    for gold_sources, gold_targets in [(fact["source"], fact["target"]), *fact.get("alt_actors", [])]:
        source, target = set(gold_sources) - {"UNK"}, set(gold_targets) - {"UNK"}
        both, mine = source | target, sources | targets
        most = max(most, len(both & mine) / len(both | mine) if both | mine else 1.0)
        two_sided = source & target or not target or event.type == "CONSULT"
        right |= mine == both if two_sided else (sources, targets) == (source, target)
    return right, most


def _either_status(gold: Gold, fact: Mapping[str, Any], event: Event) -> bool:
    """Whether both reported and background are accepted: from a week to three months before the article."""
    if {event.status, fact["status"]} != {"reported", "background"}:
        return False
    if not fact["date_end"] or not gold.published:
        return True
    first, last = _EITHER_STATUS
    return first <= (gold.published - date.fromisoformat(fact["date_end"])).days <= last


def _gold_line(
    gold: Gold,
    row: int,
    pairs: list[Pair],
    column_of: Mapping[int, int],
    coded: CodedArticle,
    lexicon: Lexicon,
) -> Iterator[str]:
    """Yield a line on an annotated event that was missed or is partly wrong; nothing where all of it is right."""
    fact = gold.facts["events"][row]
    sides = f"{'+'.join(fact['source'])}>{'+'.join(fact['target'])}"
    shown = (
        f"{gold.article.article_id} {fact['type']:9} {fact['date_start']} {sides} {fact['place']} {fact['status']}"
    )
    if row not in column_of:
        yield f"MISSED   {shown} | {fact['quote']}"
    elif not (found := pairs[column_of[row]]).strict:
        wrong = [name for name in ("date", "place", "actors", "status") if not getattr(found, name)]
        got = _shown(coded.events[column_of[row]], lexicon)
        yield f"HALF     {shown} | wrong {', '.join(wrong)}: {got} | {fact['quote']}"


def _invented_line(gold: Gold, coded: CodedArticle, column: int, lexicon: Lexicon) -> str:
    event = coded.events[column]
    excerpt = _sentence(coded, event.sentence)[:140]
    return f"INVENTED {gold.article.article_id} {_shown(event, lexicon)} | {excerpt}"


def _shown(event: Event, lexicon: Lexicon) -> str:
    sides = [
        ",".join(sorted({p.country for p in event.parties if p.role == role})) for role in ("source", "target")
    ]
    place = names(lexicon).get(event.place_id or "")
    days = f"{event.when.start}..{event.when.end}"
    return f"{event.type} {days} {'>'.join(sides)} {place} {event.status} {event.trigger!r}"


def _sentence(coded: CodedArticle, index: int) -> str:
    sentence = coded.document.sentences[index]
    return coded.document.text[sentence.start : sentence.end]


# --- day, text, mentions


def score_day(gold: Gold, coded: CodedArticle) -> tuple[int | None, str]:
    """By how many days the article's day is wrong (None where no day was found), and a line of text unless it is
    right.

    Only called for articles whose day the annotator gives.
    """
    day, right = coded.published.day, gold.published
    assert right is not None
    if day == right:
        return 0, ""
    got = f"{day or 'no day claimed'} ({coded.published.basis})"
    return abs((day - right).days) if day else None, f"DATE     {gold.article.article_id} {got}, want {right}"


def score_text(gold: Gold, coded: CodedArticle) -> TextScores:
    """Check line by line whether noise was removed and the body kept. Lines with facts about the page are not
    judged.
    """
    clean = plain_text(coded.document.text)
    title = plain_text(gold.facts.get("title") or "")
    noise = {line.strip() for line in gold.facts.get("noise", ())}
    noisy = {plain_text(line) for line in noise}
    lines = [line.strip() for line in str(gold.facts["text"]).split("\n") if line.strip()]
    body = " \n ".join(plain_text(line) for line in lines if line not in noise)
    removed: list[tuple[str, bool]] = []
    kept: list[tuple[str, bool]] = []
    for line in lines:
        plain = plain_text(line)
        if len(plain) < 3 or plain == title or _FACT_LINE.match(line):
            continue
        if plain not in noisy:
            if len(plain.split()) >= _BODY_WORDS:
                share = 1.0 if plain in clean else share_in_order(plain.split(), clean.split())
                kept.append((line, share > _KEPT_SHARE))
        elif plain not in body:  # a line that is also in the body cannot be judged
            removed.append((line, plain not in clean))
    key = gold.article.article_id
    return TextScores(
        noise=tuple(right for _, right in removed),
        body=tuple(right for _, right in kept),
        misses=(
            *(f"NOISE    {key} kept: {line[:120]}" for line, right in removed if not right),
            *(f"BODY     {key} lost: {line[:120]}" for line, right in kept if not right),
        ),
    )


def score_mentions(
    gold: Gold, coded: CodedArticle, asked_persons: Iterable[str], lexicon: Lexicon
) -> Iterator[tuple[str, int, int]]:
    """For each name of an actor or place yield its kind, and the smaller and the larger of its two numbers of
    mentions.

    Actors that the gold lacks count only if they are in ``asked_persons``: other actors were not annotated.
    """
    by_id, asked = {**names(lexicon), **unlisted.names(coded.mentions)}, frozenset(asked_persons)
    for kind, key in (("actor", "actors"), ("place", "places")):
        want: Counter[str] = Counter()
        for name, count in gold.facts.get(key, {}).items():
            want[place_name(name, lexicon) if kind == "place" else plain_name(name)] += count
        got = Counter(
            place_name(by_id.get(m.ref, ""), lexicon) if kind == "place" else plain_name(by_id.get(m.ref, ""))
            for m in coded.mentions
            if m.kind == kind and m.form == "name" and m.ref
        )
        for name in want.keys() | got.keys():
            if kind == "place" or name in want or name in asked:
                yield kind, min(want[name], got[name]), max(want[name], got[name])
