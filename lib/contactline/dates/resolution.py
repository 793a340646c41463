"""Gives every date expression of an article its value and days, once the article's own day is known.

Whether an article is news or a history is decided from its own dates: a history names many years long before its
day, or opens in such a year and never comes near its own.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import pairwise, zip_longest

from contactline.dates import calendar
from contactline.dates.anchors import Anchors, Value
from contactline.dates.values import timex
from contactline.dates.words import Expression
from contactline.lexicon import Lexicon
from contactline.records import UNKNOWN, Document, Published, Timex

_SHORT_INTERVAL = 31  # if the article's own interval has at most so many days, a relative date becomes a range
_YEARS_OF_HISTORY = 8  # past years that a text must name to be a history
_LONG_AGO = 3  # a text that opens so many years before its own day, and names no later year, is a history
_OWN_DAYS = 3  # a date without its year that lies at most so many days before the article's day is its own news
_UNAMBIGUOUS_PAIR = 100  # a "20/9/2023" outweighs so many dates written in words


def resolve(
    expressions: tuple[Expression, ...],
    document: Document,
    published: Published,
    lexicon: Lexicon,
) -> tuple[Timex, ...]:
    """Return every expression with its value and interval, in order; see records.Timex.

    If only an interval is known for the article's day, both of its ends are tried: where they agree, the value is
    kept; where not, it is a range if the interval is short, else unknown.
    """
    if published.day is not None:
        return _resolve_on(published.day, expressions, document, lexicon)
    first, last = published.interval.start, published.interval.end
    if first is None or last is None:
        return _resolve_on(None, expressions, document, lexicon)
    early = _resolve_on(first, expressions, document, lexicon)
    late = _resolve_on(last, expressions, document, lexicon)
    short = (last - first).days <= _SHORT_INTERVAL
    return tuple(_between(a, b, short) for a, b in zip(early, late, strict=True))


def is_history(expressions: tuple[Expression, ...], article_day: date | None) -> bool:
    """Whether the text is a history: it names many years, most of them past, and hardly a day of its own week.

    A text with few dates that opens in a year long ago, and has none near the article's day, is a history, too.
    So is one without an article's day in which nothing counts from it ("last week"): all else is counted from the
    dates of the text.
    """
    if article_day is None:
        return not any(map(_counts_from_now, expressions))
    dates = [e for e in expressions if e.form in ("date", "numeric") and e.kind == "date"]
    years = sum(1 for e in dates if e.year is not None or e.era)
    over = sum(1 for e in dates if e.era or e.year is not None and e.year < article_day.year)
    near = sum(1 for e in expressions if _counts_from_article_week(e) or _is_of_own_days(e, article_day))
    many = over >= _YEARS_OF_HISTORY and 3 * over >= 2 * years and 10 * near < over
    return many or not near and _tells_of_long_ago(dates, expressions, article_day)


def _tells_of_long_ago(dates: list[Expression], expressions: tuple[Expression, ...], article_day: date) -> bool:
    """Whether the first date of a text is written out in a year long ago, which all other years are as well.

    "The war began on 3 May 1921. On 8 June ...": not where anything counts from the article's day.
    """
    years = [e.year for e in dates if e.year is not None]
    if len(years) < 2 or dates[0].year is None or max(years) > article_day.year - _LONG_AGO:
        return False
    return not any(e.kind == "date" and e.anchor == "article" and e.form != "season" for e in expressions)


def _is_of_own_days(e: Expression, article_day: date) -> bool:
    """Whether a date without its year is the article's day or one of the days just before."""
    if e.form != "date" or e.year is not None or e.year_offset is not None or not e.month or not e.day:
        return False
    day = calendar.safe_day(article_day.year, e.month, e.day)
    return day is not None and 0 <= (article_day - day).days <= _OWN_DAYS


