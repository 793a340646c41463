"""Killed and injured, as clauses tell them."""

from __future__ import annotations

import pytest
from made_lexicon import with_tables
from made_sentences import made

from contactline.coding import tolls
from contactline.lexicon import load

LEXICON = load()


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("eleven", 11),
        ("two", 2),
        ("200", 200),
        ("1,200", 1200),
        ("1.200", 1200),
        ("two hundred", 200),
        ("two hundred five", 205),
        ("three thousand", 3000),
        ("at least 5", 5),
        ("dozens", None),
        ("several", None),
        ("", None),
        ("1,2", None),
        ("0", 0),
    ],
)
def test_numbers(words, value):
    assert tolls.number(words.split(), LEXICON) == value


def read(text, features=None):
    sentence = made(text, features)
    return [(t.killed, t.injured, t.text) for t in tolls.tolls(sentence.clauses, sentence.text, LEXICON)]


PASSIVE = "0:{}/{}/nummod>1 1:soldiers/NOUN/nsubj:pass>3 2:were/AUX/aux:pass>3 3:{}/VERB/ROOT>3"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (PASSIVE.format("Five", "NUM", "killed"), [(5, None, "Five soldiers were killed")]),
        (PASSIVE.format("Five", "NUM", "wounded"), [(None, 5, "Five soldiers were wounded")]),
        (PASSIVE.format("Some", "ADJ", "killed"), [(None, None, "Some soldiers were killed")]),
        (PASSIVE.format("Five", "NUM", "praised"), []),
        ("0:Soldiers/NOUN/nsubj:pass>2 1:were/AUX/aux:pass>2 2:killed/VERB/ROOT>2", []),
        # eleven and one are twelve
        (
            "0:Eleven/NUM/nummod>1 1:servicemen/NOUN/nsubj:pass>6 2:and/CCONJ/cc>4 3:one/NUM/nummod>4 "
            "4:civilian/NOUN/conj>1 5:were/AUX/aux:pass>6 6:killed/VERB/ROOT>6",
            [(12, None, "Eleven servicemen and one civilian were killed")],
        ),
        # of whom nothing is counted beside who is
        (
            "0:Dozens/NOUN/nsubj:pass>6 1:and/CCONJ/cc>3 2:one/NUM/nummod>3 3:officer/NOUN/conj>0 4:all/ADV/advmod>6 "
            "5:were/AUX/aux:pass>6 6:killed/VERB/ROOT>6",
            [(1, None, "Dozens and one officer all were killed")],
        ),
        (
            "0:Shells/NOUN/nsubj>1 1:killed/VERB/ROOT>1 2:two/NUM/nummod>3 3:civilians/NOUN/obj>1 4:and/CCONJ/cc>5 "
            "5:wounded/VERB/conj>1 6:nine/NUM/nummod>7 7:others/NOUN/obj>5",
            [(2, None, "killed two civilians"), (None, 9, "wounded nine others")],
        ),
        ("0:Three/NUM/nummod>1 1:men/NOUN/nsubj>2 2:died/VERB/ROOT>2", [(3, None, "Three men died")]),
        (
            "0:The/DET/det>1 1:death/NOUN/nsubj>6 2:of/ADP/case>4 3:four/NUM/nummod>4 4:soldiers/NOUN/nmod>1 "
            "5:was/AUX/cop>6 6:sad/ADJ/ROOT>6",
            [(4, None, "death of four soldiers")],
        ),
        # not killed
        (
            "0:Five/NUM/nummod>1 1:soldiers/NOUN/nsubj:pass>4 2:were/AUX/aux:pass>4 3:not/PART/advmod>4 "
            "4:killed/VERB/ROOT>4",
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


def test_one_number_over_killed_and_wounded_tells_neither():
    text = (
        "0:Five/NUM/nummod>1 1:soldiers/NOUN/nsubj:pass>3 2:were/AUX/aux:pass>3 3:killed/VERB/ROOT>3 "
        "4:or/CCONJ/cc>5 5:wounded/VERB/conj>3"
    )
    assert [row[0] for row in read(text)][:1] == [None]


def test_where_a_toll_stands():
    sentence = made(
        "0:Then/ADV/advmod>4 " + "1:five/NUM/nummod>2 2:men/NOUN/nsubj>4 3:sadly/ADV/advmod>4 4:died/VERB/ROOT>4"
    )
    (toll,) = tolls.tolls(sentence.clauses, sentence.text, LEXICON)
    assert (sentence.text[toll.start : toll.end], toll.text, toll.i) == (
        "five men sadly died",
        "five men sadly died",
        4,
    )


def test_number_words_are_those_of_the_table():
    lexicon = with_tables(numbers="word,value\nquince,15\nfew,\n", multipliers="word,value\ncien,100\n")
    assert [tolls.number(words.split(), lexicon) for words in ("quince", "quince cien", "few", "five")] == [
        15,
        1500,
        None,
        None,
    ]
