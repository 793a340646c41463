"""Counts of people as noun phrases tell them, with their bounds."""

from __future__ import annotations

import pytest
from made_lexicon import with_tables
from made_sentences import made

from contactline.coding import counts
from contactline.coding.counts import UNTOLD, Count
from contactline.lexicon import load

LEXICON = load()


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("eleven", 11),
        ("sixty one", 61),
        ("200", 200),
        ("1,200", 1200),
        ("1.200", 1200),
        ("1 200", 1200),
        ("two hundred", 200),
        ("two hundred five", 205),
        ("three thousand", 3000),
        ("two thousand four hundred", 2400),
        ("1.5 million", 1_500_000),
        ("two dozen", 24),
        ("at least 5", 5),
        ("dozens", None),
        ("several", None),
        ("", None),
        ("1,2", None),
        ("0", 0),
        ("ninety nine billion", None),
        ("9" * 40, None),
        ("first", None),
    ],
)
def test_numbers(words, value):
    assert counts.number(words.split(), LEXICON) == value


def test_number_words_are_those_of_the_tables():
    lexicon = with_tables(
        numbers="word,value,kind\nquince,15,cardinal\nfew,,vague\n", multipliers="word,value\ncien,100\n"
    )
    assert [counts.number(words.split(), lexicon) for words in ("quince", "quince cien", "few", "five")] == [
        15,
        1500,
        None,
        None,
    ]


COUNTED = "0:{}/ADP/case>2 1:{}/ADP/fixed>0 2:{}/NUM/nummod>3 3:soldiers/NOUN/ROOT>3"


@pytest.mark.parametrize(
    ("sentence", "head", "count", "words"),
    [
        ("0:Five/NUM/nummod>1 1:soldiers/NOUN/ROOT>1", 1, Count(5, 5, 5), "Five soldiers"),
        (
            "0:Several/ADJ/amod>1 1:thousand/NUM/nummod>2 2:men/NOUN/ROOT>2",
            2,
            UNTOLD,
            "Several thousand men",
        ),
        (COUNTED.format("At", "least", "five"), 3, Count(5, 5, None), "At least five soldiers"),
        (COUNTED.format("fewer", "than", "12"), 3, Count(12, None, 12), "fewer than 12 soldiers"),
        (COUNTED.format("Up", "to", "30"), 3, Count(30, None, 30), "Up to 30 soldiers"),
        ("0:Nearly/ADV/advmod>1 1:900/NUM/nummod>2 2:men/NOUN/ROOT>2", 2, Count(900, None, 900), "Nearly 900 men"),
        ("0:About/ADV/advmod>1 1:900/NUM/nummod>2 2:men/NOUN/ROOT>2", 2, Count(900, None, None), "About 900 men"),
        (
            "0:50/NUM/nummod>3 1:or/CCONJ/cc>2 2:more/ADJ/conj>0 3:people/NOUN/ROOT>3",
            3,
            Count(50, 50, None),
            "50 or more people",
        ),
        (
            "0:Between/ADP/case>1 1:19/NUM/nummod>4 2:and/CCONJ/cc>3 3:21/NUM/conj>1 4:people/NOUN/ROOT>4",
            4,
            Count(19, 19, 21),
            "Between 19 and 21 people",
        ),
        (
            "0:7/NUM/nummod>3 1:-/PUNCT/punct>2 2:9/NUM/conj>0 3:people/NOUN/ROOT>3",
            3,
            Count(7, 7, 9),
            "7 - 9 people",
        ),
        (
            "0:Sixty/NUM/compound>2 1:-/PUNCT/punct>0 2:one/NUM/nummod>3 3:people/NOUN/ROOT>3",
            3,
            Count(61, 61, 61),
            "Sixty - one people",
        ),
        # the particle of "handed over" is no bound
        (
            "0:handed/VERB/ROOT>0 1:over/ADP/advmod>2 2:15/NUM/nummod>3 3:men/NOUN/obj>0",
            3,
            Count(15, 15, 15),
            "15 men",
        ),
        ("0:Dozens/NOUN/ROOT>0 1:of/ADP/case>2 2:men/NOUN/nmod>0", 0, UNTOLD, "Dozens"),
        ("0:A/DET/det>1 1:soldier/NOUN/ROOT>1", 1, Count(1, 1, 1), "A soldier"),
        ("0:his/PRON/nmod:poss>1 1:daughter/NOUN/ROOT>1", 1, Count(1, 1, 1), "his daughter"),
        # an age counts nobody
        (
            "0:a/DET/det>5 1:45/NUM/nummod>3 2:-/PUNCT/punct>1 3:year/NOUN/obl:unmarked>4 4:old/ADJ/amod>5 "
            "5:man/NOUN/ROOT>5",
            5,
            Count(1, 1, 1),
            "a 45 - year old man",
        ),
        ("0:the/DET/det>1 1:soldiers/NOUN/ROOT>1", 1, None, ""),
        ("0:a/DET/det>1 1:bridge/NOUN/ROOT>1", 1, None, ""),
    ],
)
def test_counted(sentence, head, count, words):
    clauses = made(sentence).clauses
    found = counts.counted(clauses, head, LEXICON)
    told = " ".join(t.text for t in clauses.tokens[found.first : found.last + 1]) if found else ""
    assert (found.count if found else None, told) == (count, words)


@pytest.mark.parametrize(
    ("parts", "whole"),
    [
        ([Count(2, 2, 2), Count(1, 1, 1)], Count(3, 3, 3)),
        ([Count(2, 2, 2), Count(5, 5, None)], Count(7, 7, None)),
        ([Count(2, 2, 2), UNTOLD], Count(None, 2, None)),
        ([Count(80_000_000, 80_000_000, 80_000_000)] * 2, UNTOLD),
        ([], UNTOLD),
    ],
)
def test_total(parts, whole):
    assert counts.total(parts) == whole
