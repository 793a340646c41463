"""Lines of a scraped text that are no part of the article: menus, subscribe boxes, teasers, feeds, bylines.

What the lines look like stands in data/lexicon/boilerplate.csv; here is how far each kind reaches. In doubt a
line stays: losing the article's words is worse than keeping a stray heading.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from itertools import accumulate

from contactline.lexicon import Lexicon, derived

_LONGEST_NOISE = 400
_HEAD_LINES = 8
_MENU_RUN = 4
_MENU_WORDS = 4
_REPEATED = 3
_TWICE_WORDS = 5
_SCRIPT_WORDS = 20
_SHORT_BODY_WORDS = 12
_FORM_SHARE = 4
_BODY_WORDS = 12
_TAIL_BODY_WORDS = 60
_HEADLINE_WORDS = 25
_ENDING = 8
_FLOWING_LINES = 3
_FLOWING_SHARE = 0.6
_NARROWEST_WRAP = 40
_WIDEST_WRAP = 110
_FULL_STOP = re.compile(r"[.!?…:;,][)\]”’»'\"]*\Z")
_CUT_OFF = re.compile(r"(?:…|\.\.\.|\[…\]|\[\.\.\.\])\Z")
_ITEM = re.compile(r"[-*•▪·–]\s|\d{1,2}[.)]\s")
_BULLET = re.compile(r"\A[-*•▪·–»›>|]\s+(?=\S)")
_LETTER = re.compile(r"[^\W\d_]")
_LATIN = re.compile("[A-Za-zÀ-ɏḀ-ỿ]")
_DATED = re.compile(
    r"\b(?:19|20)\d{2}[-/.]\d{1,2}[-/.]\d{1,2}\b|\b\d{1,2}[-/.]\d{1,2}[-/.](?:19|20)\d{2}\b"
    r"|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,?\s+\d{1,2}\b"
    r"|\b\d{1,2}(?:st|nd|rd|th)?\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Cut:
    """A run of lines to leave out, line break included; ``reason`` says by which rule or table row."""

    start: int
    end: int
    reason: str


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int  # without the line break
    text: str
    words: int
    stops: bool  # with a full stop or another mark at its end
    flows: bool = False  # a line of a hard-wrapped paragraph

    @property
    def is_body(self) -> bool:
        """Running text: long, and with a full stop, or hard-wrapped."""
        return self.flows or self.words >= _BODY_WORDS and self.stops


@dataclass(frozen=True, slots=True)
class _Table:
    pattern: re.Pattern[str]
    scopes: dict[str, str]  # group name -> scope
    rows: dict[str, str]  # group name -> table row, for the reason


@derived
def _table(lexicon: Lexicon) -> _Table:
    """All patterns as one expression, a group a row: a line is looked at once."""
    rows = lexicon.rows("boilerplate")
    parts = [f"(?P<r{i}>{row['pattern']})" for i, row in enumerate(rows)]
    return _Table(
        pattern=re.compile("|".join(parts) or r"(?!)", re.IGNORECASE),
        scopes={f"r{i}": row["scope"] for i, row in enumerate(rows)},
        rows={
            f"r{i}": f"boilerplate.csv, line {row['#line']}: like “{row['example']}”" for i, row in enumerate(rows)
        },
    )


def find(text: str, title: str, lexicon: Lexicon) -> tuple[Cut, ...]:
    """The noise of a text, in order. The title's own line is never cut; a text without noise gives no cuts."""
    lines = _lines(text)
    if len(lines) < 2:
        return ()
    table = _table(lexicon)
    matched = [_match(line, table) for line in lines]
    reasons: list[str] = [""] * len(lines)
    _mark_table(lines, matched, reasons)
    _mark_menus(lines, reasons)
    _mark_repeated(lines, reasons)
    _mark_twice(lines, reasons)
    _mark_other_script(lines, reasons)
    _mark_teasers(lines, reasons)
    if title and (own := next((i for i, line in enumerate(lines) if _plain(line.text) == _plain(title)), -1)) >= 0:
        reasons[own] = ""
    return tuple(_runs(lines, reasons, len(text)))


