"""The events of one sentence, before each has a date, a place and a status."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from contactline.coding import asides, factuality, inferred_roles, quotations, roles
from contactline.coding.participants import ADDRESSEE, CIVILIANS, Participant
from contactline.coding.sentence import SentenceContext
from contactline.coding.sport import is_sport
from contactline.coding.triggers import Matcher, Trigger
from contactline.parsing.clauses import Clauses

MATERIAL = frozenset({"ASSAULT", "COERCE", "SANCTION", "MOBILIZE", "PROTEST"})
_TWO_SIDED_BY_NATURE = ("ASSAULT", "CONCEDE", "RETREAT")
_ADDRESSED = frozenset({"SUPPORT", "REQUEST", "ACCUSE", "AGREE", "THREATEN", "REJECT", "AID", "COERCE"})
_OUTWARD = frozenset(
    {
        *("SUPPORT", "REJECT", "AID", "COOPERATE", "AGREE", "CONSULT", "ACCUSE", "REQUEST", "RETREAT", "SANCTION"),
        "MOBILIZE",
    }
)
"""Types that nobody does to themselves: a target equal to the source is a misreading."""
_OWN_WORD = frozenset({"RETREAT", "CONCEDE", "AGREE", "SUPPORT", "CONSULT", "REQUEST", "ACCUSE", "REJECT"})

_OUTWARD_TO_PLACES = frozenset({"ASSAULT", "COERCE", "RETREAT"})
_AT_PLACE = ("obj", "of", "in", "near", "at", "on")
"""Types, and slots of places, with which an act counts although no party is named."""
_PLAYED = MATERIAL | {"RETREAT", "CONCEDE", "THREATEN"}
"""Types for which sport uses words of war."""
_TOLD_TWICE = frozenset({"ACCUSE", "SANCTION", "REQUEST", "PROTEST", "AGREE", "CONCEDE"})
"""Types for which a verb within another's clause reports the same act again."""
_AGREED = ("SUPPORT", "AGREE", "CONCEDE")
_JOINED = ("ASSAULT", "PROTEST")
_WE = frozenset({"we", "i"})
_OF_ONE_VOICE = frozenset({"ACCUSE", "REQUEST", "SUPPORT", "THREATEN", "REJECT"})
"""Types that "we" say or do ourselves: those who agree, meet or fight are several."""
_HARM = ("killing", "wounding", "suffering", "dying")
_SELVES = frozenset({"himself", "herself", "itself", "themselves"})
_RECIPROCAL = frozenset({"each", "other", "one_another"})
"""Words that make several parties each other's targets."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """An event of one sentence. ``said``: who says it, None for the text itself."""

    trigger: Trigger
    type: str
    mode: str
    status: str
    source: tuple[Participant, ...]
    target: tuple[Participant, ...]
    mediators: tuple[Participant, ...]
    said: factuality.Attribution | None


def find(context: SentenceContext) -> tuple[list[Candidate], dict[int, int]]:
    """Find the events of a sentence in the order of its words.

    The second value are words that belong to one of them without being its trigger: {token: number of the
    candidate}.
    """
    triggers = Matcher(context.clauses, context.participants, context.table).triggers()
    if is_sport(context.clauses.tokens, context.participants.text, context.table.classes):
        triggers = [t for t in triggers if t.pattern.type not in _PLAYED]
    found = [c for trigger in triggers if (c := candidate_of(context, trigger)) is not None]
    found = _without_nouns_of_verbs(found, context.clauses)
    found = _without_joined_nouns(found, context.clauses)
    found = _without_told_twice(found, context.clauses)
    found = _without_laid_mines(found, context)
    found = _with_mediators(found, context)
    found, aliases = _with_outcomes(found, context)
    found = [_with_cause(candidate, context) for candidate in found]
    hit = [a for candidate in found if candidate.type == "ASSAULT" for a in candidate.target]
    return [_with_speaker(c, inferred_roles.ministry(c.said, hit, context.participants)) for c in found], aliases


def _with_speaker(candidate: Candidate, said: factuality.Attribution | None) -> Candidate:
    return candidate if said is candidate.said else replace(candidate, said=said)


def _with_cause(candidate: Candidate, context: SentenceContext) -> Candidate:
    """A killing whose agent is only given by the words for its cause, with that agent."""
    if candidate.type != "ASSAULT" or _known(candidate.source):
        return candidate
    found = inferred_roles.by_cause(context, candidate.trigger, candidate.target)
    return replace(candidate, source=tuple(found)) if found else candidate


def candidate_of(context: SentenceContext, trigger: Trigger) -> Candidate | None:
    """The event of one trigger, with its factuality, speaker and roles; None where the clause reports no event."""
    carrier = trigger.verb if trigger.support else trigger.i
    if asides.is_aside(context.clauses, trigger, context.table.classes):
        return None
    told_as = factuality.factuality(context.clauses, context.table, trigger)
    if told_as == factuality.SUPPOSED:
        return None
    reports = context.clauses.tokens[carrier].lower in context.table.classes["saying"]
    told = trigger.i if reports else carrier  # "reported strikes": the verb that carries the noun is the report
    said = factuality.attribution(context.clauses, context.participants, context.table, told) or _quoted(
        context, trigger
    )
    roles_found = _roles(context, trigger, said)
    if roles_found is None or _self_inflicted(context, trigger):
        return None
    candidate = Candidate(trigger, trigger.pattern.type, trigger.pattern.mode, "reported", *roles_found, said)
    changed = _by_factuality(context, candidate, told_as)
    if changed is None or (
        changed.type == "REJECT"
        and asides.is_accusation(context.clauses, trigger, context.table.classes["accusing"])
    ):
        return None  # "accused Baku of not handing over the maps": that is the accusation
    return _completed(context, changed)


def _quoted(context: SentenceContext, trigger: Trigger) -> factuality.Attribution | None:
    """The speaker of a clause inside a quotation, who may be named in another sentence."""
    participants = context.participants
    start = context.clauses.tokens[trigger.i].start
    speakers = quotations.speakers(context.quotations, start, participants.facts, participants.discourse)
    return factuality.Attribution(-1, speakers) if speakers else None


def _self_inflicted(context: SentenceContext, trigger: Trigger) -> bool:
    """ "Shot himself": the act has no other target. Somebody who chains himself to a gate still protests."""
    hit = trigger.slots.get("obj", ())
    outward = MATERIAL - {"PROTEST"}
    return trigger.pattern.type in outward and any(context.clauses.tokens[i].lower in _SELVES for i in hit)


# --- who


def _roles(
    context: SentenceContext, trigger: Trigger, said: factuality.Attribution | None
) -> tuple[tuple[Participant, ...], tuple[Participant, ...], tuple[Participant, ...]] | None:
    """Source, target and mediators; None where a noun is only the topic of another event."""
    pattern, participants, clauses = trigger.pattern, context.participants, context.clauses
    source = _source(context, trigger, said)
    target = roles.filled(participants, trigger, pattern.target, tuple(source), place_too=True)
    if (
        not source
        and said is not None
        and pattern.type in _OWN_WORD
        and inferred_roles.agentless(clauses, trigger)
    ):
        source = list(said.speakers)
    source, target = _with_enemies(context, pattern.type, said, source, target)
    if not _known(source):
        source = inferred_roles.forces_of_speaker(source, target, said, trigger, participants)
    if not _known(source):
        source = inferred_roles.doer(source, target, said, trigger, participants) or source
    if not _known(target) and pattern.type in _ADDRESSED and not pattern.two_sided:
        target = inferred_roles.addressee(context, trigger, source) or target
    brokers = roles.mediators(context, trigger)
    brokering = {a.country for a in brokers if a.country}
    between = trigger.slots.get("between", [])  # "Russia brokered a deal between Armenia, Azerbaijan and Russia"
    source, target = (
        [a for a in side if a.country not in brokering or a.i in between] for side in (source, target)
    )
    if pattern.mode == "third-party" and not _known(target):
        own = {a.country for a in source}
        sides = participants.sides(clauses.tokens[trigger.i])
        target = [replace(a, basis=ADDRESSEE) for a in sides if a.country not in own]
    of_no_side = all(a.country == CIVILIANS for a in target)
    if of_no_side and pattern.type in ("AGREE", "COOPERATE") and len(_known(source)) > 1:
        target = source
    elif pattern.two_sided:
        both = _mutual_parties(context, trigger, said, source, target)
        if both is None:
            return None
        source = target = both
    elif _attack_without_parties(context, trigger, source, target):
        sides = participants.sides(clauses.tokens[trigger.i])
        source, target = (sides, sides) if sides or not target else (source, target)
    elif len(_known(source)) > 1 and target and all(_reciprocal(context, a) for a in target):
        target = source
    else:
        target = _other_than_source(context, pattern.type, source, target)
    return tuple(source), tuple(target), tuple(brokers)


def _with_enemies(
    context: SentenceContext,
    event_type: str,
    said: factuality.Attribution | None,
    source: list[Participant],
    target: list[Participant],
) -> tuple[list[Participant], list[Participant]]:
    """Source and target with "the enemy" of the side that speaks replaced by the other side."""
    speakers = said.speakers if said is not None else ()
    if event_type in MATERIAL:
        source = inferred_roles.of_enemy(source, speakers, context.participants)
        return source, inferred_roles.of_enemy(target, speakers, context.participants)
    if event_type in inferred_roles.SPOKEN:
        return source, inferred_roles.of_enemy(target, source, context.participants)
    return source, target


def _source(context: SentenceContext, trigger: Trigger, said: factuality.Attribution | None) -> list[Participant]:
    """The source given by the words of the clause: whoever fills the pattern's slots, or says it."""
    pattern, participants = trigger.pattern, context.participants
    source = [] if _only_reports(context, trigger) else roles.filled(participants, trigger, pattern.source, ())
    if not source and said is not None and "said" in pattern.source:
        source = list(said.speakers)
    ours = not source and said is not None and pattern.type in _OF_ONE_VOICE
    if ours and said is not None and any(_is_we(context, i) for i in trigger.slots.get("subj", ())):
        source = list(said.speakers)  # "\"We condemn the attack\", Baku said"
    if not _known(source):
        source = roles.issuers(context, trigger) or source
    if pattern.type in MATERIAL and len(_known(source)) > 1 and not _belligerent(source, context):
        return participants.sides(context.clauses.tokens[trigger.i]) or source
    return source


