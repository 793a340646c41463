"""What a file states about its article above the text."""

from __future__ import annotations

from datetime import date

import pytest

from contactline.cleaning import front_matter
from contactline.cleaning.front_matter import FrontMatter
from contactline.lexicon import load
from contactline.records import PageDate

LEXICON = load()
DAY = date(2031, 5, 12)
SOURCE = "the file's front matter"


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        pytest.param("The text.", FrontMatter(), id="none"),
        pytest.param("---\nno fields\n---\nThe text.", FrontMatter(), id="a block without fields"),
        pytest.param("---\ntitle: Talks\nThe text.", FrontMatter(), id="a block that does not end"),
        pytest.param("---\ntitle: Talks\n---\nThe text.", FrontMatter(21, "Talks"), id="a title"),
        pytest.param(
            '---\ntitle: "Long \\u2013 and\n  wrapped"\n---\n',
            FrontMatter(43, "Long – and wrapped"),
            id="an escaped title",
        ),
        pytest.param(
            "---\npublished: 2031-05-13\ndate: '2031-05-12T08:00'\n---\n",
            FrontMatter(
                55,
                dates=(
                    PageDate(SOURCE, "date: 2031-05-12T08:00", DAY),
                    PageDate(SOURCE, "published: 2031-05-13", date(2031, 5, 13)),
                ),
            ),
            id="dates in the order of their reliability",
        ),
        pytest.param(
            "+++\ntitle = 'Talks'\ndate = 2031-05-12T08:00:00Z\n+++\n",
            FrontMatter(52, "Talks", (PageDate(SOURCE, "date: 2031-05-12T08:00:00Z", DAY),)),
            id="of Hugo, in TOML",
        ),
        pytest.param(
            '{\n  "title": "Talks",\n  "date": "2031-05-12"\n}\n',
            FrontMatter(47, "Talks", (PageDate(SOURCE, "date: 2031-05-12", DAY),)),
            id="of Hugo, in JSON",
        ),
        pytest.param('{\n  "date": 2031-05\n}\n', FrontMatter(), id="broken JSON"),
        pytest.param(
            "---\nissued: May 12, 2031\ndate added: 2031-08-01\n---\n",
            FrontMatter(52, dates=(PageDate(SOURCE, "issued: May 12, 2031", DAY),)),
            id="of Zotero: when it was added is not when it appeared",
        ),
        pytest.param(
            "---\npublished: 12 May 2031\ncreated: 2031-08-01\n---\n",
            FrontMatter(51, dates=(PageDate(SOURCE, "published: 12 May 2031", DAY),)),
            id="of Obsidian: when the note was created is not when the article appeared",
        ),
        pytest.param(
            '---\nsource: The Valley Post\nauthors: ["Ann Lee", Bo]\nurl: https://valley.example/road\n---\n',
            FrontMatter(90, publisher="The Valley Post", author="Ann Lee, Bo", url="https://valley.example/road"),
            id="publisher, authors and address",
        ),
        pytest.param(
            "---\nsource: https://www.reuters.com/world/road\nurl: javascript:x\n---\n",
            FrontMatter(69, publisher="Reuters", url="https://www.reuters.com/world/road"),
            id="a source that is an address, and an address that is none",
        ),
        pytest.param("---\ndate: 31 June 2031\n---\n", FrontMatter(27), id="no day of the calendar"),
        pytest.param("---\ndate: 0001-01-01\n---\n", FrontMatter(25), id="a date outside the calendar"),
    ],
)
def test_front_matter(raw: str, expected: FrontMatter) -> None:
    assert front_matter.read(raw, LEXICON) == expected


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        pytest.param("Talks\nDate: 2031-05-12\nThe text.", "Date: 2031-05-12", id="a line"),
        pytest.param("published_time = '2031-05-12T08:00'\n", "published_time = '2031-05-12", id="with a time"),
        pytest.param("The date: 2031-05-12\n", None, id="not at the beginning of a line"),
        pytest.param("date: 12 May 2031\n", None, id="another form of date"),
        pytest.param("date: 2031-02-30\n", None, id="no day"),
        pytest.param("x" * 4000 + "\ndate: 2031-05-12\n", None, id="far below"),
    ],
)
def test_a_line_that_states_the_date(raw: str, words: str | None) -> None:
    expected = (PageDate("a line at the head of the file", words, DAY),) if words else ()

    assert front_matter.date_line(raw) == expected
