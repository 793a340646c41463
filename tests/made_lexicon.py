"""The project's lexicon with other rows, for tests that need words of their own."""

from __future__ import annotations

import hashlib
from dataclasses import replace

from contactline.lexicon import Lexicon, load
from contactline.lexicon.tables import parse


def with_tables(**tables: str) -> Lexicon:
    """The lexicon with some tables replaced by others, written as CSV."""
    lexicon = load()
    made = {name: parse(written.encode()) for name, written in tables.items()}
    fingerprint = hashlib.sha256(repr(sorted(tables.items())).encode()).hexdigest()
    return replace(lexicon, fingerprint=fingerprint, tables={**lexicon.tables, **made}, memory={})
