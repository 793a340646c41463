"""The day an article was published: from what is known of it, from its text, or inferred, with the evidence.

A cascade, the first that holds wins: the manifest or input row, the page's own markup, the byline, the dateline,
a whole date that stands by itself near the top, and what the text's dates and landmarks allow (dating_clues).
A day is claimed only where the evidence gives a day. What in the text contradicts the day becomes a warning.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from contactline import dates
from contactline.cleaning import dateline
from contactline.dates import Expression, Tense
from contactline.dates.calendar import safe_day
from contactline.dating import evidence, inference
from contactline.dating.evidence import YEARLESS
from contactline.lexicon import Lexicon
from contactline.records import UNKNOWN, Document, Interval, Mention, Published

_TOP = 1500  # characters in which a heading can date the article
_HEADING = 120  # characters of the longest line that is taken for a heading
_OVERTAKEN = 7  # days by which the text may tell of something later than its heading's date
_SLACK = 3  # days by which a dateline may lie off the day of publication
_FRONT_MATTER = re.compile(
    r"^[ \t]*(?:date|published_time|published|post_date|pubdate|datepublished|publish_date)[ \t]*[:=][ \t]*['\"]?"
    r"((?:19|20)\d\d)-(\d\d)-(\d\d)",
    re.MULTILINE | re.IGNORECASE,
)


def date_article(
    document: Document,
    expressions: tuple[Expression, ...],
    mentions: tuple[Mention, ...],
    lexicon: Lexicon,
) -> Published:
    """When the article was published, on what evidence, with a warning for each contradiction."""
    opening = _opening(document, lexicon)
    found = (
        _given(document)
        or _from_page(document)
        or _from_opening(opening)
        or _unless_overtaken(_from_heading(document, expressions), document, expressions, lexicon)
        or _unless_overtaken(_from_title(document, lexicon), document, expressions, lexicon)
        or _inferred(document, expressions, mentions, opening, lexicon)
    )
    against = _contradictions(found, document, opening, expressions, lexicon)
    return replace(found, warnings=(*found.warnings, *against))


def _on(day: date, basis: str, evidence: str, warnings: tuple[str, ...] = ()) -> Published:
    return Published(day, Interval(day, day, "day"), basis, evidence, warnings)


def _given(document: Document) -> Published | None:
    article = document.article
    if article.published is None:
        return None
    basis = article.published_basis or "manifest"
    return _on(article.published, basis, f"the {basis} gives {evidence.say(article.published)}")


def _from_page(document: Document) -> Published | None:
    """The markup's or address's date, or a heading of "key: value" lines above the text."""
    for _, words, day in document.page_dates:
        return _on(day, "metadata", f"the page's own data: {words}")
    m = _FRONT_MATTER.search(document.raw[:4000])
    heading = safe_day(int(m[1]), int(m[2]), int(m[3])) if m is not None else None
    return _on(heading, "metadata", f"the page's own data: {m[0].strip()}") if m and heading else None


def _opening(document: Document, lexicon: Lexicon) -> tuple[tuple[str, str, Expression], ...]:
    """The dates of byline and dateline as (basis, words, expression)."""
    found = []
    for basis, line in (
        ("byline", dateline.find_byline(document.raw, lexicon)),
        ("dateline", dateline.find(document.text, lexicon)),
    ):
        if line is None or not line.date_text:
            continue
        told = dates.find_in(line.date_text, lexicon)
        if told and told[0].month and told[0].day:
            found.append((basis, line.date_text, told[0]))
    return tuple(found)


def _from_opening(opening: tuple[tuple[str, str, Expression], ...]) -> Published | None:
    """The byline's or dateline's date where it has its year."""
    for basis, words, e in opening:
        if e.year and (day := _day(e, e.year)):
            return _on(day, basis, f"the {basis} '{words}'")
    return None


def _day(e: Expression, year: int) -> date | None:
    """The day of an expression in a year; None where the calendar, or the weekday told with it, forbids it."""
    assert e.month is not None and e.day is not None
    day = safe_day(year, e.month, e.day)
    return None if day and e.weekday is not None and day.weekday() != e.weekday else day


def _inferred(
    document: Document,
    expressions: tuple[Expression, ...],
    mentions: tuple[Mention, ...],
    opening: tuple[tuple[str, str, Expression], ...],
    lexicon: Lexicon,
) -> Published:
    """What the text's words allow; a dateline without its year is completed by it."""
    inferred = inference.infer(document, expressions, mentions, lexicon)
    if inferred is None:
        return Published(None, UNKNOWN, "unknown", "")
    why = "; ".join(inferred.why)
    start, end = inferred.interval.start, inferred.interval.end
    assert start is not None and end is not None
    warnings = []
    for basis, words, e in opening:
        readings = [d for year in range(start.year - 1, end.year + 2) if (d := _day(e, year))]
        fitting = [d for d in readings if start - timedelta(days=1) <= d <= max(end, inferred.reach)]
        if len(fitting) == 1:
            return _on(fitting[0], basis, f"the {basis} '{words}', its year from the text: {why}")
        if not fitting:
            warnings.append(f"The {basis}'s '{words}' does not fit what the text tells: {why}.")
    return Published(inferred.day, inferred.interval, "inferred", why, tuple(warnings))


