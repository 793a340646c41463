"""Slips of the parser, on trees written by hand: what each word hangs on before and after."""

from __future__ import annotations

from dataclasses import replace

import pytest
from trees import tree

from contactline.parsing import repair

FINITE = "Tense=Past|VerbForm=Fin"


def relations(text: str, features: dict[int, str]) -> str:
    """The mended tree in the notation of trees.py, words and relations alone."""
    return " ".join(f"{t.text}/{t.dep}>{t.head}" for t in repair.repaired(tree(text, features)))


@pytest.mark.parametrize(
    ("text", "features", "expected"),
    [
        # what somebody says, hung on the saying as if it were a circumstance
        (
            "0:Goris/PROPN/nsubj>1 1:fell/VERB/advcl>4 2:,/PUNCT/punct>1 3:Baku/PROPN/nsubj>4 4:said/VERB/ROOT>4",
            {1: FINITE, 4: FINITE},
            "Goris/nsubj>1 fell/ccomp>4 ,/punct>1 Baku/nsubj>4 said/ROOT>4",
        ),
        # the same the other way round: with no comma the first clause says the second
        (
            "0:Both/PRON/nsubj>1 1:declared/VERB/advcl>4 2:they/PRON/nsubj>4 3:would/AUX/aux>4 4:sign/VERB/ROOT>4",
            {1: FINITE},
            "Both/nsubj>1 declared/ROOT>1 they/nsubj>4 would/aux>4 sign/ccomp>1",
        ),
        # a circumstance that is one stays
        (
            "0:As/SCONJ/mark>2 1:Goris/PROPN/nsubj>2 2:fell/VERB/advcl>5 3:,/PUNCT/punct>2 4:Baku/PROPN/nsubj>5 "
            "5:spoke/VERB/ROOT>5",
            {2: FINITE, 5: FINITE},
            "As/mark>2 Goris/nsubj>2 fell/advcl>5 ,/punct>2 Baku/nsubj>5 spoke/ROOT>5",
        ),
        # a verb in a tense, joined to a participle that has none
        (
            "0:They/PRON/nsubj>1 1:reviewed/VERB/ROOT>1 2:plans/NOUN/obj>1 3:related/VERB/acl>2 4:to/ADP/case>5 "
            "5:trade/NOUN/obl>3 6:and/CCONJ/cc>7 7:agreed/VERB/conj>3",
            {1: FINITE, 3: "VerbForm=Part", 7: FINITE},
            "They/nsubj>1 reviewed/ROOT>1 plans/obj>1 related/acl>2 to/case>5 trade/obl>3 and/cc>7 agreed/conj>1",
        ),
        # a verb taken for a participle before its object
        (
            "0:Envoys/NOUN/compound>1 1:hosted/VERB/amod>2 2:talks/NOUN/ROOT>2",
            {},
            "Envoys/nsubj>1 hosted/ROOT>1 talks/obj>1",
        ),
        # a participle that is one
        ("0:Russian/ADJ/compound>2 1:-/PUNCT/punct>0 2:brokered/VERB/amod>3 3:talks/NOUN/ROOT>3", {}, None),
    ],
)
def test_mended(text, features, expected):
    unchanged = " ".join(f"{t.text}/{t.dep}>{t.head}" for t in tree(text, features))
    assert relations(text, features) == (expected or unchanged)


def test_two_subjects_of_a_headline():
    tokens = tree(
        "0:Putin/PROPN/ROOT>0 1:,/PUNCT/punct>0 2:Macron/PROPN/nsubj>3 3:discuss/VERB/parataxis>0 4:trade/NOUN/obj>3"
    )
    named = [replace(t, mention=0) if t.pos == "PROPN" else t for t in tokens]

    assert [(t.dep, t.head) for t in repair.repaired(named)] == [
        ("nsubj", 3),
        ("punct", 0),
        ("conj", 0),
        ("ROOT", 3),
        ("obj", 3),
    ]
