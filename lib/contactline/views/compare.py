"""Two periods or two actors compared: what the sides are, and the numbers of each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import numpy as np
import pandas as pd

from contactline.views import counting, labels
from contactline.views.query import NOWHERE, EventIndex, Filters, Mask

BY = ("periods", "actors")
"""What can be compared."""

WHATS = ("type", "actor", "place")
"""What the events of both sides are counted by: type, countries and parties with a part, place."""

Days = tuple[date, date]


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two sides: its name, its filters, the events that they select, and the number of articles with
    these events.
    """

    name: str
    filters: Filters
    mask: Mask
    articles: int


def side(index: EventIndex, name: str, filters: Filters) -> Side:
    """The side that some filters select."""
    mask = index.select(filters)
    return Side(name, filters, mask, int((index.counts(mask, "article_id") > 0).sum()))


def most_told(index: EventIndex, filters: Filters, periods: Mapping[str, Days]) -> list[Days]:
    """The two periods with the most events that do not overlap, the earlier one first.

    Where there are no such two, the two halves of the days that have news; empty where no event has a date.
    """
    told = {
        days: index.number(index.select(filters.changed(start=days[0], end=days[1]))) for days in periods.values()
    }
    most: list[Days] = []
    for days in sorted((days for days in told if told[days]), key=lambda days: -told[days]):
        if all(days[1] < other[0] or days[0] > other[1] for other in most):
            most.append(days)
    if len(most) > 1:
        return sorted(most[:2])
    if index.news is None:
        return []
    first, last = index.news
    middle = first + (last - first) / 2
    return [(first, middle), (min(last, middle + timedelta(days=1)), last)]


def most_active(index: EventIndex, filters: Filters, unit: str) -> list[str]:
    """The two countries or parties with a part in the most events or incidents (``unit``), if there are two."""
    found = counting.sides(index, index.select(filters), unit, filters).drop("UNK", errors="ignore")
    return list(found[found > 0].sort_values(ascending=False, kind="stable").index[:2])


def days_of(words: str) -> Days | None:
    """Parse two days from an address, "2020-09-27/2020-11-09"; None for anything else."""
    try:
        first, last = (date.fromisoformat(part) for part in words.split("/"))
    except ValueError:
        return None
    return min(first, last), max(first, last)


def counts(index: EventIndex, one: Side, what: str, unit: str) -> pd.Series[int]:
    """The number of events or incidents (``unit``) of a side for each type, country or place, without zeros."""
    if what == "actor":
        found = counting.sides(index, one.mask, unit, one.filters)
    else:
        found = index.counts(one.mask, {"type": "type", "place": "place_id"}[what], unit).drop(
            NOWHERE, errors="ignore"
        )
    return found[found > 0]


def table(index: EventIndex, sides: tuple[Side, Side], unit: str, names: Mapping[str, str]) -> pd.DataFrame:
    """The counts of both sides, one row for each thing counted, by ``WHATS``, the highest count of either side
    first.

    Columns: what (one of ``WHATS``), key, name, a and b (int), a_each and b_each (float: per article of that side,
    0 where it has no articles). ``names``: the names of actors, country codes and places.
    """
    kinds = labels.kinds(index.lexicon)
    parts = []
    for what in WHATS:
        both = [counts(index, one, what, unit) for one in sides]
        frame = pd.DataFrame({"a": both[0], "b": both[1]}).fillna(0).astype(int)
        called = kinds if what == "type" else names
        frame = frame.assign(what=what, key=frame.index, name=[called.get(key, key) for key in frame.index])
        frame = frame.assign(**{f"{n}_each": each(frame[n], one) for n, one in zip("ab", sides, strict=True)})
        order = frame[["a", "b"]].max(axis=1).sort_values(ascending=False, kind="stable").index
        parts.append(frame.loc[order])
    return pd.concat(parts, ignore_index=True)[["what", "key", "name", "a", "b", "a_each", "b_each"]]


def each(number: Any, one: Side) -> Any:
    """A number, or a column of numbers, divided by the number of articles of a side."""
    return number / one.articles if one.articles else number * 0.0


def behind(index: EventIndex, one: Side, what: str, value: str, rows: pd.DataFrame, unit: str) -> Mask:
    """The events of a side that a number counts.

    ``what``: one of ``WHATS``; or "days", with ``value`` "first/last" for the events known to be on one of these
    days, and "others" for all others. ``rows``: those of the side, as ``counting.rows`` returns them. Selects
    nothing where there is no such number.
    """
    if what == "actor":
        filters = one.filters
        return one.mask & index.involved((value,), filters.role, filters.completed, filters.unlisted)
    if what in WHATS:
        return one.mask & index.matches({"type": "type", "place": "place_id"}[what], (value,))
    days = days_of(value) if what in ("days", "others") else None
    if days is None:
        return np.zeros(len(one.mask), bool)
    first, last = (pd.Timestamp(day) for day in days)
    here = rows["date_start"].between(first, last) & (rows["date_precision"] == "day")
    here = here if what == "days" else ~here
    return counting.events_of(index, one.mask, unit, rows["at"][here].to_numpy())
