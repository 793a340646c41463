"""The events of one sentence, before each has a date, a place and a standing in the article."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from contactline.coding import factuality, inferred_roles, roles
from contactline.coding.participants import SIDES, Actor
from contactline.coding.sentence import Scene
from contactline.coding.triggers import Matcher, Trigger
from contactline.lexicon.patterns import COOPERATIVE
from contactline.parsing.clauses import Clauses

MATERIAL = frozenset({"ASSAULT", "COERCE", "SANCTION", "MOBILIZE", "PROTEST"})
_TWO_SIDED_BY_NATURE = ("ASSAULT", "CONCEDE", "RETREAT")
_ADDRESSED = frozenset({"SUPPORT", "REQUEST", "ACCUSE", "AGREE", "THREATEN", "REJECT", "AID", "COERCE"})
_OUTWARD = frozenset(
    {"SUPPORT", "REJECT", "AID", "COOPERATE", "AGREE", "CONSULT", "ACCUSE", "REQUEST", "RETREAT", "SANCTION"}
)
"""Types that nobody does to himself: a target that is the source was misread."""
_STATES = frozenset({"ARM", "AZE", "NKR", "RUS", "TUR", "IRN", "GEO", "FRA", "USA", "EU", "UN"})
"""Parties of this conflict and its mediators, of whom the texts tell what they do to one another."""
_OWN_WORD = frozenset({"RETREAT", "CONCEDE", "AGREE", "SUPPORT", "CONSULT", "REQUEST", "ACCUSE", "REJECT"})

_SELVES = frozenset({"himself", "herself", "itself", "themselves"})

Actors = tuple[Actor, ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """An event of one sentence. ``said``: who says it, None where the text itself does."""

    trigger: Trigger
    type: str
    mode: str
    status: str
    source: Actors
    target: Actors
    mediators: Actors
    said: factuality.Saying | None


def drafts(scene: Scene) -> tuple[list[Draft], dict[int, int]]:
    """The events of a sentence in the order of its words; and words that belong to one of them without being
    its trigger, as {token: number of the draft}.
    """
    for token in scene.clauses.tokens:
        actor = scene.parties.named(token.i) if token.mention >= 0 else None
        if actor is not None:
            scene.parties.local.append(actor)
    found = []
    for trigger in Matcher(scene.clauses, scene.parties, scene.table).triggers():
        draft = _draft(scene, trigger)
        if draft is not None:
            found.append(draft)
    return _outcomes(_brokered(_held(found, scene.clauses), scene.clauses), scene)


def _draft(scene: Scene, trigger: Trigger) -> Draft | None:
    """One trigger's event, None where the clause tells none: cast it, turn it by how it is told, look it over."""
    carrier = trigger.verb if trigger.support else trigger.i
    manner = factuality.stance(scene.clauses, scene.table, trigger)
    if manner == factuality.SUPPOSED:
        return None
    said = factuality.saying(scene.clauses, scene.parties, scene.table, carrier)
    cast = _cast(scene, trigger, said)
    if cast is None or _self_inflicted(scene, trigger):
        return None
    draft = Draft(trigger, trigger.pattern.type, trigger.pattern.mode, "reported", *cast, said)
    turned = _turned(scene, draft, manner)
    return _sound(scene, turned) if turned is not None else None


def _self_inflicted(scene: Scene, trigger: Trigger) -> bool:
    """ "Shot himself": nobody did anything to another. Who chains himself to a gate protests all the same."""
    hit = trigger.slots.get("obj", ())
    outward = MATERIAL - {"PROTEST"}
    return trigger.pattern.type in outward and any(scene.clauses.tokens[i].lower in _SELVES for i in hit)


# --- who


