"""Columns as numbers: the different values in order, and where a key stands in another table."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pytest
from made_tables import row

from contactline.tables import coded, mapped, schemas, store

EVENTS = [
    row("events", event_id="b-01", article_id="b", type="CONSULT", place_id=None, date_start=date(2020, 10, 9))
    | {"incident_id": "i2"},
    row("events", event_id="a-01", article_id="a", type="ASSAULT", place_id="goris", date_start=date(1994, 5, 12)),
]
PARTIES = [
    row("event_actors", event_id="b-01", role="source", actor_id="baku", country="AZE", basis="told"),
    row("event_actors", event_id="a-01", role="target", country="ARM", basis="completed"),
]
ROWS = {
    "events": EVENTS,
    "event_actors": PARTIES,
    "articles": [row("articles", article_id="a"), row("articles", article_id="b")],
    "incidents": [row("incidents", incident_id="i1"), row("incidents", incident_id="i2")],
}


@pytest.mark.parametrize("values", [["b", "a", None, "b"], []], ids=["some", "none"])
@pytest.mark.parametrize("kind", [pa.string(), pa.large_string()])
def test_values_are_numbered_in_order(values: list[str | None], kind: pa.DataType) -> None:
    for column in (pa.chunked_array([values[:1], values[1:]], kind), pd.Series(values, dtype="str")):
        found = coded.numbered(column)

        assert found.dictionary.to_pylist() == sorted({value for value in values if value})
        assert found.to_pylist() == values


def test_keys_are_found_at_their_rows() -> None:
    found = coded.positions(pa.array(["c", "a", None]), pd.Series(["a", "b", "c"]))

    assert (found.to_pylist(), found.type) == ([2, 0, -1], pa.int32())


@pytest.mark.parametrize("many", [1, 100], ids=["mapped", "in memory"])
def test_events_by_day_and_parties_have_their_numbers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, many: int
) -> None:
    monkeypatch.setattr(mapped, "MANY", many)
    store.write(tmp_path / "t", {name: store.table(name, ROWS.get(name, [])) for name in schemas.SCHEMAS}, {})
    read = store.read(tmp_path / "t")

    events, parties = read.numbers(read.by_day)

    assert (coded.EVENTS in read.arrow) == (many == 1)
    assert tuple(events.column_names) == coded.names_of(coded.EVENTS)
    assert tuple(parties.column_names) == coded.names_of(coded.PARTIES)
    assert events.select(["type", "place_id", "article_at", "incident_at"]).to_pylist() == [
        {"type": "ASSAULT", "place_id": "goris", "article_at": 0, "incident_at": -1},
        {"type": "CONSULT", "place_id": None, "article_at": 1, "incident_at": 1},
    ]
    assert parties.to_pylist() == [
        {"role": "source", "actor_id": "baku", "country": "AZE", "basis": "told", "event_at": 1},
        {"role": "target", "actor_id": "", "country": "ARM", "basis": "completed", "event_at": 0},
    ]
