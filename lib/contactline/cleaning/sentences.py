"""Where sentences begin and end, in text that may be hard-wrapped, glued together or without full stops."""

from __future__ import annotations

import re
from dataclasses import dataclass

from contactline.lexicon import Lexicon, derived
from contactline.records import Sentence, Span

LONGEST = 1500
"""Characters of the longest sentence: what is longer is cut at a pause, so that no stage meets an endless one."""

_WIDEST_WRAP = 110
_CANDIDATE = re.compile(r"[.!?…]+|\n|\"")
_CLOSERS = frozenset(")]”’»'")
_OPENERS = frozenset("([“‘„‚«\"'—–-*•")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_LIST_ITEM = re.compile(r"\s*(?:[-*•▪·–—]\s|\d{1,3}[.)]\s)")
_FULL_STOP = re.compile(r"[.!?…][)\]”’»'\"]*\s*\Z")
_ADDRESS = re.compile(r"(?:https?:|www\.|@)\S*$")
_TOKEN_BEFORE = 40
_STRAY_CLOSER = re.compile(r" [”»](?!\w)")
_ACRONYM = re.compile(r"(?:[^\W\d_]\.){2,}")
_DOMAINS = frozenset(
    {"am", "az", "com", "edu", "eu", "ge", "gov", "info", "ir", "net", "org", "ru", "tr", "tv", "uk"}
)
_PAUSES = ("; ", ": ", ", ", " ")


@dataclass(frozen=True, slots=True)
class _Words:
    kinds: dict[str, str]  # abbreviation without its last full stop -> kind
    openers: frozenset[str]


@derived
def _words(lexicon: Lexicon) -> _Words:
    return _Words(
        kinds={row["form"]: row["kind"] for row in lexicon.rows("abbreviations")},
        openers=frozenset(row["word"] for row in lexicon.rows("sentence_openers")),
    )


def split(text: str, lexicon: Lexicon) -> tuple[Sentence, ...]:
    """The sentences of a text, in order, without the white space around them.

    A blank line ends a sentence, a single line break does unless its line is a hard-wrapped one that goes on.
    Full stops end one unless they belong to an abbreviation, an initial, a number or an address; sentences
    run together ("enclave.Azerbaijan said") are parted. A span without a letter or digit is no sentence; one
    longer than ``LONGEST`` is cut at a pause. Time grows in proportion to the text.
    """
    words = _words(lexicon)
    soft = _soft_breaks(text)
    spans: list[Span] = []
    start = 0
    quoted = False
    for match in _CANDIDATE.finditer(text):
        found, at = match[0], match.start()
        if at < start:
            if found == '"':
                quoted = not quoted  # a closing mark that the sentence before already took
            continue
        if found == '"':
            quoted = not quoted
            continue
        if found == "\n":
            if at not in soft:
                spans.append((start, at))
                start = at + 1
                quoted = False
            continue
        end = _closed(text, match.end(), quoted)
        if _ends(text, start, at, found, end, words):
            spans.append((start, end))
            start = end
    spans.append((start, len(text)))
    pieces = (piece for span in spans for piece in _bounded(text, *span))
    return tuple(Sentence(index, a, b) for index, (a, b) in enumerate(pieces))


def _soft_breaks(text: str) -> frozenset[int]:
    """Offsets of the line breaks inside a sentence: of hard-wrapped lines, and before a line in lower case."""
    soft: set[int] = set()
    block: list[Span] = []
    position = 0
    for line in text.split("\n"):
        if line.strip():
            block.append((position, position + len(line)))
        else:
            _join(text, block, soft)
            block = []
        position += len(line) + 1
    _join(text, block, soft)
    return frozenset(soft)


def _join(text: str, block: list[Span], soft: set[int]) -> None:
    """Add to ``soft`` the breaks inside a block of lines: a line was wrapped if the next word had no room."""
    width = max((end - start for start, end in block), default=0)
    flowing = len(block) > 2 or bool(block) and _FULL_STOP.search(text[block[-1][0] : block[-1][1]]) is not None
    for (start, end), (next_start, next_end) in zip(block, block[1:], strict=False):
        following = text[next_start : min(next_end, next_start + 60)].lstrip()
        if _LIST_ITEM.match(following):
            continue
        first = following.split(None, 1)[0] if following else ""
        no_room = (
            flowing and 40 <= width <= _WIDEST_WRAP and len(text[start:end].rstrip()) + 1 + len(first) > width
        )
        if following[:1].islower() or no_room:
            soft.add(end)


