"""Written dates: whole, or completed from the article's day or from what the text has fixed.

The article's day is Monday 12 May 2031.
"""

from __future__ import annotations

import pytest
from made_dates import values


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("He left on 3 August.", ["2030-08-03"], id="the last 3 August"),
        pytest.param("He will leave on 3 August.", ["2031-08-03"], id="the next 3 August"),
        pytest.param("He left in March.", ["2031-03"], id="the last March"),
        pytest.param("He left in August.", ["2030-08"], id="the last August"),
        pytest.param("He will leave in August.", ["2031-08"], id="the next August"),
        pytest.param("He will report the April figures.", ["2031-04"], id="the month of a noun looks back"),
        pytest.param("He will amend the pact of 10 May.", ["2031-05-10"], id="a day just past, whatever the verb"),
        pytest.param("He left on 20 May.", ["2031-05-20"], id="a day just ahead, whatever the verb"),
        pytest.param("He left last May.", ["2030-05"], id="last May"),
        pytest.param("He leaves next May.", ["2032-05"], id="next May"),
        pytest.param("He left this May.", ["2031-05"], id="this May"),
        pytest.param("He left on Monday, 10 June.", ["2030-06-10"], id="the year that the weekday fits"),
        pytest.param(
            "He was held in 2028 and left on Tuesday, 13 May.", ["2028", "2031-05-13"], id="not the year before it"
        ),
        pytest.param("He left on 12 June last year.", ["2030-06-12"], id="the year by reference"),
        pytest.param(
            "He came in July last year and left on 3 August.",
            ["2030-07", "2030-08-03"],
            id="on in the year told so",
        ),
        pytest.param("Last year he came on 6 April.", ["2030", "2030-04-06"], id="a year that opens its sentence"),
        pytest.param(
            "Rome, which fell in April last year, rose on 6 May.",
            ["2030-04", "2031-05-06"],
            id="but not the year of an aside",
        ),
        pytest.param("He left on 29 February.", ["2028-02-29"], id="the last leap year"),
        pytest.param("He will leave on 29 February.", ["2032-02-29"], id="the next leap year"),
        pytest.param("He will leave on 20 March.", ["2032-03-20"], id="an appointment is no day just past"),
        pytest.param(
            "The worst was April. Friday the 4th was quiet.", ["2031-04", "2031-04-04"], id="a weekday's month"
        ),
        pytest.param(
            "He left on Friday the 13th.", ["2030-12-13"], id="the last month in which a weekday falls so"
        ),
        pytest.param("He left on 31 June 2029.", [""], id="no such day in any year"),
        pytest.param("He left on Labor Day 2029.", ["2029-09-03"], id="a moving holiday"),
    ],
)
def test_days_and_months_in_news(text: str, expected: list[str]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("He left on the 9th.", ["2031-05-09"], id="of this month"),
        pytest.param("He left on the 20th.", ["2031-04-20"], id="of the last month"),
        pytest.param("He will leave on the 20th.", ["2031-05-20"], id="to come"),
        pytest.param("He left on Friday the 11th.", ["2031-04-11"], id="with its weekday"),
        pytest.param(
            "He came on 3 March 2029 and left on the 7th.", ["2029-03-03", "2029-03-07"], id="same sentence"
        ),
        pytest.param(
            "On 3 March 2029 he came. He left on the 7th.", ["2029-03-03", "2031-05-07"], id="another one"
        ),
    ],
)
def test_days_without_a_month(text: str, expected: list[str]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("He left on Friday.", ["2031-05-09"], id="the last one"),
        pytest.param("He left on Monday.", ["2031-05-12"], id="the article's own"),
        pytest.param("He will leave on Friday.", ["2031-05-16"], id="the next one"),
        pytest.param("He left last Monday.", ["2031-05-05"], id="last"),
        pytest.param("He leaves next Monday.", ["2031-05-19"], id="next"),
        pytest.param("He left on Friday last week.", ["2031-05-09"], id="of last week"),
        pytest.param("He left a week ago on Sunday.", ["2031-05-04"], id="not of the day before"),
        pytest.param("He left a week ago on Tuesday.", ["2031-05-06"], id="nearest to a week ago"),
        pytest.param("He leaves on Friday this week.", ["2031-05-16"], id="of this week"),
        pytest.param("He left two Fridays ago.", ["2031-05-02"], id="two ago"),
        pytest.param("He leaves on Friday after next.", ["2031-05-23"], id="after next"),
        pytest.param(
            "He came on 3 March 2029 and left on Friday of the following week.",
            ["2029-03-03", "2029-03-09"],
            id="of a week of the text",
        ),
        pytest.param(
            "He came on 3 March 2029 and left the following Friday.", ["2029-03-03", "2029-03-09"], id="text"
        ),
    ],
)
def test_weekdays(text: str, expected: list[str]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("In March 1920 he came. In June he left.", ["1920-03", "1920-06"], id="a month"),
        pytest.param(
            "In November 1920 he came. In February he left.", ["1920-11", "1921-02"], id="of the next year"
        ),
        pytest.param("On 3 March 1920 he came. On Friday he left.", ["1920-03-03", "1920-03-05"], id="a weekday"),
        pytest.param(
            "On 3 March 1920 he came. Last Friday he left.", ["1920-03-03", "1920-02-27"], id="last Friday"
        ),
        pytest.param("On 3 March 1920 he came. On the 9th he left.", ["1920-03-03", "1920-03-09"], id="a day"),
        pytest.param(
            "On 28 March 1920 he came. On the 2nd he left.", ["1920-03-28", "1920-04-02"], id="next month's"
        ),
        pytest.param("He left on Friday.", [""], id="nothing to count from"),
    ],
)
def test_in_a_history(text: str, expected: list[str]) -> None:
    assert values(text, history=True) == expected


@pytest.mark.parametrize(
    ("text", "day_first", "expected"),
    [
        pytest.param("on 4/6/2029", True, "2029-06-04", id="day first"),
        pytest.param("on 4/6/2029", False, "2029-04-06", id="month first"),
        pytest.param("on 4/16/2029", True, "2029-04-16", id="month first, whatever the habit"),
        pytest.param("on 16/4/2029", False, "2029-04-16", id="day first, whatever the habit"),
        pytest.param("on 4.6.2029", False, "2029-06-04", id="day first with points"),
        pytest.param("on 5/10/2031", True, "2031-05-10", id="the order that lies near the article's day"),
        pytest.param("on 31/6/2029", True, "", id="no such day"),
    ],
)
def test_two_numbers(text: str, day_first: bool, expected: str) -> None:
    assert values(text, day_first=day_first) == [expected]


def test_without_an_article_day_only_what_the_text_gives_has_a_value() -> None:
    text = "He came on Friday. On 3 March 2029 he left, and in May he died."

    assert values(text, article_day=None, history=True) == ["", "2029-03-03", "2029-05"]
