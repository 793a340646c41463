"""The kind of a file, found from its content; its ending only decides between kinds of plain text."""

from __future__ import annotations

import json
import re
from pathlib import PurePath

from contactline.intake.decoding import decode

PACKED = (".gz", ".zst")
ENDINGS = (
    ".txt",
    ".md",
    ".html",
    ".htm",
    ".xhtml",
    ".mhtml",
    ".mht",
    ".json",
    ".jsonl",
    ".ndjson",
    ".csv",
    ".tsv",
    ".xlsx",
    ".parquet",
    ".xml",
    ".rss",
    ".atom",
    ".warc",
    ".eml",
    ".mbox",
    ".docx",
    ".pdf",
    ".zip",
)
"""Endings of files that are read from a folder, each also followed by one of ``PACKED``."""

_MAGIC = (
    (b"\x1f\x8b", "gzip"),
    (b"\x28\xb5\x2f\xfd", "zstd"),
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
    (b"PAR1", "parquet"),
    (b"%PDF", "pdf"),
    (b"WARC/", "warc"),
)
_UNREAD = (
    (b"\xd0\xcf\x11\xe0", "an old Office file", "Save it as .docx or .xlsx."),
    (b"{\\rtf", "an RTF file", "Save it as .docx or .txt."),
    (b"bplist", "a web archive of Safari", "Save the page as .html."),
    (b"Rar!", "a RAR archive", "Unpack it."),
    (b"7z\xbc\xaf", "a 7z archive", "Unpack it."),
    (b"BZh", "a file packed with bzip2", "Unpack it."),
    (b"\xfd7zXZ", "a file packed with xz", "Unpack it."),
    (b"SQLite format 3", "a database of SQLite", "Export its table as .csv."),
    (b"\x89PNG", "a picture", "Leave it out, or give the text that it shows."),
    (b"\xff\xd8\xff", "a picture", "Leave it out, or give the text that it shows."),
    (b"GIF8", "a picture", "Leave it out, or give the text that it shows."),
)
_TAR = slice(257, 262), b"ustar"

_ENDING_KINDS = {
    ".csv": "csv",
    ".tsv": "csv",
    ".json": "json",
    ".jsonl": "json",
    ".ndjson": "json",
    ".html": "page",
    ".htm": "page",
    ".xhtml": "page",
    ".mbox": "mbox",
    ".eml": "mail",
    ".mhtml": "mail",
    ".mht": "mail",
    ".xml": "xml",
    ".rss": "feed",
    ".atom": "feed",
}
_ABOUT = frozenset(("readme", "license", "licence", "changelog"))
_BINARY = (".docx", ".xlsx", ".pdf", ".parquet", ".zip", ".warc", *PACKED)
_FEED = re.compile(r"<(?:rss|feed|rdf:RDF)[\s>]", re.IGNORECASE)
_PAGE = re.compile(r"\s*(?:<!--(?:(?!-->).){0,2000}-->\s*)*(?:<!doctype html|<html\b)", re.IGNORECASE | re.DOTALL)
_XML = re.compile(r"\s*<\?xml", re.IGNORECASE)
_HEADER = re.compile(r"([A-Za-z][A-Za-z-]{1,40}):[ \t]*\S?.*(?:\r?\n[ \t]+.*)*\r?\n")
_MAIL = frozenset("mime-version content-type snapshot-content-location message-id received return-path".split())
_MBOX = re.compile(r"From \S.*\d{4}\s*$", re.MULTILINE)


def ending(name: str) -> str:
    """The ending of a name in lower case; for a packed file the one before: ".csv" of "a.csv.gz"."""
    path = PurePath(name.lower())
    return PurePath(path.stem).suffix or path.suffix if path.suffix in PACKED else path.suffix


def is_meant(name: str) -> bool:
    """Whether a file of this name is read from a folder: what tells of the other files ("README.md") is not."""
    is_about = PurePath(name).stem.lower() in _ABOUT and ending(name) in (".txt", ".md", ".html")
    return ending(name) in (*ENDINGS, *PACKED) and not is_about


def unread(head: bytes) -> tuple[str, str] | None:
    """For a kind that is recognised but not read, by its first bytes: what it is, and what to do; None for all
    others.
    """
    if head[_TAR[0]] == _TAR[1]:
        return "a tar archive", "Unpack it."
    return next(((what, todo) for mark, what, todo in _UNREAD if head.startswith(mark)), None)


def kind_of(head: bytes, name: str) -> str:
    """The kind of a file by its first bytes; "unread" for those of ``unread``, "misnamed" for text with another
    ending.

    gzip, zstd, zip (also .docx and .xlsx), parquet, pdf, warc; page, feed, xml, mail (also a saved page), mbox,
    json, csv, text.
    """
    for mark, kind in _MAGIC:
        if head.startswith(mark):
            return kind
    if unread(head):
        return "unread"
    text, suffix = _whole_text(head), ending(name)
    if (marked := _by_markup(text)) or (marked := _by_headers(text, suffix)):
        return marked
    if text.lstrip()[:1] in ("{", "[") and (suffix in _ENDING_KINDS or _is_json_line(text)):
        return "json"
    return "misnamed" if suffix in _BINARY else _ENDING_KINDS.get(suffix, "text")


def _whole_text(head: bytes) -> str:
    """The text at the beginning of a file; an incomplete UTF-8 character at the end of the head is dropped."""
    for end in range(len(head), max(len(head) - 4, 0), -1):
        try:
            return head[:end].decode("utf-8-sig")
        except UnicodeDecodeError:
            continue
    return decode(head)


def _by_markup(text: str) -> str:
    if _PAGE.match(text):
        return "page"
    if (_XML.match(text) or text.lstrip()[:5].lower() in ("<rss ", "<rss>", "<feed")) and _FEED.search(text):
        return "feed"
    if _XML.match(text):
        return "page" if re.search(r"<html\b", text, re.IGNORECASE) else "xml"
    return ""


def _by_headers(text: str, suffix: str) -> str:
    """The kind of a text that begins like the header of a mail: "mail", "mbox", or ""."""
    if _MBOX.match(text):
        return "mbox"
    names, position = set(), 0
    while line := _HEADER.match(text, position):
        names.add(line[1].lower())
        position = line.end()
    is_mail = names & _MAIL and len(names) > 1 or names >= {"from", "subject", "date"}
    return "mail" if is_mail and suffix not in (".md", ".csv") else ""


def _is_json_line(text: str) -> bool:
    first = text.lstrip().partition("\n")[0]
    try:
        return isinstance(json.loads(first), dict)
    except (ValueError, RecursionError):
        return first.startswith('{"') and len(first) > 1000  # a JSON line longer than the head
