"""Words for people: no date is said more exactly than it is known."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest

from contactline.lexicon import load
from contactline.lexicon.schema import PARTIES
from contactline.views import labels
from contactline.views.words import count

LEXICON = load()


@pytest.mark.parametrize(
    ("start", "end", "precision", "expected"),
    [
        ("2023-09-20", "2023-09-20", "day", "20 Sep 2023"),
        ("2023-09-01", "2023-09-30", "month", "Sep 2023, day not known"),
        ("1994-01-01", "1994-12-31", "year", "1994, day not known"),
        ("2022-09-01", "2022-11-30", "season", "autumn 2022, day not known"),
        ("2022-12-01", "2023-02-28", "season", "winter 2022/23, day not known"),
        ("2020-09-28", "2020-10-04", "week", "week of 28 Sep – 4 Oct 2020"),
        ("2020-09-28", "2020-09-29", "week", "28–29 Sep 2020, day not known"),
        ("2022-09-11", "2022-09-20", "range", "11–20 Sep 2022, day not known"),
        ("2022-07-01", "2022-09-30", "range", "1 Jul – 30 Sep 2022, day not known"),
        ("2020-01-01", "2022-12-31", "range", "2020–2022, day not known"),
        ("2020-11-09", "2021-01-02", "range", "9 Nov 2020 – 2 Jan 2021, day not known"),
        ("2020-09-27", None, "range", "not before 27 Sep 2020"),
        ("2020-09-27", pd.NaT, "range", "not before 27 Sep 2020"),
        (None, "1992-12-31", "range", "not after 31 Dec 1992"),
        (None, None, "unknown", "date not known"),
        (pd.NaT, pd.NaT, "unknown", "date not known"),
    ],
)
def test_when(start: Any, end: Any, precision: str, expected: str) -> None:
    assert labels.when(start, end, precision) == expected


@pytest.mark.parametrize(
    ("start", "end", "precision", "expected"),
    [
        ("2023-09-20", "2023-09-20", "day", "2023-09-20"),
        ("2023-09-01", "2023-09-30", "month", "2023-09"),
        ("1994-01-01", "1994-12-31", "year", "1994"),
        ("2020-01-01", "2022-12-31", "range", "2020/2022"),
        ("2022-12-01", "2023-02-28", "season", "2022-12-01/2023-02-28"),
        ("2020-09-28", "2020-10-04", "week", "2020-09-28/10-04"),
        ("2022-09-11", "2022-09-20", "range", "2022-09-11/20"),
        ("2020-09-27", pd.NaT, "range", "2020-09-27/.."),
        (None, None, "unknown", ""),
    ],
)
def test_dates_that_sort_as_text(start: Any, end: Any, precision: str, expected: str) -> None:
    assert labels.sortable(start, end, precision) == expected


def told(**figures: Any) -> dict[str, Any]:
    """A row of events with a toll of nobody, but for what ``figures`` say."""
    numbers = ["killed", "injured"]
    numbers += [
        f"{what}_{end}" for what in (*numbers, "captured", "handed_over", "held") for end in ("low", "high")
    ]
    untold = dict.fromkeys(numbers, pd.NA)
    return untold | {"killed_kind": "", "injured_kind": "", "toll_of": ""} | figures


FIVE = {"killed": 5, "killed_low": 5, "killed_kind": "increment"}


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (told(), ""),
        (told(toll_of="soldiers"), ""),
        (told(**FIVE, killed_high=5), "5 killed"),
        (told(killed=0, killed_low=0, killed_high=0), "0 killed"),
        (told(**FIVE), "at least 5 killed"),
        (told(killed=30, killed_high=30), "up to 30 killed"),
        (told(injured=1200), "about 1,200 injured"),
        (told(killed=19, killed_low=19, killed_high=21), "19 to 21 killed"),
        (told(**FIVE, killed_high=5, injured=2, injured_low=2, injured_high=2), "5 killed, 2 injured"),
        (told(captured_low=4, captured_high=4, toll_of="soldiers"), "4 captured (soldiers)"),
        (told(handed_over_high=15, toll_of="prisoners;ARM"), "up to 15 handed over (prisoners of Armenia)"),
        (
            told(**{**FIVE, "killed_kind": "total"}, toll_of="soldiers;civilians;ARM"),
            "at least 5 killed (running total, soldiers and civilians of Armenia)",
        ),
        (told(**FIVE, toll_of="ARM;XXX"), "at least 5 killed (of Armenia and XXX)"),
    ],
)
def test_tolls(row: dict[str, Any], expected: str) -> None:
    assert labels.toll(row, {"ARM": "Armenia"}) == expected


@pytest.mark.parametrize(
    ("long", "short"), [(labels.STATUSES, labels.STATUSES_SHORT), (labels.BASES, labels.BASES_SHORT)]
)
def test_what_has_long_words_has_short_ones(long: dict[str, str], short: dict[str, str]) -> None:
    assert list(short) == list(long)


@pytest.mark.parametrize(
    ("words", "expected"), [([], ""), (["a"], "a"), (["a", "b"], "a or b"), (["a", "b", "c"], "a, b or c")]
)
def test_either(words: list[str], expected: str) -> None:
    assert labels.either(words) == expected


@pytest.mark.parametrize(
    ("words", "expected"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_together(words: list[str], expected: str) -> None:
    assert labels.together(words) == expected


@pytest.mark.parametrize(("number", "expected"), [(0, "0 events"), (1, "1 event"), (1234, "1,234 events")])
def test_count(number: int, expected: str) -> None:
    assert count(number, "event") == expected


@pytest.mark.parametrize(
    ("code", "expected"), [("RUS", "Russia"), ("NKR", "Nagorno-Karabakh Armenians"), ("XQZ", "XQZ")]
)
def test_side(code: str, expected: str) -> None:
    assert labels.side(code, LEXICON) == expected


def test_every_type_has_a_class_and_every_kind_a_label() -> None:
    quads = labels.type_quads(LEXICON)

    assert set(quads.values()) == set(labels.QUADS)
    assert len(quads) == 16
    assert {kind.partition("-")[0] for kind in labels.kinds(LEXICON)} == set(quads)
    assert all(labels.kinds(LEXICON).values())


def test_every_party_that_is_no_country_has_a_name() -> None:
    assert set(PARTIES) - set(labels.PARTIES) == set()


def test_the_day_of_a_report_is_told_as_one() -> None:
    day, month = ("2020-10-28", "2020-10-28", "day"), ("2020-10-01", "2020-10-31", "month")

    assert [labels.when(*days, "article") for days in (day, month, (None, None, "unknown"))] == [
        "reported 28 Oct 2020",
        "reported Oct 2020, day not known",
        "date not known",
    ]
    assert [labels.sortable(*days, "article") for days in (day, month, (None, None, "unknown"))] == [
        "2020-10-28 reported",
        "2020-10 reported",
        "",
    ]
    assert labels.when(*day, "clause") == "28 Oct 2020"


@pytest.mark.parametrize(
    ("start", "end", "precision", "basis", "expected"),
    [
        pytest.param("2031-05-12", "2031-05-12", "day", "", "12 May 2031", id="a day"),
        pytest.param("2031-05-01", "2031-05-31", "month", "", "May 2031", id="a month"),
        pytest.param("2031-01-01", "2031-12-31", "year", "", "2031", id="a year"),
        pytest.param("2031-01-01", "2032-12-31", "range", "", "2031–2032", id="years"),
        pytest.param("2031-05-12", "2031-05-20", "range", "", "12–20 May 2031", id="days of a month"),
        pytest.param("2031-05-28", "2031-06-03", "week", "", "28 May – 3 Jun 2031", id="days of two months"),
        pytest.param("2030-12-28", "2031-01-03", "week", "", "28 Dec 2030 – 3 Jan 2031", id="days of two years"),
        pytest.param("2031-05-12", None, "range", "", "not before 12 May 2031", id="no end"),
        pytest.param(None, "2031-05-12", "range", "", "not after 12 May 2031", id="no beginning"),
        pytest.param("2031-05-12", "2031-05-12", "day", "article", "reported 12 May 2031", id="the article's day"),
        pytest.param(None, None, "unknown", "", "", id="none"),
    ],
)
def test_a_date_that_sorts_is_listed_in_words(
    start: str | None, end: str | None, precision: str, basis: str, expected: str
) -> None:
    assert labels.listed(labels.sortable(start, end, precision, basis)) == expected


@pytest.mark.parametrize("words", ["date not known", "2031 was a long year", "12 people"])
def test_what_is_no_date_is_listed_as_it_is(words: str) -> None:
    assert labels.listed(words) == words
