"""Why a text is coded as it is: names, dates, the parse, the patterns tried, and what each event rests on.

Comes in: a sentence or a few. Goes out: an ``Explanation``, which explain_text.py prints. It is made by the coder
itself: the same functions match the patterns here and in a build, and what each step answers is written down.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from contactline import coding, intake, parsing, pipeline
from contactline.coding import candidates, factuality, roles
from contactline.coding.events import CodedSentence, Finished
from contactline.coding.participants import Actor
from contactline.coding.triggers import Attempt, Matcher, Trigger
from contactline.lexicon import Lexicon, derived
from contactline.lexicon.patterns import Pattern, Patterns
from contactline.lexicon.table import LINE
from contactline.names import mentions
from contactline.names.index import Entry, Hit, fold
from contactline.records import CodedArticle, Event, Interval, Mention, Noise, Sentence, Token

_TABLE_OF = {"place": ("place_names", "place_id"), "actor": ("actor_names", "actor_id")}
_VALUES = 6  # values of a condition that are shown
_SIGNS = {
    "told": "no verb carries it, and it has no date of its own",
    "passive": "it is not passive",
    "not": "it is not negated",
    "any": "no such word hangs on it",
    "head": "it hangs on another word",
}
"""What is wrong where a condition on one of these does not hold: they name no phrase that could be quoted."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name in the text. ``kind``: actor, place, or "" for words of the lexicon not taken for a name."""

    text: str
    kind: str
    form: str
    ref: str | None
    country: str
    why: str


@dataclass(frozen=True, slots=True)
class DateExpression:
    """A date expression, its value (as of ``records.Timex``) and the days, both ends included."""

    text: str
    kind: str
    value: str
    interval: Interval
    basis: str


@dataclass(frozen=True, slots=True)
class Tried:
    """A pattern that a word sets off. ``outcome``: fired, failed, or not tried (another one fired before)."""

    pattern_id: str
    type: str
    outcome: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class Word:
    """A word that is a trigger: what fills its slots, the patterns in the order of trying, what came of it."""

    text: str
    pos: str
    slots: tuple[tuple[str, tuple[str, ...]], ...]
    tried: tuple[Tried, ...]
    outcome: str


@dataclass(frozen=True, slots=True)
class Role:
    """A party of an event and the slot or rule that it was found by."""

    role: str
    text: str
    actor_id: str | None
    country: str
    basis: str


@dataclass(frozen=True, slots=True)
class ExplainedEvent:
    """An event with the basis of each field.

    ``pattern_type``: the type of the pattern, from which ``event.type`` may have been turned; ``told_as``: fact,
    future, demand, supposed, negated or refused; ``deductions``: (reason, amount) off the highest confidence;
    ``joined``: whether the build takes it into another event of the text, which is told more fully.
    """

    event: Event
    pattern_type: str
    told_as: str
    status_reason: str
    roles: tuple[Role, ...]
    deductions: tuple[tuple[str, float], ...]
    joined: bool


@dataclass(frozen=True, slots=True)
class ExplainedSentence:
    """A sentence; ``tokens``, ``words`` and ``events`` are empty where it holds no word of any pattern."""

    text: str
    names: tuple[Name, ...]
    dates: tuple[DateExpression, ...]
    tokens: tuple[Token, ...] = ()
    words: tuple[Word, ...] = ()
    events: tuple[ExplainedEvent, ...] = ()


@dataclass(frozen=True, slots=True)
class Explanation:
    """``language``: only English ("en") is coded. ``removed``: what was removed as boilerplate at first."""

    language: str
    removed: tuple[Noise, ...]
    sentences: tuple[ExplainedSentence, ...]


