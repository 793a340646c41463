"""Bodies that no table has."""

from __future__ import annotations

import pytest
from made_documents import document
from made_names import LEXICON

from contactline import names


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("The Gyumri Appeals Court sat.", [("Gyumri Appeals Court", "ARM")], id="town in the name"),
        pytest.param("The Turkish Tea Council sat.", [("Tea Council", "TUR")], id="adjective before"),
        pytest.param("The Joint Tea Planning Group sat.", [("Joint Tea Planning Group", "")], id="group"),
        pytest.param("Turkey's Tea Council sat.", [("Tea Council", "TUR")], id="possessive before"),
        pytest.param(
            "The Agency for Rivers of Turkey spoke.", [("Agency for Rivers", "TUR")], id="country behind"
        ),
        pytest.param(
            "The Commission on Lakes, Rivers and Lost Springs sat.",
            [("Commission on Lakes, Rivers and Lost Springs", "")],
            id="long tail",
        ),
        pytest.param("On Monday Tea Council members sat.", [("Tea Council", "")], id="behind a day"),
        pytest.param(
            "The Turkish-Georgian Tea Council sat.", [("Turkish-Georgian Tea Council", "")], id="compound"
        ),
        pytest.param("The Council and the Court sat.", [], id="bare heads"),
        pytest.param("The Armenian Parliament sat.", [], id="nothing but a country"),
        pytest.param("The CSTO Tea Council sat.", [], id="behind another body"),
        pytest.param("First line.\nTurkish Tea Council Sits Under Green Trees\nIt rained.", [], id="headline"),
    ],
)
def test_bodies(text: str, expected: list[tuple[str, str]]) -> None:
    mentions = names.find(document(text), LEXICON)
    assert [(m.text, m.country) for m in mentions if m.ref and m.ref.startswith("new:body:")] == expected