def _cast(scene: Scene, trigger: Trigger, said: factuality.Saying | None) -> tuple[Actors, Actors, Actors] | None:
    """Source, target and mediators; None where a noun is only what something else is about."""
    pattern, parties, clauses = trigger.pattern, scene.parties, scene.clauses
    source = roles.filled(parties, trigger, pattern.source, ())
    if not source and said is not None and "said" in pattern.source:
        source = list(said.speakers)
    if pattern.type in MATERIAL and len(_known(source)) > 1 and not _belligerent(source):
        source = parties.sides(clauses.tokens[trigger.i]) or source
    target = roles.filled(parties, trigger, pattern.target, tuple(source), place_too=True)
    if (
        not source
        and said is not None
        and pattern.type in _OWN_WORD
        and inferred_roles.agentless(clauses, trigger)
    ):
        source = list(said.speakers)
    if not _known(source):
        source = inferred_roles.doer(source, target, said, trigger, parties) or source
    if not _known(target) and pattern.type in _ADDRESSED and not pattern.two_sided:
        target = inferred_roles.addressee(scene, trigger, source) or target
    brokers = roles.mediators(scene, trigger)
    shut = {a.country for a in brokers}
    source, target = ([a for a in side if a.country not in shut or not a.country] for side in (source, target))
    if pattern.mode == "third-party" and not _known(target):
        own = {a.country for a in source}
        target = [a for a in parties.sides(clauses.tokens[trigger.i]) if a.country not in own]
    if not target and pattern.type in ("AGREE", "COOPERATE") and len(_known(source)) > 1:
        target = source
    elif pattern.two_sided:
        both = _both(scene, trigger, said, source, target)
        if both is None:
            return None
        source = target = both
    elif _fight_of_nobody(scene, trigger, source, target):
        sides = parties.sides(clauses.tokens[trigger.i])
        source, target = (sides, sides) if sides or not target else (source, target)
    else:
        target = _others(pattern.type, source, target)
        if pattern.type == "ASSAULT" and not scene.elsewhere() and _own_ground(source, target):
            both = inferred_roles.both_sides(_known(source), parties, clauses.tokens[trigger.i])
            target = [a for a in both if a not in source]
    return tuple(source), tuple(target), tuple(brokers)


def _known(actors: Sequence[Actor]) -> list[Actor]:
    return [a for a in actors if a.country]


def _both(
    scene: Scene, trigger: Trigger, said: factuality.Saying | None, source: list[Actor], target: list[Actor]
) -> list[Actor] | None:
    """The parties of a two-sided event, who are its source and its target alike."""
    pattern = trigger.pattern
    both = roles.united(source, target)
    if pattern.type == "CONSULT" and "with" in trigger.slots:
        both = roles.united(inferred_roles.speaker_there(scene, trigger, both), both)
    alone = len({a.country for a in _known(both)}) == 1
    if said is not None and alone and inferred_roles.agentless(scene.clauses, trigger):
        both = roles.united([a for a in said.speakers if a.country not in ("MED", "")], both)
    told = pattern.pos != "n" or "told" in trigger.slots
    if len(both) < 2 and (not told or _topic(scene, trigger)):
        return None  # "a dialogue with Azerbaijan", said of nobody; "welcomed the agreement"
    if told and pattern.type in _TWO_SIDED_BY_NATURE and not scene.elsewhere():
        if not _belligerent(both):  # "both sides" of a fight are not the two who talked last
            both = scene.parties.sides(scene.clauses.tokens[trigger.i]) or both
        both = inferred_roles.both_sides(both, scene.parties, scene.clauses.tokens[trigger.i])
    return both


def _own_ground(source: Sequence[Actor], target: Sequence[Actor]) -> bool:
    """Whether a side attacks what is told by a place of its own state: held by the other side, then."""
    own = {a.country for a in source if a.country}
    return (
        len(own) == 1
        and own <= set(SIDES)
        and bool(target)
        and all(not a.sure and a.country in own for a in target)
    )


def _belligerent(actors: Sequence[Actor]) -> bool:
    """Whether somebody is named, or one of the conflict's own sides meant."""
    return any(a.sure or a.country in SIDES or a.country == "NKR" for a in actors)


def _topic(scene: Scene, trigger: Trigger) -> bool:
    """Whether a noun is only what another event is about ("welcomed the agreement")."""
    token = scene.clauses.tokens[trigger.i]
    above = scene.clauses.tokens[token.head].lower
    return (
        trigger.pattern.pos == "n" and not trigger.support and token.dep == "obj" and above in scene.table.by_verb
    )


def _fight_of_nobody(scene: Scene, trigger: Trigger, source: list[Actor], target: list[Actor]) -> bool:
    """Whether an attack is told with no party at all ("continued shelling along the border"), or nobody but the
    dead of a fight that has two sides ("thousands were killed in the war").
    """
    if trigger.pattern.type != "ASSAULT" or trigger.pattern.mode == "explosives" or scene.elsewhere():
        return False
    if _known([*source, *target]):
        return False
    tokens, slots = scene.clauses.tokens, trigger.slots
    fights = (tokens[i].lower for slot in ("in", "during") for i in slots.get(slot, ()))
    return "told" in slots or any(
        pattern.two_sided and pattern.type == "ASSAULT"
        for word in fights
        for _, pattern in scene.table.by_noun.get(word, ())
    )


