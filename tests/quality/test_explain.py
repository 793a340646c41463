"""What an explanation says, on made sentences and small tables of our own, whose line numbers stay what they are."""

from __future__ import annotations

from datetime import date

import made_lexicon
import pytest

from contactline import coding, intake, pipeline
from contactline.lexicon import Lexicon
from contactline.quality import explain
from contactline.quality.explain import DateExpression, Name, Role, Tried
from contactline.records import Article, Interval

PLACE_NAMES = """name,place_id,form,strength,near,article
Goris,goris,name,strong,,
Talish,talish,name,weak,village,karabakh
"""
ACTOR_NAMES = """name,actor_id,form,strength,near,article
Azerbaijan,azerbaijan,name,strong,,
Armenia,armenia,name,strong,,
Russia,russia,name,strong,,
"""
HEADER = "pattern_id,type,mode,pos,trigger,frame,source,target,sided,inner,example,expect"


def lexicon(*patterns: str) -> Lexicon:
    return made_lexicon.with_tables(
        patterns="\n".join([HEADER, *patterns, ""]), place_names=PLACE_NAMES, actor_names=ACTOR_NAMES
    )


SHELL = "assault-shell,ASSAULT,heavy-weapons,v,shell,,,,,,x,-"
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
            "no event: told as a supposition, a wish or a condition",
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


def test_names_say_which_row_they_are_and_what_a_weak_one_lacked() -> None:
    (sentence,) = explain.explain("Azerbaijani troops left Goris and Talish.", lexicon(SHELL)).sentences

    assert sentence.names == (
        Name("Azerbaijani troops", "actor", "description", "aze_forces", "AZE", MADE_OF),
        Name("Goris", "place", "name", "goris", "ARM", "strong name, place_names.csv, line 2"),
        Name("Talish", "", "name", None, "AZE", LACKS),
    )


MADE_OF = "made of Azerbaijani (adjective) + troops (group)"
LACKS = (
    "weak name of talish, place_names.csv, line 3; "
    "needs near it one of: village and in the article one of: karabakh"
)


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
