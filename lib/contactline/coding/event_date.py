"""When an event took place: the date expression that belongs to its clause, and what stands in for one."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from contactline.parsing.clauses import Clauses
from contactline.records import UNKNOWN, Document, Interval, Published, Timex

if TYPE_CHECKING:
    from contactline.coding.triggers import Trigger

HISTORY = timedelta(days=92)
"""What lies further before the article than this is background (about three months)."""
MONTH = timedelta(days=31)
"""An article dated no closer than this gives its events no date."""
LEAD = 3
"""The first sentences (the title among them) tell what the news is, and so the day of what is said in it."""
FOLLOWING = 2
"""Sentences without a date for which a backdrop goes on."""
FRESH = timedelta(days=3)
"""Days before the article on which its first news may be."""
NEWS = timedelta(days=7)
"""What is younger than this is news, however it is told."""
APART = frozenset({"after", "before", "following", "since", "despite"})
"""Prepositions of an event that has other days than the clause in which it is named."""
_RELATED = re.compile(r"\b(?:after|before)$")
"""A date told by another event ("a day after the attack"); it counts where that event gave it a day."""
VERBAL = frozenset({"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN"})


@dataclass(frozen=True, slots=True)
class EventDate:
    """An event's days: what they rest on, and the words that tell them ("" where none do)."""

    interval: Interval
    basis: str  # clause, sentence, text, article, unknown
    text: str


_OPINION = frozenset({"SUPPORT", "ACCUSE"})


class EventWords:
    """Which event of a sentence each word belongs to: the nearest one above it in the tree of the parse.

    ``events``: (trigger, verb) of each; ``aliases``: words that stand for an event without being its trigger.
    """

    def __init__(
        self, clauses: Clauses, events: Sequence[tuple[int, int]], aliases: Mapping[int, int] | None = None
    ):
        self._clauses = clauses
        self._by_token: dict[int, int] = {}
        for number, (trigger, verb) in enumerate(events):
            self._by_token.setdefault(trigger, number)
            self._by_token.setdefault(verb, number)
        for token, number in (aliases or {}).items():
            self._by_token.setdefault(token, number)
        self._triggers = [trigger for trigger, _ in events]

    def event_of(self, i: int, assault: bool = False) -> int | None:
        """The event's number. ``assault``: a toll may also stand above its event ("clashes left ten dead")."""
        for here in (i, *self._clauses.ancestors(i)):
            if here in self._by_token:
                return self._by_token[here]
        if assault or len(self._triggers) == 1:
            below = [n for n, t in enumerate(self._triggers)]
            return below[0] if below else None
        return None

    def event_of_date(self, i: int) -> int | None:
        """The event of a date: the one above it, or one told between that and the date, which took it along
        ("discussed the agreements reached in 2020").
        """
        above = self.event_of(i)
        if above is None:
            return None
        between = [n for n, t in enumerate(self._triggers) if self._triggers[above] < t < i]
        if between and self._triggers[above] in self._clauses.ancestors(self._triggers[between[-1]]):
            return between[-1]
        return above