def _is_we(context: SentenceContext, i: int) -> bool:
    """Whether a word is the "we" or "I" of somebody who is quoted."""
    return context.clauses.tokens[i].lower in _WE


def _reciprocal(context: SentenceContext, actor: Participant) -> bool:
    """Whether a word makes several parties each other's targets: "accused each other", "both blamed the other"."""
    return context.clauses.tokens[actor.i].lower in _RECIPROCAL


def _only_reports(context: SentenceContext, trigger: Trigger) -> bool:
    """Whether the subject that a noun gets from its verb only reports the event: "officials reported strikes"."""
    clauses = context.clauses
    if trigger.pattern.type not in MATERIAL or trigger.pattern.pos != "n" or trigger.verb == trigger.i:
        return False
    own = [i for slot in ("poss", "by", "adj", "from") for i in clauses.slots(trigger.i).get(slot, ())]
    reported = clauses.tokens[trigger.verb].lower in context.table.classes["reporting"]
    return reported and not _known(context.participants.of(own))


def _known(actors: Sequence[Participant]) -> list[Participant]:
    return [a for a in actors if a.country]


def _mutual_parties(
    context: SentenceContext,
    trigger: Trigger,
    said: factuality.Attribution | None,
    source: list[Participant],
    target: list[Participant],
) -> list[Participant] | None:
    """The parties of a two-sided event, who are its source and its target alike."""
    pattern = trigger.pattern
    both = roles.united(source, target)
    if pattern.type == "CONSULT" and "with" in trigger.slots:
        both = roles.united(inferred_roles.speaker_there(context, trigger, both), both)
    alone = len({a.country for a in _known(both)}) == 1
    if said is not None and alone and inferred_roles.agentless(context.clauses, trigger):
        both = roles.united([a for a in said.speakers if a.country not in ("MED", "")], both)
    if alone and pattern.type in _AGREED and _dangles(context, trigger):
        both = context.participants.sides(context.clauses.tokens[trigger.i]) or both
    told = pattern.pos != "n" or "told" in trigger.slots
    if len(both) < 2 and (not told or _is_only_topic(context, trigger)):
        return None  # "a dialogue with Azerbaijan", said of nobody; "welcomed the agreement"
    if told and pattern.type in _TWO_SIDED_BY_NATURE and not context.is_elsewhere():
        if not _belligerent(both, context):  # "both sides" of a fight are not the two who talked last
            both = context.participants.sides(context.clauses.tokens[trigger.i]) or both
        both = inferred_roles.with_other_side(both, context.participants, context.clauses.tokens[trigger.i])
    return both


