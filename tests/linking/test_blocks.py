"""Which groups of reports are compared at all."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from made_reports import DAY, NOBODY, REFERENCE, UNDATED, days, report

from contactline.linking import Publication, Report
from contactline.linking.blocks import candidates
from contactline.linking.evidence import Comparison, Rarity
from contactline.linking.reports import Losses

PUBLICATIONS = {
    letter: Publication(letter, first=DAY + timedelta(1), last=DAY + timedelta(1)) for letter in "abcdefgh"
}


def compared(*reports: Report) -> set[tuple[int, int]]:
    """The pairs of single reports that are compared, by their places."""
    comparison = Comparison(PUBLICATIONS, REFERENCE.points, REFERENCE.conflict, Rarity.of(reports))
    return {*candidates([[one] for one in reports], comparison)}


RARE = "A barrage destroyed the market."


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        pytest.param({}, {}, True, id="the sides"),
        pytest.param({"targets": "ARM"}, {}, True, id="the sides, Armenia for its kin in Karabakh"),
        pytest.param(NOBODY, NOBODY, False, id="nothing"),
        pytest.param(NOBODY | {"place_id": "ganja"}, NOBODY | {"place_id": "ganja"}, True, id="a town"),
        pytest.param(NOBODY | {"place_id": "karabakh"}, NOBODY | {"place_id": "karabakh"}, False, id="a region"),
        pytest.param(
            NOBODY | {"killed": Losses(21)}, NOBODY | {"killed": Losses(21)}, True, id="a number of killed"
        ),
        pytest.param(NOBODY | {"sentence": RARE}, NOBODY | {"sentence": RARE}, True, id="rare words"),
        pytest.param({}, days("2020-10-05"), True, id="the day after"),
        pytest.param({}, days("2020-10-06"), False, id="two days later"),
        pytest.param({}, days("2020-10-01", "2020-10-31"), True, id="a month that holds the day"),
        pytest.param({}, days("2020-11-01", "2020-11-30"), False, id="another month"),
        pytest.param({}, UNDATED, True, id="the days before its article"),
        pytest.param({}, days("1900-01-01", "2020-12-31"), False, id="a span of more than ten years"),
    ],
)
def test_what_brings_two_reports_together(
    first: dict[str, object], second: dict[str, object], expected: bool
) -> None:
    others = (report(f"{key}-1", **NOBODY, sentence="Nothing else.", **days("2019-01-01")) for key in "cdefgh")

    assert ((0, 1) in compared(report("a-1", **first), report("b-1", **second), *others)) is expected


def test_what_many_share_brings_nobody_together() -> None:
    many = [replace(report("a-1"), event_id=f"a-{number}", article_id="a") for number in range(41)]

    assert compared(*many) == set()
    assert len(compared(*many[:40])) == 40 * 39 / 2
