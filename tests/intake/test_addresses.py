"""Addresses of articles and whose they are."""

from __future__ import annotations

import pytest

from contactline import lexicon
from contactline.intake import addresses

WORDS = lexicon.load()


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("https://oc-media.org/x", True),
        ("oc-media.org", True),
        ("www.example.org/a?b=1", True),
        ("The Valley Post", False),
        ("News. More", False),
        ("", False),
    ],
)
def test_what_is_an_address(text: str, is_one: bool) -> None:
    assert addresses.is_address(text) is is_one


@pytest.mark.parametrize(
    ("url", "is_one"),
    [
        ("https://valley.example/road", True),
        ("https://valley.example/?p=7", True),
        ("https://valley.example/", False),
        ("https://valley.example", False),
        ("javascript:alert(1)", False),
        ("/road", False),
        ("http://[broken", False),
    ],
)
def test_what_leads_further_than_to_a_home_page(url: str, is_one: bool) -> None:
    assert addresses.is_article(url) is is_one


def test_addresses_that_lead_to_the_same_article_are_the_same() -> None:
    written = (
        "https://www.valley.example/road/?utm_source=x&utm_medium=y",
        "http://valley.example/road#top",
        "https://valley.example/road/",
    )

    assert {addresses.plain(url) for url in written} == {"valley.example/road"}
    assert addresses.plain("https://valley.example/?p=7&fbclid=1") == "valley.example/?p=7"


@pytest.mark.parametrize(
    ("url", "publisher"),
    [
        ("https://www.bbc.co.uk/news/world-1", "BBC News"),
        ("https://edition.cnn.com/2031/05/12/x", "CNN"),
        ("https://www.valley.example/road", "valley.example"),
        ("https://en.valley.example/road", "valley.example"),
        ("theguardian.com", "The Guardian"),
        ("http://[broken", ""),
        ("", ""),
    ],
)
def test_the_publisher_at_an_address(url: str, publisher: str) -> None:
    assert addresses.publisher_of(url, WORDS) == publisher
