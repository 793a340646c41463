"""Coded tables and corrections of them, made by hand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from made_tables import LEXICON, event, row

from contactline.corrections import to_events, to_incidents
from contactline.corrections.identity import fingerprints
from contactline.corrections.record import Correction
from contactline.tables import schemas, store
from contactline.tables.assemble import lexicon_tables, with_column
from contactline.tables.store import Store

TOLD = {
    "a-01": event("a-01", "CONSULT", "2031-05-12", sources="russia:RUS", text="They met in Goris.", trigger="met"),
    "a-02": event(
        "a-02",
        "ASSAULT",
        "2031-05-14",
        sources="armenia:ARM",
        targets="azerbaijan:AZE",
        text="Shells fell on the town.",
        trigger="fell",
        killed=2,
        killed_low=2,
        killed_high=2,
        killed_kind="total",
        injured_low=None,
        injured_high=None,
    ),
    "b-01": event("b-01", "ASSAULT", "2031-05-14", text="The town was hit.", trigger="hit", article_id="b"),
}
"""Three events of two articles."""


def tables(*told: dict[str, Any]) -> dict[str, pa.Table]:
    """The tables of these events as they are before linking, an article a sentence an event."""
    told = told or tuple(TOLD.values())
    articles = dict.fromkeys(e["row"]["article_id"] for e in told)
    rows: dict[str, list[dict[str, Any]]] = {name: [] for name in schemas.SCHEMAS}
    rows["articles"] = [row("articles", article_id=key) for key in articles]
    for number, one in enumerate(told):
        facts = one["row"] | {"sentence": number, "incident_id": None}
        rows["events"].append(facts)
        of = {"article_id": facts["article_id"], "sentence": number, "text": one["text"]}
        rows["sentences"].append(row("sentences", **of))
        for role in ("source", "target"):
            for party in one[f"{role}s"]:
                actor_id, _, country = party.rpartition(":")
                who = {"actor_id": actor_id, "country": country, "text": actor_id.title(), "basis": "told"}
                rows["event_actors"].append(row("event_actors", event_id=facts["event_id"], role=role, **who))
    return {name: store.table(name, rows[name]) for name in schemas.SCHEMAS}


def stored(folder: Path, some: Iterable[Correction], incidents: Mapping[str, str]) -> Store:
    """The tables of the three events with these corrections, in the subfolder "t" of a folder.

    ``incidents``: the incident of each event; one that is not named is an incident of its own.
    """
    found, resolved = to_events(tables(), some, LEXICON)
    found |= lexicon_tables(found, LEXICON)
    ids = [incidents.get(key, key) for key in found["events"]["event_id"].to_pylist()]
    found["events"] = with_column(found["events"], "incident_id", ids)
    rows = [
        row("incidents", incident_id=key, type="ASSAULT", label=key.title(), place_id=None)
        for key in dict.fromkeys(ids)
    ]
    found["incidents"] = store.table("incidents", rows)
    store.write(folder / "t", to_incidents(found, resolved, LEXICON), {})
    return store.read(folder / "t")


def editing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever visits may edit the tables of ``stored``; the files of what they say lie in the same folder."""
    monkeypatch.setenv("CONTACTLINE_EDIT", "1")
    monkeypatch.setenv("CONTACTLINE_CORRECTIONS", str(folder / "corrections.csv"))
    monkeypatch.setenv("CONTACTLINE_TABLES", str(folder / "t"))


def mark(event_id: str) -> str:
    """The fingerprint of one of the three events."""
    one = TOLD[event_id]
    return fingerprints([(event_id, one["text"], one["row"]["trigger"])])[event_id]


def correction(
    event_id: str, field: str, value: str = "", kind: str = "event", fingerprint: str = ""
) -> Correction:
    return Correction("2031-06-01", kind, event_id, field, value, "because", fingerprint or mark(event_id))


__all__ = ["LEXICON", "TOLD", "correction", "editing", "mark", "stored", "tables"]
