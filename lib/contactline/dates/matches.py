"""What all builders of expressions need from a match: its words, its year, its days."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import pairwise
from typing import Any

from contactline.dates.words import RELATIONS, THE_YEAR, Expression
from contactline.records import Span

Match = re.Match[str]

NOUN_BEHIND = re.compile(
    r"\s(?!(?:and|or|but|when|while|with|which|that|who|after|before|as|was|were|is|are|will|would|the|its?|his"
    r"|he|she|they|had|has|by|to|at|in|on|for|from|said|of)\b)[a-z]{3,}"
)
"""A word behind a date that is none of those which continue the clause: the noun that the date belongs to."""

_FIRST_CENTURY_SHORT = 50  # "'49" is 2049, "'50" is 1950
_WORD = re.compile(r"\d{1,2}|[^\W\d_]+")
_LISTED = re.compile(r",|and|or|&", re.I)  # between days that are listed, not a range


def expression(m: Match, form: str, span: Span | None = None, **fields: Any) -> Expression:
    """An expression over a match (or ``span`` of its text) with the fields that its words give."""
    start, end = span or m.span()
    while end > start and m.string[end - 1] in " \t\n(":
        end -= 1
    return Expression(start, end, m.string[start:end], (start, end), form, **fields)


def words_of(m: Match, name: str) -> str:
    """The words of a named group, lower case and with single spaces; "" where the shape has no such group."""
    try:
        found = m.group(name)
    except IndexError:
        return ""
    return " ".join(found.lower().split()) if found else ""


def word_of(m: Match, name: str) -> str:
    """As ``words_of``, without the full stop of an abbreviation."""
    return words_of(m, name).rstrip(".")


def before(m: Match, length: int) -> str:
    """The last ``length`` characters before a match."""
    return m.string[max(0, m.start() - length) : m.start()]


def behind(m: Match, length: int) -> str:
    """The first ``length`` characters after a match."""
    return m.string[m.end() : m.end() + length]


def year_fields(m: Match) -> dict[str, Any]:
    """The fields of the year after a day or month: ``year`` with ``era``, or ``year_offset`` with its anchor."""
    fields: dict[str, Any] = {}
    if year := words_of(m, "year"):
        fields["year"] = int(year)
    if short := words_of(m, "two_figures") or words_of(m, "bare"):
        fields["year"] = year_of_two_figures(int(short))
    if words_of(m, "era"):
        fields["era"] = "BC"
        if ancient := words_of(m, "ancient"):
            fields["year"] = int(ancient)
    if relation := words_of(m, "year_relation"):
        _, fields["year_offset"], fields["year_anchor"] = RELATIONS.get(relation, THE_YEAR)
    return fields


def year_of_two_figures(year: int) -> int:
    """The year that "98" or "21" is short for."""
    return year + (2000 if year < _FIRST_CENTURY_SHORT else 1900)


def each_day(
    m: Match,
    month: int | None,
    ordinals: Mapping[str, int] | None = None,
    *,
    form: str = "date",
    group: str = "days",
    **fields: Any,
) -> list[Expression]:
    """One expression for each day of "20", "20-22" or "20, 21 and 22" in a named group of the match.

    The ends of a range share a group of expressions. ``ordinals``: the words that days can be written in, where
    the shape allows words ("the fourth and fifth").
    """
    days = list(_numbered_days(m, group, ordinals or {}))
    if len(days) == 1:
        return [expression(m, form, month=month, day=days[0][2], **fields)]
    between = m.string[days[0][1] : days[1][0]]
    # "15 and 16 June": what happened on two days in a row lies in both.
    in_a_row = len(days) == 2 and days[1][2] == days[0][2] + 1
    is_range = len(days) == 2 and (in_a_row or _LISTED.search(between) is None)
    found = []
    for i, (first, last, day) in enumerate(days):
        # The outer expressions take the words before the first and behind the last day.
        span = (m.start() if i == 0 else first, m.end() if i == len(days) - 1 else last)
        one = expression(m, form, span, month=month, day=day, **fields)
        found.append(replace(one, group=1 if is_range else 0, words=m.span() if is_range else span))
    return found


def _numbered_days(m: Match, group: str, ordinals: Mapping[str, int]) -> Iterator[tuple[int, int, int]]:
    """Yield start, end and number of each day in a group; a number in words can consist of two words."""
    tokens = [*_WORD.finditer(m.string, *m.span(group)), None]
    tens = None
    for word, following in pairwise(tokens):
        assert word is not None
        if following and f"{word[0]} {following[0]}".lower() in ordinals:
            tens = word
        elif word[0].isdigit() or tens or word[0].lower() in ordinals:
            number = word[0] if tens is None else f"{tens[0]} {word[0]}"
            start = (tens or word).start()
            yield start, word.end(), int(number) if number.isdigit() else ordinals[number.lower()]
            tens = None
