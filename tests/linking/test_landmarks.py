"""Which landmark of the chronology a report tells, and which report dates a war. Cases: test_wars, test_accords."""

from __future__ import annotations

from datetime import date

import pytest
from made_reports import BOTH, NOVEMBER, WAR_2020, days, landmark_of, report, words

from contactline.linking import landmarks
from contactline.linking.landmark_fit import LandmarkMatch


@pytest.mark.parametrize("status", ["planned", "denied"])
def test_what_has_not_happened_is_no_landmark(status: str) -> None:
    facts = days("2020-09-27", "2020-11-10") | words("war", "The war of 2020 was long.") | {"status": status}

    assert landmark_of({**BOTH, **facts}, NOVEMBER) is None


def test_another_act_is_no_landmark() -> None:
    facts = (
        days("2020-09-27", precision="day") | words("met", "They met as the war broke out.") | {"type": "CONSULT"}
    )

    assert landmark_of({**BOTH, **facts}, date(2020, 9, 28)) is None


def test_a_war_is_dated_by_the_report_whose_days_come_closest() -> None:
    reports = [
        report("a-1", **days("2020-01-01", "2020-12-31")),
        report("b-1", **days("2020-09-27", "2020-11-09")),
        report("c-1", **days("2020-09-27", "2020-11-10"), date_basis="text"),
    ]

    dated = [landmarks.dated_by(LandmarkMatch(WAR_2020, part), reports) for part in ("war", "outbreak")]

    assert [found and found.event_id for found in dated] == ["b-1", None]
