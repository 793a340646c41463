"""From an expression's words to its days: what "Monday", "in May" or "two days later" is counted from.

In news the article's day is the anchor; in histories the last date that the text has fixed.
"""

from __future__ import annotations

import re
from collections import deque
from dataclasses import replace
from datetime import date

from contactline.dates import calendar, event_anchor
from contactline.dates.narrative import Story
from contactline.dates.tense import SENTENCE_END, Tense
from contactline.dates.words import Expression
from contactline.lexicon import Lexicon
from contactline.records import UNKNOWN, Document, Interval, Timex

_SAME_SENTENCE = 400  # characters in which a sentence can go on from a year it has named
_FOLLOWING = 250  # characters after a whole date in which a date without its year goes on from it
_ANNIVERSARY = 400  # days from the article's day within which an anniversary is spoken of
_APPOSED = re.compile(r",\s(?:just\s|only\s|exactly\s|barely\s)?")
_EVENT_BEFORE_DAY = re.compile(r"\s+(?:(?:the|an?|his|her|its|their)\s)?(?:[a-z]+\s(?:on|of|in)\s(?:the\s)?)?")
_MONTH_ADVERB = re.compile(
    r"\b(?:in|by|until|till|since|during|through|from|to|of|before|after|last|next|this|early|late|mid|and|or)[\s-]+$",
    re.I,
)
_NOUN_BEHIND = re.compile(
    r"\s(?!(?:and|or|but|when|while|with|which|that|who|after|before|as|was|were|is|are|will|would|the|its?|his"
    r"|he|she|they|had|has|by|to|at|in|on|for|from|said|of)\b)[a-z]{3,}"
)
_TOLD = 30  # days told last that an event can be looked for beside


