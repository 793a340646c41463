"""Every date expression of an article with its days, once the article's own day is known.

Whether an article tells news or history, its own dates tell: a history names many years far before its day.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import zip_longest

from contactline.dates import calendar
from contactline.dates.anchor import Reader
from contactline.dates.words import Expression
from contactline.lexicon import Lexicon
from contactline.records import UNKNOWN, Document, Published, Timex

_WIDEST_HULL = 31  # days of the article's own interval up to which a relative date is still given as a range


def resolve(
    expressions: tuple[Expression, ...],
    document: Document,
    published: Published,
    lexicon: Lexicon,
) -> tuple[Timex, ...]:
    """Every expression with its value and interval, in order; see records.Timex.

    Where the article's day is only known to lie in an interval, both of its ends are tried: what comes out alike
    stands; what does not is a range if the interval is short, and unknown if not.
    """
    if published.day is not None:
        return _pass(expressions, document, published.day, lexicon)
    first, last = published.interval.start, published.interval.end
    if first is None or last is None:
        return _pass(expressions, document, None, lexicon)
    early = _pass(expressions, document, first, lexicon)
    late = _pass(expressions, document, last, lexicon)
    short = (last - first).days <= _WIDEST_HULL
    return tuple(_agree(a, b, short) for a, b in zip(early, late, strict=True))


def _agree(early: Timex, late: Timex, short: bool) -> Timex:
    if early == late:
        return early
    if short and early.kind == "date" and early.interval.start and late.interval.end:
        interval = calendar.hull(early.interval, late.interval)
        return replace(early, value="", interval=interval, basis=early.basis)
    return replace(early, value="", interval=UNKNOWN, basis="unknown")


def is_history(expressions: tuple[Expression, ...], anchor: date | None) -> bool:
    """Whether the text tells history: it names many years, most of them over, and hardly a day of its own week.

    A text without an article's day can only be read so: there is nothing else to count from.
    """
    if anchor is None:
        return True
    told = [e for e in expressions if e.form == "date" and e.kind == "date"]
    years = sum(1 for e in told if e.year is not None or e.era)
    over = sum(1 for e in told if e.era or e.year is not None and e.year < anchor.year)
    near = sum(1 for e in expressions if _is_near(e))
    return over >= 8 and 3 * over >= 2 * years and 10 * near <= over


def _is_near(e: Expression) -> bool:
    """Whether an expression counts from the article's day, as news does: "yesterday", "on Monday"."""
    return e.kind == "date" and (
        e.anchor == "article"
        and e.form == "shift"
        and e.unit in ("day", "week")
        or e.form == "date"
        and e.weekday is not None
        and e.day is None
        and e.anchor != "text"
    )


def habit_is_day_first(expressions: tuple[Expression, ...]) -> bool:
    """Whether the article writes 20/9/2023 or 9/20/2023: from the pairs that can be read one way only, else from
    whether it writes "20 September" or "September 20"."""
    balance = 0
    for e in expressions:
        if e.form == "numeric":
            balance += 100 * (((e.day or 0) > 12) - ((e.month or 0) > 12))
        elif e.form == "date" and e.month is not None and e.day is not None and e.weekday is None:
            balance += 1 if e.text[0].isdigit() else -1
    return balance >= 0


def _pass(
    expressions: tuple[Expression, ...], document: Document, anchor: date | None, lexicon: Lexicon
) -> tuple[Timex, ...]:
    reader = Reader(document, anchor, is_history(expressions, anchor), habit_is_day_first(expressions), lexicon)
    found: list[Timex] = []
    for e, behind in zip_longest(expressions, expressions[1:]):
        found.append(reader.read(e, behind))
    return tuple(_join(found, expressions))


def _before(first: Timex, last: Timex, e: Expression) -> Timex:
    """The first end of a range a year back, where by itself it was read behind the second: "January to June"."""
    start, end = first.interval.start, last.interval.start
    if start is None or end is None or start <= end or e.form != "date" or not e.month or e.year is not None:
        return first
    value = f"{int(first.value[:4]) - 1:04d}{first.value[4:]}"
    return replace(first, value=value, interval=calendar.part_of(calendar.interval_of(value), e.part))


def _join(found: list[Timex], expressions: tuple[Expression, ...]) -> list[Timex]:
    """Both ends of a range get the whole of it."""
    joined = list(found)
    for i in range(len(found) - 1):
        if not expressions[i].group or expressions[i].group != expressions[i + 1].group:
            continue
        first, last = found[i], found[i + 1]
        first = _before(first, last, expressions[i])
        if first.interval.start is None or last.interval.end is None:
            continue
        whole = calendar.hull(first.interval, last.interval)
        joined[i] = replace(first, value=first.value, interval=whole, basis=first.basis)
        joined[i + 1] = replace(last, value=last.value, interval=whole, basis=last.basis)
    return joined
