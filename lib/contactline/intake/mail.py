"""Articles from mails (.eml, .mbox) and from pages that a browser saved as one file (.mhtml).

Tables read: mail_providers, publisher_domains.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from email import message_from_bytes, policy
from email.message import EmailMessage, MIMEPart
from email.utils import parseaddr

from contactline.intake import days, decoding, values
from contactline.intake.addresses import publisher_of
from contactline.intake.errors import InputError
from contactline.intake.options import Reading
from contactline.intake.source import Source
from contactline.intake.text_files import file_id
from contactline.records import Article

_SENT_ON = re.compile(r"^(?:(?:re|fwd?|aw|wg)\s*:\s*)+", re.IGNORECASE)  # before the subject of a mail sent on
_TAG = re.compile(r"<style.*?</style>|<[^>]*>", re.IGNORECASE | re.DOTALL)
_STUB = 4  # if the page has so many times the words, the plain form is only a stub
_FROM_LINE = re.compile(rb"^From \S.*\d{4}\s*$", re.MULTILINE)


def articles(source: Source, reading: Reading) -> Iterator[Article]:
    """Yield the article of a mail or of a saved page. Raises InputError where it has neither text nor page."""
    yield _of_message(source.data(), source.label, file_id(source.key), reading)


def mailbox_articles(source: Source, reading: Reading) -> Iterator[Article]:
    """Yield the articles of a mailbox, one per mail; a mail without a text is refused."""
    data = source.data()
    starts = [match.start() for match in _FROM_LINE.finditer(data)]
    line, counted = 1, 0
    for start, end in zip(starts, [*starts[1:], len(data)], strict=True):
        line, counted = line + data.count(b"\n", counted, start), start
        origin = f"{source.label}, line {line}"
        message = data[start:end].partition(b"\n")[2].replace(b"\n>From ", b"\nFrom ")
        try:
            yield _of_message(message, origin, "", reading)
        except InputError as error:
            reading.refuse(error)


def _of_message(data: bytes, origin: str, article_id: str, reading: Reading) -> Article:
    message = message_from_bytes(data.lstrip(b"\r\n"), policy=policy.default)
    assert isinstance(message, EmailMessage)
    saved = _header(message, "Snapshot-Content-Location") or _location_of_page(message)
    part = _page(message) if saved else _body(message)
    body = _content(part) if part is not None else ""
    if part is None or not body.strip():
        raise InputError(origin, "it holds no text.", "Leave it out.", article_id)
    is_html = part.get_content_type() != "text/plain"
    if saved:  # a saved page's date is the day on which it was saved, not published
        return Article(article_id, body, is_html=is_html, url=saved if "://" in saved else "", origin=origin)
    sender, address = parseaddr(_header(message, "From"))
    name, domain = values.one_line(sender), address.rpartition("@")[2].lower()
    is_person = any(row["domain"] == domain for row in reading.lexicon.rows("mail_providers"))
    day = _day(message, reading)
    return Article(
        article_id=article_id,
        body=body,
        is_html=is_html,
        title=_SENT_ON.sub("", _header(message, "Subject")),
        publisher="" if is_person else name or publisher_of(domain, reading.lexicon),
        published=day,
        published_basis="metadata" if day else "",
        origin=origin,
    )


def _body(message: EmailMessage) -> MIMEPart | None:
    """The mail's text: its plain form, unless that only refers to another ("View it in your browser")."""
    plain, page = message.get_body(("plain",)), message.get_body(("html",))
    if plain is None or page is None:
        return plain or page or _page(message)
    words = len(_TAG.sub(" ", _content(page)).split())
    return page if len(_content(plain).split()) < words / _STUB else plain


def _header(message: EmailMessage, name: str) -> str:
    try:
        return values.one_line(message.get(name, ""))
    except (ValueError, IndexError, AttributeError, TypeError):  # a header that the standard library cannot parse
        return ""


def _day(message: EmailMessage, reading: Reading) -> date | None:
    found = days.read(_header(message, "Date"), reading.lexicon)
    return found.day if found else None


def _location_of_page(message: EmailMessage) -> str:
    """The address of a saved page, from the headers of its part; "" for a mail."""
    if message.get_content_type() != "multipart/related" and not message.get("Content-Location"):
        return ""
    if message.get("Message-ID") or message.get("Received"):
        return ""
    part = _page(message)
    return _header(part, "Content-Location") if part is not None else ""


def _page(message: EmailMessage) -> EmailMessage | None:
    """The first part that is a page, else the first one that is text."""
    parts = [part for part in message.walk() if part.get_content_maintype() == "text"]
    pages = [part for part in parts if part.get_content_type() in ("text/html", "application/xhtml+xml")]
    found = next(iter(pages or parts), None)
    return found if isinstance(found, EmailMessage) else None


def _content(part: MIMEPart) -> str:
    """The text of a part, decoded by the encoding that it names if that exists."""
    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    try:
        named = part.get_content_charset()
        return data.decode(named, errors="replace") if named else decoding.decode(data)
    except LookupError:
        return decoding.decode(data)
