"""Which sentences tell events."""

from __future__ import annotations

import pandas as pd
import pytest

from contactline.views import telling

SENTENCES = pd.DataFrame({"article_id": ["a", "a", "a", "b", "b"], "sentence": [0, 1, 2, 0, 1]})


def events(*rows: tuple[str, int, list[int]]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["article_id", "sentence", "other_sentences"])


@pytest.mark.parametrize(
    ("tables", "expected"),
    [
        pytest.param([], [], id="no tables"),
        pytest.param([events()], [], id="no events"),
        pytest.param([events(("a", 1, []))], [("a", 1)], id="told once"),
        pytest.param([events(("a", 0, [2]))], [("a", 0), ("a", 2)], id="told again"),
        pytest.param([events(("a", 1, []), ("b", 0, [1]))], [("a", 1), ("b", 0), ("b", 1)], id="two articles"),
        pytest.param([events(("a", 1, [])), events(("b", 1, []))], [("a", 1), ("b", 1)], id="two tables"),
        pytest.param([events(("c", 0, [1]))], [], id="an article that is not in the table"),
    ],
)
def test_sentences_that_tell_events(tables: list[pd.DataFrame], expected: list[tuple[str, int]]) -> None:
    told = SENTENCES[telling.sentences(SENTENCES, tables)]

    assert list(zip(told["article_id"], told["sentence"], strict=True)) == expected
