"""Reports that a reader has taken apart or put together."""

from __future__ import annotations

import pytest
from made_reports import PUBLICATIONS, WAR_2020, report

from contactline.lexicon import load
from contactline.linking import link
from contactline.linking.landmarks import LandmarkMatch
from contactline.linking.moves import Move, moved

LEXICON = load()
WAR = LandmarkMatch(WAR_2020, "war")


@pytest.mark.parametrize(
    ("moves", "war", "others"),
    [
        pytest.param([], "ab", ["cd", "e"], id="none"),
        pytest.param([("c", None)], "ab", ["d", "e", "c"], id="apart"),
        pytest.param([("e", None)], "ab", ["cd", "e"], id="one that is alone already"),
        pytest.param([("c", "e")], "ab", ["cde"], id="together"),
        pytest.param([("c", "d")], "ab", ["cd", "e"], id="together already"),
        pytest.param([("e", "a")], "abe", ["cd"], id="a landmark keeps its name"),
        pytest.param([("e", "a"), ("e", None)], "ab", ["cd", "e"], id="the later move counts"),
        pytest.param([("c", None), ("c", "e")], "ab", ["d", "ec"], id="from one to another"),
        pytest.param([("a", None), ("b", None)], "b", ["cd", "e", "a"], id="all of a landmark"),
        pytest.param([("x", None), ("c", "x")], "ab", ["cd", "e"], id="reports that are not there"),
    ],
)
def test_moves(moves: list[Move], war: str, others: list[str]) -> None:
    groups = [[report(key) for key in group] for group in ("cd", "e")]

    landmarks, left = moved({WAR: [report("a"), report("b")]}, groups, moves)

    assert "".join(r.event_id for r in landmarks.get(WAR, [])) == war
    assert ["".join(r.event_id for r in group) for group in left] == others


def test_an_incident_is_told_by_the_reports_that_are_left_in_it() -> None:
    reports = [report("a-01", killed=2), report("b-01", killed=5)]

    alone = link(reports, PUBLICATIONS, moves=[("b-01", None)], lexicon=LEXICON)
    (together,) = link(reports, PUBLICATIONS, moves=[("b-01", None), ("b-01", "a-01")], lexicon=LEXICON)

    assert [(i.events, i.killed.max) for i in alone] == [(("a-01",), 2), (("b-01",), 5)]
    assert (together.events, together.killed.max) == (("a-01", "b-01"), 5)
