"""Who in a sentence can act, and whether it plays elsewhere."""

from __future__ import annotations

import pytest
from made_sentences import made

FELL = "{0}/nsubj>1 1:moved/VERB/ROOT>1"
COUNTED = "0:{0}/NOUN/nsubj>3 1:of/ADP/case>2 2:{1}/NOUN/nmod>0 3:moved/VERB/ROOT>3"


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        # known, or at least named
        (FELL.format("0:Armenia/PROPN"), True),
        (FELL.format("0:Petrosyan/PROPN"), True),
        (FELL.format("0:Three/NUM"), True),
        # words for people and bodies, and nouns of no kind that the tables know
        (FELL.format("0:soldiers/NOUN"), True),
        (FELL.format("0:farmers/NOUN"), True),
        # what has no will
        (FELL.format("0:violence/NOUN"), False),
        (FELL.format("0:talks/NOUN"), False),
        (FELL.format("0:sanctions/NOUN"), False),
        (FELL.format("0:sympathy/NOUN"), False),
        # of what is counted it is the counted that acts
        (COUNTED.format("dozens", "soldiers"), True),
        (COUNTED.format("dozens", "houses"), False),
        (COUNTED.format("hundreds", "refugees"), True),
    ],
)
def test_who_can_act(text: str, acts: bool) -> None:
    sentence = made(text)
    (actor,) = sentence.participants.of([0])

    assert sentence.context.can_act(actor) is acts


@pytest.mark.parametrize(
    ("text", "elsewhere"),
    [
        (FELL.format("0:Armenia/PROPN"), False),
        ("0:They/PRON/nsubj>1 1:met/VERB/ROOT>1 2:in/ADP/case>3 3:Goris/PROPN/obl>1", False),
        ("0:They/PRON/nsubj>1 1:met/VERB/ROOT>1 2:in/ADP/case>3 3:Kyiv/PROPN/obl>1", True),
        (
            "0:They/PRON/nsubj>1 1:went/VERB/ROOT>1 2:from/ADP/case>3 3:Kyiv/PROPN/obl>1 4:to/ADP/case>5 "
            "5:Baku/PROPN/obl>1",
            False,
        ),
        # a place of no known country tells nothing
        ("0:They/PRON/nsubj>1 1:met/VERB/ROOT>1 2:in/ADP/case>3 3:Somewhere/PROPN/obl>1", False),
        # nor does an actor of another country
        (FELL.format("0:France/PROPN"), False),
    ],
)
def test_whether_it_plays_elsewhere(text: str, elsewhere: bool) -> None:
    assert made(text).context.is_elsewhere() is elsewhere
