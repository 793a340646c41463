"""Markup in a text (tags, entities and invisible characters), and the plain text that replaces it."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from contactline.cleaning.edits import Edit

_BLOCKS = (
    "p|br|div|li|ul|ol|tr|td|th|table|h[1-6]|blockquote|section|article|header|footer|nav|aside|hr|figure|figcaption"
    "|main|body|html|head"
)
_INLINE = (
    "span|a|b|i|u|em|strong|small|sup|sub|font|img|abbr|cite|q|mark|code|iframe|time|meta|link|input|button|form|label"
    "|svg|path|center|s|video|audio|source|picture"
)
_TAG = re.compile(
    r"<!--[^<>]{0,2000}-->|<(?P<raw>script|style)\b[^<>]{0,2000}>[^<]{0,20000}</(?P=raw)\s*>"
    rf"|</?(?:(?P<block>{_BLOCKS})|(?:{_INLINE}|script|style|title))(?:\s[^<>]{{0,2000}})?/?>",
    re.IGNORECASE,
)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,31}\d{0,2});")
_CHARACTER = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f\u00a0\u00ad\u200b-\u200f\u2028\u2029\u202a-\u202f\u2060-\u2064\u2066-\u2069\u3000\ufeff\ufffe\uffff\ud800-\udfff]"
)
_SPACES = frozenset("\u00a0\u202f\u3000")
_BREAKS = frozenset("\u2028\u2029\x0b\x0c")


def edits(raw: str, start: int = 0) -> Iterator[Edit]:
    """Yield the edits, from offset ``start`` on, that turn markup into plain text; what only looks like markup
    stays.

    Block elements become line breaks; scripts, styles and comments are removed with their content.
    """
    if "<" in raw:
        for match in _TAG.finditer(raw, start):
            yield Edit(match.start(), match.end(), "\n" if match["block"] else "")
    if "&" in raw:
        for match in _ENTITY.finditer(raw, start):
            words = html.unescape(match[0])
            if words != match[0]:  # otherwise it is not an entity, as "&bogus;"
                yield Edit(match.start(), match.end(), _visible(words))
    for match in _CHARACTER.finditer(raw, start):
        mark = match[0]
        yield Edit(match.start(), match.end(), " " if mark in _SPACES else "\n" if mark in _BREAKS else "")


def _visible(words: str) -> str:
    """The character of an entity: a plain space for a non-breaking one, nothing for an invisible one."""
    words = words.replace("\u00a0", " ")
    return "" if _CHARACTER.match(words) else words
