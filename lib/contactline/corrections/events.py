"""Corrections applied to the events of a build before linking, and undone to get the events as they were coded."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from contactline.corrections import values
from contactline.corrections.articles import BASIS
from contactline.corrections.record import Correction
from contactline.corrections.resolution import APPLIED, Resolved, article_of, resolve
from contactline.lexicon import Lexicon
from contactline.tables import store
from contactline.tables.rows import Row, kind

_CODED = {"events": "coded_events", "event_actors": "coded_parties"}
"""The tables that corrections change, and those that keep the rows as they were coded."""
_NOT_FIELDS = ("right", "split")  # judgements that do not change the event itself


def to_events(
    tables: Mapping[str, pa.Table], corrections: Sequence[Correction], lexicon: Lexicon
) -> tuple[dict[str, pa.Table], tuple[Resolved, ...]]:
    """Return the tables with corrected events, and the state of each correction.

    ``tables``: as coded, all articles together. In ``events`` and ``event_actors`` the changed rows are replaced
    in place, and those of rejected events are left out; ``coded_events`` and ``coded_parties`` hold these rows as
    they were coded. The table ``corrections`` lists all corrections with their states.
    """
    resolved = resolve(tables, corrections)
    steps: dict[str, list[Correction]] = {}
    for one in resolved:
        if one.state == APPLIED and one.correction.kind == "event" and one.event_id:
            steps.setdefault(one.event_id, []).append(one.correction)
    wanted = pa.array([key for key, some in steps.items() if _changes(some)], pa.string())
    coded = {name: tables[name].filter(pc.is_in(tables[name]["event_id"], wanted)) for name in _CODED}
    parties = _by_event(coded["event_actors"].to_pylist())
    events: list[Row] = []
    actors: list[Row] = []
    for row in coded["events"].to_pylist():
        own = steps[row["event_id"]]
        if not _rejected(own):
            fresh, who = _corrected(row, parties.get(row["event_id"], []), own, lexicon)
            events.append(fresh)
            actors.extend(who)
    found = {name: coded[name].cast(store.table(kept, []).schema) for name, kept in _CODED.items()}
    places = {key: at for at, key in enumerate(tables["events"]["event_id"].to_pylist())} if len(wanted) else {}
    return {
        **tables,
        "events": _replaced(tables["events"], "events", events, wanted, places),
        "event_actors": _replaced(tables["event_actors"], "event_actors", actors, wanted, places),
        **{kept: found[name] for name, kept in _CODED.items()},
        "corrections": store.table("corrections", [_row(one) for one in resolved]),
    }, resolved


def as_coded(taken_over: Mapping[str, pa.Table], last: Mapping[str, pa.Table]) -> dict[str, pa.Table]:
    """Undo the corrections of the last build in the rows that are taken over from it.

    ``last``: the last build's tables coded_events and coded_parties. Only events of articles that are taken over
    come back. The events are in the order of their articles and numbers.
    """
    articles = taken_over["articles"]["article_id"].combine_chunks()
    events = last["coded_events"].filter(pc.is_in(last["coded_events"]["article_id"], articles))
    ids = events["event_id"].combine_chunks()
    if not len(ids):
        return dict(taken_over)
    parties = last["coded_parties"].filter(pc.is_in(last["coded_parties"]["event_id"], ids))
    place = {key: number for number, key in enumerate(articles.to_pylist())}
    keys = {*taken_over["events"]["event_id"].to_pylist(), *ids.to_pylist()}
    order = {key: (place[article_of(key)], int(key.rpartition("-")[2])) for key in keys}
    return {
        **taken_over,
        "events": _replaced(taken_over["events"], "events", events.to_pylist(), ids, order),
        "event_actors": _replaced(taken_over["event_actors"], "event_actors", parties.to_pylist(), ids, order),
    }


def _replaced(
    table: pa.Table, name: str, rows: list[Row], event_ids: pa.Array, places: Mapping[str, Any]
) -> pa.Table:
    """A table in which ``rows`` replace those of the given events, sorted by the positions of the events."""
    if not len(event_ids):
        return table
    kept = table.filter(pc.invert(pc.is_in(table["event_id"], event_ids)))
    whole = pa.concat_tables([kept, store.table(name, rows)])
    order = [places[key] for key in whole["event_id"].to_pylist()]
    return whole.take(pa.array(sorted(range(len(order)), key=order.__getitem__), pa.int64())).combine_chunks()


def _changes(corrections: Iterable[Correction]) -> bool:
    return any(one.field not in _NOT_FIELDS for one in corrections)


def _rejected(corrections: Iterable[Correction]) -> bool:
    """Whether the last judgement on an event says that it is wrong."""
    judged = [one.field for one in corrections if one.field in ("right", "wrong")]
    return bool(judged) and judged[-1] == "wrong"


def _by_event(parties: Iterable[Row]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    for row in parties:
        found.setdefault(row["event_id"], []).append(row)
    return found


def _corrected(
    row: Row, parties: list[Row], corrections: Sequence[Correction], lexicon: Lexicon
) -> tuple[Row, list[Row]]:
    """Apply the corrections of an event, one after the other, to its row and its parties."""
    fields = [one for one in corrections if one.field not in (*_NOT_FIELDS, "wrong")]
    for one in fields:
        if one.field in values.ROLES:
            others = [party for party in parties if party["role"] != one.field]
            parties = others + _parties(one, row, parties, lexicon)
        else:
            row = row | _cells(one, row, lexicon)
    return row | {"corrected": list(dict.fromkeys(one.field for one in fields))}, parties


def _cells(one: Correction, row: Row, lexicon: Lexicon) -> dict[str, Any]:
    """The columns that a correction changes in the row of its event, with their new values."""
    if one.field == "type":
        type_, mode = values.kind(one.value, lexicon)
        meaning = kind(type_, mode, lexicon)
        return {"type": type_, "mode": mode, "label": meaning.label, "quad": meaning.quad, "score": meaning.score}
    if one.field == "day":
        when = values.day(one.value)
        days: dict[str, date | None] = {"date_start": when.start, "date_end": when.end}
        return {**days, "date_precision": when.precision, "date_basis": BASIS, "date_text": ""}
    if one.field == "place":
        return {"place_id": values.place(one.value, lexicon), "place_basis": BASIS}
    if one.field == "status":
        return {"status": values.status(one.value)}
    return _toll(one.field, one.value, row)


def _toll(what: str, value: str, row: Row) -> dict[str, Any]:
    """The columns of one number of a toll; the kind of number stays where the text gives one."""
    figure = values.toll(value)
    cells: dict[str, Any] = {f"{what}_low": figure.low, f"{what}_high": figure.high}
    if what in ("killed", "injured"):
        cells[what] = figure.high if figure.low is None else figure.low
        cells[f"{what}_kind"] = (row[f"{what}_kind"] or "increment") if value else ""
    return cells


def _parties(one: Correction, row: Row, parties: Sequence[Row], lexicon: Lexicon) -> list[Row]:
    """The parties of a role as a reader gives them; a party that was already coded, in any role, keeps its
    words.
    """
    found = []
    for actor_id, country in values.parties(one.value, lexicon):
        told = [p for p in parties if (p["actor_id"], p["country"]) == (actor_id, country or p["country"])]
        words = {"country": country, "text": "", "start": row["start"], "end": row["start"]}
        words = {name: told[0][name] for name in words} if told else words
        found.append(
            {"event_id": row["event_id"], "role": one.field, "actor_id": actor_id, "basis": "told", **words}
        )
    return found


def _row(one: Resolved) -> Row:
    names = ("when", "what", "field", "value", "why", "fingerprint")
    cells = dict(zip(names, one.correction.cells, strict=True))
    return {**cells, "state": one.state, "article_id": one.article_id, "event_id": one.event_id}
