"""Weekdays whose week is given by the words beside them: "last week, on Tuesday"."""

from __future__ import annotations

import re
from dataclasses import replace

from contactline.dates.words import Expression

_WEEK_BEFORE = re.compile(r",?\s(?:(?:on|from|between|in|by|until)\s)?(?:the\s)?", re.I)
_AGO = re.compile(r"\b(?:ago|earlier)$", re.I)
_LISTED = re.compile(r"(?:,|,?\s(?:and|or|to|through|until|till)|\s?[-–—])\s?(?:on\s)?", re.I)


def with_weeks(text: str, expressions: list[Expression]) -> list[Expression]:
    """The expressions with each weekday put into the week named before it, or after the list that it is in.

    The week itself is then not a separate date; its words belong to the weekday.
    """
    found: list[Expression] = []
    for e in expressions:
        before = found[-1] if found else None
        if before is None or not _is_bare_weekday(e):
            found.append(e)
        elif _is_week(before) and _WEEK_BEFORE.fullmatch(text, before.end, e.start):
            found[-1] = _in_week_of(before, _with_words_of(before, e, text))
        elif _has_week(before) and _LISTED.fullmatch(text, before.end, e.start):
            found.append(_in_week_of(before, e))
        else:
            found.append(e)
    for i in range(len(found) - 1, 0, -1):
        first, last = found[i - 1], found[i]
        if _is_bare_weekday(first) and _has_week(last) and _LISTED.fullmatch(text, first.end, last.start):
            found[i - 1] = _in_week_of(last, first)
    return found


def _is_bare_weekday(e: Expression) -> bool:
    """Whether an expression is a weekday and nothing else: "Friday"."""
    return e.form == "date" and e.weekday is not None and e.day is None and not e.relation and not e.unit


def _has_week(e: Expression) -> bool:
    return e.form == "date" and e.weekday is not None and e.unit == "week"


def _is_week(e: Expression) -> bool:
    return e.form == "shift" and e.unit == "week" and e.event < 0 and not e.part


def _in_week_of(week: Expression, weekday: Expression) -> Expression:
    relation = "nearest" if _AGO.search(week.text) else week.relation if _has_week(week) else ""
    return replace(weekday, unit="week", offset=week.offset, anchor=week.anchor or "article", relation=relation)


def _with_words_of(week: Expression, weekday: Expression, text: str) -> Expression:
    words = (min(week.words[0], weekday.words[0]), weekday.words[1])
    return replace(weekday, start=week.start, text=text[week.start : weekday.end], words=words)