def _dangles(context: SentenceContext, trigger: Trigger) -> bool:
    """Whether a gerund stands before a clause with perhaps another subject: "after reaching a deal, the army
    said".
    """
    token = context.clauses.tokens[trigger.verb]
    gerund = "VerbForm=Ger" in token.features or "Tense=Pres|VerbForm=Part" in token.features
    return token.dep == "advcl" and token.head > token.i and gerund


def _belligerent(actors: Sequence[Participant], context: SentenceContext) -> bool:
    """Whether somebody is named, or one of the conflict's own sides is meant."""
    return any(a.sure or a.country in context.participants.facts.conflict.belligerents for a in actors)


def _is_only_topic(context: SentenceContext, trigger: Trigger) -> bool:
    """Whether a noun is only what another event is about ("welcomed the agreement")."""
    token = context.clauses.tokens[trigger.i]
    above = context.clauses.tokens[token.head].lower
    return (
        trigger.pattern.pos == "n"
        and not trigger.support
        and token.dep == "obj"
        and above in context.table.by_verb
    )


def _attack_without_parties(
    context: SentenceContext, trigger: Trigger, source: list[Participant], target: list[Participant]
) -> bool:
    """Whether an attack has no party at all ("continued shelling along the border"), or only the dead of a fight
    of two sides.

    The latter is "thousands were killed in the war".
    """
    if trigger.pattern.type != "ASSAULT" or trigger.pattern.mode == "explosives" or context.is_elsewhere():
        return False
    if _known([*source, *target]) or any(a.actor_id for a in target):
        return False
    tokens, slots = context.clauses.tokens, trigger.slots
    if any(_is_both_sides(context, i) for slot in ("on", "from") for i in slots.get(slot, ())):
        return True
    fights = (tokens[i].lower for slot in ("in", "during") for i in slots.get(slot, ()))
    return "told" in slots or any(
        pattern.two_sided and pattern.type == "ASSAULT"
        for word in fights
        for _, pattern in context.table.by_noun.get(word, ())
    )


