"""The days that a report gives as its own: "today (10 October)", "said on the 20th", or a weekday in its
opening.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from contactline.dates import Expression, calendar
from contactline.dating import freshness
from contactline.dating.bounds import Clue
from contactline.dating.evidence import YEARLESS, DatedFact, TextEvidence, in_words, iso_value
from contactline.dating.pointers import counts_from_article
from contactline.dating.yearless import nearest_value

OPENING = 400  # characters at the start in which a report gives its own day
NEWS_DAYS = 6  # days after its latest fact within which a report is news of it
_BEFORE_DATE = 40  # characters before a date in which a statement is looked for
_AFTER_TODAY = re.compile(r"[\s,(–—-]{1,4}(?:on\s)?")
"""All that stands between "today" and the date that explains it: "overnight to April 2" is no such date."""
_TODAY, _DAY_OF_MONTH = "today", "day_of_month"
"""Ways that allow only one day: "today (10 October)", and "said on the 20th", as in translated agency reports."""
_STATED = re.compile(
    r"\b(?:statement|said|told|announced|reported|briefing|declared|issued)\b[^.,;]{0,25}\bon\s(?:the\s)?$"
)
"""Words before a date that make it the day of a statement, which is mostly that of the report."""


@dataclass(frozen=True, slots=True)
class OwnDays:
    """The days on which a report can have appeared, from a date that it gives as its own. ``words``: that date.

    ``likeliest``: the one of them by which half of such reports have appeared, None where that is not known.
    """

    first: date
    last: date
    words: Expression
    likeliest: date | None


def own_days(text: TextEvidence, facts: Sequence[DatedFact], bound: date, end: date) -> OwnDays | None:
    """The first date that the report gives as its own, not before its latest fact nor after ``end``.

    It is one day where the report says "today" or gives only a day of the current month; reports that give the
    month or the weekday of a statement also appear some days later (publication_lags.csv).
    """
    latest = max((fact.first for fact in facts if fact.weight >= YEARLESS and not fact.coarse), default=bound)
    for way, e in _own(text):
        day = _nearest_day(e, bound)
        if day is None or not max(bound, latest) <= day <= end:
            continue
        if way == _TODAY or day - bound <= timedelta(days=NEWS_DAYS):
            lag = timedelta(days=freshness.lags(text.lexicon).get(way, 0))
            return OwnDays(day, min(day + lag, end), e, freshness.likeliest_after(day, way, text.lexicon))
    return None


def statements(text: TextEvidence, near: date) -> list[tuple[str, date]]:
    """The dates that a text gives as its own, each with the way of publication_lags.csv, in the year nearest to
    a day.
    """
    lags = freshness.lags(text.lexicon)
    return [(way, day) for way, e in _own(text) if way in lags and (day := _nearest_day(e, near)) is not None]


def _own(text: TextEvidence) -> Iterator[tuple[str, Expression]]:
    """The dates that a report gives as its own, each with the way in which it does."""
    for i, e in enumerate(text.expressions):
        if e.form != "date" or e.day is None or e.kind != "date" or e.open or e.group or text.tense.is_future(e):
            continue
        if way := _TODAY if i > 0 and _is_today_before(text, text.expressions[i - 1], e) else _way(text, e):
            yield way, e


def _is_today_before(text: TextEvidence, before: Expression, e: Expression) -> bool:
    """Whether "today" stands right before a date and is explained by it."""
    is_today = (
        before.form == "shift" and before.unit == "day" and before.offset == 0 and before.anchor == "article"
    )
    return is_today and _AFTER_TODAY.fullmatch(text.text, before.end, e.start) is not None


def _way(text: TextEvidence, e: Expression) -> str:
    """How a report gives a date as its own: as a statement's, or in the opening with its weekday; else ""."""
    is_said = _STATED.search(text.text[max(0, e.start - _BEFORE_DATE) : e.start]) is not None
    if is_said and e.month is None:
        return _DAY_OF_MONTH
    if e.start > OPENING:
        return ""
    return "statement" if is_said else "weekday_and_date" if e.weekday is not None else ""


def _nearest_day(e: Expression, to: date) -> date | None:
    """The day of a date without its year, or without its month too, that is nearest to a day."""
    if e.month is not None:
        value = iso_value(e) if e.year is not None else nearest_value(e, to)
        return calendar.interval_of(value).start if value else None
    assert e.day is not None
    days = [calendar.safe_day(*calendar.shift_months(to.year, to.month, months), e.day) for months in (-1, 0, 1)]
    return min((day for day in days if day), key=lambda day: abs(day - to), default=None)


def repeats_weekday(text: TextEvidence, clues: Sequence[Clue], day: date) -> bool:
    """Whether the opening names the weekday of ``day`` elsewhere than in the clues that point at it."""
    pointing = {clue.at for clue in clues if clue.weight >= 1}
    weekdays = {e.weekday for e in text.expressions if e.start in pointing}
    in_opening = (e for e in text.expressions if e.start <= OPENING and e.weekday is not None)
    first = next(in_opening, None)
    if first is None or first.start in pointing:
        return False
    return first.weekday in weekdays and first.weekday == day.weekday()


def own_weekday(text: TextEvidence, days: Sequence[date]) -> tuple[date, str] | None:
    """The one of ``days`` that falls on the first past weekday in the opening, with the reason.

    None in a report that says "today" or "yesterday": it does not call its own day by the weekday.
    """
    if any(e.form == "shift" and e.unit == "day" and e.anchor == "article" for e in text.expressions):
        return None
    named = (
        e
        for e in text.expressions
        if e.start <= OPENING
        and counts_from_article(e)
        and not text.tense.is_future(e)
        and (e.form == "date" and e.weekday is not None and not e.relation and e.day is None)
    )
    if (e := next(named, None)) is None:
        return None
    fitting = [day for day in days if day.weekday() == e.weekday]
    return (fitting[0], f"the opening tells of '{e.text}': {in_words(fitting[0])}") if len(fitting) == 1 else None
