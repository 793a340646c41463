"""Text from bytes of any encoding. What had to be guessed is told with the text."""

from __future__ import annotations

import codecs
import io
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from itertools import chain
from typing import BinaryIO, TextIO

from contactline.intake import armscii

WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff")
"""The byte order marks of UTF-16."""

_CHARSET = re.compile(rb"charset=[\"']?([A-Za-z0-9_-]{2,20})|<\?xml[^>]{0,80}encoding=[\"']([A-Za-z0-9_-]{2,20})")
_HEAD_BYTES = 2048  # of a page in which it names its encoding
_SAMPLE = 50_000  # bytes from which an encoding is guessed
_PIECE = 1 << 20  # bytes that are looked at together
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
    encoding, guessed = _encoding(data[:_SAMPLE], (data,))
    return Decoded(data.decode(encoding, errors="replace"), guessed)


def lines(open_: Callable[[], BinaryIO]) -> tuple[Callable[[], Iterator[str]], str]:
    """A file's lines, read anew at each call and never held together, and the encoding that was guessed, or "".

    Encodings as of ``read``; the line ends stay. ``open_`` opens the file, to be read from its beginning.
    """
    texts_of, guessed = texts(open_)

    def opened() -> Iterator[str]:
        with texts_of() as text:
            yield from text

    return opened, guessed


def texts(open_: Callable[[], BinaryIO]) -> tuple[Callable[[], TextIO], str]:
    """As ``lines``, but the file as a text, opened anew at each call, to be read in pieces of any length."""
    with closing(open_()) as f:
        sample = f.read(_SAMPLE)
        encoding, guessed = _encoding(sample, chain((sample,), iter(lambda: f.read(_PIECE), b"")))
    return lambda: io.TextIOWrapper(open_(), encoding, errors="replace", newline=""), guessed


def _encoding(sample: bytes, pieces: Iterable[bytes]) -> tuple[str, str]:
    """The encoding of bytes that begin with a sample and come in pieces, and its name where it is a guess."""
    if sample.startswith(WIDE_MARKS):
        return "utf-16", ""
    if 3 * sample.count(0) > len(sample):  # UTF-16 without its mark
        return "utf-16-le" if sample[1:2] == b"\0" else "utf-16-be", ""
    if _is_utf8(pieces):
        return "utf-8-sig", ""
    named = _CHARSET.search(sample, 0, _HEAD_BYTES)
    if named and _can_decode(name := (named[1] or named[2]).decode("ascii"), sample):
        return name, ""
    encoding = guess(sample)
    return encoding, _NAMES.get(encoding, encoding)


def _is_utf8(pieces: Iterable[bytes]) -> bool:
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        for piece in pieces:
            decoder.decode(piece)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _can_decode(name: str, sample: bytes) -> bool:
    """Whether an encoding of this name is there for texts."""
    try:
        sample.decode(name, errors="replace")
    except (LookupError, UnicodeError):
        return False
    return True


def guess(data: bytes) -> str:
    """The encoding of a text that is not UTF-8: that of another script where it has few ASCII letters.

    The other scripts' encodings are told apart by charset-normalizer. A text in Latin script is Windows-1252, or
    Windows-1254 where that gives Turkish letters.
    """
    sample = data[:_SAMPLE]
    plain = sum(byte < 128 and chr(byte).isalpha() for byte in sample)
    other = sum(byte >= 128 for byte in sample)
    if other >= _ENOUGH and other > _FOREIGN * (plain + other):
        if armscii.is_likely(sample):
            return armscii.NAME
        from charset_normalizer import from_bytes

        best = from_bytes(sample, cp_isolation=list(_CANDIDATES)).best()
        if best is not None:
            return str(best.encoding)
    western = sample.decode("cp1252", errors="replace")
    return "cp1254" if _TURKISH.search(western) and not _ICELANDIC.search(western.lower()) else "cp1252"
