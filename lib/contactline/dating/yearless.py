"""Dates without a year that follow the latest fact of a text: "On January 10" after "December 12, 2022"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from contactline.dates import Expression, calendar
from contactline.dating.evidence import NOT_YET, YEARLESS, DatedFact, TextEvidence, describe, iso_value

_BEFORE = 80  # characters before a date that are searched for words announcing it as future
_ANNOUNCES = re.compile(
    r"\b(?:announc|schedul|plann|call|propos|invit)\w*\s+(?:for\s+)?(?:a|an|the|another|new)\s[^.;]*$",
    re.IGNORECASE,
)
"""Words before a date that is a plan: "announced a rally on Saturday, 5 November"."""
_MONTH_WEIGHT = 1.0  # of a month without its year, less than that of a day


def following(text: TextEvidence, latest: DatedFact, end: date) -> Iterator[DatedFact]:
    """Yield the past dates without a year, each in the year nearest to the latest fact, up to ``end``."""
    for e in _without_year(text):
        value = nearest_value(e, latest.first)
        if value is None:
            continue
        interval = calendar.part_of(calendar.interval_of(value), e.part)
        if interval.start is None or interval.end is None or interval.start > end:
            continue
        words = f"'{' '.join(text.text[slice(*e.words)].split())}', which follows {describe(latest)}"
        weight = YEARLESS if e.day else _MONTH_WEIGHT
        yield DatedFact(interval.start, interval.end, e.start, words, "", weight, by_date=True)


def _without_year(text: TextEvidence) -> Iterator[Expression]:
    """The past dates whose year only the article's own can give."""
    last_with_year: Expression | None = None
    for e in text.expressions:
        if e.form == "date" and e.year is not None:
            last_with_year = e
        if e.form != "date" or e.kind != "date" or e.month is None or e.year is not None or e.relation:
            continue
        if e.open in NOT_YET or _ANNOUNCES.search(text.text[max(0, e.start - _BEFORE) : e.start]):
            continue
        if e.year_offset is not None and e.year_anchor != "article":
            continue
        if last_with_year and text.sentence_around(e.start)[0] <= last_with_year.start < e.start:
            continue  # it continues a date with its year in the same sentence
        if not text.tense.is_future(e):
            yield e


def nearest_value(e: Expression, to: date) -> str | None:
    """The value of a date without its year in the year that brings it nearest to a day.

    None where the calendar, or the weekday beside it, allows none of the years around that day.
    """
    found = []
    for year in range(to.year - 1, to.year + 2):
        value = iso_value(replace(e, year=year))
        first = calendar.interval_of(value).start
        if first is None or e.weekday is not None and e.day and first.weekday() != e.weekday:
            continue
        found.append((abs((first - to).days), value))
    return min(found)[1] if found else None
