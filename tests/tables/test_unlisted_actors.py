"""Rows of actors that the lexicon lacks."""

from __future__ import annotations

from made_tables import row

from contactline.tables import store
from contactline.tables.unlisted_actors import unlisted_rows


def test_rows_from_mentions() -> None:
    person, body = "new:arman-tatoian", "new:body:aze:tea-council"
    mentions = [
        row("mentions", ref=person, text="Tatoyan", country="ARM"),
        row("mentions", ref=person, text="Arman\nTatoyan"),
        row("mentions", ref=body, text="Tea Council", country="AZE"),
        row("mentions", ref="pashinyan", text="Pashinyan", country="ARM"),
    ]
    shared = {"source": "the articles", "confidence": "read", "note": "not in the lexicon"}
    assert unlisted_rows(store.table("mentions", mentions)) == [
        row("actors", actor_id=person, name="Arman Tatoyan", kind="person", country="ARM", **shared),
        row("actors", actor_id=body, name="Tea Council", kind="body", country="AZE", **shared),
    ]
