"""Who fills the slots of an event."""

from __future__ import annotations

from dataclasses import replace

import pytest
from made_sentences import Made, fired, made

from contactline.coding import roles
from contactline.coding.participants import Participant
from contactline.coding.triggers import Trigger

AZE = Participant("azerbaijan", "AZE", "Azerbaijan", 0, 10, 0)


def cast(sentence: Made, word: int, event_type: str = "CONSULT", mode: str = "") -> Trigger:
    """The word as a trigger with the slots of its clause."""
    trigger = fired(word, event_type=event_type)
    pos = "v" if sentence.clauses.is_verb(word) else "n"
    return replace(
        trigger, pattern=replace(trigger.pattern, pos=pos, mode=mode), slots=sentence.clauses.slots(word)
    )


def said(actors: list[Participant]) -> list[tuple[str | None, str, str]]:
    return [(a.actor_id, a.country, a.text) for a in actors]


ARMENIA, AZERBAIJAN = ("armenia", "ARM", "Armenia"), ("azerbaijan", "AZE", "Azerbaijan")
RUSSIA = ("russia", "RUS", "Russia")
MET = "0:Armenia/PROPN/nsubj>1 1:met/VERB/ROOT>1 2:with/ADP/case>3 3:Russia/PROPN/obl>1"
AIDED = (
    "0:Russia/PROPN/nsubj>1 1:sent/VERB/ROOT>1 2:aid/NOUN/obj>1 3:to/ADP/case>4 4:Armenia/PROPN/{} "
    "5:on/ADP/case>6 6:Monday/NUM/obl>1"
)


@pytest.mark.parametrize(
    ("text", "word", "order", "expected"),
    [
        (MET, 1, ("subj",), [ARMENIA]),
        (MET, 1, ("with",), [RUSSIA]),
        # the first slot that holds a known party
        (MET, 1, ("obj", "with", "subj"), [RUSSIA]),
        # two slots as one
        (MET, 1, ("subj+with",), [ARMENIA, RUSSIA]),
        (MET, 1, ("obj",), []),
        # a known party in a later slot outweighs bare words in an earlier one; else the first words stand
        (
            "0:farmers/NOUN/nsubj>1 1:met/VERB/ROOT>1 2:with/ADP/case>3 3:Russia/PROPN/obl>1",
            1,
            ("subj", "with"),
            [RUSSIA],
        ),
        (
            "0:farmers/NOUN/nsubj>1 1:met/VERB/ROOT>1 2:with/ADP/case>3 3:drivers/NOUN/obl>1",
            1,
            ("subj", "with"),
            [(None, "", "farmers")],
        ),
        # a preposition that hangs on the object, or on the phrase before
        (AIDED.format("obl>1"), 1, ("to",), [ARMENIA]),
        (AIDED.format("nmod>2"), 1, ("to",), [ARMENIA]),
        (
            "0:Russia/PROPN/nsubj>1 1:spoke/VERB/ROOT>1 2:of/ADP/case>3 3:aid/NOUN/obl>1 4:to/ADP/case>5 "
            "5:Armenia/PROPN/nmod>3",
            1,
            ("to",),
            [ARMENIA],
        ),
        # the slot of a slot: the phrase of the object
        (
            "0:Russia/PROPN/nsubj>1 1:praised/VERB/ROOT>1 2:role/NOUN/obj>1 3:of/ADP/case>4 4:Armenia/PROPN/nmod>2",
            1,
            ("obj.of",),
            [ARMENIA],
        ),
        (
            "0:Russia/PROPN/nsubj>1 1:took/VERB/ROOT>1 2:part/NOUN/obj>1 3:in/ADP/case>4 4:talks/NOUN/obl>1 "
            "5:with/ADP/case>6 6:Armenia/PROPN/nmod>4",
            1,
            ("in.with",),
            [ARMENIA],
        ),
        # what stands before a noun counts where it is an actor's own name
        (
            "0:bilateral/ADJ/amod>1 1:talks/NOUN/nsubj>2 2:began/VERB/ROOT>2",
            1,
            ("adj",),
            [],
        ),
        (
            "0:Armenian/ADJ/amod>1 1:talks/NOUN/nsubj>2 2:began/VERB/ROOT>2",
            1,
            ("adj",),
            [("armenia", "ARM", "Armenian")],
        ),
    ],
)
def test_the_parties_of_slots(text: str, word: int, order: tuple[str, ...], expected: list[tuple]) -> None:
    sentence = made(text)

    assert said(roles.filled(sentence.participants, cast(sentence, word), order, ())) == expected


