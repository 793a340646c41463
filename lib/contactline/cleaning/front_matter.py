"""Facts about an article that its file states above the text, in lines of "key: value"."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import date

from contactline.cleaning.page_dates import iso_day
from contactline.intake.addresses import is_address, is_article, publisher_of
from contactline.lexicon import Lexicon
from contactline.records import PageDate

_BLOCK = re.compile(
    r"\s*(?:(?P<fence>---|\+\+\+)[ \t]*\r?\n(?:.*\n){1,60}?(?P=fence)|\{[ \t]*\r?\n(?:.*\n){1,60}?\})"
    r"[ \t]*(?:\r?\n|\Z)"
)
"""The block of Jekyll, Obsidian and Zotero (YAML), and of Hugo (TOML or JSON, too)."""
_FIELD = re.compile(r"^(\w[\w ]{0,30}?)[ \t]*[:=][ \t]*(.*(?:\n[ \t]+.*)*)", re.MULTILINE)
_TITLE_KEYS = ("title", "post_title", "headline")
_PUBLISHER_KEYS = ("publisher", "source", "publication", "newspaper", "website", "site")
_AUTHOR_KEYS = ("author", "authors", "byline")
_URL_KEYS = ("url", "link", "source_url", "canonical_url", "permalink", "source")
_DATE_KEYS = (
    "date",
    "post_date",
    "published",
    "published_time",
    "published_at",
    "publishdate",
    "pubdate",
    "publish_date",
    "publication_date",
    "date_published",
    "datepublished",
    "issued",
)
"""Without "created" or "date added", which say when somebody saved a copy."""
_HEAD = 4000  # characters from the start within which a single line can date an article
_DATE_LINE = re.compile(
    rf"^[ \t]*(?:{'|'.join(_DATE_KEYS)}|datepublished)[ \t]*[:=][ \t]*['\"]?((?:19|20)\d\d-\d\d-\d\d)",
    re.MULTILINE | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The facts in the block at the start of a file. ``end``: the offset at which it ends, 0 where there is no
    block.
    """

    end: int = 0
    title: str = ""
    dates: tuple[PageDate, ...] = ()
    publisher: str = ""
    author: str = ""
    url: str = ""


def read(raw: str, lexicon: Lexicon) -> FrontMatter:
    """Read the front matter of a raw text. A block without any "key: value" line is not front matter."""
    block = _BLOCK.match(raw)
    fields = _fields(block[0]) if block else {}
    if block is None or not fields:
        return FrontMatter()
    title = next((fields[key] for key in _TITLE_KEYS if fields.get(key)), "")
    addresses = (word for key in _URL_KEYS if is_article(word := _plain_title(fields.get(key, ""))))
    names = {
        key: next((words for name in known if (words := _name(fields.get(name, "")))), "")
        for key, known in (("publisher", _PUBLISHER_KEYS), ("author", _AUTHOR_KEYS))
    }
    stated = [(key, fields.get(key, "").strip("'\" ")) for key in _DATE_KEYS]
    dates = [
        PageDate("the file's front matter", f"{key}: {words}", day)
        for key, words in stated
        if (day := iso_day(words) or _day_in_words(words, lexicon))
    ]
    url = next(addresses, "")
    publisher = names["publisher"] or publisher_of(url, lexicon)
    return FrontMatter(block.end(), _plain_title(title), tuple(dates), publisher, names["author"], url)


def _name(words: str) -> str:
    """A name, or the names of a list; "" for a web address."""
    words = ", ".join(
        part.strip("'\"- ") for part in words.strip("[] ").replace("\n", ",").split(",") if part.strip()
    )
    return "" if is_address(words) else _plain_title(words)


def _fields(block: str) -> dict[str, str]:
    """The fields of a block with their keys in lower case; empty for a block in broken JSON."""
    if block.lstrip().startswith("{"):
        try:
            values = json.loads(block)
        except (ValueError, RecursionError):
            return {}
        return {str(key).lower(): value for key, value in values.items() if isinstance(value, str)}
    return {field[1].strip().lower(): field[2] for field in _FIELD.finditer(block)}


def _day_in_words(words: str, lexicon: Lexicon) -> date | None:
    """The day of "4 October 2020" or "October 4, 2020", None for anything else."""
    parts = words.replace(",", " ").replace(".", " ").split()
    months = {row["word"].lower(): int(row["month"]) for row in lexicon.rows("months")}
    if len(parts) != 3:
        return None
    day, month = (parts[0], parts[1]) if parts[0].isdigit() else (parts[1], parts[0])
    if month.lower() not in months or not (day.isdigit() and parts[2].isdigit()):
        return None
    try:
        return date(int(parts[2]), months[month.lower()], int(day))
    except ValueError:
        return None


def date_line(raw: str) -> tuple[PageDate, ...]:
    """The day in a line like "date: 2021-05-17" near the top, without front matter around it; empty where there
    is none.
    """
    line = _DATE_LINE.search(raw[:_HEAD])
    day = iso_day(line[1]) if line else None
    return (PageDate("a line at the head of the file", line[0].strip(), day),) if line and day else ()


def _plain_title(title: str) -> str:
    """A title without YAML's quotes and escapes, on one line."""
    title = re.sub(r"\\u([0-9a-fA-F]{4})", lambda m: chr(int(m[1], 16)), title.strip("'\"|> \n"))
    return " ".join(title.replace("\\_", " ").replace("\\\n", "").replace("\\ ", "").split())
