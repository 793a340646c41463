"""Bodies that are in no table, found by the word that ends or begins their names: "the Baku Military Court"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from contactline.names.article_context import ArticleContext
from contactline.names.capitals import WORD, CapitalWord, begins_sentence, is_in_headline
from contactline.names.passage import UNIONS
from contactline.names.taken import Taken

_WORDS = rf"{WORD}(?: {WORD})*"
_TAIL = re.compile(
    rf" (?:of|for|on|against)(?: the)? {_WORDS}(?:(?:, | and |, and | & )(?:of )?{_WORDS})*(?<!['’]s)"
)
"""What belongs to a name behind its head: "of Prisoners of War, Hostages and Missing Persons"."""
_WORD = re.compile(r"[^\W\d_]+")
_OF = re.compile(r" of (?:the )?(?:Republic of )?")
_FARTHEST_OF = 25  # characters between a body and the country that "of" gives it
_MOST_WORDS = 12


class Body(NamedTuple):
    """start..end of the text names a body. ``words``: those of the name, folded. ``country``: its code or ""."""

    start: int
    end: int
    words: tuple[str, ...]
    country: str


def bodies(runs: Iterable[list[CapitalWord]], taken: Taken, context: ArticleContext) -> list[Body]:
    """The names of bodies in runs of capitalised words, in order. ``taken``: the names of the lexicon."""
    found: list[Body] = []
    heads = context.known.body_heads
    for run in runs:
        head = next(
            (i for i in range(len(run) - 1, -1, -1) if context.text[run[i].start : run[i].end] in heads), -1
        )
        if head >= 0 and (not found or run[head].start >= found[-1].end):
            body = _body(run, head, taken, context)
            if body is not None:
                found.append(body)
    return found


def _body(run: list[CapitalWord], head: int, taken: Taken, context: ArticleContext) -> Body | None:
    """The body whose name ends, or begins before "of", with the word at ``head`` of a run; None where there is
    none.
    """
    known, text = context.known, context.text
    if _names_other_body(run[:head], taken, context):
        return None
    first, country = _start(run, head, taken, context)
    name = run[first : head + 1]
    end = name[-1].end
    known_form = len(name) > 1 and known.index.is_form(" ".join(w.folded for w in name))
    if known_form or taken.covers(name[-1].start, end):
        return None
    tail = _TAIL.match(text, end) if head + 1 == len(run) else None
    if tail is not None:
        end = _tail_end(tail, taken, context)
    words = tuple(context.folded[name[0].start : end].replace(",", "").split())
    if len(words) < 2 or len(words) > _MOST_WORDS or is_in_headline(name[0].start, context.text):
        return None
    start = name[0].start
    country = country or _country_before(start, taken, context) or _country_behind(start, end, taken, context)
    return Body(start, end, words, country)


def _start(run: list[CapitalWord], head: int, taken: Taken, context: ArticleContext) -> tuple[int, str]:
    """The index in a run at which a body's name begins, and the country from a word before or in it."""
    known = context.known
    country = ""
    start = 0
    for i in range(head):
        word = run[i]
        mention = taken.last_before(word.end)
        if mention is not None and mention.start <= word.start and mention.end >= word.end:
            country = mention.country or country
            land = mention.ref if mention.kind == "place" else mention.other
            if mention.form == "demonym" or land in known.country_of_place:
                start = i + 1  # "the Armenian Ministry of Health": the country is no part of the name
        elif i == start and _opens(word, context):
            start = i + 1
    return start, country


def _names_other_body(words: list[CapitalWord], taken: Taken, context: ArticleContext) -> bool:
    """Whether these words contain the name of a body in the lexicon ("the CSTO Security Council")."""
    for word in words:
        mention = taken.last_before(word.end)
        if mention is not None and mention.end > word.start and mention.form == "name":
            if mention.kind == "actor" and mention.other is None and mention.country not in UNIONS:
                return True
    return False


def _opens(word: CapitalWord, context: ArticleContext) -> bool:
    """Whether a word is the name of a day or begins a sentence, and so does not belong to a name."""
    known = context.known
    return word.folded in known.days or word.folded in known.lead_words and begins_sentence(word.start, context)


def _tail_end(tail: re.Match[str], taken: Taken, context: ArticleContext) -> int:
    """The end of a tail: before a person's title, or before a name of the lexicon joined to it by "and" or a
    comma.
    """
    for word in _WORD.finditer(tail.string, tail.start(), tail.end()):
        if context.folded[word.start() : word.end()] in context.known.person_words:
            return word.start() - 1
    mention = taken.first_from(tail.start() + 1)
    while mention is not None and mention.start < tail.end():
        joint = tail.string[max(tail.start(), mention.start - 5) : mention.start]
        if joint.endswith((" and ", ", ")):
            return mention.start - (5 if joint.endswith(" and ") else 2)
        mention = taken.first_from(mention.end)
    return tail.end()


def _country_before(start: int, taken: Taken, context: ArticleContext) -> str:
    """The country whose name or adjective stands right before a position ("Azerbaijan's State Commission")."""
    mention = taken.last_before(start)
    if mention is None or context.folded[mention.end : start] not in (" ", "'s ", "' "):
        return ""
    return mention.country


def _country_behind(start: int, end: int, taken: Taken, context: ArticleContext) -> str:
    """The country that a name or a phrase around it ends with, or that "of" joins to it ("... of Armenia")."""
    last = taken.last_before(end)
    if last is not None and last.start > start and last.end >= end:
        return last.country
    mention = taken.first_from(end)
    if mention is None or mention.start > end + _FARTHEST_OF:
        return ""
    return mention.country if _OF.fullmatch(context.text, end, mention.start) else ""