IN_KARABAKH = "0:Baku/PROPN/nsubj>1 1:acted/VERB/ROOT>1 2:in/ADP/case>3 3:Karabakh/PROPN/obl>1"


@pytest.mark.parametrize(
    ("event_type", "expected"),
    [("ASSAULT", [("nk_authorities", "NKR", "Karabakh")]), ("CONSULT", []), ("AID", [])],
)
def test_an_act_in_the_region_hits_those_who_hold_it_only_where_it_hurts(
    event_type: str, expected: list[tuple]
) -> None:
    sentence = made(IN_KARABAKH)

    assert said(roles.filled(sentence.participants, cast(sentence, 1, event_type), ("in",), (), True)) == expected


def test_an_owner_is_not_the_target_of_what_is_his() -> None:
    sentence = made("0:Azerbaijan/PROPN/nmod:poss>2 1:'s/PART/case>0 2:raid/NOUN/nsubj>3 3:began/VERB/ROOT>3")
    trigger = cast(sentence, 2, "ASSAULT")

    assert said(roles.filled(sentence.participants, trigger, ("poss",), ())) == [AZERBAIJAN]
    assert roles.filled(sentence.participants, trigger, ("poss",), (AZE,)) == []


A, B = Participant("a", "ARM", "A", 0, 1, 0), Participant("b", "AZE", "B", 2, 3, 1)
WORDS, OTHER = Participant(None, "", "men", 4, 7, 2), Participant(None, "", "boys", 8, 12, 3)


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ([], [], []),
        ([A], [B], [A, B]),
        # each once, whatever its words
        ([A], [replace(A, text="Again", start=20, i=5), B], [A, B]),
        # another person of the same country is another party
        ([A], [replace(A, actor_id="c")], [A, replace(A, actor_id="c")]),
        # bare words only where nobody is known
        ([A], [WORDS], [A]),
        ([WORDS], [OTHER], [WORDS, OTHER]),
    ],
)
def test_both_sides_united(
    first: list[Participant], second: list[Participant], expected: list[Participant]
) -> None:
    assert roles.united(first, second) == expected


@pytest.mark.parametrize(
    ("text", "word", "mode", "expected"),
    [
        (
            "0:Talks/NOUN/nsubj>4 1:mediated/VERB/acl>0 2:by/ADP/case>3 3:Russia/PROPN/obl>1 4:began/VERB/ROOT>4",
            0,
            "",
            [RUSSIA],
        ),
        (
            "0:Russia/PROPN/amod>3 1:-/PUNCT/punct>2 2:brokered/VERB/amod>3 3:talks/NOUN/nsubj>4 4:began/VERB/ROOT>4",
            3,
            "",
            [RUSSIA],
        ),
        (
            "0:They/PRON/nsubj>1 1:met/VERB/ROOT>1 2:under/ADP/case>4 3:the/DET/det>4 4:mediation/NOUN/obl>1 "
            "5:of/ADP/case>6 6:Russia/PROPN/nmod>4",
            1,
            "",
            [RUSSIA],
        ),
        # nobody brokered
        ("0:Talks/NOUN/nsubj>3 1:with/ADP/case>2 2:Russia/PROPN/nmod>0 3:began/VERB/ROOT>3", 0, "", []),
        # an event that is itself a mediation
        (
            "0:Talks/NOUN/nsubj>4 1:mediated/VERB/acl>0 2:by/ADP/case>3 3:Russia/PROPN/obl>1 4:began/VERB/ROOT>4",
            0,
            "third-party",
            [],
        ),
        # words of no country
        (
            "0:Talks/NOUN/nsubj>4 1:mediated/VERB/acl>0 2:by/ADP/case>3 3:friends/NOUN/obl>1 4:began/VERB/ROOT>4",
            0,
            "",
            [],
        ),
    ],
)
def test_mediators(text: str, word: int, mode: str, expected: list[tuple]) -> None:
    sentence = made(text, {1: "VerbForm=Part|Voice=Pass"})

    assert said(roles.mediators(sentence.context, cast(sentence, word, mode=mode))) == expected
