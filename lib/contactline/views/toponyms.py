"""Which names of disputed places are shown: both, the Armenian, or the Azerbaijani one. None is treated as
wrong.
"""

from __future__ import annotations

from contactline.lexicon import Lexicon, derived
from contactline.views import labels

SETTINGS = ("both", "Armenian", "Azerbaijani")


def label(place_id: str, name: str, other: str, setting: str, lexicon: Lexicon) -> str:
    """The name of a place under one of ``SETTINGS``; places with one name keep it."""
    language = _languages(lexicon).get(place_id)
    if setting == "both" or not other or language is None:
        return labels.place(name, other)
    return name if (language == "hy") == (setting == "Armenian") else other


@derived
def _languages(lexicon: Lexicon) -> dict[str, str]:
    return {row["place_id"]: row["language"] for row in lexicon.rows("name_languages")}
