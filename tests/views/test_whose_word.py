"""Who publishes or speaks against what they tell, and what one side tells alone."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from made_tables import event, made

from contactline.lexicon import load
from contactline.views import whose_word
from contactline.views.query import EventIndex, Filters, names

LEXICON = load()

EVENTS = (
    event("e1", "ASSAULT", article_id="yerevan", incident_id="i1"),
    event("e2", "ASSAULT", article_id="baku", incident_id="i1", status="claimed", speakers="aliyev:AZE"),
    event("e3", "ASSAULT", article_id="baku", incident_id="i1", status="denied", speakers=":NKR"),
    event("e4", "ASSAULT", article_id="paris", incident_id="i2", status="claimed", speakers="aliyev:AZE"),
    event("e5", "ASSAULT", article_id="paris", incident_id="i3", status="claimed", speakers=":ARM :FRA"),
    event("e6", "CONSULT", article_id="nowhere", incident_id="i4", status="claimed"),
    event("e7", "CONSULT", article_id="nowhere", incident_id="i5", status="planned"),
    event("e8", "CONSULT", article_id="paris", incident_id="i6", status="background"),
    event("e9", "ASSAULT", article_id="yerevan", incident_id="i1"),
)
COUNTRIES = {"yerevan": "NKR", "baku": "AZE", "paris": "FRA", "nowhere": ""}
TELLERS = {
    "i1": ["AZE", "NKR"],
    "i2": ["AZE"],
    "i3": ["ARM", "FRA"],
    "i4": [],
    "i5": ["ARM", "NKR"],
    "i6": ["FRA"],
}


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> EventIndex:
    store = made(
        tmp_path_factory.mktemp("word") / "tables",
        *EVENTS,
        publishers={"yerevan": "Echo", "baku": "Mirror", "paris": "Globe"},
        articles={key: {"publisher_country": country} for key, country in COUNTRIES.items()},
        incidents={key: {"tellers": tellers} for key, tellers in TELLERS.items()},
    )
    return EventIndex.build(store, LEXICON)


def table(index: EventIndex, by: str, unit: str = "events") -> list[tuple[str, str, int]]:
    every = np.ones(len(index.events), bool)
    found = whose_word.counted(index, every, Filters(), by, unit)
    return list(found.itertuples(index=False, name=None))


def test_a_denial_of_one_side_in_the_papers_of_the_other_stands_in_its_own_cell(index: EventIndex) -> None:
    assert table(index, "country") == [
        ("NKR", "fact", 2),
        ("AZE", "claim:AZE", 1),
        ("AZE", "denial:ARM", 1),
        ("FRA", "claim:ARM", 1),
        ("FRA", "claim:AZE", 1),
        ("FRA", "claim:third", 1),
        ("FRA", "history", 1),
        ("", "claim:untold", 1),
        ("", "plan", 1),
    ]


def test_an_incident_counts_once_in_each_cell(index: EventIndex) -> None:
    assert [row for row in table(index, "side", "incidents") if row[0] in ("ARM", "AZE")] == [
        ("ARM", "fact", 1),
        ("AZE", "claim:AZE", 1),
        ("AZE", "denial:ARM", 1),
    ]


def test_publishers_stand_by_their_sides(index: EventIndex) -> None:
    assert list(dict.fromkeys(row[0] for row in table(index, "publisher"))) == [
        "Echo",
        "Mirror",
        "Globe",
        "publisher not known",
    ]


@pytest.mark.parametrize(
    ("by", "keys", "expected"),
    [
        ("country", ["NKR", "AZE", ""], ["Nagorno-Karabakh Armenians", "Azerbaijan", "country not known"]),
        (
            "side",
            ["ARM", "third", ""],
            ["Armenia’s side", "third parties", "country not known"],
        ),
        ("publisher", ["Echo"], ["Echo"]),
    ],
)
def test_what_rows_are_called(index: EventIndex, by: str, keys: list[str], expected: list[str]) -> None:
    assert whose_word.teller_names(keys, by, names(index.store, LEXICON), LEXICON) == expected


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("fact", "told as fact"),
        ("claim:AZE", "claims of Azerbaijan’s side"),
        ("denial:third", "denials of third parties"),
        ("denial:untold", "denials, speaker not told"),
    ],
)
def test_what_columns_are_called(key: str, expected: str) -> None:
    assert whose_word.told_name(key, {}, LEXICON) == expected


def test_who_tells_incidents(index: EventIndex) -> None:
    found = whose_word.alone(index, np.ones(len(index.events), bool))
    incidents = index.store.incidents["incident_id"]

    assert {incidents[row]: who for row, who in found.items()} == {
        "i1": "both",
        "i2": "AZE",
        "i3": "ARM+",
        "i4": "untold",
        "i5": "ARM",
        "i6": "third",
    }
    assert set(found) <= set(whose_word.alone_order(LEXICON))


def test_only_incidents_of_selected_events_are_told(index: EventIndex) -> None:
    chosen: Any = index.events["event_id"].isin(["e2", "e8"]).to_numpy()

    assert sorted(whose_word.alone(index, chosen)) == ["both", "third"]


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("ARM", "Armenia’s side alone"),
        ("AZE+", "Azerbaijan’s side and third parties"),
        ("both", "Both sides"),
        ("untold", "Country not known"),
    ],
)
def test_what_they_are_called(key: str, expected: str) -> None:
    assert whose_word.alone_name(key, {}, LEXICON) == expected


def test_no_events_are_no_rows(tmp_path: Path) -> None:
    index = EventIndex.build(made(tmp_path / "tables"), LEXICON)

    assert table(index, "country") == table(index, "publisher") == []
    assert whose_word.alone(index, np.zeros(0, bool)).empty
