"""When an event took place: the date expression that belongs to its clause, and what stands in for one.

News that is told without a date is news of the article's day; only history without a date has none.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from contactline.coding import clause_dates, history
from contactline.coding.clause_dates import VERBAL
from contactline.coding.event_words import EventWords
from contactline.coding.history import HISTORY
from contactline.parsing.clauses import Clauses
from contactline.records import UNKNOWN, Document, Interval, Published, Timex

if TYPE_CHECKING:
    from contactline.coding.candidates import Candidate
    from contactline.coding.sentence import SentenceContext
    from contactline.coding.triggers import Trigger

LEAD = 3
"""The first sentences (the title among them) tell what the news is, and so the day of what is said in it."""
FOLLOWING = 2
"""Sentences without a date for which a backdrop goes on."""
FRESH = timedelta(days=3)
"""Days before the article on which its first news may be."""
_OF_NOW = frozenset({"REQUEST", "ACCUSE", "THREATEN"})
"""Types of what is said in the news, also where the text has just told of the past."""
_RELATED = re.compile(r"\b(?:after|before)$")
"""A date told by another event ("a day after the attack"); it counts where that event gave it a day."""


@dataclass(frozen=True, slots=True)
class EventDate:
    """An event's days: what they rest on, and the words that tell them ("" where none do)."""

    interval: Interval
    basis: str  # clause, sentence, text, article, unknown
    text: str


NO_DATE = EventDate(UNKNOWN, "unknown", "")


