"""What a text has told up to a point, from which its next date without a year is counted."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from contactline.dates import calendar
from contactline.dates.words import Expression

_BACK = 1.3  # a month before the last one told counts for so many after it
_NAMED_YEAR = 7  # months by which a year named in between is favoured
_ASIDE_BACK, _ASIDE_AHEAD = 3, 14  # months off the story's way from which a date in mid-sentence is an aside
_LEAD = 20  # characters in which a sentence's opening date begins


@dataclass
class Story:
    """What a text has fixed so far: the last date told, at each exactness, and the way its story takes."""

    text: str
    value: str = ""
    day: date | None = None
    month: tuple[int, int] | None = None
    year: int | None = None
    story: tuple[int, int] | None = None  # the last month told that the story passes through
    aside: tuple[int, int] | None = None  # a month told since that lies off the story's way
    named: int | None = None  # a year named alone since
    era: str = ""
    at: int = -1
    explicit_year: int | None = None
    explicit_at: int = -1
    explicit_month: bool = False  # that year was told with its month
    near_at: int = -1  # where the article's own week was last told

    def year_of(self, e: Expression) -> int | None:
        """The year in which the told story reaches a month.

        A story mostly goes on, so the nearest such month after the last one told is likely, one before it somewhat
        less; a year that was named alone in between counts in its favour, but may be an aside.
        """
        story, year = self.story, self.named
        assert e.month is not None
        if story is None:
            return year or self.year
        if e.relation == "next":
            return story[0] + (e.month <= story[1])
        if e.relation == "last":
            return story[0] - (e.month >= story[1])

        def cost(candidate: int) -> float:
            ahead = (candidate - story[0]) * 12 + e.month - story[1]  # type: ignore[operator]
            return (ahead if ahead >= 0 else -_BACK * ahead) - (_NAMED_YEAR if candidate == year else 0)

        candidates = [
            y
            for y in {year or story[0], story[0] - 1, story[0], story[0] + 1}
            if e.day is None or calendar.safe_day(y, e.month, e.day)
        ]
        return min(sorted(candidates), key=cost) if candidates else None

    def remember(self, e: Expression, value: str, basis: str, history: bool) -> None:
        """Take in a resolved date; ``history``: the text is counted from its own dates alone."""
        m = re.fullmatch(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?|-(?:SP|SU|FA|WI|[WQH]\d+))?", value)
        if m is None:
            return
        if e.form == "date" and e.year is not None:
            self.explicit_year, self.explicit_at, self.explicit_month = e.year, e.start, e.month is not None
        if basis == "article" and not history:
            # "on Monday" in the news fixes a day, but the year of no story.
            self.near_at = e.start
            if m[3]:
                self.day, self.at, self.value = date.fromisoformat(value), e.start, value
            return
        if basis == "event" or e.form == "season" and e.anchor == "article" and e.relation != "this":
            return
        if e.form == "shift" and e.unit in ("year", "decade") and (e.offset or 0) < 0:
            return  # "a year earlier" looks back; the story stays where it was
        self.era = ""
        self.value, self.at = value, e.start
        self.year = int(m[1])
        self.month = (int(m[1]), int(m[2])) if m[2] else None
        self.day = date.fromisoformat(value) if m[3] else None
        self._go_on(e, value)

    def _go_on(self, e: Expression, value: str) -> None:
        """Move the story to a date, unless the date is an aside: told in mid-sentence and far off its way."""
        assert self.year is not None
        month = self.month
        if month is None and (e.part or "-" in value) and e.form != "shift" and e.anchor != "article":
            interval = calendar.part_of(calendar.interval_of(value), e.part)  # "early 1927", "the summer of 1943"
            if interval.start is not None:
                month = (interval.start.year, interval.start.month)
        if month is None:
            if e.year is None or self.story is None or self._leads(e) or abs(e.year - self.story[0]) <= 1:
                self.named = self.year
            return
        if self.story is not None and e.year is not None and not self._leads(e):
            ahead = (month[0] - self.story[0]) * 12 + month[1] - self.story[1]
            repeated = (
                self.aside is not None and abs((month[0] - self.aside[0]) * 12 + month[1] - self.aside[1]) <= 12
            )
            if not -_ASIDE_BACK <= ahead <= _ASIDE_AHEAD and not repeated:
                self.aside = month
                return
        self.story, self.aside, self.named = month, None, None

    def _leads(self, e: Expression) -> bool:
        """Whether a date opens its sentence ("In May 1940, ..."), and so carries the story."""
        before = self.text[max(0, e.start - _LEAD) : e.start]
        return len(before) < _LEAD or re.search(r"[.!?:\n]", before) is not None