def _closed(text: str, end: int, quoted: bool) -> int:
    """The end of a full stop with the closing quotes and brackets that belong to it (also "the river. ”.")."""
    first = end
    while end < len(text):
        mark = text[end]
        if mark == "'" and text[end + 1 : end + 2].isalpha():
            break
        if mark in _CLOSERS or (mark == '"' and quoted):
            quoted = quoted and mark != '"'
        elif not (mark == "." and end > first or _STRAY_CLOSER.match(text, end)):
            break
        end += 1
    return end


def _ends(text: str, start: int, at: int, marks: str, end: int, words: _Words) -> bool:
    """Whether the full stop, ! or ? at ``at`` ends the sentence from ``start``; closing marks go to ``end``."""
    following = end
    while following < len(text) and text[following].isspace():
        following += 1
    if following >= len(text):
        return True
    spaced = following > end
    while following < len(text) and text[following] in _OPENERS:
        following += 1
    if following >= len(text):
        return spaced
    after = text[following]
    if after.islower() or not (after.isalnum() or spaced):
        return False
    next_word = _WORD.match(text, following)
    opener = next_word is not None and next_word[0] in words.openers
    if "." not in marks or len(marks) > 1:
        return spaced or (after.isupper() and marks[0] in "!?…")
    before = re.split(r"[\s(\[“‘«\"]", text[max(start, at - _TOKEN_BEFORE) : at])[-1]
    if spaced:
        return _ends_spaced(text, at, before, after, opener, words)
    if len(before) == 1 and before.isdigit() and _starts_line(text, at - 1):
        return False  # "1.First": an item of a list
    return _ends_glued(before, after, text[following : following + 12], following > end, opener, words)


def _ends_spaced(text: str, at: int, before: str, after: str, opener: bool, words: _Words) -> bool:
    kind = words.kinds.get(before)
    if kind == "title":
        return False
    if kind in ("number", "month"):
        return not after.isdigit()
    if kind == "other":
        return opener
    if len(before) == 1 and before.isupper() or re.fullmatch(r"(?:[^\W\d_]\.)+[^\W\d_]", before):
        return opener
    if before.isdigit() and len(before) <= 3:
        return not _starts_line(text, at - len(before))
    return True


def _ends_glued(before: str, after: str, rest: str, quote_between: bool, opener: bool, words: _Words) -> bool:
    """Whether sentences run together at a full stop without a space: "enclave.Azerbaijan", not "news.Az"."""
    if not (after.isupper() or quote_between) or not before or before in words.kinds or _ADDRESS.search(before):
        return False
    word = _WORD.match(rest)
    if word and word[0].lower() in _DOMAINS:
        return False
    if quote_between:
        return len(before) > 1 and "." not in before
    if not (rest[1:2].islower() or opener or _ACRONYM.match(rest)):
        return False
    last = before.rstrip(")]”’»'\"%")
    return (
        (len(last) > 1 or last.isdigit())
        and "." not in last
        and (last[-1].islower() or last[-1].isdigit() or last.isupper() or last != before)
    )


def _starts_line(text: str, at: int) -> bool:
    return not text[text.rfind("\n", max(0, at - 20), at) + 1 : at].strip() if at else True


def _bounded(text: str, start: int, end: int) -> list[Span]:
    """The span without white space around it, cut into pieces of at most LONGEST; [] where it holds no word."""
    pieces = []
    while True:
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        if end - start <= LONGEST:
            break
        cut = next(
            (c for p in _PAUSES if (c := text.rfind(p, start + LONGEST // 2, start + LONGEST)) > 0),
            start + LONGEST - 1,
        )
        pieces.append((start, cut + 1))
        start = cut + 1
    pieces.append((start, end))
    return [(a, b) for a, b in pieces if any(c.isalnum() for c in text[a:b])]
