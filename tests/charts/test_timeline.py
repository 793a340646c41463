"""Figures: what is drawn, where, and that nothing is drawn more exactly than it is known."""

from __future__ import annotations

from datetime import date

import numpy as np
import pandas as pd
import pytest
from made_tables import frame

from contactline.charts import timeline
from contactline.views import labels

EVENTS = frame(
    date_start=["2020-10-04", "2020-10-04", "2020-10-06", "2020-10-01", "1994-01-01", None],
    date_end=["2020-10-04", "2020-10-04", "2020-10-06", "2020-10-31", "1994-12-31", None],
    date_precision=["day", "day", "day", "month", "year", "unknown"],
    date_basis=["clause", "clause", "article", "clause", "clause", "unknown"],
    quad=["material conflict", "material conflict", "verbal cooperation"] * 2,
    type=["ASSAULT", "ASSAULT", "CONSULT"] * 2,
    status=["reported", "background", "reported"] * 2,
)
OCTOBER = date(2020, 10, 1), date(2020, 10, 31)


def drawn(figure: object, **wanted: object) -> list[object]:
    return [t for t in figure.data if all(getattr(t, key) == value for key, value in wanted.items())]  # type: ignore[attr-defined]


@pytest.mark.parametrize(("times", "expected"), [pytest.param(1, 1, id="few"), pytest.param(20, None, id="many")])
def test_the_ticks_of_few_events_are_whole_numbers(times: int, expected: int | None) -> None:
    figure = timeline.focus(pd.concat([EVENTS] * times), *OCTOBER, dark=False)

    assert figure.layout.yaxis.dtick == expected


def test_bars_tell_days_of_the_text_from_those_of_the_report_and_from_background() -> None:
    figure = timeline.focus(EVENTS, *OCTOBER, dark=False)

    counts = {
        (trace.name, trace.opacity, trace.marker.pattern.shape): [
            (row[0], n, row[4] + row[5]) for row, n in zip(trace.customdata, trace.y, strict=True)
        ]
        for trace in figure.data
        if trace.type == "bar" and trace.orientation is None
    }
    assert counts == {
        ("Verbal cooperation", 1, "/"): [("2020-10-06", 1, "1, 1 of them on the day of the report")],
        ("Material conflict", 1, ""): [("2020-10-04", 1, "2, 1 of them background")],
        ("Material conflict", 0.4, ""): [("2020-10-04", 1, "2, 1 of them background")],
    }


def test_each_class_that_occurs_stands_once_in_the_legend() -> None:
    figure = timeline.focus(EVENTS, *OCTOBER, dark=False)

    shown = [trace.name for trace in figure.data if trace.showlegend]
    assert shown == ["Verbal cooperation", "Material conflict"]


def test_what_has_no_date_is_a_bar_along_the_whole_axis() -> None:
    figure = timeline.focus(EVENTS, *OCTOBER, dark=False)

    (bar,) = [trace for trace in drawn(figure, orientation="h") if trace.y[0] == "no date"]
    assert (list(bar.base), list(bar.x)) == (["2020-10-01"], [31 * 86_400_000])
    assert list(bar.customdata[0]) == [
        "2020-10-01",
        "2020-10-31",
        timeline.UNDATED,
        "1 without any date: they may lie anywhere",
        "1",
    ]


def test_the_chart_takes_clicks_and_no_drags() -> None:
    assert timeline.focus(EVENTS, *OCTOBER, dark=False).layout.dragmode is False


@pytest.mark.parametrize(("unit", "expected"), [("events", "Events per day"), ("incidents", "Incidents per day")])
def test_the_chart_says_what_it_counts(unit: str, expected: str) -> None:
    figure = timeline.focus(EVENTS, *OCTOBER, dark=False, unit=unit)

    assert figure.layout.annotations[0].text == expected


def test_combinations_are_counted_in_order() -> None:
    assert timeline.tally(np.array(["b", "a", "b"]), np.array([1, 2, 1])) == [("a", 2, 1), ("b", 1, 2)]
    assert timeline.tally(np.array([]), np.array([])) == []


