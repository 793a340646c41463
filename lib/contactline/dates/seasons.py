"""The value of a season, a quarter or a half of a year, whose year the text may leave out."""

from __future__ import annotations

from datetime import date

from contactline.dates.anchors import NO_VALUE, Anchors, Value
from contactline.dates.calendar import SEASON_FIRST_MONTH
from contactline.dates.narrative import Narrative
from contactline.dates.partial_dates import stated_year
from contactline.dates.words import Expression

_WINTER_LASTS_TO = 4  # the month up to which "this winter" is the one that began last year


def season_value(e: Expression, anchors: Anchors) -> Value:
    """The value of an expression of form "season"."""
    year, basis = stated_year(e, anchors)
    if basis == "unknown":
        return NO_VALUE
    if year is None:
        narrative = anchors.narrative
        counts_from_article = e.anchor == "article" and not anchors.history  # "this past summer"
        continues = e.anchor == "text" or not counts_from_article and anchors.continues_narrative(e)
        if continues and narrative.year is not None:
            year, basis = _year_in_narrative(e, narrative.year, narrative), "text"
        elif anchors.article_day is not None:
            year, basis = _year_in_news(e, anchors.article_day, anchors), "article"
        else:
            return NO_VALUE
    return Value(f"{year:04d}-{e.season}", basis)


def _year_in_narrative(e: Expression, year: int, narrative: Narrative) -> int:
    first = SEASON_FIRST_MONTH[e.season]
    month = narrative.month[1] if narrative.month and narrative.month[0] == year else None
    if e.relation == "next" and (month is None or first <= month):
        return year + 1
    if e.relation == "last" and (month is None or first >= month - 2):
        return year - 1
    return year


def _year_in_news(e: Expression, article_day: date, anchors: Anchors) -> int:
    """The year of the last season that has begun, or as its relation says."""
    first, year, month = SEASON_FIRST_MONTH[e.season], article_day.year, article_day.month
    begun = month >= first
    if e.relation == "last":
        return year if month > first + 2 else year - 1
    if e.relation == "next":
        return year + 1 if begun else year
    if e.relation == "this":
        return year - 1 if e.season == "WI" and month <= _WINTER_LASTS_TO else year
    return year if begun or anchors.tense.is_future(e) else year - 1


def part_of_year_value(e: Expression, anchors: Anchors) -> Value:
    """The value of an expression of form "quarter" or "half"."""
    assert e.number is not None
    year, basis = stated_year(e, anchors)
    if year is None and not basis and anchors.article_day is not None and not anchors.history:
        year, basis = _year_of_part(e, e.number, anchors.article_day, anchors), "article"
    elif year is not None and _was_last_year(e, e.number, anchors):
        year -= 1
    letter = "Q" if e.form == "quarter" else "H"
    return Value(f"{year:04d}-{letter}{e.number}", basis) if year else NO_VALUE


def _was_last_year(e: Expression, number: int, anchors: Anchors) -> bool:
    """Whether "the last quarter of the year" is over, though it has not come yet in the article's year."""
    day = anchors.article_day
    if day is None or e.year_offset != 0 or e.year_anchor != "article":
        return False
    first = _months_of_part(e) * (number - 1) + 1
    return day.month < first and anchors.tense.at(e.start, e.end) == "past"


def _months_of_part(e: Expression) -> int:
    return 3 if e.form == "quarter" else 6


def _year_of_part(e: Expression, number: int, article_day: date, anchors: Anchors) -> int:
    """The year of the last such part that has begun, or of the next to end if the clause speaks of the future."""
    months = _months_of_part(e)
    first, last = months * (number - 1) + 1, months * number
    if anchors.tense.is_future(e):
        return article_day.year + (article_day.month > last)
    return article_day.year - (article_day.month < first)
