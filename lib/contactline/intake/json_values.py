"""The values of a file of JSON, one after another: those of a list, or objects that follow one another.

One value is held at a time, so that a list may have any size.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import closing

from contactline.intake import decoding
from contactline.intake.errors import InputError
from contactline.intake.source import LARGEST, Source, too_large

_PIECE = 1 << 20  # letters that are read together
_START = re.compile(r"\s*\[?")
_BETWEEN = re.compile(r"[\s,]*")
_CLOSING = " \t\r\n]"
_AT_END = 20  # letters; a piece cut off within a word such as "false" fails at most so far from its end
_decode = json.JSONDecoder().raw_decode


def values(source: Source) -> Iterator[object]:
    """Yield the values of the file in order; if the file is broken, an InputError is the last value.

    Raises InputError for a single value that is larger than ``LARGEST``.
    """
    opened, _ = decoding.texts(source.open)
    with closing(opened()) as text:
        held, size, number = text.read(_PIECE), _PIECE, 1
        at = _end(_START, held, 0)
        while True:
            at = _end(_BETWEEN, held, at)
            try:
                value, end = _decode(held, at)
            except (ValueError, RecursionError, MemoryError) as error:
                more = text.read(size) if _breaks_off(error, held) else ""
                if not more:
                    if held[at:].strip(_CLOSING):
                        yield _broken(error, f"{source.label}, line {number}")
                    return
                held, at, size = held[at:] + more, 0, 2 * size
                if len(held) > LARGEST:
                    raise too_large(source.label) from None
                continue
            yield value
            at, size, number = end, _PIECE, number + 1


def _end(pattern: re.Pattern[str], text: str, at: int) -> int:
    found = pattern.match(text, at)
    return found.end() if found else at


def _breaks_off(error: Exception, held: str) -> bool:
    """Whether the text read so far may be correct JSON that is only cut off."""
    if not isinstance(error, json.JSONDecodeError):
        return False
    return error.msg.startswith("Unterminated string") or error.pos >= len(held) - _AT_END


def _broken(error: Exception, origin: str) -> InputError:
    why = error.msg if isinstance(error, json.JSONDecodeError) else "too many brackets within brackets"
    told = f"not JSON ({why}): this article and all below it are left out."
    return InputError(origin, told, "Correct it there, or give each article as a line of JSON.")
