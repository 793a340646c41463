"""Finding thousands of names in one pass: an Aho-Corasick automaton over folded text, with rules for word borders.

Folding keeps the length, so that every offset of the folded text is an offset of the text.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, NamedTuple

import ahocorasick

MARKED = 5  # a form with marks and at most so many letters must be written with them
GLUED = 6  # a name of so many letters may be glued to its neighbour ("disputeAzerbaijan", "@NikolPashinyan")


def _folding() -> dict[int, str]:
    """Small letters without marks for the Latin ranges, one character for one."""
    table = {}
    for code in (*range(0x41, 0x250), *range(0x1E00, 0x1F00)):
        bare = [c for c in unicodedata.normalize("NFKD", chr(code)) if not unicodedata.combining(c)]
        if len(bare) == 1 and len(bare[0].lower()) == 1:
            table[code] = bare[0].lower()
    table.update({ord(a): b for a, b in zip("əƏıİøØđĐłŁ", "eeiiooddll", strict=True)})
    table.update(dict.fromkeys(map(ord, "’‘ʼ`´′"), "'"))
    table.update(dict.fromkeys(map(ord, "‐‑‒–—−"), "-"))
    table.update(dict.fromkeys(map(ord, "\n\t\r\u00a0\u2009\u202f\u200b"), " "))
    return {code: char for code, char in table.items() if chr(code) != char}


_FOLDING = _folding()


def fold(text: str) -> str:
    """The text in small letters without marks, with plain quotes, hyphens and spaces; as long as it was.

    >>> fold("Xankəndi’s")
    "xankendi's"
    """
    return text.translate(_FOLDING)


@dataclass(frozen=True, slots=True)
class Entry:
    """What a form of the lexicon stands for.

    ``role``: place, actor, adjective, people, title, group, first (a first name), block. ``ref``: the place_id,
    actor_id, country code, office or part. ``shape``: any, capital (the first letter), upper (all of them), exact.
    ``near`` and ``article``: folded words, one of which must stand close by or in the article, for weak names
    ("armenia+azerbaijan": both). ``countries``: the only ones that a noun goes with. ``full``: a person's name
    with the first name in it. ``note``: what a reader must know.
    """

    role: str
    ref: str
    form: str = "name"
    weak: bool = False
    near: tuple[str, ...] = ()
    article: tuple[str, ...] = ()
    country: str = ""
    countries: tuple[str, ...] = ()
    plural: bool = False
    alone: bool = False
    shape: str = "any"
    full: bool = False
    note: str = ""


class Hit(NamedTuple):
    """A form of the lexicon at start..end (end exclusive)."""

    start: int
    end: int
    entries: tuple[Entry, ...]


def shape_of(form: str) -> str:
    """How a form must be written: "US" in capitals, "Sus" with its first letter, "line of contact" anyhow.

    A short form with marks ("Şuşa") must have them: without them it may be another word.
    """
    if not form.isascii() and len(form) <= MARKED:
        return "exact"
    letters = [c for c in form if c.isalpha()]
    if len(letters) > 1 and all(c.isupper() for c in letters):
        return "upper"
    return "capital" if form[:1].isupper() else "any"


def stands_free(text: str, start: int, end: int) -> bool:
    """Whether start..end of the text is made of whole words; a capital after a small letter begins a word too."""
    if start and (text[start - 1].isalnum() or text[start - 1] == "_"):
        if not (end - start >= GLUED and text[start].isupper() and text[start - 1].islower()):
            return False
    if end < len(text) and (text[end].isalnum() or text[end] == "_"):
        return end - start >= GLUED and text[end].isupper() and text[end - 1].islower()
    return True


def occurs(folded: str, words: str) -> bool:
    """Whether words stand in a text as whole words, both folded."""
    at = folded.find(words)
    while at >= 0:
        end = at + len(words)
        if not (at and folded[at - 1].isalnum()) and not folded[end : end + 1].isalnum():
            return True
        at = folded.find(words, end)
    return False


def _written(form: str, shape: str, text: str, start: int, end: int) -> bool:
    if shape == "any":
        return True
    if shape == "exact":
        return text[start:end] == form
    if shape == "capital":
        return text[start].isupper()
    return text[start:end].isupper()


class Index:
    """All forms of the lexicon as one automaton."""

    def __init__(self, forms: Iterable[tuple[str, Entry]]) -> None:
        grouped: dict[str, list[tuple[str, Entry]]] = {}
        for form, entry in forms:
            held = grouped.setdefault(fold(form), [])
            if all(entry != other for _, other in held):
                held.append((form, entry))
        self._automaton: Any = ahocorasick.Automaton()
        for key, entries in grouped.items():
            self._automaton.add_word(key, (len(key), tuple(entries)))
        if grouped:
            self._automaton.make_automaton()
        self.size = len(grouped)

    def knows(self, word: str) -> bool:
        """Whether a folded word is a form as it stands, written as a name is."""
        return word in self._automaton and any(h.end - h.start == len(word) for h in self.scan(word.title(), word))

    def scan(self, text: str, folded: str) -> list[Hit]:
        """Every form that stands in the text as whole words and written as it must be, overlaps included."""
        hits: list[Hit] = []
        if not self.size:
            return hits
        last = len(folded)
        for at, (length, entries) in self._automaton.iter(folded):
            end = at + 1
            start = end - length
            # the common case first: a piece of a longer word
            if start and folded[start - 1].isalpha() and not text[start].isupper():
                continue
            if end < last and folded[end].isalpha() and not text[end].isupper():
                continue
            if not stands_free(text, start, end):
                continue
            written = tuple(e for form, e in entries if _written(form, e.shape, text, start, end))
            if written:
                hits.append(Hit(start, end, written))
        return hits
