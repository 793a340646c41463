"""The article inside an HTML page: its text, title, author, publisher, and the dates in markup and address."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from email.utils import parsedate

from contactline.intake import FIRST_YEAR, LAST_YEAR
from contactline.records import PageDate

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
_CLOCK_ZERO = date(1970, 1, 1)  # what software writes that knows no date
_DEEPEST = 6  # levels of JSON-LD that are searched: deeper ones describe other things than the article
_LD_DAY = re.compile(r'"datePublished"\s*:\s*"([^"]{8,40})"')
_ARTICLE = re.compile(r"(?:Article|BlogPosting|Report|Posting)\Z")
_ISO_DAY = re.compile(r"\s*(\d{4})-?(\d{2})-?(\d{2})(?!\d)")
_ADDRESS_DAY = re.compile(
    r"/((?:19|20)\d{2})[/-]?(0[1-9]|1[0-2]|[1-9])[/-]?(0[1-9]|[12]\d|3[01]|[1-9])(?=[/\-_.]|\Z)"
)


@dataclass(frozen=True, slots=True)
class Page:
    """What was extracted from a page; ``dates`` with the most reliable first."""

    text: str
    title: str = ""
    author: str = ""
    publisher: str = ""
    dates: tuple[PageDate, ...] = ()


def read_page(markup: str) -> Page:
    """The article of a page: its text with one paragraph a line, the title first; text "" where the page has none.

    The text is extracted by trafilatura (A. Barbaresi, ACL 2021), which leaves out menus, comments and footers;
    where it finds no article, every line of the page is kept. Markup that cannot be parsed gives an empty page.
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
    return (PageDate("the page's address", match[0].strip("/"), day),) if match and day else ()


def iso_day(text: str) -> date | None:
    """The day that an ISO date or time begins with ("2023-09-20T10:00Z", "20230920"), None where there is none."""
    match = _ISO_DAY.match(text)
    return _day(*match.groups()) if match else None


def _stated_day(text: str) -> date | None:
    """The day of an ISO date or of one as in e-mail ("Wed, 20 Sep 2023 10:00:00 GMT"); not 1 January 1970."""
    parts = parsedate(text)
    day = iso_day(text) or (_day(*map(str, parts[:3])) if parts else None)
    return None if day == _CLOCK_ZERO else day


def _day(year: str, month: str, day: str) -> date | None:
    try:
        found = date(int(year), int(month), int(day))
    except ValueError:
        return None
    return found if FIRST_YEAR <= found.year <= LAST_YEAR else None


def _dates(tree: object) -> Iterator[PageDate]:
    """The days of publication in JSON-LD, then in meta elements, then in the first <time> of the article."""
    yield from _dates_of_json_ld(tree)
    yield from _dates_of_metadata(tree)
    yield from _dates_of_time_element(tree)


def _dates_of_json_ld(tree: object) -> Iterator[PageDate]:
    for script in tree.xpath('//script[@type="application/ld+json"]/text()'):  # type: ignore[attr-defined]
        for words in _date_published(script):
            if day := _stated_day(words):
                yield PageDate("the page's JSON-LD", f"datePublished {words}", day)


def _dates_of_metadata(tree: object) -> Iterator[PageDate]:
    for meta in tree.xpath("//meta[@content]"):  # type: ignore[attr-defined]
        key = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower()
        if key in _DATE_KEYS and (day := _stated_day(meta.get("content"))):
            yield PageDate("the page's metadata", f"{key} {meta.get('content')}", day)


def _dates_of_time_element(tree: object) -> Iterator[PageDate]:
    outside_menus = "//time[@datetime][not(ancestor::nav or ancestor::aside or ancestor::footer)]"
    for time in tree.xpath(f"//article{outside_menus}")[:1] or tree.xpath(outside_menus)[:1]:  # type: ignore[attr-defined]
        if day := _stated_day(time.get("datetime")):
            yield PageDate("the page's time element", time.get("datetime"), day)


def _date_published(script: str) -> list[str]:
    """The values of datePublished in a piece of JSON-LD: those of articles where it names any, else all."""
    try:
        values = list(_published_values(json.loads(script), 0))
    except (ValueError, RecursionError):  # broken or endless JSON still holds its dates
        return _LD_DAY.findall(script)
    return [words for is_article, words in values if is_article] or [words for _, words in values]


def _published_values(node: object, depth: int) -> Iterator[tuple[bool, str]]:
    """Each datePublished in and below a node of JSON-LD, and whether that node is an article."""
    if depth > _DEEPEST:
        return
    if isinstance(node, dict):
        value = node.get("datePublished")
        if isinstance(value, str):
            kinds = node.get("@type")
            yield any(_ARTICLE.search(str(k)) for k in (kinds if isinstance(kinds, list) else [kinds])), value
    below = node if isinstance(node, list) else node.values() if isinstance(node, dict) else ()
    for item in below:
        yield from _published_values(item, depth + 1)


def _lines(tree: object) -> list[str]:
    """Every line of text of a page in which trafilatura finds no article."""
    return [
        " ".join(piece.split())
        for piece in tree.xpath("//body//text()[not(ancestor::script) and not(ancestor::style)]")  # type: ignore[attr-defined]
        if piece.strip()
    ]
