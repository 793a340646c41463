"""The time of which a sentence speaks where it names somebody."""

from __future__ import annotations

from datetime import date

import pytest
from made_documents import document, published_on
from made_names import LEXICON

from contactline import dates, names
from contactline.names.told_time import told_time


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("In 1994 Aliyev took the offer.", 1994, id="before"),
        pytest.param("Aliyev took the offer in May 1994.", 1994, id="behind"),
        pytest.param("In 1994 it rained there. Aliyev took the offer.", None, id="another sentence"),
        pytest.param("Aliyev praised the 1994 truce.", None, id="part of a name"),
        pytest.param("Aliyev said that it had rained in 1994.", None, id="another clause behind"),
        pytest.param("In 1994 a truce was signed that Aliyev now praised.", None, id="another clause"),
        pytest.param("Aliyev visited the town destroyed and burned in 1994.", None, id="participles"),
        pytest.param("On Monday Aliyev took the offer.", None, id="no year"),
    ],
)
def test_told_time(text: str, expected: int | None) -> None:
    made = document(text)
    expressions = dates.find(made, LEXICON)
    timexes = dates.resolve(expressions, made, published_on(date(2013, 1, 18)), LEXICON)
    aliyev = next(m for m in names.find(made, LEXICON) if m.text == "Aliyev")
    told = told_time(aliyev, timexes, made, LEXICON)
    assert (told.start.year if told and told.start else None) == expected
