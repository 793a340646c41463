"""The days of a holiday, and which of them a text means, by its year, its words and the tense around it.

A holiday is one or several rows of holidays.csv; some move through the year, some have changed their day.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from contactline.dates import calendar
from contactline.dates.anchors import NO_VALUE, Anchors, Value
from contactline.dates.calendar import safe_day
from contactline.dates.feasts import easter, islamic_days, orthodox_easter
from contactline.dates.holiday_words import Holiday, holiday_words
from contactline.dates.narrative import Narrative
from contactline.dates.partial_dates import date_value, stated_year
from contactline.dates.words import Expression
from contactline.records import Interval

_YEARS_AROUND = (-2, 2)  # years around the day counted from in which a holiday is looked for
_SOON = 45  # days up to which a coming holiday is meant if no verb is in the past
_MOON = 1  # days by which the sighting of the moon can shift a day of the Islamic calendar
_LONGEST_AHEAD = 20  # characters of the words that put something before a holiday
_AHEAD = re.compile(r"\b(?:ahead\sof|before|prior\sto)\s(?:the\s)?$", re.IGNORECASE)
_DATE_BEFORE = re.compile(r",\s|\s\(|\s[-–—]\s")  # between a date and its holiday: "on 28 May, Republic Day"
_DATE_BEHIND = re.compile(r",?\s\(?(?:on\s)?|\s[-–—]\s")  # between a holiday and its date: "Republic Day (28 May)"


def days_in(holiday: Holiday, year: int) -> list[date]:
    """Its first days in a year: mostly one, none where it is not kept so, now and then two (islamic)."""
    if not calendar.FIRST_YEAR < year < calendar.LAST_YEAR or not holiday.since <= year <= holiday.until:
        return []
    kind, _, rest = holiday.rule.partition(" ")
    if kind == "easter":
        found = calendar.shift_days(easter(year), int(rest))
    elif kind == "orthodox":
        found = calendar.shift_days(orthodox_easter(year), int(rest))
    elif kind == "islamic":
        month, day = rest.split()
        return islamic_days(year, int(month), int(day))
    elif holiday.rule:
        found = calendar.moving_holiday(year, holiday.month, holiday.rule)
    else:
        found = safe_day(year, holiday.month, holiday.day)
    return [found] if found else []


def holiday_value(e: Expression, anchors: Anchors, following: Expression | None = None) -> Value:
    """The value of an expression of form "holiday": its first day.

    ``following``: the next expression, which may be its date ("Republic Day, 28 May").
    """
    rows = holiday_words(anchors.lexicon).rows[e.holiday]
    beside = _date_beside(e, rows, anchors, following)
    if beside is not None:
        return beside
    year, basis = stated_year(e, anchors)
    if basis == "unknown":
        return NO_VALUE
    if year is not None:
        days = _days_of_owner(rows, e.owner, year, year)
        return Value(days[0].isoformat(), basis) if days else NO_VALUE
    day, basis = _day_in_course(e, rows, anchors)
    return Value(day.isoformat(), basis) if day else NO_VALUE


def holiday_interval(e: Expression, value: str, anchors: Anchors) -> Interval:
    """All days of a holiday whose first is ``value``; where the moon decides, a day to either side as well."""
    first = calendar.interval_of(value)
    rows = holiday_words(anchors.lexicon).rows[e.holiday]
    moon = _MOON if rows[0].rule.startswith("islamic") else 0
    last = rows[0].days - 1
    if first.start is None or not moon and not last:
        return first
    start, end = calendar.shift_days(first.start, -moon), calendar.shift_days(first.start, last + moon)
    return Interval(start, end, "range")


def lasts(e: Expression, anchors: Anchors) -> bool:
    """Whether a holiday is longer than a day, and so has no value: Ramadan."""
    return holiday_words(anchors.lexicon).rows[e.holiday][0].days > 1


def _days_of_owner(rows: tuple[Holiday, ...], owner: str, first: int, last: int) -> list[date]:
    """The days of so many years, each as the owner keeps it or, where it does not, as others do."""
    found: list[date] = []
    for year in range(first, last + 1):
        own = [day for row in rows if row.owner == owner for day in days_in(row, year)]
        found += own or [day for row in rows if not row.owner for day in days_in(row, year)]
    return sorted(found)


def _date_beside(
    e: Expression, rows: tuple[Holiday, ...], anchors: Anchors, following: Expression | None
) -> Value | None:
    """The date that stands beside a holiday: "on 28 May, Republic Day", "on Republic Day (May 28)"."""
    narrative = anchors.narrative
    before = calendar.interval_of(narrative.last_value)
    if before.precision == "day" and _DATE_BEFORE.fullmatch(anchors.text, narrative.last_end, e.start):
        return Value(narrative.last_value, "text")
    if following is None or following.form != "date" or following.day is None or following.month is None:
        return None
    if not _DATE_BEHIND.fullmatch(anchors.text, e.end, following.start):
        return None
    found = date_value(following, anchors)
    return found if found.text else None


def _day_in_course(e: Expression, rows: tuple[Holiday, ...], anchors: Anchors) -> tuple[date | None, str]:
    """The day of a holiday without its year, counted from the narrative or from the article's day."""
    narrative = anchors.narrative
    by_article = bool(e.relation) and e.anchor == "article" and not anchors.history
    if narrative.year is not None and not by_article and anchors.continues_narrative(e):
        if narrative.month is None:
            return next(iter(_days_of_owner(rows, e.owner, narrative.year, narrative.year)), None), "text"
        if not e.relation and (reached := _reached(e, rows, narrative)):
            return reached, "text"
        base, basis, side = narrative.day or date(*narrative.month, 1), "text", ""
    elif anchors.article_day is not None:
        base, basis, side = anchors.article_day, "completed", _side(e, anchors)
    else:
        return None, ""
    low, high = _YEARS_AROUND
    days = _days_of_owner(rows, e.owner, base.year + low, base.year + high)
    return _chosen(e, days, base, side), basis


def _reached(e: Expression, rows: tuple[Holiday, ...], narrative: Narrative) -> date | None:
    """The day that a narrative reaches next as it would a date; None for a holiday of the Islamic calendar."""
    if narrative.year is None or rows[0].rule.startswith("islamic"):
        return None
    days = _days_of_owner(rows, e.owner, narrative.year, narrative.year)
    year = narrative.year_of(replace(e, month=days[0].month)) if days else None
    return next(iter(_days_of_owner(rows, e.owner, year, year)), None) if year else None


def _side(e: Expression, anchors: Anchors) -> str:
    """past or future by the words around a holiday; "" for what was done ahead of one, which can be either."""
    ahead = _AHEAD.search(anchors.text, max(0, e.start - _LONGEST_AHEAD), e.start)
    if ahead is None:
        return anchors.tense.at(e.start, e.end)
    return "future" if anchors.tense.at(ahead.start(), ahead.start()) == "future" else ""


def _chosen(e: Expression, days: list[date], base: date, side: str) -> date | None:
    """The last or next of some days; without a sign of the tense the last, but the next one if that is near."""
    past = [day for day in days if day < base or day == base and e.relation != "last"]
    future = [day for day in days if day > base or day == base and e.relation != "next"]
    if e.relation in ("last", "next"):
        side = {"last": "past", "next": "future"}[e.relation]
    if not past or not future:
        return past[-1] if past else future[0] if future else None
    if side:
        return past[-1] if side == "past" else future[0]
    back, ahead = (base - past[-1]).days, (future[0] - base).days
    near = ahead < back and (ahead <= _SOON or e.relation == "this")
    return future[0] if near else past[-1]
