"""Tables as they are read."""

from __future__ import annotations

import numpy as np
import pandas as pd

from contactline.app import readable

TABLE = pd.DataFrame(
    {
        "When": ["2031-05-12", "2031-05", "not dated"],
        "Title": ["2031-05-12", "12 <b>died</b>", ""],
        "Events": [12345, 7, 0],
        "Per article": [1234.5, 0.12345, np.nan],
        "Killed": pd.array([1000, None, 3], dtype="Int64"),
    },
    index=[4, 4, 9],
)
READ = {
    "When": ["12 May 2031", "May 2031", "not dated"],
    "Title": ["2031-05-12", "12 <b>died</b>", ""],
    "Events": ["12,345", "7", "0"],
    "Per article": ["1,234.5", "0.123", ""],
    "Killed": ["1,000", "", "3"],
}


def test_a_table_shows_words_and_sorts_by_what_they_stand_for() -> None:
    styled = readable.styled(TABLE, ("When", "A column that was left out"))
    drawn = styled._translate(False, False)  # type: ignore[attr-defined]  # as Streamlit reads it
    cells = [[cell["display_value"] for cell in row if cell["type"] == "td"] for row in drawn["body"]]

    assert dict(zip(TABLE.columns, map(list, zip(*cells, strict=True)), strict=True)) == READ
    pd.testing.assert_frame_equal(styled.data, TABLE.reset_index(drop=True))  # type: ignore[attr-defined]


def test_cards_have_the_same_words() -> None:
    assert readable.texts(TABLE, ("When",)).to_dict("list") == READ
