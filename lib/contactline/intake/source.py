"""A file to be read, wherever it is: on disk, compressed, in an archive, or in memory."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path, PurePath
from typing import BinaryIO

from contactline.intake.errors import InputError, shown

HEAD = 4096  # bytes from which the kind of a file is found
LARGEST = 200_000_000  # most bytes of a file that is read at once


@dataclass(frozen=True, slots=True)
class Source:
    """A file to be read.

    ``label``: its name in messages, with its folder or archive. ``name``: its own name. ``key``: the path below
    the folder or archive that was given, from which the ids of its articles are made. ``open``: opens it again at
    its beginning.
    """

    label: str
    name: str
    key: str
    open: Callable[[], BinaryIO]

    def head(self) -> bytes:
        """The first ``HEAD`` bytes."""
        with closing(self.open()) as f:
            return f.read(HEAD)

    def data(self) -> bytes:
        """All bytes. Raises InputError where there are more than ``LARGEST``."""
        with closing(self.open()) as f:
            found = f.read(LARGEST + 1)
        if len(found) > LARGEST:
            raise too_large(self.label)
        return found


def too_large(label: str) -> InputError:
    """What is said of a file of which more has to be held than can be."""
    told = f"the file holds more than {LARGEST // 1_000_000} megabytes in one piece."
    return InputError(label, told, "Split it, or give its articles as JSON lines.")


def of_path(path: Path, key: str = "") -> Source:
    """A file on disk; ``key`` is its name where none is given."""
    return Source(shown(path), path.name, key or path.name, lambda: open(path, "rb"))


def of_bytes(name: str, data: bytes) -> Source:
    """A file in memory, which a visitor has sent, with its name."""
    return Source(shown(name), PurePath(name).name, PurePath(name).name, lambda: BytesIO(data))
