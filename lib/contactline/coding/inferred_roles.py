"""Parties that the text does not name but that follow from it: the other side of a fight, the addressee of a
statement.

They are never as certain as named ones (``Participant.sure`` is False), and only parties that the article names
are added.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from contactline.coding import clause_dates, factuality
from contactline.coding.participants import (
    ADDRESSEE,
    OTHER_SIDE,
    OWN_GOVERNMENT,
    PLACE_HELD,
    Participant,
    Participants,
)
from contactline.coding.sentence import SentenceContext
from contactline.coding.triggers import Trigger
from contactline.parsing.clauses import Clauses
from contactline.records import Token

_OCCASIONS = frozenset({"during", "at", "on"})
"""Prepositions of the talks at which something is said or done."""
_EXAMPLES = frozenset({"including", "such_as"})
"""Prepositions of what is only an example of the thing spoken of: "talks, including the meeting with"."""
_NOT_SAID = ("subj", "poss", "adj", "mod", "by", "said", "told")
"""Slots that are not part of what is said."""
_OWNING_SLOTS = ("by", "from", "adj", "poss")
"""Slots of a noun for an act of violence that give its agent."""
SPOKEN = frozenset({"SUPPORT", "REQUEST", "ACCUSE", "AGREE"})
"""Types of events that are said to somebody."""
_DEFINITE_WORDS = frozenset({"the", "this", "that", "these", "those", "such"})
_MINISTRY = "ministry"
_ENEMIES = frozenset({"enemy", "adversary", "foe", "opponent", "aggressor", "occupier", "occupiers", "occupant"})
"""Words that a side of a fight uses for the other side."""
_HOSTILE = frozenset({"aggressor", "occupying", "occupant", "enemy", "adversarial", "opposing"})
"""Words that make "state" or "side" mean the other side: "this aggressor state"."""


def doer(
    source: list[Participant],
    target: list[Participant],
    said: factuality.Attribution | None,
    trigger: Trigger,
    participants: Participants,
) -> list[Participant]:
    """The source of an act reported by one side of the conflict without an agent.

    Done to the other side, it was that side itself; done to itself, the other side. Empty where only a place was
    hit: its side is known once the event has a day (completion.py).
    """
    if trigger.pattern.type != "ASSAULT" or trigger.pattern.two_sided or said is None or source:
        return []
    conflict = participants.facts.conflict
    speaking = {a.country for a in said.speakers if a.country in conflict.belligerents}
    hit = [a for a in target if a.country in conflict.belligerents and not a.place]
    struck = conflict.one_side(a.country for a in hit)
    if len(speaking) != 1 or not struck:
        return []
    (speaker,) = speaking
    if struck != {conflict.side_of(speaker)}:
        return [replace(a, basis=OTHER_SIDE) for a in said.speakers]
    others = conflict.opponents(speaker)
    return [a for a in participants.sides(participants.tokens[trigger.i]) if a.country in others]


def forces_of_speaker(
    source: list[Participant],
    target: list[Participant],
    said: factuality.Attribution | None,
    trigger: Trigger,
    participants: Participants,
) -> list[Participant]:
    """The source of an attack if forces without a country act: "the president said the army had taken two
    villages".

    They are those of the only side of the conflict that speaks of them, unless it was itself hit.
    """
    if trigger.pattern.type != "ASSAULT" or trigger.pattern.two_sided or said is None:
        return source
    belligerents, classes = participants.facts.conflict.belligerents, participants.classes
    speaking = {a.country for a in said.speakers if a.country in belligerents}
    words = {participants.tokens[a.i].lower.rpartition(" ")[2] for a in source}
    if len(speaking) != 1 or not words or not words <= classes["forces"] & classes["agents"]:
        return source
    if speaking & {a.country for a in target}:
        return source
    (side,) = speaking
    return [replace(a, country=side, sure=False, basis=OWN_GOVERNMENT) for a in source]


def of_enemy(
    actors: Sequence[Participant], speakers: Sequence[Participant], participants: Participants
) -> list[Participant]:
    """The parties, with "the enemy" of a side of the conflict that speaks replaced by the other side."""
    conflict = participants.facts.conflict
    speaking = {a.country for a in speakers if a.country in conflict.belligerents}
    if len(speaking) != 1:
        return list(actors)
    others = conflict.opponents(min(speaking))
    found: list[Participant] = []
    for actor in actors:
        token = participants.tokens[actor.i]
        meant = not actor.country and _means_enemy(actor.i, participants)
        other = [replace(a, basis=OTHER_SIDE) for a in participants.sides(token) if a.country in others]
        found.extend(other if meant and other else [actor])
    return found


def _means_enemy(i: int, participants: Participants) -> bool:
    """Whether a word is one for the other side, or for a side or state that another word calls hostile."""
    word, clauses = participants.tokens[i].lower, participants.clauses
    if word in _ENEMIES:
        return True
    called = {participants.tokens[c].lower for c in clauses.dependents(i, "amod", "compound")}
    return word in participants.classes["sides"] and not _HOSTILE.isdisjoint(called)


def ministry(
    said: factuality.Attribution | None, target: Sequence[Participant], participants: Participants
) -> factuality.Attribution | None:
    """The speaker, if "the Defence Ministry" has no country.

    It is the ministry of the side that the text quoted or named last, else that of the only side which was hit,
    else that of the side which spoke last; unchanged where none is known.
    """
    if said is None or not said.speakers or not all(_is_nobodys_ministry(a) for a in said.speakers):
        return said
    conflict, discourse = participants.facts.conflict, participants.discourse
    spoke_or_named = (*discourse.named, *discourse.speaker)
    before = (a for a in reversed(spoke_or_named) if not a.person and _MINISTRY in a.text.lower())
    named = next((a for a in before if a.country in conflict.belligerents), None)
    if named is not None:
        told = [replace(a, actor_id=named.actor_id, country=named.country, sure=False) for a in said.speakers]
        return replace(said, speakers=tuple(told))
    hit = {a.country for a in target if a.country in conflict.belligerents}
    spoke = {a.country for a in discourse.speaker if a.country in conflict.belligerents}
    sides = hit if len(hit) == 1 else spoke
    if len(sides) != 1:
        return said
    (side,) = sides
    own = [replace(a, country=side, sure=False, basis=OWN_GOVERNMENT) for a in said.speakers]
    return replace(said, speakers=tuple(own))


def _is_nobodys_ministry(actor: Participant) -> bool:
    return not actor.country and actor.actor_id is None and _MINISTRY in actor.text.lower()


def by_cause(context: SentenceContext, trigger: Trigger, target: Sequence[Participant]) -> list[Participant]:
    """Who killed or wounded, from the words for the cause: "died after a shot from the Azerbaijani side".

    Also "killed in Turkish shelling", "wounded as a result of a violation by the other side".
    """
    clauses, participants, classes = context.clauses, context.participants, context.table.classes
    word = clauses.tokens[trigger.i].lower
    harmed = classes["killing"] | classes["wounding"] | classes["dying"] | classes["suffering"]
    if trigger.pattern.type != "ASSAULT" or trigger.pattern.pos != "v" or word not in harmed:
        return []
    acts = classes["hostilities"] | classes["weapons"] | classes["harming"]
    hurt = participants.facts.conflict.one_side(a.country for a in target if a.country)
    for i in clauses.descendants(trigger.i, lambda c: clauses.is_verb(c)):
        if clauses.tokens[i].lower not in acts or not clauses.preposition(i):
            continue
        slots = clauses.slots(i)
        owners = participants.of([w for slot in _OWNING_SLOTS for w in slots.get(slot, [])])
        found = [a for a in owners if a.country and not hurt & participants.facts.conflict.one_side([a.country])]
        if found:
            return found
    return []


def addressee(context: SentenceContext, trigger: Trigger, source: list[Participant]) -> list[Participant]:
    """The addressee of a statement that names none.

    It is whom the statement's object names; whom the speaker met; both sides, if it is about their fighting or
    peace; or the other side, if one of them speaks about a truce.
    """
    clauses, participants, table = context.clauses, context.participants, context.table
    own = {a.country for a in source if a.country}
    receivers = [a for a in participants.of(trigger.slots.get("iobj", [])) if a.country and a.country not in own]
    if receivers and trigger.pattern.type in SPOKEN:
        return receivers
    below = _named_below(context, trigger, own)
    if own and 0 < len(below) <= 3:
        return below
    claimants = _claimants(context, trigger, own)
    if claimants:
        return claimants
    if trigger.pattern.type not in SPOKEN or trigger.pattern.mode == "investigate" or not own:
        return []
    met = [a for a in participants.discourse.main if a.country not in own]
    token = clauses.tokens[trigger.i]
    conflict = participants.facts.conflict
    peace = {clauses.tokens[i].lower for i in clauses.descendants(trigger.i)} & table.classes["ceasefire"]
    if peace and len(own) == 1 and own <= conflict.belligerents.keys():
        others = conflict.opponents(min(own))  # a side that is "ready for a ceasefire" is so with the other
        return [replace(a, basis=ADDRESSEE) for a in participants.sides(token) if a.country in others]
    fight = {clauses.tokens[i].lower for i in clauses.descendants(trigger.i)} & table.classes["hostilities"]
    if fight and trigger.pattern.type == "ACCUSE" and len(own) == 1 and own <= conflict.belligerents.keys():
        others = conflict.opponents(min(own))  # a side that condemns an attack condemns the other's
        return [replace(a, basis=OTHER_SIDE) for a in participants.sides(token) if a.country in others]
    if met and own & {a.country for a in participants.discourse.main}:
        return [participants.back(a, token, ADDRESSEE) for a in met]
    spoken = {clauses.tokens[i].lower for i in clauses.descendants(trigger.i)}
    classes = table.classes
    if (
        not own & participants.facts.conflict.states.keys()
        and not context.is_elsewhere()
        and spoken & (classes["hostilities"] | classes["ceasefire"] | classes["calm"])
    ):
        return [replace(a, basis=ADDRESSEE) for a in participants.sides(token)]
    return []


def _claimants(context: SentenceContext, trigger: Trigger, own: set[str]) -> list[Participant]:
    """Whose "the proposal", "the claim" or "this accusation" is that somebody rejects: who put it forward."""
    clauses, participants = context.clauses, context.participants
    if trigger.pattern.type != "REJECT" or not own:
        return []
    for i in trigger.slots.get("obj", ()):
        beside = {clauses.tokens[c].lower for c in clauses.children[i]}
        if clauses.tokens[i].lower in context.table.classes["put_forward"] and beside & _DEFINITE_WORDS:
            claimants = [a for a in participants.discourse.claimants if a.country not in own]
            return [participants.back(a, clauses.tokens[trigger.i], ADDRESSEE) for a in claimants]
    return []


def _named_below(context: SentenceContext, trigger: Trigger, own: set[str]) -> list[Participant]:
    """Whom the words below a statement name outright, one for each country that is not among its source's."""
    clauses, participants = context.clauses, context.participants

    warring = context.table.classes["long_states"] | context.table.classes["hostilities"]

    def beside(i: int) -> bool:
        case, token = clauses.preposition(i), clauses.tokens[i]
        foe = case in ("with", "against") and clauses.tokens[token.head].lower in warring
        return foe or token.dep in ("advcl", "parataxis") or case in clause_dates.APART | _EXAMPLES

    found: dict[str, Participant] = {}
    for slot, words in trigger.slots.items():
        if slot in _NOT_SAID or slot.endswith("-clause"):
            continue
        heads = [w for w in words if w != trigger.i and clauses.preposition(w) not in _EXAMPLES]
        for i in (i for head in heads for i in (head, *clauses.descendants(head, beside))):
            actor = participants.named(i)
            if actor is None or actor.country in own or actor.country in ("", "MED", "UNK"):
                continue
            token = clauses.tokens[i]
            if actor.sure or (token.dep == "conj" and participants.named(token.head) is not None):
                found.setdefault(actor.country, actor)
    return list(found.values())


