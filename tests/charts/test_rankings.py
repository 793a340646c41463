"""Bars of the most frequent."""

from __future__ import annotations

import pytest

from contactline.charts import rankings


def test_a_ranking_keeps_its_order_and_the_keys_that_clicks_need() -> None:
    figure = rankings.ranking(["a", "b"], ["Aaa", "B" * 40], [1200, 3], ["#111", "#222"], dark=False)

    (bars,) = figure.data
    assert (list(bars.customdata), list(bars.text)) == (["a", "b"], ["1,200", "3"])
    assert figure.layout.yaxis.ticktext == ("Aaa", "B" * 25 + "…")
    assert figure.layout.yaxis.autorange == "reversed"


@pytest.mark.parametrize(("chosen", "expected"), [((), [1, 1]), (("b",), [0.35, 1])])
def test_what_is_not_chosen_is_paler(chosen: tuple[str, ...], expected: list[float]) -> None:
    figure = rankings.ranking(["a", "b"], ["A", "B"], [2, 1], ["#111", "#222"], dark=True, chosen=chosen)

    assert list(figure.data[0].marker.opacity) == expected
