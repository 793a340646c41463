"""Lines of a scraped text that are not part of the article: menus, subscription boxes, teasers, lists of links.

boilerplate.csv describes such lines; this module decides how many lines each kind affects, and finds what can be
recognised by shape alone. In doubt a line is kept: losing words of the article is worse than keeping a menu.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import accumulate, groupby

from contactline.lexicon import Lexicon, derived

_LONGEST_MATCHED = 400  # characters; longer lines are paragraphs and are not compared with the table
_HEAD_LINES = 8  # first lines in which a byline without a date is removed
_BYLINE_WORDS = 20  # words of the longest byline
_MENU_RUN = 4  # short lines in a row that make a menu
_MENU_WORDS = 4  # words of the longest menu item; a headline has as many or more
_HEADLINE_WORDS = 25  # words of the longest headline
_REPEATED = 3  # times that a short line must occur to be removed wherever it is
_REPEATED_WORDS = 6  # words of the longest such line
_SAME_LINE_WORDS = 5  # words of the shortest line that is removed where it was already seen
_OTHER_SCRIPT_WORDS = 20  # words of the longest line in another script that is removed
_BODY_WORDS = 12  # words of the shortest line that counts as running text
_BODY_BEFORE_TAIL = 60  # words of running text before everything after a line may be removed
_BODY_BEFORE_FORM = 12  # the same, if no running text follows and little text at all
_FORM_SHARE = 4  # "little text": at most so many times the words of the running text before
_TEASERS = 6  # most lines of teasers after which the article may go on
_STORY_LINES = 60  # lines before such a box whose words show the subject of the article
_LONG_WORD = 5  # least letters of a word that shows the subject of a text
_SAME_STORY, _SAME_STORY_TEASED = (
    0.3,
    0.5,
)  # least share of such words that occurred before; for one paragraph under a headline
_LINE_END = 8  # characters at a line's end in which its punctuation is looked for
_FLOWING_LINES = 3  # lines of the shortest block that can be a hard-wrapped paragraph
_FLOWING_SHARE = 0.6  # least share of its lines that are full
_NARROWEST_WRAP, _WIDEST_WRAP = 40, 110  # characters of its longest line, least and most
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
    """A run of whole lines to remove, with its line break. ``reason``: the rule or the row of the table."""

    start: int
    end: int
    reason: str


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int  # excludes the line break
    text: str
    words: int
    is_closed: bool  # ends with a full stop or another mark
    is_wrapped: bool = False  # a line of a hard-wrapped paragraph

    @property
    def is_body(self) -> bool:
        """Whether it is running text: long and with a full stop, or hard-wrapped."""
        return self.is_wrapped or self.words >= _BODY_WORDS and self.is_closed

    @property
    def is_headline(self) -> bool:
        return not self.is_body and not self.is_closed and _MENU_WORDS <= self.words <= _HEADLINE_WORDS

    @property
    def is_menu_item(self) -> bool:
        return self.words <= _MENU_WORDS and not self.is_closed and not _DATED.search(self.text)


@dataclass(frozen=True, slots=True)
class _Match:
    """The row of the table that a line matches: its scope (a value of that column) and the reason to record."""

    scope: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class _Table:
    pattern: re.Pattern[str]
    matches: dict[str, _Match]  # group name -> its row


Reasons = tuple[str, ...]
"""The reason to remove each line, "" for a line that is kept."""


@derived
def _table(lexicon: Lexicon) -> _Table:
    """All patterns as one regular expression with a group for each row, so that a line is matched only once."""
    rows = lexicon.rows("boilerplate")
    patterns = [f"(?P<r{i}>{row['pattern']})" for i, row in enumerate(rows)]
    return _Table(
        pattern=re.compile("|".join(patterns) or r"(?!)", re.IGNORECASE),
        matches={
            f"r{i}": _Match(row["scope"], f"boilerplate.csv, line {row['#line']}: like “{row['example']}”")
            for i, row in enumerate(rows)
        },
    )


def find(text: str, title: str, lexicon: Lexicon) -> tuple[Cut, ...]:
    """Find the lines to remove from a text, in order. The line of the title is kept, and so is a text of one
    line.
    """
    lines = _lines(text)
    if len(lines) < 2:
        return ()
    reasons = _by_table(lines, _table(lexicon))
    for rule in _BY_SHAPE:
        reasons = rule(lines, reasons)
    if title:
        words = _words(title)
        own = next((i for i, line in enumerate(lines) if _words(line.text) == words), None)
        reasons = _with(reasons, {} if own is None else {own: ""})
    return tuple(_cuts(lines, reasons, len(text)))


def _lines(text: str) -> list[_Line]:
    """The non-empty lines, with their offsets."""
    lines: list[_Line] = []
    block: list[_Line] = []
    position = 0
    for raw in text.split("\n"):
        stripped = raw.strip()
        if stripped:
            start = position + raw.index(stripped[0])
            is_closed = _FULL_STOP.search(stripped[-_LINE_END:]) is not None
            block.append(_Line(start, start + len(stripped), stripped, stripped.count(" ") + 1, is_closed))
        elif block:
            lines.extend(_wrapped(block))
            block = []
        position += len(raw) + 1
    return lines + _wrapped(block)


def _wrapped(block: list[_Line]) -> list[_Line]:
    """The lines between two blank ones, marked if they are a hard-wrapped paragraph.

    They are if most lines are full, that is, if the first word of the next line would not have fitted.
    """
    width = max((len(line.text) for line in block), default=0)
    if len(block) < _FLOWING_LINES or not _NARROWEST_WRAP <= width <= _WIDEST_WRAP:
        return block
    full = sum(
        not line.is_closed and len(line.text) + 1 + len(following.text.split(" ", 1)[0]) > width
        for line, following in zip(block, block[1:], strict=False)
    )
    is_wrapped = full >= _FLOWING_SHARE * (len(block) - 1)
    return [replace(line, is_wrapped=True) for line in block] if is_wrapped else block


def _by_table(lines: list[_Line], table: _Table) -> Reasons:
    """The reasons for removing lines, from the rows of the table.

    What a match removes depends on the row's scope: the line; a heading and the list below it; the line and the
    headline below it ("link", "tail"), or everything after it if enough of the article comes before; a byline
    without a date.
    """
    reasons = [""] * len(lines)
    body_before = 0
    body_from = list(accumulate((line.words if line.is_body else 0 for line in reversed(lines)), initial=0))[::-1]
    words_from = list(accumulate((line.words for line in reversed(lines)), initial=0))[::-1]
    for index, line in enumerate(lines):
        found = _match(line, table)
        if found.scope in ("tail", "link"):
            after = index + 1
            is_end = _ends_article(body_before, body_from[after], words_from[after])
            goes_on = _goes_on(lines, index, table) if is_end else None
            if is_end and goes_on is None:
                reasons[index:] = [found.reason] * (len(lines) - index)
                break
            has_teaser = body_before and after < len(lines) and lines[after].is_headline
            reach: Iterable[int] = range(index, goes_on or (after + 1 if has_teaser else after))
        else:
            reach = _reach(found.scope, lines, index, body_from[index])
        for reached in reach:
            reasons[reached] = found.reason
        if line.is_body and not reasons[index]:
            body_before += line.words
    return tuple(reasons)


def _match(line: _Line, table: _Table) -> _Match:
    """The row of the table that matches the whole line without its bullet; an empty match where none does."""
    if line.is_wrapped or len(line.text) > _LONGEST_MATCHED:
        return _Match()
    found = table.pattern.fullmatch(_BULLET.sub("", line.text, count=1))
    return table.matches[found.lastgroup] if found and found.lastgroup else _Match()


def _ends_article(body_before: int, body_after: int, words_after: int) -> bool:
    """Whether everything from a line on can be removed, by the number of words of running text before and after
    it.
    """
    is_form = not body_after and words_after <= _FORM_SHARE * body_before
    return body_before >= (_BODY_BEFORE_FORM if is_form else max(_BODY_BEFORE_TAIL, body_after))


def _goes_on(lines: list[_Line], index: int, table: _Table) -> int | None:
    """The line at which the article goes on after a line such as "Related" at ``index``; None where it does not.

    It goes on if running text without a headline follows, after at most some teasers, and has the same subject as
    the text before.
    """
    after = index + 1
    while after < len(lines) and after <= index + _TEASERS and not lines[after].is_body:
        if _match(lines[after], table).scope == "tail":
            return None
        after += 1
    following: list[_Line] = []
    for line in lines[after : after + _TEASERS]:
        if not line.is_body or _CUT_OFF.search(line.text[-_LINE_END:]):
            break
        following.append(line)
    if not following:
        return None
    before = lines[max(0, index - _STORY_LINES) : index]  # a bounded number, as a page may have many such boxes
    known = {word for line in before for word in _long_words(line.text)}
    own = [word for line in following for word in _long_words(line.text)]
    is_under_headline = after > index + 1
    share = _SAME_STORY_TEASED if is_under_headline and len(following) == 1 else _SAME_STORY
    return after if own and sum(word in known for word in own) >= share * len(own) else None


def _long_words(text: str) -> list[str]:
    return [word for word in _words(text).split() if len(word) >= _LONG_WORD]


def _reach(scope: str, lines: list[_Line], index: int, body_from: int) -> Iterable[int]:
    """The lines that a row with scope line, list or byline removes if it matches at ``index``."""
    line = lines[index]
    if scope == "line":
        return (index,)
    if scope == "list":
        end = index + 1
        while end < len(lines) and _ITEM.match(lines[end].text) and not lines[end].is_body:
            end += 1
        return range(index, end) if end > index + 1 else ()
    at_edge = index < _HEAD_LINES or not body_from
    is_byline = scope == "byline" and at_edge and line.words <= _BYLINE_WORDS and not _DATED.search(line.text)
    return (index,) if is_byline else ()


def _menus(lines: list[_Line], reasons: Reasons) -> Reasons:
    """Remove runs of short lines before the first or after the last line of running text: menus and footers."""
    body = [i for i, line in enumerate(lines) if line.is_body and not reasons[i]]
    if not body:
        return reasons
    menu: list[int] = []
    for first, last in ((0, body[0]), (body[-1] + 1, len(lines))):
        for is_short, group in groupby(range(first, last), lambda i: bool(reasons[i]) or lines[i].is_menu_item):
            run = list(group)
            if not is_short or len(run) < _MENU_RUN:
                continue
            items = [i for i in run if not reasons[i]]
            if first == 0 and items and lines[items[-1]].is_headline:
                items.pop()  # the last line above the text may be its headline
            menu += items
    return _with(reasons, dict.fromkeys(menu, "a run of short lines: a menu"))


def _repeated(lines: list[_Line], reasons: Reasons) -> Reasons:
    """Remove a short line that occurs several times: it belongs to the page."""
    counts = Counter(line.text for line in lines)
    again = [
        i
        for i, line in enumerate(lines)
        if counts[line.text] >= _REPEATED
        and line.words <= _REPEATED_WORDS
        and not line.is_closed
        and not reasons[i]
    ]
    return _with(reasons, dict.fromkeys(again, "the same short line again and again"))


def _seen_before(lines: list[_Line], reasons: Reasons) -> Reasons:
    """Remove a headline or paragraph that repeats an earlier line word for word."""
    seen: set[str] = set()
    copies = []
    for index, line in enumerate(lines):
        if line.is_wrapped or line.words < _SAME_LINE_WORDS or reasons[index]:
            continue
        words = _words(line.text)
        if words in seen:
            copies.append(index)
        seen.add(words)
    return _with(reasons, dict.fromkeys(copies, "the same line once more"))


def _in_other_script(lines: list[_Line], reasons: Reasons) -> Reasons:
    """Remove a short line in another script from a text that is mostly in Latin script."""
    other = [i for i, line in enumerate(lines) if not _is_latin(line.text)]
    if 2 * sum(lines[i].words for i in other) > sum(line.words for line in lines):
        return reasons
    short = [i for i in other if lines[i].words <= _OTHER_SCRIPT_WORDS and not reasons[i]]
    return _with(reasons, dict.fromkeys(short, "a short line in another script"))


def _is_latin(text: str) -> bool:
    """Whether at least half of the letters are Latin; true for a text without letters."""
    return text.isascii() or 2 * len(_LATIN.findall(text)) >= len(_LETTER.findall(text))


def _teasers(lines: list[_Line], reasons: Reasons) -> Reasons:
    """Remove the truncated summary of another story at the end of the article, with the headline above it."""
    is_cut_off = [_CUT_OFF.search(line.text[-_LINE_END:]) is not None for line in lines]
    body = [i for i, line in enumerate(lines) if line.is_body and not reasons[i] and not is_cut_off[i]]
    if sum(lines[i].words for i in body) < _BODY_BEFORE_TAIL:
        return reasons
    found: dict[int, str] = {}
    for index in range(body[-1] + 1, len(lines)):
        if not is_cut_off[index] or reasons[index]:
            continue
        found[index] = "the cut-off summary of another story"
        above = lines[index - 1]
        is_kept = not reasons[index - 1] and index - 1 not in found
        if is_kept and not above.is_body and above.words <= _HEADLINE_WORDS:
            found[index - 1] = "the headline of another story"
    return _with(reasons, found)


_BY_SHAPE = (_menus, _repeated, _seen_before, _in_other_script, _teasers)
"""The rules on the shape of lines, in order: each takes the lines and their reasons so far, and adds to the
reasons."""


def _with(reasons: Reasons, changes: Mapping[int, str]) -> Reasons:
    return tuple(changes.get(i, reason) for i, reason in enumerate(reasons)) if changes else reasons


def _cuts(lines: list[_Line], reasons: Reasons, length: int) -> list[Cut]:
    """Cuts of whole lines with their line breaks; adjacent cuts with the same reason are joined."""
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


def _words(text: str) -> str:
    """The words of a text in lower case, without punctuation and spacing."""
    return " ".join(re.findall(r"\w+", text.lower()))
