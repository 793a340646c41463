"""Articles that a visitor has added are named as theirs."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pyarrow as pa
import pytest
from made_tables import event, made

from contactline.tables.store import Store
from contactline.views import own


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    folder: Path = tmp_path_factory.mktemp("own") / "tables"
    return made(
        folder,
        event("e1", "CONSULT", "2031-05-12", incident_id="i1"),
        event("e2", "CONSULT", "2031-05-12", article_id="yours-b", incident_id="i1"),
        event("e3", "ASSAULT", "2031-05-14", article_id="yours-c", incident_id="i2"),
        event("e4", "ASSAULT", "2031-05-15", incident_id="i3"),
        publishers={"a": "The Valley Post", "yours-b": "The Hill Times"},
        incidents={"i1": {}, "i2": {}, "i3": {}},
    )


def test_publishers_of_added_articles_are_marked(store: Store) -> None:
    articles = own.marked(store).articles

    assert dict(zip(articles["article_id"], articles["publisher"], strict=True)) == {
        "a": "The Valley Post",
        "yours-b": "The Hill Times (added by you)",
        "yours-c": "added by you",
    }


def test_incidents_with_a_report_of_an_added_article(store: Store) -> None:
    assert [own.in_incident(store, key) for key in ("i1", "i2", "i3")] == [True, True, False]


@pytest.mark.parametrize("dtype", ["str", pd.ArrowDtype(pa.large_string())])  # as read, and as of a large table
def test_which_of_a_column_are_added(dtype: object) -> None:
    ids = pd.Series(["a", "yours-b", "b-yours-"], dtype=dtype)  # type: ignore[call-overload]

    assert [list(own.are_own(some)) for some in (ids, ids[:0])] == [[False, True, False], []]