class Reader:
    """Reads expressions in the order of the text, remembering what it has fixed."""

    def __init__(
        self, document: Document, anchor: date | None, history: bool, day_first: bool, lexicon: Lexicon
    ) -> None:
        self.text = document.text
        self.anchor = anchor
        self.history = history
        self.day_first = day_first
        self.tense = Tense(document, lexicon)
        self.lexicon = lexicon
        self.memory = Story(document.text)
        self.told_days: deque[tuple[int, int, date]] = deque(maxlen=_TOLD)
        self.last = (-1, "")  # where the expression read last ends, and its value

    # --- one expression ---------------------------------------------------------------------------------------

    def read(self, e: Expression, behind: Expression | None = None) -> Timex:
        """The expression with its value and days; ``behind`` is the text's next one."""
        if e.kind != "date":
            return Timex(e.start, e.end, e.text, e.kind, "", UNKNOWN, "unknown", e.words, e.open)
        value, basis = self._value(e, behind)
        interval = calendar.interval_of(value)
        if interval is UNKNOWN and not value:
            interval, basis = self._span(e, basis)
        if interval.start is not None:
            interval = calendar.part_of(interval, e.part)
            interval = self._clip(interval, e)
            if e.unit == "weekend" and value:
                monday = interval.start
                assert monday is not None
                interval = Interval(calendar.shift_days(monday, 5), calendar.shift_days(monday, 6), "range")
        if interval.start is None:
            basis = "unknown"
        self.last = (e.words[1], value)
        if value:
            self.memory.remember(e, value, basis, self.history)
            if len(value) == 10 and interval.start is not None:
                self.told_days.append((e.start, e.end, interval.start))
        return Timex(e.start, e.end, e.text, e.kind, value, interval, basis, e.words, e.open)

    def read_from(self, e: Expression, anchor: date) -> Interval:
        """The days of an expression if the article were of another day; nothing is remembered."""
        self.anchor, self.memory = anchor, Story(self.text)
        return self.read(e).interval

    def _value(self, e: Expression, behind: Expression | None = None) -> tuple[str, str]:
        if e.era:
            self.memory.era = e.era
            return "", "explicit"
        if self.memory.era and self.history and e.year is None and e.form in ("date", "season", "shift"):
            return "", "unknown"  # the story is told in years before Christ
        if e.event >= 0 and (told := self._said_of_last(e) or self._from_event(e, behind)) is not None:
            return told
        if e.form == "date":
            return self._date(e)
        if e.form == "numeric":
            return self._numeric(e)
        if e.form == "shift":
            return self._shift(e)
        if e.form == "nth_of_month":
            return self._nth_of_month(e)
        if e.form == "decade" and e.number is not None:
            return f"{e.number}X", "explicit"
        if e.form == "season":
            return self._season(e)
        if e.form in ("quarter", "half"):
            year, basis = self._year(e)
            if (
                year is None
                and not basis
                and self.anchor is not None
                and not self.history
                and e.number is not None
            ):
                year = self.anchor.year - (3 * e.number - 2 > self.anchor.month)
                basis = "article"
            letter = "Q" if e.form == "quarter" else "H"
            return (f"{year:04d}-{letter}{e.number}", basis) if year else ("", "unknown")
        return "", "unknown"

    def _year(self, e: Expression) -> tuple[int | None, str]:
        """The year told with an expression, itself or by reference."""
        if e.year is not None:
            return e.year, "explicit"
        if e.year_offset is not None:
            base = self._base_year(e.year_anchor, e)
            return (
                (base + e.year_offset, "completed" if e.year_anchor == "article" else "text")
                if base
                else (None, "unknown")
            )
        return None, ""

    def _base_year(self, anchor: str, e: Expression) -> int | None:
        if anchor == "article" and not (self.history and self.memory.year):
            return self.anchor.year if self.anchor else None
        return self.memory.year or (self.anchor.year if self.anchor else None)

    def _date(self, e: Expression) -> tuple[str, str]:
        year, basis = self._year(e)
        if basis == "unknown":
            return "", "unknown"
        if e.month is not None:
            if year is None:
                year, basis = self._complete_year(e)
            if year is None:
                return "", "unknown"
            if e.day is None:
                return f"{year:04d}-{e.month:02d}", basis
            day = (
                calendar.moving_holiday(year, e.month, e.rule)
                if e.rule
                else calendar.safe_day(year, e.month, e.day)
            )
            return (day.isoformat(), basis) if day else ("", "unknown")
        if e.day is not None:
            return self._day_of_month(e)
        if e.weekday is not None:
            return self._weekday(e)
        return (f"{year:04d}", basis) if year is not None else ("", "unknown")

    def _numeric(self, e: Expression) -> tuple[str, str]:
        assert e.day is not None and e.month is not None and e.year is not None
        first, second = e.day, e.month  # as written
        day_first = self.day_first or e.relation == "."
        if first > 12:
            day_first = True
        elif second > 12:
            day_first = False
        day = calendar.safe_day(e.year, second, first)
        other = calendar.safe_day(e.year, first, second)
        if self.anchor and day and other and abs(day - self.anchor).days > 60 >= abs(other - self.anchor).days:
            day_first = e.relation == "."  # only the other reading lies near the article's day
        day = day if day_first else other
        return (day.isoformat(), "explicit") if day else ("", "unknown")

    # --- years, months and weekdays that the text leaves out ----------------------------------------------------

    def _told_before(self, e: Expression) -> bool:
        """Whether a partial date goes on from a date the text has fixed, and not from the article's day."""
        if self.memory.year is None:
            return False
        if self.history or self.anchor is None:
            return True
        # A year clearly before the article's, told just before: "On 27 September 2020 ... On November 9".
        # A bare year rules its own sentence only ("In 1992 ... in May"); a day of the article's own week ends it.
        memory = self.memory
        if memory.explicit_year is None or memory.explicit_year >= self.anchor.year or self.tense.is_future(e):
            return False
        if memory.near_at > memory.explicit_at or memory.year != memory.explicit_year:
            return False
        if e.start - memory.explicit_at > _SAME_SENTENCE:
            return False
        if SENTENCE_END.search(self.text, memory.explicit_at, e.start) is None:
            return True
        return (
            memory.explicit_month
            and e.start - memory.explicit_at <= _FOLLOWING
            and self.text.find("\n", memory.explicit_at, e.start) < 0
        )

    def _complete_year(self, e: Expression) -> tuple[int | None, str]:
        assert e.month is not None
        if e.weekday is not None and e.day is not None and self.anchor is not None:
            fitting = [
                y
                for y in range(self.anchor.year - 6, self.anchor.year + 2)
                if (d := calendar.safe_day(y, e.month, e.day)) and d.weekday() == e.weekday
            ]
            if fitting and not self._told_before(e):
                near = min(fitting, key=lambda y: abs(y - self.anchor.year))  # type: ignore[union-attr]
                if abs(near - self.anchor.year) <= 1:
                    return near, "completed"
        if self._told_before(e) and not (e.relation and e.anchor == "article" and not self.history):
            year = self.memory.year_of(e)
            return year, "text" if year is not None else "unknown"
        if self.anchor is None:
            return None, "unknown"
        return self._nearest_year(e), "completed"

    def _nearest_year(self, e: Expression) -> int:
        """Past by default; the future where the clause speaks of it or the past would lie far off."""
        assert self.anchor is not None and e.month is not None
        here = (self.anchor.month, self.anchor.day)
        there = (e.month, e.day if e.day is not None else self.anchor.day)
        year = self.anchor.year
        if e.relation == "this":
            return year
        if e.relation == "last":
            return year - ((e.month, e.day or 0) >= (here[0], here[1] if e.day else 0))
        if e.relation == "next":
            return year + ((e.month, e.day or 0) <= (here[0], here[1] if e.day else 0))
        past = year if there <= here else year - 1
        future = year if there >= here else year + 1
        behind = (year - past) * 12 + here[0] - there[0]
        ahead = (future - year) * 12 + there[0] - here[0]
        if e.day is None and self._is_attribute(e):
            return future if ahead <= 1 else past  # "will publish its September figures"
        tense = self.tense.at(e.start, e.end)
        if tense == "future" and not (e.day is not None and behind <= 2 and ahead >= 10):
            return future  # but "will amend the November 10 deal", said in November, looks back
        if tense == "past" and not (e.day is not None and ahead <= 1 and behind >= 10):
            return past  # what lies a month ahead is not told of last year, whatever verb stands near
        return future if ahead < behind and ahead <= 1 else past

    def _is_attribute(self, e: Expression) -> bool:
        """Whether a month belongs to the noun behind it: "the August figures"."""
        return (
            _MONTH_ADVERB.search(self.text, max(0, e.start - 16), e.start) is None
            and _NOUN_BEHIND.match(self.text, e.end) is not None
        )

    def _day_of_month(self, e: Expression) -> tuple[str, str]:
        """Read "the 20th": of the month in which the sentence, the story or the article stands."""
        assert e.day is not None
        told = self.memory.day or (date(*self.memory.month, 1) if self.memory.month else None)
        if told is not None and (self.history or self.anchor is None or self._same_sentence(e)):
            year, month = told.year, told.month
            if e.day < told.day and told.day - e.day > 15:
                year, month = calendar.shift_months(year, month, 1)
            day = calendar.safe_day(year, month, e.day)
            return (day.isoformat(), "text") if day else ("", "unknown")
        if self.anchor is None:
            return "", "unknown"
        months = [calendar.shift_months(self.anchor.year, self.anchor.month, k) for k in (-2, -1, 0, 1, 2)]
        fitting = [d for y, m in months if (d := calendar.safe_day(y, m, e.day))]
        if e.weekday is not None:
            fitting = [d for d in fitting if d.weekday() == e.weekday]
        past = [d for d in fitting if d <= self.anchor]
        future = [d for d in fitting if d >= self.anchor]
        chosen = future[0] if (self.tense.is_future(e) or not past) and future else past[-1] if past else None
        return (chosen.isoformat(), "article") if chosen else ("", "unknown")

    def _weekday(self, e: Expression) -> tuple[str, str]:
        assert e.weekday is not None
        told = self.history or self.memory.day is not None or self.anchor is None
        if e.anchor == "text" and told or self.history:
            base, basis = self.memory.day, "text"
            if base is None:
                return "", "unknown"
            ahead = (e.weekday - base.weekday()) % 7
            if e.relation == "last":
                offset = ahead - 7
            elif e.relation == "next":
                offset = ahead or 7
            else:
                offset = ahead
        else:
            if self.anchor is None:
                return "", "unknown"
            base, basis = self.anchor, "article"
            if e.unit == "week" and e.offset is not None:
                monday = calendar.week_of(base).start
                day = calendar.shift_days(monday, 7 * e.offset + e.weekday) if monday else None
                return (day.isoformat(), basis) if day else ("", "unknown")
            behind = (base.weekday() - e.weekday) % 7
            ahead = (e.weekday - base.weekday()) % 7
            if e.relation == "last":
                offset = -(behind or 7)
            elif e.relation == "next":
                offset = ahead or 7
            elif self.tense.is_future(e):
                offset = ahead
            else:
                offset = -behind
        day = calendar.shift_days(base, offset)
        return (day.isoformat(), basis) if day else ("", "unknown")

    # --- events -------------------------------------------------------------------------------------------------

    def _said_of_last(self, e: Expression) -> tuple[str, str] | None:
        """Read "on Monday, two days after the truce": the date just told is the one that is explained."""
        end, value = self.last
        exact = {"day": 10, "month": 7, "year": 4}.get(e.unit, 11)
        if len(value) < exact or e.form != "shift" or _APPOSED.fullmatch(self.text, end, e.start) is None:
            return None
        return value[:exact], "text"

    def _from_event(self, e: Expression, behind: Expression | None) -> tuple[str, str] | None:
        """Read "a day after the ceasefire", "the first anniversary of the war": from the event's own day.

        The event has its day in its name ("two days after the May 3 vote"), or is a landmark that its words
        betray, or what another day of the text is told beside with the same words. None where none is found.
        """
        latest = None if self.history else self.anchor
        if behind is not None and (own := self._day_in_name(e, behind)) is not None:
            return self._counted(e, own)
        day = event_anchor.day_of(e, self.text, self.told_days, self.tense, latest, self.lexicon)
        if e.form == "anniversary" and self.memory.day is not None and self._same_sentence(e):
            return self.memory.day.isoformat(), "text"  # "on 9 April thousands marked the anniversary of ..."
        if day is None:
            return None
        found = self._counted(e, day)
        if found is None or latest is None:
            return found
        first = calendar.interval_of(found[0]).start
        # What has not come yet is no distance from a told event, but a sign of another one.
        return found if first is not None and (first <= latest or self.tense.is_future(e)) else None

    def _day_in_name(self, e: Expression, behind: Expression) -> date | None:
        """The day that stands among the first words of an event: "Monday's attack", "the Aug. 2 invasion"."""
        if behind.form != "date" or (behind.day is None and behind.weekday is None) or behind.group:
            return None
        if _EVENT_BEFORE_DAY.fullmatch(self.text, e.event, behind.start) is None:
            return None
        return calendar.interval_of(self._date(behind)[0]).start

    def _counted(self, e: Expression, day: date) -> tuple[str, str] | None:
        """An offset or anniversary counted from an event's day."""
        if e.form == "anniversary" and e.number is not None:
            found = calendar.safe_day(day.year + e.number, day.month, day.day)
            now = self.anchor if not self.history else self.memory.day
            if found is None or now is None or abs(found - now).days > _ANNIVERSARY:
                return None
            return found.isoformat(), "event"
        if e.form != "shift" or e.offset is None:
            return None
        if e.unit in ("day", "week"):
            found = calendar.shift_days(day, e.offset * (7 if e.unit == "week" else 1))
            if found is None:
                return None
            return (found.isoformat() if e.unit == "day" else calendar.week_value(found)), "event"
        if e.unit == "month":
            year, month = calendar.shift_months(day.year, day.month, e.offset)
            return f"{year:04d}-{month:02d}", "event"
        return (f"{day.year + e.offset:04d}", "event") if e.unit == "year" else None

    # --- spans counted from an anchor ---------------------------------------------------------------------------

    def _base(self, e: Expression) -> tuple[date | None, str]:
        """The day that an offset counts from."""
        if e.event >= 0 and (self.memory.day is None or e.start - self.memory.at > _FOLLOWING):
            return None, "unknown"  # an event that nothing dates
        article = e.anchor == "article" or (e.anchor == "" and not self.history)
        if article and not self.history:
            return self.anchor, "article"
        if article and e.anchor == "article" and e.unit == "day":
            return None, "unknown"  # "today" in a history is no day of it
        told = self.memory.day
        if told is None and self.memory.month and e.unit in ("month", "year", "decade", "season"):
            told = date(*self.memory.month, 1)
        if told is None and self.memory.year and e.unit in ("year", "decade"):
            told = date(self.memory.year, 1, 1)
        if told is None and not self.history and e.anchor == "text" and not self.memory.value:
            return self.anchor, "article"
        return told, "text"

    def _shift(self, e: Expression) -> tuple[str, str]:
        assert e.offset is not None
        if e.unit in ("hour", "minute", "second"):
            base, basis = self._base(e)
            return (base.isoformat(), basis) if base and abs(e.offset) <= 12 else ("", "unknown")
        if e.unit in ("year", "decade") and e.anchor == "text" and self.memory.year:
            base_year: int | None = self.memory.year
            basis = "text"
        else:
            base, basis = self._base(e)
            base_year = base.year if base else None
        if e.unit == "year":
            return (f"{base_year + e.offset:04d}", basis) if base_year else ("", "unknown")
        if e.unit == "decade":
            return (f"{base_year // 10 + e.offset:03d}X", basis) if base_year else ("", "unknown")
        if (
            e.unit == "month"
            and e.anchor != "article"
            and (self.history or e.anchor == "text" or self._month_of_sentence(e))
            and self.memory.month
        ):
            year, month = calendar.shift_months(*self.memory.month, e.offset)
            return f"{year:04d}-{month:02d}", "text"
        base, basis = self._base(e)
        if base is None:
            return "", "unknown"
        if e.unit == "day":
            day = calendar.shift_days(base, e.offset)
            return (day.isoformat(), basis) if day else ("", "unknown")
        if e.unit == "week":
            day = calendar.shift_days(base, 7 * e.offset)
            return (calendar.week_value(day), basis) if day else ("", "unknown")
        if e.unit == "weekend":
            return self._weekend(e, base), basis
        if e.unit == "month":
            year, month = calendar.shift_months(base.year, base.month, e.offset)
            return f"{year:04d}-{month:02d}", basis
        return "", "unknown"

    def _weekend(self, e: Expression, base: date) -> str:
        monday = calendar.week_of(base).start
        assert monday is not None
        if e.relation == "the" or e.offset == 0:
            weeks = 0 if base.weekday() >= 5 or self.tense.is_future(e) else -1
        else:
            weeks = (e.offset or 0) if (e.offset or 0) < 0 else (1 if base.weekday() >= 5 else 0)
        day = calendar.shift_days(monday, 7 * weeks)
        return calendar.week_value(day) if day else ""

    def _nth_of_month(self, e: Expression) -> tuple[str, str]:
        assert e.day is not None
        value, basis = self._shift(_as_month(e))
        if not value:
            return "", "unknown"
        day = calendar.safe_day(int(value[:4]), int(value[5:7]), e.day)
        return (day.isoformat(), basis) if day else ("", "unknown")

    def _season(self, e: Expression) -> tuple[str, str]:
        year, basis = self._year(e)
        if basis == "unknown":
            return "", "unknown"
        if year is None:
            first = calendar.SEASON_FIRST_MONTH[e.season]
            counted = e.anchor == "article" and not self.history  # "this past summer" hangs on the article
            story = e.anchor == "text" or not counted and self._told_before(e)
            if story and self.memory.year is not None:
                year, basis = self.memory.year, "text"
                month = self.memory.month[1] if self.memory.month and self.memory.month[0] == year else None
                if (
                    e.relation == "next"
                    and month is not None
                    and first <= month
                    or e.relation == "next"
                    and month is None
                ):
                    year += 1
                elif e.relation == "last" and (month is None or first >= month - 2):
                    year -= 1
            elif self.anchor is not None:
                basis = "article"
                year = self.anchor.year
                begun = (self.anchor.month, 1) >= (first, 1)
                if e.relation == "last":
                    year -= 0 if begun and self.anchor.month > first + 2 else 1
                elif e.relation == "next":
                    year += 1 if begun else 0
                elif e.relation != "this" and not begun and not self.tense.is_future(e):
                    year -= 1
                if e.season == "WI" and e.relation == "this" and self.anchor.month <= 4:
                    year -= 1
            else:
                return "", "unknown"
        return f"{year:04d}-{e.season}", basis

    def _span(self, e: Expression, basis: str) -> tuple[Interval, str]:
        """Days for what has no value of its own: a century, "in the coming days"."""
        if e.form == "century" and e.number is not None and not e.era:
            return calendar.year_interval(100 * (e.number - 1) + 1, 100 * e.number), "explicit"
        reach = {"day": 7, "week": 30, "month": 365}.get(e.unit)
        if (
            e.form == "vague"
            and reach
            and e.relation
            and e.anchor == "article"
            and self.anchor
            and not self.history
        ):
            other = calendar.shift_days(self.anchor, reach if e.relation == "next" else -reach)
            if other is not None:
                return Interval(min(other, self.anchor), max(other, self.anchor), "range"), "article"
        return UNKNOWN, basis

    def _clip(self, interval: Interval, e: Expression) -> Interval:
        """Cut: "earlier this month" ends with the article's day, "later this year" begins with it."""
        anchor = self.anchor if e.anchor != "text" else None
        if anchor is None or interval.start is None or interval.end is None or self.history:
            return interval
        if not interval.start <= anchor <= interval.end:
            return interval
        if e.relation == "earlier":
            return Interval(interval.start, anchor, "range")
        if e.relation == "later":
            return Interval(anchor, interval.end, "range")
        return interval

    def _month_of_sentence(self, e: Expression) -> bool:
        """Whether "the end of the month" is that of the month its own sentence has told."""
        if e.offset != 0 or not e.part or self.tense.is_future(e):
            return False
        return self.memory.at >= self.tense.sentence(e.start, e.end)[0]

    def _same_sentence(self, e: Expression) -> bool:
        """Whether a day was fixed by the text earlier in the expression's own sentence."""
        low, _ = self.tense.sentence(e.start, e.end)
        return self.memory.day is not None and self.memory.at >= low


def _as_month(e: Expression) -> Expression:
    return replace(e, form="shift", unit="month", offset=e.offset or 0)
