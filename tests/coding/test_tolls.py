"""Killed and injured, as clauses tell them."""

from __future__ import annotations

import pytest
from made_sentences import made

from contactline.coding import tolls
from contactline.coding.counts import Count


def read(text, features=None):
    sentence = made(text, features)
    return [(t.what, t.count.number, t.text) for t in tolls.tolls(sentence.context, sentence.text)]


PASSIVE = "0:{}/{}/nummod>1 1:soldiers/NOUN/nsubj:pass>3 2:were/AUX/aux:pass>3 3:{}/VERB/ROOT>3"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (PASSIVE.format("Five", "NUM", "killed"), [("killed", 5, "Five soldiers were killed")]),
        (PASSIVE.format("Five", "NUM", "wounded"), [("injured", 5, "Five soldiers were wounded")]),
        (PASSIVE.format("Some", "ADJ", "killed"), [("killed", None, "Some soldiers were killed")]),
        (PASSIVE.format("Five", "NUM", "praised"), []),
        (
            "0:Dozens/NOUN/nsubj:pass>4 1:of/ADP/case>2 2:soldiers/NOUN/nmod>0 3:were/AUX/aux:pass>4 4:killed/VERB/ROOT>4",
            [("killed", None, "Dozens of soldiers were killed")],
        ),
        ("0:Soldiers/NOUN/nsubj:pass>2 1:were/AUX/aux:pass>2 2:killed/VERB/ROOT>2", []),
        # a headline's first word, tagged as a name
        (
            "0:Soldier/PROPN/nsubj:pass>2 1:was/AUX/aux:pass>2 2:killed/VERB/ROOT>2",
            [("killed", 1, "Soldier was killed")],
        ),
        # eleven and one are twelve
        (
            "0:Eleven/NUM/nummod>1 1:servicemen/NOUN/nsubj:pass>6 2:and/CCONJ/cc>4 3:one/NUM/nummod>4 "
            "4:civilian/NOUN/conj>1 5:were/AUX/aux:pass>6 6:killed/VERB/ROOT>6",
            [("killed", 12, "Eleven servicemen and one civilian were killed")],
        ),
        # a father and his daughter are two
        (
            "0:A/DET/det>1 1:father/NOUN/nsubj:pass>6 2:and/CCONJ/cc>4 3:his/PRON/nmod:poss>4 4:daughter/NOUN/conj>1 "
            "5:were/AUX/aux:pass>6 6:killed/VERB/ROOT>6",
            [("killed", 2, "A father and his daughter were killed")],
        ),
        # dozens and one have no number
        (
            "0:Dozens/NOUN/nsubj:pass>5 1:and/CCONJ/cc>3 2:one/NUM/nummod>3 3:officer/NOUN/conj>0 "
            "4:were/AUX/aux:pass>5 5:killed/VERB/ROOT>5",
            [("killed", None, "Dozens and one officer were killed")],
        ),
        (
            "0:Shells/NOUN/nsubj>1 1:killed/VERB/ROOT>1 2:two/NUM/nummod>3 3:civilians/NOUN/obj>1 4:and/CCONJ/cc>5 "
            "5:wounded/VERB/conj>1 6:nine/NUM/nummod>7 7:others/NOUN/obj>5",
            [("killed", 2, "killed two civilians"), ("injured", 9, "wounded nine others")],
        ),
        # a participle read as an adjective
        (
            "0:Shells/NOUN/nsubj>1 1:killed/VERB/ROOT>1 2:two/NUM/nummod>3 3:civilians/NOUN/obj>1 4:and/CCONJ/cc>5 "
            "5:wounded/ADJ/conj>1 6:nine/NUM/obl:unmarked>5",
            [("killed", 2, "killed two civilians"), ("injured", 9, "wounded nine")],
        ),
        (
            "0:Shells/NOUN/nsubj>1 1:left/VERB/ROOT>1 2:two/NUM/nummod>3 3:men/NOUN/obj>1 4:dead/ADJ/amod>3 "
            "5:and/CCONJ/cc>6 6:nine/NUM/conj>4 7:wounded/ADJ/xcomp>1",
            [("killed", 2, "two men dead"), ("injured", 9, "nine wounded")],
        ),
        ("0:Three/NUM/nummod>1 1:men/NOUN/nsubj>2 2:died/VERB/ROOT>2", [("killed", 3, "Three men died")]),
        (
            "0:Three/NUM/nummod>1 1:traders/NOUN/nsubj>2 2:lost/VERB/ROOT>2 3:their/PRON/nmod:poss>4 4:lives/NOUN/obj>2",
            [("killed", 3, "Three traders lost their lives")],
        ),
        (
            "0:War/NOUN/nsubj>1 1:claimed/VERB/ROOT>1 2:900/NUM/nummod>3 3:lives/NOUN/obj>1",
            [("killed", 900, "900 lives")],
        ),
        (
            "0:Armenia/PROPN/nsubj>1 1:lost/VERB/ROOT>1 2:ten/NUM/nummod>3 3:soldiers/NOUN/obj>1",
            [("killed", 10, "lost ten soldiers")],
        ),
        ("0:Armenia/PROPN/nsubj>1 1:lost/VERB/ROOT>1 2:ten/NUM/nummod>3 3:tanks/NOUN/obj>1", []),
        (
            "0:The/DET/det>1 1:death/NOUN/nsubj>6 2:of/ADP/case>4 3:four/NUM/nummod>4 4:soldiers/NOUN/nmod>1 "
            "5:was/AUX/cop>6 6:sad/ADJ/ROOT>6",
            [("killed", 4, "death of four soldiers")],
        ),
        # not killed
        (
            "0:Five/NUM/nummod>1 1:soldiers/NOUN/nsubj:pass>4 2:were/AUX/aux:pass>4 3:not/PART/advmod>4 "
            "4:killed/VERB/ROOT>4",
            [],
        ),
        (
            "0:Five/NUM/nummod>1 1:soldiers/NOUN/nsubj:pass>3 2:are/AUX/aux:pass>3 3:feared/VERB/ROOT>3 4:dead/ADJ/xcomp>3",
            [],
        ),
        (
            "0:Five/NUM/nummod>1 1:men/NOUN/nsubj:pass>5 2:may/AUX/aux>5 3:have/AUX/aux>5 4:been/AUX/aux:pass>5 "
            "5:died/VERB/ROOT>5",
            [],
        ),
        # a year is nobody
        (
            "0:They/PRON/nsubj:pass>2 1:were/AUX/aux:pass>2 2:killed/VERB/ROOT>2 3:in/ADP/case>4 4:2020/NUM/obl>2",
            [],
        ),
    ],
)
def test_tolls(text, expected):
    assert read(text) == expected


