"""The days on which an article can have appeared, by its text alone.

``infer`` first finds the bounds: the latest well-supported fact that the text reports as past, and the earliest
day by which its words (bounds.py) must have been written. Between them it looks for the day that the report calls
its own (own_date.py), else for the days that most words point at (pointers.py), else it takes a span after the
latest fact that is short for news and long for a look back.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from contactline.dates import chronology
from contactline.dating import bounds, own_date, pointers, yearless
from contactline.dating.bounds import Clue
from contactline.dating.evidence import WITH_YEAR, YEARLESS, DatedFact, TextEvidence, describe, in_words
from contactline.dating.own_date import NEWS_DAYS, OPENING
from contactline.records import Interval, Mention

_LAST = date(2035, 12, 31)  # the end where nothing else bounds the days
_TURNS = ("war", "ceasefire", "blockade", "exodus", "agreement")
"""Kinds of landmarks that a text on the conflict would mention, had they happened."""
_LOOK_BACK_DAYS = 92  # after its latest fact within which a text that looks back is taken to be written
_NEAR_DAYS = 10  # off a fact within which others support it
_LEAST_SUPPORT = 1.0  # weight of the facts around one from which it can be the latest
_END_TOLD_DAYS = 400  # after the latest fact within which an end is near enough to be named as a reason
_SURE = 1.7  # weight of agreeing pointers from which a day is claimed, or the opening's weekday believed
_POINTS_AT_DAY = 2.0  # weight of a single pointer that suffices for it
_REASONS = 3  # pointers named as reasons
_ROUNDING = 1e-9  # sums of weights that differ by less are equal
_SAME_YEAR, _SAME_STORY = 120, 45  # days after the latest fact up to which a date without its year follows it
_SAME_NEWS = timedelta(days=5)  # before a lasting landmark within which other news dates a text that names it


@dataclass(frozen=True, slots=True)
class Inference:
    """The days that the text allows, and why.

    ``day`` only where the text gives one; ``why`` are clauses in plain English; ``reach`` is the last day up to
    which a date without its year is of that time.
    """

    interval: Interval
    day: date | None
    why: tuple[str, ...]
    reach: date


@dataclass(frozen=True, slots=True)
class _Bounds:
    """The article appeared from the first day of the latest fact to the last day of the earliest end."""

    latest: DatedFact
    end: Clue

    @property
    def first(self) -> date:
        return self.latest.first

    @property
    def last(self) -> date:
        return self.end.last or _LAST

    @property
    def reach(self) -> date:
        return completed_within(self.first, self.last)

    @property
    def why(self) -> tuple[str, ...]:
        is_near = self.end.why and self.last < self.first + timedelta(days=_END_TOLD_DAYS)
        return (_why_not_before(self.latest), self.end.why) if is_near else (_why_not_before(self.latest),)

    def inference(self, first: date, last: date, day: date | None, why: tuple[str, ...]) -> Inference:
        return Inference(_interval(first, last), day, why, self.reach)


def infer(text: TextEvidence, facts: Sequence[DatedFact], mentions: Sequence[Mention]) -> Inference | None:
    """The days on which the text can have been written, None where nothing bounds them."""
    clues = [*bounds.offices(text, mentions), *bounds.planned_dates(text), *bounds.years(text, facts)]
    known = [
        *facts,
        *(DatedFact(clue.first, clue.first, 0, clue.why, "", 1.0, coarse=True) for clue in clues if clue.first),
    ]
    clues += bounds.awaited_meetings(text, known)
    latest = _latest_supported(known, clues)
    if latest is None:
        return None
    limits = _Bounds(latest, _earliest_end(clues, latest.first))
    if latest.coarse or latest.lasting:
        news = _news_since(text, known, limits)
        if not news:
            return _only_bounds(limits)
        known += [fact for fact in news if fact not in known]
        limits = replace(limits, latest=_bounding_news(news, latest))
    known += yearless.following(text, limits.latest, min(limits.last, limits.reach))
    return _between(text, known, replace(limits, latest=_moved_on(known, limits)))


def completed_within(latest: date, end: date | None) -> date:
    """Up to which day after the latest fact a date without its year is taken to follow it.

    Where the days end within a year, that is up to four months; else it is not far, as the date may be of a later
    year.
    """
    if end is not None and (end - latest).days <= 366:
        return min(end, latest + timedelta(days=_SAME_YEAR))
    return latest + timedelta(days=_SAME_STORY)


def _latest_supported(facts: Sequence[DatedFact], clues: Sequence[Clue]) -> DatedFact | None:
    """The latest fact that no clue excludes, or that has more support than the clues that do."""
    for fact in sorted(facts, key=lambda fact: (fact.first, fact.weight), reverse=True):
        support = sum(other.weight for other in facts if abs((other.first - fact.first).days) <= _NEAR_DAYS)
        against = sum(clue.weight for clue in clues if clue.last is not None and clue.last < fact.first)
        if support >= _LEAST_SUPPORT and support > against:
            return fact
    return None


def _earliest_end(clues: Sequence[Clue], first: date) -> Clue:
    ends = [clue for clue in clues if clue.last is not None and clue.last >= first]
    return min(ends, key=lambda clue: clue.last or _LAST, default=Clue(None, _LAST, 0, ""))


def _news_since(text: TextEvidence, facts: Sequence[DatedFact], limits: _Bounds) -> list[DatedFact]:
    """What dates an article whose latest fact is coarse or lasting: news since, or a date with its weekday."""
    since = limits.first - _SAME_NEWS
    news = [fact for fact in facts if limits.latest.lasting and fact.is_news and fact.first >= since]
    return news + bounds.dates_with_weekday(text, limits.first, limits.last)


def _bounding_news(news: Sequence[DatedFact], latest: DatedFact) -> DatedFact:
    """The latest news, but not before the fact that bounds it."""
    last = max(news, key=lambda fact: fact.first)
    return last if last.first >= latest.first else replace(last, first=latest.first, last=latest.last)


def _moved_on(facts: Sequence[DatedFact], limits: _Bounds) -> DatedFact:
    """The latest date of a day up to the reach of the bounds; it is the latest fact where there is one."""
    later = [f for f in facts if limits.first < f.first <= limits.reach and f.by_date and f.weight >= YEARLESS]
    return max(later, key=lambda fact: fact.first, default=limits.latest)


def _between(text: TextEvidence, facts: Sequence[DatedFact], limits: _Bounds) -> Inference | None:
    """The days between the bounds: the report's own date, else what most words point at, else a span of news."""
    if own := own_date.own_date(text, facts, limits.first, limits.last):
        day, words = own
        reason = f"the report calls '{words.text}' its own day: {in_words(day)}"
        return limits.inference(day, day, day, (*limits.why, reason))
    clues = pointers.find(text, facts, limits.first, limits.last)
    votes = pointers.votes(clues, limits.first, limits.last)
    return _pointed_at(text, clues, votes, limits) if votes else _after_latest(text, facts, limits)


