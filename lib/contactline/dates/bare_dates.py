"""Whether a bare month or a bare year is a date where it is found: "May" the month, "2020" the year."""

from __future__ import annotations

import re
from typing import NamedTuple

from contactline.dates.words import DateWords, Expression

_BEFORE, _BEHIND = 24, 32  # characters of context
_YEARS = (1000, 2100)  # four figures beyond these are no year
_LIKELY_YEARS = (1500, 2050)  # beyond these only behind "in", "since", "of", "by", "year"

_MONTH_PREPOSITION = re.compile(  # behind these a month is a date, whatever follows
    r"\b(?:in|since|until|till|by|during|throughout|early|late|mid|of|last|next)(?:\s+|-)$", re.I
)
_MAYBE_MONTH_PREPOSITION = re.compile(  # behind these, if no noun or name follows
    r"\b(?:in|of|since|until|till|by|during|from|to|last|next|this|early|late|mid|between|and|or|through"
    r"|throughout|before|after|around|about|for|back in|through to|on|every|each"
    r"|(?:early|late|mid)\s(?:in|to late))(?:\s+|-)$",
    re.I,
)
_MAY = 5
_NAME_BEFORE = re.compile(  # "Black January"; not the capital of a sentence's first word
    r"(?:^|[^.!?\s]\s)(?!(?:The|This|That|Its|His|Her|Their|Our|And|But|For)\s)[A-Z][a-z]+\s$"
)
_NAME_BEHIND = re.compile(r"\s[A-Z][a-z]+")  # "October Revolution"
_WORD_BEHIND = re.compile(r"\s[a-z]+")
_ATTRIBUTE_BEFORE = re.compile(r"\b(?:the|an?|its|their|last|for)\s$", re.I)  # "the March clashes"
_NO_NOUN_BEHIND = re.compile(r"\s(?:in|on|at|and|with|when|the|to|for)\b")
_UNLIKELY_YEAR_PREPOSITION = re.compile(r"\b(?:in|since|of|by|year)\s$", re.I)

# Nouns that are counted, so that the figures before them are no year: "2000 people", "1500 metres".
_COUNTED_BEHIND = re.compile(
    r"\s(?:of\s(?:the|its|his|their|them)\b|(?:[a-z]+(?:ed|ing|an|ic|al|ary|ese)\s)?(?:(?!was\b|is\b|has\b"
    r"|does\b|this\b|its\b|his\b|as\b|thus\b|across\b)[a-z]+s|people|men|women|children|troops|personnel|"
    r"km|kilomet\w+|meters?|metres?|m|mm|kg|tons?|tonnes?|miles?|percent|per\scent|dollars|euros|hectares"
    r"|square)\b)|[-‑](?:strong|meter|metre|km)|\s?%"
)
_EVENTS_BEHIND = re.compile(  # plural nouns that have a year rather than a number
    r"\s(?:elections|wars|clashes|events|protests|hostilities|talks|agreements|negotiations)\b"
)


class _YearRule(NamedTuple):
    """Words before four figures that decide whether they are a year, for some years."""

    before: re.Pattern[str]
    first: int
    last: int
    is_year: bool


_YEAR_RULES = (
    _YearRule(
        re.compile(r"\b(?:until|till|since|before|by|from)\sat\s(?:least|the\slatest)\s$", re.I), 0, 9999, True
    ),
    _YearRule(
        re.compile(
            r"\b(?:No|no|number|Resolution|resolution|page|chapter|nearly|almost|least|than|some|over|killed"
            r"|wounded|only|approximately)\.?\s$"
        ),
        0,
        9999,
        False,
    ),
    _YearRule(re.compile(r"\b(?:in|since|during)\s$", re.I), 0, 9999, True),
    _YearRule(re.compile(r"\bof\s$"), 1900, 1999, True),
    # "the 1972 shootings": a number in thousands would have its comma
    _YearRule(re.compile(r"\b[Tt]he\s$"), 1900, 2035, True),
)
"""In the order of trial; the first that fits decides."""


def is_date_in_context(text: str, expressions: list[Expression], words: DateWords) -> bool:
    """Whether the words around allow what one shape has found; True for all but a bare month or year."""
    e = expressions[0]
    if len(expressions) > 1 or e.form != "date" or e.kind != "date" or e.part or e.relation:
        return True
    if e.day is not None or e.weekday is not None or e.era:
        return True
    if e.month is not None:
        return e.year is not None or e.year_offset is not None or _is_month(e, text, words)
    return e.year is None or not e.text[0].isdigit() or _is_year(e, e.year, text)


def _is_month(e: Expression, text: str, words: DateWords) -> bool:
    before, behind = _around(e, text)
    word = re.match(r"\w+", e.text)
    alone = words.alone[word[0].lower()] if word else "yes"
    after_preposition = _MONTH_PREPOSITION.search(before) is not None
    after_some_preposition = _MAYBE_MONTH_PREPOSITION.search(before) is not None
    if alone == "number":
        return False
    if alone == "context":
        noun_behind = _WORD_BEHIND.match(behind) is not None and not _NO_NOUN_BEHIND.match(behind)
        if e.text[0].islower():
            return False
        if noun_behind and _ATTRIBUTE_BEFORE.search(before):
            return e.month != _MAY or not before.endswith("for ")  # "for May voters" may speak of a person
        return after_some_preposition and (after_preposition or not noun_behind)
    # Inside a name ("Black January", "October Revolution") a month is no date.
    in_adverbial = after_preposition or after_some_preposition
    return in_adverbial or not (_NAME_BEFORE.search(before) or _NAME_BEHIND.match(behind))


def _is_year(e: Expression, year: int, text: str) -> bool:
    before, behind = _around(e, text)
    if not _YEARS[0] <= year <= _YEARS[1]:
        return False
    if not _LIKELY_YEARS[0] <= year <= _LIKELY_YEARS[1] and not _UNLIKELY_YEAR_PREPOSITION.search(before):
        return False
    for rule in _YEAR_RULES:
        if rule.first <= year <= rule.last and rule.before.search(before):
            return rule.is_year
    return _COUNTED_BEHIND.match(behind) is None or _EVENTS_BEHIND.match(behind) is not None


def _around(e: Expression, text: str) -> tuple[str, str]:
    return text[max(0, e.start - _BEFORE) : e.start], text[e.end : e.end + _BEHIND]
