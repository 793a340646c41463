"""How an event stands in its article: reported, claimed, planned, denied or background."""

from __future__ import annotations

from contactline.coding.candidates import MATERIAL, Draft
from contactline.coding.event_date import Calendar, When
from contactline.coding.sentence import Scene

_PAST_STATES = frozenset({"soviet_union"})
_UPON = ("after", "since", "following", "with", "upon", "before", "during")
_BELLIGERENTS = frozenset({"ARM", "AZE", "NKR"})


def status(scene: Scene, draft: Draft, when: When, calendar: Calendar) -> str:
    """The status of an event: reported, claimed, planned, denied or background."""
    return status_and_reason(scene, draft, when, calendar)[0]


def status_and_reason(scene: Scene, draft: Draft, when: When, calendar: Calendar) -> tuple[str, str]:
    """The status of an event, and why it has it: what is still to come is planned, what lies long back is
    background; what a side says of the other, or of results that the other may dispute, is claimed.
    """
    if draft.status == "denied":
        return "denied", "the clause is negated"
    if draft.status == "planned":
        return "planned", "the clause tells what is still to come"
    if when.interval.start is not None and calendar.after(when.interval):
        return "planned", "its date is after the day of the article"
    if calendar.history(when, scene.clauses, draft.trigger, draft.type):
        return "background", "it is long past, or told as what went before the news"
    if _of_an_age_past(scene, draft, when):
        return "background", "told as what came of the end of a past state"
    if _claimed(scene, draft):
        return "claimed", "one side says it of the other, or of a result that the other may dispute"
    if _alleged(scene, draft):
        return "claimed", "it stands under a verb of accusing"
    return draft.status, "told as a fact"


def _of_an_age_past(scene: Scene, draft: Draft, when: When) -> bool:
    """Whether an event without a date is told as what came of the end of a state that is no more ("after the
    collapse of the Soviet Union, war broke out").
    """
    if when.interval.start is not None or when.interval.end is not None:
        return False
    clauses, mentions = scene.clauses, scene.parties.mentions
    words = (draft.trigger.i, draft.trigger.verb)
    ends = (t.head for t in clauses.tokens if t.mention >= 0 and mentions[t.mention].ref in _PAST_STATES)
    return any(clauses.tokens[end].head in words and clauses.case(end) in _UPON for end in ends)


def _claimed(scene: Scene, draft: Draft) -> bool:
    """Whether one side says it, and not merely of its own doing."""
    if draft.said is None or not draft.said.speakers or draft.type not in (*MATERIAL, "RETREAT"):
        return False
    tokens, classes = scene.clauses.tokens, scene.table.classes
    speaks = {a.country for a in draft.said.speakers if a.country}
    does = {a.country for a in draft.source if a.country}
    suffers = {a.country for a in draft.target if a.country}
    if speaks & _BELLIGERENTS:
        result = tokens[draft.trigger.i].lower in classes["results"]
        if result or (draft.said.verb >= 0 and tokens[draft.said.verb].lower in classes["claiming"]):
            return True
    if not speaks or not does or "MED" in speaks:
        return False
    if speaks & does:
        return bool(speaks & suffers)
    return bool(speaks & suffers or ((does | suffers) & _BELLIGERENTS and speaks & _BELLIGERENTS))


def _alleged(scene: Scene, draft: Draft) -> bool:
    """Whether it stands under a verb of accusing; a verb joined to that one tells something else."""
    tokens = scene.clauses.tokens
    below = draft.trigger.i
    for above in scene.clauses.root_of(below):
        if tokens[above].lower in scene.table.classes["accusing"]:
            return tokens[below].dep != "conj"
        below = above
    return False
