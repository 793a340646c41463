"""Which words fire which pattern, with a small table of patterns of its own."""

from __future__ import annotations

import pytest
from made_lexicon import with_tables
from made_sentences import made

from contactline.lexicon import patterns

TABLE = """pattern_id,type,mode,pos,trigger,frame,source,target,sided,inner,example,expect
aid-send,AID,,v,send,obj=@aid,subj,to,,,Iran sent aid to Armenia.,AID IRN>ARM
aid-send-any,MOBILIZE,,v,send,,subj,to,,,Iran sent tanks to Armenia.,MOBILIZE IRN>ARM
assault-air-raid,ASSAULT,aerial,n,air raid,,by;adj,on,,,,
assault-fight,ASSAULT,,n,fighting,,,,2,,,
assault-raid,ASSAULT,,n,raid,,by;adj,on,,,,
assault-shoot-down,ASSAULT,,v,shoot,prt=down,subj,obj,,,,
consult-talks,CONSULT,,n,talk;talks,told=*,subj+between,with;between,2,,,
consult-visit,CONSULT,visit,v,visit,obj=#party,subj,obj,2,,,
none-heart,NONE,,n,attack,mod=heart,,,,,,
assault-attack,ASSAULT,,n,attack,,poss,on,,,,
reject-passive,REJECT,,v,reject,passive=*,subj,obj,,,,
request-call,REQUEST,,v,call,on=#party,subj,on,,absorb,,
request-keep,REQUEST,,v,urge,obj=#party,subj,obj,,,,
request-must,REQUEST,,m,must,,said,subj,,,,
retreat-end,RETREAT,,v,end,obj={ASSAULT},subj,obj,,,,
support-ready,SUPPORT,,a,supportive,of=*,subj,of,,,,
"""


@pytest.fixture(scope="module")
def table():
    return patterns.load(with_tables(patterns=TABLE))


