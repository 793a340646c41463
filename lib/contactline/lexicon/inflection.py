"""The forms of English words: tables hold base forms, texts hold all of them.

Regular forms follow the spelling rules of English; irregular ones are in inflections.csv.
"""

from __future__ import annotations

import re

from contactline.lexicon.table import split_cell
from contactline.lexicon.value import Lexicon, derived

_SIBILANT = re.compile(r"(?:s|x|z|ch|sh)$")
_CONSONANT_Y = re.compile(r"[^aeiou]y$")
_VOWELS = re.compile(r"[aeiouy]+")
_SHORT_END = re.compile(r"[^aeiou][aeiou][^aeiouwxy]$")
_STRESSED_END = re.compile(r"(?:mit|fer|cur|pel|bel|gret|hel|cel|gin|tal|vel|nel)$")
"""Ends of longer verbs that are stressed on the last syllable, or that British spelling doubles ("travelled")."""
_UNSTRESSED = ("offer", "suffer", "differ", "limit")
"""Verbs that end like these and are stressed before."""


@derived
def _irregular(lexicon: Lexicon) -> dict[tuple[str, str], tuple[str, ...]]:
    """The irregular forms in inflections.csv by (lemma, part of speech)."""
    return {(row["lemma"], row["pos"]): tuple(split_cell(row["forms"])) for row in lexicon.rows("inflections")}


def verb_forms(lemma: str, lexicon: Lexicon) -> tuple[str, ...]:
    """All forms of a verb, the base form first: break -> break, breaks, breaking, broke, broken."""
    irregular = _irregular(lexicon).get((lemma, "v"))
    if irregular is not None:
        return tuple(dict.fromkeys((lemma, _with_s(lemma), _with_ing(lemma), *irregular)))
    return tuple(dict.fromkeys((lemma, _with_s(lemma), _with_ed(lemma), _with_ing(lemma))))


def noun_forms(lemma: str, lexicon: Lexicon) -> tuple[str, ...]:
    """Singular and plural of a noun: truce -> truce, truces."""
    irregular = _irregular(lexicon).get((lemma, "n"))
    return (lemma, *irregular) if irregular is not None else (lemma, _with_s(lemma))


def _with_s(word: str) -> str:
    """attack -> attacks, clash -> clashes, embassy -> embassies"""
    if _SIBILANT.search(word):
        return word + "es"
    if _CONSONANT_Y.search(word):
        return word[:-1] + "ies"
    return word + "s"


def _with_ed(verb: str) -> str:
    """attack -> attacked, seize -> seized, deny -> denied, stop -> stopped"""
    if verb.endswith("e"):
        return verb + "d"
    if _CONSONANT_Y.search(verb):
        return verb[:-1] + "ied"
    return _doubled(verb) + "ed"


def _with_ing(verb: str) -> str:
    """attack -> attacking, seize -> seizing, die -> dying, free -> freeing, stop -> stopping"""
    if verb.endswith("ie"):
        return verb[:-2] + "ying"
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")):
        return verb[:-1] + "ing"
    return _doubled(verb) + "ing"


def _doubled(verb: str) -> str:
    """stop -> stopp: for verbs of one syllable, and the few longer ones with stress on the last syllable."""
    short = len(_VOWELS.findall(verb)) == 1 and _SHORT_END.search(verb)
    stressed = _STRESSED_END.search(verb) and len(verb) > 4
    if short or (stressed and not verb.endswith(_UNSTRESSED)):
        return verb + verb[-1]
    return verb
