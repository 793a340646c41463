"""A list on a phone."""

from __future__ import annotations

import pandas as pd
from made_views import drawn
from streamlit.testing.v1 import AppTest

from contactline.app import cards

TABLE = pd.DataFrame(
    {"When": ["12 May", "*14 May*"], "What": ["Talks", "Aid"], "Toll": ["", "2 killed"], "Of": [1, 2]}
)


def picked(number: int) -> None:
    import streamlit as st

    st.query_params["row"] = str(number)


def listed(rows: pd.DataFrame) -> AppTest:
    return drawn(cards.listed, rows, ("When", "What"), "made", picked)


def test_a_card_has_its_title_to_click_and_what_else_there_is_with_its_name() -> None:
    app = listed(TABLE)

    assert [button.label for button in app.button] == ["12 May · Talks", r"\*14 May\* · Aid"]
    assert [caption.value.replace("\\", "") for caption in app.caption] == ["Of: 1", "Toll: 2 killed · Of: 2"]


def test_a_click_picks_its_row() -> None:
    app = listed(TABLE)
    app.button[1].click().run()

    assert app.query_params["row"] in ("1", ["1"])


def test_a_long_list_has_pages() -> None:
    app = listed(pd.concat([TABLE] * 11, ignore_index=True))

    assert len(app.button) == 20
