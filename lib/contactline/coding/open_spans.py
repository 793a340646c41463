"""Spans that extend to the article's day: "since 12 December", "for the past three weeks", "so far this year"."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from contactline.dates import calendar
from contactline.dates.words import DateWords
from contactline.parsing.clauses import Clauses
from contactline.records import Interval, Timex

if TYPE_CHECKING:
    from contactline.coding.triggers import Trigger

_OF_DATES = frozenset({"the", "at", "least", "about", "around", "early", "late", "mid"})
"""Words between "since" and its date."""
_COMPARED = frozenset({"first", "last", "only", "worst", "most", "unprecedented", "unseen"})
_SO_FAR_BEFORE = re.compile(r"\b(?:so far|to date|already)\s(?:in\s)?$", re.IGNORECASE)
_SO_FAR_BEHIND = re.compile(r",?\s(?:so far|to date|already)\b", re.IGNORECASE)
_REACH = 16
"""Characters around a date in which "so far" is looked for."""
_PAST = frozenset({"past", "last", "previous", "preceding", "recent"})
_PERFECT = frozenset({"have", "has", "'ve", "’ve", "'s", "’s"})
_LONGER = ("month", "season", "year")
"""Precisions of what is told no closer than by its month."""
_BY = re.compile(r"\b(?:by|later than)\s(?:the\s)?$", re.IGNORECASE)
_END_BEFORE = re.compile(
    r"\b(?:(?:no |not )?(?:earlier|later) than|prior to|ahead of|up to|[a-z]+)\s(?:the\s)?$", re.IGNORECASE
)
_DAYS = {"day": 1, "night": 1, "week": 7, "fortnight": 14}
_MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}


def begins_at(clauses: Clauses, i: int, trigger: Trigger) -> bool:
    """Whether what a trigger tells began with the date at ``i``: "since 12 May", "since the war began in May"."""
    above = clauses.ancestors(i)
    if trigger.i not in above and trigger.verb not in above:
        return False
    for here in above:
        if here in (trigger.i, trigger.verb):
            break
        beside = clauses.tokens[here].dep == "acl" and clauses.tokens[here].head != trigger.i
        purpose = clauses.infinitive(here) and clauses.tokens[here].dep in ("advcl", "xcomp")
        if beside or purpose or clauses.tokens[here].dep == "acl:relcl":
            # "violated a truce that had held since 1994", "shelled the hills held since 1994", "met to discuss the
            # crisis under way since May"
            return False
    if _since_before(clauses, i):
        return True
    for here in (i, *above):
        if here in (trigger.i, trigger.verb):
            return False
        if any(clauses.tokens[c].lower == "since" for c in clauses.children[here]):
            # a noun's date is its own; only the perfect runs on from it ("has been shut since the war of May")
            runs_on = bool(_PERFECT.intersection(clauses.auxiliaries(trigger.verb)))
            return runs_on or clauses.tokens[here].pos != "NOUN"
    return False


def began_something_else(clauses: Clauses, i: int, trigger: Trigger) -> bool:
    """Whether a date below an event gives the beginning of something else: "met to discuss the crisis under way
    since May".
    """
    above = clauses.ancestors(i)
    below_event = trigger.i in above or trigger.verb in above
    return below_event and _since_before(clauses, i) and not begins_at(clauses, i, trigger)


def is_compared_with(clauses: Clauses, i: int, trigger: Trigger) -> bool:
    """Whether the date at ``i`` only belongs to a comparison: "the worst fighting since 1994"."""
    for here in (i, *clauses.ancestors(i)):
        if any(_is_extreme(clauses, k) for k in (here, *clauses.children[here]) if k < i):
            return True
        if here in (trigger.i, trigger.verb):
            return False
    return False


def to_the_news(interval: Interval, last_day: date | None) -> Interval | None:
    """The span from the first of some days to the last possible day of the article; None where that is unknown."""
    if interval.start is None or last_day is None:
        return None
    return Interval(interval.start, last_day, "range") if interval.start <= last_day else interval


def so_far(text: str, timex: Timex, last_day: date | None) -> Interval:
    """A date's days, cut at the article's day if "so far" is next to it: "so far this year"."""
    interval, (start, end) = timex.interval, timex.words
    beside = _SO_FAR_BEFORE.search(text[max(0, start - _REACH) : start]) or _SO_FAR_BEHIND.match(text, end)
    if not beside or last_day is None or interval.start is None or interval.end is None:
        return interval
    running = interval.start <= last_day < interval.end
    return Interval(interval.start, last_day, "range") if running else interval


def as_open(text: str, timex: Timex, interval: Interval, last_day: date | None) -> Interval | None:
    """The days of "after 2020", "before 1993", "until May 1992": any up to the article's, or any before an end.

    ``interval``, the days of the date itself, is kept for others, for "by 5 May", and for "after" a day, which
    mostly names an event of that day ("after the 5 May vote"). None where the end is still to come ("a truce until
    Friday").
    """
    if timex.open == "after" and interval.precision in _LONGER:
        return to_the_news(interval, last_day) or interval
    end = interval.end
    if timex.open not in ("until", "before") or interval.start is None or end is None:
        return interval
    if _BY.search(text, max(0, timex.start - _REACH), timex.start) and interval.precision not in _LONGER:
        return interval
    if last_day is not None and end > last_day:
        return None
    if timex.open == "before":
        end = calendar.shift_days(interval.start, -1)
    return Interval(None, end, "range") if end else interval


def words_from(text: str, timex: Timex) -> int:
    """Where the words of a date begin, with the "before" or "until" that opens it."""
    start = timex.words[0]
    before = _END_BEFORE.search(text, max(0, start - _REACH), start) if timex.open in ("until", "before") else None
    return before.start() if before else start


def of_duration(
    clauses: Clauses, timex: Timex, trigger: Trigger, day: date | None, words: DateWords
) -> Interval | None:
    """The days of "over the past three weeks" or "has been closed for 44 days", counted back from the article's
    day.

    None where the words give no number, or are not about the time up to the article's ``day``.
    """
    told = re.findall(r"[a-z]+|\d+", timex.text.lower())
    units = [word for word in told if word in words.units]
    if day is None or not units or "-" in timex.text:
        return None
    noun = next((t.i for t in clauses.tokens if t.lower == units[0] and timex.start <= t.start < timex.end), None)
    if noun is None:
        return None
    perfect = any(word in _PERFECT for word in clauses.auxiliaries(trigger.verb))
    if not _PAST.intersection(told) and not (perfect and clauses.preposition(noun).endswith("for")):
        return None
    number = _number(told[: told.index(units[0])], words)
    start = _back(day, number, words.units[units[0]]) if number else None
    return Interval(start, day, "range") if start else None


def points_back(clauses: Clauses, trigger: Trigger) -> bool:
    """Whether an event has lasted since the one reported before: "since then", "ever since"."""
    for i in {trigger.i, trigger.verb}:
        for c in clauses.children[i]:
            below = {clauses.tokens[c].lower, *(clauses.tokens[k].lower for k in clauses.children[c])}
            if below <= {"ever", "since", "then"} and "since" in below:
                return True
    return False


def _since_before(clauses: Clauses, i: int) -> bool:
    for token in reversed(clauses.tokens[:i]):
        if token.lower == "since":
            return True
        if token.dep != "date" and token.lower not in _OF_DATES:
            return False
    return False


def _is_extreme(clauses: Clauses, i: int) -> bool:
    token = clauses.tokens[i]
    return token.lower in _COMPARED or (token.pos == "ADJ" and token.lower.endswith("est"))


def _number(told: list[str], words: DateWords) -> int | None:
    for word in reversed(told):
        if word.isdigit():
            return int(word)
        if words.numbers.get(word) is not None:
            return words.numbers[word]
    return 1 if told and told[-1] in _PAST else None  # "over the past week"


def _back(day: date, number: int, unit: str) -> date | None:
    """The day ``number`` units before a day; None for hours, and beyond the calendar."""
    if unit in _DAYS:
        return calendar.shift_days(day, -_DAYS[unit] * number)
    if unit not in _MONTHS:
        return None
    year, month = calendar.shift_months(day.year, day.month, -_MONTHS[unit] * number)
    return next((found for d in range(day.day, 27, -1) if (found := calendar.safe_day(year, month, d))), None) or (
        calendar.safe_day(year, month, day.day)
    )
