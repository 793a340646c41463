"""Reading the pattern table: what each cell becomes, which of two patterns comes first, which cells make no sense."""

from __future__ import annotations

import pytest
from made_lexicon import with_tables

from contactline.lexicon import Lexicon, LexiconError, load, patterns, split_cell
from contactline.lexicon.schema import PLOVER_TYPES

LEXICON = load()

HEADER = "pattern_id,type,mode,pos,trigger,frame,source,target,sided,inner,example,expect"
CLASSES = "class,pos,words\naid,n,food;medicine;bread\nsaying,v,say\nsaying,n,word\nready,a,due\nmoves,nv,halt\n"
FORMS = "lemma,pos,forms\nsend,v,sent\n"


def lexicon(*rows: str) -> Lexicon:
    table = "\n".join(["# a comment, with a comma", HEADER, *rows, ""])
    return with_tables(patterns=table, word_classes=CLASSES, inflections=FORMS)


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("p,AID,,v,send,obj,,,,,,", "frame 'obj': expected slot=value or !slot"),
        ("p,AID,,v,send,obj=,,,,,,", "frame 'obj=': expected slot=value or !slot"),
        ("p,AID,,v,send,obj=@arms,,,,,,", "frame 'obj=@arms': no class 'arms' in word_classes.csv"),
        ("p,AID,,v,send,obj={AIDE},,,,,,", "frame 'obj={AIDE}': 'AIDE' is no type"),
        ("p,AID,,v,send,object=food,,,,,,", "frame 'object=food': no slot 'object'"),
        ("p,AID,,v,send,to/obj.too=food,,,,,,", "frame 'to/obj.too=food': no slot 'too'"),
        ("p,AID,,v,send,,subj+sender,,,,,", "source 'subj+sender': no slot 'sender'"),
        ("p,AID,,v,send,,,any,,,,", "target 'any': no slot 'any'"),
    ],
)
def test_a_cell_that_makes_no_sense_is_named_with_its_row(row: str, message: str) -> None:
    with pytest.raises(LexiconError) as raised:
        patterns.load(lexicon(row))
    assert str(raised.value).startswith(f"patterns.csv row 3 (p): {message}")


def condition(
    *slots: str,
    words: str = "",
    types: str = "",
    party: bool = False,
    person: bool = False,
    state: bool = False,
    anything: bool = False,
    absent: bool = False,
) -> patterns.Condition:
    return patterns.Condition(
        slots, frozenset(split_cell(words)), frozenset(split_cell(types)), party, person, state, anything, absent
    )


@pytest.mark.parametrize(
    ("frame", "expected"),
    [
        ("", ()),
        ("obj=*", (condition("obj", anything=True),)),
        ("!obj", (condition("obj", anything=True, absent=True),)),
        ("to/obj.to=#party", (condition("to", "obj.to", party=True),)),
        ("obj=#person", (condition("obj", person=True),)),
        ("subj=#state", (condition("subj", state=True),)),
        ("obj={AID}", (condition("obj", types="AID"),)),
        ("obj={coop}", (condition("obj", types="AGREE;CONSULT;SUPPORT;CONCEDE;COOPERATE;AID;RETREAT"),)),
        (
            "obj={conflict}",
            (condition("obj", types="REQUEST;ACCUSE;REJECT;THREATEN;PROTEST;SANCTION;MOBILIZE;COERCE;ASSAULT"),),
        ),
        ("obj=@aid", (condition("obj", words="food;foods;medicine;medicines;bread;breads"),)),
        ("comp=@moves", (condition("comp", words="halt;halts;halted;halting"),)),
        ("head=@saying", (condition("head", words="say;says;sayed;saying;word;words"),)),
        (
            "!obj.mod=phone_call prt=off",
            (
                condition("obj.mod", words="phone call;phone calls;phone called;phone calling", absent=True),
                condition("prt", words="off;offs;offed;offing"),
            ),
        ),
    ],
)
def test_a_frame_is_its_conditions(frame: str, expected: tuple[patterns.Condition, ...]) -> None:
    table = patterns.load(lexicon(f"p,AID,,v,send,{frame},,,,,,"))
    assert table.all[0].conditions == expected


@pytest.mark.parametrize(
    ("pos", "cells", "expected"),
    [
        ("v", ",", (("subj",), ("obj",))),
        ("a", ",", (("subj",), ("obj",))),
        ("n", ",", (("subj", "poss", "by", "adj"), ("against", "on", "with", "of", "to"))),
        ("m", "said,subj", (("said",), ("subj",))),
        ("n", "subj+between;by,obj.to", (("subj+between", "by"), ("obj.to",))),
    ],
)
def test_sides_are_asked_in_order(pos: str, cells: str, expected: tuple[tuple[str, ...], tuple[str, ...]]) -> None:
    pattern = patterns.load(lexicon(f"p,AID,,{pos},send,,{cells},2,keep,E.,AID >")).all[0]
    assert (pattern.source, pattern.target) == expected
    assert (pattern.two_sided, pattern.inner, pattern.example, pattern.expect, pattern.row) == (
        True,
        "keep",
        "E.",
        "AID >",
        3,
    )


def test_the_more_demanding_pattern_comes_first() -> None:
    table = patterns.load(
        lexicon(
            "any,AID,,v,send,,,,,,,",
            "object,AID,,v,send,obj=*,,,,,,",
            "class,AID,,v,send,obj=@aid,,,,,,",
            "party,AID,,v,send,obj=#party,,,,,,",
            "not,AID,,v,send,!to !from !by,,,,,,",
            "word,AID,,v,send,obj=food,,,,,,",
            "noun,AID,,n,relief convoy;convoy,,,,,,,",
        )
    )
    assert [(before, p.pattern_id) for before, p in table.by_verb["sent"]] == [
        ("", "word"),
        ("", "class"),
        ("", "not"),
        ("", "party"),
        ("", "object"),
        ("", "any"),
    ]
    assert [(before, p.pattern_id) for before, p in table.by_noun["convoys"]] == [("relief", "noun"), ("", "noun")]
    assert sorted(table.by_verb) == ["send", "sending", "sends", "sent"]
    assert (table.by_modal, table.by_adjective) == ({}, {})


def test_the_shipped_table_is_sorted_and_covers_every_type() -> None:
    table = patterns.load(LEXICON)
    keys = [(p.type, p.pattern_id) for p in table.all]
    assert keys == sorted(keys)
    assert {p.type for p in table.all} == {*PLOVER_TYPES, "NONE"}
    assert [p.pattern_id for p in table.all if not p.pattern_id.startswith(f"{p.type.lower()}-")] == []
