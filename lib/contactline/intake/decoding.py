"""Text from bytes in any encoding. If the encoding had to be guessed, the result says so."""

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
_HEAD_BYTES = 2048  # bytes of a page in which the name of its encoding is looked for
_SAMPLE = 50_000  # bytes from which an encoding is guessed
_PIECE = 1 << 20  # bytes that are read at once
_FOREIGN = 0.3  # share of letters beyond ASCII from which a text is not in Latin script
_ENOUGH = 20  # with fewer letters beyond ASCII nothing can be guessed
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
    """A text, and the encoding that was guessed for it, "" where it was certain."""

    text: str
    guessed: str = ""


def decode(data: bytes) -> str:
    """The text that ``read`` returns."""
    return read(data).text


def read(data: bytes) -> Decoded:
    """Decode text by its byte order mark, else as UTF-8, else by the encoding that a page names, else by a guess.

    Bytes that are not defined in the encoding become U+FFFD; no exception is raised.
    """
    encoding, guessed = _encoding(data[:_SAMPLE], (data,))
    return Decoded(data.decode(encoding, errors="replace"), guessed)


def lines(open_: Callable[[], BinaryIO]) -> tuple[Callable[[], Iterator[str]], str]:
    """A function that yields a file's lines, reading it again at each call; and the guessed encoding, or "".

    Encodings as in ``read``; line ends are kept. ``open_`` opens the file at its beginning.
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
    """The encoding of bytes that begin with a sample and come in pieces, and its name if it is a guess, else
    "".
    """
    if sample.startswith(WIDE_MARKS):
        return "utf-16", ""
    if 3 * sample.count(0) > len(sample):  # UTF-16 without a byte order mark
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
    """Whether Python has a text encoding with this name that can decode the sample."""
    try:
        sample.decode(name, errors="replace")
    except (LookupError, UnicodeError):
        return False
    return True


def guess(data: bytes) -> str:
    """Guess the encoding of a text that is not UTF-8; one with few ASCII letters is in another script.

    For other scripts charset-normalizer decides. A text in Latin script is Windows-1252, or Windows-1254 where
    that gives Turkish letters.
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
