"""Why a text is coded as it is: names, dates, the parse, the patterns tried, and the basis of each event.

In: one or a few sentences. Out: an ``Explanation``, which explain_text.py prints. The same functions match the
patterns here and in a build, so the explanation cannot differ from the coding; each step's result is recorded.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from contactline import coding, intake, parsing, pipeline
from contactline.coding import confidence, factuality, roles
from contactline.coding.events import CodedEvent, CodedSentence
from contactline.coding.participants import Participant
from contactline.coding.triggers import Trigger
from contactline.lexicon import Lexicon
from contactline.quality import explain_names, explain_patterns
from contactline.records import CodedArticle, Event, Interval, Noise, Sentence, Token


@dataclass(frozen=True, slots=True)
class DateExpression:
    """A date expression, its value (as in ``records.Timex``) and its days, both ends included."""

    text: str
    kind: str
    value: str
    interval: Interval
    basis: str


@dataclass(frozen=True, slots=True)
class Role:
    """A party of an event, and the slot or rule by which it was found."""

    role: str
    text: str
    actor_id: str | None
    country: str
    basis: str


@dataclass(frozen=True, slots=True)
class ExplainedEvent:
    """An event with the basis of each field.

    ``pattern_type``: the type that the pattern gives, from which ``event.type`` may differ. ``told_as``: fact,
    future, demand, supposed, negated or refused. ``deductions``: (reason, amount) taken off the highest
    confidence. ``joined``: whether the build merges it into another event of the text, which is described more
    fully.
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
    """How a text is coded. ``language``: only English ("en") is coded. ``removed``: what was removed as
    boilerplate.
    """

    language: str
    removed: tuple[Noise, ...]
    sentences: tuple[ExplainedSentence, ...]


def explain(text: str, lexicon: Lexicon, published: date | str | None = None) -> Explanation:
    """Explain how one or a few sentences are coded.

    ``published``: the day of the article that contains them, between 1900 and 2100; without it "on Sunday" has no
    value. Raises intake.InputError where it is not such a day, LexiconError where a pattern is invalid.
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
                tokens=tuple(sentence.context.clauses.tokens),
                words=tuple(explain_patterns.words(sentence, lexicon)),
                events=tuple(_event(one, sentence, kept) for one in sentence.found),
            )
    return Explanation(document.language, document.noise, tuple(found))


def _dates(coded: CodedArticle, sentence: Sentence) -> Iterator[DateExpression]:
    for t in coded.timexes:
        if sentence.start <= t.start < sentence.end:
            yield DateExpression(t.text, t.kind, t.value, t.interval, t.basis)


# --- events


def _event(coded: CodedEvent, sentence: CodedSentence, kept: set[tuple[int, int]]) -> ExplainedEvent:
    candidate, context = coded.candidate, sentence.context
    parties = [
        *(("source", actor) for actor in candidate.source),
        *(("target", actor) for actor in candidate.target),
        *(("mediator", actor) for actor in candidate.mediators),
        *(("speaker", actor) for actor in (candidate.said.speakers if candidate.said else ())),
    ]
    return ExplainedEvent(
        event=coded.event,
        pattern_type=candidate.trigger.pattern.type,
        told_as=factuality.factuality(context.clauses, context.table, candidate.trigger),
        status_reason=coded.status_reason,
        roles=tuple(
            Role(role, actor.text, actor.actor_id, actor.country, _basis(role, actor, coded, sentence))
            for role, actor in parties
        ),
        deductions=tuple(
            (doubt.description, doubt.weight)
            for doubt in confidence.doubts(coded.event, candidate, len(context.clauses.tokens))
        ),
        joined=(coded.event.sentence, coded.event.start) not in kept,
    )


def _basis(role: str, actor: Participant, coded: CodedEvent, sentence: CodedSentence) -> str:
    """The slot of the pattern that gave a party, or the rule that added it."""
    candidate, context = coded.candidate, sentence.context
    if role == "speaker":
        verb = candidate.said.verb if candidate.said else -1
        return f"speaker of {context.clauses.tokens[verb].text!r}" if verb >= 0 else "named by 'according to'"
    if role == "mediator":
        return "named by a word of mediation"
    pattern = candidate.trigger.pattern
    slots = (pattern.source, pattern.target) if role == "source" else (pattern.target, pattern.source)
    for slot in dict.fromkeys([*slots[0], *slots[1]]):
        if any(a.start == actor.start and a.end == actor.end for a in _in_slot(slot, candidate.trigger, sentence)):
            return f"slot {slot}"
    if candidate.said is not None and any(a.start == actor.start for a in candidate.said.speakers):
        return "no slot: the speaker"
    return "no slot: inferred from the other party and from what the text names"


def _in_slot(slot: str, trigger: Trigger, sentence: CodedSentence) -> list[Participant]:
    return roles.filled(sentence.context.participants, trigger, (slot,), (), place_too=True)
