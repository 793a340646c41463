"""Word vectors, against spaCy's own way through the same weights."""

from __future__ import annotations

import numpy as np
from spacy.tokens import Doc

from contactline.parsing import network, parser
from contactline.parsing.word_vectors import WordVectors

SENTENCES = (
    "Rain".split(),
    "Guards closed the bridge before noon .".split(),
    "The mayor , who had left the town that morning , said on radio that two of his sons were missing .".split(),
)


def made():
    nlp = parser.load()
    return WordVectors(nlp.get_pipe("tok2vec"), nlp.vocab)


def test_the_vectors_are_those_of_spacy():
    nlp = parser.load()
    with network.fast_products():
        expected = nlp.get_pipe("tok2vec").predict([Doc(nlp.vocab, words=words) for words in SENTENCES])
        found = made().of(SENTENCES)
    for own, spacys in zip(found, expected, strict=True):
        np.testing.assert_allclose(own, spacys, rtol=0, atol=1e-5)


def test_vectors_do_not_depend_on_what_was_read_before(monkeypatch):
    with network.fast_products():
        fresh = [made().of([words])[0] for words in SENTENCES]
        monkeypatch.setattr("contactline.parsing.word_vectors._WORDS_KEPT", 12)  # the table begins anew on the way
        one = made()
        after = [one.of([words])[0] for words in SENTENCES]
    assert [vectors.tobytes() for vectors in after] == [vectors.tobytes() for vectors in fresh]
