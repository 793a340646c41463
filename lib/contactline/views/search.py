"""Search in texts: phrases in quotation marks, OR between words, a minus sign before words to exclude.

Case and accents are ignored. A word matches words that begin with it (truce: truces), a phrase only its exact
words. Texts are stored as the numbers of their words, so that a million sentences are searched in a moment.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

Mask = npt.NDArray[np.bool_]

_PIECES = re.compile(r'-?"[^"]*"?|[^\s"]+')
_QUOTES = str.maketrans(dict.fromkeys("\N{LEFT DOUBLE QUOTATION MARK}\N{RIGHT DOUBLE QUOTATION MARK}„«»", '"'))
_LETTERS = {"ə": "e", "ı": "i", "ł": "l", "ø": "o", "đ": "d", "ß": "ss", "æ": "ae"}
"""Letters that no accent is taken from, with what people type for them."""


class Term(NamedTuple):
    """Folded words that follow one another; the last may be the beginning of a word unless they are ``exact``,
    as in a phrase.
    """

    words: tuple[str, ...]
    exact: bool


@dataclass(frozen=True, slots=True)
class Search:
    """A parsed search. ``wanted``: groups of terms; one term of each group has to match. ``barred``: terms that
    must not match.
    """

    wanted: tuple[tuple[Term, ...], ...] = ()
    barred: tuple[Term, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.wanted or self.barred)


def parse(text: str) -> Search:
    """Parse what a reader typed. An open quotation mark extends to the end; punctuation alone asks for nothing."""
    groups: list[tuple[Term, ...]] = []
    barred: list[Term] = []
    either = minus = False
    for piece in _PIECES.findall(text.translate(_QUOTES)):
        if piece in ("OR", "|"):
            either = bool(groups)
        elif piece == "NOT":
            minus = True
        elif piece != "AND" and (words := tuple(folded(piece).split())):
            term = Term(words, piece.removeprefix("-").startswith('"'))
            if minus or piece.startswith("-"):
                barred.append(term)
            elif either:
                groups[-1] += (term,)
            else:
                groups.append((term,))
            either = minus = False
    return Search(tuple(groups), tuple(barred))


def folded(text: str) -> str:
    """A text in lower case without accents, with a space for each character that is neither letter nor digit."""
    return "".join(map(_plain, text))


def spans(text: str, search: Search) -> list[tuple[int, int]]:
    """Where the wanted words are in a text, each as start and end offset; a word is marked to its end."""
    letters = [(plain, place) for place, letter in enumerate(text) for plain in _plain(letter)]
    plain = "".join(letter for letter, _ in letters)
    words = [(match[0], letters[match.start()][1], letters[match.end() - 1][1] + 1) for match in _words(plain)]
    found = {
        (words[at][1], words[at + len(term.words) - 1][2])
        for group in search.wanted
        for term in group
        for at in range(len(words) - len(term.words) + 1)
        if _stands(term, [word for word, _, _ in words[at : at + len(term.words)]])
    }
    return sorted(found)


@dataclass(frozen=True)
class Texts:
    """Texts prepared for search.

    ``words``: the distinct folded words. ``numbers``: for all texts in turn, the index of each word in ``words``.
    ``firsts``: the index in ``numbers`` of each text's first word, and of the end.
    """

    words: pa.Array
    numbers: npt.NDArray[np.int32]
    firsts: npt.NDArray[np.int64]

    @classmethod
    def build(cls, texts: pa.Array) -> Texts:
        """Split texts into words. All texts are split at once as bytes, and each distinct word is folded once."""
        texts = pc.fill_null(texts.cast(pa.large_string()), "")
        texts = texts.combine_chunks() if isinstance(texts, pa.ChunkedArray) else texts
        _, offsets, data = texts.buffers()
        edges = np.frombuffer(offsets, np.int64)[texts.offset : texts.offset + len(texts) + 1]
        signs = np.frombuffer(data or b"", np.uint8)[edges[0] : edges[-1]]
        inside = _in_words(signs)
        before = np.zeros(len(signs), bool)
        before[1:] = inside[:-1]
        begins = edges[:-1] - edges[0]
        before[begins[begins < len(signs)]] = False  # a word ends with its text
        first = inside & ~before
        last = inside.copy()
        last[:-1] &= first[1:] | ~inside[1:]
        starts = np.flatnonzero(first)
        ends = np.append(0, np.cumsum(np.flatnonzero(last) + 1 - starts))
        buffers = pa.py_buffer(ends.astype(np.int64)), pa.py_buffer(signs[inside])
        every = pa.LargeStringArray.from_buffers(len(starts), *buffers).dictionary_encode()
        words = pa.array(
            [folded(word).replace(" ", "") for word in every.dictionary.to_pylist()], pa.large_string()
        )
        numbers = every.indices.to_numpy(zero_copy_only=False).astype(np.int32)
        return cls(words, numbers, np.append(np.searchsorted(starts, begins), len(starts)))

    def holding(self, term: Term) -> Mask:
        """Which texts contain a term."""
        *most, last = term.words
        fitting = pc.equal(self.words, last) if term.exact else pc.starts_with(self.words, last)
        size, places = len(most), np.flatnonzero(_truth(fitting)[self.numbers])
        places = places[places >= size]
        for back, word in enumerate(reversed(most), 1):
            places = places[_truth(pc.equal(self.words, word))[self.numbers[places - back]]]
        text = np.searchsorted(self.firsts, places, "right") - 1
        found = np.zeros(len(self.firsts) - 1, bool)
        found[text[places - size >= self.firsts[text]]] = True
        return found


def matching(search: Search, texts: Texts) -> Mask:
    """Which texts match a search."""
    found = np.ones(len(texts.firsts) - 1, bool)
    for group in search.wanted:
        found &= np.logical_or.reduce([texts.holding(term) for term in group])
    for term in search.barred:
        found &= ~texts.holding(term)
    return found


def _in_words(signs: npt.NDArray[np.uint8]) -> Mask:
    """Which bytes of UTF-8 belong to words: ASCII letters and digits, and non-ASCII characters except
    punctuation.
    """
    letter = np.array([chr(sign).isalnum() if sign < 128 else True for sign in range(256)])
    found = letter[signs]
    for lead, length in ((0xC2, 2), (0xE2, 3)):  # punctuation: U+0080-00BF, and U+2000-206F
        at = np.flatnonzero(signs == lead)
        if lead == 0xE2:
            at = at[np.isin(signs[at + 1], (0x80, 0x81))]
        for step in range(length):
            found[at + step] = False
    return found


def _truth(values: pa.Array) -> Mask:
    return np.asarray(values.to_numpy(zero_copy_only=False), bool)


def _stands(term: Term, words: list[str]) -> bool:
    *most, last = term.words
    return words[:-1] == most and (words[-1] == last if term.exact else words[-1].startswith(last))


def _words(plain: str) -> Iterator[re.Match[str]]:
    return re.finditer(r"[^ ]+", plain)


def _plain(letter: str) -> str:
    """A character as it is searched for: a space for punctuation, nothing for a combining accent."""
    if letter.isascii():
        return letter.lower() if letter.isalnum() else " "
    marks = unicodedata.normalize("NFKD", letter)
    kept = "".join(mark for mark in marks if unicodedata.category(mark) != "Mn").lower()
    return "".join(_LETTERS.get(one, one if one.isalnum() else " ") for one in kept)
