"""What a sentence must contain for a repair to be tried, so that most repairs are skipped for most sentences.

A repair names groups of words, parts of speech and relations, and the sentence must contain one of each group. A
repair that names no group is tried with every sentence. Whoever changes a repair has to keep its groups true.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence, Set

from contactline.parsing.tree import Children
from contactline.records import Token

Repair = Callable[[list[Token], Children], list[Token]]

_NEEDS: dict[Repair, tuple[frozenset[str], ...]] = {}


def needs(*groups: Iterable[str]) -> Callable[[Repair], Repair]:
    """Return a decorator that notes what a repair needs: one word, part of speech or relation of each group."""

    def marked(repair: Repair) -> Repair:
        _NEEDS[repair] = tuple(map(frozenset, groups))
        return repair

    return marked


def held(tokens: Sequence[Token]) -> set[str]:
    """The lower-case words, the parts of speech and the relations of a sentence."""
    return {token.lower for token in tokens} | {token.pos for token in tokens} | {token.dep for token in tokens}


def may_apply(repair: Repair, labels: Set[str]) -> bool:
    """Whether a repair could change a sentence with these labels (as returned by ``held``)."""
    for group in _NEEDS.get(repair, ()):  # a loop, as it runs thirty times a sentence
        if group.isdisjoint(labels):
            return False
    return True
