"""The language of a text, which decides whether it is coded: only English is."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

_SAMPLE = 1000  # characters from the start from which the language is detected
_ENOUGH_LATIN = 120  # letters below which a text in Latin script is too short for its language to be detected
_ENOUGH_OTHER = 25  # the same for other scripts, whose letters alone leave few languages
_SURE = 0.95  # py3langid's probability from which a language other than English is believed
_ENOUGH_WORDS = 20  # words below which the share of common English words means nothing
_ENGLISH_SHARE = 0.12  # of common words: it is about a fifth in English, next to nothing in other languages
_COMMON_ENGLISH = re.compile(r"\b(?:the|of|and|to|that)\b", re.IGNORECASE)
_LETTER = re.compile(r"[^\W\d_]")
_LATIN = re.compile("[A-Za-zÀ-ɏḀ-ỿ]")
_LATIN_WORD = re.compile("[A-Za-zÀ-ɏḀ-ỿ]+")


@cache
def _identifier() -> LanguageIdentifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def detect(text: str, declared: str = "") -> str:
    """The text's ISO 639-1 code: "en" unless it is surely another (py3langid after Lui & Baldwin, ACL 2012).

    A text that is too short has the code that was ``declared`` for it ("en-GB" counts as "en"), else "en". A text
    in English and in another script is English: the other script's part is not coded.
    """
    declared = declared.strip().lower().replace("_", "-").split("-")[0][:2] or "en"
    sample = text[:_SAMPLE]
    if _is_plainly_english(sample):
        return "en"
    letters, latin = len(_LETTER.findall(sample)), len(_LATIN.findall(sample))
    other_script = 2 * latin < letters
    if letters < (_ENOUGH_OTHER if other_script else _ENOUGH_LATIN):
        return declared
    if other_script and _is_plainly_english(text):
        return "en"
    code, probability = _identifier().classify(sample)
    if other_script or probability >= _SURE:  # in another script it is not English, whichever language it is
        return str(code)
    return declared


def _is_plainly_english(text: str) -> bool:
    """Whether the words in Latin script are English, by the share of its commonest words."""
    words = len(_LATIN_WORD.findall(text))
    return words >= _ENOUGH_WORDS and len(_COMMON_ENGLISH.findall(text)) >= _ENGLISH_SHARE * words
