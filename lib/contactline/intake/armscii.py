"""ARMSCII-8, in which older Armenian texts are kept. Python has no codec for it: one is registered here."""

from __future__ import annotations

import codecs
from typing import Any

NAME = "armscii-8"
_SIGNS = {
    0xA2: "և",
    0xA3: "։",
    0xA4: ")",
    0xA5: "(",
    0xA6: "»",
    0xA7: "«",
    0xA8: "—",
    0xA9: ".",
    0xAA: "՝",
    0xAB: ",",
}
_SIGNS |= {0xAC: "-", 0xAD: "֊", 0xAE: "…", 0xAF: "՜", 0xB0: "՛", 0xB1: "՞", 0xFE: "՚"}
_FIRST, _LAST = 0xB2, 0xFD  # capital and small letter in turn, in the order of the alphabet
_CAPITAL, _SMALL = 0x531, 0x561  # the first letter's code points
_SHARE = 0.88  # of the bytes of letters that are small ones, from which a text is Armenian


def _sign(byte: int) -> str:
    if _FIRST <= byte <= _LAST:
        place, small = divmod(byte - _FIRST, 2)
        return chr((_SMALL if small else _CAPITAL) + place)
    return _SIGNS.get(byte, chr(byte) if byte < 0xA1 else "\ufffd")


_TABLE = "".join(map(_sign, range(256)))


def _decode(data: Any, errors: str = "strict", /) -> tuple[str, int]:
    return codecs.charmap_decode(data, errors, _TABLE)


class _Decoder(codecs.IncrementalDecoder):
    def decode(self, input: Any, final: bool = False) -> str:
        return _decode(input, self.errors)[0]


def _encode(text: str, errors: str = "strict", /) -> tuple[bytes, int]:
    return codecs.charmap_encode(text, errors, codecs.charmap_build(_TABLE))


def _find(name: str) -> codecs.CodecInfo | None:
    if name.replace("_", "-") != NAME:
        return None
    return codecs.CodecInfo(_encode, _decode, name=NAME, incrementaldecoder=_Decoder)


codecs.register(_find)


def is_likely(data: bytes) -> bool:
    """Whether the letters beyond ASCII fall as Armenian ones do: nearly all small, which are every second byte."""
    letters = [byte for byte in data if _FIRST <= byte <= _LAST]
    others = sum(byte > 127 for byte in data) - len(letters)
    small = sum(byte % 2 for byte in letters)
    return small > _SHARE * len(letters) and others < len(letters) / 5
