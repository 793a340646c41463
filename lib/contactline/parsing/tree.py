"""Functions on a sentence's tree that the repairs use: dependents, descendants, finite verbs."""

from __future__ import annotations

from collections.abc import Sequence

from contactline.records import Token

Children = list[list[int]]
"""For each word the words that depend on it, in the order of the text."""

SUBJECTS = ("nsubj", "nsubj:pass", "nsubj:outer")


def children(tokens: Sequence[Token]) -> Children:
    """For each token the tokens that depend on it, in the order of the text."""
    found: Children = [[] for _ in tokens]
    for token in tokens:
        if token.head != token.i:
            found[token.head].append(token.i)
    return found


def is_tree(tokens: Sequence[Token]) -> bool:
    """Whether every word is still attached to a root."""
    reaches: set[int] = set()
    for token in tokens:
        path: list[int] = []
        here = token.i
        while here not in reaches and tokens[here].head != here:
            path.append(here)
            here = tokens[here].head
            if len(path) > len(tokens):
                return False
        reaches.update(path)
    return True


def dependents(tokens: Sequence[Token], below: Children, i: int, *deps: str) -> list[int]:
    """The words that depend on a word by one of some relations, in the order of the text."""
    return [c for c in below[i] if tokens[c].dep in deps]


def descendants(below: Children, i: int) -> list[int]:
    """All words below a word."""
    found: list[int] = []
    stack = list(below[i])
    while stack:
        c = stack.pop()
        found.append(c)
        stack.extend(below[c])
    return found


def is_finite(tokens: Sequence[Token], below: Children, i: int) -> bool:
    """Whether a verb has a tense, or an auxiliary that has one."""
    return "VerbForm=Fin" in tokens[i].features or bool(dependents(tokens, below, i, "aux", "aux:pass"))


def is_infinitive(tokens: Sequence[Token], below: Children, i: int) -> bool:
    """Whether a verb has "to" before it."""
    return any(tokens[c].lower == "to" for c in dependents(tokens, below, i, "mark"))
