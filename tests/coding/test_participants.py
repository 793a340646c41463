"""Whom a phrase stands for."""

from __future__ import annotations

from typing import NamedTuple

import pytest
from made_sentences import made

from contactline import pipeline
from contactline.coding.participants import Discourse, Participant
from contactline.lexicon import load
from contactline.records import Article

ARM = Participant("armenia", "ARM", "Armenia", 0, 7, 0)
AZE = Participant("azerbaijan", "AZE", "Azerbaijan", 0, 10, 0)
RUS = Participant("russia", "RUS", "Russia", 0, 6, 0)
PASHINYAN = Participant("pashinyan", "ARM", "Pashinyan", 0, 9, 0, person=True)
SEEN = frozenset({"ARM", "AZE"})


def read(text, heads, discourse=None, features=None, **options):
    sentence = made(text, features, discourse)
    return [(a.actor_id, a.country, a.text) for a in sentence.participants.of(heads, **options)]


@pytest.mark.parametrize(
    ("text", "heads", "expected"),
    [
        ("0:Armenia/PROPN/nsubj>1 1:fired/VERB/ROOT>1", [0], [("armenia", "ARM", "Armenia")]),
        ("0:Aliyev/PROPN/nsubj>1 1:spoke/VERB/ROOT>1", [0], [("ilham_aliyev", "AZE", "Aliyev")]),
        ("0:The/DET/det>1 1:premier/NOUN/nsubj>2 2:spoke/VERB/ROOT>2", [1], [("pashinyan", "ARM", "premier")]),
        ("0:Baku/PROPN/nsubj>1 1:spoke/VERB/ROOT>1", [0], [("azerbaijan", "AZE", "Baku")]),
        (
            "0:Azerbaijani/ADJ/amod>1 1:forces/NOUN/nsubj>2 2:fired/VERB/ROOT>2",
            [1],
            [("azerbaijan", "AZE", "Azerbaijani forces")],
        ),
        (
            "0:Armenia/PROPN/nmod:poss>2 1:'s/PART/case>0 2:ministry/NOUN/nsubj>3 3:spoke/VERB/ROOT>3",
            [2],
            [("armenia", "ARM", "Armenia 's ministry")],
        ),
        (
            "0:a/DET/det>1 1:farmer/NOUN/nsubj>2 2:spoke/VERB/ROOT>2",
            [1],
            [(None, "", "a farmer")],
        ),
        ("0:The/DET/det>1 1:day/NOUN/nsubj>2 2:came/VERB/ROOT>2", [1], []),
        ("0:Shusha/PROPN/nsubj>1 1:fell/VERB/ROOT>1", [0], []),
    ],
)
def test_phrases(text, heads, expected):
    assert read(text, heads) == expected


def test_joined_owners():
    text = (
        "0:leaders/NOUN/nsubj>5 1:of/ADP/case>2 2:Armenia/PROPN/nmod>0 3:and/CCONJ/cc>4 4:Azerbaijan/PROPN/conj>2 "
        "5:met/VERB/ROOT>5"
    )
    assert [row[:2] for row in read(text, [0])] == [("armenia", "ARM"), ("azerbaijan", "AZE")]


def test_a_list_that_the_parser_lost():
    text = (
        "0:France/PROPN/nsubj>5 1:,/PUNCT/punct>0 2:Russia/PROPN/appos>0 3:and/CCONJ/cc>4 4:Armenia/PROPN/conj>5 "
        "5:met/VERB/ROOT>5"
    )
    assert read(text, [0]) == [
        ("france", "FRA", "France"),
        ("russia", "RUS", "Russia"),
        ("armenia", "ARM", "Armenia"),
    ]


def test_one_actor_named_twice_by_the_same_words_is_one():
    assert read("0:Armenia/PROPN/nsubj>1 1:fired/VERB/ROOT>1", [0, 0]) == [("armenia", "ARM", "Armenia")]


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ("Goris", [(None, "ARM", "Goris")]),
        ("Karabakh", [("nk_authorities", "NKR", "Karabakh")]),
        ("Corridor", []),  # a line belongs to no side
        ("Somewhere", []),
    ],
)
def test_a_place_stands_for_those_who_hold_it_where_asked(place, expected):
    text = f"0:They/PRON/nsubj>1 1:shelled/VERB/ROOT>1 2:{place}/PROPN/obj>1"
    assert read(text, [2], place_too=True) == expected


