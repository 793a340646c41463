"""The value of a written date; a year, month or week that the text leaves out is completed."""

from __future__ import annotations

import re
from datetime import date

from contactline.dates import calendar
from contactline.dates.anchors import NO_VALUE, Anchors, Value, value_of_day, value_of_month
from contactline.dates.matches import NOUN_BEHIND
from contactline.dates.words import Expression

_NEAR = 60  # days around the article's day in which a reading of an ambiguous "5/6/2021" is more likely
_WEEKDAY_YEARS = (-6, 1)  # years around the article's in which "Sunday 12 March" may fall
_WEEKDAY_MONTHS = 12  # months around the article's in which "Friday the 13th" may fall
_MONTH_ROLLS_OVER = 15  # days; if "the 2nd" would be earlier than "28 March" by this much, it is of the next month
_LEAP_YEARS = 9  # years among which there is a leap year, over 1900, too
_ADVERB_BEFORE = re.compile(  # "in August figures rose": the month is no attribute of the figures
    r"\b(?:in|by|until|till|since|during|through|from|to|of|before|after|last|next|this|early|late|mid|and|or)[\s-]+$",
    re.I,
)
_ON, _ON_REACH = re.compile(r"\bon\s(?:the\s)?$"), 8  # "will meet on 22 February": no name of what lies back


def date_value(e: Expression, anchors: Anchors) -> Value:
    """The value of an expression of form "date"."""
    year, basis = stated_year(e, anchors)
    if basis == "unknown":
        return NO_VALUE
    if e.month is not None:
        if year is None:
            year, basis = _completed_year(e, e.month, anchors)
        return NO_VALUE if year is None else _in_year(e, year, e.month, basis)
    if e.day is not None:
        return _day_of_month(e, e.day, anchors)
    if e.weekday is not None:
        return _weekday(e, e.weekday, anchors)
    return Value(f"{year:04d}", basis) if year is not None else NO_VALUE


def numeric_value(e: Expression, anchors: Anchors) -> Value:
    """The value of two numbers and a year ("5/6/2021"), whose order follows the article's other dates."""
    first, second, year = e.day, e.month, e.year  # as written
    assert first is not None and second is not None and year is not None
    day_first = anchors.day_first or e.relation == "."
    if first > 12:
        day_first = True
    elif second > 12:
        day_first = False
    day = calendar.safe_day(year, second, first)
    other = calendar.safe_day(year, first, second)
    article_day = anchors.article_day
    if article_day and day and other and abs(day - article_day).days > _NEAR >= abs(other - article_day).days:
        day_first = e.relation == "."  # only the other order gives a day near the article's
    return value_of_day(day if day_first else other, "explicit")


def stated_year(e: Expression, anchors: Anchors) -> tuple[int | None, str]:
    """The year written with an expression, itself or by reference ("of last year"), and its basis.

    (None, "") where there is none, (None, "unknown") where the year that the reference counts from is unknown.
    """
    if e.year is not None:
        return e.year, "explicit"
    if e.year_offset is None:
        return None, ""
    base = anchors.base_year(e.year_anchor)
    if not base:
        return None, "unknown"
    return base + e.year_offset, "completed" if e.year_anchor == "article" else "text"


def _in_year(e: Expression, year: int, month: int, basis: str) -> Value:
    if e.day is None:
        return value_of_month((year, month), basis)
    if e.rule:
        return value_of_day(calendar.moving_holiday(year, month, e.rule), basis)
    return value_of_day(calendar.safe_day(year, month, e.day), basis)


# --- a month or day without its year ----------------------------------------------------------------------------


