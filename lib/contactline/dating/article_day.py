"""The day on which an article was published: from what is known about it, else from its text, with the evidence.

The first of these that gives a day decides: the manifest or input row; the page's or file's own data; a date
beside the page's headline; the byline; the dateline; a heading that is a date; a date at the end of the title;
what the text allows (inference.py). A day is claimed only where the evidence gives one. Contradictions to that day
become warnings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from contactline import dates
from contactline.dates import Expression
from contactline.dates.calendar import safe_day
from contactline.dating import inference
from contactline.dating.evidence import YEARLESS, DatedFact, TextEvidence, dated_facts, describe, in_words
from contactline.lexicon import Lexicon
from contactline.records import UNKNOWN, Document, Interval, Mention, Published

_TOP = 1500  # characters from the start in which a heading can date the article
_HEADING = 120  # characters of the longest line that is taken for a heading
_AFTER_RECORDING = timedelta(days=6)  # most days between a recording and its publication
_RECORDED = re.compile(r"\b(?:recorded|filmed|taped)\b", re.IGNORECASE)
_NEWS_AFTER = timedelta(days=7)  # what an article reports from so long after its day contradicts that day
_MONTHS = 12
_COLUMN_GAP = "    "  # blanks that separate columns of a line: "PRESS RELEASE      29 September 2020"
_PAGE_SLACK = timedelta(days=1)  # tolerated between two dates of a page, which may be in different time zones
_FILING_SLACK = timedelta(days=3)  # tolerated between filing (a dateline's date) and publication


@dataclass(frozen=True, slots=True)
class _FilingDate:
    """The date of the byline or dateline, which may lack its year; ``words`` is its text."""

    basis: str
    words: str
    date: Expression


def date_article(
    document: Document,
    expressions: tuple[Expression, ...],
    mentions: tuple[Mention, ...],
    lexicon: Lexicon,
) -> Published:
    """When the article was published, with the evidence, and with a warning for each contradiction.

    ``expressions``: those of ``dates.find`` in the document. ``mentions``: those of ``names.find``.
    """
    if document.changing:
        return Published(None, UNKNOWN, "unknown", "")
    text = TextEvidence.of(document, expressions, lexicon)
    facts = dated_facts(text)
    filing = tuple(_filing_dates(document, lexicon))
    published = (
        _from_input(document)
        or _from_page(document)
        or _from_headline(document, filing)
        or _from_filing(document, filing, lexicon)
        or _unless_outdated(_from_heading(document, expressions), facts)
        or _unless_outdated(_from_title(document, lexicon), facts)
        or _from_text(text, facts, mentions, filing)
    )
    published = _within_input(published, document)
    contradictions = _contradictions(published, document, filing, facts)
    return replace(published, warnings=(*published.warnings, *contradictions))


def _on(day: date, basis: str, evidence: str) -> Published:
    return Published(day, Interval(day, day, "day"), basis, evidence)


def _from_input(document: Document) -> Published | None:
    article = document.article
    if article.published is None:
        return None
    basis = article.published_basis or "manifest"
    return _on(article.published, basis, f"the {basis} gives {in_words(article.published)}")


def _within_input(published: Published, document: Document) -> Published:
    """If the manifest or input row gives several days, limit the days found otherwise to these."""
    article = document.article
    if article.published is not None or article.published_within is None:
        return published
    first, last = article.published_within
    if published.day is not None and first <= published.day <= last:
        return published
    basis = article.published_basis or "manifest"
    told = f"the {basis} gives {in_words(first)} to {in_words(last)}"
    return Published(None, Interval(first, last, _precision(first, last)), basis, told)


def _precision(first: date, last: date) -> str:
    """The precision of the days of a month, of a year, or of any others."""
    if first.day == 1 and (last + timedelta(days=1)).day == 1:
        if (first.year, first.month) == (last.year, last.month):
            return "month"
        if (first.month, last.month) == (1, _MONTHS) and first.year == last.year:
            return "year"
    return "range"


def _from_page(document: Document) -> Published | None:
    """The most reliable date that the page or file states itself."""
    stated = next((one for one in document.page_dates if not one.lesser), None)
    if stated is None:
        return None
    return _on(stated.day, "metadata", f"the page's own data: {stated.words}")


def _from_headline(document: Document, filing: Sequence[_FilingDate]) -> Published | None:
    """The date beside the page's headline; the days from one to the other where two of them differ."""
    shown = sorted((one.day, one.words) for one in document.page_dates if one.lesser)
    filed = [(day, one.words) for one in filing if one.date.year and (day := _day_in(one.date, one.date.year))]
    if not shown:
        return None
    days = sorted([*shown, *filed])
    (first, one), (last, other) = days[0], days[-1]
    if last - first > _FILING_SLACK or shown[0][0] != shown[-1][0]:
        return _between(first, one, last, other)
    return _on(shown[0][0], "byline", f"the date beside the page's headline: '{shown[0][1]}'")


