"""The toll of an event out of the tolls that its sentence tells, and how many rows of their own they make.

An event has one row for those whom it cost itself. A running total told beside them ("bringing the total to 201")
is a row of its own, and so are the losses of each side where a sentence counts them apart.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from contactline.coding.candidates import Candidate
from contactline.coding.counts import Count
from contactline.coding.event_date import EventDate
from contactline.coding.event_words import EventWords
from contactline.coding.tolls import INJURED, KILLED, TOTAL, ToldToll
from contactline.dates import chronology
from contactline.lexicon import Lexicon
from contactline.records import NOBODY, UNKNOWN, Figure, Interval, Published, Toll

_FIGHTING = frozenset({"war", "clash", "attack"})
"""Kinds of landmarks since whose first day a running total counts."""


@dataclass(frozen=True, slots=True)
class EventToll:
    """The tolls of one row: ``told`` in the order of the text."""

    told: tuple[ToldToll, ...] = ()

    def count(self, what: str) -> Count | None:
        """The count of killed or injured, of several tellings the first with a number; None if not told."""
        own = [t.count for t in self.told if t.what == what]
        return next((c for c in own if c.number is not None), own[0] if own else None)

    def number(self, what: str) -> int | None:
        """The one number that the text gives."""
        count = self.count(what)
        return count.number if count else None

    @property
    def text(self) -> str:
        """The words, those of several tellings separated by "; "."""
        return "; ".join(dict.fromkeys(t.text for t in self.told))

    @property
    def is_total(self) -> bool:
        """Whether a running total is told, which is of no one day."""
        return any(t.kind == TOTAL for t in self.told)

    @property
    def countries(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(c for t in self.told for c in t.countries))

    def toll(self, when: EventDate, published: Published) -> Toll:
        """As the event carries it; ``when`` are the event's days."""
        of = (*(g for t in self.told for g in t.groups), *self.countries)
        last = when.interval.end if when.interval.precision in ("day", "range") else None
        return Toll(
            killed=self._figure(KILLED),
            injured=self._figure(INJURED),
            of=tuple(dict.fromkeys(of)),
            as_of=(last or published.day) if self.is_total else None,
        )

    def _figure(self, what: str) -> Figure:
        count = self.count(what)
        if count is None:
            return NOBODY
        kind = next(t.kind for t in self.told if t.what == what)
        return Figure(count.low, count.high, kind)


def tolls_of(
    number: int, candidate: Candidate, words: EventWords, told: Sequence[ToldToll]
) -> tuple[EventToll, ...]:
    """The tolls of an attack by the rows that they make, at least one: those in its own clause, or the sentence's
    where no other event takes them. An event of another type has none.
    """
    if candidate.type != "ASSAULT":
        return (EventToll(),)
    own = [t for t in told if words.event_of(t.i, assault=True) == number]
    rows: list[list[ToldToll]] = []
    for toll in own:
        row = next((row for row in rows if all(_of_one_row(other, toll) for other in row)), None)
        if row is not None:
            row.append(toll)
        else:
            rows.append([toll])
    rows.sort(key=lambda row: row[0].kind == TOTAL)
    return tuple(EventToll(tuple(row)) for row in rows) or (EventToll(),)


def _of_one_row(first: ToldToll, second: ToldToll) -> bool:
    """Whether two tolls are of one kind and may be of one side."""
    if first.kind != second.kind:
        return False
    return (
        first.what != second.what
        or not first.countries
        or not second.countries
        or (first.countries == second.countries)
    )


def of_its_side(candidate: Candidate, toll: EventToll) -> Candidate:
    """The event of one row of several: whom it hit is the side whose dead the row counts."""
    if not toll.countries:
        return candidate
    hit = tuple(a for a in candidate.target if a.country in toll.countries)
    others = tuple(a for a in candidate.source if a.country not in toll.countries)
    return replace(candidate, source=others, target=hit or candidate.target)


def days_of_total(when: EventDate, beside_increment: bool, published: Published, lexicon: Lexicon) -> EventDate:
    """The days of a running total: the span since a day that the text names, else since the beginning of the
    fighting that the chronology has for the article's day. ``beside_increment``: the event's own days are those
    of the increment.
    """
    last = published.day or published.interval.end
    interval = when.interval
    if when.basis in ("clause", "sentence") and not beside_increment:
        if interval.start is None or interval.precision == "range" or last is None or last < interval.start:
            return when
        return replace(when, interval=Interval(interval.start, last, "range"))
    began = _beginning(last, lexicon) if published.day is not None else None
    if began is None:
        return EventDate(UNKNOWN, "unknown", "")
    return EventDate(Interval(began, last, "range"), "chronology", "")


def _beginning(day: date | None, lexicon: Lexicon) -> date | None:
    """The first day of the fighting that goes on on a day, of several the longest."""
    if day is None:
        return None
    going_on = [m for m in chronology.landmarks(lexicon) if m.kind in _FIGHTING and m.start <= day <= m.end]
    return min((m.start for m in going_on), default=None)
