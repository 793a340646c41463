"""Text from bytes of any encoding."""

from __future__ import annotations

import io

import pytest

from contactline.intake import decoding
from contactline.intake.decoding import decode

RUSSIAN = "Министры говорили о дороге через долину и о новом мосте."
TURKISH = "İki bakan bugün vadideki yolu ve köprüyü görüştü, şehirde başka bir ağır olay olmadı."


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"\xef\xbb\xbfplain", "plain"),
        ("Xankəndi".encode("utf-16"), "Xankəndi"),
        (b"caf\xe9 \x93quoted\x94", "café “quoted”"),
        ('<meta charset="windows-1251">Баку'.encode("cp1251"), '<meta charset="windows-1251">Баку'),
        (b'<meta charset="no-such-thing">caf\xe9', '<meta charset="no-such-thing">café'),
        (b"", ""),
        (b"\x81", "\ufffd"),
        ("Xankendi, 2020".encode("utf-16-le"), "Xankendi, 2020"),
        ("Xankendi, 2020".encode("utf-16-be"), "Xankendi, 2020"),
    ],
)
def test_bytes_of_any_encoding_become_text(data: bytes, text: str) -> None:
    assert decode(data) == text


@pytest.mark.parametrize(
    ("text", "encoding", "guessed"),
    [
        pytest.param(RUSSIAN, "cp1251", "windows-1251", id="Russian of Windows"),
        pytest.param(RUSSIAN, "koi8_r", "koi8_r", id="Russian of Unix"),
        pytest.param(RUSSIAN, "cp866", "cp866", id="Russian of DOS"),
        pytest.param(TURKISH, "cp1254", "windows-1254", id="Turkish"),
        pytest.param("The café “Valley” is closed.", "cp1252", "windows-1252", id="English with a French word"),
        pytest.param("The café is closed.", "utf-8", "", id="nothing to guess"),
    ],
)
def test_an_encoding_that_nothing_tells_is_guessed_and_named(text: str, encoding: str, guessed: str) -> None:
    assert decoding.read(text.encode(encoding)) == decoding.Decoded(text, guessed)


@pytest.mark.parametrize(
    ("data", "expected", "guessed"),
    [
        (b"\xef\xbb\xbfone\r\ntwo\n", ["one\r\n", "two\n"], ""),
        ("a\nb".encode("utf-16"), ["a\n", "b"], ""),
        ("a\nb".encode("utf-16-le"), ["a\n", "b"], ""),
        (b"x" * 60_000 + "\nschön".encode("cp1252"), ["x" * 60_000 + "\n", "schön"], "windows-1252"),
        (b"x" * 60_000 + "\nschön".encode(), ["x" * 60_000 + "\n", "schön"], ""),
        (b"", [], ""),
    ],
)
def test_a_file_by_its_lines(data: bytes, expected: list[str], guessed: str) -> None:
    lines, found = decoding.lines(lambda: io.BytesIO(data))

    assert (list(lines()), list(lines()), found) == (expected, expected, guessed)
