"""Whether stored tables are of today's articles, words and code: asked without loading the path of the text."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from contactline import lexicon, read, store

ROOT = Path(__file__).resolve().parents[2]

LATER = frozenset(
    ("annotate", "charts", "check", "check_names", "check_patterns", "cli", "evaluate", "excerpts", "export")
    + ("freshness", "labels", "manifest", "map_chart", "map_query", "query", "reading")
    + ("actor_charts", "actor_query", "basemap", "map_labels", "toponyms")
)
"""Modules that read tables or call the path: a change in them codes nothing anew."""


def stamp(inputs: Sequence[Path | str], directory: Path = lexicon.DIRECTORY) -> dict[str, str]:
    """What a build depends on: digests of the articles, the lexicon and the code. Raises read.InputError."""
    digest = hashlib.sha256()
    for path in read.files(inputs):
        digest.update(path.name.encode())
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return {"inputs": digest.hexdigest()[:16], "lexicon": lexicon.fingerprint(directory), "code": _code()}


def stale(inputs: Sequence[Path | str], tables: Path | str, directory: Path = lexicon.DIRECTORY) -> bool:
    """Whether the tables are missing or of other articles, another lexicon or other code than these."""
    try:
        build = store.read_build(Path(tables))
    except store.StoreError:
        return True
    return any(build.get(key) != value for key, value in stamp(inputs, directory).items())


@cache
def _code() -> str:
    """A digest over the modules that text passes through and the parser's weights."""
    digest = hashlib.sha256()
    modules = (path for path in Path(__file__).parent.glob("*.py") if path.stem not in LATER)
    for path in sorted((*modules, *(ROOT / "data" / "parser").rglob("*"))):
        if path.is_file():
            digest.update(path.name.encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()[:16]
