"""Files of every kind that articles come in, made for tests: nothing of them is kept in the repository."""

from __future__ import annotations

import gzip
import io
import zipfile
from collections.abc import Mapping, Sequence
from typing import Any

TEXT = (
    "Two soldiers were wounded when a patrol came under fire near the village of Valley on Monday, the ministry of "
    "defence said. The other side denied it and called on the observers to look at the place of the incident."
)


def put(folder: Any, **files: str | bytes) -> Any:
    """Write files named by keyword, with "__" for the dot; returns the folder."""
    for name, content in files.items():
        path = folder / name.replace("__", ".")
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def xlsx(rows: Sequence[Sequence[object]]) -> bytes:
    import openpyxl

    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(list(row))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def parquet(columns: Mapping[str, Sequence[object]]) -> bytes:
    import pyarrow as pa
    import pyarrow.parquet as pq

    out = io.BytesIO()
    pq.write_table(pa.table(dict(columns)), out)
    return out.getvalue()


def zipped(**files: str | bytes) -> bytes:
    """A zip archive; "__" stands for the dot and "___" for a folder's slash."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name.replace("___", "/").replace("__", "."), content)
    return out.getvalue()


def docx(paragraphs: Sequence[str], title: str = "") -> bytes:
    import docx as library

    document = library.Document()
    document.core_properties.title = title
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def pdf(pages: Sequence[Sequence[str]]) -> bytes:
    """A PDF with a line of text for each string of each page."""
    from pypdf import PdfWriter
    from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

    writer = PdfWriter()
    font = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/Type1"),
            NameObject("/BaseFont"): NameObject("/Helvetica"),
        }
    )
    for lines in pages:
        page = writer.add_blank_page(595, 842)
        page[NameObject("/Resources")] = DictionaryObject(
            {NameObject("/Font"): DictionaryObject({NameObject("/F1"): font})}
        )
        shown = " T* ".join(f"({line.translate(str.maketrans({'(': '[', ')': ']'}))}) Tj" for line in lines)
        stream = DecodedStreamObject()
        stream.set_data(f"BT /F1 11 Tf 14 TL 50 780 Td {shown} ET".encode("latin-1"))
        page[NameObject("/Contents")] = writer._add_object(stream)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def warc(pages: Mapping[str, str], packed: bool = False) -> bytes:
    """A web archive with an answer of status 200 for each address; what has no markup is a picture."""
    records = []
    for number, (url, page) in enumerate(pages.items()):
        kind = "text/html; charset=utf-8" if "<" in page else "image/png"
        answer = f"HTTP/1.0 200 OK\r\nContent-Type: {kind}\r\n\r\n".encode() + page.encode()
        head = (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:{number:032x}>\r\n"
            f"WARC-Date: 2034-06-01T10:00:00Z\r\nWARC-Target-URI: {url}\r\n"
            f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(answer)}\r\n\r\n"
        )
        records.append(head.encode() + answer + b"\r\n\r\n")
    return b"".join(gzip.compress(record) if packed else record for record in records)


def page(title: str, body: str, head: str = "") -> str:
    return (
        f"<!DOCTYPE html><html><head><title>{title}</title>{head}</head>"
        f"<body><article><h1>{title}</h1>{body}</article></body></html>"
    )


NEXIS = """

                              1 of 2 DOCUMENTS


                                 The Valley Post

                       May 12, 2031 Monday
                                 Late Edition

Ministers speak of a road

BYLINE: Ann Writer, Hillside

SECTION: WORLD; Pg. 4

LENGTH: 40 words

The two ministers spoke of a road through the valley.

They will meet again.

LOAD-DATE: May 13, 2031

LANGUAGE: ENGLISH

             Copyright 2031 Valley Post Ltd
                         All Rights Reserved


                              2 of 2 DOCUMENTS


                                 The Hill Times

                       May 14, 2031 Wednesday

A bridge is opened

LENGTH: 12 words

A bridge was opened on Tuesday.

LOAD-DATE: May 14, 2031
"""

NEXIS_UNI = """Ministers speak of a road
The Valley Post
May 12, 2031 Monday

Copyright 2031 Valley Post Ltd All Rights Reserved
Section: WORLD
Length: 40 words
Byline: Ann Writer
Body

The two ministers spoke of a road through the valley.

Classification

