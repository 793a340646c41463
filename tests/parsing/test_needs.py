"""Which repairs are tried with a sentence."""

from __future__ import annotations

import pytest

from contactline.parsing.needs import held, may_apply, needs
from contactline.records import Token


def token(i, text, pos, dep, head):
    return Token(i, 3 * i, 3 * i + 2, text, text.lower(), pos, dep, head, "")


RAIN = (
    token(0, "Rain", "NOUN", "nsubj", 1),
    token(1, "fell", "VERB", "ROOT", 1),
    token(2, ".", "PUNCT", "punct", 1),
)


def test_what_a_sentence_holds():
    assert held(RAIN) == {"rain", "NOUN", "nsubj", "fell", "VERB", "ROOT", ".", "PUNCT", "punct"}


@pytest.mark.parametrize(
    ("groups", "expected"),
    [
        ((), True),
        ((("rain",),), True),
        ((("snow", "rain"),), True),
        ((("snow",),), False),
        ((("rain",), ("VERB",)), True),
        ((("rain",), ("ADJ",)), False),
    ],
)
def test_one_of_each_group_is_needed(groups, expected):
    @needs(*groups)
    def repair(tokens, below):
        return tokens

    assert may_apply(repair, held(RAIN)) is expected


def test_a_repair_that_names_nothing_is_always_tried():
    assert may_apply(lambda tokens, below: tokens, held(RAIN))
