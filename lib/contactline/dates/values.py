"""The value and the days of one date expression, by its form, once its anchor is known."""

from __future__ import annotations

from collections.abc import Callable

from contactline.dates import calendar, offsets
from contactline.dates.anchors import NO_VALUE, Anchors, Value
from contactline.dates.event_anchor import event_value
from contactline.dates.holidays import holiday_interval, holiday_value, lasts
from contactline.dates.partial_dates import date_value, numeric_value
from contactline.dates.seasons import part_of_year_value, season_value
from contactline.dates.words import Expression
from contactline.records import UNKNOWN, Interval, Timex

_UNDER_WAY = 5  # years after which "the twenties" may be the decade that has begun
_FEW_UNITS = {"day": 7, "week": 30, "month": 365}  # most days that "in the coming days (weeks, months)" can mean


def timex(e: Expression, anchors: Anchors, following: Expression | None = None) -> Timex:
    """An expression with its value and days, as in records.Timex. ``following``: the next expression in the text.

    A value that names no day of the calendar (a year 0) counts as no value.
    """
    if e.kind not in ("date", "age"):
        return Timex(e.start, e.end, e.text, e.kind, "", UNKNOWN, "unknown", e.words, e.open)
    if e.form == "ahead" and (anchors.history or not anchors.tense.lies_ahead(e)):
        return Timex(e.start, e.end, e.text, "duration", "", UNKNOWN, "unknown", e.words)
    value = _value(e, anchors, following)
    interval, basis = calendar.interval_of(value.text), value.basis
    if not value.text:
        interval, basis = _days_without_value(e, anchors, value.basis)
    interval = _clipped(calendar.part_of(interval, e.part), e, anchors)
    if interval.start is None:
        return Timex(e.start, e.end, e.text, e.kind, "", interval, "unknown", e.words, e.open)
    if e.form == "holiday" and not e.counted:
        interval = holiday_interval(e, value.text, anchors)
        value = Value("", basis) if lasts(e, anchors) else value
    if e.unit == "weekend" and value.text:
        interval = offsets.weekend_of(calendar.interval_of(value.text))
    return Timex(e.start, e.end, e.text, e.kind, value.text, interval, basis, e.words, e.open)


def _decade_value(e: Expression, anchors: Anchors) -> Value:
    """The value of a decade, its century completed where only "the nineties" is told."""
    assert e.number is not None
    if e.number > 9:
        return Value(f"{e.number:03d}X", "explicit")
    day, told = anchors.article_day, anchors.narrative.year
    if anchors.history and told is not None:
        nearest = min((100 * c + 10 * e.number for c in range(100)), key=lambda first: abs(first - told))
        return Value(f"{nearest // 10:03d}X", "text")
    if day is None:
        return NO_VALUE
    # The last one that is well under way: "the twenties" are the 1920s until 2025.
    latest = day.year - _UNDER_WAY - 10 * e.number
    return Value(f"{latest // 100 * 10 + e.number:03d}X", "completed")


def _century_value(e: Expression, anchors: Anchors) -> Value:
    return Value(f"{e.number - 1:02d}XX", "explicit") if e.number else NO_VALUE


_VALUE_OF_FORM: dict[str, Callable[[Expression, Anchors], Value]] = {
    "date": date_value,
    "numeric": numeric_value,
    "shift": offsets.shift_value,
    "ahead": offsets.ahead_value,
    "nth_of_month": offsets.nth_of_month_value,
    "decade": _decade_value,
    "century": _century_value,
    "season": season_value,
    "quarter": part_of_year_value,
    "half": part_of_year_value,
}
"""Forms that can have a value; a vague span can only have days."""


def _value(e: Expression, anchors: Anchors, following: Expression | None) -> Value:
    if e.era:
        return Value("", "explicit")
    if anchors.narrative.era and anchors.history and e.year is None and e.form in ("date", "season", "shift"):
        return NO_VALUE  # the narrative is in years before Christ
    if e.event >= 0:
        from_event = event_value(e, anchors, following)
        if from_event is not None:
            return from_event
    if e.form == "holiday":
        value = holiday_value(e, anchors, following)
    else:
        value_of = _VALUE_OF_FORM.get(e.form)
        value = value_of(e, anchors) if value_of else NO_VALUE
    return offsets.counted_value(value, e.counted) if e.counted else value


def _days_without_value(e: Expression, anchors: Anchors, basis: str) -> tuple[Interval, str]:
    """Days, and their basis, for what has no value of its own: "in the coming days", "next weekend"."""
    reach = _FEW_UNITS.get(e.unit) if e.form in ("vague", "ahead") else None
    day = anchors.article_day
    if reach and e.relation and e.anchor == "article" and day and not anchors.history:
        other = calendar.shift_days(day, reach if e.relation == "next" else -reach)
        if other is not None:
            return Interval(min(other, day), max(other, day), "range"), "article"
    return offsets.days_of_next_weekend(e, anchors), basis


def _clipped(interval: Interval, e: Expression, anchors: Anchors) -> Interval:
    """The interval cut at the article's day: "earlier this month" ends with it, "later this year" begins with
    it.
    """
    day = anchors.article_day
    if day is None or e.anchor == "text" or anchors.history or interval.start is None or interval.end is None:
        return interval
    if not interval.start <= day <= interval.end:
        return interval
    if e.relation == "earlier":
        return Interval(interval.start, day, "range")
    if e.relation == "later":
        return Interval(day, interval.end, "range")
    return interval
