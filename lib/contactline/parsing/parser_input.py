"""The form in which the parser gets a sentence: its words, without those that cause errors in a small parser.

A name is one word ("Nikol_Pashinyan", as in training). Dates with their preposition, times of day, quotation marks
and everything in brackets are left out, since a small parser attaches whole clauses to them.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from contactline.lexicon import Lexicon, derived, patterns
from contactline.lexicon.prepositions import BEFORE_DATES
from contactline.records import Document, Mention, Sentence, Span, Timex

_QUOTES = frozenset("\"“”„«»‘`''")
_DASHES = "-–"
_POSSESSIVE_MARKS = frozenset({"'s", "’s", "'", "’"})
_WITHIN_DATES = frozenset({"the", "earlier", "late", "early"})
"""Words that may stand between a date and its preposition: "in the early morning"."""
_OPEN_CLAUSES = frozenset({"after", "before", "since", "when", "as"})
"""Words that introduce a clause at the end of a date ("a day after the attack began"); such a date stays."""
_CLOCK = re.compile(
    r"\b(?:(?:at|around|about|by|until|since|approximately|some)\s+){0,4}"
    r"(?:\d{1,2}:\d{2}(?:\s*-\s*\d{1,2}:\d{2})?(?:\s?[ap]\.?m\b\.?|\s(?:hours|o'clock)\b)?"
    r"|\d{1,2}(?:\.\d{2})?\s?(?:[ap]\.m\.|[ap]m\b|o'clock\b)|\d{4}\s(?:hours|GMT)\b)"
    r"(?:\s(?:GMT|UTC|local\stime|\w+\stime)\b)?",
    re.IGNORECASE,
)
"""A time of day with what stands before it: "at about 2:00", "by 17:30 local time", "at 7 a.m."."""
_PLAIN = {"cease-fire": "ceasefire", "anti-terrorist": "military"}
"""What the parser gets instead of a hyphenated word that the treebanks do not have."""
_LONGEST_ASIDE = 40  # most words in brackets; an earlier bracket was never closed


class Word(NamedTuple):
    """A word at start..end of the document's text.

    ``mention``: the index of its mention, -1 for a plain word. ``left_out``: "date" or "punct" where the parser
    does not get it, else "".
    """

    start: int
    end: int
    mention: int = -1
    left_out: str = ""


def words(
    tokenizer: Any,
    document: Document,
    sentence: Sentence,
    mentions: Sequence[Mention],
    timexes: Sequence[Timex],
    lexicon: Lexicon,
) -> list[Word]:
    """The words of a sentence in the order of the text, without white space.

    ``tokenizer``: spaCy's. ``mentions``, ``timexes``: those of the document, sorted by start.
    """
    text = document.text
    found = list(_split(tokenizer, text, sentence, mentions))
    found = _hyphenated_joined(found, text, lexicon)
    clock_times = [match.span() for match in _CLOCK.finditer(text, sentence.start, sentence.end)]
    spans = sorted([*_dates_in(sentence, timexes), *clock_times])
    found = _dates_left_out(found, text, spans, _events_by_noun(lexicon))
    return _asides_left_out(found, text)


def shown(word: Word, text: str) -> str:
    """A word in the form in which the parser gets it."""
    own = text[word.start : word.end]
    return own.replace(" ", "_") if word.mention >= 0 else _PLAIN.get(own.lower(), own)


def _split(tokenizer: Any, text: str, sentence: Sentence, mentions: Sequence[Mention]) -> Iterator[Word]:
    """Yield the words; a name is one word, and what is attached to it ("'s", "-brokered") are separate words."""
    at = sentence.start
    named = -1  # the end of the name just before, -1 where there is none
    for number in _mentions_in(sentence, mentions):
        mention = mentions[number]
        yield from _plain_words(tokenizer, text, at, mention.start, named)
        yield Word(mention.start, mention.end, number)
        at = named = mention.end
    yield from _plain_words(tokenizer, text, at, sentence.end, named)


def _mentions_in(sentence: Sentence, mentions: Sequence[Mention]) -> Iterator[int]:
    """The indexes of the mentions that lie wholly in a sentence."""
    for number in range(bisect_left(mentions, sentence.start, key=lambda m: m.start), len(mentions)):
        if mentions[number].start >= sentence.end:
            break
        if mentions[number].end <= sentence.end:
            yield number


def _plain_words(tokenizer: Any, text: str, start: int, end: int, named: int) -> Iterator[Word]:
    """Yield the words between two names. ``named``: the end of the name before them."""
    if end <= start:
        return
    for token in tokenizer(text[start:end]):
        own = token.text
        if own.isspace():
            continue
        at = start + token.idx
        if at == named and len(own) > 1 and own[0] in _DASHES:
            yield Word(at, at + 1)  # "Russian-brokered"
            own, at = own[1:], at + 1
        yield Word(at, at + len(own), -1, "punct" if own in _QUOTES else "")


@derived
def _compounds(lexicon: Lexicon) -> frozenset[str]:
    """Words of the tables that are written with a hyphen; they are one word in patterns, and so for the parser."""
    table = patterns.load(lexicon)
    return frozenset(
        word
        for forms in (*table.classes.values(), table.by_verb, table.by_noun, table.by_adjective)
        for word in forms
        if "-" in word
    )


def _hyphenated_joined(found: list[Word], text: str, lexicon: Lexicon) -> list[Word]:
    """The words, with the three parts of a hyphenated word of the tables ("cease", "-", "fire") joined."""
    compounds = _compounds(lexicon)
    joined: list[Word] = []
    i = 0
    while i < len(found):
        adjacent = (
            i + 2 < len(found) and found[i].end == found[i + 1].start and found[i + 1].end == found[i + 2].start
        )
        if adjacent and text[found[i].start : found[i + 2].end].lower() in compounds:
            joined.append(Word(found[i].start, found[i + 2].end))
            i += 3
        else:
            joined.append(found[i])
            i += 1
    return joined


def _dates_in(sentence: Sentence, timexes: Sequence[Timex]) -> list[Span]:
    """Where the dates of a sentence stand, each expression once."""
    spans: list[Span] = []
    for i in range(bisect_left(timexes, sentence.start, key=lambda t: t.start), len(timexes)):
        if timexes[i].start >= sentence.end:
            break
        if timexes[i].kind == "date" and (not spans or timexes[i].words != spans[-1]):
            spans.append(timexes[i].words)
    return spans


@derived
def _events_by_noun(lexicon: Lexicon) -> frozenset[str]:
    """The nouns of fighting, talks and agreements, which a date can identify."""
    classes = patterns.load(lexicon).classes
    return classes["hostilities"] | classes["long_states"] | classes["talks"] | classes["accord"]


def _dates_left_out(found: list[Word], text: str, dates: list[Span], events: frozenset[str]) -> list[Word]:
    """Mark dates, with the preposition before them, as left out; a possessive date stays.

    The preposition stays if it belongs to an event after the date: "in the 2020 war".
    """
    if not dates:
        return found
    lower = [text[word.start : word.end].lower() for word in found]
    out: set[int] = set()
    first = 0
    for start, end in dates:
        while first < len(found) and found[first].end <= start:
            first += 1
        behind = first
        while behind < len(found) and found[behind].start < end:
            behind += 1
        if behind == first or lower[behind - 1] in _OPEN_CLAUSES:
            continue
        if behind < len(found) and lower[behind] in _POSSESSIVE_MARKS:
            continue  # "Monday's attack"
        of_event = first and lower[first - 1] == "the" and behind < len(found) and lower[behind] in events
        out.update(range(first if of_event else _with_preposition(lower, first), behind))
        first = behind
    return [
        word._replace(left_out="date") if i in out and word.mention < 0 else word for i, word in enumerate(found)
    ]


def _with_preposition(lower: list[str], first: int) -> int:
    """The index of the preposition before a date, or of the date's first word if there is none."""
    at = first
    while at and lower[at - 1] in _WITHIN_DATES:
        at -= 1
    return at - 1 if at and lower[at - 1] in BEFORE_DATES else first


def _asides_left_out(found: list[Word], text: str) -> list[Word]:
    """Mark words in brackets as left out: a second name, an abbreviation, a reporter's note."""
    out: set[int] = set()
    opened: int | None = None
    for i, word in enumerate(found):
        own = text[word.start : word.end]
        if own in "([":
            opened = i
        elif own in ")]" and opened is not None:
            if 1 < i - opened <= _LONGEST_ASIDE and i + 1 < len(found):
                out.update(range(opened, i + 1))
            opened = None
    if not out:
        return found
    return [word._replace(left_out="punct") if i in out else word for i, word in enumerate(found)]