def test_vague_dates_are_spans_in_rows_of_their_own() -> None:
    figure = timeline.focus(EVENTS, date(1994, 1, 1), date(2020, 12, 31), dark=False)

    vague = [trace for trace in drawn(figure, orientation="h") if trace.y[0] != "no date"]
    spans = {trace.y[0]: (list(trace.base), list(trace.x)) for trace in vague}
    assert spans == {
        "month only": (["2020-10-01"], [31 * 86_400_000]),
        "year only": (["1994-01-01"], [365 * 86_400_000]),
    }
    hovers = {trace.y[0]: [list(row[3:]) for row in trace.customdata] for trace in vague}
    assert hovers == {
        "month only": [["Oct 2020, day not known", "1"]],
        "year only": [["1994, day not known", "1"]],
    }


def test_a_span_that_is_wide_enough_has_its_number_in_the_middle_of_what_is_seen() -> None:
    long = timeline.focus(EVENTS, date(1994, 1, 1), date(2020, 12, 31), dark=False)
    cut = timeline.focus(EVENTS, date(1994, 7, 2), date(1994, 12, 31), dark=False)

    numbers = [(list(t.x), list(t.y), list(t.text)) for t in drawn(long, type="scatter", mode="text")]
    assert numbers == [(["1994-07-02 12:00:00"], ["year only"], ["1"])]
    (middle,) = (pd.Timestamp(t.x[0]) for t in drawn(cut, type="scatter", mode="text"))
    assert abs(middle - pd.Timestamp("1994-10-01")) < pd.Timedelta(days=3)


def test_spans_that_overlap_have_no_numbers() -> None:
    months = EVENTS[EVENTS["date_precision"] == "month"]
    longer = months.assign(date_start=pd.Timestamp("2020-09-15"))

    figure = timeline.focus(pd.concat([months, longer]), *OCTOBER, dark=False)

    assert drawn(figure, type="scatter", mode="text") == []


def test_lanes_hold_the_types_that_are_asked_for() -> None:
    figure = timeline.focus(EVENTS, *OCTOBER, dark=True, lanes={"ASSAULT": "Attack or fighting", "AID": "Aid"})

    (lanes,) = drawn(figure, type="scatter", mode="markers")
    assert list(lanes.y) == ["Attack or fighting"]
    assert [row[4] for row in lanes.customdata] == ["2"]
    assert list(lanes.marker.color) == [timeline.colours(True)["material conflict"]]


def test_hovering_names_the_days_of_a_bar() -> None:
    figure = timeline.focus(EVENTS, date(2020, 1, 1), date(2020, 12, 31), dark=False)

    assert {
        (row[0], row[1], row[3])
        for t in figure.data
        if t.type == "bar" and t.orientation is None
        for row in t.customdata
    } == {
        ("2020-09-28", "2020-10-04", "28 Sep – 4 Oct 2020"),
        ("2020-10-05", "2020-10-11", "5–11 Oct 2020"),
    }


@pytest.mark.parametrize("which", ["all", "exact", "vague", "undated", "none"])
def test_any_selection_can_be_drawn(which: str) -> None:
    precision = EVENTS["date_precision"]
    some = {
        "all": EVENTS,
        "exact": EVENTS[precision == "day"],
        "vague": EVENTS[precision.isin(["month", "year"])],
        "undated": EVENTS[precision == "unknown"],
        "none": EVENTS.iloc[:0],
    }[which]

    for dark in (False, True):
        focus = timeline.focus(some, *OCTOBER, dark=dark, lanes={"CONSULT": "Talks"})
        assert focus.layout.height >= 340


def test_the_four_classes_differ_in_both_themes() -> None:
    for dark in (False, True):
        assert list(timeline.colours(dark)) == list(labels.QUADS)
        assert len(set(timeline.colours(dark).values())) == 4


@pytest.mark.parametrize(
    ("some", "top", "expected"), [(EVENTS, 10, (0, 10.5)), (EVENTS.iloc[:0], 0, (0, 1.05)), (EVENTS, 0, None)]
)
def test_the_axis_of_the_bars_can_be_made_to_compare(
    some: pd.DataFrame, top: int, expected: tuple[float, float] | None
) -> None:
    assert timeline.focus(some, *OCTOBER, dark=False, top=top).layout.yaxis.range == expected
