"""Words broken at line ends, page numbers and running heads."""

from __future__ import annotations

import pytest

from contactline import lexicon
from contactline.cleaning import print_layout
from contactline.cleaning.edits import apply

WORDS = lexicon.load()


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        pytest.param("two woun-\nded men", "two wounded men", id="a broken word"),
        pytest.param("the vil-  \r\n   lage", "the village", id="with blanks"),
        pytest.param("A MEET-\nING", "A MEETING", id="in capitals"),
        pytest.param("in Upper-\nHill", "in Upper-Hill", id="a name of two parts"),
        pytest.param("the Armenian-\nheld hill", "the Armenian-held hill", id="a hyphen behind a people's name"),
        pytest.param(
            "a well-known and a well-\nknown man", "a well-known and a well-known man", id="known elsewhere"
        ),
        pytest.param("one -\ntwo", "one -\ntwo", id="a dash"),
    ],
)
def test_words_broken_at_the_end_of_a_line(raw: str, text: str) -> None:
    assert apply(raw, print_layout.edits(raw, WORDS))[0] == text


@pytest.mark.parametrize(
    ("pages", "kept"),
    [
        pytest.param(["One.\n\n  1\n", "Two.\n\n  2\n"], "One.\n\n\n\fTwo.\n\n\n", id="page numbers"),
        pytest.param(["One.\n- 1 -", "Two.\nPage 2 of 2"], "One.\n\fTwo.\n", id="page numbers in other forms"),
        pytest.param(
            ["The Post\nOne.", "The Post\nTwo.", "The Post\nThree."],
            "The Post\nOne.\f\nTwo.\f\nThree.",
            id="heads",
        ),
        pytest.param(["One.", "POST      12.05.2031\n\nTwo."], "One.\f\n\nTwo.", id="a head in columns"),
        pytest.param(
            ["They met at the\n  1\n", "bridge. They spoke."],
            "They met at the bridge. They spoke.",
            id="a sentence",
        ),
        pytest.param(["In 2031\n", "2031 was wet."], "In 2031\n\f2031 was wet.", id="a year in a sentence"),
    ],
)
def test_what_stands_between_two_pages(pages: list[str], kept: str) -> None:
    raw = "\f".join(pages)

    assert apply(raw, print_layout.edits(raw, WORDS))[0] == kept


def test_a_number_on_a_line_is_kept_in_a_text_without_pages() -> None:
    raw = "They counted:\n12\nmen."

    assert list(print_layout.edits(raw, WORDS)) == []
