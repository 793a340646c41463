"""Mentions asked by position."""

from __future__ import annotations

from contactline.names.taken import Taken
from contactline.records import Mention

BAKU = Mention(3, 7, "Baku", "actor", "name", "azerbaijan", "AZE", other="baku")
ARMY = Mention(10, 14, "army", "actor", "description", "aze_forces", "AZE")
TAKEN = Taken([BAKU, ARMY])


def test_what_is_covered() -> None:
    assert [TAKEN.covers(*span) for span in ((0, 3), (0, 4), (5, 6), (7, 10), (13, 20), (14, 20))] == [
        False,
        True,
        True,
        False,
        True,
        False,
    ]


def test_names_of_places() -> None:
    assert [TAKEN.is_place(at) for at in (3, 6, 7, 10)] == [True, True, False, False]


def test_neighbours() -> None:
    assert [TAKEN.last_before(end) for end in (3, 4, 10, 11)] == [None, BAKU, BAKU, ARMY]
    assert [TAKEN.first_from(start) for start in (0, 3, 4, 11)] == [BAKU, BAKU, ARMY, None]
