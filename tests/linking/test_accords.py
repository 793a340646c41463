"""Which accord of the chronology a report tells."""

from __future__ import annotations

from datetime import date

import pytest
from made_reports import BOTH, CEASEFIRE, NOVEMBER, UNDATED, days, landmark_of, words

STATEMENT = "20201109_statement9"

CASES = [
    pytest.param(
        days("2020-01-01", "2020-12-31", "year")
        | CEASEFIRE
        | words("reached", "They reached a ceasefire in 2020."),
        date(2022, 10, 31),
        (STATEMENT, "accord"),
        id="the most important ceasefire of a year",
    ),
    pytest.param(
        days("2020-10-10", precision="day")
        | CEASEFIRE
        | words("agreed", "The two agreed on a ceasefire on Saturday."),
        date(2020, 10, 12),
        ("20201010_truce1", "accord"),
        id="a ceasefire by its day",
    ),
    pytest.param(
        UNDATED
        | words("signed", "The deal was signed by both.")
        | {"type": "SUPPORT", "words": "signed a ceasefire"},
        NOVEMBER,
        (STATEMENT, "accord"),
        id="an accord without a day, told within two weeks",
    ),
    pytest.param(
        UNDATED
        | words("agreed", "Armenia agreed to cede three districts under the ceasefire.")
        | {"type": "CONCEDE"},
        NOVEMBER,
        None,
        id="what an accord provides for",
    ),
    pytest.param(
        UNDATED | CEASEFIRE | words("truce", "The region has been in limbo since a 1994 truce."),
        date(2020, 10, 6),
        ("19940512_ceasefire94", "accord"),
        id="the year beside it",
    ),
    pytest.param(
        UNDATED | CEASEFIRE | words("end", "It was calm from the end of the 2016 war until the 2020 war."),
        NOVEMBER,
        ("20160405_ceasefire16", "accord"),
        id="the year beside it, and not that of another name in the sentence",
    ),
    pytest.param(
        UNDATED | CEASEFIRE | words("ceasefire", "The exchange came a month after the ceasefire was brokered."),
        date(2020, 12, 14),
        (STATEMENT, "accord"),
        id="one that ended a war is meant for longer",
    ),
    pytest.param(
        days("2020-01-01", "2020-12-31", "year")
        | CEASEFIRE
        | words("reached", "They reached a ceasefire.")
        | {"date_basis": "text"},
        date(2022, 10, 31),
        (STATEMENT, "accord"),
        id="a year that the text has set",
    ),
    pytest.param(
        days("1990-01-01", "1999-12-31")
        | words("signed", "The agreement signed by both is enforced by troops.")
        | {"type": "SUPPORT", "date_basis": "text"},
        date(2020, 11, 11),
        (STATEMENT, "accord"),
        id="news before a decade that the text has set",
    ),
    pytest.param(
        days("2020-11-10", precision="day")
        | words("brokered", "Russia brokered a ceasefire on Tuesday.")
        | {"type": "CONSULT", "mode": "third-party", "sources": "RUS", "targets": "ARM AZE"},
        NOVEMBER,
        (STATEMENT, "accord"),
        id="its mediation",
    ),
    pytest.param(
        days("2020-11-10", precision="day") | CEASEFIRE | words("took", "The ceasefire took effect at midnight."),
        NOVEMBER,
        (STATEMENT, "accord"),
        id="its coming into force",
    ),
    pytest.param(
        days("2020-10-11", precision="day")
        | words("respect", "They said that they respect the ceasefire agreement.")
        | {"type": "SUPPORT"},
        date(2020, 10, 11),
        None,
        id="respect for it is not the accord",
    ),
]


@pytest.mark.parametrize(("facts", "published", "expected"), CASES)
def test_a_report_tells_an_accord(
    facts: dict[str, object], published: date, expected: tuple[str, str] | None
) -> None:
    assert landmark_of({**BOTH, **facts}, published) == expected
