"""Where an event took place."""

from __future__ import annotations

import pytest
from made_sentences import fired, made

import contactline
from contactline.coding import event_place
from contactline.coding.event_place import EventPlace
from contactline.coding.event_words import EventWords
from contactline.coding.sentence import SentenceContext
from contactline.lexicon import load

LEXICON = load()

NEAR = "0:Troops/NOUN/nsubj>1 1:fired/VERB/ROOT>1 2:near/ADP/case>3 3:Goris/PROPN/obl>1"
MET = "0:Ministers/NOUN/nsubj>1 1:met/VERB/ROOT>1 2:{}/ADP/case>3 3:Goris/PROPN/obl>1"
TWO = NEAR + " 4:and/CCONJ/cc>5 5:fell/VERB/conj>1 6:at/ADP/case>7 7:Shusha/PROPN/obl>5"


def where(text, trigger, event_type="ASSAULT", number=0, events=None):
    sentence = made(text)
    owners = EventWords(sentence.clauses, events or [(trigger.i, trigger.verb)])
    context = SentenceContext(sentence.clauses, sentence.participants, sentence.patterns, LEXICON)
    return event_place.where(number, owners, context, trigger, event_type)


NOWHERE = EventPlace(None, "none")


@pytest.mark.parametrize(
    ("text", "trigger", "event_type", "expected"),
    [
        (NEAR, fired(1), "ASSAULT", EventPlace("goris", "clause")),
        (MET.format("in"), fired(1), "CONSULT", EventPlace("goris", "clause")),
        # talks are not held where they are about, nor where somebody comes from
        (MET.format("about"), fired(1), "CONSULT", NOWHERE),
        (MET.format("from"), fired(1), "CONSULT", NOWHERE),
        # a place that is fired at is the place
        (
            "0:Troops/NOUN/nsubj>1 1:shelled/VERB/ROOT>1 2:Goris/PROPN/obj>1",
            fired(1),
            "ASSAULT",
            EventPlace("goris", "clause"),
        ),
        # "in the region of Shusha"
        (
            "0:Troops/NOUN/nsubj>1 1:fired/VERB/ROOT>1 2:in/ADP/case>4 3:the/DET/det>4 4:region/NOUN/obl>1 "
            "5:of/ADP/case>6 6:Shusha/PROPN/nmod>4",
            fired(1),
            "ASSAULT",
            EventPlace("shusha", "clause"),
        ),
        # what lies within Karabakh is more exact than Karabakh
        (
            NEAR + " 4:in/ADP/case>5 5:Karabakh/PROPN/obl>1",
            fired(1),
            "ASSAULT",
            EventPlace("goris", "clause"),
        ),
        (
            "0:Troops/NOUN/nsubj>1 1:fired/VERB/ROOT>1 2:in/ADP/case>3 3:Karabakh/PROPN/obl>1 4:near/ADP/case>5 "
            "5:Shusha/PROPN/obl>1",
            fired(1),
            "ASSAULT",
            EventPlace("shusha", "clause"),
        ),
        # "Shusha, Karabakh's second town": the town, wherever its region stands
        (
            "0:Troops/NOUN/nsubj>1 1:fired/VERB/ROOT>1 2:at/ADP/case>3 3:Shusha/PROPN/obl>1 4:,/PUNCT/punct>6 "
            "5:Karabakh/PROPN/nmod:poss>6 6:town/NOUN/appos>3",
            fired(1),
            "ASSAULT",
            EventPlace("shusha", "clause"),
        ),
        (
            "0:Troops/NOUN/nsubj>1 1:fired/VERB/ROOT>1 2:at/ADP/case>5 3:Karabakh/PROPN/nmod:poss>4 "
            "4:town/NOUN/compound>5 5:Shusha/PROPN/obl>1",
            fired(1),
            "ASSAULT",
            EventPlace("shusha", "clause"),
        ),
        (
            "0:Troops/NOUN/nsubj>1 1:fired/VERB/ROOT>1 2:in/ADP/case>3 3:Somewhere/PROPN/obl>1",
            fired(1),
            "ASSAULT",
            NOWHERE,
        ),
        ("0:Armenia/PROPN/nsubj>1 1:fired/VERB/ROOT>1", fired(1), "ASSAULT", NOWHERE),
        # what is discussed happened elsewhere; the town is where the talks were held
        (
            "0:They/PRON/nsubj>1 1:discussed/VERB/ROOT>1 2:peace/NOUN/obj>1 3:in/ADP/case>4 4:Karabakh/PROPN/nmod>2",
            fired(1),
            "CONSULT",
            NOWHERE,
        ),
        (
            "0:They/PRON/nsubj>1 1:discussed/VERB/ROOT>1 2:peace/NOUN/obj>1 3:in/ADP/case>4 4:Goris/PROPN/nmod>2",
            fired(1),
            "CONSULT",
            EventPlace("goris", "clause"),
        ),
    ],
)
def test_where(text, trigger, event_type, expected):
    assert where(text, trigger, event_type) == expected


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        (
            "0:The/DET/det>1 1:governor/NOUN/nsubj>4 2:of/ADP/case>3 3:Goris/PROPN/nmod>1 4:fired/VERB/ROOT>4",
            fired(4),
        ),
        (
            "0:The/DET/det>1 1:ministry/NOUN/nsubj>4 2:in/ADP/case>3 3:Goris/PROPN/nmod>1 4:fired/VERB/ROOT>4",
            fired(4),
        ),
    ],
)
def test_a_place_that_says_whose_somebody_is(text, trigger):
    assert where(text, trigger) == NOWHERE


@pytest.mark.parametrize(("number", "trigger", "place"), [(0, fired(1), "goris"), (1, fired(5), "shusha")])
def test_each_event_of_a_sentence_has_its_own_place(number, trigger, place):
    assert where(TWO, trigger, number=number, events=[(1, 1), (5, 5)]) == EventPlace(place, "clause")


def test_a_place_of_another_event_is_not_taken():
    assert where(NEAR, fired(0), number=1, events=[(1, 1), (0, 0)]) == NOWHERE


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (
            "Aliyev and Pashinyan met for talks in Brussels amid tensions on the border of their countries.",
            "brussels",
        ),
        ("Thousands protested in the Armenian capital on Tuesday.", "yerevan"),
        ("Rockets struck Karabakh's capital, Stepanakert, on Friday.", "stepanakert"),
        ("Azerbaijan blocked the Lachin corridor, the only road from Armenia to Karabakh.", "lachin_corridor"),
    ],
)
def test_the_most_exact_place_of_a_sentence(text, place):
    assert [event.place_id for event in contactline.code(text, published="2023-05-18").events] == [place]
