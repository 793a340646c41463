"""Documents made by hand, for tests of single stages."""

from __future__ import annotations

import re
from datetime import date

from contactline.records import UNKNOWN, Article, Document, Interval, Published, Sentence


def document(text: str, published: date | None = None, basis: str = "", **fields: object) -> Document:
    """A cleaned document whose sentences end at a full stop before a space, or at a line's end."""
    sentences = []
    start = 0
    for m in re.finditer(r"(?<=[a-z)\"”][.!?])\s+(?=[A-Z\"“])|\n+", text):
        if text[start : m.start()].strip():
            sentences.append(Sentence(len(sentences), start, m.start()))
        start = m.end()
    if text[start:].strip():
        sentences.append(Sentence(len(sentences), start, len(text)))
    article = Article("made", text, published=published, published_basis=basis)
    return Document(
        article,
        text,
        text,
        ((0, 0, len(text)),),
        (),
        tuple(sentences),
        **fields,  # type: ignore[arg-type]
    )


def published_on(day: date | None) -> Published:
    if day is None:
        return Published(None, UNKNOWN, "unknown", "")
    return Published(day, Interval(day, day, "day"), "manifest", "manifest")
