"""Articles from web archives (.warc), one for each page with an answer. Needs ``contactline[formats]``."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing

from contactline.intake import decoding
from contactline.intake.errors import InputError
from contactline.intake.extra import needed
from contactline.intake.options import Reading
from contactline.intake.source import LARGEST, Source
from contactline.records import Article

_PAGES = ("text/html", "application/xhtml+xml", "text/plain")


def articles(source: Source, reading: Reading) -> Iterator[Article]:
    """Yield the pages of an archive; pictures, scripts and answers with another status than 200 are skipped.

    The day of a record is the day on which it was saved, and is not used.
    """
    iterator = needed("warcio.archiveiterator", source.label, "web archives")
    exceptions = needed("warcio.exceptions", source.label, "web archives")
    pages = number = 0
    with closing(source.open()) as f:
        try:
            for number, record in enumerate(iterator.ArchiveIterator(f), 1):
                article = _of_record(record, f"{source.label}, line {number}")
                if article:
                    pages += 1
                    yield article
        except exceptions.ArchiveLoadFailed as error:
            told = f"the archive cannot be read behind its record {number} ({str(error).splitlines()[0]})."
            raise InputError(source.label, told, "Save it again.") from None
    if not pages:
        raise InputError(source.label, "the archive holds no pages.", "Leave it out.")


def _of_record(record: object, origin: str) -> Article | None:
    kind, headers, http = record.rec_type, record.rec_headers, record.http_headers  # type: ignore[attr-defined]
    if kind not in ("response", "resource") or http and http.get_statuscode() != "200":
        return None
    media = (http.get_header("Content-Type") if http else headers.get_header("Content-Type")) or ""
    if not media.lower().startswith(_PAGES):
        return None
    data = record.content_stream().read(LARGEST)  # type: ignore[attr-defined]
    _, _, charset = media.partition("charset=")
    try:
        text = data.decode(charset.strip(" \"'"), errors="replace") if charset else decoding.decode(data)
    except LookupError:
        text = decoding.decode(data)
    if not text.strip():
        return None
    url = headers.get_header("WARC-Target-URI") or ""
    return Article("", text, is_html="plain" not in media.lower(), url=url.strip("<> "), origin=origin)
