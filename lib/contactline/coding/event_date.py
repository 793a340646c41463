"""When an event took place: the date expression that belongs to its clause, and what stands in for one."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
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
NEWS = timedelta(days=7)
"""What is younger than this is news, however it is told."""
APART = frozenset({"after", "before", "following", "since", "despite"})
"""Prepositions of an event that has other days than the clause in which it is named."""
_RELATED = re.compile(r"\b(?:after|before)$")
"""A date told by another event ("a day after the attack"); it counts where that event gave it a day."""
VERBAL = frozenset({"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN"})


@dataclass(frozen=True, slots=True)
class When:
    """An event's days: what they rest on, and the words that tell them ("" where none do)."""

    interval: Interval
    basis: str  # clause, sentence, text, article, unknown
    text: str


_OPINION = frozenset({"SUPPORT", "ACCUSE"})


class Owners:
    """Which event of a sentence each word belongs to: the nearest one above it in the tree.

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

    def owner(self, i: int, assault: bool = False) -> int | None:
        """The event's number. ``assault``: a toll may also stand above its event ("clashes left ten dead")."""
        for here in (i, *self._clauses.root_of(i)):
            if here in self._by_token:
                return self._by_token[here]
        if assault or len(self._triggers) == 1:
            below = [n for n, t in enumerate(self._triggers)]
            return below[0] if below else None
        return None

    def nearest(self, i: int) -> int | None:
        """The event of a date: the one above it, or one told between that and the date, which took it along
        ("discussed the agreements reached in 2020").
        """
        above = self.owner(i)
        if above is None:
            return None
        between = [n for n, t in enumerate(self._triggers) if self._triggers[above] < t < i]
        if between and self._triggers[above] in self._clauses.root_of(self._triggers[between[-1]]):
            return between[-1]
        return above


