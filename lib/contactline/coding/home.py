"""The parties of acts within a country: police and courts, the people whom they arrest, protesters.

A text about them names the country once, in the same or an earlier sentence: "Police detained 34 people after
activists blocked roads in Yerevan".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from contactline.coding.candidates import Candidate
from contactline.coding.participants import CIVILIANS, OWN_GOVERNMENT, PLACE_HELD, Participant
from contactline.coding.sentence import SentenceContext

_HELD = ("people", "captives", "crowds", "agents", "uncounted")
"""Classes of words for people whom police detain."""
_WITHIN = frozenset({"COERCE", "PROTEST"})
"""Types of events that show whose internal affairs an article describes."""


def completed(
    candidate: Candidate, source: list[Participant], target: list[Participant], here: str, context: SentenceContext
) -> tuple[list[Participant], list[Participant]]:
    """Source and target of an act within a country, each with that country if it has none.

    ``here``: the country of the event's place, "" where unknown; then that of the sentence is taken, else the
    country whose internal affairs the text last described.
    """
    if candidate.type not in ("COERCE", "PROTEST", "SANCTION") or candidate.trigger.pattern.two_sided:
        return source, target
    country = here or _of_the_sentence(context) or context.participants.discourse.home
    if candidate.type == "PROTEST":
        country = country or _only_country(target) or _only_country(context.participants.named_here)
        if not source and country and _only_country(target) in ("", country):
            source = [_who_acts(candidate, country, context)]
        return [_as_of(a, country) if _may_be(a, context) else a for a in source], target
    if not _is_police(source, candidate, context):
        return source, target
    captor = "" if source else _captor(candidate, target, context)
    if captor:
        return [replace(_who_acts(candidate, captor, context), basis=PLACE_HELD)], target
    acting = _only_country(source) or country
    theirs = (
        not target or any(_may_be(a, context) for a in target) or _are_of_its_politics(target, country, context)
    )
    if not source and acting and theirs:
        source = [_who_acts(candidate, acting, context)]
    own = not here or here == acting
    source = [_as_of(a, acting) if not a.country and a.actor_id is None else a for a in source]
    return source, [_as_of(a, acting) if own and _may_be(a, context) else a for a in target]


def _captor(candidate: Candidate, target: Sequence[Participant], context: SentenceContext) -> str:
    """The side of the conflict in whose country somebody of the other side is held: "a soldier held in Baku"."""
    conflict = context.participants.facts.conflict
    if candidate.mode != "arrest" or candidate.trigger.pattern.pos != "v":
        return ""
    where = {a.country for a in context.participants.of(candidate.trigger.slots.get("in", ()))}
    held = {a.country for a in target if a.country}
    known = len(where) == 1 and bool(held) and where | held <= conflict.belligerents.keys()
    return min(where) if known and len(conflict.one_side(where | held)) > 1 else ""


def _who_acts(candidate: Candidate, country: str, context: SentenceContext) -> Participant:
    """Protesters or police who are only implied by the word for the act, as people of a country."""
    token = context.clauses.tokens[candidate.trigger.i]
    return Participant(None, country, token.text, token.start, token.end, token.i, False, False, OWN_GOVERNMENT)


def after(home: str, candidates: Sequence[Candidate]) -> str:
    """The country whose internal affairs a text describes, after a sentence with these events."""
    for candidate in candidates:
        source, target = (
            {a.country for a in side if a.country not in ("", CIVILIANS)}
            for side in (candidate.source, candidate.target)
        )
        if candidate.type in _WITHIN and len(source) == 1 and target <= source:
            home = min(source)
    return home


def _of_the_sentence(context: SentenceContext) -> str:
    """The country of all places that a sentence names; "" where they are of several."""
    mentions = context.participants.mentions
    places = {
        mentions[token.mention].country
        for token in context.clauses.tokens
        if token.mention >= 0 and mentions[token.mention].kind == "place" and mentions[token.mention].country
    }
    return min(places) if len(places) == 1 else ""


def _only_country(actors: Sequence[Participant]) -> str:
    """The one country of some parties; "" where they have none or several."""
    countries = {a.country for a in actors if a.country not in ("", CIVILIANS)}
    return min(countries) if len(countries) == 1 else ""


def _is_police(source: Sequence[Participant], candidate: Candidate, context: SentenceContext) -> bool:
    """Whether the source are authorities, by their word, or an arrest has no source."""
    words = context.table.classes["authorities"]
    if not source:
        return candidate.trigger.pattern.mode == "arrest"
    return all(a.basis == OWN_GOVERNMENT or _word(a, context) in words for a in source)


def _are_of_its_politics(target: Sequence[Participant], country: str, context: SentenceContext) -> bool:
    """Whether those arrested are the country's own leaders, activists and the like, or are held in it.

    People arrested at its border are not.
    """
    words = context.table.classes["crowds"] | context.table.classes["officials"]
    tokens, mentions = context.clauses.tokens, context.participants.mentions
    told = all(
        _word(a, context) in words or (tokens[a.i].mention >= 0 and mentions[tokens[a.i].mention].kind == "place")
        for a in target
    )
    return told and _only_country(target) == country != ""


def _may_be(actor: Participant, context: SentenceContext) -> bool:
    """Whether a party of no country is people, who can be of the country that is told of."""
    classes = context.table.classes
    unknown = actor.actor_id is None and actor.country in ("", CIVILIANS)
    return unknown and any(_word(actor, context) in classes[name] for name in _HELD)


def _word(actor: Participant, context: SentenceContext) -> str:
    """The last word of what names a party: "police" of "Armenian police", which is one name."""
    return context.clauses.tokens[actor.i].lower.rpartition(" ")[2]


def _as_of(actor: Participant, country: str) -> Participant:
    """A party as one of a country that its own words do not tell."""
    return replace(actor, country=country, sure=False, basis=OWN_GOVERNMENT) if country else actor
