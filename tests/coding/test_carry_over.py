"""What one sentence leaves for the next."""

from __future__ import annotations

from dataclasses import replace

import pytest
from made_sentences import fired, made

from contactline.coding import carry_over
from contactline.coding.candidates import Candidate
from contactline.coding.factuality import Attribution
from contactline.coding.participants import Discourse, Participant

ARM = Participant("armenia", "ARM", "Armenia", 0, 7, 0)
RUS = Participant("russia", "RUS", "Russia", 12, 18, 2)
PAPER = Participant("paper", "MED", "The Paper", 0, 9, 0)
MET = "0:Armenia/PROPN/nsubj>1 1:met/VERB/ROOT>1 2:Russia/PROPN/obj>1"
SLEPT = "0:People/NOUN/nsubj>1 1:slept/VERB/ROOT>1"
EMPTY = Discourse()


def event(
    event_type: str = "CONSULT", source=(ARM,), target=(RUS,), said=None, two_sided: bool = False
) -> Candidate:
    trigger = fired(1, event_type=event_type)
    trigger = replace(trigger, pattern=replace(trigger.pattern, two_sided=two_sided))
    return Candidate(trigger, event_type, "", "reported", tuple(source), tuple(target), (), said)


@pytest.mark.parametrize(
    ("before", "found", "after"),
    [
        pytest.param(EMPTY, [], EMPTY, id="nothing"),
        pytest.param(EMPTY, [event()], Discourse(main=(ARM, RUS)), id="the first talks are what it is about"),
        pytest.param(Discourse(main=(RUS,)), [event()], Discourse(main=(RUS,)), id="later talks are not"),
        pytest.param(
            EMPTY,
            [event("ASSAULT", two_sided=True)],
            Discourse(recent=(ARM, RUS)),
            id="the sides of the last fight",
        ),
        pytest.param(
            EMPTY,
            [event("ACCUSE", two_sided=True)],
            Discourse(claimants=(ARM,)),
            id="a charge makes no pair: who made it is remembered",
        ),
        pytest.param(EMPTY, [event(target=(PAPER,))], EMPTY, id="media are no side"),
        pytest.param(
            EMPTY,
            [event("AID", said=Attribution(1, (ARM,)))],
            Discourse(speaker=(ARM,), claimants=(ARM,)),
            id="who speaks",
        ),
        pytest.param(
            EMPTY, [event("AID", source=(ARM, RUS))], Discourse(they=(ARM, RUS)), id="they: a source of several"
        ),
        pytest.param(Discourse(they=(ARM, RUS)), [event("AID")], EMPTY, id="they: gone after another event"),
        pytest.param(
            Discourse(they=(ARM, RUS)),
            [event("AID", source=(replace(ARM, sure=False), replace(RUS, sure=False)))],
            Discourse(they=(ARM, RUS)),
            id="they: kept where they act again",
        ),
        pytest.param(Discourse(they=(ARM, RUS)), [], Discourse(they=(ARM, RUS)), id="they: kept without any"),
    ],
)
def test_events_of_a_sentence_that_names_nobody(
    before: Discourse, found: list[Candidate], after: Discourse
) -> None:
    assert carry_over.after(before, made(SLEPT).context, found) == after


def test_names_of_a_sentence() -> None:
    sentence = made(
        "0:Aliyev/PROPN/nsubj>1 1:met/VERB/ROOT>1 2:Pashinyan/PROPN/obj>1 3:in/ADP/case>4 4:France/PROPN/obl>1"
    )
    aliyev, pashinyan, france = sentence.participants.named_here

    assert carry_over.after(EMPTY, sentence.context, []) == Discourse(
        person=aliyev, body=None, named=(aliyev, pashinyan, france)
    )


def test_a_body_is_remembered_where_it_is_the_subject() -> None:
    sentence = made(MET)
    armenia, russia = sentence.participants.named_here

    assert carry_over.after(EMPTY, sentence.context, []) == Discourse(body=armenia, named=(armenia, russia))


def test_no_more_than_thirty_names_are_remembered() -> None:
    before = Discourse(named=(RUS,) * 30)
    sentence = made(MET)

    after = carry_over.after(before, sentence.context, [])

    assert after.named == (*(RUS,) * 28, *sentence.participants.named_here)
    assert before.named == (RUS,) * 30


@pytest.mark.parametrize(
    ("features", "named", "voice"),
    [
        pytest.param("Tense=Pres|VerbForm=Fin", (), (ARM,), id="a statement in the present"),
        pytest.param("Tense=Past|VerbForm=Fin", (), (), id="told in the past"),
        pytest.param("Tense=Pres|VerbForm=Fin", (RUS,) * 8, (), id="after the opening"),
    ],
)
def test_whose_voice_the_text_has(features: str, named: tuple, voice: tuple) -> None:
    sentence = made(SLEPT, {1: features})

    assert carry_over.after(Discourse(named=named), sentence.context, [event("SUPPORT")]).voice == voice
