"""Landmarks of the conflict, and their cues in a text."""

from __future__ import annotations

from datetime import date

import pytest
from made_lexicon import with_tables

from contactline.dates import chronology
from contactline.dates.chronology import Landmark
from contactline.lexicon import Lexicon, load

LEXICON = load()

TABLE = """landmark_id,name,date_start,date_end,kind,parties,cues,lasting_cues,weak_cues,importance
b-truce,The Truce of May,2031-05-12,2031-05-12,ceasefire,ARM;AZE,May truce;the truce of May,,in May,1
a-war,The Hill War,2031-03-01,2031-05-12,war,ARM;AZE,war in the hills,hill war,,2
c-talks,Talks on the hill,2031-05-12,2031-05-13,talks,,hill talks,,in May,3
"""


@pytest.fixture
def lexicon() -> Lexicon:
    return with_tables(chronology=TABLE)


def test_the_rows_by_their_first_days(lexicon: Lexicon) -> None:
    spring, may = date(2031, 3, 1), date(2031, 5, 12)
    assert chronology.landmarks(lexicon) == (
        Landmark("a-war", "The Hill War", spring, may, "war", 2, ("ARM", "AZE")),
        Landmark("b-truce", "The Truce of May", may, may, "ceasefire", 1, ("ARM", "AZE")),
        Landmark("c-talks", "Talks on the hill", may, date(2031, 5, 13), "talks", 3, ()),
    )


@pytest.mark.parametrize(
    ("text", "hits"),
    [
        # (words found, landmark, strength, landmarks that share the cue)
        ("Nothing happened.", []),
        ("Since the hill war ended", [("hill war", "a-war", "lasting", 1)]),
        ("THE HILL WAR", [("HILL WAR", "a-war", "lasting", 1)]),
        # whole words only
        ("the uphill war, the hill wars", []),
        ("(hill war)", [("hill war", "a-war", "lasting", 1)]),
        # a cue of two landmarks is found for both
        ("They met in May.", [("in May", "b-truce", "weak", 2), ("in May", "c-talks", "weak", 2)]),
        # in the order of the text, one cue within another
        (
            "After the truce of May the war in the hills was over.",
            [("the truce of May", "b-truce", "news", 1), ("war in the hills", "a-war", "news", 1)],
        ),
        (
            "The May truce and the hill war",
            [("May truce", "b-truce", "news", 1), ("hill war", "a-war", "lasting", 1)],
        ),
        # a letter whose small form is longer moves nothing
        ("İİİ told of the hill war", [("hill war", "a-war", "lasting", 1)]),
    ],
)
def test_the_cues_of_landmarks_in_a_text(
    lexicon: Lexicon, text: str, hits: list[tuple[str, str, str, int]]
) -> None:
    found = chronology.find(text, lexicon)

    assert [(text[h.start : h.end], h.landmark.landmark_id, h.strength, h.shared_by) for h in found] == hits


def test_the_programs_own_landmarks_are_sound() -> None:
    faults = []
    seen = set()
    for x in chronology.landmarks(LEXICON):
        if x.landmark_id in seen or x.end < x.start or not date(1988, 1, 1) <= x.start <= date(2026, 12, 31):
            faults.append(x.landmark_id)
        if not x.landmark_id.startswith(x.start.strftime("%Y%m%d")) or x.importance not in (1, 2, 3):
            faults.append(x.landmark_id)
        seen.add(x.landmark_id)

    assert faults == []
    assert [x.start for x in chronology.landmarks(LEXICON)] == sorted(
        x.start for x in chronology.landmarks(LEXICON)
    )


def test_a_landmark_of_the_program_is_found_by_its_cue() -> None:
    text = "The iron Fuel Depot, and a fueldepot."

    assert [(h.cue, h.start, h.landmark.start) for h in chronology.find(text, LEXICON)] == [
        ("fuel depot", 9, date(2023, 9, 25))
    ]
