"""The language of a text, which decides whether it is coded: only English is."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

_SAMPLE = 1000  # characters from the start from which the language is detected
_ENOUGH_LATIN = 120  # letters; shorter texts in Latin script are too short for language detection
_ENOUGH_OTHER = 25  # the same for other scripts, each of which is used by few languages
_SURE = 0.95  # least probability from py3langid for a language other than English
_ENOUGH_WORDS = 20  # with fewer words, the share of common English words means nothing
_ENGLISH_SHARE = 0.12  # least share of common English words: about 0.2 in English, near 0 in other languages
_COMMON_ENGLISH = re.compile(r"\b(?:the|of|and|to|that)\b", re.IGNORECASE)
_LETTER = re.compile(r"[^\W\d_]")
_LATIN = re.compile("[A-Za-zÀ-ɏḀ-ỿ]")
_LATIN_WORD = re.compile("[A-Za-zÀ-ɏḀ-ỿ]+")


@cache
def _identifier() -> LanguageIdentifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def detect(text: str, declared: str = "") -> str:
    """The text's ISO 639-1 code: "en" unless it is clearly another (py3langid after Lui & Baldwin, ACL 2012).

    A text that is too short has the code ``declared`` for it ("en-GB" counts as "en"), else "en". A text in
    English and in another script counts as English; only its English part is coded.
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
    if other_script or probability >= _SURE:  # a text in another script is not English in any case
        return str(code)
    return declared


def _is_plainly_english(text: str) -> bool:
    """Whether the words in Latin script are English, by the share of the commonest English words."""
    words = len(_LATIN_WORD.findall(text))
    return words >= _ENOUGH_WORDS and len(_COMMON_ENGLISH.findall(text)) >= _ENGLISH_SHARE * words
