"""Words that are searched for, and where they stand."""

from __future__ import annotations

from typing import NamedTuple

import pyarrow as pa
import pytest

from contactline.views.search import Search, Term, Texts, folded, matching, parse, spans


def word(*words: str) -> Term:
    return Term(words, exact=False)


def phrase(*words: str) -> Term:
    return Term(words, exact=True)


class Typed(NamedTuple):
    text: str
    wanted: tuple[tuple[Term, ...], ...] = ()
    barred: tuple[Term, ...] = ()


@pytest.mark.parametrize(
    "typed",
    [
        Typed(""),
        Typed(' - " , &'),
        Typed("Truce border", ((word("truce"),), (word("border"),))),
        Typed('truce OR "cease fire" border', ((word("truce"), phrase("cease", "fire")), (word("border"),))),
        Typed("truce | ceasefire | armistice", ((word("truce"), word("ceasefire"), word("armistice")),)),
        Typed('talks -Moscow -"in Baku"', ((word("talks"),),), (word("moscow"), phrase("in", "baku"))),
        Typed("talks NOT Moscow AND border", ((word("talks"),), (word("border"),)), (word("moscow"),)),
        Typed("OR truce OR", ((word("truce"),),)),
        Typed("-truce", (), (word("truce"),)),
        Typed("cease-fire", ((word("cease", "fire"),),)),
        Typed("\N{LEFT DOUBLE QUOTATION MARK}line of contact", ((phrase("line", "of", "contact"),),)),
        Typed("Xankəndi Ağdam İsmayıllı", ((word("xankendi"),), (word("agdam"),), (word("ismayilli"),))),
    ],
    ids=lambda typed: typed.text or "nothing",
)
def test_what_is_typed_is_understood(typed: Typed) -> None:
    assert parse(typed.text) == Search(typed.wanted, typed.barred)


SENTENCES = (
    "Shells hit Xankəndi, the town’s mayor said.",
    "A cease-fire was agreed; ceasefires rarely last.",
    "",
    None,
    "Fire ceased.",
    "The cease",
    "fire went out in İsmayıllı",
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("xankendi", [0]),
        ("cease", [1, 4, 5]),
        ('"cease"', [1, 5]),
        ('"cease fire"', [1]),  # not across the border of two sentences
        ("cease-fi", [1]),
        ('"cease fi"', []),
        ("FIRE -agreed", [4, 6]),
        ("mayor OR ismayilli", [0, 6]),
        ("town s", [0]),
        ("-fire", [0, 2, 3, 5]),
        ("ease", []),
        ("", [0, 1, 2, 3, 4, 5, 6]),
    ],
)
def test_texts_that_a_search_finds(text: str, found: list[int]) -> None:
    texts = Texts.build(pa.chunked_array([list(SENTENCES[:3]), list(SENTENCES[3:])], pa.string()))

    assert matching(parse(text), texts).nonzero()[0].tolist() == found


def test_no_texts_hold_nothing() -> None:
    for none in ([], [None, ""]):
        texts = Texts.build(pa.array(none, pa.string()))
        assert matching(parse("truce"), texts).tolist() == [False] * len(none)


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("xankendi", ["Xankəndi"]),
        ("cease", ["Cease", "ceasefires"]),
        ('"cease fire"', ["Cease-Fire"]),
        ('ceasefires OR "in xankendi" -fire', ["in Xankəndi", "ceasefires"]),
        ("ilham", ["İlham"]),
        ("-cease", []),
        ("", []),
    ],
)
def test_the_words_are_marked_as_they_stand(text: str, marked: list[str]) -> None:
    sentence = "The Cease-Fire in Xankəndi, says İlham’s man, ends all ceasefires."

    assert [sentence[first:last] for first, last in spans(sentence, parse(text))] == marked


def test_marks_and_matches_agree() -> None:
    texts = [text or "" for text in SENTENCES]
    for text in ("cease", '"cease fire"', "xankendi", "s mayor", "fire"):
        found = matching(parse(text), Texts.build(pa.array(texts)))
        assert [bool(spans(one, parse(text))) for one in texts] == found.tolist()


def test_folding_keeps_letters_and_drops_signs() -> None:
    assert folded("Şuşa/Shushi №5, Ł!") == "susa shushi no5  l "
