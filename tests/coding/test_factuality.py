"""How a sentence stands to an event, and who says it."""

from __future__ import annotations

from datetime import date

import pytest
from made_sentences import fired, made

from contactline import pipeline
from contactline.coding import factuality
from contactline.coding.factuality import DEMAND, FACT, FUTURE, NEGATED, REFUSED, SUPPOSED
from contactline.lexicon import load
from contactline.records import Article

VERBS = [
    ("0:Russia/PROPN/nsubj>1 1:attacked/VERB/ROOT>1", 1, FACT),
    ("0:Russia/PROPN/nsubj>2 1:has/AUX/aux>2 2:attacked/VERB/ROOT>2", 2, FACT),
    ("0:Russia/PROPN/nsubj>2 1:will/AUX/aux>2 2:attack/VERB/ROOT>2", 2, FUTURE),
    ("0:Russia/PROPN/nsubj>2 1:must/AUX/aux>2 2:attack/VERB/ROOT>2", 2, DEMAND),
    ("0:Russia/PROPN/nsubj>2 1:should/AUX/aux>2 2:attack/VERB/ROOT>2", 2, DEMAND),
    ("0:Russia/PROPN/nsubj>2 1:could/AUX/aux>2 2:attack/VERB/ROOT>2", 2, SUPPOSED),
    ("0:Russia/PROPN/nsubj>2 1:would/AUX/aux>2 2:attack/VERB/ROOT>2", 2, SUPPOSED),
    ("0:Russia/PROPN/nsubj>3 1:may/AUX/aux>3 2:have/AUX/aux>3 3:attacked/VERB/ROOT>3", 3, FACT),
    ("0:Russia/PROPN/nsubj>3 1:did/AUX/aux>3 2:not/PART/advmod>3 3:attack/VERB/ROOT>3", 3, NEGATED),
    ("0:Russia/PROPN/nsubj>3 1:will/AUX/aux>3 2:not/PART/advmod>3 3:attack/VERB/ROOT>3", 3, REFUSED),
    ("0:Russia/PROPN/nsubj>3 1:can/AUX/aux>3 2:not/PART/advmod>3 3:leave/VERB/ROOT>3", 3, REFUSED),
    ("0:No/DET/det>1 1:soldier/NOUN/nsubj>2 2:left/VERB/ROOT>2", 2, NEGATED),
    (
        "0:If/SCONJ/mark>2 1:Russia/PROPN/nsubj>2 2:attacks/VERB/advcl>4 3:Armenia/PROPN/nsubj>4 4:answers/VERB/ROOT>4",
        2,
        SUPPOSED,
    ),
    (
        "0:Nobody/PRON/nsubj>1 1:knows/VERB/ROOT>1 2:whether/SCONJ/mark>4 3:Russia/PROPN/nsubj>4 4:attacked/VERB/ccomp>1",
        4,
        SUPPOSED,
    ),
    (  # what completes a condition
        "0:If/SCONJ/mark>2 1:Russia/PROPN/nsubj>2 2:insists/VERB/advcl>6 3:on/SCONJ/mark>4 4:attacking/VERB/advcl>2 "
        "5:Armenia/PROPN/nsubj>6 6:answers/VERB/ROOT>6",
        4,
        SUPPOSED,
    ),
    ("0:Those/PRON/nsubj>3 1:who/PRON/nsubj>2 2:attack/VERB/acl:relcl>0 3:lose/VERB/ROOT>3", 2, SUPPOSED),
    ("0:Troops/NOUN/nsubj>3 1:who/PRON/nsubj>2 2:attack/VERB/acl:relcl>0 3:lose/VERB/ROOT>3", 2, FACT),
    (
        "0:Russia/PROPN/nsubj>2 1:is/AUX/cop>2 2:known/ADJ/ROOT>2 3:to/PART/mark>5 4:have/AUX/aux>5 "
        "5:attacked/VERB/xcomp>2",
        5,
        FACT,
    ),
    ("0:Russia/PROPN/nsubj>1 1:plans/VERB/ROOT>1 2:to/PART/mark>3 3:attack/VERB/xcomp>1", 3, FUTURE),
    ("0:Russia/PROPN/nsubj>2 1:is/AUX/cop>2 2:ready/ADJ/ROOT>2 3:to/PART/mark>4 4:attack/VERB/xcomp>2", 4, FUTURE),
    ("0:Russia/PROPN/nsubj>1 1:began/VERB/ROOT>1 2:to/PART/mark>3 3:attack/VERB/xcomp>1", 3, FACT),
    (
        "0:Russia/PROPN/nsubj>2 1:will/AUX/aux>2 2:begin/VERB/ROOT>2 3:to/PART/mark>4 4:attack/VERB/xcomp>2",
        4,
        FUTURE,
    ),
    ("0:Russia/PROPN/nsubj>1 1:refused/VERB/ROOT>1 2:to/PART/mark>3 3:attack/VERB/xcomp>1", 3, REFUSED),
    (
        "0:Russia/PROPN/nsubj>2 1:will/AUX/aux>2 2:stop/VERB/ROOT>2 3:and/CCONJ/cc>4 4:leave/VERB/conj>2",
        4,
        FUTURE,
    ),
    (
        "0:Macron/PROPN/nsubj>1 1:said/VERB/ROOT>1 2:Russia/PROPN/nsubj>4 3:would/AUX/aux>4 4:attack/VERB/ccomp>1",
        4,
        FUTURE,
    ),
]


