"""ARMSCII-8, an encoding of older Armenian texts. Python has no codec for it, so this module registers one."""

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
_FIRST, _LAST = 0xB2, 0xFD  # capital and small letters alternate, in alphabetical order
_CAPITAL, _SMALL = 0x531, 0x561  # Unicode code points of the first letter
_SHARE = 0.88  # least share of small letters among the bytes of letters in an Armenian text


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
    """Whether the bytes beyond ASCII look like Armenian letters: nearly all of them small letters, every second
    code.
    """
    letters = [byte for byte in data if _FIRST <= byte <= _LAST]
    others = sum(byte > 127 for byte in data) - len(letters)
    small = sum(byte % 2 for byte in letters)
    return small > _SHARE * len(letters) and others < len(letters) / 5
