"""The toll of an event from the tolls in its sentence, and the number of rows that they need.

An event has one row for its own victims. A running total given with them ("bringing the total to 201") is a
separate row, and so are the losses of each side if a sentence counts them separately.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from contactline.coding.candidates import Candidate
from contactline.coding.counts import Count
from contactline.coding.event_date import EventDate
from contactline.coding.event_words import EventWords
from contactline.coding.tolls import CAPTURED, HANDED_OVER, HELD, INJURED, KILLED, TOTAL, ToldToll
from contactline.dates import chronology
from contactline.lexicon import Lexicon
from contactline.records import NO_TOLL, NOBODY, UNKNOWN, Event, Figure, Interval, Published, Toll

_FIGHTING = frozenset({"war", "clash", "attack"})
"""Kinds of landmarks from whose first day on a running total counts."""


@dataclass(frozen=True, slots=True)
class EventToll:
    """The tolls of one row.

    ``told``: in the order of the text. ``as_of``: the day up to which a running total counts.
    """

    told: tuple[ToldToll, ...] = ()
    as_of: date | None = None

    def count(self, what: str) -> Count | None:
        """The count of killed or injured, the first one with a number if there are several; None if there is
        none.
        """
        if not self.told:  # true of most events
            return None
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
        """Whether it is a running total, which does not belong to one day."""
        return any(t.kind == TOTAL for t in self.told)

    @property
    def countries(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(c for t in self.told for c in t.countries))

    def toll(self) -> Toll:
        """As the event carries it."""
        if not self.told and self.as_of is None:
            return NO_TOLL
        of = (*(g for t in self.told for g in t.groups), *self.countries)
        return Toll(
            killed=self._figure(KILLED),
            injured=self._figure(INJURED),
            captured=self._figure(CAPTURED),
            handed_over=self._figure(HANDED_OVER),
            held=self._figure(HELD),
            of=tuple(dict.fromkeys(of)),
            as_of=self.as_of,
        )

    def _figure(self, what: str) -> Figure:
        count = self.count(what)
        if count is None:
            return NOBODY
        kind = next(t.kind for t in self.told if t.what == what)
        return Figure(count.low, count.high, kind)


def tolls_of(
    number: int,
    candidate: Candidate,
    words: EventWords,
    told: Sequence[ToldToll],
    captives: tuple[ToldToll, ...] = (),
) -> tuple[EventToll, ...]:
    """The tolls of an event by the rows that they make; at least one row, perhaps without a toll.

    An attack has those of its own clause, or those of the sentence that no other event takes. Events of other
    types only have ``captives``: the people that they captured or released.
    """
    if candidate.type != "ASSAULT" or not told:
        return (EventToll(captives),)
    told = [t for t in told if not words.is_of_another(t.i)]
    own = [t for t in told if words.event_of(t.i, assault=True) == number] + list(captives)
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
    """The event of one of several rows, whose target is the side whose dead the row counts."""
    if not toll.countries:
        return candidate
    hit = tuple(a for a in candidate.target if a.country in toll.countries)
    others = tuple(a for a in candidate.source if a.country not in toll.countries)
    return replace(candidate, source=others, target=hit or candidate.target)


def dated_total(
    toll: EventToll, when: EventDate, own_days: bool, published: Published, lexicon: Lexicon
) -> tuple[EventToll, EventDate]:
    """A running total with the day up to which it counts, and its days.

    The days begin with a day that the text gives, else with the beginning of the fighting in the chronology.
    ``own_days``: whether ``when`` are the days of the total, not those of an increment given with it.
    """
    interval, told = when.interval, when.basis in ("clause", "sentence")
    last = published.day or published.interval.end
    counted = replace(toll, as_of=published.day)
    if own_days and told and any(t.since for t in toll.told):
        if interval.start is None or interval.precision == "range" or last is None or last < interval.start:
            return counted, when
        return counted, replace(when, interval=Interval(interval.start, last, "range"))
    if own_days and told and interval.precision == "day":
        counted, last = replace(toll, as_of=interval.end), interval.end
    elif own_days and told:
        return counted, when
    began = _beginning(counted.as_of, lexicon)
    if began is None:
        return counted, EventDate(UNKNOWN, "unknown", "")
    return counted, EventDate(Interval(began, last, "range"), "chronology", "")


def _beginning(day: date | None, lexicon: Lexicon) -> date | None:
    """The first day of the fighting that was going on on a day; of several, that of the longest."""
    if day is None:
        return None
    going_on = [m for m in chronology.landmarks(lexicon) if m.kind in _FIGHTING and m.start <= day <= m.end]
    return min((m.start for m in going_on), default=None)


# --- told after the event


def loose(told: Sequence[ToldToll], found: Sequence[Candidate], words: EventWords, misfortune: bool) -> EventToll:
    """The dead and injured of a sentence that belong to none of its events ("Four of them died in hospital").

    Empty where an attack of the sentence takes them, or if the sentence is about a ``misfortune``.
    """
    if misfortune or any(c.type == "ASSAULT" for c in found):
        return EventToll()
    return EventToll(tuple(t for t in told if words.event_of(t.i) is None))


def with_later(
    attack: Event, later: EventToll, sentence: int, published: Published, lexicon: Lexicon
) -> tuple[Event, ...]:
    """An attack with the toll that a later ``sentence`` gives; a running total becomes a separate row."""
    days = EventDate(attack.when, attack.date_basis, attack.date_text)
    own, totals = (EventToll(tuple(t for t in later.told if (t.kind == TOTAL) is kind)) for kind in (False, True))
    rows = [replace(_with_toll(attack, own, days), other_sentences=(*attack.other_sentences, sentence))]
    if totals.told:
        totals, days = dated_total(totals, days, False, published, lexicon)
        bare = replace(attack, killed=None, injured=None, toll_text="", toll=NO_TOLL, other_sentences=(sentence,))
        rows.append(_with_toll(bare, totals, days))
    return tuple(rows)


def _with_toll(event: Event, told: EventToll, days: EventDate) -> Event:
    """The event with the figures that it has none of yet, and then of these days."""
    toll, had = told.toll(), event.toll
    of_killed, of_injured = (
        getattr(had, what) == NOBODY and getattr(toll, what) != NOBODY for what in (KILLED, INJURED)
    )
    if not of_killed and not of_injured:
        return event
    return replace(
        event,
        when=days.interval,
        date_basis=days.basis,
        date_text=days.text,
        killed=told.number(KILLED) if of_killed else event.killed,
        injured=told.number(INJURED) if of_injured else event.injured,
        toll_text="; ".join(filter(None, (event.toll_text, told.text))),
        toll=replace(
            had,
            killed=toll.killed if of_killed else had.killed,
            injured=toll.injured if of_injured else had.injured,
            of=had.of or toll.of,
            as_of=toll.as_of or had.as_of,
        ),
    )
