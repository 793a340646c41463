"""Which landmark of the chronology a report tells."""

from __future__ import annotations

from datetime import date

import pytest
from made_reports import report

from contactline.lexicon import load
from contactline.linking import Publication, landmarks

LEXICON = load()
FIRST_WAR, WAR_2020 = "19880220_first_war", "20200927_war44"
BOTH = {"sources": "ARM AZE", "targets": "ARM AZE"}


def days(first: str, last: str = "", precision: str = "range") -> dict[str, object]:
    return {"start": date.fromisoformat(first), "end": date.fromisoformat(last or first), "precision": precision}


def words(trigger: str, sentence: str) -> dict[str, object]:
    return {"trigger": trigger, "words": sentence[sentence.index(trigger) :], "sentence": sentence}


UNDATED: dict[str, object] = {"start": None, "end": None, "precision": "unknown"}
NOVEMBER = date(2020, 11, 13)

CASES = [
    pytest.param(
        days("1990-01-01", "1999-12-31") | words("war", "They had lost it in the war of the 1990s."),
        NOVEMBER,
        (FIRST_WAR, "war"),
        id="a decade that holds most of the war",
    ),
    pytest.param(
        days("1994-01-01", "1994-12-31", "year") | words("war", "The war ended in 1994."),
        NOVEMBER,
        (FIRST_WAR, "war"),
        id="its last year, not the offensive within it",
    ),
    pytest.param(
        days("1988-01-01", "1988-12-31", "year") | words("fighting", "The fighting broke out in 1988."),
        NOVEMBER,
        (FIRST_WAR, "outbreak"),
        id="the year in which it broke out",
    ),
    pytest.param(
        days("2020-09-27", "2020-10-16") | words("killed", "Since 27 September 700 have been killed."),
        date(2020, 10, 16),
        (WAR_2020, "war"),
        id="the dead of the war so far",
    ),
    pytest.param(
        days("2020-09-21", "2020-09-30") | words("clashes", "New clashes erupted in late September."),
        NOVEMBER,
        (WAR_2020, "outbreak"),
        id="the days in which it broke out",
    ),
    pytest.param(
        days("2020-09-27", precision="day") | words("fighting", "There was fighting on Sunday."),
        date(2020, 9, 28),
        (WAR_2020, "outbreak"),
        id="fighting of both sides on the first day",
    ),
    pytest.param(
        days("2020-09-27", precision="day")
        | words("shelled", "Artillery shelled the town on Sunday.")
        | {"sources": "AZE", "targets": "NKR"},
        date(2020, 9, 28),
        None,
        id="one side's attack on the first day",
    ),
    pytest.param(
        UNDATED | words("fighting", "After six weeks of fighting the guns are silent."),
        NOVEMBER,
        (WAR_2020, "war"),
        id="weeks of fighting, told just afterwards",
    ),
    pytest.param(
        UNDATED | words("fighting", "After six weeks of fighting the guns are silent."),
        date(2022, 5, 1),
        None,
        id="weeks of fighting, told long afterwards",
    ),
    pytest.param(
        days("1994-05-12", "2020-11-13") | words("conflict", "The conflict has been frozen for long."),
        NOVEMBER,
        None,
        id="a span that goes on long after the war",
    ),
    pytest.param(
        days("2020-10-05", "2020-10-06") | words("fighting", "The fighting went on for two days."),
        date(2020, 10, 7),
        None,
        id="two days of it",
    ),
    pytest.param(
        days("2020-09-27", "2020-11-10") | words("war", "In the war Barda was hit.") | {"place_id": "barda"},
        NOVEMBER,
        None,
        id="at one town",
    ),
    pytest.param(
        days("2020-01-01", "2020-12-31", "year")
        | words("war", "The war of 2020 was long.")
        | {"sources": "RUS UKR", "targets": "RUS UKR"},
        NOVEMBER,
        None,
        id="a war of others",
    ),
    pytest.param(
        days("2020-01-01", "2020-12-31", "year")
        | words("reached", "They reached a ceasefire in 2020.")
        | {"type": "CONCEDE", "mode": "ceasefire"},
        date(2022, 10, 31),
        ("20201110_ceasefire10", "accord"),
        id="the most important ceasefire of a year",
    ),
    pytest.param(
        days("2020-10-10", precision="day")
        | words("agreed", "The two agreed on a ceasefire on Saturday.")
        | {"type": "CONCEDE", "mode": "ceasefire"},
        date(2020, 10, 12),
        ("20201010_truce1", "accord"),
        id="a ceasefire by its day",
    ),
    pytest.param(
        UNDATED
        | words("signed", "The deal was signed by both.")
        | {"type": "SUPPORT", "words": "signed a ceasefire"},
        NOVEMBER,
        ("20201110_ceasefire10", "accord"),
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
        days("2020-09-27", "2020-11-10") | words("war", "The war was planned.") | {"status": "planned"},
        NOVEMBER,
        None,
        id="what has not happened",
    ),
]


@pytest.mark.parametrize(("facts", "published", "expected"), CASES)
def test_a_report_tells_a_landmark(
    facts: dict[str, object], published: date, expected: tuple[str, str] | None
) -> None:
    publication = Publication("The Times", first=published, last=published)

    found = landmarks.match(report("a-1", **{**BOTH, **facts}), publication, LEXICON)

    assert (found and (found.landmark.landmark_id, found.part)) == expected