Language: ENGLISH
Load-Date: May 13, 2031

End of Document

A bridge is opened
The Hill Times
May 14, 2031 Wednesday

Length: 12 words
Body

A bridge was opened on Tuesday.

End of Document
"""

PROQUEST = f"""{"_" * 60}

Ministers speak of a road

Author: Writer, Ann

ProQuest document link

Abstract: The ministers spoke.

Full text: The two ministers spoke of a road through the valley.

They will meet again.

Subject: Roads

Title: Ministers speak of a road

Publication title: The Valley Post; Hillside

Publication year: 2031

Publication date: May 12, 2031

Language of publication: English

ProQuest document ID: 24411
{"_" * 60}

A bridge is opened

Author: Anonymous

FULL TEXT

A bridge was opened on Tuesday.

Publication title: The Hill Times

Publication date: May 14, 2031

ProQuest document ID: 24412
"""

FACTIVA = """SE  World
HD  Ministers speak of a road
BY  By Ann Writer
WC  40 words
PD  12 May 2031
SN  The Valley Post
LA  English
CY  Copyright 2031
LP
The two ministers spoke of a road through the valley.
TD
They will meet again.
AN
Document VALPST0020310512e75c0001m

HD  A bridge is opened
WC  12 words
PD  14 May 2031
SN  The Hill Times
LA  English
TD
A bridge was opened on Tuesday.
AN
Document HILTIM0020310514e75e0002k
"""

FACTIVA_LINES = """Ministers speak of a road
By Ann Writer
40 words
12 May 2031
The Valley Post
VALPST
English
Copyright 2031 Valley Post Ltd

The two ministers spoke of a road through the valley.

Document VALPST0020310512e75c0001m

A bridge is opened
12 words
14 May 2031
08:15
The Hill Times
HILTIM
English
Copyright 2031

A bridge was opened on Tuesday.

Document HILTIM0020310514e75e0002k
"""

RSS = """<?xml version="1.0"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>The Valley Post</title>
<item><title>Ministers &amp; a road</title><link>https://valley.example/road</link>
<pubDate>Mon, 12 May 2031 08:00:00 +0400</pubDate><dc:creator>Ann Writer</dc:creator>
<description>Short.</description>
<content:encoded><![CDATA[<p>The two ministers spoke of a road.</p>]]></content:encoded></item>
<item><title>A bridge</title><link>https://valley.example/bridge</link>
<pubDate>2031-05-14T08:00:00Z</pubDate><description>A bridge was opened on Tuesday.</description></item>
<item><title>Nothing</title><link>https://valley.example/nothing</link></item>
</channel></rss>
"""

ATOM = """<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>The Hill Times</title>
<entry><title>A bridge is opened</title><link rel="self" href="https://hill.example/feed/1"/>
<link href="https://hill.example/bridge"/><author><name>Bo Reader</name></author>
<published>2031-05-14T23:30:00-05:00</published><updated>2031-06-01T00:00:00Z</updated>
<content type="html">&lt;p&gt;A bridge was opened on Tuesday.&lt;/p&gt;</content></entry>
</feed>
"""

MAIL = """From: The Valley Post <news@valley.example>
To: reader@example.org
Subject: =?utf-8?q?Ministers_speak_of_a_r=C3=B6ad?=
Date: Mon, 12 May 2031 08:00:00 +0400
Message-ID: <1@valley.example>
MIME-Version: 1.0
Content-Type: multipart/alternative; boundary="b"

--b
Content-Type: text/plain; charset="utf-8"
Content-Transfer-Encoding: quoted-printable

The two ministers spoke of a r=C3=B6ad.

--b
Content-Type: text/html; charset="utf-8"

<p>The two ministers spoke of a road.</p>

--b--
"""


def mhtml(page: str, url: str) -> str:
    """A page as a browser saves it in one file."""
    import quopri

    body = quopri.encodestring(page.encode()).decode()
    return (
        f"From: <Saved by Blink>\r\nSnapshot-Content-Location: {url}\r\nSubject: Saved\r\n"
        "Date: Thu, 1 Jun 2034 10:00:00 -0000\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; type="text/html"; boundary="b"\r\n\r\n'
        f"--b\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n"
        f"Content-Location: {url}\r\n\r\n{body}\r\n--b--\r\n"
    )