class Calendar:
    """The dates of one article: its expressions by sentence, its own day, and the day its news tells of."""

    def __init__(
        self,
        document: Document,
        published: Published,
        timexes: Sequence[Timex],
        times: frozenset[str] = frozenset(),
        bygone: frozenset[str] = frozenset(),
    ):
        """``times``: words that a date may limit ("the morning of 27 September"); ``bygone``: those that put a
        noun before the news ("the recent meeting").
        """
        self.published = published
        self._times, self._bygone = times, bygone
        lines = (document.dateline, document.byline)
        head = max((line.span[1] for line in lines if line and line.span), default=0)
        self._timexes = [
            t
            for t in timexes
            if t.kind == "date" and t.start >= head and (t.basis == "event" or not _RELATED.search(t.text))
        ]
        self._starts = [t.start for t in self._timexes]
        self._document = document
        self.lead: Interval | None = None  # the day of the article's first dated news
        self.backdrop: When | None = None  # the history that the text is telling
        self.told_of: set[str] = set()  # and the countries that it tells of
        self._opened = 0

    def within(self, start: int, end: int) -> list[Timex]:
        """The dates that begin in a span of the text, in order."""
        found = []
        for i in range(bisect_left(self._starts, start), len(self._timexes)):
            if self._timexes[i].start >= end:
                break
            found.append(self._timexes[i])
        return found

    def when(
        self,
        sentence: int,
        number: int,
        owned: Owners,
        clauses: Clauses,
        event_type: str,
        status: str,
        trigger: Trigger,
    ) -> When:
        """The event's days with their basis: its clause, its sentence, the article's day for fresh news."""
        span = self._document.sentences[sentence]
        mine: list[tuple[int, Timex]] = []
        loose: list[Timex] = []
        for timex in self.within(span.start, span.end):
            if timex.interval.start is None and timex.interval.end is None:
                continue
            i = self._token(clauses, timex)
            if i is None or self._apart(clauses, i, trigger):
                continue
            owner = owned.nearest(i)
            if owner == number:
                if not self._aside(clauses, i, trigger, event_type):
                    mine.append((abs(i - trigger.i), timex))
            elif owner is None or self._above(clauses, i, trigger):
                loose.append(timex)
        if mine:
            best = min(mine, key=lambda m: (m[1].interval.precision not in ("day", "range"), m[0]))[1]
            return self._told(best, "clause", event_type, sentence)
        if loose:
            return self._told(loose[-1], "sentence", event_type, sentence)
        return self._untold(sentence, event_type, status, clauses, trigger)

    def _aside(self, clauses: Clauses, i: int, trigger: Trigger, event_type: str) -> bool:
        """Whether a date belongs to what is talked about ("since the truce of July", "welcomed the talks of
        Monday"), not to the talking.
        """
        noun, words = clauses.tokens[i].head, (trigger.i, trigger.verb)
        within = clauses.tokens[noun].head in words and clauses.case(noun) in ("in", "during", "at")
        if self._attributive(clauses, i) and noun not in words and not within:
            return True  # but "killed in the war of 2016"
        for here in (i, *clauses.root_of(i)):
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
            if token.pos == "NOUN" and clauses.case(here) == "since":
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
        thing = noun.pos in ("NOUN", "PROPN") and noun.lower not in self._times
        return thing and token.dep == "date" and clauses.tokens[first].lower == "of"

    def _told(self, timex: Timex, basis: str, event_type: str, sentence: int) -> When:
        when = When(timex.interval, basis, self._document.text[timex.words[0] : timex.words[1]])
        news = when.interval.precision == "day" and when.interval.start is not None
        if self.lead is None and news and event_type in VERBAL and self.published.day is not None:
            gap = self.published.day - (when.interval.start or date.min)
            if timedelta(0) <= gap <= timedelta(days=3) and sentence <= LEAD:
                self.lead = when.interval
        return when

    def _untold(self, sentence: int, event_type: str, status: str, clauses: Clauses, trigger: Trigger) -> When:
        """No date in the sentence: what is said in the news is said on its day; the rest is unknown."""
        span = self._document.sentences[sentence]
        dated = any(True for _ in self.within(span.start, span.end))
        if self.backdrop is not None and not dated and event_type not in ("REQUEST", "ACCUSE", "THREATEN"):
            return self.backdrop
        if event_type not in VERBAL or status == "planned" or self._gone_by(clauses, trigger):
            return When(UNKNOWN, "unknown", "")
        if self.history(When(UNKNOWN, "unknown", ""), clauses, trigger, event_type):
            return When(UNKNOWN, "unknown", "")
        if self.lead is not None:
            return When(self.lead, "text", "")
        if self.published.day is not None:
            return When(Interval(self.published.day, self.published.day, "day"), "article", "")
        first, last = self.published.interval.start, self.published.interval.end
        if first is not None and last is not None and last - first <= MONTH:
            return When(self.published.interval, "article", "")
        return When(UNKNOWN, "unknown", "")

    def _gone_by(self, clauses: Clauses, trigger: Trigger) -> bool:
        """Whether a noun is told as something before the news ("welcomed the recent meeting")."""
        words = (clauses.tokens[c].lower for c in clauses.children[trigger.i])
        return trigger.pattern.pos == "n" and not trigger.support and any(word in self._bygone for word in words)

    def pass_over(self, sentence: int, saying: bool, countries: set[str]) -> None:
        """Takes note of a sentence: a year long past opens a backdrop, fresh dates and words close it."""
        span = self._document.sentences[sentence]
        day = self.published.day or self.published.interval.start
        dates = [t for t in self.within(span.start, span.end) if t.interval.end is not None]
        if dates:
            interval = max((t.interval for t in dates), key=lambda i: i.end or date.min)
            old = not saying and day is not None and interval.end is not None and day - interval.end > HISTORY
            self.backdrop = When(interval, "text", "") if old else None
            self.told_of = countries if old else set()
            self._opened = sentence
        elif saying or sentence - self._opened >= FOLLOWING:
            self.backdrop = None
            self.told_of = set()

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
        below = [i, *clauses.root_of(i)]
        return any(
            clauses.tokens[here].pos == "NOUN" and clauses.case(here) in APART and here not in below
            for here in (trigger.i, *clauses.root_of(trigger.i))
        )

    @staticmethod
    def _above(clauses: Clauses, i: int, trigger: Trigger) -> bool:
        """Whether a date stands in the clause that reports the event ("said on the 20th that ... was reached")."""
        here = clauses.clause_of(i)
        below = trigger.i
        for above in clauses.root_of(trigger.i):
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

    def after(self, interval: Interval) -> bool:
        """Whether the days lie after the article's."""
        last = self.published.day or self.published.interval.end
        return last is not None and interval.start is not None and interval.start > last

    def history(self, when: When, clauses: Clauses, trigger: Trigger, event_type: str) -> bool:
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
        if self.backdrop is not None and end is None:
            return True
        verb = trigger.verb
        if clauses.is_verb(verb):
            reported = any(clauses.tokens[c].dep == "ccomp" for c in (verb, *clauses.root_of(verb)))
            if "had" in clauses.auxiliaries(verb) and not reported:
                return True
        elif event_type in ("ASSAULT", "COERCE"):
            return True
        if event_type == "ASSAULT" and not trigger.support:
            return True
        return False
