"""The error for an input that cannot be read, and the form of values in messages."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path

from contactline.rejects import of_origin

# half of a surrogate pair, as in broken JSON; it cannot be written to a file
SURROGATE = re.compile("[\ud800-\udfff]")
_LONGEST = 200  # most characters of a value in a message


class InputError(ValueError):
    """Raised for an input that cannot be read; the message names what, where, what was expected and what to do.

    ``where``: "file" or "file, line 3", or the whole message. ``reason`` and ``todo`` name no folder.
    """

    def __init__(self, where: str, reason: str = "", todo: str = "", article_id: str = "") -> None:
        self.reject = of_origin(where, article_id, reason, todo)
        super().__init__(str(self.reject) if reason else where)


Refuse = Callable[[InputError], None]


def stop(error: InputError) -> None:
    """Raise the error; the default of ``refuse``, for callers who need all of an input or nothing."""
    raise error


def shown(path: Path | str) -> str:
    """A path as text that can be stored: characters that are not UTF-8 are replaced."""
    return os.fsencode(path).decode("utf-8", errors="replace")


def short(value: object) -> str:
    """A value as Python writes it, cut if it is long."""
    return cut(repr(value))


def cut(text: str) -> str:
    """A text for a message, cut if it is long."""
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]} ..."
