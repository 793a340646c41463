"""The automaton: folding, word borders, how a name must be written."""

from __future__ import annotations

import pytest

from contactline.names.index import Entry, Index, fold, occurs, shape_of, stands_free


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
    assert stands_free(text, start, start + len(word)) is expected


@pytest.mark.parametrize(
    ("form", "shape"),
    [("US", "upper"), ("U.S.", "upper"), ("Sus", "capital"), ("line of contact", "any"), ("X", "capital")],
)
def test_shapes(form: str, shape: str) -> None:
    assert shape_of(form) == shape


def test_scan_gives_every_form_that_is_written_right() -> None:
    place, body = Entry("place", "nice", shape="capital"), Entry("actor", "usa", shape="upper")
    index = Index([("Nice", place), ("US", body), ("nice day", Entry("actor", "day"))])
    text = "Nice day for us, nice or not; the US left Nice."
    got = [(text[h.start : h.end], [e.ref for e in h.entries]) for h in index.scan(text, fold(text))]
    assert got == [("Nice", ["nice"]), ("Nice day", ["day"]), ("US", ["usa"]), ("Nice", ["nice"])]
    assert Index([]).scan(text, fold(text)) == []


def test_occurs_as_a_whole_word() -> None:
    assert (occurs("the hakari bridge", "hakari"), occurs("thehakari", "hakari")) == (True, False)
