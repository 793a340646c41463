"""The forms of English words: the tables hold base forms, texts hold all of them.

Regular forms follow the spelling rules of any grammar; the rest stands in inflections.csv
(columns lemma, pos, forms).
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from contactline.lexicon.table import split_cell
from contactline.lexicon.value import Lexicon, derived

_VOWELS = "aeiou"


@derived
def _irregular(lexicon: Lexicon) -> dict[tuple[str, str], tuple[str, ...]]:
    return {(row["lemma"], row["pos"]): tuple(split_cell(row["forms"])) for row in lexicon.rows("inflections")}


def verb_forms(lemma: str, lexicon: Lexicon) -> tuple[str, ...]:
    """All forms of a verb: break -> break, breaks, broke, broken, breaking."""
    irregular = _irregular(lexicon).get((lemma, "v"))
    s = _with_s(lemma)
    if lemma.endswith("ie"):
        ing = lemma[:-2] + "ying"
    elif lemma.endswith("e") and not lemma.endswith(("ee", "oe", "ye")):
        ing = lemma[:-1] + "ing"
    else:
        ing = _doubled(lemma) + "ing"
    if irregular is not None:
        return tuple(dict.fromkeys((lemma, s, ing, *irregular)))
    if lemma.endswith("e"):
        past = lemma + "d"
    elif re.search(r"[^aeiou]y$", lemma):
        past = lemma[:-1] + "ied"
    else:
        past = _doubled(lemma) + "ed"
    return tuple(dict.fromkeys((lemma, s, past, ing)))


def noun_forms(lemma: str, lexicon: Lexicon) -> tuple[str, ...]:
    """Singular and plural of a noun."""
    irregular = _irregular(lexicon).get((lemma, "n"))
    return (lemma, *irregular) if irregular is not None else (lemma, _with_s(lemma))


def _with_s(word: str) -> str:
    if re.search(r"(s|x|z|ch|sh)$", word):
        return word + "es"
    if re.search(r"[^aeiou]y$", word):
        return word[:-1] + "ies"
    return word + "s"


def _doubled(word: str) -> str:
    """stop -> stopp: one syllable, or one of the few longer ones that stress the last."""
    short = len(re.findall(r"[aeiouy]+", word)) == 1 and re.search(r"[^aeiou][aeiou][^aeiouwxy]$", word)
    stressed = re.search(r"(?:mit|fer|cur|pel|bel|gret|hel|cel|gin|tal|vel|nel)$", word) and len(word) > 4
    if short or (stressed and not word.endswith(("offer", "suffer", "differ", "limit"))):
        return word + word[-1]
    return word


def forms(lemmas: Iterable[str], pos: str, lexicon: Lexicon) -> dict[str, str]:
    """Form -> lemma for base forms of one part of speech ("v", "n", others as they stand)."""
    found: dict[str, str] = {}
    for lemma in lemmas:
        own = verb_forms(lemma, lexicon) if pos == "v" else noun_forms(lemma, lexicon) if pos == "n" else (lemma,)
        for form in own:
            found.setdefault(form, lemma)
    return found
