"""The facts about an article that its file states above the text, in lines of "key: value"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from contactline.cleaning.page_markup import iso_day
from contactline.records import PageDate

_BLOCK = re.compile(r"\s*---[ \t]*\r?\n(?:.*\n){1,60}?---[ \t]*(?:\r?\n|\Z)")
_FIELD = re.compile(r"^(\w[\w ]{0,30}):[ \t]*(.*(?:\n[ \t]+.*)*)", re.MULTILINE)
_TITLE_KEYS = ("title", "post_title", "headline")
_DATE_KEYS = ("date", "post_date", "published", "published_time", "pubdate", "publish_date")
_HEAD = 4000  # characters from the start within which a line can date an article without front matter
_DATE_LINE = re.compile(
    rf"^[ \t]*(?:{'|'.join(_DATE_KEYS)}|datepublished)[ \t]*[:=][ \t]*['\"]?((?:19|20)\d\d-\d\d-\d\d)",
    re.MULTILINE | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The block between two "---" lines that begins a file: where it ends (0: there is none), title and dates."""

    end: int = 0
    title: str = ""
    dates: tuple[PageDate, ...] = ()


def read(raw: str) -> FrontMatter:
    """The front matter of a raw text; a block without a single "key: value" line is none."""
    block = _BLOCK.match(raw)
    fields = {field[1].strip().lower(): field[2] for field in _FIELD.finditer(block[0])} if block else {}
    if block is None or not fields:
        return FrontMatter()
    title = next((fields[key] for key in _TITLE_KEYS if fields.get(key)), "")
    stated = [(key, fields.get(key, "").strip("'\" ")) for key in _DATE_KEYS]
    dates = [
        PageDate("the file's front matter", f"{key}: {words}", day)
        for key, words in stated
        if (day := iso_day(words))
    ]
    return FrontMatter(block.end(), _plain_title(title), tuple(dates))


def date_line(raw: str) -> tuple[PageDate, ...]:
    """The day of a line like "date: 2021-05-17" near the top without front matter around it, or nothing."""
    line = _DATE_LINE.search(raw[:_HEAD])
    day = iso_day(line[1]) if line else None
    return (PageDate("a line at the head of the file", line[0].strip(), day),) if line and day else ()


def _plain_title(title: str) -> str:
    """A title without YAML's quotes and escapes, on one line."""
    title = re.sub(r"\\u([0-9a-fA-F]{4})", lambda m: chr(int(m[1], 16)), title.strip("'\"|> \n"))
    return " ".join(title.replace("\\_", " ").replace("\\\n", "").replace("\\ ", "").split())
