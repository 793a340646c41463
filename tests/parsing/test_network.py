"""Sentences read by the network, against spaCy's own way through the same weights."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc

from contactline.parsing import network, parser

SENTENCES = (
    "Soldiers attacked the village at dawn .".split(),
    "Rain".split(),
    "The ministry , which had denied it before , said on television that three of its men were wounded .".split(),
    "Nikol_Pashinyan and the president met in Brussels ; nothing was signed there .".split(),
)


def as_docs(vocab):
    return [Doc(vocab, words=words, sent_starts=[True, *[False] * (len(words) - 1)]) for words in SENTENCES]


@pytest.fixture(scope="module")
def spacys():
    """The sentences as spaCy's own pipeline annotates them."""
    nlp = parser.load()
    with network.fast_products():
        return list(nlp.pipe(as_docs(nlp.vocab)))


def test_the_parses_are_those_of_spacy(spacys):
    expected = [[(t.pos_, t.dep_, t.head.i, str(t.morph)) for t in doc] for doc in spacys]
    assert [[tuple(word) for word in words] for words in network.read(parser.load(), SENTENCES)] == expected


@pytest.mark.parametrize("sentence", SENTENCES, ids=" ".join)
def test_a_sentence_is_read_alone_as_among_others(sentence):
    among = dict(zip(map(tuple, SENTENCES), network.read(parser.load(), SENTENCES), strict=True))
    assert list(network.read(parser.load(), [sentence])) == [among[tuple(sentence)]]


def test_more_sentences_than_are_read_together(monkeypatch):
    together = list(network.read(parser.load(), SENTENCES))
    monkeypatch.setattr(network, "_BATCH", 2)
    assert list(network.read(parser.load(), SENTENCES)) == together


def test_no_sentence():
    assert list(network.read(parser.load(), [])) == []
