"""Slots of clauses, read off trees written by hand."""

import pytest
from trees import tree

from contactline.parsing.clauses import Clauses

ACTIVE = "0:Iran/PROPN/nsubj>1 1:sent/VERB/ROOT>1 2:aid/NOUN/obj>1 3:to/ADP/case>4 4:Goris/PROPN/obl>1"
PASSIVE = (
    "0:Guards/NOUN/nsubj:pass>2 1:were/AUX/aux:pass>2 2:held/VERB/ROOT>2 3:by/ADP/case>4 4:police/NOUN/obl:agent>2"
)
RELATIVE = (
    "0:Troops/NOUN/nsubj>4 1:that/PRON/nsubj>2 2:crossed/VERB/acl:relcl>0 3:rivers/NOUN/obj>2 4:left/VERB/ROOT>4"
)
CONTROL = "0:Paris/PROPN/nsubj>1 1:urged/VERB/ROOT>1 2:Baku/PROPN/obj>1 3:to/PART/mark>4 4:free/VERB/xcomp>1 5:captives/NOUN/obj>4"
JOINED = "0:Rome/PROPN/nsubj>3 1:and/CCONJ/cc>2 2:Paris/PROPN/conj>0 3:met/VERB/ROOT>3 4:and/CCONJ/cc>5 5:talked/VERB/conj>3"
PARTICLE = "0:They/PRON/nsubj>1 1:handed/VERB/ROOT>1 2:over/ADP/case>3 3:maps/NOUN/obl>1 4:quickly/ADV/advmod>1"
NOUN = "0:Iran/PROPN/nmod:poss>2 1:'s/PART/case>0 2:offer/NOUN/nsubj>5 3:of/ADP/case>4 4:help/NOUN/nmod>2 5:stands/VERB/ROOT>5"

GIVEN = "0:Rome/PROPN/nsubj>1 1:handed/VERB/ROOT>1 2:Paris/PROPN/obj>1 3:a/DET/det>4 4:letter/NOUN/obj>1"
STRAY = "0:Rome/PROPN/nsubj>1 1:lost/VERB/ROOT>1 2:land/NOUN/obj>1 3:it/PRON/obj>1 4:held/VERB/xcomp>1"
MISTAGGED = "0:Rome/PROPN/nsubj>1 1:torpedoed/ADP/ROOT>1 2:the/DET/det>3 3:talks/NOUN/obj>1"
PREDICATE = "0:They/PRON/nsubj>4 1:are/AUX/cop>4 2:on/ADP/case>4 3:a/DET/det>4 4:visit/NOUN/ROOT>4"
DEMAND = (
    "0:They/PRON/nsubj>1 1:called/VERB/ROOT>1 2:for/ADP/case>3 3:calm/NOUN/obl>1 4:and/CCONJ/cc>8 5:for/SCONJ/mark>8 "
    "6:Rome/PROPN/nsubj>8 7:to/PART/mark>8 8:leave/VERB/conj>1"
)
OBJECT = (
    "0:They/PRON/nsubj>1 1:signed/VERB/ROOT>1 2:a/DET/det>4 3:peace/NOUN/compound>4 4:deal/NOUN/obj>1 5:with/ADP/case>6 "
    "6:Rome/PROPN/nmod>4 7:ending/VERB/acl>4 8:when/SCONJ/mark>9 9:fell/VERB/advcl>1"
)
PARTICIPLE = (
    "0:A/DET/det>1 1:deal/NOUN/ROOT>1 2:being/AUX/aux:pass>3 3:signed/VERB/acl>1 4:with/ADP/case>5 5:Rome/PROPN/obl>3 "
    "6:by/ADP/case>7 7:Paris/PROPN/obl:agent>3"
)
DEEP = "0:Start/NOUN/ROOT>0 1:of/ADP/case>2 2:round/NOUN/nmod>0 3:with/ADP/case>4 4:Rome/PROPN/nmod>2"


