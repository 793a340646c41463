"""The article as a whole, for names that only count in some articles."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from contactline.lexicon import Lexicon
from contactline.names.index import NameMatch, contains_words
from contactline.names.known_names import KnownNames, known_names

NEAR = 60  # characters on either side of a weak name in which its words may be
FAR = 5000  # characters on either side searched for a word that decides between places of the same name
_NO_LETTERS = re.compile(r"[^a-z0-9.]+")


@dataclass(frozen=True, slots=True)
class ArticleContext:
    """An article's text, also folded, and facts about it from its names.

    ``named_in_full``: ids of the persons named with their first name. ``regional``: whether the article is about
    the region. ``province_at_start`` and ``province_at_end``: offsets at which strong names of places of the
    region start and end, with their province.
    """

    text: str
    folded: str
    known: KnownNames
    lexicon: Lexicon
    named_in_full: frozenset[str]
    regional: bool
    province_at_start: Mapping[int, str]
    province_at_end: Mapping[int, str]
    _contains: dict[str, bool] = field(default_factory=dict, compare=False, repr=False)

    def contains(self, words: str) -> bool:
        """Whether the article contains folded words as whole words; "a+b" requires both. The result is cached."""
        if words not in self._contains:
            self._contains[words] = all(contains_words(self.folded, w) for w in words.split("+"))
        return self._contains[words]

    def has_lower(self, word: str) -> bool:
        """Whether the article contains a word in lower case as a whole word. The result is cached."""
        key = f"\0{word}"
        if key not in self._contains:
            self._contains[key] = contains_words(self.text, word)
        return self._contains[key]

    def distance(self, words: Iterable[str], start: int) -> int:
        """The number of characters from a position to the nearest of the words; FAR where none is nearer."""
        found = [FAR]
        for word in words:
            before = self.folded.rfind(word, max(0, start - FAR), start)
            after = self.folded.find(word, start, start + FAR)
            found += [start - before] if before >= 0 else []
            found += [after - start] if after >= 0 else []
        return min(found)

    def near(self, words: Iterable[str], start: int, end: int) -> bool:
        """Whether one of the words is within NEAR characters of start..end."""
        window = f"{self.folded[max(0, start - NEAR) : start]} {self.folded[end : end + NEAR]}"
        window = f" {_NO_LETTERS.sub(' ', window)} "
        return any(f" {w} " in window for w in words)


def context_of(text: str, folded: str, matches: Iterable[NameMatch], lexicon: Lexicon) -> ArticleContext:
    """The context of an article, from all the names matched in its text."""
    known = known_names(lexicon)
    in_full: set[str] = set()
    starts: dict[int, str] = {}
    ends: dict[int, str] = {}
    regional = False
    for start, end, senses in matches:
        for sense in senses:
            if sense.role == "place" and not sense.weak and sense.country in known.conflict.states:
                starts[start] = ends[end] = known.places[sense.ref].province
            if sense.has_first_name:
                in_full.add(sense.ref)
            elif not sense.weak and sense.country in known.conflict.belligerents:
                regional = True
    return ArticleContext(
        text=text,
        folded=folded,
        known=known,
        lexicon=lexicon,
        named_in_full=frozenset(in_full),
        regional=regional,
        province_at_start=starts,
        province_at_end=ends,
    )
