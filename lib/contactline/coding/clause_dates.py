"""How a date is attached to an event in the sentence's tree, which decides whether it can be the event's date."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from contactline.parsing.clauses import Clauses
from contactline.records import Timex

if TYPE_CHECKING:
    from contactline.coding.triggers import Trigger

APART = frozenset({"after", "before", "following", "since", "despite"})
"""Prepositions before an event that has other days than the clause in which it is mentioned."""
VERBAL = frozenset({"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN"})
"""Types of events that consist of words."""
_OPINION = frozenset({"SUPPORT", "ACCUSE"})
_MEANWHILE = frozenset({"when", "as", "while"})
"""Words that introduce a clause about the same time."""
_OTHER_TIME = frozenset({"after", "before", "until", "till"})
"""Words that introduce a clause about another time."""
_AROUND_A_FIGHT = frozenset({"after", "following", "during", "in", "amid"})
_GENERATION = 30
"""Years; a longer span is an age ("the 19th century")."""
_LATELY = timedelta(days=31)
_SUBORDINATE = frozenset({"advcl", "acl", "acl:relcl", "advcl:relcl"})
_BELOW_REPORT = frozenset({"ccomp", "xcomp", "obj", "conj", "parataxis", "nsubj", "obl", "nmod"})


def token_of(clauses: Clauses, timex: Timex) -> int | None:
    """The first word of a date expression; None where the sentence has none of its words."""
    for token in clauses.tokens:
        if token.start < timex.end and timex.start < token.end and token.dep != "punct":
            return token.i
    return None


def is_apart(clauses: Clauses, i: int, trigger: Trigger) -> bool:
    """Whether a date belongs to a clause that only mentions the event ("said on Monday after the attack"), or
    to one beside it.
    """
    below = [i, *clauses.ancestors(i)]
    return _is_of_clause_beside(clauses, i, trigger) or any(
        clauses.tokens[here].pos == "NOUN" and clauses.preposition(here) in APART and here not in below
        for here in (trigger.i, *clauses.ancestors(trigger.i))
    )


def _is_of_clause_beside(clauses: Clauses, i: int, trigger: Trigger) -> bool:
    """Whether a date is in a clause joined to the event's, with a subject of its own.

    "Baku closed the road in May, and in June barriers appeared there".
    """
    own = {trigger.i, trigger.verb, *clauses.ancestors(trigger.i)}
    for here in (i, *clauses.ancestors(i)):
        if here in own:
            return False
        if clauses.tokens[here].dep == "conj" and clauses.is_verb(here):
            if clauses.dependents(here, "nsubj", "nsubj:pass", "expl"):
                return True
    return False


def is_aside(
    clauses: Clauses,
    i: int,
    trigger: Trigger,
    event_type: str,
    time_words: frozenset[str],
    fights: frozenset[str] = frozenset(),
) -> bool:
    """Whether a date belongs to the topic ("since the truce of July", "welcomed the talks of Monday") and not to
    the event.

    ``time_words``: nouns that a date may limit ("the morning of 27 September"). ``fights``: nouns of fighting,
    whose days are also those of a clause about them ("a war that began in 1992 killed ten").
    """
    noun, words = clauses.tokens[i].head, (trigger.i, trigger.verb)
    within = clauses.tokens[noun].head in words and clauses.preposition(noun) in ("in", "during", "at")
    if _is_attributive(clauses, i, time_words) and noun not in words and not within:
        return True  # but "killed in the war of 2016"
    for here in (i, *clauses.ancestors(i)):
        if here in (trigger.i, trigger.verb):
            return False
        if _is_about_the_fight(clauses, here, trigger, fights):
            return False
        if _opens_another_clause(clauses, here) or (clauses.tokens[here].dep == "ccomp" and event_type in VERBAL):
            return True
        if here != i and event_type in _OPINION and not trigger.pattern.two_sided and _is_object(clauses, here):
            return True  # but "signed a protocol with Russia on Monday"
        if clauses.tokens[here].pos == "NOUN" and clauses.preposition(here) == "since":
            return True
    return False


def is_of_what_is_asked(clauses: Clauses, i: int, trigger: Trigger, timex: Timex, last_day: date | None) -> bool:
    """Whether a date is that of the requested act, not of the request: "invited both to a meeting in the autumn".

    A day shortly before the article's is that of the request, however it was parsed.
    """
    start = timex.interval.start
    one_day = timex.interval.precision == "day"
    if one_day and start and (last_day is None or timedelta(0) <= last_day - start <= _LATELY):
        return False
    for here in (i, *clauses.ancestors(i)):
        if here in (trigger.i, trigger.verb):
            return False
        if clauses.tokens[here].dep in ("xcomp", "acl") or (
            here != i and clauses.preposition(here) in ("to", "for")
        ):
            return True
    return False


def is_age(clauses: Clauses, i: int, trigger: Trigger, timex: Timex, fights: frozenset[str] = frozenset()) -> bool:
    """Whether a date only gives the age of a thing: "a 19th-century church", "the 2018 report", "built in 1868".

    ``fights``: nouns of fighting; a year beside one dates what happened in it: "lost in the 2020 war".
    """
    if timex.interval.precision != "year" and _years(timex) <= _GENERATION:
        return False
    for here in clauses.ancestors(i):
        if here in (trigger.i, trigger.verb):
            break
        if clauses.tokens[here].dep == "acl" and clauses.is_verb(here):
            return clauses.tokens[here].head not in (trigger.i, trigger.verb)
    behind = next((token for token in clauses.tokens[i:] if token.start >= timex.end), None)
    if behind is None or behind.pos not in ("NOUN", "ADJ"):
        return False
    if behind.lower in fights and _stands_in(clauses, i):
        return False
    if _years(timex) > _GENERATION:
        return "-" in timex.text
    return timex.interval.precision == "year" and i > 0 and clauses.tokens[i - 1].lower in ("a", "an", "the")


def _stands_in(clauses: Clauses, i: int) -> bool:
    """Whether "in" or "during" stands before a word, or before the article before it."""
    before = [t.lower for t in clauses.tokens[max(0, i - 2) : i + 1]]
    return "in" in before or "during" in before


def is_of_other_clause(clauses: Clauses, i: int, trigger: Trigger) -> bool:
    """Whether a date is in a separate clause that does not contain the event ("wounded on 2 October")."""
    above_event = {trigger.i, trigger.verb, *clauses.ancestors(trigger.i)}
    for here in (i, *clauses.ancestors(i)):
        if here in above_event:
            return False
        if clauses.tokens[here].dep in _SUBORDINATE:
            return True
    return False


def is_of_report(clauses: Clauses, i: int, trigger: Trigger) -> bool:
    """Whether a date is in the clause that reports the event ("said on the 20th that ... was reached")."""
    here = clauses.clause_of(i)
    for below in (trigger.i, *clauses.ancestors(trigger.i)):
        above = clauses.tokens[below].head
        if below in (above, here):
            return False
        if clauses.tokens[below].dep in _SUBORDINATE:
            joined = {clauses.tokens[c].lower for c in clauses.children[below]}
            just_before = "after" in joined and "had" in clauses.auxiliaries(below)  # "left after they had talked"
            return above == here and (just_before or bool(joined & _MEANWHILE))
        if above == here:
            return clauses.tokens[below].dep in _BELOW_REPORT and not _has_other_subject(clauses, below, i)
    return False


def is_of_circumstance(clauses: Clauses, i: int, trigger: Trigger) -> bool:
    """Whether a date is in an adverbial clause of time: "when the war ended in 1994, Baku had lost the town".

    Also "had lost it by the time the war ended in 1994".
    """
    clause = clauses.tokens[clauses.clause_of(i)]
    main = trigger.verb
    while clauses.tokens[main].dep == "conj":
        main = clauses.tokens[main].head
    if clause.head == main and clause.dep == "advcl":
        return any(clauses.tokens[c].lower in _MEANWHILE for c in clauses.children[clause.i])
    if clause.head == main and clause.dep == "ccomp":  # so a small parser reads "by the time" before its verb
        return any(_is_by_the_time(clauses, c) and c < clause.i for c in clauses.children[clause.i])
    relative = clause.dep in ("acl", "acl:relcl") and _is_by_the_time(clauses, clause.head)
    return relative and clauses.tokens[clause.head].head == main


def is_of_described_fight(clauses: Clauses, i: int, trigger: Trigger, fights: frozenset[str]) -> bool:
    """Whether an event describes a fight that has a date: "the war in 2020 that ended with Armenia ceding Agdam".

    ``fights``: nouns of fighting.
    """
    if trigger.pattern.type in VERBAL:
        return False  # "condemned the attack launched on Tuesday, calling for talks"
    above = set(clauses.ancestors(i)) - {trigger.i, trigger.verb}
    for here in (trigger.verb, *clauses.ancestors(trigger.verb)):
        token = clauses.tokens[here]
        if token.dep in ("acl:relcl", "acl") and token.head in above:
            return clauses.tokens[token.head].lower.rpartition(" ")[2] in fights
        if token.dep not in ("xcomp", "advcl", "conj", "obl", "obj", "ccomp") or here in above:
            return False
    return False


def is_of_fight_before(clauses: Clauses, i: int, trigger: Trigger, timex: Timex, fights: frozenset[str]) -> bool:
    """Whether an event is told as what followed a fight, or was part of it, in the same year: "after a war that
    began in 2020, Baku and Yerevan agreed on a truce".

    ``fights``: nouns of fighting.
    """
    verb = clauses.tokens[trigger.verb]
    if timex.interval.precision != "year" or i > verb.i or "Tense=Past|VerbForm=Fin" not in verb.features:
        return False
    for here in clauses.ancestors(i):
        token = clauses.tokens[here]
        if token.head == verb.i and clauses.preposition(here) in _AROUND_A_FIGHT:
            return token.lower.rpartition(" ")[2] in fights
    return False


def _is_by_the_time(clauses: Clauses, i: int) -> bool:
    return clauses.tokens[i].lower == "time" and clauses.preposition(i) == "by"


def _has_other_subject(clauses: Clauses, below: int, i: int) -> bool:
    """Whether a joined clause has a subject of its own, and the date at ``i`` does not stand before both
    clauses.
    """
    if clauses.tokens[below].dep != "conj" or not clauses.dependents(below, "nsubj", "nsubj:pass"):
        return False
    first = clauses.dependents(clauses.tokens[below].head, "nsubj", "nsubj:pass")
    return not first or i > first[0]


def _opens_another_clause(clauses: Clauses, here: int) -> bool:
    """Whether a clause begins here that tells of another thing or time: "after they met"."""
    token = clauses.tokens[here]
    if token.dep in ("acl:relcl", "advcl:relcl"):
        return True
    return token.dep == "advcl" and any(clauses.tokens[c].lower in _OTHER_TIME for c in clauses.children[here])


def _is_about_the_fight(clauses: Clauses, here: int, trigger: Trigger, fights: frozenset[str]) -> bool:
    """Whether a relative clause is about the fighting that is the event, or that did what the event's verb
    says.
    """
    token = clauses.tokens[here]
    noun = clauses.tokens[token.head]
    if token.dep != "acl:relcl" or noun.lower not in fights:
        return False
    return noun.i == trigger.i or (noun.dep == "nsubj" and noun.head == trigger.verb)


def _is_object(clauses: Clauses, here: int) -> bool:
    return clauses.tokens[here].pos == "NOUN" and clauses.tokens[here].dep in ("obj", "obl", "nmod")


def _years(timex: Timex) -> int:
    first, last = timex.interval.start, timex.interval.end
    return last.year - first.year + 1 if first and last else 0


def _is_attributive(clauses: Clauses, i: int, time_words: frozenset[str]) -> bool:
    """Whether a date identifies a thing: "the agreement of 9 November"."""
    token = clauses.tokens[i]
    if token.dep == "conj":  # "the orders of February and July"
        return _is_attributive(clauses, token.head, time_words)
    noun = clauses.tokens[token.head]
    first = i
    while first and clauses.tokens[first - 1].dep == "date" and clauses.tokens[first - 1].head == token.head:
        first -= 1
    thing = noun.pos in ("NOUN", "PROPN") and noun.lower not in time_words
    return thing and token.dep == "date" and clauses.tokens[first].lower == "of"
