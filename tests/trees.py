"""Parsed sentences written by hand: "0:Iran/PROPN/nsubj>1 1:sent/VERB/ROOT>1"."""

from __future__ import annotations

from contactline.records import Token


def tree(text: str, features: dict[int, str] | None = None) -> tuple[Token, ...]:
    """The tokens of a sentence in the notation above; offsets as if one blank stood between the words."""
    tokens = []
    at = 0
    for i, cell in enumerate(text.split()):
        word, pos, relation = cell.split(":", 1)[1].rsplit("/", 2)
        dep, _, head = relation.rpartition(">")
        tokens.append(
            Token(i, at, at + len(word), word, word.lower(), pos, dep, int(head), (features or {}).get(i, ""))
        )
        at += len(word) + 1
    return tuple(tokens)
