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
    at = np.flatnonzero(mask)
    if unit == "events":
        return _drawn(index, at, {}).assign(at=at)
    order = index.by_incident[mask[index.by_incident]]
    incident = index.incident_at[order]
    firsts = np.flatnonzero(np.diff(incident, prepend=-1))
    shown = np.argsort(order[firsts])
    told = {}
    for column, value, instead in (("status", "background", "reported"), ("date_basis", "article", "clause")):
        other = ~index.matches(column, (value,))[order]
        if len(firsts):
            other = np.logical_or.reduceat(other, firsts)
        told[column] = other[shown], value, instead
    return _drawn(index, order[firsts][shown], told).assign(at=incident[firsts][shown])


def _drawn(index: EventIndex, at: Positions, told: dict[str, tuple[Mask, str, str]]) -> pd.DataFrame:
    """The ``COLUMNS`` of the events at these positions, with text columns categorical.

    ``told``: by column: for which rows not all events have a value; that value; and the value that replaces it in
    these rows.
    """
    found: dict[str, Any] = {}
    for column in COLUMNS:
        if column in ("date_start", "date_end"):
            found[column] = index.events[column].array.take(at)
            continue
        codes, values = index.codes[column][at], index.values[column]
        if column in told and len(at):
            other, value, instead = told[column]
            values = values if instead in values else values.append(pd.Index([instead]))
            here, there = values.get_indexer(pd.Index([value, instead]))
            codes = np.where(other & (codes == here) & (here >= 0), there, codes)
        found[column] = pd.Categorical.from_codes(codes, values)
    return pd.DataFrame(found, index=at)


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
