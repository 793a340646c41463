"""The days of publication that a page states: in its JSON-LD, its metadata, its time element, its address.

Less certain, and therefore last, are dates that a reader sees beside the headline.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from contactline.intake import FIRST_YEAR, LAST_YEAR, days
from contactline.lexicon import Lexicon
from contactline.records import PageDate

_DATE_KEYS = (
    "article:published_time",
    "og:published_time",
    "og:article:published_time",
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
    "publication_date",
    "published_time",
    "parsely-pub-date",
    "sailthru.date",
    "article.published",
    "citation_publication_date",
    "cxenseparse:recs:publishtime",
)
_DEEPEST = 6  # levels of JSON-LD that are searched; deeper ones do not describe the article
_LD_DAY = re.compile(r'"datePublished"\s*:\s*"([^"]{8,40})"')
_ARTICLE = re.compile(r"(?:Article|BlogPosting|Report|Posting)\Z")
_ISO_DAY = re.compile(r"\s*(\d{4})-?(\d{2})-?(\d{2})(?!\d)")
_ADDRESS_DAY = re.compile(
    r"/((?:19|20)\d{2})[/-]?(0[1-9]|1[0-2]|[1-9]|[a-z]{3})[/-]?(0[1-9]|[12]\d|3[01]|[1-9])(?=[/\-_.]|\Z)"
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

_BLOCKS = frozenset(
    "address article blockquote body br center dd div dl dt figcaption figure form h1 h2 h3 h4 h5 h6 header hr li"
    " main ol p section table tbody td th time tr ul".split()
)
_ELSEWHERE = frozenset("aside footer nav noscript script select style template title".split())
_HEADINGS = ("h1", "h2")
_ABOVE, _BELOW = 3, 15  # blocks before and after the headline in which a date is looked for
_SHORT = 120  # most characters of a block that is not a paragraph
# characters of a block, and of one that ends as a sentence, with which the text begins
_PARAGRAPH, _SENTENCE = 200, 80
_CHANGED = re.compile(r"\b(?:updated?|modified|edited|revised|accessed|retrieved)\b", re.IGNORECASE)
_PUBLISHED = re.compile(r"\b(?:published|posted|publication|date|issued|released?)\b", re.IGNORECASE)
_SITE_WORDS = 3
# a time in a time zone of the United States, which means that the month comes first
_AMERICAN = re.compile(r"\b[AP]\.?M\.?,? +(?:E|C|M|P)[SD]?T\b", re.IGNORECASE)
_NO_DATE_LINE = re.compile(r"©|\bcopyright\b|\brights reserved\b|\bsince\b|\bborn\b|\bsubscribe\b", re.IGNORECASE)


def stated(tree: Any, lexicon: Lexicon) -> Iterator[PageDate]:
    """Yield the days of publication in JSON-LD, then in meta elements, then in the first <time> of the article."""
    yield from _of_json_ld(tree, lexicon)
    yield from _of_metadata(tree, lexicon)
    yield from _of_time_element(tree, lexicon)


def of_address(url: str) -> tuple[PageDate, ...]:
    """The day in an article's address ("/2020/10/11/", "/2020/oct/11/"), or nothing."""
    match = _ADDRESS_DAY.search(url)
    if match is None or match[2].isalpha() and match[2] not in _MONTHS:
        return ()
    month = str(_MONTHS.index(match[2]) + 1) if match[2].isalpha() else match[2]
    day = _day(match[1], month, match[3])
    return (PageDate("the page's address", match[0].strip("/"), day),) if day else ()


def iso_day(text: str) -> date | None:
    """The day with which an ISO date or time begins ("2023-09-20T10:00Z", "20230920"), None where there is
    none.
    """
    match = _ISO_DAY.match(text)
    return _day(*match.groups()) if match else None


def _day(year: str, month: str, day: str) -> date | None:
    try:
        found = date(int(year), int(month), int(day))
    except ValueError:
        return None
    return found if FIRST_YEAR <= found.year <= LAST_YEAR else None


def _stated_day(text: str, lexicon: Lexicon) -> date | None:
    """The day of a date in any form, None if it can be read in two ways."""
    found = days.read(iso_day(text) or text, lexicon)
    return found.day if found else None


def _of_json_ld(tree: Any, lexicon: Lexicon) -> Iterator[PageDate]:
    for script in tree.xpath('//script[@type="application/ld+json"]/text()'):
        for words in _date_published(script):
            if day := _stated_day(words, lexicon):
                yield PageDate("the page's JSON-LD", f"datePublished {words}", day)


def _of_metadata(tree: Any, lexicon: Lexicon) -> Iterator[PageDate]:
    for meta in tree.xpath("//meta[@content]"):
        key = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower()
        if key in _DATE_KEYS and (day := _stated_day(meta.get("content"), lexicon)):
            yield PageDate("the page's metadata", f"{key} {meta.get('content')}", day)


