"""Actors: the tables, and what stands for an actor."""

from __future__ import annotations

from made_lexicon import with_rows

from contactline.lexicon import load
from contactline.names import actors
from contactline.names.index import NameSense

LEXICON = load()


def test_parts_of_a_country() -> None:
    parts = actors.actors_by_part(LEXICON)
    assert {part: parts[("ARM", part)] for part in ("state", "forces")} == {
        "state": "armenia",
        "forces": "arm_forces",
    }


def test_persons_by_their_first_name() -> None:
    found = actors.persons_by_first_name(LEXICON)
    assert found["nikol"] == (("Pashinyan", "pashinyan"),)
    assert "armenia" not in found


def test_first_name_and_surname() -> None:
    person = actors.KnownActor("x", "Anna B. Clark", "person", "", "")
    assert (person.first_name, person.surname) == ("Anna", "Clark")


def test_what_a_group_noun_stands_for() -> None:
    lexicon = with_rows("groups", "SOLDIERLY FOLK,forces,name,yes,ARM;AZE")
    assert dict(actors.senses(lexicon))["SOLDIERLY FOLK"] == NameSense(
        "group", "forces", "name", countries=("ARM", "AZE"), alone=True, shape="upper"
    )
