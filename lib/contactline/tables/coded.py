"""Columns of events and of their parties as numbers: the number of a value, or of a row of another table.

In: the tables of a build. Out: two tables with one row for each event and for each party. A million events can be
filtered, counted and joined by these numbers without reading a text. For large builds the tables are kept on disk
and mapped into memory (``mapped``), so that opening the dashboard does not have to make them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

Column = Callable[[str, str], Any]
"""The column of a table, by the names of both: a pandas Series or an Arrow array of texts."""

EVENTS, PARTIES = "coded_events_by_day", "coded_event_parties"
"""The names of the two tables."""

OF_EVENTS = ("type", "mode", "quad", "status", "place_id", "date_precision", "date_basis", "article_id")
OF_PARTIES = ("role", "actor_id", "country", "basis")
"""The columns that are numbered by their different values."""


def events(column: Column, by_day: str) -> pa.Table:
    """The events numbered, a row for each of the table ``by_day``.

    Columns: those of ``OF_EVENTS`` (dictionary of int32 to large_string, its values in order, null where there is
    none), ``article_at`` and ``incident_at`` (int32): the rows in the tables articles and incidents, -1 for none.
    """
    found = {name: numbered(column(by_day, name)) for name in OF_EVENTS}
    for one in ("article", "incident"):
        found[f"{one}_at"] = positions(column(by_day, f"{one}_id"), column(f"{one}s", f"{one}_id"))
    return pa.table(found)


def parties(column: Column, by_day: str) -> pa.Table:
    """The parties numbered, a row for each of the table event_actors.

    Columns: those of ``OF_PARTIES`` as in ``events``, and ``event_at`` (int32): the row in the table ``by_day``.
    """
    found = {name: numbered(column("event_actors", name)) for name in OF_PARTIES}
    found["event_at"] = positions(column("event_actors", "event_id"), column(by_day, "event_id"))
    return pa.table(found)


def numbered(column: Any) -> pa.DictionaryArray:
    """A column of texts as numbers of its different values, which are sorted."""
    whole = _whole(column).dictionary_encode()
    values = whole.dictionary.to_numpy(zero_copy_only=False)
    order = np.argsort(values)
    rank = np.empty(len(order), np.int32)
    rank[order] = np.arange(len(order))
    indices = whole.indices
    known = rank[indices.fill_null(0).to_numpy()] if len(rank) else np.zeros(len(indices), np.int32)
    missing = indices.is_null().to_numpy(zero_copy_only=False) if indices.null_count else None
    sorted_ = pa.array(values[order], pa.large_string())
    return pa.DictionaryArray.from_arrays(pa.array(known, pa.int32(), mask=missing), sorted_)


def positions(keys: Any, among: Any) -> pa.Array:
    """The position of each key in the column ``among``, -1 if it is not in it (int32)."""
    return pc.index_in(_whole(keys), value_set=_whole(among)).fill_null(-1)


def _whole(column: Any) -> pa.Array:
    """A column of texts as one array."""
    if isinstance(column, pd.Series):
        column = pa.array(column, pa.large_string(), from_pandas=True)
    column = column.cast(pa.large_string())
    found = column.combine_chunks() if isinstance(column, pa.ChunkedArray) else column
    return found if isinstance(found, pa.Array) else pa.concat_arrays(found.chunks)


def names_of(table: str) -> Sequence[str]:
    """The columns of one of the two tables."""
    return (*OF_EVENTS, "article_at", "incident_at") if table == EVENTS else (*OF_PARTIES, "event_at")
