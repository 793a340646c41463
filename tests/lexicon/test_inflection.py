"""All forms of the words in the tables."""

import pytest

from contactline.lexicon import inflection, load

LEXICON = load()


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("attack", ("attack", "attacks", "attacked", "attacking")),
        ("stop", ("stop", "stops", "stopped", "stopping")),
        ("deny", ("deny", "denies", "denied", "denying")),
        ("seize", ("seize", "seizes", "seized", "seizing")),
        ("free", ("free", "frees", "freeing", "freed")),
        ("visit", ("visit", "visits", "visited", "visiting")),
        ("permit", ("permit", "permits", "permitted", "permitting")),
        ("break", ("break", "breaks", "breaking", "broke", "broken")),
        ("die", ("die", "dies", "died", "dying")),
        ("flee", ("flee", "flees", "fleeing", "fled")),
        ("gather", ("gather", "gathers", "gathered", "gathering")),
    ],
)
def test_verb(verb, forms):
    assert inflection.verb_forms(verb, LEXICON) == forms


@pytest.mark.parametrize(
    ("noun", "forms"),
    [
        ("truce", ("truce", "truces")),
        ("embassy", ("embassy", "embassies")),
        ("clash", ("clash", "clashes")),
        ("serviceman", ("serviceman", "servicemen")),
        ("visit", ("visit", "visits")),
    ],
)
def test_noun(noun, forms):
    assert inflection.noun_forms(noun, LEXICON) == forms
