"""Past or future: what the words around a date say."""

from __future__ import annotations

import pytest
from made_documents import document

from contactline.dates.expressions import find_in
from contactline.dates.tense import Tense
from contactline.lexicon import load

LEXICON = load()


@pytest.mark.parametrize(
    ("text", "ahead"),
    [
        pytest.param("They will come in two days.", True, id="behind a verb of the future"),
        pytest.param("The vote is in two days.", True, id="behind what makes a day one to come"),
        pytest.param("In two days they will come.", True, id="at the beginning of its sentence"),
        pytest.param("He said that in about two days they will come.", True, id="at the beginning of its clause"),
        pytest.param("They came in two days.", False, id="behind a verb of the past"),
        pytest.param("In two days they came.", False, id="at the beginning of what is past"),
        pytest.param("They will meet for the first time in two days.", False, id="what is counted in all"),
        pytest.param("The worst attack in two days will be judged.", False, id="before its verb"),
    ],
)
def test_what_lies_ahead(text: str, ahead: bool) -> None:
    (found,) = find_in(text, LEXICON)

    assert Tense(document(text), LEXICON).lies_ahead(found) is ahead


@pytest.mark.parametrize(
    ("text", "tense"),
    [
        # X marks the date
        ("They met on X.", "past"),
        ("They signed it on X.", "past"),
        ("They will meet on X.", "future"),
        ("The talks will be opened on X.", "future"),
        ("A summit is scheduled for X.", "future"),
        ("The talks are to be held on X.", "future"),
        ("The bill is expected to be signed on X.", "future"),
        ("The road will then be opened on X.", "future"),
        ("The road will probably not open on X.", "future"),
        ("The pact may be signed on X.", "future"),
        ("The road may have been closed on X.", "past"),
        ("They're in town; they'll meet on X.", "future"),
        ("They won't meet on X.", "future"),
        ("Will they meet on X?", "future"),
        # the nearest word before it, whatever else the sentence says
        ("After they met they will talk on X.", "future"),
        ("They will say that they met on X.", "past"),
        # else the first behind it
        ("On X they will talk.", "future"),
        ("On X they talked, and they will talk again.", "past"),
        # a word in -ed that gives no tense
        ("In the disputed region on X.", ""),
        ("Talks on X in a crowded hall.", ""),
        # a headline's infinitive
        ("Ministers to hold talks X", "future"),
        ("Ministers in the town X", ""),
        # not across the sentence's end
        ("They will meet. X was cold.", "past"),
        ("They will meet.\nTalks, X", ""),
        # nor from afar
        ("They met " + "in a town by a river " * 9 + "on X.", ""),
    ],
)
def test_the_tense_at_a_date(text: str, tense: str) -> None:
    at = text.index("X")

    assert Tense(document(text), LEXICON).at(at, at + 1) == tense


LONG = "in a town by a river " * 30


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("One. Two X two. Three.", "Two X two."),
        ("X one. Two.", "X one."),
        (f"{LONG}X {LONG}", f"{LONG}"[-300:] + "X" + f" {LONG}"[:300]),
    ],
)
def test_the_sentence_around_a_date_and_no_more_than_300_characters_of_it(text: str, sentence: str) -> None:
    at = text.index("X")
    low, high = Tense(document(text), LEXICON).sentence(at, at + 1)

    assert text[low:high] == sentence
