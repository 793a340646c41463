"""Calendar arithmetic: from a TIMEX3-like value to its days, and from one date to another.

Whole days only, both ends of an interval included. All functions are pure: none reads the clock.
"""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

from contactline.records import UNKNOWN, Interval

SEASON_FIRST_MONTH = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
"""TIMEX3's codes of seasons, three months each; the winter of a year begins in its December."""

FIRST_YEAR, LAST_YEAR = 1, 9998
"""Years whose days are known here: datetime ends with 9999, and the last week and the winter of 9998 extend
into it."""


def safe_day(year: int, month: int, day: int) -> date | None:
    """The day, or None where the calendar has none ("30 February")."""
    if not (FIRST_YEAR <= year <= LAST_YEAR and 1 <= month <= 12):
        return None
    if not 1 <= day <= calendar.monthrange(year, month)[1]:
        return None
    return date(year, month, day)


def shift_days(day: date, count: int) -> date | None:
    """The day ``count`` days later, None beyond the calendar."""
    try:
        return day + timedelta(days=count)
    except OverflowError:
        return None


def shift_months(year: int, month: int, count: int) -> tuple[int, int]:
    """The month ``count`` months later, as (year, month)."""
    years, zero_based = divmod(year * 12 + month - 1 + count, 12)
    return years, zero_based + 1


def month_interval(year: int, month: int) -> Interval:
    """The days of a month; ValueError where the calendar has none."""
    return Interval(date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]), "month")


def year_interval(first: int, last: int | None = None) -> Interval:
    """The days of a year, or of the years from first to last (precision "range").

    UNKNOWN where a year is outside FIRST_YEAR..LAST_YEAR ("the 0th century").
    """
    last = first if last is None else last
    if not FIRST_YEAR <= first <= last <= LAST_YEAR:
        return UNKNOWN
    return Interval(date(first, 1, 1), date(last, 12, 31), "year" if first == last else "range")


def moving_holiday(year: int, month: int, rule: str) -> date | None:
    """The day of a rule: "4 thursday", "-1 monday" or "-1 day" of a month.

    None beyond the calendar, and where the month has no such day ("5 sunday").

    >>> moving_holiday(1999, 11, "4 thursday")
    datetime.date(1999, 11, 25)
    """
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    number, name = rule.split()
    days = [d for n in range(1, 32) if (d := safe_day(year, month, n))]
    if name != "day":
        weekday = [day.lower() for day in calendar.day_name].index(name)
        days = [d for d in days if d.weekday() == weekday]
    place = int(number) - (int(number) > 0)
    return days[place] if place < len(days) else None


def monday_of(day: date) -> date:
    """The Monday of the ISO week that contains a day."""
    return day - timedelta(days=day.weekday())


def week_value(day: date) -> str:
    """The ISO week of a day: "2023-W37"."""
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


_VALUE = re.compile(
    r"(?P<century>\d\d)XX|(?P<decade>\d{3})X|(?P<year>\d{4})"
    r"(?:-(?:W(?P<week>\d\d)|Q(?P<quarter>[1-4])|H(?P<half>[12])|(?P<season>SP|SU|FA|WI)"
    r"|(?P<month>\d\d)(?:-(?P<day>\d\d))?))?"
)


def interval_of(value: str) -> Interval:
    """The days that a value names; UNKNOWN for "", for anything that is not a date, and beyond the calendar.

    >>> interval_of("2023-09").end
    datetime.date(2023, 9, 30)
    """
    m = _VALUE.fullmatch(value)
    if m is None:
        return UNKNOWN
    if m["century"]:
        return year_interval(100 * int(m["century"]) + 1, 100 * int(m["century"]) + 100)
    if m["decade"]:
        first = int(m["decade"]) * 10
        return year_interval(first, first + 9)
    year = int(m["year"])
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return UNKNOWN
    if m["month"]:
        return _month_or_day(year, int(m["month"]), m["day"])
    if m["week"]:
        return _week_interval(year, int(m["week"]))
    if m["quarter"]:
        return _months_interval(year, 3 * int(m["quarter"]) - 2, 3, "range")
    if m["half"]:
        return _months_interval(year, 6 * int(m["half"]) - 5, 6, "range")
    if m["season"]:
        return _months_interval(year, SEASON_FIRST_MONTH[m["season"]], 3, "season")
    return year_interval(year)


def _month_or_day(year: int, month: int, day: str | None) -> Interval:
    if not 1 <= month <= 12:
        return UNKNOWN
    if day is None:
        return month_interval(year, month)
    found = safe_day(year, month, int(day))
    return Interval(found, found, "day") if found else UNKNOWN


def _week_interval(year: int, week: int) -> Interval:
    try:
        monday = date.fromisocalendar(year, week, 1)
    except ValueError:
        return UNKNOWN
    return Interval(monday, monday + timedelta(days=6), "week")


def _months_interval(year: int, first: int, count: int, precision: str) -> Interval:
    """``count`` months from month ``first`` of a year on, into the next year where necessary (a winter)."""
    last_year, last = shift_months(year, first, count - 1)
    return Interval(date(year, first, 1), month_interval(last_year, last).end, precision)


def part_of(whole: Interval, part: str) -> Interval:
    """A part ("early", "mid", "late", "first", "second") of an interval.

    Of a month: days 1-10, 11-20, 21 to the end, halves at the 15th. Of a longer span: thirds by whole months
    where there are whole months, else by days.
    """
    if not part or whole.start is None or whole.end is None or whole.start == whole.end:
        return whole
    start, end = whole.start, whole.end
    if whole.precision == "month":
        first, last = {
            "early": (1, 10),
            "mid": (11, 20),
            "late": (21, end.day),
            "first": (1, 15),
            "second": (16, end.day),
        }[part]
        return Interval(start.replace(day=first), end.replace(day=last), "range")
    months = (end.year - start.year) * 12 + end.month - start.month + 1
    pieces = 2 if part in ("first", "second") else 3
    which = {"early": 0, "first": 0, "mid": 1, "second": 1, "late": 2}[part]
    whole_months = start.day == 1 and end == month_interval(end.year, end.month).end
    if whole_months and months >= pieces:
        low, high = months * which // pieces, months * (which + 1) // pieces
        first_year, first_month = shift_months(start.year, start.month, low)
        last_year, last_month = shift_months(start.year, start.month, high - 1)
        return Interval(date(first_year, first_month, 1), month_interval(last_year, last_month).end, "range")
    days = (end - start).days + 1
    return Interval(
        start + timedelta(days=days * which // pieces),
        start + timedelta(days=max(days * (which + 1) // pieces - 1, days * which // pieces)),
        "range",
    )


def hull(first: Interval, last: Interval) -> Interval:
    """The days from the beginning of one interval to the end of another, whichever comes first."""
    known = [i for i in (first, last) if i.start is not None and i.end is not None]
    if len(known) < 2:
        return known[0] if known else UNKNOWN
    start = min(i.start for i in known if i.start)
    end = max(i.end for i in known if i.end)
    if first == last:
        return first
    return Interval(start, end, "day" if start == end else "range")
