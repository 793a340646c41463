"""Tables in which every field that can hold words from outside holds the same attack on whoever shows it."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
from made_tables import row

from contactline.tables import schemas, store

DAY = date(2020, 10, 4)
OWN_WORDS = {
    "articles": {"published_precision", "published_basis", "language", "digest"},
    "mentions": {"kind", "form"},
    "events": {"type", "mode", "quad", "date_precision", "status"},
    "event_actors": {"role"},
    "incidents": {"type", "mode", "date_precision"},
    "corrections": {"state", "field"},
    "coded_events": {"type", "mode", "quad", "date_precision", "status"},
    "coded_parties": {"role"},
    "differences": {"about"},
    "actors": {"part"},
    "places": {"extent"},
}
"""The fields whose words are the program's own: each takes one of a fixed set of values."""

KEYS = {"article_id", "event_id", "incident_id", "actor_id", "place_id", "copy_of"}
"""The fields that join tables: hostile, too, but the same in each."""


def attack(origin: str, where: str) -> str:
    """Words that make a browser ask ``origin`` wherever they are taken for Markdown, HTML, a style or a template."""
    url = f"{origin}/{where}"
    return (
        f"![m]({url}.png) <img src={url}-img> <span style=\"cursor:url('{url}-css'),auto\">s</span> "
        f"<a href={url}-a>a</a> [l]({url}-l) &#33;[e]({url}-e) {url}-bare www.{where}.example x@{where}.example "
        "`c` $x$ :red[r] :material/home: {label} %{x} @@=x"
    )


def hostile(folder: Path, origin: str, stamp: dict[str, str]) -> store.Store:
    """Two articles with an event each, an incident, an actor and two places.

    ``origin``: whom the words ask. ``stamp``: of the articles that the tables shall count as made from.
    """
    keys = {key: attack(origin, key) for key in KEYS}
    rows: dict[str, dict[str, Any]] = {}
    for name, schema in schemas.SCHEMAS.items():
        words: dict[str, Any] = {}
        for field in schema:
            if field.name in OWN_WORDS.get(name, ()):
                continue
            said = keys.get(field.name, attack(origin, f"{name}.{field.name}"))
            if field.type == pa.string():
                words[field.name] = said
            elif field.type == pa.list_(pa.string()):
                words[field.name] = [said]
        rows[name] = row(name, **words)
    text = attack(origin, "sentence")
    span = {"start": 0, "end": len(text), "sentence": 0}
    days = {"date_start": DAY, "date_end": DAY, "date_precision": "day"}
    rows["articles"] |= {
        "text": text,
        "published": DAY,
        "published_start": DAY,
        "published_end": DAY,
        "published_precision": "day",
        "published_basis": "byline",
        "language": "xx",
        "url": f"{origin}/link",
        "copy_of": None,
    }
    rows["sentences"] |= span | {"text": text}
    rows["events"] |= (
        span
        | days
        | {
            "type": "ASSAULT",
            "quad": "material conflict",
            "status": "reported",
            "end": 20,
            "killed": 1,
            "injured": None,
        }
    )
    rows["event_actors"] |= {"role": "source", "country": "AZE"}
    rows["actors"] |= {"country": "AZE", "kind": "person"}
    rows["incidents"] |= days | {"type": "ASSAULT", "articles": 2, "events": 1, "publishers": 2}
    rows["places"] |= {"extent": "point", "lat": 39.8, "lon": 46.8}
    rows["noise"] |= {"start": 0, "end": 5}
    said = {"what": f"event {keys['event_id']}", "field": "place", "state": "applied"}
    rows["corrections"] |= said | {"value": attack(origin, "value"), "fingerprint": attack(origin, "mark")}
    rows["differences"]["about"] = "toll"
    rows["events"]["corrected"] = ["place", attack(origin, "corrected")]
    tables = {name: [found] for name, found in rows.items()}
    tables["mentions"] = [
        rows["mentions"] | span | {"kind": "actor", "form": "name", "ref": keys["actor_id"], "country": "AZE"},
        rows["mentions"] | span | {"kind": "place", "form": "name", "ref": keys["place_id"]},
        rows["mentions"] | span | {"kind": "date", "form": "date", "ref": attack(origin, "date")},
    ]
    far = rows["places"] | {"place_id": "far", "lat": -30.0, "lon": 140.0, "name_other": ""}
    tables["places"].append(far)
    again = rows["articles"] | {"article_id": "copy", "copy_of": keys["article_id"]}
    tables["articles"].append(again)
    tables["sentences"].append(rows["sentences"] | {"article_id": "copy"})
    tables["events"].append(rows["events"] | {"event_id": "copied", "article_id": "copy", "place_id": "far"})
    other = {"actor_id": "other", "country": "RUS"}
    tables["actors"].append(rows["actors"] | other)
    tables["event_actors"].append(rows["event_actors"] | other | {"role": "target"})
    build = {"version": attack(origin, "version"), "time": attack(origin, "time")}
    store.write(folder, {name: store.table(name, tables[name]) for name in schemas.SCHEMAS}, stamp | build)
    return store.read(folder)
