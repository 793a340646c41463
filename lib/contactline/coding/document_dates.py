"""Dates that are part of the name of a document or a truce: "the 1991 Almaty Declaration".

Also "the truce agreed on 10 October". They identify the document, and do not date acts under it or in breach of
it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from contactline.parsing.clauses import Clauses
from contactline.records import Timex

if TYPE_CHECKING:
    from contactline.coding.triggers import Trigger

_REACH = 7
"""Most words between a document's noun and its date: "the agreement signed by both leaders in Moscow on 10
October"."""
_OF_ITS_NAME = ("ADJ", "NOUN", "PROPN", "X")
"""Parts of speech of the words between a date and the noun behind it: "the 1991 Almaty Declaration"."""
_OF = frozenset({"of", "from", "dated"})
_WHEN = frozenset({"on", "in", "at"})


def names_a_document(
    clauses: Clauses, timex: Timex, trigger: Trigger, classes: Mapping[str, frozenset[str]]
) -> bool:
    """Whether a date is part of the name of a document or truce that an event only mentions.

    ``classes``: those of word_classes.csv, of which documents, concluding, ending and saying are used.
    """
    return any(
        not _is_told_of(clauses, noun, span, trigger, classes) for noun, span in _nouns(clauses, timex, classes)
    )


def ends_a_fight(clauses: Clauses, timex: Timex, classes: Mapping[str, frozenset[str]]) -> bool:
    """Whether a date is that of the truce that ended the fighting: "a 1994 ceasefire ended the war"."""
    above = (clauses.tokens[clauses.tokens[noun].head].lower for noun, _ in _nouns(clauses, timex, classes))
    return any(verb in classes["ending"] for verb in above)


def _nouns(clauses: Clauses, timex: Timex, classes: Mapping[str, frozenset[str]]) -> Iterator[tuple[int, range]]:
    """Yield the documents and truces whose name a date can be part of, each with the words from it to the date."""
    dated = [
        t.i for t in clauses.tokens if t.dep != "punct" and t.start < timex.words[1] and timex.words[0] < t.end
    ]
    if dated and classes:
        for noun in (*_behind(clauses, dated[-1], dated[0], classes), *_before(clauses, dated[0], classes)):
            yield noun, range(min(noun, dated[0]), max(noun, dated[-1]) + 1)


def _behind(clauses: Clauses, last: int, first: int, classes: Mapping[str, frozenset[str]]) -> Iterator[int]:
    """The document's noun behind its date: "the November 10 trilateral statement"."""
    if first and clauses.tokens[first - 1].lower in (_WHEN | {"since", "until", "by"}):
        return  # "on November 10 a statement was read"
    for token in clauses.tokens[last + 1 : last + 1 + _REACH]:
        if token.pos not in _OF_ITS_NAME:
            return
        if token.lower.rpartition(" ")[2] in classes["documents"]:
            yield token.i


def _before(clauses: Clauses, first: int, classes: Mapping[str, frozenset[str]]) -> Iterator[int]:
    """The document's noun before its date: "the Conventions of 1949", "a truce agreed in Moscow on 10 October"."""
    i, concluded, of = first - 1, False, False
    while i >= max(0, first - _REACH) and clauses.tokens[i].dep != "punct":
        token = clauses.tokens[i]
        if token.lower.rpartition(" ")[2] in classes["documents"]:
            if of or concluded:
                yield i
            return
        of = of or (token.lower in _OF and i >= first - 2)
        concluded = concluded or (token.lower in classes["concluding"] and clauses.is_verb(i))
        i -= 1


def _is_told_of(
    clauses: Clauses, noun: int, span: range, trigger: Trigger, classes: Mapping[str, frozenset[str]]
) -> bool:
    """Whether an event is the making of the document, is stated in it, or is fighting that it ended."""
    token = clauses.tokens[noun]
    above = clauses.tokens[token.head].lower
    if trigger.i in span or trigger.verb in span or clauses.preposition(noun) in ("until", "till"):
        return True
    if token.head not in span and (above in classes["ending"] or above in classes["saying"]):
        return True
    made = token.head in (trigger.i, trigger.verb) and above in classes["concluding"]
    return made and clauses.preposition(noun) in ("", "to", "on", "upon")
