"""How a view is cited."""

from __future__ import annotations

from datetime import date

import pytest

from contactline.views.citation import cite, under

BUILD = {"version": "0.1.0", "time": "2031-06-02T10:00:00+00:00", "inputs": "ab12", "counts": {"articles": 5}}


def test_a_citation_names_program_view_build_address_and_day() -> None:
    assert cite(BUILD, "2 events in 1 article", "http://here/?q=x", date(2031, 6, 3)) == (
        "Contact Line 0.1.0: 2 events in 1 article. Coded from 5 articles, build of 2 Jun 2031 (inputs ab12). "
        "http://here/?q=x. Accessed 3 Jun 2031."
    )


@pytest.mark.parametrize("time", [{}, {"time": None}, {"time": "not a day"}], ids=["none", "null", "other words"])
def test_a_build_without_a_day(time: dict[str, str | None]) -> None:
    assert "build of an unknown day" in cite({"counts": {"articles": 1}} | time, "x", "y", date(2031, 6, 3))


def test_a_picture_says_what_it_shows_and_of_which_build() -> None:
    assert under(BUILD, "2 events in 1 article") == (
        "2 events in 1 article. Contact Line 0.1.0, build of 2 Jun 2031"
    )
