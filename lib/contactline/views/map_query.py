"""Events by place, for the map: how many each place has, and in which weeks they fall."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import pandas as pd

from contactline.lexicon import Lexicon, derived
from contactline.views import labels, toponyms
from contactline.views.query import NOWHERE, EventIndex, Mask

ALWAYS = ("nagorno_karabakh", "stepanakert", "lachin", "lachin_corridor")
"""Places that the map names whether or not anything is told of them, the most important first."""
_COLUMNS = ["place_id", "name", "name_other", "kind", "extent", "country", "lat", "lon", "radius_km"]


@derived
def _always(lexicon: Lexicon) -> pd.DataFrame:
    rows = [row for row in lexicon.rows("places") if row["place_id"] in ALWAYS]
    frame = pd.DataFrame(rows)[_COLUMNS]
    return frame.astype({"lat": float, "lon": float, "radius_km": float})


def places(index: EventIndex, mask: Mask, names: str = "both") -> pd.DataFrame:
    """A row a place of the build and of ``ALWAYS``, in the order of their ids.

    Columns: place_id, label (as ``names``, of ``toponyms.SETTINGS``, wants it), kind, extent, country, lat, lon,
    radius_km, events (selected ones), a column for each class of labels.QUADS, quad (the class with most).
    """
    known = index.store.places[_COLUMNS]
    always = _always(index.lexicon)
    frame = pd.concat([known, always[~always["place_id"].isin(known["place_id"])]])
    frame = frame.sort_values("place_id", ignore_index=True)
    values, quads = index.values["place_id"], index.values["quad"]
    pairs = index.codes["place_id"][mask] * len(quads) + index.codes["quad"][mask]
    table = np.bincount(pairs, minlength=len(values) * len(quads)).reshape(len(values), len(quads))
    counts = pd.DataFrame(table, index=values, columns=quads).reindex(columns=list(labels.QUADS), fill_value=0)
    counts = counts.reindex(frame["place_id"], fill_value=0).reset_index(drop=True)
    frame["label"] = [
        toponyms.label(place_id, name, other, names, index.lexicon)
        for place_id, name, other in frame[["place_id", "name", "name_other"]].itertuples(index=False)
    ]
    frame = pd.concat([frame.drop(columns=["name", "name_other"]), counts], axis=1)
    frame["events"] = counts.sum(axis=1)
    frame["quad"] = counts.idxmax(axis=1)
    return frame


def nowhere(index: EventIndex, mask: Mask) -> int:
    """How many of the selected events have no place."""
    return int((index.matches("place_id", (NOWHERE,)) & mask).sum())


def weeks(index: EventIndex, mask: Mask) -> list[date]:
    """The Mondays of the weeks that hold a selected event of a known day or week, in order."""
    exact = mask & index.matches("date_precision", ("day", "week"))
    days = index.start[exact].astype("datetime64[D]")
    mondays = np.unique(days - (days.astype(np.int64) + 3) % 7)
    return [day.astype(object) for day in mondays]


def busiest(index: EventIndex, mask: Mask) -> int:
    """The most events of a known day or week that any place has in any week; 0 where no place has one."""
    exact = mask & index.matches("date_precision", ("day", "week")) & ~index.matches("place_id", (NOWHERE,))
    days = index.start[exact].astype("datetime64[D]").astype(np.int64)
    pairs = np.stack([(days + 3) // 7, index.codes["place_id"][exact]])
    return int(np.unique(pairs, axis=1, return_counts=True)[1].max(initial=0))


def within(index: EventIndex, mask: Mask, monday: date) -> Mask:
    """The selected events of a known day or week in the seven days from a Monday on."""
    first, last = np.datetime64(monday), np.datetime64(monday + timedelta(days=6))
    exact = mask & index.matches("date_precision", ("day", "week"))
    return exact & (index.start <= last) & (index.end >= first)
