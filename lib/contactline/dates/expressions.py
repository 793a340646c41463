"""Date expressions: finding them, and giving each its days.

``find`` reads the text once, word by word, and tries the shapes of timex_grammar where a word can begin one;
``resolve`` (timex_resolve) gives each its value once the article's own day is known.
"""

from __future__ import annotations

import re
from dataclasses import replace

from contactline.dates.grammar import grammar
from contactline.dates.resolution import resolve
from contactline.dates.words import Expression, Words, first_words, starter_of
from contactline.lexicon import Lexicon
from contactline.records import Document

__all__ = ["Expression", "find", "find_in", "resolve"]

_WORD = re.compile(r"[^\W\d_]+|\d+|['’](?=\d\d)")
_WIRE = re.compile(r"(?<![^\W_])[A-Z]{2,4}$")  # before a date in a wire service's number: "APW19980227.0476"
_FOLLOWING = re.compile(r"\s{1,3}([^\W\d_]+|\d|['’])")
_BARE_MONTH_BEFORE = re.compile(
    r"\b(?:in|of|since|until|till|by|during|from|to|last|next|this|early|late|mid|between|and|or|through"
    r"|throughout|before|"
    r"after|around|about|for|back in|through to|on|every|each|(?:early|late|mid)\s(?:in|to late))(?:\s+|-)$",
    re.I,
)
_NAME_BEFORE = re.compile(
    r"(?:^|[^.!?\s]\s)(?!(?:The|This|That|Its|His|Her|Their|Our|And|But|For)\s)[A-Z][a-z]+\s$"
)
_STRONG_MONTH_BEFORE = re.compile(
    r"\b(?:in|since|until|till|by|during|throughout|early|late|mid|of|last|next)(?:\s+|-)$", re.I
)
_YEAR_BEFORE = re.compile(
    r"(?:\b(?:in|of|since|until|till|by|during|from|to|last|next|this|early|late|mid|between|and|or|through"
    r"|throughout|before|"
    r"after|around|about|for|the|year|back to|as of|circa|c\.|a|its|his|their|spring|summer|autumn|winter"
    r"|fall)(?:\s+|-|,\s)|[(\[/–—-])$",
    re.I,
)
_COUNTED = re.compile(
    r"\s(?:of\s(?:the|its|his|their|them)\b|(?:[a-z]+(?:ed|ing|an|ic|al|ary|ese)\s)?(?:(?!was\b|is\b|has\b"
    r"|does\b|this\b|its\b|his\b|as\b|thus\b|across\b)[a-z]+s|people|men|women|children|troops|personnel|"
    r"km|kilomet\w+|meters?|metres?|m|mm|kg|tons?|tonnes?|miles?|percent|per\scent|dollars|euros|hectares"
    r"|square)\b)|[-‑](?:strong|meter|metre|km)|\s?%"
)
_OPEN = re.compile(
    r"\b(?P<since>since|(?<!week\s)(?<!weeks\s)(?<!days\s)from|starting(?:\sfrom|\son|\sin)?|beginning(?:\sin"
    r"|\son))\s(?:the\s)?$|\b(?P<until>until|till|up\sto|up\suntil|through)\s(?:the\s)?$"
    r"|\b(?P<before>before|prior\sto|by|ahead\sof|no\slater\sthan|not\slater\sthan)\s(?:the\s)?$|\b"
    r"(?P<after>after|following|post)\s(?:the\s)?$",
    re.I,
)
_RANGE_LINK = re.compile(r"\s?(?:-|–|—|--)\s?|\s(?:to|until|till|through|up\sto)\s(?:the\s|on\s|in\s)?", re.I)
_CLOCK = r"(?:\d{1,2}[:.]\d\d(?:\s?[ap]\.?m\b\.?)?|\d{1,2}\s?(?:[ap]\.?m\b\.?|o['’]clock)|noon|midnight)"
_ZONE = r"(?:\s\(?(?:[A-Z]\w+|local)\stime\b\)?|\s\(?(?:GMT|UTC|CET|MSK)\b\)?)"
_CLOCK_BEFORE = re.compile(rf"(?<![\w:.]){_CLOCK}{_ZONE}?,?\s(?:on\s)?(?:the\s)?$")
_CLOCK_BEHIND = re.compile(rf"(?:,?\s(?:at\s)?{_CLOCK}{_ZONE}?|,{_ZONE}|{_ZONE})")
_AND_LINK = re.compile(r",?\s(?:and|to)\s(?:the\s|on\s|in\s)?", re.I)
_IN_LINK = re.compile(r",?\s(?:in|on)\s(?:the\s)?", re.I)
_FROM = re.compile(r"\b(?:from|between|since)\s(?:(?:the|on|in|about|around)\s)?$", re.I)
_BETWEEN = re.compile(
    r"\b(?:between|night\sof|nights\sof|night\sfrom|overnight\sfrom)\s(?:(?:the|on|in)\s)?$", re.I
)


