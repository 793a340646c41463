"""Dates with their days: what changes with the article's own day, and which articles tell history."""

from __future__ import annotations

from datetime import date

import pytest
from made_documents import document, published_on

from contactline import dates
from contactline.dates import expressions, resolution
from contactline.lexicon import load
from contactline.records import Interval, Published

LEXICON = load()

MONDAY = date(2031, 5, 12)
Row = tuple[str, str, str, str, str]


def rows(text: str, published: Published) -> list[Row]:
    """(words, value, first day, last day, basis)"""
    made = document(text)
    return [
        (t.text, t.value, str(t.interval.start or ""), str(t.interval.end or ""), t.basis)
        for t in resolution.resolve(dates.find(made, LEXICON), made, published, LEXICON)
    ]


def within(first: date, last: date) -> Published:
    return Published(None, Interval(first, last, "range"), "inferred", "made")


WHOLE = ("3 June 2030", "2030-06-03", "2030-06-03", "2030-06-03", "explicit")


@pytest.mark.parametrize(
    ("published", "expected"),
    [
        pytest.param(
            published_on(MONDAY),
            [WHOLE, ("yesterday", "2031-05-11", "2031-05-11", "2031-05-11", "article")],
            id="known: the anchor",
        ),
        pytest.param(published_on(None), [WHOLE, ("yesterday", "", "", "", "unknown")], id="unknown"),
        pytest.param(
            within(MONDAY, date(2031, 5, 14)),
            [WHOLE, ("yesterday", "", "2031-05-11", "2031-05-13", "article")],
            id="a short interval: a range of all the days that it may be",
        ),
        pytest.param(
            within(MONDAY, date(2031, 7, 1)), [WHOLE, ("yesterday", "", "", "", "unknown")], id="a long interval"
        ),
    ],
)
def test_the_articles_day(published: Published, expected: list[Row]) -> None:
    assert rows("It was signed on 3 June 2030. He left yesterday.", published) == expected


def test_what_agrees_at_both_ends_of_the_interval_is_kept() -> None:
    found = rows("He left last month.", within(MONDAY, date(2031, 5, 30)))

    assert found == [("last month", "2031-04", "2031-04-01", "2031-04-30", "article")]


@pytest.mark.parametrize(
    ("text", "values", "interval"),
    [
        ("from 3 to 5 May 2031", ["2031-05-03", "2031-05-05"], (date(2031, 5, 3), date(2031, 5, 5))),
        ("between 2029 and 2030", ["2029", "2030"], (date(2029, 1, 1), date(2030, 12, 31))),
        ("from June 2030 to May 2031", ["2030-06", "2031-05"], (date(2030, 6, 1), date(2031, 5, 31))),
        ("from last Friday to Sunday", ["2031-05-09", "2031-05-11"], (date(2031, 5, 9), date(2031, 5, 11))),
        ("from next Friday to Sunday", ["2031-05-16", "2031-05-18"], (date(2031, 5, 16), date(2031, 5, 18))),
        # said on a Monday: the Saturday before the last Tuesday
        ("from Saturday to Tuesday", ["2031-05-03", "2031-05-06"], (date(2031, 5, 3), date(2031, 5, 6))),
    ],
)
def test_both_ends_of_a_range_get_the_whole_of_it(
    text: str, values: list[str], interval: tuple[date, date]
) -> None:
    made = document(f"It went on {text}.")
    found = resolution.resolve(dates.find(made, LEXICON), made, published_on(MONDAY), LEXICON)

    assert [t.value for t in found] == values
    assert {(t.interval.start, t.interval.end) for t in found} == {interval}


def test_an_article_without_dates_has_none() -> None:
    assert rows("Nothing of note.", published_on(MONDAY)) == []


HISTORY = " ".join(f"In {year} the border moved again." for year in range(1920, 1932))


@pytest.mark.parametrize(
    ("text", "anchor", "history"),
    [
        pytest.param(HISTORY, MONDAY, True, id="many years that are over"),
        pytest.param("In 1920 the border moved. In 1925 it moved again.", MONDAY, False, id="too few years"),
        pytest.param(HISTORY, date(1925, 1, 1), False, id="years that are not over"),
        pytest.param(HISTORY + " He said so on Monday. They left yesterday.", MONDAY, False, id="its own week"),
        pytest.param(HISTORY * 2 + " He said so on Monday.", MONDAY, True, id="one weekday in a long history"),
        pytest.param("They left yesterday.", None, True, id="without a day there is nothing else to count from"),
        pytest.param("", None, True, id="no text and no day"),
        pytest.param("", MONDAY, False, id="no text"),
    ],
)
def test_history_or_news(text: str, anchor: date | None, history: bool) -> None:
    assert resolution.is_history(expressions.find_in(text, LEXICON), anchor) is history


@pytest.mark.parametrize(
    ("text", "day_first"),
    [
        pytest.param("on 20/9/2031 and 4/5/2031", True, id="a pair with the day first"),
        pytest.param("on 9/20/2031 and 4/5/2031", False, id="a pair with the month first"),
        pytest.param("on 9/20/2031, 20 May, 21 May and 22 June", False, id="a pair outweighs words"),
        pytest.param("on 4/5/2031 and 20 May", True, id="words with the day first"),
        pytest.param("on 4/5/2031 and May 20", False, id="words with the month first"),
        pytest.param("on 4/5/2031, May 20, 21 June and 22 July", True, id="most words with the day first"),
        pytest.param("on 4/5/2031", True, id="nothing that decides"),
        pytest.param("", True, id="no dates"),
    ],
)
def test_whether_an_article_writes_the_day_first(text: str, day_first: bool) -> None:
    assert resolution.is_day_first(expressions.find_in(text, LEXICON)) is day_first


def test_the_articles_order_decides_what_can_be_read_both_ways() -> None:
    assert [row[1] for row in rows("He came on May 20, and on 4/5/2031 he left.", published_on(MONDAY))] == [
        "2031-05-20",
        "2031-04-05",
    ]
