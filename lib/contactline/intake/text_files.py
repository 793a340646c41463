"""Articles from text files and pages: one per file, or many from a database's export."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from contactline.intake import decoding, exports
from contactline.intake.addresses import is_address
from contactline.intake.errors import InputError
from contactline.intake.options import Reading
from contactline.intake.source import Source
from contactline.records import Article

_NUMBERED = re.compile(r"\d+_([0-9a-f]{8,})", re.IGNORECASE)  # a file name with a running number and the id
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\ufffd]")
_MOST_CONTROLS = 0.02
_NO_TEXT = "Save it as plain text, or leave it out."


def file_id(key: str) -> str:
    """The id of an article in a file: its path without the ending, or the id that its name contains."""
    folder, _, name = key.rpartition("/")
    stem = name[: name.rfind(".")] if name.rfind(".") > 0 else name
    numbered = _NUMBERED.fullmatch(stem)
    return numbered[1].lower() if numbered else f"{folder}/{stem}" if folder else stem


def text_articles(source: Source, reading: Reading) -> Iterator[Article]:
    """Yield the article of a plain text, or those of an export of LexisNexis, Factiva or ProQuest."""
    yield from of_text(source, decoding.read(source.data()), reading)


def of_text(source: Source, found: decoding.Decoded, reading: Reading) -> Iterator[Article]:
    """Yield the articles of a file's text. Raises InputError where it is not text or is empty."""
    body = found.text
    if len(_CONTROL.findall(body)) > _MOST_CONTROLS * len(body):
        raise InputError(source.label, "this is not text, but binary data.", _NO_TEXT, file_id(source.key))
    if not body.strip():
        raise InputError(source.label, "the file has no text.", "Leave it out.", file_id(source.key))
    lines = [line.strip() for line in body.splitlines() if line.strip()]
    if all("://" in line and is_address(line) for line in lines):
        told = "this is a list of addresses, without the articles."
        raise InputError(source.label, told, "Save the pages and give their folder.", file_id(source.key))
    documents = list(exports.articles(body, source.label, reading.lexicon))
    if documents:
        ids = [file_id(source.key)] if len(documents) == 1 else [""] * len(documents)
        yield from (replace(one, article_id=key) for one, key in zip(documents, ids, strict=True))
        return
    yield _with_guess(Article(file_id(source.key), body, origin=source.label), found, reading)


def page_articles(source: Source, reading: Reading) -> Iterator[Article]:
    """Yield the article of a page, or those of a database export saved as a page."""
    found = decoding.read(source.data())
    if len(_CONTROL.findall(found.text)) > _MOST_CONTROLS * len(found.text):
        raise InputError(source.label, "this is not a page, but binary data.", _NO_TEXT, file_id(source.key))
    if not found.text.strip():
        raise InputError(source.label, "the file has no text.", "Leave it out.", file_id(source.key))
    if exports.may_be(found.text):
        documents = list(exports.articles(exports.text_of_page(found.text), source.label, reading.lexicon))
        if len(documents) > 1:
            yield from documents
            return
    page = Article(file_id(source.key), found.text, is_html=True, origin=source.label)
    yield _with_guess(page, found, reading)


def _with_guess(article: Article, found: decoding.Decoded, reading: Reading) -> Article:
    if not found.guessed:
        return article
    reading.note(f"{article.origin}: the file does not tell its encoding; it is read as {found.guessed}.")
    warning = f"The file does not tell its encoding: it is read as {found.guessed}."
    return replace(article, warnings=(*article.warnings, warning))
