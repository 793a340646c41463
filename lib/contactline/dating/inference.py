"""What a text's own words allow for the day it was published.

Each clue names the days that it allows: a landmark told as past, a date with its year, an office held, "this year"
beside a date bound them; "yesterday" or "on Tuesday" beside a landmark or date points at them. ``infer`` puts the
clues together: the latest well-supported bound, then the days that most pointers agree on.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date, timedelta

from contactline.dates import Anchors, Expression, calendar, chronology, timex
from contactline.dating import bounds, evidence
from contactline.dating.bounds import Clue, Reading
from contactline.dating.evidence import WITH_YEAR, YEARLESS, Told, iso, kinds_of_landmarks, name, say
from contactline.lexicon import Lexicon
from contactline.records import Document, Interval, Mention

_LAST = date(2035, 12, 31)
_REACH = 200  # characters between an event's words and the weekday that tells when it was
_TURNS = (
    "war",
    "ceasefire",
    "blockade",
    "exodus",
    "agreement",
)  # landmarks that a text on the conflict would tell
_NEWS = 6  # days after its latest dated event in which a report with weekdays is written
_LATER = 92  # days after its latest dated event in which a text without them is taken to be written
_OPENING = 400  # characters in which a report says its own weekday
_SURE = 1.7  # weight of agreeing pointers from which the opening's weekday is taken for the article's day
_FADING = 20  # days after the bound in which such a landmark loses half of its weight
_FAINT = 0.4  # weight from which it counts
_SAME_YEAR, _SAME_STORY = 120, 45  # days after the bound up to which a date without its year follows it
_BESIDE = timedelta(days=20)  # off the latest bound, within which a lasting landmark can be what a weekday dates
_SAME_NEWS = timedelta(days=5)  # before a lasting landmark, within which other news dates a text beside it
_WINDOW = 60  # days after the latest bound in which a landmark can be meant by its kind alone


@dataclass(frozen=True, slots=True)
class Inference:
    """The days that the clues leave, and why.

    ``day`` only where the clues give one; ``latest``: the last day that the text tells as past; ``reach``: up to
    which day a date without its year is of that time.
    """

    interval: Interval
    day: date | None
    why: tuple[str, ...]
    latest: date
    reach: date


def infer(
    document: Document,
    expressions: tuple[Expression, ...],
    mentions: tuple[Mention, ...],
    lexicon: Lexicon,
) -> Inference | None:
    """The days in which the text can have been published, None where nothing bounds them from below."""
    reading = Reading(document, expressions, lexicon)
    told = evidence.find(document, reading.expressions, reading.tense, lexicon)
    clues = [*bounds.offices(reading, mentions), *bounds.planned(reading)]
    clues += bounds.this_year(reading, told)
    told += [Told(b.first, b.first, 0, b.why, "", 1.0, coarse=True) for b in clues if b.first is not None]
    clues += bounds.awaited(reading, told)
    lower = _latest_supported(told, clues)
    if lower is None:
        return None
    upper = _earliest_end(clues, lower.first)
    if lower.coarse or lower.lasting:
        news = [t for t in told if lower.lasting and t.is_news and t.first >= lower.first - _SAME_NEWS]
        news += bounds.weekday_dates(reading, lower.first, upper.last or _LAST)
        if not news:
            return _frame(lower, upper)
        told += [t for t in news if t not in told]
        last = max(news, key=lambda t: t.first)
        lower = last if last.first >= lower.first else replace(last, first=lower.first, last=lower.last)
    pointing = _Pointing(reading, Anchors.of(document, None, lexicon))
    told, lower = pointing.partial(told, lower, upper)
    return pointing.settle(told, lower, upper)


def completed_within(lower: date, upper: date | None) -> date:
    """Up to which day after the latest bound a date without its year is taken to follow it.

    Where something else holds the year fast, to the end of that; else not far: it may be of a later year.
    """
    if upper is not None and (upper - lower).days <= 366:
        return min(upper, lower + timedelta(days=_SAME_YEAR))
    return lower + timedelta(days=_SAME_STORY)


def _frame(lower: Told, upper: Clue) -> Inference | None:
    """Bounds alone: an interval where both ends are told."""
    if upper.last is None or upper.last == _LAST:
        return None
    return Inference(
        _span(lower.first, upper.last),
        None,
        (upper.why,) if lower.words == upper.why else (_bound(lower), upper.why),
        lower.first,
        completed_within(lower.first, upper.last),
    )


def _latest_supported(told: list[Told], clues: list[Clue]) -> Told | None:
    """The latest told event that the upper bounds allow, or that has more weight than they have."""
    for candidate in sorted(told, key=lambda t: (t.first, t.weight), reverse=True):
        same = sum(t.weight for t in told if abs((t.first - candidate.first).days) <= 10)
        against = sum(b.weight for b in clues if b.last is not None and b.last < candidate.first)
        if same >= 1 and same > against:
            return candidate
    return None


def _earliest_end(clues: list[Clue], lower: date) -> Clue:
    ends = [b for b in clues if b.last is not None and b.last >= lower]
    return min(ends, key=lambda b: b.last or _LAST, default=Clue(None, _LAST, 0, ""))


_STATED = re.compile(
    r"\b(?:statement|said|told|announced|reported|briefing|declared|issued)\b[^.]{0,25}\bon\s(?:the\s)?$"
)
_WAR_TIME = re.compile(
    r"\b(?:for\s+(?:a|the)\s+|in\s+(?:its|their|the)\s+|enter(?:ed|s|ing)\s+(?:its|their|a|the)\s+|on\s+the\s+"
    r"|the\s+)"
    r"(?P<nth>second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)\s+(?:straight\s+|consecutive\s+)?"
    r"(?P<unit>day|week|month)\b",
    re.IGNORECASE,
)
_FIGHTING = re.compile(
    r"\b(?:fight\w*|war|clash\w*|hostilit\w+|offensive|conflict|battle\w*|violence|shelling|escalation"
    r"|operation)\b",
    re.I,
)


class _Pointing:
    """The expressions of one article that point at its day; ``anchors`` are those of a text without a day."""

    def __init__(self, reading: Reading, anchors: Anchors) -> None:
        self.text, self.expressions = reading.text, reading.expressions
        self.lexicon, self.tense, self.sentence = reading.lexicon, reading.tense, reading.sentence
        self.anchors = anchors

    def partial(self, told: list[Told], lower: Told, upper: Clue) -> tuple[list[Told], Told]:
        """Dates without a year, each at its place nearest to the latest bound; they may move the bound on."""
        told = list(told)
        reach = completed_within(lower.first, upper.last)
        previous: Expression | None = None
        for e in self.expressions:
            if e.form == "date" and e.year is not None:
                previous = e
            if e.form != "date" or e.kind != "date" or e.month is None or e.year is not None or e.relation:
                continue
            if e.year_offset is not None and e.year_anchor != "article":
                continue
            if previous is not None and self.sentence(e.start)[0] <= previous.start < e.start:
                continue  # goes on from a date with its year
            if self.tense.is_future(e):
                continue
            day = self._nearest(e, lower.first)
            if day is None:
                continue
            interval = calendar.part_of(calendar.interval_of(day), e.part)
            assert interval.start is not None and interval.end is not None
            if interval.start > (upper.last or _LAST) or interval.start > reach:
                continue
            weight = YEARLESS if e.day else 1.0
            words = f"'{' '.join(self.text[slice(*e.words)].split())}', which follows {name(lower)}"
            told.append(Told(interval.start, interval.end, e.start, words, "", weight, by_date=True))
        later = [t for t in told if lower.first < t.first <= reach and t.by_date and t.weight >= 2]
        return told, max(later, key=lambda t: t.first, default=lower)

    def _nearest(self, e: Expression, to: date) -> str | None:
        """The value of a partial date in the year that brings it nearest to a day; a weekday told must fit."""
        found = []
        for year in range(to.year - 1, to.year + 2):
            value = iso(replace(e, year=year))
            interval = calendar.interval_of(value)
            if interval.start is None or (
                e.weekday is not None and e.day and interval.start.weekday() != e.weekday
            ):
                continue
            found.append((abs((interval.start - to).days), value))
        return min(found)[1] if found else None

    def settle(self, told: list[Told], lower: Told, upper: Clue) -> Inference | None:
        """The days after the latest bound that most pointers agree on."""
        end = upper.last or _LAST
        reach = completed_within(lower.first, upper.last)
        why = [_bound(lower)]
        if upper.why and end < lower.first + timedelta(days=400):
            why.append(upper.why)
        own = self._own_date(told, lower, end)
        if own is not None:
            day, reason = own
            return Inference(_span(day, day), day, (*why, reason), lower.first, reach)
        pointers = self.pointers(told, lower.first, end)
        votes = _votes(pointers, lower.first, end)
        if not votes:
            wide = () if lower.by_date else ("week", "month")
            near = any(_counts_from_article(e, wide) for e in self.expressions)
            if lower.by_date and lower.weight >= WITH_YEAR and not (near and self._fresh(lower)):
                return _frame(lower, upper)  # a date told with its year is mostly one of another year
            length = _NEWS if self._is_news(lower, near) else _LATER
            last = min(end, lower.first + timedelta(days=length), self._not_yet(told, lower))
            return Inference(_span(lower.first, max(last, lower.first)), None, tuple(why), lower.first, reach)
        most = max(votes.values())
        best = sorted(d for d, v in votes.items() if v >= most - 1e-9)
        agreeing = [c for c in pointers if c.first and c.last and c.first <= best[0] and best[-1] <= c.last]
        why += [c.why for c in agreeing[:3]]
        sure = most >= _SURE or any(c.weight >= 2 for c in agreeing) or self._same_weekday(agreeing, best[0])
        day_own, reason = self._own_weekday(best) if sure else (None, "")
        if day_own is not None:
            return Inference(_span(day_own, day_own), day_own, (*why, reason), lower.first, reach)
        claimed = best[0] if sure and best[0] == best[-1] else None
        return Inference(_span(best[0], best[-1]), claimed, tuple(why), lower.first, reach)

    def pointers(self, told: list[Told], lower: date, end: date) -> list[Clue]:
        """Days at which "yesterday", "on Tuesday" or "last week" would mean the event told beside them."""
        found = []
        taken: set[int] = set()
        for t in sorted(told, key=lambda t: (t.first, t.weight), reverse=True):
            if (lower - t.first).days > 45 or t.first > end or t.coarse or t.since or t.by_date:
                continue
            if t.lasting and abs(t.first - lower) > _BESIDE:
                continue
            low, high = self.sentence(t.at)
            for e in self._pointing(low, high, t.at):
                allowed = self._allowed(e, t.first, t.last) if e.start not in taken else []
                if allowed:
                    taken.add(e.start)
                    weight = 2.0 if e.unit == "day" and e.form == "shift" else 1.0
                    known = f"'{t.words}'" if t.first == lower else name(t)  # the bound has told what it is
                    found.append(Clue(allowed[0], allowed[-1], weight, f"'{e.text}' beside {known}", e.start))
        counts = {x.name for x in chronology.landmarks(self.lexicon) if x.kind == "count"}
        found += [
            Clue(t.first, t.last, 2.0, f"'{t.words}' stood on that day", t.at) for t in told if t.what in counts
        ]
        return found + self._by_kind(taken, lower, end) + self._day_of_fighting(told)

    def _pointing(self, low: int, high: int, at: int) -> list[Expression]:
        """The expressions of a sentence that count from the article's day, nearest to a place first."""
        found = [
            e
            for e in self.expressions
            if low <= e.start < high
            and abs(e.start - at) <= _REACH
            and _counts_from_article(e)
            and not self.tense.is_future(e)
        ]
        return sorted(found, key=lambda e: abs(e.start - at))

    def _by_kind(self, taken: set[int], lower: date, end: date) -> list[Clue]:
        """Landmarks after the bound that "the truce agreed on Saturday" can mean by kind and weekday."""
        kinds = kinds_of_landmarks(self.lexicon)
        last = min(end, lower + timedelta(days=_WINDOW))
        near = [
            x
            for x in chronology.landmarks(self.lexicon)
            if lower - timedelta(days=2) <= x.start <= last and x.importance <= 2 and x.kind in kinds
        ]
        found = []
        for e in self.expressions:
            if e.start in taken or not _counts_from_article(e) or self.tense.is_future(e):
                continue
            low, high = self.sentence(e.start)
            words = self.text[max(low, e.start - 80) : min(high, e.end + 80)]
            for x in near:
                here = abs((x.start - lower).days) <= 2 and x.importance == 1
                # "yesterday" fits any landmark: it tells only of the one that the text is known to tell of.
                if (e.weekday is None and not here) or not kinds[x.kind].search(words):
                    continue
                weight = (0.7 if x.importance == 1 else 0.5) * 0.5 ** (max((x.start - lower).days, 0) / _FADING)
                if here and e.form == "shift" and e.unit == "day":
                    weight = 2.0
                allowed = self._allowed(e, x.start, x.end) if weight >= _FAINT else []
                if allowed:
                    why = f"'{e.text}' can be {x.name}, {say(x.start)}"
                    found.append(Clue(allowed[0], allowed[-1], weight, why, e.start))
        return found

    def _allowed(self, e: Expression, first: date, last: date) -> list[date]:
        """The days from which the expression would point at an event, at most 40 after it."""
        if (last - first).days > 3:
            last = first  # of a long event its beginning is told
        allowed = []
        for offset in range(0, 41):
            day = first + timedelta(days=offset)
            interval = timex(e, self.anchors.on(day)).interval
            if interval.start and interval.end and interval.start <= last and first <= interval.end:
                allowed.append(day)
        return allowed

    def _day_of_fighting(self, told: list[Told]) -> list[Clue]:
        """Read "for a sixth week", "the third day of fighting": counted from the war that the text tells of."""
        wars = {x.name: x for x in chronology.landmarks(self.lexicon) if x.kind in ("war", "clash")}
        begun = [t for t in told if t.what in wars and (t.last - t.first).days < 70]
        if not begun:
            return []
        start = max(begun, key=lambda t: t.first).first
        found = []
        nth = {
            w: i
            for i, w in enumerate("first second third fourth fifth sixth seventh eighth ninth tenth".split(), 1)
        }
        size = {"day": 1, "week": 7, "month": 30}
        for m in _WAR_TIME.finditer(self.text):
            if not _FIGHTING.search(self.text, max(0, m.start() - 80), min(len(self.text), m.end() + 60)):
                continue
            length = size[m["unit"].lower()]
            first = start + timedelta(days=(nth[m["nth"].lower()] - 1) * length)
            found.append(
                Clue(first, first + timedelta(days=length - 1), 1.5, f"'{m[0]}' of what began on {say(start)}")
            )
        return found

    def _own_date(self, told: list[Told], lower: Told, end: date) -> tuple[date, str] | None:
        """A date that the opening gives as its own: "today (10 October)", "on Monday, October 5"."""
        latest = max((t.first for t in told if t.weight >= 2 and not t.coarse), default=lower.first)
        for i, e in enumerate(self.expressions):
            if (
                e.form != "date"
                or e.day is None
                or e.kind != "date"
                or e.open
                or e.group
                or self.tense.is_future(e)
            ):
                continue
            before = self.expressions[i - 1] if i else None
            today = (
                before is not None
                and before.form == "shift"
                and before.unit == "day"
                and before.offset == 0
                and before.anchor == "article"
                and e.start - before.end <= 6
            )
            # "said on the 20th" is how translated agency reports name their own day.
            said = _STATED.search(self.text[max(0, e.start - 40) : e.start]) is not None
            stated = said and e.month is None or e.start <= _OPENING and (said or e.weekday is not None)
            if not today and not stated:
                continue
            day = self._day_near(e, lower.first)
            if day is None or not max(lower.first, latest) <= day <= end:
                continue
            if today or (day - lower.first).days <= _NEWS:
                return day, f"the report calls '{e.text}' its own day: {say(day)}"
        return None

    def _day_near(self, e: Expression, to: date) -> date | None:
        """The day of a date without year (or month) that lies nearest to a day."""
        if e.month is not None:
            value = iso(e) if e.year is not None else self._nearest(e, to)
            return calendar.interval_of(value).start if value else None
        assert e.day is not None
        some = [calendar.safe_day(*calendar.shift_months(to.year, to.month, k), e.day) for k in (-1, 0, 1)]
        return min((d for d in some if d), key=lambda d: abs(d - to), default=None)

    def _same_weekday(self, agreeing: list[Clue], first: date) -> bool:
        """Whether the weekday that dates the event is also the one that the opening, elsewhere, names."""
        pointed = {c.at for c in agreeing if c.weight >= 1}
        weekdays = {e.weekday for e in self.expressions if e.start in pointed}
        opening = next((e for e in self.expressions if e.start <= _OPENING and e.weekday is not None), None)
        if opening is None or opening.start in pointed:
            return False
        return opening.weekday in weekdays and opening.weekday == first.weekday()

    def _own_weekday(self, best: list[date]) -> tuple[date | None, str]:
        """The first weekday told as past in the opening, where one of the days falls on it.

        A report that says "today" or "yesterday" calls no weekday its own.
        """
        if any(e.form == "shift" and e.unit == "day" and e.anchor == "article" for e in self.expressions):
            return None, ""
        for e in self.expressions:
            if e.start > _OPENING or not _counts_from_article(e) or self.tense.is_future(e):
                continue
            if e.form == "date" and e.weekday is not None and e.relation == "" and e.day is None:
                fitting = [d for d in best if d.weekday() == e.weekday]
                if len(fitting) == 1:
                    return fitting[0], f"the opening tells of '{e.text}': {say(fitting[0])}"
                return None, ""
        return None, ""

    def _is_news(self, lower: Told, near: bool) -> bool:
        """Whether the latest told event is the news itself; ``near``: the report counts days from its own.

        Others tell the news by a date without its year, in the opening; a turn's day is told so for longer.
        """
        if near and self._fresh(lower) and not lower.hinted:
            return True
        if not lower.by_date or lower.weight != YEARLESS or lower.at > _OPENING:
            return False
        return not any(x.start == lower.first for x in chronology.landmarks(self.lexicon) if x.importance == 1)

    def _fresh(self, lower: Told) -> bool:
        """Whether the latest told date is the news itself rather than a look back: it stands in the opening."""
        return lower.at <= 3 * _OPENING

    def _not_yet(self, told: list[Told], lower: Told) -> date:
        """The eve of the next great landmark that the text says nothing of."""
        spoken = {t.what for t in told}
        for x in chronology.landmarks(self.lexicon):
            late_enough = (x.start - lower.first).days > _NEWS
            if late_enough and x.importance == 1 and x.kind in _TURNS and x.name not in spoken:
                return x.start - timedelta(days=1)
        return _LAST