def _between(first: date, one: str, last: date, other: str) -> Published:
    """No single day, but the days between two dates that contradict each other."""
    warning = f"The dates '{one}' and '{other}' at the head contradict each other: no day is taken for certain."
    return Published(
        None, Interval(first, last, "range"), "byline", f"the dates '{one}' and '{other}' at the head", (warning,)
    )


def _filing_dates(document: Document, lexicon: Lexicon) -> Iterator[_FilingDate]:
    """The dates of byline and dateline that have at least a day and a month."""
    for basis, line in (("byline", document.byline), ("dateline", document.dateline)):
        if line is None or not line.date_text:
            continue
        found = dates.find_in(line.date_text, lexicon)
        if found and found[0].month and found[0].day:
            yield _FilingDate(basis, line.date_text, _day_before_month(found[0]))


def _day_before_month(e: Expression) -> Expression:
    """A date in numbers as the conflict's region writes it, 20/9/2023; as 9/20/2023 only where it must be."""
    if e.form == "numeric" and (e.month or 0) > _MONTHS:
        return replace(e, day=e.month, month=e.day)
    return e


def _from_filing(document: Document, filing: Sequence[_FilingDate], lexicon: Lexicon) -> Published | None:
    """The byline's or dateline's date where it has its year."""
    if undecided := _undecided(document, filing, lexicon):
        return undecided
    for filed in filing:
        if filed.date.year and (day := _day_in(filed.date, filed.date.year)):
            return _on(day, filed.basis, f"the {filed.basis} '{filed.words}'")
    return None


def _undecided(document: Document, filing: Sequence[_FilingDate], lexicon: Lexicon) -> Published | None:
    """The days between a bare date above the text and a date below it that contradicts the first."""
    byline = document.byline
    if byline is None or not byline.bare:
        return None
    rival = dates.find_in(byline.rival, lexicon) if byline.rival else []
    others = [_FilingDate("date below it", byline.rival, _day_before_month(rival[0]))] if rival else []
    whole = [(filed, _day_in(filed.date, filed.date.year)) for filed in [*filing, *others] if filed.date.year]
    days = sorted((day, filed.words) for filed, day in whole if day is not None)
    if len(days) < 2 or days[-1][0] - days[0][0] <= _FILING_SLACK:
        return None
    (first, one), (last, other) = days[0], days[-1]
    return _between(first, one, last, other)


def _day_in(e: Expression, year: int) -> date | None:
    """The day of a date in a year; None where the calendar, or the weekday beside the date, excludes it."""
    assert e.month is not None and e.day is not None
    day = safe_day(year, e.month, e.day)
    return None if day and e.weekday is not None and day.weekday() != e.weekday else day


def _from_heading(document: Document, expressions: Sequence[Expression]) -> Published | None:
    """A whole date that ends a short line near the top that is no sentence: "Recorded: 1 November 2022"."""
    for e in expressions:
        if e.start > _TOP:
            break
        day = _whole_day(e)
        if day and not e.group and not e.open and (heading := _heading_around(document.text, e)):
            return (
                _recorded_on(day, heading)
                if _RECORDED.search(heading)
                else _on(day, "text", f"the heading '{heading}'")
            )
    return None


def _recorded_on(day: date, heading: str) -> Published:
    """The days on which something recorded on a day can have appeared: that day or a few days later."""
    days = Interval(day, day + _AFTER_RECORDING, "week")
    return Published(None, days, "text", f"the heading '{heading}' says when it was recorded")


def _whole_day(e: Expression) -> date | None:
    """The day of a date with day, month and year; None if one is missing."""
    return _day_in(e, e.year) if e.form == "date" and e.year and e.month and e.day else None


