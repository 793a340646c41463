"""Figures that are kept on file."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from contactline.quality import measured


def test_a_set_is_recorded_beside_the_others(tmp_path: Path) -> None:
    path = tmp_path / "measured.json"

    measured.record(path, "five", {"event_f1": 0.9}, date(2026, 11, 29))
    measured.record(path, "mine", {"event_f1": 0.7}, date(2026, 11, 30))
    measured.record(path, "five", {"event_f1": 0.95}, date(2026, 11, 30))

    assert measured.read(path) == {
        "five": {"measured": "2026-11-30", "event_f1": 0.95},
        "mine": {"measured": "2026-11-30", "event_f1": 0.7},
    }
    assert [p.name for p in tmp_path.iterdir()] == ["measured.json"]


def test_no_file_holds_no_figures(tmp_path: Path) -> None:
    assert measured.read(tmp_path / "none.json") == {}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("{", id="no JSON"),
        pytest.param("[1]", id="a list"),
        pytest.param(json.dumps({"a": 1}), id="a number"),
    ],
)
def test_a_file_of_another_kind_is_refused_and_left(tmp_path: Path, text: str) -> None:
    path = tmp_path / "measured.json"
    path.write_text(text)

    with pytest.raises(measured.MeasuredError, match=r"measured\.json: .*name another file"):
        measured.record(path, "five", {}, date(2026, 11, 30))
    assert path.read_text() == text
