"""What a page's markup and its address tell: its text, its title, its dates."""

from __future__ import annotations

from datetime import date

import pytest

from contactline.cleaning import page_markup
from contactline.records import PageDate

DAY = date(2031, 5, 12)
BODY = "".join(
    f"<p>On day {number} the two ministers spoke for an hour about the road, the bridge and the water of the valley.</p>"
    for number in range(4)
)


def page(head: str = "", body: str = BODY) -> str:
    return f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>"


def script(json: str) -> str:
    return f'<script type="application/ld+json">{json}</script>'


def meta(key: str, value: str, kind: str = "property") -> str:
    return f'<meta {kind}="{key}" content="{value}">'


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2031-05-12", DAY),
        ("  2031-05-12T23:59:00+04:00", DAY),
        ("20310512", DAY),
        ("2031-05-12 and more", DAY),
        ("2031-05-123", None),
        ("2031-02-30", None),
        ("2031", None),
        ("12 May 2031", None),
        ("0031-05-12", None),
        ("", None),
    ],
)
def test_iso_days(text: str, day: date | None) -> None:
    assert page_markup.iso_day(text) == day


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("https://example.org/2031/05/12/talks", "2031/05/12"),
        ("https://example.org/news/2031-05-12-talks.html", "2031-05-12"),
        ("https://example.org/20310512/talks", "20310512"),
        ("https://example.org/2031/5/12", "2031/5/12"),
        ("https://example.org/2031/05/talks", None),
        ("https://example.org/2031/02/30/talks", None),
        ("https://example.org/item/12052031", None),
        ("https://example.org/talks?day=2031-05-12", None),
        ("", None),
    ],
)
def test_days_in_an_address(url: str, words: str | None) -> None:
    assert page_markup.address_dates(url) == ((PageDate("the page's address", words, DAY),) if words else ())


LD, METADATA, TIME = "the page's JSON-LD", "the page's metadata", "the page's time element"


@pytest.mark.parametrize(
    ("written", "dates"),
    [
        (page(), ()),
        (
            page(script('{"datePublished": "2031-05-12T08:00Z"}')),
            (PageDate(LD, "datePublished 2031-05-12T08:00Z", DAY),),
        ),
        # a list, a graph, and what is no JSON at all
        (
            page(script('[{"@graph": [{"x": {"datePublished": "2031-05-12"}}]}]')),
            (PageDate(LD, "datePublished 2031-05-12", DAY),),
        ),
        (page(script('{"datePublished": ')), ()),
        (page(script('{"dateModified": "2031-05-12", "datePublished": 2031}')), ()),
        (
            page(meta("article:published_time", "2031-05-12")),
            (PageDate(METADATA, "article:published_time 2031-05-12", DAY),),
        ),
        (
            page(meta("DC.date.issued", "2031-05-12", "name")),
            (PageDate(METADATA, "dc.date.issued 2031-05-12", DAY),),
        ),
        (
            page(meta("datePublished", "2031-05-12", "itemprop")),
            (PageDate(METADATA, "datepublished 2031-05-12", DAY),),
        ),
        (page(meta("article:modified_time", "2031-05-12")), ()),
        (page(meta("date", "last Monday")), ()),
        (
            page(body=f'<time datetime="2031-05-12T10:00">12 May</time>{BODY}'),
            (PageDate(TIME, "2031-05-12T10:00", DAY),),
        ),
        # the article's own time, not one of a teaser before it; the first of several
        (
            page(
                body=f'<time datetime="2030-01-01">x</time><article><time datetime="2031-05-12">y</time>{BODY}</article>'
            ),
            (PageDate(TIME, "2031-05-12", DAY),),
        ),
        (
            page(body=f'<time datetime="2031-05-12">x</time><time datetime="2030-01-01">y</time>{BODY}'),
            (PageDate(TIME, "2031-05-12", DAY),),
        ),
        # an article's day before the site's; JSON that is broken or nested without end
        (
            page(
                script(
                    '{"@graph": [{"@type": "WebSite", "datePublished": "2011-01-01"},'
                    ' {"@type": ["NewsArticle"], "datePublished": "2031-05-12"}]}'
                )
            ),
            (PageDate(LD, "datePublished 2031-05-12", DAY),),
        ),
        (
            page(script('{"datePublished": "2031-05-12", "x": ' + "[" * 100_000)),
            (PageDate(LD, "datePublished 2031-05-12", DAY),),
        ),
        (page(script('{"datePublished": "2031-05-12",}')), (PageDate(LD, "datePublished 2031-05-12", DAY),)),
        # the zero of a clock, an e-mail's date, a menu's time
        (page(meta("date", "1970-01-01T00:00:00Z")), ()),
        (
            page(meta("date", "Mon, 12 May 2031 08:00:00 GMT")),
            (PageDate(METADATA, "date Mon, 12 May 2031 08:00:00 GMT", DAY),),
        ),
        (page(body=f'<nav><time datetime="2031-05-12">x</time></nav>{BODY}'), ()),
        # the surest first, each once
        (
            page(
                meta("date", "2031-05-13") + meta("date", "2031-05-13") + script('{"datePublished": "2031-05-12"}')
            ),
            (
                PageDate(LD, "datePublished 2031-05-12", DAY),
                PageDate(METADATA, "date 2031-05-13", date(2031, 5, 13)),
            ),
        ),
    ],
)
def test_dates_of_a_page(written: str, dates: tuple[PageDate, ...]) -> None:
    assert page_markup.read_page(written).dates == dates


TITLE = "Ministers speak of a road"


def test_the_article_of_a_page_without_its_menu() -> None:
    head = f"<title>{TITLE}</title>{meta('og:site_name', 'The Valley Post')}{meta('author', 'Ann Writer', 'name')}"
    menu = '<nav><ul><li><a href="/">Home</a></li><li><a href="/s">Sport</a></li></ul></nav>'

    found = page_markup.read_page(
        page(head, f"{menu}<article><h1>{TITLE}</h1>{BODY}</article><footer>Imprint</footer>")
    )

    lines = found.text.split("\n")
    assert (found.title, found.author, found.publisher) == (TITLE, "Ann Writer", "The Valley Post")
    assert lines[0] == TITLE
    assert lines[1:] == [
        f"On day {n} the two ministers spoke for an hour about the road, the bridge and the water of the valley."
        for n in range(4)
    ]


def test_a_title_that_stands_only_in_the_head_opens_the_text() -> None:
    found = page_markup.read_page(page(f"<title>{TITLE}</title>", f"<article>{BODY}</article>"))

    assert found.text.startswith(f"{TITLE}\nOn day 0 ")


def test_a_page_that_is_bare_text_keeps_it() -> None:
    assert page_markup.read_page("The two ministers spoke of a road.").text == "The two ministers spoke of a road."


@pytest.mark.parametrize("written", ["", "   \n", "<!-- nothing -->"])
def test_what_holds_no_text(written: str) -> None:
    assert page_markup.read_page(written) == page_markup.Page("")


def test_a_page_without_an_article_gives_every_line_but_its_scripts() -> None:
    written = page(body="<script>var x = 1;</script><style>p {}</style><p>One  word</p><div>Another</div>")

    assert page_markup.read_page(written).text == "One word\nAnother"
