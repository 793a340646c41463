"""Whether stored tables are of today's articles, words and code: asked without loading the path of the text."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from contactline import intake, locations
from contactline.lexicon import Lexicon
from contactline.tables import store

READERS = ("views", "charts", "quality", "app", "annotate.py", "beside.py", "cli.py", "preview.py")
"""Folders and modules that read tables or call the path: a change in them does not code the articles anew."""


def stamp(inputs: Sequence[Path | str], lexicon: Lexicon, corrections: str = "") -> dict[str, str]:
    """What a build depends on: digests of the articles, the lexicon, the code and the file of corrections.

    ``corrections``: as from ``corrections.digest``. Raises intake.InputError.
    """
    digest = hashlib.sha256()
    for path in intake.files(inputs):
        digest.update(os.fsencode(_below(path, inputs)))
        digest.update(hashlib.sha256(_bytes(path)).digest())
    found = {"inputs": digest.hexdigest()[:16], "lexicon": lexicon.fingerprint, "code": _code()}
    return found | {"corrections": corrections}


def _below(path: Path, inputs: Sequence[Path | str]) -> Path:
    """The path within the folder that was named, from which ids are made; of a file that was named, its name."""
    folders = (Path(folder) for folder in inputs if path.is_relative_to(folder))
    inside = next((path.relative_to(folder) for folder in folders), path)
    return inside if inside.name and not inside.is_absolute() else Path(path.name)


def _bytes(path: Path) -> bytes:
    """What a file holds; for one that cannot be read, why: when that changes, so does the digest."""
    try:
        return path.read_bytes()
    except OSError as error:
        return str(error.strerror).encode()


def differs(now: Mapping[str, str], tables: Path | str) -> bool:
    """Whether the tables are missing or have another stamp than ``now``, which is as from ``stamp``."""
    try:
        build = store.read_build(Path(tables))
    except store.StoreError:
        return True
    return any(build.get(key) != value for key, value in now.items())


@cache
def _code() -> str:
    """A digest over the modules that text passes through and the parser's weights."""
    digest = hashlib.sha256()
    package = Path(__file__).resolve().parents[1]
    for folder, pattern in ((package, "*.py"), (locations.PARSER, "*")):
        for path in sorted(folder.rglob(pattern)):
            place = path.relative_to(folder)
            if path.is_file() and not (folder == package and place.parts[0] in READERS):
                digest.update(place.as_posix().encode())
                digest.update(path.read_bytes())
    return digest.hexdigest()[:16]
