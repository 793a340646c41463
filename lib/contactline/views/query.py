"""Questions to the stored tables: a frozen set of filters, an index that answers it, the answer in plain words.

The index holds columns as numpy codes (a filter is a boolean array, a count a bincount), so that a million events
are as fast as a thousand. Screens and exports use the same selection.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd
import pyarrow as pa

from contactline.lexicon import Lexicon, unlisted
from contactline.tables.coded import OF_EVENTS
from contactline.tables.store import Store
from contactline.views import completed, indexed, labels, search, telling, toponyms
from contactline.views.answers import Answers
from contactline.views.indexed import SIDES
from contactline.views.words import count, say

Mask = npt.NDArray[np.bool_]

PARTS = ("source", "target", "mediator", "speaker")
"""The roles that an actor can have in an event."""

ROLES = ("any", *PARTS)
"""The roles in which an actor can be looked for."""

ANYONE = "*"
"""Stands for any actor in a pair of source and target."""

PRECISIONS = ("any", "day", "vague", "none")
"""How exactly an event's date is known: to its day, less exactly, not at all."""

SWITCHES = ("background", "completed", "unlisted", "reported")
"""What is included unless it is left out, by its name in ``Filters``."""

UNITS = ("incidents", "events")
"""What is counted: incidents, each once however many report it, or events, one per report. A page may offer
more."""

NOUNS = {"incidents": "incident", "events": "event"}
"""The units as nouns of ``words.count``."""

_MONTH = 31  # in days
_TICKED = 50
"""If there are fewer possible numbers than so many times the numbers, a bitmap is faster than sorting."""
NOWHERE = "nowhere"
"""Stands for the place of events that have none."""


@dataclass(frozen=True, slots=True)
class Filters:
    """What is asked for; an empty tuple or text means no restriction.

    ``start``..``end``: both days included; an event is selected if its span overlaps them. If either is set,
    events without a date are left out unless ``undated``. ``precision``: one of ``PRECISIONS``. ``actors``:
    actor_ids and country codes, any of them, in ``role`` (one of ``ROLES``). ``pairs``: "ARM>AZE", any of them:
    the first as source, the other as target (``ANYONE`` for any actor), but no act on oneself. ``types``: types
    ("CONSULT"), types with a mode ("CONSULT-phone") and classes ("verbal conflict"). ``background``: whether to
    include history reported as context. ``completed``: whether to count parties that the text does not name
    (``records.BASES``). ``unlisted``: whether to count parties that no table of the lexicon has. ``reported``:
    whether to include events that are dated only by their article. ``text``: words for ``search``, in the
    sentence, the label or the names.
    """

    start: date | None = None
    end: date | None = None
    actors: tuple[str, ...] = ()
    role: str = "any"
    types: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    publishers: tuple[str, ...] = ()
    text: str = ""
    background: bool = True
    precision: str = "any"
    undated: bool = False
    completed: bool = True
    unlisted: bool = True
    reported: bool = True
    pairs: tuple[str, ...] = ()

    def changed(self, **fields: Any) -> Filters:
        """The same filters with some fields changed."""
        return replace(self, **fields)

    @property
    def dated(self) -> bool:
        """Whether a first or last day is set."""
        return self.start is not None or self.end is not None


@dataclass(frozen=True, slots=True)
class Parties:
    """The parties that count.

    ``parts``: positions of events by id (or country code) and role. ``sides``: by column of ``SIDES``, the names
    of each event's parties.
    """

    parts: dict[str, dict[str, npt.NDArray[np.int32]]]
    sides: dict[str, pd.Series[str]]


