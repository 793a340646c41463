"""A date in the name of a document or truce dates nothing that is done under it or in breach of it."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

import pytest

from contactline import pipeline
from contactline.lexicon import load
from contactline.records import Article

LEXICON = load()
DAY = "2020-10-19"  # a Monday, the article's


class Case(NamedTuple):
    """A sentence, and of one of its events the trigger and its first and last day."""

    text: str
    trigger: str
    days: str


CASES = [
    # before the noun, and behind it
    Case("Armenia and Azerbaijan agreed to draw the border based on the 1991 Almaty Declaration.", "agreed", DAY),
    Case("Azerbaijan shelled Berd, violating the Geneva Conventions of 1949.", "shelled", DAY),
    Case(
        "In breach of the October 10 ceasefire statement, Azerbaijani soldiers attacked a post.", "attacked", DAY
    ),
    Case("Despite the truce declared on October 10th, they continue to shell Stepanakert.", "shell", DAY),
    Case("Russia urged Baku to comply with the declaration dated 9 March 2009.", "urged", DAY),
    Case("The ceasefire agreed in Moscow on October 10 was violated by Azerbaijan.", "violated", DAY),
    # a date of the event's own beside it
    Case(
        "Armenian forces fired at Azerbaijani posts on Sunday despite a truce that was reached on 10 October.",
        "fired",
        "2020-10-18",
    ),
    # the document itself, and what ended with it
    Case("Armenia and Azerbaijan agreed to a ceasefire brokered by Russia on Saturday.", "agreed", "2020-10-17"),
    Case("Pashinyan and Aliyev signed the 10 October 2020 statement.", "signed", "2020-10-10"),
    Case(
        "Armenia and Azerbaijan fought until a 1994 ceasefire ended the war.", "ceasefire", "1994-01-01 1994-12-31"
    ),
    Case("On October 10 Azerbaijan rejected an agreement with Armenia.", "rejected", "2020-10-10"),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.text)
def test_days(case: Case) -> None:
    article = Article("x", f"Armenia and Azerbaijan.\n{case.text}", published=date(2020, 10, 19))
    found = {
        e.trigger: " ".join(dict.fromkeys((str(e.when.start), str(e.when.end))))
        for e in pipeline.code(article, LEXICON).events
    }

    assert found.get(case.trigger) == case.days, found