def _completed_year(e: Expression, month: int, anchors: Anchors) -> tuple[int | None, str]:
    continues = anchors.continues_narrative(e)
    if anchors.article_day is not None and not (continues and _is_on_weekday(e, month, anchors)):
        year = _year_of_weekday(e, month, anchors.article_day.year)
        if year is not None:
            return year, "completed"
    if continues and not (e.relation and e.anchor == "article" and not anchors.history):
        year = anchors.narrative.year_of(e)
        return year, "text" if year is not None else "unknown"
    if anchors.article_day is None:
        return None, "unknown"
    return _nearest_year(e, month, anchors.article_day, anchors), "completed"


def _is_on_weekday(e: Expression, month: int, anchors: Anchors) -> bool:
    """Whether "Sunday 12 March" is on its weekday in the narrative's year; True if it has no weekday."""
    year = anchors.narrative.year_of(e)
    if e.weekday is None or e.day is None or year is None:
        return True
    day = calendar.safe_day(year, month, e.day)
    return day is not None and day.weekday() == e.weekday


def _year_of_weekday(e: Expression, month: int, article_year: int) -> int | None:
    """The year next to the article's in which "Sunday 12 March" falls on its weekday."""
    if e.weekday is None or e.day is None:
        return None
    before, after = _WEEKDAY_YEARS
    fitting = [
        year
        for year in range(article_year + before, article_year + after + 1)
        if (day := calendar.safe_day(year, month, e.day)) and day.weekday() == e.weekday
    ]
    nearest = min(fitting, key=lambda year: abs(year - article_year), default=None)
    return nearest if nearest is not None and abs(nearest - article_year) <= 1 else None


def _nearest_year(e: Expression, month: int, article_day: date, anchors: Anchors) -> int:
    """The year in the past, but that in the future if the clause is about the future, or if the past is too far
    away.
    """
    year = article_day.year
    if e.relation in ("this", "last", "next"):
        return year + _years_to_related(e, month, article_day)
    here = (article_day.month, article_day.day)
    there = (month, e.day if e.day is not None else article_day.day)
    past = _year_with_day(year if there <= here else year - 1, -1, there)
    future = _year_with_day(year if there >= here else year + 1, 1, there)
    months_back = (year - past) * 12 + here[0] - there[0]
    months_ahead = (future - year) * 12 + there[0] - here[0]
    if e.day is None and _is_attribute(e, anchors.text):
        return future if months_ahead <= 1 else past  # "will publish its September figures"
    tense = anchors.tense.at(e.start, e.end)
    if e.day is not None and months_ahead < months_back and anchors.tense.is_future(e):
        tense = "future"  # "set a hearing for 4 March"
    just_over = e.day is not None and months_back <= 2 and months_ahead >= 10
    if tense == "future" and (not just_over or _ON.search(anchors.text, max(0, e.start - _ON_REACH), e.start)):
        return future  # but "will amend the November 10 deal", said in November, looks back
    if tense == "past" and not (e.day is not None and months_ahead <= 1 and months_back >= 10):
        return past  # a date a month ahead is hardly one of last year, whatever verb is near
    return future if months_ahead < months_back and months_ahead <= 1 else past


def _year_with_day(year: int, step: int, day: tuple[int, int]) -> int:
    """The first year from one on (or back) that has a month and day: 29 February is not in every year."""
    years = range(year, year + _LEAP_YEARS * step, step)
    return next((y for y in years if calendar.safe_day(y, *day)), year)


def _years_to_related(e: Expression, month: int, article_day: date) -> int:
    """0 for "this May"; "last May" and "next May" are never the article's own month."""
    there, here = (month, e.day or 0), (article_day.month, article_day.day if e.day else 0)
    if e.relation == "last":
        return -1 if there >= here else 0
    if e.relation == "next":
        return 1 if there <= here else 0
    return 0


def _is_attribute(e: Expression, text: str) -> bool:
    """Whether a month belongs to the noun behind it: "the August figures"."""
    return (
        _ADVERB_BEFORE.search(text, max(0, e.start - 16), e.start) is None
        and NOUN_BEHIND.match(text, e.end) is not None
    )


# --- a day of the month without its month -----------------------------------------------------------------------


