"""Expressions made of a beginning and the date after it: "the end of 2022", "two days before yesterday".

Each function takes the match of a beginning and the expressions after it ([] for no date), and returns the
complete expression, or [] where the two do not form one.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from contactline.dates.build_offsets import count_of
from contactline.dates.matches import NOUN_BEHIND, Match, before, expression, words_of
from contactline.dates.words import Count, DateWords, Expression

_THE_UNIT = re.compile(r"(?:the\s{1,3})(month|quarter|year|week|decade)\b(?!\s{1,3}(?:of|before|after|ago))", re.I)
_RANGE_GOES_ON = re.compile(
    r"\s?(?:[-–—]|(?:to|until|till|through)\s)\s?(?:the\s)?[\dA-Z]"
)  # "from Monday to Friday"
_POSSESSIVES = ("'s", "’s")
_LASTING = ("for ", "For ")
_BACK = ("before", "prior to", "ahead of", "earlier than", "ago")
_FORMS_OF_DAYS = ("date", "numeric", "shift", "nth_of_month", "holiday")
_MONTHS = 12
_COUNTED = ("day", "week", "month", "year")


def part(m: Match, words: DateWords, inner: list[Expression]) -> list[Expression]:
    """Read "mid-September", "the end of 2022", "early on Monday", "the end of the month"."""
    text, at = m.string, m.end()
    which = words.parts[words_of(m, "part") or words_of(m, "part2")]
    unit = _THE_UNIT.match(text, at)
    if unit is not None:
        span = (m.start(), unit.end())
        return [expression(m, "shift", span, unit=unit[1].lower(), offset=0, part=which)]
    if not inner or inner[0].kind != "date" or inner[0].form in ("vague", "ahead"):
        return []
    first = inner[0]
    if _is_day(first) or first.weekday is not None:
        which = ""  # "early on Monday": still that day
    return [_whole(m, first, inner[-1], part=which or first.part), *inner[1:]]


def counted_from(m: Match, words: DateWords, inner: list[Expression]) -> list[Expression]:
    """Read "two days before yesterday", "a week from Friday", "a year ago tomorrow", "ten days after 4 May"."""
    unit, direction = words.units[words_of(m, "unit")], words_of(m, "direction")
    unit, amount = count_of(unit, words_of(m, "number") or "one", words)
    if direction == "ago" and unit == "year" and amount and (unit_now := _unit_now(inner)):
        return [_years_back(m, unit_now, amount)]
    day = _one_day(m, inner, words)
    if day is None or not amount or unit not in _COUNTED:
        return []
    today = day.form == "shift" and day.anchor == "article"
    near = today or day.weekday is not None and day.month is None
    if direction == "ago" and not today or direction != "ago" and before(m, 4) in _LASTING:
        return []  # "for two weeks from Tuesday" is a duration
    if direction == "from" and day.weekday is not None and day.month is None and not day.relation:
        day = replace(day, relation="next")
    count = Count(-amount if direction in _BACK else amount, unit, exact=near or direction == "from")
    return [_whole(m, day, day, counted=count)]


def _unit_now(inner: list[Expression]) -> Expression | None:
    """The expression "this week" or "this month", None for others."""
    if len(inner) != 1 or inner[0].form != "shift" or inner[0].unit not in ("week", "month"):
        return None
    return inner[0] if inner[0].offset == 0 and inner[0].anchor == "article" and not inner[0].part else None


def _years_back(m: Match, now: Expression, years: int) -> Expression:
    """Read "five years ago this month"; for a week only the year is used, as weeks shift from year to year."""
    if now.unit == "month":
        return _whole(m, replace(now, offset=-_MONTHS * years), now)
    return _whole(m, replace(now, unit="year", offset=-years), now)


def week_of(m: Match, words: DateWords, inner: list[Expression]) -> list[Expression]:
    """Read "the week of 12 September", "the week beginning on the 4th", "the weekend of 2-3 April"."""
    days = inner[:2] if len(inner) == 2 and inner[0].group else inner
    first = days[0] if len(days) == 2 and _is_day(days[0]) else _one_day(m, days, words)
    if first is None:
        return []
    unit = "weekend" if words_of(m, "unit") == "weekend" else first.unit
    end = days[-1].end if days else first.end
    return [_whole(m, replace(first, end=end, unit=unit, group=0), first, counted=Count(0, "week"))]


def _one_day(m: Match, inner: list[Expression], words: DateWords) -> Expression | None:
    """The day after a beginning, also "the 18th", which is a day by itself only in some contexts."""
    if not inner and (nth := words_of(m, "nth")):
        word = words_of(m, "nth_word")
        return expression(
            m, "date", m.span("nth"), day=words.ordinals[word] if word else int(re.sub(r"\D", "", nth))
        )
    if len(inner) != 1 or not _is_day(inner[0]) or _RANGE_GOES_ON.match(m.string, inner[0].end):
        return None
    return None if _names_event(m, inner[0]) else inner[0]


def _names_event(m: Match, day: Expression) -> bool:
    """Whether a day is part of an event's name, and the count starts at the event: "Monday's vote"."""
    attributive = day.month is not None and day.text.lower().startswith("the ")
    return day.text.endswith(_POSSESSIVES) or attributive and NOUN_BEHIND.match(m.string, day.end) is not None


def _is_day(e: Expression) -> bool:
    """Whether an expression gives one day that is not counted from an event."""
    named = e.day is not None or e.weekday is not None or e.unit == "day" or e.form == "holiday"
    return named and e.kind == "date" and e.form in _FORMS_OF_DAYS and e.event < 0


def _whole(m: Match, first: Expression, last: Expression, **changes: Any) -> Expression:
    """The first expression after a beginning, extended by the beginning and by the words up to the last
    expression.
    """
    words = (m.start(), max(first.end, last.end, first.words[1]))
    return replace(first, start=m.start(), text=m.string[m.start() : first.end], words=words, **changes)
