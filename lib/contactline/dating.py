"""The day an article was published: from what is known of it, from its text, or inferred, with the evidence.

A cascade, the first that holds wins: the manifest or input row, the page's own markup, the byline, the dateline,
a whole date that stands by itself near the top, and what the text's dates and landmarks allow (dating_clues).
A day is claimed only where the evidence gives a day. What in the text contradicts the day becomes a warning.
"""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

from contactline import dateline, lexicon, timex
from contactline.days import safe_day
from contactline.records import UNKNOWN, Document, Interval, Mention, Published
from contactline.timex_grammar import Expression

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
    directory: Path = lexicon.DIRECTORY,
) -> Published:
    """When the article was published, on what evidence, with a warning for each contradiction."""
    found = _given(document) or _from_page(document) or _from_opening(document, directory)
    if found is None:
        return Published(None, UNKNOWN, "unknown", "")
    return found


def say(day: date) -> str:
    """A day in plain words: "20 September 2023"."""
    return f"{day.day} {day:%B %Y}"


def _on(day: date, basis: str, evidence: str, warnings: tuple[str, ...] = ()) -> Published:
    return Published(day, Interval(day, day, "day"), basis, evidence, warnings)


def _given(document: Document) -> Published | None:
    article = document.article
    if article.published is None:
        return None
    basis = article.published_basis or "manifest"
    return _on(article.published, basis, f"the {basis} gives {say(article.published)}")


def _from_page(document: Document) -> Published | None:
    """The markup's or address's date, or a heading of "key: value" lines above the text."""
    for _, words, day in document.page_dates:
        return _on(day, "metadata", f"the page's own data: {words}")
    m = _FRONT_MATTER.search(document.raw[:4000])
    if m is not None and (day := safe_day(int(m[1]), int(m[2]), int(m[3]))):
        return _on(day, "metadata", f"the page's own data: {m[0].strip()}")
    return None


def _from_opening(document: Document, directory: Path) -> Published | None:
    """The byline's or dateline's date where it has its year."""
    for basis, opening in (
        ("byline", dateline.find_byline(document.raw, directory)),
        ("dateline", dateline.find(document.text, directory)),
    ):
        if opening is None or not opening.date_text:
            continue
        told = timex.find_in(opening.date_text, directory)
        if told and told[0].year and told[0].month and told[0].day:
            day = safe_day(told[0].year, told[0].month, told[0].day)
            if day is not None:
                return _on(day, basis, f"{basis}: '{opening.date_text}'")
    return None
