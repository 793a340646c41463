"""Print layout in the text of a PDF: words broken at line ends, page numbers, running heads."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from contactline.cleaning.edits import Edit
from contactline.lexicon import Lexicon, derived

_BREAK = re.compile(r"(?<=[^\W\d_][^\W\d_])-[ \t]*\r?\n[ \t]*(?=([^\W\d_]{2,}))")
_LAST_LETTERS = re.compile(r"[^\W\d_]+$")
_LONGEST_WORD = 60  # most letters before a hyphen; a longer run is not a word
_PAGE_NUMBER = re.compile(
    r"[ \t]*(?:page\s+)?[-–—]?[ \t]*\d{1,4}(?:[ \t]*(?:/|of)[ \t]*\d{1,4})?[ \t]*[-–—]?[ \t]*", re.IGNORECASE
)
_COLUMNS = re.compile(r"\S {4,}\S")
_LONGEST_HEAD = 120  # most characters of a line above or below the text of every page
_SENTENCE_END = (".", "!", "?", ":", "”", '"', "’", "»", ")")
_NUMBER, _HEAD = "page number", "running head: a line of every page"


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    text: str
    key: str  # its letters only, which are the same in this line on other pages


def edits(raw: str, lexicon: Lexicon) -> Iterator[Edit]:
    """Yield the edits that remove the layout: broken words are joined, lines repeated on every page are removed.

    Page numbers and running heads are only looked for where form feeds separate the pages.
    """
    yield from _broken_words(raw, lexicon)
    if "\f" in raw.strip():
        yield from _page_breaks(raw)


@derived
def _first_parts(lexicon: Lexicon) -> frozenset[str]:
    """Words before a hyphen that belongs to the word: "Armenian-held", "Russia-backed"."""
    words = {word for row in lexicon.rows("countries") for value in row.values() for word in str(value).split(";")}
    return frozenset(word.strip().lower() for word in words if word.strip())


def _broken_words(raw: str, lexicon: Lexicon) -> Iterator[Edit]:
    """Yield edits that join words broken at the end of a line; a hyphen that belongs to the word stays."""
    breaks = list(_BREAK.finditer(raw))
    lower = raw.lower() if breaks else ""
    for match in breaks:
        before = _LAST_LETTERS.search(raw[max(0, match.start() - _LONGEST_WORD) : match.start()])
        first, second = before[0] if before else "", match[1]
        own = first.lower() in _first_parts(lexicon) or f"{first}-{second}".lower() in lower
        of_one_case = second.islower() or first.isupper() and second.isupper()
        yield Edit(match.start(), match.end(), "-" if own or not of_one_case else "")


def _page_breaks(raw: str) -> Iterator[Edit]:
    """Yield edits that remove what is between the texts of two pages; a sentence across both is not divided."""
    pages = [_lines(raw, start, end) for start, end in _pages(raw)]
    outer = Counter(key for page in pages for key in {line.key for line in (*page[:2], *page[-2:]) if line.key})
    heads = [_outer(page, outer, is_top=True, is_first=i == 0) for i, page in enumerate(pages)]
    feet = [
        _outer(page[len(head) :], outer, is_top=False, is_first=False)
        for page, head in zip(pages, heads, strict=True)
    ]
    for head, foot in zip(heads, feet, strict=True):
        for line in (*head, *foot):
            yield Edit(line.start, line.end, reason=_NUMBER if not line.key else _HEAD)
    kept = [page[len(head) : len(page) - len(foot)] for page, head, foot in zip(pages, heads, feet, strict=True)]
    for before, after, head, foot in zip(kept, kept[1:], heads[1:], feet, strict=False):
        if before and after and after[0].text[:1].islower() and not before[-1].text.endswith(_SENTENCE_END):
            yield from _gaps(before[-1].end, after[0].start, [*foot, *head])


def _gaps(start: int, end: int, lines: list[_Line]) -> Iterator[Edit]:
    """Yield edits that replace the white space around removed lines by one blank."""
    words = " "
    for line in lines:
        if line.start > start:
            yield Edit(start, line.start, words)
            words = ""
        start = line.end
    if end > start:
        yield Edit(start, end, words)


def _pages(raw: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in re.finditer("\f", raw):
        yield start, match.start()
        start = match.end()
    yield start, len(raw)


def _lines(raw: str, start: int, end: int) -> list[_Line]:
    """The lines of a page with words."""
    found = []
    for match in re.finditer(r"[^\n]+", raw[start:end]):
        text = match[0].strip()
        if text:
            is_number = len(text) <= _LONGEST_HEAD and _PAGE_NUMBER.fullmatch(text)
            key = "" if is_number else re.sub(r"[\W\d_]", "", text.lower())
            found.append(_Line(start + match.start(), start + match.end(), text, key))
    return found


def _outer(page: list[_Line], outer: Counter[str], *, is_top: bool, is_first: bool) -> list[_Line]:
    """The first or last lines of a page that are not part of its text, in their order."""
    found = []
    for line in page[:2] if is_top else reversed(page[-2:]):
        repeated = line.key and outer[line.key] > 1 and not is_first
        of_columns = is_top and not is_first and _COLUMNS.search(line.text)
        if len(line.text) > _LONGEST_HEAD or line.key and not repeated and not of_columns:
            break
        found.append(line)
    return found if is_top else found[::-1]
