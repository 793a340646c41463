"""Names that machine translation has turned into others ("Asian troops"), corrected to what they stand for.

Chinese agencies shorten the names of the region to one sign, which translation programs take for Asia, Afghanistan
and the like. A form is corrected only on evidence, and every such mention carries a note.
"""

from __future__ import annotations

from dataclasses import dataclass

from contactline.lexicon import Lexicon, derived, split_cell
from contactline.names.index import contains_words, fold, is_whole_word

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


def sources(text: str, lexicon: Lexicon) -> frozenset[str]:
    """The languages that the text shows signs of having been translated from by a machine."""
    weight: dict[str, int] = {}
    for r in lexicon.rows("translation_signs"):
        if r["sign"] in text:
            weight[r["source"]] = weight.get(r["source"], 0) + int(r["weight"])
    return frozenset(source for source, sum_ in weight.items() if sum_ >= EVIDENCE)


def corrections(text: str, folded: str, lexicon: Lexicon) -> tuple[Correction, ...]:
    """The mistranslated names of an article that names both Armenia and Azerbaijan, sorted, none overlapping."""
    if "armenia" not in folded or "azerbaijan" not in folded:
        return ()
    shown: frozenset[str] | None = None
    found: list[Correction] = []
    for form in forms(lexicon):
        at = text.find(form.form)
        if at < 0:
            continue
        if form.evidence == "article":
            shown = sources(text, lexicon) if shown is None else shown
            if form.source not in shown:
                continue
        if any(contains_words(folded, w) for w in form.absent):
            continue
        while at >= 0:
            end = at + len(form.form)
            if is_whole_word(text, at, end) and _beside(folded, at, end, form):
                found.append(Correction(at, end, form.stands_for, form.role, form.source))
            at = text.find(form.form, end)
    found.sort(key=lambda r: (r.start, -r.end))
    kept: list[Correction] = []
    for correction in found:
        if not kept or correction.start >= kept[-1].end:
            kept.append(correction)
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
