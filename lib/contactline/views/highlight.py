"""Article text as HTML: every piece escaped, and what was found in it marked.

Article text is not trusted. None of it reaches the browser unescaped, and no address in it becomes a link.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from contactline.views import escape
from contactline.views.words import words_of


@dataclass(frozen=True, slots=True)
class Mark:
    """A span of the text to mark. ``kind``: one of ``KINDS``. ``note``: the tooltip."""

    start: int
    end: int
    kind: str
    note: str = ""


_LIGHT = {
    "sentence": "background:#fff3c4",
    "event": "background:#ffd257;color:#111;font-weight:600;border-radius:2px",
    "other": "background:#f1e7c6;border-radius:2px",
    "actor": "border-bottom:2px solid #0f5c8c",
    "place": "border-bottom:2px dashed #1b7f4d",
    "date": "border-bottom:2px dotted #c2410c",
    "reading": "text-decoration:underline wavy #b3261e;text-underline-offset:.35em",
    "searched": "outline:2px solid #7a3ea1;border-radius:2px",
}
_DARK = {
    "sentence": "background:#3a3215",
    "event": "background:#ffd257;color:#111;font-weight:600;border-radius:2px",
    "other": "background:#4a4225;border-radius:2px",
    "actor": "border-bottom:2px solid #6bb3dd",
    "place": "border-bottom:2px dashed #63c795",
    "date": "border-bottom:2px dotted #ff9d66",
    "reading": "text-decoration:underline wavy #ff8a80;text-underline-offset:.35em",
    "searched": "outline:2px solid #c9a3e8;border-radius:2px",
}
_MARKS = words_of("marks")
KINDS = {
    name: _MARKS[name] for name in ("sentence", "other", "event", "actor", "place", "date", "reading", "searched")
}
"""The kinds of marks and what the legend calls them, in the order in which they lie over one another."""


def marked(text: str, marks: Iterable[Mark], dark: bool, start: int = 0) -> str:
    """``text`` escaped, with its marks, which may overlap. ``start``: the offset of its first character.

    Line breaks stay (the element around it needs white-space: pre-wrap).
    """
    stop = start + len(text)
    inside = [m for m in marks if m.start < stop and m.end > start and m.start < m.end]
    edges = sorted({start, stop, *(max(m.start, start) for m in inside), *(min(m.end, stop) for m in inside)})
    order = list(KINDS)
    opening = sorted(inside, key=lambda m: m.start)
    pieces: list[str] = []
    active: list[Mark] = []
    next_mark = 0
    for a, b in zip(edges, edges[1:], strict=False):
        while next_mark < len(opening) and max(opening[next_mark].start, start) <= a:
            active.append(opening[next_mark])
            next_mark += 1
        active = [m for m in active if m.end > a]
        piece = escape.markup(text[a - start : b - start])
        pieces.append(_wrapped(piece, sorted(active, key=lambda m: order.index(m.kind)), dark))
    return "".join(pieces)


def legend(kinds: Sequence[str], dark: bool) -> str:
    """The meaning of the marks."""
    styles = _DARK if dark else _LIGHT
    items = (f'<span style="{styles[kind]}">{escape.markup(KINDS[kind])}</span>' for kind in kinds)
    return f'<p style="font-size:.8rem;margin:.2rem 0 .6rem">{" &nbsp; ".join(items)}</p>'


def quotation(markup: str, source: str, colour: str) -> str:
    """Marked text as a quotation. ``source``: where it comes from."""
    return (
        f'<blockquote style="border-left:4px solid {colour};margin:.2rem 0;padding:.1rem 0 .1rem 1rem;'
        f'line-height:1.65;white-space:pre-wrap;overflow-wrap:anywhere">{markup}'
        f'<footer style="font-size:.82rem;opacity:.75;margin-top:.3rem;white-space:normal">{escape.markup(source)}'
        f"</footer></blockquote>"
    )


def body(markup: str) -> str:
    """Marked text as an article's body."""
    return (
        f'<div style="white-space:pre-wrap;overflow-wrap:anywhere;line-height:1.7;max-width:46rem">{markup}</div>'
    )


def _wrapped(piece: str, marks: Sequence[Mark], dark: bool) -> str:
    if not marks or not piece:
        return piece
    styles = _DARK if dark else _LIGHT
    style = ";".join(styles[mark.kind] for mark in marks)
    note = "; ".join(dict.fromkeys(mark.note for mark in marks if mark.note))
    title = f' title="{escape.markup(note)}"' if note else ""
    return f'<mark style="background:none;color:inherit;{style}"{title}>{piece}</mark>'
