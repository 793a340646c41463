"""The status of an event in its article: reported, claimed, planned, denied or background."""

from __future__ import annotations

from contactline.coding import history
from contactline.coding.candidates import MATERIAL, Candidate
from contactline.coding.event_date import EventDate, EventDates
from contactline.coding.participants import OTHER_SIDE, Participant
from contactline.coding.sentence import SentenceContext


def status(context: SentenceContext, candidate: Candidate, when: EventDate, dates: EventDates) -> str:
    """The status of an event: reported, claimed, planned, denied or background."""
    return status_and_reason(context, candidate, when, dates)[0]


def status_and_reason(
    context: SentenceContext, candidate: Candidate, when: EventDate, dates: EventDates
) -> tuple[str, str]:
    """The status of an event, and the reason for it.

    Future events are planned, those long ago are background; what a side says about the other, or about results
    that the other may dispute, is claimed.
    """
    if candidate.status == "denied":
        return "denied", "the clause is negated"
    if candidate.status == "planned":
        return "planned", "the clause is about the future"
    if when.interval.start is not None and dates.is_to_come(when.interval):
        return "planned", "its date is after the day of the article"
    if _testified(context, candidate):
        return "claimed", "a witness reports it"
    if dates.is_history(when, context.clauses, candidate.trigger, candidate.type):
        return "background", "it is long past, or described as earlier than the news"
    undated = when.interval.start is None and when.interval.end is None
    if undated and history.beside_an_old_landmark(context, candidate.trigger, dates.last_day):
        return "background", "reported together with a landmark of the chronology long ago"
    if _claimed(context, candidate):
        return "claimed", "one side says it of the other, or of a result that the other may dispute"
    if _alleged(context, candidate):
        return "claimed", "it depends on a verb of accusing"
    if _is_in_own_statement(context, candidate):
        return "claimed", "the side that suffered it publishes the text"
    return candidate.status, "told as a fact"


def _claimed(context: SentenceContext, candidate: Candidate) -> bool:
    """Whether one side says it, and not just about its own acts or as an admission."""
    if candidate.said is None or not candidate.said.speakers or candidate.type not in (*MATERIAL, "RETREAT"):
        return False
    tokens, classes, conflict = context.clauses.tokens, context.table.classes, context.participants.facts.conflict
    speaks = {a.country for a in candidate.said.speakers if a.country}
    does = {a.country for a in candidate.source if a.country}
    suffers = {a.country for a in candidate.target if a.country}
    belligerents = frozenset(conflict.belligerents)
    if len(conflict.one_side(frozenset(speaks & belligerents))) > 1:
        return False  # both sides say so
    verb = tokens[candidate.said.verb].lower if candidate.said.verb >= 0 else ""
    if verb in classes["admitting"] and speaks & suffers and not speaks & does:
        return False
    if candidate.type == "RETREAT" and does == suffers and speaks & does:
        return False  # an act of two parties together is not one against the other
    if speaks & belligerents and (
        tokens[candidate.trigger.i].lower in classes["results"] or verb in classes["claiming"]
    ):
        return True
    if not speaks or "MED" in speaks:
        return False
    if not does:
        return bool(speaks & suffers & belligerents)
    if speaks & does:  # the other side's losses, whose doer only the speaker implies, are the speaker's word
        return bool(speaks & suffers) or all(a.basis == OTHER_SIDE for a in candidate.source)
    return bool(speaks & suffers or ((does | suffers) & belligerents and speaks & belligerents))


def _is_in_own_statement(context: SentenceContext, candidate: Candidate) -> bool:
    """Whether the other side's deed is told, as nobody's word, in a statement of the side which suffered it."""
    if candidate.type not in MATERIAL or (candidate.said is not None and candidate.said.speakers):
        return False
    participants = context.participants
    conflict, bodies = participants.facts.conflict, participants.facts.bodies
    tells = conflict.one_side(a.country for a in participants.discourse.publisher if a.actor_id in bodies)
    does = conflict.one_side(a.country for a in candidate.source if a.country)
    suffers = conflict.one_side(a.country for a in candidate.target if a.country)
    hostile = tells | does <= conflict.one_side(conflict.belligerents)
    return hostile and bool(tells and does) and not does & tells and suffers <= tells


def _testified(context: SentenceContext, candidate: Candidate) -> bool:
    """Whether a witness reports it from another time and place, or about themselves: it remains a claim,
    however old it is.
    """
    said = candidate.said
    if said is None or said.verb < 0 or candidate.type not in (*MATERIAL, "RETREAT"):
        return False
    if context.clauses.tokens[said.verb].lower in context.table.classes["testifying"]:
        return True
    told_by = {a.actor_id for a in said.speakers if a.actor_id and _is_individual(a, context)}
    return any(a.actor_id in told_by for a in candidate.target)


def _is_individual(participant: Participant, context: SentenceContext) -> bool:
    """Whether a participant is a single person without an office, named only in this text."""
    new = participant.actor_id is not None and participant.actor_id.startswith("new:")
    return new and not participant.country


def _alleged(context: SentenceContext, candidate: Candidate) -> bool:
    """Whether it depends on a verb of accusing; a verb joined to that one is something else."""
    tokens = context.clauses.tokens
    below = candidate.trigger.i
    for above in context.clauses.ancestors(below):
        if tokens[above].lower in context.table.classes["accusing"]:
            return tokens[below].dep != "conj"
        below = above
    return False
