"""Two periods or two actors over one another."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from made_tables import event, made

from contactline.lexicon import load
from contactline.views import compare, counting
from contactline.views.query import EventIndex, Filters, names

LEXICON = load()

EVENTS = (
    event("e1", "CONSULT", "2031-05-01", sources=":RUS", targets=":IRN", article_id="a", incident_id="i1"),
    event("e2", "CONSULT", "2031-05-01", sources=":RUS", article_id="b", incident_id="i1", place_id="goris"),
    event("e3", "ASSAULT", "2031-05-20", sources=":IRN", article_id="b", place_id="goris"),
    event("e4", "AID", "2031-05-01..2031-05-31", "month", sources=":RUS", article_id="b"),
    event("e5", "ASSAULT", "2031-08-02", sources=":IRN", article_id="c"),
)
MAY = date(2031, 5, 1), date(2031, 5, 31)
LATE_MAY = date(2031, 5, 15), date(2031, 6, 15)
AUGUST = date(2031, 8, 1), date(2031, 8, 31)
LATER = date(2040, 1, 1), date(2040, 2, 1)


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> EventIndex:
    return EventIndex.build(made(tmp_path_factory.mktemp("compare") / "tables", *EVENTS), LEXICON)


def side(index: EventIndex, days: compare.Days = MAY) -> compare.Side:
    return compare.side(index, "made", Filters(*days))


def ids(index: EventIndex, one: compare.Side, what: str, value: str, unit: str = "events") -> list[str]:
    rows = counting.rows(index, one.mask, unit)
    return list(index.events["event_id"][compare.behind(index, one, what, value, rows, unit)])


@pytest.mark.parametrize(
    ("periods", "expected"),
    [
        ({"x": LATER, "a": AUGUST, "m": MAY}, [MAY, AUGUST]),
        ({"m": MAY, "l": LATE_MAY, "a": AUGUST}, [MAY, AUGUST]),
        ({"m": MAY}, [(date(2031, 5, 1), date(2031, 6, 16)), (date(2031, 6, 17), date(2031, 8, 2))]),
    ],
    ids=["most told, by time", "not those that overlap", "halves of the news where there are no two"],
)
def test_which_periods_are_compared_unless_others_are_chosen(
    index: EventIndex, periods: dict[str, compare.Days], expected: list[compare.Days]
) -> None:
    assert compare.most_told(index, Filters(), periods) == expected


def test_without_dates_there_are_no_periods(tmp_path: Path) -> None:
    undated = EventIndex.build(made(tmp_path / "tables", event("e1", days="")), LEXICON)

    assert compare.most_told(undated, Filters(), {"m": MAY}) == []


def test_the_two_most_active(index: EventIndex) -> None:
    assert compare.most_active(index, Filters(), "events") == ["IRN", "RUS"]
    assert compare.most_active(index, Filters(text="no such words"), "events") == []


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("2031-05-01/2031-05-31", MAY),
        ("2031-05-31/2031-05-01", MAY),
        ("2031-05-01", None),
        ("may/june", None),
        ("", None),
    ],
)
def test_days_of_an_address(words: str, expected: compare.Days | None) -> None:
    assert compare.days_of(words) == expected


def test_counts_of_both_and_per_article(index: EventIndex) -> None:
    both = side(index), side(index, AUGUST)

    found = compare.table(index, both, "events", names(index.store, LEXICON))

    assert [list(row) for row in found.itertuples(index=False, name=None)] == [
        ["type", "CONSULT", "Talks", 2, 0, 1.0, 0.0],
        ["type", "AID", "Aid", 1, 0, 0.5, 0.0],
        ["type", "ASSAULT", "Attack or fighting", 1, 1, 0.5, 1.0],
        ["actor", "RUS", "Russia", 3, 0, 1.5, 0.0],
        ["actor", "IRN", "Iran", 2, 1, 1.0, 1.0],
        ["place", "goris", "Goris", 2, 0, 1.0, 0.0],
    ]


def test_per_article_of_none_is_nothing(index: EventIndex) -> None:
    assert compare.each(0, side(index, LATER)) == 0


@pytest.mark.parametrize(
    ("what", "value", "expected"),
    [
        ("type", "CONSULT", ["e1", "e2"]),
        ("actor", "IRN", ["e1", "e3"]),
        ("place", "goris", ["e2", "e3"]),
        ("days", "2031-05-01/2031-05-07", ["e1", "e2"]),
        ("others", "2031-05-01/2031-05-07", ["e4", "e3"]),
        ("days", "nonsense", []),
        ("nothing", "AID", []),
        ("type", "no such type", []),
    ],
)
def test_the_events_behind_a_number(index: EventIndex, what: str, value: str, expected: list[str]) -> None:
    assert ids(index, side(index), what, value) == expected


def test_all_reports_of_the_incidents_that_a_bar_counts_are_behind_it(index: EventIndex) -> None:
    assert ids(index, side(index), "days", "2031-05-01/2031-05-01", "incidents") == ["e1", "e2"]