def _is_both_sides(context: SentenceContext, i: int) -> bool:
    """ "Hundreds were killed on both sides" """
    tokens = context.clauses.tokens
    both = any(tokens[c].lower in ("both", "two", "either") for c in context.clauses.children[i])
    return both and tokens[i].lower in context.table.classes["sides"]


def _other_than_source(
    context: SentenceContext, event_type: str, source: list[Participant], target: list[Participant]
) -> list[Participant]:
    """The target without the source's own words, and without its own country where that makes no sense."""
    starts = {a.start for a in source}
    own = {a.country for a in source if a.country}
    selves = {a.actor_id for a in source if a.actor_id}
    others = [a for a in target if a.start not in starts]
    involved = context.participants.facts.conflict.involved
    misread = event_type in _OUTWARD and any(
        a.country in own and (not a.sure or a.actor_id in selves or a.country in involved) for a in others
    )
    if misread or len({a.country for a in others}) > 1:
        others = [a for a in others if a.country not in own]
    return others


# --- what its factuality makes of it


def _by_factuality(context: SentenceContext, candidate: Candidate, told_as: str) -> Candidate | None:
    """The event changed by its factuality (future, refusal, negation, demand); None where no event is left."""
    cooperative = candidate.type in context.table.cooperative
    if told_as == factuality.FUTURE:
        if cooperative:
            return _promised(context, candidate)
        if candidate.type in MATERIAL and candidate.said is not None and candidate.source:
            return replace(candidate, type="THREATEN", mode="")
        return candidate if candidate.type == "THREATEN" else replace(candidate, status="planned")
    if told_as == factuality.REFUSED:
        if cooperative:
            return replace(candidate, type="REJECT", mode="")
        return candidate if candidate.type == "REJECT" else None
    if told_as == factuality.NEGATED:
        return _negated(context, candidate)
    if told_as == factuality.DEMAND:
        if candidate.said is None or not candidate.said.speakers:
            return candidate if candidate.type == "REQUEST" else None
        return replace(
            candidate,
            type="REQUEST",
            mode="",
            source=candidate.said.speakers,
            target=candidate.source or candidate.target,
        )
    return candidate


def _negated(context: SentenceContext, candidate: Candidate) -> Candidate | None:
    """The event for something that was not done: a refusal to cooperate, a denied act, or None."""
    cooperative = candidate.type in context.table.cooperative and candidate.type != "CONSULT"
    if candidate.type != "CONSULT" and _reports_none(context, candidate.trigger):
        return None
    if cooperative and _left_undone(context, candidate):
        return None
    if cooperative and any(a.country or a.actor_id for a in candidate.source):
        return replace(candidate, type="REJECT", mode="")
    return None if candidate.type == "REJECT" else replace(candidate, status="denied")


