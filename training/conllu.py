"""Treebank sentences: read from CoNLL-U and turned into spaCy documents.

Format: https://universaldependencies.org/format.html
"""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from spacy.tokens import Doc
from spacy.vocab import Vocab


@dataclass(frozen=True, slots=True)
class Word:
    """A syntactic word. ``head``: index in the sentence, its own at the root. ``features``: "Key=Value|..." or "".

    ``text`` holds a whole name where one stands as one word.
    """

    text: str
    pos: str
    features: str
    head: int
    dep: str
    space_after: bool = True


Sentence = tuple[Word, ...]


def read(path: Path) -> Iterator[Sentence]:
    """The sentences of a CoNLL-U file, gzipped or plain, in order.

    A contraction ("don't", line 3-4) is given as its words with no space between; empty words (5.1) are left out.
    Raises ValueError, with file and line, where a line has not ten columns or a head points nowhere.
    """
    opened = gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else open(path, encoding="utf-8")
    with opened as lines:
        block: list[list[str]] = []
        for number, line in enumerate(lines, 1):
            line = line.rstrip("\n")
            if not line:
                if block:
                    yield _sentence(block, f"{path}:{number}")
                block = []
            elif not line.startswith("#"):
                columns = line.split("\t")
                if len(columns) != 10:
                    raise ValueError(f"{path}:{number}: {len(columns)} columns, expected 10: {line[:80]!r}")
                block.append(columns)
        if block:
            yield _sentence(block, f"{path}: last line")


def _sentence(block: list[list[str]], where: str) -> Sentence:
    glued: set[str] = set()
    for columns in block:
        first, dash, last = columns[0].partition("-")
        if dash:
            glued.update(str(n) for n in range(int(first), int(last)))
            if "SpaceAfter=No" in columns[9]:
                glued.add(last)
    plain = [columns for columns in block if columns[0].isdigit()]
    found = []
    for i, columns in enumerate(plain):
        head = int(columns[6]) - 1
        if not -1 <= head < len(plain):
            raise ValueError(f"{where}: the head of word {columns[0]} is {columns[6]}, of {len(plain)} words")
        space_after = columns[0] not in glued and "SpaceAfter=No" not in columns[9]
        features = "" if columns[5] == "_" else columns[5]
        found.append(Word(columns[1], columns[3], features, i if head < 0 else head, columns[7], space_after))
    return tuple(found)


def to_doc(vocab: Vocab, sentence: Sentence, as_words: bool) -> Doc:
    """The annotated sentence as a document of its own.

    ``as_words``: the words are the tokens to train on (spaCy's corpus reader takes them as they stand); otherwise
    it tokenizes the text again, as happens when articles are read.
    """
    return Doc(
        vocab,
        words=[word.text for word in sentence],
        spaces=None if as_words else [word.space_after for word in sentence],
        pos=[word.pos for word in sentence],
        morphs=[word.features for word in sentence],
        heads=[word.head for word in sentence],
        deps=["ROOT" if word.dep == "root" else word.dep for word in sentence],
        sent_starts=[i == 0 for i in range(len(sentence))],
    )
