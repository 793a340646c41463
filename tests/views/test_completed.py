"""Parties that a text does not name, in the words of the screen."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from made_tables import LEXICON, event, made, row

from contactline.views import completed
from contactline.views.query import EventIndex, Filters, names


def party(role: str, actor_id: str | None, country: str, text: str, basis: str) -> dict[str, Any]:
    return row("event_actors", event_id="e", role=role, actor_id=actor_id, country=country, text=text, basis=basis)


SHELLED = (
    party("source", "azerbaijan", "AZE", "hit", "other side"),
    party("target", None, "NKR", "Shusha", "place held"),
)


def index(folder: Path, *parties: dict[str, Any], **event_cells: Any) -> EventIndex:
    cells = {"days": "2020-10-20", "place_id": "shusha"} | event_cells
    places = [row("places", place_id=key, name=key.title()) for key in ("shusha", "goris") if key]
    actors = [row("actors", actor_id="azerbaijan", name="Azerbaijan", country="AZE")]
    more = {"event_actors": list(parties), "places": places, "actors": actors}
    return EventIndex.build(made(folder, event("e", **cells), more=more), LEXICON)


@pytest.mark.parametrize(
    ("cells", "parties", "note"),
    [
        (
            {},
            SHELLED,
            "Not named in the text: Azerbaijan, as the other side of the fighting; Nagorno-Karabakh Armenians, who held "
            "Shusha from 10 May 1992 to 8 Nov 2020",
        ),
        (
            {"place_id": "goris"},
            [party("target", None, "ARM", "Goris", "place held")],
            "Not named in the text: Armenia, who holds Goris",
        ),
        (
            {"place_id": None},
            [party("target", None, "ARM", "a villager", "place held")],
            "Not named in the text: Armenia, who held the place",
        ),
        ({}, [party("target", "azerbaijan", "AZE", "Azerbaijan", "told")], ""),
        ({}, [party("speaker", None, "AZE", "the ministry", "addressee")], ""),
    ],
)
def test_a_note_says_who_is_not_named_and_why(
    tmp_path: Path, cells: dict[str, Any], parties: list[dict[str, Any]], note: str
) -> None:
    found = index(tmp_path, *parties, **cells)

    assert completed.note(found.store, found.events.iloc[0], names(found.store, LEXICON), LEXICON) == note


def test_lists_show_them_in_brackets(tmp_path: Path) -> None:
    found = index(tmp_path, *SHELLED)

    assert found.events[["sources", "targets"]].to_numpy().tolist() == [
        ["(Azerbaijan)", "Shusha (Nagorno-Karabakh Armenians)"]
    ]
    told = found.parties(completed=False).sides
    assert {side: column.tolist() for side, column in told.items() if side in ("sources", "targets")} == {
        "sources": [""],
        "targets": [""],
    }


@pytest.mark.parametrize(
    ("filters", "number"),
    [
        (Filters(actors=("AZE",)), 1),
        (Filters(actors=("AZE",), role="source"), 1),
        (Filters(actors=("AZE",), completed=False), 0),
        (Filters(actors=("NKR",), role="target", completed=False), 0),
        (Filters(completed=False), 1),
    ],
)
def test_without_them_actors_are_found_where_they_are_named(tmp_path: Path, filters: Filters, number: int) -> None:
    found = index(tmp_path, *SHELLED)

    assert int(found.select(filters).sum()) == number
