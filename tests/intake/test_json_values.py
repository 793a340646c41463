"""The values of a file of JSON, one after another."""

from __future__ import annotations

import io
import json

import pytest

from contactline.intake import json_values
from contactline.intake.errors import InputError
from contactline.intake.source import Source


def values(data: str) -> list[object]:
    """The values, or for a broken one the message."""
    found = json_values.values(Source("x", "x", "x", lambda: io.BytesIO(data.encode())))
    return [str(one) if isinstance(one, InputError) else one for one in found]


@pytest.mark.parametrize(
    ("data", "found"),
    [
        ("", []),
        (" [ ] ", []),
        ('[{"a": 1}, {"a": 2}]', [{"a": 1}, {"a": 2}]),
        ('{"a": 1}{"a": 2}\n{"a": 3}', [{"a": 1}, {"a": 2}, {"a": 3}]),
        ('\ufeff{"a": [1]}', [{"a": [1]}]),
    ],
)
@pytest.mark.parametrize("piece", [2, 7, 1000])
def test_the_values_in_their_order(
    data: str, found: list[object], piece: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(json_values, "_PIECE", piece)

    assert values(data) == found


@pytest.mark.parametrize(
    ("data", "why"),
    [
        ('[{"a": 1}, {"a" 2}, {"a": 3}]', "Expecting ':' delimiter"),
        ('[{"a": 1}, {"a": "never closed}]', "Unterminated string starting at"),
        ('[{"a": 1}, ' + "[" * 100_000, "too many brackets within brackets"),
    ],
)
def test_what_is_broken_ends_them(data: str, why: str) -> None:
    told = (
        f"x, line 2: not JSON ({why}): this article and all below it are left out. "
        "Correct it there, or give each article as a line of JSON."
    )
    assert values(data) == [{"a": 1}, told]


def test_a_list_may_be_larger_than_a_file_that_is_read_in_one_piece(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_values, "_PIECE", 100)
    monkeypatch.setattr(json_values, "LARGEST", 1000)
    rows = [{"a": number} for number in range(1000)]

    assert values(json.dumps(rows)) == rows
    with pytest.raises(InputError, match="megabytes in one piece"):
        values(json.dumps({"articles": rows}))
