"""Whether the stored tables match the current articles, lexicon and code, found without loading the text
stages.
"""

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
"""Folders and modules that read tables or call the pipeline: changes in them do not require coding the articles
again."""


def stamp(inputs: Sequence[Path | str], lexicon: Lexicon, corrections: str = "") -> dict[str, str]:
    """Return digests of what a build depends on: the articles, the lexicon, the code and the file of corrections.

    ``corrections``: the digest that ``corrections.digest`` returns. Raises intake.InputError for a missing input.
    """
    digest = hashlib.sha256()
    for path in intake.files(inputs):
        digest.update(os.fsencode(_below(path, inputs)))
        digest.update(hashlib.sha256(_bytes(path)).digest())
    found = {"inputs": digest.hexdigest()[:16], "lexicon": lexicon.fingerprint, "code": _code()}
    return found | {"corrections": corrections}


def _below(path: Path, inputs: Sequence[Path | str]) -> Path:
    """The path of a file within the input folder, from which ids are made; for an input file, its name."""
    folders = (Path(folder) for folder in inputs if path.is_relative_to(folder))
    inside = next((path.relative_to(folder) for folder in folders), path)
    return inside if inside.name and not inside.is_absolute() else Path(path.name)


def _bytes(path: Path) -> bytes:
    """The content of a file; for one that cannot be read, the reason, so that the digest changes when the
    reason does.
    """
    try:
        return path.read_bytes()
    except OSError as error:
        return str(error.strerror).encode()


def differs(now: Mapping[str, str], tables: Path | str) -> bool:
    """Whether the tables are missing, or were built with another stamp than ``now`` (as returned by ``stamp``)."""
    try:
        build = store.read_build(Path(tables))
    except store.StoreError:
        return True
    return any(build.get(key) != value for key, value in now.items())


@cache
def _code() -> str:
    """A digest of the modules that process text and of the parser's weights."""
    digest = hashlib.sha256()
    package = Path(__file__).resolve().parents[1]
    for folder, pattern in ((package, "*.py"), (locations.PARSER, "*")):
        for path in sorted(folder.rglob(pattern)):
            place = path.relative_to(folder)
            if path.is_file() and not (folder == package and place.parts[0] in READERS):
                digest.update(place.as_posix().encode())
                digest.update(path.read_bytes())
    return digest.hexdigest()[:16]