def is_day_first(expressions: tuple[Expression, ...]) -> bool:
    """Whether the article writes 20/9/2023 rather than 9/20/2023.

    Decided by the dates that can be read in one order only, else by whether it writes "20 September" or "September
    20".
    """
    balance = 0
    for e in expressions:
        if e.form == "numeric":
            balance += _UNAMBIGUOUS_PAIR * (((e.day or 0) > 12) - ((e.month or 0) > 12))
        elif e.form == "date" and e.month is not None and e.day is not None and e.weekday is None:
            balance += 1 if e.text[0].isdigit() else -1
    return balance >= 0


def _resolve_on(
    article_day: date | None, expressions: tuple[Expression, ...], document: Document, lexicon: Lexicon
) -> tuple[Timex, ...]:
    history, day_first = is_history(expressions, article_day), is_day_first(expressions)
    anchors = Anchors.of(
        document, article_day, lexicon, history=history, day_first=day_first, expressions=expressions
    )
    found: list[Timex] = []
    for e, following in zip_longest(expressions, expressions[1:]):
        resolved = timex(e, anchors, following)
        anchors = anchors.after(e, Value(resolved.value, resolved.basis))
        found.append(resolved)
    return tuple(_with_whole_ranges(found, expressions))


def _between(early: Timex, late: Timex, short: bool) -> Timex:
    """The meaning of an expression if the article is of one day or of another."""
    if early == late:
        return early
    if short and early.kind == "date" and early.interval.start and late.interval.end:
        return replace(early, value="", interval=calendar.hull(early.interval, late.interval))
    return replace(early, value="", interval=UNKNOWN, basis="unknown")


def _counts_from_article_week(e: Expression) -> bool:
    """Whether an expression counts from the article's day, as news does: "yesterday", "on Monday"."""
    if e.kind != "date":
        return False
    if e.form == "shift":
        return e.anchor == "article" and e.unit in ("day", "week")
    return e.form == "date" and e.weekday is not None and e.day is None and e.anchor != "text"


def _counts_from_now(e: Expression) -> bool:
    """Whether an expression counts from the day on which it is written, known or not: "today", "last month"."""
    lately = (
        e.kind == "date" and e.form == "shift" and e.anchor == "" and e.event < 0 and e.unit in ("week", "month")
    )
    return lately or _counts_from_article_week(e)


def _with_whole_ranges(found: list[Timex], expressions: tuple[Expression, ...]) -> list[Timex]:
    """Give both ends of a range its whole interval."""
    joined = list(found)
    for i, (e, following) in enumerate(pairwise(expressions)):
        if not e.group or e.group != following.group:
            continue
        first, last = _before(found[i], found[i + 1], e), found[i + 1]
        if _is_weekday(e) and _is_weekday(following):
            first, last = _weekdays_in_order(first, last, e)
        if first.interval.start is None or last.interval.end is None:
            continue
        whole = calendar.hull(first.interval, last.interval)
        joined[i], joined[i + 1] = replace(first, interval=whole), replace(last, interval=whole)
    return joined


def _is_weekday(e: Expression) -> bool:
    return e.form == "date" and e.weekday is not None and e.day is None


def _weekdays_in_order(first: Timex, last: Timex, e: Expression) -> tuple[Timex, Timex]:
    """Two weekdays of a range, each counted by itself, so that the second comes after the first.

    Where nothing fixes the first ("from Saturday to Tuesday", said on Monday) it is the one before the second.
    """
    start, end = first.interval.start, last.interval.start
    if start is None or end is None or start < end:
        return first, last
    if e.relation or e.unit:
        return first, _days_on(last, 7)
    return _days_on(first, -7), last


def _days_on(weekday: Timex, days: int) -> Timex:
    day = calendar.shift_days(date.fromisoformat(weekday.value), days)
    value = day.isoformat() if day else ""
    return replace(weekday, value=value, interval=calendar.interval_of(value))


def _before(first: Timex, last: Timex, e: Expression) -> Timex:
    """The first end of a range a year earlier, if by itself it lies after the second: "January to June"."""
    start, end = first.interval.start, last.interval.start
    if start is None or end is None or start <= end or e.form != "date" or not e.month or e.year is not None:
        return first
    value = f"{int(first.value[:4]) - 1:04d}{first.value[4:]}"
    return replace(first, value=value, interval=calendar.part_of(calendar.interval_of(value), e.part))
