"""Numbers in a grid of cells."""

from __future__ import annotations

from contactline.charts import grid

ROWS = [("ARM", "Armenia"), ("", "country <not> known")]
COLUMNS = [("fact", "told as fact"), ("claim:AZE", "claims of Azerbaijan’s side")]


def test_a_cell_fills_its_row_and_column_and_tells_a_click_which_it_is() -> None:
    figure = grid.grid(ROWS, COLUMNS, [("ARM", "fact", 4), ("", "claim:AZE", 1200)], dark=False)

    (bars,) = figure.data
    assert (list(bars.x), list(bars.base), list(bars.y), bars.width) == ([0, 1], [-0.5, 0.5], [1, 1], 1)
    assert list(map(list, bars.customdata)) == [["ARM", "fact"], ["", "claim:AZE"]]
    assert list(bars.text) == ["4", "1,200"]
    assert list(figure.layout.yaxis.range) == [1.5, -0.5]


def test_names_are_escaped_and_broken_into_lines() -> None:
    figure = grid.grid(ROWS, COLUMNS, [("", "fact", 1)], dark=True)

    assert figure.layout.yaxis.ticktext == ("Armenia", "country &lt;not&gt; known")
    assert figure.layout.xaxis.ticktext == ("told as<br>fact", "claims of<br>Azerbaijan’s<br>side")
    assert figure.layout.margin.t >= 3 * 16 and figure.layout.height == figure.layout.margin.t + 2 * 34
    assert figure.data[0].hovertext == ("country &lt;not&gt; known, told as fact: <b>1</b>",)


def test_on_a_phone_the_names_of_columns_stand_upright() -> None:
    axis = grid.grid(ROWS, COLUMNS, [("", "fact", 1)], dark=False, narrow=True).layout.xaxis

    assert (axis.tickangle, axis.ticktext[0]) == (-90, "told as fact")


def test_more_is_darker_and_the_chosen_cell_has_a_thick_edge() -> None:
    numbers = [("ARM", "fact", 1), ("ARM", "claim:AZE", 100)]

    bars = grid.grid(ROWS, COLUMNS, numbers, dark=False, chosen=("ARM", "fact")).data[0]

    few, many = (sum(map(int, colour[4:-1].split(","))) for colour in bars.marker.color)
    assert few > many
    assert list(bars.marker.line.width) == [2.5, 1]


def test_no_numbers_are_an_empty_grid() -> None:
    assert list(grid.grid([], [], [], dark=False).data[0].x) == []
