"""Figures of an incident's reports that can be compared, and whether they contradict each other."""

from __future__ import annotations

from datetime import date

import pytest
from made_reports import report

from contactline.linking import losses
from contactline.linking.reports import Losses

ARMENIAN, AZERBAIJANI = frozenset({"soldiers", "ARM"}), frozenset({"soldiers", "AZE"})
SO_FAR = Losses(900, 900, None, "total")


@pytest.mark.parametrize(
    ("first", "second", "groups"),
    [
        pytest.param({"killed": 5}, {"killed": 7}, [[5, 7]], id="two numbers"),
        pytest.param({"killed": 5}, {}, [[5]], id="one number"),
        pytest.param({"killed": SO_FAR}, {"killed": 5}, [[5], [900]], id="a running total"),
        pytest.param(
            {"killed": SO_FAR, "toll_as_of": date(2020, 10, 4)},
            {"killed": SO_FAR, "toll_as_of": date(2020, 10, 5)},
            [[900], [900]],
            id="totals of two days",
        ),
        pytest.param(
            {"killed": 5, "toll_of": ARMENIAN}, {"killed": 7, "toll_of": AZERBAIJANI}, [[5], [7]], id="two sides"
        ),
        pytest.param({"killed": 5, "toll_of": ARMENIAN}, {"killed": 7}, [[5, 7]], id="one side and untold"),
    ],
)
def test_comparable(first: dict[str, object], second: dict[str, object], groups: list[list[int]]) -> None:
    found = losses.comparable([report("a-1", **first), report("b-1", **second)], "killed")

    assert [sorted(v.number for v in versions) for versions in found] == groups


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        pytest.param(Losses(5, 5, 5), Losses(7, 7, 7), True, id="two numbers"),
        pytest.param(Losses(5, 5, None), Losses(7, 7, 7), False, id="at least five may be seven"),
        pytest.param(Losses(9, 9, None), Losses(7, 7, 7), True, id="at least nine are not seven"),
        pytest.param(Losses(30, None, 30), Losses(40, 40, 40), True, id="up to thirty are not forty"),
        pytest.param(Losses(5, 5, 8), Losses(7, 7, 7), False, id="within a range"),
    ],
)
def test_contradictions(first: Losses, second: Losses, expected: bool) -> None:
    (versions,) = losses.comparable([report("a-1", killed=first), report("b-1", killed=second)], "killed")

    assert losses.contradict(versions) is expected


def test_one_article_does_not_contradict_itself() -> None:
    (versions,) = losses.comparable([report("a-1", killed=5), report("a-2", killed=7)], "killed")

    assert losses.contradict(versions) is False


@pytest.mark.parametrize(
    ("figure", "words"),
    [
        (Losses(5, 5, 5, "increment"), "5 killed"),
        (Losses(5, 5, None, "total"), "at least 5 killed so far"),
        (Losses(30, None, 30), "up to 30 killed"),
        (Losses(900), "about 900 killed"),
        (Losses(19, 19, 21), "19 to 21 killed"),
    ],
)
def test_a_version_in_words(figure: Losses, words: str) -> None:
    ((version,),) = losses.comparable([report("a-1", killed=figure)], "killed")

    assert version.words == words