@dataclass(frozen=True, slots=True)
class EventDates:
    """The dates of one article, and what its sentences so far say of the time that is told of.

    ``timexes``: its date expressions that can date an event, in order, and ``starts`` where they begin.
    ``time_words``: words that a date may limit ("the morning of 27 September"); ``past_words``: those that put a
    noun before the news ("the recent meeting"); ``long_states``: nouns of what lasts ("war").
    ``lead``: the day of the article's first dated news.
    ``background``: the past that the text is telling of, for ``background_countries``, since the sentence
    ``background_since``.
    """

    document: Document
    published: Published
    timexes: tuple[Timex, ...]
    starts: tuple[int, ...]
    time_words: frozenset[str] = frozenset()
    past_words: frozenset[str] = frozenset()
    long_states: frozenset[str] = frozenset()
    lead: Interval | None = None
    background: EventDate | None = None
    background_countries: frozenset[str] = frozenset()
    background_since: int = 0

    @classmethod
    def of(
        cls,
        document: Document,
        published: Published,
        timexes: Sequence[Timex],
        classes: Mapping[str, frozenset[str]] | None = None,
    ) -> EventDates:
        """The dates of an article before its first sentence; ``classes``: those of word_classes.csv."""
        lines = (document.dateline, document.byline)
        head = max((line.span[1] for line in lines if line and line.span), default=0)
        dating = tuple(
            t
            for t in timexes
            if t.kind == "date" and t.start >= head and (t.basis == "event" or not _RELATED.search(t.text))
        )
        words = classes or {}
        none: frozenset[str] = frozenset()
        return cls(
            document,
            published,
            dating,
            tuple(t.start for t in dating),
            words.get("times", none) | words.get("phases", none),
            words.get("bygone", none),
            words.get("long_states", none),
        )

    def within(self, start: int, end: int) -> list[Timex]:
        """The dates that begin in a span of the text, in order."""
        found = []
        for i in range(bisect_left(self.starts, start), len(self.timexes)):
            if self.timexes[i].start >= end:
                break
            found.append(self.timexes[i])
        return found

    def when(
        self, sentence: int, number: int, words: EventWords, context: SentenceContext, candidate: Candidate
    ) -> EventDate:
        """The days of a sentence's event of this ``number``, with their basis: its clause, its sentence, the text
        before it, and for news without a date the article's day.
        """
        clauses, trigger = context.clauses, candidate.trigger
        span = self.document.sentences[sentence]
        mine: list[tuple[int, Timex]] = []
        loose: list[Timex] = []
        for timex in self.within(span.start, span.end):
            if timex.interval.start is None and timex.interval.end is None:
                continue
            i = clause_dates.token_of(clauses, timex)
            if i is None or clause_dates.is_apart(clauses, i, trigger):
                continue
            owner = words.event_of_date(i)
            if owner == number:
                if not clause_dates.is_aside(clauses, i, trigger, candidate.type, self.time_words):
                    mine.append((abs(i - trigger.i), timex))
            elif owner is None or clause_dates.is_of_report(clauses, i, trigger):
                loose.append(timex)
        if mine:
            best = min(mine, key=lambda m: (m[1].interval.precision not in ("day", "range"), m[0]))[1]
            return self._from_timex(best, "clause")
        if loose:
            return self._from_timex(loose[-1], "sentence")
        return self._without_timex(sentence, context, candidate)

    def _from_timex(self, timex: Timex, basis: str) -> EventDate:
        return EventDate(timex.interval, basis, self.document.text[timex.words[0] : timex.words[1]])

    def _without_timex(self, sentence: int, context: SentenceContext, candidate: Candidate) -> EventDate:
        """The days of an event with no date in its sentence: those of the past that the text is telling of, for
        history none, else those of the news.
        """
        span = self.document.sentences[sentence]
        dated = any(True for _ in self.within(span.start, span.end))
        if self.background is not None and not dated and candidate.type not in _OF_NOW:
            return self.background
        if self._is_undated_history(context, candidate):
            return NO_DATE
        if self.lead is not None and candidate.type in VERBAL and candidate.status != "planned":
            return EventDate(self.lead, "text", "")
        return self._of_the_article()

    def _is_undated_history(self, context: SentenceContext, candidate: Candidate) -> bool:
        clauses, trigger = context.clauses, candidate.trigger
        if history.named_as_bygone(clauses, trigger, self.past_words):
            return True
        if candidate.status == "planned":
            return False
        return self.is_history(NO_DATE, clauses, trigger, candidate.type) or history.beside_an_old_landmark(
            context, trigger, self.last_day
        )

    def _of_the_article(self) -> EventDate:
        """The article's day, or the days among which it is."""
        if self.published.day is not None:
            return EventDate(Interval(self.published.day, self.published.day, "day"), "article", "")
        first, last = self.published.interval.start, self.published.interval.end
        return EventDate(self.published.interval, "article", "") if first and last else NO_DATE

    def after_event(self, sentence: int, event_type: str, when: EventDate) -> EventDates:
        """With the day of an event as the day of the news: the first that one of the first sentences dates, by
        an expression of its own, no more than a few days before the article.
        """
        dated = when.basis in ("clause", "sentence") and when.interval.precision == "day"
        start, day = when.interval.start, self.published.day
        if self.lead is not None or not dated or event_type not in VERBAL or start is None or day is None:
            return self
        fresh = timedelta(0) <= day - start <= FRESH and sentence <= LEAD
        return replace(self, lead=when.interval) if fresh else self

    def after_sentence(self, sentence: int, attributed: bool, countries: frozenset[str]) -> EventDates:
        """With the time that a sentence tells of: a date long past opens a background; fresh dates, words of
        somebody (``attributed``) and the second sentence without a date close it.
        """
        span = self.document.sentences[sentence]
        day = self.published.day or self.published.interval.start
        dates = [t for t in self.within(span.start, span.end) if t.interval.end is not None]
        if dates:
            interval = max((t.interval for t in dates), key=lambda i: i.end or date.min)
            old = not attributed and day is not None and interval.end is not None and day - interval.end > HISTORY
            return replace(
                self,
                background=EventDate(interval, "text", "") if old else None,
                background_countries=countries if old else frozenset(),
                background_since=sentence,
            )
        if self.background is not None and (attributed or sentence - self.background_since >= FOLLOWING):
            return replace(self, background=None, background_countries=frozenset())
        return self

    def may_share_background(self, when: EventDate, countries: frozenset[str]) -> bool:
        """Whether an event can have a date that rests on the background: it is of a country of that background."""
        of_others = self.background_countries and not self.background_countries & countries
        return not (when.basis == "text" and of_others)

    # --- against the article's day

    @property
    def last_day(self) -> date | None:
        """The last day that can be the article's; None where it is open."""
        return self.published.day or self.published.interval.end

    def is_to_come(self, interval: Interval) -> bool:
        """Whether the days lie after the article's."""
        last = self.last_day
        return last is not None and interval.start is not None and interval.start > last

    def is_history(self, when: EventDate, clauses: Clauses, trigger: Trigger, event_type: str) -> bool:
        """Whether an event is told as history: long past, or with no date in the tense and words of a backdrop."""
        past = history.is_past(when.interval, self.published.day or self.published.interval.start)
        if past is not None:
            return past
        if self.background is not None and when.interval.end is None and event_type not in _OF_NOW:
            return True
        return history.told_before_the_news(clauses, trigger, event_type, self.long_states)