def _lines(text: str) -> list[_Line]:
    """The lines that hold something, with their offsets."""
    found: list[_Line] = []
    block: list[_Line] = []
    position = 0
    for raw in text.split("\n"):
        stripped = raw.strip()
        if stripped:
            start = position + raw.index(stripped[0])
            stops = _FULL_STOP.search(stripped[-_ENDING:]) is not None
            block.append(_Line(start, start + len(stripped), stripped, stripped.count(" ") + 1, stops))
        elif block:
            found.extend(_wrapped(block))
            block = []
        position += len(raw) + 1
    return found + _wrapped(block)


def _wrapped(block: list[_Line]) -> list[_Line]:
    """The lines of a block, marked as flowing where it is a hard-wrapped paragraph: next words had no room."""
    width = max((len(line.text) for line in block), default=0)
    if len(block) < _FLOWING_LINES or not _NARROWEST_WRAP <= width <= _WIDEST_WRAP:
        return block
    full = sum(
        not line.stops and len(line.text) + 1 + len(following.text.split(" ", 1)[0]) > width
        for line, following in zip(block, block[1:], strict=False)
    )
    return [replace(line, flows=True) for line in block] if full >= _FLOWING_SHARE * (len(block) - 1) else block


def _match(line: _Line, table: _Table) -> tuple[str, str]:
    """The (scope, reason) of the table row that the whole line matches, ("", "") where none does."""
    if line.flows or len(line.text) > _LONGEST_NOISE:
        return "", ""
    match = table.pattern.fullmatch(_BULLET.sub("", line.text, count=1))
    if match is None or match.lastgroup is None:
        return "", ""
    return table.scopes[match.lastgroup], table.rows[match.lastgroup]


def _mark_table(lines: list[_Line], matched: list[tuple[str, str]], reasons: list[str]) -> None:
    """Give each line that a table row reaches its reason."""
    body_words = 0
    after = list(accumulate((line.words if line.is_body else 0 for line in reversed(lines)), initial=0))[::-1]
    left = list(accumulate((line.words for line in reversed(lines)), initial=0))[::-1]
    for index, (line, (scope, reason)) in enumerate(zip(lines, matched, strict=True)):
        if scope == "line":
            reasons[index] = reason
        elif scope == "list":
            _mark_list(lines, index, reason, reasons)
        elif scope in ("tail", "link"):
            form = not after[index + 1] and left[index + 1] <= _FORM_SHARE * body_words
            if body_words >= (_SHORT_BODY_WORDS if form else max(_TAIL_BODY_WORDS, after[index + 1])):
                reasons[index:] = [reason] * (len(lines) - index)
                break
            reasons[index] = reason
            if body_words and index + 1 < len(lines) and _is_headline(lines[index + 1]):
                reasons[index + 1] = reason
        elif scope == "byline" and (index < _HEAD_LINES or not after[index]) and line.words <= 20:
            if not _DATED.search(line.text):
                reasons[index] = reason
        if line.is_body and not reasons[index]:
            body_words += line.words


def _mark_list(lines: list[_Line], index: int, reason: str, reasons: list[str]) -> None:
    """Mark a heading such as "Topics:" where list items follow it, and those items."""
    following = index + 1
    while following < len(lines) and _ITEM.match(lines[following].text) and not lines[following].is_body:
        following += 1
    if following > index + 1:
        reasons[index:following] = [reason] * (following - index)


def _is_headline(line: _Line) -> bool:
    return not line.is_body and not line.stops and _MENU_WORDS <= line.words <= _HEADLINE_WORDS


