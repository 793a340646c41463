"""Dates with their days: what changes with the article's own day, and which articles tell history."""

from __future__ import annotations

from datetime import date

import pytest
from made_documents import document, published_on

import contactline
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


TEN_YEARS = " ".join(f"In {year} the border moved again." for year in range(1920, 1930))
HISTORY = " ".join(f"In {year} the border moved again." for year in range(1920, 1932))


@pytest.mark.parametrize(
    ("text", "anchor", "history"),
    [
        pytest.param(HISTORY, MONDAY, True, id="many years that are over"),
        pytest.param("The war began on 3 May 1921. It ended in 1922.", MONDAY, True, id="all long ago"),
        pytest.param("The war of 1921 ended.", MONDAY, False, id="too few years"),
        pytest.param("On 3 June a war of 1921 was told of in 1925.", MONDAY, False, id="opens without a year"),
        pytest.param("The war of 1921 to 1922 is told this year.", MONDAY, False, id="counts from its own day"),
        pytest.param("The war of 2021 to 2029 ended.", MONDAY, False, id="a year shortly before its own"),
        pytest.param("In 1921 and 1922 a war was fought. On May 11 he told of it.", MONDAY, False, id="own days"),
        pytest.param(HISTORY, date(1925, 1, 1), False, id="years that are not over"),
        pytest.param(HISTORY + " He said so on Monday. They left yesterday.", MONDAY, False, id="its own week"),
        pytest.param(HISTORY * 2 + " He said so on Monday.", MONDAY, True, id="one weekday in a long history"),
        pytest.param(HISTORY + " On May 10 he told so.", MONDAY, True, id="one day of its own in a long history"),
        pytest.param(TEN_YEARS + " On May 10 he told so.", MONDAY, False, id="one day of its own in ten years"),
        pytest.param("They left in June.", None, True, id="without a day there is nothing else to count from"),
        pytest.param("They left yesterday.", None, False, id="counts from its own day, which is not known"),
        pytest.param("A truce was signed last week.", None, False, id="last week counts from its own day"),
        pytest.param("", None, True, id="no text and no day"),
        pytest.param("", MONDAY, False, id="no text"),
    ],
)
def test_history_or_news(text: str, anchor: date | None, history: bool) -> None:
    assert resolution.is_history(expressions.find_in(text, LEXICON), anchor) is history


@pytest.mark.parametrize(
    ("text", "values"),
    [
        pytest.param(
            "The siege lasted until the town fell in January 1925.\nBy early July the valley was cut off. "
            "In August 1924 the governor gave up.",
            ["1925-01", "1924-07", "1924-08"],
            id="behind the end of a siege",
        ),
        pytest.param(
            "In June 1931 a statue was put up there.\nThe last garrison left on 15 April, and on 22 May 1922 "
            "a council took over.",
            ["1931-06", "1922-04-15", "1922-05-22"],
            id="behind what came of it long after",
        ),
        pytest.param(
            "On 3 November 1921 the assembly voted.\nIn May the prince went abroad.\nIn July 1922 he came home.",
            ["1921-11-03", "1922-05", "1922-07"],
            id="from one year into the next",
        ),
        pytest.param(
            "It was renewed in December 1925.\nAt the end of March soldiers went in; they were out again by "
            "11 April 1925.",
            ["1925-12", "1925-03", "1925-04-11"],
            id="back to the beginning of the year",
        ),
        pytest.param(
            "The army was beaten in March 1929. In June it met again. In May 1920 it had been founded.",
            ["1929-03", "1929-06", "1920-05"],
            id="in one paragraph the dates go on",
        ),
        pytest.param(
            "The army was beaten in March 1929.\nIn June it met again.",
            ["1929-03", "1929-06"],
            id="nothing is written out behind it",
        ),
    ],
)
def test_a_history_goes_towards_the_next_date_that_it_writes_out(text: str, values: list[str]) -> None:
    assert [row[1] for row in rows(f"{HISTORY}\n{text}", published_on(MONDAY))][12:] == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        pytest.param(
            "In May 1929 he came. The fort had ten guns in March, and by November it had forty. In April it was sold.",
            ["1929-05", "1929-03", "1929-11", "1929-04"],
            id="by November, and back",
        ),
        pytest.param(
            "In May 1929 he left. Talks opened in August and lasted until February. In March they were taken up again.",
            ["1929-05", "1929-08", "1930-02", "1930-03"],
            id="until February, and on",
        ),
        pytest.param(
            "In May 1929 he left. From two ships in October the fleet grew to nine by the end of July.",
            ["1929-05", "1929-10", "1930-07"],
            id="by the end of July",
        ),
        pytest.param(
            "In December 1928 he left. The army was 300 strong in February, 900 by mid-June and 1,500 by late "
            "November, till it was sent home on 3 January.",
            ["1928-12", "1929-02", "1929-06", "1929-11", "1930-01-03"],
            id="one after the other",
        ),
        pytest.param(
            "In March 1929 the town, which had been taken by January, was given back.",
            ["1929-03", "1929-01"],
            id="what had been before",
        ),
        pytest.param(
            "In March 1927 the fort had ten guns. In 1929 it had twenty, and by December forty.",
            ["1927-03", "1929", "1929-12"],
            id="by the December of a year",
        ),
        pytest.param(
            "In March 1929 the fort had ten guns. By January no gun was left.",
            ["1929-03", "1929-01"],
            id="another sentence",
        ),
    ],
)
def test_a_sentence_goes_on_to_what_it_reaches(text: str, values: list[str]) -> None:
    assert [row[1] for row in rows(f"{HISTORY}\n{text}", published_on(MONDAY))][12:] == values


@pytest.mark.parametrize(
    "clause",
    [
        "the day following saw the surrender of the tower",
        "the day after brought a surrender",
        "the day following was quiet",
        "the day after had no surrender",
        "the day following would decide it",
        "on the day after, and no earlier, he surrendered",
    ],
)
def test_the_day_following_goes_on_from_the_last_day(clause: str) -> None:
    text = f"The fort surrendered on 9 May 1929. On 20 May a truce was made; {clause}. On the next day he left."

    assert [row[1] for row in rows(f"{HISTORY}\n{text}", published_on(MONDAY))][12:] == [
        "1929-05-09",
        "1929-05-20",
        "1929-05-21",
        "1929-05-22",
    ]


def test_news_does_not_look_ahead() -> None:
    text = "In March 2029 he left.\nOn 15 April he came home. On 22 May 2022 he had been elected."

    assert [row[1] for row in rows(text, published_on(MONDAY))] == ["2029-03", "2031-04-15", "2022-05-22"]


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


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("The town was held by Armenia since 1994. Fighting flared up on September 27.", ["1994", ""]),
        ("War broke out on 27 September 2020. A truce signed last week ended it.", ["2020-09-27", ""]),
        ("In 1994 the war ended. On May 12 they signed a truce.", ["1994", "1994-05-12"]),
    ],
)
def test_what_counts_from_an_unknown_day_has_no_value(text: str, values: list[str]) -> None:
    found = contactline.code("Armenia and Azerbaijan. " + text).timexes
    assert [timex.value for timex in found if timex.kind == "date"] == values
