"""Which sentences report events."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc


def sentences(table: pd.DataFrame, events: Sequence[pd.DataFrame]) -> npt.NDArray[np.bool_]:
    """A mask over the table of sentences: those in which an event of these tables is reported, first or again.

    ``table``: has the columns article_id and sentence. ``events``: have these and other_sentences, a list of
    numbers.
    """
    keys = _texts(table["article_id"])
    articles = keys.unique()
    told = [np.zeros(0, np.int64)]
    for some in events:
        at = _places(_texts(some["article_id"]), articles)
        others = pa.array(some["other_sentences"], pa.list_(pa.int32()))
        parents = pc.list_parent_indices(others).to_numpy(zero_copy_only=False)
        told.append(_joint(at, some["sentence"].to_numpy(np.int64)))
        told.append(_joint(at[parents], pc.list_flatten(others).to_numpy(zero_copy_only=False)))
    rows = _joint(_places(keys, articles), table["sentence"].to_numpy(np.int64))
    return np.isin(rows, np.concatenate(told))


def _texts(column: pd.Series[str]) -> pa.Array:
    found = pa.array(column, pa.large_string(), from_pandas=True)
    return found.combine_chunks() if isinstance(found, pa.ChunkedArray) else found


def _places(keys: pa.Array, among: pa.Array) -> npt.NDArray[np.int64]:
    """The position of each key in ``among``; -1 where it is not there."""
    found: npt.NDArray[np.int64] = (
        pc.index_in(keys, value_set=among).fill_null(-1).to_numpy(zero_copy_only=False).astype(np.int64)
    )
    return found


def _joint(article: npt.NDArray[np.int64], sentence: npt.NDArray[np.integer]) -> npt.NDArray[np.int64]:
    """Article and sentence as one number; an article that is not in the table gives a number that no row has."""
    return (article << 32) + sentence
