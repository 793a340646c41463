"""Rows to count and to draw: each selected event, or each incident that the selected events report, once."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from contactline.views.query import EventIndex, Filters, Mask

Positions = npt.NDArray[np.integer[Any]]

COLUMNS = ("date_start", "date_end", "date_precision", "date_basis", "quad", "type", "status")
"""What a row has, beside ``at``."""


def rows(index: EventIndex, mask: Mask, unit: str) -> pd.DataFrame:
    """A row for each thing that is counted: the ``COLUMNS`` of events, and ``at``.

    ``unit``: of ``query.UNITS``. ``at`` is the position in ``index.events``, or of the incident in the table of
    incidents. An incident is drawn once, by one of its selected events: the one that gives its own days, or else
    the most exact. It is background where all its selected events are, and on the day of the report
    (date_basis "article") where none of them tells a day.
    """
    events = index.events.loc[mask, [*COLUMNS]]
    if unit == "events":
        return events.assign(at=events.index.to_numpy())
    at = index.incident_at[mask]
    events, at = events[at >= 0], at[at >= 0]
    size = len(index.store.incidents)
    number = np.bincount(at, minlength=size)
    found = events.iloc[np.sort(_typical(index, events, at, number))]
    shown = at[events.index.get_indexer(found.index)]
    everywhere = {
        column: np.bincount(at[(events[column] == value).to_numpy()], minlength=size)[shown] == number[shown]
        for column, value in (("status", "background"), ("date_basis", "article"))
    }
    told = found["status"].mask(found["status"] == "background", "reported")
    stated = found["date_basis"].mask(found["date_basis"] == "article", "clause")
    return found.assign(
        status=np.where(everywhere["status"], "background", told),
        date_basis=np.where(everywhere["date_basis"], "article", stated),
        at=shown,
    )


def _typical(index: EventIndex, events: pd.DataFrame, at: Positions, number: Positions) -> Positions:
    """The position in ``events`` of the one by which each incident is drawn.

    ``at``: each event's row in the table of incidents; ``number``: how many of the events each incident has.
    """
    several = number[at] > 1
    some, of = np.flatnonzero(several), at[several]
    if not len(some):
        return np.arange(len(events))
    own = index.store.incidents.iloc[of]
    days = [events[name].to_numpy("datetime64[D]")[some] for name in ("date_start", "date_end")]
    own_days = [own[name].to_numpy("datetime64[D]") for name in ("date_start", "date_end")]
    alike = [(a == b) | (np.isnat(a) & np.isnat(b)) for a, b in zip(days, own_days, strict=True)]
    length = (days[1] - days[0]).astype("timedelta64[D]").astype(np.int64)
    length[np.isnat(days[1] - days[0])] = np.iinfo(np.int64).max
    other_type = events["type"].to_numpy()[some] != own["type"].to_numpy()
    order = np.lexsort((other_type, length, ~(alike[0] & alike[1]), of))
    firsts = np.flatnonzero(np.diff(of[order], prepend=-1))
    return np.concatenate([np.flatnonzero(~several), some[order[firsts]]])


def sides(index: EventIndex, mask: Mask, unit: str, filters: Filters) -> pd.Series:
    """How many of the selected events or incidents each country or party has a part in, by its code.

    ``unit``: of ``query.UNITS``; of ``filters`` the role counts, and which parties are left out.
    """
    parts, role = index.parties(filters.completed, filters.unlisted).parts, filters.role
    at = np.arange(len(mask)) if unit == "events" else index.incident_at
    size = len(mask) if unit == "events" else len(index.store.incidents)
    found = {}
    for key, roles in parts.items():
        if key.isupper():
            here = [positions for name, positions in roles.items() if role in ("any", name)]
            places = np.concatenate(here) if here else np.zeros(0, np.int64)
            seen = np.zeros(size + 1, bool)
            seen[at[places[mask[places]]]] = True  # -1, of no incident, is the last
            found[key] = int(seen[:-1].sum())
    return pd.Series(found, dtype="int64").sort_index()


def events_of(index: EventIndex, mask: Mask, unit: str, at: np.ndarray) -> Mask:
    """The selected events that the rows with these values of ``at`` stand for."""
    if unit == "events":
        found = np.zeros(len(mask), bool)
        found[at] = True
        return found & mask
    wanted = np.zeros(len(index.store.incidents) + 1, bool)
    wanted[at] = True
    return wanted[index.incident_at] & mask
