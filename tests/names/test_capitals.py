"""Capitalised words in a row."""

from __future__ import annotations

import pytest
from made_names import matched

from contactline.names.capitals import begins_sentence, follows_rank, is_in_headline, runs

LONG = "This line is so long that it goes on behind its end, says Garik"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("It rained when Garik Melikov came.", ["garik melikov"], id="two words"),
        pytest.param("In town Garik came, and Sona left.", [], id="one word alone"),
        pytest.param("It was sergeant Melikov, not Col. Aghayan.", ["melikov", "aghayan"], id="behind a rank"),
        pytest.param("For Garik Melikov's Party Office.", ["for garik melikov", "party office"], id="possessive"),
        pytest.param(f"{LONG}\nMelikov.", ["garik melikov"], id="wrapped line"),
        pytest.param("By Garik\nMelikov came.", ["by garik"], id="short line"),
        pytest.param("We saw M. Jean-Luc de Vries.", ["m. jean-luc de vries"], id="initial, hyphen, particle"),
        pytest.param("iPhone Melikov", [], id="inside a word"),
    ],
)
def test_runs(text: str, expected: list[str]) -> None:
    _, context = matched(text)
    assert [" ".join(word.folded for word in run) for run in runs(context)] == expected


def test_positions_are_those_of_the_text() -> None:
    text = f"{LONG}\nMelikov's dog."
    _, context = matched(text)
    assert [text[w.start : w.end] for run in runs(context) for w in run] == ["Garik", "Melikov"]


@pytest.mark.parametrize(("before", "expected"), [("", True), ("It rained. ", True), ("of ", False), ("\n", True)])
def test_begins_sentence(before: str, expected: bool) -> None:
    _, context = matched(f"{before}Garik came.")
    assert begins_sentence(len(before), context) is expected


@pytest.mark.parametrize(
    ("before", "expected"), [("sergeant ", True), ("Lt. ", True), ("of ", False), ("", False)]
)
def test_follows_rank(before: str, expected: bool) -> None:
    _, context = matched(f"{before}Garik came.")
    assert follows_rank(len(before), context) is expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param("Garik Melikov, Sona Pelikants and Hrach Kess sat.", False, id="a sentence of names"),
        pytest.param("Garik Melikov Tells Paper That Winter Will Come", True, id="title case"),
        pytest.param("Garik Melikov told this paper that winter will come", False, id="sentence"),
        pytest.param("Garik Melikov", False, id="a name alone"),
    ],
)
def test_is_in_headline(line: str, expected: bool) -> None:
    text = f"First line of text.\n{line}\nIt rained."
    assert is_in_headline(text.index("Garik"), text) is expected
