"""Errors of the parser, on trees written by hand: what each word hangs on before and after."""

from __future__ import annotations

from dataclasses import replace

import pytest
from trees import tree

from contactline.parsing import repair
from contactline.records import Token

FINITE = "Tense=Past|VerbForm=Fin"


def relations(tokens: tuple[Token, ...] | list[Token]) -> str:
    """A tree in the notation of trees.py, words and relations alone."""
    return " ".join(f"{t.text}/{t.dep}>{t.head}" for t in tokens)


@pytest.mark.parametrize(
    ("text", "features", "expected"),
    [
        pytest.param(
            "0:Iran/PROPN/nsubj>1 1:blamed/VERB/ROOT>1 2:Baku/PROPN/obj>1 3:for/SCONJ/mark>4 4:shelling/NOUN/obl>1 "
            "5:Goris/PROPN/obj>4",
            {1: FINITE},
            "Iran/nsubj>1 blamed/ROOT>1 Baku/obj>1 for/mark>4 shelling/advcl>1 Goris/obj>4",
            id="gerund with an object parsed as a noun",
        ),
        pytest.param(
            "0:Units/NOUN/nsubj:pass>1 1:subjected/VERB/ROOT>1 2:to/ADP/mark>3 3:fire/VERB/obl>1 4:posts/NOUN/obj>3",
            {1: FINITE},
            "Units/nsubj>1 subjected/ROOT>1 to/case>3 fire/obl>1 posts/obj>1",
            id="what somebody is subjected to, parsed as a verb",
        ),
        pytest.param(
            "0:Units/NOUN/ROOT>0 1:,/PUNCT/punct>3 2:which/PRON/nsubj>3 3:left/VERB/acl:relcl>0 4:,/PUNCT/punct>5 "
            "5:shelled/VERB/conj>3 6:Goris/PROPN/obj>5",
            {3: FINITE, 5: FINITE},
            "Units/nsubj>5 ,/punct>3 which/nsubj>3 left/acl:relcl>0 ,/punct>5 shelled/ROOT>5 Goris/obj>5",
            id="the verb of the sentence, joined to a relative clause",
        ),
        pytest.param(
            "0:He/PRON/nsubj:pass>2 1:was/AUX/aux:pass>2 2:taken/VERB/ROOT>2 3:hostage/NOUN/obj>2",
            {2: "Tense=Past|VerbForm=Part|Voice=Pass"},
            "He/nsubj:pass>2 was/aux:pass>2 taken/ROOT>2 hostage/xcomp>2",
            id="as what somebody is taken",
        ),
        pytest.param(
            "0:One/NUM/nsubj:pass>2 1:was/AUX/aux:pass>2 2:killed/VERB/ROOT>2 3:and/CCONJ/cc>5 4:six/NUM/nummod>5 "
            "5:men/NOUN/conj>2 6:wounded/ADJ/amod>5 7:nearby/ADV/advmod>5",
            {},
            "One/nsubj:pass>2 was/aux:pass>2 killed/ROOT>2 and/cc>6 six/nummod>5 men/nsubj:pass>6 wounded/conj>2 "
            "nearby/advmod>6",
            id="a second passive that shares the auxiliary of the first",
        ),
        pytest.param(
            "0:Baku/PROPN/nsubj>1 1:closed/VERB/ROOT>1 2:Goris/PROPN/iobj>1",
            {1: FINITE},
            "Baku/nsubj>1 closed/ROOT>1 Goris/obj>1",
            id="the one object, parsed as a receiver",
        ),
        pytest.param(
            "0:They/PRON/nsubj>1 1:left/VERB/ROOT>1 2:Goris/PROPN/obj>1 3:and/CCONJ/cc>4 4:surrounding/VERB/conj>1 "
            "5:areas/NOUN/obj>4",
            {1: FINITE},
            "They/nsubj>1 left/ROOT>1 Goris/obj>1 and/cc>5 surrounding/amod>5 areas/conj>2",
            id="where places lie, parsed as what is done to them",
        ),
        pytest.param(
            "0:They/PRON/nsubj>1 1:demanded/VERB/ROOT>1 2:for/ADP/case>3 3:weeks/NOUN/obl>1 4:that/PRON/obl>6 "
            "5:he/PRON/nsubj>6 6:resign/VERB/acl:relcl>3",
            {1: FINITE},
            "They/nsubj>1 demanded/ROOT>1 for/case>3 weeks/obl>1 that/mark>6 he/nsubj>6 resign/ccomp>1",
            id="what somebody has said for so long, hung on the time",
        ),
        pytest.param(
            "0:Baku/PROPN/nsubj>1 1:gave/VERB/ROOT>1 2:Goris/PROPN/iobj>1 3:bread/NOUN/obj>1",
            {1: FINITE},
            "Baku/nsubj>1 gave/ROOT>1 Goris/iobj>1 bread/obj>1",
            id="a receiver beside an object",
        ),
        pytest.param(
            "0:They/PRON/nsubj>1 1:killed/VERB/ROOT>1 2:two/NUM/obj>1 3:and/CCONJ/cc>4 4:wounded/VERB/conj>1 "
            "5:six/NUM/punct>7 6:near/ADP/case>7 7:Goris/PROPN/obl>4",
            {1: FINITE, 4: FINITE},
            "They/nsubj>1 killed/ROOT>1 two/obj>1 and/cc>4 wounded/conj>1 six/obj>4 near/case>7 Goris/obl>4",
            id="number behind a joined verb",
        ),
        pytest.param(
            "0:Goris/PROPN/nsubj>1 1:fell/VERB/advcl>4 2:,/PUNCT/punct>1 3:Baku/PROPN/nsubj>4 4:said/VERB/ROOT>4",
            {1: FINITE, 4: FINITE},
            "Goris/nsubj>1 fell/ccomp>4 ,/punct>1 Baku/nsubj>4 said/ROOT>4",
            id="reported clause before who says it",
        ),
        pytest.param(
            "0:Both/PRON/nsubj>1 1:declared/VERB/advcl>4 2:they/PRON/nsubj>4 3:would/AUX/aux>4 4:sign/VERB/ROOT>4",
            {1: FINITE},
            "Both/nsubj>1 declared/ROOT>1 they/nsubj>4 would/aux>4 sign/ccomp>1",
            id="reported clause behind who says it",
        ),
        pytest.param(
            "0:Baku/PROPN/nsubj>1 1:said/VERB/ROOT>1 2:houses/NOUN/nsubj:pass>5 3:had/AUX/aux>5 4:been/AUX/aux:pass>5 "
            "5:hit/VERB/advcl>1",
            {1: FINITE},
            "Baku/nsubj>1 said/ROOT>1 houses/nsubj:pass>5 had/aux>5 been/aux:pass>5 hit/ccomp>1",
            id="reported clause right behind the verb of saying",
        ),
        pytest.param(
            "0:Envoys/NOUN/ROOT>0 1:called/VERB/acl>0 2:for/ADP/case>3 3:calm/NOUN/obl>1 4:./PUNCT/punct>0",
            {1: "VerbForm=Part"},
            "Envoys/nsubj>1 called/ROOT>1 for/case>3 calm/obl>1 ./punct>1",
            id="verb of asking parsed as a participle of its subject",
        ),
        pytest.param(
            "0:Baku/PROPN/nsubj>1 1:left/VERB/ROOT>1 2:,/PUNCT/punct>1 3:houses/NOUN/nsubj:pass>5 4:were/AUX/aux:pass>5 "
            "5:hit/VERB/advcl>1",
            {1: FINITE},
            "Baku/nsubj>1 left/ROOT>1 ,/punct>1 houses/nsubj:pass>5 were/aux:pass>5 hit/advcl>1",
            id="clause beside another",
        ),
        pytest.param(
            "0:They/PRON/nsubj>1 1:reviewed/VERB/ROOT>1 2:plans/NOUN/obj>1 3:related/VERB/acl>2 4:to/ADP/case>5 "
            "5:trade/NOUN/obl>3 6:and/CCONJ/cc>7 7:agreed/VERB/conj>3",
            {1: FINITE, 3: "VerbForm=Part", 7: FINITE},
            "They/nsubj>1 reviewed/ROOT>1 plans/obj>1 related/acl>2 to/case>5 trade/obl>3 and/cc>7 agreed/conj>1",
            id="verb in a tense joined to a participle",
        ),
        pytest.param(
            "0:Envoys/NOUN/compound>1 1:hosted/VERB/amod>2 2:talks/NOUN/ROOT>2",
            {},
            "Envoys/nsubj>1 hosted/ROOT>1 talks/obj>1",
            id="verb parsed as a participle",
        ),
        pytest.param(
            "0:By/ADP/case>1 1:mediation/NOUN/obl>7 2:of/ADP/case>3 3:Rome/PROPN/nmod>1 4:,/PUNCT/punct>5 "
            "5:Paris/PROPN/conj>3 6:Vienna/PROPN/conj>3 7:agreed/VERB/ROOT>7",
            {7: FINITE},
            "By/case>1 mediation/obl>7 of/case>3 Rome/nmod>1 ,/punct>5 Paris/nsubj>7 Vienna/conj>5 agreed/ROOT>7",
            id="subject joined to a fronted phrase",
        ),
        pytest.param(
            "0:We/PRON/nsubj>1 1:call/VERB/ROOT>1 2:on/ADP/compound:prt>1 3:them/PRON/obj>1 4:to/PART/mark>5 "
            "5:stop/VERB/xcomp>1",
            {1: FINITE},
            "We/nsubj>1 call/ROOT>1 on/case>3 them/obl>1 to/mark>5 stop/xcomp>1",
            id="preposition parsed as a particle",
        ),
    ],
)
def test_repaired(text: str, features: dict[int, str], expected: str) -> None:
    assert relations(repair.repaired(tree(text, features))) == expected


