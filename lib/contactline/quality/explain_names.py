"""Why words of a text were taken as names, and why other forms that the lexicon has were not.

Reads the lexicon's tables ``place_names`` and ``actor_names`` for the line numbers of their rows.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from contactline.lexicon import Lexicon, derived
from contactline.lexicon.table import LINE
from contactline.names.index import NameMatch, NameSense, fold
from contactline.names.known_names import known_names
from contactline.records import CodedArticle, Mention, Sentence

_TABLE_OF = {"place": ("place_names", "place_id"), "actor": ("actor_names", "actor_id")}


@dataclass(frozen=True, slots=True)
class Name:
    """A name in the text. ``kind``: actor, place, or "" for a form of the lexicon that was not taken as a name."""

    text: str
    kind: str
    form: str
    ref: str | None
    country: str
    why: str


def names(coded: CodedArticle, sentence: Sentence, lexicon: Lexicon) -> Iterator[Name]:
    """Yield the names of a sentence in their order, then the forms of the lexicon in it that were not taken as
    names.
    """
    matches = _matches(coded.document.text, lexicon)
    found = [m for m in coded.mentions if sentence.start <= m.start < sentence.end]
    for mention in found:
        why = _why_taken(mention, matches, coded.document.text, lexicon)
        yield Name(mention.text, mention.kind, mention.form, mention.ref, mention.country, why)
    for match in matches:
        inside = sentence.start <= match.start < sentence.end
        if inside and not any(m.start < match.end and match.start < m.end for m in found):
            text = coded.document.text[match.start : match.end]
            for sense in match.senses:
                if why := _why_not_taken(sense, text, lexicon):
                    yield Name(text, "", sense.form, None, sense.country, why)


def _matches(text: str, lexicon: Lexicon) -> list[NameMatch]:
    """All forms of the lexicon that occur in a text, whether or not they were taken as names."""
    return known_names(lexicon).index.matches(text, fold(text))


def _why_taken(mention: Mention, matches: list[NameMatch], text: str, lexicon: Lexicon) -> str:
    """The rows that have a name, or the words that it is made of, with the mention's note."""
    same = [h for h in matches if (h.start, h.end) == (mention.start, mention.end)]
    within = [h for h in matches if mention.start <= h.start and h.end <= mention.end and h not in same]
    rows = [
        f"{'weak' if sense.weak else 'strong'} name, {where}"
        for sense in (sense for match in same for sense in match.senses)
        if sense.ref in (mention.ref, mention.other) and (where := _row(sense, mention.text, lexicon))
    ]
    whole = [sense.role for match in same for sense in match.senses if sense.role not in _TABLE_OF]
    parts = [f"{text[h.start : h.end]} ({h.senses[0].role})" for h in within]
    made_of = rows or whole or ([f"made of {' + '.join(parts)}"] if parts else [])
    open_ = [f"may be any of {', '.join(mention.candidates)}"] if mention.candidates else []
    note = [mention.note] if mention.note else []
    return "; ".join([*dict.fromkeys(made_of), *open_, *note]) or "read from the words around it"


def _why_not_taken(sense: NameSense, text: str, lexicon: Lexicon) -> str:
    """What a form of the lexicon lacked; "" for words that are never names by themselves ("forces",
    "president").
    """
    if sense.role == "block":
        return f"no name, by not_names.csv: {sense.ref}"
    if sense.role not in _TABLE_OF:
        return ""
    where = _row(sense, text, lexicon)
    if not sense.weak:
        return f"strong name of {sense.ref}, {where}, but part of other words"
    needs = [
        f"{place} one of: {', '.join(words)}"
        for place, words in (("near it", sense.near), ("in the article", sense.article))
        if words
    ]
    return f"weak name of {sense.ref}, {where}; needs {' and '.join(needs) or 'words around it that fit'}"


def _row(sense: NameSense, text: str, lexicon: Lexicon) -> str:
    """Where a name is in its table ("place_names.csv, line 12"); "" for a name that is in no table."""
    table, _ = _TABLE_OF.get(sense.role, ("", ""))
    line = _lines(lexicon).get((table, fold(text), sense.ref), "")
    return f"{table}.csv, line {line}" if line else ""


@derived
def _lines(lexicon: Lexicon) -> Mapping[tuple[str, str, str], str]:
    return {
        (table, fold(row["name"]), row[column]): row[LINE]
        for table, column in _TABLE_OF.values()
        for row in lexicon.rows(table)
    }
