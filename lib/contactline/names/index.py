"""Finds thousands of names in one pass: an Aho-Corasick automaton over folded text, with rules for word borders.

Folding keeps the length, so that every offset of the folded text is an offset of the text. (Aho and Corasick 1975,
"Efficient string matching: an aid to bibliographic search", CACM 18(6).)
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, NamedTuple

import ahocorasick

from contactline.lexicon import split_cell

LONGEST_EXACT = 5
"""A form with diacritics and at most so many letters must be written with them: "Şuşa", for "susa" is another
word."""
SHORTEST_GLUED = 6
"""Least letters of a name that may lack the blank before or after it: "disputeAzerbaijan", "@NikolPashinyan"."""


def _folding() -> dict[int, str]:
    """Lower-case letters without diacritics for the Latin ranges, one character for each character."""
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
    """The text in lower case without diacritics, with plain quotes, hyphens and spaces; its length does not
    change.

    >>> fold("Xankəndi’s")
    "xankendi's"
    """
    return text.translate(_FOLDING)


def folded_words(cell: str) -> tuple[str, ...]:
    """The words of a list cell, folded."""
    return tuple(fold(word) for word in split_cell(cell))


@dataclass(frozen=True, slots=True)
class NameSense:
    """One of the meanings of a form in the lexicon.

    ``role``: place, actor, adjective or people of a country, title, group, first (a first name) or block (not a
    name: not_names.csv). ``ref``: the place_id, actor_id, country code, office, or part of a country. ``form``:
    name, description, title or demonym, as in records.Mention. ``weak``: it only counts if other words support it;
    ``near`` and ``article``: folded words, one of which must then be nearby or in the article
    ("armenia+azerbaijan": both). ``countries``: the only ones that a noun goes with. ``plural``: a title of
    several holders. ``alone``: a noun that without a country stands for the one named last. ``shape``: how the
    form must be written: any, capital (the first letter), upper (all letters) or exact. ``has_first_name``: a
    person's name that includes the first name. ``note``: what a reader must know.
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
    has_first_name: bool = False
    note: str = ""


class NameMatch(NamedTuple):
    """A form of the lexicon at start..end of a text (end exclusive), with the senses that are possible there."""

    start: int
    end: int
    senses: tuple[NameSense, ...]


def shape_of(form: str) -> str:
    """How a form must be written: "US" in capitals, "Sus" with a capital, "line of contact" in any way.

    A short form with diacritics ("Şuşa") must be written with them, as without them it may be another word.
    """
    if not form.isascii() and len(form) <= LONGEST_EXACT:
        return "exact"
    letters = [c for c in form if c.isalpha()]
    if len(letters) > 1 and all(c.isupper() for c in letters):
        return "upper"
    return "capital" if form[:1].isupper() else "any"


def is_whole_word(text: str, start: int, end: int) -> bool:
    """Whether start..end of a text is one or more whole words; a capital after a small letter also begins a
    word.
    """
    if start and (text[start - 1].isalnum() or text[start - 1] == "_"):
        if not (end - start >= SHORTEST_GLUED and text[start].isupper() and text[start - 1].islower()):
            return False
    if end < len(text) and (text[end].isalnum() or text[end] == "_"):
        return end - start >= SHORTEST_GLUED and text[end].isupper() and text[end - 1].islower()
    return True


def contains_words(folded: str, words: str) -> bool:
    """Whether a text contains words as whole words; both are folded."""
    at = folded.find(words)
    while at >= 0:
        end = at + len(words)
        if not (at and folded[at - 1].isalnum()) and not folded[end : end + 1].isalnum():
            return True
        at = folded.find(words, end)
    return False


def _is_written(form: str, shape: str, text: str, start: int, end: int) -> bool:
    """Whether start..end of a text is written as a form requires."""
    if shape == "any":
        return True
    if shape == "exact":
        return text[start:end] == form
    if shape == "capital":
        return text[start].isupper()
    return text[start:end].isupper()


class NameIndex:
    """All forms of the lexicon as one automaton. ``size``: the number of distinct folded forms."""

    def __init__(self, forms: Iterable[tuple[str, NameSense]]) -> None:
        grouped: dict[str, list[tuple[str, NameSense]]] = {}
        for form, sense in forms:
            senses = grouped.setdefault(fold(form), [])
            if all(sense != other for _, other in senses):
                senses.append((form, sense))
        self._automaton: Any = ahocorasick.Automaton()
        for key, senses in grouped.items():
            self._automaton.add_word(key, (len(key), tuple(senses)))
        if grouped:
            self._automaton.make_automaton()
        self.size = len(grouped)

    def is_form(self, word: str) -> bool:
        """Whether a folded word, written with a capital, is a form of the lexicon."""
        _, senses = self._automaton.get(word, (0, ()))
        written = word.title()
        return any(_is_written(form, sense.shape, written, 0, len(word)) for form, sense in senses)

    def matches(self, text: str, folded: str) -> list[NameMatch]:
        """Find every form that the text contains as whole words in the required spelling, including overlapping
        ones.
        """
        found: list[NameMatch] = []
        if not self.size:
            return found
        last = len(folded)
        for at, (length, senses) in self._automaton.iter(folded):
            end = at + 1
            start = end - length
            # the most frequent case first: a part of a longer word
            if start and folded[start - 1].isalpha() and not text[start].isupper():
                continue
            if end < last and folded[end].isalpha() and not text[end].isupper():
                continue
            if not is_whole_word(text, start, end):
                continue
            written = tuple(s for form, s in senses if _is_written(form, s.shape, text, start, end))
            if written:
                found.append(NameMatch(start, end, written))
        return found
