"""People captured and handed over, as events of capture and release count them."""

from __future__ import annotations

import pytest
from made_sentences import fired, made

from contactline.coding import captives
from contactline.coding.triggers import Trigger


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "0:Armenia/PROPN/nsubj>1 1:captured/VERB/ROOT>1 2:seven/NUM/nummod>4 3:Azerbaijani/ADJ/amod>4 4:soldiers/NOUN/obj>1",
            [("captured", 7, ("soldiers",), ("AZE",), "seven Azerbaijani soldiers")],
        ),
        (
            "0:Baku/PROPN/nsubj>1 1:freed/VERB/ROOT>1 2:two/NUM/nummod>3 3:prisoners/NOUN/obj>1",
            [("handed_over", 2, ("prisoners",), (), "two prisoners")],
        ),
        (
            "0:Baku/PROPN/nsubj>1 1:returned/VERB/ROOT>1 2:the/DET/det>3 3:bodies/NOUN/obj>1 4:of/ADP/case>7 "
            "5:nine/NUM/nummod>7 6:Armenian/ADJ/amod>7 7:soldiers/NOUN/nmod>3",
            [("handed_over", 9, ("soldiers", "bodies"), ("ARM",), "nine Armenian soldiers")],
        ),
        ("0:Armenia/PROPN/nsubj>1 1:captured/VERB/ROOT>1 2:two/NUM/nummod>3 3:villages/NOUN/obj>1", []),
        ("0:Armenia/PROPN/nsubj>1 1:captured/VERB/ROOT>1 2:soldiers/NOUN/obj>1", []),
        (
            "0:Baku/PROPN/nsubj>1 1:holds/VERB/ROOT>1 2:nine/NUM/nummod>3 3:prisoners/NOUN/obj>1",
            [("held", 9, ("prisoners",), (), "nine prisoners")],
        ),
        (
            "0:Nine/NUM/nummod>1 1:soldiers/NOUN/nsubj>2 2:remain/VERB/ROOT>2 3:in/ADP/case>4 4:captivity/NOUN/obl>2",
            [("held", 9, ("soldiers", "prisoners"), (), "Nine soldiers")],
        ),
        ("0:Armenia/PROPN/nsubj>1 1:praised/VERB/ROOT>1 2:two/NUM/nummod>3 3:prisoners/NOUN/obj>1", []),
    ],
)
def test_captives(text, expected):
    sentence = made(text)
    at = next(token.i for token in sentence.tokens if token.pos == "VERB")
    pattern = fired(at, event_type="COERCE").pattern
    trigger = Trigger(at, at, True, pattern, sentence.clauses.slots(at))
    found = captives.told_by(trigger, sentence.context, sentence.text)
    assert [(t.what, t.count.number, t.groups, t.countries, t.text) for t in found] == expected
