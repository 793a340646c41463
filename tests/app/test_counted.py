"""The choice of what is counted, and the links to what lies outside the days of the sentence."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest
from made_views import drawn

from contactline.app import counted
from contactline.views.query import Filters, Shown

SPAN = date(1994, 1, 1), date(2024, 2, 1)
NEWS = date(2020, 9, 27), date(2020, 11, 10)


def shown(older: int, newer: int) -> Shown:
    return Shown("", "", "", 9, 8, 3, 0, 0, 0, older, newer)


@pytest.mark.parametrize(
    ("numbers", "filters", "expected"),
    [
        pytest.param((3, 0), Filters(), ["3 begin before 27 Sep 2020"], id="older"),
        pytest.param(
            (1200, 2), Filters(), ["1,200 begin before 27 Sep 2020", "2 end after 10 Nov 2020"], id="both"
        ),
        pytest.param((0, 0), Filters(), [], id="none"),
        pytest.param((3, 2), Filters(start=NEWS[0], end=NEWS[1]), [], id="days are asked for"),
    ],
)
def test_what_lies_outside_is_a_link(numbers: tuple[int, int], filters: Filters, expected: list[str]) -> None:
    app = drawn(counted.beyond, shown(*numbers), SPAN, NEWS, filters)

    assert [button.label for button in app.button] == expected


def test_without_dates_nothing_lies_outside() -> None:
    assert not drawn(counted.beyond, shown(0, 0), None, None, Filters()).button


def test_a_link_to_what_is_older_chooses_its_days() -> None:
    app = drawn(counted.beyond, shown(3, 0), SPAN, NEWS, Filters())
    app.button[0].click().run()

    assert app.session_state["dates"] == (SPAN[0], date(2020, 9, 26))


@pytest.mark.parametrize(
    ("asked", "units", "expected"),
    [
        (None, ("incidents", "events"), "incidents"),
        ("events", ("incidents", "events"), "events"),
        ("mentions", ("incidents", "events", "mentions"), "mentions"),
        ("mentions", ("incidents", "events"), "incidents"),
        ("no such unit", ("incidents", "events"), "incidents"),
    ],
)
def test_the_address_says_what_is_counted(asked: str | None, units: Sequence[str], expected: str) -> None:
    def draw(units: Any) -> None:
        import streamlit as st

        from contactline.app import counted

        st.text(counted.choose(units))

    app = drawn(draw, units, **({"count": asked} if asked else {}))

    assert app.text[0].value == expected


@pytest.mark.parametrize(("unit", "expected"), [("incidents", []), ("events", [("count", "events")])])
def test_a_link_carries_what_is_not_the_default(unit: str, expected: list[tuple[str, str]]) -> None:
    assert counted.address(unit) == expected
