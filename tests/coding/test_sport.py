"""Whether a sentence is about sport."""

from __future__ import annotations

import pytest
from made_sentences import made

from contactline.coding.sport import is_sport


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a club and a score beside a word of winning
        ("0:Noah/PROPN/nsubj>1 1:beat/VERB/ROOT>1 2:them/PRON/obj>1 3:3-1/NUM/obl>1", True),
        ("0:The/DET/det>1 1:coach/NOUN/nsubj>2 2:left/VERB/ROOT>2 3:the/DET/det>4 4:stadium/NOUN/obj>2", True),
        # one sign is not enough: a goal may be anybody's
        ("0:The/DET/det>1 1:goal/NOUN/nsubj>2 2:remains/VERB/ROOT>2", False),
        # though two lists of terms know it
        ("0:The/DET/det>1 1:league/NOUN/nsubj>2 2:remains/VERB/ROOT>2", False),
        # nor are two where arms are spoken of
        (
            "0:A/DET/det>1 1:rocket/NOUN/nsubj>2 2:hit/VERB/ROOT>2 3:the/DET/det>4 4:coach/NOUN/obj>2 "
            "5:in/ADP/case>7 6:the/DET/det>7 7:stadium/NOUN/obl>2",
            False,
        ),
        ("0:They/PRON/nsubj>1 1:voted/VERB/ROOT>1 2:88-0/NUM/obl>1", False),
    ],
)
def test_sport(text: str, expected: bool) -> None:
    sentence = made(text)
    assert is_sport(sentence.tokens, sentence.participants.text, sentence.patterns.classes) is expected
