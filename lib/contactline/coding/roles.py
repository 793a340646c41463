"""The parties in an event's slots: its source, its target, and its mediators."""

from __future__ import annotations

from collections.abc import Sequence

from contactline.coding.participants import Participant, Participants
from contactline.coding.sentence import SentenceContext
from contactline.coding.triggers import Trigger
from contactline.lexicon.prepositions import OF_OUTER_PHRASE, OF_VERB_OR_OBJECT, POINTS

_SUFFERED = ("ASSAULT", "COERCE", "RETREAT")
"""Types whose target may be given by a place: an operation in the region is against those who hold it."""
_GIVEN = frozenset({"AGREE", "SUPPORT", "AID", "CONCEDE"})
"""Types of acts in which something is given to another: "vowed its backing to Baku" does not make the giver a
target."""
_MODIFIERS = frozenset({"adj", "mod", "obj.mod"})


def filled(
    participants: Participants,
    trigger: Trigger,
    order: tuple[str, ...],
    outside: tuple[Participant, ...],
    place_too: bool = False,
) -> list[Participant]:
    """The parties of the first slot with a known party; else the words of the first slot that is not empty.

    ``order``: a pattern's slots, "a+b" for two that count as one. ``outside``: the other party, which a possessive
    slot excludes. ``place_too``: whether a place stands for those who hold it.
    """
    fallback: list[Participant] = []
    for name in order:
        found = [a for slot in name.split("+") for a in _in_slot(participants, trigger, slot, outside, place_too)]
        if name.endswith("poss") and outside:
            outside_countries = {a.country for a in outside}
            found = [a for a in found if a.country not in outside_countries]
        known = [a for a in found if a.country or a.actor_id]
        own = bool(known) and {a.country for a in known} <= {a.country for a in outside}
        if known and not (own and trigger.pattern.type in _GIVEN):
            return known
        fallback = fallback or found
    return fallback


def _in_slot(
    participants: Participants, trigger: Trigger, slot: str, outside: tuple[Participant, ...], place_too: bool
) -> list[Participant]:
    words = _words(participants, trigger, slot)
    if slot in _MODIFIERS:
        return [a for w in words for a in [participants.named(w)] if a is not None and (a.sure or a.person)]
    unrecognised = participants.facts.conflict.unrecognised
    local = slot in POINTS and trigger.pattern.type not in _SUFFERED
    return [
        a
        for a in participants.of(words, outside, place_too)
        if not (local and a.country in unrecognised and not a.sure)
    ]


def _words(participants: Participants, trigger: Trigger, slot: str) -> list[int]:
    """The words in a slot: "a.b" is the slot b of what stands in a; a preposition may hang on the object."""
    words = [w for w in trigger.slots.get(slot, []) if w != trigger.i]
    if "." in slot and not words:
        first, _, last = slot.partition(".")
        heads = [w for w in trigger.slots.get(first, []) if w != trigger.i]
        words = [w for head in heads for w in participants.clauses.slots(head).get(last, [])]
    if slot in OF_VERB_OR_OBJECT:
        words += [w for w in trigger.slots.get(f"obj.{slot}", []) if w not in words]
        if slot in OF_OUTER_PHRASE and trigger.pattern.pos != "n":
            words = words or trigger.slots.get(f".{slot}", [])
    return words


def issuers(context: SentenceContext, trigger: Trigger) -> list[Participant]:
    """The parties that speak by issuing a text: "the Senate adopted a resolution condemning ...".

    Also "a letter from the ministry demanding ...". Empty where the participle does not depend on such a text.
    """
    clauses, verb = context.clauses, trigger.verb
    text = clauses.tokens[verb].head
    own = clauses.is_verb(verb) and not clauses.passive(verb) and clauses.tokens[verb].dep == "acl"
    if not own or clauses.tokens[text].lower not in context.table.classes["issued_texts"]:
        return []
    slots = clauses.slots(text)
    words = [i for slot in ("poss", "by", "from", "of", "adj") for i in slots.get(slot, ())]
    found = [a for a in context.participants.of(words) if a.country]
    above = clauses.tokens[text].head
    if (
        not found
        and above != text
        and clauses.is_verb(above)
        and clauses.tokens[text].dep in ("obj", "nsubj:pass")
    ):
        found = [a for a in context.participants.of(clauses.slots(above).get("subj", ())) if a.country]
    return found


def united(first: Sequence[Participant], second: Sequence[Participant]) -> list[Participant]:
    """Both sides as one party, each actor once; words without an id only if no actor is known."""
    known = [a for a in (*first, *second) if a.country or a.actor_id]
    chosen = known or [*first, *second]
    united: list[Participant] = []
    for actor in chosen:
        if all(
            (a.actor_id, a.country) != (actor.actor_id, actor.country) or not (a.actor_id or a.country)
            for a in united
        ):
            united.append(actor)
    return united


def mediators(context: SentenceContext, trigger: Trigger) -> list[Participant]:
    """Those who brokered: "Russian-brokered", "mediated by", "under the mediation of"."""
    clauses, participants, table = context.clauses, context.participants, context.table
    if trigger.pattern.mode == "third-party":
        return []
    words = table.classes["mediating"]
    tokens = clauses.tokens
    if words.isdisjoint([token.lower for token in tokens]):  # as in most sentences
        return []
    found: list[Participant] = []
    scope = [trigger.i, *clauses.descendants(trigger.i)]
    if trigger.support:
        scope += [trigger.verb, *clauses.descendants(trigger.verb)]  # "Russia brokered a truce", "was brokered by"
    for i in scope:
        token = tokens[i]
        if token.lower not in words:
            continue
        if i and tokens[i - 1].lower in ("-", "–") and i > 1:
            actor = participants.named(i - 2)
            if actor is not None:
                found.append(actor)
        slots = clauses.slots(i)
        key = "subj" if clauses.is_verb(i) else "of"
        if clauses.is_verb(i) and not clauses.passive(i) and token.dep != "acl" and i != trigger.verb:
            continue
        if i == trigger.i and trigger.pattern.type == "AID":
            continue  # who "facilitated an evacuation" helped, and stands between nobody
        found.extend(participants.of([w for w in slots.get(key, []) + slots.get("by", []) if w != trigger.i]))
    return [a for n, a in enumerate(found) if a.country and a not in found[:n]]