def _mark_menus(lines: list[_Line], reasons: list[str]) -> None:
    """Mark runs of short lines before the first or after the last line of running text: menus and footers."""
    body = [i for i, line in enumerate(lines) if line.is_body and not reasons[i]]
    if not body:
        return
    for first, last in ((0, body[0]), (body[-1] + 1, len(lines))):
        run: list[int] = []
        for index in range(first, last + 1):
            if index < last and (reasons[index] or _is_menu_item(lines[index])):
                run.append(index)
                continue
            if len(run) >= _MENU_RUN:
                unmatched = [i for i in run if not reasons[i]]
                if not first and unmatched and _is_headline(lines[unmatched[-1]]):
                    unmatched.pop()  # the last line over the text may be its headline
                for i in unmatched:
                    reasons[i] = "a run of short lines: a menu"
            run = []


def _is_menu_item(line: _Line) -> bool:
    return line.words <= _MENU_WORDS and not line.stops and not _DATED.search(line.text)


def _mark_repeated(lines: list[_Line], reasons: list[str]) -> None:
    """Mark short lines that come again and again."""
    counts = Counter(line.text for line in lines)
    for index, line in enumerate(lines):
        if counts[line.text] >= _REPEATED and line.words <= 6 and not line.stops:
            reasons[index] = reasons[index] or "the same short line again and again"


def _mark_twice(lines: list[_Line], reasons: list[str]) -> None:
    """Mark a headline or a paragraph that stands in the text before, word for word."""
    seen: set[str] = set()
    for index, line in enumerate(lines):
        if line.flows or line.words < _TWICE_WORDS or reasons[index]:
            continue
        words = _plain(line.text)
        if words in seen:
            reasons[index] = "the same line once more"
        seen.add(words)


def _mark_other_script(lines: list[_Line], reasons: list[str]) -> None:
    """Mark short lines in another script than Latin, where the text is in Latin script."""
    latin = [_is_latin(line.text) for line in lines]
    if sum(line.words for line, own in zip(lines, latin, strict=True) if not own) * 2 > sum(
        line.words for line in lines
    ):
        return
    for index, line in enumerate(lines):
        if not latin[index] and line.words <= _SCRIPT_WORDS:
            reasons[index] = reasons[index] or "a short line in another script"


def _is_latin(text: str) -> bool:
    """Whether at least half of the letters are; a text without letters is."""
    return text.isascii() or 2 * len(_LATIN.findall(text)) >= len(_LETTER.findall(text))


def _mark_teasers(lines: list[_Line], reasons: list[str]) -> None:
    """Mark the cut-off summary of another story and the headline over it, at the end of the article."""
    cut_off = [_CUT_OFF.search(line.text[-_ENDING:]) is not None for line in lines]
    body = [i for i, line in enumerate(lines) if line.is_body and not reasons[i] and not cut_off[i]]
    if sum(lines[i].words for i in body) < _TAIL_BODY_WORDS:
        return
    for index in range(body[-1] + 1, len(lines)):
        if cut_off[index] and not reasons[index]:
            reasons[index] = "the cut-off summary of another story"
            above = lines[index - 1]
            if not reasons[index - 1] and not above.is_body and above.words <= _HEADLINE_WORDS:
                reasons[index - 1] = "the headline of another story"


def _runs(lines: list[_Line], reasons: list[str], length: int) -> list[Cut]:
    """Cuts of whole lines with their line breaks, neighbours of one reason joined."""
    cuts: list[Cut] = []
    for index, reason in enumerate(reasons):
        if not reason:
            continue
        end = lines[index + 1].start if index + 1 < len(lines) else length
        if index + 1 < len(lines) and not reasons[index + 1]:
            end = min(end, lines[index].end + 1)
        start = lines[index].start
        if cuts and cuts[-1].end == start and cuts[-1].reason == reason:
            cuts[-1] = Cut(cuts[-1].start, end, reason)
        else:
            cuts.append(Cut(start, end, reason))
    return cuts


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))
