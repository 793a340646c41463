"""How likely an event is right: each thing that had to be guessed lowers the confidence.

The weights are round numbers set by hand; ``contactline evaluate`` prints how often events of each level are
right.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from contactline.coding.candidates import Candidate
from contactline.coding.clause_dates import VERBAL
from contactline.records import Event

HIGHEST, LOWEST = 0.95, 0.05
_LONG = 45
"""Words; in a longer sentence a small parser makes more errors."""


@dataclass(frozen=True, slots=True)
class Coded:
    """An event with the candidate that it was made of, and the number of words of its sentence."""

    event: Event
    candidate: Candidate
    words: int


@dataclass(frozen=True, slots=True)
class Feature:
    """A reason for doubt: whether an event has it, by how much it lowers the confidence, and its description."""

    applies: Callable[[Coded], bool]
    weight: float
    description: str


def confidence(event: Event, candidate: Candidate, words: int) -> float:
    """The confidence of an event from 0.05 to 0.95 in steps of 0.05. ``words``: the number of words of its
    sentence.
    """
    value = HIGHEST
    for feature in doubts(event, candidate, words):
        value -= feature.weight
    return round(min(HIGHEST, max(LOWEST, value)), 2)


def doubts(event: Event, candidate: Candidate, words: int) -> tuple[Feature, ...]:
    """The reasons for doubt that an event has, each with what it takes off the highest confidence."""
    coded = Coded(event, candidate, words)
    return tuple(feature for feature in FEATURES if feature.applies(coded))


def _no_known_source(coded: Coded) -> bool:
    return not any(a.country for a in coded.candidate.source)


def _no_known_target(coded: Coded) -> bool:
    return not any(a.country for a in coded.candidate.target)


def _inferred_party(coded: Coded) -> bool:
    return not all(a.sure for a in (*coded.candidate.source, *coded.candidate.target))


def _said_by_somebody(coded: Coded) -> bool:
    said = coded.candidate.said
    return said is not None and any(a.country != "MED" for a in said.speakers)


def _noun_without_verb(coded: Coded) -> bool:
    trigger = coded.candidate.trigger
    return trigger.pattern.pos == "n" and not trigger.support


def _pattern_without_conditions(coded: Coded) -> bool:
    return coded.candidate.trigger.pattern.weight == 0


def _long_sentence(coded: Coded) -> bool:
    return coded.words > _LONG


def _no_date(coded: Coded) -> bool:
    event = coded.event
    return event.when.start is event.when.end is None or (
        event.date_basis == "article" and event.type not in VERBAL
    )


def _denied(coded: Coded) -> bool:
    return coded.event.status == "denied"


FEATURES = (
    Feature(_no_known_source, 0.1, "no source with a known country"),
    Feature(_no_known_target, 0.25, "no target with a known country"),
    Feature(_inferred_party, 0.05, "a source or target that the words do not name outright"),
    Feature(_said_by_somebody, 0.15, "somebody other than a medium says so"),
    Feature(_noun_without_verb, 0.1, "a noun that no verb carries"),
    Feature(_pattern_without_conditions, 0.1, "a pattern that asks for nothing but its word"),
    Feature(_long_sentence, 0.1, "a sentence of more than 45 words"),
    Feature(_no_date, 0.1, "no date in the text"),
    Feature(_denied, 0.1, "an event that is denied"),
)
