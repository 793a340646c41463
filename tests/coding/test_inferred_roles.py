"""Who is meant where the text does not say."""

from __future__ import annotations

from dataclasses import replace

import pytest
from made_sentences import Made, fired, made

from contactline.coding import inferred_roles
from contactline.coding.factuality import Attribution
from contactline.coding.participants import Discourse, Participant
from contactline.coding.triggers import Trigger

ARM = Participant("armenia", "ARM", "Armenia", 0, 7, 0)
AZE = Participant("azerbaijan", "AZE", "Azerbaijan", 0, 10, 0)
NKR = Participant("nk_authorities", "NKR", "Karabakh", 0, 8, 0)
RUS = Participant("russia", "RUS", "Russia", 0, 6, 0)
BOTH = Discourse(mentioned=frozenset({"ARM", "AZE"}))
FIRED = "0:Somebody/PRON/nsubj>1 1:fired/VERB/ROOT>1"


def trigger(sentence: Made, word: int, event_type: str, two_sided: bool = False, mode: str = "") -> Trigger:
    found = fired(word, event_type=event_type)
    pattern = replace(found.pattern, two_sided=two_sided, mode=mode)
    return replace(found, pattern=pattern, slots=sentence.clauses.slots(word))


def told(actors: list[Participant]) -> list[tuple[str | None, str, bool]]:
    return [(a.actor_id, a.country, a.sure) for a in actors]


@pytest.mark.parametrize(
    ("speakers", "target", "expected"),
    [
        # a side that was hit tells of the other
        ((AZE,), [AZE], ["ARM"]),
        ((ARM,), [ARM], ["AZE"]),
        ((NKR,), [NKR], ["AZE"]),
        # one that tells whom it hit tells of itself
        ((AZE,), [ARM], ["AZE"]),
        ((ARM,), [AZE], ["ARM"]),
        ((AZE,), [NKR], ["AZE"]),
        # others tell of nobody, and nothing tells of nobody
        ((RUS,), [ARM], []),
        ((AZE, ARM), [ARM], []),
        ((AZE,), [], []),
        ((AZE,), [RUS], []),
        # one that tells of losses of both sides is taken to tell of its own act, whichever side it is
        ((AZE,), [ARM, AZE], ["AZE"]),
        ((ARM,), [ARM, AZE], ["ARM"]),
        ((NKR,), [ARM, AZE], ["NKR"]),
    ],
)
def test_who_struck(speakers: tuple[Participant, ...], target: list[Participant], expected: list[str]) -> None:
    sentence = made(FIRED, discourse=BOTH)
    said = Attribution(1, speakers)

    found = inferred_roles.doer([], target, said, trigger(sentence, 1, "ASSAULT"), sentence.participants)

    assert [a.country for a in found] == expected


def test_who_struck_is_asked_only_of_attacks_told_by_somebody_without_a_doer() -> None:
    sentence = made(FIRED, discourse=BOTH)
    attack, said = trigger(sentence, 1, "ASSAULT"), Attribution(1, (AZE,))

    assert told(inferred_roles.doer([], [AZE], said, attack, sentence.participants)) == [("armenia", "ARM", False)]
    assert inferred_roles.doer([RUS], [AZE], said, attack, sentence.participants) == []
    assert inferred_roles.doer([], [AZE], None, attack, sentence.participants) == []
    assert inferred_roles.doer([], [AZE], said, trigger(sentence, 1, "AID"), sentence.participants) == []
    assert (
        inferred_roles.doer(
            [], [AZE], said, trigger(sentence, 1, "ASSAULT", two_sided=True), sentence.participants
        )
        == []
    )


REJECTED = "0:France/PROPN/nsubj>1 1:rejected/VERB/ROOT>1 2:the/DET/det>3 3:proposal/NOUN/obj>1"
CALLED = "0:France/PROPN/nsubj>1 1:called/VERB/ROOT>1 2:for/ADP/case>3 3:{}/NOUN/obl>1"
FRA = Participant("france", "FRA", "France", 0, 6, 0)


@pytest.mark.parametrize(
    ("text", "event_type", "discourse", "source", "expected"),
    [
        # whom its words name
        (
            "0:France/PROPN/nsubj>1 1:welcomed/VERB/ROOT>1 2:steps/NOUN/obj>1 3:of/ADP/case>4 4:Armenia/PROPN/nmod>2",
            "SUPPORT",
            BOTH,
            [FRA],
            [("armenia", "ARM", True)],
        ),
        # not whom a side remark names
        (
            "0:France/PROPN/nsubj>1 1:welcomed/VERB/ROOT>1 2:steps/NOUN/obj>1 3:as/SCONJ/mark>5 4:Armenia/PROPN/nsubj>5 "
            "5:waited/VERB/advcl>1",
            "SUPPORT",
            Discourse(),
            [FRA],
            [],
        ),
        # whom the speaker met
        (
            CALLED.format("patience"),
            "REQUEST",
            Discourse(main=(FRA, ARM), mentioned=frozenset({"FRA", "ARM"})),
            [FRA],
            [("armenia", "ARM", False)],
        ),
        # where somebody else met, nobody
        (CALLED.format("patience"), "REQUEST", Discourse(main=(RUS, ARM)), [FRA], []),
        # both sides, where it is about their fighting or their peace
        (
            CALLED.format("ceasefire"),
            "REQUEST",
            BOTH,
            [FRA],
            [("armenia", "ARM", False), ("azerbaijan", "AZE", False)],
        ),
        (CALLED.format("patience"), "REQUEST", BOTH, [FRA], []),
        # the other side alone, where a side speaks of it; nobody, where the war is elsewhere
        (
            CALLED.format("ceasefire").replace("France", "Armenia"),
            "REQUEST",
            BOTH,
            [ARM],
            [("azerbaijan", "AZE", False)],
        ),
        (
            CALLED.format("ceasefire") + " 4:in/ADP/case>5 5:Kyiv/PROPN/obl>1",
            "REQUEST",
            BOTH,
            [FRA],
            [],
        ),
        # who put forward what is rejected
        (REJECTED, "REJECT", Discourse(claimants=(RUS,)), [FRA], [("russia", "RUS", False)]),
        (REJECTED, "REJECT", Discourse(claimants=(FRA,)), [FRA], []),
        (REJECTED.replace("the", "a"), "REJECT", Discourse(claimants=(RUS,)), [FRA], []),
        # only what is said to somebody
        (CALLED.format("ceasefire"), "COERCE", BOTH, [FRA], []),
        (CALLED.format("ceasefire"), "REQUEST", BOTH, [], []),
    ],
)
def test_to_whom_a_statement_speaks(
    text: str, event_type: str, discourse: Discourse, source: list[Participant], expected: list[tuple]
) -> None:
    sentence = made(text, discourse=discourse)

    found = inferred_roles.addressee(sentence.context, trigger(sentence, 1, event_type), source)

    assert told(found) == expected


