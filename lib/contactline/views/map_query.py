"""The numbers for the map: incidents, events or mentions of each place, and the weeks in which they fall."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta

import numpy as np
import pandas as pd

from contactline.lexicon import Lexicon, derived
from contactline.views import labels, query, toponyms
from contactline.views.query import NOWHERE, EventIndex, Mask

ALWAYS = ("nagorno_karabakh", "stepanakert", "lachin", "lachin_corridor")
"""Places that the map always names, even without events, the most important first."""
UNITS = (*query.UNITS, "mentions")
"""What the map can count: ``query.UNITS``, and how often the texts name a place."""

NOUNS = query.NOUNS | {"mentions": "mention"}
"""The noun of each unit, for ``words.count``."""
_COLUMNS = ["place_id", "name", "name_other", "kind", "extent", "country", "lat", "lon", "radius_km"]


@derived
def _always(lexicon: Lexicon) -> pd.DataFrame:
    rows = [row for row in lexicon.rows("places") if row["place_id"] in ALWAYS]
    frame = pd.DataFrame(rows)[_COLUMNS]
    return frame.astype({"lat": float, "lon": float, "radius_km": float})


def places(
    index: EventIndex, mask: Mask, names: str = "both", unit: str = "events", articles: Collection[str] = ()
) -> pd.DataFrame:
    """A row for each place of the build and of ``ALWAYS``, in the order of their ids.

    ``unit``: what is counted, one of ``UNITS``. ``articles``: those whose mentions count. Columns: place_id, label
    (in the form that ``names``, one of ``toponyms.SETTINGS``, asks for), kind, extent, country, lat, lon
    (degrees), radius_km, number (of what is counted), a column for each class of labels.QUADS, quad (the most
    frequent class, "" for mentions).
    """
    known = index.store.places[_COLUMNS]
    always = _always(index.lexicon)
    frame = pd.concat([known, always[~always["place_id"].isin(known["place_id"])]])
    frame = frame.sort_values("place_id", ignore_index=True)
    frame["label"] = [
        toponyms.label(place_id, name, other, names, index.lexicon)
        for place_id, name, other in frame[["place_id", "name", "name_other"]].itertuples(index=False)
    ]
    counts = _by_class(index, mask, unit).reindex(frame["place_id"], fill_value=0).reset_index(drop=True)
    frame = pd.concat([frame.drop(columns=["name", "name_other"]), counts], axis=1)
    if unit == "mentions":
        named = _mentions(index, articles)["ref"].value_counts()
        return frame.assign(number=named.reindex(frame["place_id"], fill_value=0).to_numpy(), quad="")
    return frame.assign(number=counts.sum(axis=1), quad=counts.idxmax(axis=1))


def _by_class(index: EventIndex, mask: Mask, unit: str) -> pd.DataFrame:
    """For each place the numbers by class; an incident counts once, in the class of its first event."""
    values, quads = index.values["place_id"], index.values["quad"]
    place, quad = index.codes["place_id"][mask], index.codes["quad"][mask]
    if unit == "mentions":
        place, quad = place[:0], quad[:0]
    if unit == "incidents":
        at = index.incident_at[mask]
        told = np.flatnonzero((at >= 0) & (place >= 0))
        pairs = place[told].astype(np.int64) * max(1, len(index.store.incidents)) + at[told]
        first = told[np.unique(pairs, return_index=True)[1]]
        place, quad = place[first], quad[first]
    table = np.bincount(place * len(quads) + quad, minlength=len(values) * len(quads))
    frame = pd.DataFrame(table.reshape(len(values), len(quads)), index=values, columns=quads)
    return frame.reindex(columns=list(labels.QUADS), fill_value=0)


def sentences(index: EventIndex, place_id: str, articles: Collection[str]) -> pd.DataFrame:
    """The sentences that name a place, by the day of their articles.

    Columns: article_id, text, start (of the sentence), spans (a list of start and end of each mention), publisher,
    title.
    """
    named = _mentions(index, articles)
    named = named[named["ref"] == place_id]
    spans = pd.Series(named[["start", "end"]].to_numpy().tolist(), named.index, dtype=object)
    keys = ["article_id", "sentence"]
    found = named[keys].assign(spans=spans).groupby(keys, sort=False)["spans"].agg(list).reset_index()
    found = found.merge(index.store.sentences[[*keys, "start", "text"]], on=keys)
    found = found.merge(
        index.store.articles[["article_id", "published_start", "publisher", "title"]], on="article_id"
    )
    found = found.sort_values(["published_start", *keys], kind="stable", ignore_index=True)
    return found[["article_id", "text", "start", "spans", "publisher", "title"]]


def mentions(index: EventIndex, articles: Collection[str]) -> int:
    """The number of mentions, in these articles, of places that the map shows."""
    return int(_mentions(index, articles)["ref"].isin(index.store.places["place_id"]).sum())


def _mentions(index: EventIndex, articles: Collection[str]) -> pd.DataFrame:
    """The mentions, in these articles, of places in the table of places."""
    named = index.store.mentions
    return named[(named["kind"] == "place") & named["article_id"].isin(list(articles))]


def nowhere(index: EventIndex, mask: Mask, unit: str = "events") -> int:
    """The number of selected events, or of their incidents, without a place. ``unit``: one of ``UNITS``.

    An incident has none if none of its selected events has one. Mentions always have a place, so their number is
    0.
    """
    if unit == "mentions":
        return 0
    without = index.matches("place_id", (NOWHERE,)) & mask
    if unit == "events":
        return int(without.sum())
    return int((index.incidents(without) & ~index.incidents(mask & ~without)).sum())


def weeks(index: EventIndex, mask: Mask) -> list[date]:
    """The Mondays of the weeks with a selected event whose day or week is known, in order."""
    exact = mask & index.matches("date_precision", ("day", "week"))
    days = index.start[exact].astype("datetime64[D]")
    mondays = np.unique(days - (days.astype(np.int64) + 3) % 7)
    return [day.astype(object) for day in mondays]


def busiest(index: EventIndex, mask: Mask, unit: str = "events") -> int:
    """The highest number that any place has in any week; 0 where there is none.

    Counts events or their incidents (``unit``, one of ``query.UNITS``) whose day or week is known.
    """
    exact = mask & index.matches("date_precision", ("day", "week")) & ~index.matches("place_id", (NOWHERE,))
    days = index.start[exact].astype("datetime64[D]").astype(np.int64)
    pairs = np.stack([(days + 3) // 7, index.codes["place_id"][exact]])
    if unit == "incidents":
        pairs = np.unique(np.vstack([pairs, index.incident_at[exact]]), axis=1)[:2]
    return int(np.unique(pairs, axis=1, return_counts=True)[1].max(initial=0))


def within(index: EventIndex, mask: Mask, monday: date) -> Mask:
    """The selected events whose day or week is known and in the seven days from a Monday on."""
    first, last = np.datetime64(monday), np.datetime64(monday + timedelta(days=6))
    exact = mask & index.matches("date_precision", ("day", "week"))
    return exact & (index.start <= last) & (index.end >= first)