def speaker_there(context: SentenceContext, trigger: Trigger, named: list[Participant]) -> list[Participant]:
    """A participant of talks who is only named as speaking there: "said at a meeting with", "told reporters after
    talks with".

    Only if the talks have no more than the other party.
    """
    clauses = context.clauses
    case, verb = clauses.preposition(trigger.i), clauses.tokens[trigger.verb]
    occasion = (
        case in _OCCASIONS
        or (case in ("after", "following") and verb.lower in context.table.classes["saying"])
        or (case == "in" and trigger.pattern.mode == "phone")  # but "took part in talks"
    )
    beside = occasion and clauses.tokens[trigger.i].head == verb.i
    if trigger.support or trigger.pattern.pos != "n" or not beside:
        return []
    known = {a.country for a in named if a.country}
    subjects = context.participants.of(clauses.slots(trigger.verb).get("subj", []))
    return [a for a in subjects if a.country and a.country not in known and a.country != "MED"]


def displaced(target: list[Participant], clauses: Clauses, participants: Participants) -> list[Participant]:
    """People who are driven out: if the sentence names Karabakh as the region, its Armenians."""
    conflict = participants.facts.conflict
    named = [a for t in clauses.tokens if (a := participants.named(t.i)) is not None and not a.sure]
    for region in (a.country for a in named if a.country in conflict.unrecognised):
        if {a.country for a in target} == {conflict.side_of(region)}:
            people = participants.facts.people.get(region)
            return [replace(a, actor_id=people, country=region, sure=False) for a in target]
    return target


