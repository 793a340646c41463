"""Two dates that are the ends of a range, or of which one takes its year from the other."""

from __future__ import annotations

import re
from dataclasses import replace

from contactline.dates.words import Expression

_OF_CALENDAR = ("date", "numeric", "quarter", "half")  # forms that name a part of the calendar
_LONGEST_GAP = 14  # characters between two ends: ", and to the "
_CONTEXT = 24  # characters before the first end in which "from" or "between" is looked for

_TO = re.compile(r"\s?(?:-|–|—|--)\s?|\s(?:to|until|till|through|up\sto)\s(?:the\s|on\s|in\s)?", re.I)
_AND = re.compile(r",?\s(?:and|to)\s(?:the\s|on\s|in\s)?", re.I)
_IN = re.compile(r",?\s(?:in|on|at|during)\s(?:the\s)?", re.I)
_FROM = re.compile(r"\b(?:from|between|since)\s(?:(?:the|on|in|about|around)\s)?$", re.I)
_BETWEEN = re.compile(
    r"\b(?:between|night\sof|nights\sof|night\sfrom|overnight\sfrom)\s(?:(?:the|on|in)\s)?$", re.I
)


def with_ranges(text: str, expressions: list[Expression]) -> list[Expression]:
    """The expressions with the same group for both ends of "from June 2020 to May 2021" or "between Monday and
    Friday".

    Both ends get the words of the whole range, and the year (and month) that only the other one has.
    """
    group = max((e.group for e in expressions), default=0)
    joined = _with_years_of_lists(text, expressions)
    for i in range(len(joined) - 1):
        first, last = joined[i], joined[i + 1]
        if first.group or last.group or first.kind != "date" or last.kind != "date":
            continue
        gap = text[first.end : last.start]
        if _is_year(first) and last.form == "holiday" and gap == " ":
            joined[i + 1] = _with_year_before(first, last)  # "last year's Easter", "2020 Easter"
        elif _is_year(first) and _IN.fullmatch(gap):
            joined[i + 1] = _with_year_before(first, last)
        elif len(gap) <= _LONGEST_GAP:
            start = _start_of_range(text, first, last, gap)
            if start is not None:
                group += 1
                span = (start, last.end)
                joined[i] = replace(_with_year_behind(first, last), group=group, words=span)
                joined[i + 1] = replace(_with_year_of_start(first, last), group=group, words=span)
    return joined


def _with_years_of_lists(text: str, expressions: list[Expression]) -> list[Expression]:
    """The dates of a list with the year that only the last of them has: "in May, June and August 2015"."""
    dated = list(expressions)
    in_list = False
    for i in range(len(dated) - 2, -1, -1):
        first, last = dated[i], dated[i + 1]
        gap = text[first.end : last.start]
        joins = _AND.fullmatch(gap) or in_list and gap == ", "
        in_list = bool(joins) and not (first.group or last.group) and first.kind == last.kind == "date"
        if in_list:
            dated[i] = _with_year_behind(first, last)
    return dated


def _start_of_range(text: str, first: Expression, last: Expression, gap: str) -> int | None:
    """The offset at which a range begins, with its "from" or "between"; None where the two are not a range."""
    between = _opened(_BETWEEN, text, first)
    if not (_AND if between else _TO).fullmatch(gap):
        return None
    opened = between or _opened(_FROM, text, first)
    if opened is not None:
        return opened.start()
    absolute = first.form in _OF_CALENDAR and last.form in _OF_CALENDAR
    return first.start if absolute else None


def _opened(pattern: re.Pattern[str], text: str, first: Expression) -> re.Match[str] | None:
    return pattern.search(text, max(0, first.start - _CONTEXT), first.start)


def _is_year(e: Expression) -> bool:
    """Whether an expression is a year by itself: "2020", "last year"."""
    if e.form == "shift":
        return e.unit == "year"
    return e.form == "date" and e.year is not None and e.month is None and not e.era


def _with_year_before(first: Expression, last: Expression) -> Expression:
    """The October of "last year, in October" with its year."""
    if (last.form != "date" or last.month is None) and last.form != "holiday" or last.year is not None:
        return last
    if first.form == "date":
        return replace(last, year=first.year)
    told = first.anchor == "text" and (first.offset or 0) > 0  # "a year later" has moved the text on already
    return replace(last, year_offset=0 if told else first.offset, year_anchor=first.anchor)


def _with_year_of_start(first: Expression, last: Expression) -> Expression:
    """The end of "from August 2019 to March" with the year of the start, or the next one."""
    if first.form != "date" or last.form != "date" or first.month is None or last.month is None:
        return last
    if last.year is not None or last.year_offset is not None or last.relation or last.era:
        return last
    next_year = int(last.month < first.month)
    if first.year is not None:
        return replace(last, year=first.year + next_year, era=first.era)
    if first.year_offset is not None:
        return replace(last, year_offset=first.year_offset + next_year, year_anchor=first.year_anchor)
    return last


def _with_year_behind(first: Expression, last: Expression) -> Expression:
    """The first of two dates with the year (and month) that only the second has."""
    if first.form in ("quarter", "half") and first.form == last.form and _has_year(last) and not _has_year(first):
        return replace(first, year=last.year, year_offset=last.year_offset, year_anchor=last.year_anchor)
    if first.form != "date" or last.form != "date" or first.year is not None or first.relation:
        return first
    if first.month is None:
        if first.day is None or last.month is None or last.day is None:
            return first
        return replace(first, year=last.year, month=last.month)
    if last.year is not None and last.month is not None:
        year = last.year - 1 if first.month > last.month else last.year
        return replace(first, year=year, era=last.era)
    if last.year_offset is not None:
        return replace(first, year_offset=last.year_offset, year_anchor=last.year_anchor)
    return first


def _has_year(e: Expression) -> bool:
    return e.year is not None or e.year_offset is not None