def _others(event_type: str, source: list[Actor], target: list[Actor]) -> list[Actor]:
    """The target without the source's own words, and without its own country where that makes no sense."""
    starts = {a.start for a in source}
    own = {a.country for a in source if a.country}
    selves = {a.actor_id for a in source if a.actor_id}
    others = [a for a in target if a.start not in starts]
    misread = event_type in _OUTWARD and any(
        a.country in own and (not a.sure or a.actor_id in selves or a.country in _STATES) for a in others
    )
    if misread or len({a.country for a in others}) > 1:
        others = [a for a in others if a.country not in own]
    return others


# --- how it is told


def _turned(scene: Scene, draft: Draft, manner: str) -> Draft | None:
    """What a future, a refusal, a negation or a demand makes of an event; None where it leaves none."""
    cooperative = draft.type in COOPERATIVE
    if manner == factuality.FUTURE:
        if cooperative:
            return _promised(scene, draft)
        if draft.type in MATERIAL and draft.said is not None and draft.source:
            return replace(draft, type="THREATEN", mode="")
        return replace(draft, status="planned")
    if manner == factuality.REFUSED:
        if cooperative:
            return replace(draft, type="REJECT", mode="")
        return draft if draft.type == "REJECT" else None
    if manner == factuality.NEGATED:
        if cooperative and draft.type != "CONSULT" and any(a.country or a.actor_id for a in draft.source):
            return replace(draft, type="REJECT", mode="")
        return None if draft.type == "REJECT" else replace(draft, status="denied")
    if manner == factuality.DEMAND:
        if draft.said is None or not draft.said.speakers:
            return draft if draft.type == "REQUEST" else None
        return replace(
            draft, type="REQUEST", mode="", source=draft.said.speakers, target=draft.source or draft.target
        )
    return draft


def _promised(scene: Scene, draft: Draft) -> Draft:
    """A cooperative act still to come is AGREE, by whoever is to do it with the other."""
    trigger = draft.trigger
    source, target = draft.source, draft.target
    if trigger.pattern.two_sided:
        first = roles.filled(scene.parties, trigger, trigger.pattern.source, ())
        second = roles.filled(scene.parties, trigger, trigger.pattern.target, tuple(first), place_too=True)
        if _known(first) and _known(second):
            source, target = tuple(_known(first)), tuple(_known(second))
    return replace(draft, type="AGREE", mode="", status="planned", source=source, target=target)


# --- whether it is an event


def _sound(scene: Scene, draft: Draft) -> Draft | None:
    """The event with parties that can be such, None where too little of it is left."""
    pattern, event_type = draft.trigger.pattern, draft.type
    source = [a for a in draft.source if scene.acts(a)]
    target = list(draft.target)
    if event_type == "PROTEST" and source and not _known(source):
        source = inferred_roles.local(source, scene.clauses, scene.parties)
    if event_type in ("THREATEN", "AGREE", "REQUEST") and not pattern.two_sided and draft.source != draft.target:
        own = {a.country for a in source if a.country}
        target = [a for a in target if a.country not in own]
    if event_type in inferred_roles.SPOKEN or event_type == "REJECT":
        target = [a for a in target if scene.acts(a)]
    if pattern.mode == "expel" and {a.country for a in target} == {"ARM"}:
        if inferred_roles.of_karabakh(scene.clauses, scene.parties):
            target = [replace(a, actor_id="karabakh_armenians", country="NKR", sure=False) for a in target]
    if not any(scene.acts(a) for a in (*source, *target)) or _idle(scene, draft, source, target):
        return None
    return replace(draft, source=tuple(source), target=tuple(target))


def _idle(scene: Scene, draft: Draft, source: list[Actor], target: list[Actor]) -> bool:
    """Whether an event lacks what its kind cannot do without."""
    pattern, event_type = draft.trigger.pattern, draft.type
    if draft.source and not source and event_type != "ASSAULT":
        return True  # "violence has forced ...": no actor did it
    if not source and (pattern.mode == "third-party" or draft.status == "planned"):
        return True
    if pattern.pos == "m" and not any(scene.acts(a) for a in target):
        return True
    if event_type == "MOBILIZE" and not source and scene.clauses.tokens[draft.trigger.i].dep in ("acl", "amod"):
        return True  # "a unit deployed in the west": where it is, not that it came
    alone = pattern.pos == "n" and "told" not in draft.trigger.slots
    if alone and event_type in ("REQUEST", "ACCUSE", "THREATEN", "SUPPORT") and not _known(target):
        return True
    words = (scene.clauses.tokens[a.i].lower for a in source)
    if event_type == "THREATEN" and any(word in scene.table.classes["observers"] for word in words):
        return True  # who only foresees does not threaten
    single = len(source) == 1 and bool(source[0].country)
    if pattern.two_sided and event_type in ("SUPPORT", "COOPERATE") and single and not source[0].sure:
        return True
    # "we should ..." asks nothing of anybody else
    return event_type == "REQUEST" and single and {a.country for a in target} == {source[0].country}


