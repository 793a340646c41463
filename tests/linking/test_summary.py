"""What the reports of an incident say together, and where they differ."""

from __future__ import annotations

from datetime import date

import pytest
from made_reports import DAY, REFERENCE, report

from contactline.linking.differences import Difference
from contactline.linking.losses import Bounds
from contactline.linking.reports import Report
from contactline.linking.summary import Incident, summarize


def summary(*reports: Report) -> Incident:
    return summarize(reports, REFERENCE)


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


def test_an_incident_sums_up_its_reports_and_a_near_duplicate_with_numbers_of_its_own() -> None:
    found = summary(
        report("a-1", killed=5, injured=1, place_id="ganja", mode="aerial"),
        report("b-1", killed=2, place_id="karabakh", status="claimed", speakers="AZE"),
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
        killed=Bounds(2, 50, 50),
        injured=Bounds(1, 1, 1),
        captured=Bounds(),
        handed_over=Bounds(),
        held=Bounds(),
        told_by="one side and third parties",
        tellers=("AZE", "GBR"),
        claimed_by=("AZE",),
        denied_by=(),
        differences=(
            Difference(
                "toll",
                "Killed: 50 according to Copy, 5 according to The Times, 2 according to Azerbaijan (in The Post).",
                "c-1",
                "a-1",
            ),
        ),
    )


def test_a_near_duplicate_with_the_same_numbers_is_no_report_of_its_own() -> None:
    found = summary(report("a-1", killed=5), report("b-1", killed=6), report("c-1", killed=5))

    assert (found.killed, found.publishers, found.articles) == (Bounds(5, 6, 6), 2, 3)


def test_the_most_exact_report_dates_an_incident() -> None:
    month = {"start": date(2020, 10, 1), "end": date(2020, 10, 31), "precision": "month"}

    found = summary(report("a-1", **month), report("b-1"))

    assert (found.start, found.end, found.precision) == (DAY, DAY, "day")
