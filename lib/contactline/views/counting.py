"""Rows to count and to draw: each selected event, or each incident that the selected events report, once."""

from __future__ import annotations

from datetime import date

import numpy as np
import pandas as pd

from contactline.views import labels
from contactline.views.query import EventIndex, Mask

COLUMNS = ("date_start", "date_end", "date_precision", "date_basis", "quad", "type", "status")
"""What a row has, beside ``at``."""


def rows(index: EventIndex, mask: Mask, unit: str, window: tuple[date, date] | None = None) -> pd.DataFrame:
    """A row for each thing that is counted: the ``COLUMNS`` of events, and ``at``.

    ``unit``: of ``query.UNITS``. ``at`` is the position in ``index.events``, or of the incident in the table of
    incidents. An incident has its own days, as exact as they are known, and its own type. Where its own days lie
    outside ``window``, it has those of its most exact report that is selected. It is background where all its
    selected reports are, and on the day of the report (date_basis "article") where none of them tells a day.
    """
    events = index.events.loc[mask, [*COLUMNS]]
    if unit == "events":
        return events.assign(at=events.index.to_numpy())
    at = index.incident_at[mask]
    events, at = events[at >= 0], at[at >= 0]
    shown, first, reports = np.unique(at, return_index=True, return_counts=True)
    table = index.store.incidents.iloc[shown]
    found = pd.DataFrame(
        {name: table[name].to_numpy() for name in ("date_start", "date_end", "date_precision", "type")}
    )
    for name in ("date_start", "date_end"):
        found[name] = pd.to_datetime(found[name])
    found["quad"] = found["type"].map(labels.type_quads(index.lexicon)).to_numpy()
    size = len(index.store.incidents)
    history, on_report = (
        np.bincount(at[(events[column] == value).to_numpy()], minlength=size)[shown] == reports
        for column, value in (("status", "background"), ("date_basis", "article"))
    )
    found["status"] = np.where(history, "background", events["status"].to_numpy()[first])
    found.loc[~history & (found["status"] == "background"), "status"] = "reported"
    found["date_basis"] = np.where(on_report, "article", "clause")
    found["at"] = shown
    return _within(found, events, at, window) if window else found


def sides(index: EventIndex, mask: Mask, unit: str, role: str = "any", completed: bool = True) -> pd.Series:
    """How many of the selected events or incidents each country or party has a part in, by its code.

    ``unit``: of ``query.UNITS``; ``role`` and ``completed``: as of ``Filters``.
    """
    parts = index.parts if completed else index.told_parts
    at = np.arange(len(mask)) if unit == "events" else index.incident_at
    found = {}
    for key, roles in parts.items():
        if key.isupper():
            here = [positions for name, positions in roles.items() if role in ("any", name)]
            places = np.concatenate(here) if here else np.zeros(0, np.int64)
            which = at[places[mask[places]]]
            found[key] = len(np.unique(which[which >= 0]))
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


def _within(found: pd.DataFrame, events: pd.DataFrame, at: np.ndarray, window: tuple[date, date]) -> pd.DataFrame:
    """The incidents with the days of a report in place of their own where these lie outside the window."""
    first, last = (pd.Timestamp(day) for day in window)
    outside = ~((found["date_start"] <= last) & (found["date_end"] >= first)).to_numpy()
    if not outside.any():
        return found
    days = ["date_start", "date_end", "date_precision"]
    reports = events[days].assign(at=at, length=events["date_end"] - events["date_start"])
    inside = reports[(reports["date_start"] <= last) & (reports["date_end"] >= first)]
    best = inside.sort_values("length", kind="stable").drop_duplicates("at").set_index("at")[days]
    wanted = found["at"].isin(best.index).to_numpy() & outside
    found.loc[wanted, days] = best.loc[found.loc[wanted, "at"]].to_numpy()
    for name in days[:2]:
        found[name] = pd.to_datetime(found[name])
    return found
