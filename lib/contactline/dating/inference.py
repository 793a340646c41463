"""The days on which an article can have appeared, from its text alone.

``infer`` first finds the bounds: the latest well-supported fact that the text reports as past, and the earliest
day by which its words (bounds.py) must have been written. Between them it looks for the day that the report calls
its own (own_date.py), else for the days at which most words point (pointers.py), else for the time that has passed
since the latest fact by the way in which it is reported (freshness.py). If none of these exists, the days stay
open.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from contactline.dating import bounds, freshness, own_date, pointers, yearless
from contactline.dating.bounds import Clue
from contactline.dating.evidence import (
    WITH_YEAR,
    YEARLESS,
    DatedFact,
    TextEvidence,
    commemorates,
    describe,
    in_words,
)
from contactline.dating.own_date import NEWS_DAYS
from contactline.records import Interval, Mention

_LAST = date(2035, 12, 31)  # the end where nothing else bounds the days
_NEAR_DAYS = 10  # other facts within so many days support a fact
_LEAST_SUPPORT = 1.0  # least weight of the facts around one that can be the latest
_END_TOLD_DAYS = 400  # after the latest fact within which an end is near enough to be named as a reason
_SURE = 1.7  # least weight of agreeing pointers for claiming a day, or believing the opening's weekday
_POINTS_AT_DAY = 2.0  # weight of a single pointer that is enough for claiming a day
_REASONS = 3  # most pointers given as reasons
_ROUNDING = 1e-9  # sums of weights that differ by less are equal
_SAME_YEAR, _SAME_STORY = 120, 45  # days after the latest fact up to which a date without its year follows it
_YEAR = timedelta(days=366)
_ONE_YEAR = timedelta(days=380)  # up to which bounds leave one year to a day and a month
_SAME_NEWS = timedelta(days=5)  # before a lasting landmark within which other news dates a text that names it


@dataclass(frozen=True, slots=True)
class Inference:
    """The days that the text allows, and why.

    The interval has no end where nothing shows until when the text can have been written. ``day``: only where the
    text gives one. ``why``: clauses in plain English. ``reach``: a dateline's date without a year can be up to
    this day; None where the latest fact is too far away or too vague to decide.
    ``likeliest``: as in records.Published.
    """

    interval: Interval
    day: date | None
    why: tuple[str, ...]
    reach: date | None
    likeliest: date | None = None


@dataclass(frozen=True, slots=True)
class _Bounds:
    """The limits of the day: from the first day of the latest fact to the last day of the earliest end."""

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
    def filed_until(self) -> date | None:
        """The last day for a dateline's date without a year; None if the latest fact is only a year, or is
        looked back at.
        """
        if self.latest.coarse or self.latest.lasting:
            return None
        is_told_with_year = self.latest.by_date and not self.latest.landmark and self.latest.weight >= WITH_YEAR
        return self.first + timedelta(days=NEWS_DAYS) if is_told_with_year else self.reach

    @property
    def why(self) -> tuple[str, ...]:
        is_near = self.end.why and self.last < self.first + timedelta(days=_END_TOLD_DAYS)
        return (_why_not_before(self.latest), self.end.why) if is_near else (_why_not_before(self.latest),)

    def inference(
        self, first: date, last: date, day: date | None, why: tuple[str, ...], likeliest: date | None = None
    ) -> Inference:
        is_open = first == last or last == _LAST
        among = likeliest is not None and first <= likeliest <= last and not is_open
        return Inference(_interval(first, last), day, why, self.filed_until, likeliest if among else None)

    def sooner(self, end: Clue | None) -> _Bounds:
        """The bounds with this end, if it is earlier than their own."""
        is_sooner = end is not None and end.last is not None and end.last < self.last
        return replace(self, end=end) if end is not None and is_sooner else self


def infer(text: TextEvidence, facts: Sequence[DatedFact], mentions: Sequence[Mention]) -> Inference | None:
    """The days on which the text can have been written, None where nothing bounds them."""
    known, clues = _known(text, facts, mentions)
    latest = _latest_supported(known, clues)
    if latest is not None and latest.hinted:
        if (found := _from_latest(text, known, clues, latest)).interval.end is not None:
            return found
        known = [fact for fact in known if not fact.hinted]  # two weak cues alone date nothing
        latest = _latest_supported(known, clues)
    return _from_latest(text, known, clues, latest) if latest is not None else None


def latest_fact(text: TextEvidence, facts: Sequence[DatedFact], mentions: Sequence[Mention]) -> DatedFact | None:
    """The latest fact on which an article's days rest, leaving out hints (two weak cues only); None for none."""
    known, clues = _known(text, [fact for fact in facts if not fact.hinted], mentions)
    latest = _latest_supported(known, clues)
    return _story(text, known, clues, latest)[1].latest if latest is not None else None


def _known(
    text: TextEvidence, facts: Sequence[DatedFact], mentions: Sequence[Mention]
) -> tuple[list[DatedFact], list[Clue]]:
    """The facts, with the beginnings of clues among them, and the clues that bound the days."""
    clues = [
        *bounds.offices(text, mentions),
        *bounds.mediators(text, mentions),
        *bounds.planned_dates(text, facts),
        *bounds.years(text, facts),
    ]
    known = [
        *facts,
        *(DatedFact(clue.first, clue.first, 0, clue.why, "", 1.0, coarse=True) for clue in clues if clue.first),
    ]
    return known, [*clues, *bounds.awaited_meetings(text, known)]


