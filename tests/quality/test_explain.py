"""What an explanation says of dates, events and sentences."""

from __future__ import annotations

from datetime import date

import pytest
from made_patterns import SHELL, lexicon

from contactline import coding, intake, pipeline
from contactline.quality import explain
from contactline.quality.explain import DateExpression, Role
from contactline.records import Article, Interval


@pytest.mark.parametrize(
    ("published", "value", "interval", "basis"),
    [
        pytest.param(
            date(2020, 10, 5),
            "2020-10-04",
            Interval(date(2020, 10, 4), date(2020, 10, 4), "day"),
            "article",
            id="dated",
        ),
        pytest.param(None, "", Interval(None, None, "unknown"), "unknown", id="undated"),
    ],
)
def test_dates_have_their_value_and_its_basis(
    published: date | None, value: str, interval: Interval, basis: str
) -> None:
    (sentence,) = explain.explain("Azerbaijan shelled Goris on Sunday.", lexicon(SHELL), published).sentences

    assert sentence.dates == (DateExpression("Sunday", "date", value, interval, basis),)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Azerbaijan shelled Goris.",
            [
                Role("source", "Azerbaijan", "azerbaijan", "AZE", "slot subj"),
                Role("target", "Goris", None, "ARM", "slot obj"),
            ],
            id="slots",
        ),
        pytest.param(
            "Armenia said that Goris was shelled from Azerbaijan.",
            [
                Role("source", "shelled", "azerbaijan", "AZE", "no slot: inferred from the other party and "
                     "from what the text names"),
                Role("target", "Goris", None, "ARM", "slot obj"),
                Role("speaker", "Armenia", "armenia", "ARM", "speaker of 'said'"),
            ],
            id="a speaker",
        ),
    ],
)  # fmt: skip
def test_parties_have_the_slot_or_the_rule_that_found_them(text: str, expected: list[Role]) -> None:
    (sentence,) = explain.explain(text, lexicon(SHELL)).sentences

    assert [role for event in sentence.events for role in event.roles] == expected


def test_an_explanation_is_of_the_events_that_a_build_codes() -> None:
    text = "Azerbaijan shelled Goris on 4 October 2020, killing two people. Russia will not shell Armenia."
    tables = lexicon(SHELL)

    found = [e for s in explain.explain(text, tables).sentences for e in s.events]
    coded = pipeline.code(Article("a", text), tables, infer_day=False)

    assert tuple(e.event for e in found) == coded.events
    for explained in found:
        deducted = sum(amount for _, amount in explained.deductions)
        assert explained.event.confidence == pytest.approx(max(0.05, 0.95 - deducted))


def test_an_event_that_is_joined_with_another_is_marked() -> None:
    text = "Azerbaijan shelled Goris on 4 October 2020. On 4 October 2020 Azerbaijan shelled Goris."

    found = [e.joined for s in explain.explain(text, lexicon(SHELL)).sentences for e in s.events]

    assert found == [False, True]


def test_another_language_has_names_and_no_events() -> None:
    french = "Le ministre a déclaré que les deux pays avaient signé un accord de paix lundi soir à Goris. " * 3

    found = explain.explain(french, lexicon(SHELL))

    assert found.language == "fr"
    assert {name.text for s in found.sentences for name in s.names} == {"Goris"}
    assert [s.tokens for s in found.sentences if s.tokens] == []


def test_a_day_that_is_none_is_named() -> None:
    with pytest.raises(intake.InputError, match="'Sunday' is no date. Expected a day such as 2023-09-20"):
        explain.explain("Azerbaijan shelled Goris.", lexicon(SHELL), "Sunday")


def test_the_sentences_that_are_explained_are_those_that_are_parsed() -> None:
    text = "The weather was fine. Azerbaijan shelled Goris."
    tables = lexicon(SHELL)
    document = pipeline.code(Article("a", text), tables).document

    parsed = [n for n, s in enumerate(explain.explain(text, tables).sentences) if s.tokens]

    assert parsed == list(coding.sentences_to_parse(document, tables)) == [1]