@dataclass(frozen=True, slots=True)
class EventDates:
    """The dates of one article, and what its sentences so far say of the time that is told of.

    ``timexes``: its date expressions that can date an event, in order, and ``starts`` where they begin.
    ``time_words``: words that a date may limit ("the morning of 27 September"); ``past_words``: those that put a
    noun before the news ("the recent meeting"). ``lead``: the day of the article's first dated news.
    ``background``: the past that the text is telling of, for ``background_countries``, since the sentence
    ``background_since``.
    """

    document: Document
    published: Published
    timexes: tuple[Timex, ...]
    starts: tuple[int, ...]
    time_words: frozenset[str] = frozenset()
    past_words: frozenset[str] = frozenset()
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
        self,
        sentence: int,
        number: int,
        words: EventWords,
        clauses: Clauses,
        event_type: str,
        status: str,
        trigger: Trigger,
    ) -> EventDate:
        """The event's days with their basis: its clause, its sentence, the article's day for fresh news."""
        span = self.document.sentences[sentence]
        mine: list[tuple[int, Timex]] = []
        loose: list[Timex] = []
        for timex in self.within(span.start, span.end):
            if timex.interval.start is None and timex.interval.end is None:
                continue
            i = self._token(clauses, timex)
            if i is None or self._apart(clauses, i, trigger):
                continue
            owner = words.event_of_date(i)
            if owner == number:
                if not self._aside(clauses, i, trigger, event_type):
                    mine.append((abs(i - trigger.i), timex))
            elif owner is None or self._above(clauses, i, trigger):
                loose.append(timex)
        if mine:
            best = min(mine, key=lambda m: (m[1].interval.precision not in ("day", "range"), m[0]))[1]
            return self._from_timex(best, "clause")
        if loose:
            return self._from_timex(loose[-1], "sentence")
        return self._without_timex(sentence, event_type, status, clauses, trigger)

    def _aside(self, clauses: Clauses, i: int, trigger: Trigger, event_type: str) -> bool:
        """Whether a date belongs to what is talked about ("since the truce of July", "welcomed the talks of
        Monday"), not to the talking.
        """
        noun, words = clauses.tokens[i].head, (trigger.i, trigger.verb)
        within = clauses.tokens[noun].head in words and clauses.preposition(noun) in ("in", "during", "at")
        if self._attributive(clauses, i) and noun not in words and not within:
            return True  # but "killed in the war of 2016"
        for here in (i, *clauses.ancestors(i)):
            if here in (trigger.i, trigger.verb):
                return False
            token = clauses.tokens[here]
            if token.dep in ("acl:relcl", "advcl:relcl") or (token.dep == "ccomp" and event_type in VERBAL):
                return True
            if (
                event_type in _OPINION
                and not trigger.pattern.two_sided  # "signed a protocol with Russia on Monday"
                and token.pos == "NOUN"
                and token.dep in ("obj", "obl", "nmod")
                and here != i
            ):
                return True
            if token.pos == "NOUN" and clauses.preposition(here) == "since":
                return True
        return False

    def _attributive(self, clauses: Clauses, i: int) -> bool:
        """Whether a date says which thing is meant: "the agreement of 9 November"."""
        token = clauses.tokens[i]
        if token.dep == "conj":  # "the orders of February and July"
            return self._attributive(clauses, token.head)
        noun = clauses.tokens[token.head]
        first = i
        while first and clauses.tokens[first - 1].dep == "date" and clauses.tokens[first - 1].head == token.head:
            first -= 1
        thing = noun.pos in ("NOUN", "PROPN") and noun.lower not in self.time_words
        return thing and token.dep == "date" and clauses.tokens[first].lower == "of"

    def _from_timex(self, timex: Timex, basis: str) -> EventDate:
        return EventDate(timex.interval, basis, self.document.text[timex.words[0] : timex.words[1]])

    def _without_timex(
        self, sentence: int, event_type: str, status: str, clauses: Clauses, trigger: Trigger
    ) -> EventDate:
        """No date in the sentence: what is said in the news is said on its day; the rest is unknown."""
        span = self.document.sentences[sentence]
        dated = any(True for _ in self.within(span.start, span.end))
        if self.background is not None and not dated and event_type not in ("REQUEST", "ACCUSE", "THREATEN"):
            return self.background
        if event_type not in VERBAL or status == "planned" or self._gone_by(clauses, trigger):
            return EventDate(UNKNOWN, "unknown", "")
        if self.is_history(EventDate(UNKNOWN, "unknown", ""), clauses, trigger, event_type):
            return EventDate(UNKNOWN, "unknown", "")
        if self.lead is not None:
            return EventDate(self.lead, "text", "")
        if self.published.day is not None:
            return EventDate(Interval(self.published.day, self.published.day, "day"), "article", "")
        first, last = self.published.interval.start, self.published.interval.end
        if first is not None and last is not None and last - first <= MONTH:
            return EventDate(self.published.interval, "article", "")
        return EventDate(UNKNOWN, "unknown", "")

    def _gone_by(self, clauses: Clauses, trigger: Trigger) -> bool:
        """Whether a noun is told as something before the news ("welcomed the recent meeting")."""
        words = (clauses.tokens[c].lower for c in clauses.children[trigger.i])
        return (
            trigger.pattern.pos == "n" and not trigger.support and any(word in self.past_words for word in words)
        )

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

    @staticmethod
    def _token(clauses: Clauses, timex: Timex) -> int | None:
        for token in clauses.tokens:
            if token.start < timex.end and timex.start < token.end and token.dep != "punct":
                return token.i
        return None

    @staticmethod
    def _apart(clauses: Clauses, i: int, trigger: Trigger) -> bool:
        """Whether a date is that of a clause which only names the event as what came before or after it ("said on
        Monday after the attack").
        """
        below = [i, *clauses.ancestors(i)]
        return any(
            clauses.tokens[here].pos == "NOUN" and clauses.preposition(here) in APART and here not in below
            for here in (trigger.i, *clauses.ancestors(trigger.i))
        )

    @staticmethod
    def _above(clauses: Clauses, i: int, trigger: Trigger) -> bool:
        """Whether a date stands in the clause that reports the event ("said on the 20th that ... was reached")."""
        here = clauses.clause_of(i)
        below = trigger.i
        for above in clauses.ancestors(trigger.i):
            if above != here and clauses.tokens[above].dep in ("advcl", "acl", "acl:relcl", "advcl:relcl"):
                return False
            if clauses.tokens[below].dep in ("advcl", "acl", "acl:relcl", "advcl:relcl"):
                return above == here and any(clauses.tokens[c].lower == "when" for c in clauses.children[below])
            if above == here:
                return clauses.tokens[below].dep in (
                    "ccomp",
                    "xcomp",
                    "obj",
                    "conj",
                    "parataxis",
                    "nsubj",
                    "obl",
                    "nmod",
                )
            below = above
        return False

    # --- against the article's day

    def is_to_come(self, interval: Interval) -> bool:
        """Whether the days lie after the article's."""
        last = self.published.day or self.published.interval.end
        return last is not None and interval.start is not None and interval.start > last

    def is_history(self, when: EventDate, clauses: Clauses, trigger: Trigger, event_type: str) -> bool:
        """Whether an event is told as history: long past, or with no date in the tense and words of a backdrop."""
        day = self.published.day or self.published.interval.start
        end = when.interval.end or when.interval.start
        if end is not None:
            if day is None:
                return when.interval.precision == "year"
            if day - end > HISTORY:
                return True
            if day - end < NEWS and when.interval.precision in ("day", "week"):
                return False
            start = when.interval.start
            if when.interval.precision == "year" or (start is not None and end - start > HISTORY):
                return True
        if self.background is not None and end is None:
            return True
        verb = trigger.verb
        if clauses.is_verb(verb):
            reported = any(clauses.tokens[c].dep == "ccomp" for c in (verb, *clauses.ancestors(verb)))
            if "had" in clauses.auxiliaries(verb) and not reported:
                return True
        elif event_type in ("ASSAULT", "COERCE"):
            return True
        if event_type == "ASSAULT" and not trigger.support:
            return True
        return False
