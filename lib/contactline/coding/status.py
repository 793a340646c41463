"""How an event stands in its article: reported, claimed, planned, denied or background."""

from __future__ import annotations

from contactline.coding.candidates import MATERIAL, Draft
from contactline.coding.event_date import HISTORY, Calendar, When
from contactline.coding.sentence import Scene
from contactline.dates import chronology

_BESIDE = frozenset({"after", "before", "during", "following", "upon", "with"})
_BELLIGERENTS = frozenset({"ARM", "AZE", "NKR"})


def status(scene: Scene, draft: Draft, when: When, calendar: Calendar) -> str:
    """The status of an event (DESIGN's word for it): what is still to come is planned, what lies long back is
    background; what a side says of the other, or of results that the other may dispute, is claimed.
    """
    if draft.status in ("denied", "planned"):
        return draft.status
    if when.interval.start is not None and calendar.after(when.interval):
        return "planned"
    if calendar.history(when, scene.clauses, draft.trigger, draft.type) or _of_an_age_past(
        scene, draft, when, calendar
    ):
        return "background"
    return "claimed" if _claimed(scene, draft) or _alleged(scene, draft) else draft.status


def _of_an_age_past(scene: Scene, draft: Draft, when: When, calendar: Calendar) -> bool:
    """Whether an event without a date is told beside a landmark of the chronology that lies long back ("after the
    collapse of the Soviet Union, war broke out").
    """
    if when.interval.start is not None or when.interval.end is not None:
        return False
    clauses, words = scene.clauses, (draft.trigger.i, draft.trigger.verb)
    beside = [t for t in clauses.tokens if t.head in words and clauses.case(t.i) in _BESIDE]
    if not beside:
        return False
    start, day = clauses.tokens[0].start, calendar.published.day or calendar.published.interval.end
    for hit in chronology.find(scene.parties.text[start : clauses.tokens[-1].end], scene.lexicon):
        old = hit.strength == "lasting" if day is None else day - hit.landmark.end > HISTORY
        if hit.sure and old and any(hit.start <= t.start - start < hit.end for t in beside):
            return True
    return False


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
