"""What the reports of an incident do not agree on, in sentences."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from made_reports import BOTH, DAY, REFERENCE, report

from contactline.linking.differences import Difference, differences
from contactline.linking.reports import Losses, Report


def found(*reports: Report, whole_war: bool = False) -> list[Difference]:
    return list(differences(reports, reports, REFERENCE, whole_war=whole_war))


SENTENCES = [
    pytest.param({}, {}, [], id="nothing"),
    pytest.param(
        {"injured": 3},
        {"injured": 4},
        [("toll", "Injured: 4 according to The Post, 3 according to The Times.")],
        id="a toll, the highest first",
    ),
    pytest.param(
        {"killed": 21},
        {"killed": 19, "speakers": "AZE"},
        [("toll", "Killed: 21 according to The Times, 19 according to Azerbaijan (in The Post).")],
        id="a toll of a named source",
    ),
    pytest.param(
        {"killed": Losses(900, 900, 900, "total"), "toll_as_of": DAY, "toll_of": frozenset({"ARM", "soldiers"})},
        {"killed": Losses(700, 700, None, "total"), "toll_as_of": DAY, "toll_of": frozenset({"ARM", "soldiers"})},
        [],
        id="at least 700 may be 900",
    ),
    pytest.param(
        BOTH
        | {
            "killed": Losses(1900, 1900, 1900, "total"),
            "toll_as_of": DAY,
            "toll_of": frozenset({"ARM", "soldiers"}),
        },
        BOTH
        | {
            "killed": Losses(2300, 2300, None, "total"),
            "toll_as_of": DAY,
            "toll_of": frozenset({"ARM", "soldiers"}),
        },
        [
            (
                "toll",
                "Killed up to 4 October 2020 (soldiers, Armenia): at least 2,300 according to The Post, "
                "1,900 according to The Times.",
            )
        ],
        id="a running total, its day and its people",
    ),
    pytest.param(
        BOTH | {"killed": Losses(105, 105, 105, "total"), "toll_as_of": DAY, "toll_of": frozenset({"soldiers"})},
        BOTH
        | {
            "killed": Losses(49, 49, 49, "total"),
            "toll_as_of": DAY + timedelta(days=1),
            "toll_of": frozenset({"soldiers"}),
        },
        [
            (
                "toll",
                "Killed (soldiers): 105 up to 4 October 2020 according to The Times, "
                "49 up to 5 October 2020 according to The Post.",
            )
        ],
        id="a running total that falls overnight",
    ),
    pytest.param(
        {"killed": Losses(1000, 1000, 1000, "total")}, {"killed": 30}, [], id="a total and one day's dead"
    ),
    pytest.param(
        {"sources": "AZE", "targets": "ARM NKR"},
        {"sources": "ARM NKR", "targets": "AZE"},
        [
            (
                "who",
                "Who acted: Azerbaijan against Armenia and Nagorno-Karabakh according to The Times, "
                "Armenia and Nagorno-Karabakh against Azerbaijan according to The Post.",
            )
        ],
        id="who acted",
    ),
    pytest.param({"targets": ""}, {"sources": ""}, [], id="a side left out"),
    pytest.param(
        {"place_id": "ganja"},
        {"place_id": "baku"},
        [("place", "Place: Ganja according to The Times, Baku according to The Post.")],
        id="the place",
    ),
    pytest.param({"place_id": "ganja"}, {"place_id": "karabakh"}, [], id="a town and its region"),
    pytest.param(
        {"status": "claimed", "speakers": "AZE"},
        {"status": "denied", "speakers": "ARM"},
        [("whether", "Whether it happened: Azerbaijan claims it, Armenia denies it.")],
        id="a claim and a denial",
    ),
    pytest.param(
        {},
        {"status": "denied"},
        [("whether", "Whether it happened: The Times reports it, The Post denies it.")],
        id="a denial of nobody named",
    ),
    pytest.param({}, {"status": "claimed"}, [], id="a claim is no denial"),
    pytest.param(
        {"start": DAY + timedelta(1), "end": DAY + timedelta(1)},
        {},
        [("day", "Day: 5 October 2020 according to The Times, 4 October 2020 according to The Post.")],
        id="the day",
    ),
    pytest.param({"end": DAY + timedelta(1)}, {}, [], id="a night and its evening"),
    pytest.param(
        {"start": DAY + timedelta(1), "end": DAY + timedelta(1), "date_basis": "article"},
        {},
        [],
        id="a day that is that of the article alone",
    ),
]


@pytest.mark.parametrize(("first", "second", "expected"), SENTENCES)
def test_what_two_reports_differ_on(
    first: dict[str, object], second: dict[str, object], expected: list[tuple[str, str]]
) -> None:
    reports = report("a-1", **first), report("b-1", **second)

    assert [(difference.about, difference.text) for difference in found(*reports)] == expected


def test_a_difference_names_two_events_that_differ() -> None:
    reports = report("a-1", killed=5), report("b-1", killed=5), report("c-1", killed=7)

    assert [(d.event_id, d.other_event_id) for d in found(*reports)] == [("c-1", "a-1")]


def test_an_article_does_not_differ_from_itself_but_two_sources_of_it_may() -> None:
    assert found(report("a-1", killed=1, place_id="baku"), report("a-2", killed=2, place_id="ganja")) == []
    assert [
        d.text for d in found(report("a-1", killed=1, speakers="ARM"), report("a-2", killed=2, speakers="AZE"))
    ] == ["Killed: 2 according to Azerbaijan (in The Times), 1 according to Armenia (in The Times)."]


def test_several_who_claim_it_are_told_together() -> None:
    claims = [report(f"{key}-1", status="claimed", speakers=side) for key, side in (("a", "ARM"), ("b", "NKR"))]

    assert [d.text for d in found(*claims, report("c-1", status="denied", speakers="AZE"))] == [
        "Whether it happened: Armenia and Nagorno-Karabakh claim it, Azerbaijan denies it."
    ]


def test_of_a_war_nobody_tells_one_day_or_one_place() -> None:
    reports = (
        report("a-1", place_id="ganja"),
        report("b-1", place_id="baku", start=date(2020, 10, 9), end=date(2020, 10, 9)),
    )

    assert found(*reports, whole_war=True) == []


def test_a_report_without_a_side_is_not_listed_among_those_on_who_acted() -> None:
    reports = report("a-1"), report("b-1", sources="NKR", targets="AZE"), report("b-2", sources="")

    assert [d.text for d in found(*reports)] == [
        "Who acted: Azerbaijan against Nagorno-Karabakh according to The Times, "
        "Nagorno-Karabakh against Azerbaijan according to The Post."
    ]
