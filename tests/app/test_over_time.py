"""The course of time: the strip, the chart, and what clicks on them mean."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from made_tables import event, made
from made_views import LEXICON, drawn, many, said, specs, view

from contactline.app import over_time
from contactline.app.context import Context
from contactline.charts import bins
from contactline.tables.store import Store
from contactline.views import labels
from contactline.views.query import Filters

EVENTS = (
    event("e1", "CONSULT", "2031-05-12", sources="russia:RUS", targets="iran:IRN"),
    event("e2", "ASSAULT", "2031-05-14", sources="iran:IRN", incident_id="i-e1"),
    event("e3", "ASSAULT", "2031-05-01..2031-05-31", "month", sources="iran:IRN", article_id="b"),
    event("e4", "AID", "", sources="france:FRA"),
)
NOTHING = Filters(text="no such words")
WINDOW = date(2031, 5, 1), date(2031, 6, 30)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    return made(tmp_path_factory.mktemp("course") / "tables", *EVENTS)


@pytest.fixture(scope="module")
def crowd(tmp_path_factory: pytest.TempPathFactory) -> Store:
    return many(tmp_path_factory.mktemp("crowd") / "tables")


def test_it_says_how_much_is_drawn(store: Store) -> None:
    app = drawn(over_time.course, view(store, count="events"), "made")

    strip, chart = specs(app)
    assert strip.alt == "Events of a known day from 1 May 2031 to 31 May 2031, heights by square root"
    assert chart.alt == (
        "Events from 1 May 2031 to 31 May 2031: verbal cooperation 1, material cooperation 0, verbal conflict 0, "
        "material conflict 2"
    )
    assert (
        "**4 events, 3 drawn**: 2 of a single day, 1 known less exactly (the grey spans), 1 without any date (the "
        "last bar)."
    ) in said(app)


@pytest.mark.parametrize(
    ("filters", "notices"),
    [
        pytest.param(NOTHING, 0, id="nothing: the page says so"),
        pytest.param(Filters(types=("AID",)), 1, id="no date"),
    ],
)
def test_a_course_without_dates_is_not_drawn(store: Store, filters: Filters, notices: int) -> None:
    app = drawn(over_time.course, view(store, filters, count="events"), "made")

    assert (specs(app), len(app.info)) == ([], notices)


def clicked(
    monkeypatch: pytest.MonkeyPatch, customdata: list[str], window: tuple[date, date] = WINDOW, **before: Any
) -> tuple[dict[str, Any], dict[str, str]]:
    """What a click makes of the filters and of the address."""
    state: dict[str, Any] = {"chart": {"selection": {"points": [{"customdata": customdata}]}}, **before}
    address: dict[str, str] = {}
    with monkeypatch.context() as patch:
        patch.setattr("streamlit.session_state", state)
        patch.setattr("streamlit.query_params", address)
        over_time.click("chart", window, LEXICON)
    state.pop("chart")
    return state, address


CONFLICT = ["ACCUSE", "REJECT", "REQUEST", "THREATEN"]


@pytest.mark.parametrize(
    ("point", "before", "filters", "address"),
    [
        pytest.param(
            ["2031-05-12", "2031-05-18", "verbal conflict", "", "3"],
            {},
            {"dates": (date(2031, 5, 12), date(2031, 5, 18)), "known": "day", "type": CONFLICT},
            {},
            id="a bar",
        ),
        pytest.param(
            ["2031-04-28", "2031-05-04", "verbal conflict", "", "3"],
            {"type": ["ACCUSE", "CONSULT-phone"]},
            {"dates": (date(2031, 5, 1), date(2031, 5, 4)), "known": "day", "type": ["ACCUSE"]},
            {},
            id="a bar at the edge, of chosen types",
        ),
        pytest.param(
            ["2031-05-12", "2031-05-18", "ASSAULT", "", "3"],
            {},
            {},
            {"mark": "2031-05-12/2031-05-18/ASSAULT"},
            id="a square",
        ),
        pytest.param(
            ["2031-05-01", "2031-05-31", "month", "", "3"],
            {},
            {},
            {"mark": "2031-05-01/2031-05-31/month"},
            id="a span",
        ),
        pytest.param(
            ["2031-05-01", "2031-05-31", "none", "", "3"],
            {},
            {},
            {"mark": "2031-05-01/2031-05-31/none"},
            id="the bar without a date",
        ),
    ],
)
def test_a_click_filters_or_marks(
    monkeypatch: pytest.MonkeyPatch,
    point: list[str],
    before: dict[str, Any],
    filters: dict[str, Any],
    address: dict[str, str],
) -> None:
    state, after = clicked(monkeypatch, point, **before)

    if "type" in state:
        state["type"] = sorted(state["type"])
    assert (state, after) == (filters, address)


def test_a_click_beside_all_bars_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    state: dict[str, Any] = {"chart": {"selection": {"points": []}}}
    monkeypatch.setattr("streamlit.session_state", state)

    over_time.click("chart", WINDOW, LEXICON)

    assert list(state) == ["chart"]


@pytest.mark.parametrize(
    ("boxes", "expected"),
    [
        ([], {}),
        (
            [{"x": ["2031-05-20 12:00", "2031-05-06"]}],
            {"dates": (date(2031, 5, 5), date(2031, 5, 25))},
        ),
    ],
)
def test_a_drag_chooses_whole_bins(
    monkeypatch: pytest.MonkeyPatch, boxes: list[Any], expected: dict[str, Any]
) -> None:
    state: dict[str, Any] = {"strip": {"selection": {"box": boxes}}}
    monkeypatch.setattr("streamlit.session_state", state)
    monkeypatch.setattr("streamlit.query_params", {"mark": "something"})

    over_time.drag("strip", bins.BINS[1])

    state.pop("strip")
    assert state == expected


def marks(here: Context) -> list[list[Any]]:
    """The customdata of every bar, square and span of the chart."""
    (_, chart) = specs(drawn(over_time.course, here, "made", True))
    return [row for trace in json.loads(chart.spec)["data"] for row in trace.get("customdata", [])]


@pytest.mark.parametrize("filters", [Filters(), Filters(types=("CONSULT-phone",)), Filters(background=False)])
@pytest.mark.parametrize("count", ["events", "incidents"])
def test_a_click_on_any_bar_gives_its_number(
    crowd: Store, filters: Filters, count: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of incidents also those that are drawn in another bar, because another report gives their own day."""
    here = view(crowd, filters, count=count)
    bars = [row for row in marks(here) if row[2] in labels.QUADS]
    for row in bars:
        before = {"type": list(filters.types)} if filters.types else {}
        state, _ = clicked(monkeypatch, row, here.window or WINDOW, **before)
        start, end = state["dates"]
        after = replace(filters, start=start, end=end, precision=state["known"], types=tuple(state["type"]))
        number = here.number(here.index.select(after))
        assert number == int(row[4]) if count == "events" else number >= int(row[4]), row
    assert len(bars) > 1


