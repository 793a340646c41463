"""Articles from documents: Word (.docx) and PDF, their text only. Needs the extra ``contactline[formats]``."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from contactline.intake import decoding, text_files
from contactline.intake.errors import InputError
from contactline.intake.extra import needed
from contactline.intake.options import Reading
from contactline.intake.source import Source
from contactline.records import Article

_MOST_PAGES = 3000


def docx_articles(source: Source, reading: Reading) -> Iterator[Article]:
    """Yield the article of a Word document, or those of a database export in it."""
    docx = needed("docx", source.label, "Word documents")
    document = docx.Document(io.BytesIO(source.data()))
    title = (document.core_properties.title or "").strip()
    body = "\n".join(_blocks(document))
    for article in text_files.of_text(source, decoding.Decoded(body), reading):
        yield replace(article, title=article.title or (title if title in body else ""))


def _blocks(document: Any) -> Iterator[str]:
    """The text of each paragraph and of each row of a table, in their order."""
    for block in document.iter_inner_content():
        if hasattr(block, "rows"):
            for row in block.rows:
                yield " ".join(dict.fromkeys(cell.text.strip() for cell in row.cells if cell.text.strip()))
        else:
            yield block.text


def pdf_articles(source: Source, reading: Reading) -> Iterator[Article]:
    """Yield the article of a PDF, its pages separated by form feeds, or those of a database export in it.

    Raises InputError for a PDF with a password, and for one that only has pictures of text.
    """
    pypdf = needed("pypdf", source.label, "PDF")
    try:
        document = pypdf.PdfReader(io.BytesIO(source.data()))
        if document.is_encrypted and not document.decrypt(""):
            raise InputError(source.label, "the PDF has a password.", "Save it without one.")
        if len(document.pages) > _MOST_PAGES:
            told = f"the PDF has {len(document.pages)} pages."
            raise InputError(source.label, told, "Split it into its articles.")
        body = "\f".join(page.extract_text() for page in document.pages)
    except pypdf.errors.PyPdfError as error:
        raise InputError(source.label, f"the PDF cannot be read ({error}).", "Save its text as .txt.") from None
    if not body.strip():
        told = "the PDF holds no text, perhaps pictures of it."
        raise InputError(source.label, told, "Have its text recognised, and save it as .txt.")
    yield from text_files.of_text(source, decoding.Decoded(body), reading)
