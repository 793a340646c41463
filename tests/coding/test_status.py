"""Reported, claimed, planned, denied or background."""

from __future__ import annotations

from datetime import date

import pytest
from made_documents import document, published_on
from made_sentences import Made, fired, made

import contactline
from contactline.coding import status
from contactline.coding.candidates import Candidate
from contactline.coding.event_date import EventDate, EventDates
from contactline.coding.factuality import Attribution
from contactline.coding.participants import Participant
from contactline.records import UNKNOWN, Interval

DAY = date(2023, 9, 22)
ARM = Participant("armenia", "ARM", "Armenia", 0, 7, 0)
AZE = Participant("azerbaijan", "AZE", "Azerbaijan", 0, 10, 0)
RUS = Participant("russia", "RUS", "Russia", 0, 6, 0)
PAPER = Participant("paper", "MED", "The Paper", 0, 9, 0)
UNKNOWN_SOURCE = Participant(None, "", "witnesses", 0, 9, 0)
TODAY = EventDate(Interval(DAY, DAY, "day"), "clause", "Friday")

SAID = "0:Somebody/PRON/nsubj>1 1:{}/VERB/ROOT>1 2:Armenia/PROPN/nsubj>3 3:{}/VERB/ccomp>1 4:positions/NOUN/obj>3"


def candidate(
    word: int,
    event_type: str,
    source: tuple[Participant, ...] = (),
    target: tuple[Participant, ...] = (),
    said: Attribution | None = None,
    told: str = "reported",
) -> Candidate:
    return Candidate(fired(word, event_type=event_type), event_type, "", told, source, target, (), said)


def standing(sentence: Made, event: Candidate, when: EventDate = TODAY) -> str:
    calendar = EventDates.of(document(sentence.text), published_on(DAY), ())
    return status.status(sentence.context, event, when, calendar)


@pytest.mark.parametrize(
    ("speaker", "source", "target", "expected"),
    [
        # of the other side, or of what it suffered itself
        (AZE, ARM, AZE, "claimed"),
        (AZE, ARM, ARM, "claimed"),
        (ARM, AZE, ARM, "claimed"),
        # of its own act
        (AZE, AZE, ARM, "reported"),
        # one that strikes itself is told by itself
        (AZE, AZE, AZE, "claimed"),
        # of others' doings a third party reports, a side claims
        (RUS, AZE, ARM, "reported"),
        (RUS, AZE, RUS, "claimed"),
        (RUS, RUS, ARM, "reported"),
        (ARM, RUS, AZE, "claimed"),
        # papers and unknown people only report
        (PAPER, AZE, ARM, "reported"),
        (UNKNOWN_SOURCE, AZE, ARM, "reported"),
        # nobody is named who did it: a side's own losses are laid to the other
        (AZE, UNKNOWN_SOURCE, ARM, "reported"),
        (AZE, UNKNOWN_SOURCE, AZE, "claimed"),
    ],
)
def test_what_a_side_says_of_the_other_is_claimed(
    speaker: Participant, source: Participant, target: Participant, expected: str
) -> None:
    sentence = made(SAID.format("said", "shelled"))

    assert (
        standing(sentence, candidate(3, "ASSAULT", (source,), (target,), Attribution(1, (speaker,)))) == expected
    )


def test_what_a_side_says_with_a_paper_is_reported() -> None:
    sentence = made(SAID.format("said", "shelled"))

    assert standing(sentence, candidate(3, "ASSAULT", (ARM,), (AZE,), Attribution(1, (AZE, PAPER)))) == "reported"


@pytest.mark.parametrize(
    ("event_type", "expected"),
    [
        ("ASSAULT", "claimed"),
        ("COERCE", "claimed"),
        ("RETREAT", "claimed"),
        ("ACCUSE", "reported"),
        ("AGREE", "reported"),
    ],
)
def test_only_acts_are_claimed(event_type: str, expected: str) -> None:
    sentence = made(SAID.format("said", "left"))

    assert standing(sentence, candidate(3, event_type, (ARM,), (AZE,), Attribution(1, (AZE,)))) == expected


