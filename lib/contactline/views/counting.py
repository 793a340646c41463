"""Rows to count and to draw: each selected event, or each incident that the selected events report."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from contactline.views.query import EventIndex, Filters, Mask

Positions = npt.NDArray[np.integer[Any]]

COLUMNS = ("date_start", "date_end", "date_precision", "date_basis", "quad", "type", "status")
"""The columns of a row, besides ``at``."""


def rows(index: EventIndex, mask: Mask, unit: str) -> pd.DataFrame:
    """A row for each thing that is counted: the ``COLUMNS`` of events, and ``at``.

    ``unit``: one of ``query.UNITS``. ``at``: the position in ``index.events``, or for incidents that in the table
    of incidents. An incident is drawn by one of its selected events: the one with the incident's own days, else
    the most exactly dated one. It is background if all its selected events are, and is dated by its report
    (date_basis "article") if none of them gives a day.
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
    """The position in ``events`` of the event by which each incident is drawn.

    ``at``: each event's row in the table of incidents. ``number``: the number of these events for each incident.
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
    """The number of selected events or incidents in which each country or party has a part, by its code.

    ``unit``: one of ``query.UNITS``. Of ``filters``, the role and the exclusion of parties apply.
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
            seen[at[places[mask[places]]]] = True  # -1, for an event without an incident, is the last entry
            found[key] = int(seen[:-1].sum())
    return pd.Series(found, dtype="int64").sort_index()


def events_of(index: EventIndex, mask: Mask, unit: str, at: np.ndarray) -> Mask:
    """The selected events for which the rows with these values of ``at`` stand."""
    if unit == "events":
        found = np.zeros(len(mask), bool)
        found[at] = True
        return found & mask
    wanted = np.zeros(len(index.store.incidents) + 1, bool)
    wanted[at] = True
    return wanted[index.incident_at] & mask
