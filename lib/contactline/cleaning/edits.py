"""Edits of a text, and the pieces by which offsets of the new text are mapped back to the old one."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from contactline.records import Span

Piece = tuple[int, int, int]
"""A run of characters copied unchanged: (its start in the new text, its start in the old text, its length).

The words of an edit are a piece, too, which leads to the beginning of what they replace.
"""


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace ``start..end`` by ``words``. ``reason``: why text that does not belong to the article is removed."""

    start: int
    end: int
    words: str = ""
    reason: str = ""


def apply(text: str, edits: Iterable[Edit]) -> tuple[str, tuple[Piece, ...]]:
    """Apply edits to a text; returns the new text and its copied pieces. An edit that overlaps an earlier one
    is skipped.
    """
    out: list[str] = []
    pieces: list[Piece] = []
    position = length = 0
    for edit in sorted(edits, key=lambda e: (e.start, -e.end)):
        if edit.start < position:
            continue
        if edit.start > position:
            pieces.append((length, position, edit.start - position))
            out.append(text[position : edit.start])
            length += edit.start - position
        if edit.words:
            pieces.append((length, edit.start, min(len(edit.words), edit.end - edit.start)))
            out.append(edit.words)
            length += len(edit.words)
        position = edit.end
    if position < len(text):
        pieces.append((length, position, len(text) - position))
        out.append(text[position:])
    return "".join(out), tuple(pieces)


def compose(first: tuple[Piece, ...], second: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """The pieces of two steps together: ``first`` maps the middle text to the old one, ``second`` the new text
    to the middle.
    """
    composed: list[Piece] = []
    at = 0
    for clean_start, plain_start, length in second:
        end = plain_start + length
        while at and first[at][0] > plain_start:
            at -= 1
        while at < len(first) and first[at][0] + first[at][2] <= plain_start:
            at += 1
        index = at
        while index < len(first) and first[index][0] < end:
            mid_start, raw_start, mid_length = first[index]
            a, b = max(plain_start, mid_start), min(end, mid_start + mid_length)
            if a < b:
                composed.append((clean_start + a - plain_start, raw_start + a - mid_start, b - a))
            index += 1
    return tuple(composed)


def map_back(pieces: Sequence[Piece], start: int, end: int) -> Span:
    """The span of the old text from which a span of the new one was copied; an empty span stays empty."""
    first = _offset_back(pieces, start)
    return (first, _offset_back(pieces, end - 1) + 1) if end > start else (first, first)


def _offset_back(pieces: Sequence[Piece], offset: int) -> int:
    if not pieces:
        return offset
    clean_start, raw_start, length = pieces[max(0, bisect_right(pieces, offset, key=lambda piece: piece[0]) - 1)]
    return raw_start + min(max(0, offset - clean_start), length)
