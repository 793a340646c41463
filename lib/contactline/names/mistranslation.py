"""Names that machine translation has turned into others ("Asian troops"), read as what they stand for.

Chinese agencies shorten the names of the region to one sign, which translation programs take for Asia, Afghanistan
and the like. A form is read otherwise only on evidence, and every such reading carries a note.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from contactline.lexicon import Lexicon, derived, split_cell
from contactline.names.index import fold, occurs, stands_free

EVIDENCE = 2  # weight of the signs that makes a machine translation out
_OTHER_WORDS = 40  # characters looked at behind a form


@dataclass(frozen=True, slots=True)
class Form:
    """A row of mistranslations.csv."""

    form: str
    stands_for: str
    role: str
    after: tuple[str, ...]
    before: tuple[str, ...]
    absent: tuple[str, ...]
    evidence: str
    source: str


@dataclass(frozen=True, slots=True)
class Reading:
    """start..end of the text read as ``stands_for`` (a country code or place_id), in the ``role`` of an entry."""

    start: int
    end: int
    stands_for: str
    role: str
    source: str


@derived
def forms(lexicon: Lexicon) -> tuple[Form, ...]:
    """The table, longest form first."""
    rows = (
        Form(
            r["form"],
            r["stands_for"],
            r["role"],
            tuple(fold(w) for w in split_cell(r["after"])),
            tuple(fold(w) for w in split_cell(r["before"])),
            tuple(fold(w) for w in split_cell(r["absent"])),
            r["evidence"],
            r["source"],
        )
        for r in lexicon.rows("mistranslations")
    )
    return tuple(sorted(rows, key=lambda f: -len(f.form)))


@derived
def _signs(lexicon: Lexicon) -> tuple[tuple[re.Pattern[str], str, int], ...]:
    """translation_signs.csv as (pattern, source, weight)."""
    rows = lexicon.rows("translation_signs")
    return tuple((re.compile(r["pattern"]), r["source"], int(r["weight"])) for r in rows)


def sources(text: str, region: Sequence[Reading], lexicon: Lexicon) -> frozenset[str]:
    """The languages that the text shows signs of having been translated from by a machine.

    ``region``: names of the region that only such a translation writes; each that stands there is a sign, too.
    """
    weight: Counter[str] = Counter(reading.source for reading in region)
    for pattern, source, sign in _signs(lexicon):
        if pattern.search(text):
            weight[source] += sign
    return frozenset(source for source, total in weight.items() if total >= EVIDENCE)


def readings(text: str, folded: str, lexicon: Lexicon) -> tuple[Reading, ...]:
    """The mistranslated names of an article that names both Armenia and Azerbaijan, sorted, none overlapping."""
    if "armenia" not in folded or "azerbaijan" not in folded:
        return ()
    table = forms(lexicon)
    region = _apart(_found(text, folded, [f for f in table if f.evidence == "region"]))
    rest = [f for f in table if f.evidence == "article" and f.form in text]
    shown = sources(text, region, lexicon) if rest else frozenset()
    return _apart([*region, *_found(text, folded, [f for f in rest if f.source in shown])])


def _found(text: str, folded: str, table: Sequence[Form]) -> list[Reading]:
    """Where the forms stand in a context that fits, in the order of the table."""
    found: list[Reading] = []
    for form in table:
        at = text.find(form.form)
        if at < 0 or any(occurs(folded, w) for w in form.absent):
            continue
        while at >= 0:
            end = at + len(form.form)
            if stands_free(text, at, end) and _beside(folded, at, end, form):
                found.append(Reading(at, end, form.stands_for, form.role, form.source))
            at = text.find(form.form, end)
    return found


def _apart(found: Sequence[Reading]) -> tuple[Reading, ...]:
    """Readings in the order of the text; of two that overlap the first and longest."""
    kept: list[Reading] = []
    for reading in sorted(found, key=lambda r: (r.start, -r.end)):
        if not kept or reading.start >= kept[-1].end:
            kept.append(reading)
    return tuple(kept)


def _beside(folded: str, start: int, end: int, form: Form) -> bool:
    """Whether one of the form's words stands right before or after it."""
    if "*" in form.after:
        return True
    past = folded[max(0, start - _OTHER_WORDS) : start].rstrip()
    if any(past.endswith(w) and not past[: -len(w)][-1:].isalpha() for w in form.before):
        return True
    rest = folded[end : end + _OTHER_WORDS].lstrip()
    return any(rest.startswith(w) and not rest[len(w) : len(w) + 1].isalpha() for w in form.after)