def explain(text: str, lexicon: Lexicon, published: date | str | None = None) -> Explanation:
    """How a sentence, or a few, are coded, and why so.

    ``published``: the day of the article that they stand in, between 1900 and 2100; without one "on Sunday" has no
    value. Raises intake.InputError where it is no such day, LexiconError where a pattern makes no sense.
    """
    article = intake.row_article({"id": "sentence", "text": text, "published": published}, "explain")
    coded = pipeline.code(article, lexicon, infer_day=False)
    document = coded.document
    hits = mentions.tables(lexicon).index.scan(document.text, fold(document.text))
    found = [
        ExplainedSentence(
            document.text[sentence.start : sentence.end],
            tuple(_names(coded, sentence, hits, lexicon)),
            tuple(_dates(coded, sentence)),
        )
        for sentence in document.sentences
    ]
    if document.language == "en":
        indexes = coding.sentences_to_parse(document, lexicon)
        parses = parsing.parse(document, coded.mentions, coded.timexes, indexes, lexicon)
        arguments = (document, coded.published, coded.timexes, coded.mentions, parses, lexicon)
        kept = {(event.sentence, event.start) for event in coded.events}
        for sentence in coding.by_sentence(*arguments):
            found[sentence.index] = replace(
                found[sentence.index],
                tokens=tuple(sentence.scene.clauses.tokens),
                words=tuple(_words(sentence, lexicon)),
                events=tuple(_event(finished, sentence, kept) for finished in sentence.found),
            )
    return Explanation(document.language, document.noise, tuple(found))


# --- names and dates


def _names(coded: CodedArticle, sentence: Sentence, hits: list[Hit], lexicon: Lexicon) -> Iterator[Name]:
    """The names of a sentence in their order, then forms of the lexicon in it that were not taken for names."""
    found = [m for m in coded.mentions if sentence.start <= m.start < sentence.end]
    for mention in found:
        why = _why_taken(mention, hits, coded.document.text, lexicon)
        yield Name(mention.text, mention.kind, mention.form, mention.ref, mention.country, why)
    for hit in hits:
        inside = sentence.start <= hit.start < sentence.end
        if inside and not any(m.start < hit.end and hit.start < m.end for m in found):
            text = coded.document.text[hit.start : hit.end]
            for entry in hit.entries:
                if why := _why_not_taken(entry, text, lexicon):
                    yield Name(text, "", entry.form, None, entry.country, why)


def _why_taken(mention: Mention, hits: list[Hit], text: str, lexicon: Lexicon) -> str:
    """The rows that a name stands in, or the words that it is made of, and what a reader must know of it."""
    same = [h for h in hits if (h.start, h.end) == (mention.start, mention.end)]
    within = [h for h in hits if mention.start <= h.start and h.end <= mention.end and h not in same]
    rows = [
        f"{'weak' if entry.weak else 'strong'} name, {where}"
        for entry in (entry for hit in same for entry in hit.entries)
        if entry.ref in (mention.ref, mention.other) and (where := _row(entry, mention.text, lexicon))
    ]
    whole = [entry.role for hit in same for entry in hit.entries if entry.role not in _TABLE_OF]
    parts = [f"{text[h.start : h.end]} ({h.entries[0].role})" for h in within]
    made_of = rows or whole or ([f"made of {' + '.join(parts)}"] if parts else [])
    open_ = [f"may be any of {', '.join(mention.candidates)}"] if mention.candidates else []
    note = [mention.note] if mention.note else []
    return "; ".join([*dict.fromkeys(made_of), *open_, *note]) or "read from the words around it"


def _why_not_taken(entry: Entry, text: str, lexicon: Lexicon) -> str:
    """What a form of the lexicon lacked, "" for words that are no names by themselves ("forces", "president")."""
    if entry.role == "block":
        return f"no name, by not_names.csv: {entry.ref}"
    if entry.role not in _TABLE_OF:
        return ""
    where = _row(entry, text, lexicon)
    if not entry.weak:
        return f"strong name of {entry.ref}, {where}, but part of other words"
    needs = [
        f"{place} one of: {', '.join(words)}"
        for place, words in (("near it", entry.near), ("in the article", entry.article))
        if words
    ]
    return f"weak name of {entry.ref}, {where}; needs {' and '.join(needs) or 'words around it that fit'}"


