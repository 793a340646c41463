"""Mails, mailboxes and pages that a browser saved as one file."""

from __future__ import annotations

import io
from datetime import date
from email.message import EmailMessage

import made_inputs as made
import pytest

from contactline import lexicon
from contactline.intake import mail
from contactline.intake.errors import InputError
from contactline.intake.options import Reading
from contactline.intake.source import Source
from contactline.records import Article

WORDS = lexicon.load()


def source(text: str) -> Source:
    return Source("m.eml", "m.eml", "m.eml", lambda: io.BytesIO(text.encode()))


def test_a_mail() -> None:
    assert list(mail.articles(source(made.MAIL), Reading(WORDS))) == [
        Article(
            "m",
            "The two ministers spoke of a röad.\n\n".replace("\n\n", "\n"),
            title="Ministers speak of a röad",
            publisher="The Valley Post",
            published=date(2031, 5, 12),
            published_basis="metadata",
            origin="m.eml",
        )
    ]


def test_a_mail_of_a_page_only_and_without_a_name() -> None:
    text = "From: news@oc-media.org\nSubject: A road\nDate: n/a\nContent-Type: text/html\n\n<p>Text.\n"

    (found,) = mail.articles(source(text), Reading(WORDS))

    assert (found.body, found.is_html, found.publisher, found.published) == ("<p>Text.\n", True, "OC Media", None)


def test_a_mail_that_a_person_sent_on_has_no_publisher() -> None:
    text = "From: Ann Reader <ann@gmail.com>\nSubject: Fwd: RE: A road\nDate: Mon, 12 May 2031 08:00:00 +0000\n\nText.\n"

    (found,) = mail.articles(source(text), Reading(WORDS))

    assert (found.title, found.publisher, found.published) == ("A road", "", date(2031, 5, 12))


def test_the_day_on_which_a_page_was_saved_is_not_its_day() -> None:
    (found,) = mail.articles(source(made.mhtml("<p>Text é.", "https://valley.example/road")), Reading(WORDS))

    assert (found.body.strip(), found.is_html, found.url) == ("<p>Text é.", True, "https://valley.example/road")
    assert (found.title, found.published) == ("", None)


def test_a_mailbox_with_a_mail_that_is_empty() -> None:
    box = f"From a@b Mon May 12 08:00:00 2031\nSubject: x\n\n\nFrom a@b Wed May 14 08:00:00 2031\n{made.MAIL}"
    refused: list[str] = []

    found = list(
        mail.mailbox_articles(source(box), Reading(WORDS, lambda error: refused.append(str(error.reject))))
    )

    assert [(a.article_id, a.title, a.origin) for a in found] == [
        ("", "Ministers speak of a röad", "m.eml, line 5")
    ]
    assert refused == ["m.eml, line 1: it holds no text. Leave it out."]


def test_a_mail_of_a_picture() -> None:
    with pytest.raises(InputError, match="it holds no text"):
        list(mail.articles(source("From: a@b.org\nContent-Type: image/png\n\nx"), Reading(WORDS)))


@pytest.mark.parametrize(
    ("plain", "is_html"),
    [("View this in your browser.", True), ("The road is closed, said the mayor. " * 3, False)],
)
def test_a_plain_form_that_says_nothing_gives_way_to_the_page(plain: str, is_html: bool) -> None:
    message = EmailMessage()
    message["From"], message["Subject"] = "Post <a@valley.example>", "A road"
    message.set_content(plain)
    message.add_alternative(
        f"<html><style>p {{ color: red }}</style><p>{'The road is closed, said the mayor. ' * 4}</p></html>",
        subtype="html",
    )

    (found,) = mail.articles(source(message.as_string()), Reading(WORDS))

    assert found.is_html is is_html
