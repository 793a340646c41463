"""The values that travel from stage to stage cannot be changed on the way."""

from __future__ import annotations

import dataclasses
import inspect
from datetime import date

import pytest

from contactline import records

KINDS = [kind for _, kind in inspect.getmembers(records, inspect.isclass) if dataclasses.is_dataclass(kind)]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_a_value_is_frozen_and_holds_nothing_else(kind: type) -> None:
    value = kind(*(None for field in dataclasses.fields(kind) if field.default is dataclasses.MISSING))

    with pytest.raises(dataclasses.FrozenInstanceError):
        setattr(value, dataclasses.fields(kind)[0].name, "changed")
    assert not hasattr(value, "__dict__")


def test_there_are_values() -> None:
    assert {kind.__name__ for kind in KINDS} >= {"Article", "Document", "Timex", "Mention", "Token", "Event"}


def test_values_of_the_same_facts_are_the_same() -> None:
    day = date(2020, 10, 4)

    assert len({records.Interval(day, day, "day"), records.Interval(day, day, "day"), records.UNKNOWN}) == 2
    assert records.UNKNOWN == records.Interval(None, None, "unknown")
