"""Dependency parses of the sentences that may hold an event.

The parser (data/parser, Universal Dependencies of English) gets each sentence on its own, made easier to
read: a found name is one word ("Nikol_Pashinyan", as in training); a date with its preposition, quotation
marks and what stands in brackets are left out, since a small parser hangs whole clauses on them.
What was left out comes back as tokens of their own (``dep`` "date" or "punct") beside their neighbour.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

from contactline import locations
from contactline.lexicon import Lexicon, derived, patterns
from contactline.records import Document, Mention, Span, Timex, Token

LONGEST = 250
"""Words given to the parser at once; a longer run is parsed in pieces (broken text, never a sentence)."""

_QUOTES = frozenset("\"“”„«»‘`''")
_DATE_PREPOSITIONS = frozenset({"on", "in", "at", "since", "until", "during", "by", "from", "of", "for", "to"})
_OPENERS = frozenset({"after", "before", "since", "when", "as"})
"""A date that ends in one of these opens a clause ("a day after the attack began") and stays."""
_PLAIN = {"cease-fire": "ceasefire", "anti-terrorist": "military"}
"""What stands for a hyphenated word that the treebanks do not have."""
_ASIDE = 40


@cache
def load(model: Path = locations.PARSER) -> Any:
    """The spaCy pipeline. Importing spaCy costs most of a second, so it waits until something is parsed."""
    import spacy

    with _fast_products():
        return spacy.load(model)


@contextmanager
def _fast_products() -> Iterator[None]:
    """NumPy's matrix products, on one core: faster than the parser's own, and threads would only wait here."""
    from thinc.api import use_ops

    with use_ops("numpy", use_blis=False), _threads().limit(limits=1, user_api="blas"):
        yield


@cache
def _threads() -> Any:
    from threadpoolctl import ThreadpoolController

    return ThreadpoolController()


def _head_word(phrase: str) -> str:
    """The noun that a description is about: "prisoners" of "Armenian prisoners of war"."""
    return phrase.partition(" of ")[0].rpartition(" ")[2]


def parse(
    document: Document,
    mentions: Sequence[Mention],
    timexes: Sequence[Timex],
    indexes: Iterable[int],
    lexicon: Lexicon,
    model: Path = locations.PARSER,
) -> dict[int, tuple[Token, ...]]:
    """The parses of the sentences with these indexes, as {index: tokens in the order of the text}."""
    wanted = sorted(indexes)
    if not wanted:
        return {}
    nlp = load(model)
    plans = [
        plan
        for index in wanted
        for plan in _plans(nlp, document, index, _within(document, index, mentions), timexes, mentions, lexicon)
    ]
    parsed: dict[int, list[Token]] = {}
    with _fast_products():
        docs = list(nlp.pipe((p.doc for p in plans), batch_size=128))
    for plan, doc in zip(plans, docs, strict=True):
        tokens = parsed.setdefault(plan.sentence, [])
        tokens.extend(_tokens(plan, doc, document, mentions, len(tokens)))
    return {index: tuple(tokens) for index, tokens in parsed.items()}


def _within(document: Document, index: int, mentions: Sequence[Mention]) -> list[int]:
    sentence = document.sentences[index]
    first = bisect_left(mentions, sentence.start, key=lambda m: m.start)
    found = []
    for i in range(first, len(mentions)):
        if mentions[i].start >= sentence.end:
            break
        if mentions[i].end <= sentence.end:
            found.append(i)
    return found


class _Plan:
    """A run of words for the parser and what each of them is in the text."""

    __slots__ = ("sentence", "doc", "words", "kept")

    def __init__(self, sentence: int, doc: Any, words: list[tuple[int, int, int, str]], kept: list[int]):
        self.sentence = sentence
        self.doc = doc
        self.words = words  # (start, end, mention, "" | "date" | "punct")
        self.kept = kept  # indexes of the words that the parser sees


def _plans(
    nlp: Any,
    document: Document,
    index: int,
    names: list[int],
    timexes: Sequence[Timex],
    mentions: Sequence[Mention],
    lexicon: Lexicon,
) -> Iterable[_Plan]:
    from spacy.tokens import Doc

    sentence = document.sentences[index]
    text = document.text[sentence.start : sentence.end]
    words = _words(nlp, text, sentence.start, names, mentions, lexicon)
    _leave_out(words, document.text, _dates_of(sentence.start, sentence.end, timexes))
    _leave_asides(words, document.text)
    for at in range(0, len(words), LONGEST):
        part = words[at : at + LONGEST]
        kept = [i for i, word in enumerate(part) if not word[3]]
        if not kept:
            continue
        shown = []
        for i in kept:
            start, end, mention, _ = part[i]
            own = document.text[start:end]
            shown.append(own.replace(" ", "_") if mention >= 0 else _PLAIN.get(own.lower(), own))
        spaces = [True] * len(shown)
        starts: list[bool | int | None] = [True, *([False] * (len(shown) - 1))]
        yield _Plan(index, Doc(nlp.vocab, words=shown, spaces=spaces, sent_starts=starts), part, kept)


def _words(
    nlp: Any, text: str, offset: int, names: list[int], mentions: Sequence[Mention], lexicon: Lexicon
) -> list[tuple[int, int, int, str]]:
    """The words of a sentence; a name is one word, what hangs on it ("'s", "-brokered") words of their own."""
    words: list[tuple[int, int, int, str]] = []
    at = 0
    for number in [*names, -1]:
        until = mentions[number].start - offset if number >= 0 else len(text)
        if until > at:
            for token in nlp.tokenizer(text[at:until]):
                own = token.text
                if own.isspace():
                    continue
                start = offset + at + token.idx
                if words and own[0] in "-–" and len(own) > 1 and words[-1][2] >= 0 and words[-1][1] == start:
                    words.append((start, start + 1, -1, ""))  # "Russian-brokered"
                    own, start = own[1:], start + 1
                words.append((start, start + len(own), -1, "punct" if own in _QUOTES else ""))
        if number >= 0:
            mention = mentions[number]
            words.append((mention.start, mention.end, number, ""))
            at = mention.end - offset
    return _hyphenated(words, text, offset, lexicon)


@derived
def _compounds(lexicon: Lexicon) -> frozenset[str]:
    """Words of the tables that are written with a hyphen: one word to the patterns, so one to the parser."""
    classes = patterns.word_classes(lexicon).values()
    table = patterns.load(lexicon)
    return frozenset(
        word
        for words in (*classes, table.by_verb, table.by_noun, table.by_adjective)
        for word in words
        if "-" in word
    )


def _hyphenated(
    words: list[tuple[int, int, int, str]], text: str, offset: int, lexicon: Lexicon
) -> list[tuple[int, int, int, str]]:
    joined: list[tuple[int, int, int, str]] = []
    i = 0
    compounds = _compounds(lexicon)
    while i < len(words):
        if i + 2 < len(words) and words[i][1] == words[i + 1][0] and words[i + 1][1] == words[i + 2][0]:
            whole = text[words[i][0] - offset : words[i + 2][1] - offset].lower()
            if whole in compounds:
                joined.append((words[i][0], words[i + 2][1], -1, ""))
                i += 3
                continue
        joined.append(words[i])
        i += 1
    return joined


def _dates_of(start: int, end: int, timexes: Sequence[Timex]) -> list[Span]:
    spans: list[Span] = []
    for i in range(bisect_left(timexes, start, key=lambda t: t.start), len(timexes)):
        if timexes[i].start >= end:
            break
        if timexes[i].kind == "date" and (not spans or timexes[i].words != spans[-1]):
            spans.append(timexes[i].words)
    return spans


def _leave_out(words: list[tuple[int, int, int, str]], text: str, dates: list[Span]) -> None:
    """Marks dates, with the preposition before them, as left out; a date that owns something stays."""
    position = 0
    for start, end in dates:
        while position < len(words) and words[position][1] <= start:
            position += 1
        last = position
        while last < len(words) and words[last][0] < end:
            last += 1
        if last == position:
            continue
        if last < len(words) and text[words[last][0] : words[last][1]] in ("'s", "’s", "'", "’"):
            continue
        if text[words[last - 1][0] : words[last - 1][1]].lower() in _OPENERS:
            continue
        first = position
        while first and text[words[first - 1][0] : words[first - 1][1]].lower() in (
            "the",
            "earlier",
            "late",
            "early",
        ):
            first -= 1
        if first and text[words[first - 1][0] : words[first - 1][1]].lower() in _DATE_PREPOSITIONS:
            first -= 1
        else:
            first = position
        for i in range(first, last):
            if words[i][2] < 0:
                words[i] = (*words[i][:3], "date")
        position = last


def _leave_asides(words: list[tuple[int, int, int, str]], text: str) -> None:
    """Marks what stands in brackets as left out: a second name, an abbreviation, a reporter's note."""
    opened: int | None = None
    for i, (start, end, _, _) in enumerate(words):
        own = text[start:end]
        if own in "([":
            opened = i
        elif own in ")]" and opened is not None:
            if 1 < i - opened <= _ASIDE and i + 1 < len(words):
                for k in range(opened, i + 1):
                    words[k] = (*words[k][:3], "punct")
            opened = None


def _tokens(plan: _Plan, doc: Any, document: Document, mentions: Sequence[Mention], base: int) -> Iterable[Token]:
    """The words with their parse; of "Armenian troops" the last word is the one that patterns look at."""
    place = {word: kept for kept, word in enumerate(plan.kept)}
    for i, (start, end, mention, out) in enumerate(plan.words):
        own = document.text[start:end]
        if out:
            left = next((k for k in range(i - 1, -1, -1) if k in place and doc[place[k]].pos_ != "PUNCT"), None)
            beside = left if left is not None else plan.kept[0]
            pos = "PUNCT" if out == "punct" else "NUM"
            yield Token(base + i, start, end, own, own.lower(), pos, out, base + beside, "")
            continue
        token = doc[place[i]]
        common = mention >= 0 and mentions[mention].form in ("title", "description")
        yield Token(
            base + i,
            start,
            end,
            own,
            _head_word(own.lower()) if common else own.lower(),
            token.pos_,
            token.dep_,
            base + plan.kept[token.head.i],
            str(token.morph),
            mention,
        )
