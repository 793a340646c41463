"""Lists whose rows open something."""

from __future__ import annotations

import pandas as pd
import pytest
from made_views import drawn, frames
from streamlit.testing.v1 import AppTest

from contactline.app import lists

TABLE = pd.DataFrame(
    {"When": ["2031-05-12", "2031-05-12"], "What": ["Talks", "Aid"], "Toll": ["", ""], "Of": [3, 3]}
)
SHAPE = lists.Shape("When", ("When", "What"), {"When": 100, "What": 200}, "two rows")


def picked(number: int) -> None:
    import streamlit as st

    st.query_params["opened"] = str(number)


def shown(narrow: bool) -> AppTest:
    return drawn(lists.opening, TABLE, SHAPE, "made", narrow, picked)


def test_a_table_has_its_columns_but_for_those_alike_in_all_rows() -> None:
    app = shown(narrow=False)

    assert list(frames(app)[0]) == ["When", "What"]
    assert [caption.value.replace("\\", "") for caption in app.caption] == [
        "The same in all rows, and therefore left out: Of (3)."
    ]


def test_a_keyboard_can_ask_for_the_cards_of_a_phone_and_open_each() -> None:
    app = shown(narrow=False)
    app.toggle(key="cards").set_value(True).run()
    app.button[1].click().run()

    assert [button.label for button in app.button] == ["12 May 2031 · Talks", "12 May 2031 · Aid"]
    assert [button.label for button in shown(narrow=True).button] == [button.label for button in app.button]
    assert app.query_params["opened"] in ("1", ["1"])


@pytest.mark.parametrize(
    ("row", "opened"),
    [
        pytest.param(1, [1], id="a row"),
        pytest.param(7, [], id="a row of a longer list"),
        pytest.param(None, [], id="none"),
    ],
)
def test_a_click_opens_its_row(monkeypatch: pytest.MonkeyPatch, row: int | None, opened: list[int]) -> None:
    cells = [] if row is None else [(row, "What")]
    monkeypatch.setattr("streamlit.session_state", {"made_rows": {"selection": {"cells": cells}}})
    found: list[int] = []

    lists.pick_clicked("made_rows", 2, found.append)

    assert found == opened
