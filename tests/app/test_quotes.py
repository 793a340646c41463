"""Sentences with a name marked in them."""

from __future__ import annotations

import pandas as pd
from made_views import drawn, html, said

from contactline.app import quotes


def rows(number: int) -> pd.DataFrame:
    one = {
        "article_id": "a",
        "text": "They met in <b>Goris</b>.",
        "start": 10,
        "spans": [[25, 30]],
        "publisher": "A paper",
        "title": "",
    }
    return pd.DataFrame([one] * number)


def test_a_name_is_marked_and_the_text_escaped() -> None:
    app = drawn(quotes.listed, rows(1), "Goris", "place", False)

    (shown,) = html(app)
    assert "They met in &lt;b&gt;Goris&lt;/b&gt;." in shown and "A paper" in shown
    assert app.get("html")[0].proto.body.count("<mark") == 1


def test_a_long_list_says_how_much_is_left_out() -> None:
    app = drawn(quotes.listed, rows(33), "Goris", "place", False)

    assert len(html(app)) == 30
    assert said(app) == "3 more. Filter for fewer."
