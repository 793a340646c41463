"""What the reports of an incident say together, and where they differ."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from made_reports import DAY, PUBLICATIONS, report

from contactline.linking.reports import Losses, Report
from contactline.linking.summary import Incident, summarize

POINTS = frozenset({"ganja", "baku"})
NAMES = {"ganja": "Ganja"}


def summary(*reports: Report) -> Incident:
    return summarize(reports, PUBLICATIONS, POINTS, NAMES)


@pytest.mark.parametrize(
    ("places", "expected"),
    [
        pytest.param(("ganja", "karabakh"), "ganja", id="a town where as many name it"),
        pytest.param(("ganja", "karabakh", "karabakh"), "karabakh", id="what most name, even where it is wider"),
        pytest.param((None, "karabakh"), "karabakh", id="the only one"),
        pytest.param((None, None), None, id="none"),
    ],
)
def test_an_incident_is_where_most_reports_put_it(places: tuple[str | None, ...], expected: str | None) -> None:
    reports = [report(f"{key}-1", place_id=place) for key, place in zip("abc", places, strict=False)]

    assert summary(*reports).place_id == expected


def test_an_incident_sums_up_its_reports_and_counts_near_duplicates_once() -> None:
    found = summary(
        report("a-1", killed=5, injured=1, place_id="ganja", mode="aerial"),
        report("b-1", killed=2, place_id="karabakh"),
        report("c-1", killed=50, mode="aerial"),
    )

    assert found == Incident(
        incident_id=found.incident_id,
        events=("a-1", "b-1", "c-1"),
        type="ASSAULT",
        mode="aerial",
        start=DAY,
        end=DAY,
        precision="day",
        place_id="ganja",
        countries=("AZE", "NKR"),
        articles=3,
        publishers=2,
        killed_min=2,
        killed_max=5,
        injured_min=1,
        injured_max=1,
        differences=("Reports differ on how many were killed: 5 killed (The Times), 2 killed (The Post).",),
    )


def test_the_most_exact_report_dates_an_incident() -> None:
    month = {"start": date(2020, 10, 1), "end": date(2020, 10, 31), "precision": "month"}

    found = summary(report("a-1", **month), report("b-1"))

    assert (found.start, found.end, found.precision) == (DAY, DAY, "day")


DIFFERENCES = [
    pytest.param({}, {}, (), id="none"),
    pytest.param(
        {"injured": 3},
        {"injured": 4},
        ("Reports differ on how many were injured: 3 injured (The Times), 4 injured (The Post).",),
        id="the toll",
    ),
    pytest.param(
        {"killed": Losses(1000, 1000, 1000, "total")}, {"killed": 30}, (), id="a running total and one day's dead"
    ),
    pytest.param(
        {"sources": "AZE", "targets": "ARM NKR"},
        {"sources": "ARM NKR", "targets": "AZE"},
        ("Reports differ on who acted: AZE against ARM and NKR (The Times), ARM and NKR against AZE (The Post).",),
        id="who acted",
    ),
    pytest.param({"targets": ""}, {"sources": ""}, (), id="a side left out"),
    pytest.param(
        {"place_id": "ganja"},
        {"place_id": "baku"},
        ("Reports differ on the place: Ganja (The Times), baku (The Post).",),
        id="the place",
    ),
    pytest.param({"place_id": "ganja"}, {"place_id": "karabakh"}, (), id="a town and its region"),
    pytest.param(
        {},
        {"status": "denied"},
        ("Reports differ on whether it happened: reported (The Times), denied (The Post).",),
        id="a denial",
    ),
    pytest.param({}, {"status": "claimed"}, (), id="a claim is no denial"),
    pytest.param(
        {"end": DAY + timedelta(1)},
        {},
        ("Reports differ on the day: 2020-10-04 to 2020-10-05 (The Times), 2020-10-04 (The Post).",),
        id="the day",
    ),
]


@pytest.mark.parametrize(("first", "second", "sentences"), DIFFERENCES)
def test_differences_in_plain_sentences(
    first: dict[str, object], second: dict[str, object], sentences: tuple[str, ...]
) -> None:
    assert summary(report("a-1", **first), report("b-1", **second)).differences == sentences


def test_one_article_does_not_differ_from_itself() -> None:
    assert summary(report("a-1", killed=1), report("a-2", killed=2)).differences == ()


def test_a_report_without_a_side_is_not_listed_among_those_on_who_acted() -> None:
    found = summary(report("a-1"), report("b-1", sources="NKR", targets="AZE"), report("b-2", sources=""))

    assert found.differences == (
        "Reports differ on who acted: AZE against NKR (The Times), NKR against AZE (The Post).",
    )
