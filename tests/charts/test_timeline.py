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


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (date(2020, 10, 1), date(2020, 10, 1), "day"),
        (date(2020, 1, 1), date(2020, 5, 9), "day"),
        (date(2020, 1, 1), date(2020, 5, 10), "week"),
        (date(2020, 1, 1), date(2023, 12, 31), "month"),
        (date(2000, 1, 1), date(2023, 12, 31), "quarter"),
        (date(1915, 1, 1), date(2023, 12, 31), "year"),
        (date(1000, 1, 1), date(2023, 12, 31), "decade"),
    ],
)
def test_bins_fit_the_days(start: date, end: date, expected: str) -> None:
    assert timeline.fitting(start, end).name == expected


@pytest.mark.parametrize(
    ("unit", "day", "first", "stop"),
    [
        ("day", "2020-10-04", "2020-10-04", "2020-10-05"),
        ("week", "2020-10-04", "2020-09-28", "2020-10-05"),  # a Sunday lies in the week of the Monday before
        ("week", "2020-10-05", "2020-10-05", "2020-10-12"),
        ("week", "1969-12-28", "1969-12-22", "1969-12-29"),
        ("month", "2020-02-29", "2020-02-01", "2020-03-01"),
        ("quarter", "2020-12-31", "2020-10-01", "2021-01-01"),
        ("quarter", "1969-05-08", "1969-04-01", "1969-07-01"),
        ("year", "1988-02-20", "1988-01-01", "1989-01-01"),
        ("decade", "1988-02-20", "1980-01-01", "1990-01-01"),
        ("decade", "2000-01-01", "2000-01-01", "2010-01-01"),
    ],
)
def test_a_day_lies_in_its_bin(unit: str, day: str, first: str, stop: str) -> None:
    width = next(b for b in timeline.BINS if b.name == unit)

    found = timeline.binned(pd.Series(pd.to_datetime([day])), width)

    assert [list(part.dt.strftime("%Y-%m-%d")) for part in found] == [[first], [stop]]


def drawn(figure: object, **wanted: object) -> list[object]:
    return [t for t in figure.data if all(getattr(t, key) == value for key, value in wanted.items())]  # type: ignore[attr-defined]


@pytest.mark.parametrize(("times", "expected"), [pytest.param(1, 1, id="few"), pytest.param(20, None, id="many")])
def test_the_ticks_of_few_events_are_whole_numbers(times: int, expected: int | None) -> None:
    figure = timeline.focus(pd.concat([EVENTS] * times), *OCTOBER, dark=False)

    assert figure.layout.yaxis.dtick == expected


def test_bars_tell_days_of_the_text_from_those_of_the_report_and_from_background() -> None:
    figure = timeline.focus(EVENTS, *OCTOBER, dark=False)

    counts = {
        trace.name: dict(zip([c[0] for c in trace.customdata], trace.y.tolist(), strict=True))
        for trace in figure.data
        if trace.orientation is None and trace.customdata is not None
    }
    assert counts == {
        "Verbal cooperation, on the day of the report": {"2020-10-06": 1},
        "Material conflict": {"2020-10-04": 1},
        "Material conflict, background": {"2020-10-04": 1},
    }
    pale = drawn(figure, name="Material conflict, background")
    assert [trace.opacity for trace in pale] == [0.4]
    hatched = drawn(figure, name="Verbal cooperation, on the day of the report")
    assert [trace.marker.pattern.shape for trace in hatched] == ["/"]


def test_vague_dates_are_spans_in_rows_of_their_own() -> None:
    figure = timeline.focus(EVENTS, date(1994, 1, 1), date(2020, 12, 31), dark=False)

    spans = {trace.y[0]: (list(trace.base), list(trace.x)) for trace in drawn(figure, orientation="h")}
    assert spans == {
        "month only": (["2020-10-01"], [31 * 86_400_000]),
        "year only": (["1994-01-01"], [365 * 86_400_000]),
    }
    hovers = {
        trace.y[0]: [row[3:].tolist() for row in trace.customdata] for trace in drawn(figure, orientation="h")
    }
    assert hovers == {
        "month only": [["October 2020, day not known", "1"]],
        "year only": [["1994, day not known", "1"]],
    }


def test_a_span_that_is_wide_enough_has_its_number_in_the_middle_of_what_is_seen() -> None:
    long = timeline.focus(EVENTS, date(1994, 1, 1), date(2020, 12, 31), dark=False)
    cut = timeline.focus(EVENTS, date(1994, 7, 2), date(1994, 12, 31), dark=False)

    numbers = [(list(t.x), list(t.y), list(t.text)) for t in drawn(long, type="scatter", mode="text")]
    assert numbers == [([pd.Timestamp("1994-07-02 12:00")], ["year only"], ["1"])]
    (middle,) = (t.x[0] for t in drawn(cut, type="scatter", mode="text"))
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


def test_the_axis_holds_whole_bins() -> None:
    figure = timeline.focus(EVENTS, date(2020, 1, 15), date(2020, 12, 16), dark=False)

    assert figure.layout.xaxis.range == ("2020-01-13", "2020-12-21")


def test_few_days_are_named_one_by_one_without_hours() -> None:
    figure = timeline.focus(EVENTS, date(2020, 10, 4), date(2020, 10, 6), dark=False)

    assert figure.layout.xaxis.ticktext == ("4 Oct 2020", "5 Oct 2020", "6 Oct 2020")
    assert figure.layout.xaxis.tickvals[0] == pd.Timestamp("2020-10-04 12:00")


def test_hovering_names_the_days_of_a_bar() -> None:
    figure = timeline.focus(EVENTS, date(2020, 1, 1), date(2020, 12, 31), dark=False)

    assert {
        tuple(row[[0, 1, 3]])
        for t in figure.data
        if t.orientation is None and t.customdata is not None
        for row in t.customdata
    } == {
        ("2020-09-28", "2020-10-04", "28 September – 4 October 2020"),
        ("2020-10-05", "2020-10-11", "5–11 October 2020"),
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
        strip = timeline.strip(some, OCTOBER, OCTOBER, dark)
        assert focus.layout.height > strip.layout.height > 0


def test_the_strip_shades_the_window_and_tells_true_counts() -> None:
    figure = timeline.strip(EVENTS, (date(1990, 1, 1), date(2020, 12, 31)), OCTOBER, dark=False)

    (bars,) = figure.data
    assert [row[0] for row in bars.customdata] == ["3"]
    assert bars.y.tolist() == pytest.approx([np.sqrt(3)])
    assert [(shape.x0, shape.x1) for shape in figure.layout.shapes] == [("2020-10-01", "2020-11-01")]
    assert (list(figure.layout.yaxis.ticktext), figure.layout.yaxis.tickvals[0]) == (["1"], 1.0)


def test_a_ranking_keeps_its_order_and_the_keys_that_clicks_need() -> None:
    figure = timeline.ranking(["a", "b"], ["Aaa", "B" * 40], [1200, 3], ["#111", "#222"], dark=False)

    (bars,) = figure.data
    assert (list(bars.customdata), list(bars.text)) == (["a", "b"], ["1,200", "3"])
    assert figure.layout.yaxis.ticktext == ("Aaa", "B" * 25 + "…")
    assert figure.layout.yaxis.autorange == "reversed"


def test_the_four_classes_differ_in_both_themes() -> None:
    for dark in (False, True):
        assert list(timeline.colours(dark)) == list(labels.QUADS)
        assert len(set(timeline.colours(dark).values())) == 4
