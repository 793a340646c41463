"""Time grows with the length of a text and no faster, whatever the text is made of."""

from __future__ import annotations

import time
from datetime import date

import pytest

from contactline import pipeline
from contactline.lexicon import load
from contactline.records import Article

LEXICON = load()
DAY = date(2020, 10, 5)
WORDS = 500
TIMES = 4
MOST = 9  # times as long for four times as much: what is linear takes 4, what is quadratic 16
TRIES = 3  # a busy machine can make any one measurement longer

CASES = {
    "one name a line": ("Ilham Aliyev", "\n"),
    "what somebody said that somebody said": ("Armenia said that Azerbaijan said that", " "),
    "one sentence again and again": ("Azerbaijani forces shelled Shusha on Sunday, killing 12 soldiers.", " "),
    "no full stop": ("Azerbaijani forces shelled Shusha killing soldiers and", " "),
    "dates": ("5 October 2020", " "),
    "one word": ("Armenia", " "),
    "one word that may be an event": ("war", " "),
    "words of two letters with a capital": ("Aa Bb", " "),
}


def seconds(piece: str, between: str, words: int) -> float:
    """The seconds of the processor that an article of so many words takes."""
    text = between.join([piece] * (words // len(piece.split())))
    began = time.process_time()
    pipeline.code(Article("a", text, published=DAY, published_basis="metadata"), LEXICON)
    return time.process_time() - began


@pytest.mark.parametrize(("piece", "between"), CASES.values(), ids=CASES)
def test_four_times_the_text_takes_about_four_times_as_long(piece: str, between: str) -> None:
    seconds(piece, between, 100)
    for _ in range(TRIES):
        ratio = seconds(piece, between, TIMES * WORDS) / seconds(piece, between, WORDS)
        if ratio < MOST:
            return

    pytest.fail(f"{TIMES} times the text takes {ratio:.0f} times as long")


@pytest.mark.parametrize("run", ["A" * 500_000, f"Armenia {' ' * 500_000} left."], ids=["letters", "blanks"])
def test_a_long_run_takes_no_time(run: str) -> None:
    assert seconds(run, "", len(run.split())) < 10