def test_two_subjects_of_killed_and_wounded_are_two_tolls():
    text = (
        "0:A/DET/det>1 1:soldier/NOUN/nsubj:pass>3 2:was/AUX/aux:pass>3 3:killed/VERB/ROOT>3 4:and/CCONJ/cc>6 "
        "5:another/PRON/nsubj:pass>6 6:wounded/VERB/conj>3"
    )
    assert read(text) == [("killed", 1, "A soldier was killed"), ("injured", 1, "another wounded")]


@pytest.mark.parametrize("joint", ["or", "and"])
def test_one_number_over_killed_and_wounded_tells_neither(joint):
    text = (
        "0:Five/NUM/nummod>1 1:soldiers/NOUN/nsubj:pass>3 2:were/AUX/aux:pass>3 3:killed/VERB/ROOT>3 "
        f"4:{joint}/CCONJ/cc>5 5:wounded/VERB/conj>3"
    )
    assert {number for _, number, _ in read(text)} == {None}


def test_of_whom_and_when_it_counts():
    text = (
        "0:Armenia/PROPN/nsubj>2 1:has/AUX/aux>2 2:lost/VERB/ROOT>2 3:ten/NUM/nummod>4 4:soldiers/NOUN/obj>2 "
        "5:since/ADP/case>6 6:Monday/NOUN/obl>2"
    )
    sentence = made(text)
    assert tolls.tolls(sentence.context, sentence.text) == [
        tolls.ToldToll(
            "killed", Count(10, 10, 10), "total", ("soldiers",), ("ARM",), "lost ten soldiers", 12, 29, 2, True
        )
    ]


def test_what_came_since_is_itself_no_total():
    text = (
        "0:worst/ADJ/ROOT>0 1:since/SCONJ/mark>3 2:clashes/NOUN/nsubj>3 3:killed/VERB/advcl>0 4:two/NUM/nummod>5 "
        "5:soldiers/NOUN/obj>3"
    )
    sentence = made(text)
    assert [t.kind for t in tolls.tolls(sentence.context, sentence.text)] == ["increment"]


def test_each_side_has_its_own_toll():
    text = (
        "0:Two/NUM/nummod>2 1:Armenian/ADJ/amod>2 2:soldiers/NOUN/nsubj:pass>8 3:and/CCONJ/cc>6 4:three/NUM/nummod>6 "
        "5:Azerbaijani/ADJ/amod>6 6:soldiers/NOUN/conj>2 7:were/AUX/aux:pass>8 8:killed/VERB/ROOT>8"
    )
    sentence = made(text)
    assert [(t.count.number, t.countries, t.text) for t in tolls.tolls(sentence.context, sentence.text)] == [
        (2, ("ARM",), "Two Armenian soldiers"),
        (3, ("AZE",), "three Azerbaijani soldiers"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (  # the death toll has risen to 320
            "0:death/NOUN/compound>1 1:toll/NOUN/nsubj>3 2:has/AUX/aux>3 3:risen/VERB/ROOT>3 4:to/ADP/case>5 "
            "5:320/NUM/obl>3",
            [("killed", 320, "total")],
        ),
        (  # the number of wounded stands at 40
            "0:number/NOUN/nsubj>3 1:of/ADP/case>2 2:wounded/ADJ/nmod>0 3:stands/VERB/ROOT>3 4:at/ADP/case>5 "
            "5:40/NUM/obl>3",
            [("injured", 40, "total")],
        ),
        (  # nine were killed, bringing the total to 90
            "0:nine/NUM/nsubj:pass>2 1:were/AUX/aux:pass>2 2:killed/VERB/ROOT>2 3:bringing/VERB/advcl>2 "
            "4:total/NOUN/obj>3 5:to/ADP/case>6 6:90/NUM/obl>3",
            [("killed", 9, "increment"), ("killed", 90, "total")],
        ),
        (  # the number of refugees has risen to 90
            "0:number/NOUN/nsubj>3 1:of/ADP/case>2 2:refugees/NOUN/nmod>0 3:risen/VERB/ROOT>3 4:to/ADP/case>5 "
            "5:90/NUM/obl>3",
            [],
        ),
        (  # by how many it rose is not what it came to
            "0:death/NOUN/compound>1 1:toll/NOUN/nsubj>2 2:rose/VERB/ROOT>2 3:by/ADP/case>4 4:five/NUM/obl>2",
            [],
        ),
    ],
)
def test_running_totals(text, expected):
    sentence = made(text)
    found = tolls.tolls(sentence.context, sentence.text)
    assert [(t.what, t.count.number, t.kind) for t in found] == expected