HE = "0:Then/ADV/advmod>2 1:he/PRON/nsubj>2 2:spoke/VERB/ROOT>2"
WE = "0:Then/ADV/advmod>2 1:we/PRON/nsubj>2 2:fired/VERB/ROOT>2"
THEY = "0:Then/ADV/advmod>2 1:they/PRON/nsubj>2 2:met/VERB/ROOT>2"
SIDES = "0:The/DET/det>2 1:two/NUM/nummod>2 2:sides/NOUN/nsubj>3 3:met/VERB/ROOT>3"
EACH = "0:each/DET/det>1 1:side/NOUN/nsubj>2 2:spoke/VERB/ROOT>2"
MINISTRY = "0:The/DET/det>1 1:ministry/NOUN/nsubj>2 2:spoke/VERB/ROOT>2"
BLOC = "0:The/DET/det>1 1:bloc/NOUN/nsubj>2 2:spoke/VERB/ROOT>2"
ENVOYS = "0:The/DET/det>1 1:envoys/NOUN/nsubj>2 2:spoke/VERB/ROOT>2"
OFFICIALS = "0:The/DET/det>1 1:officials/NOUN/nsubj>2 2:spoke/VERB/ROOT>2"
MFA = Participant("rus_mfa", "RUS", "Russian Foreign Ministry", 0, 24, 0)
MOD = Participant("arm_mod", "ARM", "Armenia's Defence Ministry", 0, 26, 0)
MEN = Participant("armenia", "ARM", "Armenian officials", 0, 18, 0)
EU = Participant("eu", "EU", "European Union", 0, 14, 0)
HELD = "0:Armenia/PROPN/nsubj>1 1:called/VERB/ROOT>1 2:both/DET/det>3 3:sides/NOUN/obj>1"


@pytest.mark.parametrize(
    ("text", "head", "discourse", "expected"),
    [
        (HE, 1, Discourse(person=PASHINYAN), [("pashinyan", "ARM", "he")]),
        (HE, 1, Discourse(), []),
        (WE, 1, Discourse(speaker=(AZE,)), [("azerbaijan", "AZE", "we")]),
        (WE, 1, Discourse(publisher=(RUS,)), [("russia", "RUS", "we")]),
        (WE, 1, Discourse(speaker=(AZE,), publisher=(RUS,)), [("azerbaijan", "AZE", "we")]),
        (THEY, 1, Discourse(recent=(ARM, RUS)), [("armenia", "ARM", "they"), ("russia", "RUS", "they")]),
        (THEY, 1, Discourse(), []),
        (SIDES, 2, Discourse(main=(ARM, RUS)), [("armenia", "ARM", "sides"), ("russia", "RUS", "sides")]),
        (SIDES, 2, Discourse(mentioned=SEEN), [("armenia", "ARM", "sides"), ("azerbaijan", "AZE", "sides")]),
        (SIDES, 2, Discourse(mentioned=frozenset({"ARM"})), [(None, "", "The two sides")]),
        (EACH, 1, Discourse(mentioned=SEEN), [("armenia", "ARM", "side"), ("azerbaijan", "AZE", "side")]),
        (MINISTRY, 1, Discourse(named=(MFA, RUS, MEN)), [("rus_mfa", "RUS", "ministry")]),
        (MINISTRY, 1, Discourse(named=(MFA,), speaker=(MOD,)), [("arm_mod", "ARM", "ministry")]),
        (MINISTRY, 1, Discourse(named=(RUS,)), [(None, "", "The ministry")]),
        (BLOC, 1, Discourse(named=(EU, RUS)), [("eu", "EU", "bloc")]),
        (ENVOYS, 1, Discourse(they=(ARM, RUS)), [("armenia", "ARM", "envoys"), ("russia", "RUS", "envoys")]),
        (OFFICIALS, 1, Discourse(speaker=(MEN,)), [("armenia", "ARM", "officials")]),
    ],
)
def test_what_points_back(text, head, discourse, expected):
    plural = {i: "Number=Plur" for i, word in enumerate(text.split()) if "s/NOUN" in word}
    assert read(text, [head], discourse, plural) == expected


