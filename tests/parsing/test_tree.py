"""A tree as the repairs read it."""

from __future__ import annotations

import pytest
from trees import tree as parsed

from contactline.parsing import tree

UNITS = parsed(
    "0:Units/NOUN/nsubj>2 1:have/AUX/aux>2 2:begun/VERB/ROOT>2 3:to/PART/mark>4 4:leave/VERB/xcomp>2 5:Goris/PROPN/obj>4"
)
BELOW = tree.children(UNITS)


def test_what_hangs_on_each_word_stands_in_the_order_of_the_text() -> None:
    assert BELOW == [[], [], [0, 1, 4], [], [3, 5], []]
    assert tree.dependents(UNITS, BELOW, 2, "aux", "xcomp") == [1, 4]
    assert sorted(tree.descendants(BELOW, 2)) == [0, 1, 3, 4, 5]


@pytest.mark.parametrize(("verb", "finite", "infinitive"), [(2, True, False), (4, False, True)])
def test_forms_of_a_verb(verb: int, finite: bool, infinitive: bool) -> None:
    assert tree.is_finite(UNITS, BELOW, verb) is finite
    assert tree.is_infinitive(UNITS, BELOW, verb) is infinitive


def test_a_cycle_is_no_tree() -> None:
    cycle = parsed("0:Units/NOUN/nsubj>1 1:left/VERB/conj>0 2:Goris/PROPN/ROOT>2")

    assert tree.is_tree(UNITS)
    assert not tree.is_tree(cycle)
