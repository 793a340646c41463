"""What comes back of the sentences that are parsed."""

from __future__ import annotations

import pytest
from made_documents import document

from contactline import parsing
from contactline.lexicon import load
from contactline.parsing import parser
from contactline.records import UNKNOWN, Mention, Timex

LEXICON = load()


def spans(text, *words):
    """Where words stand in the text, one after the other."""
    at = 0
    for word in words:
        at = text.index(word, at)
        yield at, at + len(word)
        at += len(word)


def named(text, *words, form="name"):
    return tuple(
        Mention(start, end, text[start:end], "actor", form, "armenia", "ARM", other="armenia")
        for start, end in spans(text, *words)
    )


def dated(text, *words):
    return tuple(
        Timex(start, end, text[start:end], "date", "", UNKNOWN, "explicit", (start, end))
        for start, end in spans(text, *words)
    )


def parse(text, mentions=(), timexes=()):
    doc = document(text)
    return parsing.parse(doc, mentions, timexes, [s.index for s in doc.sentences], LEXICON)


def tree(tokens):
    return [(t.text, t.pos, t.dep, tokens[t.head].text) for t in tokens]


def test_a_sentence_and_its_tree():
    (tokens,) = parse("Soldiers attacked the village.").values()
    assert tree(tokens) == [
        ("Soldiers", "NOUN", "nsubj", "attacked"),
        ("attacked", "VERB", "ROOT", "attacked"),
        ("the", "DET", "det", "village"),
        ("village", "NOUN", "obj", "attacked"),
        (".", "PUNCT", "punct", "attacked"),
    ]


def test_a_sentence_that_comes_twice_has_the_same_tree_at_both_places():
    text = "Soldiers attacked the village."
    first, other, second = parse(f"{text} They left. {text}").values()

    assert tree(first) == tree(second) != tree(other)
    assert [t.start for t in second] == [t.start + len(f"{text} They left. ") for t in first]


def test_only_the_sentences_asked_for():
    doc = document("Soldiers came. They left. It rained.")
    found = parsing.parse(doc, (), (), [2, 0], LEXICON)
    assert {i: tokens[0].text for i, tokens in found.items()} == {0: "Soldiers", 2: "It"}


def test_nothing_asked_nothing_loaded(monkeypatch):
    monkeypatch.setattr(parser, "load", lambda model: pytest.fail("loaded"))
    assert parsing.parse(document("Soldiers came."), (), (), [], LEXICON) == {}


def test_offsets_and_numbers_of_the_tokens():
    text = "Yes. The “Armenian army” (the AA) came to Goris on Monday, did n't it?"
    doc = document(text)
    mentions = named(text, "Armenian army", "Goris")
    found = parsing.parse(doc, mentions, dated(text, "Monday"), [0, 1], LEXICON)
    for tokens in found.values():
        assert [t.i for t in tokens] == list(range(len(tokens)))
        assert [text[t.start : t.end] for t in tokens] == [t.text for t in tokens]
        assert all(0 <= t.head < len(tokens) for t in tokens)
        assert all(a.end <= b.start for a, b in zip(tokens, tokens[1:], strict=False))


def test_a_name_of_several_words_is_one_token():
    text = "The Armenian Defence Ministry's troops came."
    (tokens,) = parse(text, named(text, "Armenian Defence Ministry")).values()
    assert [(t.text, t.mention) for t in tokens] == [
        ("The", -1),
        ("Armenian Defence Ministry", 0),
        ("'s", -1),
        ("troops", -1),
        ("came", -1),
        (".", -1),
    ]


def test_mentions_are_numbered_over_the_whole_document():
    text = "Armenia came. Armenia and Armenia left."
    found = parse(text, named(text, "Armenia", "Armenia", "Armenia"))
    assert {i: [t.mention for t in tokens if t.mention >= 0] for i, tokens in found.items()} == {0: [0], 1: [1, 2]}


def test_a_name_reads_as_a_name_whatever_its_letters():
    text = "Qqxz attacked Zzqx."
    (tokens,) = parse(text, named(text, "Qqxz", "Zzqx")).values()
    assert tree(tokens)[:3] == [
        ("Qqxz", "PROPN", "nsubj", "attacked"),
        ("attacked", "VERB", "ROOT", "attacked"),
        ("Zzqx", "PROPN", "obj", "attacked"),
    ]


def test_a_left_out_date_hangs_on_the_word_before_it():
    text = "Soldiers attacked on Monday the village."
    (tokens,) = parse(text, timexes=dated(text, "Monday")).values()
    assert tree(tokens)[2:4] == [("on", "NUM", "date", "attacked"), ("Monday", "NUM", "date", "attacked")]
    assert tree(tokens)[5] == ("village", "NOUN", "obj", "attacked")


def test_the_head_word_of_a_description():
    text = "They freed Armenian prisoners of war."
    (tokens,) = parse(text, named(text, "Armenian prisoners of war", form="description")).values()
    assert (tokens[2].text, tokens[2].lower) == ("Armenian prisoners of war", "prisoners")


@pytest.mark.parametrize("words", [1, parser.LONGEST - 1, parser.LONGEST, parser.LONGEST + 1, 3 * parser.LONGEST])
def test_long_sentences_are_parsed_in_pieces(words):
    text = " ".join(["soldiers came and"] * (words // 3 + 1)).split()[:words]
    (tokens,) = parse(" ".join(text)).values()
    assert [t.text for t in tokens] == text
    assert all(t.i // parser.LONGEST == t.head // parser.LONGEST for t in tokens)


@pytest.mark.parametrize(
    "text", ["“”", "( )", "...", "@@#", "<script>alert(1)</script>", "\x01\x02", "🙂 🙂", "a" * 5000]
)
def test_odd_text(text):
    for tokens in parse(text).values():
        assert "".join(t.text for t in tokens) == text.replace(" ", "")
