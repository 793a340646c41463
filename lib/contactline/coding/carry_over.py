"""What one sentence leaves for the next: the parties that pronouns and "the two sides" may mean in later
sentences.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from contactline.coding import home, inferred_roles, roles
from contactline.coding.candidates import Candidate
from contactline.coding.participants import Discourse, Participant
from contactline.coding.sentence import SentenceContext
from contactline.parsing.clauses import Clauses

_KEPT = 30
"""Number of recently named participants that are remembered."""
_OPENING = 8
"""Number of participants after which a text must have shown for which body it speaks."""
_NO_PARTY = ("", "MED", "UNK")
"""Codes that are no party to an event: unknown, media."""
_PUT_FORWARD = inferred_roles.SPOKEN - {"SUPPORT"} | {"THREATEN"}
"""Types of events in which somebody makes a proposal, a demand or an accusation that another may reject."""
_SUBJECT = ("nsubj", "nsubj:pass")


def after(discourse: Discourse, context: SentenceContext, found: Sequence[Candidate]) -> Discourse:
    """The discourse after a sentence in which these events were found."""
    here = _with_named(discourse, context, found)
    for candidate in found:
        here = _with_event(here, context, candidate)
    after_these, fight = home.after(here.home, found), _fight(here.fight, found)
    same = after_these == here.home and fight == here.fight
    return here if same else replace(here, home=after_these, fight=fight)


def _fight(before: tuple[Participant, ...], found: Sequence[Candidate]) -> tuple[Participant, ...]:
    """The parties of the attacks told last, unless the text has gone on to another subject."""
    attacks = [candidate for candidate in found if candidate.type == "ASSAULT"]
    if not attacks:
        return () if found else before
    return tuple({a.country: a for a in (*before, *(a for c in attacks for a in _sides(c)))}.values())


def _with_named(discourse: Discourse, context: SentenceContext, found: Sequence[Candidate]) -> Discourse:
    """With the persons, bodies and parties that the sentence names."""
    named, clauses = context.participants.named_here, context.clauses
    persons = [a for a in named if a.person]
    bodies = [a for a in named if not a.person and a.country and a.sure]
    parties = [a for a in named if a.country not in _NO_PARTY]
    return replace(
        discourse,
        person=(_subject(persons, clauses) or persons[0]) if persons else discourse.person,
        they=_several(found, discourse) if found or persons else discourse.they,
        named=(*discourse.named, *parties)[-_KEPT:],
        listed=_listed(parties, clauses) or discourse.listed,
        joint=(*discourse.joint, *_joint(context))[-_KEPT:],
        body=_subject(bodies, clauses) if bodies else discourse.body,
    )


def _joint(context: SentenceContext) -> tuple[tuple[str, tuple[Participant, ...]], ...]:
    """The plural nouns by which the sentence names several parties at once, each with those parties."""
    nouns = (token for token in context.clauses.tokens if token.pos == "NOUN")
    found = ((token.lower, context.participants.joint(token.i)) for token in nouns)
    return tuple((noun, parties) for noun, parties in found if parties)


def _listed(parties: Sequence[Participant], clauses: Clauses) -> tuple[Participant, ...]:
    """The last three or more parties that the sentence names beside one another, one for each country."""
    lists: dict[int, dict[str, Participant]] = {}
    for party in parties:
        token = clauses.tokens[party.i]
        first = token.head if token.dep == "conj" else token.i
        lists.setdefault(first, {}).setdefault(party.country, party)
    return next((tuple(one.values()) for one in reversed(lists.values()) if len(one) > 2), ())


def _subject(named: Sequence[Participant], clauses: Clauses) -> Participant | None:
    return next((a for a in named if clauses.tokens[a.i].dep in _SUBJECT), None)


def _several(found: Sequence[Candidate], discourse: Discourse) -> tuple[Participant, ...]:
    """The first source that "they" can mean: several participants, or one named by a plural word; those whom it
    meant before, if they act again.
    """
    for candidate in found:
        again = {a.actor_id for a in candidate.source}
        if len(discourse.they) > 1 and again == {a.actor_id for a in discourse.they}:
            return discourse.they
        sure = tuple(a for a in candidate.source if a.sure)
        if len(sure) > 1 or (sure and sure[0].text.endswith("s")):
            return sure
    return ()


def _with_event(discourse: Discourse, context: SentenceContext, candidate: Candidate) -> Discourse:
    """The discourse after an event: its sides, its speaker, and for which body the text speaks."""
    sides = _sides(candidate)
    if len(sides) > 1 and candidate.type != "ACCUSE":
        if candidate.type == "CONSULT" and not discourse.main:
            discourse = replace(discourse, main=sides)
        if candidate.trigger.pattern.two_sided:
            discourse = replace(discourse, recent=sides)
    if candidate.said is not None and candidate.said.speakers:
        discourse = replace(discourse, speaker=candidate.said.speakers)
    claimants = candidate.source if candidate.type in _PUT_FORWARD else discourse.speaker
    if candidate.type in _PUT_FORWARD or (candidate.said is not None and candidate.said.speakers):
        known = tuple(a for a in claimants if a.country not in _NO_PARTY)
        discourse = replace(discourse, claimants=known or discourse.claimants)
    opening = len(discourse.named) < _OPENING and not discourse.speaker and candidate.said is None
    if opening and candidate.type in inferred_roles.SPOKEN and _in_present(candidate, context.clauses):
        voice = tuple(a for a in candidate.source if a.country and not a.person)
        discourse = replace(discourse, voice=voice or discourse.voice)
    return discourse


def _sides(candidate: Candidate) -> tuple[Participant, ...]:
    """The participants of an event, one for each country."""
    sides: dict[str, Participant] = {}
    for participant in roles.united(candidate.source, candidate.target):
        if participant.country not in _NO_PARTY:
            sides.setdefault(participant.country, participant)
    return tuple(sides.values())


def _in_present(candidate: Candidate, clauses: Clauses) -> bool:
    features = clauses.tokens[candidate.trigger.verb].features
    return "Tense=Pres" in features and "VerbForm=Fin" in features