def test_he_is_the_person_that_the_sentence_named_last():
    text = "0:Aliyev/PROPN/nsubj>1 1:came/VERB/ROOT>1 2:and/CCONJ/cc>4 3:he/PRON/nsubj>4 4:spoke/VERB/conj>1"
    assert read(text, [3], Discourse(person=PASHINYAN)) == [("ilham_aliyev", "AZE", "he")]


def test_he_is_the_speaker_of_a_reported_clause():
    text = (
        "0:Aliyev/PROPN/nsubj>1 1:told/VERB/ROOT>1 2:Macron/PROPN/obj>1 3:that/SCONJ/mark>5 4:he/PRON/nsubj>5 "
        "5:won/VERB/ccomp>1"
    )
    assert read(text, [4]) == [("ilham_aliyev", "AZE", "he")]


def test_both_sides_leave_out_who_speaks_to_them():
    text = "0:Russia/PROPN/nsubj>1 1:called/VERB/ROOT>1 2:on/ADP/case>4 3:both/DET/det>4 4:sides/NOUN/obl>1"
    sides = read(text, [4], Discourse(main=(ARM, AZE), recent=(RUS, ARM)), {4: "Number=Plur"}, outside=(RUS,))
    assert sides == [("armenia", "ARM", "sides"), ("azerbaijan", "AZE", "sides")]


def test_a_number_of_somebodys_own_is_no_group_named_before():
    text = (
        "0:Armenia/PROPN/nsubj>1 1:lost/VERB/ROOT>1 2:two/NUM/obj>1 3:of/ADP/case>5 4:its/PRON/nmod:poss>5 "
        "5:tanks/NOUN/nmod>2"
    )
    assert read(text, [2], Discourse(recent=(AZE, RUS))) == [("armenia", "ARM", "its")]


def test_its_own_words_say_where_a_party_stands():
    sentence = made("0:The/DET/det>2 1:Armenian/ADJ/amod>2 2:army/NOUN/nsubj>3 3:fired/VERB/ROOT>3")
    (actor,) = sentence.participants.of([2])
    assert (sentence.text[actor.start : actor.end], actor.i, actor.person) == ("The Armenian army", 2, False)


LEXICON = load()


class Told(NamedTuple):
    """A text, the type of one of its events, and the countries of that event's sides."""

    text: str
    type: str
    source: list[str]
    target: list[str]


