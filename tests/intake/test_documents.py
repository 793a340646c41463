"""Word and PDF."""

from __future__ import annotations

import io

import made_inputs as made
import pytest

from contactline import lexicon
from contactline.intake import documents
from contactline.intake.errors import InputError
from contactline.intake.options import Reading
from contactline.intake.source import Source

WORDS = lexicon.load()


def source(data: bytes) -> Source:
    return Source("d", "d", "d", lambda: io.BytesIO(data))


def test_a_word_document_with_a_table() -> None:
    import docx

    document = docx.Document()
    document.core_properties.title = "A road"
    document.add_paragraph("A road")
    table = document.add_table(1, 2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "Left.", "Right."
    document.add_paragraph("Below.")
    out = io.BytesIO()
    document.save(out)

    (found,) = documents.docx_articles(source(out.getvalue()), Reading(WORDS))

    assert (found.article_id, found.title, found.body) == ("d", "A road", "A road\nLeft. Right.\nBelow.")


def test_a_title_that_a_template_left_is_none() -> None:
    (found,) = documents.docx_articles(source(made.docx(["Text."], "Letter of the ministry")), Reading(WORDS))

    assert found.title == ""


def test_the_pages_of_a_pdf() -> None:
    (found,) = documents.pdf_articles(source(made.pdf([["One.", "Two."], ["Three."]])), Reading(WORDS))

    assert found.body == "One.\nTwo.\fThree."


def locked() -> bytes:
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter()
    writer.append(PdfReader(io.BytesIO(made.pdf([["One."]]))))
    writer.encrypt("secret", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        pytest.param(made.pdf([[]]), "the PDF holds no text, perhaps pictures of it", id="pictures"),
        pytest.param(locked(), "the PDF has a password", id="locked"),
        pytest.param(b"%PDF-1.7\nbroken", "the PDF cannot be read", id="broken"),
    ],
)
def test_a_pdf_that_cannot_be_read(data: bytes, reason: str) -> None:
    with pytest.raises(InputError, match=reason):
        list(documents.pdf_articles(source(data), Reading(WORDS)))


def test_a_pdf_of_many_pages_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(documents, "_MOST_PAGES", 1)

    with pytest.raises(InputError, match="the PDF has 2 pages"):
        list(documents.pdf_articles(source(made.pdf([["One."], ["Two."]])), Reading(WORDS)))
