"""Small stores made by hand, for tests of what stands right of the tables."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd

from contactline.lexicon import load
from contactline.tables import schemas, store
from contactline.views import labels

LEXICON = load()

_BLANK: dict[str, Any] = {
    "string": "",
    "int32": 0,
    "double": 0.0,
    "date32[day]": None,
    "list<item: string>": [],
    "list<item: int32>": [],
}


def row(table: str, **values: Any) -> dict[str, Any]:
    """A row of ``table``: what is not given is blank."""
    return {field.name: _BLANK[str(field.type)] for field in schemas.SCHEMAS[table]} | values


def event(
    event_id: str,
    type: str = "CONSULT",
    days: str = "2020-10-04",
    precision: str = "day",
    sources: str = "",
    targets: str = "",
    text: str = "They met.",
    **values: Any,
) -> dict[str, Any]:
    """An event of article ``a`` (or article_id) with its parties (``mediators`` and ``speakers``, too) as
    "actor_id:COUNTRY ..." and its sentence's words.
    """
    others = {part: str(values.pop(part, "")).split() for part in ("mediators", "speakers")}
    first, _, last = days.partition("..")
    return {
        "row": row(
            "events",
            **{
                "event_id": event_id,
                "article_id": "a",
                "type": type,
                "quad": labels.type_quads(LEXICON)[type],
                "label": labels.kinds(LEXICON)[type],
                "status": "reported",
                "place_id": None,
                "incident_id": f"i-{event_id}",
                "date_start": date.fromisoformat(first) if first else None,
                "date_end": date.fromisoformat(last or first) if first else None,
                "date_precision": precision if first else "unknown",
                "killed": None,
                "injured": None,
            }
            | values,
        ),
        "sources": sources.split(),
        "targets": targets.split(),
        **others,
        "text": text,
    }


def made(
    folder: Path,
    *events: dict[str, Any],
    publishers: dict[str, str] | None = None,
    incidents: dict[str, dict[str, Any]] | None = None,
    articles: dict[str, dict[str, Any]] | None = None,
    more: dict[str, list[dict[str, Any]]] | None = None,
) -> store.Store:
    """A store of these events, written and read again; ``publishers``, ``incidents`` and ``articles`` by their ids:
    what is known of them beside the blanks. ``more``: rows by table, an actor's or an article's instead of the one
    that would be made."""
    rows: dict[str, list[dict[str, Any]]] = {name: [] for name in schemas.SCHEMAS}
    ids = dict.fromkeys(e["row"]["article_id"] for e in events)
    for article_id in ids:
        rows["articles"].append(
            row(
                "articles",
                article_id=article_id,
                publisher=(publishers or {}).get(article_id, ""),
                text=" ".join(e["text"] for e in events if e["row"]["article_id"] == article_id),
                published_precision="unknown",
                published_basis="unknown",
                language="en",
                copy_of=None,
            )
            | (articles or {}).get(article_id, {})
        )
    used: set[str] = set()
    ends: dict[str, int] = dict.fromkeys(ids, 0)
    for number, made_event in enumerate(events):
        facts = made_event["row"]
        start = ends[facts["article_id"]]
        ends[facts["article_id"]] = start + len(made_event["text"]) + 1
        rows["sentences"].append(
            row(
                "sentences",
                article_id=facts["article_id"],
                sentence=number,
                start=start,
                end=start + len(made_event["text"]),
                text=made_event["text"],
            )
        )
        rows["events"].append(facts | {"sentence": number, "start": start, "end": start + 4})
        for role in ("source", "target", "mediator", "speaker"):
            for party in made_event[f"{role}s"]:
                actor_id, _, country = party.rpartition(":")
                rows["event_actors"].append(
                    row(
                        "event_actors",
                        event_id=facts["event_id"],
                        role=role,
                        actor_id=actor_id or None,
                        country=country,
                        text=actor_id,
                        basis="told",
                    )
                )
                used.add(party)
    rows["actors"] = [
        row("actors", actor_id=actor_id, name=actor_id.title(), kind="person", country=country)
        for actor_id, _, country in (party.rpartition(":") for party in sorted(used))
        if actor_id
    ]
    rows["places"] = [
        row("places", place_id=key, name=name, name_other=other, kind="city", extent="point", lat=39.8, lon=46.8)
        for key, name, other in (("stepanakert", "Stepanakert", "Khankendi"), ("goris", "Goris", ""))
    ]
    rows["incidents"] = [
        row(
            "incidents",
            incident_id=key,
            type="CONSULT",
            label="Talks",
            date_precision="unknown",
            place_id=None,
            articles=1,
            events=1,
            publishers=1,
            **{
                f"{what}_{end}": None
                for what in ("killed", "injured", "captured", "handed_over", "held")
                for end in ("min", "best", "max")
            },
            told_by="unknown",
        )
        | (incidents or {}).get(key, {})
        for key in dict.fromkeys(e["row"]["incident_id"] for e in events)
    ]
    for table, own in (more or {}).items():
        key = {"actors": "actor_id", "articles": "article_id"}.get(table)
        known = {one[key] for one in own} if key else set()
        rows[table] = [one for one in rows[table] if one.get(key) not in known] + own
    store.write(folder, {name: store.table(name, rows[name]) for name in schemas.SCHEMAS}, {"version": "0"})
    return store.read(folder)


def frame(**columns: Any) -> pd.DataFrame:
    """A frame whose days are days."""
    made_frame = pd.DataFrame(columns)
    for name in ("date_start", "date_end"):
        if name in made_frame:
            made_frame[name] = pd.to_datetime(made_frame[name])
    return made_frame