def protesters_of_place(
    source: list[Participant], clauses: Clauses, participants: Participants
) -> list[Participant]:
    """Protesters who are only said to protest somewhere count as people of that country."""
    for token in clauses.tokens:
        if token.mention >= 0 and participants.mentions[token.mention].kind == "place":
            place = participants.mentions[token.mention]
            country = (participants.named(token.i) or source[0]).country or place.country
            return [
                replace(a, country=country, sure=False, basis=PLACE_HELD, place=place.ref or "") for a in source
            ]
    return source


def with_other_side(named: list[Participant], participants: Participants, token: Token) -> list[Participant]:
    """Fighting and truces have two sides: if only one side of this conflict is named, the other is added."""
    known = {a.country for a in named if a.country}
    if not known:
        return participants.sides(token) or named
    conflict = participants.facts.conflict
    if len(conflict.one_side(known)) > 1:
        return named
    others = conflict.opponents(min(known))
    return [*named, *(a for a in participants.sides(token) if a.country in others)]


def agentless(clauses: Clauses, trigger: Trigger) -> bool:
    """A passive without a doer, or an infinitive: who says it is who does it."""
    verb = trigger.verb
    return clauses.is_verb(verb) and (clauses.passive(verb) or clauses.tokens[verb].dep == "xcomp")