def _from_latest(
    text: TextEvidence, facts: Sequence[DatedFact], clues: Sequence[Clue], latest: DatedFact
) -> Inference:
    """The days that a text allows whose latest fact is known."""
    known, limits = _story(text, facts, clues, latest)
    is_bound_only = limits.latest.coarse or limits.latest.lasting
    return _after_latest(text, known, limits) if is_bound_only else _between(text, known, limits)


def _story(
    text: TextEvidence, facts: Sequence[DatedFact], clues: Sequence[Clue], latest: DatedFact
) -> tuple[list[DatedFact], _Bounds]:
    """The facts with those that follow the latest from day to day, and the bounds that they leave."""
    known = list(facts)
    limits = _Bounds(latest, _earliest_end(clues, latest.first))
    if latest.coarse or latest.lasting:
        news = _news_since(text, known, limits)
        if not news:
            return known, limits
        known += [fact for fact in news if fact not in known]
        limits = replace(limits, latest=_bounding_news(news, latest))
    known += _following(text, limits)
    return known, replace(limits, latest=_moved_on(known, limits))


def _following(text: TextEvidence, limits: _Bounds) -> list[DatedFact]:
    """The dates without a year that follow the latest fact, as far as it determines their year.

    The statement of 9 November is mentioned every December. A date in the year of one written with its year is not
    news, as news leaves the year out; one in the next year can be.
    """
    latest = limits.latest
    found = list(yearless.following(text, latest, min(limits.last, limits.reach)))
    if limits.last - limits.first <= _YEAR:
        return found
    if latest.by_date and not latest.landmark and latest.weight >= WITH_YEAR:
        return [fact for fact in found if fact.first.year != latest.first.year]
    return [] if latest.hinted or freshness.looks_back(text, latest) else found


def completed_within(latest: date, end: date | None) -> date:
    """The last day on which a date without a year is assumed to follow the latest fact.

    If the days end within a year, that is up to four months later; else less, as the date may be of a later year.
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
    news += bounds.dates_with_weekday(text, limits.first, limits.last)
    if limits.latest.coarse and limits.last - limits.first <= _ONE_YEAR:
        news += [f for f in yearless.following(text, limits.latest, limits.last) if _is_its_news(text, f, limits)]
    return news


def _is_its_news(text: TextEvidence, fact: DatedFact, limits: _Bounds) -> bool:
    """Whether a date without its year, of which the bounds leave one, is told as the news of the opening."""
    in_opening = fact.at <= freshness.OPENING and fact.first >= limits.first
    return in_opening and fact.weight >= YEARLESS and freshness.told_as(text, fact) != ""


def _bounding_news(news: Sequence[DatedFact], latest: DatedFact) -> DatedFact:
    """The latest news, but not before the fact that bounds it."""
    last = max(news, key=lambda fact: fact.first)
    return last if last.first >= latest.first else replace(last, first=latest.first, last=latest.last)


def _moved_on(facts: Sequence[DatedFact], limits: _Bounds) -> DatedFact:
    """The latest exact date within the reach of the bounds; it becomes the latest fact if there is one."""
    later = [f for f in facts if limits.first < f.first <= limits.reach and f.by_date and f.weight >= YEARLESS]
    return max(later, key=lambda fact: fact.first, default=limits.latest)


def _between(text: TextEvidence, facts: Sequence[DatedFact], limits: _Bounds) -> Inference:
    """The days between the bounds: the report's own date, else those at which most words point, else a span of
    news.
    """
    if own := own_date.own_days(text, facts, limits.first, limits.last):
        is_day = own.first == own.last
        reason = f"the report calls '{own.words.text}' its own day: {in_words(own.first)}"
        later = f", and such reports appear up to {(own.last - own.first).days} days later"
        why = (*limits.why, reason if is_day else reason + later)
        return limits.inference(own.first, own.last, own.first if is_day else None, why, own.likeliest)
    if commemorates(text):
        return _after_latest(text, facts, limits)
    is_news = bool(freshness.told_as(text, replace(limits.latest, hinted=False)))
    clues = pointers.find(text, facts, limits.first, limits.last, is_news)
    if limits.latest.hinted:  # two weak cues need a third piece, and "today" fits any day
        weekdays = {e.start for e in text.expressions if e.weekday is not None}
        clues = [clue for clue in clues if clue.at in weekdays]
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


def _after_latest(text: TextEvidence, facts: Sequence[DatedFact], limits: _Bounds) -> Inference:
    """Without pointers: up to the day given by the way in which the latest fact is reported; open where there
    is none.
    """
    counted = [clue for clue in pointers.so_long_since(text, facts) if clue.last and clue.last >= limits.first]
    if counted:
        first, last = max(counted[0].first or limits.first, limits.first), counted[0].last or _LAST
        return limits.inference(first, min(last, limits.last), None, (*limits.why, counted[0].why))
    limits = limits.sooner(freshness.end_of(text, limits.latest))
    is_one_reason = limits.latest.words == limits.end.why
    why = () if is_one_reason else (_why_not_before(limits.latest),)
    why = (*why, limits.end.why) if limits.end.why else why
    return limits.inference(limits.first, limits.last, None, why, freshness.likeliest(text, limits.latest))


def _why_not_before(latest: DatedFact) -> str:
    if latest.words.startswith("'"):  # the reason of a clue
        return f"not before {in_words(latest.first)}: {latest.words}"
    return f"not before {in_words(latest.first)}: the text tells of {describe(latest)}"


def _interval(first: date, last: date) -> Interval:
    """The days from first to last; open where the last is not known."""
    if last == _LAST:
        return Interval(first, None, "range")
    length = (last - first).days
    return Interval(first, last, "day" if length == 0 else "week" if length <= 6 else "range")
