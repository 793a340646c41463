"""Which event of a sentence a word belongs to."""

from __future__ import annotations

import pytest
from made_sentences import made

from contactline.coding.event_words import EventWords

TWO = (
    "0:Baku/PROPN/nsubj>1 1:shelled/VERB/ROOT>1 2:Goris/PROPN/obj>1 3:Monday/NUM/date>1 4:and/CCONJ/cc>5"
    " 5:attacked/VERB/conj>1 6:Shusha/PROPN/obj>5 7:Tuesday/NUM/date>5"
)
EVENTS = [(1, 1), (5, 5)]


@pytest.mark.parametrize(
    ("word", "assault", "owner"),
    [(0, False, 0), (1, False, 0), (2, False, 0), (3, False, 0), (5, False, 1), (6, False, 1), (7, False, 1)],
)
def test_owners(word, assault, owner):
    assert EventWords(made(TWO).clauses, EVENTS).event_of(word, assault) == owner


def test_a_toll_above_its_event_is_the_event_s():
    text = "0:clashes/NOUN/nsubj>1 1:left/VERB/ROOT>1 2:ten/NUM/obj>1"
    clauses = made(text).clauses
    two = EventWords(clauses, [(0, 0), (0, 0)])
    assert (two.event_of(2), two.event_of(2, assault=True)) == (None, 0)
    assert EventWords(clauses, [(0, 0)]).event_of(2) == 0
    assert EventWords(clauses, []).event_of(2, assault=True) is None


def test_a_date_goes_with_the_event_told_last_before_it():
    text = "0:They/PRON/nsubj>1 1:discussed/VERB/ROOT>1 2:the/DET/det>3 3:attacks/NOUN/obj>1 4:Monday/NUM/date>1"
    owners = EventWords(made(text).clauses, [(1, 1), (3, 1)])
    assert (owners.event_of(4), owners.event_of_date(4)) == (0, 1)


@pytest.mark.parametrize(("preposition", "another"), [("since", True), ("after", True), ("in", False)])
def test_the_dead_of_an_earlier_war_are_not_those_of_the_event(preposition: str, another: bool) -> None:
    text = (
        f"0:Fighting/NOUN/nsubj>7 1:{preposition}/ADP/case>2 2:war/NOUN/nmod>0 3:which/PRON/nsubj>4 "
        "4:killed/VERB/acl:relcl>2 5:ten/NUM/obj>4 6:here/ADV/advmod>7 7:continued/VERB/ROOT>7"
    )
    assert EventWords(made(text).clauses, [(0, 7)]).is_of_another(5) is another
