"""What a report says that may fit a landmark: its days, its years, its place, its words, its parties."""

from __future__ import annotations

from datetime import date

import pytest
from made_reports import BOTH, CEASEFIRE, NOBODY, UNDATED, WAR_2020, days, report, words

from contactline.lexicon import load
from contactline.lexicon.conflict import conflict_parties
from contactline.linking import landmark_fit
from contactline.linking.reports import Losses, Publication

LEXICON = load()
WEEK = Publication("The Times", first=date(2020, 10, 1), last=date(2020, 10, 7))


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        pytest.param(days("2020-10-02"), True, id="a day"),
        pytest.param(days("2020-09-27", "2020-10-05"), True, id="a span"),
        pytest.param(UNDATED, False, id="none"),
        pytest.param(days("2020-10-02") | {"date_basis": "article"}, False, id="that of the article"),
        pytest.param(days("2020-10-02") | {"date_basis": "text"}, False, id="that of the sentences before"),
        pytest.param(days("2020-10-01", "2020-10-07"), False, id="today, where only the article's week is known"),
    ],
)
def test_days_of_its_own(facts: dict[str, object], expected: bool) -> None:
    assert landmark_fit.has_days(report("a-1", **facts), WEEK) is expected


@pytest.mark.parametrize(
    ("last", "short", "years"),
    [("2020-10-05", True, False), ("2020-10-06", False, False), ("2021-09-30", False, True)],
)
def test_how_long_it_is(last: str, short: bool, years: bool) -> None:
    found = report("a-1", **days("2020-10-01", last))

    assert (landmark_fit.is_short(found), landmark_fit.is_of_years(found)) == (short, years)


@pytest.mark.parametrize(
    ("trigger", "sentence", "expected"),
    [
        ("truce", "It has held since a 1994 truce.", {1994}),
        ("truce", "In 1994, after six years of war, there was a truce.", set()),
        ("agreed", "They agreed in 1994 on that.", {1994}),
        ("end", "It lasted until the end of the 2016 war, and longer.", {2016}),
    ],
)
def test_years_beside_the_trigger(trigger: str, sentence: str, expected: set[int]) -> None:
    assert landmark_fit.years_beside(report("a-1", **words(trigger, sentence))) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("There was a war in the 90s.", {1990}),
        ("There was a war in the 1980s and 1990s.", {1980}),
        ("The war is over, the first since the 1990s.", set()),
    ],
)
def test_decades_beside_the_trigger(sentence: str, expected: set[int]) -> None:
    assert landmark_fit.decades_beside(report("a-1", **words("war", sentence))) == expected


@pytest.mark.parametrize(
    ("place", "expected"), [(None, False), ("nagorno_karabakh", False), ("azerbaijan", False), ("barda", True)]
)
def test_a_town_is_too_small_for_a_war(place: str | None, expected: bool) -> None:
    assert landmark_fit.is_local(report("a-1", place_id=place), LEXICON) is expected


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        pytest.param(BOTH, True, id="both sides"),
        pytest.param({"sources": "AZE", "targets": "CIV"}, True, id="one side and civilians"),
        pytest.param({"sources": "RUS", "targets": "UKR"}, False, id="others"),
        pytest.param(NOBODY, False, id="nobody"),
        pytest.param(NOBODY | {"killed": Losses(5, 5, 5, "total")}, True, id="a running total"),
        pytest.param(NOBODY | {"killed": 1200}, True, id="the dead of a war"),
        pytest.param(NOBODY | CEASEFIRE, True, id="a ceasefire of nobody named"),
    ],
)
def test_parties_that_fit(facts: dict[str, object], expected: bool) -> None:
    assert landmark_fit.fits_parties(report("a-1", **facts), WAR_2020, conflict_parties(LEXICON)) is expected
