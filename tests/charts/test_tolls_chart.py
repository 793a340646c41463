"""Tolls over time: marks that say how a number is bounded and known, bars, steps, panels."""

from __future__ import annotations

import math
from datetime import date
from typing import Any

import numpy as np
import pandas as pd
import pytest

from contactline.charts import tolls_chart

WINDOW = date(2031, 5, 1), date(2031, 5, 31)


def tolls(*rows: dict[str, Any]) -> pd.DataFrame:
    """Tolls as ``tolls.drawn`` makes them, of one panel and day but for what is given."""
    usual: dict[str, Any] = {
        "panel": "Armenia: soldiers",
        "event_id": "e",
        "incident_id": "i",
        "number": 5,
        "low": 5,
        "high": 5,
        "as_of": "2031-05-10",
        "date_start": "2031-05-10",
        "date_end": "2031-05-10",
        "word": "own",
        "bound": "exact",
        "short": "5",
        "hover": "5 · One",
    }
    frame = pd.DataFrame([usual | row for row in rows])
    for name in ("as_of", "date_start", "date_end"):
        frame[name] = pd.to_datetime(frame[name])
    return frame.astype(dict.fromkeys(("number", "low", "high"), "Int64"))


def traces(figure: Any, **wanted: Any) -> list[Any]:
    return [t for t in figure.data if all(t.to_plotly_json().get(key) == value for key, value in wanted.items())]


@pytest.mark.parametrize(
    ("facts", "symbol", "height"),
    [
        ({}, "circle", 5),
        ({"bound": "least", "high": None}, "triangle-up", 5),
        ({"bound": "most", "low": None}, "triangle-down", 5),
        ({"bound": "about", "low": None, "high": None}, "circle-open", 5),
        ({"bound": "words", "number": None, "low": None, "high": None}, "line-ns-open", 0),
    ],
)
@pytest.mark.parametrize("draw", [tolls_chart.grown, tolls_chart.single])
def test_a_mark_says_how_the_number_is_bounded(draw: Any, facts: dict[str, Any], symbol: str, height: int) -> None:
    (mark,) = traces(draw(tolls(facts), WINDOW, False), mode="markers", showlegend=False)

    assert (list(mark.marker.symbol), list(mark.y), list(mark.customdata)) == ([symbol], [height], ["e"])
    assert (mark.error_y.array[0], mark.error_y.arrayminus[0]) == (0, 0)  # an open bound is drawn open


def test_a_range_has_a_line_from_the_lowest_to_the_highest() -> None:
    (mark,) = traces(
        tolls_chart.grown(tolls({"low": 3, "high": 9, "bound": "range"}), WINDOW, False),
        mode="markers",
        showlegend=False,
    )

    assert (list(mark.error_y.arrayminus), list(mark.error_y.array)) == ([2], [4])


def test_totals_grow_by_steps_with_a_band_where_reports_of_a_day_differ() -> None:
    figure = tolls_chart.grown(
        tolls(
            {}, {"as_of": "2031-05-12", "number": 8}, {"as_of": "2031-05-12", "low": 9, "number": 9, "high": 11}
        ),
        WINDOW,
        False,
    )

    low, high = traces(figure, mode="lines")
    assert [list(low.y), list(high.y)] == [[5, 5], [5, 11]]
    assert {low.line.shape, high.line.shape} == {"hv"}
    assert list(low.x) == list(pd.to_datetime(["2031-05-10 12:00", "2031-05-12 12:00"]))


def test_one_total_makes_no_steps_and_bars_are_of_single_incidents() -> None:
    assert traces(tolls_chart.grown(tolls({}), WINDOW, False), mode="lines") == []
    assert traces(tolls_chart.grown(tolls({}), WINDOW, False), type="bar") == []


def test_an_incident_is_one_bar_to_the_lowest_number_and_paler_to_the_highest() -> None:
    figure = tolls_chart.single(
        tolls({"number": 4}, {"number": 6, "event_id": "f"}, {"incident_id": "j", "number": 9}), WINDOW, False
    )

    sure, more = traces(figure, type="bar")
    assert [list(sure.y), list(more.base), list(more.y)] == [[4, 9], [4, 9], [2, 0]]
    assert sure.marker.opacity > more.marker.opacity


