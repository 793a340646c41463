"""Who did what only the other side can have done."""

from __future__ import annotations

from dataclasses import replace

import pytest
from made_sentences import Made, fired, made

from contactline.coding import opponents
from contactline.coding.participants import OTHER_SIDE, Discourse, Participant
from contactline.coding.triggers import Trigger

ARM = Participant("arm_forces", "ARM", "Armenian prisoners of war", 0, 25, 0)
AZE = Participant("aze_forces", "AZE", "Azerbaijani soldiers", 0, 20, 0)
NKR = Participant("nk_forces", "NKR", "Karabakh army", 0, 13, 0)
RUS = Participant("russia", "RUS", "Russia", 0, 6, 0)
DIED = "0:Somebody/PRON/nsubj>1 1:died/VERB/ROOT>1"
FREED = "0:Somebody/PRON/nsubj>1 1:left/VERB/ROOT>1"


def trigger(sentence: Made, event_type: str, mode: str = "") -> Trigger:
    found = fired(1, event_type=event_type)
    return replace(found, pattern=replace(found.pattern, mode=mode), slots=sentence.clauses.slots(1))


@pytest.mark.parametrize(
    ("target", "beside", "fight", "expected"),
    [
        pytest.param([AZE], [ARM], (NKR, AZE), [("arm_forces", "ARM")], id="who was hit beside them"),
        pytest.param([AZE], [], (AZE, NKR), [("nk_forces", "NKR")], id="the other side of the fight before"),
        pytest.param([AZE], [], (RUS,), [], id="nobody who is no side of the conflict"),
        pytest.param([RUS], [], (AZE, NKR), [], id="only of the dead of a side"),
        pytest.param([AZE, ARM], [], (AZE, NKR), [], id="not of the dead of both"),
    ],
)
def test_who_killed(target: list[Participant], beside: list[Participant], fight: tuple, expected: list) -> None:
    sentence = made(DIED, discourse=Discourse(fight=fight))

    found = opponents.of_fight(trigger(sentence, "ASSAULT"), target, beside, sentence.context)

    assert [(a.actor_id, a.country) for a in found] == expected
    assert all(a.basis == OTHER_SIDE and not a.sure for a in found)


def test_only_the_dead_and_wounded_have_such_a_killer() -> None:
    sentence = made(FREED, discourse=Discourse(fight=(AZE, NKR)))

    assert opponents.of_fight(trigger(sentence, "ASSAULT"), [AZE], [], sentence.context) == []


@pytest.mark.parametrize(
    ("event_type", "mode", "target", "seen", "expected"),
    [
        ("RETREAT", "release", [ARM], {"ARM", "AZE"}, ["AZE"]),
        ("RETREAT", "release", [ARM], {"ARM"}, []),  # the article names no other side
        ("RETREAT", "release", [AZE], {"ARM", "AZE"}, []),  # no prisoners
        ("RETREAT", "", [ARM], {"ARM", "AZE"}, []),
        ("COERCE", "release", [ARM], {"ARM", "AZE"}, []),
    ],
)
def test_who_freed_prisoners(
    event_type: str, mode: str, target: list[Participant], seen: set[str], expected: list[str]
) -> None:
    sentence = made(FREED, discourse=Discourse(mentioned=frozenset(seen)))

    found = opponents.of_prisoners(trigger(sentence, event_type, mode), target, sentence.context)

    assert [a.country for a in found] == expected
