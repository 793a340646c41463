"""Where an event took place: the most exact place that its own clause supports."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from contactline.lexicon.prepositions import LOCATIVE
from contactline.parsing.clauses import Clauses
from contactline.records import Mention

if TYPE_CHECKING:
    from contactline.coding.event_words import EventWords
    from contactline.coding.participants import ActorFacts
    from contactline.coding.sentence import SentenceContext
    from contactline.coding.triggers import Trigger

_PLACING = frozenset(
    {
        "in",
        "at",
        "near",
        "from",
        "to",
        "on",
        "along",
        "around",
        "outside",
        "inside",
        "within",
        "across",
        "over",
        "of",
        "into",
        "toward",
        "towards",
        "through",
        "throughout",
        "against",
        "for",
        "",
    }
)
_FIGHTING = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "PROTEST", "RETREAT", "AID", "CONCEDE"})
_WITH_OCCASION = frozenset({"CONSULT", "COOPERATE", "PROTEST"})
"""Types given by a verb and its object noun: "held exercises near Baku"."""


@dataclass(frozen=True, slots=True)
class EventPlace:
    """An event's place (None where none is given) and its basis."""

    place_id: str | None
    basis: str  # one of: clause, sentence, none


def where(
    number: int, words: EventWords, context: SentenceContext, trigger: Trigger, event_type: str
) -> EventPlace:
    """The most exact place in the event's clause; else, for material events, the only place of the sentence.

    Talks about a region are not held in all of it: a venue is a town or another point.
    """
    facts = context.participants.facts
    venues: list[str] = []
    own: list[tuple[tuple[bool, bool, bool], bool, str]] = []
    others: list[str] = []
    for i, mention, place_id in _places(context):
        case = _case(context.clauses, i)
        event = words.event_of(i)
        if _in_clause_beside(context.clauses, i, trigger) or _where_it_was_agreed(context, i, trigger):
            continue
        if event is None and case in LOCATIVE:
            others.append(place_id)
        if event != number:
            continue
        if event_type == "CONSULT" and case in ("in", "at") and place_id in facts.points:
            venues.append(place_id)
        if _locates(context, i, case, trigger, event_type):
            own.append((_exactness(mention, facts, i in trigger.slots.get("obj", ())), case in LOCATIVE, place_id))
    best = max(own, key=lambda o: (o[0], o[1]))[2] if own else None
    if len(set(venues)) == 1 and (best is None or best in facts.lines):
        return EventPlace(venues[0], "clause")  # "met in Brussels amid tensions on the border"
    if best is not None:
        return EventPlace(best, "clause")
    if event_type in _FIGHTING and len(set(others)) == 1:
        return EventPlace(others[0], "sentence")
    return EventPlace(None, "none")


def _places(context: SentenceContext) -> Iterator[tuple[int, Mention, str]]:
    """The words that name a known place as such, each with its mention and place_id."""
    for token in context.clauses.tokens:
        if token.mention < 0:
            continue
        mention = context.participants.mentions[token.mention]
        if mention.kind == "place" and mention.ref is not None:
            if not _says_whose(context.clauses, token.i, context.table.classes):
                yield token.i, mention, mention.ref


def _in_clause_beside(clauses: Clauses, i: int, trigger: Trigger) -> bool:
    """Whether a place stands in a clause beside the event's: "shelled Sotk, and bread ran out in Berd"."""
    own = {trigger.i, trigger.verb, *clauses.ancestors(trigger.i)}
    for here in (i, *clauses.ancestors(i)):
        if here in own:
            return False
        beside = clauses.tokens[here].dep in ("conj", "parataxis") and clauses.is_verb(here)
        if beside and clauses.dependents(here, "nsubj", "nsubj:pass", "expl"):
            return True
    return False


def _where_it_was_agreed(context: SentenceContext, i: int, trigger: Trigger) -> bool:
    """Whether a place is where a document or truce was made that the event only mentions.

    "fired at a post despite the truce agreed in Moscow".
    """
    tokens, classes = context.clauses.tokens, context.table.classes
    for here in (i, *context.clauses.ancestors(i)):
        if here in (trigger.i, trigger.verb):
            return False
        made = tokens[here].dep in ("acl", "acl:relcl") and "Tense=Past" in tokens[here].features
        made = made and tokens[here].lower in classes["concluding"]
        if made and tokens[tokens[here].head].lower.rpartition(" ")[2] in classes["documents"]:
            return True
    return False


def _locates(context: SentenceContext, i: int, case: str, trigger: Trigger, event_type: str) -> bool:
    """Whether a place in an event's clause is where it took place, not what it is about."""
    classes, word = context.table.classes, context.clauses.tokens[trigger.i].lower
    if word in classes["topical"]:
        return False
    if event_type not in _FIGHTING:
        visited = word in classes["visiting"] and case in ("", "to")
        if not (case in LOCATIVE or visited) or not _beside(context.clauses, i, trigger):
            return False
    return case in _PLACING or case in LOCATIVE


def _says_whose(clauses: Clauses, i: int, classes: dict[str, frozenset[str]]) -> bool:
    """Whether a place only shows to whom somebody belongs ("the mayor of Goris", "the ministry in Yerevan")."""
    token = clauses.tokens[i]
    head = clauses.tokens[token.head].lower.rpartition(" ")[2]
    if token.dep != "nmod":
        return False
    if clauses.preposition(i) == "in":
        return head in classes["bodies"]
    return (
        clauses.preposition(i) == "of"
        and head in classes["agents"]
        and not any(head in classes[name] for name in ("people", "captives", "forces"))
    )


def _beside(clauses: Clauses, i: int, trigger: Trigger) -> bool:
    """Whether a place hangs on the event's own words, not on what is talked about."""
    here = i
    while (
        clauses.tokens[here].dep in ("compound", "amod", "appos", "conj", "flat")
        and clauses.tokens[here].head != here
    ):
        here = clauses.tokens[here].head
    above = clauses.tokens[here].head
    held_occasion = (
        any(c.slots[0] == "obj" for c in trigger.pattern.conditions) and trigger.pattern.type in _WITH_OCCASION
    )
    return above in (trigger.i, trigger.verb) or (held_occasion and above in trigger.slots.get("obj", ()))


def _case(clauses: Clauses, i: int) -> str:
    """The preposition of a place, through "the region of", "the X region", "the area along"."""
    here = i
    for _ in range(3):
        case = clauses.preposition(here)
        if case and case != "of":
            return case
        if clauses.tokens[here].dep in ("compound", "amod", "nmod", "appos", "conj", "nmod:poss"):
            here = clauses.tokens[here].head
        else:
            return case
    return clauses.preposition(here)


def _exactness(mention: Mention, facts: ActorFacts, hit: bool) -> tuple[bool, bool, bool]:
    """How exact a place is: a state, and a capital that stands for it, is vaguer than anything within it, a border
    than what it lies by, and a region than its town ("Shushi, the region's second city").

    ``hit``: whether the act is done to it, so that it is the place even where it is a road ("closed the road").
    """
    state = bool(mention.other and mention.country) and facts.kinds.get(mention.ref or "") in (
        "country",
        "capital",
    )
    return not state, hit or mention.ref not in facts.lines, hit or mention.ref in facts.points
