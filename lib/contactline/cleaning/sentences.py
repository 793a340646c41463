"""Where sentences begin and end, in text that may be hard-wrapped, run together or without full stops."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from contactline.lexicon import Lexicon, derived
from contactline.records import Sentence, Span

LONGEST = 1500
"""Characters of the longest sentence: a longer one is cut at a pause, so that later stages need not handle it."""

_NARROWEST_WRAP, _WIDEST_WRAP = 40, 110  # characters of the longest line of a hard-wrapped paragraph
_LINE_START = 60  # characters of a line in which its first word ends
_CANDIDATE = re.compile(r"[.!?…]+|\n|\"")
_CLOSERS = frozenset(")]”’»'")
_OPENERS = frozenset("([“‘„‚«\"'—–-*•")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_LIST_ITEM = re.compile(r"\s*(?:[-*•▪·–—]\s|\d{1,3}[.)]\s)")
_UNFINISHED = re.compile(
    r"(?:,|(?<![^\W\d_])(?:a|an|the|of|and|to|in|on|at|by|for|with|from|between|its|their|his|her))\s*\Z"
)
"""The end of a line after which its sentence goes on, whatever letter the next line begins with."""
_FULL_STOP = re.compile(r"[.!?…][)\]”’»'\"]*\s*\Z")
_ADDRESS = re.compile(r"(?:https?:|www\.|@)\S*$")
_INDENT = 20  # characters of the deepest indentation of a list item
_WORD_START = 12  # characters of the next word that are examined
_BEFORE_WORD = re.compile(r"[\s(\[“‘«\"]")
_DOTTED_LETTERS = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]")
_TOKEN_BEFORE = 40  # characters before a full stop in which the word before it begins
_STRAY_CLOSER = re.compile(r" [”»](?!\w)")
_ACRONYM = re.compile(r"(?:[^\W\d_]\.){2,}")
_DOMAINS = frozenset(
    {"am", "az", "com", "edu", "eu", "ge", "gov", "info", "ir", "net", "org", "ru", "tr", "tv", "uk"}
)
"""Endings of addresses that texts on the conflict name as words ("News.Az"): no sentence begins with them."""
_PAUSES = ("; ", ": ", ", ", " ")


@dataclass(frozen=True, slots=True)
class _Words:
    abbreviations: dict[str, str]  # abbreviation without its last full stop -> title, number, month or other
    openers: frozenset[str]  # words that begin sentences: "The"


@dataclass(frozen=True, slots=True)
class _Stop:
    """A single full stop and its surroundings, which alone decide whether it ends a sentence."""

    before: str  # the word before it
    is_item_number: bool  # that word is a number of up to three digits that begins its line: "1."
    after: str  # the beginning of the next word, white space and opening quotes skipped
    is_quote_between: bool  # whether an opening quote or bracket is between them
    is_opener: bool  # whether the next word is one that begins sentences


@derived
def _words(lexicon: Lexicon) -> _Words:
    return _Words(
        abbreviations={row["form"]: row["kind"] for row in lexicon.rows("abbreviations")},
        openers=frozenset(row["word"] for row in lexicon.rows("sentence_openers")),
    )


def split(text: str, lexicon: Lexicon) -> tuple[Sentence, ...]:
    """Split a text into sentences, in order, without the white space around them.

    A blank line ends a sentence, and so does a line break unless the line is hard-wrapped and the sentence goes
    on. A full stop ends one unless it belongs to an abbreviation, an initial, a number or an address; sentences
    that run together ("enclave.Azerbaijan said") are separated. A span without a letter or digit is not a
    sentence; one longer than ``LONGEST`` is cut at a pause. Time grows in proportion to the text.
    """
    pieces = (piece for span in _spans(text, _words(lexicon)) for piece in _trimmed(text, *span))
    return tuple(Sentence(index, start, end) for index, (start, end) in enumerate(pieces))


def _spans(text: str, words: _Words) -> Iterator[Span]:
    """Yield the spans between the ends of sentences, with their white space."""
    wrapped = _wrapped_breaks(text)
    start = 0
    in_quotes = False
    for mark in _CANDIDATE.finditer(text):
        found, at = mark[0], mark.start()
        if found == '"':
            in_quotes = not in_quotes
        elif at < start:
            continue  # it is one of the closing marks of the sentence before
        elif found == "\n":
            if at not in wrapped:
                yield start, at
                start, in_quotes = at + 1, False
        else:
            end = _after_closing_marks(text, mark.end(), in_quotes)
            if _ends_sentence(text, start, mark, end, words):
                yield start, end
                start = end
    yield start, len(text)


def _wrapped_breaks(text: str) -> frozenset[int]:
    """Offsets of the line breaks inside a sentence: those of hard-wrapped lines, and those before a lower-case
    line.
    """
    breaks: set[int] = set()
    block: list[Span] = []
    position = 0
    for line in text.split("\n"):
        if line.strip():
            block.append((position, position + len(line)))
        else:
            breaks |= _breaks_in_block(text, block)
            block = []
        position += len(line) + 1
    return frozenset(breaks | _breaks_in_block(text, block))


def _breaks_in_block(text: str, block: list[Span]) -> set[int]:
    """The breaks between hard-wrapped lines of a block: a line was wrapped if the next word would not fit, or
    if its last word cannot end a sentence.
    """
    flowing = [span for span in block if not text[slice(*span)].isupper()]  # a headline in capitals sets no width
    width = max((end - start for start, end in flowing), default=0)
    is_paragraph = len(block) > 2 or bool(block) and _FULL_STOP.search(text[slice(*block[-1])]) is not None
    can_be_wrapped = is_paragraph and _NARROWEST_WRAP <= width <= _WIDEST_WRAP
    breaks = set()
    for (start, end), (next_start, next_end) in zip(block, block[1:], strict=False):
        following = text[next_start : min(next_end, next_start + _LINE_START)].lstrip()
        if _LIST_ITEM.match(following) or (text[start:end].isupper() and not following.isupper()):
            continue
        first_word = following.split(None, 1)[0] if following else ""
        is_full = len(text[start:end].rstrip()) + 1 + len(first_word) > width
        goes_on = is_full or _UNFINISHED.search(text[max(start, end - _LINE_START) : end]) is not None
        if following[:1].islower() or can_be_wrapped and goes_on:
            breaks.add(end)
    return breaks


def _after_closing_marks(text: str, end: int, in_quotes: bool) -> int:
    """The offset after a full stop and the closing quotes and brackets that belong to it ("the river. ”.")."""
    first = end
    while end < len(text):
        mark = text[end]
        if mark == "'" and text[end + 1 : end + 2].isalpha():
            break
        if mark in _CLOSERS or (mark == '"' and in_quotes):
            in_quotes = in_quotes and mark != '"'
        elif not (mark == "." and end > first or _STRAY_CLOSER.match(text, end)):
            break
        end += 1
    return end


def _ends_sentence(text: str, start: int, mark: re.Match[str], end: int, words: _Words) -> bool:
    """Whether a ".", "!" or "?" ends the sentence from ``start``. ``end``: the offset after its closing marks."""
    following = end
    while following < len(text) and text[following].isspace():
        following += 1
    if following >= len(text):
        return True
    is_spaced = following > end
    while following < len(text) and text[following] in _OPENERS:
        following += 1
    if following >= len(text):
        return is_spaced
    first = text[following]
    if first.islower() or not (first.isalnum() or is_spaced):
        return False
    if mark[0] != ".":
        return is_spaced or (first.isupper() and mark[0][0] in "!?…")
    stop = _stop(text, start, mark.start(), following, following > end, words)
    return _ends_with_space(stop, words) if is_spaced else _ends_without_space(stop, words)


def _stop(text: str, start: int, at: int, following: int, is_quote_between: bool, words: _Words) -> _Stop:
    before = _BEFORE_WORD.split(text[max(start, at - _TOKEN_BEFORE) : at])[-1]
    next_word = _WORD.match(text, following)
    return _Stop(
        before=before,
        is_item_number=before.isdigit() and len(before) <= 3 and _begins_line(text, at - len(before)),
        after=text[following : following + _WORD_START],
        is_quote_between=is_quote_between,
        is_opener=next_word is not None and next_word[0] in words.openers,
    )


def _ends_with_space(stop: _Stop, words: _Words) -> bool:
    """Whether a full stop before a space ends a sentence: not after "Gen." or "1.", possibly after "Inc."."""
    kind = words.abbreviations.get(stop.before)
    if kind == "title":
        return False
    if kind in ("number", "month"):
        return not stop.after[0].isdigit()
    is_initial = len(stop.before) == 1 and stop.before.isupper() or _DOTTED_LETTERS.fullmatch(stop.before)
    if kind == "other" or is_initial:
        return stop.is_opener
    return not stop.is_item_number


def _ends_without_space(stop: _Stop, words: _Words) -> bool:
    """Whether two sentences run together at a full stop: "enclave.Azerbaijan", but not "news.Az" or "1.First"."""
    before, after = stop.before, stop.after
    if stop.is_item_number and len(before) == 1 or not before:
        return False
    if before in words.abbreviations or _ADDRESS.search(before):
        return False
    if not (after[0].isupper() or stop.is_quote_between):
        return False
    word = _WORD.match(after)
    if word and word[0].lower() in _DOMAINS:
        return False
    if stop.is_quote_between:
        return len(before) > 1 and "." not in before
    begins_like_sentence = after[1:2].islower() or stop.is_opener or _ACRONYM.match(after) is not None
    return begins_like_sentence and _ends_like_sentence(before)


def _ends_like_sentence(before: str) -> bool:
    """Whether the word before a full stop can end a sentence: no initial, and no word with full stops in it."""
    word = before.rstrip(")]”’»'\"%")
    if "." in word or not (len(word) > 1 or word.isdigit()):
        return False
    return word[-1].islower() or word[-1].isdigit() or word.isupper() or word != before


def _begins_line(text: str, at: int) -> bool:
    return not text[text.rfind("\n", max(0, at - _INDENT), at) + 1 : at].strip() if at else True


def _trimmed(text: str, start: int, end: int) -> list[Span]:
    """The span without white space around it, cut into pieces of at most LONGEST; [] where it has no word."""
    pieces = []
    while True:
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        if end - start <= LONGEST:
            break
        cut = _last_pause(text, start + LONGEST // 2, start + LONGEST)
        pieces.append((start, cut + 1))
        start = cut + 1
    pieces.append((start, end))
    return [(a, b) for a, b in pieces if any(c.isalnum() for c in text[a:b])]


def _last_pause(text: str, start: int, end: int) -> int:
    """The offset of the last pause of the strongest kind in a span; its last character where there is none."""
    return next((at for pause in _PAUSES if (at := text.rfind(pause, start, end)) > 0), end - 1)