def _of_time_element(tree: Any, lexicon: Lexicon) -> Iterator[PageDate]:
    outside_menus = "//time[@datetime][not(ancestor::nav or ancestor::aside or ancestor::footer)]"
    for time in tree.xpath(f"//article{outside_menus}")[:1] or tree.xpath(outside_menus)[:1]:
        if day := _stated_day(time.get("datetime"), lexicon):
            yield PageDate("the page's time element", time.get("datetime"), day)


def _date_published(script: str) -> list[str]:
    """The values of datePublished in a piece of JSON-LD: those of articles if there are any, else all."""
    try:
        values = list(_published_values(json.loads(script), 0))
    except (ValueError, RecursionError):  # the dates in broken or too deeply nested JSON can still be read
        return _LD_DAY.findall(script)
    return [words for is_article, words in values if is_article] or [words for _, words in values]


def _published_values(node: object, depth: int) -> Iterator[tuple[bool, str]]:
    """Yield each datePublished in and below a node of JSON-LD, and whether that node is an article."""
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


def beside_headline(tree: Any, title: str, lexicon: Lexicon) -> Iterator[PageDate]:
    """Yield the dates on short lines beside the headline, except those marked as dates of a change.

    There may be several different ones; if one is marked as the date of publication, only that one is given.
    """
    blocks = [(" ".join(text.split()), tag) for text, tag in _blocks(tree)]
    blocks = [(text, tag) for text, tag in blocks if text]
    at = _headline(blocks, title)
    if at is None:
        return
    found = list(_dated(_lines_below(blocks, at), lexicon)) or list(_dated(_lines_above(blocks, at), lexicon))[-1:]
    said = [one for one in found if _PUBLISHED.search(one.words)]
    yield from said[:1] or found


def _headline(blocks: list[tuple[str, str]], title: str) -> int | None:
    """The index of the block that is the headline; None where there is none.

    It is the first heading with the words of the title, else the first h1, unless that is as short as a site's
    name and the title is elsewhere.
    """
    headings = [(i, text) for i, (text, tag) in enumerate(blocks) if tag in _HEADINGS]
    same = next((i for i, text in headings if title and (text in title or title in text) and len(text) > 10), None)
    if same is not None:
        return same
    first = next((i for i, (_, tag) in enumerate(blocks) if tag == "h1"), None)
    alike = next((i for i, (text, _) in enumerate(blocks) if title and text == title), None)
    is_short = first is not None and len(blocks[first][0].split()) <= _SITE_WORDS
    return alike if first is None or alike is not None and is_short else first


def _lines_below(blocks: list[tuple[str, str]], at: int) -> Iterator[str]:
    """Yield the lines from the headline to the text; one paragraph (a summary or a caption) is skipped."""
    passed = False
    for text, tag in blocks[at + 1 : at + 1 + _BELOW]:
        if len(text) > _PARAGRAPH or len(text) > _SENTENCE and text.endswith((".", "”", '"')):
            if passed:
                return
            passed = True
        elif tag == "h1":
            return
        elif len(text) <= (_SENTENCE if passed else _SHORT):
            yield text


def _lines_above(blocks: list[tuple[str, str]], at: int) -> Iterator[str]:
    for text, _ in blocks[max(0, at - _ABOVE) : at]:
        yield text


def _dated(lines: Iterator[str], lexicon: Lexicon) -> Iterator[PageDate]:
    """Yield the dates in short lines, each day once."""
    seen = set()
    for line in lines:
        if len(line) > _SHORT or _NO_DATE_LINE.search(line):
            continue
        said = line[: change.start()] if (change := _CHANGED.search(line)) else line
        order = days.MONTH_FIRST if _AMERICAN.search(line) else ""
        for found in days.find(said, lexicon, order)[:1]:
            if found.day and found.day not in seen:
                seen.add(found.day)
                yield PageDate("a date beside the page's headline", line, found.day, lesser=True)


def _blocks(tree: Any) -> Iterator[tuple[str, str]]:
    """Yield the text of a page in blocks, in order, each with the name of its element; menus are left out."""
    piece: list[str] = []
    tag = ""
    for event, node in _walk(tree):
        name = node.tag if isinstance(node.tag, str) else ""
        if name in _BLOCKS:
            yield " ".join(piece), tag
            piece, tag = [], name if event == "start" else ""
        if event == "start" and node.text and name:
            piece.append(node.text)
        elif event == "end" and node.tail:
            piece.append(node.tail)
    yield " ".join(piece), tag


def _walk(tree: Any) -> Iterator[tuple[str, Any]]:
    """Yield the start and the end of each element outside menus, in order; does not use recursion."""
    ahead: list[tuple[str, Any]] = [("start", body) for body in tree.iter("body")][:1]
    while ahead:
        event, node = ahead.pop()
        if event == "start" and isinstance(node.tag, str) and node.tag not in _ELSEWHERE:
            yield event, node
            ahead.append(("end", node))
            ahead.extend(("start", child) for child in reversed(node))
        elif event == "start":
            ahead.append(("tail", node))
        else:
            yield "end", node
