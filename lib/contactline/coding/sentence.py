"""One sentence as the coder uses it, passed through the steps that make events of it."""

from __future__ import annotations

from dataclasses import dataclass

from contactline.coding.participants import Participant, Participants
from contactline.coding.quotations import Quotation
from contactline.lexicon import Lexicon
from contactline.lexicon.patterns import Patterns
from contactline.parsing.clauses import Clauses

_THINGS = (
    "things",
    "hostilities",
    "accord",
    "talks",
    "territory",
    "weapons",
    "aid",
    "access",
    "restriction",
    "demand",
    "concern",
    "sympathy",
    "charge",
    "relations",
    "times",
    "ceasefire",
    "calm",
    "decree",
    "uncounted",
)
"""Classes of words that are no actors: in "violence has forced ..." there is no source."""


@dataclass(frozen=True, slots=True)
class SentenceContext:
    """A sentence's clauses, the parties that its phrases stand for, the table of patterns, and the article's
    quotations.
    """

    clauses: Clauses
    participants: Participants
    table: Patterns
    lexicon: Lexicon
    quotations: tuple[Quotation, ...] = ()

    def can_act(self, actor: Participant) -> bool:
        """Whether a party is somebody who can act: known, named, or a word for people and bodies."""
        if actor.country or actor.actor_id:
            return True
        token = self.clauses.tokens[actor.i]
        if token.pos in ("PROPN", "NUM") or self.is_crowd(actor.i):
            return True
        if token.pos != "NOUN":
            return False
        classes = self.table.classes
        counted = [c for c in self.clauses.dependents(actor.i, "nmod") if self.clauses.preposition(c) == "of"]
        if counted and (token.lower in classes["uncounted"] or token.lower in classes["amounts"]):
            people = classes["people"] | classes["agents"]
            return any(self.clauses.tokens[c].lower in people for c in counted)
        word = token.lower
        return word in classes["agents"] or not (
            word in self.table.by_noun or any(word in classes[name] for name in _THINGS)
        )

    def is_crowd(self, i: int) -> bool:
        """ "Thousands protested", "many were killed": whether a quantity alone as a subject counts people."""
        token = self.clauses.tokens[i]
        return (
            token.lower in self.table.classes["uncounted"]
            and not self.clauses.dependents(i, "nmod")
            and any(i in self.clauses.surface_subject(verb) for verb in (token.head, *self.clauses.children[i]))
        )

    def is_elsewhere(self) -> bool:
        """Whether the sentence names places, and none of them in the countries of this conflict."""
        countries = [
            self.participants.mentions[token.mention].country
            for token in self.clauses.tokens
            if token.mention >= 0 and self.participants.mentions[token.mention].kind == "place"
        ]
        return any(countries) and not any(c in self.participants.facts.conflict.states for c in countries)
