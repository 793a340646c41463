"""A cue that is only a number is named with its row."""

from __future__ import annotations

import pytest
from made_lexicon import with_tables

from contactline.quality import check_landmarks

HEADER = "landmark_id,cues,lasting_cues,weak_cues\n"


def faults(row: str) -> list[str]:
    return [str(fault) for fault in check_landmarks.faults(with_tables(chronology=HEADER + row + "\n"))]


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
def test_only_a_number(row: str, column: str, cue: str) -> None:
    expected = "words that name the event; a number alone may mean anything"
    assert faults(row) == [f"chronology.csv, line 2: {column} {cue!r}: expected {expected}"]


@pytest.mark.parametrize(
    "cue",
    ["Resolution 822", "2020 war", "44-day war", "32 Armenian prisoners", "3+3 format", "six weeks of fighting"],
)
def test_a_number_with_what_it_counts(cue: str) -> None:
    assert faults(f"x,{cue},,") == []
