"""What is said of an input that cannot be read, and the values that messages show."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path

from contactline.rejects import of_origin

SURROGATE = re.compile("[\ud800-\udfff]")  # half a character, as broken JSON holds: no file can store it
_LONGEST = 200  # letters of a value in a message


class InputError(ValueError):
    """An input that cannot be read: the message names what, where, what was expected and what to do.

    ``where``: "file" or "file, line 3", or the whole message. ``reason`` and ``todo`` name no folder.
    """

    def __init__(self, where: str, reason: str = "", todo: str = "", article_id: str = "") -> None:
        self.reject = of_origin(where, article_id, reason, todo)
        super().__init__(str(self.reject) if reason else where)


Refuse = Callable[[InputError], None]


def stop(error: InputError) -> None:
    """Raise the first error: for those who can use all of an input or nothing."""
    raise error


def shown(path: Path | str) -> str:
    """A path as text that can be stored: signs that are no UTF-8 become marks."""
    return os.fsencode(path).decode("utf-8", errors="replace")


def short(value: object) -> str:
    """A value as Python writes it, cut where it is long."""
    return cut(repr(value))


def cut(text: str) -> str:
    """A text for a message, cut where it is long."""
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]} ..."