def _left_undone(context: SentenceContext, candidate: Candidate) -> bool:
    """Whether something just did not happen, and nobody is said to refuse it: "no treaty has been signed"."""
    trigger, clauses = candidate.trigger, context.clauses
    agentless = trigger.pattern.pos == "v" and clauses.passive(trigger.i) and not trigger.slots.get("by")
    return agentless and trigger.pattern.two_sided


def _reports_none(context: SentenceContext, trigger: Trigger) -> bool:
    """Whether somebody only reports that there is no such thing: "the envoy announced no new agreements"."""
    classes = context.table.classes
    verb = context.clauses.tokens[trigger.verb].lower
    return trigger.pattern.pos == "n" and (verb in classes["saying"] or verb in classes["reporting"])


def _promised(context: SentenceContext, candidate: Candidate) -> Candidate:
    """A future cooperative act becomes AGREE, by the party that will do it with the other."""
    trigger = candidate.trigger
    source, target = candidate.source, candidate.target
    if trigger.pattern.two_sided:
        first = roles.filled(context.participants, trigger, trigger.pattern.source, ())
        second = roles.filled(context.participants, trigger, trigger.pattern.target, tuple(first), place_too=True)
        if _known(first) and _known(second):
            source, target = tuple(_known(first)), tuple(_known(second))
    return replace(candidate, type="AGREE", mode="", status="planned", source=source, target=target)


# --- whether it is an event


def _completed(context: SentenceContext, candidate: Candidate) -> Candidate | None:
    """The event with parties of a possible kind, None where too little of it is left."""
    pattern, event_type = candidate.trigger.pattern, candidate.type
    source = [a for a in candidate.source if context.can_act(a)]
    target = list(candidate.target)
    if event_type == "PROTEST" and source and not _known(source):
        source = inferred_roles.protesters_of_place(source, context.clauses, context.participants)
    if (
        event_type in ("THREATEN", "AGREE", "REQUEST")
        and not pattern.two_sided
        and candidate.source != candidate.target
    ):
        own = {a.country for a in source if a.country}
        target = [a for a in target if a.country not in own]
    if event_type in inferred_roles.SPOKEN or event_type == "REJECT":
        target = [a for a in target if context.can_act(a)]
    if pattern.mode == "expel":
        target = inferred_roles.displaced(target, context.clauses, context.participants)
    known = any(context.can_act(a) for a in (*source, *target)) or _done_to_place(context, candidate)
    if not known or _lacks_parties(context, candidate, source, target):
        return None
    parties = tuple(source), tuple(target)
    if parties == (candidate.source, candidate.target):
        return candidate
    return replace(candidate, source=parties[0], target=parties[1])


def _done_to_place(context: SentenceContext, candidate: Candidate) -> bool:
    """Whether an act that names nobody is done to a place, or at a place: "the Lachin road has been blocked"."""
    pattern, slots = candidate.trigger.pattern, candidate.trigger.slots
    told = pattern.pos == "v" or "told" in slots
    if candidate.type not in _OUTWARD_TO_PLACES or pattern.two_sided or not told or context.is_elsewhere():
        return False
    clauses, mentions = context.clauses, context.participants.mentions
    return any(
        clauses.tokens[j].mention >= 0 and mentions[clauses.tokens[j].mention].kind == "place"
        for slot in _AT_PLACE
        for i in slots.get(slot, ())
        for j in (i, *clauses.descendants(i))
    )