SENT = "0:Russia/PROPN/nsubj>1 1:sent/VERB/ROOT>1 2:{}/NOUN/obj>1 3:to/ADP/case>4 4:Armenia/PROPN/obl>1"
CALLED = (
    "0:Russia/PROPN/nsubj>1 1:{}/VERB/ROOT>1 2:on/ADP/case>3 3:Baku/PROPN/{}>1 4:to/PART/mark>5 5:end/VERB/xcomp>1 "
    "6:the/DET/det>7 7:fighting/NOUN/obj>5"
)
HELD = "0:Armenia/PROPN/nsubj>1 1:{}/VERB/ROOT>1 2:talks/NOUN/obj>1 3:with/ADP/case>4 4:Azerbaijan/PROPN/nmod>2"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # (word, verb of its clause, whether that carries it, pattern)
        (SENT.format("medicine"), [("sent", "sent", True, "aid-send")]),
        (SENT.format("tanks"), [("sent", "sent", True, "aid-send-any")]),
        (HELD.format("held"), [("talks", "held", True, "consult-talks")]),
        (HELD.format("mocked"), []),
        (
            "0:Talks/NOUN/nsubj>3 1:with/ADP/case>2 2:Baku/PROPN/nmod>0 3:began/VERB/ROOT>3",
            [("Talks", "began", True, "consult-talks")],
        ),
        (
            "0:Aliyev/PROPN/nsubj>1 1:visited/VERB/ROOT>1 2:Russia/PROPN/obj>1",
            [("visited", "visited", True, "consult-visit")],
        ),
        ("0:Aliyev/PROPN/nsubj>1 1:visited/VERB/ROOT>1 2:ruins/NOUN/obj>1", []),
        (
            "0:Troops/NOUN/nsubj>1 1:shot/VERB/ROOT>1 2:down/ADP/compound:prt>1 3:a/DET/det>4 4:drone/NOUN/obj>1",
            [("shot", "shot", True, "assault-shoot-down")],
        ),
        ("0:Troops/NOUN/nsubj>1 1:shot/VERB/ROOT>1 2:a/DET/det>3 3:drone/NOUN/obj>1", []),
        (
            "0:An/DET/det>2 1:air/NOUN/compound>2 2:raid/NOUN/nsubj>5 3:on/ADP/case>4 4:Goris/PROPN/nmod>2 "
            "5:began/VERB/ROOT>5",
            [("raid", "began", True, "assault-air-raid")],
        ),
        (
            "0:A/DET/det>2 1:night/NOUN/compound>2 2:raid/NOUN/nsubj>5 3:on/ADP/case>4 4:Goris/PROPN/nmod>2 "
            "5:began/VERB/ROOT>5",
            [("raid", "began", True, "assault-raid")],
        ),
        ("0:A/DET/det>2 1:heart/NOUN/compound>2 2:attack/NOUN/nsubj>3 3:followed/VERB/ROOT>3", []),
        (
            "0:An/DET/det>1 1:attack/NOUN/nsubj>2 2:followed/VERB/ROOT>2",
            [("attack", "followed", True, "assault-attack")],
        ),
        (
            "0:The/DET/det>1 1:plan/NOUN/nsubj:pass>3 2:was/AUX/aux:pass>3 3:rejected/VERB/ROOT>3",
            [("rejected", "rejected", True, "reject-passive")],
        ),
        ("0:Armenia/PROPN/nsubj>1 1:rejected/VERB/ROOT>1 2:plans/NOUN/obj>1", []),
        # "absorb": what is asked for is no event of its own
        (CALLED.format("called", "obl"), [("called", "called", True, "request-call")]),
        (
            "0:Russia/PROPN/nsubj>1 1:urged/VERB/ROOT>1 2:Azerbaijan/PROPN/obj>1 3:to/PART/mark>4 4:send/VERB/xcomp>1 "
            "5:tents/NOUN/obj>4",
            [("urged", "urged", True, "request-keep"), ("send", "send", True, "aid-send")],
        ),
        # a frame that asks for an event takes it in
        (
            "0:Azerbaijan/PROPN/nsubj>1 1:ended/VERB/ROOT>1 2:the/DET/det>3 3:fighting/NOUN/obj>1",
            [("ended", "ended", True, "retreat-end")],
        ),
        ("0:Azerbaijan/PROPN/nsubj>1 1:ended/VERB/ROOT>1 2:the/DET/det>3 3:tour/NOUN/obj>1", []),
        (
            "0:Aliyev/PROPN/nsubj>1 1:said/VERB/ROOT>1 2:Armenia/PROPN/nsubj>4 3:must/AUX/aux>4 4:listen/VERB/ccomp>1",
            [("must", "said", True, "request-must")],
        ),
        (
            "0:Aliyev/PROPN/nsubj>1 1:said/VERB/ROOT>1 2:we/PRON/nsubj>4 3:must/AUX/aux>4 4:listen/VERB/ccomp>1",
            [],
        ),
        (
            "0:Paris/PROPN/nsubj>2 1:is/AUX/cop>2 2:supportive/ADJ/ROOT>2 3:of/ADP/case>4 4:Armenia/PROPN/obl>2",
            [("supportive", "supportive", True, "support-ready")],
        ),
        # a participle before a noun tells nothing
        ("0:The/DET/det>2 1:rejected/VERB/amod>2 2:plan/NOUN/nsubj>3 3:stands/VERB/ROOT>3", []),
    ],
)
def test_triggers(table, text, expected):
    sentence = made(text)
    assert [
        (sentence.tokens[t.i].text, sentence.tokens[t.verb].text, t.support, t.pattern.pattern_id)
        for t in sentence.triggers(table)
    ] == expected


def test_a_noun_has_the_slots_of_the_verb_that_carries_it(table):
    sentence = made(HELD.format("held"))
    (trigger,) = sentence.triggers(table)
    assert {slot: sentence.words(trigger.slots[slot]) for slot in ("subj", "with", "told")} == {
        "subj": ["Armenia"],
        "with": ["Azerbaijan"],
        "told": ["held"],
    }


def test_triggers_stand_in_the_order_of_the_text(table):
    sentence = made(
        "0:Russia/PROPN/nsubj>1 1:sent/VERB/ROOT>1 2:aid/NOUN/obj>1 3:and/CCONJ/cc>4 4:visited/VERB/conj>1 "
        "5:Armenia/PROPN/obj>4 6:after/ADP/case>8 7:an/DET/det>8 8:attack/NOUN/obl>4"
    )
    assert [sentence.tokens[t.i].text for t in sentence.triggers(table)] == ["sent", "visited", "attack"]


def test_a_name_is_no_trigger(table):
    sentence = made("0:Armenia/VERB/ROOT>0 1:Azerbaijan/VERB/conj>0")
    assert sentence.triggers(table) == []
