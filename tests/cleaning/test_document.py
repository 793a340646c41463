"""From an article to its text, and back to the offsets of the text as it was given."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contactline import cleaning
from contactline.lexicon import load
from contactline.records import Article, Document, PageDate

LEXICON = load()

BODY = "The two ministers met in the capital on Monday and spoke for three hours about the border and the road."


def cleaned(body: str, **facts: object) -> Document:
    return cleaning.clean(Article("a", body, **facts), LEXICON)  # type: ignore[arg-type]


TEXTS = [
    ("plain text", "plain text"),
    ("\ufeff  two\u00a0words\u200b here \r\n", "two words here \n"),
    ("Smith &amp; Sons &#8217;til &nbsp;dawn &bogus; AT&T", "Smith & Sons ’til  dawn &bogus; AT&T"),
    ("<p>One.</p><p>Two <b>bold</b> words.</p>", "One.\n\nTwo bold words.\n"),
    ("a < b and b > c, <unknown> stays", "a < b and b > c, <unknown> stays"),
    ("before<script>alert('x')</script>after", "beforeafter"),
    ("before<!-- hidden -->after", "beforeafter"),
    ("---\ntitle: T\ndate: 2020-10-04\n---\nThe text.", "The text."),
    ("---\nno fields here\n---\nThe text.", "no fields here\nThe text."),
    ("---\ndate: 0001-01-01\n---\nThe text.", "The text."),
    ("", ""),
    (" \n\t ", ""),
]


@pytest.mark.parametrize(("body", "text"), TEXTS)
def test_what_is_left_of_a_text(body: str, text: str) -> None:
    assert cleaned(body).text == text


def test_front_matter_tells_title_and_day() -> None:
    document = cleaned(
        "---\ntags: news\ndate: '2021-05-17'\ntitle: \"A long title that goes\\\n  \\ on\\u2019s\"\n---\n" + BODY
    )

    assert (document.title, document.page_dates, document.text, [n.reason for n in document.noise]) == (
        "A long title that goes on’s",
        (PageDate("the file's front matter", "date: 2021-05-17", date(2021, 5, 17)),),
        BODY,
        ["front matter: facts about the file"],
    )


def test_a_page_gives_its_text_title_author_publisher_and_dates() -> None:
    page = f"""<html><head><title>Talks - The Paper</title><meta property="og:title" content="Talks in town">
    <meta property="og:site_name" content="The Paper"><meta name="author" content="Ann Smith">
    <meta property="article:published_time" content="2022-01-02T10:00:00Z">
    <script type="application/ld+json">{{"@graph": [{{"datePublished": "2022-01-03"}}]}}</script></head>
    <body><nav><a href="/">Home</a><a href="/n">News</a></nav><article><h1>Talks in town</h1>
    <time datetime="2022-01-04">4 January</time><p>{BODY}</p><p>{BODY.replace("Monday", "Friday")}</p>
    <p>{BODY.replace("Monday", "Sunday")}</p>
    <script>alert("x")</script></article><footer>Imprint</footer></body></html>"""

    document = cleaned(page, is_html=True, url="https://example.org/2022/01/05/talks")

    assert document.text.split("\n")[0] == "Talks in town"
    assert [s for s in ("Home", "Imprint", "alert", "<") if s in document.text] == []
    assert document.text.count("spoke for three hours") == 3
    assert (document.title, document.article.author, document.article.publisher) == (
        "Talks in town",
        "Ann Smith",
        "The Paper",
    )
    assert document.page_dates == (
        PageDate("the page's JSON-LD", "datePublished 2022-01-03", date(2022, 1, 3)),
        PageDate("the page's metadata", "article:published_time 2022-01-02T10:00:00Z", date(2022, 1, 2)),
        PageDate("the page's time element", "2022-01-04", date(2022, 1, 4)),
        PageDate("the page's address", "2022/01/05", date(2022, 1, 5)),
    )


@pytest.mark.parametrize(
    "page", ["", "<", "<html>", "no markup at all", "<p>" * 3000, "\x00\x01", "<![CDATA[x]]>"]
)
def test_a_broken_page_is_read_as_far_as_it_goes(page: str) -> None:
    assert "<p>" not in cleaned(page, is_html=True).text


def test_a_text_that_is_all_boilerplate_is_kept_with_a_warning() -> None:
    document = cleaned("Subscribe\nShare\nSkip to content\n")

    assert (document.text, document.noise, document.warnings) == (
        "Subscribe\nShare\nSkip to content\n",
        (),
        ("Every line looks like boilerplate: the text is kept whole.",),
    )


@dataclass(frozen=True)
class Head:
    """The first lines of an article, above BODY, and what the document keeps of them."""

    lines: str
    dateline: tuple[str, str] | None = None  # its words, its date
    byline: tuple[str, str] | None = None  # its words in the text ("" where removed), its date
    stated: str = ""


HEADS = [
    pytest.param(Head(""), id="none"),
    pytest.param(
        Head("Tbilisi, 17 May 2021 (XYZ): ", dateline=("Tbilisi, 17 May 2021 (XYZ):", "17 May 2021")),
        id="a dateline",
    ),
    pytest.param(
        Head("Skip to content\nBy Ann Lee, 17 May 2021\n", byline=("By Ann Lee, 17 May 2021", "17 May 2021")),
        id="a byline below boilerplate",
    ),
    pytest.param(
        Head("<p>By <b>Ann Lee</b>, 17 May 2021</p>", byline=("By Ann Lee, 17 May 2021", "17 May 2021")),
        id="a byline in markup",
    ),
    pytest.param(
        Head("Date: 2021-05-17\n", byline=("Date: 2021-05-17", "2021-05-17"), stated="2021-05-17"), id="a line"
    ),
    pytest.param(Head("---\ndate: 2021-05-17\n---\n", stated="2021-05-17"), id="front matter"),
]


@pytest.mark.parametrize("head", HEADS)
def test_the_document_keeps_what_its_head_states(head: Head) -> None:
    document = cleaned(head.lines + BODY)

    dateline, byline = document.dateline, document.byline
    assert (dateline and (document.text[slice(*dateline.span)], dateline.date_text)) == head.dateline
    assert (
        byline and (document.text[slice(*byline.span)] if byline.span else "", byline.date_text)
    ) == head.byline
    assert [str(stated.day) for stated in document.page_dates] == ([head.stated] if head.stated else [])


def test_an_empty_article_says_so() -> None:
    assert cleaned("").warnings == ("The article has no text.",)


def test_noise_keeps_its_words_reason_and_place_in_the_raw_text() -> None:
    raw = f"Skip to content\n\n{BODY}\nShare\n"

    document = cleaned(raw)

    assert [(n.text, raw[n.start : n.end].strip() == n.text) for n in document.noise] == [
        ("Skip to content", True),
        ("Share", True),
    ]
    assert document.text == f"{BODY}\n"


def test_the_title_is_found_where_it_stands() -> None:
    document = cleaned(f"Skip to content\nTalks  in town\n{BODY}", title="Talks in Town")

    assert document.title_span and document.text[slice(*document.title_span)] == "Talks  in town"


HEADLINES = [
    (f"Ministers meet in the capital\n\n{BODY}", "Ministers meet in the capital"),
    (f"Skip to content\nWill the ministers meet again?\n{BODY}", "Will the ministers meet again?"),
    (f"Ministers meet in the capital\n\nby Jane Doe, 4 October 2020\n{BODY}", "Ministers meet in the capital"),
    # lines of the page above it
    (f"All news\n4 October 2020 14:10\nMinisters meet in the capital\n{BODY}", "Ministers meet in the capital"),
    (f"Politics\n\nOctober 4, 2020, 09:05 GMT\n\nMinisters meet in town\n{BODY}", "Ministers meet in town"),
    (f"2020-10-04\nMinisters meet in the capital\n{BODY}", "Ministers meet in the capital"),
    (f"{BODY}\n{BODY}", ""),
    (f"The ministers met in\nthe capital on Monday. {BODY}", ""),
    (f"By Jane Doe, 4 October 2020\n{BODY}", ""),
    (f"Two words\n{BODY}", ""),
    ("Ministers meet in the capital", ""),
]


@pytest.mark.parametrize(("text", "title"), HEADLINES)
def test_an_article_without_a_title_takes_its_headline(text: str, title: str) -> None:
    document = cleaned(text)

    assert document.title == title
    assert (document.text[slice(*document.title_span)] if document.title_span else "") == title


LANGUAGES = [
    (BODY, "", "en"),
    ("Too short to tell.", "fr", "fr"),
    ("Too short to tell.", "en-GB", "en"),
    (
        "Le ministre a déclaré que les deux pays avaient signé un accord de paix lundi soir, après de longues heures "
        "de négociations dans la capitale, selon le communiqué publié par la présidence.",
        "",
        "fr",
    ),
    ("Президент заявил, что стороны договорились о прекращении огня и обмене пленными.", "", "ru"),
    (BODY + " " + BODY, "ru", "en"),
]


@pytest.mark.parametrize(("text", "told", "code"), LANGUAGES)
def test_the_language_of_a_text(text: str, told: str, code: str) -> None:
    document = cleaned(text, language=told)

    assert (document.language, bool(document.warnings)) == (code, code != "en")


@given(
    st.lists(
        st.sampled_from(
            [
                "Skip to content",
                BODY,
                "&amp;",
                "<p>",
                "<br/>",
                "\u00a0",
                "\r\n",
                "\n",
                "Share",
                "a\u200bb",
                "…",
                "'",
                "&#0;",
                "x",
            ]
        ),
        max_size=25,
    ).map("".join)
)
def test_every_piece_leads_back_to_the_same_words(raw: str) -> None:
    document = cleaned(raw)

    for start, raw_start, length in document.pieces:
        copied, given_ = document.text[start : start + length], document.raw[raw_start : raw_start + length]
        assert copied == given_ or length == 1  # one mark stands for an entity, an odd space or a line break
    words = document.text.split()
    position = 0
    for word in words:
        position = document.text.index(word, position)
        a, b = cleaning.raw_span(document, position, position + len(word))
        assert 0 <= a < b <= len(document.raw)
        position += len(word)


def test_what_was_said_of_the_reading_is_said_of_the_document() -> None:
    assert cleaned(BODY, warnings=("Read as x.",)).warnings == ("Read as x.",)


def test_a_text_that_a_service_has_cut_says_so() -> None:
    document = cleaned(f"{BODY} It was… [+2495 chars]")

    assert document.text == f"{BODY} It was…"
    assert document.warnings == ("The text is cut: 2495 more characters of it were not given.",)


@pytest.mark.parametrize(
    ("signs", "warnings"),
    [
        ("â€œTalksâ€\u009d in the cafÃ© wonâ€™t last.", ("'â€œ'",)),
        ("The café of São Paulo in Ñuble, 5 Â§.", ()),
    ],
)
def test_a_text_in_a_wrong_encoding_is_named(signs: str, warnings: tuple[str, ...]) -> None:
    told = "The text was saved in a wrong encoding: it has signs such as {} instead of letters."

    assert cleaned(f"{BODY} {signs}").warnings == tuple(told.format(sign) for sign in warnings)


def test_a_page_gives_its_address_and_its_day_in_it() -> None:
    url = "https://valley.example/2031/05/12/road"
    page = f'<html><head><link rel="canonical" href="{url}"></head><body><h1>Talks</h1><p>{BODY}</p></body></html>'

    document = cleaned(page, is_html=True)

    assert (document.article.url, document.article.publisher) == (url, "valley.example")
    assert document.page_dates == (PageDate("the page's address", "2031/05/12", date(2031, 5, 12)),)
    assert (
        cleaned(page, is_html=True, url="https://valley.example/given").article.url
        == "https://valley.example/given"
    )


def test_an_encyclopedias_page_says_that_it_has_no_day() -> None:
    document = cleaned(
        f"<html><body><p>{BODY}</p></body></html>", is_html=True, url="https://en.wikipedia.org/wiki/X"
    )

    assert document.changing
    assert document.warnings == (
        "The page is written on over years, as an encyclopedia's: it has no day of publication.",
    )
