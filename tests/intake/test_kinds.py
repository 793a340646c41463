"""What a file is, by what it holds."""

from __future__ import annotations

import made_inputs as made
import pytest

from contactline.intake import kinds


@pytest.mark.parametrize(
    ("head", "name", "kind"),
    [
        (b"\x1f\x8b\x08", "a.html", "gzip"),
        (b"PK\x03\x04", "a.csv", "zip"),
        (b"%PDF-1.7", "a.txt", "pdf"),
        (b"PAR1", "a", "parquet"),
        (b"WARC/1.0\r\n", "a.txt", "warc"),
        (b"{\\rtf1", "a.txt", "unread"),
        (b"Text.", "a.pdf", "misnamed"),
        (b"\xef\xbb\xbf\n<!DOCTYPE html><p>", "a.txt", "page"),
        (b"<!-- saved from x -->\n<html>", "a.txt", "page"),
        (b"<!-- x -->" * 40 + b"<html>", "a.txt", "page"),
        (b"<!-- x -->" * 40 + b"<p>", "a.txt", "text"),  # many comments, and no page behind them
        (b"<?xml version='1.0'?><html>", "a.xml", "page"),
        (b"<?xml version='1.0'?><rss version='2.0'>", "a.html", "feed"),
        (b"<rss version='2.0'>", "a.html", "feed"),
        (b"<?xml version='1.0'?><nitf>", "a.xml", "xml"),
        (made.MAIL.encode(), "a.txt", "mail"),
        (made.mhtml("<p>x", "https://x.org/a").encode(), "a.html", "mail"),
        (b"From a@b Mon May 12 08:00:00 2031\nSubject: x\n", "a", "mbox"),
        (b"Subject: a road\n\nText.", "a.txt", "text"),
        (b'{"text": "x"}\n', "a.txt", "json"),
        (b"{\n  no JSON", "a.txt", "text"),
        (b"[1", "a.json", "json"),
        (b"id,text\n", "a.csv", "csv"),
        (b"id\ttext\n", "a.tsv", "csv"),
        (b"Text.", "a.html", "page"),
        (b"# Text", "a.md", "text"),
        ("Вода".encode() * 600, "a.txt", "text"),
        (b"", "a.txt", "text"),
    ],
)
def test_the_kind_of_a_file(head: bytes, name: str, kind: str) -> None:
    assert kinds.kind_of(head[:4096], name) == kind


@pytest.mark.parametrize(
    ("name", "meant"),
    [("a.TXT", True), ("a.csv.gz", True), ("a.gz", True), ("a.png", False), ("a.tar.zst", False), ("a", False)]
    + [("README.md", False), ("readme.csv", True)],
)
def test_which_files_of_a_folder_are_read(name: str, meant: bool) -> None:
    assert kinds.is_meant(name) is meant


@pytest.mark.parametrize(
    ("head", "told"),
    [
        (b"a.txt".ljust(257, b"\0") + b"ustar\0", ("a tar archive", "Unpack it.")),
        (b"{\\rtf1", ("an RTF file", "Save it as .docx or .txt.")),
        (b"Text.", None),
    ],
)
def test_what_is_recognised_and_not_read(head: bytes, told: tuple[str, str] | None) -> None:
    assert kinds.unread(head) == told
    assert (kinds.kind_of(head, "a.txt") == "unread") is (told is not None)
