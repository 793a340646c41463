"""Words that match a pattern of an event but only describe: whom somebody backs, who held a place, who was sent
where.
"""

from __future__ import annotations

from contactline.coding.triggers import Trigger
from contactline.parsing.clauses import Clauses

_PRESENT_BE = frozenset({"is", "are", "'s", "’s"})
_RELATIVE = ("acl", "acl:relcl", "amod")


def is_aside(clauses: Clauses, trigger: Trigger, classes: dict[str, frozenset[str]]) -> bool:
    """Whether a trigger only describes, in one of the ways below. ``classes``: those of word_classes.csv."""
    return (
        _is_description(clauses, trigger, classes["standing_by"])
        or _is_of_what_is_spoken_of(clauses, trigger, classes)
        or _is_occasion_of_thanks(clauses, trigger, classes["thanking"])
    )


def is_accusation(clauses: Clauses, trigger: Trigger, accusing: frozenset[str]) -> bool:
    """Whether a clause is the content of an accusation: "accused Baku of not handing over the maps"."""
    i = trigger.verb
    above = clauses.tokens[clauses.tokens[i].head].lower
    return clauses.is_verb(i) and clauses.tokens[i].dep in ("advcl", "xcomp", "acl", "ccomp") and above in accusing


def _is_description(clauses: Clauses, trigger: Trigger, lasting: frozenset[str]) -> bool:
    """Whether a verb of support only describes somebody: "the enclave, backed by Armenia", "Turkey, which supports
    Baku".

    Also "is recognised by all as part of the country". ``lasting``: such verbs. With a day of its own the clause
    is an event: "the plan, backed by Moscow on Monday".
    """
    i = trigger.i
    token = clauses.tokens[i]
    if token.lower not in lasting or trigger.pattern.pos != "v" or _dated(clauses, i):
        return False
    auxiliaries = clauses.auxiliaries(i)
    if clauses.passive(i):
        state = bool(_PRESENT_BE.intersection(auxiliaries)) and not {"being", "been"}.intersection(auxiliaries)
        return state or (token.dep in _RELATIVE and not auxiliaries)
    return token.dep == "acl:relcl" and "Tense=Pres" in token.features and not auxiliaries


def _is_of_what_is_spoken_of(clauses: Clauses, trigger: Trigger, classes: dict[str, frozenset[str]]) -> bool:
    """Whether a clause without a day only identifies land or troops: "mines in districts once occupied by
    Armenia".

    Also "the soldiers that Baku had sent there". A clause after a comma gives news.
    """
    i = trigger.i
    token = clauses.tokens[i]
    if token.dep not in ("acl", "acl:relcl") or not clauses.is_verb(i) or _dated(clauses, i):
        return False
    head = clauses.tokens[token.head]
    first = min((i, *(c for c in clauses.descendants(i) if clauses.tokens[c].dep != "punct")))
    if token.head > i or clauses.tokens[first - 1].text == ",":
        return False
    nouns = {here.lower.rpartition(" ")[2] for here in (head, clauses.tokens[first - 1])}
    if trigger.pattern.type == "ASSAULT" and token.lower in classes["holding"]:
        return not nouns.isdisjoint(classes["ground"])
    done_to = clauses.passive(i) or bool(clauses.dependents(i, "nsubj"))
    return trigger.pattern.type == "MOBILIZE" and done_to and not nouns.isdisjoint(classes["forces"])


def _is_occasion_of_thanks(clauses: Clauses, trigger: Trigger, thanking: frozenset[str]) -> bool:
    """Whether talks are only the reason for thanking a host: "thanked Berlin for hosting the talks"."""
    verb = clauses.tokens[trigger.verb]
    if trigger.pattern.type != "CONSULT" or verb.dep not in ("advcl", "acl"):
        return False
    marked = any(clauses.tokens[c].lower == "for" for c in clauses.children[verb.i])
    return marked and any(clauses.tokens[above].lower in thanking for above in clauses.ancestors(verb.i)[:2])


def _dated(clauses: Clauses, i: int) -> bool:
    """Whether a clause has a day or year, except one since which something has lasted."""
    words = [clauses.tokens[c] for c in clauses.descendants(i, clauses.is_verb) if clauses.tokens[c].dep == "date"]
    return bool(words) and all(token.lower != "since" for token in words)
