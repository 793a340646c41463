"""Files that are one article each."""

from __future__ import annotations

import io

import made_inputs as made
import pytest

from contactline import lexicon
from contactline.intake import text_files
from contactline.intake.errors import InputError
from contactline.intake.options import Reading
from contactline.intake.source import Source

WORDS = lexicon.load()


def source(data: bytes, name: str) -> Source:
    return Source(f"in/{name}", name, name, lambda: io.BytesIO(data))


@pytest.mark.parametrize(
    ("key", "article_id"),
    [
        ("a.txt", "a"),
        ("b/c.d.txt", "b/c.d"),
        ("7_ABCDEF0123.txt", "abcdef0123"),
        ("b/7_abcdef0123.txt", "abcdef0123"),
        (".txt", ".txt"),
    ],
)
def test_the_id_of_a_file(key: str, article_id: str) -> None:
    assert text_files.file_id(key) == article_id


def test_an_export_of_one_document_keeps_the_id_of_its_file() -> None:
    one = made.NEXIS[: made.NEXIS.index("2 of 2")].replace("1 of 2", "1 of 1")

    assert [a.article_id for a in text_files.text_articles(source(one.encode(), "e.txt"), Reading(WORDS))] == ["e"]
    assert [
        a.article_id for a in text_files.text_articles(source(made.NEXIS.encode(), "e.txt"), Reading(WORDS))
    ] == ["", ""]


def test_a_guessed_encoding_is_told_with_the_article() -> None:
    notes: list[str] = []
    reading = Reading(WORDS, note=notes.append)
    said = "it is read as windows-1252."

    (text,) = text_files.text_articles(source("Das Tal ist schön.".encode("cp1252"), "a.txt"), reading)
    (page,) = text_files.page_articles(source("<p>schön".encode("cp1252"), "b.html"), reading)

    assert (text.body, page.body, page.is_html) == ("Das Tal ist schön.", "<p>schön", True)
    assert [a.warnings for a in (text, page)] == [(f"The file does not tell its encoding: {said}",)] * 2
    assert notes == [f"in/{name}: the file does not tell its encoding; {said}" for name in ("a.txt", "b.html")]


@pytest.mark.parametrize(
    ("data", "reason"), [(bytes(range(256)), "binary data"), (b"\xef\xbb\xbf \n", "the file has no text")]
)
def test_what_is_no_text(data: bytes, reason: str) -> None:
    for read in (text_files.text_articles, text_files.page_articles):
        with pytest.raises(InputError, match=reason):
            list(read(source(data, "a.txt"), Reading(WORDS)))


def test_a_list_of_addresses_is_no_article() -> None:
    listed = b"https://valley.example/road\n\nhttp://hill.example/bridge?x=1\n"
    named = listed + b"Both were read on Monday.\n"

    with pytest.raises(InputError, match="a list of addresses, without the articles. Save the pages"):
        list(text_files.text_articles(source(listed, "a.txt"), Reading(WORDS)))
    assert len(list(text_files.text_articles(source(named, "a.txt"), Reading(WORDS)))) == 1


def test_a_page_of_a_database_s_documents_is_split() -> None:
    def document(headline: str, text: str, key: str) -> str:
        return (
            f'<div class="article"><div><span class="enHeadline">{headline}</span></div><div>40 words</div>'
            f"<div>12 May 2031</div><div>The Valley Post</div><div>VALL</div><div>English</div>"
            f"<div>(c) 2031 Valley Post</div><p>{text}</p><p>Document {key}</p></div>"
        )

    first = document("Ministers speak", "They spoke of a road.", "VALL000020310512e75c0001x")
    second = document("A bridge", "It was opened.", "VALL000020310512e75c0002y")
    page = f"<!DOCTYPE html><html><head><title>x</title></head><body>{first}{second}</body></html>"

    found = list(text_files.page_articles(source(page.encode(), "a.html"), Reading(WORDS)))

    assert [(a.title, a.body, str(a.published), a.publisher, a.is_html) for a in found] == [
        ("Ministers speak", "They spoke of a road.", "2031-05-12", "The Valley Post", False),
        ("A bridge", "It was opened.", "2031-05-12", "The Valley Post", False),
    ]
