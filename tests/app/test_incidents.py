"""What happened in a line each, the list of incidents, and the way from either to one of them."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from made_tables import event, made, row
from made_views import drawn, frames, said, view
from streamlit.testing.v1 import AppTest

from contactline.app import incidents
from contactline.tables.store import Store
from contactline.views.query import Filters

DIFFER = "Killed: 2 according to One, 5 according to Other."
SIDES = {"sources": "armenia:ARM", "targets": "azerbaijan:AZE"}


def told(day: str, **more: Any) -> dict[str, Any]:
    """An incident of one day."""
    when = date.fromisoformat(day)
    return {"date_start": when, "date_end": when, "date_precision": "day"} | more


TOLD_BY_TWO = told(
    "2031-05-14",
    label="Shelling",
    type="ASSAULT",
    articles=2,
    events=2,
    publishers=2,
    tellers=["ARM", "AZE"],
    differences=[DIFFER],
)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """Three incidents: one told by two articles with two numbers of dead, one told once, one without a date."""
    return made(
        tmp_path_factory.mktemp("incidents") / "tables",
        event("e1", "CONSULT", "2031-05-12", incident_id="once", text="They *met*."),
        event("e2", "ASSAULT", "2031-05-14", incident_id="two", text="Two died.", **SIDES),
        event("e3", "ASSAULT", "2031-05-14", incident_id="two", text="Five died.", article_id="b", **SIDES),
        event("e4", "CONSULT", "", incident_id="dateless", text="Talks."),
        incidents={"two": TOLD_BY_TWO, "once": told("2031-05-12")},
        more={
            "differences": [
                row(
                    "differences",
                    incident_id="two",
                    about="toll",
                    text=DIFFER,
                    event_id="e2",
                    other_event_id="e3",
                )
            ]
        },
    )


NOTHING = Filters(text="no such words")


def links(app: AppTest) -> dict[str, str]:
    """What the links of a page say, and where they lead."""
    return {
        e.proto.label.replace("\\", ""): f"{e.proto.page}?{e.proto.query_string}" for e in app.get("page_link")
    }


def test_what_happened_is_told_by_day_each_a_click_from_its_reports(store: Store) -> None:
    app = drawn(incidents.happened, view(store))

    assert links(app) == {
        "**12 May 2031**: talks; told by 1 publisher": "incidents?incident=once",
        "**14 May 2031**: shelling, Armenia → Azerbaijan; told by 2 publishers": "incidents?incident=two",
        "All 3 incidents": "incidents?",
    }
    assert [button.label for button in app.button] == ["1 without any date"]


def test_of_many_the_most_telling_are_told(store: Store) -> None:
    app = drawn(incidents.happened, view(store), 1)

    assert list(links(app).values()) == ["incidents?incident=two", "incidents?"]


@pytest.mark.parametrize("draw", [incidents.happened, incidents.listed])
def test_where_nothing_meets_the_filters_it_says_so(draw: Any, store: Store) -> None:
    app = drawn(draw, view(store, NOTHING))

    assert (links(app), frames(app), len(app.info)) == ({}, [], 1)


def test_incidents_whose_reports_differ_say_on_what(store: Store) -> None:
    app = drawn(incidents.differing, view(store))

    assert list(links(app).values()) == ["incidents?incident=two"]
    assert DIFFER in said(app).replace("\N{WORD JOINER}", "")


def test_where_no_reports_differ_nothing_is_shown(store: Store) -> None:
    app = drawn(incidents.differing, view(store, Filters(types=("CONSULT",))))

    assert (said(app), links(app)) == ("", {})


def test_the_list_has_all_in_the_order_that_is_chosen(store: Store) -> None:
    app = drawn(incidents.listed, view(store))
    (table,) = frames(app)

    assert table.to_dict("records")[0] == {
        "When": "2031-05-14",
        "What": "Shelling",
        "Who": "Armenia → Azerbaijan",
        "Publishers": 2,
        "Whose word": "told by both sides",
        "Differ on": "toll",
    }
    assert list(table["When"]) == ["2031-05-14", "2031-05-12", ""]
    app.selectbox(key="order").select("first").run()
    assert list(frames(app)[0]["When"]) == ["2031-05-12", "2031-05-14", ""]


def test_a_long_list_has_pages_and_a_shorter_one_begins_anew(tmp_path: Path) -> None:
    many = made(
        tmp_path / "tables",
        *(event(f"e{n:03}", days=f"2031-05-{1 + n % 28:02}") for n in range(120)),
        incidents={f"i-e{n:03}": told(f"2031-05-{1 + n % 28:02}") for n in range(120)},
    )

    def shown(**query: str) -> int:
        (table,) = frames(drawn(incidents.listed, view(many), **query))
        return len(table)

    assert [shown(), shown(page="3"), shown(page="9")] == [50, 20, 50]
