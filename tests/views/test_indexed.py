"""Columns of the index: different values in order, names of parties as lists, where each has a part."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from made_tables import event, made

from contactline.lexicon import load
from contactline.views import indexed

LEXICON = load()


def test_values_that_are_the_same_are_one_and_those_that_do_not_occur_are_none() -> None:
    codes, values = indexed.of_each(np.array([2, 0, -1, 1], np.int32), ["b", "a", "b", "c"])

    assert (codes.tolist(), list(values)) == ([1, 1, -1, 0], ["a", "b"])


@pytest.mark.parametrize(
    ("given", "codes", "values"),
    [
        ([0, -1, 1], [0, 1, 2], ["goris", "nowhere", "shusha"]),
        ([0, 1], [0, 1], ["goris", "shusha"]),
    ],
    ids=["some have none", "all have one"],
)
def test_what_is_missing_has_a_value_of_its_own(given: list[int], codes: list[int], values: list[str]) -> None:
    numbers = np.array(given, np.int32), pd.Index(["goris", "shusha"], dtype="str")

    found, names = indexed.with_missing(numbers, "nowhere")

    assert (found.tolist(), list(names)) == (codes, values)


def test_names_of_one_side_are_joined_once_each_and_in_order(tmp_path: Path) -> None:
    store = made(
        tmp_path / "t",
        event("e1", "CONSULT", "2031-05-12", sources="russia:RUS armenia:ARM russia:RUS", targets="iran:IRN"),
        event("e2", "CONSULT", "2031-05-13", targets="iran:IRN"),
    )
    _, numbers = store.numbers(store.by_day)
    at = indexed.rows(numbers.column("event_at"))
    chosen = np.array([True, True, True, False, True])

    every = indexed.sides(store, numbers, at, None, 2, LEXICON)
    fewer = indexed.sides(store, numbers, at, chosen, 2, LEXICON)
    mixed = indexed.sides(store, numbers.take([0, 4, 1, 2, 3]), at[[0, 4, 1, 2, 3]], None, 2, LEXICON)

    assert list(every["sources"]) == ["Russia, Armenia", ""]
    assert list(every["targets"]) == list(mixed["targets"]) == ["Iran", "Iran"]
    assert list(fewer["targets"]) == ["", "Iran"]


def test_parts_are_the_positions_of_events_by_who_and_role(tmp_path: Path) -> None:
    store = made(
        tmp_path / "t",
        event("e1", "AID", "2031-05-12", sources="russia:RUS russia:RUS", targets="iran:IRN"),
        event("e2", "AID", "2031-05-13"),
    )
    _, numbers = store.numbers(store.by_day)
    at = indexed.rows(numbers.column("event_at"))

    found = indexed.parts(numbers, at, None, 2)

    assert {key: {role: here.tolist() for role, here in roles.items()} for key, roles in found.items()} == {
        "russia": {"source": [0]},
        "iran": {"target": [0]},
        "RUS": {"source": [0]},
        "IRN": {"target": [0]},
    }
