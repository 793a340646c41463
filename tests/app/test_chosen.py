"""The sentences behind a number that was clicked."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
import streamlit as st
from made_tables import event, made
from made_views import drawn, frames, press, said, view

from contactline.app import chosen
from contactline.tables.store import Store


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    return made(tmp_path_factory.mktemp("chosen") / "tables", event("e1", text="They met."), event("e2", "AID"))


@pytest.mark.parametrize(
    ("before", "customdata", "expected"),
    [
        ((), ["a", "type", "AID"], ("a", "type", "AID")),
        (("ARM",), "AZE", ("AZE",)),
        (("AZE",), "AZE", ()),
    ],
    ids=["parts", "one part", "again"],
)
def test_a_click_chooses_a_number_and_again_lets_it_go(
    before: tuple[str, ...], customdata: Any, expected: tuple[str, ...]
) -> None:
    shown: list[tuple[str, ...]] = []

    def click() -> None:
        chosen.choose("number", before) if before else None
        st.session_state["chart"] = {"selection": {"points": [{"customdata": customdata}]}}
        chosen.click("chart", "number")
        shown.append(chosen.asked("number"))

    drawn(click)

    assert shown == [expected]


def test_a_click_beside_the_bars_changes_nothing() -> None:
    shown: list[tuple[str, ...]] = []

    def click() -> None:
        st.session_state["chart"] = {"selection": {"points": []}}
        chosen.click("chart", "number")
        shown.append(chosen.asked("number"))

    drawn(click)

    assert shown == [()]


def test_sentences_have_a_heading_and_can_be_closed(store: Store) -> None:
    ctx = view(store)
    first = np.array([True, False])
    app = drawn(chosen.sentences, ctx, first, "Talks *of* all", "number", "made", number="a")

    assert "Talks *of* all: 1 incident" in said(app)
    assert len(frames(app)[0]) == 1
    assert "number" not in press(app, "Close").query_params


def test_a_table_can_be_taken_away(store: Store) -> None:
    ctx = view(store)
    rows = ctx.events[["type"]]
    app = drawn(chosen.table, ctx, rows, "made", "made", lambda: rows)

    assert frames(app)[0]["type"].tolist() == ["CONSULT", "AID"]
    assert [str(one.proto.label) for one in app.get("download_button")] == ["CSV", "Excel"]