def _row(entry: Entry, text: str, lexicon: Lexicon) -> str:
    """Where a name stands in its table, "" for what is in none ("place_names.csv, line 12")."""
    table, _ = _TABLE_OF.get(entry.role, ("", ""))
    line = _lines(lexicon).get((table, fold(text), entry.ref), "")
    return f"{table}.csv, line {line}" if line else ""


@derived
def _lines(lexicon: Lexicon) -> Mapping[tuple[str, str, str], str]:
    return {
        (table, fold(row["name"]), row[column]): row[LINE]
        for table, column in _TABLE_OF.values()
        for row in lexicon.rows(table)
    }


def _dates(coded: CodedArticle, sentence: Sentence) -> Iterator[DateExpression]:
    for t in coded.timexes:
        if sentence.start <= t.start < sentence.end:
            yield DateExpression(t.text, t.kind, t.value, t.interval, t.basis)


# --- patterns


def _words(sentence: CodedSentence, lexicon: Lexicon) -> Iterator[Word]:
    """The words of a sentence that are triggers of patterns, in their order."""
    scene = sentence.scene
    matcher = Matcher(scene.clauses, scene.parties, scene.table)
    for token in scene.clauses.tokens:
        attempts = list(matcher.attempts(token.i))
        fired = matcher.trigger(token.i)
        if attempts:
            slots = fired.slots if fired is not None else attempts[0].slots
            yield Word(
                token.text,
                token.pos,
                tuple((slot, _texts(words, matcher)) for slot, words in slots.items() if words),
                tuple(_tried(attempts, token.i, fired, matcher, lexicon)),
                _outcome(fired, sentence, matcher),
            )
        elif token.mention < 0 and token.dep != "date" and _is_form(token.lower, scene.table):
            yield Word(token.text, token.pos, (), (), f"no pattern is tried with it as {token.pos}, {token.dep}")


def _is_form(lower: str, table: Patterns) -> bool:
    return lower in table.by_verb or lower in table.by_noun or lower in table.by_adjective


def _tried(
    attempts: list[Attempt], i: int, fired: Trigger | None, matcher: Matcher, lexicon: Lexicon
) -> Iterator[Tried]:
    """The patterns of a word in their order with the outcome of each; those after the one that fired come last.

    A pattern with several triggers that end in the word ("air raid", "drone raid") is listed once.
    """
    entries = [(attempt, before, pattern) for attempt in attempts for before, pattern in attempt.entries]
    have_fired = False
    for pattern, group in groupby(entries, key=lambda entry: entry[2]):
        tries = list(group)
        if have_fired:
            yield Tried(pattern.pattern_id, pattern.type, "not tried")
        elif fired is not None and fired.pattern is pattern:
            have_fired = True
            yield Tried(pattern.pattern_id, pattern.type, "fired")
        else:
            whys = (_why_failed(pattern, before, attempt, i, matcher, lexicon) for attempt, before, _ in tries)
            yield Tried(pattern.pattern_id, pattern.type, "failed", "; or ".join(dict.fromkeys(whys)))


def _why_failed(
    pattern: Pattern, before: str, attempt: Attempt, i: int, matcher: Matcher, lexicon: Lexicon
) -> str:
    """The first thing that a pattern lacked, in words."""
    if not matcher.preceded(i, before):
        return f"needs {before!r} before it"
    number = matcher.failed(pattern, attempt.slots, i)
    if number is None:
        return "its frame holds, but another pattern fired"
    condition, written = pattern.conditions[number], _clipped(_frames(lexicon)[pattern.pattern_id][number])
    found = [
        f"{slot}: {', '.join(words)}"
        for slot in condition.slots
        if slot not in _SIGNS
        if (words := _texts(matcher.filling(slot, attempt.slots, i, nested=not condition.absent), matcher))
    ]
    if condition.absent:
        return f"must not have {written.removeprefix('!')}" + (f"; found {'; '.join(found)}" if found else "")
    signs = [_SIGNS[slot] for slot in condition.slots if slot in _SIGNS]
    missing = [f"found {'; '.join(found)}"] if found else [] if signs else [f"no {'/'.join(condition.slots)}"]
    return "; ".join([f"needs {written}", *missing, *signs])


