"""Figures of actors: every number is drawn, and every mark tells what a click on it asks for."""

from __future__ import annotations

from datetime import date
from typing import Any

import pandas as pd
import pytest
from made_tables import frame

from contactline.charts import actor_charts, timeline
from contactline.views import labels


def counted(
    key: str, level: int = 0, foldable: bool = False, opened: bool = False, **numbers: int
) -> dict[str, Any]:
    row = {f"{role} {quad}": 0 for role in ("source", "target") for quad in labels.QUADS}
    row |= {name.replace("_", " "): number for name, number in numbers.items()}
    sums = {role: sum(row[f"{role} {quad}"] for quad in labels.QUADS) for role in ("source", "target")}
    named = {"named": row.get("named", 0), "described": row.get("described", 0)}
    return {
        "key": key,
        "name": key.title(),
        "level": level,
        "foldable": foldable,
        "open": opened,
        **row,
        **named,
        **sums,
        "events": sum(sums.values()),
    }


ROWS = pd.DataFrame(
    [
        counted("AZE", foldable=True, opened=True, named=1200, described=30, source_material_conflict=500),
        counted("army", level=1, named=2, source_material_conflict=1, target_verbal_conflict=3),
        counted("RUS", foldable=True, named=1),
    ]
)
NODES = pd.DataFrame({"key": ["ARM", "AZE", "RUS"], "name": ["Armenia", "Azerbaijan", "Russia"], "n": [9, 7, 2]})
PAIRS = pd.DataFrame(
    [
        ("ARM", "AZE", "verbal cooperation", 5),
        ("AZE", "ARM", "material conflict", 4),
        ("ARM", "AZE", "material conflict", 2),
        ("RUS", "AZE", "verbal conflict", 1),
        ("RUS", "FRA", "verbal conflict", 8),
    ],
    columns=["source", "target", "quad", "n"],
)


def clicks(figure: Any) -> list[tuple[Any, ...]]:
    """The customdata of every mark."""
    return [
        tuple(one) if not isinstance(one, str) else (one,)
        for trace in figure.data
        if trace.customdata is not None
        for one in trace.customdata
    ]


def scatters(figure: Any) -> list[Any]:
    return [trace for trace in figure.data if trace.type == "scatter"]


def test_bars_hold_each_number_and_say_whose_it_is() -> None:
    figure = actor_charts.frequency(ROWS, dark=False)

    found = {
        tuple(click): int(x)
        for trace in figure.data
        if trace.type == "bar"
        for click, x in zip(trace.customdata, trace.x, strict=True)
        if x
    }
    assert found == {
        ("named", "AZE", "named"): 1200,
        ("named", "AZE", "described"): 30,
        ("named", "army", "named"): 2,
        ("named", "RUS", "named"): 1,
        ("source", "AZE", "material conflict"): 500,
        ("source", "army", "material conflict"): 1,
        ("target", "army", "verbal conflict"): 3,
    }


def test_totals_stand_beside_the_bars() -> None:
    figure = actor_charts.frequency(ROWS, dark=False)

    texts = [[text.strip() for text in trace.text] for trace in scatters(figure) if trace.mode == "text"]
    assert texts == [["1,230", "2", "1"], ["500", "1", ""], ["", "3", ""]]


def test_triangles_fold_and_stand_clear_of_the_bars() -> None:
    figure = actor_charts.frequency(ROWS, dark=False)

    (folds,) = [trace for trace in scatters(figure) if trace.mode == "markers"]
    assert [tuple(click) for click in folds.customdata] == [("fold", "AZE"), ("fold", "RUS")]
    assert list(folds.marker.symbol) == ["triangle-down", "triangle-right"]
    assert list(folds.y) == [0, 2]
    left = figure.layout.xaxis.range[0]
    assert all(left < x < 0 for x in folds.x)


def test_names_are_indented_by_their_level() -> None:
    figure = actor_charts.frequency(ROWS, dark=False)

    at = {a.text: (a.xshift, a.y) for a in figure.layout.annotations if a.text in {"Aze", "Army", "Rus"}}
    assert at["Aze"][0] == at["Rus"][0] < at["Army"][0]
    assert [at[name][1] for name in ("Aze", "Army", "Rus")] == [0, 1, 2]


def test_a_thin_bar_has_no_edge_that_hides_its_colour() -> None:
    figure = actor_charts.frequency(ROWS, dark=False)

    (bars,) = [
        t
        for t in figure.data
        if t.type == "bar" and t.name == "Material conflict" and t.customdata[0][0] == "source"
    ]
    assert bars.marker.line.width[0] > 0 == bars.marker.line.width[1]


def test_of_no_rows_a_figure_is_drawn() -> None:
    assert actor_charts.frequency(ROWS.iloc[:0], dark=True).layout.height > 0


def test_squares_of_the_matrix_tell_source_target_and_class() -> None:
    figure = actor_charts.matrix(NODES, PAIRS, dark=False)

    assert sorted(clicks(figure)) == [
        ("ARM", "AZE", "material conflict"),
        ("ARM", "AZE", "verbal cooperation"),
        ("AZE", "ARM", "material conflict"),
        ("RUS", "AZE", "verbal conflict"),
    ]