@dataclass(frozen=True)
class EventIndex:
    """The events of a store, sorted by their first day (undated last), prepared for filtering and counting.

    ``events``: the table with names added: kind ("CONSULT-phone"), place (both names), place_kind, extent, lat,
    lon, publisher, sources, targets, mediators, speakers (names, joined); its index is the position, and what is
    added is categories, but for lat and lon.
    ``codes``: of the columns of ``coded.OF_EVENTS`` (``kind`` for the mode) and ``publisher`` the values as
    numbers, places in ``values`` (-1 where unknown). ``coded``, ``parties_coded``: as of ``Store.numbers``.
    ``party_at``: the position of the event of each row of the store's ``event_actors``.
    """

    store: Store
    lexicon: Lexicon
    events: pd.DataFrame
    start: npt.NDArray[np.datetime64]
    end: npt.NDArray[np.datetime64]
    dated: int
    codes: dict[str, npt.NDArray[np.int32]]
    values: dict[str, pd.Index[str]]
    coded: pa.Table
    parties_coded: pa.Table
    party_at: npt.NDArray[np.int32]
    parts: dict[str, dict[str, npt.NDArray[np.int32]]]

    @classmethod
    def build(cls, store: Store, lexicon: Lexicon) -> EventIndex:
        """Sort and encode the events of a store, once per store."""
        events = store.by_day
        coded, parties = store.numbers(events)
        found = {name: indexed.numbers(coded.column(name)) for name in OF_EVENTS}
        found["kind"] = indexed.kinds(found["type"], found.pop("mode"))
        found["publisher"] = indexed.publishers(store, indexed.rows(coded.column("article_at")))
        added = {name: indexed.column(found[name]) for name in ("kind", "publisher")}
        added |= indexed.place_columns(store, found["place_id"])
        found["place_id"] = indexed.with_missing(found["place_id"], NOWHERE)
        party_at = indexed.rows(parties.column("event_at"))
        added |= indexed.sides(store, parties, party_at, None, len(events), lexicon)
        return cls(
            store=store,
            lexicon=lexicon,
            events=events.assign(**added),
            start=events["date_start"].to_numpy("datetime64[D]"),
            end=events["date_end"].to_numpy("datetime64[D]"),
            dated=int(events["date_start"].notna().sum()),
            codes={name: codes for name, (codes, _) in found.items()},
            values={name: values for name, (_, values) in found.items()},
            coded=coded,
            parties_coded=parties,
            party_at=party_at,
            parts=indexed.parts(parties, party_at, None, len(events)),
        )

    @cached_property
    def span(self) -> tuple[date, date] | None:
        """The first and the last day of all events; None where no event has a date."""
        if not self.dated:
            return None
        return self.start[0].astype(object), self.end[: self.dated].max().astype(object)

    @cached_property
    def news(self) -> tuple[date, date] | None:
        """The days of all events but a few outliers; None where no event has a date."""
        return bulk(self.events)

    def beyond(self, days: tuple[date, date] | None) -> tuple[Mask, Mask]:
        """The events that begin before these days, and those that end after them; none where days is None.

        A filter for all days before, or after, the given ones selects exactly these.
        """
        if days is None:
            return np.zeros(len(self.events), bool), np.zeros(len(self.events), bool)
        return self.start < np.datetime64(days[0]), self.end > np.datetime64(days[1])

    @cached_property
    def _fewer(self) -> dict[tuple[bool, bool], Parties]:
        """The parties by whether completed and unlisted ones count; each is made when it is first needed."""
        return {(True, True): Parties(self.parts, {side: self.events[side] for side in SIDES})}

    def parties(self, completed: bool = True, unlisted: bool = True) -> Parties:
        """The positions of the parties that count. ``completed``, ``unlisted``: as in ``Filters``."""
        found = self._fewer.get((completed, unlisted))
        if found is None:
            some = self.counted(completed, unlisted)
            coded, at, size = self.parties_coded, self.party_at, len(self.events)
            sides = indexed.sides(self.store, coded, at, some, size, self.lexicon)
            parts = indexed.parts(coded, at, some, size)
            found = self._fewer[completed, unlisted] = Parties(parts, {n: pd.Series(c) for n, c in sides.items()})
        return found

    def counted(self, completed: bool = True, unlisted: bool = True) -> Mask:
        """Which rows of ``event_actors`` count: without those ``completed`` to what the texts name, and those
        ``unlisted`` in the lexicon, unless asked for.
        """
        found = np.ones(len(self.party_at), bool)
        if not completed:
            found &= self._told
        if not unlisted:
            found &= ~self._new
        return found

    @cached_property
    def _told(self) -> Mask:
        """The parties whom a text names."""
        basis, words = indexed.numbers(self.parties_coded.column("basis"))
        return np.append(words == completed.TOLD, False)[basis]

    @cached_property
    def _new(self) -> Mask:
        """The parties that no table of the lexicon has."""
        actor, ids = indexed.numbers(self.parties_coded.column("actor_id"))
        return np.append(ids.str.startswith(unlisted.PREFIX), False).astype(bool)[actor]

    @cached_property
    def sentences(self) -> search.Texts:
        """The sentences of all articles, coded or not, prepared for search."""
        return search.Texts.build(pa.array(self.store.sentences["text"], pa.large_string()))

    @cached_property
    def _sentence(self) -> npt.NDArray[np.int64]:
        """The row of each event's sentence in the table of sentences; -1 where there is none."""
        rows = pd.MultiIndex.from_frame(self.store.sentences[["article_id", "sentence"]])
        return rows.get_indexer(pd.MultiIndex.from_frame(self.events[["article_id", "sentence"]]))

    @cached_property
    def _named_in(self) -> list[tuple[npt.NDArray[np.int64], search.Texts]]:
        """What the search covers besides the sentence: for each column of names, each event's code, and the
        names.
        """
        found = []
        for column in ("label", "place", "publisher", *SIDES):
            codes, values = pd.factorize(self.events[column])
            found.append((codes.astype(np.int64), search.Texts.build(pa.array(values, pa.large_string()))))
        return found

    @cached_property
    def _coded(self) -> Mask:
        """Which rows of the table of sentences contain an event."""
        return telling.sentences(self.store.sentences, [self.store.events])

    def uncoded(self, filters: Filters) -> pd.DataFrame:
        """The sentences that match the search but have no coded event: rows of the table of sentences.

        Of the other filters, only the one for publishers applies. Empty where no words are searched for.
        """
        wanted = search.parse(filters.text)
        sentences = self.store.sentences
        if not wanted.wanted:
            return sentences.iloc[:0]
        found = sentences[search.matching(wanted, self.sentences) & ~self._coded]
        if filters.publishers:
            articles = self.store.articles
            publishers = articles["publisher"].replace("", say("sentence.publisher_unknown"))
            found = found[found["article_id"].isin(articles["article_id"][publishers.isin(filters.publishers)])]
        return found

    @cached_property
    def actors(self) -> tuple[str, ...]:
        """Country codes, then actor_ids, each sorted by the number of roles in events; without UNK, which means
        unknown.
        """
        counts = {key: sum(map(len, roles.values())) for key, roles in self.parts.items() if key != "UNK"}
        return tuple(sorted(counts, key=lambda key: (not key.isupper(), -counts[key], key)))

    @cached_property
    def answers(self) -> Answers:
        """Results that pages have computed from these events."""
        return Answers()

    def select(self, filters: Filters) -> Mask:
        """Which events the filters select, as a read-only mask over ``events``."""
        return self.answers.of(("select", filters), lambda: self._selected(filters))

    def _selected(self, filters: Filters) -> Mask:
        mask = self._others(filters)
        if filters.dated:
            inside = self._inside(filters)
            if filters.undated or filters.precision == "none":
                inside[self.dated :] = True
            mask &= inside
        if filters.precision != "any":
            mask &= self.known(filters.precision)
        mask.flags.writeable = False
        return mask

    def known(self, precision: str) -> Mask:
        """The events whose date is as exact as ``precision`` (one of ``PRECISIONS``) asks."""
        day = self.matches("date_precision", ("day",))
        dated = np.arange(len(self.events)) < self.dated
        return {"any": np.ones(len(self.events), bool), "day": day, "vague": dated & ~day, "none": ~dated}[
            precision
        ]

    @cached_property
    def _also(self) -> dict[str, Mask]:
        """By the name of the switch in ``Filters``: the events that one click leaves out, or affects."""
        found = {
            "background": self.matches("status", ("background",)),
            "reported": self.matches("date_basis", ("article",)),
            "undated": np.arange(len(self.events)) >= self.dated,
        }
        for name, some in (("completed", ~self._told), ("unlisted", self._new)):
            found[name] = np.zeros(len(self.events), bool)
            found[name][self.party_at[some]] = True
        return found

    def also(self, filters: Filters, unit: str = "events") -> dict[str, int]:
        """How many events or incidents (``unit``, one of ``UNITS``) one click leaves out, or includes again.

        By names of ``Filters``: background, completed, unlisted, reported, and undated (0 where no days are
        chosen).
        """
        wider = {name: filters.changed(**{name: True}) for name in self._also}
        found = {name: self.number(self.select(wider[name]) & self._also[name], unit) for name in wider}
        return found if filters.dated and filters.precision == "any" else found | {"undated": 0}

    def matches(self, column: str, wanted: Iterable[str]) -> Mask:
        """The events whose ``column`` (an encoded one) has one of the values."""
        chosen = np.zeros(len(self.values[column]) + 1, bool)
        places = self.values[column].get_indexer(pd.Index(list(wanted)))
        chosen[places[places >= 0]] = True
        # unknown values have the code -1, which is the last entry and never chosen
        return chosen[self.codes[column]]

    def counts(self, mask: Mask, column: str, unit: str = "events") -> pd.Series[int]:
        """The number of selected events for each value of ``column``, including zeros.

        ``unit``: one of ``UNITS``; an incident counts for each value that one of its selected events has.
        """
        codes = self.codes[column][mask]
        number = len(self.values[column])
        found: npt.NDArray[np.integer[Any]] = codes[codes >= 0]
        if unit != "events":
            incident, size = self.incident_at[mask], max(1, len(self.store.incidents))
            pairs = (codes.astype(np.int64) * size + incident)[(codes >= 0) & (incident >= 0)]
            found = _different(pairs, number * size) // size
        return pd.Series(np.bincount(found, minlength=number), index=self.values[column])

    def number(self, mask: Mask, unit: str = "events") -> int:
        """The number of selected events, or of incidents that they belong to. ``unit``: one of ``UNITS``."""
        return int(mask.sum() if unit == "events" else self.incidents(mask).sum())

    @cached_property
    def incident_at(self) -> npt.NDArray[np.int32]:
        """The row of each event's incident in the table of incidents; -1 where it has none."""
        return indexed.rows(self.coded.column("incident_at"))

    @cached_property
    def by_incident(self) -> npt.NDArray[np.int64]:
        """The positions of the events by the row of their incident, those without one left out.

        Of an incident the event comes first by which it is drawn: one that gives its own days, or else the most
        exact; of several one of its own type.
        """
        incidents, at = self.store.incidents, self.incident_at
        here = np.flatnonzero(at >= 0)
        several = here[(np.bincount(at[here], minlength=len(incidents)) > 1)[at[here]]]
        of = at[several]
        own = [incidents[name].to_numpy("datetime64[D]")[of] for name in ("date_start", "date_end")]
        days = [day[several] for day in (self.start, self.end)]
        alike = [(a == b) | (np.isnat(a) & np.isnat(b)) for a, b in zip(days, own, strict=True)]
        length = (days[1] - days[0]).astype(np.int64)
        length[np.isnat(days[0]) | np.isnat(days[1])] = np.iinfo(np.int64).max
        types = self.values["type"].get_indexer(pd.Index(incidents["type"]))
        other_type = self.codes["type"][several] != types[of]
        rank = np.zeros(len(at), np.int64)
        rank[several[np.lexsort((other_type, length, ~(alike[0] & alike[1])))]] = np.arange(len(several))
        return here[np.lexsort((rank[here], at[here]))]

    def incidents(self, mask: Mask) -> Mask:
        """The rows of the table of incidents that the selected events belong to."""
        at = self.incident_at[mask]
        return np.bincount(at[at >= 0], minlength=len(self.store.incidents)) > 0

    def named(self, mask: Mask) -> int:
        """The number of actors, without countries, that have a part in the selected events."""
        return sum(
            any(mask[positions].any() for positions in roles.values())
            for key, roles in self.parts.items()
            if not key.isupper()
        )

    def involved(
        self, actors: Sequence[str], role: str = "any", completed: bool = True, unlisted: bool = True
    ) -> Mask:
        """The events in which one of the actors (ids or country codes) has the role.

        ``completed``, ``unlisted``: as in ``Filters``.
        """
        mask = np.zeros(len(self.events), bool)
        parts = self.parties(completed, unlisted).parts
        for actor in actors:
            for name, positions in parts.get(actor, {}).items():
                if role in ("any", name):
                    mask[positions] = True
        return mask

    def between(self, pair: str, completed: bool = True, unlisted: bool = True) -> Mask:
        """The events that one party did to another, but not to itself. ``pair``: as in ``Filters.pairs``."""
        source, _, target = pair.partition(">")
        sides = {"source": source, "target": target}
        found = np.ones(len(self.events), bool)
        for role, actor in sides.items():
            if actor != ANYONE:
                found &= self.involved((actor,), role, completed, unlisted)
        # two different countries, or two different actors, are never the same party
        alike = source.isupper() == target.isupper()
        if ANYONE not in sides.values() and (source == target or not alike):
            parties = self.store.event_actors[self.counted(completed, unlisted)]
            found &= ~self._on_themselves(sides, parties, found)
        return found

    def _on_themselves(self, sides: dict[str, str], parties: pd.DataFrame, among: Mask) -> Mask:
        """The events whose only matching source is also their only matching target, as in talks within one
        country.
        """
        at = self.party_at[parties.index.to_numpy()]
        parties = parties.assign(at=at, who=parties["actor_id"].fillna(parties["country"]))[among[at]]
        asked = {
            role: parties[
                (parties["role"] == role) & ((parties["actor_id"] == actor) | (parties["country"] == actor))
            ]
            for role, actor in sides.items()
        }
        ends = [side.groupby("at")["who"].agg(["min", "max"]).reset_index() for side in asked.values()]
        both = ends[0].merge(ends[1], on=["at", "min", "max"])
        found = np.zeros(len(self.events), bool)
        found[both["at"][both["min"] == both["max"]]] = True
        return found

    def found(self, text: str) -> Mask:
        """The events that match a search, in the sentence, the label or the names."""

        def holding(term: search.Term) -> Mask:
            mask = np.append(self.sentences.holding(term), False)[self._sentence]
            for codes, names in self._named_in:
                mask |= np.append(names.holding(term), False)[codes]
            return mask

        wanted = search.parse(text)
        mask = np.ones(len(self.events), bool)
        for group in wanted.wanted:
            mask &= np.logical_or.reduce([holding(term) for term in group])
        for term in wanted.barred:
            mask &= ~holding(term)
        return mask

    def _others(self, filters: Filters) -> Mask:
        """The events that all filters except those of dates select."""
        mask = np.ones(len(self.events), bool)
        counted = filters.completed, filters.unlisted
        if filters.actors:
            mask &= self.involved(filters.actors, filters.role, *counted)
        if filters.pairs:
            mask &= np.logical_or.reduce([self.between(pair, *counted) for pair in filters.pairs])
        if filters.types:
            mask &= np.logical_or.reduce(
                [self.matches(column, filters.types) for column in ("type", "kind", "quad")]
            )
        for column, wanted in (
            ("place_id", filters.places),
            ("status", filters.statuses),
            ("publisher", filters.publishers),
        ):
            if wanted:
                mask &= self.matches(column, wanted)
        if not filters.background:
            mask &= ~self.matches("status", ("background",))
        if not filters.reported:
            mask &= ~self.matches("date_basis", ("article",))
        if filters.text:
            mask &= self.found(filters.text)
        return mask

    def _inside(self, filters: Filters) -> Mask:
        mask = np.zeros(len(self.events), bool)
        stop = self.dated
        if filters.end is not None:
            stop = int(np.searchsorted(self.start[: self.dated], np.datetime64(filters.end), "right"))
        mask[:stop] = True
        if filters.start is not None:
            mask[:stop] = self.end[:stop] >= np.datetime64(filters.start)
        return mask