@pytest.mark.parametrize(
    ("days", "x", "ends"),
    [
        (("2031-05-04", "2031-05-08"), ("2031-05-04", "2031-05-09"), ("line-ns-open", "line-ns-open")),
        (("2031-04-04", "2031-05-08"), ("2031-05-01", "2031-05-09"), ("arrow-left", "line-ns-open")),
        (("2031-05-04", None), ("2031-05-04", "2031-06-01"), ("line-ns-open", "arrow-right")),
        (("2030-01-01", "2031-12-31"), ("2031-05-01", "2031-06-01"), ("arrow-left", "arrow-right")),
    ],
)
def test_what_is_not_known_to_the_day_is_a_line_over_its_days(
    days: tuple[str, str | None], x: tuple[str, str], ends: tuple[str, str]
) -> None:
    figure = tolls_chart.single(
        tolls({"as_of": None, "date_start": days[0], "date_end": days[1], "short": "<5"}), WINDOW, False
    )

    (line,) = traces(figure, mode="lines+markers+text")
    assert (line.x[0], line.x[-1]) == tuple(pd.Timestamp(day) for day in x)
    assert (line.marker.symbol[0], line.marker.symbol[-1]) == ends
    assert list(line.text) == ["", "&lt;5", ""]
    assert list(line.customdata) == ["e"] * 3


def test_numbers_that_would_lie_over_one_another_are_written_once() -> None:
    vague = {"as_of": None, "date_start": "2031-05-04", "date_end": "2031-05-08"}
    figure = tolls_chart.single(tolls(vague, vague, vague | {"number": 50, "short": "50"}), WINDOW, False)

    texts = [line.text and line.text[1] for line in traces(figure, mode="lines+markers+text")]
    assert texts == ["5", None, "50"]


def test_each_side_and_group_has_its_panel_and_very_unlike_numbers_are_drawn_by_roots() -> None:
    figure = tolls_chart.single(
        tolls({}, {"panel": "Azerbaijan: <b>", "number": 1}, {"panel": "Azerbaijan: <b>", "number": 400}),
        WINDOW,
        False,
    )

    assert [a.text for a in figure.layout.annotations] == [
        "<b>Armenia: soldiers</b>",
        "<b>Azerbaijan: &lt;b&gt; (square-root scale)</b>",
    ]
    assert max(max(mark.y) for mark in traces(figure, mode="markers", showlegend=False)) == math.sqrt(400)
    assert "400" not in figure.layout.yaxis2.ticktext
    assert list(figure.layout.yaxis2.tickvals) == [math.sqrt(int(text)) for text in figure.layout.yaxis2.ticktext]


def test_the_legend_names_only_those_whose_word_is_drawn() -> None:
    figure = tolls_chart.grown(tolls({"word": "own"}, {"word": ""}), WINDOW, True)

    names = [trace.name for trace in figure.data if trace.showlegend is not False]
    assert names == ["the side itself", "country of the source not known"]


@pytest.mark.parametrize(("number", "step"), [(2, 1), (400, None)])
def test_the_axis_has_whole_numbers(number: int, step: int | None) -> None:
    figure = tolls_chart.grown(tolls({"number": number, "low": number, "high": number}), WINDOW, False)

    assert figure.layout.yaxis.dtick == step
    assert figure.layout.yaxis.tickformat == ",d"


@pytest.mark.parametrize("draw", [tolls_chart.grown, tolls_chart.single])
def test_words_of_a_report_are_escaped_where_the_pointer_rests(draw: Any) -> None:
    hostile = "5 · <span style=\"cursor:url('http://elsewhere.example')\">One</span>"
    figure = draw(tolls({"hover": hostile}), WINDOW, False)

    shown = [
        words
        for trace in figure.data
        for words in np.atleast_1d(trace.hovertext if trace.hovertext is not None else "")
    ]
    assert any("One" in str(words) for words in shown)
    assert not any("<span" in str(words) for words in shown)


def test_on_a_phone_a_long_title_takes_several_lines_and_has_their_room() -> None:
    panel = "Armenia, Azerbaijan and Nagorno-Karabakh Armenians together: soldiers"
    wide, narrow = (
        tolls_chart.single(tolls({"panel": panel}), WINDOW, False, narrow=yes) for yes in (False, True)
    )

    assert [figure.layout.annotations[0].text.count("<br>") for figure in (wide, narrow)] == [0, 1]
    assert narrow.layout.margin.t > wide.layout.margin.t


def test_a_panel_of_words_alone_has_no_numbers_at_its_axis() -> None:
    words = {"panel": "words", "number": None, "low": None, "high": None, "bound": "words"}
    figure = tolls_chart.single(tolls({}, words), WINDOW, False)

    assert (figure.layout.yaxis.showticklabels, figure.layout.yaxis2.showticklabels) == (True, False)