@derived
def _frames(lexicon: Lexicon) -> Mapping[str, list[str]]:
    """The conditions of each pattern as they are written in its row, in the order of ``Pattern.conditions``."""
    return {row["pattern_id"]: row["frame"].split() for row in lexicon.rows("patterns")}


def _clipped(condition: str) -> str:
    """A condition with the first few of its values, where there are many."""
    values = condition.split("|")
    rest = len(values) - _VALUES
    return condition if rest <= 0 else f"{'|'.join(values[:_VALUES])}|... ({rest} more)"


def _texts(words: Iterator[int] | list[int], matcher: Matcher) -> tuple[str, ...]:
    return tuple(dict.fromkeys(matcher.tokens[i].text for i in words))


def _outcome(fired: Trigger | None, sentence: CodedSentence, matcher: Matcher) -> str:
    """What came of a word: an event, part of another one, or nothing, and why."""
    if fired is None:
        return "no pattern fired"
    scene = sentence.scene
    if any(finished.draft.trigger.i == fired.i for finished in sentence.found):
        return "an event"
    if fired.pattern.type == "NONE":
        return f"no event: {fired.pattern.pattern_id} is of the type NONE, which keeps other patterns from firing"
    for token in matcher.tokens:
        other = matcher.trigger(token.i)
        if other is not None and fired.i in matcher.taken(other):
            return f"no event: part of what {token.text!r} tells ({other.pattern.pattern_id})"
    if factuality.stance(scene.clauses, scene.table, fired) == factuality.SUPPOSED:
        return "no event: told as a supposition, a wish or a condition"
    if candidates.draft_of(scene, fired) is None:
        return "no event: nobody who can does it to another, or it is only what something else is about"
    return "no event of its own: one with another event of the sentence"


# --- events


def _event(finished: Finished, sentence: CodedSentence, kept: set[tuple[int, int]]) -> ExplainedEvent:
    draft, scene = finished.draft, sentence.scene
    parties = [
        *(("source", actor) for actor in draft.source),
        *(("target", actor) for actor in draft.target),
        *(("mediator", actor) for actor in draft.mediators),
        *(("speaker", actor) for actor in (draft.said.speakers if draft.said else ())),
    ]
    return ExplainedEvent(
        event=finished.event,
        pattern_type=draft.trigger.pattern.type,
        told_as=factuality.stance(scene.clauses, scene.table, draft.trigger),
        status_reason=finished.status_reason,
        roles=tuple(
            Role(role, actor.text, actor.actor_id, actor.country, _basis(role, actor, finished, sentence))
            for role, actor in parties
        ),
        deductions=finished.deductions,
        joined=(finished.event.sentence, finished.event.start) not in kept,
    )


def _basis(role: str, actor: Actor, finished: Finished, sentence: CodedSentence) -> str:
    """The slot that holds a party, or the rule that added it."""
    draft, scene = finished.draft, sentence.scene
    if role == "speaker":
        verb = draft.said.verb if draft.said else -1
        return f"speaker of {scene.clauses.tokens[verb].text!r}" if verb >= 0 else "named by 'according to'"
    if role == "mediator":
        return "named by a word of mediation"
    pattern = draft.trigger.pattern
    slots = (pattern.source, pattern.target) if role == "source" else (pattern.target, pattern.source)
    for slot in dict.fromkeys([*slots[0], *slots[1]]):
        if any(a.start == actor.start and a.end == actor.end for a in _in_slot(slot, draft.trigger, sentence)):
            return f"slot {slot}"
    if draft.said is not None and any(a.start == actor.start for a in draft.said.speakers):
        return "no slot: the speaker"
    return "no slot: inferred from the other party and from what the text names"


def _in_slot(slot: str, trigger: Trigger, sentence: CodedSentence) -> list[Actor]:
    return roles.filled(sentence.scene.parties, trigger, (slot,), (), place_too=True)