@pytest.mark.parametrize(
    ("text", "word", "slots"),
    [
        pytest.param(ACTIVE, 1, {"subj": ["Iran"], "obj": ["aid"], "to": ["Goris"]}, id="active"),
        pytest.param(
            PASSIVE,
            2,
            {"obj": ["Guards"], "subj": ["police"], "by": ["police"], "passive": ["held"]},
            id="passive",
        ),
        pytest.param(RELATIVE, 2, {"subj": ["Troops"], "obj": ["rivers"]}, id="relative pronoun"),
        pytest.param(CONTROL, 4, {"subj": ["Baku"], "obj": ["captives"]}, id="subject of an infinitive"),
        pytest.param(JOINED, 3, {"subj": ["Rome", "Paris"]}, id="joined subjects"),
        pytest.param(JOINED, 5, {"subj": ["Rome", "Paris"]}, id="joined verb"),
        pytest.param(PARTICLE, 1, {"subj": ["They"], "prt": ["over"], "obj": ["maps"]}, id="phrasal verb"),
        pytest.param(NOUN, 2, {"poss": ["Iran"], "of": ["help"]}, id="noun"),
        pytest.param(GIVEN, 1, {"subj": ["Rome"], "iobj": ["Paris"], "obj": ["letter"]}, id="receiver"),
        pytest.param(STRAY, 1, {"subj": ["Rome"], "obj": ["land", "it"], "comp": ["held"]}, id="no receiver"),
        pytest.param(MISTAGGED, 1, {"subj": ["Rome"], "obj": ["talks"]}, id="verb of another tag"),
        pytest.param(PREDICATE, 4, {"subj": ["They"], "case": ["on"]}, id="phrase with a copula"),
        pytest.param(DEMAND, 1, {"subj": ["They"], "for": ["calm", "Rome", "leave"]}, id="joined demand"),
        pytest.param(
            OBJECT,
            1,
            {
                "subj": ["They"],
                "obj": ["deal"],
                "when-clause": ["fell"],
                "obj.with": ["Rome"],
                "obj-comp": ["ending"],
                "obj.mod": ["peace"],
            },
            id="below the object",
        ),
        pytest.param(
            PARTICIPLE, 1, {"comp": ["signed"], "with": ["Rome"], "by": ["Paris"]}, id="participle of a noun"
        ),
        pytest.param(DEEP, 0, {"of": ["round"], "with": ["Rome"]}, id="party of an inner phrase"),
    ],
)
def test_slots(text, word, slots):
    clauses = Clauses(tree(text), frozenset({("handed", "over")}))
    found = {key: [clauses.tokens[i].text for i in words] for key, words in clauses.slots(word).items()}
    assert found == slots


def test_subject_after_a_fronted_phrase():
    # "Under the aegis of Rome, Paris and Vienna agreed": Paris was joined to Rome
    clauses = Clauses(
        tree(
            "0:Under/ADP/case>2 1:the/DET/det>2 2:aegis/NOUN/obl>8 3:of/ADP/case>4 4:Rome/PROPN/nmod>2 5:,/PUNCT/punct>6 "
            "6:Paris/PROPN/conj>4 7:Vienna/PROPN/conj>4 8:agreed/VERB/ROOT>8",
            {8: "VerbForm=Fin"},
        )
    )
    assert [clauses.tokens[i].text for i in clauses.slots(8)["subj"]] == ["Paris", "Vienna"]


@pytest.mark.parametrize(
    ("text", "word", "modal", "negated"),
    [
        ("0:He/PRON/nsubj>2 1:will/AUX/aux>2 2:go/VERB/ROOT>2", 2, "will", False),
        ("0:He/PRON/nsubj>3 1:did/AUX/aux>3 2:not/PART/advmod>3 3:go/VERB/ROOT>3", 3, "", True),
        ("0:He/PRON/nsubj>3 1:not/PART/advmod>3 2:only/ADV/advmod>3 3:went/VERB/ROOT>3", 3, "", False),
        ("0:No/DET/det>1 1:troops/NOUN/nsubj>2 2:came/VERB/ROOT>2", 2, "", True),
        ("0:He/PRON/nsubj>1 1:went/VERB/ROOT>1", 1, "", False),
    ],
)
def test_how_a_clause_is_said(text, word, modal, negated):
    clauses = Clauses(tree(text))
    assert (clauses.modal(word), clauses.negated(word)) == (modal, negated)


def test_a_long_chain_ends():
    words = " ".join(f"{i}:word/NOUN/nmod>{max(0, i - 1)}" for i in range(3000))
    clauses = Clauses(tree(words))
    assert len(clauses.descendants(0)) == 2999
    assert len(clauses.ancestors(2999)) == 60