def _lacks_parties(
    context: SentenceContext, candidate: Candidate, source: list[Participant], target: list[Participant]
) -> bool:
    """Whether an event lacks a party that its type requires."""
    pattern, event_type = candidate.trigger.pattern, candidate.type
    if candidate.source and not source and event_type != "ASSAULT":
        return True  # "violence has forced ...": no actor did it
    if not source and (pattern.mode == "third-party" or candidate.status == "planned"):
        return True
    if event_type == "ACCUSE" and not source and (pattern.pos == "a" or pattern.target[0].startswith("comp.")):
        return True  # "illegal unrest": nobody calls it so
    if event_type == "ACCUSE" and not target and pattern.target[0].startswith("comp."):
        return True  # "claimed that tanks were destroyed": nobody is accused
    if pattern.pos == "m" and not any(context.can_act(a) for a in target):
        return True
    if (
        event_type == "MOBILIZE"
        and not source
        and context.clauses.tokens[candidate.trigger.i].dep in ("acl", "amod")
    ):
        return True  # "a unit deployed in the west": where it is, not that it came
    alone = pattern.pos == "n" and "told" not in candidate.trigger.slots
    if alone and event_type in ("REQUEST", "ACCUSE", "THREATEN", "SUPPORT") and not _known(target):
        return True
    words = (context.clauses.tokens[a.i].lower for a in source)
    if event_type == "THREATEN" and any(word in context.table.classes["observers"] for word in words):
        return True  # who only foresees does not threaten
    single = len(source) == 1 and bool(source[0].country)
    if pattern.two_sided and event_type in ("SUPPORT", "COOPERATE") and single and not source[0].sure:
        return True
    # "we should ..." asks nothing of anybody else
    return event_type == "REQUEST" and single and {a.country for a in target} == {source[0].country}


# --- events of one sentence that are one


def _without_nouns_of_verbs(candidates: list[Candidate], clauses: Clauses) -> list[Candidate]:
    """Remove a noun in the clause of a verb of its own type: it is the same event ("allocated millions in aid").

    Attacks are left to ``_with_outcomes``, which keeps the fuller of the two.
    """
    verbs = {(d.trigger.i, d.type) for d in candidates if d.trigger.pattern.pos == "v" and d.type != "ASSAULT"}
    return [
        d
        for d in candidates
        if d.trigger.pattern.pos != "n" or (clauses.clause_of(d.trigger.i), d.type) not in verbs
    ]


def _without_joined_nouns(candidates: list[Candidate], clauses: Clauses) -> list[Candidate]:
    """Join two nouns of fighting or protest connected by "and" ("clashes and skirmishes broke out").

    They stay two events if the second one has parties or a place of its own.
    """
    first = {d.trigger.i for d in candidates if d.trigger.pattern.pos == "n" and d.type in _JOINED}
    return [
        d
        for d in candidates
        if not (d.trigger.pattern.pos == "n" and d.type in _JOINED and _adds(d, clauses, first))
    ]


def _adds(candidate: Candidate, clauses: Clauses, first: set[int]) -> bool:
    """Whether a noun only adds to one of the ``first`` nouns, with no phrase or owner of its own."""
    token = clauses.tokens[candidate.trigger.i]
    own = clauses.dependents(token.i, "nmod", "nmod:poss", "acl", "acl:relcl")
    return token.dep == "conj" and token.head in first and not own


def _without_told_twice(candidates: list[Candidate], clauses: Clauses) -> list[Candidate]:
    """Remove an event that repeats one of the same type and source in a clause above, or a protest joined to it.

    "denounced what he called a crime", "they were forced to flee", "protesters rally and demand". The other event
    gets its parties if it names nobody itself.
    """
    kept: list[Candidate] = []
    for candidate in candidates:
        again = [d for d in candidates if _tells_again(d, candidate, clauses)]
        target = next((d.target for d in again if _known(d.target)), ())
        if not any(_tells_again(candidate, other, clauses) for other in candidates):
            kept.append(
                replace(candidate, target=target) if target and not _known(candidate.target) else candidate
            )
    return kept


def _tells_again(candidate: Candidate, other: Candidate, clauses: Clauses) -> bool:
    """Whether a candidate only repeats another one, to whose clause its own clause is attached."""
    if other is candidate or candidate.type not in _TOLD_TWICE:
        return False
    demand = (candidate.type, other.type) == ("REQUEST", "PROTEST")  # "marched, demanding that he resign"
    if other.type != candidate.type and not (demand and candidate.source == other.source):
        return False
    if candidate.trigger.pattern.pos == "n" or other.trigger.pattern.pos == "n":
        return False
    here = clauses.tokens[candidate.trigger.i]
    above = clauses.ancestors(here.i)
    if candidate.type == "PROTEST":
        below = here.dep == "conj" and here.head == other.trigger.i
    else:
        own_clause = here.dep == "acl:relcl" and clauses.tokens[here.head].lower != "what"
        below = other.trigger.i in above[:2] and here.dep not in ("conj", "parataxis") and not own_clause
    one_status = candidate.status == other.status
    return below and one_status and _may_be_one(candidate.source, other.source)


