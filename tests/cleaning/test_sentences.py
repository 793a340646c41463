"""Sentence borders: each case is a text with | where one sentence ends and the next begins."""

from __future__ import annotations

import time

import pytest

from contactline.cleaning import sentences
from contactline.lexicon import load

LEXICON = load()

CASES = [
    "He left. | She stayed.",
    "Gen. Petrov met Mr. Aliyev on Sept. 20 in Baku. | They talked.",
    "The U.S. President called. | The U.S. called again.",
    "It came from the U.S. | The reply was short.",
    "Antony J. Blinken spoke. | He left at 5 p.m. | The call was short.",
    "At 10 a.m. Moscow time it began.",
    "It rose by 3.5 percent. | No. 5 was hit.",
    "He said no. | Then he left.",
    "They met in Sept. | In Oct. they met again.",
    "Forces shelled the enclave. | Azerbaijan said so.",
    "“We will stay.” | The minister left.",
    '"We will stay," he said. | "We must."',
    "«We will stay.» | He left.",
    "It lies along the river. | „We stay,’’ he said.",
    "Is it over? | Nobody knows! | It is.",
    "“Is it over?” he asked.",
    "It lasted from 1992 to 1994. | 20,000 people died.",
    "A note (it was short.) | It ended.",
    "Visit www.example.com. | It is short.",
    "They ceased fire… | The night was calm.",
    "The year was 2020. | The war began.",
]


@pytest.mark.parametrize("marked", CASES)
def test_sentences_end_where_they_should(marked: str) -> None:
    expected = marked.split(" | ")
    text = " ".join(expected)

    assert [text[s.start : s.end] for s in sentences.split(text, LEXICON)] == expected


GLUED = [
    ("in the enclave.|Azerbaijan said", 2),
    ("It ended in 1994.|International efforts failed", 2),
    ("He wrote on the net.|“I am here", 2),
    ("they “stopped.”|The next day", 2),
    ("fell apart in the USSR.|The army left", 2),
    ('it was "over."|"We know," he said', 2),
    ("ready to mediate.|U.N. Secretary-General Guterres spoke", 2),
    ("along the river. ”.|This was the second attempt", 2),
    ("They met on Oct. 9.|Azerbaijan said", 2),
    ("1.First the road", 1),
    ("in version 2.0 of it", 1),
    ("the paper News.Az said", 1),
    ("the U.S.-brokered truce", 1),
    ("see www.site.Org/Page for it", 1),
    ("Mr.Aliyev spoke", 1),
    ("it cost 3.5M in all", 1),
]


@pytest.mark.parametrize(("marked", "count"), GLUED)
def test_sentences_run_together_are_parted(marked: str, count: int) -> None:
    text = marked.replace("|", "")

    found = [text[s.start : s.end] for s in sentences.split(text, LEXICON)]

    assert (found, len(found)) == (marked.split("|"), count)


LINES = [
    ("A headline without a stop\nThe text begins here.", ["A headline without a stop", "The text begins here."]),
    ("one line\n\nanother line", ["one line", "another line"]),
    ("* first item\n* second item", ["* first item", "* second item"]),
    ("The line goes on\nin lower case here.", ["The line goes on\nin lower case here."]),
    (
        "The two sides met in the capital of the country to talk about the\n"
        "Karabakh conflict and agreed that a meeting of the ministers should\n"
        "Follow in May. They shook hands.\n"
        "Then they left.",
        [
            "The two sides met in the capital of the country to talk about the\n"
            "Karabakh conflict and agreed that a meeting of the ministers should\nFollow in May.",
            "They shook hands.",
            "Then they left.",
        ],
    ),
    (
        "OFFICIALS OF BOTH SIDES MEET ON THE SIDELINES OF A CONFERENCE\n"
        "The envoys met for an hour in the capital, where the\nBlack Sea states had gathered, and agreed on a\n"
        "May visit.",
        [
            "OFFICIALS OF BOTH SIDES MEET ON THE SIDELINES OF A CONFERENCE",
            "The envoys met for an hour in the capital, where the\nBlack Sea states had gathered, and agreed on a\n"
            "May visit.",
        ],
    ),
    ("1. First demand\n2. Second demand", ["1. First demand", "2. Second demand"]),
    ("***\n\n---\n", []),
    ("", []),
]


@pytest.mark.parametrize(("text", "expected"), LINES)
def test_a_line_break_ends_a_sentence_unless_the_line_goes_on(text: str, expected: list[str]) -> None:
    assert [text[s.start : s.end] for s in sentences.split(text, LEXICON)] == expected


def test_an_endless_sentence_is_cut_at_a_pause() -> None:
    text = "and so the two sides went on talking, " * 200

    found = sentences.split(text, LEXICON)

    assert max(s.end - s.start for s in found) <= sentences.LONGEST
    assert "".join(text[s.start : s.end] for s in found).replace(" ", "") == text.replace(" ", "")
    assert all(text[s.end - 1] == "," for s in found)


@pytest.mark.parametrize(
    "unit", ["word ", "a.b.", "He said. ", '"', "...", "1.", "(", "\n", "Mr. ", "A.B ", "x\ny\n"]
)
def test_time_grows_in_proportion_to_the_text(unit: str) -> None:
    def seconds(length: int) -> float:
        text = unit * (length // len(unit))
        began = time.process_time()
        sentences.split(text, LEXICON)
        return time.process_time() - began

    assert seconds(160_000) < 20 * max(seconds(20_000), 0.005)
