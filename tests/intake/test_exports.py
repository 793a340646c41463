"""Exports of LexisNexis and Factiva, split into their documents."""

from __future__ import annotations

from datetime import date

import made_inputs as made
import pytest

from contactline import lexicon
from contactline.intake import exports
from contactline.records import Article

WORDS = lexicon.load()


def article(
    body: str, title: str, publisher: str, day: int, line: int, author: str = "", language: str = ""
) -> Article:
    return Article(
        "",
        body,
        title=title,
        publisher=publisher,
        author=author,
        published=date(2031, 5, day),
        published_basis="metadata",
        language=language,
        origin=f"x.txt, line {line}",
    )


ROAD, BRIDGE = "Ministers speak of a road", "A bridge is opened"
POST, TIMES = "The Valley Post", "The Hill Times"
SPOKE, OPENED = "The two ministers spoke of a road through the valley.", "A bridge was opened on Tuesday."


@pytest.mark.parametrize(
    ("text", "articles"),
    [
        pytest.param(
            made.NEXIS,
            [
                article(f"{SPOKE}\n\nThey will meet again.", ROAD, POST, 12, 6, "Ann Writer, Hillside", "en"),
                article(OPENED, BRIDGE, TIMES, 14, 34),
            ],
            id="LexisNexis",
        ),
        pytest.param(
            made.NEXIS_UNI,
            [article(SPOKE, ROAD, POST, 12, 1, "Ann Writer"), article(OPENED, BRIDGE, TIMES, 14, 20)],
            id="Nexis Uni",
        ),
        pytest.param(
            made.FACTIVA,
            [
                article(f"{SPOKE}\n\nThey will meet again.", ROAD, POST, 12, 1, "Ann Writer", "en"),
                article(OPENED, BRIDGE, TIMES, 14, 16, "", "en"),
            ],
            id="Factiva",
        ),
        pytest.param(
            made.FACTIVA_LINES,
            [
                article(SPOKE, ROAD, POST, 12, 1, "Ann Writer", "en"),
                article(OPENED, BRIDGE, TIMES, 14, 14, "", "en"),
            ],
            id="Factiva without labels",
        ),
        pytest.param(
            made.PROQUEST,
            [
                article(f"{SPOKE}\n\nThey will meet again.", ROAD, POST, 12, 3, "Writer, Ann", "en"),
                article(OPENED, BRIDGE, TIMES, 14, 30),
            ],
            id="ProQuest",
        ),
        pytest.param("A road.\n\nDocument no 5 was signed.\n1 of 2 documents was lost.", [], id="no export"),
    ],
)
def test_the_documents_of_an_export(text: str, articles: list[Article]) -> None:
    assert list(exports.articles(text, "x.txt", WORDS)) == articles
