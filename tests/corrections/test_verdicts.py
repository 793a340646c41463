"""The file of verdicts."""

from __future__ import annotations

from pathlib import Path

import pytest

from contactline.corrections import verdicts
from contactline.corrections.verdicts import Verdict

RIGHT = Verdict("2031-06-01T12:00:00", "a-01", "right", (), 7, "CONSULT", 0.95, "0123", "4567:met")
WRONG = Verdict("2031-06-01T12:01:00", "a-02", "wrong", ("day", "who"), 7, "ASSAULT", 0.5, "89ab", "cdef:fell")


def test_verdicts_are_read_in_their_order_and_the_last_is_taken_back(tmp_path: Path) -> None:
    path = tmp_path / "verdicts.csv"
    verdicts.add(path, RIGHT)
    verdicts.add(path, WRONG)

    assert verdicts.read(path) == ((RIGHT, WRONG), 0)
    assert path.read_text(encoding="utf-8") == verdicts.text_of([RIGHT, WRONG])
    verdicts.remove_last(path)
    assert verdicts.read(path) == ((RIGHT,), 0)
    verdicts.remove_last(path)
    assert verdicts.read(path) == ((), 0)


@pytest.mark.parametrize(
    "cells",
    [
        ("t", "a-01", "perhaps", "", "7", "CONSULT", "0.95", "0", "1:met"),
        ("t", "a-01", "wrong", "colour", "7", "CONSULT", "0.95", "0", "1:met"),
        ("t", "a-01", "right", "", "seven", "CONSULT", "0.95", "0", "1:met"),
        ("t", "a-01", "right"),
    ],
)
def test_a_row_that_is_no_verdict_is_counted(tmp_path: Path, cells: tuple[str, ...]) -> None:
    path = tmp_path / "verdicts.csv"
    verdicts.add(path, RIGHT)
    with path.open("a", encoding="utf-8") as f:
        f.write(",".join(cells) + "\n")

    assert verdicts.read(path) == ((RIGHT,), 1)
