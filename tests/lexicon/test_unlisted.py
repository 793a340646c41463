"""Ids of actors that no table has."""

from __future__ import annotations

import pytest

from contactline.lexicon import unlisted
from contactline.records import Mention

PERSON, BODY = "new:arman-tatoian", "new:body:aze:state-commission"


def test_ids() -> None:
    assert unlisted.person_id(("arman", "tatoian")) == PERSON
    assert unlisted.person_words(PERSON) == ("arman", "tatoian")
    assert unlisted.body_id(("state", "commission"), "AZE") == BODY
    assert unlisted.body_id(("rescue", "service"), "") == "new:body:unk:rescue-service"


@pytest.mark.parametrize(
    ("actor_id", "is_unlisted", "is_person"),
    [(PERSON, True, True), (BODY, True, False), ("pashinyan", False, False), (None, False, False)],
)
def test_what_an_id_tells(actor_id: str | None, is_unlisted: bool, is_person: bool) -> None:
    assert unlisted.is_unlisted(actor_id) is is_unlisted
    assert unlisted.is_person(actor_id) is is_person


def test_the_longest_name_of_each() -> None:
    mentions = [
        Mention(0, 6, "Tatoyan", "actor", "name", PERSON),
        Mention(9, 22, "Arman\nTatoyan", "actor", "name", PERSON),
        Mention(30, 35, "Putin", "actor", "name", "putin"),
    ]
    assert unlisted.names(mentions) == {PERSON: "Arman Tatoyan"}
