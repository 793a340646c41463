"""Names that machine translation has changed into others ("Asian troops"), corrected to what they stand for.

Chinese agencies shorten the region's names to one character, which translation programs take for Asia, Afghanistan
and the like. A form is only corrected if there is evidence, and every such mention has a note.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from contactline.lexicon import Lexicon, derived
from contactline.names.index import contains_words, folded_words, is_whole_word

EVIDENCE = 2  # least weight of signs for a text to count as a machine translation
_FARTHEST_BESIDE = 40  # characters looked at before and behind a form


@dataclass(frozen=True, slots=True)
class MistranslatedForm:
    """A row of mistranslations.csv; ``after``, ``before``, ``absent``: folded words."""

    form: str
    stands_for: str
    role: str
    after: tuple[str, ...]
    before: tuple[str, ...]
    absent: tuple[str, ...]
    evidence: str
    source: str


@dataclass(frozen=True, slots=True)
class Correction:
    """start..end of the text names ``stands_for`` (a country code or place_id), in the ``role`` of a NameSense.

    ``source``: the language from which the text was translated.
    """

    start: int
    end: int
    stands_for: str
    role: str
    source: str


@derived
def forms(lexicon: Lexicon) -> tuple[MistranslatedForm, ...]:
    """The table, longest form first."""
    rows = (
        MistranslatedForm(
            r["form"],
            r["stands_for"],
            r["role"],
            folded_words(r["after"]),
            folded_words(r["before"]),
            folded_words(r["absent"]),
            r["evidence"],
            r["source"],
        )
        for r in lexicon.rows("mistranslations")
    )
    return tuple(sorted(rows, key=lambda f: -len(f.form)))


@derived
def _signs(lexicon: Lexicon) -> tuple[tuple[re.Pattern[str], str, int], ...]:
    """The rows of translation_signs.csv as (pattern, source language, weight)."""
    rows = lexicon.rows("translation_signs")
    return tuple((re.compile(r["pattern"]), r["source"], int(r["weight"])) for r in rows)


def sources(text: str, of_region: Sequence[Correction], lexicon: Lexicon) -> frozenset[str]:
    """The languages from which the text shows signs of machine translation.

    ``of_region``: names of the region that only such a translation contains; each one in the text is a sign.
    """
    weight: Counter[str] = Counter(correction.source for correction in of_region)
    for pattern, source, sign in _signs(lexicon):
        if pattern.search(text):
            weight[source] += sign
    return frozenset(source for source, total in weight.items() if total >= EVIDENCE)


def corrections(text: str, folded: str, lexicon: Lexicon) -> tuple[Correction, ...]:
    """The mistranslated names of an article that names both Armenia and Azerbaijan, sorted, none overlapping."""
    if "armenia" not in folded or "azerbaijan" not in folded:
        return ()
    table = forms(lexicon)
    of_region = _without_overlaps(_found(text, folded, [f for f in table if f.evidence == "region"]))
    rest = [f for f in table if f.evidence == "article" and f.form in text]
    shown = sources(text, of_region, lexicon) if rest else frozenset()
    return _without_overlaps([*of_region, *_found(text, folded, [f for f in rest if f.source in shown])])


def _found(text: str, folded: str, table: Sequence[MistranslatedForm]) -> list[Correction]:
    """Where the forms stand in a context that fits, in the order of the table."""
    found: list[Correction] = []
    for form in table:
        at = text.find(form.form)
        if at < 0 or any(contains_words(folded, w) for w in form.absent):
            continue
        while at >= 0:
            end = at + len(form.form)
            if is_whole_word(text, at, end) and _beside(folded, at, end, form):
                found.append(Correction(at, end, form.stands_for, form.role, form.source))
            at = text.find(form.form, end)
    return found


def _without_overlaps(found: Sequence[Correction]) -> tuple[Correction, ...]:
    """Corrections in the order of the text; of two that overlap the first and longest."""
    kept: list[Correction] = []
    for correction in sorted(found, key=lambda r: (r.start, -r.end)):
        if not kept or correction.start >= kept[-1].end:
            kept.append(correction)
    return tuple(kept)


def _beside(folded: str, start: int, end: int, form: MistranslatedForm) -> bool:
    """Whether one of the form's words stands right before or after it."""
    if "*" in form.after:
        return True
    past = folded[max(0, start - _FARTHEST_BESIDE) : start].rstrip()
    if any(past.endswith(w) and not past[: -len(w)][-1:].isalpha() for w in form.before):
        return True
    rest = folded[end : end + _FARTHEST_BESIDE].lstrip()
    return any(rest.startswith(w) and not rest[len(w) : len(w) + 1].isalpha() for w in form.after)
