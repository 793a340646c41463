"""Pages of web archives."""

from __future__ import annotations

import io

import made_inputs as made
import pytest

from contactline import lexicon
from contactline.intake import web_archives
from contactline.intake.errors import InputError
from contactline.intake.options import Reading
from contactline.intake.source import Source
from contactline.records import Article

WORDS = lexicon.load()


def source(data: bytes) -> Source:
    return Source("w", "w", "w", lambda: io.BytesIO(data))


def test_pages_and_nothing_else() -> None:
    data = made.warc({"https://x.org/a": "<p>é", "https://x.org/a.png": "PNG", "https://x.org/b": "<p>B"})

    assert list(web_archives.articles(source(data), Reading(WORDS))) == [
        Article("", "<p>é", is_html=True, url="https://x.org/a", origin="w, line 1"),
        Article("", "<p>B", is_html=True, url="https://x.org/b", origin="w, line 3"),
    ]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (made.warc({"https://x.org/a.png": "PNG"}), "the archive holds no pages"),
        (made.warc({"https://x.org/a": "<p>A"}).replace(b"200 OK", b"404 No"), "the archive holds no pages"),
        (b"no archive", "the archive cannot be read behind its record 0"),
    ],
)
def test_archives_without_pages(data: bytes, reason: str) -> None:
    with pytest.raises(InputError, match=reason):
        list(web_archives.articles(source(data), Reading(WORDS)))
