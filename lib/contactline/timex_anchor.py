"""From an expression's words to its days: what "Monday", "in May" or "two days later" is counted from.

In news the article's day is the anchor; in histories the last date that the text has fixed. Which of the two an
article is, its own dates tell: a history names many years far before its day.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import deque
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path

from contactline import chronology, days, lexicon
from contactline.records import UNKNOWN, Document, Interval, Published, Timex
from contactline.timex_words import Expression

_BACK = 1.3  # a month before the last one told counts for so many after it
_NAMED_YEAR = 7  # months by which a year named in between is favoured
_ASIDE_BACK, _ASIDE_AHEAD = 3, 14  # months off the story's way from which a date in mid-sentence is an aside
_LEAD = 20  # characters in which a sentence's opening date begins
_FOLLOWING = 250  # characters after a whole date in which a date without its year goes on from it
_ANNIVERSARY = 400  # days from the article's day within which an anniversary is spoken of
_TOLD = 30  # days told last that an event can be looked for beside
_WIDEST_HULL = 31  # days of the article's own interval up to which a relative date is still given as a range


@dataclass
class _Memory:
    """What the text has fixed so far: the last date told, at each exactness, and where."""

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


def resolve(
    expressions: tuple[Expression, ...], document: Document, published: Published, directory: Path = lexicon.DIRECTORY
) -> tuple[Timex, ...]:
    """Every expression with its value and interval, in order; see records.Timex.

    Where the article's day is only known to lie in an interval, both of its ends are tried: what comes out alike
    stands; what does not is a range if the interval is short, and unknown if not.
    """
    if published.day is not None:
        return _pass(expressions, document, published.day, directory)
    first, last = published.interval.start, published.interval.end
    if first is None or last is None:
        return _pass(expressions, document, None, directory)
    early = _pass(expressions, document, first, directory)
    late = _pass(expressions, document, last, directory)
    short = (last - first).days <= _WIDEST_HULL
    return tuple(_agree(a, b, short) for a, b in zip(early, late, strict=True))


def _agree(early: Timex, late: Timex, short: bool) -> Timex:
    if early == late:
        return early
    if short and early.kind == "date" and early.interval.start and late.interval.end:
        interval = days.hull(early.interval, late.interval)
        return _replace(early, "", interval, early.basis)
    return _replace(early, "", UNKNOWN, "unknown")


def _replace(t: Timex, value: str, interval: Interval, basis: str) -> Timex:
    return Timex(t.start, t.end, t.text, t.kind, value, interval, basis, t.words, t.open)


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
        e.anchor == "article" and e.form == "shift" and e.unit in ("day", "week")
        or e.form == "date" and e.weekday is not None and e.day is None and e.anchor != "text"
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
    expressions: tuple[Expression, ...], document: Document, anchor: date | None, directory: Path
) -> tuple[Timex, ...]:
    reader = Reader(document, anchor, is_history(expressions, anchor), habit_is_day_first(expressions), directory)
    found: list[Timex] = []
    for e in expressions:
        found.append(reader.read(e))
    return tuple(_join(found, expressions))


def _join(found: list[Timex], expressions: tuple[Expression, ...]) -> list[Timex]:
    """Both ends of a range get the whole of it."""
    joined = list(found)
    for i in range(len(found) - 1):
        if not expressions[i].group or expressions[i].group != expressions[i + 1].group:
            continue
        first, last = found[i], found[i + 1]
        if first.interval.start is None or last.interval.end is None:
            continue
        whole = days.hull(first.interval, last.interval)
        joined[i] = _replace(first, first.value, whole, first.basis)
        joined[i + 1] = _replace(last, last.value, whole, last.basis)
    return joined


@cache
def _hints(directory: Path) -> re.Pattern[str]:
    words: dict[str, list[str]] = {"future": [], "past": [], "none": []}
    for row in lexicon.rows("tense_hints", directory):
        words[row["tense"]].append(row["word"])
    either = {
        tense: "|".join(re.escape(w).replace(r"\ ", r"\s") for w in sorted(some, key=lambda w: (-len(w), w)))
        for tense, some in words.items()
    }
    # "will be held" is one hint, not a future and a past one; "the disputed region" is none.
    compound = r"(?:(?:will|would|shall|won['’]t|['’]ll)(?:\s(?:not|also|soon|now|likely))?|to)\s(?:be|have\sbeen)\s\w+"
    regular = r"(?<!\bthe\s)(?<!\ba\s)(?<!\ban\s)(?<!\bits\s)(?<!\btheir\s)(?<!\bof\s)[a-z]{2,}ed"
    return re.compile(
        rf"(?:(?<!\w)|(?=['’]ll))(?:(?P<none>{either['none']})|(?P<future>{compound}|{either['future']})"
        rf"|(?P<past>{either['past']}|{regular}))(?!\w)",
        re.I,
    )


_EVENT_END = re.compile(r"[.,;:!?\n]|\s(?:and|but|when|which|that|who)\s")
_EMPTY = frozenset(  # words that two events share without being one
    ("after", "before", "their", "there", "which", "would", "could", "other", "first", "second", "armenia", "azerbaijan",
     "armenian", "azerbaijani")
)
_INFINITIVE = re.compile(r"\sto\s[a-z]{3,}\s")
_SENTENCE_END = re.compile(r"[.!?]['\"”’)]?\s*(?=[A-Z“\"])|\n")


class Reader:
    """Reads expressions in the order of the text, remembering what it has fixed."""

    def __init__(
        self, document: Document, anchor: date | None, history: bool, day_first: bool, directory: Path
    ) -> None:
        self.text = document.text
        self.anchor = anchor
        self.history = history
        self.day_first = day_first
        self.hints = _hints(directory)
        self.sentences = [s.start for s in document.sentences]
        self.ends = [s.end for s in document.sentences]
        self.directory = directory
        self.memory = _Memory()
        self.told_days: deque[tuple[int, int, date]] = deque(maxlen=_TOLD)

    # --- one expression ---------------------------------------------------------------------------------------

    def read(self, e: Expression) -> Timex:
        if e.kind != "date":
            return Timex(e.start, e.end, e.text, e.kind, "", UNKNOWN, "unknown", e.words, e.open)
        value, basis = self._value(e)
        interval = days.interval_of(value)
        if interval is UNKNOWN and not value:
            interval, basis = self._span(e, basis)
        if interval.start is not None:
            interval = days.part_of(interval, e.part)
            interval = self._clip(interval, e)
            if e.unit == "weekend" and value:
                monday = interval.start
                assert monday is not None
                interval = Interval(days.shift_days(monday, 5), days.shift_days(monday, 6), "range")
        if interval.start is None:
            basis = "unknown"
        if value:
            self._remember(e, value, basis)
            if len(value) == 10 and interval.start is not None:
                self.told_days.append((e.start, e.end, interval.start))
        return Timex(e.start, e.end, e.text, e.kind, value, interval, basis, e.words, e.open)

    def read_from(self, e: Expression, anchor: date) -> Interval:
        """The days of an expression if the article were of another day; nothing is remembered."""
        self.anchor, self.memory = anchor, _Memory()
        return self.read(e).interval

    def _value(self, e: Expression) -> tuple[str, str]:
        if e.era:
            self.memory.era = e.era
            return "", "explicit"
        if self.memory.era and self.history and e.year is None and e.form in ("date", "season", "shift"):
            return "", "unknown"  # the story is told in years before Christ
        if e.event >= 0 and (told := self._from_event(e)) is not None:
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
            if year is None and not basis and self.anchor is not None and not self.history and e.number is not None:
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
            return (base + e.year_offset, "completed" if e.year_anchor == "article" else "text") if base else (None, "unknown")
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
            day = days.safe_day(year, e.month, e.day)
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
        day = days.safe_day(e.year, second, first)
        other = days.safe_day(e.year, first, second)
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
        # A year clearly before the article's, told just before: "On 27 September 2020 ... On November 9, ..."; a bare
        # year rules its own sentence only ("In 1992 ... in May"), and a day of the article's own week ends it.
        memory = self.memory
        if memory.explicit_year is None or memory.explicit_year >= self.anchor.year or self.is_future(e):
            return False
        if memory.near_at > memory.explicit_at or memory.year != memory.explicit_year:
            return False
        if _SENTENCE_END.search(self.text, memory.explicit_at, e.start) is None:
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
                y for y in range(self.anchor.year - 6, self.anchor.year + 2)
                if (d := days.safe_day(y, e.month, e.day)) and d.weekday() == e.weekday
            ]
            if fitting and not self._told_before(e):
                near = min(fitting, key=lambda y: abs(y - self.anchor.year))  # type: ignore[union-attr]
                if abs(near - self.anchor.year) <= 1:
                    return near, "completed"
        if self._told_before(e) and not (e.relation and e.anchor == "article" and not self.history):
            year = self._next_in_story(e)
            return year, "text" if year is not None else "unknown"
        if self.anchor is None:
            return None, "unknown"
        return self._nearest_year(e), "completed"

    def _next_in_story(self, e: Expression) -> int | None:
        """The year in which the told story reaches a month.

        A story mostly goes on, so the nearest such month after the last one told is likely, one before it somewhat
        less; a year that was named alone in between counts in its favour, but may be an aside.
        """
        story, year = self.memory.story, self.memory.named
        assert e.month is not None
        if story is None:
            return year or self.memory.year
        if e.relation == "next":
            return story[0] + (e.month <= story[1])
        if e.relation == "last":
            return story[0] - (e.month >= story[1])

        def cost(candidate: int) -> float:
            ahead = (candidate - story[0]) * 12 + e.month - story[1]  # type: ignore[operator]
            return (ahead if ahead >= 0 else -_BACK * ahead) - (_NAMED_YEAR if candidate == year else 0)

        candidates = [
            y for y in {year or story[0], story[0] - 1, story[0], story[0] + 1}
            if e.day is None or days.safe_day(y, e.month, e.day)
        ]
        return min(sorted(candidates), key=cost) if candidates else None

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
        tense = self._tense(e)
        if tense == "future":
            return future
        if tense == "past" and not (e.day is not None and ahead <= 1 and behind >= 10):
            return past  # what lies a month ahead is not told of last year, whatever verb stands near
        return future if ahead < behind and ahead <= 1 else past

    def _day_of_month(self, e: Expression) -> tuple[str, str]:
        """"the 20th": of the month in which the sentence, the story or the article stands."""
        assert e.day is not None
        told = self.memory.day or (date(*self.memory.month, 1) if self.memory.month else None)
        if told is not None and (self.history or self.anchor is None or self._same_sentence(e)):
            year, month = told.year, told.month
            if e.day < told.day and told.day - e.day > 15:
                year, month = days.shift_months(year, month, 1)
            day = days.safe_day(year, month, e.day)
            return (day.isoformat(), "text") if day else ("", "unknown")
        if self.anchor is None:
            return "", "unknown"
        months = [days.shift_months(self.anchor.year, self.anchor.month, k) for k in (-2, -1, 0, 1, 2)]
        fitting = [d for y, m in months if (d := days.safe_day(y, m, e.day))]
        if e.weekday is not None:
            fitting = [d for d in fitting if d.weekday() == e.weekday]
        past = [d for d in fitting if d <= self.anchor]
        future = [d for d in fitting if d >= self.anchor]
        chosen = future[0] if (self.is_future(e) or not past) and future else past[-1] if past else None
        return (chosen.isoformat(), "article") if chosen else ("", "unknown")

    def _weekday(self, e: Expression) -> tuple[str, str]:
        assert e.weekday is not None
        if e.anchor == "text" or self.history:
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
                monday = days.week_of(base).start
                day = days.shift_days(monday, 7 * e.offset + e.weekday) if monday else None
                return (day.isoformat(), basis) if day else ("", "unknown")
            behind = (base.weekday() - e.weekday) % 7
            ahead = (e.weekday - base.weekday()) % 7
            if e.relation == "last":
                offset = -(behind or 7)
            elif e.relation == "next":
                offset = ahead or 7
            elif self.is_future(e):
                offset = ahead
            else:
                offset = -behind
        day = days.shift_days(base, offset)
        return (day.isoformat(), basis) if day else ("", "unknown")

    # --- events -------------------------------------------------------------------------------------------------

    def _from_event(self, e: Expression) -> tuple[str, str] | None:
        """"a day after the ceasefire", "the first anniversary of the war": from the event's own day.

        The event is a landmark that its words betray, or what another day of the text is told beside with the same
        words. None where neither is found.
        """
        day = self._day_of_event(e)
        if e.form == "anniversary" and self.memory.day is not None and self._same_sentence(e):
            return self.memory.day.isoformat(), "text"  # "on 9 April thousands marked the anniversary of ..."
        if day is None:
            return None
        if e.form == "anniversary" and e.number is not None:
            found = days.safe_day(day.year + e.number, day.month, day.day)
            now = self.anchor if not self.history else self.memory.day
            if found is None or now is None or abs(found - now).days > _ANNIVERSARY:
                return None
            return found.isoformat(), "event"
        if e.form != "shift" or e.offset is None:
            return None
        if e.unit in ("day", "week"):
            found = days.shift_days(day, e.offset * (7 if e.unit == "week" else 1))
            if found is None:
                return None
            return (found.isoformat() if e.unit == "day" else days.week_value(found)), "event"
        if e.unit == "month":
            year, month = days.shift_months(day.year, day.month, e.offset)
            return f"{year:04d}-{month:02d}", "event"
        return (f"{day.year + e.offset:04d}", "event") if e.unit == "year" else None

    def _day_of_event(self, e: Expression) -> date | None:
        words = _EVENT_END.split(self.text[e.event:e.event + 120], maxsplit=1)[0]
        latest = self.anchor if not self.history else None
        landmarks = [
            h.landmark.start for h in chronology.find(words, self.directory)
            if not h.weak and h.rivals == 1 and (latest is None or h.landmark.start <= latest)
        ]
        if landmarks:
            return max(landmarks)
        telling = {w for w in re.findall(r"[a-z]{5,}", words.lower())[:6]} - _EMPTY
        for start, end, day in reversed(self.told_days):
            low, high = self._sentence(start, end)
            if low <= e.start < high:
                continue
            if telling & set(re.findall(r"[a-z]{5,}", self.text[max(low, start - 120):min(high, end + 120)].lower())):
                return day
        return None

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
        if e.unit == "month" and e.anchor != "article" and (self.history or e.anchor == "text") and self.memory.month:
            year, month = days.shift_months(*self.memory.month, e.offset)
            return f"{year:04d}-{month:02d}", "text"
        base, basis = self._base(e)
        if base is None:
            return "", "unknown"
        if e.unit == "day":
            day = days.shift_days(base, e.offset)
            return (day.isoformat(), basis) if day else ("", "unknown")
        if e.unit == "week":
            day = days.shift_days(base, 7 * e.offset)
            return (days.week_value(day), basis) if day else ("", "unknown")
        if e.unit == "weekend":
            return self._weekend(e, base), basis
        if e.unit == "month":
            year, month = days.shift_months(base.year, base.month, e.offset)
            return f"{year:04d}-{month:02d}", basis
        return "", "unknown"

    def _weekend(self, e: Expression, base: date) -> str:
        monday = days.week_of(base).start
        assert monday is not None
        if e.relation == "the" or e.offset == 0:
            weeks = 0 if base.weekday() >= 5 or self.is_future(e) else -1
        else:
            weeks = (e.offset or 0) if (e.offset or 0) < 0 else (1 if base.weekday() >= 5 else 0)
        day = days.shift_days(monday, 7 * weeks)
        return days.week_value(day) if day else ""

    def _nth_of_month(self, e: Expression) -> tuple[str, str]:
        assert e.day is not None
        value, basis = self._shift(_as_month(e))
        if not value:
            return "", "unknown"
        day = days.safe_day(int(value[:4]), int(value[5:7]), e.day)
        return (day.isoformat(), basis) if day else ("", "unknown")

    def _season(self, e: Expression) -> tuple[str, str]:
        year, basis = self._year(e)
        if basis == "unknown":
            return "", "unknown"
        if year is None:
            first = days.SEASON_FIRST_MONTH[e.season]
            story = e.anchor == "text" or self._told_before(e)
            if story and self.memory.year is not None:
                year, basis = self.memory.year, "text"
                month = self.memory.month[1] if self.memory.month and self.memory.month[0] == year else None
                if e.relation == "next" and month is not None and first <= month or e.relation == "next" and month is None:
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
                elif e.relation != "this" and not begun and not self.is_future(e):
                    year -= 1
                if e.season == "WI" and e.relation == "this" and self.anchor.month <= 4:
                    year -= 1
            else:
                return "", "unknown"
        return f"{year:04d}-{e.season}", basis

    def _span(self, e: Expression, basis: str) -> tuple[Interval, str]:
        """Days for what has no value of its own: a century, "in the coming days"."""
        if e.form == "century" and e.number is not None and not e.era:
            return days.year_interval(100 * (e.number - 1) + 1, 100 * e.number), "explicit"
        reach = {"day": 7, "week": 30, "month": 365}.get(e.unit)
        if e.form == "vague" and reach and e.relation and e.anchor == "article" and self.anchor and not self.history:
            other = days.shift_days(self.anchor, reach if e.relation == "next" else -reach)
            if other is not None:
                return Interval(min(other, self.anchor), max(other, self.anchor), "range"), "article"
        return UNKNOWN, basis

    def _clip(self, interval: Interval, e: Expression) -> Interval:
        """"earlier this month" ends with the article's day, "later this year" begins with it."""
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

    # --- the words around ----------------------------------------------------------------------------------------

    def _sentence(self, start: int, end: int) -> tuple[int, int]:
        """The sentence's bounds, at most 300 characters to either side."""
        low, high = max(0, start - 300), min(len(self.text), end + 300)
        i = bisect_right(self.sentences, start) - 1
        if i >= 0 and self.ends[i] >= start:
            low, high = max(low, self.sentences[i]), min(high, self.ends[i])
        return low, high

    def _same_sentence(self, e: Expression) -> bool:
        """Whether a day was fixed by the text earlier in the expression's own sentence."""
        low, _ = self._sentence(e.start, e.end)
        return self.memory.day is not None and self.memory.at >= low

    def _tense(self, e: Expression) -> str:
        """past, future or "": the nearest telling word before the expression in its sentence, else the first behind."""
        return self.tense_at(e.start, e.end)

    def tense_at(self, start: int, end: int) -> str:
        """As ``_tense``, for the words at a place of the text."""
        low, high = self._sentence(start, end)
        for m in _SENTENCE_END.finditer(self.text, low, start):
            low = m.end()
        nearest = None
        for m in self.hints.finditer(self.text, low, start):
            if m.lastgroup != "none":
                nearest = m
        if nearest is None:
            behind = self.hints.finditer(self.text, end, high)
            nearest = next((m for m in behind if m.lastgroup != "none"), None)
        if nearest is not None:
            return nearest.lastgroup or ""
        # A headline's infinitive: "Ministers to hold talks Friday".
        return "future" if _INFINITIVE.search(self.text, low, start) else ""

    def is_future(self, e: Expression) -> bool:
        """Whether the words around an expression tell of what is still to come."""
        return self._tense(e) == "future"

    def _remember(self, e: Expression, value: str, basis: str) -> None:
        memory = self.memory
        m = re.fullmatch(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?|-(?:SP|SU|FA|WI|[WQH]\d+))?", value)
        if m is None:
            return
        if e.form == "date" and e.year is not None:
            memory.explicit_year, memory.explicit_at, memory.explicit_month = e.year, e.start, e.month is not None
        if basis == "article" and not self.history:
            # "on Monday" in the news fixes a day, but the year of no story.
            memory.near_at = e.start
            if m[3]:
                memory.day, memory.at, memory.value = date.fromisoformat(value), e.start, value
            return
        if basis == "event" or e.form == "season" and e.anchor == "article" and e.relation != "this":
            return
        if e.form == "shift" and e.unit in ("year", "decade") and (e.offset or 0) < 0:
            return  # "a year earlier" looks back; the story stays where it was
        memory.era = ""
        memory.value, memory.at = value, e.start
        memory.year = int(m[1])
        memory.month = (int(m[1]), int(m[2])) if m[2] else None
        memory.day = date.fromisoformat(value) if m[3] else None
        self._go_on(e, value)

    def _go_on(self, e: Expression, value: str) -> None:
        """Move the story to a date, unless the date is an aside: told in mid-sentence and far off its way."""
        memory = self.memory
        assert memory.year is not None
        month = memory.month
        if month is None and (e.part or "-" in value) and e.form != "shift" and e.anchor != "article":
            interval = days.part_of(days.interval_of(value), e.part)  # "early 1927", "the summer of 1943"
            if interval.start is not None:
                month = (interval.start.year, interval.start.month)
        if month is None:
            if e.year is None or memory.story is None or self._leads(e) or abs(e.year - memory.story[0]) <= 1:
                memory.named = memory.year
            return
        if memory.story is not None and e.year is not None and not self._leads(e):
            ahead = (month[0] - memory.story[0]) * 12 + month[1] - memory.story[1]
            repeated = memory.aside is not None and abs((month[0] - memory.aside[0]) * 12 + month[1] - memory.aside[1]) <= 12
            if not -_ASIDE_BACK <= ahead <= _ASIDE_AHEAD and not repeated:
                memory.aside = month
                return
        memory.story, memory.aside, memory.named = month, None, None

    def _leads(self, e: Expression) -> bool:
        """Whether a date opens its sentence ("In May 1940, ..."), and so carries the story."""
        before = self.text[max(0, e.start - _LEAD):e.start]
        return len(before) < _LEAD or re.search(r"[.!?:\n]", before) is not None


def _as_month(e: Expression) -> Expression:
    return replace(e, form="shift", unit="month", offset=e.offset or 0)