def _contradictions(
    found: Published,
    document: Document,
    opening: tuple[tuple[str, str, Expression], ...],
    expressions: tuple[Expression, ...],
    lexicon: Lexicon,
) -> list[str]:
    """Dates of the page and events of the text that cannot stand beside the article's day."""
    if found.day is None:
        return []
    told = evidence.say(found.day)
    warnings = [
        f"{where[0].upper()}{where[1:]} ({words}) does not fit {told} ({found.evidence})."
        for where, words, day in document.page_dates
        if abs(day - found.day) > timedelta(days=1)
    ]
    for basis, words, e in opening:
        if basis == found.basis or any(words in warning for warning in found.warnings):
            continue
        years = [e.year] if e.year else [found.day.year - 1, found.day.year, found.day.year + 1]
        gaps = [abs((d - found.day).days) for year in years if (d := _day(e, year))]
        if not gaps or min(gaps) > _SLACK:
            warnings.append(f"The {basis}'s '{words}' does not fit {told} ({found.evidence}).")
    if found.basis != "inferred" and (later := _later(found.day, document, expressions, lexicon)) is not None:
        warnings.append(f"The text tells of {evidence.name(later)}, after {told} ({found.evidence}).")
    return warnings


def _later(
    day: date, document: Document, expressions: tuple[Expression, ...], lexicon: Lexicon
) -> evidence.Told | None:
    """The best supported event or day that the text tells as past and that came after a day."""
    told = evidence.find(document, expressions, Tense(document, lexicon), lexicon)
    last = day + timedelta(days=_OVERTAKEN)
    sure = [t for t in told if not t.coarse and not t.hinted and (t.what or t.weight > YEARLESS)]
    later = [t for t in sure if t.first > last]
    return max(later, key=lambda t: t.weight, default=None)


def _unless_overtaken(
    found: Published | None, document: Document, expressions: tuple[Expression, ...], lexicon: Lexicon
) -> Published | None:
    """A heading's date stands only where the text tells of nothing later: it may be what the article is about."""
    if found is None or found.day is None:
        return None
    return found if _later(found.day, document, expressions, lexicon) is None else None


def _from_heading(document: Document, expressions: tuple[Expression, ...]) -> Published | None:
    """A whole date in a short line near the top that is no sentence: "Recorded: 1 November 2022"."""
    text = document.text
    for e in expressions:
        if e.start > _TOP:
            break
        if not (e.form == "date" and e.year and e.month and e.day) or e.group or e.open:
            continue
        low = text.rfind("\n", 0, e.start) + 1
        high = text.find("\n", e.end)
        line = text[low : high if high >= 0 else len(text)]
        behind = line[e.end - low :].strip(" \t)]|*_\u00a0")
        if len(line) > _HEADING or behind not in ("", ":") or re.search(r"[a-z][.!?]\s", line):
            continue
        before = line[: e.start - low].rstrip()
        if before and before[-1] not in ":|,([–—-":
            continue
        day = safe_day(e.year, e.month, e.day)
        if day is not None:
            return _on(day, "text", f"the heading '{line.strip()}'")
    return None


def _from_title(document: Document, lexicon: Lexicon) -> Published | None:
    """A whole date that ends the title, as press releases give it: "Visit to Yerevan (22 November 2020)"."""
    title = document.title.rstrip(" )].")
    told = [e for e in dates.find_in(title, lexicon) if e.year and e.month and e.day and e.form == "date"]
    if not told or told[-1].end != len(title) or told[-1].year is None:
        return None
    if not re.search(r"[(\[,:|–—-]\s*(?:\d{1,2}\s?[-–]\s?)?$", title[: told[-1].start]):
        return None  # "Remembering 20 January 1990" is about that day
    day = _day(told[-1], told[-1].year)
    return _on(day, "text", f"the title '{document.title}'") if day else None