def _heading_around(text: str, e: Expression) -> str:
    """The line around a date where it is a heading that ends with the date, else ""."""
    low = text.rfind("\n", 0, e.start) + 1
    high = text.find("\n", e.end)
    line = text[low : high if high >= 0 else len(text)]
    before = line[: e.start - low].rstrip()
    after = line[e.end - low :].strip(" \t)]|*_\u00a0")
    if before and line[: e.start - low].endswith(_COLUMN_GAP):
        return line.strip()
    if len(line) > _HEADING or after not in ("", ":") or re.search(r"[a-z][.!?]\s", line):
        return ""
    return "" if before and before[-1] not in ":|,([–—-" else line.strip()


def _from_title(document: Document, lexicon: Lexicon) -> Published | None:
    """A whole date that ends the title, as in press releases: "Visit to Yerevan (22 November 2020)"."""
    title = document.title.rstrip(" )].")
    whole = [(e, day) for e in dates.find_in(title, lexicon) if (day := _whole_day(e))]
    if not whole or whole[-1][0].end != len(title):
        return None
    last, day = whole[-1]
    if not re.search(r"[(\[,:|–—-]\s*(?:\d{1,2}\s?[-–]\s?)?$", title[: last.start]):
        return None  # "Remembering 20 January 1990" is about that day
    return _on(day, "text", f"the title '{document.title}'")


def _unless_outdated(published: Published | None, facts: Sequence[DatedFact]) -> Published | None:
    """A heading's date, unless the text reports something later; then it is a date that the article is about."""
    if published is None or published.interval.start is None:
        return None
    return published if _told_after(published.interval.start, facts) is None else None


def _from_text(
    text: TextEvidence, facts: Sequence[DatedFact], mentions: Sequence[Mention], filing: Sequence[_FilingDate]
) -> Published:
    """The days that the text allows, which also give the year of a byline or dateline without one."""
    inferred = inference.infer(text, facts, mentions)
    if inferred is None:
        return Published(None, UNKNOWN, "unknown", "")
    why = "; ".join(inferred.why)
    warnings = []
    for filed in filing:
        days = _fitting_days(filed.date, inferred)
        if days is None:
            continue
        if len(days) == 1:
            return _on(days[0], filed.basis, f"the {filed.basis} '{filed.words}', its year from the text: {why}")
        if not days:
            warnings.append(f"The {filed.basis}'s '{filed.words}' does not agree with the text: {why}.")
    return Published(inferred.day, inferred.interval, "inferred", why, tuple(warnings), inferred.likeliest)


def _fitting_days(e: Expression, inferred: inference.Inference) -> list[date] | None:
    """The days of a date without its year that are among those the text allows, None where these have no end."""
    start, ends = inferred.interval.start, [d for d in (inferred.interval.end, inferred.reach) if d is not None]
    if start is None or not ends:
        return None
    first, last = start - timedelta(days=1), max(ends)
    days = [_day_in(e, year) for year in range(first.year, last.year + 1)]
    return [day for day in days if day and first <= day <= last]


def _contradictions(
    published: Published, document: Document, filing: Sequence[_FilingDate], facts: Sequence[DatedFact]
) -> Iterator[str]:
    """Yield a sentence for each date of the page, byline or dateline, and each later event in the text, that
    contradicts the day.
    """
    if published.day is None:
        return
    claim = f"{in_words(published.day)} ({published.evidence})"
    for stated in document.page_dates:
        if not stated.lesser and abs(stated.day - published.day) > _PAGE_SLACK:
            yield f"{stated.source[0].upper()}{stated.source[1:]} ({stated.words}) does not fit {claim}."
    for filed in filing:
        is_known = filed.basis == published.basis or any(filed.words in warning for warning in published.warnings)
        if not is_known and not _is_near(filed.date, published.day):
            yield f"The {filed.basis}'s '{filed.words}' does not fit {claim}."
    if published.basis != "inferred" and (later := _told_after(published.day, facts)) is not None:
        yield f"The text tells of {describe(later)}, after {claim}."


def _is_near(e: Expression, day: date) -> bool:
    """Whether a date, in its own year or the one that fits best, is within three days of a day."""
    years = [e.year] if e.year else [day.year - 1, day.year, day.year + 1]
    return any(abs(found - day) <= _FILING_SLACK for year in years if (found := _day_in(e, year)))


def _told_after(day: date, facts: Sequence[DatedFact]) -> DatedFact | None:
    """The best supported fact in the text that is later than a day, None where there is none."""
    exact = [f for f in facts if not f.coarse and not f.hinted and (f.landmark or f.weight > YEARLESS)]
    later = [fact for fact in exact if fact.first > day + _NEWS_AFTER]
    return max(later, key=lambda fact: fact.weight, default=None)