def test_a_square_lies_in_its_cell_and_is_larger_for_more() -> None:
    figure = actor_charts.matrix(NODES, PAIRS, dark=False)

    place = {"ARM": 0, "AZE": 1, "RUS": 2}
    for trace in figure.data:
        for x, y, (source, target, quad) in zip(trace.x, trace.y, trace.customdata, strict=True):
            assert (round(x), round(y)) == (place[target], place[source])
            assert trace.marker.color == timeline.colours(False)[quad]
    sizes = {tuple(c): s for t in figure.data for c, s in zip(t.customdata, t.marker.size, strict=True)}
    big, small = sizes["ARM", "AZE", "verbal cooperation"], sizes["ARM", "AZE", "material conflict"]
    assert big > small >= 13  # room for a number


def test_the_chosen_pair_has_a_thick_edge() -> None:
    figure = actor_charts.matrix(NODES, PAIRS, dark=False, chosen=("ARM", "AZE", ""))

    thick = {
        tuple(click)
        for trace in figure.data
        for click, width in zip(trace.customdata, trace.marker.line.width, strict=True)
        if width > 1
    }
    assert thick == {("ARM", "AZE", "verbal cooperation"), ("ARM", "AZE", "material conflict")}


def test_arrows_are_the_pairs_and_nodes_the_actors() -> None:
    figure = actor_charts.network(NODES, PAIRS, dark=False)

    assert sorted(clicks(figure)) == [
        ("ARM",),
        ("ARM", "AZE", ""),
        ("AZE",),
        ("AZE", "ARM", ""),
        ("RUS",),
        ("RUS", "AZE", ""),
    ]


def test_an_arrow_is_whole_and_as_thick_and_coloured_as_its_pair() -> None:
    figure = actor_charts.network(NODES, PAIRS, dark=True)

    arrows = [trace for trace in figure.data if trace.mode == "lines+markers"]
    assert [arrow.line.color for arrow in arrows] == [
        timeline.colours(True)[quad] for quad in ("verbal conflict", "material conflict", "verbal cooperation")
    ]  # the most frequent is drawn last, on top
    widths = [arrow.line.width for arrow in arrows]
    assert widths == sorted(widths)
    assert [arrow.line.backoff for arrow in arrows] == [0, 0, 0]  # no gap before the arrow's head


def test_the_two_ways_between_a_pair_lie_apart() -> None:
    figure = actor_charts.network(NODES, PAIRS, dark=False)

    marks = next(t for t in figure.data if t.customdata is not None and len(t.customdata[0]) == 3)
    at = {tuple(c[:2]): (x, y) for c, x, y in zip(marks.customdata, marks.x, marks.y, strict=True)}
    (ax, ay), (bx, by) = at["ARM", "AZE"], at["AZE", "ARM"]
    assert abs(ax - bx) + abs(ay - by) > 0.2


def test_only_the_most_frequent_arrows_are_drawn() -> None:
    figure = actor_charts.network(NODES, PAIRS, dark=False, most=1)

    assert [click for click in clicks(figure) if len(click) == 3] == [("ARM", "AZE", "")]


COURSE = frame(
    date_start=["2020-10-04", "2020-10-04", "2020-10-06", "2020-10-01"],
    date_end=["2020-10-04", "2020-10-04", "2020-10-06", "2020-10-31"],
    date_precision=["day", "day", "day", "month"],
    role=["source", "source", "target", "target"],
    quad=["material conflict", "material conflict", "verbal conflict", "verbal conflict"],
    status=["reported"] * 4,
)


def test_deeds_rise_and_what_was_suffered_hangs() -> None:
    figure = actor_charts.course(COURSE, (date(2020, 10, 1), date(2020, 10, 31)), dark=False)

    bars = {tuple(click): y for trace in figure.data for click, y in zip(trace.customdata, trace.y, strict=True)}
    assert bars == {
        ("2020-10-04", "2020-10-04", "source", "material conflict"): 2,
        ("2020-10-06", "2020-10-06", "target", "verbal conflict"): -1,
    }


def test_a_course_without_a_known_day_is_drawn_empty() -> None:
    figure = actor_charts.course(COURSE.iloc[3:], (date(2020, 10, 1), date(2020, 10, 31)), dark=False)

    assert list(figure.data) == []


def test_every_square_has_its_number_and_room_for_it() -> None:
    figure = actor_charts.matrix(NODES, PAIRS, dark=False)

    written = {
        tuple(click): (text, size >= 13)
        for trace in figure.data
        for click, text, size in zip(trace.customdata, trace.text, trace.marker.size, strict=True)
    }
    assert written["ARM", "AZE", "verbal cooperation"] == ("5", True)
    assert all(text.isdigit() and room for text, room in written.values())


@pytest.mark.parametrize("dark", [False, True])
def test_names_and_totals_have_the_colour_of_words(dark: bool) -> None:
    ink = {trace.textfont.color for trace in actor_charts.frequency(ROWS, dark).select_traces({"mode": "text"})}
    names = {note.font.color for note in actor_charts.network(NODES, PAIRS, dark).layout.annotations}

    assert len(ink) == 1 and names <= ink
