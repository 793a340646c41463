"""Every shape of a date expression with its own examples, in an article of Monday 12 May 2031."""

from __future__ import annotations

import pytest
from made_dates import MONDAY
from made_documents import document, published_on

from contactline import dates
from contactline.dates.expressions import readings
from contactline.dates.shapes import SHAPES, STARTERS, Example, Shape
from contactline.lexicon import load
from contactline.records import Timex

EXAMPLES = [
    pytest.param(shape, example, id=f"{shape.name}: {example.text}")
    for shape in SHAPES
    for example in shape.examples
]


def outcome(timex: Timex) -> str:
    """What comes of an expression, as Example says it."""
    if timex.kind not in ("date", "age"):
        return timex.kind
    if timex.interval.start is None:
        return "unknown"
    return timex.value or f"{timex.interval.start}/{timex.interval.end}"


@pytest.mark.parametrize(("shape", "example"), EXAMPLES)
def test_an_example_has_its_shape_and_values(shape: Shape, example: Example) -> None:
    made = document(example.text)
    found = dates.resolve(dates.find(made, load()), made, published_on(MONDAY), load())
    shapes = [found_shape.name for found_shape, _ in readings(example.text, load())]

    assert tuple(outcome(timex) for timex in found) == example.values
    assert shapes == ([shape.name] if example.values else [])


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.name)
def test_a_shape_has_an_example_that_is_a_date_for_whatever_it_can_begin_with(shape: Shape) -> None:
    assert [example.text for example in shape.examples if example.values] != []
    assert set(shape.starters) <= set(STARTERS)


def test_no_two_shapes_have_the_same_name() -> None:
    names = [shape.name for shape in SHAPES]

    assert sorted(set(names)) == sorted(names)
