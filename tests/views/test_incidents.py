"""Incidents in order and in a line."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
import pytest
from made_tables import event, made, row

from contactline.lexicon import load
from contactline.tables.store import Store
from contactline.views import incidents
from contactline.views.query import EventIndex, Filters, names

LEXICON = load()
RUSSIANS = [
    row("actors", actor_id=key, name=name, kind="person", country="RUS")
    for key, name in (("putin", "Vladimir Putin"), ("lavrov", "Sergei Lavrov"))
]
BOTH = {"sources": "armenia:ARM azerbaijan:AZE", "targets": "armenia:ARM azerbaijan:AZE"}


def dated(day: str, end: str = "", precision: str = "day", **more: Any) -> dict[str, Any]:
    """What a row of the table of incidents says beside the blanks."""
    first, last = date.fromisoformat(day), date.fromisoformat(end or day)
    return {"date_start": first, "date_end": last, "date_precision": precision} | more


def lines(store: Store, added: bool = True) -> dict[str, incidents.Line]:
    index = EventIndex.build(store, LEXICON)
    found = incidents.selected(index, index.select(Filters()))
    return dict(
        zip(found["incident_id"], incidents.lines(index, found, names(store, LEXICON), added), strict=True)
    )


@pytest.mark.parametrize(
    ("reports", "facts", "when", "story"),
    [
        pytest.param(
            [{"type": "CONCEDE", **BOTH}],
            dated("2020-10-10", label="Ceasefire agreed", publishers=2),
            "10 Oct 2020",
            "ceasefire agreed, Armenia and Azerbaijan; told by 2 publishers",
            id="between two",
        ),
        pytest.param(
            [{"type": "ASSAULT", "sources": "azerbaijan:AZE", "targets": "armenia:ARM", "place_id": "goris"}],
            dated("2020-10-01", "2020-10-31", "month", label="Shelling", place_id="goris"),
            "Oct 2020, day not known",
            "shelling, Azerbaijan → Armenia, in Goris; told by 1 publisher",
            id="one against another, some day of a month, somewhere",
        ),
        pytest.param(
            [{"type": "CONSULT", "sources": "putin:RUS", "date_basis": "article"}],
            dated("2020-10-04", label="Talks"),
            "reported 4 Oct 2020",
            "talks, Vladimir Putin; told by 1 publisher",
            id="a person, on the day of the report",
        ),
        pytest.param(
            [{"sources": "putin:RUS"}, {"sources": "lavrov:RUS", "article_id": "b"}],
            dated("2020-10-04", label="Talks"),
            "4 Oct 2020",
            "talks, Russia; told by 1 publisher",
            id="two persons of one country",
        ),
        pytest.param(
            [{"status": "planned"}, {"status": "planned", "article_id": "b"}],
            dated("2020-10-04", label="Talks"),
            "4 Oct 2020",
            "talks (planned); told by 1 publisher",
            id="planned in all reports",
        ),
        pytest.param(
            [{"status": "background"}],
            {"label": "Talks"},
            "date not known",
            "talks (told as history); told by 1 publisher",
            id="history without a date",
        ),
        pytest.param(
            [{"status": "claimed"}, {"status": "denied", "article_id": "b"}],
            dated("2020-10-04", label="Talks", tellers=["AZE"], claimed_by=["AZE"], denied_by=["ARM"]),
            "4 Oct 2020",
            "talks; told by 1 publisher, claimed by Azerbaijan alone, denied by Armenia",
            id="claimed and denied",
        ),
        pytest.param(
            [{"killed": 5, "killed_low": 5, "killed_high": None, "toll_text": "at least five"}],
            dated("2020-10-04", label="Talks", killed_min=5, killed_max=5),
            "4 Oct 2020",
            "talks, at least 5 killed; told by 1 publisher",
            id="one toll, as it is told",
        ),
        pytest.param(
            [
                {"killed": 5, "killed_low": 5, "killed_high": 5, "toll_text": "five"},
                {"killed": 7, "killed_low": 7, "killed_high": 7, "toll_text": "seven", "article_id": "b"},
            ],
            dated("2020-10-04", label="Talks", killed_min=5, killed_max=7),
            "4 Oct 2020",
            "talks, 5 to 7 killed; told by 1 publisher",
            id="two tolls",
        ),
        pytest.param(
            [{"killed": 5, "killed_low": 5, "killed_high": 5, "toll_text": "five"}],
            dated(
                "2020-10-04", label="Talks", killed_min=5, killed_max=5, held_min=3, held_max=8, corrected=["held"]
            ),
            "4 Oct 2020",
            "talks, 5 killed, 3 to 8 held prisoner; told by 1 publisher",
            id="a toll that a reader has put right",
        ),
        pytest.param(
            [{"sources": "putin:RUS"}],
            dated("2020-10-04", label="Talks", countries=["ARM", "AZE"], corrected=["parties"]),
            "4 Oct 2020",
            "talks, ARM and AZE; told by 1 publisher",
            id="parties that a reader has put right",
        ),
    ],
)
def test_an_incident_in_a_line(
    reports: list[dict[str, Any]], facts: dict[str, Any], when: str, story: str, tmp_path: Path
) -> None:
    blank = {
        f"{what}_{end}": None for what in ("injured", "captured", "handed_over", "held") for end in ("low", "high")
    }
    events = [event(f"e{n}", incident_id="one", **blank | report) for n, report in enumerate(reports)]
    store = made(tmp_path / "tables", *events, incidents={"one": facts}, more={"actors": RUSSIANS})

    (line,) = lines(store).values()

    assert (line.when, line.story) == (when, story)


def test_a_mediator_is_told_apart_and_parties_not_named_stand_in_brackets(tmp_path: Path) -> None:
    parties = [
        row("event_actors", event_id="e", role=role, country=country, actor_id=None, text="", basis=basis)
        for role, country, basis in (
            ("source", "ARM", "told"),
            ("source", "AZE", "other side"),
            ("source", "RUS", "told"),
            ("mediator", "RUS", "told"),
        )
    ]
    store = made(tmp_path / "tables", event("e", incident_id="one"), more={"event_actors": parties})

    assert lines(store)["one"].who == "Armenia and (Azerbaijan), mediated by Russia"
    assert lines(store, added=False)["one"].who == "Armenia, mediated by Russia"


ORDERED = {
    "quiet": dated("2020-10-01", publishers=1),
    "told": dated("2020-10-05", publishers=4),
    "deadly": dated("2020-10-03", publishers=1, type="ASSAULT", killed_max=60, differences=["Killed: 3 or 60."]),
    "dateless": {"publishers": 2},
    "history": dated("1994-05-12", publishers=5),
}


@pytest.fixture(scope="module")
def several(tmp_path_factory: pytest.TempPathFactory) -> EventIndex:
    events = [
        event(key, status="background" if key == "history" else "reported", incident_id=key) for key in ORDERED
    ]
    store = made(tmp_path_factory.mktemp("several") / "tables", *events, incidents=ORDERED)
    return EventIndex.build(store, LEXICON)


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ("telling", ["told", "history", "dateless", "deadly", "quiet"]),
        ("first", ["history", "quiet", "deadly", "told", "dateless"]),
        ("latest", ["told", "deadly", "quiet", "history", "dateless"]),
        ("sources", ["history", "told", "dateless", "deadly", "quiet"]),
        ("differences", ["deadly", "told", "history", "dateless", "quiet"]),
        ("killed", ["deadly", "told", "history", "dateless", "quiet"]),
    ],
)
def test_orders(several: EventIndex, order: str, expected: list[str]) -> None:
    found = incidents.selected(several, several.select(Filters()))

    assert list(incidents.ordered(found, order)["incident_id"]) == expected


def test_there_is_an_order_for_each_of_the_words() -> None:
    assert set(incidents.ORDERS) == {"telling", "first", "latest", "sources", "differences", "killed"}


def test_the_most_telling_are_told_by_day_without_the_undated(several: EventIndex) -> None:
    found = incidents.selected(several, several.select(Filters()))

    undated = found[found["date_start"].isna()]
    assert list(incidents.most_important(found, 3)["incident_id"]) == ["history", "deadly", "told"]
    assert list(incidents.most_important(undated, 3)["incident_id"]) == ["dateless"]


def test_only_the_incidents_of_the_selected_events_are_told(several: EventIndex) -> None:
    nothing = np.zeros(len(several.events), bool)
    found = incidents.selected(several, several.select(Filters(background=False)))

    assert set(found["incident_id"]) == {"quiet", "told", "deadly", "dateless"}
    assert incidents.lines(several, incidents.selected(several, nothing), {}) == []


def test_no_incidents_have_an_order_as_well(several: EventIndex) -> None:
    none = incidents.selected(several, np.zeros(len(several.events), bool))

    assert [len(incidents.ordered(none, order)) for order in incidents.ORDERS] == [0] * len(incidents.ORDERS)


def test_how_many_entries_lists_have() -> None:
    lists = pd.Series([["toll: 3 or 5"], [], ["toll: 3 or 5", "day: 4 or 5 May"]], [7, 8, 9])
    stored = lists.astype(pd.ArrowDtype(pa.list_(pa.string())))  # as of a large table
    assert [incidents.lengths(some).to_dict() for some in (lists, stored)] == [{7: 1, 8: 0, 9: 2}] * 2
    assert [list(incidents.lengths(some.iloc[:0])) for some in (lists, stored)] == [[], []]
