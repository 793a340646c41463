"""A small store by hand whose events have all that exports tell of: a claim, an act without a date, a war's toll."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from made_tables import event, made, row

from contactline.tables.store import Store

_KNOWN = {"source": "made", "licence": "CC0", "confidence": "known"}
_UNTOLD = {
    f"{what}_{end}": None
    for what in ("killed", "injured", "captured", "handed_over", "held")
    for end in ("low", "high")
} | {"trigger": "met", "pattern_id": "p-1", "date_basis": "text", "place_basis": "none"}


def _told(*told: str, **values: Any) -> dict[str, Any]:
    return event(*told, **{**_UNTOLD, **values})


def exported(folder: Path) -> Store:
    """Four events in two articles: a shelling that is claimed, talks in a month, one without date and place, one in a
    country, with an incident each; the actor iran is known, "a convoy" is not."""
    events = [
        _told(
            "a-01",
            "ASSAULT",
            sources="iran:IRN putin:RUS",
            targets=":NKR",
            text="- Guns fell silent in town; then =SUM(1) fell.",
            mode="heavy-weapons",
            place_id="shusha",
            status="claimed",
            attributed_to="iran;an eyewitness",
            killed=2,
            killed_low=2,
            killed_high=None,
            killed_kind="total",
            toll_of="soldiers;NKR",
            toll_text="two",
            date_basis="clause",
            confidence=0.9,
            trigger="fell",
        ),
        _told("a-02", days="2020-10-01..2020-10-31", precision="month", sources="putin:RUS", targets="iran:IRN"),
        _told("b-01", days="", article_id="b", sources="iran:IRN"),
        _told("b-02", "AID", "2019-01-01..2020-12-31", "range", article_id="b", place_id="iran", sources=":IRN"),
    ]
    places = [
        row(
            "places",
            place_id="shusha",
            name="Shusha",
            name_other="Shushi",
            kind="city",
            country="AZE",
        )
        | {
            "extent": "point",
            "lat": 39.8,
            "lon": 46.75,
            "radius_km": 8.0,
            **_KNOWN,
            "external_id": "geonames:147288",
        },
        row("places", place_id="iran", name="Iran", kind="country", country="IRN", extent="area")
        | {"lat": 32.0, "lon": 53.0, "radius_km": 700.0, **_KNOWN},
    ]
    articles = {
        "a": {
            "title": "=1+1",
            "url": "https://example.org/a?x=1&y=2",
            "published": date(2020, 10, 5),
            "published_start": date(2020, 10, 5),
            "published_end": date(2020, 10, 5),
            "published_precision": "day",
        },
        "b": {"title": "Aid", "url": "javascript:alert(1)"},
    }
    actors = [
        row("actors", actor_id=key, name=key.title(), kind="person", country=country, **_KNOWN)
        for key, country in (("iran", "IRN"), ("putin", "RUS"))
    ]
    mentions = [
        row("mentions", article_id="a", text="Iran", kind="actor", form="name", ref="iran", country="IRN", end=4)
    ]
    corrections = [
        row(
            "corrections",
            when="2031-01-01T00:00:00Z",
            what="event a-01",
            field="day",
            value="2020-10-04",
            state="applied",
        )
    ]
    incidents = {
        f"i-{key}": {"type": type_, "label": label, "date_precision": "day", "date_start": day, "date_end": day}
        for key, type_, label, day in (
            ("a-01", "ASSAULT", "Attack", date(2020, 10, 4)),
            ("b-02", "AID", "Aid", date(2020, 12, 31)),
        )
    }
    store = made(
        folder,
        *events,
        publishers={"a": "The <b>Times"},
        incidents=incidents,
        articles=articles,
        more={"places": places, "actors": actors, "mentions": mentions, "corrections": corrections},
    )
    own = store.places[store.places["source"] != ""]  # without those that every such store has
    return store.having(places=own)
