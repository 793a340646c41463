"""What a sentence must hold for a repair to change anything in it: most repairs are not tried with most sentences.

A repair names groups of words, parts of speech and relations; the sentence must hold one of each group. One that
names none is tried with every sentence.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence, Set

from contactline.parsing.tree import Children
from contactline.records import Token

Repair = Callable[[list[Token], Children], list[Token]]

_NEEDS: dict[Repair, tuple[frozenset[str], ...]] = {}


def needs(*groups: Iterable[str]) -> Callable[[Repair], Repair]:
    """Marks a repair with what it needs."""

    def marked(repair: Repair) -> Repair:
        _NEEDS[repair] = tuple(map(frozenset, groups))
        return repair

    return marked


def held(tokens: Sequence[Token]) -> set[str]:
    """The words, in small letters, the parts of speech and the relations of a sentence."""
    return {token.lower for token in tokens} | {token.pos for token in tokens} | {token.dep for token in tokens}


def may_apply(repair: Repair, labels: Set[str]) -> bool:
    """Whether a sentence that holds these can be one that the repair changes."""
    for group in _NEEDS.get(repair, ()):  # a loop, as it runs thirty times a sentence
        if group.isdisjoint(labels):
            return False
    return True
