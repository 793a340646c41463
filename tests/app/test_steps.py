"""The Timeline's steps: weeks or months one after another, and zoom."""

from __future__ import annotations

from datetime import date

import pytest
from made_tables import event, made
from made_views import drawn, said, view
from streamlit.testing.v1 import AppTest

from contactline.app import over_time, steps
from contactline.charts import bins
from contactline.tables.store import Store
from contactline.views.query import Filters

EVENTS = (
    event("e1", "CONSULT", "2031-05-12", sources="russia:RUS"),
    event("e2", "ASSAULT", "2031-05-28", sources="iran:IRN"),
    event("e3", "AID", "", sources="france:FRA"),
)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    return made(tmp_path_factory.mktemp("steps") / "tables", *EVENTS)


def panel(store: Store, **query: str) -> AppTest:
    return drawn(steps.panel, view(store, count="events"), "made", **query)


@pytest.mark.parametrize(
    ("by", "expected"),
    [
        ("week", [date(2031, 5, 12), date(2031, 5, 19), date(2031, 5, 26)]),
        ("month", [date(2031, 5, 1)]),
    ],
)
def test_the_steps_hold_the_days_of_the_page(store: Store, by: str, expected: list[date]) -> None:
    assert steps.steps(view(store), by) == expected


def test_without_days_there_are_no_steps(store: Store) -> None:
    assert steps.steps(view(store, Filters(precision="none")), "week") == []


def test_beneath_the_whole_period_stand_its_most_telling_incidents_and_the_way_to_all(store: Store) -> None:
    app = panel(store)

    assert len(app.dataframe) == 0
    assert [link.proto.label.rpartition(": ")[2] for link in app.get("page_link")][-1] == "All 3 incidents"


def test_a_step_shows_its_own_events(store: Store) -> None:
    app = panel(store, by="week by week")
    assert "**1 event, 1 drawn**: 1 of a single day." in said(app)

    app.select_slider(key="step").set_value(date(2031, 5, 19)).run()
    assert "**0 events, 0 drawn**" in said(app)


def test_a_link_brings_its_step(store: Store) -> None:
    app = panel(store, by="week by week", step="26 May – 1 Jun 2031")

    assert app.select_slider(key="step").value == date(2031, 5, 26)
    assert list(app.dataframe[0].value["What"]) == ["Attack or fighting"]


def test_a_step_becomes_the_days_of_the_page(store: Store) -> None:
    app = panel(store, by="week by week")
    app.button(key="steps_only").click().run()

    assert app.session_state["dates"] == (date(2031, 5, 12), date(2031, 5, 18))
    assert app.session_state["by"] == "whole"


@pytest.mark.parametrize(
    ("button", "expected"),
    [
        ("zoom_chevron_left", (date(2031, 4, 25), date(2031, 5, 11))),
        ("zoom_zoom_in", (date(2031, 5, 16), date(2031, 5, 24))),
        ("zoom_zoom_out", (date(2031, 5, 4), date(2031, 6, 5))),
        ("zoom_chevron_right", (date(2031, 5, 29), date(2031, 6, 14))),
    ],
)
def test_zoom_changes_the_days(store: Store, button: str, expected: tuple[date, date]) -> None:
    app = panel(store)
    app.button(key=button).click().run()

    assert app.session_state["dates"] == expected


def test_a_click_within_a_step_draws_the_whole_page_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    state: dict[str, object] = {"strip": {"selection": {"box": [{"x": ["2031-05-12", "2031-05-18"]}]}}}
    monkeypatch.setattr("streamlit.session_state", state)
    monkeypatch.setattr("streamlit.query_params", {})

    over_time.drag("strip", bins.BINS[1], steps._whole_page)

    assert state["_whole_page"] is True
