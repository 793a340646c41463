"""People captured and handed over, as events of capture and release count them."""

from __future__ import annotations

import pytest
from made_sentences import fired, made

from contactline.coding import captives


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
        ("0:Armenia/PROPN/nsubj>1 1:praised/VERB/ROOT>1 2:two/NUM/nummod>3 3:prisoners/NOUN/obj>1", []),
    ],
)
def test_captives(text, expected):
    sentence = made(text)
    trigger = fired(1)
    trigger = type(trigger)(1, 1, True, trigger.pattern, sentence.clauses.slots(1))
    found = captives.told_by(trigger, sentence.context, sentence.text)
    assert [(t.what, t.count.number, t.groups, t.countries, t.text) for t in found] == expected
