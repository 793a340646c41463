"""Markdown in a text (headings, emphasis, links and pictures), and the plain text that replaces it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from contactline.cleaning.edits import Edit

_HEADING = re.compile(r"^#{1,6}[ \t]+", re.MULTILINE)
_QUOTED = re.compile(r"^>[ \t]?", re.MULTILINE)
_FENCE = re.compile(r"^(?:```|~~~).*$", re.MULTILINE)
_LINK = re.compile(
    r"(!?\[)([^\[\]\n]{0,500})(\]\((?:https?://|/|#|mailto:|\.|data:)[^()\s]{0,2000}(?:\s\"[^\"\n]{0,300}\")?\))"
)
_STRONG = re.compile(r"(\*\*|__)(?=[^\s*_])([^\n]{1,2000}?)(?<=[^\s*_])\1")
_EMPHASIS = re.compile(r"(?<![\w*_\\])([*_])(?=[^\s*_])([^\n*_]{1,500}?)(?<=[^\s*_])\1(?![\w*_])")


def edits(raw: str, start: int = 0) -> Iterator[Edit]:
    """Yield the edits, from offset ``start`` on, that remove Markdown; pictures are removed with their
    descriptions.
    """
    for pattern in (_HEADING, _QUOTED, _FENCE):
        for match in pattern.finditer(raw, start):
            yield Edit(match.start(), match.end())
    for match in _LINK.finditer(raw, start):
        if match[1].startswith("!"):
            yield Edit(match.start(), match.end())
        else:
            yield Edit(match.start(), match.end(1))
            yield Edit(match.start(3), match.end())
    for pattern in (_STRONG, _EMPHASIS):
        for match in pattern.finditer(raw, start):
            yield Edit(match.start(), match.end(1))
            yield Edit(match.end(2), match.end())
