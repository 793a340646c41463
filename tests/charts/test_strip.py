"""The strip of all years."""

from __future__ import annotations

from datetime import date

import numpy as np
import pandas as pd
import pytest

from contactline.charts import strip

OCTOBER = date(2020, 10, 1), date(2020, 10, 31)
YEARS = date(1990, 1, 1), date(2020, 12, 31)
DAYS = pd.Series(pd.to_datetime(["2020-10-04", "2020-10-04", "2020-10-06", "2020-12-01", "1985-05-09"]))


def test_the_strip_shades_the_window_and_tells_true_counts() -> None:
    figure = strip.strip(DAYS, YEARS, OCTOBER, dark=False)

    (bars,) = figure.data
    assert [tuple(row) for row in bars.customdata] == [("3", "Oct 2020"), ("1", "Dec 2020")]
    assert bars.y == pytest.approx([np.sqrt(3), 1])
    assert [(shape.x0, shape.x1) for shape in figure.layout.shapes] == [("2020-10-01", "2020-11-01")]
    assert (list(figure.layout.yaxis.ticktext), figure.layout.yaxis.tickvals[0]) == (["1"], 1.0)
    assert figure.layout.dragmode == "select"


def test_a_strip_of_nothing_is_empty() -> None:
    figure = strip.strip(DAYS.iloc[:0], OCTOBER, None, dark=True)

    assert (list(figure.data[0].x), list(figure.layout.shapes)) == ([], [])


@pytest.mark.parametrize(("span", "expected"), [(OCTOBER, "day"), (YEARS, "month")])
def test_its_bins_are_thin(span: tuple[date, date], expected: str) -> None:
    assert strip.width(span).name == expected
