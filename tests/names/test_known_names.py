"""The tables that recognition reads, built once for a lexicon."""

from __future__ import annotations

from made_lexicon import with_rows

from contactline.lexicon import load
from contactline.names.known_names import known_names
from contactline.names.spelling import sound

LEXICON = load()


def test_built_once() -> None:
    assert known_names(LEXICON) is known_names(LEXICON)


def test_small_tables() -> None:
    known = known_names(LEXICON)
    assert known.country_of_place["armenia"] == "ARM"
    assert known.actor_of_part[("AZE", "forces")] == "aze_forces"
    assert {"monday", "march"} <= known.days
    assert ("Pashinyan", "pashinyan") in known.surnames["ARM"]
    assert known.by_sound[sound("Pasjinjan")] == ("pashinyan",)
    assert (known.is_person("pashinyan"), known.is_person("armenia")) == (True, False)


def test_a_row_more_is_a_name_more() -> None:
    known = known_names(with_rows("place_names", "Oz Mountain,goris,name,strong,,"))
    assert (known.index.is_form("oz mountain"), known_names(LEXICON).index.is_form("oz mountain")) == (True, False)