@dataclass(frozen=True, slots=True)
class Shown:
    """What is on the screen: the amount (the heading of a page), its days, and both with all filters.

    ``events``, ``incidents`` and ``articles``: numbers selected. ``vague``: those whose day is not known, though
    their month, year or week is. ``undated``: those without any date. ``background``: history reported as context.
    ``older`` and ``newer``: if no days are chosen, those that begin before the days of the sentence, and those
    that end after them. The last five count events or incidents, as asked.
    """

    counts: str
    days: str
    sentence: str
    events: int
    incidents: int
    articles: int
    vague: int
    undated: int
    background: int
    older: int = 0
    newer: int = 0


def shown(
    index: EventIndex,
    mask: Mask,
    filters: Filters,
    names: dict[str, str],
    unit: str = "events",
    counted: str = "",
) -> Shown:
    """The answer in plain words: "37 events in 5 articles, 1 Sep 2023 - 31 Oct 2023, involving Russia".

    ``names``: of actors and places. ``unit``: what is counted, one of ``UNITS``. ``counted``: the amount in words
    ("812 mentions"), for a page that counts something else. The days are the chosen ones, or else those in which
    most of the selection lies ("mostly").
    """
    number = index.number(mask, unit)
    articles = int((index.counts(mask, "article_id") > 0).sum())
    counted = counted or count(number, NOUNS[unit])
    parts = [say("sentence.counts", events=counted, articles=count(articles, "article"))]
    span = window(index, mask, filters)
    older, newer = (index.number(mask & some, unit) for some in index.beyond(None if filters.dated else span))
    days = labels.span(*span) if span else ""
    days = say("sentence.mostly", days=days) if older or newer else days
    history = index.matches("status", ("background",))
    vague, undated, background = (
        index.number(mask & some, unit) for some in (index.known("vague"), index.known("none"), history)
    )
    return Shown(
        parts[0],
        days,
        ", ".join([*parts, *filter(None, [days]), *_asked(filters, names, index.lexicon)]),
        int(mask.sum()),
        index.number(mask, "incidents"),
        articles,
        vague,
        undated,
        background,
        older,
        newer,
    )


