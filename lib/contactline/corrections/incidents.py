"""Corrections applied to incidents: the reports that linking has to move, and the fields corrected after
linking.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pyarrow as pa

from contactline.corrections import values
from contactline.corrections.record import Correction
from contactline.corrections.resolution import APPLIED, Resolved
from contactline.lexicon import Lexicon
from contactline.tables import store
from contactline.tables.rows import Row, kind, lexicon_rows


def moves(resolved: Sequence[Resolved]) -> tuple[tuple[str, str | None], ...]:
    """The moves that linking has to make, in the order of the corrections.

    A move is an event that leaves its incident (with None), or two events whose incidents are to be merged.
    """
    wanted = [one for one in resolved if one.state == APPLIED and one.correction.field in ("split", "merge")]
    return tuple((one.event_id, one.other_id) for one in wanted if one.event_id)


def to_incidents(
    tables: Mapping[str, pa.Table], resolved: Sequence[Resolved], lexicon: Lexicon
) -> dict[str, pa.Table]:
    """Return the linked tables with corrected incidents; ``incidents.corrected`` names the corrected fields of
    each.
    """
    steps = _by_incident(tables["events"], resolved)
    if not steps:
        return dict(tables)
    rows = tables["incidents"].to_pylist()
    for number, row in enumerate(rows):
        for one in steps.get(row["incident_id"], ()):
            fields = [*row["corrected"], one.field]
            row = row | _cells(one, row, lexicon) | {"corrected": list(dict.fromkeys(fields))}
        rows[number] = row
    return {
        **tables,
        "incidents": store.table("incidents", rows),
        "places": _with_places(tables["places"], {row["place_id"] for row in rows}, lexicon),
    }


def _by_incident(events: pa.Table, resolved: Sequence[Resolved]) -> dict[str, list[Correction]]:
    """By incident, the corrections that change what is shown of it."""
    some = [
        one
        for one in resolved
        if one.state == APPLIED and (one.correction.kind == "incident" or one.correction.field == "split")
    ]
    if not some:
        return {}
    ids = zip(events["event_id"].to_pylist(), events["incident_id"].to_pylist(), strict=True)
    wanted = {one.event_id for one in some}
    incident_of = {event_id: incident for event_id, incident in ids if event_id in wanted}
    found: dict[str, list[Correction]] = {}
    for one in some:
        if one.correction.field != "right" and one.event_id in incident_of:
            found.setdefault(incident_of[one.event_id], []).append(one.correction)
    return found


_TOGETHER = "put together by a reader"


def _cells(one: Correction, row: Row, lexicon: Lexicon) -> dict[str, Any]:
    """The columns that a correction changes in the row of its incident, with their new values."""
    if one.field == "type":
        type_, mode = values.kind(one.value, lexicon)
        return {"type": type_, "mode": mode, "label": kind(type_, mode, lexicon).label}
    if one.field == "day":
        when = values.day(one.value)
        return {"date_start": when.start, "date_end": when.end, "date_precision": when.precision}
    if one.field == "place":
        return {"place_id": values.place(one.value, lexicon)}
    if one.field == "parties":
        return {"countries": sorted({country for _, country in values.parties(one.value, lexicon) if country})}
    if one.field in values.TOLLS:
        figure = values.toll(one.value)
        low = figure.high if figure.low is None else figure.low
        high = figure.low if figure.high is None else figure.high
        best = {f"{one.field}_best": low} if f"{one.field}_best" in row else {}
        return {f"{one.field}_min": low, f"{one.field}_max": high, **best}
    if one.field == "merge":
        return {"linked_by": list(dict.fromkeys([*row["linked_by"], _TOGETHER]))}
    return {}


def _with_places(places: pa.Table, used: set[str | None], lexicon: Lexicon) -> pa.Table:
    """The table of places, extended by those that a correction uses, in the lexicon's order."""
    known = set(places["place_id"].to_pylist())
    if not used - known - {None}:
        return places
    rows = lexicon_rows(lexicon)["places"]
    return store.table("places", [row for row in rows if row["place_id"] in known | used])
