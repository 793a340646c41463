"""The days that a page tells in its markup and its address, and beside its headline."""

from __future__ import annotations

from datetime import date

import pytest

from contactline import lexicon
from contactline.cleaning import page_dates, page_markup
from contactline.records import PageDate

WORDS = lexicon.load()
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
    assert page_dates.iso_day(text) == day


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("https://example.org/2031/05/12/talks", "2031/05/12"),
        ("https://example.org/news/2031-05-12-talks.html", "2031-05-12"),
        ("https://example.org/20310512/talks", "20310512"),
        ("https://example.org/2031/5/12", "2031/5/12"),
        ("https://example.org/world/2031/may/12/talks", "2031/may/12"),
        ("https://example.org/world/2031/abc/12/talks", None),
        ("https://example.org/2031/05/talks", None),
        ("https://example.org/2031/02/30/talks", None),
        ("https://example.org/item/12052031", None),
        ("https://example.org/talks?day=2031-05-12", None),
        ("", None),
    ],
)
def test_days_in_an_address(url: str, words: str | None) -> None:
    assert page_dates.of_address(url) == ((PageDate("the page's address", words, DAY),) if words else ())


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
        # in words, with points, with the month first; not where the month cannot be told
        (page(meta("date", "May 12, 2031")), (PageDate(METADATA, "date May 12, 2031", DAY),)),
        (page(meta("date", "12.05.2031")), (PageDate(METADATA, "date 12.05.2031", DAY),)),
        (page(meta("pubdate", "05/22/2031")), (PageDate(METADATA, "pubdate 05/22/2031", date(2031, 5, 22)),)),
        (page(meta("date", "05/12/2031")), ()),
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
    assert page_markup.read_page(written, WORDS).dates == dates


SHOWN = "a date beside the page's headline"


def beside(*lines: str) -> tuple[PageDate, ...]:
    return tuple(PageDate(SHOWN, line, DAY, lesser=True) for line in lines)


SUMMARY = "The two ministers spoke of a road through the valley and of the bridge that is to be built beside it."


@pytest.mark.parametrize(
    ("body", "dates"),
    [
        pytest.param(
            f"<h1>A road</h1><div>14:22, 12.05.2031</div>{BODY}", beside("14:22, 12.05.2031"), id="below"
        ),
        pytest.param(
            f"<h1>A road</h1><p>By Ann | May 12, 2031</p>{BODY}", beside("By Ann | May 12, 2031"), id="byline"
        ),
        pytest.param(f"<p>12 May 2031</p><h1>A road</h1>{BODY}", beside("12 May 2031"), id="above"),
        pytest.param(
            f"<h1>A road</h1><time>12 May 2031, 14:22</time>{BODY}", beside("12 May 2031, 14:22"), id="time"
        ),
        pytest.param(
            f"<h1>A road</h1><p><span>12</span> <span>May</span> <b>2031</b></p>{BODY}",
            beside("12 May 2031"),
            id="spans",
        ),
        pytest.param(f"<h1>A road</h1>{BODY}<p>12 May 2031</p>", (), id="not below the text"),
        pytest.param(f"<h1>A road</h1><nav>12 May 2031</nav>{BODY}", (), id="not a menu"),
        pytest.param(f"<h1>A road</h1><p>Last updated 12 May 2031</p>{BODY}", (), id="not a change"),
        pytest.param(
            f"<h1>A road</h1><p>Published 12 May 2031, updated 14 May 2031</p>{BODY}",
            beside("Published 12 May 2031, updated 14 May 2031"),
            id="a change beside it",
        ),
        pytest.param(
            f"<h1>A road</h1><p>3 May 2031</p><p>Posted: 12 May 2031</p>{BODY}",
            beside("Posted: 12 May 2031"),
            id="said",
        ),
        pytest.param(f"<h1>A road</h1><p>© Post, 12 May 2031</p>{BODY}", (), id="not a copyright"),
        pytest.param(f"<h1>A road</h1><p>05/12/2031</p>{BODY}", (), id="not one of two readings"),
        pytest.param(
            f"<h1>A road</h1><p>5/12/31 9:15 AM EDT</p>{BODY}",
            beside("5/12/31 9:15 AM EDT"),
            id="month first by a clock of the United States",
        ),
        pytest.param(
            f"<h1>A road</h1><p>{SUMMARY}</p><p>12 May 2031</p>{BODY}", beside("12 May 2031"), id="below a summary"
        ),
        pytest.param(
            f"<h1>A road</h1><p>{SUMMARY}</p><p>{SUMMARY}</p><p>12 May 2031</p>{BODY}",
            (),
            id="not within the text",
        ),
        pytest.param(
            f"<h1>A road</h1><p>{SUMMARY}</p><div>Soldiers stand guard beside the new road through the valley "
            f"to the bridge, 3 May 2031</div>{BODY}",
            (),
            id="not a picture's caption",
        ),
        pytest.param(f"<p>12 May 2031</p>{BODY}", (), id="not without a headline"),
    ],
)
def test_dates_beside_the_headline(body: str, dates: tuple[PageDate, ...]) -> None:
    assert page_markup.read_page(page(body=body), WORDS).dates == dates


def test_a_site_s_name_is_no_headline() -> None:
    title = "The road through the valley is open"
    written = page(
        meta("og:title", title),
        f"<h1>The Post</h1><p>3 May 2031</p><h4>{title}</h4><p>12 May 2031</p>{BODY}",
    )

    assert page_markup.read_page(written, WORDS).dates == beside("12 May 2031")


def test_two_dates_beside_the_headline_are_both_known() -> None:
    found = page_markup.read_page(page(body=f"<h1>A road</h1><p>12 May 2031</p><p>20 May 2031</p>{BODY}"), WORDS)

    assert [(one.day, one.lesser) for one in found.dates] == [(DAY, True), (date(2031, 5, 20), True)]


def test_what_the_page_states_makes_the_dates_beside_its_headline_needless() -> None:
    written = page(meta("date", "2031-05-12"), f"<h1>A road</h1><p>20 May 2031</p>{BODY}")

    assert page_markup.read_page(written, WORDS).dates == (PageDate(METADATA, "date 2031-05-12", DAY),)
