"""How likely an event is right."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from made_sentences import fired

from contactline.coding.candidates import Candidate
from contactline.coding.confidence import FEATURES, Coded, confidence
from contactline.coding.factuality import Attribution
from contactline.coding.participants import Participant
from contactline.records import UNKNOWN, Event, Interval

ARM = Participant("armenia", "ARM", "Armenia", 0, 7, 0)
AZE = Participant("azerbaijan", "AZE", "Azerbaijan", 0, 10, 0)
PAPER = Participant("paper", "MED", "The Paper", 0, 9, 0)
MEN = Participant(None, "", "men", 0, 3, 0)
DAY = date(2023, 9, 22)
EVENT = Event(
    sentence=0,
    start=0,
    end=1,
    trigger="x",
    type="ASSAULT",
    mode="",
    when=Interval(DAY, DAY, "day"),
    date_basis="clause",
    date_text="",
    place_id=None,
    place_basis="none",
    status="reported",
    attributed_to="",
    killed=None,
    injured=None,
    toll_text="",
    confidence=0.0,
    pattern_id="made",
    parties=(),
)
TRIGGER = replace(fired(1), pattern=replace(fired(1).pattern, weight=1))
PLAIN = Candidate(TRIGGER, "ASSAULT", "", "reported", (AZE,), (ARM,), (), None)
NOUN = replace(TRIGGER, support=False, pattern=replace(TRIGGER.pattern, pos="n"))
BARE = replace(TRIGGER, pattern=replace(TRIGGER.pattern, weight=0))


CASES = {  # by the feature that alone applies: event, candidate, words of the sentence, confidence
    "_no_known_source": (EVENT, replace(PLAIN, source=(MEN,)), 10, 0.85),
    "_no_known_target": (EVENT, replace(PLAIN, target=()), 10, 0.7),
    "_inferred_party": (EVENT, replace(PLAIN, target=(replace(ARM, sure=False),)), 10, 0.9),
    "_said_by_somebody": (EVENT, replace(PLAIN, said=Attribution(1, (AZE,))), 10, 0.8),
    "_noun_without_verb": (EVENT, replace(PLAIN, trigger=NOUN), 10, 0.85),
    "_pattern_without_conditions": (EVENT, replace(PLAIN, trigger=BARE), 10, 0.85),
    "_long_sentence": (EVENT, PLAIN, 46, 0.85),
    "_no_date": (replace(EVENT, when=UNKNOWN), PLAIN, 10, 0.85),
    "_denied": (replace(EVENT, status="denied"), PLAIN, 10, 0.85),
}


@pytest.mark.parametrize(("name", "case"), CASES.items(), ids=list(CASES))
def test_each_feature_takes_its_weight(name: str, case: tuple[Event, Candidate, int, float]) -> None:
    event, candidate, words, expected = case

    assert [f.applies.__name__ for f in FEATURES if f.applies(Coded(event, candidate, words))] == [name]
    assert confidence(event, candidate, words) == expected


def test_every_feature_has_its_case() -> None:
    assert [feature.applies.__name__ for feature in FEATURES] == list(CASES)


@pytest.mark.parametrize(
    ("candidate", "words", "expected"),
    [
        pytest.param(PLAIN, 45, 0.95, id="nothing guessed"),
        pytest.param(replace(PLAIN, said=Attribution(1, (PAPER,))), 45, 0.95, id="a medium says so"),
        pytest.param(
            replace(PLAIN, source=(), target=(), said=Attribution(1, (AZE,)), trigger=NOUN), 46, 0.25, id="much"
        ),
    ],
)
def test_sums(candidate: Candidate, words: int, expected: float) -> None:
    assert confidence(EVENT, candidate, words) == expected


@pytest.mark.parametrize(("kind", "expected"), [("ASSAULT", 0.85), ("AGREE", 0.95)])
def test_the_article_s_day_is_a_guess_for_what_is_done_not_for_what_is_said(kind: str, expected: float) -> None:
    assert confidence(replace(EVENT, date_basis="article", type=kind), PLAIN, 10) == expected


def test_it_is_never_below_a_twentieth() -> None:
    worst = Candidate(
        replace(NOUN, pattern=replace(NOUN.pattern, weight=0)),
        "ASSAULT",
        "",
        "denied",
        (),
        (),
        (),
        Attribution(1, (AZE,)),
    )

    assert confidence(replace(EVENT, when=UNKNOWN, status="denied"), worst, 46) == 0.05
