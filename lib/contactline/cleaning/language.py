"""Which language a text is in, as far as coding needs to know."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

_ENOUGH_LATIN = 120
_ENOUGH_OTHER = 25
_SURE = 0.95
_LETTER = re.compile(r"[^\W\d_]")
_LATIN = re.compile("[A-Za-zÀ-ɏḀ-ỿ]")
_LATIN_WORD = re.compile("[A-Za-zÀ-ɏḀ-ỿ]+")
_LOOKED_AT = 1000
_ENOUGH_WORDS = 20
_ENGLISH = re.compile(r"\b(?:the|of|and|to|that)\b", re.IGNORECASE)
_PLAINLY_ENGLISH = 0.12
"""The share of such words in English is a fifth, in other languages next to nothing."""


@cache
def _identifier() -> LanguageIdentifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def of(text: str, told: str = "") -> str:
    """The text's ISO 639-1 code: "en" unless it is surely another (py3langid after Lui & Baldwin, ACL 2012).

    A text too short to tell takes the code that was ``told`` ("en-GB" counts as "en"), else "en". One that is told
    in English and in another script is English: what is in the other script says nothing to coding.
    """
    told = told.strip().lower().replace("_", "-").split("-")[0][:2]
    sample = text[:_LOOKED_AT]
    if _plainly_english(sample):
        return "en"
    letters, latin = len(_LETTER.findall(sample)), len(_LATIN.findall(sample))
    foreign = 2 * latin < letters
    if letters < (_ENOUGH_OTHER if foreign else _ENOUGH_LATIN):
        return told or "en"
    if foreign and _plainly_english(text):
        return "en"
    found, sureness = _identifier().classify(sample)
    if foreign or sureness >= _SURE:  # in another script the likeliest language will do: it is not English
        return str(found)
    return told or "en"


def _plainly_english(text: str) -> bool:
    """Whether the words in Latin script are English: told by the commonest of them."""
    words = len(_LATIN_WORD.findall(text))
    return words >= _ENOUGH_WORDS and len(_ENGLISH.findall(text)) >= _PLAINLY_ENGLISH * words