def test_an_investigation_is_said_to_nobody() -> None:
    sentence = made(CALLED.format("ceasefire"), discourse=BOTH)

    found = inferred_roles.addressee(sentence.context, trigger(sentence, 1, "ACCUSE", mode="investigate"), [FRA])

    assert found == []


@pytest.mark.parametrize(
    ("named", "seen", "expected"),
    [
        ([], {"ARM": 1, "AZE": 1}, ["ARM", "AZE"]),
        ([AZE], {"ARM": 1, "AZE": 1}, ["AZE", "ARM"]),
        ([ARM], {"ARM": 1, "AZE": 1}, ["ARM", "AZE"]),
        ([NKR], {"NKR": 1, "ARM": 1, "AZE": 1}, ["NKR", "AZE"]),
        # with both there is nobody to add, and a third party fights for itself
        ([ARM, AZE], {"ARM": 1, "AZE": 1}, ["ARM", "AZE"]),
        ([RUS], {"ARM": 1, "AZE": 1}, ["RUS"]),
        # whom the article does not name is not added
        ([AZE], {"AZE": 1}, ["AZE"]),
        ([], {"AZE": 1}, []),
    ],
)
def test_fighting_has_two_sides(named: list[Participant], seen: dict[str, int], expected: list[str]) -> None:
    sentence = made(FIRED, discourse=Discourse(mentioned=frozenset(seen)))

    found = inferred_roles.with_other_side(named, sentence.participants, sentence.tokens[1])

    assert [a.country for a in found] == expected
    assert all(not a.sure for a in found if a not in named)


FLED = "0:They/PRON/nsubj>1 1:fled/VERB/ROOT>1 2:{}/PROPN/obj>1"


@pytest.mark.parametrize(
    ("place", "fleeing", "expected"),
    [
        pytest.param("Karabakh", [ARM], [("karabakh_armenians", "NKR", False)], id="Armenians leave the region"),
        pytest.param("Shusha", [ARM], [("armenia", "ARM", True)], id="the region is not named"),
        pytest.param("Karabakh", [AZE], [("azerbaijan", "AZE", True)], id="others leave it"),
        pytest.param(
            "Karabakh", [ARM, RUS], [("armenia", "ARM", True), ("russia", "RUS", True)], id="with somebody else"
        ),
    ],
)
def test_armenians_driven_from_the_region_are_its_people(
    place: str, fleeing: list[Participant], expected: list[tuple]
) -> None:
    sentence = made(FLED.format(place))

    assert told(inferred_roles.displaced(fleeing, sentence.clauses, sentence.participants)) == expected


@pytest.mark.parametrize(
    ("place", "expected"),
    [("Goris", ("ARM", False)), ("Kyiv", ("UKR", False)), ("Nowhere", ("", True))],
)
def test_protesters_are_people_of_the_place(place: str, expected: tuple[str, bool]) -> None:
    sentence = made(f"0:Students/NOUN/nsubj>1 1:marched/VERB/ROOT>1 2:in/ADP/case>3 3:{place}/PROPN/obl>1")
    students = sentence.participants.of([0])

    found = inferred_roles.protesters_of_place(students, sentence.clauses, sentence.participants)

    assert [(a.text, a.country, a.sure) for a in found] == [
        ("Students", expected[0], students[0].sure and expected[1])
    ]


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("0:Troops/NOUN/nsubj:pass>2 1:were/AUX/aux:pass>2 2:withdrawn/VERB/ROOT>2", 2, True),
        ("0:Russia/PROPN/nsubj>1 1:agreed/VERB/ROOT>1 2:to/PART/mark>3 3:leave/VERB/xcomp>1", 3, True),
        ("0:Russia/PROPN/nsubj>1 1:left/VERB/ROOT>1", 1, False),
        ("0:Talks/NOUN/nsubj>1 1:began/VERB/ROOT>1", 0, False),
    ],
)
def test_acts_without_a_doer(text: str, word: int, expected: bool) -> None:
    sentence = made(text)

    assert inferred_roles.agentless(sentence.clauses, fired(word)) is expected


def test_of_a_place_that_was_hit_it_is_open_who_struck_until_the_event_has_a_day() -> None:
    sentence = made(FIRED, discourse=BOTH)
    place = replace(AZE, place="shusha")

    found = inferred_roles.doer(
        [], [place], Attribution(1, (ARM,)), trigger(sentence, 1, "ASSAULT"), sentence.participants
    )

    assert found == []
