"""The sets of prepositions are sets of prepositions."""

from __future__ import annotations

import pytest

from contactline.lexicon import prepositions


@pytest.mark.parametrize(
    "name", [name for name in vars(prepositions) if name.isupper() and name != "PREPOSITIONS"]
)
def test_every_set_is_a_part_of_the_whole(name: str) -> None:
    assert getattr(prepositions, name) - prepositions.PREPOSITIONS == frozenset()
