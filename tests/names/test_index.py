"""The automaton: folding, word borders, how a name must be written."""

from __future__ import annotations

import pytest

from contactline.names.index import NameIndex, NameSense, contains_words, fold, is_whole_word, shape_of


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Xankəndi’s", "xankendi's"),
        ("İstanbul", "istanbul"),
        ("Nagorno–Karabakh\n", "nagorno-karabakh "),
        ("Ерeван", "Ерeван"),
    ],
)
def test_fold_keeps_the_length(text: str, folded: str) -> None:
    assert fold(text) == folded
    assert len(folded) == len(text)


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("in Baku.", "Baku", True),
        ("Bakuriani", "Baku", False),
        ("a_Baku", "Baku", False),
        ("enclaveArmenia", "Armenia", True),
        ("ArmeniaThe", "Armenia", True),
        ("aBaku", "Baku", False),  # too short to stand glued
    ],
)
def test_word_borders(text: str, word: str, expected: bool) -> None:
    start = text.index(word)
    assert is_whole_word(text, start, start + len(word)) is expected


@pytest.mark.parametrize(
    ("form", "shape"),
    [("US", "upper"), ("U.S.", "upper"), ("Sus", "capital"), ("line of contact", "any"), ("X", "capital")],
)
def test_shapes(form: str, shape: str) -> None:
    assert shape_of(form) == shape


def test_every_form_that_is_written_right_is_matched() -> None:
    place, body = NameSense("place", "nice", shape="capital"), NameSense("actor", "usa", shape="upper")
    index = NameIndex([("Nice", place), ("US", body), ("nice day", NameSense("actor", "day"))])
    text = "Nice day for us, nice or not; the US left Nice."
    got = [(text[h.start : h.end], [e.ref for e in h.senses]) for h in index.matches(text, fold(text))]
    assert got == [("Nice", ["nice"]), ("Nice day", ["day"]), ("US", ["usa"]), ("Nice", ["nice"])]
    assert NameIndex([]).matches(text, fold(text)) == []


def test_occurs_as_a_whole_word() -> None:
    assert (contains_words("the hakari bridge", "hakari"), contains_words("thehakari", "hakari")) == (True, False)


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        pytest.param("sus", True, id="a form"),
        pytest.param("su", False, id="a piece of one"),
        pytest.param("us", False, id="a form that is written in capitals only"),
    ],
)
def test_is_form(word: str, expected: bool) -> None:
    forms = [(form, NameSense("place", form, shape=shape_of(form))) for form in ("Sus", "US")]
    assert NameIndex(forms).is_form(word) is expected


def test_an_empty_index_has_no_forms() -> None:
    assert NameIndex([]).is_form("sus") is False
