"""The article inside a page: its text, its title, and the dates that the page's own markup or address tells."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from email.utils import parsedate

from contactline.intake.articles import FIRST_YEAR, LAST_YEAR

PageDate = tuple[str, str, date]

_DATE_KEYS = (
    "article:published_time",
    "og:published_time",
    "datepublished",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date",
    "dcterms.date",
    "dcterms.created",
    "date",
    "pubdate",
    "publishdate",
    "publish-date",
    "publish_date",
    "parsely-pub-date",
    "sailthru.date",
    "article.published",
    "cxenseparse:recs:publishtime",
)
_ZERO = date(1970, 1, 1)
_LD_DAY = re.compile(r'"datePublished"\s*:\s*"([^"]{8,40})"')
_ARTICLE = re.compile(r"(?:Article|BlogPosting|Report|Posting)\Z")
_ISO_DAY = re.compile(r"\s*(\d{4})-?(\d{2})-?(\d{2})(?!\d)")
_ADDRESS_DAY = re.compile(
    r"/((?:19|20)\d{2})[/-]?(0[1-9]|1[0-2]|[1-9])[/-]?(0[1-9]|[12]\d|3[01]|[1-9])(?=[/\-_.]|\Z)"
)


@dataclass(frozen=True, slots=True)
class Page:
    """What was taken out of a page. ``dates`` are (basis, words, day), the surest first."""

    text: str
    title: str = ""
    author: str = ""
    publisher: str = ""
    dates: tuple[PageDate, ...] = ()


def read_page(markup: str) -> Page:
    """The article's text, one paragraph a line, its title first; "" where the page holds no text.

    The text is found by trafilatura (A. Barbaresi, ACL 2021), which leaves menus, comments and footers out.
    """
    from lxml import html
    from trafilatura import bare_extraction

    if not markup.strip():
        return Page("")
    try:
        tree = html.document_fromstring(markup.encode("utf-8"), parser=html.HTMLParser(encoding="utf-8"))
    except (ValueError, html.etree.LxmlError):
        return Page("")
    dates = tuple(dict.fromkeys(_dates(tree)))
    found = bare_extraction(markup, with_metadata=True, include_comments=False)
    text = "" if found is None or isinstance(found, dict) else (found.text or "").strip()
    if found is None or isinstance(found, dict) or not text:
        return Page("\n".join(_lines(tree)), dates=dates)
    title = found.title or ""
    if title and " ".join(title.split()).lower() not in " ".join(text[: 2 * len(title) + 200].split()).lower():
        text = f"{title}\n{text}"
    return Page(text, title, found.author or "", found.sitename or "", dates)


def address_dates(url: str) -> tuple[PageDate, ...]:
    """The day in an article's address ("/2020/10/11/"), or nothing."""
    match = _ADDRESS_DAY.search(url)
    day = _day(*match.groups()) if match else None
    return (("the page's address", match[0].strip("/"), day),) if match and day else ()


def iso_day(text: str) -> date | None:
    """The day that an ISO date or time begins with ("2023-09-20T10:00Z", "20230920"), None where there is none."""
    match = _ISO_DAY.match(text)
    return _day(*match.groups()) if match else None


def _told_day(text: str) -> date | None:
    """The day of an ISO date or of an e-mail's ("Wed, 20 Sep 2023 10:00:00 GMT"); the clocks' zero is none."""
    parts = parsedate(text)
    day = iso_day(text) or (_day(*map(str, parts[:3])) if parts else None)
    return None if day == _ZERO else day


def _day(year: str, month: str, day: str) -> date | None:
    try:
        found = date(int(year), int(month), int(day))
    except ValueError:
        return None
    return found if FIRST_YEAR <= found.year <= LAST_YEAR else None


def _dates(tree: object) -> Iterator[PageDate]:
    """Publication days in JSON-LD, then in meta elements, then in the first <time> of the article."""
    for script in tree.xpath('//script[@type="application/ld+json"]/text()'):  # type: ignore[attr-defined]
        for words in _told_in(script):
            if day := _told_day(words):
                yield "the page's JSON-LD", f"datePublished {words}", day
    for meta in tree.xpath("//meta[@content]"):  # type: ignore[attr-defined]
        key = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower()
        if key in _DATE_KEYS and (day := _told_day(meta.get("content"))):
            yield "the page's metadata", f"{key} {meta.get('content')}", day
    own = "//time[@datetime][not(ancestor::nav or ancestor::aside or ancestor::footer)]"
    for time in tree.xpath(f"//article{own}")[:1] or tree.xpath(own)[:1]:  # type: ignore[attr-defined]
        if day := _told_day(time.get("datetime")):
            yield "the page's time element", time.get("datetime"), day


def _told_in(script: str) -> list[str]:
    """The values of datePublished in a piece of JSON-LD: of its articles where it names any, else all."""
    try:
        told = list(_published(json.loads(script), 0))
    except (ValueError, RecursionError):  # broken JSON still tells its days, and so does one nested without end
        return _LD_DAY.findall(script)
    return [words for is_article, words in told if is_article] or [words for _, words in told]


def _published(known: object, depth: int) -> Iterator[tuple[bool, str]]:
    """Each datePublished, and whether it is an article's."""
    if depth > 6:
        return
    if isinstance(known, list):
        for item in known:
            yield from _published(item, depth + 1)
    elif isinstance(known, dict):
        value = known.get("datePublished")
        if isinstance(value, str):
            kinds = known.get("@type")
            yield any(_ARTICLE.search(str(k)) for k in (kinds if isinstance(kinds, list) else [kinds])), value
        for item in known.values():
            if isinstance(item, list | dict):
                yield from _published(item, depth + 1)


def _lines(tree: object) -> list[str]:
    """Every line of text of a page that trafilatura finds no article in."""
    return [
        " ".join(piece.split())
        for piece in tree.xpath("//body//text()[not(ancestor::script) and not(ancestor::style)]")  # type: ignore[attr-defined]
        if piece.strip()
    ]
