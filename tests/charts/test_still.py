"""Pictures for what is printed: bars over time and the map."""

from __future__ import annotations

import re
from datetime import date

import pandas as pd
import pytest

from contactline.charts import still

DAYS = (date(2031, 5, 1), date(2031, 5, 31))


def rows(*days: str, precision: str = "day") -> pd.DataFrame:
    return pd.DataFrame(
        {"date_start": pd.to_datetime(list(days)), "date_precision": precision, "quad": "verbal conflict"}
    )


def places(**values: object) -> pd.DataFrame:
    row = {"lon": 46.75, "lat": 39.82, "label": "A <b>town</b>", "number": 3, "quad": "material conflict"}
    return pd.DataFrame([row | values])


@pytest.mark.parametrize(
    ("told", "bars"),
    [
        (rows("2031-05-02", "2031-05-02", "2031-05-09"), 2),
        (rows("2031-05-02", "2031-07-02"), 1),
        (rows("2031-05-02", precision="month"), 0),
        (rows("2032-05-02"), 0),
    ],
)
def test_a_bar_for_each_day_that_is_known_and_within_the_window(told: pd.DataFrame, bars: int) -> None:
    assert still.course(told, DAYS).count("<rect") == bars


def test_the_highest_bar_has_its_number() -> None:
    assert "highest bar: 2 per day" in still.course(rows("2031-05-02", "2031-05-02", "2031-05-09"), DAYS)


def test_a_disc_with_its_name_escaped_on_the_base_map() -> None:
    drawn = still.places_map(places(), DAYS)

    assert (drawn.count("<circle"), drawn.count("<path") > 3) == (1, True)
    assert re.findall(r">([^<>]*town[^<>]*)</text>", drawn) == ["A &lt;b&gt;town&lt;/b&gt; 3"]


def test_nothing_is_drawn_where_no_place_lies_on_the_base_map() -> None:
    assert still.places_map(places(lon=2.3, lat=48.9), DAYS) == ""