def _day_of_month(e: Expression, number: int, anchors: Anchors) -> Value:
    """Read "the 20th": of the month that the sentence, the narrative or the article has reached."""
    narrative = anchors.narrative
    fixed = narrative.day or (date(*narrative.month, 1) if narrative.month else None)
    own_dates = anchors.history or anchors.article_day is None or anchors.day_in_sentence(e) is not None
    if fixed is not None:
        rolls_over = fixed.day - number > _MONTH_ROLLS_OVER
        year, month = calendar.shift_months(fixed.year, fixed.month, 1 if rolls_over else 0)
        day = calendar.safe_day(year, month, number)
        on_weekday = day is not None and day.weekday() == e.weekday  # "In October ... Friday the 17th"
        if own_dates or on_weekday:
            return value_of_day(day, "text")
    if anchors.article_day is None:
        return NO_VALUE
    return value_of_day(_nearest_day(e, number, anchors.article_day, anchors), "article")


def _nearest_day(e: Expression, number: int, article_day: date, anchors: Anchors) -> date | None:
    """The last such day of a month up to the article's, or the next one where the clause speaks of the future."""
    reach = 2 if e.weekday is None else _WEEKDAY_MONTHS
    months = [calendar.shift_months(article_day.year, article_day.month, k) for k in range(-reach, reach + 1)]
    fitting = [
        day
        for year, month in months
        if (day := calendar.safe_day(year, month, number)) and (e.weekday is None or day.weekday() == e.weekday)
    ]
    past = [day for day in fitting if day <= article_day]
    future = [day for day in fitting if day >= article_day]
    if future and (not past or anchors.tense.is_future(e)):
        return future[0]
    return past[-1] if past else None


# --- a weekday without its date ---------------------------------------------------------------------------------


def _weekday(e: Expression, weekday: int, anchors: Anchors) -> Value:
    fixed = anchors.narrative.day
    if anchors.history or e.anchor == "text" and (fixed is not None or anchors.article_day is None):
        return NO_VALUE if fixed is None else _shifted(fixed, _days_in_narrative(e, weekday, fixed), "text")
    if anchors.article_day is None:
        return NO_VALUE
    return _shifted(anchors.article_day, _days_in_news(e, weekday, anchors.article_day, anchors), "article")


def _shifted(day: date, count: int, basis: str) -> Value:
    return value_of_day(calendar.shift_days(day, count), basis)


def _days_in_narrative(e: Expression, weekday: int, fixed: date) -> int:
    """The days from the last date to "Friday": a narrative goes forward, so it is the next Friday or the same
    day.
    """
    if e.unit == "week":
        return _days_to_week(e, weekday, fixed)
    ahead = (weekday - fixed.weekday()) % 7
    if e.relation == "last":
        return ahead - 7
    return ahead or 7 if e.relation == "next" else ahead


def _days_in_news(e: Expression, weekday: int, article_day: date, anchors: Anchors) -> int:
    """The days from the article's day to "Friday": to the last one, or the next if the clause is about the
    future.
    """
    if e.unit == "week":
        return _days_to_week(e, weekday, article_day)
    back = (article_day.weekday() - weekday) % 7
    ahead = (weekday - article_day.weekday()) % 7
    further = 7 * (e.offset or 0)  # "two Fridays ago"
    if e.relation == "last":
        return further - (back or 7)
    if e.relation == "next":
        return further + (ahead or 7)
    return ahead if anchors.tense.is_future(e) else -back


def _days_to_week(e: Expression, weekday: int, day: date) -> int:
    """Days to the Friday of "on Friday last week", which lies ``e.offset`` weeks from the week of a day.

    "A week ago on Friday" is the one nearest to the day a week before, whichever week that is in.
    """
    days = weekday - day.weekday()
    if e.relation == "nearest":
        days = (days + 3) % 7 - 3
    return 7 * (e.offset or 0) + days
