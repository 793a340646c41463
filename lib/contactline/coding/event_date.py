"""When an event took place: by the date expression that belongs to its clause, or by what replaces it.

News without a date is dated by the article's day; only history without a date has no date.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from contactline.coding import clause_dates, document_dates, history, open_spans
from contactline.coding.clause_dates import VERBAL
from contactline.coding.event_words import EventWords
from contactline.coding.history import HISTORY
from contactline.dates.words import date_words
from contactline.parsing.clauses import Clauses
from contactline.records import UNKNOWN, Document, Interval, Published, Sentence, Timex

if TYPE_CHECKING:
    from contactline.coding.candidates import Candidate
    from contactline.coding.sentence import SentenceContext
    from contactline.coding.triggers import Trigger

LEAD = 3
"""Number of first sentences (with the title) that give the news, and so its day."""
FOLLOWING = 2
"""Number of sentences without a date for which a background continues."""
FRESH = timedelta(days=3)
"""Days before the article on which its first news may have happened."""
_OF_NOW = frozenset({"REQUEST", "ACCUSE", "THREATEN"})
"""Types of statements, which belong to the news even where the text has just described the past."""
_WERE = frozenset({"was", "were"})
_RELATED = re.compile(r"\b(?:after|before)$")
"""A date given by another event ("a day after the attack"); it counts if that event gave it a day."""


@dataclass(frozen=True, slots=True)
class EventDate:
    """An event's days, their basis, and the words that give them ("" for none)."""

    interval: Interval
    basis: str  # one of: clause, sentence, text, article, unknown
    text: str


NO_DATE = EventDate(UNKNOWN, "unknown", "")


@dataclass(frozen=True, slots=True)
class _Own:
    """A date in an event's clause, the resulting days, and the number of words between the date and the event.

    ``of_report``: it stands in the clause that tells of a plan ("said on Monday that they will meet in May").
    """

    timex: Timex
    interval: Interval
    distance: int
    since: bool = False
    of_report: bool = False


def _exactness(own: _Own) -> tuple[bool, bool, bool, bool, int]:
    """By what the best of an event's dates comes first."""
    interval = own.interval
    exact = interval.precision in ("day", "range")
    return own.since, own.of_report, interval.start is None, not exact, own.distance


