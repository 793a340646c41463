"""A document of ProQuest's export."""

from __future__ import annotations

import pytest

from contactline import lexicon
from contactline.intake import proquest

WORDS = lexicon.load()
HEAD = "A road\n\nPublication title: The Valley Post; Hillside\n\nPublication date: May 12, 2031\n\n"
FACTS = {
    "title": "A road",
    "author": "",
    "publisher": "The Valley Post",
    "published": "May 12, 2031",
    "language": "",
}


@pytest.mark.parametrize(
    ("document", "body"),
    [
        pytest.param(
            HEAD + "Full text: One.\n\nTwo: three.\n\nSubject: Roads", "One.\n\nTwo: three.", id="a label"
        ),
        pytest.param("Document 1 of 2\n\n" + HEAD + "FULL TEXT\n\nOne.\n\nDETAILS\n\nx", "One.", id="a line"),
        pytest.param(HEAD + "Full text: Not available.", "", id="no text"),
    ],
)
def test_the_facts_of_a_document(document: str, body: str) -> None:
    assert proquest.facts(document, WORDS) == FACTS | {"body": body}
