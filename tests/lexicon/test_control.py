"""Who held which place on which days."""

from __future__ import annotations

from datetime import date

import pytest
from made_lexicon import with_tables

from contactline.lexicon import load
from contactline.lexicon.control import Hold, control

CONTROL = control(load())
MADE = """places,holder,since,until,source,note
goris;Syunik,ARM,,1991-05-01,general knowledge,
goris,AZE,1991-06-01,1992-01-31,general knowledge,
goris,,1992-02-01,,general knowledge,
kapan,AZE,,,general knowledge,
"""


def day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


@pytest.mark.parametrize(
    ("place", "first", "last", "holder"),
    [
        # the day of a change is the old holder's last
        ("goris", "1991-05-01", "1991-05-01", "ARM"),
        ("goris", "1991-04-01", "1991-06-01", ""),
        ("goris", "1991-05-10", "1991-05-10", ""),
        ("goris", "1991-06-01", "1992-01-31", "AZE"),
        ("goris", "1993-01-01", "1993-01-01", ""),
        ("goris", "", "", ""),
        ("goris", "1991-04-01", "", ""),
        # a place with rows of its own has nothing of its district's
        ("kapan", "", "", "AZE"),
        ("sisian", "1990-01-01", "1990-12-31", "ARM"),
        ("sisian", "1995-01-01", "1995-01-01", ""),
        # no row at all: the state's
        ("gyumri", "", "", "ARM"),
        ("ganja", "1992-01-01", "1992-01-01", "AZE"),
        # lines, and places of states that are no side
        ("lachin_corridor", "2022-01-01", "2022-01-01", ""),
        ("tbilisi", "2022-01-01", "2022-01-01", ""),
    ],
)
def test_the_holder_is_who_held_a_place_on_all_of_the_days(place: str, first: str, last: str, holder: str) -> None:
    assert control(with_tables(control=MADE)).holder(place, day(first), day(last)) == holder


def test_a_hold_tells_its_first_and_last_day() -> None:
    assert control(with_tables(control=MADE)).hold("goris", day("1991-07-01"), day("1991-07-02")) == Hold(
        "AZE", date(1991, 6, 1), date(1992, 1, 31)
    )


@pytest.mark.parametrize(
    ("place", "on", "holder"),
    [
        ("shusha", "1991-06-01", "AZE"),
        ("shusha", "2016-04-02", "NKR"),
        ("shusha", "2020-11-08", "NKR"),
        ("shusha", "2021-05-01", "AZE"),
        ("khojaly", "1992-02-20", "AZE"),
        ("lachin", "2021-06-01", "NKR"),
        ("lachin", "2022-09-01", "AZE"),
        ("kalbajar", "2020-11-24", "NKR"),
        ("fuzuli", "2020-10-16", "NKR"),
        ("fuzuli", "2020-10-20", "AZE"),
        ("hadrut", "2020-10-20", ""),
        ("horadiz", "2016-04-02", "AZE"),
        ("tartar", "2020-10-15", "AZE"),
        ("barda", "2020-10-27", "AZE"),
        ("jermuk", "2022-09-13", "ARM"),
        ("martakert", "2023-09-19", "NKR"),
        ("stepanakert", "2024-01-01", "AZE"),
    ],
)
def test_who_held_the_towns_of_the_conflict(place: str, on: str, holder: str) -> None:
    assert CONTROL.holder(place, day(on), day(on)) == holder


def test_no_place_has_two_holders_on_one_day() -> None:
    def overlap(first: Hold, second: Hold) -> bool:
        return (first.until or date.max) >= (second.since or date.min) and (second.until or date.max) >= (
            first.since or date.min
        )

    twice = {
        place: (a, b)
        for place, holds in CONTROL.holds.items()
        for n, a in enumerate(holds)
        for b in holds[n + 1 :]
        if overlap(a, b)
    }
    assert twice == {}
