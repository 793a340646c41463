"""Periods of the chronology."""

from __future__ import annotations

from datetime import date

from contactline.lexicon import load
from contactline.views.presets import last_month, presets


def test_the_periods_have_the_days_of_their_landmarks() -> None:
    assert presets(load()) == {
        "April 2016": (date(2016, 4, 2), date(2016, 4, 5)),
        "War of 2020": (date(2020, 9, 27), date(2020, 11, 10)),
        "September 2022": (date(2022, 9, 13), date(2022, 9, 14)),
        "Blockade": (date(2022, 12, 12), date(2023, 9, 24)),
        "September 2023": (date(2023, 9, 19), date(2023, 9, 30)),
    }


def test_the_last_month_ends_with_its_day() -> None:
    first, last = last_month(date(2031, 3, 1))

    assert (first, last) == (date(2031, 1, 30), date(2031, 3, 1))
