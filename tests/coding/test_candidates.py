"""The events of one sentence with who did it to whom, with a small table of patterns of its own."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from made_lexicon import with_tables
from made_sentences import made

from contactline import pipeline
from contactline.coding import candidates
from contactline.coding.candidates import Candidate
from contactline.coding.participants import Discourse, Participant
from contactline.coding.sentence import SentenceContext
from contactline.lexicon import load, patterns
from contactline.records import Article, Party

LEXICON = load()

TABLE = """pattern_id,type,mode,pos,trigger,frame,source,target,sided,inner,example,expect
accuse,ACCUSE,,v,accuse,,subj,obj,,,,
aid,AID,,v,aid,,subj,obj,,,,
aid-n,AID,,n,aid,,by;adj,to,,,,
attack,ASSAULT,,v,attack;shell,,subj,obj,,,,
attack-n,ASSAULT,,n,shelling;attack,,by;adj,on;of,,,,
broker,CONSULT,third-party,v,broker,,subj,between;obj,,,,
expel,SANCTION,expel,v,expel,,subj,obj,,,,
flee,SANCTION,expel,v,flee,,from,subj,,,,
kill,ASSAULT,,v,kill,,subj,obj,,,,
march,PROTEST,,v,march,,subj,against,,,,
meet,CONSULT,,v,meet,,subj,obj;with,2,,,
must,REQUEST,,m,must,,said,subj,,,,
release,RETREAT,release,v,release,,subj,obj,,,,
reject,REJECT,,v,reject,,subj,obj,,,,
talks,CONSULT,,n,talks,,subj+between,with;between,2,,,
threaten,THREATEN,,v,threaten,,subj,obj,,,,
truce,RETREAT,ceasefire,n,truce,,subj+between,between,2,,,
"""
SEEN = {"ARM": 1, "AZE": 1}


@pytest.fixture(scope="module")
def read() -> Callable[..., tuple[list[Candidate], dict[int, int]]]:
    """The candidates of a sentence in the notation of trees.py, whose article has named both states."""
    table = patterns.load(with_tables(patterns=TABLE))

    def drafted(text: str, seen: dict[str, int] = SEEN) -> tuple[list[Candidate], dict[int, int]]:
        sentence = made(text, discourse=Discourse(mentioned=frozenset(seen)))
        return candidates.find(SentenceContext(sentence.clauses, sentence.participants, table, LEXICON))

    return drafted


def parties(actors: tuple[Participant, ...]) -> str:
    return "+".join(a.country or a.text for a in actors)


def row(candidate: Candidate) -> tuple[str, str, str, str, str, str, str]:
    """(pattern, type, status, source, target, mediators, speakers)"""
    return (
        candidate.trigger.pattern.pattern_id,
        candidate.type,
        candidate.status,
        parties(candidate.source),
        parties(candidate.target),
        parties(candidate.mediators),
        parties(candidate.said.speakers) if candidate.said else "",
    )


ACT = "0:{}/PROPN/nsubj>1 1:{}/VERB/ROOT>1 2:{}/PROPN/obj>1"
WITH = "0:Russia/PROPN/nsubj>{0} 1:{1}/AUX/aux>{0} "
AUX = "0:Russia/PROPN/nsubj>2 1:{}/AUX/aux>2 2:{}/VERB/ROOT>2 3:{}/PROPN/obj>2"
NOT = "0:Russia/PROPN/nsubj>3 1:did/AUX/aux>3 2:not/PART/advmod>3 3:{}/VERB/ROOT>3 4:Armenia/PROPN/obj>3"
REFUSED = "0:Russia/PROPN/nsubj>1 1:refused/VERB/ROOT>1 2:to/PART/mark>3 3:{}/VERB/xcomp>1 4:Armenia/PROPN/obj>3"
SAID = "0:Aliyev/PROPN/nsubj>1 1:said/VERB/ROOT>1 2:{}/PROPN/nsubj>4 3:{}/AUX/aux>4 4:{}/VERB/ccomp>1 5:{}/PROPN/obj>4"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("0:Russia/PROPN/nsubj>1 1:slept/VERB/ROOT>1", []),
        (ACT.format("Russia", "aided", "Armenia"), [("aid", "AID", "reported", "RUS", "ARM", "", "")]),
        # both parties of a two-sided event stand on both sides
        (ACT.format("Russia", "met", "Armenia"), [("meet", "CONSULT", "reported", "RUS+ARM", "RUS+ARM", "", "")]),
        # nobody aids himself
        (ACT.format("Armenia", "aided", "Pashinyan"), [("aid", "AID", "reported", "ARM", "", "", "")]),
        # what is nobody's is no event
        ("0:It/PRON/nsubj>1 1:met/VERB/ROOT>1", []),
        ("0:Violence/NOUN/nsubj>1 1:expelled/VERB/ROOT>1 2:Armenia/PROPN/obj>1", []),
    ],
)
def test_who_did_it_to_whom(read: Callable, text: str, expected: list[tuple]) -> None:
    assert [row(d) for d in read(text)[0]] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # to come: a cooperative act is promised, another planned, and threatened where it is said
        (AUX.format("will", "aid", "Armenia"), [("aid", "AGREE", "planned", "RUS", "ARM", "", "")]),
        (AUX.format("will", "meet", "Armenia"), [("meet", "AGREE", "planned", "RUS", "ARM", "", "")]),
        (AUX.format("will", "attack", "Armenia"), [("attack", "ASSAULT", "planned", "RUS", "ARM", "", "")]),
        (
            SAID.format("Azerbaijan", "will", "attack", "Armenia"),
            [("attack", "THREATEN", "reported", "AZE", "ARM", "", "AZE")],
        ),
        # refused
        (REFUSED.format("aid"), [("aid", "REJECT", "reported", "RUS", "ARM", "", "")]),
        (REFUSED.format("meet"), [("meet", "REJECT", "reported", "RUS+ARM", "RUS+ARM", "", "")]),
        (REFUSED.format("attack"), []),
        # told as not done
        (NOT.format("aid"), [("aid", "REJECT", "reported", "RUS", "ARM", "", "")]),
        (NOT.format("attack"), [("attack", "ASSAULT", "denied", "RUS", "ARM", "", "")]),
        (NOT.format("reject"), []),
        (NOT.format("meet"), [("meet", "CONSULT", "denied", "RUS+ARM", "RUS+ARM", "", "")]),
        # demanded by who says so
        (
            SAID.format("Armenia", "should", "release", "Macron"),
            [("release", "REQUEST", "reported", "AZE", "ARM", "", "AZE")],
        ),
        # only supposed
        (AUX.format("could", "attack", "Armenia"), []),
    ],
)
def test_how_it_is_told_turns_it(read: Callable, text: str, expected: list[tuple]) -> None:
    assert [row(d) for d in read(text)[0]] == expected


@pytest.mark.parametrize(
    ("text", "seen", "expected"),
    [
        # an accord or a fight told of one side has the other as well
        (
            "0:Azerbaijan/PROPN/nsubj>1 1:reached/VERB/ROOT>1 2:a/DET/det>3 3:truce/NOUN/obj>1",
            SEEN,
            [("truce", "RETREAT", "reported", "AZE+ARM", "AZE+ARM", "", "")],
        ),
        # shelling told of nobody is of the two states, where the article names them
        (
            "0:Shelling/NOUN/nsubj>1 1:began/VERB/ROOT>1",
            SEEN,
            [("attack-n", "ASSAULT", "reported", "ARM+AZE", "ARM+AZE", "", "")],
        ),
        ("0:Shelling/NOUN/nsubj>1 1:began/VERB/ROOT>1", {}, []),
        # and not where the sentence plays elsewhere
        ("0:Shelling/NOUN/nsubj>1 1:began/VERB/ROOT>1 2:in/ADP/case>3 3:Kyiv/PROPN/obl>1", SEEN, []),
        # protesters are people of the place
        (
            "0:Students/NOUN/nsubj>1 1:marched/VERB/ROOT>1 2:in/ADP/case>3 3:Goris/PROPN/obl>1",
            SEEN,
            [("march", "PROTEST", "reported", "ARM", "", "", "")],
        ),
        # Armenians driven from the region are its people
        (
            "0:Azerbaijan/PROPN/nsubj>1 1:expelled/VERB/ROOT>1 2:Armenia/PROPN/obj>1 3:from/ADP/case>4 "
            "4:Karabakh/PROPN/obl>1",
            SEEN,
            [("expel", "SANCTION", "reported", "AZE", "NKR", "", "")],
        ),
    ],
)
def test_what_goes_without_saying(read: Callable, text: str, seen: dict[str, int], expected: list[tuple]) -> None:
    assert [row(d) for d in read(text, seen)[0]] == expected


@pytest.mark.parametrize(
    ("text", "expected", "aliases"),
    [
        # a noun in the clause of a verb of its own type
        (
            "0:Russia/PROPN/nsubj>1 1:aided/VERB/ROOT>1 2:Armenia/PROPN/obj>1 3:with/ADP/case>4 4:aid/NOUN/obl>1",
            [("aid", "AID", "reported", "RUS", "ARM", "", "")],
            {},
        ),
        # who brokered it is the mediator of what was brokered
        (
            "0:Talks/NOUN/nsubj>8 1:between/ADP/case>2 2:Armenia/PROPN/nmod>0 3:and/CCONJ/cc>4 4:Azerbaijan/PROPN/conj>2 "
            "5:brokered/VERB/acl>0 6:by/ADP/case>7 7:Russia/PROPN/obl>5 8:began/VERB/ROOT>8",
            [("talks", "CONSULT", "reported", "ARM+AZE", "ARM+AZE", "RUS", "")],
            {},
        ),
        # so is who brokered the subject of a passive, whose parties are then the sides of the conflict
        (
            "0:A/DET/det>1 1:truce/NOUN/nsubj:pass>3 2:was/AUX/aux:pass>3 3:brokered/VERB/ROOT>3 4:by/ADP/case>5 "
            "5:Russia/PROPN/obl:agent>3",
            [("truce", "RETREAT", "reported", "ARM+AZE", "ARM+AZE", "RUS", "")],
            {},
        ),
        # a verb that completes one of its own type
        (
            "0:Residents/NOUN/nsubj:pass>2 1:were/AUX/aux:pass>2 2:expelled/VERB/ROOT>2 3:fleeing/VERB/advcl>2 "
            "4:Armenia/PROPN/obj>3",
            [("expel", "SANCTION", "reported", "", "Residents", "", "")],
            {},
        ),
        # a clause that describes an attack
        (
            "0:An/DET/det>1 1:attack/NOUN/nsubj>6 2:by/ADP/case>3 3:Azerbaijan/PROPN/nmod>1 4:shelling/VERB/acl>1 "
            "5:Shusha/PROPN/obj>4 6:began/VERB/ROOT>6",
            [("attack-n", "ASSAULT", "reported", "AZE", "AZE", "", "")],
            {4: 0},
        ),
        # a killing is the outcome of the attack beside it, and its words are the attack's
        (
            "0:The/DET/det>1 1:shelling/NOUN/nsubj>4 2:of/ADP/case>3 3:Shusha/PROPN/nmod>1 4:killed/VERB/ROOT>4 "
            "5:Armenia/PROPN/obj>4",
            [("attack-n", "ASSAULT", "reported", "", "AZE", "", "")],
            {4: 0},
        ),
        # one with a doer of its own, told before the attack, is not
        (
            "0:Russia/PROPN/nsubj>1 1:killed/VERB/ROOT>1 2:France/PROPN/obj>1 3:and/CCONJ/cc>5 "
            "4:Azerbaijan/PROPN/nsubj>5 5:attacked/VERB/conj>1 6:Armenia/PROPN/obj>5",
            [
                ("kill", "ASSAULT", "reported", "RUS", "FRA", "", ""),
                ("attack", "ASSAULT", "reported", "AZE", "ARM", "", ""),
            ],
            {},
        ),
    ],
)
def test_what_is_told_twice_is_one_event(
    read: Callable, text: str, expected: list[tuple], aliases: dict[int, int]
) -> None:
    found, words = read(text)

    assert ([row(d) for d in found], words) == (expected, aliases)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # who brokered it is named as the mediator of what was done
        (
            "Azerbaijan, mediated by Georgian officials, handed over ten prisoners to Armenia.",
            [("RETREAT", "AZE", "ARM", "GEO")],
        ),
        # what is done on a day of its own is no outcome of what has gone on for long
        (
            "Armenia has shelled Azerbaijan for weeks, and on Monday a farmer was killed in Agdam.",
            [("ASSAULT", "ARM", "AZE", ""), ("ASSAULT", "", "AZE", "")],
        ),
        ("Armenia shelled Azerbaijan and a farmer was killed in Agdam.", [("ASSAULT", "ARM", "AZE", "")]),
        # nouns joined by "and" are one event, unless the second says where
        (
            "Clashes and skirmishes between Armenia and Azerbaijan broke out.",
            [("ASSAULT", "ARM+AZE", "ARM+AZE", "")],
        ),
        (
            "Iranian attacks on Israel and Israeli bombing of Iran continued.",
            [("ASSAULT", "IRN", "ISR", ""), ("ASSAULT", "ISR", "IRN", "")],
        ),
        # what was done beside an agreement is no part of it
        (
            "Armenia and Azerbaijan agreed to go on when they met in Brussels.",
            [("AGREE", "ARM+AZE", "ARM+AZE", ""), ("CONSULT", "ARM+AZE", "ARM+AZE", "")],
        ),
        # whose agreement it was that is told of before another's clause
        (
            "After reaching an agreement with Azerbaijan, the Armenian ministry left.",
            [("SUPPORT", "ARM+AZE", "ARM+AZE", "")],
        ),
        # what somebody thinks of a deal does not make it
        ("The Armenian opposition sees the deal as treason.", []),
        ("Protests in Yerevan have been ongoing since 19 September.", [("PROTEST", "ARM", "ARM", "")]),
    ],
)
def test_from_a_sentence_to_its_events(text: str, expected: list[tuple[str, str, str, str]]) -> None:
    article = Article("x", text, published=date(2023, 9, 22), published_basis="metadata")
    found = pipeline.code(article, LEXICON).events
    assert [
        (e.type, *(_of(e.parties, role) for role in ("source", "target", "mediator"))) for e in found
    ] == expected


def _of(parties: tuple[Party, ...], role: str) -> str:
    return "+".join(sorted({p.country for p in parties if p.role == role}))
