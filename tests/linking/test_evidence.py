"""What speaks for two reports being one incident."""

from __future__ import annotations

from datetime import timedelta

import pytest
from made_reports import DAY, UNDATED, days, report

from contactline.lexicon import load
from contactline.lexicon.conflict import conflict_parties
from contactline.linking import Publication
from contactline.linking.evidence import Comparison, Rarity, stems
from contactline.linking.reports import Losses

PUBLICATIONS = {
    "a": Publication("The Times", first=DAY + timedelta(1), last=DAY + timedelta(1)),
    "b": Publication("The Post", first=DAY + timedelta(2), last=DAY + timedelta(2)),
    "c": Publication("No day"),
}
COMPARISON = Comparison(
    PUBLICATIONS,
    frozenset({"barda", "ganja"}),
    conflict_parties(load()),
    Rarity.of([report("a-1"), report("b-1")]),
)
OF_THE_ARTICLE = {"date_basis": "article"}


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        pytest.param({}, {}, ("same day", "same parties"), id="day and parties"),
        pytest.param(
            {"place_id": "barda", "killed": Losses(21)},
            {"place_id": "barda", "killed": Losses(21)},
            ("same day", "same parties", "same place", "21 killed"),
            id="place and toll, too",
        ),
        pytest.param({"targets": "ARM"}, {}, ("same day", "same parties"), id="Armenia or its kin in Karabakh"),
        pytest.param({"targets": ""}, {}, ("same day", "parties that fit"), id="one party left out"),
        pytest.param(
            {"start": DAY + timedelta(1), "end": DAY + timedelta(1)},
            {},
            ("the day before or after", "same parties"),
            id="the night between two days",
        ),
        pytest.param(
            days("2020-10-01", "2020-10-31", "month"),
            {},
            ("days that fit", "same parties"),
            id="a month that holds the day",
        ),
        pytest.param(
            OF_THE_ARTICLE, OF_THE_ARTICLE, ("reported within days", "same parties"), id="articles' days"
        ),
        pytest.param({"start": DAY + timedelta(3), "end": DAY + timedelta(3)}, {}, None, id="days apart"),
        pytest.param({"sources": "NKR", "targets": "AZE"}, {}, None, id="the other way round"),
        pytest.param({"sources": "RUS", "targets": "UKR"}, {}, None, id="others"),
        pytest.param({"place_id": "barda"}, {"place_id": "ganja"}, None, id="two towns"),
        pytest.param({"mode": "aerial"}, {"mode": "firearms"}, None, id="two modes"),
    ],
)
def test_likenesses_are_named_and_contradictions_exclude(
    first: dict[str, object], second: dict[str, object], expected: tuple[str, ...] | None
) -> None:
    found = COMPARISON.compare(report("a-1", **first), report("b-1", **second), "ASSAULT")

    assert (found and found.reasons) == expected


def test_words_that_few_articles_have_count_and_common_ones_do_not() -> None:
    some = [
        report("a-1", sentence="A barrage destroyed the market."),
        report("b-1", sentence="The market was destroyed by a barrage."),
        report("c-1", sentence="Another market."),
    ]
    rarity = Rarity.of(some)

    assert rarity.shared(some[0], some[1]) == ["barrag", "destro", "market"]
    assert rarity.weights["market"] == 0.0
    assert 0 < rarity.weights["barrag"] < 1


def test_a_number_that_differs_counts_against() -> None:
    same, other = (
        COMPARISON.compare(report("a-1", killed=Losses(4)), report("b-1", killed=Losses(number)), "ASSAULT")
        for number in (4, 5)
    )

    assert same is not None and other is not None
    assert same.points > other.points
    assert (same.enough, other.enough) == (True, False)


def test_the_days_of_a_report_without_a_day_end_with_its_article() -> None:
    assert COMPARISON.window(report("a-1", **UNDATED)) == (DAY - timedelta(2), DAY + timedelta(1))
    assert COMPARISON.window(report("c-1", **UNDATED)) is None


def test_a_stem_is_the_beginning_of_a_longer_word() -> None:
    assert stems("Shelling shelled the town of Barda") == {"shelli", "shelle", "barda"}