def _without_laid_mines(candidates: list[Candidate], context: SentenceContext) -> list[Candidate]:
    """ "A mine laid by the rebels exploded" is one event, the explosion, by those who laid it."""
    clauses, weapons = context.clauses, context.table.classes["weapons"]
    found = list(candidates)
    for laid in candidates:
        token = clauses.tokens[laid.trigger.i]
        if laid.type != "ASSAULT" or token.dep not in ("acl", "acl:relcl"):
            continue
        weapon = clauses.tokens[token.head]
        for blast in candidates:
            goes_off = blast.type == "ASSAULT" and weapon.i in blast.trigger.slots.get("subj", ())
            if not goes_off or weapon.lower not in weapons or laid not in found or blast.status != laid.status:
                continue
            source = blast.source if _known(blast.source) else laid.source
            found = [replace(d, source=source) if d is blast else d for d in found if d is not laid]
    return found


def _with_mediators(candidates: list[Candidate], context: SentenceContext) -> list[Candidate]:
    """Merge brokering into the event that was brokered, as its mediator: "talks mediated by the EU".

    Also "a truce was brokered by Moscow".
    """
    clauses = context.clauses
    brokers = [d for d in candidates if d.mode == "third-party" and _brokers_what_is_told(d, clauses)]
    events = [d for d in candidates if d.mode != "third-party" and d.trigger.pattern.two_sided]
    beside = [d for d in brokers if _is_mediator_of(d, candidates, clauses)]
    candidates = [d for d in candidates if d not in beside]
    brokers = [d for d in brokers if d not in beside]
    if not brokers or not events:
        return candidates
    main = min(events, key=lambda d: abs(d.trigger.i - brokers[0].trigger.i))
    named = {a.country for a in main.mediators}
    added = tuple(a for b in brokers for a in b.source if a.country and a.country not in named)
    brokering = {a.country for a in (*added, *main.mediators)}
    sides = tuple(context.participants.sides(clauses.tokens[main.trigger.i]))
    source, target = (
        tuple(a for a in side if a.country not in brokering) or sides or side
        for side in (main.source, main.target)
    )
    if not any(a.country and a.country not in brokering for a in (*source, *target)):
        return [d for d in candidates if d is not main]  # nobody is known but who brokered it
    combined = replace(main, mediators=(*main.mediators, *added), source=source, target=target)
    return [combined if d is main else d for d in candidates if d not in brokers]


def _is_mediator_of(broker: Candidate, candidates: Sequence[Candidate], clauses: Clauses) -> bool:
    """Whether brokering only tells the mediator of another event: "Baku, mediated by Tbilisi, freed the crew"."""
    token = clauses.tokens[broker.trigger.i]
    participle = token.dep in ("acl", "advcl", "amod") and clauses.passive(token.i)
    named = {a.country for a in broker.source if a.country}
    return participle and any(named and named <= {a.country for a in d.mediators} for d in candidates)


def _brokers_what_is_told(candidate: Candidate, clauses: Clauses) -> bool:
    """Whether a verb of brokering depends on another event, or has one as the subject of its passive."""
    i = candidate.trigger.i
    joined = clauses.tokens[i].dep in ("acl", "advcl", "amod", "acl:relcl", "conj", "ROOT", "ccomp", "parataxis")
    return joined and clauses.passive(i)


def _with_outcomes(
    candidates: list[Candidate], context: SentenceContext
) -> tuple[list[Candidate], dict[int, int]]:
    """Merge a killing that is only the outcome of an attack in the sentence ("the shelling killed two") into the
    attack.

    The attack gets its victims. The second value maps the words of the killing to the attack's number.
    """
    into: dict[int, int] = {}
    for n, candidate in enumerate(candidates):
        attack = _attack_of(candidate, candidates, context)
        if attack is None:
            attack = _attack_described(candidate, candidates, context)
        if attack is None:
            attack = _killing_beside(n, candidates, context)
        if attack is not None and into.get(attack) != n:
            into[n] = attack
    into = {n: into.get(attack, attack) for n, attack in into.items()}
    kept = [n for n in range(len(candidates)) if n not in into]
    merged = list(candidates)
    aliases: dict[int, int] = {}
    for n, attack in into.items():
        hit = _known(merged[attack].target)
        only_where = merged[attack].mode == "explosives" and all(
            a.place for a in hit
        )  # "a mine went off in Goris"
        if not hit or (only_where and _known(candidates[n].target)):
            merged[attack] = replace(merged[attack], target=candidates[n].target or merged[attack].target)
        aliases[candidates[n].trigger.i] = kept.index(attack)
        aliases.setdefault(candidates[n].trigger.verb, kept.index(attack))
    return [merged[n] for n in kept], aliases


