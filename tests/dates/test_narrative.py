"""What a text has fixed up to a place, and the year that its narrative has reached."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from contactline.dates.narrative import GivenDay, Narrative, WrittenMonth, written_months
from contactline.dates.words import Expression

TEXT = "In one year this was so. " * 40
SENTENCE = 25


def written(at: float = 0, **fields: object) -> Expression:
    """A date of these fields; ``at`` counts sentences, a fraction lies in mid-sentence."""
    start = int(SENTENCE * at)
    return Expression(start, start + 4, "date", (start, start + 4), "date", **fields)  # type: ignore[arg-type]


def narrative(*values: str) -> Narrative:
    """What a history has fixed with these dates, each written out at the beginning of a sentence."""
    found = Narrative(TEXT)
    for number, value in enumerate(values):
        year, month, day = (int(part) if part else None for part in f"{value}--".split("-")[:3])
        found = found.after(written(number, year=year, month=month, day=day), value, "explicit", True)
    return found


@pytest.mark.parametrize(
    ("fixed", "asked", "year"),
    [
        pytest.param((), {"month": 5}, None, id="nothing fixed"),
        pytest.param(("1920",), {"month": 5}, 1920, id="a year alone"),
        pytest.param(("1920-03",), {"month": 5}, 1920, id="goes on"),
        pytest.param(("1920-03",), {"month": 3}, 1920, id="the same month"),
        pytest.param(("1920-11",), {"month": 2}, 1921, id="goes on over the turn of the year"),
        pytest.param(("1920-03",), {"month": 2}, 1920, id="goes back a little"),
        pytest.param(("1920-03",), {"month": 12}, 1919, id="goes back a little over the turn of the year"),
        pytest.param(("1920-03", "1919"), {"month": 8}, 1919, id="a year named since counts"),
        pytest.param(("1920-03",), {"month": 8}, 1920, id="no year named since"),
        pytest.param(("1920-03",), {"month": 5, "relation": "next"}, 1920, id="next May behind March"),
        pytest.param(("1920-03",), {"month": 3, "relation": "next"}, 1921, id="next March behind March"),
        pytest.param(("1920-03",), {"month": 5, "relation": "last"}, 1919, id="last May behind March"),
        pytest.param(("1920-03",), {"month": 2, "relation": "last"}, 1920, id="last February behind March"),
        pytest.param(("1919-03",), {"month": 2, "day": 29}, 1920, id="a day that only some years have"),
        pytest.param(("1922-12",), {"month": 2, "day": 29}, None, id="a day that no year near has"),
    ],
)
def test_the_year_of_a_month(fixed: tuple[str, ...], asked: dict[str, object], year: int | None) -> None:
    assert narrative(*fixed).year_of(written(20, **asked)) == year


BLANK = Narrative(TEXT, last_end=4)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        pytest.param(
            "1920-03-04",
            BLANK._replace(
                value="1920-03-04",
                year=1920,
                month=(1920, 3),
                day=date(1920, 3, 4),
                course=(1920, 3),
                given_days=(GivenDay(0, 4, date(1920, 3, 4)),),
            ),
            id="a day",
        ),
        pytest.param(
            "1920-03", BLANK._replace(value="1920-03", year=1920, month=(1920, 3), course=(1920, 3)), id="a month"
        ),
        pytest.param("1920", BLANK._replace(value="1920", year=1920, named_year=1920), id="a year"),
        pytest.param("1920-FA", BLANK._replace(value="1920-FA", year=1920, course=(1920, 9)), id="a season"),
        pytest.param("1920-Q2", BLANK._replace(value="1920-Q2", year=1920, course=(1920, 4)), id="a quarter"),
        pytest.param("192X", BLANK, id="no year"),
        pytest.param("", BLANK, id="no value"),
    ],
)
def test_what_a_date_fixes(value: str, expected: Narrative) -> None:
    at = -1 if expected == BLANK else 0

    assert Narrative(TEXT).after(written(), value, "text", True) == expected._replace(last_value=value, at=at)


def fixed_by(found: Narrative) -> tuple[str, int | None, tuple[int, int] | None, date | None]:
    return found.value, found.year, found.month, found.day


@pytest.mark.parametrize(
    ("fields", "value", "basis", "history", "expected"),
    [
        pytest.param(
            {"weekday": 0},
            "2031-05-12",
            "article",
            False,
            ("2031-05-12", 1920, (1920, 3), date(2031, 5, 12)),
            id="in news a day counted from the article's fixes the day alone",
        ),
        pytest.param(
            {"weekday": 0},
            "2031-05-12",
            "article",
            True,
            ("2031-05-12", 2031, (2031, 5), date(2031, 5, 12)),
            id="in a history it fixes all",
        ),
        pytest.param(
            {"month": 5}, "2031-05", "article", False, ("1920-03", 1920, (1920, 3), None), id="a month in news"
        ),
        pytest.param(
            {}, "2031-05-12", "event", True, ("1920-03", 1920, (1920, 3), None), id="counted from an event"
        ),
        pytest.param(
            {"form": "shift", "unit": "year", "offset": -1},
            "1919",
            "text",
            True,
            ("1920-03", 1920, (1920, 3), None),
            id="a year earlier",
        ),
        pytest.param(
            {"kind": "duration"}, "", "unknown", True, ("1920-03", 1920, (1920, 3), None), id="a span of time"
        ),
    ],
)
def test_what_does_not_move_it(
    fields: dict[str, object], value: str, basis: str, history: bool, expected: tuple[object, ...]
) -> None:
    e = replace(written(1), **fields)  # type: ignore[arg-type]

    assert fixed_by(narrative("1920-03").after(e, value, basis, history)) == expected


@pytest.mark.parametrize(
    ("at", "dates", "year"),
    [
        pytest.param(1.9, ("1911-06",), 1920, id="far off in mid-sentence: an aside"),
        pytest.param(2, ("1911-06",), 1911, id="opens its sentence"),
        pytest.param(1.9, ("1921-02",), 1921, id="near the course"),
        pytest.param(1.9, ("1911-06", "1911-09"), 1911, id="an aside that goes on is none"),
    ],
)
def test_asides(at: float, dates: tuple[str, ...], year: int) -> None:
    found = narrative("1920-03")
    for value in dates:
        e = written(at, year=int(value[:4]), month=int(value[5:]))
        found = found.after(e, value, "explicit", True)

    assert found.year_of(written(20, month=5)) == year


PARAGRAPHS = "\n".join(TEXT for _ in range(3))
SECOND_PARAGRAPH = len(TEXT) / SENTENCE + 1


@pytest.mark.parametrize(
    ("fixed", "at", "coming", "asked", "year"),
    [
        pytest.param(
            "1920-03", 1, (1912, 8), {"month": 7}, 1912, id="a new paragraph goes back to what it comes to"
        ),
        pytest.param("1921-02", 1, (1920, 6), {"month": 7}, 1920, id="it takes up what an outlook had left"),
        pytest.param("1920-10", 1, (1921, 8), {"month": 5}, 1921, id="it goes on over the turn of the year"),
        pytest.param("1920-03", 1, (1921, 2), {"month": 12}, 1920, id="it passes the rest of the year"),
        pytest.param("1920-01", 1, (1916, 7), {"month": 4}, 1920, id="one leap as good as another: it goes on"),
        pytest.param("1920-05", 1, (1913, 3), {"month": 2, "day": 29}, 1920, id="a day that only some years have"),
        pytest.param("1920-03", 1, (1912, 8), {"month": 7, "relation": "next"}, 1920, id="next July"),
        pytest.param("1920-03", -10, (1912, 8), {"month": 7}, 1920, id="the same paragraph goes on"),
        pytest.param("1920-03", 62, (1912, 8), {"month": 7}, 1920, id="written out before"),
    ],
)
def test_a_new_paragraph_goes_towards_the_month_that_it_writes_out(
    fixed: str, at: int, coming: tuple[int, int], asked: dict[str, object], year: int
) -> None:
    """``at``: sentences of the asked month behind the beginning of the second paragraph."""
    found = narrative(fixed)._replace(text=PARAGRAPHS, written=(WrittenMonth(60 * SENTENCE, coming),))

    assert found.year_of(written(SECOND_PARAGRAPH + at, **asked)) == year


def test_a_month_written_out_too_far_behind_does_not_count() -> None:
    found = narrative("1920-03")._replace(text=PARAGRAPHS, written=(WrittenMonth(len(PARAGRAPHS), (1912, 8)),))

    assert found.year_of(written(SECOND_PARAGRAPH, month=7)) == 1920


def test_which_months_are_written_out() -> None:
    dates = (
        written(1, month=5, year=1912),
        written(2, month=6),
        written(3, year=1913),
        written(4, month=7, day=2, year=1914),
        written(5, month=8, year=480, era="BC"),
        replace(written(6, month=9, year=1915), kind="repeated"),
    )

    assert written_months(dates) == (
        WrittenMonth(SENTENCE, (1912, 5)),
        WrittenMonth(4 * SENTENCE, (1914, 7)),
    )


def test_only_the_last_days_are_kept() -> None:
    found = narrative(*(f"1920-03-{number:02d}" for number in range(1, 32)))

    assert [given.day.day for given in found.given_days] == list(range(2, 32))


def test_years_before_christ_last_until_the_next_date() -> None:
    ancient = narrative("1920-03").after(written(1, year=480, era="BC"), "", "explicit", True)

    assert (ancient.era, ancient.after(written(2, year=1921), "1921", "explicit", True).era) == ("BC", "")
