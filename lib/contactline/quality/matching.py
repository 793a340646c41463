"""Pairing annotated with predicted events so that the total score of the pairs is the greatest possible."""

from __future__ import annotations

import math
from collections.abc import Sequence


def best_matching(score: Sequence[Sequence[float]]) -> dict[int, int]:
    """Pair rows with columns so that the sum of their scores is greatest; pairs with score 0 are left out.

    ``score``: rows of equal length, each score 0 or more. Returns the column of each paired row. Uses the
    Hungarian method by shortest augmenting paths, O(n³) for n the larger side (Kuhn 1955; Jonker and Volgenant
    1987).
    """
    size = max(len(score), max((len(row) for row in score), default=0))
    cost = [
        [-score[i][j] if i < len(score) and j < len(score[i]) else 0.0 for j in range(size)] for i in range(size)
    ]
    row_prices, column_prices = [0.0] * size, [0.0] * size
    row_of: list[int | None] = [None] * size
    for row in range(size):
        end, came_from = _shortest_path(row, cost, row_of, row_prices, column_prices)
        while end >= 0:  # along the path, each column goes to the row of the column before it
            before = came_from[end]
            row_of[end] = row_of[before] if before >= 0 else row
            end = before
    return {
        row: column
        for column, row in enumerate(row_of)
        if row is not None and row < len(score) and column < len(score[row]) and score[row][column] > 0
    }


def _shortest_path(
    row: int,
    cost: Sequence[Sequence[float]],
    row_of: Sequence[int | None],
    row_prices: list[float],
    column_prices: list[float],
) -> tuple[int, list[int]]:
    """The free column that is cheapest to reach from a row, and for each column the one before it on the way (-1:
    the row).

    A path goes from a row to any column, and from a column to the row that it is paired with. The prices are
    raised in place so that no step has a negative cost, which keeps the existing pairs the cheapest ones.
    """
    size = len(cost)
    reach, came_from = [math.inf] * size, [-1] * size
    done: list[int] = []
    at, at_column = row, -1
    while True:
        for column in range(size):
            if column not in done:
                step = cost[at][column] - row_prices[at] - column_prices[column]
                if step < reach[column]:
                    reach[column], came_from[column] = step, at_column
        nearest = min((c for c in range(size) if c not in done), key=reach.__getitem__)
        shift = reach[nearest]
        row_prices[row] += shift
        for column in range(size):
            if column in done:
                row_prices[_owner(row_of, column)] += shift
                column_prices[column] -= shift
            else:
                reach[column] -= shift
        done.append(nearest)
        at_column = nearest
        if row_of[nearest] is None:
            return nearest, came_from
        at = _owner(row_of, nearest)


def _owner(row_of: Sequence[int | None], column: int) -> int:
    row = row_of[column]
    assert row is not None
    return row