WHO = [
    # two adjectives of one noun are two parties
    Told("Sanctions on Georgia were imposed by Iran and its ally, Turkey.", "SANCTION", ["IRN", "TUR"], ["GEO"]),
    Told("The UN envoy met the Armenian and Azerbaijani leaders.", "CONSULT", ["UN", "ARM", "AZE"], []),
    Told("The OSCE invited the Azerbaijani and Armenian presidents to talks.", "REQUEST", ["OSC"], ["AZE", "ARM"]),
    Told("Blinken spoke with the Azeri and Armenian foreign ministers.", "CONSULT", ["USA", "AZE", "ARM"], []),
    Told("Macron received Azerbaijani and Armenian diplomats.", "CONSULT", ["FRA", "AZE", "ARM"], []),
    Told("Tehran urged the Russian and Turkish ministers to help.", "REQUEST", ["IRN"], ["RUS", "TUR"]),
    Told("The UN envoy met the Armenian leader.", "CONSULT", ["UN", "ARM"], []),
    # Armenians of the region are its own side; those who are only in it may be the state's
    Told("Toivo Klaar met ethnic Armenian leaders of Nagorno-Karabakh.", "CONSULT", ["EU", "NKR"], []),
    Told("Azerbaijani officials met Armenian leaders of Nagorno-Karabakh.", "CONSULT", ["AZE", "NKR"], []),
    Told("Lavrov received Armenian envoys of Nagorno-Karabakh.", "CONSULT", ["RUS", "NKR"], []),
    Told("Lavrov met ethnic Armenian officials in Nagorno-Karabakh.", "CONSULT", ["RUS", "NKR"], []),
    Told("Lavrov met Armenian officials in Nagorno-Karabakh.", "CONSULT", ["RUS", "ARM"], []),
    Told("Lavrov met Armenian officials in Yerevan.", "CONSULT", ["RUS", "ARM"], []),
    # who is asked is not who the thing is about
    Told("Yerevan asked Moscow for arms in its war with Azerbaijan.", "REQUEST", ["ARM"], ["RUS"]),
    Told("Baku urged Paris to stay out of its conflict with Armenia.", "REQUEST", ["AZE"], ["FRA"]),
    Told("Pashinyan asked Putin for urgent talks on the war with Azerbaijan.", "REQUEST", ["ARM"], ["RUS"]),
    Told("Armenia asked Iran for shelter from the war against Turkey.", "REQUEST", ["ARM"], ["IRN"]),
    Told(
        "Armenian troops shelled a village near Barda, breaking a truce agreed in Washington.",
        "ASSAULT",
        ["ARM"],
        ["AZE"],
    ),
    Told(
        "Armenian troops shelled Barda and nearby villages in breach of a truce agreed in Washington.",
        "ASSAULT",
        ["ARM"],
        ["AZE"],
    ),
    # nor is who is in an example of the thing
    Told(
        "Blinken expressed support for talks with Armenia, including a meeting with Iran.",
        "SUPPORT",
        ["USA"],
        ["ARM"],
    ),
    # each of several by the others
    Told(
        "Armenia and Azerbaijan accused each other of shelling villages.", "ACCUSE", ["ARM", "AZE"], ["ARM", "AZE"]
    ),
    Told("Both Armenia and Azerbaijan blamed the other.", "ACCUSE", ["ARM", "AZE"], ["ARM", "AZE"]),
    Told("Armenia and Azerbaijan threatened each other with war.", "THREATEN", ["ARM", "AZE"], ["ARM", "AZE"]),
    Told("Both Yerevan and Baku denounced the other.", "ACCUSE", ["ARM", "AZE"], ["ARM", "AZE"]),
    Told("Armenia and Azerbaijan each accused the other of arson.", "ACCUSE", ["ARM", "AZE"], ["ARM", "AZE"]),
    Told("Armenia and Azerbaijan accused Turkey of arson.", "ACCUSE", ["ARM", "AZE"], ["TUR"]),
    # bodies of both sides, named before; of which side a border is, is not said
    Told(
        "The border commissions of Armenia and Azerbaijan were set up. The commissions met in Moscow.",
        "CONSULT",
        ["ARM", "AZE"],
        [],
    ),
    Told(
        "Working groups of Armenia and Turkey were set up. The groups met in Tbilisi.",
        "CONSULT",
        ["ARM", "TUR"],
        [],
    ),
    Told("Armenia and Azerbaijan are at peace. The commissions met in Moscow.", "CONSULT", ["ARM", "AZE"], []),
    # a list of ministers, each with a name behind
    Told(
        "Lavrov talked in turn to the Armenian Foreign Minister, Mr Mnatsakanyan, and the Azerbaijani Foreign Minister.",
        "CONSULT",
        ["RUS", "ARM", "AZE"],
        [],
    ),
    # of whom a threat is made on a condition
    Told("If Baku attacks again, it will face a harsh response, Pashinyan said.", "THREATEN", ["ARM"], ["AZE"]),
    Told("Yerevan will pay a high price if it breaks the deal, Aliyev said.", "THREATEN", ["AZE"], ["ARM"]),
    # a title whose name the parser lost
    Told(
        "Michel invited Armenian Prime Minister Nikol Pashinyan and Azerbaijani President Ilham Aliyev to Brussels.",
        "REQUEST",
        ["EU"],
        ["ARM", "AZE"],
    ),
    # a body that speaks
    Told("Turkey spoke. It said that it had struck a Syrian post.", "ASSAULT", ["TUR"], ["SYR"]),
    Told("The French government fell silent. It said it had met Iran.", "CONSULT", ["FRA", "IRN"], []),
    # whom a cleft sentence puts first
    Told("It was Azerbaijani forces that attacked Armenian villages.", "ASSAULT", ["AZE"], ["ARM"]),
    Told("It was Turkish pilots who bombed the Syrian camp.", "ASSAULT", ["TUR"], ["SYR"]),
    # states are no organisations
    Told(
        "The OSCE, France, Russia and the United States mediate. The three states urged Armenia to withdraw.",
        "REQUEST",
        ["USA", "RUS", "FRA"],
        ["ARM"],
    ),
    Told(
        "France, Russia, the United States and the EU mediate. The three countries urged Armenia to withdraw.",
        "REQUEST",
        ["USA", "RUS", "FRA"],
        ["ARM"],
    ),
    Told(
        "France, Russia and Turkey lead the Tehran-based group. The three countries urged Armenia to withdraw.",
        "REQUEST",
        ["FRA", "RUS", "TUR"],
        ["ARM"],
    ),
    # two names with a hyphen
    Told("The Armenian-Azerbaijani negotiations in Geneva ended.", "CONSULT", ["ARM", "AZE"], []),
    Told("The Mirzoyan-Bayramov talks in Tbilisi lasted an hour.", "CONSULT", ["ARM", "AZE"], []),
    Told("A Russian-Iranian meeting took place in Baku.", "CONSULT", ["RUS", "IRN"], []),
    # who does the second of two things
    Told("Macron thanked Armenia before meeting with Aliyev.", "CONSULT", ["FRA", "AZE"], []),
    # who calls for two things
    Told(
        "Russian officials called on Baku to fully respect the rights of the people and to ensure that aid is let in.",
        "REQUEST",
        ["RUS"],
        ["AZE"],
    ),
    Told("Russia warned Turkey that it would answer.", "THREATEN", ["RUS"], ["TUR"]),
    Told("France expressed condolences over the explosion in Azerbaijan.", "SUPPORT", ["FRA"], ["AZE"]),
    # whom a relative clause describes acts in the main clause
    Told(
        "Iran, which denies the report that came out on Sunday, blamed Armenia for it.", "ACCUSE", ["IRN"], ["ARM"]
    ),
    Told(
        "Russia, which had brokered the truce agreed in the war that ended on Monday, called on Turkey for restraint.",
        "REQUEST",
        ["RUS"],
        ["TUR"],
    ),
    # who met with both sides is none of them
    Told("Putin met with Aliyev and Pashinyan. The two sides agreed on a truce.", "CONCEDE", ["AZE", "ARM"], []),
    # the parties to the conflict are its states
    Told(
        "Iran met Georgia on the war of Armenia and Azerbaijan. Turkey called on the parties to the conflict to stop.",
        "REQUEST",
        ["TUR"],
        ["ARM", "AZE"],
    ),
    # who brokered a truce is no side of it
    Told("Armenia and Azerbaijan fought. A truce was brokered by Russia.", "CONCEDE", ["ARM", "AZE"], []),
    Told("Russia brokered a ceasefire between Armenia and Azerbaijan.", "CONCEDE", ["ARM", "AZE"], []),
    Told("A ceasefire between Armenia and Azerbaijan was mediated by Moscow.", "CONCEDE", ["ARM", "AZE"], []),
    Told("Moscow brokered a truce between Russia and Armenia.", "CONCEDE", ["RUS", "ARM"], []),
    # who makes help possible gives it; people are of the place that they come from
    Told("The Red Cross facilitated the transfer of two patients from Goris.", "AID", ["ICRC"], ["ARM"]),
    Told("France arranged the evacuation of Armenian students.", "AID", ["FRA"], ["ARM"]),
    Told("Azerbaijan detained a shepherd from Sisian.", "COERCE", ["AZE"], ["ARM"]),
    Told("Armenian troops wounded two teenagers from Barda.", "ASSAULT", ["ARM"], ["AZE"]),
    # the cause of a death says who did it
    Told(
        "An Armenian conscript was wounded as a result of a violation by the Azeri side.",
        "ASSAULT",
        ["AZE"],
        ["ARM"],
    ),
    Told("Armenian officer killed in Azeri firing.", "ASSAULT", ["AZE"], ["ARM"]),
    Told("The Azerbaijani soldier died after a shot from the Armenian side.", "ASSAULT", ["ARM"], ["AZE"]),
    Told("An Azerbaijani sergeant was wounded in a raid by Armenian commandos.", "ASSAULT", ["ARM"], ["AZE"]),
    # but not whose own act it was
    Told("Baku spoke. Armenian soldiers fell silent, then died in an Armenian raid.", "ASSAULT", ["ARM"], ["ARM"]),
]


@pytest.mark.parametrize("told", WHO, ids=lambda told: told.text)
def test_whom_a_text_means(told: Told) -> None:
    """An empty target in the table stands for that of a two-sided event, whose sides are on both ends."""
    events = pipeline.code(Article("x", told.text), LEXICON).events
    event = next(e for e in events if e.type == told.type)
    countries = {r: [p.country for p in event.parties if p.role == r] for r in ("source", "target")}

    assert {r: sorted(c) for r, c in countries.items()} == {
        "source": sorted(told.source),
        "target": sorted(told.target or told.source),
    }
