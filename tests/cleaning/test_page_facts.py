"""Address, publisher and title of a page, as it tells them itself."""

from __future__ import annotations

import pytest
from lxml import html

from contactline import lexicon
from contactline.cleaning import page_facts

WORDS = lexicon.load()
ROAD = "https://valley.example/2031/05/12/road"


def canonical(url: str) -> str:
    return f'<link rel="canonical" href="{url}">'


@pytest.mark.parametrize(
    ("head", "url"),
    [
        pytest.param(canonical(ROAD), ROAD, id="canonical"),
        pytest.param(f'<meta property="og:url" content="{ROAD}">', ROAD, id="og:url"),
        pytest.param(f"<!-- saved from url=(0038){ROAD} -->", ROAD, id="saved from"),
        pytest.param(
            f"<!--\n Page saved with SingleFile \n url: {ROAD} \n saved date: Sun Jun 01 2034\n-->",
            ROAD,
            id="SingleFile",
        ),
        pytest.param(
            canonical(f"https://web.archive.org/web/20340601100000/{ROAD}"), ROAD, id="an archive's copy"
        ),
        pytest.param(
            canonical("https://valley.example/") + f'<meta property="og:url" content="{ROAD}">', ROAD, id="home"
        ),
        pytest.param(canonical("/road"), "", id="half an address"),
        pytest.param(canonical("javascript:alert(1)"), "", id="no address"),
        pytest.param(
            f'<script type="application/ld+json">{{"headline": "x", "url": "{ROAD}"}}</script>', ROAD, id="JSON-LD"
        ),
    ],
)
def test_the_address(head: str, url: str) -> None:
    markup = f"{head if head.startswith('<!--') else ''}<html><head>{head}</head><body><p>x</body></html>"

    assert page_facts.address(html.document_fromstring(markup), markup) == url


def site(name: str) -> str:
    return f'<meta property="og:site_name" content="{name}">'


@pytest.mark.parametrize(
    ("head", "url", "title", "found", "publisher"),
    [
        pytest.param(site("The Valley Post"), ROAD, "A road", "", "The Valley Post", id="its own name"),
        pytest.param(site("@valleypost"), ROAD, "A road", "", "valley.example", id="no name of Twitter"),
        pytest.param("", "https://www.bbc.co.uk/news/1", "A road", "@BBCNews", "BBC News", id="by its domain"),
        pytest.param(
            site("News, comment, analysis, and more for the whole valley"),
            ROAD,
            "A road",
            "",
            "valley.example",
            id="slogan",
        ),
        pytest.param(site("www.oc-media.org"), "", "A road", "", "OC Media", id="a domain for a name"),
        pytest.param("", "", "Two ministers speak of a road - News.am", "", "News.am", id="the end of its title"),
        pytest.param(
            "", "", "Hill.Net - Two ministers speak of a road", "", "Hill.Net", id="the beginning of its title"
        ),
        pytest.param(
            '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "x", "publisher": {"name": "Post"}}'
            "</script>",
            ROAD,
            "A road",
            "",
            "Post",
            id="JSON-LD",
        ),
        pytest.param("", "", "A road", "", "", id="unknown"),
    ],
)
def test_the_publisher(head: str, url: str, title: str, found: str, publisher: str) -> None:
    tree = html.document_fromstring(f"<html><head>{head}</head><body><p>x</body></html>")

    assert page_facts.publisher(tree, url, title, found, WORDS) == publisher


@pytest.mark.parametrize(
    ("heading", "found", "site", "title"),
    [
        pytest.param(
            "Ministers speak of a road",
            "Ministers speak of a road | Post",
            "",
            "Ministers speak of a road",
            id="h1",
        ),
        pytest.param("", "Ministers speak of a road | Post", "Post", "Ministers speak of a road", id="behind"),
        pytest.param("", "Post - Ministers speak of a road", "Post", "Ministers speak of a road", id="before"),
        pytest.param("", "War and peace - a long road", "Post", "War and peace - a long road", id="its own dash"),
        pytest.param("", "A road", "Post", "A road", id="nothing to take off"),
    ],
)
def test_the_title_without_the_name_of_the_site(heading: str, found: str, site: str, title: str) -> None:
    tree = html.document_fromstring(f"<html><body><h1>{heading}</h1></body></html>")

    assert page_facts.title(tree, found, site) == title


@pytest.mark.parametrize(
    ("head", "url", "changing"),
    [
        pytest.param("", "https://en.wikipedia.org/wiki/Road", True, id="by its address"),
        pytest.param('<meta name="generator" content="MediaWiki 1.45">', "", True, id="by its program"),
        pytest.param("", ROAD, False, id="a newspaper"),
    ],
)
def test_a_page_that_is_written_on_over_years(head: str, url: str, changing: bool) -> None:
    tree = html.document_fromstring(f"<html><head>{head}</head><body><p>x</body></html>")

    assert page_facts.is_changing(tree, url) is changing
