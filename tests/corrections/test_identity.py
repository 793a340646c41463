"""What an event is known by from one coding to the next."""

from __future__ import annotations

import pytest

from contactline.corrections.identity import fingerprints, sentence_mark


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Guns fell silent.", "guns  fell\nsilent", True),
        ("Guns fell silent.", "“Guns fell silent!”", True),
        ("Guns fell silent.", "Guns fell.", False),
        ("Two died.", "Three died.", False),
    ],
)
def test_a_sentence_is_known_by_its_words(one: str, other: str, same: bool) -> None:
    assert (sentence_mark(one) == sentence_mark(other)) == same


def test_events_of_a_sentence_are_told_apart_by_the_words_that_name_them() -> None:
    told = "They met, shelled a town and shelled a road."
    mark = sentence_mark(told)

    found = fingerprints([("a-01", told, "met"), ("a-02", told, "shelled"), ("a-03", told, "Shelled")])

    assert found == {"a-01": f"{mark}:met", "a-02": f"{mark}:shelled", "a-03": f"{mark}:shelled:2"}


def test_where_a_sentence_stands_does_not_matter() -> None:
    alone = fingerprints([("a-01", "Shots fell.", "fell")])
    later = fingerprints([("a-01", "They met.", "met"), ("a-02", "Shots fell.", "fell")])

    assert alone["a-01"] == later["a-02"]
