"""The project's lexicon with other rows, for tests that need words of their own."""

from __future__ import annotations

import hashlib
from dataclasses import replace

from contactline.lexicon import Lexicon, load
from contactline.lexicon.table import parse_table


def with_tables(**tables: str) -> Lexicon:
    """The lexicon with some tables replaced by others, written as CSV."""
    lexicon = load()
    made = {name: parse_table(name, written.encode()) for name, written in tables.items()}
    fingerprint = hashlib.sha256(repr(sorted(tables.items())).encode()).hexdigest()
    return replace(lexicon, fingerprint=fingerprint, tables={**lexicon.tables, **made}, memory={})


def with_rows(table: str, *rows: str) -> Lexicon:
    """The lexicon with more rows at the end of a table, each written as CSV."""
    written = (load().folder / f"{table}.csv").read_text(encoding="utf-8")
    return with_tables(**{table: "\n".join([written.rstrip("\n"), *rows, ""])})