def _asked(filters: Filters, names: Mapping[str, str], lexicon: Lexicon) -> list[str]:
    """The filters, except the one for days, in words."""
    parts = _asked_of_whom(filters, names)
    if filters.types:
        kinds = labels.kinds(lexicon)
        parts.append(labels.either(kinds.get(key, key).lower() for key in filters.types))
    if filters.places:
        parts.append(say("sentence.place", places=labels.either(names.get(p, p) for p in filters.places)))
    if filters.statuses:
        parts.append(labels.either(labels.STATUSES.get(s, s) for s in filters.statuses))
    parts += [say(f"sentence.no_{name}") for name in SWITCHES if not getattr(filters, name)]
    if filters.publishers:
        parts.append(say("sentence.publisher", publishers=labels.either(filters.publishers)))
    if filters.text:
        parts.append(say("sentence.text", text=filters.text))
    if filters.precision != "any":
        parts.append(labels.DATED[filters.precision])
    return parts


def _asked_of_whom(filters: Filters, names: Mapping[str, str]) -> list[str]:
    actors = labels.either(names.get(a, a) for a in filters.actors)
    parts = [say(f"sentence.{filters.role}", actors=actors)] if filters.actors else []
    if filters.pairs:
        parts.append(labels.either(pair_name(pair, names) for pair in filters.pairs))
    return parts


