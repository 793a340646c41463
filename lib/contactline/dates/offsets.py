"""The value of dates counted in units from another day: "two days later", "next month", "the weekend"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from contactline.dates import calendar
from contactline.dates.anchors import NO_VALUE, Anchors, Value, value_of_day, value_of_month
from contactline.dates.words import Count, Expression
from contactline.records import UNKNOWN, Interval

_SAME_DAY_HOURS = 12  # hours (minutes, seconds) up to which "hours later" is still the same day
_SATURDAY = 5
_LATE_WEEKDAYS = (3, 4)  # "next weekend", said on a Thursday or Friday, is the coming one or that of next week


def shift_value(e: Expression, anchors: Anchors) -> Value:
    """The value of ``e.offset`` units of ``e.unit`` from the day that the expression counts from."""
    assert e.offset is not None
    narrative = anchors.narrative
    if e.unit in ("year", "decade"):
        return _shifted_year(e, e.offset, anchors)
    if e.unit == "month" and narrative.month and _counts_from_months(e, anchors):
        return value_of_month(calendar.shift_months(*narrative.month, e.offset), "text")
    base, basis = anchors.base_day(e)
    if base is None:
        return NO_VALUE
    if e.unit in ("hour", "minute", "second"):
        return value_of_day(base, basis) if abs(e.offset) <= _SAME_DAY_HOURS else NO_VALUE
    if e.unit == "weekend":
        return _weekend(e, base, basis, anchors)
    return shifted(base, e.offset, e.unit, basis)


def ahead_value(e: Expression, anchors: Anchors) -> Value:
    """The value of "in ten days"; NO_VALUE for "in a few days"."""
    return NO_VALUE if e.offset is None else shift_value(e, anchors)


def shifted(base: date, offset: int, unit: str, basis: str) -> Value:
    """The value ``offset`` days, weeks, months, quarters or years after a day; NO_VALUE for other units."""
    if unit == "day":
        return value_of_day(calendar.shift_days(base, offset), basis)
    if unit == "week":
        day = calendar.shift_days(base, 7 * offset)
        return Value(calendar.week_value(day), basis) if day else NO_VALUE
    if unit == "month":
        return value_of_month(calendar.shift_months(base.year, base.month, offset), basis)
    if unit == "quarter":
        year, month = calendar.shift_months(base.year, base.month, 3 * offset)
        return Value(f"{year:04d}-Q{(month + 2) // 3}", basis)
    if unit == "year":
        return Value(f"{base.year + offset:04d}", basis)
    return NO_VALUE


def counted_value(value: Value, count: Count) -> Value:
    """The value of a count of units from the day that a value names; NO_VALUE where it names none.

    Its basis is the text, as it is counted from a date in the text.
    """
    day = calendar.interval_of(value.text)
    if day.start is None or day.precision != "day":
        return NO_VALUE
    basis = "text" if value.basis == "explicit" else value.basis
    if not count.exact:
        return shifted(day.start, count.amount, count.unit, basis)
    if count.unit in ("day", "week"):
        return shifted(day.start, count.amount * (7 if count.unit == "week" else 1), "day", basis)
    months = count.amount * (12 if count.unit == "year" else 1)
    return value_of_day(
        calendar.safe_day(*calendar.shift_months(day.start.year, day.start.month, months), day.start.day), basis
    )


def nth_of_month_value(e: Expression, anchors: Anchors) -> Value:
    """The value of "the 5th of next month", "the last Friday of the month"."""
    assert e.day is not None
    month, basis = shift_value(replace(e, form="shift", unit="month", offset=e.offset or 0), anchors)
    if not month:
        return NO_VALUE
    year, number = int(month[:4]), int(month[5:7])
    if e.rule:
        return value_of_day(calendar.moving_holiday(year, number, e.rule), basis)
    return value_of_day(calendar.safe_day(year, number, e.day), basis)


def weekend_of(week: Interval) -> Interval:
    """The Saturday and Sunday of a week's interval."""
    assert week.start is not None and week.end is not None
    return replace(week, start=calendar.shift_days(week.start, _SATURDAY), precision="range")


def days_of_next_weekend(e: Expression, anchors: Anchors) -> Interval:
    """Both weekends that "next weekend" may mean late in a week; UNKNOWN for what else has no value."""
    base = anchors.base_day(e)[0] if e.unit == "weekend" else None
    if base is None or not _is_open_weekend(e, base):
        return UNKNOWN
    first = _SATURDAY + 7 * ((e.offset or 0) - 1)
    monday = calendar.monday_of(base)
    saturday, sunday = calendar.shift_days(monday, first), calendar.shift_days(monday, first + 8)
    return Interval(saturday, sunday, "range") if saturday and sunday else UNKNOWN


def _is_open_weekend(e: Expression, base: date) -> bool:
    return (e.offset or 0) > 0 and base.weekday() in _LATE_WEEKDAYS


def _shifted_year(e: Expression, offset: int, anchors: Anchors) -> Value:
    if e.anchor == "text" and anchors.narrative.year:
        year: int | None = anchors.narrative.year
        basis = "text"
    else:
        base, basis = anchors.base_day(e)
        year = base.year if base else None
    if year is None:
        return NO_VALUE
    return Value(f"{year + offset:04d}" if e.unit == "year" else f"{year // 10 + offset:03d}X", basis)


def _counts_from_months(e: Expression, anchors: Anchors) -> bool:
    """Whether months are counted from a month in the text, and not from the article's."""
    if e.anchor == "article":
        return False
    goes_on = e.anchor == "text" or anchors.goes_on_in_unit(e)
    return goes_on or _ends_month_of_sentence(e, anchors)


def _ends_month_of_sentence(e: Expression, anchors: Anchors) -> bool:
    """Whether "the end of the month" is that of a month given in its own sentence."""
    return e.offset == 0 and bool(e.part) and not anchors.tense.is_future(e) and anchors.fixed_in_sentence(e)


def _weekend(e: Expression, base: date, basis: str, anchors: Anchors) -> Value:
    """The week of a weekend: the current one, or the next one where the clause is about the future."""
    if _is_open_weekend(e, base):
        return Value("", basis)
    on_weekend = base.weekday() >= _SATURDAY
    offset = e.offset or 0
    if e.relation == "the" or offset == 0:
        weeks = 0 if on_weekend or anchors.tense.is_future(e) else -1
    elif offset < 0:
        weeks = offset
    else:
        weeks = offset if on_weekend else offset - 1
    day = calendar.shift_days(calendar.monday_of(base), 7 * weeks)
    return Value(calendar.week_value(day) if day else "", basis)
