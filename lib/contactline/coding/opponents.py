"""The source of an act that the text tells without one, if only one side of the conflict can have done it.

In: an act against one side (its dead or wounded, its prisoners) without a source. Out: the other side, as the
fight around the act, or the conflict itself, shows it; marked as inferred (``Participant.basis``).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from contactline.coding.participants import OTHER_SIDE, Participant
from contactline.coding.sentence import SentenceContext
from contactline.coding.triggers import Trigger

_HURTING = ("killing", "wounding", "dying", "suffering")
"""Classes of words for what a fight does to people."""
_FREED = frozenset({"release", "return"})
"""Modes of events in which prisoners come home."""


def is_hurt(trigger: Trigger, context: SentenceContext) -> bool:
    """Whether an event is that somebody was killed or wounded."""
    word, classes = context.clauses.tokens[trigger.i].lower, context.table.classes
    return trigger.pattern.type == "ASSAULT" and any(word in classes[name] for name in _HURTING)


def of_fight(
    trigger: Trigger, target: Sequence[Participant], beside: Sequence[Participant], context: SentenceContext
) -> list[Participant]:
    """Who killed or wounded people of one side.

    Those who were hit beside them ("one Azerbaijani soldier was killed and six Armenians wounded"), else the other
    side of the attack that the text has just told; nobody where neither shows.
    """
    participants, conflict = context.participants, context.participants.facts.conflict
    hit = {a.country for a in target if a.country}
    of_one_side = len(conflict.one_side(hit)) == 1 and hit <= conflict.belligerents.keys()
    if not is_hurt(trigger, context) or not of_one_side:
        return []
    others = conflict.opponents(min(hit))
    token = context.clauses.tokens[trigger.i]
    for group in (beside, participants.discourse.fight):
        found = {a.country: a for a in group if conflict.side_of(a.country) in others}
        if found:
            return [participants.back(replace(a, person=False), token, OTHER_SIDE) for a in found.values()]
    return []


def of_prisoners(trigger: Trigger, target: Sequence[Participant], context: SentenceContext) -> list[Participant]:
    """Who let prisoners go: the state that the side of the prisoners fights, if the article names it."""
    participants, conflict = context.participants, context.participants.facts.conflict
    prisoners = context.table.classes["prisoners"]
    own = {a.country for a in target if a.country in conflict.belligerents}
    freed = trigger.pattern.type == "RETREAT" and trigger.pattern.mode in _FREED
    named = any(word in prisoners for a in target for word in (a.text.lower(), *a.text.lower().split()))
    if not freed or len(conflict.one_side(own)) != 1 or not named:
        return []
    others = conflict.opponents(min(own))
    return [a for a in participants.sides(context.clauses.tokens[trigger.i]) if a.country in others]