# --- events of one sentence that are one


def _held(drafts: list[Draft], clauses: Clauses) -> list[Draft]:
    """A noun in the clause of a verb of its own type is no event beside it ("allocated millions in aid").
    Attacks are left to ``_outcomes``, which keeps the fuller of the two.
    """
    verbs = {(d.trigger.i, d.type) for d in drafts if d.trigger.pattern.pos == "v" and d.type != "ASSAULT"}
    return [
        d for d in drafts if d.trigger.pattern.pos != "n" or (clauses.clause_of(d.trigger.i), d.type) not in verbs
    ]


def _brokered(drafts: list[Draft], clauses: Clauses) -> list[Draft]:
    """ "Talks mediated by the EU" are one event: who brokered an event told beside it is its mediator."""
    brokers = [
        d
        for d in drafts
        if d.mode == "third-party"
        and clauses.tokens[d.trigger.i].dep in ("acl", "advcl", "amod", "acl:relcl", "conj")
        and clauses.passive(d.trigger.i)
    ]
    events = [d for d in drafts if d.mode != "third-party" and d.trigger.pattern.two_sided]
    if not brokers or not events:
        return drafts
    main = min(events, key=lambda d: abs(d.trigger.i - brokers[0].trigger.i))
    named = {a.country for a in main.mediators}
    added = tuple(a for b in brokers for a in b.source if a.country and a.country not in named)
    shut = {a.country for a in added}
    source, target = (
        tuple(a for a in side if a.country not in shut) or side for side in (main.source, main.target)
    )
    mended = replace(main, mediators=(*main.mediators, *added), source=source, target=target)
    return [mended if d is main else d for d in drafts if d not in brokers]


def _outcomes(drafts: list[Draft], scene: Scene) -> tuple[list[Draft], dict[int, int]]:
    """Takes a killing that is only the outcome of an attack told beside it ("the shelling killed two") into the
    attack, whom it hit included. The second value maps the words of the killing to the attack's number.
    """
    into: dict[int, int] = {}
    for n, draft in enumerate(drafts):
        attack = _attack_of(draft, drafts, scene)
        if attack is not None:
            into[n] = attack
    kept = [n for n in range(len(drafts)) if n not in into]
    merged = list(drafts)
    aliases: dict[int, int] = {}
    for n, attack in into.items():
        if not any(a.country for a in merged[attack].target):
            merged[attack] = replace(merged[attack], target=drafts[n].target or merged[attack].target)
        aliases[drafts[n].trigger.i] = kept.index(attack)
        aliases.setdefault(drafts[n].trigger.verb, kept.index(attack))
    return [merged[n] for n in kept], aliases


def _parts(actors: Sequence[Actor]) -> set[str]:
    return {a.country for a in actors}


def _attack_of(draft: Draft, drafts: Sequence[Draft], scene: Scene) -> int | None:
    """The number of the attack whose outcome a killing is, None where it stands for itself."""
    clauses, table = scene.clauses, scene.table
    hurting = table.classes["killing"] | table.classes["wounding"]
    word = clauses.tokens[draft.trigger.i].lower
    if draft.type != "ASSAULT" or word not in hurting:
        return None
    known = any(a.country for a in draft.source)
    above = set(clauses.root_of(draft.trigger.i))
    doers = {j for i in draft.trigger.slots.get("subj", ()) for j in (i, *clauses.under(i))}
    for number, other in enumerate(drafts):
        if other is draft or other.type != "ASSAULT" or other.status != draft.status:
            continue
        if clauses.tokens[other.trigger.i].lower in hurting:
            continue
        if not known or other.trigger.i in doers or {other.trigger.i, other.trigger.verb} & above:
            return number
        joined = clauses.tokens[draft.trigger.i].head == other.trigger.i
        if joined and _parts(draft.source) == _parts(other.source):
            return number
    return None
