"""Edits of a text, and the way back from its offsets."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contactline.cleaning.edits import Edit, Piece, apply, compose, map_back


@pytest.mark.parametrize(
    ("edits", "text", "pieces"),
    [
        pytest.param([], "abcdef", ((0, 0, 6),), id="none"),
        pytest.param([Edit(1, 3)], "adef", ((0, 0, 1), (1, 3, 3)), id="something removed"),
        pytest.param([Edit(1, 4, "X")], "aXef", ((0, 0, 1), (1, 1, 1), (2, 4, 2)), id="something replaced"),
        pytest.param([Edit(4, 6), Edit(0, 2)], "cd", ((0, 2, 2),), id="in any order"),
        pytest.param([Edit(1, 4), Edit(2, 5, "X")], "aef", ((0, 0, 1), (1, 4, 2)), id="one over the other"),
        pytest.param([Edit(0, 6)], "", (), id="all removed"),
    ],
)
def test_the_text_after_its_edits(edits: list[Edit], text: str, pieces: tuple[Piece, ...]) -> None:
    assert apply("abcdef", edits) == (text, pieces)


@pytest.mark.parametrize(
    ("span", "expected"),
    [
        pytest.param((0, 1), (0, 1), id="before what was removed"),
        pytest.param((1, 3), (3, 5), id="after it"),
        pytest.param((0, 2), (0, 4), id="around it"),
        pytest.param((1, 1), (3, 3), id="empty"),
    ],
)
def test_the_way_back(span: tuple[int, int], expected: tuple[int, int]) -> None:
    _, pieces = apply("abcdef", [Edit(1, 3)])

    assert map_back(pieces, *span) == expected


removals = st.lists(st.tuples(st.integers(0, 20), st.integers(1, 5)), max_size=6)


@given(removals, removals)
def test_two_steps_lead_back_as_one(first: list[tuple[int, int]], second: list[tuple[int, int]]) -> None:
    old = "".join(map(chr, range(65, 90)))  # every character once, so that a character says where it is from
    middle, to_old = apply(old, [Edit(a, a + length) for a, length in first])
    new, to_middle = apply(
        middle, [Edit(a, min(a + length, len(middle))) for a, length in second if a < len(middle)]
    )

    pieces = compose(to_old, to_middle)

    assert [map_back(pieces, i, i + 1) for i in range(len(new))] == [(old.index(c), old.index(c) + 1) for c in new]