@pytest.mark.parametrize(
    ("text", "features"),
    [
        pytest.param(
            "0:As/SCONJ/mark>2 1:Goris/PROPN/nsubj>2 2:fell/VERB/advcl>5 3:,/PUNCT/punct>2 4:Baku/PROPN/nsubj>5 "
            "5:spoke/VERB/ROOT>5",
            {2: FINITE, 5: FINITE},
            id="a circumstance that is one",
        ),
        pytest.param(
            "0:Baku/PROPN/nsubj:pass>2 1:was/AUX/aux:pass>2 2:seen/VERB/ROOT>2 3:after/SCONJ/mark>6 "
            "4:Goris/PROPN/nsubj:pass>6 5:was/AUX/aux:pass>6 6:hit/VERB/advcl>2 7:by/ADP/case>8 8:Iran/PROPN/obl>6",
            {},
            id="a doer of the nearer passive",
        ),
        pytest.param(
            "0:Russian/ADJ/compound>2 1:-/PUNCT/punct>0 2:brokered/VERB/amod>3 3:talks/NOUN/ROOT>3",
            {},
            id="a participle that is one",
        ),
        pytest.param(
            "0:Troops/NOUN/nsubj>1 1:arrived/VERB/ROOT>1 2:by/ADP/case>3 3:boat/NOUN/obl>1",
            {},
            id="by a means, which is no doer",
        ),
        pytest.param(
            "0:He/PRON/nsubj>1 1:told/VERB/ROOT>1 2:Smith/PROPN/nsubj>6 3:,/PUNCT/punct>4 4:Rome/PROPN/appos>2 "
            "5:,/PUNCT/punct>4 6:left/VERB/ccomp>1",
            {},
            id="a name that explains the one before it",
        ),
        pytest.param(
            "0:Talks/NOUN/ROOT>0 1:called/VERB/acl>0 2:by/ADP/case>3 3:Rome/PROPN/obl>1",
            {1: "VerbForm=Part"},
            id="a participle behind its noun that is one",
        ),
    ],
)
def test_right_as_it_is(text: str, features: dict[int, str]) -> None:
    tokens = tree(text, features)
    assert relations(repair.repaired(tokens)) == relations(tokens)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "0:Putin/PROPN/ROOT>0 1:,/PUNCT/punct>0 2:Macron/PROPN/nsubj>3 3:discuss/VERB/parataxis>0 4:trade/NOUN/obj>3",
            "Putin/nsubj>3 ,/punct>0 Macron/conj>0 discuss/ROOT>3 trade/obj>3",
            id="two subjects of a headline",
        ),
        pytest.param(
            "0:Rome/PROPN/compound>2 1:accused/VERB/amod>2 2:Paris/PROPN/ROOT>2",
            "Rome/nsubj>1 accused/ROOT>1 Paris/obj>1",
            id="verb between two names parsed as a participle",
        ),
        pytest.param(
            "0:Rome/PROPN/nsubj>1 1:last/ADJ/nsubj>2 2:met/VERB/ROOT>2 3:Paris/PROPN/obj>2",
            "Rome/nsubj>2 last/advmod>2 met/ROOT>2 Paris/obj>2",
            id="adverb before the verb parsed as its subject",
        ),
        pytest.param(
            "0:It/PRON/nsubj>1 1:drew/VERB/ROOT>1 2:protest/NOUN/obj>1 3:from/ADP/case>4 4:Smith/PROPN/nmod>2 "
            "5:,/PUNCT/punct>7 6:who/PRON/nsubj>7 7:left/VERB/acl:relcl>2",
            "It/nsubj>1 drew/ROOT>1 protest/obj>1 from/case>4 Smith/nmod>2 ,/punct>7 who/nsubj>7 left/acl:relcl>4",
            id="a who clause hung on a thing",
        ),
        pytest.param(
            "0:Iran/PROPN/nsubj>1 1:accused/VERB/ROOT>1 2:Baku/PROPN/obj>1 3:at/ADP/case>4 4:Council/PROPN/obl>1 "
            "5:of/SCONJ/mark>6 6:jailing/VERB/acl>4 7:monks/NOUN/obj>6",
            "Iran/nsubj>1 accused/ROOT>1 Baku/obj>1 at/case>4 Council/obl>1 of/mark>6 jailing/advcl>1 monks/obj>6",
            id="what somebody is accused of, hung on the name of the place",
        ),
        pytest.param(
            "0:Baku/PROPN/nsubj:pass>2 1:was/AUX/aux:pass>2 2:urged/VERB/ROOT>2 3:to/PART/mark>4 4:leave/VERB/xcomp>2 "
            "5:its/PRON/nmod:poss>6 6:posts/NOUN/obj>4 7:by/ADP/case>8 8:Tehran/PROPN/nmod>6",
            "Baku/nsubj:pass>2 was/aux:pass>2 urged/ROOT>2 to/mark>4 leave/xcomp>2 its/nmod:poss>6 posts/obj>4 by/case>8 "
            "Tehran/obl>2",
            id="doer of a passive behind what is asked",
        ),
        pytest.param(
            "0:Goris/PROPN/aux>1 1:fell/VERB/ROOT>1",
            "Goris/nsubj>1 fell/ROOT>1",
            id="name parsed as an auxiliary",
        ),
        pytest.param(
            "0:They/PRON/nsubj>1 1:shelled/VERB/ROOT>1 2:Goris/PROPN/ccomp>1",
            "They/nsubj>1 shelled/ROOT>1 Goris/obj>1",
            id="name parsed as a clause",
        ),
        pytest.param(
            "0:Heads/NOUN/dep>6 1:of/ADP/case>2 2:Rome/PROPN/nmod>0 3:and/CCONJ/cc>4 4:Paris/PROPN/nmod>0 "
            "5:and/CCONJ/cc>6 6:Vienna/PROPN/nsubj>7 7:signed/VERB/ROOT>7",
            "Heads/nsubj>7 of/case>2 Rome/nmod>0 and/cc>4 Paris/nmod>0 and/cc>6 Vienna/conj>4 signed/ROOT>7",
            id="last of a list parsed as the subject",
        ),
        pytest.param(
            "0:Rome/PROPN/compound>1 1:calls/NOUN/ROOT>1 2:on/ADP/case>3 3:Paris/PROPN/nmod>1",
            "Rome/nsubj>1 calls/ROOT>1 on/case>3 Paris/obl>1",
            id="verb parsed as a plural noun",
        ),
        pytest.param(
            "0:Rome/PROPN/compound>1 1:bears/NOUN/ccomp>4 2:guilt/NOUN/obj>1 3:Paris/PROPN/nsubj>4 4:said/VERB/ROOT>4",
            "Rome/nsubj>1 bears/ccomp>4 guilt/obj>1 Paris/nsubj>4 said/ROOT>4",
            id="what somebody says parsed as a plural noun with an object",
        ),
        pytest.param(
            "0:Guard/NOUN/nsubj>1 1:killed/VERB/ROOT>1 2:by/ADP/case>3 3:Rome/PROPN/obl:agent>1",
            "Guard/nsubj:pass>1 killed/ROOT>1 by/case>3 Rome/obl:agent>1",
            id="the passive of a headline",
        ),
        pytest.param(
            "0:He/PRON/nsubj>1 1:told/VERB/ROOT>1 2:Smith/PROPN/nsubj>5 3:the/DET/det>4 4:Vatican/PROPN/appos>2 "
            "5:backs/VERB/ccomp>1 6:Rome/PROPN/obj>5",
            "He/nsubj>1 told/ROOT>1 Smith/obj>1 the/det>4 Vatican/nsubj>5 backs/ccomp>1 Rome/obj>5",
            id="whom somebody told something, parsed as its subject",
        ),
        pytest.param(
            "0:Rome/PROPN/compound>2 1:retook/NOUN/compound>2 2:Paris/PROPN/ROOT>2",
            "Rome/nsubj>1 retook/ROOT>1 Paris/obj>1",
            id="verb parsed as a word of a name",
        ),
        pytest.param(
            "0:They/PRON/nsubj>1 1:fled/VERB/ROOT>1 2:after/SCONJ/mark>4 3:Rome/PROPN/nsubj>4 4:retook/NOUN/obl>1 "
            "5:Paris/PROPN/flat>4",
            "They/nsubj>1 fled/ROOT>1 after/mark>4 Rome/nsubj>4 retook/advcl>1 Paris/obj>4",
            id="verb parsed as a noun in a clause",
        ),
        pytest.param(
            "0:They/PRON/nsubj>1 1:began/VERB/ROOT>1 2:shelling/NOUN/nmod:desc>3 3:Rome/PROPN/obj>1",
            "They/nsubj>1 began/ROOT>1 shelling/xcomp>1 Rome/obj>2",
            id="gerund parsed as a title",
        ),
        pytest.param(
            "0:They/PRON/nsubj>1 1:accused/VERB/ROOT>1 2:us/PRON/obj>1 3:in/ADP/case>4 4:Rome/PROPN/obl>1 "
            "5:of/SCONJ/mark>6 6:killing/VERB/acl>4 7:them/PRON/obj>6",
            "They/nsubj>1 accused/ROOT>1 us/obj>1 in/case>4 Rome/obl>1 of/mark>6 killing/advcl>1 them/obj>6",
            id="gerund below a name",
        ),
    ],
)
def test_repaired_by_the_names(text: str, expected: str) -> None:
    named = [replace(token, mention=0) if token.pos == "PROPN" else token for token in tree(text)]
    assert relations(repair.repaired(named)) == expected


def test_a_repair_that_would_make_a_cycle_is_not_applied() -> None:
    # the verb hangs on the very name that would become its subject
    tokens = tree(
        "0:After/ADP/case>1 1:talks/NOUN/ROOT>1 2:of/ADP/case>3 3:Rome/PROPN/nmod>1 4:,/PUNCT/punct>5 "
        "5:Paris/PROPN/conj>3 6:agreed/VERB/conj>5",
        {6: FINITE},
    )
    assert relations(repair.repaired(tokens)) == relations(tokens)
