"""Which patterns were tried, in which order, and what those that failed lacked."""

from __future__ import annotations

import pytest
from made_patterns import SHELL, lexicon

from contactline.quality import explain
from contactline.quality.explain_patterns import Tried

TALKS = "consult-n-talks,CONSULT,meet,n,talk,,,,2,,x,-"
CONDEMN = "accuse-condemn,ACCUSE,disapprove,v,condemn,,,obj;obj.of;obj.by,,absorb,x,-"
NONE = "none-shell-peas,NONE,,v,shell,obj=pea,,,,,x,-"


def tried(text: str, word: str, *patterns: str) -> list[Tried]:
    """The patterns that were tried with a word of a sentence."""
    (sentence,) = explain.explain(text, lexicon(*patterns)).sentences
    return [found for w in sentence.words if w.text == word for found in w.tried]


@pytest.mark.parametrize(
    ("frame", "outcome", "why"),
    [
        pytest.param("obj=village", "fired", "", id="the object is the word asked for"),
        pytest.param("obj=#party", "failed", "needs obj=#party; found obj: village", id="another object"),
        pytest.param("with=gun", "failed", "needs with=gun; no with", id="an empty slot"),
        pytest.param("with/from=gun", "failed", "needs with/from=gun; no with/from", id="two empty slots"),
        pytest.param("!obj", "failed", "must not have obj; found obj: village", id="a slot that must be empty"),
        pytest.param(
            "!obj=village", "failed", "must not have obj=village; found obj: village", id="a word shut out"
        ),
        pytest.param("not=*", "failed", "needs not=*; it is not negated", id="a sign"),
        pytest.param("any=gun", "failed", "needs any=gun; no such word hangs on it", id="a word anywhere below"),
        pytest.param(
            "obj=a|b|c|d|e|f|g|h",
            "failed",
            "needs obj=a|b|c|d|e|f|... (2 more); found obj: village",
            id="many values are cut short",
        ),
        pytest.param("obj=village with=gun", "failed", "needs with=gun; no with", id="the second condition"),
    ],
)
def test_the_first_condition_that_failed_is_named(frame: str, outcome: str, why: str) -> None:
    found = tried("Azerbaijan shelled the village.", "shelled", f"assault-it,ASSAULT,,v,shell,{frame},,,,,x,-")

    assert found == [Tried("assault-it", "ASSAULT", outcome, why)]


def test_patterns_stand_in_the_order_of_trying_and_those_after_the_one_that_fired_were_not_tried() -> None:
    rows = [
        SHELL,
        "assault-shell-gun,ASSAULT,,v,shell,with=gun,,,,,x,-",
        "assault-shell-party,ASSAULT,,v,shell,obj=#party,,,,,x,-",
    ]

    assert tried("Azerbaijan shelled Goris.", "shelled", *rows) == [
        Tried("assault-shell-gun", "ASSAULT", "failed", "needs with=gun; no with"),
        Tried("assault-shell-party", "ASSAULT", "failed", "needs obj=#party; found obj: Goris"),
        Tried("assault-shell", "ASSAULT", "fired"),
    ]
    assert tried("Azerbaijan shelled Armenia.", "shelled", *rows)[1:] == [
        Tried("assault-shell-party", "ASSAULT", "fired"),
        Tried("assault-shell", "ASSAULT", "not tried"),
    ]


def test_a_trigger_of_two_words_lacks_the_first() -> None:
    found = tried("Azerbaijan carried out a raid.", "raid", "assault-air,ASSAULT,,n,air raid;drone raid,,,,,,x,-")

    why = "needs 'air' before it; or needs 'drone' before it"
    assert found == [Tried("assault-air", "ASSAULT", "failed", why)]


@pytest.mark.parametrize(
    ("text", "patterns", "word", "outcome"),
    [
        pytest.param("Azerbaijan shelled Goris.", [SHELL], "shelled", "an event", id="an event"),
        pytest.param("Azerbaijan shelled Goris.", [NONE], "shelled", "no pattern fired", id="nothing fired"),
        pytest.param(
            "Azerbaijan shelled peas.",
            [SHELL, NONE],
            "shelled",
            "no event: none-shell-peas is of the type NONE, which keeps other patterns from firing",
            id="a pattern that only keeps others from firing",
        ),
        pytest.param(
            "If Azerbaijan shelled Goris, Russia would answer.",
            [SHELL],
            "shelled",
            "no event: a supposition, a wish or a condition",
            id="a condition",
        ),
        pytest.param(
            "Russia condemned the talks of Armenia with Azerbaijan.",
            [CONDEMN, TALKS],
            "talks",
            "no event: part of what 'condemned' tells (accuse-condemn)",
            id="part of another event",
        ),
        pytest.param(
            "Azerbaijan shelled itself.",
            [SHELL],
            "shelled",
            "no event: nobody who can does it to another, or it is only what something else is about",
            id="nothing done to another",
        ),
        pytest.param(
            "Shell is a company.",
            [SHELL],
            "Shell",
            "no pattern is tried with it as PROPN, nsubj",
            id="a verb's word that is no verb here",
        ),
    ],
)
def test_what_came_of_a_word(text: str, patterns: list[str], word: str, outcome: str) -> None:
    (sentence,) = explain.explain(text, lexicon(*patterns)).sentences

    assert [w.outcome for w in sentence.words if w.text == word] == [outcome]