@dataclass(frozen=True, slots=True)
class EventDates:
    """The dates of one article, and the time that its sentences so far are about.

    ``timexes``: its date expressions that can date an event, in order, and ``starts`` where they begin.
    ``durations``: those that give a length of time. ``time_words``: words that a date may limit ("the morning of
    27 September"). ``past_words``: those that put a noun before the news ("the recent meeting"). ``long_states``:
    nouns of lasting states ("war"). ``fights``: nouns of fighting. ``habits``: adverbs of repeated acts. ``ages``:
    spans of many years ("decades"). ``remembering``: words of anniversaries and memorials. ``classes``: all those
    of word_classes.csv. ``lead``: the day of the article's first dated news. ``background``: the past days that
    the text is describing, for ``background_countries``, since the sentence ``background_since``.
    ``scene``: the day with which a sentence began, which the next sentences of its paragraph may continue.
    """

    document: Document
    published: Published
    timexes: tuple[Timex, ...]
    starts: tuple[int, ...]
    durations: tuple[Timex, ...] = ()
    time_words: frozenset[str] = frozenset()
    past_words: frozenset[str] = frozenset()
    long_states: frozenset[str] = frozenset()
    habits: frozenset[str] = frozenset()
    ages: frozenset[str] = frozenset()
    fights: frozenset[str] = frozenset()
    remembering: frozenset[str] = frozenset()
    classes: Mapping[str, frozenset[str]] = field(default_factory=dict)
    lead: Interval | None = None
    background: EventDate | None = None
    background_countries: frozenset[str] = frozenset()
    background_since: int = 0
    scene: EventDate | None = None
    scene_since: int = 0

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
            tuple(t for t in timexes if t.kind == "duration" and t.start >= head),
            words.get("times", none) | words.get("phases", none),
            words.get("bygone", none),
            words.get("long_states", none),
            words.get("habitual", none),
            words.get("ages", none),
            words.get("hostilities", none),
            words.get("remembering", none),
            words,
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
        """The days of the event with this ``number`` in a sentence, and their basis.

        They come from its clause, its sentence, the text before it, or for news without a date from the article's
        day.
        """
        clauses, trigger = context.clauses, candidate.trigger
        span = self.document.sentences[sentence]
        own: list[_Own] = []
        loose: list[Timex] = []
        remembered = history.is_remembered(clauses, trigger, self.remembering)
        own_words = {trigger.i, *clauses.descendants(trigger.i)}
        for timex in self.within(span.start, span.end):
            if timex.interval.start is None and timex.interval.end is None:
                continue
            i = clause_dates.token_of(clauses, timex)
            if i is None or clause_dates.is_apart(clauses, i, trigger):
                continue
            if remembered and (i not in own_words or self.remembering & set(timex.text.lower().split())):
                continue
            owner = words.event_of_date(i)
            if open_spans.begins_at(clauses, i, trigger):
                own.extend(self._since(timex, i, clauses, trigger))
            elif self._is_of_another(timex, i, clauses, trigger):
                continue
            elif owner == number and self._is_of_its_clause(timex, i, clauses, candidate):
                own.extend(self._told(timex, i, clauses, candidate))
            elif self._is_of_what_surrounds(timex, i, owner, number, clauses, trigger):
                loose.append(timex)
        if own:
            best = min(own, key=_exactness)
            return EventDate(best.interval, "clause", self._words(best.timex, span.start if best.since else None))
        lasting = self._lasting(sentence, number, words, context, candidate)
        if lasting is not None:
            return lasting
        days = self._days(loose[-1]) if loose else None
        if days is not None:
            return EventDate(days, "sentence", self._words(loose[-1]))
        return self._without_timex(sentence, context, candidate)

    def _told(self, timex: Timex, i: int, clauses: Clauses, candidate: Candidate) -> Iterator[_Own]:
        """The days that a date tells of its event; none where its words tell nothing of it."""
        interval = self._days(timex)
        if interval is not None:
            trigger = candidate.trigger
            of_plan = candidate.status == "planned" and clauses.clause_of(i) not in (trigger.i, trigger.verb)
            of_report = of_plan and bool(clause_dates.is_of_report(clauses, i, trigger))
            yield _Own(timex, interval, abs(i - trigger.i), of_report=of_report)

    def _days(self, timex: Timex) -> Interval | None:
        """The days of an event with a date, as far as its words close them; None where they tell nothing of it."""
        interval = open_spans.so_far(self.document.text, timex, self.last_day)
        return open_spans.as_open(self.document.text, timex, interval, self.last_day)

    def _is_of_another(self, timex: Timex, i: int, clauses: Clauses, trigger: Trigger) -> bool:
        """Whether a date names a document, or gives the beginning of something that the event is only about."""
        named = document_dates.names_a_document(clauses, timex, trigger, self.classes)
        return named or open_spans.began_something_else(clauses, i, trigger)

    def _is_of_its_clause(self, timex: Timex, i: int, clauses: Clauses, candidate: Candidate) -> bool:
        """Whether a date below an event dates the event, and not something mentioned in the clause."""
        trigger = candidate.trigger
        aside = clause_dates.is_aside(clauses, i, trigger, candidate.type, self.time_words, self.fights)
        if candidate.type == "REQUEST":
            aside = aside or clause_dates.is_of_what_is_asked(clauses, i, trigger, timex, self.last_day)
        if document_dates.ends_a_fight(clauses, timex, self.classes):
            return not aside
        return not aside and not clause_dates.is_age(clauses, i, trigger, timex, self.fights)

    def _is_of_what_surrounds(
        self, timex: Timex, i: int, owner: int | None, number: int, clauses: Clauses, trigger: Trigger
    ) -> bool:
        """Whether a date of the circumstances, of the fight described or of the sentence dates the event."""
        around = clause_dates.is_of_circumstance(clauses, i, trigger)
        around = around or clause_dates.is_of_described_fight(clauses, i, trigger, self.fights)
        around = around or clause_dates.is_of_fight_before(clauses, i, trigger, timex, self.fights)
        return around or (owner != number and self._is_of_the_sentence(i, owner, clauses, trigger))

    def _is_of_the_sentence(self, i: int, owner: int | None, clauses: Clauses, trigger: Trigger) -> bool:
        """Whether a date that is not below an event can be its date all the same."""
        free = owner is None and not clause_dates.is_of_other_clause(clauses, i, trigger)
        return free or clause_dates.is_of_report(clauses, i, trigger)

    def _since(self, timex: Timex, i: int, clauses: Clauses, trigger: Trigger) -> Iterator[_Own]:
        """The span that began with a date; none where it is only compared with, or its end is not known."""
        interval = open_spans.to_the_news(timex.interval, self.last_day)
        if interval is not None and not open_spans.is_compared_with(clauses, i, trigger):
            yield _Own(timex, interval, abs(i - trigger.i), since=True)

    def _lasting(
        self, sentence: int, number: int, words: EventWords, context: SentenceContext, candidate: Candidate
    ) -> EventDate | None:
        """The span of "for the past three weeks" or "since then" in an event's clause; None where it has none."""
        clauses, trigger, span = context.clauses, candidate.trigger, self.document.sentences[sentence]
        if candidate.status == "planned":
            return None
        for timex in self.durations:
            i = clause_dates.token_of(clauses, timex) if span.start <= timex.start < span.end else None
            if i is None or words.event_of_date(i) != number:
                continue
            days = open_spans.of_duration(clauses, timex, trigger, self.last_day, date_words(context.lexicon))
            if days is not None:
                return EventDate(days, "clause", self._words(timex))
        if open_spans.points_back(clauses, trigger):
            before = [t for t in self.timexes[: bisect_left(self.starts, span.start)] if t.interval.start]
            since = open_spans.to_the_news(before[-1].interval, self.last_day) if before else None
            return EventDate(since, "text", "") if since else None
        return None

    def _words(self, timex: Timex, since: int | None = None) -> str:
        """The words of a date with its "before" or "until", or with the "since" that stands behind ``since``."""
        text, (start, end) = self.document.text, timex.words
        if since is None:
            return text[open_spans.words_from(text, timex) : end]
        found = text.lower().rfind("since", since, start)
        return text[found if found >= 0 else start : end]

    def _without_timex(self, sentence: int, context: SentenceContext, candidate: Candidate) -> EventDate:
        """The days of an event with no date in its sentence: those of the past that the text is telling of, for
        history none, else those of the news.
        """
        span = self.document.sentences[sentence]
        dated = any(True for _ in self.within(span.start, span.end))
        if self.background is not None and not dated and candidate.type not in _OF_NOW:
            return self.background
        told_of_now = (
            replace(self, background=None) if dated and self.background is not None else self
        )  # a sentence with a date tells of that time
        if told_of_now._is_undated_history(context, candidate):
            return NO_DATE
        if self.scene is not None and not dated and self._goes_on(sentence, context, candidate):
            return self.scene
        if self.lead is not None and candidate.type in VERBAL and candidate.status != "planned":
            return EventDate(self.lead, "text", "")
        return self._of_the_article()

    def _goes_on(self, sentence: int, context: SentenceContext, candidate: Candidate) -> bool:
        """Whether an event in the past tense stands in the paragraph that the day of ``scene`` opened."""
        first, here = self.document.sentences[self.scene_since], self.document.sentences[sentence]
        clauses, verb = context.clauses, candidate.trigger.verb
        past = "Tense=Past|VerbForm=Fin" in clauses.tokens[verb].features or (
            clauses.passive(verb) and not _WERE.isdisjoint(clauses.auxiliaries(verb))
        )
        near = sentence - self.scene_since <= FOLLOWING and "\n" not in self.document.text[first.end : here.start]
        return near and past and candidate.status == "reported"

    def _scene_of(self, span: Sentence, dates: Sequence[Timex]) -> EventDate | None:
        """The day with which a sentence opens, if it is the only date there and shortly before the article's."""
        last = self.last_day
        if len(dates) != 1 or last is None or dates[0].interval.precision != "day":
            return None
        day = dates[0].interval.start
        opens = self.document.text[span.start : dates[0].words[0]].strip().lower() in ("", "on")
        fresh = day is not None and timedelta(0) < last - day < HISTORY
        return EventDate(dates[0].interval, "text", "") if opens and fresh else None

    def _is_undated_history(self, context: SentenceContext, candidate: Candidate) -> bool:
        clauses, trigger = context.clauses, candidate.trigger
        if history.named_as_bygone(clauses, trigger, self.past_words):
            return True
        if history.in_a_former_fight(clauses, trigger, self.fights):
            return True
        if candidate.status == "planned":
            return False
        return self.is_history(NO_DATE, clauses, trigger, candidate.type) or history.beside_an_old_landmark(
            context, trigger, self.last_day
        )

    def _of_the_article(self) -> EventDate:
        """The article's day, or the interval of its day."""
        if self.published.day is not None:
            return EventDate(Interval(self.published.day, self.published.day, "day"), "article", "")
        first, last = self.published.interval.start, self.published.interval.end
        return EventDate(self.published.interval, "article", "") if first and last else NO_DATE

    def after_event(self, sentence: int, event_type: str, when: EventDate) -> EventDates:
        """The dates after an event. Its day may become the day of the news (``lead``).

        That is the first day given explicitly in the first sentences, at most a few days before the article.
        """
        dated = when.basis in ("clause", "sentence") and when.interval.precision == "day"
        start, first, last = (
            when.interval.start,
            self.published.day or self.published.interval.start,
            self.last_day,
        )
        if self.lead is not None or not dated or event_type not in VERBAL:
            return self
        if start is None or first is None or last is None:
            return self
        fresh = first - FRESH <= start <= last and sentence <= LEAD
        return replace(self, lead=when.interval) if fresh else self

    def after_sentence(self, sentence: int, attributed: bool, news: bool, countries: frozenset[str]) -> EventDates:
        """The dates after a sentence: a date long ago opens a background, unless the sentence also tells an event
        of the article's day (``news``).

        Recent dates, reported speech (``attributed``) and the second sentence without a date close it.
        """
        span = self.document.sentences[sentence]
        day = self.published.day or self.published.interval.start
        dates = [t for t in self.within(span.start, span.end) if t.interval.end is not None]
        if dates:
            scene = self._scene_of(span, dates)
            interval = max((t.interval for t in dates), key=lambda i: i.end or date.min)
            ago = day - interval.end if day is not None and interval.end is not None else timedelta(0)
            old = ago > HISTORY and not attributed and not news
            return replace(
                self,
                background=EventDate(interval, "text", "") if old else None,
                background_countries=countries if old else frozenset(),
                background_since=sentence,
                scene=scene,
                scene_since=sentence,
            )
        if self.background is not None and (attributed or sentence - self.background_since >= FOLLOWING):
            return replace(self, background=None, background_countries=frozenset())
        return self

    def may_share_background(self, when: EventDate, countries: frozenset[str]) -> bool:
        """Whether an event can be dated by the background: it involves a country of that background."""
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
        """Whether an event is history: long ago, or without a date in the tense and words of background."""
        # what is reported on the article's day is no history, however wide the interval of that day is
        if when.basis != "article":
            past = history.is_past(when.interval, self.published.day or self.published.interval.start)
            if past is not None:
                return past
        if self.background is not None and when.interval.end is None and event_type not in _OF_NOW:
            return True
        if when.interval.end is None and history.is_remembered(clauses, trigger, self.remembering):
            return True
        if when.interval.end is None and history.told_as_a_habit(clauses, trigger, self.habits, self.ages):
            return True
        return history.told_before_the_news(clauses, trigger, event_type, self.long_states)