def _votes(clues: list[Clue], first: date, last: date) -> dict[date, float]:
    """The weight of the clues on each day; of several readings of the same words the best counts."""
    best: dict[tuple[date, int], float] = {}
    for i, clue in enumerate(clues):
        assert clue.first is not None and clue.last is not None
        day = max(clue.first, first)
        while day <= min(clue.last, last):
            key = (day, clue.at if clue.at >= 0 else -1 - i)
            best[key] = max(best.get(key, 0.0), clue.weight)
            day += timedelta(days=1)
    votes: dict[date, float] = defaultdict(float)
    for (day, _), weight in best.items():
        votes[day] += weight
    return votes


def _counts_from_article(e: Expression, wide: tuple[str, ...] = ("week", "month")) -> bool:
    """Whether an expression counts from the article's day; ``wide``: which of the long units count."""
    if e.kind != "date":
        return False
    if e.form == "shift":
        return e.anchor == "article" and e.unit in ("day", "weekend", *wide)
    return e.form == "date" and e.weekday is not None and e.day is None and e.anchor != "text"


def _bound(t: Told) -> str:
    if t.words.startswith("'"):  # the reason of a clue
        return f"not before {say(t.first)}: {t.words}"
    return f"not before {say(t.first)}: the text tells of {name(t)}"


def _span(first: date, last: date) -> Interval:
    length = (last - first).days
    return Interval(first, last, "day" if length == 0 else "week" if length <= 6 else "range")
