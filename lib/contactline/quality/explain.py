"""Why a text is coded as it is: names, dates, the parse, the patterns tried, and what each event rests on.

Comes in: a sentence or a few. Goes out: an ``Explanation``, which explain_text.py prints. It is made by the coder
itself: the same functions match the patterns here and in a build, and what each step answers is written down.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from contactline import coding, intake, parsing, pipeline
from contactline.coding import factuality, roles
from contactline.coding.events import CodedSentence, Finished
from contactline.coding.participants import Actor
from contactline.coding.triggers import Trigger
from contactline.lexicon import Lexicon
from contactline.quality import explain_names, explain_patterns
from contactline.records import CodedArticle, Event, Interval, Noise, Sentence, Token


@dataclass(frozen=True, slots=True)
class DateExpression:
    """A date expression, its value (as of ``records.Timex``) and the days, both ends included."""

    text: str
    kind: str
    value: str
    interval: Interval
    basis: str


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
    names: tuple[explain_names.Name, ...]
    dates: tuple[DateExpression, ...]
    tokens: tuple[Token, ...] = ()
    words: tuple[explain_patterns.Word, ...] = ()
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
    found = [
        ExplainedSentence(
            document.text[sentence.start : sentence.end],
            tuple(explain_names.names(coded, sentence, lexicon)),
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
                words=tuple(explain_patterns.words(sentence, lexicon)),
                events=tuple(_event(finished, sentence, kept) for finished in sentence.found),
            )
    return Explanation(document.language, document.noise, tuple(found))


def _dates(coded: CodedArticle, sentence: Sentence) -> Iterator[DateExpression]:
    for t in coded.timexes:
        if sentence.start <= t.start < sentence.end:
            yield DateExpression(t.text, t.kind, t.value, t.interval, t.basis)


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
