"""Runs the parser's network on several sentences at once: word vectors, parts of speech, trees.

The components are spaCy's, except for the vectors (word_vectors) and the loop that builds a tree in two steps a
word. In spaCy's own loop each step releases Python's lock and takes it again some 150 times, which costs more than
all its arithmetic.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from contactline.parsing.word_vectors import WordVectors


class Reading(NamedTuple):
    """The parse of a word: part of speech, relation, number of its head, features ("Key=Value|...")."""

    pos: str
    dep: str
    head: int
    features: str


_BATCH = 128  # sentences parsed together; more would not be faster


def load(model: Path) -> Any:
    """The spaCy pipeline in a folder. Raises OSError where there is none."""
    import spacy

    with fast_products():
        return spacy.load(model)


@contextmanager
def fast_products() -> Iterator[None]:
    """Use NumPy's matrix products on one core: they are faster than the parser's own, and threads would only wait
    here.
    """
    from thinc.api import set_current_ops

    set_current_ops(_numpy())  # of this thread; nothing but the parser computes with thinc
    with _threads().limit(limits=1, user_api="blas"):
        yield


@cache
def _numpy() -> Any:
    from thinc.api import NumpyOps

    return NumpyOps(use_blis=False)


@cache
def _threads() -> Any:
    from threadpoolctl import ThreadpoolController

    return ThreadpoolController()


def read(nlp: Any, sentences: Sequence[Sequence[str]]) -> Iterator[list[Reading]]:
    """Yield the parse of each sentence, a reading for each word. ``sentences``: their words, at least one each."""
    with fast_products():
        for at in range(0, len(sentences), _BATCH):
            yield from map(_readings, _annotated(nlp, sentences[at : at + _BATCH]))


def _annotated(nlp: Any, sentences: Sequence[Sequence[str]]) -> list[Any]:
    """Sentences as spaCy Docs with their parse."""
    from spacy.tokens import Doc

    docs: list[Any] = []
    for words, vectors in zip(sentences, _vectors(nlp).of(sentences), strict=True):
        starts: list[bool | int | None] = [True, *([False] * (len(words) - 1))]
        docs.append(Doc(nlp.vocab, words=list(words), spaces=[True] * len(words), sent_starts=starts))
        docs[-1].tensor = vectors
    tags, parser = nlp.get_pipe("morphologizer"), nlp.get_pipe("parser")
    tags.set_annotations(docs, tags.predict(docs))
    parser.set_annotations(docs, _trees(parser, docs))
    return docs


@cache
def _vectors(nlp: Any) -> WordVectors:
    return WordVectors(nlp.get_pipe("tok2vec"), nlp.vocab)


def _trees(parser: Any, docs: Sequence[Any]) -> list[Any]:
    """The final states of the parser's greedy search, as its ``predict`` gives them."""
    states: list[Any] = parser.moves.init_batch(docs)
    model = parser.model.predict(docs)
    weights, bias = model.vec2scores.get_param("W").T, model.vec2scores.get_param("b")
    unseen = [i for i in range(model.nO) if not model.class_is_unseen(i)]  # classes that training never saw
    growing = [state for state in states if not state.is_final()]
    while growing:
        scores: Any = model.state2vec.predict(model.get_token_ids(growing)) @ weights
        scores += bias
        if unseen:
            scores[:, unseen] = np.min(scores)
        growing = parser.transition_states(growing, scores)
    model.clear_memory()
    return states


def _readings(doc: Any) -> list[Reading]:
    columns = doc.to_array(["POS", "DEP", "MORPH"])
    heads = doc.to_array(["HEAD"]).astype(np.int64)  # as steps from the word, to the left with a minus
    name = doc.vocab.strings
    return [
        Reading(name[pos], name[dep], i + head, name[morph].replace("_", ""))  # "_" where it has no features
        for i, ((pos, dep, morph), head) in enumerate(zip(columns.tolist(), heads.tolist(), strict=True))
    ]
