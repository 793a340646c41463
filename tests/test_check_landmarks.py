"""A cue that is only a number is named with its row."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from contactline import check_landmarks, lexicon

HEADER = "landmark_id,cues,lasting_cues,weak_cues\n"


def faults(place: Path, row: str) -> list[str]:
    folder = shutil.copytree(lexicon.DIRECTORY, place / "lexicon")
    (folder / "chronology.csv").write_text(HEADER + row + "\n", encoding="utf-8")
    return check_landmarks.faults(folder)


@pytest.mark.parametrize(
    ("row", "column", "cue"),
    [
        ("x,28120,,", "cues", "28120"),
        ("x,the bridge opened;70.5 percent,,", "cues", "70.5 percent"),
        ("x,,99.89%,", "lasting_cues", "99.89%"),
        ("x,,62/243,", "lasting_cues", "62/243"),
        ("x,,,more than twenty thousand", "weak_cues", "more than twenty thousand"),
        ("x,,,361 tons", "weak_cues", "361 tons"),
    ],
)
def test_only_a_number(tmp_path: Path, row: str, column: str, cue: str) -> None:
    assert faults(tmp_path, row) == [
        f"chronology.csv, line 2: {column} {cue!r} is only a number, which tells of anything: "
        "add the words that name the event"
    ]


@pytest.mark.parametrize(
    "cue",
    ["Resolution 822", "2020 war", "44-day war", "32 Armenian prisoners", "3+3 format", "six weeks of fighting"],
)
def test_a_number_with_what_it_counts(tmp_path: Path, cue: str) -> None:
    assert faults(tmp_path, f"x,{cue},,") == []