def _pointed_at(text: TextEvidence, clues: Sequence[Clue], votes: dict[date, float], limits: _Bounds) -> Inference:
    """The days with the most votes; one day only where that is sure, or where the opening names its weekday."""
    most = max(votes.values())
    days = sorted(day for day, weight in votes.items() if weight >= most - _ROUNDING)
    agreeing = [c for c in clues if c.first and c.last and c.first <= days[0] and days[-1] <= c.last]
    why = (*limits.why, *(clue.why for clue in agreeing[:_REASONS]))
    is_sure = (
        most >= _SURE
        or any(clue.weight >= _POINTS_AT_DAY for clue in agreeing)
        or own_date.repeats_weekday(text, agreeing, days[0])
    )
    if is_sure and (own := own_date.own_weekday(text, days)):
        day, reason = own
        return limits.inference(day, day, day, (*why, reason))
    return limits.inference(days[0], days[-1], days[0] if is_sure and len(days) == 1 else None, why)


def _after_latest(text: TextEvidence, facts: Sequence[DatedFact], limits: _Bounds) -> Inference | None:
    """Without pointers: a span after the latest fact, or only the bounds where that is rather of another time."""
    latest = limits.latest
    wide_units = () if latest.by_date else ("week", "month")
    counts_days = any(pointers.counts_from_article(e, wide_units) for e in text.expressions)
    is_recent = counts_days and _is_fresh(latest)
    if latest.by_date and latest.weight >= WITH_YEAR and not is_recent:
        return _only_bounds(limits)  # news gives its dates without the year
    is_news = is_recent and not latest.hinted or _is_yearless_news(text, latest)
    length = timedelta(days=NEWS_DAYS if is_news else _LOOK_BACK_DAYS)
    last = min(limits.last, limits.first + length, _eve_of_next_turn(text, facts, limits.first))
    return limits.inference(limits.first, max(last, limits.first), None, limits.why)


def _is_fresh(latest: DatedFact) -> bool:
    """Whether the latest fact is reported near the top, as news is, and not in a look back."""
    return latest.at <= 3 * OPENING


def _is_yearless_news(text: TextEvidence, latest: DatedFact) -> bool:
    """Whether the latest fact is a date without its year in the opening; great days are named so for years."""
    if not latest.by_date or latest.weight != YEARLESS or latest.at > OPENING:
        return False
    return not any(x.start == latest.first for x in chronology.landmarks(text.lexicon) if x.importance == 1)


def _eve_of_next_turn(text: TextEvidence, facts: Sequence[DatedFact], latest: date) -> date:
    """The day before the next great landmark that the text would mention and does not."""
    named = {fact.landmark for fact in facts}
    for x in chronology.landmarks(text.lexicon):
        is_later = (x.start - latest).days > NEWS_DAYS
        if is_later and x.importance == 1 and x.kind in _TURNS and x.name not in named:
            return x.start - timedelta(days=1)
    return _LAST


def _only_bounds(limits: _Bounds) -> Inference | None:
    """The interval between the bounds, None where it is open."""
    if limits.last == _LAST:
        return None
    is_one_reason = limits.latest.words == limits.end.why
    why = (limits.end.why,) if is_one_reason else (_why_not_before(limits.latest), limits.end.why)
    return limits.inference(limits.first, limits.last, None, why)


def _why_not_before(latest: DatedFact) -> str:
    if latest.words.startswith("'"):  # the reason of a clue
        return f"not before {in_words(latest.first)}: {latest.words}"
    return f"not before {in_words(latest.first)}: the text tells of {describe(latest)}"


def _interval(first: date, last: date) -> Interval:
    length = (last - first).days
    return Interval(first, last, "day" if length == 0 else "week" if length <= 6 else "range")
