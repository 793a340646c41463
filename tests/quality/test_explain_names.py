"""Why words were taken for names, and what a weak name lacked."""

from __future__ import annotations

from made_patterns import SHELL, lexicon

from contactline.quality import explain
from contactline.quality.explain_names import Name


def test_names_say_which_row_they_are_and_what_a_weak_one_lacked() -> None:
    (sentence,) = explain.explain("Azerbaijani troops left Goris and Talish.", lexicon(SHELL)).sentences

    assert sentence.names == (
        Name("Azerbaijani troops", "actor", "description", "aze_forces", "AZE", MADE_OF),
        Name("Goris", "place", "name", "goris", "ARM", "strong name, place_names.csv, line 2"),
        Name("Talish", "", "name", None, "AZE", LACKS),
    )


MADE_OF = "made of Azerbaijani (adjective) + troops (group)"
LACKS = (
    "weak name of talish, place_names.csv, line 3; "
    "needs near it one of: village and in the article one of: karabakh"
)
