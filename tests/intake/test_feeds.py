"""Items of feeds."""

from __future__ import annotations

import io
from datetime import date

import made_inputs as made
import pytest

from contactline import lexicon
from contactline.intake import feeds
from contactline.intake.errors import InputError
from contactline.intake.options import Reading
from contactline.intake.source import Source
from contactline.records import Article

WORDS = lexicon.load()


def read(data: str) -> tuple[list[Article], list[str], list[str]]:
    notes: list[str] = []
    refused: list[str] = []
    reading = Reading(WORDS, lambda error: refused.append(error.reject.reason), notes.append)
    found = list(feeds.articles(Source("f.xml", "f.xml", "f.xml", lambda: io.BytesIO(data.encode())), reading))
    return found, notes, refused


def test_rss() -> None:
    found, notes, refused = read(made.RSS)

    facts = {"publisher": "The Valley Post", "published_basis": "metadata"}
    assert found == [
        Article(
            "",
            "<p>The two ministers spoke of a road.</p>",
            title="Ministers & a road",
            author="Ann Writer",
            url="https://valley.example/road",
            published=date(2031, 5, 12),
            origin="f.xml, line 4",
            **facts,
        ),
        Article(
            "",
            "A bridge was opened on Tuesday.",
            title="A bridge",
            url="https://valley.example/bridge",
            published=date(2031, 5, 14),
            origin="f.xml, line 8",
            warnings=("The feed gives a short text only, not the whole article.",),
            **facts,
        ),
    ]
    assert notes == [
        "f.xml: 1 of its 3 items have a short text only, not the article's: save the pages to read all of them."
    ]
    assert refused == ["the item has no text."]


def test_atom() -> None:
    (found,), _, _ = read(made.ATOM)

    assert (found.url, found.author, found.published) == (
        "https://hill.example/bridge",
        "Bo Reader",
        date(2031, 5, 14),
    )


@pytest.mark.parametrize("data", ["<?xml version='1.0'?><nitf><p>Text.</p></nitf>", "no XML", ""])
def test_xml_that_is_no_feed(data: str) -> None:
    with pytest.raises(InputError, match="Expected an RSS or Atom feed"):
        read(data)


def test_an_entity_that_multiplies_itself_is_not_resolved() -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>'
    (found,), _, _ = read(
        f"<?xml version='1.0'?>{bomb}<rss><channel><item><description>x &b; y</description></item></channel></rss>"
    )

    assert "aaaa" not in found.body
