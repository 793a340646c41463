"""The number of people captured, released or held in an event, and of bodies returned."""

from __future__ import annotations

from contactline.coding import counts
from contactline.coding.sentence import SentenceContext
from contactline.coding.tolls import CAPTURED, HANDED_OVER, HELD, INCREMENT, ToldToll, countries_of, groups_of
from contactline.coding.triggers import Trigger


def told_by(trigger: Trigger, context: SentenceContext, text: str) -> tuple[ToldToll, ...]:
    """The people counted in an event of capture, release or captivity, as tolls; empty for other events.

    ``text``: that of the document.
    """
    clauses, classes = context.clauses, context.table.classes
    word = clauses.tokens[trigger.i].lower
    kept = trigger.pattern.type == "COERCE" and word in classes["in_captivity"]
    what = HELD if kept else HANDED_OVER if word in classes["handing_over"] else CAPTURED
    if what == CAPTURED and word not in classes["capturing"]:
        return ()
    slots = ("obj", "subj") if kept and not trigger.slots.get("obj") else ("obj", "of")  # "62 remain in captivity"
    heads = [h for slot in slots for h in trigger.slots.get(slot, ())]
    found = []
    for head in dict.fromkeys(heads):
        bodies = clauses.tokens[head].lower in classes["dead_bodies"]
        inner = [c for c in clauses.dependents(head, "nmod") if bodies and clauses.preposition(c) == "of"]
        people = [h for h in (head, *inner) if bodies or counts.is_people(clauses, h, context.lexicon)]
        counted = next((c for h in people if (c := counts.counted(clauses, h, context.lexicon)) is not None), None)
        if counted is not None:
            found.append((counted, bodies, inner))
    if not found:
        return ()
    start = min(clauses.tokens[c.first].start for c, _, _ in found)
    end = max(clauses.tokens[c.last].end for c, _, _ in found)
    whose = [h for counted, _, inner in found for h in (counted.head, *inner)]
    states = [h for slot in ("comp", "as") for h in trigger.slots.get(slot, ())]  # "was taken prisoner"
    prisoners = any(clauses.tokens[h].lower.rpartition(" ")[2] in classes["prisoners"] for h in (*whose, *states))
    groups = ("bodies",) if any(bodies for _, bodies, _ in found) else ("prisoners",) if prisoners or kept else ()
    return (
        ToldToll(
            what,
            counts.total(c.count for c, _, _ in found),
            INCREMENT,
            (*groups_of(context, whose), *groups),
            tuple(dict.fromkeys(code for h in whose for code in countries_of(context, h))),
            text[start:end],
            start,
            end,
            trigger.i,
        ),
    )
