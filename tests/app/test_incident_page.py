"""One incident with its reports."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from made_tables import event, made, row
from made_views import drawn, html, said, view
from streamlit.testing.v1 import AppTest

from contactline.app import incident_page
from contactline.tables.store import Store
from contactline.views.query import Filters

SIDES = {"sources": "armenia:ARM", "targets": "azerbaijan:AZE"}
DAY = date(2031, 5, 14)
DIFFER = "Day: 14 May according to One, 15 May according to Other."


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """An incident that two articles and a copy tell, part of a war that has one report."""
    incident = {
        "type": "ASSAULT",
        "label": "Shelling",
        "date_start": DAY,
        "date_end": DAY,
        "date_precision": "day",
        "place_id": "goris",
        "events": 3,
        "tellers": ["AZE"],
        "claimed_by": ["AZE"],
        "differences": [DIFFER],
        "linked_by": ["same day", "2 *killed*"],
        "part_of": "war",
    }
    difference = {"incident_id": "two", "about": "day", "text": DIFFER, "event_id": "e2", "other_event_id": "e3"}
    return made(
        tmp_path_factory.mktemp("incident") / "tables",
        event("e1", "ASSAULT", "2031-05-14", article_id="c", incident_id="two", text="A copy.", **SIDES),
        event("e2", "ASSAULT", "2031-05-14", incident_id="two", text="Two died.", place_id="goris", **SIDES),
        event("e3", "ASSAULT", "2031-05-15", article_id="b", incident_id="two", text="Five <died>.", **SIDES),
        event("e4", "ASSAULT", "2031-05-01", incident_id="war", text="War began.", **SIDES),
        publishers={"a": "One", "b": "Other", "c": "Third"},
        articles={"c": {"copy_of": "a"}},
        incidents={"two": incident, "war": {"label": "Attack or fighting"}},
        more={"differences": [row("differences", **difference)]},
    )


@pytest.fixture(autouse=True)
def current(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """These tables are the dashboard's."""
    monkeypatch.setenv("CONTACTLINE_TABLES", str(store.folder))


def shown(store: Store, incident_id: str, filters: Filters | None = None, **query: str) -> AppTest:
    return drawn(incident_page.show, view(store, filters), incident=incident_id, **query)


def test_its_reports_stand_side_by_side_with_what_they_differ_on_marked(store: Store) -> None:
    app = shown(store, "two")

    words = said(app)
    assert "14 May 2031 · Shelling · Armenia → Azerbaijan · Goris" in words
    assert "Claimed by Azerbaijan alone" in words
    assert DIFFER in words
    assert "Linked by: same day, 2 *killed*." in words
    assert "3 reports in 3 articles" in words
    assert [":orange-background[14 May 2031]" in line for line in words.splitlines()].count(True) == 2
    assert ":orange-background[15 May 2031]" in words
    quoted = html(app)
    assert ["Two died." in quoted[0], "Five &lt;died&gt;." in quoted[1], "A copy." in quoted[2]] == [True] * 3
    assert "Near-duplicate of another article" in words


def test_reports_beyond_the_filters_are_shown_and_counted(store: Store) -> None:
    words = said(shown(store, "two", Filters(publishers=("One",))))

    assert "2 of them do not meet the filters." in words


def test_where_it_was_is_on_a_map(store: Store) -> None:
    assert [chart.proto.alt for chart in shown(store, "two").get("deck_gl_json_chart")] == ["Goris"]
    assert "None of the reports gives a place." in said(shown(store, "war"))


def test_what_it_is_part_of_and_its_parts_open_one_another(store: Store) -> None:
    part, whole = shown(store, "two"), shown(store, "war")

    assert "Part of" in said(part)
    assert "Parts of it: 1 incident" in said(whole)
    (button,) = (b for b in part.button if "attack or fighting" in b.label)
    button.click().run()
    assert "War began." in html(part)[0]
    next(b for b in part.button if b.label == "All incidents").click().run()
    assert "incident" not in part.query_params


def test_an_incident_that_is_not_there_says_so(store: Store) -> None:
    app = shown(store, "none")

    assert ("names an incident that is not in the tables" in said(app), html(app)) == (True, [])


def test_many_reports_are_shown_when_asked_for(tmp_path: Path) -> None:
    events: list[dict[str, Any]] = [
        event(f"e{n:02}", article_id=f"a{n:02}", incident_id="one", text=f"Report {n}.") for n in range(12)
    ]
    store = made(tmp_path / "tables", *events, incidents={"one": {"events": 12}})

    assert [len(html(shown(store, "one"))), len(html(shown(store, "one", every="true")))] == [8, 12]


def test_the_facets_of_an_agreement_are_told(tmp_path: Path) -> None:
    store = made(
        tmp_path / "tables",
        event("e1", "CONCEDE", incident_id="one", mode="ceasefire", trigger="signed"),
        event("e2", "RETREAT", incident_id="one", mode="ceasefire", trigger="took effect", article_id="b"),
        incidents={"one": {"events": 2}},
    )

    words = said(shown(store, "one"))

    assert (
        "What the reports tell of the agreement: its signing (1 report), its coming into force (1 report)."
        in words
    )
    assert ["**Its signing**" in words, "**Its coming into force**" in words] == [True, True]


def test_whether_an_incident_is_asked_for() -> None:
    asked: list[bool] = []

    drawn(lambda: asked.append(incident_page.asked()))
    drawn(lambda: asked.append(incident_page.asked()), incident="one")

    assert asked == [False, True]