def find(document: Document, lexicon: Lexicon) -> tuple[Expression, ...]:
    """The date expressions of an article in the order of the text, not overlapping, unresolved."""
    return find_in(document.text, lexicon)


def find_in(text: str, lexicon: Lexicon) -> tuple[Expression, ...]:
    """As ``find``, for bare text."""
    shapes = grammar(lexicon)
    starters = first_words(lexicon)
    found: list[Expression] = []
    end = 0
    group = 0
    for m in _WORD.finditer(text):
        at = m.start()
        if at < end:
            continue
        word = m[0]
        if word[0].isdigit():
            if at and (text[at - 1] in "$€£#@_" or _inside_number(text, at)):
                continue
            kind = "digit"
            if at and text[at - 1].isalpha():
                if len(word) not in (6, 8) or _WIRE.search(text, max(0, at - 5), at) is None:
                    continue
                kind = "glued"
        elif word in "'’":
            kind = "quote"
        elif word.lower() in starters:
            if at and text[at - 1] in "@#":
                continue
            if word in ("the", "The"):  # the commonest word by far: worth a look ahead
                following = _FOLLOWING.match(text, m.end())
                ahead = following[1].lower() if following else ""
                if ahead in ("", "the") or ahead.isalpha() and ahead not in starters:
                    continue
            kind = starter_of(word, shapes.words)
        else:
            continue
        expressions = shapes.parse(text, at, kind)
        if not expressions or not _stands(text, expressions, shapes.words):
            continue
        end = expressions[-1].end
        if expressions[0].group:
            group += 1
            expressions = [replace(e, group=group) for e in expressions]
        found.extend(expressions)
    return tuple(_with_clock(text, e) for e in _mark_open(text, _join_ranges(text, found)))


def _inside_number(text: str, at: int) -> bool:
    """Whether figures go on to the left: "20,000", "3.14"."""
    return at > 1 and text[at - 1] in ".," and text[at - 2].isdigit()


def _stands(text: str, expressions: list[Expression], words: Words) -> bool:
    """Whether the words around allow the bare forms: May the month, 2020 the year."""
    e = expressions[0]
    if len(expressions) > 1 or e.form != "date" or e.kind != "date" or e.part or e.relation:
        return True
    before = text[max(0, e.start - 24) : e.start]
    after = text[e.end : e.end + 32]
    if e.month is not None and e.day is None and e.year is None and e.year_offset is None:
        word = re.match(r"\w+", e.text)
        alone = words.alone[word[0].lower()] if word else "yes"
        strong = _STRONG_MONTH_BEFORE.search(before) is not None
        if alone == "number":
            return False
        if alone == "context":
            if e.text[0].islower() or not _BARE_MONTH_BEFORE.search(before):
                return False
            return (
                strong
                or re.match(r"\s[a-z]+", after) is None
                or re.match(r"\s(?:in|on|at|and|with|when|the|to|for)\b", after) is not None
            )
        if strong or _BARE_MONTH_BEFORE.search(before):
            return True
        # Inside a name ("Black January", "October Revolution") a month is no date.
        name_before = _NAME_BEFORE.search(before)
        return name_before is None and re.match(r"\s[A-Z][a-z]+", after) is None
    if (
        e.month is None
        and e.day is None
        and e.year is not None
        and not e.era
        and e.weekday is None
        and e.text[0].isdigit()
    ):
        if (
            not 1000 <= e.year <= 2100
            or (e.year > 2050 or e.year < 1500)
            and not re.search(r"\b(?:in|since|of|by|year)\s$", before, re.I)
        ):
            return False
        if re.search(r"\b(?:until|till|since|before|by|from)\sat\s(?:least|the\slatest)\s$", before, re.I):
            return True
        if re.search(
            r"\b(?:No|no|number|Resolution|resolution|page|chapter|nearly|almost|least|than|some|over|killed"
            r"|wounded|only|approximately)\.?\s$",
            before,
        ):
            return False
        if re.search(r"\b(?:in|since|during)\s$", before, re.I):
            return True
        if re.search(r"\bof\s$", before) and 1900 <= e.year <= 1999:
            return True
        if re.search(r"\b[Tt]he\s$", before) and 1900 <= e.year <= 2035:
            return True  # "the 1972 shootings": what is counted in thousands has its comma
        return _COUNTED.match(after) is None or bool(
            re.match(
                r"\s(?:elections|wars|clashes|events|protests|hostilities|talks|agreements|negotiations)\b", after
            )
        )
    return True