@pytest.mark.parametrize(("text", "word", "expected"), VERBS)
def test_verbs(text, word, expected):
    sentence = made(text)
    trigger = fired(word)
    assert factuality.factuality(sentence.clauses, sentence.patterns, trigger) == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("0:An/DET/det>1 1:attack/NOUN/nsubj>2 2:began/VERB/ROOT>2", 1, FACT),
        ("0:No/DET/det>1 1:attack/NOUN/nsubj>2 2:began/VERB/ROOT>2", 1, NEGATED),
        ("0:A/DET/det>2 1:planned/ADJ/amod>2 2:attack/NOUN/nsubj>3 3:scared/VERB/ROOT>3", 2, FUTURE),
        ("0:An/DET/det>1 1:attack/NOUN/nsubj>3 2:was/AUX/cop>3 3:possible/ADJ/ROOT>3", 1, FUTURE),
        ("0:An/DET/det>1 1:attack/NOUN/nsubj>3 2:was/AUX/cop>3 3:brutal/ADJ/ROOT>3", 1, FACT),
        ("0:They/PRON/nsubj>1 1:feared/VERB/ROOT>1 2:an/DET/det>3 3:attack/NOUN/obj>1", 3, SUPPOSED),
        ("0:They/PRON/nsubj>1 1:plan/VERB/ROOT>1 2:an/DET/det>3 3:attack/NOUN/obj>1", 3, FUTURE),
        ("0:They/PRON/nsubj>1 1:saw/VERB/ROOT>1 2:an/DET/det>3 3:attack/NOUN/obj>1", 3, FACT),
    ],
)
def test_nouns_that_no_verb_carries(text, word, expected):
    sentence = made(text)
    trigger = fired(word, sentence.clauses.clause_of(word), support=False)
    assert factuality.factuality(sentence.clauses, sentence.patterns, trigger) == expected


def test_a_noun_stands_as_the_verb_that_carries_it():
    sentence = made(
        "0:Russia/PROPN/nsubj>2 1:will/AUX/aux>2 2:launch/VERB/ROOT>2 3:an/DET/det>4 4:attack/NOUN/obj>2"
    )
    trigger = fired(4, 2)
    assert factuality.factuality(sentence.clauses, sentence.patterns, trigger) == FUTURE


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("0:Armenia/PROPN/nsubj>1 1:attacked/VERB/ROOT>1", 1, None),
        (
            "0:Aliyev/PROPN/nsubj>1 1:said/VERB/ROOT>1 2:Armenia/PROPN/nsubj>3 3:attacked/VERB/ccomp>1",
            3,
            ("said", ["ilham_aliyev"]),
        ),
        (
            "0:Aliyev/PROPN/nsubj>1 1:said/VERB/ROOT>1 2:Armenia/PROPN/nsubj>3 3:planned/VERB/ccomp>1 4:to/PART/mark>5 "
            "5:attack/VERB/xcomp>3",
            5,
            ("said", ["ilham_aliyev"]),
        ),
        (
            "0:Armenia/PROPN/nsubj>1 1:attacked/VERB/ROOT>1 2:,/PUNCT/punct>4 3:Aliyev/PROPN/nsubj>4 4:said/VERB/parataxis>1",
            1,
            ("said", ["ilham_aliyev"]),
        ),
        (
            "0:According/VERB/case>2 1:to/ADP/fixed>0 2:Baku/PROPN/obl>4 3:Armenia/PROPN/nsubj>4 4:attacked/VERB/ROOT>4",
            4,
            (None, ["azerbaijan"]),
        ),
        # a verb that says nothing
        (
            "0:Aliyev/PROPN/nsubj>1 1:made/VERB/ROOT>1 2:Armenia/PROPN/nsubj>3 3:attack/VERB/ccomp>1",
            3,
            None,
        ),
        # saying itself is said by nobody
        ("0:Aliyev/PROPN/nsubj>1 1:said/VERB/ROOT>1 2:Armenia/PROPN/nsubj>3 3:attacked/VERB/ccomp>1", 1, None),
    ],
)
def test_who_says_it(text, word, expected):
    sentence = made(text)
    said = factuality.attribution(sentence.clauses, sentence.participants, sentence.patterns, word)
    found = said and (
        sentence.tokens[said.verb].text if said.verb >= 0 else None,
        [a.actor_id for a in said.speakers],
    )
    assert found == expected


