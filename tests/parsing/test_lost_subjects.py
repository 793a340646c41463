"""Subjects that the parser made part of something else: what each word hangs on before and after."""

from __future__ import annotations

from dataclasses import replace

import pytest
from trees import tree

from contactline.parsing import repair

PAST = "Tense=Past|VerbForm=Part"


def repaired(text: str, features: dict[int, str]) -> str:
    """A tree in the notation of trees.py after all repairs, words and relations alone; each name is a mention."""
    named = [replace(t, mention=t.i) if t.pos == "PROPN" else t for t in tree(text, features)]
    return " ".join(f"{t.text}/{t.dep}>{t.head}" for t in repair.repaired(named))


@pytest.mark.parametrize(
    ("text", "features", "expected"),
    [
        pytest.param(
            "0:Mirzoyan/PROPN/nmod:desc>2 1:and/CCONJ/cc>2 2:Fidan/PROPN/nsubj>3 3:spoke/VERB/ROOT>3",
            {3: "Tense=Past|VerbForm=Fin"},
            "Mirzoyan/nsubj>3 and/cc>2 Fidan/conj>0 spoke/ROOT>3",
            id="first of two subjects parsed as a title",
        ),
        pytest.param(
            "0:According/VERB/case>2 1:to/ADP/fixed>0 2:police/NOUN/nsubj:pass>8 3:,/PUNCT/punct>4 4:farmers/NOUN/conj>2 "
            "5:and/CCONJ/cc>6 6:drivers/NOUN/conj>2 7:were/AUX/aux:pass>8 8:hurt/VERB/ROOT>8",
            {8: PAST},
            "According/case>2 to/fixed>0 police/obl>8 ,/punct>4 farmers/nsubj:pass>8 and/cc>6 drivers/conj>4 "
            "were/aux:pass>8 hurt/ROOT>8",
            id="whoever is quoted parsed as a subject",
        ),
        pytest.param(
            "0:Crowds/NOUN/ROOT>0 1:gathered/VERB/acl>0 2:in/ADP/case>3 3:Goris/PROPN/obl>1 4:./PUNCT/punct>0",
            {1: PAST},
            "Crowds/nsubj>1 gathered/ROOT>1 in/case>3 Goris/obl>1 ./punct>1",
            id="verb to which nothing is done parsed as a participle",
        ),
        pytest.param(
            "0:Envoys/NOUN/ROOT>0 1:denied/VERB/acl>0 2:the/DET/det>3 3:report/NOUN/obj>1",
            {1: PAST},
            "Envoys/nsubj>1 denied/ROOT>1 the/det>3 report/obj>1",
            id="verb with an object parsed as a participle",
        ),
        pytest.param(
            "0:Petrosyan/PROPN/nsubj:pass>2 1:,/PUNCT/punct>2 2:seized/VERB/parataxis>5 3:,/PUNCT/punct>2 "
            "4:was/AUX/aux:pass>5 5:tried/VERB/ROOT>5",
            {2: PAST, 5: PAST},
            "Petrosyan/nsubj:pass>5 ,/punct>2 seized/acl>0 ,/punct>2 was/aux:pass>5 tried/ROOT>5",
            id="subject hung on its participle",
        ),
        pytest.param(
            "0:Aides/NOUN/nsubj>1 1:said/VERB/ROOT>1 2:ten/NUM/nummod>3 3:guards/NOUN/obj>1 4:and/CCONJ/cc>7 "
            "5:two/NUM/nummod>6 6:boys/NOUN/nsubj>7 7:died/VERB/conj>1",
            {1: "Tense=Past|VerbForm=Fin", 7: "Tense=Past|VerbForm=Fin"},
            "Aides/nsubj>1 said/ROOT>1 ten/nummod>3 guards/nsubj>7 and/cc>7 two/nummod>6 boys/conj>3 died/ccomp>1",
            id="first subject parsed as the object of a report",
        ),
        pytest.param(
            "0:They/PRON/nsubj>1 1:accused/VERB/ROOT>1 2:each/DET/det>6 3:other/ADJ/amod>6 4:of/SCONJ/mark>5 "
            "5:shelling/VERB/acl>3 6:homes/NOUN/obj>1",
            {1: "Tense=Past|VerbForm=Fin"},
            "They/nsubj>1 accused/ROOT>1 each/det>3 other/obj>1 of/mark>5 shelling/advcl>1 homes/obj>5",
            id="each other parsed as modifiers",
        ),
        pytest.param(
            "0:They/PRON/nsubj>1 1:met/VERB/ROOT>1 2:briefly/ADV/advmod>1 3:and/CCONJ/cc>5 4:via/ADP/case>5 "
            "5:video/NOUN/conj>1",
            {1: "Tense=Past|VerbForm=Fin"},
            "They/nsubj>1 met/ROOT>1 briefly/advmod>1 and/cc>5 via/case>5 video/obl>1",
            id="phrase joined to its verb",
        ),
    ],
)
def test_repaired(text: str, features: dict[int, str], expected: str) -> None:
    assert repaired(text, features) == expected


@pytest.mark.parametrize(
    ("text", "features"),
    [
        pytest.param(
            "0:Soldiers/NOUN/ROOT>0 1:killed/VERB/acl>0 2:near/ADP/case>3 3:Sotk/PROPN/obl>1",
            {1: PAST},
            id="a headline",
        ),
        pytest.param(
            "0:Talks/NOUN/ROOT>0 1:held/VERB/acl>0 2:by/ADP/case>3 3:Rome/PROPN/obl:agent>1",
            {1: PAST},
            id="a participle with its doer",
        ),
    ],
)
def test_right_as_it_is(text: str, features: dict[int, str]) -> None:
    assert repaired(text, features) == " ".join(f"{t.text}/{t.dep}>{t.head}" for t in tree(text))
