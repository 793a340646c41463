"""Two dates that are the ends of one range, or of which one has its year from the other."""

from __future__ import annotations

import pytest
from made_expressions import date, said

from contactline.dates.expressions import find_in
from contactline.lexicon import load


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("He was there from June 2020 to May 2021.", "from June 2020 to May 2021", id="from, to"),
        pytest.param("between Monday and Friday", "between Monday and Friday", id="between, and"),
        pytest.param("on the night of Monday to Tuesday", "night of Monday to Tuesday", id="night of, to"),
        pytest.param("since Monday until Friday", "since Monday until Friday", id="since, until"),
        pytest.param("June 2020 – May 2021", "June 2020 – May 2021", id="two dates and a dash"),
        pytest.param("3 June to 5 July 2020", "3 June to 5 July 2020", id="two dates and to"),
    ],
)
def test_a_range(text: str, words: str) -> None:
    found = find_in(text, load())

    assert [(e.group, text[slice(*e.words)]) for e in found] == [(1, words), (1, words)]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("June 2020 and May 2021", id="and without between"),
        pytest.param("yesterday to today", id="relative dates without from"),
        pytest.param("from June 2020, he said, to May 2021", id="too far apart"),
        pytest.param("between June 2020 - May 2021, and", id="between takes and"),
    ],
)
def test_no_range(text: str) -> None:
    assert [e.group for e in find_in(text, load())] == [0, 0]


def test_each_range_has_a_number_of_its_own() -> None:
    text = "between Monday and Friday, then on 3-5 May, in June, from July to August"

    assert [e.group for e in find_in(text, load())] == [3, 3, 1, 1, 0, 2, 2]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("in May and in June 2020", [date(year=2020, month=5), date(year=2020, month=6)], id="year"),
        pytest.param(
            "in December and in June 2020", [date(year=2019, month=12), date(year=2020, month=6)], id="year before"
        ),
        pytest.param(
            "in March, May and June 2020", [date(year=2020, month=n) for n in (3, 5, 6)], id="year of a list"
        ),
        pytest.param(
            "in March, he said, and in June 2020", [date(month=3), date(year=2020, month=6)], id="no list"
        ),
        pytest.param(
            "on the 3rd and on 5 June 2020",
            [date(year=2020, month=6, day=3), date(year=2020, month=6, day=5)],
            id="month and year",
        ),
        pytest.param(
            "in May and in June last year",
            [
                date(month=5, year_offset=-1, year_anchor="article"),
                date(month=6, year_offset=-1, year_anchor="article"),
            ],
            id="year by reference",
        ),
        pytest.param(
            "last year, in October",
            [
                {"form": "shift", "unit": "year", "offset": -1, "anchor": "article"},
                date(month=10, year_offset=-1, year_anchor="article"),
            ],
            id="year before the month",
        ),
        pytest.param(
            "In 2019, in October", [date(year=2019), date(year=2019, month=10)], id="a written year before"
        ),
        pytest.param(
            "from August 2019 to March",
            [date(year=2019, month=8, group=1), date(year=2020, month=3, group=1)],
            id="year of the start, turned over",
        ),
        pytest.param(
            "from 3 March last year to 5 May",
            [
                date(month=3, day=3, year_offset=-1, year_anchor="article", group=1),
                date(month=5, day=5, year_offset=-1, year_anchor="article", group=1),
            ],
            id="year of the start by reference",
        ),
        pytest.param("in 2019 and in June 2020", [date(year=2019), date(year=2020, month=6)], id="its own year"),
        pytest.param("on Monday and on 5 June", [date(weekday=0), date(month=6, day=5)], id="nothing to take"),
    ],
)
def test_years_taken_from_the_other_date(text: str, expected: list[dict[str, object]]) -> None:
    assert said(text) == expected
