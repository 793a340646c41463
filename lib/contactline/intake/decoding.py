"""Text from bytes of any encoding. What had to be guessed is told with the text."""

from __future__ import annotations

import re
from dataclasses import dataclass

WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff")
"""The byte order marks of UTF-16."""

_CHARSET = re.compile(rb"charset=[\"']?([A-Za-z0-9_-]{2,20})|<\?xml[^>]{0,80}encoding=[\"']([A-Za-z0-9_-]{2,20})")
_HEAD_BYTES = 2048  # of a page in which it names its encoding
_SAMPLE = 50_000  # bytes from which an encoding is guessed
_FOREIGN = 0.3  # of the letters beyond ASCII from which a text is not in Latin script
_ENOUGH = 20  # letters beyond ASCII below which nothing can be guessed from them
_CANDIDATES = (
    "cp1251",
    "koi8_r",
    "cp866",
    "iso8859_5",
    "cp1253",
    "cp1255",
    "cp1256",
    "big5",
    "gb18030",
    "euc_kr",
    "shift_jis",
)
_TURKISH = re.compile("[ðýþÐÝÞ]")
_ICELANDIC = re.compile("[æáéíóú]")
_NAMES = {"cp1251": "windows-1251", "cp1252": "windows-1252", "cp1254": "windows-1254"}


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and the encoding that was guessed for it, "" where the bytes themselves tell."""

    text: str
    guessed: str = ""


def decode(data: bytes) -> str:
    """The text of ``read``."""
    return read(data).text


def read(data: bytes) -> Decoded:
    """Text by its byte order mark, else UTF-8, else the encoding that a page names, else one that is guessed.

    Bytes that are not defined in the encoding become U+FFFD; nothing is raised.
    """
    if data.startswith(WIDE_MARKS):
        return Decoded(data.decode("utf-16", errors="replace"))
    if 3 * data.count(0) > len(data):  # UTF-16 without its mark
        return Decoded(data.decode("utf-16-le" if data[1:2] == b"\0" else "utf-16-be", errors="replace"))
    try:
        return Decoded(data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        pass
    named = _CHARSET.search(data, 0, _HEAD_BYTES)
    if named:
        try:
            return Decoded(data.decode((named[1] or named[2]).decode("ascii"), errors="replace"))
        except (LookupError, UnicodeError):
            pass
    encoding = guess(data)
    return Decoded(data.decode(encoding, errors="replace"), _NAMES.get(encoding, encoding))


def guess(data: bytes) -> str:
    """The encoding of a text that is not UTF-8: that of another script where it has few ASCII letters.

    The other scripts' encodings are told apart by charset-normalizer. A text in Latin script is Windows-1252, or
    Windows-1254 where that gives Turkish letters.
    """
    sample = data[:_SAMPLE]
    plain = sum(byte < 128 and chr(byte).isalpha() for byte in sample)
    other = sum(byte >= 128 for byte in sample)
    if other >= _ENOUGH and other > _FOREIGN * (plain + other):
        from charset_normalizer import from_bytes

        best = from_bytes(sample, cp_isolation=list(_CANDIDATES)).best()
        if best is not None:
            return str(best.encoding)
    western = sample.decode("cp1252", errors="replace")
    return "cp1254" if _TURKISH.search(western) and not _ICELANDIC.search(western.lower()) else "cp1252"
