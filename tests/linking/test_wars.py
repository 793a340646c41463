"""Which war of the chronology a report tells, as a whole or that it broke out."""

from __future__ import annotations

from datetime import date

import pytest
from made_reports import BOTH, NOBODY, NOVEMBER, UNDATED, days, landmark_of, words

FIRST_WAR, WAR_2020 = "19880220_first_war", "20200927_war44"

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
        UNDATED | words("new clashes", "He blamed the other side for the new clashes."),
        NOVEMBER,
        None,
        id="clashes after a pause",
    ),
    pytest.param(
        UNDATED | words("latest hostilities", "The latest hostilities have no end in sight."),
        NOVEMBER,
        (WAR_2020, "war"),
        id="the latest hostilities",
    ),
    pytest.param(
        UNDATED | words("war", "The hills were the scene of a war in the 90s."),
        NOVEMBER,
        None,
        id="a decade beside it that is long past",
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
        days("2020-09-27", "2020-11-10") | words("war", "The war was planned.") | {"status": "planned"},
        NOVEMBER,
        None,
        id="what has not happened",
    ),
    pytest.param(
        UNDATED | words("died", "Some 220 servicemen have died in the clashes, officials said."),
        date(2020, 10, 5),
        (WAR_2020, "war"),
        id="the dead until now, without a day",
    ),
    pytest.param(
        UNDATED | words("killed", "Two soldiers were killed in a clash."),
        date(2020, 10, 5),
        None,
        id="the dead of one clash, without a day",
    ),
    pytest.param(
        days("2020-09-27", "2020-10-03") | words("killed", "Another 30 people were killed today in the fighting."),
        date(2020, 10, 3),
        None,
        id="one day of which only the week is known",
    ),
    pytest.param(
        UNDATED
        | words("killed", "Fighting in the region killed 30,000 people, and it never ended.")
        | NOBODY
        | {"killed": 30_000},
        date(2020, 10, 5),
        (FIRST_WAR, "war"),
        id="more dead than a war of weeks costs",
    ),
    pytest.param(
        days("1990-01-01", "1999-12-31", "range")
        | words("claimed", "The renewed fighting claimed 900 lives.")
        | {"killed": 900, "date_basis": "text"},
        date(2020, 10, 22),
        (WAR_2020, "war"),
        id="the war of the article's own time, beside the years of another",
    ),
    pytest.param(
        days("2020-09-27", precision="day")
        | words("attack", "Clashes broke out on Sunday with an attack on the line.")
        | {"sources": "AZE", "targets": "NKR"},
        date(2020, 9, 28),
        (WAR_2020, "outbreak"),
        id="one side's attack with which it broke out",
    ),
    pytest.param(
        UNDATED | words("war", "After the collapse of the Soviet Union a war broke out between the two."),
        date(2020, 12, 7),
        (FIRST_WAR, "war"),
        id="a war beside a landmark of its time",
    ),
    pytest.param(
        UNDATED | words("fighting", "The fighting was the worst since 1994."),
        date(2020, 10, 5),
        None,
        id="a sentence that names another war's year",
    ),
    pytest.param(
        UNDATED | words("clashes", "Police detained dozens after clashes with protesters."),
        NOVEMBER,
        None,
        id="clashes with the police",
    ),
    pytest.param(
        days("1994-01-01", "1994-12-31", "year")
        | words("ended", "It has been held by others since a war there ended in 1994.")
        | {"type": "RETREAT", "mode": "ceasefire"},
        NOVEMBER,
        (FIRST_WAR, "war"),
        id="a war that ended, no accord",
    ),
    pytest.param(
        days("1990-01-01", "1999-12-31")
        | words("claimed", "It broke away in a 1990s war that claimed many lives.")
        | {"place_id": "baku"},
        NOVEMBER,
        (FIRST_WAR, "war"),
        id="a town does not narrow what took years",
    ),
    pytest.param(
        days("2020-09-28", "2020-10-04") | words("erupted", "Fighting erupted last week between the two armies."),
        date(2020, 10, 6),
        (WAR_2020, "outbreak"),
        id="a week that begins a day late",
    ),
    pytest.param(
        days("2020-09-27", precision="day")
        | words("killed", "It erupted on 27 September and has so far killed more than 700.")
        | {"killed": 700},
        date(2020, 10, 17),
        (WAR_2020, "war"),
        id="the dead since its first day",
    ),
    pytest.param(
        days("2016-04-02", precision="day") | words("fighting", "New fighting broke out on Saturday."),
        date(2016, 4, 2),
        ("20160402_four_day_war", "war"),
        id="a war of days has no outbreak of its own",
    ),
]


@pytest.mark.parametrize(("facts", "published", "expected"), CASES)
def test_a_report_tells_a_war(facts: dict[str, object], published: date, expected: tuple[str, str] | None) -> None:
    assert landmark_of({**BOTH, **facts}, published) == expected
