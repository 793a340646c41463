"""The year to which a told story has come."""

from __future__ import annotations

from datetime import date

import pytest

from contactline.dates.narrative import Story
from contactline.dates.words import Expression

TEXT = "In one year this was so. " * 40


def told(at: int = 0, **fields: object) -> Expression:
    """A date of these fields; ``at`` counts sentences, a fraction stands in mid-sentence."""
    start = int(25 * at)
    return Expression(start, start + 4, "date", (start, start + 4), "date", **fields)  # type: ignore[arg-type]


def story(*values: str, basis: str = "explicit") -> Story:
    """A story that told these, each at the beginning of a sentence."""
    found = Story(TEXT)
    for number, value in enumerate(values):
        year, month, day = (int(part) if part else None for part in f"{value}--".split("-")[:3])
        found.remember(told(number, year=year, month=month, day=day), value, basis, True)
    return found


@pytest.mark.parametrize(
    ("values", "asked", "year"),
    [
        # nothing told, or only a year
        ((), {"month": 5}, None),
        (("1920",), {"month": 5}, 1920),
        # it goes on, over the turn of the year too
        (("1920-03",), {"month": 5}, 1920),
        (("1920-03",), {"month": 3}, 1920),
        (("1920-11",), {"month": 2}, 1921),
        # and may go back a little
        (("1920-03",), {"month": 2}, 1920),
        (("1920-03",), {"month": 12}, 1919),
        # a year named since counts
        (("1920-03", "1919"), {"month": 8}, 1919),
        (("1920-03",), {"month": 8}, 1920),
        # by its words
        (("1920-03",), {"month": 5, "relation": "next"}, 1920),
        (("1920-03",), {"month": 3, "relation": "next"}, 1921),
        (("1920-03",), {"month": 5, "relation": "last"}, 1919),
        (("1920-03",), {"month": 2, "relation": "last"}, 1920),
        # a day that only some years have
        (("1919-03",), {"month": 2, "day": 29}, 1920),
        (("1922-12",), {"month": 2, "day": 29}, None),
    ],
)
def test_the_year_of_a_month(values: tuple[str, ...], asked: dict[str, object], year: int | None) -> None:
    assert story(*values).year_of(told(20, **asked)) == year


def fixed(found: Story) -> tuple[str, int | None, tuple[int, int] | None, date | None]:
    return found.value, found.year, found.month, found.day


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("1920-03-04", ("1920-03-04", 1920, (1920, 3), date(1920, 3, 4))),
        ("1920-03", ("1920-03", 1920, (1920, 3), None)),
        ("1920", ("1920", 1920, None, None)),
        ("1920-FA", ("1920-FA", 1920, None, None)),
        ("1920-Q2", ("1920-Q2", 1920, None, None)),
        # what names no year fixes nothing
        ("192X", ("", None, None, None)),
        ("", ("", None, None, None)),
    ],
)
def test_what_a_date_fixes(value: str, expected: tuple) -> None:
    found = Story(TEXT)
    found.remember(told(), value, "explicit", True)

    assert fixed(found) == expected


@pytest.mark.parametrize(
    ("fields", "value", "basis", "history", "expected"),
    [
        # in the news a day counted from the article's fixes the day alone
        ({"weekday": 0}, "2031-05-12", "article", False, ("2031-05-12", 1920, (1920, 3), date(2031, 5, 12))),
        ({"weekday": 0}, "2031-05-12", "article", True, ("2031-05-12", 2031, (2031, 5), date(2031, 5, 12))),
        ({"month": 5}, "2031-05", "article", False, ("1920-03", 1920, (1920, 3), None)),
        # what hangs on an event, or looks back by years, leaves the story where it was
        ({}, "2031-05-12", "event", True, ("1920-03", 1920, (1920, 3), None)),
    ],
)
def test_what_moves_no_story(fields: dict, value: str, basis: str, history: bool, expected: tuple) -> None:
    found = story("1920-03")
    found.remember(told(1, **fields), value, basis, history)

    assert fixed(found) == expected


def test_looking_back_by_years_leaves_the_story_where_it_was() -> None:
    found = story("1920-03")
    found.remember(
        Expression(30, 40, "a year earlier", (30, 40), "shift", unit="year", offset=-1), "1919", "text", True
    )

    assert fixed(found) == ("1920-03", 1920, (1920, 3), None)


@pytest.mark.parametrize(
    ("at", "asides", "year"),
    [
        # a date in mid-sentence far off the way is an aside; one that opens its sentence carries the story along
        (1.9, ("1911-06",), 1920),
        (2, ("1911-06",), 1911),
        # near the way it is no aside, and one told twice is none either
        (1.9, ("1921-02",), 1921),
        (1.9, ("1911-06", "1911-09"), 1911),
    ],
)
def test_asides(at: float, asides: tuple[str, ...], year: int) -> None:
    found = story("1920-03")
    for value in asides:
        found.remember(told(at, year=int(value[:4]), month=int(value[5:])), value, "explicit", True)  # type: ignore[arg-type]

    assert found.year_of(told(20, month=5)) == year