def _parts(actors: Sequence[Participant]) -> set[str]:
    return {a.country for a in actors}


def _killing_beside(n: int, candidates: Sequence[Candidate], context: SentenceContext) -> int | None:
    """The number of the killing reported together with a wounding: "killed a man and wounded his son"."""
    clauses, classes = context.clauses, context.table.classes
    candidate = candidates[n]
    if clauses.tokens[candidate.trigger.i].lower not in classes["wounding"]:
        return None
    for number, other in enumerate(candidates):
        if number == n or other.type != "ASSAULT" or other.status != candidate.status:
            continue
        first, second = sorted((candidate.trigger.i, other.trigger.i))
        joined = clauses.tokens[second].dep == "conj" and clauses.tokens[second].head == first
        if not joined or clauses.tokens[other.trigger.i].lower not in classes["killing"]:
            continue
        if _may_be_one(candidate.source, other.source) and _may_be_one(candidate.target, other.target):
            return number
    return None


def _may_be_one(first: Sequence[Participant], second: Sequence[Participant]) -> bool:
    """Whether two parties have a country in common, or one of them has no known country."""
    countries = [{a.country for a in side if a.country} for side in (first, second)]
    return not all(countries) or bool(countries[0] & countries[1])


def _attack_described(
    candidate: Candidate, candidates: Sequence[Candidate], context: SentenceContext
) -> int | None:
    """The number of the attack, given as a noun, that a clause below it describes: "an attack targeting
    Lachin".
    """
    clauses = context.clauses
    token = clauses.tokens[candidate.trigger.i]
    if candidate.type != "ASSAULT" or candidate.trigger.pattern.pos != "v":
        return None
    for number, other in enumerate(candidates):
        same = other.type == "ASSAULT" and other.trigger.pattern.pos == "n" and other.status == candidate.status
        below = other.trigger.i == token.head and token.dep in ("acl", "acl:relcl")
        beside = other.trigger.verb == token.head and token.dep == "advcl" and "Tense" not in token.features
        parties = _may_be_one(candidate.source, other.source) and _may_be_one(candidate.target, other.target)
        if same and (below or beside) and parties:
            return number
    return None


def _attack_of(candidate: Candidate, candidates: Sequence[Candidate], context: SentenceContext) -> int | None:
    """The number of the attack of which a killing is the outcome, None where it is a separate event."""
    clauses, table = context.clauses, context.table
    if candidate.type != "ASSAULT" or not _tells_of_harm(context, candidate.trigger.i):
        return None
    if _is_joined_with_a_day(clauses, candidate.trigger.i):
        return None  # "have fired at each other for years, and on Monday a soldier was killed"
    known = any(a.country for a in candidate.source)
    above = set(clauses.ancestors(candidate.trigger.i))
    doers = {j for i in candidate.trigger.slots.get("subj", ()) for j in (i, *clauses.descendants(i))}
    for number, other in enumerate(candidates):
        if other is candidate or other.type != "ASSAULT" or other.status != candidate.status:
            continue
        if _tells_of_harm(context, other.trigger.i):
            continue
        if any(clauses.tokens[i].lower in table.classes["accusing"] and i != other.trigger.i for i in above):
            continue  # "took the height, accusing them of killing a guard"
        if not known or other.trigger.i in doers or {other.trigger.i, other.trigger.verb} & above:
            return number
        joined = clauses.tokens[candidate.trigger.i].head == other.trigger.i
        if joined and _parts(candidate.source) == _parts(other.source):
            return number
    return None


def _tells_of_harm(context: SentenceContext, i: int) -> bool:
    """Whether a word is one of killing, wounding, suffering or dying."""
    word, classes = context.clauses.tokens[i].lower, context.table.classes
    return any(word in classes[name] for name in _HARM)


def _is_joined_with_a_day(clauses: Clauses, i: int) -> bool:
    """Whether a verb is joined to another by "and", and a date stands between this word and its subject."""
    joined = [c for c in clauses.children[i] if clauses.tokens[c].dep == "cc"]
    if clauses.tokens[i].dep != "conj" or not joined or not clauses.dependents(i, "nsubj", "nsubj:pass"):
        return False
    return any(clauses.tokens[c].dep == "date" for c in (*clauses.children[i], *clauses.children[joined[0]]))
