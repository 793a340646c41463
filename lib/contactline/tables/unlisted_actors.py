"""Persons and bodies that are not in the lexicon: one id for each in a build, and their rows of ``actors``."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import pyarrow as pa
import pyarrow.compute as pc

from contactline.lexicon import unlisted
from contactline.tables.rows import Row
from contactline.tables.schemas import SCHEMAS

_SOURCE = "the articles"


def unlisted_rows(mentions: pa.Table) -> list[Row]:
    """Make a row of ``actors`` for each unlisted actor in the table ``mentions``, in the order of their ids.

    The name is the longest form in the articles (the most frequent of equally long ones), the country the one that
    most mentions give. kind is person or body; confidence and note say that the actor is in no table of the
    lexicon.
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


def one_entry(tables: Mapping[str, pa.Table]) -> dict[str, pa.Table]:
    """Give each unlisted person one id in the whole build, in the tables ``mentions``, ``event_actors`` and
    ``events``.

    A surname alone, or with an initial, means the only person in the build with such a name in full. Ids are first
    reset to those that an article's own words give, so that rows taken over from the last build are treated the
    same.
    """
    mentions = tables["mentions"]
    own = _own_ids(mentions)
    full = _full_ids(own.values())
    meant = {key: full.get(actor_id, actor_id) for key, actor_id in own.items()}
    changed = {key: actor_id for key, actor_id in meant.items() if key[1] != actor_id}
    if not changed:
        return {}
    parties, events = tables["event_actors"], tables["events"]
    articles = [key.rsplit("-", 1)[0] for key in parties["event_id"].to_pylist()]
    speakers = zip(events["article_id"].to_pylist(), events["attributed_to"].to_pylist(), strict=True)
    said = [
        ";".join(changed.get((article, ref), ref) for ref in (by or "").split(";")) for article, by in speakers
    ]
    return {
        "mentions": _with_ids(mentions, "ref", mentions["article_id"].to_pylist(), changed),
        "event_actors": _with_ids(parties, "actor_id", articles, changed),
        "events": _with_column(events, "attributed_to", said),
    }


def _own_ids(mentions: pa.Table) -> dict[tuple[str, str], str]:
    """By article and id of an unlisted person in it: the id that follows from the article's own words."""
    texts: dict[tuple[str, str], list[str]] = {}
    some = mentions.filter(pc.starts_with(mentions["ref"], "new:")).select(["article_id", "ref", "text"])
    for row in some.to_pylist():
        if unlisted.is_person(row["ref"]):
            texts.setdefault((row["article_id"], row["ref"]), []).append(row["text"])
    return {(article, ref): _own_id(ref, words) for (article, ref), words in texts.items()}


def _own_id(actor_id: str, texts: Sequence[str]) -> str:
    """The id that follows from the fullest of an article's names for a person."""
    parts = unlisted.person_words(actor_id)
    firsts = [words[0] for words in (text.split() for text in texts) if len(words) > 1]
    if not firsts:
        return unlisted.person_id(parts[-1:])
    in_full = any(not first.endswith(".") for first in firsts)
    return actor_id if in_full else unlisted.person_id((parts[0][:1], parts[-1]))


def _full_ids(actor_ids: Iterable[str]) -> dict[str, str]:
    """By the id of a surname, alone or with an initial: the only full id that it can be short for."""
    longer: dict[str, set[str]] = {}
    for actor_id in actor_ids:
        parts = unlisted.person_words(actor_id)
        if len(parts) > 1 and len(parts[0]) > 1:
            for short in (parts[-1:], (parts[0][0], parts[-1])):
                longer.setdefault(unlisted.person_id(short), set()).add(actor_id)
    return {short: next(iter(ids)) for short, ids in longer.items() if len(ids) == 1}


def _with_ids(
    table: pa.Table, column: str, articles: Sequence[str], changed: Mapping[tuple[str, str], str]
) -> pa.Table:
    """A table with the changed ids put into a column. ``changed``: the new id by article and old id."""
    pairs = zip(articles, table[column].to_pylist(), strict=True)
    return _with_column(table, column, [changed.get((article, ref), ref) for article, ref in pairs])


def _with_column(table: pa.Table, name: str, values: Sequence[str | None]) -> pa.Table:
    place = table.schema.get_field_index(name)
    return table.set_column(place, table.schema.field(name), pa.array(values, pa.string()))
