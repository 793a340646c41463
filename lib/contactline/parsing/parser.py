"""Dependency parses of the sentences that may contain an event.

The parser (data/parser, Universal Dependencies of English) gets each sentence separately, in the form that
parser_input.py gives it. Words that were left out come back as separate tokens (``dep`` "date" or "punct")
attached to a neighbour.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from contactline import locations
from contactline.lexicon import Lexicon
from contactline.parsing import network, parser_input
from contactline.parsing.network import Reading
from contactline.parsing.parser_input import Word
from contactline.records import Document, Mention, Timex, Token

LONGEST = 250
"""Most words given to the parser at once; a longer run (broken text, never a sentence) is parsed in pieces."""


@cache
def load(model: Path = locations.PARSER) -> Any:
    """Load the spaCy pipeline. spaCy takes most of a second to import, so it is imported only when something is
    parsed.

    Raises OSError where there is no pipeline in the folder.
    """
    return network.load(model)


def parse(
    document: Document,
    mentions: Sequence[Mention],
    timexes: Sequence[Timex],
    indexes: Iterable[int],
    lexicon: Lexicon,
    model: Path = locations.PARSER,
) -> dict[int, tuple[Token, ...]]:
    """The parses of the sentences with these indexes, as {index: tokens in the order of the text}.

    ``mentions``, ``timexes``: those of the document, sorted by start. Raises OSError where there is no model.
    """
    wanted = sorted(indexes)
    if not wanted:
        return {}
    nlp = load(model)
    runs: list[_Run] = []
    shown: list[tuple[str, ...]] = []
    for index in wanted:
        sentence = document.sentences[index]
        words = parser_input.words(nlp.tokenizer, document, sentence, mentions, timexes, lexicon)
        for run in _runs(index, words):
            runs.append(run)
            shown.append(tuple(parser_input.shown(run.words[i], document.text) for i in run.kept))
    different = list(dict.fromkeys(shown))  # broken pages repeat a line thousands of times
    reading_of = dict(zip(different, network.read(nlp, different), strict=True))
    parsed: dict[int, list[Token]] = {}
    for run, key in zip(runs, shown, strict=True):
        tokens = parsed.setdefault(run.sentence, [])
        tokens.extend(_tokens(run, reading_of[key], document, mentions, len(tokens)))
    return {index: tuple(tokens) for index, tokens in parsed.items()}


@dataclass(frozen=True, slots=True)
class _Run:
    """Words of one sentence that are parsed together. ``kept``: indexes of the words that the parser gets."""

    sentence: int
    words: tuple[Word, ...]
    kept: tuple[int, ...]


def _runs(sentence: int, words: Sequence[Word]) -> Iterator[_Run]:
    """Yield the words of a sentence in runs of at most ``LONGEST``, without runs in which the parser gets no
    word.
    """
    for at in range(0, len(words), LONGEST):
        part = tuple(words[at : at + LONGEST])
        kept = tuple(i for i, word in enumerate(part) if not word.left_out)
        if kept:
            yield _Run(sentence, part, kept)


def _tokens(
    run: _Run, readings: Sequence[Reading], document: Document, mentions: Sequence[Mention], base: int
) -> Iterator[Token]:
    """The words with their parse. ``base``: the number of the run's first token in its sentence."""
    parsed = dict(zip(run.kept, readings, strict=True))
    neighbour = run.kept[0]  # the last word before that is no punctuation; at the start, the first word shown
    for i, word in enumerate(run.words):
        own = document.text[word.start : word.end]
        if word.left_out:
            pos = "PUNCT" if word.left_out == "punct" else "NUM"
            yield Token(base + i, word.start, word.end, own, own.lower(), pos, word.left_out, base + neighbour, "")
            continue
        pos, dep, head, features = parsed[i]
        if pos != "PUNCT":
            neighbour = i
        lower = own.lower() if word.mention < 0 else _lower(own, mentions[word.mention])
        yield Token(
            base + i, word.start, word.end, own, lower, pos, dep, base + run.kept[head], features, word.mention
        )


def _lower(name: str, mention: Mention) -> str:
    """A name in the form that patterns look up: for a title or description ("Armenian prisoners of war") only
    its noun.
    """
    if mention.form in ("title", "description"):
        return name.lower().partition(" of ")[0].rpartition(" ")[2]
    return name.lower()