def test_two_say_it():
    sentence = made(
        "0:Macron/PROPN/nsubj>3 1:and/CCONJ/cc>2 2:Aliyev/PROPN/conj>0 3:said/VERB/ROOT>3 4:Armenia/PROPN/nsubj>5 "
        "5:attacked/VERB/ccomp>3"
    )
    said = factuality.attribution(sentence.clauses, sentence.participants, sentence.patterns, 5)
    assert said is not None
    assert [a.actor_id for a in said.speakers] == ["macron", "ilham_aliyev"]


@pytest.mark.parametrize(
    ("text", "speaker", "status"),
    [
        (
            "Armenian troops shelled Barda, Trend reports with reference to the Azerbaijani Defence Ministry.",
            "AZE",
            "claimed",
        ),
        ("Armenian troops shelled Barda, APA reported citing the Azerbaijani Defence Ministry.", "AZE", "claimed"),
        (
            "The Armenian government issued a statement claiming that Azerbaijani troops shelled Sotk.",
            "ARM",
            "claimed",
        ),
        (
            "Azerbaijani drones struck Sotk, Interfax reports, referring to the Armenian government.",
            "ARM",
            "claimed",
        ),
        ("Azerbaijani drones struck Martuni, TASS reported.", "MED", "reported"),
    ],
)
def test_a_medium_passes_on_the_word_of_a_side(text: str, speaker: str, status: str) -> None:
    (event,) = pipeline.code(
        Article("x", text, published=date(2020, 10, 5), published_basis="metadata"), load()
    ).events

    assert [p.country for p in event.parties if p.role == "speaker"] == [speaker]
    assert event.status == status


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Troops will stay here until Azerbaijan withdraws from Agdam.", []),
        ("Nobody will go home before Armenia withdraws from Agdam.", []),
        ("France will stay there when Azerbaijan withdraws from Agdam.", []),
        ("Troops stayed until Azerbaijan withdrew from Agdam.", [("RETREAT", "reported")]),
        ('"Nikol, resign!" the protesters in Yerevan chanted.', [("REQUEST", "reported")]),
        ('"Release the prisoners!" demonstrators in Baku chanted.', []),
        ("Pashinyan resigned.", [("RETREAT", "reported")]),
    ],
)
def test_what_is_waited_or_called_for_has_not_been_done(text: str, expected: list[tuple[str, str]]) -> None:
    article = Article("x", text, published=date(2023, 9, 22), published_basis="metadata")
    assert [(e.type, e.status) for e in pipeline.code(article, load()).events] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # what a document provides for is still to be done
        ("The deal provides for the deployment of Russian peacekeepers.", [("AGREE", "planned")]),
        ("The agreement envisages the withdrawal of Armenian troops.", [("AGREE", "planned")]),
        # what such a thing is anywhere
        ("The killing of civilians is a war crime.", []),
        ("The killing of two soldiers on Monday is a war crime.", [("ASSAULT", "reported")]),
        ("Bringing criminals to justice is our duty, Baku said.", []),
        # what a body or its importance is about
        ("Azerbaijan set up a commission on demarcating the border with Armenia.", []),
        ("Azerbaijan demarcated the border with Armenia.", [("COOPERATE", "reported")]),
        ("Armenian officials spoke of the significance of holding a meeting with Iran.", []),
    ],
)
def test_what_is_provided_for_or_defined_has_not_been_done(text: str, expected: list[tuple[str, str]]) -> None:
    article = Article("x", text, published=date(2023, 9, 22), published_basis="metadata")
    assert [(e.type, e.status) for e in pipeline.code(article, load()).events] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Armenia avoided shelling Azerbaijani posts.", []),
        ("Baku risked losing Fuzuli to Armenia.", []),
        ("Armenian villagers feared being shelled by Azerbaijani troops.", []),
        ("Armenian officers feared that Azerbaijan would attack Goris.", []),
        ("Armenian farmers are worried about losing Lachin.", []),
        # what is feared to have happened may have happened; what somebody boasts of, too
        ("Armenia feared that Azerbaijan had killed two soldiers.", [("ASSAULT", "reported")]),
        ("Aliyev boasted about capturing Hadrut.", [("ASSAULT", "reported")]),
    ],
)
def test_what_is_feared_risked_or_avoided_has_not_been_done(text: str, expected: list[tuple[str, str]]) -> None:
    article = Article("x", text, published=date(2020, 10, 22), published_basis="metadata")
    assert [(e.type, e.status) for e in pipeline.code(article, load()).events] == expected
