"""The dates that an article has given up to some point, from which its next incomplete date is counted."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from datetime import date
from typing import Any, NamedTuple

from contactline.dates import calendar
from contactline.dates.tense import SENTENCE_END
from contactline.dates.words import Expression

_MONTH_BACK = 1.3  # cost of going one month back, in months forward
_LEAP = 20  # months beyond which a narrative leaps instead of continuing; every leap costs the same
_REACH = 1500  # characters after a month in which the next one with its year influences its year
_NAMED_YEAR = 7  # cost in months that is taken off for a year named in between
# months off the course, back and ahead, beyond which a date in mid-sentence is an aside
_ASIDE_BACK, _ASIDE_AHEAD = 3, 14
_ASIDE_AGAIN = 12  # if a second aside is within so many months of the first, the first was not an aside
_SENTENCE = 300  # most characters between two dates of a sentence
_UP_TO = re.compile(r"\b(?:by|until|till|up\sto)\s(?:the\s)?$", re.I)  # before a date that is reached
_BEFORE_THAT = re.compile(r"\bhad\b")  # between two dates: the second may lie before the first
_LEAD = 20  # characters in which the date that opens a sentence begins
_GIVEN_DAYS = 30  # days kept, beside which an event can be looked for
_EXACT_DAY = len("2023-09-20")

Month = tuple[int, int]
"""Year and month."""


class GivenDay(NamedTuple):
    """A day that the text gave in ``text[start:end]``."""

    start: int
    end: int
    day: date


class WrittenMonth(NamedTuple):
    """A month that the text writes out with its year, and where it begins."""

    at: int
    month: Month


class Narrative(NamedTuple):
    """The dates that a text has given so far; ``after`` returns the same once another date is read.

    - ``value``, ``at``: the last date and where it begins; ``day``, ``month``, ``year``: what it gave;
    - ``course``: the last month of the narrative's main line; ``reached``: a month to which a sentence has
      continued since then, so that the text may continue from either; ``aside``: a month since then that is off
      the main line; ``named_year``: a year since then that stood alone;
    - ``era``: "BC" where the last date was before Christ;
    - ``explicit_year``, ``explicit_at``: the last year written out, or given by "last year", and where;
      ``explicit_month``: written with its month or season;
    - ``article_week_at``: where a day was last counted from the article's day;
    - ``given_days``: the last days of the text, oldest first;
    - ``last_end``, ``last_value``: where the last expression ends, and its value, "" where it has none;
    - ``written``: the months that the whole text gives with their year, in order; empty in news.
    """

    text: str
    value: str = ""
    at: int = -1
    day: date | None = None
    month: Month | None = None
    year: int | None = None
    course: Month | None = None
    reached: Month | None = None
    aside: Month | None = None
    named_year: int | None = None
    era: str = ""
    explicit_year: int | None = None
    explicit_at: int = -1
    explicit_month: bool = False
    article_week_at: int = -1
    given_days: tuple[GivenDay, ...] = ()
    last_end: int = -1
    last_value: str = ""
    written: tuple[WrittenMonth, ...] = ()

    def year_of(self, e: Expression) -> int | None:
        """The year in which the narrative reaches the month of an expression; None where it cannot be known.

        A narrative usually moves forward, so the nearest such month after the last one is likely, one before it
        less so; a year that was named alone in between is preferred, but may be an aside. If a new paragraph soon
        has a month with its year, the cost of going on to that month counts as well.
        """
        course, named = self.course, self.named_year
        month = e.month
        assert month is not None
        if course is None:
            return named or self.year
        if e.relation == "next":
            return course[0] + (month <= course[1])
        if e.relation == "last":
            return course[0] - (month >= course[1])
        if named is not None and self._in_sentence(e):
            return named  # "in 1929 it had twenty guns, and by December forty"
        starts = self._starts(e)
        if self._reaches(e):
            return starts[-1][0] + (month < starts[-1][1])
        coming = self._next_written(e)

        def cost(year: int) -> tuple[float, float]:
            so_far = min(_way(start, (year, month)) for start in starts)
            onward = _way((year, month), coming) if coming else 0
            return so_far + onward - (_NAMED_YEAR if year == named else 0), so_far

        near = {named or course[0], course[0] - 1, course[0], starts[-1][0], starts[-1][0] + 1}
        if coming:
            near |= {coming[0] - 1, coming[0]}
        candidates = [year for year in near if e.day is None or calendar.safe_day(year, month, e.day)]
        return min(sorted(candidates), key=cost) if candidates else None

    def _starts(self, e: Expression) -> tuple[Month, ...]:
        """The months from which a date may continue: the main line, or what its sentence has reached, or
        either.
        """
        assert self.course is not None
        if self.reached is None:
            return (self.course,)
        return (self.reached,) if self._in_sentence(e) else (self.course, self.reached)

    def _in_sentence(self, e: Expression) -> bool:
        """Whether the last date that was fixed is in the sentence of an expression."""
        return e.start - self.at < _SENTENCE and SENTENCE_END.search(self.text, self.at, e.start) is None

    def _reaches(self, e: Expression) -> bool:
        """Whether a sentence continues from one date to a later one: "ten in March, and a hundred by December"."""
        if self.month is None or self.aside is not None or not self._in_sentence(e):
            return False
        if _BEFORE_THAT.search(self.text, self.at, e.start):
            return False
        return _UP_TO.search(self.text, max(self.at, e.start - _LEAD), e.start) is not None

    def _next_written(self, e: Expression) -> Month | None:
        """The next month with its year after the first date of a paragraph; None where none is near enough.

        Inside a paragraph dates continue from each other, and the next month with its year may be about something
        else.
        """
        if self.text.find("\n", self.at, e.start) < 0:
            return None
        i = bisect_right(self.written, e.start, key=_place)
        if i == len(self.written) or self.written[i].at - e.end > _REACH:
            return None
        return self.written[i].month

    def after(self, e: Expression, value: str, basis: str, history: bool) -> Narrative:
        """The narrative after ``e`` has been read, with its value and basis (as in records.Timex).

        ``history``: dates are counted only from other dates of the text.
        """
        if e.kind != "date":
            return self
        changes: dict[str, Any] = {"last_end": e.words[1], "last_value": value, "era": e.era or self.era}
        if len(value) == _EXACT_DAY:
            given = GivenDay(e.start, e.end, date.fromisoformat(value))
            changes["given_days"] = (*self.given_days[1 - _GIVEN_DAYS :], given)
        m = _WITH_YEAR.fullmatch(value)
        if m is not None:
            changes |= self._fixed(e, m, basis, history)
        return self._replace(**changes)

    def _fixed(self, e: Expression, value: re.Match[str], basis: str, history: bool) -> dict[str, Any]:
        """The fields that a date changes, as far as its basis allows."""
        changes: dict[str, Any] = {}
        day = date.fromisoformat(value[0]) if value["day"] else None
        if e.form in ("date", "season", "quarter", "half") and e.year is not None:
            part = e.month is not None or e.form != "date"
            changes = {"explicit_year": e.year, "explicit_at": e.start, "explicit_month": part}
        if basis == "article" and not history:
            # "on Monday" in the news fixes a day, but no year for what follows.
            if value[0] == value["year"] and self._opens(e):  # "Last year they met in Prague on October 6"
                year = int(value["year"])
                stated = {"explicit_year": year, "explicit_at": e.start, "explicit_month": False}
                return changes | stated | {"year": year, "named_year": year, "at": e.start}
            changes["article_week_at"] = e.start
            return changes | {"day": day, "at": e.start, "value": value[0]} if day else changes
        if basis == "event" or e.form == "season" and e.anchor == "article" and e.relation != "this":
            return changes
        if e.form == "shift" and e.unit in ("year", "decade") and (e.offset or 0) < 0:
            return changes  # "a year earlier" looks back; the narrative stays where it was
        year = int(value["year"])
        in_aside = not self._opens(e) and self.text.startswith(",", e.end)  # "which fought in May last year,"
        if e.year_offset is not None and basis == "completed" and not in_aside:
            changes |= {"explicit_year": year, "explicit_at": e.start, "explicit_month": False}
        month = (year, int(value["month"])) if value["month"] else None
        changes |= {"era": "", "value": value[0], "at": e.start, "year": year, "month": month, "day": day}
        return changes | self._moved(e, year, month or _first_month(e, value[0]))

    def _moved(self, e: Expression, year: int, month: Month | None) -> dict[str, Any]:
        """The fields of the main line after a date; an aside (in mid-sentence and far off) does not change
        them.
        """
        if month is None:
            if e.group and e.words[1] == self.last_end:
                return {}  # the end of "1992-94": what follows begins with its beginning
            leads = e.year is None or self.course is None or self._opens(e) or abs(e.year - self.course[0]) <= 1
            return {"named_year": year} if leads else {}
        if self.course is not None and e.year is None and self._reaches(e):
            return {"reached": month}
        if self.course is not None and e.year is not None and not self._opens(e):
            near = -_ASIDE_BACK <= _months_between(self.course, month) <= _ASIDE_AHEAD
            again = self.aside is not None and abs(_months_between(self.aside, month)) <= _ASIDE_AGAIN
            if not near and not again:
                return {"aside": month}
        return {"course": month, "reached": None, "aside": None, "named_year": None}

    def _opens(self, e: Expression) -> bool:
        """Whether a date opens its sentence ("In May 1940, ..."), and so moves the narrative."""
        before = self.text[max(0, e.start - _LEAD) : e.start]
        return len(before) < _LEAD or re.search(r"[.!?:\n]", before) is not None


_WITH_YEAR = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?|-(?:SP|SU|FA|WI|[WQH]\d+))?")


def written_months(expressions: Iterable[Expression]) -> tuple[WrittenMonth, ...]:
    """The months that are written with their year, in the order of the text."""
    return tuple(
        WrittenMonth(e.start, (e.year, e.month))
        for e in expressions
        if e.form == "date" and e.kind == "date" and e.year is not None and e.month is not None and not e.era
    )


def _place(written: WrittenMonth) -> int:
    return written.at


def _way(first: Month, last: Month) -> float:
    """The cost of going from one month to another: more for going back than forward, at most that of a leap."""
    ahead = _months_between(first, last)
    return min(_LEAP, ahead if ahead >= 0 else -_MONTH_BACK * ahead)


def _months_between(first: Month, last: Month) -> int:
    return (last[0] - first[0]) * 12 + last[1] - first[1]


def _first_month(e: Expression, value: str) -> Month | None:
    """The month in which a part of a year begins: "early 1927", "the summer of 1943"; None for a whole year."""
    if not (e.part or "-" in value) or e.form == "shift" or e.anchor == "article":
        return None
    start = calendar.part_of(calendar.interval_of(value), e.part).start
    return (start.year, start.month) if start else None
