"""The vector of each word in its sentence, which tags and trees are read from.

The numbers are the same as those of spaCy's tok2vec, to the last bit, in half the time. What depends on a word
alone is computed once for all sentences, and what depends on its neighbours in a few operations on whole arrays.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]

_WORDS_KEPT = 20_000  # 10 MB; when there are more, the table is emptied
_FEWEST = 8  # words computed together; with fewer, rounding would depend on the order of the articles
_NO_VARIANCE = np.float32(1e-8)  # added to the variance, as thinc does


@dataclass(frozen=True, slots=True)
class _Layer:
    """The greatest of three weighted sums of a word and its two neighbours, normalised.

    ``weights``: (3 * width, 3 * width), a column for each of the first sums, then of the second and the third.
    """

    weights: Floats
    bias: Floats
    scale: Floats
    shift: Floats

    @classmethod
    def of(cls, layer: Any) -> _Layer:
        maxout, norm = (part for part in layer.walk() if part.name in ("maxout", "layernorm"))
        weights = maxout.get_param("W")  # of width outputs, three sums each, of 3 * width inputs
        return cls(
            np.ascontiguousarray(weights.transpose(1, 0, 2).reshape(-1, weights.shape[2]).T),
            np.ascontiguousarray(maxout.get_param("b").T.reshape(-1)),
            norm.get_param("G"),
            norm.get_param("b"),
        )


class WordVectors:
    """The layers of a tok2vec component (Tok2Vec.v2 of MultiHashEmbed and MaxoutWindowEncoder of window 1)."""

    def __init__(self, tok2vec: Any, vocab: Any):
        self._embed, encode = tok2vec.model.layers
        self._vocab = vocab
        self._layers = [_Layer.of(layer) for layer in encode.layers[0].layers]
        self._width = len(self._layers[0].scale)
        self._words: dict[str, Floats] = {}

    def of(self, sentences: Sequence[Sequence[str]]) -> list[Floats]:
        """The vectors of the words of some sentences, a row for each word."""
        width, gap = self._width, len(self._layers)  # rows between two sentences, so that neither sees the other
        starts: list[int] = []
        end = gap
        for words in sentences:
            starts.append(end)
            end += len(words) + gap
        vectors = np.zeros((end, width), np.float32)
        alone = self._alone(sentences)
        for start, words in zip(starts, sentences, strict=True):
            vectors[start : start + len(words)] = [alone[word] for word in words]
        around = np.zeros((end, 3 * width), np.float32)
        sums = np.empty((end, 3 * width), np.float32)
        for layer in self._layers:
            around[1:, :width] = vectors[:-1]
            around[:, width : 2 * width] = vectors
            around[:-1, 2 * width :] = vectors[1:]
            np.matmul(around, layer.weights, out=sums)
            sums += layer.bias
            best = np.maximum(sums[:, :width], sums[:, width : 2 * width])
            np.maximum(best, sums[:, 2 * width :], out=best)
            best -= best.mean(axis=1, keepdims=True)
            variance = (best * best).mean(axis=1, keepdims=True)
            best *= (variance + _NO_VARIANCE) ** np.float32(-0.5)
            best *= layer.scale
            best += layer.shift
            vectors += best
        return [vectors[start : start + len(words)] for start, words in zip(starts, sentences, strict=True)]

    def _alone(self, sentences: Sequence[Sequence[str]]) -> dict[str, Floats]:
        """The vector of each word without its neighbours."""
        from spacy.tokens import Doc

        known = self._words
        wanted = dict.fromkeys(word for words in sentences for word in words)
        new = [word for word in wanted if word not in known]
        if new and len(known) + len(new) > _WORDS_KEPT:
            self._words = known = {}  # another thread may still read the old one
            new = list(wanted)
        if new:
            filled = (new * _FEWEST)[: max(_FEWEST, len(new))]
            (rows,) = self._embed.predict([Doc(self._vocab, words=filled)])
            known.update(zip(new, rows[: len(new)], strict=True))
        return known
