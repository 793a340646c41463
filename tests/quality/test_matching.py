"""The best matching, against all possible matchings."""

from __future__ import annotations

import itertools
import random

from contactline.quality.matching import best_matching


def test_the_best_matching_is_the_best_of_all() -> None:
    chance = random.Random(7)
    for _ in range(300):
        rows, columns = chance.randint(0, 5), chance.randint(1, 5)
        score = [[chance.choice([0, chance.randint(1, 20)]) for _ in range(columns)] for _ in range(rows)]
        size = max(rows, columns)
        best = max(
            sum(score[i][j] for i, j in enumerate(order) if j < columns)
            for order in itertools.permutations(range(size), rows)
        )

        match = best_matching(score)

        assert len(set(match.values())) == len(match)
        assert sum(score[i][j] for i, j in match.items()) == best
        assert all(score[i][j] > 0 for i, j in match.items())


def test_pairs_without_a_score_are_left_out() -> None:
    assert best_matching([[0, 0], [3, 0]]) == {1: 0}
    assert best_matching([]) == {}