def _join_ranges(text: str, found: list[Expression]) -> list[Expression]:
    """Mark "from June 2020 to May 2021" and "between Monday and Friday" as one range with two ends."""
    group = max((e.group for e in found), default=0)
    joined = list(found)
    for i in range(len(joined) - 1):
        first, last = joined[i], joined[i + 1]
        if first.group or last.group or first.kind != "date" or last.kind != "date":
            continue
        gap = text[first.end : last.start]
        if first.form == "shift" and first.unit == "year" and _IN_LINK.fullmatch(gap):
            if last.form == "date" and last.month is not None and last.year is None:  # "last year, in October"
                joined[i + 1] = replace(last, year_offset=first.offset, year_anchor=first.anchor)
            continue
        if len(gap) > 14:
            continue
        before = text[max(0, first.start - 24) : first.start]
        between = _BETWEEN.search(before)
        opened = between or _FROM.search(before)
        if not (_AND_LINK.fullmatch(gap) if between else _RANGE_LINK.fullmatch(gap)):
            if _AND_LINK.fullmatch(gap):  # "in September and October 2020" told in two expressions
                joined[i] = _inherit(first, last)
            continue
        absolute = first.form in ("date", "numeric") and last.form in ("date", "numeric")
        if not opened and not absolute:
            continue
        group += 1
        start = first.start - (len(before) - opened.start()) if opened else first.start
        span = (start, last.end)
        joined[i] = replace(_inherit(first, last), group=group, words=span)
        joined[i + 1] = replace(last, group=group, words=span)
    return joined


def _inherit(first: Expression, last: Expression) -> Expression:
    """The first end with the year (and month) that only the second tells."""
    if first.form != "date" or last.form != "date" or first.year is not None or first.relation:
        return first
    if first.month is not None:
        if last.year is None or last.month is None:
            return (
                replace(first, year_offset=last.year_offset, year_anchor=last.year_anchor)
                if last.year_offset is not None
                else first
            )
        return replace(first, year=last.year - (1 if first.month > last.month else 0), era=last.era)
    if first.day is not None and last.month is not None and last.day is not None:
        return replace(first, year=last.year, month=last.month)
    return first


def _mark_open(text: str, found: list[Expression]) -> list[Expression]:
    """Mark "since 1988", "until May", "before 2020", "after Monday"; what has two ends is not open."""
    marked = []
    for e in found:
        if e.kind == "date" and not e.group:
            m = _OPEN.search(text[max(0, e.start - 24) : e.start])
            if m is not None and m.lastgroup:
                e = replace(e, open=m.lastgroup)
        marked.append(e)
    return marked


def _with_clock(text: str, e: Expression) -> Expression:
    """The time of day and its zone belong to the words of a day: "00:00 on the 10th, Moscow time"."""
    if e.kind != "date" or e.group or (e.day is None and e.weekday is None and e.unit != "day"):
        return e
    before = _CLOCK_BEFORE.search(text, max(0, e.start - 40), e.start)
    behind = _CLOCK_BEHIND.match(text, e.end)
    return replace(e, words=(before.start() if before else e.words[0], behind.end() if behind else e.words[1]))
