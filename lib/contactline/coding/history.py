"""Whether an event is history: by its days, or, without a date, by the tense and words of its clause."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from contactline.coding.clause_dates import APART
from contactline.dates import chronology
from contactline.parsing.clauses import Clauses
from contactline.records import Interval

if TYPE_CHECKING:
    from contactline.coding.sentence import SentenceContext
    from contactline.coding.triggers import Trigger

HISTORY = timedelta(days=92)
"""Events longer before the article than this are background (about three months)."""
NEWS = timedelta(days=7)
"""More recent events than this are news, however they are described."""
_NEW = frozenset({"a", "an", "another", "new", "fresh", "renewed", "more"})
"""Words before a noun that introduce something new."""
_PERFECT = frozenset({"have", "has", "'ve", "’ve", "'s", "’s"})
_FORMER = frozenset({"previous", "earlier", "past", "prior", "former"})
"""Words before a fight that is not the one of the news."""
_PART_OF_NAMED = frozenset(
    {"nmod", "acl", "acl:relcl", "obj", "nsubj:pass", "conj", "obl", "compound", "nmod:poss"}
)
"""Relations by which a word belongs to what another word names."""
_BESIDE = frozenset({"after", "before", "during", "following", "upon", "with"})


def is_past(interval: Interval, day: date | None) -> bool | None:
    """Whether days are so long before an article of ``day`` that they are history; None where they do not
    decide it.
    """
    end = interval.end or interval.start
    if end is None:
        return None
    if day is None:
        return interval.precision == "year"
    if day - end > HISTORY:
        return True
    if day - end < NEWS and interval.precision in ("day", "week"):
        return False
    start = interval.start
    long = start is not None and end - start > HISTORY
    return True if interval.precision == "year" or long else None


def told_before_the_news(clauses: Clauses, trigger: Trigger, event_type: str, long_states: frozenset[str]) -> bool:
    """Whether an event is in the past perfect, or is a noun that is only mentioned as something past.

    The latter are "since the attack", "the war". ``long_states``: nouns of lasting states, such as wars and
    occupations.
    """
    verb = trigger.verb
    if clauses.is_verb(verb):
        reported = any(clauses.tokens[c].dep == "ccomp" for c in (verb, *clauses.ancestors(verb)))
        if "had" in clauses.auxiliaries(verb) and not reported:
            return True
    if event_type not in ("ASSAULT", "COERCE") or trigger.support or clauses.is_verb(trigger.i):
        return False
    return clauses.tokens[trigger.i].lower in long_states or _looked_back_at(clauses, trigger.i)


def told_as_a_habit(clauses: Clauses, trigger: Trigger, habits: frozenset[str], ages: frozenset[str]) -> bool:
    """Whether an event is described as repeated, or as lasting for ages: "has repeatedly urged", "often
    threatens".

    Also "has trained officers for decades". A repeated act in the past tense is news. ``habits``: such adverbs.
    ``ages``: spans of many years, which count only without a number.
    """
    verb = trigger.verb
    perfect = _PERFECT.intersection(clauses.auxiliaries(verb))
    if not clauses.is_verb(verb) or not (perfect or "Tense=Pres" in clauses.tokens[verb].features):
        return False
    if clauses.modal(verb):
        return False
    for c in clauses.children[verb]:
        token = clauses.tokens[c]
        if token.lower in habits and token.dep == "advmod":
            return True
        counted = any(clauses.tokens[k].pos == "NUM" for k in clauses.children[c])
        if perfect and token.lower in ages and not counted and clauses.preposition(c) in ("for", "over"):
            return True
    return False


def _looked_back_at(clauses: Clauses, i: int) -> bool:
    """Whether the clause is about the time after the thing that a noun names, and the noun is not new."""
    after = any(clauses.preposition(here) in APART for here in (i, *clauses.ancestors(i)))
    return after and not any(clauses.tokens[c].lower in _NEW for c in clauses.children[i])


def named_as_bygone(clauses: Clauses, trigger: Trigger, past_words: frozenset[str]) -> bool:
    """Whether a noun refers to something before the news ("welcomed the recent meeting"). ``past_words``: such
    words.
    """
    words = (clauses.tokens[c].lower for c in clauses.children[trigger.i])
    return trigger.pattern.pos == "n" and not trigger.support and any(word in past_words for word in words)


def in_a_former_fight(clauses: Clauses, trigger: Trigger, fights: frozenset[str]) -> bool:
    """Whether somebody was killed or attacked in a fight before that of the news: "in the two previous wars".

    ``fights``: nouns of fighting.
    """
    if trigger.pattern.type != "ASSAULT":
        return False
    for c in clauses.dependents(trigger.i, "obl"):
        fight = clauses.tokens[c].lower.rpartition(" ")[2] in fights
        if fight and clauses.preposition(c) in ("in", "during"):
            return any(clauses.tokens[k].lower in _FORMER for k in clauses.children[c])
    return False


def is_remembered(clauses: Clauses, trigger: Trigger, remembering: frozenset[str]) -> bool:
    """Whether an act is only remembered: "the anniversary of the massacre", "commemorated those killed in it".

    ``remembering``: nouns and verbs of remembering.
    """
    if trigger.pattern.type not in ("ASSAULT", "COERCE", "SANCTION"):
        return False
    below = clauses.tokens[trigger.i]
    for above in (*clauses.ancestors(trigger.i), -1):
        if _has_its_anniversary(clauses, below.i, remembering):
            return True
        if below.dep not in _PART_OF_NAMED or above < 0:
            return False
        if clauses.tokens[above].lower in remembering:
            return below.dep != "obl"
        below = clauses.tokens[above]
    return False


def _has_its_anniversary(clauses: Clauses, i: int, remembering: frozenset[str]) -> bool:
    """Whether a noun stands behind "the tenth anniversary of", which as a date is no part of the tree."""
    first = min(i, *clauses.descendants(i)) if clauses.descendants(i) else i
    before = clauses.tokens[max(first - 1, 0) : i]
    return any(t.dep == "date" and t.lower in remembering for t in before)


def beside_an_old_landmark(context: SentenceContext, trigger: Trigger, day: date | None) -> bool:
    """Whether an event is reported together with a landmark of the chronology long before an article of ``day``.

    "after the collapse of the Soviet Union, war broke out".
    """
    clauses, words = context.clauses, (trigger.i, trigger.verb)
    below = (c for word in words for c in (word, *clauses.children[word]) if clauses.tokens[c].head in words)
    beside = [clauses.tokens[c] for c in below if clauses.preposition(c) in _BESIDE]
    if not beside:
        return False
    start = clauses.tokens[0].start
    for hit in chronology.find(context.participants.text[start : clauses.tokens[-1].end], context.lexicon):
        old = hit.strength == "lasting" if day is None else day - hit.landmark.end > HISTORY
        if hit.sure and old and any(hit.start <= t.start - start < hit.end for t in beside):
            return True
    return False
