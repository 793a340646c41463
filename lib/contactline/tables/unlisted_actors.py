"""Rows of the table ``actors`` for persons and bodies that the lexicon lacks, made from their mentions."""

from __future__ import annotations

from collections import Counter

import pyarrow as pa
import pyarrow.compute as pc

from contactline.lexicon import unlisted
from contactline.tables.rows import Row
from contactline.tables.schemas import SCHEMAS

_SOURCE = "the articles"


def unlisted_rows(mentions: pa.Table) -> list[Row]:
    """A row for each such actor that the table ``mentions`` names, in the order of the ids.

    Its name is the longest that the articles give, of several as long the most frequent; its country the one that
    most mentions tell. kind is person or body; confidence and note say that no table has the actor.
    """
    some = mentions.filter(pc.starts_with(mentions["ref"], "new:")).select(["ref", "text", "country"])
    names: dict[str, Counter[str]] = {}
    countries: dict[str, Counter[str]] = {}
    for row in some.to_pylist():
        names.setdefault(row["ref"], Counter())[" ".join(row["text"].split())] += 1
        countries.setdefault(row["ref"], Counter())[row["country"]] += bool(row["country"])
    return [_row(ref, names[ref], countries[ref]) for ref in sorted(names)]


def _row(ref: str, names: Counter[str], countries: Counter[str]) -> Row:
    cells: Row = dict.fromkeys(SCHEMAS["actors"].names, "")
    return cells | {
        "actor_id": ref,
        "name": max(names, key=lambda name: (len(name.split()), names[name], name)),
        "kind": "person" if unlisted.is_person(ref) else "body",
        "country": max(countries, key=lambda code: (countries[code], code)),
        "source": _SOURCE,
        "confidence": unlisted.CONFIDENCE,
        "note": unlisted.NOTE,
    }
