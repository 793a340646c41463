"""Rows of actors that the lexicon lacks."""

from __future__ import annotations

import pyarrow as pa
import pytest
from made_tables import row

from contactline.tables import store
from contactline.tables.unlisted_actors import one_entry, unlisted_rows


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


def _tables(*named: tuple[str, str, str]) -> dict[str, pa.Table]:
    """Mentions as (article, id, text), and of each an event that it is party to and tells of."""
    events = [(f"{article}-{i:02}", article, ref) for i, (article, ref, _) in enumerate(named)]
    return {
        "mentions": store.table("mentions", [row("mentions", article_id=a, ref=r, text=t) for a, r, t in named]),
        "event_actors": store.table(
            "event_actors", [row("event_actors", event_id=e, actor_id=r) for e, _, r in events]
        ),
        "events": store.table(
            "events", [row("events", event_id=e, article_id=a, attributed_to=r) for e, a, r in events]
        ),
    }


FULL, SHORT, INITIAL, OTHER = "new:arman-tatoian", "new:tatoian", "new:a-tatoian", "new:sona-tatoian"


@pytest.mark.parametrize(
    ("named", "expected"),
    [
        pytest.param(
            [("a", FULL, "Arman Tatoyan"), ("b", SHORT, "Tatoyan"), ("c", INITIAL, "A. Tatoyan")],
            [FULL, FULL, FULL],
            id="short for the only one in full",
        ),
        pytest.param(
            [("a", FULL, "Arman Tatoyan"), ("b", OTHER, "Sona Tatoyan"), ("c", SHORT, "Tatoyan")],
            [FULL, OTHER, SHORT],
            id="two in full",
        ),
        pytest.param(
            [("b", FULL, "Tatoyan"), ("c", FULL, "A. Tatoyan")], [SHORT, INITIAL], id="the full one is gone"
        ),
        pytest.param(
            [("a", "putin", "Putin"), ("b", "new:body:aze:tea-council", "Tea Council")], None, id="others"
        ),
    ],
)
def test_one_entry(named: list[tuple[str, str, str]], expected: list[str] | None) -> None:
    tables = one_entry(_tables(*named))
    columns = (("mentions", "ref"), ("event_actors", "actor_id"), ("events", "attributed_to"))
    found = [tables[table][column].to_pylist() for table, column in columns if table in tables]
    changed = expected is not None and expected != [ref for _, ref, _ in named]
    assert found == ([expected] * 3 if changed else [])
