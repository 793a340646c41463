"""The days of moving feasts, against days that were kept."""

from __future__ import annotations

import pytest

from contactline.dates import feasts


@pytest.mark.parametrize(
    ("year", "western", "eastern"),
    [
        (1961, "1961-04-02", "1961-04-09"),
        (1998, "1998-04-12", "1998-04-19"),
        (2000, "2000-04-23", "2000-04-30"),
        (2013, "2013-03-31", "2013-05-05"),
        (2017, "2017-04-16", "2017-04-16"),
        (2024, "2024-03-31", "2024-05-05"),
    ],
)
def test_easter(year: int, western: str, eastern: str) -> None:
    assert (feasts.easter(year).isoformat(), feasts.orthodox_easter(year).isoformat()) == (western, eastern)


@pytest.mark.parametrize(
    ("year", "month", "day", "expected"),
    [
        pytest.param(2021, 10, 1, ["2021-05-13"], id="the end of the fast"),
        pytest.param(2021, 12, 10, ["2021-07-20"], id="the feast of sacrifice"),
        pytest.param(2021, 9, 1, ["2021-04-13"], id="the beginning of the fast"),
        pytest.param(2000, 10, 1, ["2000-01-08", "2000-12-28"], id="twice in a year"),
        pytest.param(2008, 1, 1, ["2008-01-10", "2008-12-29"], id="the new year, twice"),
        pytest.param(600, 1, 1, [], id="before the calendar began"),
    ],
)
def test_islamic_days(year: int, month: int, day: int, expected: list[str]) -> None:
    assert [found.isoformat() for found in feasts.islamic_days(year, month, day)] == expected
