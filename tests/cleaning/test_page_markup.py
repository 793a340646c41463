"""What a page's markup and its address tell: its text without menus, its title, its facts."""

from __future__ import annotations

import pytest

from contactline import lexicon
from contactline.cleaning import page_markup

WORDS = lexicon.load()
BODY = "".join(
    f"<p>On day {number} the two ministers spoke for an hour about the road, the bridge and the water of the valley.</p>"
    for number in range(4)
)


def page(head: str = "", body: str = BODY) -> str:
    return f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>"


def meta(key: str, value: str, kind: str = "property") -> str:
    return f'<meta {kind}="{key}" content="{value}">'


TITLE = "Ministers speak of a road"


def test_the_article_of_a_page_without_its_menu() -> None:
    head = f"<title>{TITLE}</title>{meta('og:site_name', 'The Valley Post')}{meta('author', 'Ann Writer', 'name')}"
    menu = '<nav><ul><li><a href="/">Home</a></li><li><a href="/s">Sport</a></li></ul></nav>'

    found = page_markup.read_page(
        page(head, f"{menu}<article><h1>{TITLE}</h1>{BODY}</article><footer>Imprint</footer>"), WORDS
    )

    lines = found.text.split("\n")
    assert (found.title, found.author, found.publisher) == (TITLE, "Ann Writer", "The Valley Post")
    assert lines[0] == TITLE
    assert lines[1:] == [
        f"On day {n} the two ministers spoke for an hour about the road, the bridge and the water of the valley."
        for n in range(4)
    ]


def test_a_title_that_stands_only_in_the_head_opens_the_text() -> None:
    found = page_markup.read_page(page(f"<title>{TITLE}</title>", f"<article>{BODY}</article>"), WORDS)

    assert found.text.startswith(f"{TITLE}\nOn day 0 ")


def test_a_page_that_is_bare_text_keeps_it() -> None:
    assert (
        page_markup.read_page("The two ministers spoke of a road.", WORDS).text
        == "The two ministers spoke of a road."
    )


@pytest.mark.parametrize("written", ["", "   \n", "<!-- nothing -->"])
def test_what_holds_no_text(written: str) -> None:
    assert page_markup.read_page(written, WORDS) == page_markup.Page("")


def test_a_page_without_an_article_gives_every_line_but_its_scripts() -> None:
    written = page(body="<script>var x = 1;</script><style>p {}</style><p>One  word</p><div>Another</div>")

    assert page_markup.read_page(written, WORDS).text == "One word\nAnother"


def test_a_table_that_lays_out_the_page_leaves_only_the_article() -> None:
    cells = (
        '<td><a href="/">Home</a><br><a href="/s">Sport</a></td>'
        f"<td><h1>{TITLE}</h1>12 May 2031<br><br>{BODY}</td>"
        '<td>Top stories<br><a href="1">Three bridges fell in the hills</a><br><a href="2">A king is crowned</a></td>'
    )

    text = page_markup.read_page(
        page(f"<title>Post - {TITLE}</title>", f"<table><tr>{cells}</tr></table>"), WORDS
    ).text

    assert text.startswith(TITLE)
    assert "On day 3 the two ministers" in text
    assert [word for word in ("Home", "Sport", "bridges", "king", "|") if word in text] == []


def test_a_short_letter_that_is_laid_out_in_a_table_keeps_its_paragraphs() -> None:
    cell = f"<td><h1>{TITLE}</h1><p>One soldier was wounded near the bridge.</p><p>Nobody answered.</p></td>"

    text = page_markup.read_page(page("", f"<table><tr>{cell}</tr></table>"), WORDS).text

    assert text.splitlines() == [TITLE, "One soldier was wounded near the bridge.", "Nobody answered."]


def test_a_page_of_an_encyclopedia_has_no_day() -> None:
    head = (
        '<script type="application/ld+json">{"@type": "Article", "datePublished": "2004-05-10", "headline": "A road",'
        ' "publisher": {"name": "Wikimedia Foundation, Inc."}}</script>'
    )

    found = page_markup.read_page(page(head, f"<h1>{TITLE}</h1><p>12 May 2031</p>{BODY}"), WORDS)

    assert (found.changing, found.dates, found.publisher) == (True, (), "Wikimedia Foundation, Inc.")
