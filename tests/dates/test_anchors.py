"""What the next date of a text is counted from: the article's day, Monday 12 May 2031, or what the text has fixed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from made_dates import MONDAY, anchors_after, values

from contactline import dates
from contactline.dates.anchors import NO_VALUE, Anchors, Value, value_of_day, value_of_month
from contactline.dates.words import Expression
from contactline.lexicon import load

FIXED = date(2029, 3, 3)


@pytest.mark.parametrize(
    ("before", "between", "continues"),
    [
        pytest.param("In 2029 he came", " and in ", True, id="the sentence of a bare year"),
        pytest.param("In 2029 he came", ". He left in ", True, id="behind the sentence that a bare year opens"),
        pytest.param("He came in 2029", ". He left in ", False, id="a month behind the sentence of a bare year"),
        pytest.param("He came in 2029", ". He left on 5 ", True, id="a day behind the sentence of a bare year"),
        pytest.param("He came in 2029", ". He will leave on 5 ", False, id="a day to come"),
        pytest.param("He came in 2029", ". He sang. He left on 5 ", False, id="two sentences behind a bare year"),
        pytest.param("He won the 2029 vote", ". He left on 5 ", False, id="a year that tells no time"),
        pytest.param(
            "He came in 2029", ". He left on 5 March and 5 ", False, id="behind a day counted from the article"
        ),
        pytest.param("On 3 March 2029 he came", ". He left in ", True, id="behind the sentence of a whole date"),
        pytest.param("On 3 March 2029 he came", ".\nHe left in ", False, id="in another paragraph"),
        pytest.param("On 3 March 2029 he came", ". He sang" * 40 + ". He left in ", False, id="too far behind"),
        pytest.param("On 3 March 2029 he came", ", and will leave in ", False, id="to come"),
        pytest.param("On 3 March 2031 he came", ". He left in ", False, id="the article's own year"),
        pytest.param(
            "In 2029 he came, on Monday he sang", ", and left in ", False, id="the article's week between"
        ),
        pytest.param("He came", ". He left in ", False, id="nothing fixed"),
    ],
)
def test_what_goes_on_from_a_date_of_the_text(before: str, between: str, continues: bool) -> None:
    text = f"{before}{between}June."
    e = dates.find_in(text, load())[-1]
    anchors = anchors_after(text[: e.start], load())
    anchors = replace(anchors, narrative=anchors.narrative._replace(text=text))

    assert ("June" in e.text, anchors.continues_narrative(e)) == (True, continues)


def counted(unit: str, anchor: str, event: int = -1) -> Expression:
    return Expression(60, 70, "some words", (60, 70), "shift", unit=unit, offset=1, anchor=anchor, event=event)


NOTHING, YEAR, MONTH, DAY = "He came.", "In 2029 he came.", "In March 2029 he came.", "On 3 March 2029 he came."


@pytest.mark.parametrize(
    ("text", "history", "e", "expected"),
    [
        pytest.param(DAY, False, counted("day", "article"), (MONDAY, "article"), id="news, from the article"),
        pytest.param(DAY, False, counted("day", "text"), (FIXED, "text"), id="news, from the text"),
        pytest.param(NOTHING, False, counted("day", "text"), (MONDAY, "article"), id="news, nothing fixed"),
        pytest.param(YEAR, False, counted("day", "text"), (None, "text"), id="no day fixed"),
        pytest.param(DAY, True, counted("day", "article"), (None, "unknown"), id="today in a history"),
        pytest.param(DAY, True, counted("year", "article"), (FIXED, "text"), id="last year in a history"),
        pytest.param(MONTH, True, counted("month", ""), (date(2029, 3, 1), "text"), id="a month's first day"),
        pytest.param(YEAR, True, counted("year", ""), (date(2029, 1, 1), "text"), id="a year's first day"),
        pytest.param(NOTHING, False, counted("day", "text", 70), (None, "unknown"), id="an event without a day"),
        pytest.param(DAY, False, counted("day", "text", 70), (FIXED, "text"), id="an event near a day"),
    ],
)
def test_the_day_that_offsets_count_from(
    text: str, history: bool, e: Expression, expected: tuple[date | None, str]
) -> None:
    assert anchors_after(text, load(), history=history).base_day(e) == expected


@pytest.mark.parametrize(
    ("text", "history", "anchor", "year"),
    [
        pytest.param(DAY, False, "article", 2031, id="last year in news"),
        pytest.param(DAY, True, "article", 2029, id="last year in a history"),
        pytest.param(DAY, False, "text", 2029, id="of that year"),
        pytest.param(NOTHING, True, "text", 2031, id="nothing fixed"),
    ],
)
def test_the_year_that_references_count_from(text: str, history: bool, anchor: str, year: int) -> None:
    assert anchors_after(text, load(), history=history).base_year(anchor) == year


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "He came in March 2029 and left in June of that year.", ["2029-03", "2029-06"], id="of that year"
        ),
        pytest.param(
            "In 2029 he came in March and left in June.", ["2029", "2029-03", "2029-06"], id="two months of a year"
        ),
        pytest.param(
            "He came in 2029. He left in March.",
            ["2029", "2031-03"],
            id="news again behind the sentence of a bare year",
        ),
    ],
)
def test_one_date_after_another(text: str, expected: list[str]) -> None:
    assert values(text) == expected


def test_asking_changes_nothing_and_what_follows_is_a_new_value() -> None:
    before = anchors_after(DAY, load())
    e = counted("day", "text")
    day, basis = before.base_day(e)
    after = before.after(e, value_of_day(day, basis))

    assert before.narrative == anchors_after(DAY, load()).narrative
    assert (before.narrative.at, after.narrative.at) == (3, 60)
    assert before.on(FIXED) == Anchors(FIXED, False, True, before.tense, before.lexicon, before.narrative)


def test_values_of_days_and_months() -> None:
    assert value_of_day(FIXED, "text") == Value("2029-03-03", "text")
    assert value_of_day(None, "text") == NO_VALUE
    assert value_of_month((2029, 3), "text") == Value("2029-03", "text")