@pytest.mark.parametrize("count", ["incidents", "events"])
def test_the_events_of_any_square_or_span_are_listed(crowd: Store, count: str) -> None:
    here = view(crowd, count=count)
    assert here.window
    others = [row for row in marks(here) if row[2] not in labels.QUADS]
    for first, last, what, _, number, *_ in others:
        mark = date.fromisoformat(first), date.fromisoformat(last), what
        assert int(over_time.of_mark(here.rows, here.window, mark).sum()) == int(number), mark
    assert {row[2] for row in others} >= {"month", "none", "ASSAULT"}


@pytest.mark.parametrize(
    ("mark", "heading"),
    [
        ("2031-05-14/2031-05-14/ASSAULT", "Attack or fighting, 14 May 2031: 1 event"),
        ("2031-05-01/2031-05-31/month", "May 2031, day not known: 1 event"),
        ("2031-05-01/2031-05-31/none", "Date not known: 1 event"),
        ("nonsense", None),
        ("2031-05-99/2031-05-31/none", None),
    ],
)
def test_a_link_lists_the_events_of_a_mark(store: Store, mark: str, heading: str | None) -> None:
    app = drawn(over_time.course, view(store, count="events"), "made", mark=mark)

    assert [title.value for title in app.header] == ([heading] if heading else [])
    assert [len(table.value) for table in app.dataframe] == ([1] if heading else [])
