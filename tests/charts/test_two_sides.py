"""Two sets of numbers over one another."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest

from contactline.charts import two_sides
from contactline.charts.two_sides import Course


def course(name: str, days: list[str], first: date, last: date, articles: int = 1) -> Course:
    return Course(name, pd.Series(pd.to_datetime(days)), (first, last), articles)


SPRING = course("Spring", ["2031-04-01", "2031-04-03", "2031-04-03"], date(2031, 4, 1), date(2031, 4, 10))
AUTUMN = course("Autumn", ["2031-10-02", "2031-12-25"], date(2031, 10, 1), date(2031, 10, 8))


def test_periods_begin_on_the_left_and_tell_a_click_their_own_days() -> None:
    figure = two_sides.course((SPRING, AUTUMN), aligned=True, dark=False)

    spring, autumn = figure.data
    assert [round(x) for x in spring.x] == [0, 2]
    assert (list(spring.y), list(autumn.y)) == ([1, 2], [1])
    assert list(map(list, spring.customdata)) == [
        ["a", "days", "2031-04-01/2031-04-01"],
        ["a", "days", "2031-04-03/2031-04-03"],
    ]
    assert list(map(list, autumn.customdata)) == [["b", "days", "2031-10-02/2031-10-02"]]
    assert autumn.x[0] - autumn.width[0] / 2 >= 1 - 0.5  # beside the first side's bar of the same day
    assert figure.layout.xaxis.title.text == "day of the period"


def test_long_periods_have_wider_bars_that_end_with_the_period() -> None:
    long = course("Long", ["2031-01-10", "2031-12-31"], date(2031, 1, 1), date(2031, 12, 31))

    figure = two_sides.course((long, AUTUMN), aligned=True, dark=True)

    assert [one[2] for one in figure.data[0].customdata] == ["2031-01-01/2031-01-30", "2031-12-27/2031-12-31"]
    assert figure.layout.xaxis.title.text == "day of the period, 30 days a bar"


def test_actors_share_the_days() -> None:
    year = date(2031, 1, 1), date(2031, 12, 31)
    both = course("One", ["2031-04-03"], *year), course("Other", ["2031-04-05", "2031-10-02"], *year)

    one, other = two_sides.course(both, aligned=False, dark=False).data

    assert other.x[0] - one.x[0] == pytest.approx(one.width[0])
    assert [part[2] for part in (*one.customdata, *other.customdata)] == [
        "2031-04-01/2031-04-30",
        "2031-04-01/2031-04-30",
        "2031-10-01/2031-10-31",
    ]


def test_numbers_may_be_per_article() -> None:
    each = course("<b>", ["2031-04-01", "2031-04-01"], date(2031, 4, 1), date(2031, 4, 2), articles=8)

    bars = two_sides.course((each, AUTUMN), aligned=True, dark=False).data[0]

    assert list(bars.y) == [0.25]
    assert bars.hovertext == ("&lt;b&gt;<br>1 Apr 2031: <b>0.25</b>",)


def test_pairs_of_bars() -> None:
    figure = two_sides.pairs("type", ["AID", "X"], ["Aid", "y" * 30], ([1200, 0], [3, 4]), (1, 2), dark=False)

    one, other = figure.data
    assert (list(one.text), list(other.text)) == (["1,200", "0"], ["1.50", "2.00"])
    assert list(map(list, other.customdata)) == [["b", "type", "AID"], ["b", "type", "X"]]
    assert figure.layout.yaxis.ticktext == ("Aid", "y" * 23 + "…")


def test_a_side_without_articles_has_bars_of_nothing() -> None:
    assert list(two_sides.pairs("type", ["AID"], ["Aid"], ([0], [1]), (0, 1), dark=True).data[0].text) == ["0.00"]