def pair_name(pair: str, names: Mapping[str, str]) -> str:
    """A pair in words: "Armenia → Azerbaijan". ``names``: of actors and country codes."""
    sides = (say("sentence.anyone") if key == ANYONE else names.get(key, key) for key in pair.split(">"))
    return " \N{RIGHTWARDS ARROW} ".join(sides)


def window(index: EventIndex, mask: Mask, filters: Filters) -> tuple[date, date] | None:
    """The days that a page is about: the chosen ones, or those in which most of the selected events lie.

    None where no day is chosen and no selected event has a date.
    """
    if filters.start and filters.end:
        return filters.start, filters.end
    most = bulk(index.events.loc[mask, ["date_start", "date_end", "status"]])
    if most is None:
        return (filters.start, filters.start) if filters.start else None
    return filters.start or most[0], filters.end or most[1]


def bulk(events: pd.DataFrame, most: float = 0.02) -> tuple[date, date] | None:
    """The days of all events but a share of ``most`` at either end; None where no event has a date.

    Uses the events known to a month or better that are not background, or else the next best dated ones.
    """
    known = events["date_start"].notna().to_numpy()
    recent = known & (events["status"] != "background").to_numpy()
    exact = known & ((events["date_end"] - events["date_start"]).dt.days < _MONTH).to_numpy()
    some = next((mask for mask in (recent & exact, recent, exact) if mask.any()), known)
    total = int(some.sum())
    if not total:
        return None
    number = int(most * total)
    starts, ends = (events[column].to_numpy("datetime64[D]")[some] for column in ("date_start", "date_end"))
    first = np.partition(starts, number)[number]
    last = np.partition(ends, total - 1 - number)[total - 1 - number]
    return min(first, last).astype(object), max(first, last).astype(object)


def names(store: Store, lexicon: Lexicon, places: str = "both") -> dict[str, str]:
    """The names of actors, country codes and places. ``places``: one of ``toponyms.SETTINGS``."""
    codes = {*store.actors["country"], *store.event_actors["country"].dropna().unique()} - {""}
    return {
        NOWHERE: say("sentence.place_unknown"),
        **{code: labels.side(code, lexicon) for code in sorted(codes)},
        **dict(zip(store.actors["actor_id"], store.actors["name"], strict=True)),
        **{
            key: toponyms.label(key, name, other, places, lexicon)
            for key, name, other in store.places[["place_id", "name", "name_other"]].itertuples(index=False)
        },
    }


def _different(numbers: npt.NDArray[np.int64], size: int) -> npt.NDArray[np.int64]:
    """The distinct ones of some numbers below ``size``, in order; uses a bitmap where that is less work than
    sorting.
    """
    if size > _TICKED * len(numbers):
        return np.unique(numbers)
    ticked = np.zeros(size, bool)
    ticked[numbers] = True
    return np.flatnonzero(ticked)