@pytest.mark.parametrize(
    ("saying", "verb", "speaker", "expected"),
    [
        # a side on what the other may dispute, its own success included
        ("said", "destroyed", AZE, "claimed"),
        ("said", "shelled", AZE, "reported"),
        ("claimed", "shelled", AZE, "claimed"),
        # others may say so
        ("said", "destroyed", RUS, "reported"),
    ],
)
def test_results_are_claimed(saying: str, verb: str, speaker: Participant, expected: str) -> None:
    sentence = made(SAID.format(saying, verb))

    assert standing(sentence, candidate(3, "ASSAULT", (speaker,), (ARM,), Attribution(1, (speaker,)))) == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        (SAID.format("alleged", "shelled"), 3, "claimed"),
        (SAID.format("said", "shelled"), 3, "reported"),
        # a verb joined to that of accusing tells something else
        ("0:Russia/PROPN/nsubj>1 1:alleged/VERB/ROOT>1 2:and/CCONJ/cc>3 3:shelled/VERB/conj>1", 3, "reported"),
    ],
)
def test_what_stands_under_an_accusation_is_claimed(text: str, word: int, expected: str) -> None:
    assert standing(made(text), candidate(word, "ASSAULT", (RUS,))) == expected


def day(year: int, month: int, number: int) -> EventDate:
    found = date(year, month, number)
    return EventDate(Interval(found, found, "day"), "clause", "")


@pytest.mark.parametrize(
    ("told", "when", "expected"),
    [
        ("reported", TODAY, "reported"),
        ("reported", day(2023, 9, 25), "planned"),
        ("reported", day(2021, 9, 22), "background"),
        ("reported", EventDate(UNKNOWN, "unknown", ""), "reported"),
        # what is denied or planned stays so, whenever it was
        ("denied", day(2023, 9, 25), "denied"),
        ("denied", day(2021, 9, 22), "denied"),
        ("planned", day(2021, 9, 22), "planned"),
        ("planned", TODAY, "planned"),
    ],
)
def test_the_days_decide_what_is_to_come_and_what_is_history(told: str, when: EventDate, expected: str) -> None:
    sentence = made("0:Russia/PROPN/nsubj>1 1:met/VERB/ROOT>1 2:Armenia/PROPN/obj>1")

    assert standing(sentence, candidate(1, "CONSULT", (RUS,), (ARM,), told=told), when) == expected


def test_history_outweighs_a_claim() -> None:
    sentence = made(SAID.format("said", "shelled"))
    claim = candidate(3, "ASSAULT", (ARM,), (AZE,), Attribution(1, (AZE,)))

    assert [standing(sentence, claim, when) for when in (TODAY, day(2020, 9, 22))] == ["claimed", "background"]


@pytest.mark.parametrize(
    ("saying", "speakers", "expected"),
    [
        ("said", (ARM,), "claimed"),
        # what a side admits of its own loss, and what both say, is a fact
        ("confirmed", (ARM,), "reported"),
        ("said", (ARM, AZE), "reported"),
    ],
)
def test_what_a_side_admits_and_what_both_say_is_reported(
    saying: str, speakers: tuple[Participant, ...], expected: str
) -> None:
    sentence = made(SAID.format(saying, "seized"))
    event = candidate(3, "ASSAULT", (AZE,), (ARM,), Attribution(1, speakers))

    assert standing(sentence, event) == expected


def test_what_a_witness_tells_stays_his_word_however_long_ago_it_was() -> None:
    said = Attribution(1, (UNKNOWN_SOURCE,))
    event = candidate(3, "ASSAULT", (ARM,), (AZE,), said)

    found = {
        verb: standing(made(SAID.format(verb, "beat")), event, day(1993, 7, 1)) for verb in ("testified", "said")
    }
    assert found == {"testified": "claimed", "said": "background"}


def test_the_news_of_an_article_of_an_open_day_is_no_history():
    text = (
        "A truce was signed on 9 November 2020. Defence Minister Sergei Shoigu met the Armenian minister on Wednesday. "
        "Azerbaijani troops shelled Goris."
    )
    shelled = contactline.code(text).events[-1]
    assert (shelled.type, shelled.date_basis, shelled.status) == ("ASSAULT", "article", "reported")
