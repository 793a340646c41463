"""Incidents with the versions of each article."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from made_tables import event, made
from made_views import drawn, frames, html, said, view

from contactline.app import incidents
from contactline.tables.store import Store
from contactline.views.query import Filters

DIFFER = "Killed: 2 or 5."


SIDES = {"sources": "armenia:ARM", "targets": "azerbaijan:AZE"}
TOLD_BY_TWO = {
    "label": "Shelling",
    "type": "ASSAULT",
    "date_start": date(2031, 5, 14),
    "date_end": date(2031, 5, 14),
    "date_precision": "day",
    "articles": 2,
    "events": 2,
    "publishers": 2,
    "differences": [DIFFER],
    "countries": ["ARM", "AZE"],
}


@pytest.fixture(scope="module")
def differing(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """Three incidents: one told by two articles with two numbers of dead, one told once, one without a date."""
    return made(
        tmp_path_factory.mktemp("incidents") / "tables",
        event("e1", "CONSULT", "2031-05-12", incident_id="once", text="They met."),
        event("e2", "ASSAULT", "2031-05-14", incident_id="two", text="Two died.", killed=2, **SIDES),
        event(
            "e3", "ASSAULT", "2031-05-14", incident_id="two", text="Five died.", killed=5, article_id="b", **SIDES
        ),
        event("e4", "CONSULT", "", incident_id="dateless", text="Talks."),
        publishers={"a": "One", "b": "Other"},
        incidents={"two": TOLD_BY_TWO, "once": {"events": 5}},
    )


def row(found: Store, incident_id: str) -> object:
    return next(r for r in found.incidents.itertuples() if r.incident_id == incident_id)


@pytest.mark.parametrize(
    ("incident_id", "title"),
    [
        ("two", "Shelling · 14 May 2031 · Armenia, Azerbaijan · 2 articles"),
        ("dateless", "Talks · date not known · 1 article"),
    ],
)
def test_an_incident_in_a_line(differing: Store, incident_id: str, title: str) -> None:
    assert incidents.title(view(differing), row(differing, incident_id)).replace("\\", "") == title


def test_reports_that_differ_stand_side_by_side(differing: Store) -> None:
    app = drawn(incidents.differing, view(differing))

    (shown,) = app.expander
    assert DIFFER in shown.label.replace("\\", "")
    one, other = html(app)
    assert "Two died." in one and "One" in one
    assert "Five died." in other and "Other" in other


def test_where_no_reports_differ_nothing_is_shown(differing: Store) -> None:
    app = drawn(incidents.differing, view(differing, Filters(types=("CONSULT",))))

    assert (said(app), len(app.expander)) == ("", 0)


def test_the_incidents_told_by_most_stand_first(differing: Store) -> None:
    app = drawn(incidents.listed, view(differing))

    (table,) = frames(app)
    assert list(zip(table["What"], table["Articles"], table["Publishers"], strict=True))[0] == ("Shelling", 2, 2)
    assert list(table["Who"]) == ["Armenia, Azerbaijan", "", ""]


def test_a_list_without_incidents_says_so(differing: Store) -> None:
    app = drawn(incidents.listed, view(differing, Filters(text="no such words")))

    assert (frames(app), len(app.info)) == ([], 1)


def test_an_incident_says_what_links_its_reports_and_of_which_it_is_a_part(tmp_path: Path) -> None:
    linked = {"linked_by": ["same day", "2 *killed*"], "part_of": "war", "events": 2, "articles": 2}
    found = made(
        tmp_path / "tables",
        event("e1", "ASSAULT", "2031-05-14", incident_id="two", text="Two died.", **SIDES),
        event("e2", "ASSAULT", "2031-05-14", incident_id="two", text="Two fell.", article_id="b", **SIDES),
        event("e3", "ASSAULT", "2031-05-01", incident_id="war", text="War began.", **SIDES),
        publishers={"a": "One", "b": "Other"},
        incidents={"two": {**TOLD_BY_TWO, **linked}, "war": {"label": "Attack", "countries": ["ARM", "AZE"]}},
    )

    words = said(drawn(incidents.listed, view(found, Filters(background=True))))

    assert "Linked by: same day, 2 *killed*." in words
    assert "Part of: Attack" in words
