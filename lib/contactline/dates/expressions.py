"""Finds the date expressions of a text.

The text is read once, word by word, and the shapes of the grammar are tried wherever a word can begin one;
expressions are then joined to ranges and extended by times of day. ``resolution`` gives them their values.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from contactline.dates.bare_dates import is_date_in_context
from contactline.dates.grammar import grammar
from contactline.dates.ranges import with_ranges
from contactline.dates.shapes import Shape
from contactline.dates.weeks import with_weeks
from contactline.dates.words import DateWords, Expression, first_words, second_words, starter_of
from contactline.lexicon import Lexicon
from contactline.records import Document

_WORD = re.compile(r"[^\W\d_]+|\d+|['’](?=\d\d)")
_WORD_BEHIND = re.compile(r"\s{1,3}([^\W\d_]+|\d|['’])")
_WIRE = re.compile(r"(?<![^\W_])[A-Z]{2,4}$")  # before a date in a wire service's number: "APW19980227.0476"
_WIRE_FIGURES = (6, 8)  # numbers of digits of such a date
_BEFORE_ANY_NOUN = frozenset({"the", "a", "an", "that", "this"})
"""Very frequent words that begin a date only if the next word is one of dates, too; so that is checked first."""
_OTHER_NUMBERS = "$€£#@_"  # digits directly after these are not a date

_CONTEXT = 24  # characters before a date in which "since" or "until" is looked for
_OPEN = re.compile(
    r"\b(?P<since>since|(?<!week\s)(?<!weeks\s)(?<!days\s)from|starting(?:\sfrom|\son|\sin)?|beginning(?:\sin"
    r"|\son))\s(?:the\s)?$|\b(?P<until>until|till|up\sto|up\suntil|through|by|no\slater\sthan|not\slater\sthan)\s(?:the\s)?$"
    r"|\b(?P<before>before|prior\sto|ahead\sof|earlier\sthan)\s(?:the\s)?$|\b"
    r"(?P<after>after|following|post)\s(?:the\s)?$",
    re.I,
)
_LONGEST_TIME = 40  # characters of a time of day before its day
_TIME = r"(?:\d{1,2}[:.]\d\d(?:\s?[ap]\.?m\b\.?)?|\d{1,2}\s?(?:[ap]\.?m\b\.?|o['’]clock)|noon|midnight)"
_ZONE = r"(?:\s\(?(?:[A-Z]\w+|local)\stime\b\)?|\s\(?(?:GMT|UTC|CET|MSK)\b\)?)"
_TIME_BEFORE = re.compile(rf"(?<![\w:.]){_TIME}{_ZONE}?,?\s(?:on\s)?(?:the\s)?$")
_TIME_BEHIND = re.compile(rf"(?:,?\s(?:at\s)?{_TIME}{_ZONE}?|,{_ZONE}|{_ZONE})")


def find(document: Document, lexicon: Lexicon) -> tuple[Expression, ...]:
    """The date expressions of an article in the order of the text, not overlapping, without their values."""
    return find_in(document.text, lexicon)


def find_in(text: str, lexicon: Lexicon) -> tuple[Expression, ...]:
    """As ``find``, for bare text."""
    found: list[Expression] = []
    group = 0
    for _, expressions in readings(text, lexicon):
        if expressions[0].group:
            group += 1
            expressions = [replace(e, group=group) for e in expressions]
        found.extend(expressions)
    return tuple(_with_time(text, _with_open_end(text, e)) for e in with_weeks(text, with_ranges(text, found)))


def readings(text: str, lexicon: Lexicon) -> Iterator[tuple[Shape, list[Expression]]]:
    """Yield the shapes matched in a text in order, each with its expressions, before dates are joined to
    ranges.
    """
    shapes = grammar(lexicon)
    starters, seconds = first_words(lexicon), second_words(lexicon)
    end = 0
    for m in _WORD.finditer(text):
        word = m[0]
        if m.start() < end or word.isalpha() and word.lower() not in starters:
            continue
        starter = _starter_at(text, m, starters, seconds, shapes.words)
        if starter is None:
            continue
        shape, expressions = shapes.read(text, m.start(), starter)
        if shape is not None and is_date_in_context(text, expressions, shapes.words):
            end = expressions[-1].end
            yield shape, expressions


def _starter_at(
    text: str, m: re.Match[str], starters: frozenset[str], seconds: frozenset[str], words: DateWords
) -> str | None:
    """The kind of expression that a word or number can begin (see shapes.STARTERS); None for none."""
    word, at = m[0], m.start()
    before = text[at - 1] if at else " "
    if word[0].isdigit():
        if before in _OTHER_NUMBERS or _inside_number(text, at):
            return None
        if not before.isalpha():
            return "digit"
        glued = len(word) in _WIRE_FIGURES and _WIRE.search(text, max(0, at - 5), at)
        return "glued" if glued else None
    if word in "'’":
        return "quote"
    if before in "@#":
        return None
    if word.lower() not in _BEFORE_ANY_NOUN:
        return starter_of(word, words)
    following = _WORD_BEHIND.match(text, m.end())
    ahead = following[1].lower() if following else ""
    if word not in ("the", "The"):
        return None if ahead.isalpha() and ahead not in seconds else starter_of(word, words)
    if ahead in ("", "the") or ahead.isalpha() and ahead not in starters:
        return None
    return starter_of(word, words, ahead)


def _inside_number(text: str, at: int) -> bool:
    """Whether the digits continue to the left: "20,000", "3.14"."""
    return at > 1 and text[at - 1] in ".," and text[at - 2].isdigit()


def _with_open_end(text: str, e: Expression) -> Expression:
    """The expression with the open end of "since 1988", "until May", "before 2020", "after Monday"; a range has
    none.
    """
    if e.kind != "date" or e.group:
        return e
    m = _OPEN.search(text[max(0, e.start - _CONTEXT) : e.start])
    return replace(e, open=m.lastgroup) if m and m.lastgroup else e


def _with_time(text: str, e: Expression) -> Expression:
    """The expression of a day extended by a time of day and time zone: "00:00 on the 10th, Moscow time"."""
    if e.kind != "date" or e.group or (e.day is None and e.weekday is None and e.unit != "day"):
        return e
    before = _TIME_BEFORE.search(text, max(0, e.start - _LONGEST_TIME), e.start)
    behind = _TIME_BEHIND.match(text, e.end)
    if before is None and behind is None:
        return e
    return replace(e, words=(before.start() if before else e.words[0], behind.end() if behind else e.words[1]))
